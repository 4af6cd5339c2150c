"""Threads over the wire: creation with messages, resources, modification, the bin, the list for the window."""

from __future__ import annotations

from typing import Any

import openai
import pytest


@pytest.fixture
def file_id(client: Any) -> str:
    return client.files.create(file=("table.csv", b"a,b\n1,2\n"), purpose="assistants").id


def test_an_empty_thread(client: Any) -> None:
    made = client.beta.threads.create()
    assert made.id.startswith("thread_")
    assert made.object == "thread"
    assert made.metadata == {}
    assert made.tool_resources.model_dump(exclude_unset=True) == {}
    assert client.beta.threads.retrieve(made.id) == made
    assert client.beta.threads.messages.list(made.id).data == []


def test_with_messages_of_every_shape(client: Any, file_id: str) -> None:
    made = client.beta.threads.create(
        messages=[
            {"role": "user", "content": "one", "metadata": {"n": "1"}},
            {"role": "assistant", "content": [{"type": "text", "text": "two"}]},
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "three"},
                    {"type": "image_file", "image_file": {"file_id": file_id, "detail": "low"}},
                    {"type": "image_url", "image_url": {"url": "https://example.com/cat.png"}},
                ],
                "attachments": [{"file_id": file_id, "tools": [{"type": "code_interpreter"}]}],
            },
        ],
        metadata={"k": "v"},
    )
    messages = client.beta.threads.messages.list(made.id, order="asc").data
    assert [m.role for m in messages] == ["user", "assistant", "user"]
    assert messages[0].metadata == {"n": "1"}
    assert messages[1].content[0].text.value == "two"
    assert messages[1].content[0].text.annotations == []
    parts = messages[2].content
    assert [p.type for p in parts] == ["text", "image_file", "image_url"]
    assert (parts[1].image_file.file_id, parts[1].image_file.detail) == (file_id, "low")
    assert (parts[2].image_url.url, parts[2].image_url.detail) == ("https://example.com/cat.png", "auto")
    assert messages[2].attachments[0].model_dump(exclude_unset=True) == {
        "file_id": file_id,
        "tools": [{"type": "code_interpreter"}],
    }
    assert client.beta.threads.retrieve(made.id).tool_resources.code_interpreter.file_ids == [file_id]


def test_nothing_is_made_when_one_message_is_refused(client: Any, engine: Any) -> None:
    with engine.http() as http:
        before = http.get("/v1/threads", params={"limit": 1}).json()["first_id"]
        refused = http.post(
            "/v1/threads",
            json={
                "messages": [
                    {"role": "user", "content": "fine"},
                    {"role": "user", "content": "x", "attachments": [{"file_id": "file-none", "tools": []}]},
                ]
            },
        )
        assert refused.status_code == 404
        assert refused.json()["error"]["param"] == "messages[1].attachments[0].file_id"
        assert http.get("/v1/threads", params={"limit": 1}).json()["first_id"] == before


def test_modify(client: Any, file_id: str) -> None:
    made = client.beta.threads.create(metadata={"a": "1"})
    changed = client.beta.threads.update(
        made.id, metadata={"b": "2"}, tool_resources={"code_interpreter": {"file_ids": [file_id]}}
    )
    assert changed.metadata == {"b": "2"}
    assert changed.tool_resources.code_interpreter.file_ids == [file_id]
    assert client.beta.threads.update(made.id).metadata == {"b": "2"}
    assert client.beta.threads.update(made.id, metadata={}).metadata == {}
    assert client.beta.threads.update(made.id, tool_resources=None).tool_resources.code_interpreter is None


def test_deleted_is_gone_with_everything_in_it_and_comes_back_whole(client: Any, engine: Any) -> None:
    made = client.beta.threads.create(messages=[{"role": "user", "content": "remember me"}])
    message = client.beta.threads.messages.list(made.id).data[0]
    assert client.beta.threads.delete(made.id).model_dump() == {
        "id": made.id,
        "object": "thread.deleted",
        "deleted": True,
    }
    threads = client.beta.threads
    for call in (
        lambda: threads.retrieve(made.id),
        lambda: threads.update(made.id, metadata={}),
        lambda: threads.delete(made.id),
        lambda: threads.messages.list(made.id),
        lambda: threads.messages.retrieve(message.id, thread_id=made.id),
        lambda: threads.messages.create(made.id, role="user", content="x"),
        lambda: threads.runs.list(made.id),
        lambda: threads.runs.create(made.id, assistant_id="asst_x"),
    ):
        with pytest.raises(openai.NotFoundError, match=f"No thread found with id '{made.id}'"):
            call()
    with engine.http() as http:
        assert made.id not in [t["id"] for t in http.get("/v1/threads?limit=100").json()["data"]]
        assert http.post(f"/v1/threads/{made.id}/restore").json()["id"] == made.id
        assert http.post("/v1/threads/thread_none/restore").status_code == 404
    assert threads.messages.list(made.id).data == [message]


def test_threads_are_listed_by_newest_activity(client: Any, engine: Any) -> None:
    first, second, third = (client.beta.threads.create().id for _ in range(3))
    with engine.http() as http:
        # Whole seconds tie; the later creation then comes first.
        assert [t["id"] for t in http.get("/v1/threads?limit=3").json()["data"]] == [third, second, first]
        page = http.get("/v1/threads", params={"limit": 1, "after": third}).json()
        assert (page["first_id"], page["has_more"]) == (second, True)
        back = http.get("/v1/threads", params={"limit": 5, "before": second}).json()
        assert back["data"][-1]["id"] == third


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({"messages": "hi"}, "messages", "invalid_type"),
        ({"messages": [{"role": "user"}]}, "messages[0].content", "missing_required_parameter"),
        ({"messages": [{"content": "x"}]}, "messages[0].role", "missing_required_parameter"),
        ({"messages": [{"role": "system", "content": "x"}]}, "messages[0].role", "invalid_value"),
        ({"messages": [{"role": "user", "content": ""}]}, "messages[0].content", "invalid_value"),
        (
            {"messages": [{"role": "user", "content": "x" * 256_001}]},
            "messages[0].content",
            "string_above_max_length",
        ),
        (
            {"messages": [{"role": "user", "content": "x", "file_ids": []}]},
            "messages[0].file_ids",
            "unknown_parameter",
        ),
        (
            {
                "messages": [
                    {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "cat.png"}}]}
                ]
            },
            "messages[0].content[0].image_url.url",
            "invalid_value",
        ),
        (
            {"messages": [{"role": "user", "content": "x", "metadata": {"a": 5}}]},
            "messages[0].metadata.a",
            "invalid_type",
        ),
        ({"metadata": {"a": ["b"]}}, "metadata.a", "invalid_type"),
        ({"name": "no"}, "name", "unknown_parameter"),
        (
            {"tool_resources": {"code_interpreter": {"file_ids": ["thread_1"]}}},
            "tool_resources.code_interpreter.file_ids[0]",
            "invalid_value",
        ),
        (
            {"tool_resources": {"file_search": {"vector_stores": [{}, {}]}}},
            "tool_resources.file_search.vector_stores",
            "array_above_max_length",
        ),
    ],
)
def test_what_cannot_be_a_thread(client: Any, body: dict[str, Any], param: str, code: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.post("/threads", body=body, cast_to=object)
    assert (caught.value.param, caught.value.code) == (param, code)


def test_a_thread_holds_at_most_twenty_files_for_code(client: Any) -> None:
    ids = [client.files.create(file=(f"{i}.txt", b"x"), purpose="assistants").id for i in range(21)]
    tool = [{"type": "code_interpreter"}]
    made = client.beta.threads.create()
    for start in (0, 10):
        client.beta.threads.messages.create(
            made.id,
            role="user",
            content="ten",
            attachments=[{"file_id": i, "tools": tool} for i in ids[start : start + 10]],
        )
    client.beta.threads.messages.create(  # known ones do not count twice
        made.id, role="user", content="again", attachments=[{"file_id": ids[0], "tools": tool}]
    )
    with pytest.raises(openai.BadRequestError) as caught:
        client.beta.threads.messages.create(
            made.id, role="user", content="over", attachments=[{"file_id": ids[20], "tools": tool}]
        )
    assert caught.value.code == "array_above_max_length"
    assert client.beta.threads.retrieve(made.id).tool_resources.code_interpreter.file_ids == ids[:20]


def test_the_list_tells_what_a_list_shows(client: Any, engine: Any) -> None:
    text = "What is a monad?\n" + "x" * 300
    parts = [
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
        {"type": "text", "text": text},
    ]
    messages = [{"role": "user", "content": parts}, {"role": "assistant", "content": "Well"}]
    spoken = client.beta.threads.create(messages=messages)
    silent = client.beta.threads.create()
    with engine.http() as http:
        listed = {t["id"]: t for t in http.get("/v1/threads?limit=2").json()["data"]}
    assert listed[spoken.id]["preview"] == text[:200]
    assert listed[silent.id]["preview"] == ""
    assert listed[spoken.id]["updated_at"] >= spoken.created_at

"""Messages over the wire."""

from __future__ import annotations

from typing import Any

import openai
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture
def thread_id(client: Any) -> str:
    return client.beta.threads.create().id


def test_create_retrieve_modify_delete(client: Any, thread_id: str) -> None:
    messages = client.beta.threads.messages
    made = messages.create(thread_id, role="user", content="Hello", metadata={"a": "1"})
    assert made.id.startswith("msg_")
    assert (made.object, made.thread_id, made.role, made.status) == (
        "thread.message",
        thread_id,
        "user",
        "completed",
    )
    assert made.assistant_id is None
    assert made.run_id is None
    assert made.attachments == []
    assert made.incomplete_at is None
    assert made.incomplete_details is None
    assert messages.retrieve(made.id, thread_id=thread_id) == made
    changed = messages.update(made.id, thread_id=thread_id, metadata={"b": "2"})
    assert changed.metadata == {"b": "2"}
    assert changed.content == made.content
    assert messages.update(made.id, thread_id=thread_id, metadata=None).metadata == {}
    assert messages.delete(made.id, thread_id=thread_id).model_dump() == {
        "id": made.id,
        "object": "thread.message.deleted",
        "deleted": True,
    }
    with pytest.raises(openai.NotFoundError, match=f"No message found with id '{made.id}'"):
        messages.retrieve(made.id, thread_id=thread_id)
    assert messages.list(thread_id).data == []


def test_a_message_belongs_to_its_thread_alone(client: Any, thread_id: str) -> None:
    made = client.beta.threads.messages.create(thread_id, role="user", content="x")
    other = client.beta.threads.create().id
    for call in (
        lambda: client.beta.threads.messages.retrieve(made.id, thread_id=other),
        lambda: client.beta.threads.messages.update(made.id, thread_id=other, metadata={}),
        lambda: client.beta.threads.messages.delete(made.id, thread_id=other),
    ):
        with pytest.raises(openai.NotFoundError, match="No message found"):
            call()
    with pytest.raises(openai.BadRequestError, match="Invalid 'after'"):
        client.beta.threads.messages.list(other, after=made.id)


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(min_size=1, max_size=200), key=st.text(min_size=1, max_size=64), value=st.text(max_size=512)
)
def test_any_text_comes_back_as_it_was(client: Any, text: str, key: str, value: str) -> None:
    made = client.beta.threads.create(
        messages=[{"role": "user", "content": text, "metadata": {key: value}}], metadata={key: value}
    )
    message = client.beta.threads.messages.list(made.id).data[0]
    assert message.content[0].text.value == text
    assert message.metadata == made.metadata == {key: value}


def test_longest_message(client: Any, thread_id: str) -> None:
    text = "😀" * 256_000
    made = client.beta.threads.messages.create(thread_id, role="user", content=text)
    assert client.beta.threads.messages.retrieve(made.id, thread_id=thread_id).content[0].text.value == text
    with pytest.raises(openai.BadRequestError) as caught:
        client.beta.threads.messages.create(
            thread_id, role="user", content=[{"type": "text", "text": text}, {"type": "text", "text": "!"}]
        )
    assert (caught.value.param, caught.value.code) == ("content", "string_above_max_length")


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({"role": "user"}, "content", "missing_required_parameter"),
        ({"content": "x"}, "role", "missing_required_parameter"),
        ({"role": "tool", "content": "x"}, "role", "invalid_value"),
        ({"role": None, "content": "x"}, "role", "invalid_type"),
        ({"role": "user", "content": 1}, "content", "invalid_type"),
        ({"role": "user", "content": None}, "content", "invalid_type"),
        ({"role": "user", "content": {}}, "content", "invalid_type"),
        ({"role": "user", "content": []}, "content", "invalid_value"),
        ({"role": "user", "content": [1]}, "content[0]", "invalid_type"),
        ({"role": "user", "content": [{"type": "text"}]}, "content[0].text", "missing_required_parameter"),
        (
            {"role": "user", "content": [{"type": "text", "text": {"value": "x"}}]},
            "content[0].text",
            "invalid_type",
        ),
        (
            {"role": "user", "content": [{"type": "image_file", "image_file": {"file_id": "x"}}]},
            "content[0].image_file.file_id",
            "invalid_value",
        ),
        (
            {
                "role": "user",
                "content": [{"type": "image_url", "image_url": {"url": "https://x", "detail": "max"}}],
            },
            "content[0].image_url.detail",
            "invalid_value",
        ),
        (
            {
                "role": "user",
                "content": "x",
                "attachments": [{"file_id": "file-1", "tools": [{"type": "function"}]}],
            },
            "attachments[0].tools[0].type",
            "invalid_value",
        ),
        (
            {"role": "user", "content": "x", "attachments": [{"tools": [{"type": "code_interpreter"}]}]},
            "attachments[0].file_id",
            "missing_required_parameter",
        ),
    ],
)
def test_what_cannot_be_a_message(
    client: Any, thread_id: str, body: dict[str, Any], param: str, code: str
) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.post(f"/threads/{thread_id}/messages", body=body, cast_to=object)
    assert (caught.value.param, caught.value.code) == (param, code)


def test_list_filters_by_run(client: Any, assistant: Any, upstream: Any, thread_id: str) -> None:
    client.beta.threads.messages.create(thread_id, role="user", content="question")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    assert run.status == "completed", run.last_error
    made = client.beta.threads.messages.list(thread_id, run_id=run.id).data
    assert [m.role for m in made] == ["assistant"]
    assert made[0].run_id == run.id
    assert made[0].assistant_id == assistant.id
    assert len(client.beta.threads.messages.list(thread_id).data) == 2
    assert client.beta.threads.messages.list(thread_id, run_id="run_none").data == []

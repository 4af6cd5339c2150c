"""What a model call reads: the window over a thread, and its record."""

from __future__ import annotations

import asyncio
import base64
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from app.core import tokens
from app.core.ids import new_id
from app.engine.store.tables import Message
from app.engine.store.threads import now
from tests.engine.runs.in_process import Bench, bench
from tests.engine.runs.support import WEATHER, new_thread, outputs_for, sent
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text, ToolCalls

WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa "  # about 14 tokens
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def context_of(engine: Any, run: Any) -> Any:
    with engine.http() as http:
        response = http.get(f"/v1/threads/{run.thread_id}/runs/{run.id}/context")
        assert response.status_code == 200
        return response.json()


def thread_of(client: Any, texts: list[str]) -> tuple[str, list[str]]:
    thread = client.beta.threads.create()
    ids = [
        client.beta.threads.messages.create(
            thread.id, role="assistant" if index % 2 else "user", content=text
        ).id
        for index, text in enumerate(texts)
    ]
    return thread.id, ids


def test_a_short_thread_is_read_whole(client: Any, engine: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", instructions="Be kind.", tools=[WEATHER])
    thread_id, ids = thread_of(client, ["one", "two", "three"])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    record = context_of(engine, run)
    assert (record["object"], record["run_id"], record["thread_id"]) == (
        "thread.run.context",
        run.id,
        thread_id,
    )
    [call] = record["model_calls"]
    assert call["messages_seen"] == ids
    assert (call["messages_left_out"], call["messages_left_out_count"]) == ([], 0)
    assert (call["truncation"], call["model"], call["tool_calling"]) == ("auto", "scripted-1", "native")
    assert call["usage"] == {"prompt_tokens": 11, "completion_tokens": 5, "total_tokens": 16}
    counted = call["tokens"]
    assert counted["instructions"] == tokens.count("Be kind.") + 4
    assert counted["messages"] == sum(tokens.count(text) + 4 for text in ("one", "two", "three"))
    assert counted["tools"] > 10
    assert (
        counted["total"]
        == counted["instructions"] + counted["messages"] + counted["tools"] + counted["tool_outputs"] + 3
    )


def test_the_last_messages_alone(client: Any, engine: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(model="scripted-1")
    thread_id, ids = thread_of(client, [f"message {number}" for number in range(7)])
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id,
        assistant_id=assistant.id,
        truncation_strategy={"type": "last_messages", "last_messages": 3},
    )
    assert run.truncation_strategy.last_messages == 3
    assert [m["content"] for m in sent(upstream)[0]["messages"]] == ["message 4", "message 5", "message 6"]
    [call] = context_of(engine, run)["model_calls"]
    assert call["messages_seen"] == ids[4:]
    assert call["messages_left_out"] == ids[:4]
    assert call["truncation"] == "last_messages"


def test_auto_drops_whole_messages_from_the_middle(
    client: Any, engine: Any, upstream: ScriptedUpstream
) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", instructions="Short.")
    texts = ["The first question.", *(f"{number} {WORDS * 4}" for number in range(12)), "The last question."]
    thread_id, ids = thread_of(client, texts)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, max_prompt_tokens=400
    )
    assert run.status == "completed"
    contents = [m["content"] for m in sent(upstream)[0]["messages"]]
    assert contents[0] == "Short."
    assert contents[1] == texts[0]
    kept = len(contents) - 2
    assert 2 <= kept < 12
    assert contents[2:] == texts[-kept:]
    [call] = context_of(engine, run)["model_calls"]
    assert call["messages_seen"] == [ids[0], *ids[-kept:]]
    assert call["messages_left_out"] == ids[1:-kept]
    assert call["messages_left_out_count"] == len(ids) - 1 - kept
    assert call["tokens"]["total"] <= 400


def test_calls_and_outputs_stay_together(client: Any, engine: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", tools=[WEATHER])
    thread_id = new_thread(client, "Old question. " + WORDS * 5)
    for _ in range(4):
        upstream.reply(ToolCalls([("get_weather", '{"city": "Paris"}')]), Text(f"An answer. {WORDS * 3}"))
        run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
        client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id=run.id, thread_id=thread_id, tool_outputs=outputs_for(run, WORDS * 4)
        )
        client.beta.threads.messages.create(thread_id, role="user", content=f"Next question. {WORDS * 2}")
    for budget in range(256, 900, 40):
        upstream.requests.clear()
        run = client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=assistant.id, max_prompt_tokens=budget
        )
        assert run.status == "completed"
        messages = sent(upstream)[0]["messages"]
        open_calls: list[str] = []
        for message in messages:
            if message["role"] == "tool":
                assert message["tool_call_id"] in open_calls
                open_calls.remove(message["tool_call_id"])
            else:
                assert open_calls == []
                open_calls = [call["id"] for call in message.get("tool_calls") or ()]
        assert open_calls == []
        created = client.beta.threads.messages.list(thread_id, limit=1).data[0]
        client.beta.threads.messages.delete(created.id, thread_id=thread_id)


def test_the_rounds_of_a_run_are_cut_last(client: Any, engine: Any, upstream: ScriptedUpstream) -> None:
    upstream.models.append("small")
    assistant = client.beta.assistants.create(model="small", tools=[WEATHER])
    thread_id, _ = thread_of(client, [f"{number} {WORDS * 20}" for number in range(9)])
    upstream.reply(
        Error(400, "This model's maximum context length is 1500 tokens.", code="context_length_exceeded"),
        ToolCalls([("get_weather", "{}")]),
        ToolCalls([("get_weather", "{}")]),
        Text("done"),
    )
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    while run.status == "requires_action":
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id=run.id, thread_id=thread_id, tool_outputs=outputs_for(run, WORDS * 15)
        )
    assert run.status == "completed"
    first, cut, second, third = sent(upstream)
    assert len(first["messages"]) == 9
    assert len(cut["messages"]) < 9
    assert cut["messages"][-1]["content"].startswith("8 ")
    assert len([m for m in third["messages"] if m["role"] == "tool"]) == 2
    assert (
        len([m for m in third["messages"] if m["role"] == "user"])
        < len([m for m in second["messages"] if m["role"] == "user"]) + 1
    )
    record = context_of(engine, run)
    assert record["model_calls"][0]["context_length"] == 1500
    assert any("1500 tokens" in note for note in record["notes"])
    # The next run knows it from the start.
    upstream.requests.clear()
    client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    assert len(sent(upstream)) == 1


def test_an_overflow_without_a_number_halves_the_window(client: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(model="scripted-1")
    thread_id, _ = thread_of(client, [f"{number} {WORDS * 800}" for number in range(9)])
    upstream.default = lambda request: (
        Error(400, "the request exceeds the available context size")
        if len(str(request.body)) > 300_000
        else Text("ok")
    )
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    assert run.status == "completed"
    assert 2 <= len(sent(upstream)) <= 4


def test_one_message_that_is_too_long_for_the_model(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.default = Error(400, "maximum context length is 100 tokens", code="context_length_exceeded")
    upstream.models.append("tiny")
    assistant = client.beta.assistants.create(model="tiny")
    run = client.beta.threads.runs.create_and_poll(
        thread_id=new_thread(client, WORDS * 50), assistant_id=assistant.id
    )
    assert run.status == "failed"
    assert run.last_error.code == "invalid_prompt"


# -- images ----------------------------------------------------------------------------------------------------------


def test_images_reach_a_model_that_may_see(client: Any, upstream: ScriptedUpstream) -> None:
    file = client.files.create(file=("dot.png", PNG), purpose="vision")
    thread = client.beta.threads.create(
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What is this?"},
                    {"type": "image_file", "image_file": {"file_id": file.id, "detail": "low"}},
                    {"type": "image_url", "image_url": {"url": "https://example.org/cat.png"}},
                ],
            }
        ]
    )
    assistant = client.beta.assistants.create(model="scripted-1")
    assert (
        client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id).status
        == "completed"
    )
    data = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    assert sent(upstream)[0]["messages"] == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                {"type": "image_url", "image_url": {"url": data, "detail": "low"}},
                {"type": "image_url", "image_url": {"url": "https://example.org/cat.png", "detail": "auto"}},
            ],
        }
    ]
    client.files.delete(file.id)
    upstream.requests.clear()
    client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert {"type": "text", "text": "[an image that was deleted]"} in sent(upstream)[0]["messages"][0][
        "content"
    ]


def test_a_model_that_cannot_see_says_so(client: Any, engine: Any, upstream: ScriptedUpstream) -> None:
    upstream.models.append("blind")
    upstream.default = lambda request: (
        Error(400, "This model does not support image input.")
        if "image_url" in str(request.body)
        else Text("words only")
    )
    picture = {
        "role": "user",
        "content": [{"type": "image_url", "image_url": {"url": "https://example.org/cat.png"}}],
    }
    thread = client.beta.threads.create(messages=[picture])
    assistant = client.beta.assistants.create(model="blind")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert (run.status, run.last_error.code) == ("failed", "invalid_prompt")
    assert "cannot see images" in run.last_error.message
    assert len(sent(upstream)) == 1
    # Once the talk went on, an old image is only mentioned.
    client.beta.threads.messages.create(thread.id, role="assistant", content="A cat.")
    client.beta.threads.messages.create(thread.id, role="user", content="Sure?")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "completed"
    assert sent(upstream)[-1]["messages"][0]["content"] == "[an image, which you cannot see]"
    assert any("sees none" in note for note in context_of(engine, run)["notes"])


# -- size ------------------------------------------------------------------------------------------------------------


async def fill(made: Bench, thread_id: str, number: int) -> None:
    """Put many messages into a thread at once."""
    moment = now()
    rows = [
        {
            "id": new_id("msg"), "created_at": moment, "thread_id": thread_id, "role": "assistant" if index % 2 else "user",
            "status": "completed", "content": [{"type": "text", "text": {"value": f"{index} {WORDS}", "annotations": []}}],
            "attachments": [], "assistant_id": None, "run_id": None, "completed_at": moment, "incomplete_at": None,
            "incomplete_details": None, "metadata_": {},
        }
        for index in range(number)
    ]  # fmt: skip
    async with made.store.write() as session:
        for start in range(0, number, 500):
            await session.execute(insert(Message), rows[start : start + 500])


def test_a_very_long_thread_costs_no_more_than_what_fits(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                assistant_id = await made.assistant()
                thread_id = await made.thread()
                await fill(made, thread_id, 20_000)
                begun = time.process_time()
                run = await made.run(thread_id, assistant_id, max_prompt_tokens=2000)
                assert run.status == "completed"
                assert time.process_time() - begun < 3
                [call] = run.context["model_calls"]
                assert len(call["messages_left_out"]) == 1000
                assert call["messages_left_out_count"] + call["messages_seen_count"] == 20_000
                assert call["tokens"]["total"] <= 2000

    asyncio.run(drive())


@pytest.mark.parametrize("count", [0, 1])
def test_threads_with_hardly_anything_in_them(tmp_path: Path, count: int) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                assistant_id = await made.assistant(instructions="Say hello.")
                run = await made.run(await made.thread(*["Hi"] * count), assistant_id)
                assert run.status == "completed"
                assert run.context["model_calls"][0]["messages_seen_count"] == count

    asyncio.run(drive())

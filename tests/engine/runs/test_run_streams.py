"""Streams of runs: every event in its order, deltas that accumulate exactly, readers that go away or are slow."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from typing import Any

import openai
import pytest
from openai import AssistantEventHandler, AsyncAssistantEventHandler

from tests.engine.runs.support import (
    BEGIN_EVENTS,
    CALL_EVENTS,
    GO_ON_EVENTS,
    TEXT_EVENTS,
    TIME,
    WEATHER,
    names,
    new_thread,
    outputs_for,
    wait_status,
)
from tests.support.scripted_upstream import Drop, Error, ScriptedUpstream, Text, ToolCalls


def raw_events(engine: Any, path: str, body: Any) -> list[tuple[str, str]]:
    """Events as they stand on the wire, ``done`` included."""
    found = []
    with engine.http() as http, http.stream("POST", path, json=body) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        for block in response.read().decode().split("\n\n"):
            lines = dict(line.split(": ", 1) for line in block.split("\n") if line)
            if lines:
                found.append((lines["event"], lines["data"]))
    return found


def test_a_plain_run_on_the_wire(
    engine: Any, client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Text("Hello there friend", delay=0.05))
    thread_id = new_thread(client)
    events = raw_events(
        engine, f"/v1/threads/{thread_id}/runs", {"assistant_id": assistant.id, "stream": True}
    )
    assert events[-1] == ("done", "[DONE]")
    order = [name for name, _ in events]
    first = order.index("thread.message.delta")
    assert order[:first] == [*BEGIN_EVENTS, *TEXT_EVENTS[:4]]
    deltas = [json.loads(data) for name, data in events if name == "thread.message.delta"]
    assert order[first + len(deltas) :] == [*TEXT_EVENTS[5:], "done"]
    created = json.loads(events[0][1])
    assert (created["status"], created["object"]) == ("queued", "thread.run")
    message_id = json.loads(events[order.index("thread.message.created")][1])["id"]
    assert deltas[0] == {
        "id": message_id,
        "object": "thread.message.delta",
        "delta": {"content": [{"index": 0, "type": "text", "text": {"value": "Hello", "annotations": []}}]},
    }
    assert all(d["delta"]["content"][0]["text"].keys() == {"value"} for d in deltas[1:])
    assert "".join(d["delta"]["content"][0]["text"]["value"] for d in deltas) == "Hello there friend"
    message = json.loads(events[order.index("thread.message.created")][1])
    assert (message["status"], message["content"]) == ("in_progress", [])
    assert (
        json.loads(events[order.index("thread.message.completed")][1])["content"][0]["text"]["value"]
        == "Hello there friend"
    )


def test_create_and_run_begins_with_its_thread(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    events = list(
        client.beta.threads.create_and_run(
            assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "Hi"}]}, stream=True
        )
    )
    assert names(events) == ["thread.created", *BEGIN_EVENTS, *TEXT_EVENTS]
    assert events[0].data.id == events[1].data.thread_id
    assert events[-1].data.usage is not None


def test_function_calls_and_their_continuation(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(
        ToolCalls([("get_weather", '{"city": "Paris", "unit": "celsius"}'), ("get_time", "{}")]),
        Text("Fine."),
    )
    events = list(
        client.beta.threads.runs.create(
            new_thread(client), assistant_id=assistant.id, tools=[WEATHER, TIME], stream=True
        )
    )
    assert names(events) == [*BEGIN_EVENTS, *CALL_EVENTS]
    run = events[-1].data
    assert run.status == "requires_action"
    deltas = [e.data.delta.step_details.tool_calls for e in events if e.event == "thread.run.step.delta"]
    assert all(len(calls) == 1 for calls in deltas)
    openings = [calls[0] for calls in deltas if calls[0].id]
    assert [(c.index, c.function.name, c.function.arguments) for c in openings] == [
        (0, "get_weather", ""),
        (1, "get_time", ""),
    ]
    assert (
        "".join(c[0].function.arguments for c in deltas if c[0].index == 0)
        == '{"city": "Paris", "unit": "celsius"}'
    )
    more = list(
        client.beta.threads.runs.submit_tool_outputs(
            run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run, "21"), stream=True
        )
    )
    assert names(more) == [*GO_ON_EVENTS, *TEXT_EVENTS]
    assert [c.function.output for c in more[0].data.step_details.tool_calls] == ["21", "21"]
    assert more[1].data.required_action is None


def test_text_before_calls_is_a_message_of_its_own(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}")], text="Let me see."))
    events = list(
        client.beta.threads.runs.create(
            new_thread(client), assistant_id=assistant.id, tools=[WEATHER], stream=True
        )
    )
    assert names(events) == [*BEGIN_EVENTS, *TEXT_EVENTS[:7], *CALL_EVENTS]


@pytest.mark.parametrize(
    ("reply", "end"),
    [
        (
            Text("cut", finish_reason="length"),
            ["thread.message.incomplete", "thread.run.step.completed", "thread.run.incomplete"],
        ),
        (
            Text("one two three", drop_after=2),
            ["thread.message.incomplete", "thread.run.step.failed", "thread.run.failed"],
        ),
        (Error(400, "never"), ["thread.run.failed"]),
    ],
)
def test_ends_that_are_none(
    client: Any, upstream: ScriptedUpstream, assistant: Any, reply: Any, end: list[str]
) -> None:
    upstream.reply(reply)
    events = list(client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id, stream=True))
    begun = [] if len(end) == 1 else TEXT_EVENTS[:5]
    assert names(events) == [*BEGIN_EVENTS, *begun, *end]
    if end[-1] == "thread.run.failed":
        assert events[-1].data.last_error.message
        assert events[-1].data.failed_at is not None
    if len(end) == 3 and end[-1] == "thread.run.failed":
        assert events[-3].data.incomplete_details.reason == "run_failed"
        assert events[-3].data.content[0].text.value == "one two"
        assert events[-2].data.last_error.code == "server_error"


def test_cancelling_is_streamed(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("one two three", hang_after=2))
    seen = []
    for event in client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id, stream=True):
        seen.append(event)
        if event.event == "thread.message.delta" and sum(e.event == event.event for e in seen) == 1:
            run = seen[0].data
            time.sleep(0.2)
            client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
    order = names(seen)
    assert order == [
        *BEGIN_EVENTS, *TEXT_EVENTS[:5], "thread.run.cancelling", "thread.message.incomplete",
        "thread.run.step.cancelled", "thread.run.cancelled",
    ]  # fmt: skip
    text = "".join(e.data.delta.content[0].text.value for e in seen if e.event == "thread.message.delta")
    assert text == "one two" == seen[-3].data.content[0].text.value


# -- accumulators ----------------------------------------------------------------------------------------------------


def test_event_handlers_accumulate_exactly(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    log: list[str] = []

    class Handler(AssistantEventHandler):
        def on_text_created(self, text: Any) -> None:
            log.append("text created")

        def on_text_done(self, text: Any) -> None:
            log.append(f"text done {text.value}")

        def on_message_done(self, message: Any) -> None:
            log.append(f"message done {message.content[0].text.value}")

        def on_tool_call_created(self, tool_call: Any) -> None:
            log.append(f"call created {tool_call.function.name}")

        def on_tool_call_done(self, tool_call: Any) -> None:
            log.append(f"call done {tool_call.function.arguments}")

        def on_run_step_done(self, run_step: Any) -> None:
            log.append(f"step done {run_step.type}")

        def on_end(self) -> None:
            log.append("end")

    upstream.reply(
        ToolCalls([("get_weather", '{"city": "Paris"}'), ("get_time", '{"city": "Rome"}')]),
        Text("All is well.", delay=0.02),
    )
    thread_id = new_thread(client)
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant.id, tools=[WEATHER, TIME], event_handler=Handler()
    ) as stream:
        stream.until_done()
        run = stream.current_run
        [step] = stream.get_final_run_steps()
    assert [(c.id, c.function.name, c.function.arguments) for c in step.step_details.tool_calls] == [
        (c.id, c.function.name, c.function.arguments)
        for c in run.required_action.submit_tool_outputs.tool_calls
    ]
    assert log[:3] == ["call created get_weather", 'call done {"city": "Paris"}', "call created get_time"]
    log.clear()
    with client.beta.threads.runs.submit_tool_outputs_stream(
        run_id=run.id, thread_id=thread_id, tool_outputs=outputs_for(run), event_handler=Handler()
    ) as stream:
        text = "".join(stream.text_deltas)
        [message] = stream.get_final_messages()
        assert stream.get_final_run().status == "completed"
    assert text == message.content[0].text.value == "All is well."
    assert log == [
        "step done tool_calls", "text created", "text done All is well.", "message done All is well.",
        "step done message_creation", "end",
    ]  # fmt: skip


def test_asynchronous_accumulators(
    engine: Any, client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    class Handler(AsyncAssistantEventHandler):
        def __init__(self) -> None:
            super().__init__()
            self.texts: list[str] = []

        async def on_text_delta(self, delta: Any, snapshot: Any) -> None:
            self.texts.append(delta.value)

    async def drive() -> None:
        async with engine.async_client() as asynchronous:
            upstream.reply(ToolCalls([("get_weather", '{"city": "Paris"}')]), Text("All is well."))
            runs = asynchronous.beta.threads.runs
            thread_id = new_thread(client)
            async with runs.stream(thread_id=thread_id, assistant_id=assistant.id, tools=[WEATHER]) as stream:
                run = await stream.get_final_run()
            assert run.status == "requires_action"
            handler = Handler()
            async with runs.submit_tool_outputs_stream(
                run_id=run.id, thread_id=thread_id, tool_outputs=outputs_for(run), event_handler=handler
            ) as stream:
                await stream.until_done()
                [message] = await stream.get_final_messages()
            assert "".join(handler.texts) == message.content[0].text.value == "All is well."
            polled = await runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
            assert polled.status == "completed"

    asyncio.run(drive())


def test_many_small_pieces_are_gathered(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    pieces = [f"{number} " for number in range(2000)]
    upstream.reply(Text("", pieces=pieces))
    begun = time.monotonic()
    events = list(client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id, stream=True))
    took = time.monotonic() - begun
    deltas = [e.data.delta.content[0].text.value for e in events if e.event == "thread.message.delta"]
    assert "".join(deltas) == "".join(pieces)
    assert deltas[0] == "0 "  # the first at once
    assert len(deltas) <= took / 0.03 + 2


def test_slow_pieces_are_not_held_back(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("a b c d e", delay=0.15))
    events = list(client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id, stream=True))
    deltas = [e.data.delta.content[0].text.value for e in events if e.event == "thread.message.delta"]
    assert deltas == ["a", " b", " c", " d", " e"]


# -- readers ---------------------------------------------------------------------------------------------------------


def test_a_reader_that_goes_away_does_not_end_the_run(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Text("one two three four five", delay=0.05))
    thread_id = new_thread(client)
    with client.beta.threads.runs.create(thread_id, assistant_id=assistant.id, stream=True) as stream:
        run = next(iter(stream)).data
    done = wait_status(client, run, "completed")
    assert done.usage.completion_tokens == 5
    message = client.beta.threads.messages.list(thread_id).data[0]
    assert message.content[0].text.value == "one two three four five"


def test_a_reader_that_reads_nothing_holds_up_nobody(
    engine: Any, client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    pieces = ["x" * 1000] * 3000  # 3 MB, more than sockets hold
    upstream.reply(Text("", pieces=pieces))
    thread_id = new_thread(client)
    body = json.dumps({"assistant_id": assistant.id, "stream": True}).encode()
    head = (
        f"POST /v1/threads/{thread_id}/runs HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {engine.token}\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", engine.ready["port"])) as lazy:
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        lazy.sendall(head.encode() + body)
        deadline = time.monotonic() + 20
        while not (runs := client.beta.threads.runs.list(thread_id).data) or runs[0].status != "completed":
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert runs[0].status == "completed"
        # Now it reads: everything is still there, merged into few events.
        lazy.settimeout(20)
        received = bytearray()
        while not received.endswith(b"\r\n0\r\n\r\n"):
            received += lazy.recv(1 << 20)
    assert received.count(b"event: done") == 1
    deltas = [
        line
        for line in bytes(received).split(b"\n")
        if line.startswith(b'data: {"id"') and b"message.delta" in line
    ]
    assert sum(line.count(b"x") for line in deltas) >= 3_000_000 - 10 * len(deltas)
    assert len(deltas) < 1500


def test_two_hundred_runs_at_once(engine: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.default = Text("one two three", delay=0.01)

    async def drive() -> list[str]:
        async with engine.async_client(timeout=90.0, max_retries=0) as client:

            async def one(number: int) -> str:
                thread = await client.beta.threads.create(messages=[{"role": "user", "content": f"{number}"}])
                stream = await client.beta.threads.runs.create(
                    thread.id, assistant_id=assistant.id, stream=True
                )
                async with stream:
                    events = [event.event async for event in stream]
                assert events[-1] == "thread.run.completed", events
                return events[-1]

            return await asyncio.gather(*(one(number) for number in range(200)))

    assert len(asyncio.run(drive())) == 200


def test_a_wrong_request_is_an_error_and_no_stream(client: Any, assistant: Any) -> None:
    with pytest.raises(openai.NotFoundError):
        client.beta.threads.runs.create("thread_none", assistant_id=assistant.id, stream=True)


def test_a_connection_that_drops_at_once_is_tried_again(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Drop(), Text("There"))
    events = list(client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id, stream=True))
    assert events[-1].event == "thread.run.completed"

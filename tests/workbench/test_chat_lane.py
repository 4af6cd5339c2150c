"""The Chat Completions lane against a scripted service: the main path, and everything that services do wrong."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.core.entities import ModelRef
from app.core.errors import InvalidInput
from app.core.run_events import (
    FunctionCall,
    NeedsToolOutput,
    Notice,
    StepFinished,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    ToolOutput,
    Usage,
)
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.lane import Attachment, HistoryMessage, LaneSettings
from app.workbench.playground.metrics import measure
from tests.support.scripted_upstream import (
    Drop,
    Error,
    Hang,
    Raw,
    Recorded,
    Reply,
    ScriptedUpstream,
    Text,
    ToolCalls,
)
from tests.workbench.lanes import FixedClients, end, gather, notices, of, sent, text

KEY = "sk-marked-5566778899aa"
Scenario = Callable[[ChatLane, ScriptedUpstream], Awaitable[None]]


def run(scenario: Scenario, *, read_seconds: float = 5.0, **lane: Any) -> None:
    """Run a scenario with a lane on a scripted service of its own."""

    async def main() -> None:
        with ScriptedUpstream(models=("scripted-1", "other"), key=KEY) as service:
            clients = FixedClients({"acme": (service.base_url, KEY)}, read_seconds=read_seconds)
            try:
                await scenario(
                    ChatLane("left", ModelRef("acme", "scripted-1"), clients=clients, **lane), service
                )
            finally:
                await clients.close()

    asyncio.run(main())


def test_an_answer_streams_in_pieces_and_the_whole_conversation_is_sent_each_time() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("The sky is blue.", prompt_tokens=20), Text("So is the sea.", prompt_tokens=30))
        first = await gather(lane.send("Why is the sky blue?"))
        assert [e.text for e in of(TextDelta, first)] == ["The", " sky", " is", " blue."]
        assert all(
            e.lane == "left" and e.raw["object"] == "chat.completion.chunk" for e in of(TextDelta, first)
        )
        assert of(Usage, first)[0].prompt_tokens == 20
        assert of(Usage, first)[0].completion_tokens == 4
        assert end(first).status == "completed"
        request = sent(first)[0]
        assert (request.endpoint, request.messages, request.already_held) == (
            "POST /v1/chat/completions",
            1,
            0,
        )
        assert request.tokens == 6
        assert service.chats[0].body == request.request
        assert request.request["stream_options"] == {"include_usage": True}

        second = await gather(lane.send("And the sea?"))
        assert sent(second)[0].messages == 3
        assert [m["content"] for m in service.chats[1].body["messages"]] == [
            "Why is the sky blue?",
            "The sky is blue.",
            "And the sea?",
        ]
        assert lane.history == (
            HistoryMessage("user", "Why is the sky blue?"),
            HistoryMessage("assistant", "The sky is blue."),
            HistoryMessage("user", "And the sea?"),
            HistoryMessage("assistant", "So is the sea."),
        )
        await lane.reset()
        assert lane.history == ()
        assert sent(await gather(lane.send("Anew")))[0].messages == 1

    run(scenario)


def test_parameters_go_out_only_when_set() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        await gather(lane.send("Hi"))
        assert not {"temperature", "top_p", "max_tokens", "max_completion_tokens"} & set(
            service.chats[0].body
        )
        lane.settings = LaneSettings(instructions="Be brief.", temperature=0.0, top_p=0.5, max_tokens=7)
        await gather(lane.send("Again"))
        body = service.chats[1].body
        assert (body["temperature"], body["top_p"], body["max_tokens"]) == (0.0, 0.5, 7)
        assert body["messages"][0] == {"role": "system", "content": "Be brief."}
        assert len(body["messages"]) == 4

    run(scenario)


def test_another_model_continues_the_conversation() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        await gather(lane.send("Hi"))
        lane.model = ModelRef("acme", "other")
        await gather(lane.send("Again"))
        assert service.chats[1].body["model"] == "other"
        assert len(service.chats[1].body["messages"]) == 3
        assert lane.target == "other"

    run(scenario)


@pytest.mark.parametrize("prompt", ["", "   ", "\n\t\n", "\u00a0"])
def test_an_empty_prompt_is_refused_and_nothing_is_sent(prompt: str) -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        with pytest.raises(InvalidInput) as refused:
            lane.send(prompt)
        assert refused.value.field == "prompt"
        assert not lane.busy
        assert service.requests == []

    run(scenario)


@pytest.mark.parametrize(
    "prompt",
    [
        "日本語とemoji 👩‍👩‍👧‍👦 und ß",
        "שלום \u202eabc\u202c",
        "a\u0000b",
        "e\u0301\u0323" * 5,
        "\U0010ffff\ufeff\ufffe",
        "<|im_end|>",
        "\r\n\u2028x",
    ],
)
def test_any_unicode_arrives_unchanged_and_comes_back(prompt: str) -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("", pieces=[prompt[:1], prompt[1:]]))
        events = await gather(lane.send(prompt))
        assert service.chats[0].body["messages"] == [{"role": "user", "content": prompt}]
        assert text(events) == prompt
        assert end(events).status == "completed"

    run(scenario)


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        await gather(lane.send("a\ud83db \ud83d\ude00"))
        assert service.chats[0].body["messages"][0]["content"] == "a\ufffdb \U0001f600"

    run(scenario)


def test_a_prompt_of_a_megabyte_goes_through() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        prompt = "word " * 209_716
        events = await gather(lane.send(prompt))
        assert end(events).status == "completed"
        assert service.chats[0].body["messages"][0]["content"] == prompt
        assert (sent(events)[0].tokens or 0) > 200_000

    run(scenario)


FAILURES: list[tuple[str, Reply, str]] = [
    ("unknown model", Error(404, "The model does not exist", code="model_not_found"), "has no model “scripted-1”"),
    ("wrong key", Error(401, f"Incorrect API key: {KEY}"), "refuses the key"),
    ("bad request", Error(400, "temperature too high"), "temperature too high"),
    ("server error", Error(500, "oops"), "problem of its own"),
    ("dropped at once", Drop(), "broke off"),
    ("a web page", Raw(b"<!doctype html><html>Hello</html>", "text/html"), "a web page"),
    ("other JSON", Raw(b'{"status": "ok"}'), "something else than an answer"),
    ("nothing", Raw(b"", "text/event-stream"), "without saying that it was complete"),
    ("out of credit", Error(429, "You exceeded your current quota", code="insufficient_quota", headers={"retry-after": "1"}), "no credit"),
    ("too long a wait", Error(429, "Slow down", headers={"retry-after": "3600"}), "too many requests"),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "words"), [f[1:] for f in FAILURES], ids=[f[0] for f in FAILURES])
def test_a_failure_ends_the_answer_in_words_and_the_lane_goes_on(reply: Reply, words: str) -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        await gather(lane.send("First"))
        service.reply(reply)
        events = await gather(lane.send("Second"))
        failed = end(events)
        assert failed.status == "failed"
        assert words in failed.error
        assert failed.advice
        assert KEY not in f"{failed}"
        assert len(service.chats) == 2  # no silent repetition
        assert not lane.busy
        assert len(lane.history) == 2  # what got no answer is not sent again with the next prompt
        again = await gather(lane.send("Third"))
        assert end(again).status == "completed"
        assert [m["content"] for m in service.chats[-1].body["messages"]][::2] == ["First", "Third"]

    run(scenario)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Text("one two three four", drop_after=2), "broke off"),
        (Text("one two three four", hang_after=2), "stopped answering"),
        (Text("one two three four", malformed_after=2), "not the API's format"),
        (
            Raw(
                b'data: {"id":"c","choices":[{"index":0,"delta":{"content":"one two"},"finish_reason":null}]}\n\n',
                "text/event-stream",
            ),
            "without saying that it was complete",
        ),
    ],
    ids=["dropped", "hung", "malformed", "ended early"],
)
def test_half_an_answer_is_kept_shown_and_sent_along(reply: Reply, words: str) -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(reply)
        events = await gather(lane.send("Count"))
        assert text(events) == "one two"
        assert end(events).status == "failed"
        assert words in end(events).error
        assert lane.history == (
            HistoryMessage("user", "Count"),
            HistoryMessage("assistant", "one two", partial=True),
        )
        await gather(lane.send("Go on"))
        assert [m["content"] for m in service.chats[-1].body["messages"]] == ["Count", "one two", "Go on"]

    run(scenario, read_seconds=0.3)


def test_a_server_that_hangs_is_mentioned_then_given_up() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Hang())
        events = await gather(lane.send("Hello?"))
        assert [n for n in notices(events) if "has said nothing for" in n]
        assert "stopped answering" in end(events).error

    run(scenario, read_seconds=0.5, quiet_seconds=0.1)


def test_nobody_there() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            lane._clients.services["acme"] = (f"http://127.0.0.1:{taken.getsockname()[1]}/v1", KEY)  # type: ignore[attr-defined]
            failed = end(await gather(lane.send("Hi")))
        assert "refused" in failed.error
        lane.model = ModelRef("gone", "x")
        assert "does not exist any more" in end(await gather(lane.send("Hi"))).error

    run(scenario)


def test_a_rate_limit_is_waited_for_as_long_as_asked_and_shown() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(
            Error(429, "Slow down", headers={"retry-after": "1"}),
            Error(429, "Slow down", headers={"retry-after-ms": "100"}),
            Error(503, "Overloaded", headers={"retry-after": "0"}),
            Text("At last."),
        )
        begun = time.monotonic()
        events = await gather(lane.send("Hi"))
        assert text(events) == "At last."
        assert len(service.chats) == 4
        times = [request.at for request in service.chats]
        assert 1.0 <= times[1] - times[0] < 2.5
        assert 0.1 <= times[2] - times[1] < 1
        waits = [n for n in of(Notice, events) if n.retry_after is not None]
        assert [n.retry_after for n in waits] == [1.0, 0.1, 0.0]
        assert "trying again in 1 second (attempt 2 of 5)" in waits[0].text
        assert "overloaded" in waits[2].text
        figures = measure(events)
        assert figures.retries == 3
        assert figures.waited == pytest.approx(1.1)
        assert (figures.first_token or 9) < 1  # the waiting is not the model's slowness
        assert (figures.total or 0) >= 1.1
        assert time.monotonic() - begun < 5

    run(scenario)


def test_a_rate_limit_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.workbench.playground.retries.FIRST_WAIT", 0.01)

    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.default = Error(429, "Slow down")
        events = await gather(lane.send("Hi"))
        assert "too many requests" in end(events).error
        assert len(service.chats) == 5
        assert len([n for n in of(Notice, events) if n.retry_after]) == 4

    run(scenario)


@pytest.mark.parametrize("when", ["waiting", "streaming", "rate limited"])
def test_stop_ends_at_once_and_keeps_what_came(when: str) -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        replies: dict[str, Reply] = {
            "waiting": Hang(),
            "streaming": Text("one two three " * 200, delay=0.02),
            "rate limited": Error(429, "x", headers={"retry-after": "60"}),
        }
        service.reply(replies[when])
        events: list[Any] = []

        async def listen() -> None:
            async for event in lane.send("Go"):
                events.append(event)  # noqa: PERF401 - looked at meanwhile

        listening = asyncio.ensure_future(listen())
        while len(of(TextDelta, events)) < 3 if when == "streaming" else not service.chats:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        begun = time.monotonic()
        assert lane.busy
        await lane.cancel()
        await listening
        assert time.monotonic() - begun < 1
        assert end(events).status == "cancelled"
        assert not lane.busy
        if when == "streaming":
            assert lane.history[1].partial
            assert lane.history[1].text == text(events)
        else:
            assert lane.history == ()
        await lane.cancel()
        service.reply(Text("Fine."))
        assert text(await gather(lane.send("Again"))) == "Fine."

    run(scenario, read_seconds=60)


def test_a_lane_answers_one_prompt_at_a_time() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("slow answer", delay=0.05))
        first = asyncio.ensure_future(gather(lane.send("Go")))
        await asyncio.sleep(0.02)
        with pytest.raises(InvalidInput):
            lane.send("Too soon")
        assert end(await first).status == "completed"

    run(scenario)


def test_a_listener_that_leaves_stops_the_answer() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("one two three " * 200, delay=0.02))
        events = lane.send("Go")
        async for event in events:
            if isinstance(event, TextDelta):
                break
        await events.aclose()  # type: ignore[attr-defined]
        assert not lane.busy
        assert end(await gather(lane.send("Again"))).status == "completed"

    run(scenario)


def test_retry_answers_the_last_prompt_again_in_place() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        assert "no prompt" in end(await gather(lane.retry())).error
        service.reply(Text("One."), Error(500), Text("Two."), Text("Three."))
        await gather(lane.send("First"))
        await gather(lane.send("Second"))
        assert text(await gather(lane.retry())) == "Two."
        assert text(await gather(lane.retry())) == "Three."
        assert [m.text for m in lane.history] == ["First", "One.", "Second", "Three."]
        assert [m["content"] for m in service.chats[-1].body["messages"]] == ["First", "One.", "Second"]

    run(scenario)


@pytest.mark.parametrize(
    ("reason", "status", "words"),
    [
        ("stop", "completed", ""),
        ("length", "incomplete", "token limit"),
        ("content_filter", "incomplete", "content filter"),
        ("eos", "completed", ""),
    ],
)
def test_reasons_to_end(reason: str, status: str, words: str) -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("Half", finish_reason=reason))
        events = await gather(lane.send("Hi"))
        assert end(events).status == status
        assert words in end(events).error
        assert text(events) == "Half"
        assert not lane.history[1].partial

    run(scenario)


def test_a_refusal_is_shown_as_the_answer() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("", refusal="I cannot help with that."))
        assert text(await gather(lane.send("Hi"))) == "I cannot help with that."

    run(scenario)


def test_a_server_that_cannot_stream_is_understood() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        answer = {
            "id": "c",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": "All at once."}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7},
        }  # fmt: skip
        service.reply(Raw(json.dumps(answer).encode()))
        events = await gather(lane.send("Hi"))
        assert text(events) == "All at once."
        assert end(events).status == "completed"
        assert of(Usage, events)[0].total_tokens == 7

    run(scenario)


def test_a_server_that_does_not_know_stream_options_is_asked_without_them() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        def picky(request: Recorded) -> Reply:
            if "stream_options" in request.body:
                return Error(400, "Unrecognized request argument supplied: stream_options")
            return Text("Fine.")

        service.default = picky
        events = await gather(lane.send("Hi"))
        assert text(events) == "Fine."
        assert of(Usage, events) == []
        figures = measure(events)
        assert figures.completion_tokens is None
        assert figures.tokens_per_second is None
        await gather(lane.send("Again"))
        assert len(service.chats) == 3  # learned

    run(scenario)


def test_function_calls_are_answered_by_the_handler_until_there_is_an_answer() -> None:
    asked: list[tuple[FunctionCall, ...]] = []

    async def handler(calls: tuple[FunctionCall, ...]) -> dict[str, str]:
        asked.append(calls)
        return {call.call_id: f"{call.name} says {len(asked)}" for call in calls}

    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(
            ToolCalls(
                [("weather", '{"city": "Ulm"}'), ("clock", "{}")],
                text="Let me see.",
                ids=["call_a", "call_b"],
            ),
            ToolCalls([("clock", '{"zone": "UTC"}')], ids=["call_c"]),
            Text("Sunny."),
        )
        events = await gather(lane.send("Weather?"))
        assert [[c.name for c in calls] for calls in asked] == [["weather", "clock"], ["clock"]]
        assert asked[0][0].arguments == '{"city": "Ulm"}'
        assert [e.step_id for e in of(StepStarted, events)] == ["call_a", "call_b", "call_c"]
        assert (
            "".join(e.arguments for e in of(ToolCallDelta, events) if e.call_id == "call_a")
            == '{"city": "Ulm"}'
        )
        assert [e.output for e in of(ToolOutput, events)] == [
            "weather says 1",
            "clock says 1",
            "clock says 2",
        ]
        assert {e.status for e in of(StepFinished, events)} == {"completed"}
        assert len(of(NeedsToolOutput, events)) == 2
        assert end(events).status == "completed"
        assert [e.messages for e in sent(events)] == [1, 4, 6]
        last = service.chats[-1].body["messages"]
        assert [m["role"] for m in last] == ["user", "assistant", "tool", "tool", "assistant", "tool"]
        assert last[2] == {"role": "tool", "tool_call_id": "call_a", "content": "weather says 1"}
        assert service.chats[0].body["tools"][0]["function"]["name"] == "weather"

    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    run(scenario, tools=(tool,), tool_handler=handler)


def test_calls_without_a_handler_wait_for_a_person() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(
            ToolCalls([("weather", "{}"), ("clock", "{}")], ids=["call_a", "call_b"]), Text("Sunny.")
        )
        events = await gather(lane.send("Weather?"))
        assert end(events).status == "requires_action"
        assert [c.name for c in of(NeedsToolOutput, events)[0].calls] == ["weather", "clock"]
        incomplete = await gather(lane.submit({"call_a": "sun"}))
        assert "Every call needs its output" in end(incomplete).error
        done = await gather(lane.submit({"call_a": "sun", "call_b": "noon"}))
        assert text(done) == "Sunny."
        assert "Every call" in end(await gather(lane.submit({}))).error

    run(scenario)


def test_a_new_prompt_instead_of_outputs_is_possible() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(ToolCalls([("weather", "{}")], ids=["call_a"]), Text("Fine."))
        await gather(lane.send("Weather?"))
        assert text(await gather(lane.send("Never mind"))) == "Fine."
        assert [m["role"] for m in service.chats[-1].body["messages"]] == [
            "user",
            "assistant",
            "tool",
            "user",
        ]

    run(scenario)


def test_functions_without_end_are_stopped() -> None:
    async def handler(calls: tuple[FunctionCall, ...]) -> dict[str, str]:
        return {call.call_id: "again" for call in calls}

    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.default = ToolCalls([("loop", "{}")])
        assert "25 times" in end(await gather(lane.send("Go"))).error

    run(scenario, tool_handler=handler)


def test_images_and_texts_can_be_attached_and_other_files_are_refused() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        png = Attachment("a.png", "image/png", b"\x89PNG")
        note = Attachment("n.txt", "text/plain", "Grüße".encode())
        await gather(lane.send("Look", [png, note]))
        parts = service.chats[0].body["messages"][0]["content"]
        assert parts[0] == {"type": "text", "text": "Look"}
        assert parts[1]["image_url"]["url"] == "data:image/png;base64,iVBORw=="
        assert "Grüße" in parts[2]["text"]
        refused = end(
            await gather(lane.send("Read", [Attachment("a.zip", "application/zip", b"PK\x00\xff")]))
        )
        assert "a.zip" in refused.error

    run(scenario)


def test_news_of_the_engine_is_told_while_it_is_waited_for() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(Text("slow", delay=0.1))
        listening = asyncio.ensure_future(gather(lane.send("Hi")))
        await asyncio.sleep(0.05)
        clients = lane._clients
        assert isinstance(clients, FixedClients)
        assert clients.told is not None
        clients.told("The model is being loaded.")
        assert notices(await listening) == ["The model is being loaded."]
        assert clients.told is None

    run(scenario)


def test_a_bug_in_a_handler_ends_the_answer_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    class Bug(Exception):
        """Nobody expects it."""

    async def handler(calls: tuple[FunctionCall, ...]) -> dict[str, str]:
        raise Bug("handler")

    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        service.reply(ToolCalls([("x", "{}")]), Text("Fine."))
        failed = end(await gather(lane.send("Go")))
        assert failed.status == "failed"
        assert "handler" in failed.details
        assert text(await gather(lane.send("On"))) == "Fine."

    run(scenario, tool_handler=handler)
    assert "a lane failed unexpectedly" in caplog.text


def test_an_answer_that_nobody_listens_to_is_not_begun() -> None:
    async def scenario(lane: ChatLane, service: ScriptedUpstream) -> None:
        lane.send("Hi")
        await asyncio.sleep(0.05)
        assert service.requests == []
        assert end(await gather(lane.send("Hi"))).status == "completed"

    run(scenario)

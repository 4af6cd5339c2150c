"""The Responses lane over the real engine, whose model is a scripted service."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.core.entities import ENGINE, ModelRef
from app.core.run_events import FunctionCall, NeedsToolOutput, ObjectCreated, ToolOutput, Usage
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.lane import Attachment, BaseLane, LaneSettings
from app.workbench.playground.responses_lane import ResponsesLane
from app.workbench.playground.variables import fill, names_in
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text, ToolCalls
from tests.workbench.lanes import FixedClients, end, gather, of, sent, text

MODEL = ModelRef(ENGINE, "scripted-1")
WEATHER = {
    "type": "function",
    "function": {"name": "weather", "parameters": {"type": "object", "properties": {}}},
}
PNG = bytes.fromhex("89504e470d0a1a0a")
Run = Callable[[Callable[..., Awaitable[None]]], None]


@pytest.fixture
def run(engine: Any, upstream: ScriptedUpstream) -> Run:
    """Run a scenario with a way to make lanes on the session's engine."""

    def run(scenario: Callable[..., Awaitable[None]]) -> None:
        async def main() -> None:
            clients = FixedClients({ENGINE: (engine.base_url, engine.token)})

            def make(kind: type[BaseLane] = ResponsesLane, **lane: Any) -> Any:
                if kind is AssistantsLane:
                    return AssistantsLane("lane", MODEL, clients=clients, **lane)
                return kind("lane", MODEL, clients=clients, **lane)  # type: ignore[call-arg]

            clients.services["chat"] = (upstream.base_url, "")
            try:
                await scenario(make)
            finally:
                await clients.close()

        asyncio.run(main())

    return run


def asked(upstream: ScriptedUpstream) -> list[str]:
    return [m["content"] for m in upstream.requests[-1].body["messages"] if isinstance(m["content"], str)]


def test_each_request_carries_the_new_prompt_alone_and_goes_on_from_the_answer_before(
    run: Run, upstream: ScriptedUpstream
) -> None:
    async def scenario(make: Any) -> None:
        lane = make(settings=LaneSettings("Be brief.", 0.5, 0.9, 64))
        upstream.reply(Text("The sky is blue.", prompt_tokens=20), Text("So is the sea."))
        first = await gather(lane.send("Why is the sky blue?"))
        assert text(first) == "The sky is blue."
        assert end(first).status == "completed"
        assert [u.prompt_tokens for u in of(Usage, first)] == [20]
        (made,) = of(ObjectCreated, first)
        assert made.kind == "response"
        second = await gather(lane.send("And the sea?"))
        (request,) = sent(second)
        assert request.request["previous_response_id"] == made.id
        assert request.request["input"] == "And the sea?"
        assert request.request["instructions"] == "Be brief."
        assert request.request["max_output_tokens"] == 64
        assert (request.messages, request.already_held) == (1, 2)
        assert asked(upstream) == ["Be brief.", "Why is the sky blue?", "The sky is blue.", "And the sea?"]
        assert [m.text for m in lane.history][-1] == "So is the sea."

    run(scenario)


def test_a_conversation_object_keeps_what_is_said_where_it_is_wanted(
    run: Run, upstream: ScriptedUpstream
) -> None:
    async def scenario(make: Any) -> None:
        lane = make(settings=LaneSettings(keep_in_conversation=True))
        upstream.reply(Text("One."), Text("Two."), Text("Two again."), Text("Three."))
        first = await gather(lane.send("1"))
        assert [made.kind for made in of(ObjectCreated, first)] == ["conversation", "response"]
        second = await gather(lane.send("2"))
        assert sent(second)[0].request["conversation"] == of(ObjectCreated, first)[0].id
        assert asked(upstream) == ["1", "One.", "2"]
        again = await gather(lane.retry())
        assert text(again) == "Two again."
        assert asked(upstream) == ["1", "One.", "2"]
        lane.settings = LaneSettings()
        await gather(lane.send("3"))
        assert asked(upstream) == ["1", "One.", "2", "Two again.", "3"]

    run(scenario)


def test_a_broken_answer_is_kept_and_sent_along_whole(run: Run, upstream: ScriptedUpstream) -> None:
    async def scenario(make: Any) -> None:
        lane = make()
        upstream.reply(Text("one two three four", drop_after=2), Text("fine"))
        broken = await gather(lane.send("Count"))
        assert end(broken).status == "failed"
        assert end(broken).error
        assert lane.history[-1].partial
        await gather(lane.send("Go on"))
        assert asked(upstream)[0] == "Count"
        assert asked(upstream)[-1] == "Go on"
        assert lane.history[-1].text == "fine"
        upstream.reply(Error(401, "Incorrect API key"))
        refused = await gather(lane.send("Again"))
        assert end(refused).status == "failed"

    run(scenario)


def test_functions_are_called_and_their_outputs_go_on_from_the_response(
    run: Run, upstream: ScriptedUpstream
) -> None:
    async def scenario(make: Any) -> None:
        async def handler(calls: tuple[FunctionCall, ...]) -> dict[str, str]:
            return {call.call_id: f"sunny for {call.arguments}" for call in calls}

        upstream.reply(ToolCalls([("weather", '{"city": "Rome"}')]), Text("Sunny."))
        lane = make(tools=(WEATHER,), tool_handler=handler)
        events = await gather(lane.send("Weather?"))
        assert text(events) == "Sunny."
        assert [o.output for o in of(ToolOutput, events)] == ['sunny for {"city": "Rome"}']
        assert len(sent(events)) == 2
        assert upstream.requests[-1].body["messages"][-1]["content"] == 'sunny for {"city": "Rome"}'

        upstream.reply(ToolCalls([("weather", "{}")]), Text("Rainy."))
        stopping = make(tools=(WEATHER,))
        waits = await gather(stopping.send("Weather?"))
        assert end(waits).status == "requires_action"
        (needed,) = of(NeedsToolOutput, waits)
        answer = await gather(stopping.submit({needed.calls[0].call_id: "rain"}))
        assert text(answer) == "Rainy."

    run(scenario)


def test_images_and_texts_go_along_and_other_files_are_refused_in_words(
    run: Run, upstream: ScriptedUpstream
) -> None:
    async def scenario(make: Any) -> None:
        lane = make()
        files = [Attachment("a.png", "image/png", PNG), Attachment("b.txt", "text/plain", b"hello")]
        assert end(await gather(lane.send("Look", files))).status == "completed"
        parts = upstream.requests[-1].body["messages"][-1]["content"]
        assert {part["type"] for part in parts} == {"text", "image_url"}
        refused = end(await gather(lane.send("Look", [Attachment("c.bin", "application/x", b"\0\xff")])))
        assert "c.bin" in refused.error

    run(scenario)


@pytest.mark.parametrize("kind", [ChatLane, AssistantsLane, ResponsesLane])
def test_every_lane_goes_back_to_a_prompt_and_on_from_there(
    run: Run, upstream: ScriptedUpstream, kind: type[BaseLane], engine: Any
) -> None:
    async def scenario(make: Any) -> None:
        lane = make(kind)
        if kind is ChatLane:
            lane.model = ModelRef("chat", "scripted-1")
        upstream.reply(Text("One."), Text("Two."), Text("Three."), Text("Two, better."))
        for prompt in ("1", "2", "3"):
            await gather(lane.send(prompt))
        old = getattr(lane, "thread_id", "")
        lane.rewind(1)
        events = await gather(lane.send("2b"))
        assert asked(upstream) == ["1", "One.", "2b"]
        assert [m.text for m in lane.history] == ["1", "One.", "2b", "Two, better."]
        if kind is AssistantsLane:
            assert lane.thread_id != old
            assert of(ObjectCreated, events)[0].raw["metadata"]["branch_of"] == old
        upstream.reply(Text("Zero."))
        lane.rewind(0)
        await gather(lane.send("0"))
        assert asked(upstream) == ["0"]

    run(scenario)


def test_variables_are_found_and_filled_in() -> None:
    assert names_in("Dear {{name}}, {{ the city }} {{name}} {{}} {{1}} { {x} }") == ("name", "the city")
    assert fill("Dear {{ name }} of {{city}}", {"name": "A {{city}}"}) == "Dear A {{city}} of {{city}}"

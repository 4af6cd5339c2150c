"""The Assistants lane over the real engine, whose model is a scripted service."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.connections.client import make_engine_client
from app.connections.secrets import Key
from app.core.entities import ENGINE, MARK, MARK_PLAYGROUND, ModelRef
from app.core.errors import InvalidInput, NotFound
from app.core.run_events import (
    FunctionCall,
    NeedsToolOutput,
    Notice,
    ObjectCreated,
    StepFinished,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    ToolOutput,
    Usage,
)
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.lane import Attachment, HistoryMessage, LaneSettings
from app.workbench.playground.metrics import measure
from tests.support.scripted_upstream import Error, Hang, Recorded, Reply, ScriptedUpstream, Text, ToolCalls
from tests.workbench.lanes import FixedClients, end, gather, notices, of, sent, text

MODEL = ModelRef(ENGINE, "scripted-1")
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}
Scenario = Callable[[AssistantsLane, Any], Awaitable[None]]


@pytest.fixture
def run(engine: Any, upstream: ScriptedUpstream) -> Callable[..., None]:
    """Run a scenario with a lane on the session's engine, and the SDK's client beside it."""

    def run(scenario: Scenario, target: ModelRef | AssistantRef = MODEL, **lane: Any) -> None:
        async def main() -> None:
            clients = FixedClients({ENGINE: (engine.base_url, engine.token)})
            beside = make_engine_client(engine.base_url, Key(engine.token))
            try:
                await scenario(AssistantsLane("right", target, clients=clients, **lane), beside)
            finally:
                await clients.close()
                await beside.close()

        asyncio.run(main())

    return run


def test_the_thread_keeps_the_conversation_and_only_the_new_message_is_sent(
    run: Any, upstream: ScriptedUpstream
) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        upstream.reply(Text("The sky is blue.", prompt_tokens=20), Text("So is the sea.", prompt_tokens=30))
        first = await gather(lane.send("Why is the sky blue?"))
        assert text(first) == "The sky is blue."
        assert end(first).status == "completed"
        assert end(first).raw["status"] == "completed"
        assert [e.kind for e in of(ObjectCreated, first)] == ["thread", "run"]
        assert of(ObjectCreated, first)[0].id == lane.thread_id
        steps = of(StepStarted, first)
        assert [s.kind for s in steps] == ["message"]
        finished = of(StepFinished, first)
        assert [(s.step_id, s.status) for s in finished] == [(steps[0].step_id, "completed")]
        assert finished[0].details["type"] == "message_creation"
        assert of(Usage, first)[0].prompt_tokens == 20
        assert [e.endpoint for e in sent(first)] == [
            "POST /v1/threads",
            f"POST /v1/threads/{lane.thread_id}/messages",
            f"POST /v1/threads/{lane.thread_id}/runs",
        ]
        figures = measure(first)
        assert (figures.sent_messages, figures.sent_tokens, figures.already_held) == (1, 6, 0)
        assert figures.completion_tokens == 4
        assert figures.steps == 1

        second = await gather(lane.send("And the sea?"))
        figures = measure(second)
        assert (figures.sent_messages, figures.already_held) == (1, 2)
        assert figures.held_words == "the thread already held 2 messages"
        assert [m["content"] for m in upstream.chats[1].body["messages"] if m["role"] != "system"] == [
            "Why is the sky blue?",
            "The sky is blue.",
            "And the sea?",
        ]
        assert measure(await gather(lane.send("More"))).already_held == 4
        assert lane.history[:2] == (
            HistoryMessage("user", "Why is the sky blue?"),
            HistoryMessage("assistant", "The sky is blue."),
        )
        stored = await client.beta.threads.messages.list(lane.thread_id, order="asc")
        assert len(stored.data) == 6
        thread = await client.beta.threads.retrieve(lane.thread_id)
        assert thread.metadata["title"] == "Why is the sky blue?"

    run(scenario)


def test_a_plain_model_gets_one_assistant_that_all_lanes_and_starts_share(
    run: Any, upstream: ScriptedUpstream, engine: Any
) -> None:
    async def marked(client: Any) -> list[str]:
        found = [a async for a in client.beta.assistants.list(limit=100)]
        return [a.id for a in found if a.metadata.get(MARK) == MARK_PLAYGROUND and a.model == "scripted-1"]

    async def scenario(lane: AssistantsLane, client: Any) -> None:
        shared = AdHocAssistants()
        clients = FixedClients({ENGINE: (engine.base_url, engine.token)})
        lanes = [AssistantsLane(str(n), MODEL, clients=clients, ad_hoc=shared) for n in range(3)]
        await asyncio.gather(*(gather(each.send("Hi")) for each in lanes))
        await gather(lane.send("Hi"))  # as another start of the program: it looks for the mark
        ids = await marked(client)
        assert len(ids) == 1
        # Deleted by somebody: made again without a word.
        await client.beta.assistants.delete(ids[0])
        assert end(await gather(lane.send("Again"))).status == "completed"
        assert len(await marked(client)) == 1
        assert await marked(client) != ids
        await clients.close()

    run(scenario)


def test_a_chosen_assistant_answers_with_its_instructions_and_the_lanes_parameters(
    run: Any, upstream: ScriptedUpstream, client: Any
) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", name="Poet", instructions="Rhyme.")

    async def scenario(lane: AssistantsLane, _: Any) -> None:
        assert lane.target == "Poet"
        await gather(lane.send("Hi"))
        assert upstream.chats[0].body["messages"][0]["content"].startswith("Rhyme.")
        lane.settings = LaneSettings(temperature=0.25, max_tokens=300)
        events = await gather(lane.send("Hi"))
        assert sent(events)[-1].request == {
            "assistant_id": assistant.id,
            "stream": True,
            "temperature": 0.25,
            "max_completion_tokens": 300,
        }
        assert upstream.chats[1].body["temperature"] == 0.25
        client.beta.assistants.delete(assistant.id)
        failed = end(await gather(lane.send("Hi")))
        assert "“Poet” was deleted" in failed.error
        assert failed.advice

    run(scenario, AssistantRef(assistant.id, "Poet", "scripted-1"))


def test_functions_are_answered_by_the_handler_and_the_run_goes_on(
    run: Any, upstream: ScriptedUpstream, client: Any
) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", tools=[WEATHER])
    asked: list[FunctionCall] = []

    async def handler(calls: tuple[FunctionCall, ...]) -> dict[str, str]:
        asked.extend(calls)
        return {call.call_id: "sunny" for call in calls}

    async def scenario(lane: AssistantsLane, _: Any) -> None:
        upstream.reply(
            ToolCalls([("weather", '{"city": "Ulm"}'), ("weather", '{"city": "Bonn"}')]),
            Text("Sunny in both."),
        )
        events = await gather(lane.send("Weather?"))
        assert [c.arguments for c in asked] == ['{"city": "Ulm"}', '{"city": "Bonn"}']
        assert end(events).status == "completed"
        assert text(events) == "Sunny in both."
        assert [s.kind for s in of(StepStarted, events)] == ["function", "message"]
        for call in asked:
            pieces = [e.arguments for e in of(ToolCallDelta, events) if e.call_id == call.call_id]
            assert "".join(pieces) == call.arguments
        assert [e.output for e in of(ToolOutput, events)] == ["sunny", "sunny"]
        assert [s.status for s in of(StepFinished, events)] == ["completed", "completed"]
        assert len(of(NeedsToolOutput, events)) == 1
        assert sent(events)[-1].endpoint.endswith("/submit_tool_outputs")
        assert len(of(ObjectCreated, events)) == 2
        assert len(of(Usage, events)) == 1

    run(scenario, AssistantRef(assistant.id, "Weather", "scripted-1"), tool_handler=handler)


def test_functions_without_a_handler_wait_for_a_person(
    run: Any, upstream: ScriptedUpstream, client: Any
) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", tools=[WEATHER])

    async def scenario(lane: AssistantsLane, beside: Any) -> None:
        upstream.reply(
            ToolCalls([("weather", "{}")]), Text("Sunny."), ToolCalls([("weather", "{}")]), Text("Fine.")
        )
        events = await gather(lane.send("Weather?"))
        assert end(events).status == "requires_action"
        call = of(NeedsToolOutput, events)[0].calls[0]
        wrong = await gather(lane.submit({}))
        assert end(wrong).status == "failed"
        done = await gather(lane.submit({call.call_id: "sun"}))
        assert text(done) == "Sunny."
        assert end(done).status == "completed"
        assert lane.history[-1] == HistoryMessage("assistant", "Sunny.")
        assert "Nothing waits" in end(await gather(lane.submit({call.call_id: "sun"}))).error
        # A new prompt instead of outputs: the waiting run is stopped first.
        assert end(await gather(lane.send("Weather?"))).status == "requires_action"
        assert text(await gather(lane.send("Never mind"))) == "Fine."
        runs = await beside.beta.threads.runs.list(lane.thread_id)
        assert sorted(r.status for r in runs.data) == ["cancelled", "completed", "completed"]

    run(scenario, AssistantRef(assistant.id, "Weather", "scripted-1"))


def test_stop_cancels_the_run_on_the_server_and_the_lane_goes_on(
    run: Any, upstream: ScriptedUpstream
) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        upstream.reply(Text("one two three " * 300, delay=0.02))
        events: list[Any] = []

        async def listen() -> None:
            async for event in lane.send("Count"):
                events.append(event)  # noqa: PERF401 - looked at meanwhile

        listening = asyncio.ensure_future(listen())
        while len(of(TextDelta, events)) < 3:
            await asyncio.sleep(0.01)
        begun = time.monotonic()
        await lane.cancel()
        await listening
        assert time.monotonic() - begun < 2.5
        assert end(events).status == "cancelled"
        assert {s.status for s in of(StepFinished, events)} == {"cancelled"}
        assert lane.history[-1].partial
        assert lane.history[-1].text == text(events)
        runs = await client.beta.threads.runs.list(lane.thread_id)
        assert runs.data[0].status == "cancelled"
        upstream.reply(Text("Fine."))
        again = await gather(lane.send("Go on"))
        assert text(again) == "Fine."
        assert measure(again).already_held == 2

    run(scenario)


def test_stop_before_the_first_word(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        upstream.reply(Hang())
        listening = asyncio.ensure_future(gather(lane.send("Count")))
        while not upstream.chats:
            await asyncio.sleep(0.01)
        begun = time.monotonic()
        await lane.cancel()
        assert end(await listening).status == "cancelled"
        assert time.monotonic() - begun < 2.5
        assert text(await gather(lane.send("Again"))) == "Hello from the scripted model."

    run(scenario)


@pytest.mark.parametrize(
    ("reply", "words", "kept"),
    [
        (Error(401, "Incorrect API key"), "asks for a key", ""),
        (Error(400, "temperature too high"), "temperature too high", ""),
        (Text("one two three four", drop_after=2), "broke", "one two"),
        (Text("one two three four", malformed_after=2), "format", "one two"),
    ],
    ids=["401", "400", "dropped", "malformed"],
)
def test_what_goes_wrong_at_the_model_is_told_in_words(
    run: Any, upstream: ScriptedUpstream, reply: Reply, words: str, kept: str
) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        upstream.reply(*[reply] * 6)
        events = await gather(lane.send("Count"))
        assert text(events) == kept
        failed = end(events)
        assert failed.status == "failed"
        assert words in failed.error
        assert failed.advice
        upstream.reset()
        assert text(await gather(lane.send("Again"))) == "Hello from the scripted model."

    run(scenario)


def test_an_unknown_model_is_told_by_name(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        failed = end(await gather(lane.send("Hi")))
        assert failed.status == "failed"
        assert "no-such-model" in failed.error

    run(scenario, ModelRef(ENGINE, "no-such-model"))


def test_a_rate_limit_is_waited_for_by_the_engine_and_shown_here(
    run: Any, upstream: ScriptedUpstream
) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        upstream.reply(Error(429, "Slow down", headers={"retry-after": "2"}), Text("At last."))
        events = await gather(lane.send("Hi"))
        assert text(events) == "At last."
        first, second = (request.at for request in upstream.chats)
        assert 2 <= second - first < 4
        waits = [n for n in of(Notice, events) if n.retry_after]
        assert [n.retry_after for n in waits] == [2.0]
        assert "too many requests" in waits[0].text
        assert "Trying again in 2.0 seconds" in waits[0].text

    run(scenario)


def test_any_prompt_and_no_prompt(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        for nothing in ("", " \n"):
            with pytest.raises(InvalidInput):
                lane.send(nothing)

        def echo(request: Recorded) -> Reply:
            return Text(
                request.body["messages"][-1]["content"], pieces=[request.body["messages"][-1]["content"]]
            )

        for prompt in (
            "日本語 👩‍👩‍👧‍👦 ß \u202eabc\u202c",
            "a\ud83db",
            "a\u0000b",
            "<|im_end|>",
            "e\u0301\u0323" * 5,
        ):
            upstream.default = echo
            events = await gather(lane.send(prompt))
            assert end(events).status == "completed", end(events)
            assert text(events) == prompt.replace("\ud83d", "\ufffd")

    run(scenario)


def test_a_prompt_of_a_megabyte_ends_in_an_answer_or_in_words(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        events = await gather(lane.send("word " * 209_716))
        last = end(events)
        assert last.status == "completed" or ("256" in last.error or "long" in last.error), last
        assert end(await gather(lane.send("Short"))).status == "completed"

    run(scenario)


def test_retry_replaces_the_last_answer(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        assert "no prompt" in end(await gather(lane.retry())).error
        upstream.reply(Text("One."), Text("Two."))
        await gather(lane.send("Say a number"))
        assert text(await gather(lane.retry())) == "Two."
        stored = await client.beta.threads.messages.list(lane.thread_id, order="asc")
        assert [m.content[0].text.value for m in stored.data] == ["Say a number", "Two."]
        assert [m.text for m in lane.history] == ["Say a number", "Two."]
        assert measure(await gather(lane.send("More"))).already_held == 2

    run(scenario)


def test_a_deleted_conversation_is_told_and_a_new_one_can_begin(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        await gather(lane.send("Hi"))
        old = lane.thread_id
        await client.beta.threads.delete(old)
        failed = end(await gather(lane.send("Again")))
        assert "deleted" in failed.error
        await lane.reset()
        assert lane.thread_id == ""
        assert end(await gather(lane.send("Anew"))).status == "completed"
        assert lane.thread_id not in {"", old}

    run(scenario)


def test_a_stored_thread_can_be_gone_on_with(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        thread = await client.beta.threads.create(
            messages=[{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}]
        )
        await lane.open_thread(thread.id)
        assert lane.history == (HistoryMessage("user", "Hi"), HistoryMessage("assistant", "Hello."))
        assert measure(await gather(lane.send("Go on"))).already_held == 2
        with pytest.raises(NotFound):
            await lane.open_thread("thread_unknown")

    run(scenario)


def test_a_run_of_another_window_in_the_same_thread_is_told(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        await gather(lane.send("Hi"))
        upstream.reply(Hang())
        assistant = (await client.beta.assistants.list(limit=1)).data[0]
        other = await client.beta.threads.runs.create(lane.thread_id, assistant_id=assistant.id)
        failed = end(await gather(lane.send("Me too")))
        assert failed.status == "failed"
        assert other.id in failed.error
        await client.beta.threads.runs.cancel(other.id, thread_id=lane.thread_id)

    run(scenario)


def test_images_and_files_go_along(run: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: AssistantsLane, client: Any) -> None:
        note = Attachment("note.txt", "text/plain", b"The password is swordfish.")
        events = await gather(lane.send("Read this", [note]))
        stored = (await client.beta.threads.messages.list(lane.thread_id, order="asc")).data[0]
        assert stored.attachments[0].file_id in str(sent(events)[1].request)

    run(scenario)


def test_a_lane_is_silent_about_services_it_cannot_reach_only_in_words(upstream: ScriptedUpstream) -> None:
    async def main() -> None:
        clients = FixedClients({ENGINE: ("http://127.0.0.1:9/v1", "token")})
        lane = AssistantsLane("right", MODEL, clients=clients)
        failed = end(await gather(lane.send("Hi")))
        assert failed.status == "failed"
        assert "refused" in failed.error
        assert notices([]) == []
        await clients.close()

    asyncio.run(main())

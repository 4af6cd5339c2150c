"""Whatever callers do at whatever moment, a run's events come in a legal order and its rows tell the same story."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.engine.errors import ApiError
from app.engine.store.tables import TERMINAL_RUN_STATUSES
from tests.engine.runs.event_order import TERMINAL, Judge
from tests.engine.runs.in_process import Bench
from tests.engine.runs.support import WEATHER
from tests.support.scripted_upstream import Drop, Error, ScriptedUpstream, Text, ToolCalls

REPLIES = st.sampled_from(
    [
        Text("one two three four", delay=0.004),
        Text("one two three", drop_after=2, delay=0.004),
        Text("cut", finish_reason="length"),
        Text(""),
        ToolCalls([("get_weather", '{"city": "Paris"}')], delay=0.002),
        ToolCalls(
            [("get_weather", "{}"), ("get_weather", '{"city": "Rome"}')], text="Let me see.", delay=0.002
        ),
        Error(400, "no"),
        Drop(),
    ]
)
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["cancel", "outputs", "wrong outputs", "leave", "second run", "look"]),
        st.integers(0, 40).map(lambda number: number / 1000),
    ),
    max_size=5,
)


def test_events_under_random_interleavings(tmp_path: Path) -> None:
    with ScriptedUpstream() as upstream, asyncio.Runner() as runner:
        made = runner.run(_open(tmp_path / "data", upstream))

        @given(replies=st.lists(REPLIES, min_size=1, max_size=4), actions=ACTIONS)
        @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        def drive(replies: list[Any], actions: list[tuple[str, float]]) -> None:
            upstream.reset()
            upstream.reply(*replies)
            runner.run(_drive(made, actions))

        drive()
        runner.run(made.close())


async def _open(folder: Path, upstream: ScriptedUpstream) -> Bench:
    return Bench(folder, upstream=upstream.base_url)


async def _drive(made: Bench, actions: list[tuple[str, float]]) -> None:
    assistant_id = await made.assistant(tools=[WEATHER])
    thread_id = await made.thread("Hi")
    run = await made.runs.create_run(thread_id, {"assistant_id": assistant_id})
    judge = Judge()
    readers = [asyncio.ensure_future(_read(made, run.id, judge))]
    await _act(made, thread_id, run.id, assistant_id, actions, readers, judge)
    for _ in range(12):
        await asyncio.wait_for(readers[-1], 20)
        row = await made.row(run.id)
        if row.status != "requires_action":
            break
        await made.runs.submit_tool_outputs(thread_id, run.id, _outputs(row))
        readers.append(asyncio.ensure_future(_read(made, run.id, judge)))
    await asyncio.gather(*readers)
    await _settle(made, run.id)
    await _check(made, run.id, thread_id, judge)


async def _read(made: Bench, run_id: str, judge: Judge) -> None:
    judge.done = False
    async for event in made.runs.events(run_id):
        judge.take(event.event, event.data)
    assert judge.done


async def _act(
    made: Bench,
    thread_id: str,
    run_id: str,
    assistant_id: str,
    actions: list[tuple[str, float]],
    readers: list[asyncio.Future[None]],
    judge: Judge,
) -> None:
    for action, pause in actions:
        await asyncio.sleep(pause)
        try:
            if action == "cancel":
                await made.runs.cancel(thread_id, run_id)
            elif action == "outputs":
                row = await made.row(run_id)
                if row.status == "requires_action":
                    await made.runs.submit_tool_outputs(thread_id, run_id, _outputs(row))
                    await asyncio.wait_for(readers[-1], 20)
                    readers.append(asyncio.ensure_future(_read(made, run_id, judge)))
            elif action == "second run":
                await made.runs.create_run(thread_id, {"assistant_id": assistant_id})
                assert (await made.row(run_id)).status in TERMINAL_RUN_STATUSES, "two runs at once"
            elif action == "wrong outputs":
                await made.runs.submit_tool_outputs(
                    thread_id, run_id, [{"tool_call_id": "call_none", "output": ""}]
                )
                raise AssertionError("wrong outputs were taken")
            elif action == "leave":
                reading = made.runs.events(run_id)
                await anext(reading, None)
                await reading.aclose()  # type: ignore[attr-defined]
            else:
                await made.runs.context(thread_id, run_id)
        except ApiError as refused:
            assert refused.status == 400  # noqa: PT017 - whether it is refused is left to chance


async def _settle(made: Bench, run_id: str) -> None:
    for _ in range(200):
        if (await made.row(run_id)).status in TERMINAL_RUN_STATUSES:
            return
        await asyncio.sleep(0.02)
    raise AssertionError((await made.row(run_id)).status)


async def _check(made: Bench, run_id: str, thread_id: str, judge: Judge) -> None:
    row = await made.row(run_id)
    assert row.status in TERMINAL
    if judge.status == "requires_action":  # ended while nobody streamed
        assert row.status == "cancelled"
    else:
        assert row.status == judge.status
    assert (row.usage is not None, row.expires_at, row.state) == (True, None, None)
    steps = await made.steps(run_id)
    assert all(step.status != "in_progress" for step in steps)
    messages = {m.id: m for m in await made.messages(thread_id) if m.run_id == run_id}
    assert all(m.status in {"completed", "incomplete"} for m in messages.values())
    assert {k: v.content[0]["text"]["value"] for k, v in messages.items()} == judge.texts
    assert {
        s.step_details["message_creation"]["message_id"] for s in steps if s.type == "message_creation"
    } == set(messages)


def _outputs(row: Any) -> list[dict[str, str]]:
    calls = row.required_action["submit_tool_outputs"]["tool_calls"]
    return [{"tool_call_id": call["id"], "output": "sunny"} for call in calls]

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, ClassVar

import pytest

from app.core.entities import ModelRef
from app.core.errors import InvalidInput, NotFound
from app.core.run_events import Finished, RunEvent, TextDelta
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Comparison, Turn
from app.workbench.playground.lane import Attachment
from tests.support.scripted_upstream import Error, Hang, ScriptedUpstream, Text
from tests.workbench.lanes import FixedClients


class BrokenLane:
    """A lane that keeps none of its promises."""

    api: ClassVar[Any] = "chat"
    target = "broken"
    history = ()
    busy = False

    def __init__(self, lane_id: str, error: Exception) -> None:
        self.id = lane_id
        self._error = error

    async def send(self, prompt: str, attachments: Sequence[Attachment] = ()) -> AsyncIterator[RunEvent]:
        yield TextDelta(lane=self.id, text="half")
        raise self._error

    def retry(self) -> AsyncIterator[RunEvent]:
        return self.send("")

    def submit(self, outputs: Mapping[str, str]) -> AsyncIterator[RunEvent]:
        return self.send("")

    async def cancel(self) -> None:
        return

    async def reset(self) -> None:
        return


def run(scenario: Callable[[Callable[..., ChatLane], ScriptedUpstream], Any]) -> None:
    async def main() -> None:
        with ScriptedUpstream() as service:
            clients = FixedClients({"acme": (service.base_url, "")}, read_seconds=30)
            await scenario(
                lambda name: ChatLane(name, ModelRef("acme", "scripted-1"), clients=clients), service
            )
            await clients.close()

    asyncio.run(main())


def test_lanes_answer_at_the_same_time_and_are_told_apart() -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        service.default = Text("one two three four five", delay=0.02)
        comparison = Comparison([lane("a"), lane("b")])
        heard: list[tuple[str, RunEvent]] = []
        stop = comparison.observe(lambda turn, event: heard.append((turn.lane, event)))
        turns = await comparison.send("Count")
        assert {lane_id: turn.text for lane_id, turn in turns.items()} == {
            "a": "one two three four five",
            "b": "one two three four five",
        }
        order = [lane_id for lane_id, event in heard if isinstance(event, TextDelta)]
        assert order[:5] != ["a"] * 5  # side by side, not one after the other
        for lane_id, turn in turns.items():
            assert turn.events == [event for heard_lane, event in heard if heard_lane == lane_id]
            assert {event.lane for event in turn.events} == {lane_id}
            assert turn.finished is turn.events[-1]
            assert turn.metrics.completion_tokens == 5
            assert turn.prompt == "Count"
        assert not comparison.busy
        stop()
        count = len(heard)
        await comparison.send("Again", lanes=["b"])
        assert len(heard) == count
        assert [turn.prompt for turn in comparison.turns_of("b")] == ["Count", "Again"]
        assert len(comparison.turns_of("a")) == 1

    run(scenario)


@pytest.mark.parametrize(
    "error", [RuntimeError("a bug"), NotFound("gone", advice="look"), ExceptionGroup("x", [OSError("y")])]
)
def test_a_lane_that_breaks_ends_alone(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        comparison = Comparison([BrokenLane("broken", error), lane("well")])
        turns = await comparison.send("Hi")
        assert turns["well"].text == "Hello from the scripted model."
        broken = turns["broken"].finished
        assert broken is not None
        assert broken.status == "failed"
        assert broken.error
        assert turns["broken"].text == "half"

    run(scenario)


def test_a_failing_service_in_one_lane_does_not_disturb_the_other() -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        service.reply(Error(500, "oops"), Text("Fine.", delay=0.05))
        turns = await Comparison([lane("a"), lane("b")]).send("Hi")
        assert sorted(turn.metrics.status for turn in turns.values()) == ["completed", "failed"]

    run(scenario)


def test_stop_one_then_all_and_stop_by_cancelling() -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        service.default = Text("word " * 500, delay=0.01)
        comparison = Comparison([lane("a"), lane("b"), lane("c")])
        sending = asyncio.ensure_future(comparison.send("Go"))
        while any(not turn.text for turn in comparison.turns) or not comparison.turns:
            await asyncio.sleep(0.01)
        await comparison.stop("a")
        assert comparison.turns_of("a")[0].metrics.status == "cancelled"
        assert comparison.busy
        await comparison.stop()
        turns = await sending
        assert {turn.metrics.status for turn in turns.values()} == {"cancelled"}
        assert all(turn.text for turn in turns.values())

        service.default = Hang()
        sending = asyncio.ensure_future(comparison.send("Again"))
        await asyncio.sleep(0.1)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        assert not comparison.busy
        assert {turn.metrics.status for turn in comparison.turns[-3:]} == {"cancelled"}

    run(scenario)


@pytest.mark.parametrize("moments", range(12))
def test_stop_right_after_send_ends_the_answer_however_far_it_is(moments: int) -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        service.default = Hang()
        comparison = Comparison([lane("a"), lane("b")])
        sending = asyncio.ensure_future(comparison.send("Go"))
        for _ in range(moments):
            await asyncio.sleep(0)
        await comparison.stop()
        if not comparison.turns:  # nothing was sent yet that could be stopped
            await asyncio.sleep(0.05)
            await comparison.stop()
        async with asyncio.timeout(5):
            turns = await sending
        assert {turn.metrics.status for turn in turns.values()} == {"cancelled"}
        assert not comparison.busy
        service.default = Text("Here I am.")
        turns = await comparison.send("And now?")
        assert {turn.text for turn in turns.values()} == {"Here I am."}

    run(scenario)


def test_what_cannot_be_sent_is_sent_to_nobody() -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        comparison = Comparison([lane("a"), lane("b")])
        with pytest.raises(InvalidInput):
            await comparison.send("  ")
        service.reply(Text("slow answer", delay=0.1))
        first = asyncio.ensure_future(comparison.send("Go", lanes=["a"]))
        await asyncio.sleep(0.05)
        with pytest.raises(InvalidInput) as refused:
            await comparison.send("Too soon")
        assert "Still answering" in refused.value.message
        await first
        assert len(service.chats) == 1
        assert len(comparison.turns) == 1

    run(scenario)


def test_lanes_come_and_go() -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        comparison = Comparison([lane("a"), lane("b")])
        first = comparison.lane("a")
        comparison.put_lane(lane("c"))
        comparison.put_lane(lane("a"))
        assert [each.id for each in comparison.lanes] == ["a", "b", "c"]
        assert comparison.lane("a") is not first
        await comparison.remove_lane("b")
        assert list(await comparison.send("Hi")) == ["a", "c"]
        old = comparison.id
        await comparison.reset()
        assert comparison.turns == []
        assert comparison.id != old
        assert comparison.lane("a").history == ()

    run(scenario)


def test_retry_is_a_turn_of_its_own_in_that_lane_only() -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        comparison = Comparison([lane("a"), lane("b")])
        await comparison.send("Hi")
        turn = await comparison.retry("a")
        assert turn.prompt == "Hi"
        assert [t.lane for t in comparison.turns] == ["a", "b", "a"]

    run(scenario)


def test_everything_reaches_the_journal_in_order() -> None:
    kept: list[Any] = []

    class Log:
        def begin_turn(self, comparison: str, turn: Turn) -> None:
            kept.append((comparison, turn.id))

        def add_event(self, turn: str, event: RunEvent) -> None:
            kept.append((turn, event))

    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        comparison = Comparison([lane("a")], journal=Log())
        turns = await comparison.send("Hi")
        assert kept[0] == (comparison.id, turns["a"].id)
        assert [event for _, event in kept[1:]] == turns["a"].events
        assert isinstance(kept[-1][1], Finished)

    run(scenario)


def test_an_observer_that_fails_disturbs_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(lane: Callable[..., ChatLane], service: ScriptedUpstream) -> None:
        comparison = Comparison([lane("a")])
        comparison.observe(lambda turn, event: 1 / 0)  # type: ignore[arg-type,return-value]
        assert (await comparison.send("Hi"))["a"].metrics.status == "completed"

    run(scenario)
    assert "observer" in caplog.text

"""A comparison: one prompt to several lanes at once. Each lane answers in a task of its own; none disturbs another."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from app.connections.failures import translate
from app.core.errors import AppError, InvalidInput
from app.core.ids import new_id
from app.core.run_events import Finished, RunEvent, TextDelta
from app.workbench.playground.lane import Attachment, Lane, clean_prompt
from app.workbench.playground.metrics import Metrics, MetricsCollector

log = logging.getLogger(__name__)


@dataclass
class Turn:
    """One prompt in one lane, with everything that happened. ``events`` is the only source of what is shown.

    ``started`` is the time of day in Unix seconds.
    """

    id: str
    lane: str
    prompt: str
    started: float
    events: list[RunEvent] = field(default_factory=list)
    _metrics: MetricsCollector = field(default_factory=MetricsCollector, repr=False)
    _text: list[str] = field(default_factory=list, repr=False)

    def take(self, event: RunEvent) -> None:
        """Add the next event."""
        self.events.append(event)
        self._metrics.take(event)
        if isinstance(event, TextDelta):
            self._text.append(event.text)

    @property
    def text(self) -> str:
        """The answer so far."""
        if len(self._text) > 1:
            self._text[:] = ["".join(self._text)]
        return self._text[0] if self._text else ""

    @property
    def metrics(self) -> Metrics:
        """Its figures so far."""
        return self._metrics.metrics

    @property
    def finished(self) -> Finished | None:
        """Its end, None while it is under way."""
        last = self.events[-1] if self.events else None
        return last if isinstance(last, Finished) else None


class EventLog(Protocol):
    """Where events are kept as they come (the journal)."""

    def begin_turn(self, comparison: str, turn: Turn) -> None:
        """A prompt was sent in a lane."""

    def add_event(self, turn: str, event: RunEvent) -> None:
        """Something happened."""


Observer = Callable[[Turn, RunEvent], None]


class Comparison:
    """Lanes side by side, under one composer.

    Observers are called for every event, in the event loop, right after it was added to its turn.

    Args:
        lanes: at least one; ids must differ.
        journal: keeps every event; None keeps nothing.
        comparison_id: of a reopened comparison.
    """

    def __init__(
        self, lanes: Sequence[Lane], *, journal: EventLog | None = None, comparison_id: str | None = None
    ) -> None:
        self.id = comparison_id or new_id("comparison")
        self._lanes: dict[str, Lane] = {}
        for lane in lanes:
            self.put_lane(lane)
        self._journal = journal
        self._observers: list[Observer] = []
        self.turns: list[Turn] = []
        self._following: dict[str, asyncio.Task[None]] = {}

    # -- lanes ---------------------------------------------------------------------------------------------------

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes, left to right."""
        return tuple(self._lanes.values())

    def lane(self, lane_id: str) -> Lane:
        """One lane. Raises ``KeyError``."""
        return self._lanes[lane_id]

    def put_lane(self, lane: Lane) -> None:
        """Add a lane at the right, or replace the one of the same id where it is."""
        self._lanes[lane.id] = lane

    async def remove_lane(self, lane_id: str) -> None:
        """Stop a lane and take it away."""
        await self._stop(self._lanes.pop(lane_id))

    @property
    def busy(self) -> bool:
        """Whether any lane is answering."""
        return any(lane.busy for lane in self._lanes.values())

    def turns_of(self, lane_id: str) -> tuple[Turn, ...]:
        """Everything that was asked in a lane, oldest first."""
        return tuple(turn for turn in self.turns if turn.lane == lane_id)

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call ``observer(turn, event)`` for every event; the returned function ends that."""
        self._observers.append(observer)

        def stop() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return stop

    # -- prompts -------------------------------------------------------------------------------------------------

    async def send(
        self, prompt: str, attachments: Sequence[Attachment] = (), *, lanes: Sequence[str] | None = None
    ) -> dict[str, Turn]:
        """Send one prompt to all lanes (or the named ones) at once and wait until all have ended, however they ended.

        Cancelling the waiting task stops all of them.

        Raises:
            InvalidInput: the prompt is empty, or one of the lanes is still answering; nothing was sent then.
        """
        text = clean_prompt(prompt)
        chosen = [self._lanes[lane_id] for lane_id in (lanes if lanes is not None else self._lanes)]
        busy = [lane.target for lane in chosen if lane.busy]
        if busy:
            raise InvalidInput(f"Still answering: {', '.join(busy)}.", advice="Wait or stop first.")
        return await self._run({lane: (text, lane.send(text, attachments)) for lane in chosen})

    async def retry(self, lane_id: str) -> Turn:
        """Have a lane answer its last prompt again."""
        lane = self._lanes[lane_id]
        prompt = next((t.prompt for t in reversed(self.turns) if t.lane == lane_id), "")
        return (await self._run({lane: (prompt, lane.retry())}))[lane_id]

    async def submit(self, lane_id: str, outputs: Mapping[str, str]) -> Turn:
        """Give a lane the outputs that it waits for; what follows is a turn of its own, of the same prompt."""
        lane = self._lanes[lane_id]
        prompt = next((t.prompt for t in reversed(self.turns) if t.lane == lane_id), "")
        return (await self._run({lane: (prompt, lane.submit(outputs))}))[lane_id]

    async def stop(self, lane_id: str | None = None) -> None:
        """Stop one lane, or all; returns when they have stopped, within about two seconds."""
        lanes = self.lanes if lane_id is None else (self._lanes[lane_id],)
        await asyncio.gather(*(self._stop(lane) for lane in lanes))

    async def reset(self) -> None:
        """Stop, and begin a new conversation in all lanes."""
        await asyncio.gather(*(lane.reset() for lane in self.lanes))
        self.turns.clear()
        self.id = new_id("comparison")

    # -- machinery -----------------------------------------------------------------------------------------------

    async def _run(self, work: Mapping[Lane, tuple[str, AsyncIterator[RunEvent]]]) -> dict[str, Turn]:
        turns: dict[str, Turn] = {}
        for lane, (prompt, _) in work.items():
            turn = Turn(id=new_id("turn"), lane=lane.id, prompt=prompt, started=time.time())
            turns[lane.id] = turn
            self.turns.append(turn)
            if self._journal is not None:
                self._journal.begin_turn(self.id, turn)
        async with asyncio.TaskGroup() as group:
            for lane, (_, events) in work.items():
                task = group.create_task(self._follow(turns[lane.id], events), name=f"lane {lane.id}")
                self._following[lane.id] = task
                task.add_done_callback(partial(self._followed, turns[lane.id]))
        return turns

    async def _stop(self, lane: Lane) -> None:
        task = self._following.get(lane.id)
        if lane.busy or task is None:
            await lane.cancel()
        else:  # what was just sent has not left yet
            task.cancel()
            await asyncio.wait({task})

    def _followed(self, turn: Turn, task: asyncio.Task[None]) -> None:
        if self._following.get(turn.lane) is task:
            del self._following[turn.lane]
        if turn.finished is None:  # stopped before its first step
            self._take(turn, Finished(lane=turn.lane, status="cancelled"))

    async def _follow(self, turn: Turn, events: AsyncIterator[RunEvent]) -> None:
        """Take a lane's events; whatever goes wrong ends this turn and nothing else."""
        try:
            async with contextlib.aclosing(events):  # type: ignore[type-var]
                async for event in events:
                    self._take(turn, event)
        except asyncio.CancelledError:
            if turn.finished is None:
                self._take(turn, Finished(lane=turn.lane, status="cancelled"))
            raise
        except Exception as error:
            failure = error if isinstance(error, AppError) else translate(error)
            if failure is not error:
                log.exception("a lane failed outside of its own care")
            self._take(
                turn,
                Finished(
                    lane=turn.lane,
                    status="failed",
                    error=failure.message,
                    advice=failure.advice,
                    details=failure.details,
                ),
            )

    def _take(self, turn: Turn, event: RunEvent) -> None:
        turn.take(event)
        if self._journal is not None:
            self._journal.add_event(turn.id, event)
        for observer in list(self._observers):
            try:
                observer(turn, event)
            except Exception:
                log.exception("an observer of a comparison failed")

"""One lane of the playground: whom it asks, its transcript, its figures, its steps. All of it derived from run events."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core import run_events as ev
from app.core.entities import ENGINE, ModelRef
from app.core.errors import AppError, NotFound
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.step_rows import duration_words
from app.viewmodels.steps import StepsViewModel
from app.viewmodels.transcript import Transcript
from app.viewmodels.turn_items import TurnItems
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Turn
from app.workbench.playground.lane import HistoryMessage, LaneSettings
from app.workbench.playground.metrics import Metrics

TICK_MS = 100
Target = ModelRef | AssistantRef
AnyLane = ChatLane | AssistantsLane

API_WORDS = {"chat": "Chat Completions", "assistants": "Assistants"}
TOKENS_IN = "Tokens that the model read, as the service counted them (prompt_tokens)"
TOKENS_OUT = "Tokens that the model wrote (completion_tokens)"
API_TIPS = {
    "chat": "We keep the conversation and send all of it with every prompt.",
    "assistants": "The server keeps the conversation in a thread; only the new message is sent.",
}


@dataclass(frozen=True)
class Figure:
    """One figure of a lane's foot: its value, what it is (also in a short word), the whole story as a tip."""

    name: str
    value: str
    words: str
    short: str
    tip: str


class LaneViewModel(QObject):
    """State of one lane.

    Args:
        lane: the workbench's lane.
        clock: flushes what has come, at most thirty times a second.

    Signals:
        changed: whom it asks, its parameters, or whether it is busy.
        figures_changed: the figures of the last answer.
    """

    changed = Signal()
    figures_changed = Signal()

    def __init__(self, lane: AnyLane, clock: FrameClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.transcript = Transcript(self)
        self.steps = StepsViewModel(self)
        self.turn: Turn | None = None
        self.busy = False
        self.stopping = False
        self.thread_to_open = ""
        self._clock = clock
        self._items: TurnItems | None = None
        self._pending: list[ev.RunEvent] = []
        self._answer_start = 0
        self._serial = 0
        self._began = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.figures_changed)

    # -- what it is ----------------------------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The lane's id."""
        return self.lane.id

    @property
    def api_words(self) -> str:
        """The API's name."""
        return API_WORDS[self.lane.api]

    @property
    def target(self) -> Target:
        """Whom it asks."""
        return self.lane.model if isinstance(self.lane, ChatLane) else self.lane.chosen

    @property
    def settings(self) -> LaneSettings:
        """Its parameters."""
        return self.lane.settings

    def set_target(self, target: Target) -> None:
        """Ask another model or assistant from the next prompt on; the conversation stays."""
        if target == self.target or self.busy:
            return
        if isinstance(self.lane, ChatLane):
            if not isinstance(target, ModelRef):
                return
            self.lane.model = target
        else:
            self.lane.chosen = target
        self.changed.emit()

    def set_settings(self, settings: LaneSettings) -> None:
        """Use other parameters from the next prompt on."""
        if settings != self.lane.settings:
            self.lane.settings = settings
            self.changed.emit()

    # -- turns ---------------------------------------------------------------------------------------------------

    def begin(self, *, prompt: str | None, again: bool = False) -> int:
        """A prompt is on its way and is shown at once; gives the turn's number for :meth:`end`.

        ``again`` replaces the last answer; no new prompt is shown for None.
        """
        self._close_last()
        if again:
            self.transcript.cut(self._answer_start)
        self.turn = None
        self.steps.reset()
        self._serial += 1
        self._items = TurnItems(self.transcript, f"{self.id}-{self._serial}", self.lane.target, prompt)
        self._answer_start = self._start_of_answer()
        self.busy, self.stopping = True, False
        self._began = time.monotonic()
        self._tick.start()
        self.changed.emit()
        self.figures_changed.emit()
        return self._serial

    def take(self, turn: Turn, event: ev.RunEvent) -> None:
        """An event came; shown with the next frame."""
        self.turn = turn
        self._pending.append(event)
        self._clock.mark(self)

    def end(self, serial: int | None = None) -> None:
        """Nothing more comes in this turn; nothing happens if another has begun since, or it has ended before."""
        if not self.busy or serial not in {None, self._serial}:
            return
        self._clock.forget(self)
        self.flush()
        self.steps.flush()
        self._tick.stop()
        self.busy, self.stopping = False, False
        self.changed.emit()
        self.figures_changed.emit()

    def flush(self) -> None:
        """Show what has come since the last frame."""
        pending, self._pending = self._pending, []
        if self._items is None or not pending:
            return
        for event in pending:
            self._items.take(event)
            self.steps.take(event)
        self._items.flush()
        self.figures_changed.emit()

    def _start_of_answer(self) -> int:
        items = self.transcript.items
        return next((i + 1 for i in range(len(items) - 1, -1, -1) if items[i].kind == "user"), 0)

    def _close_last(self) -> None:
        """What the last answer offered to do is over: outputs to type, trying again."""
        items = self.transcript.items
        last = items[-1] if items else None
        if last is not None and last.kind == "question":
            self.transcript.remove(last)
        elif last is not None and last.retry:
            last.retry = False
            self.transcript.touch(last)

    # -- figures -------------------------------------------------------------------------------------------------

    @property
    def metrics(self) -> Metrics:
        """The figures of the last answer."""
        return self.turn.metrics if self.turn is not None else Metrics()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures for the lane's foot."""
        found = self.metrics
        total = found.total
        if self.busy and found.status == "":
            total = time.monotonic() - self._began
        return (
            Figure("first_token", _seconds(found.first_token), "first word", "first", "Time to first token"),
            Figure("total", _seconds(total), "total", "total", "Time from sending to the end"),
            Figure("tokens_in", _count(found.prompt_tokens), "tokens in", "in", TOKENS_IN),
            Figure("tokens_out", _count(found.completion_tokens), "tokens out", "out", TOKENS_OUT),
            Figure(
                "speed",
                _speed(found.tokens_per_second),
                "tokens/s",
                "per s",
                "Tokens written per second, from the first to the last",
            ),
        )

    @property
    def sent_words(self) -> str:
        """What was sent, and what the server held already."""
        found = self.metrics
        return " · ".join(part for part in (found.sent_words, found.held_words) if part)

    # -- keeping -------------------------------------------------------------------------------------------------

    def to_setup(self) -> dict[str, Any]:
        """Write down whom it asks and how."""
        target = self.target
        asked = (
            {"connection": target.connection, "model": target.model}
            if isinstance(target, ModelRef)
            else {"assistant": target.id, "name": target.name, "model": target.model}
        )
        settings = self.settings
        return {
            "id": self.id,
            "api": self.lane.api,
            "target": asked,
            "settings": {
                "instructions": settings.instructions,
                "temperature": settings.temperature,
                "top_p": settings.top_p,
                "max_tokens": settings.max_tokens,
            },
        }

    def restore(self, turns: list[tuple[Turn, bool]]) -> None:
        """Show turns that were kept; each with whether it was begun by a new prompt. The conversation goes on from them."""
        history: list[HistoryMessage] = []
        thread = ""
        for turn, fresh in turns:
            items = TurnItems(self.transcript, turn.id, self.lane.target, turn.prompt if fresh else None)
            self.steps.reset()
            for event in turn.events:
                items.take(event)
                if isinstance(event, ev.ObjectCreated) and event.kind == "thread":
                    thread = event.id
            items.flush()
            self.steps.take_all(turn.events)
            if fresh:
                history.append(HistoryMessage("user", turn.prompt))
            if turn.text:
                partial = turn.finished is None or turn.finished.status != "completed"
                history.append(HistoryMessage("assistant", turn.text, partial=partial))
            self.turn = turn
        self._answer_start = self._start_of_answer()
        if isinstance(self.lane, ChatLane):
            self.lane.load_history(tuple(history))
        else:
            self.thread_to_open = thread
        self.changed.emit()
        self.figures_changed.emit()

    async def open_thread(self) -> str:
        """Go on in the thread that was kept; gives a sentence when that is not possible.

        Raises:
            AppError: the engine does not come up.
        """
        thread, self.thread_to_open = self.thread_to_open, ""
        if not thread or not isinstance(self.lane, AssistantsLane):
            return ""
        try:
            await self.lane.open_thread(thread)
        except NotFound:
            return "The thread of this conversation was deleted. The next prompt begins a new one."
        except AppError:
            self.thread_to_open = thread
            raise
        return ""

    def forget(self) -> None:
        """A new conversation begins: show nothing."""
        self._clock.forget(self)
        self._pending.clear()
        self._items = None
        self.turn = None
        self.thread_to_open = ""
        self._answer_start = 0
        self.transcript.clear()
        self.steps.reset()
        self.changed.emit()
        self.figures_changed.emit()


def is_local(target: Target) -> bool:
    """Whether a model of this computer is asked."""
    return isinstance(target, ModelRef) and target.connection == ENGINE


def _seconds(value: float | None) -> str:
    return duration_words(value) or "–"


def _speed(value: float | None) -> str:
    if not value:
        return "–"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def _count(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"

"""One lane of the playground: whom it asks, its transcript, its figures, its steps. All of it derived from run events."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core import run_events as ev
from app.core.entities import ENGINE, ModelRef
from app.core.errors import AppError, NotFound
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.step_rows import duration_words
from app.viewmodels.steps import StepsViewModel
from app.viewmodels.thread_rows import transcript_item
from app.viewmodels.thread_tools import ThreadTools
from app.viewmodels.transcript import Item, Transcript
from app.viewmodels.turn_items import TurnItems
from app.viewmodels.words import counted, mark, number_words, t
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Turn
from app.workbench.playground.lane import HistoryMessage, LaneSettings
from app.workbench.playground.metrics import Metrics
from app.workbench.playground.responses_lane import ResponsesLane
from app.workbench.threads import Threads
from app.workbench.tools.lane_tools import SESSION

TICK_MS = 100
Target = ModelRef | AssistantRef
AnyLane = ChatLane | AssistantsLane | ResponsesLane

API_WORDS = {"chat": "Chat Completions", "assistants": "Assistants", "responses": "Responses"}
TOKENS_IN = mark("Tokens that the model read, as the service counted them (prompt_tokens)")
TOKENS_OUT = mark("Tokens that the model wrote (completion_tokens)")
API_TIPS = {
    "chat": "We keep the conversation and send all of it with every prompt.",
    "assistants": "The server keeps the conversation in a thread; only the new message is sent.",
    "responses": "The service keeps each answer; the next prompt names the one that it goes on from.",
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
        inspected: another turn is inspected, or the inspected one has ended, begun a run, or finished a tool's step.
        figures_changed: the figures of the last answer.
    """

    changed = Signal()
    figures_changed = Signal()
    inspected = Signal()

    def __init__(self, lane: AnyLane, clock: FrameClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.transcript = Transcript(self)
        self.steps = StepsViewModel(self)
        self.turn: Turn | None = None
        self.inspected_turn: Turn | None = None
        self._turns: dict[str, Turn] = {}
        self._begun_as = ""
        self._alias = ""
        self._names: dict[str, str] = {}
        self._rewind_after: list[str] | None = None
        self.busy = False
        self.stopping = False
        self.thread_to_open = ""
        self._clock = clock
        self._items: TurnItems | None = None
        self._pending: list[ev.RunEvent] = []
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
        return self.lane.chosen if isinstance(self.lane, AssistantsLane) else self.lane.model

    @property
    def settings(self) -> LaneSettings:
        """Its parameters."""
        return self.lane.settings

    def set_target(self, target: Target) -> None:
        """Ask another model or assistant from the next prompt on; the conversation stays."""
        if target == self.target or self.busy:
            return
        if isinstance(self.lane, AssistantsLane):
            self.lane.chosen = target
        elif isinstance(target, ModelRef):
            self.lane.model = target
        else:
            return
        self.changed.emit()

    def set_alias(self, alias: str) -> None:
        """Show answers under another name, so that one does not see whose they are; "" shows the real names again."""
        before, self._alias = self._alias, alias
        for shown in self.transcript.items:
            if shown.kind == "assistant":
                hidden = bool(before) and shown.title == before
                real = self._names.setdefault(shown.key, self.lane.target if hidden else shown.title)
                if shown.title != (alias or real):
                    shown.title = alias or real
                    self.transcript.touch(shown)

    @property
    def _answer_title(self) -> str:
        return self._alias or self.lane.target

    def set_settings(self, settings: LaneSettings) -> None:
        """Use other parameters from the next prompt on."""
        if settings != self.lane.settings:
            self.lane.settings = settings
            self.changed.emit()

    # -- turns ---------------------------------------------------------------------------------------------------

    def begin(self, *, prompt: str | None, again: bool = False, files: Sequence[str] = ()) -> int:
        """A prompt is on its way and is shown at once; gives the turn's number for :meth:`end`.

        ``again`` replaces the last answer; no new prompt is shown for None. ``files`` are the names of what is attached.
        """
        self._close_last()
        if again:
            self.transcript.cut(self._start_of_answer())
        self.turn = self.inspected_turn = None
        self.steps.reset()
        self._serial += 1
        self._begun_as = f"{self.id}-{self._serial}"
        self._items = TurnItems(self.transcript, self._begun_as, self._answer_title, prompt, files)
        self.busy, self.stopping = True, False
        self._began = time.monotonic()
        self._tick.start()
        self.changed.emit()
        self.figures_changed.emit()
        return self._serial

    def take(self, turn: Turn, event: ev.RunEvent) -> None:
        """An event came; shown with the next frame."""
        if self.turn is not turn:
            self.turn = self.inspected_turn = turn
            self._turns[self._begun_as] = turn
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
        self.inspected.emit()

    def inspect(self, shown: Item) -> None:
        """Show the steps of the turn that an item of the transcript belongs to."""
        turn = self._turns.get(shown.key.rpartition("-prompt")[0] or _turn_key(shown.key))
        if turn is None or self.busy or turn is self.inspected_turn:
            return
        self.inspected_turn = turn
        self.steps.reset()
        self.steps.take_all(turn.events)
        self.inspected.emit()

    def prompts_before(self, shown: Item) -> list[str]:
        """The prompts that stand before an item, oldest first."""
        place = self.transcript.index(shown)
        return [other.text for other in self.transcript.items[: max(0, place)] if other.kind == "user"]

    @property
    def last_prompt(self) -> Item | None:
        """The newest prompt that is shown."""
        return next((shown for shown in reversed(self.transcript.items) if shown.kind == "user"), None)

    def rewind_before(self, prompt: Item) -> None:
        """Take a prompt and everything after it away: it is asked otherwise."""
        self._rewind_after = self.prompts_before(prompt)
        place = self.transcript.index(prompt)
        if place >= 0:
            self.transcript.cut(place)

    def apply_rewind(self) -> None:
        """Tell the lane how far back to go, once it knows its conversation."""
        if self._rewind_after is not None:
            prompts, self._rewind_after = self._rewind_after, None
            self.lane.rewind(self._kept_by_lane(prompts))

    def show_history(self) -> None:
        """Show the messages of the thread that the lane was opened with."""
        if isinstance(self.lane, AssistantsLane):
            shown = [transcript_item(message) for message in self.lane.stored]
            for one in shown:
                one.title = "You" if one.kind == "user" else self.lane.target
            self.transcript.set_items(shown)
        self.changed.emit()

    async def show_tools(self, threads: Threads) -> None:
        """Put what the runs of the opened thread did, and the pictures of its messages, between them.

        Raises:
            AppError: the engine does not tell.
        """
        if isinstance(self.lane, AssistantsLane):
            thread = self.lane.thread_id
            tools = ThreadTools(threads, self.transcript)
            tools.take_messages(self.lane.stored)
            await tools.load(thread, await threads.newest_runs(thread), to_begin=True)

    def _kept_by_lane(self, prompts: Sequence[str]) -> int:
        """How many of some shown prompts the lane has in its conversation (those that failed may be missing)."""
        known = [message.text for message in self.lane.history if message.role == "user"]
        count = 0
        for prompt in prompts:
            if count < len(known) and known[count] == prompt:
                count += 1
        return count

    def flush(self) -> None:
        """Show what has come since the last frame."""
        pending, self._pending = self._pending, []
        if self._items is None or not pending:
            return
        for event in pending:
            self._items.take(event)
            if self.inspected_turn is self.turn:
                self.steps.take(event)
        self._items.flush()
        self.figures_changed.emit()
        if self.inspected_turn is self.turn and any(_tells_more(event) for event in pending):
            self.inspected.emit()

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
            Figure(
                "first_token",
                _seconds(found.first_token),
                t("first word"),
                t("first"),
                t("Time to first token"),
            ),
            Figure("total", _seconds(total), t("total"), t("total"), t("Time from sending to the end")),
            Figure("tokens_in", _count(found.prompt_tokens), t("tokens in"), t("in"), t(TOKENS_IN)),
            Figure("tokens_out", _count(found.completion_tokens), t("tokens out"), t("out"), t(TOKENS_OUT)),
            Figure(
                "speed",
                _speed(found.tokens_per_second),
                t("tokens/s"),
                t("per s"),
                t("Tokens written per second, from the first to the last"),
            ),
        )

    @property
    def sent_words(self) -> str:
        """What was sent, and what the server held already."""
        found = self.metrics
        return " · ".join(part for part in (_sent_words(found), _held_words(found)) if part)

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
            "settings": dataclasses.asdict(settings),
        }

    def restore(
        self, turns: list[tuple[Turn, bool]], files: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Show turns that were kept; each with whether it was begun by a new prompt. The conversation goes on from them."""
        history: list[HistoryMessage] = []
        thread = ""
        for turn, fresh in turns:
            prompt = turn.prompt if fresh else None
            items = TurnItems(
                self.transcript, turn.id, self.lane.target, prompt, (files or {}).get(turn.id, ())
            )
            self._turns[turn.id] = turn
            self.steps.reset()
            for event in turn.events:
                items.take(event)
                if isinstance(event, ev.ObjectCreated) and event.kind == "thread":
                    thread = event.id
                elif isinstance(event, ev.ObjectCreated) and event.kind == SESSION and self.lane.toolbox:
                    self.lane.toolbox.reopen(event.id)
            items.flush()
            self.steps.take_all(turn.events)
            if fresh:
                history.append(HistoryMessage("user", turn.prompt))
            if turn.text:
                partial = turn.finished is None or turn.finished.status != "completed"
                history.append(HistoryMessage("assistant", turn.text, partial=partial))
            self.turn = self.inspected_turn = turn
        if isinstance(self.lane, AssistantsLane):
            self.thread_to_open = thread
        else:
            self.lane.load_history(tuple(history))
        self.changed.emit()
        self.figures_changed.emit()
        self.inspected.emit()

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
        self.turn = self.inspected_turn = None
        self._turns.clear()
        self._rewind_after = None
        self.thread_to_open = ""
        self.transcript.clear()
        self.steps.reset()
        self.changed.emit()
        self.figures_changed.emit()
        self.inspected.emit()


def _turn_key(item_key: str) -> str:
    """The turn's part of an item's key (``<turn>-answer-3``)."""
    return item_key.rsplit("-", 2)[0]


def is_local(target: Target) -> bool:
    """Whether a model of this computer is asked."""
    return isinstance(target, ModelRef) and target.connection == ENGINE


def _seconds(value: float | None) -> str:
    return duration_words(value) or "–"


def _speed(value: float | None) -> str:
    if not value:
        return "–"
    return number_words(value, 1 if value < 100 else 0)


def _count(value: int | None) -> str:
    return "–" if value is None else number_words(value)


def _sent_words(found: Metrics) -> str:
    """“sent: 7 messages, 1,204 tokens”; empty before anything was sent."""
    if not found.requests:
        return ""
    words = counted(t("sent: 1 message"), t("sent: {0:,} messages"), found.sent_messages)
    if found.sent_tokens is None:
        return words
    return f"{words}, {counted(t('1 token'), t('{0:,} tokens'), found.sent_tokens)}"


def _held_words(found: Metrics) -> str:
    """“the thread already held 6 messages”; empty where the service held none."""
    if not found.already_held:
        return ""
    one, many = t("the thread already held 1 message"), t("the thread already held {0:,} messages")
    return counted(one, many, found.already_held)


def _tells_more(event: ev.RunEvent) -> bool:
    """Whether there is more to look at in the inspector: a run that can be asked about, a tool that has ended."""
    if isinstance(event, ev.ObjectCreated):
        return event.kind == "run"
    return isinstance(event, ev.StepFinished) and bool(
        (event.details.get("step_details") or {}).get("tool_calls")
    )

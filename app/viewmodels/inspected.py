"""What the inspector's panels show: one turn of a lane, or one stored run."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core import run_events as ev
from app.core import tokens
from app.core.entities import ENGINE
from app.core.errors import AppError
from app.viewmodels.lane import LaneViewModel
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import counted, mark, t
from app.workbench.clients import ClientSource
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.threads import Threads

Json = dict[str, Any]
OPENAI = "https://api.openai.com/v1"
_ORIGINS = {
    "instructions": mark("Instructions"),
    "tools": mark("Tools' definitions"),
    "messages": mark("Messages"),
    "tool_outputs": mark("Tools' outputs"),
}


@dataclass(frozen=True)
class Inspected:
    """One answer. ``session`` is the key of its interpreter session; ``requests`` what was sent, in order."""

    api: str = ""
    thread_id: str = ""
    run_id: str = ""
    session: str = ""
    connection: str = ENGINE
    model: str = ""
    requests: tuple[tuple[str, Json], ...] = ()
    events: tuple[ev.RunEvent, ...] = field(default=(), repr=False, compare=False)

    @staticmethod
    def of_lane(lane: LaneViewModel) -> Inspected:
        """What a lane inspects now."""
        turn = lane.inspected_turn
        events = list(turn.events) if turn is not None else []
        made = {e.kind: e for e in events if isinstance(e, ev.ObjectCreated)}
        run = made.get("run")
        thread = str((run.raw or {}).get("thread_id") or "") if run is not None else ""
        if not thread and isinstance(lane.lane, AssistantsLane):
            thread = lane.lane.thread_id
        target = lane.target
        return Inspected(
            api=lane.lane.api,
            thread_id=thread,
            run_id=run.id if run is not None else "",
            session=thread or (lane.lane.toolbox.session_key if lane.lane.toolbox is not None else ""),
            connection=lane.lane.model.connection if isinstance(lane.lane, ChatLane) else ENGINE,
            model=str(getattr(target, "model", "")),
            requests=tuple((e.endpoint, e.request) for e in events if isinstance(e, ev.Sent)),
            events=tuple(events),
        )


@dataclass(frozen=True)
class Origin:
    """Tokens of one origin."""

    words: str
    tokens: int


@dataclass(frozen=True)
class ContextMessage:
    """A message that the model saw, or that was cut."""

    role: str
    text: str
    tokens: int | None
    kept: bool
    id: str = ""


@dataclass(frozen=True)
class ModelCall:
    """What one call of the model saw."""

    number: int
    origins: tuple[Origin, ...] = ()
    messages: tuple[ContextMessage, ...] = ()
    seen: int = 0
    left_out: int = 0
    limit: int | None = None
    counted: bool = True  # by the engine; else estimated here

    @property
    def total(self) -> int:
        """All tokens."""
        return sum(origin.tokens for origin in self.origins)

    @property
    def summary(self) -> str:
        """In a sentence."""
        parts = [counted(t("1 message seen"), t("{0:,} messages seen"), self.seen)]
        parts.append(t("{0:,} cut").format(self.left_out) if self.left_out else t("nothing cut"))
        about = "" if self.counted else t("about ")
        room = t(" of {0:,}").format(self.limit) if self.limit else ""
        return t("{0}; {1}{2:,}{3} tokens").format(", ".join(parts), about, self.total, room)


@dataclass
class ContextState:
    """What the context panel shows: calls of the model, notes of the engine; or why there is nothing."""

    calls: tuple[ModelCall, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    loading: bool = False
    raw: Json = field(default_factory=dict)


class InspectedViewModel(QObject):
    """Fetches what the panels show, when they show it.

    Signals:
        changed: another answer is inspected, or more is known of it.
        context_changed: what the model saw is known (or not).
    """

    changed = Signal()
    context_changed = Signal()

    def __init__(
        self, threads: Threads, clients: ClientSource, bus: MessageBus, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._threads = threads
        self._clients = clients
        self.tasks = TaskScope(self, bus)
        self.what = Inspected()
        self.context = ContextState()

    def show(self, what: Inspected) -> None:
        """Inspect this."""
        different, self.what = what != self.what, what
        if different:
            self.context = ContextState()
            self.changed.emit()

    def load_context(self) -> None:
        """Find out what the model saw."""
        self.context.loading = True
        self.tasks.start("context", self._load(self.what))

    async def _load(self, what: Inspected) -> None:
        try:
            found = await (self._of_run(what) if what.run_id else self._of_requests(what))
        except AppError as error:
            found = ContextState(error=str(error))
        if what == self.what:
            self.context = found
            self.context_changed.emit()

    async def _of_run(self, what: Inspected) -> ContextState:
        record, stored = await asyncio.gather(
            self._threads.context(what.thread_id, what.run_id),
            self._threads.newest(what.thread_id, limit=100),
        )
        by_id = {message.id: message for message in stored[0]}
        calls = []
        for number, raw in enumerate(record.get("model_calls") or [], 1):
            counted = raw.get("tokens") or {}
            origins = tuple(
                Origin(words, int(counted.get(key) or 0))
                for key, words in _ORIGINS.items()
                if counted.get(key)
            )
            messages = [
                ContextMessage(
                    by_id[i].role if i in by_id else "message",
                    by_id[i].text if i in by_id else i,
                    None,
                    kept,
                    i,
                )
                for key, kept in (("messages_left_out", False), ("messages_seen", True))
                for i in raw.get(key) or []
            ]
            calls.append(
                ModelCall(
                    number,
                    origins,
                    tuple(messages),
                    int(raw.get("messages_seen_count") or 0),
                    int(raw.get("messages_left_out_count") or 0),
                    raw.get("prompt_limit"),
                )
            )
        notes = tuple(str(note) for note in record.get("notes") or ())
        return ContextState(tuple(calls), notes, raw=record)

    async def _of_requests(self, what: Inspected) -> ContextState:
        def count() -> tuple[ModelCall, ...]:
            bodies = [body for _, body in what.requests if "messages" in body or "input" in body]
            return tuple(_call_of(number, body, what.model) for number, body in enumerate(bodies, 1))

        return ContextState(await asyncio.to_thread(count))

    async def base_url(self) -> str:
        """The address of the service that was asked, OpenAI's own where it cannot be told."""
        try:
            client = await self._clients.client(self.what.connection)
        except AppError:
            return OPENAI
        return str(client.base_url).rstrip("/")


def _call_of(number: int, body: Json, model: str) -> ModelCall:
    given = body.get("messages", body.get("input"))
    items: list[Json] = given if isinstance(given, list) else [{"role": "user", "content": given}]
    messages: list[ContextMessage] = []
    totals: dict[str, int] = dict.fromkeys(_ORIGINS, 0)
    if body.get("instructions"):
        totals["instructions"] += tokens.count(str(body["instructions"]), model)
    if body.get("tools"):
        totals["tools"] += tokens.count(str(body["tools"]), model)
    for item in items:
        role = str(item.get("role") or item.get("type") or "")
        text = _text(item.get("content", item.get("output")))
        calls: list[Json] = item.get("tool_calls") or []
        count = tokens.count(text, model)
        count += sum(tokens.count(str(call.get("function")), model) for call in calls)
        origin = "instructions" if role in {"system", "developer"} else "messages"
        totals["tool_outputs" if role in {"tool", "function_call_output"} else origin] += count
        messages.append(ContextMessage(role, text, count, kept=True))
    origins = tuple(Origin(t(words), totals[key]) for key, words in _ORIGINS.items() if totals[key])
    return ModelCall(number, origins, tuple(messages), len(messages), counted=False)


def _text(content: Any) -> str:
    if isinstance(content, list):
        return "\n".join(str(part.get("text") or f"[{part.get('type')}]") for part in content)
    return str(content or "")

"""Rows of the inspector: steps, requests, events; made from live events or from stored objects of the API."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from app.core import run_events as ev
from app.viewmodels.words import counted, mark, number_words, t

Json = dict[str, Any]
KIND_WORDS = {
    "message": (mark("Answer written"), mark("Writing the answer"), "message_creation"),
    "function": (mark("Function called"), mark("Calling a function"), "function"),
    "code_interpreter": (mark("Code run"), mark("Running code"), "code_interpreter"),
    "file_search": (mark("Files searched"), mark("Searching files"), "file_search"),
    "other": (mark("Step"), mark("Step"), "tool_calls"),
}
STATUS_WORDS = {
    "queued": mark("Queued"),
    "in_progress": mark("Running"),
    "requires_action": mark("Waiting for you"),
    "cancelling": mark("Stopping"),
    "completed": mark("Done"),
    "incomplete": mark("Cut short"),
    "failed": mark("Failed"),
    "cancelled": mark("Stopped"),
    "expired": mark("Timed out"),
}


@dataclass(frozen=True)
class StepRow:
    """One step. ``seconds`` is its duration (None while unknown), tokens are what the service counted for it."""

    id: str
    kind: str
    name: str = ""
    status: str = "in_progress"
    seconds: float | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    error: str = ""
    started: float = 0.0
    whole_seconds: bool = False  # stored steps know no more
    span: tuple[float, float] | None = None  # when it began and how long it took, as shares of the whole run
    details: dict[str, Any] = field(default_factory=dict, compare=False)
    version: int = 0  # grows with every change of details, so that rows compare cheaply

    @property
    def title(self) -> str:
        """What the step did, in words."""
        done, doing, _term = KIND_WORDS.get(self.kind, KIND_WORDS["other"])
        return t(doing if self.status == "in_progress" else done)

    @property
    def term(self) -> str:
        """The API's word for the kind."""
        return KIND_WORDS.get(self.kind, KIND_WORDS["other"])[2]

    @property
    def status_words(self) -> str:
        """The status in words."""
        return t(STATUS_WORDS.get(self.status, self.status))

    @property
    def duration(self) -> str:
        """How long it took, in words; empty if unknown."""
        return duration_words(self.seconds, whole=self.whole_seconds)

    @property
    def tokens_words(self) -> str:
        """Tokens in and out, empty if the service told none."""
        if self.prompt_tokens is None and self.completion_tokens is None:
            return ""
        return t("{0:,} in · {1:,} out").format(self.prompt_tokens or 0, self.completion_tokens or 0)

    @property
    def text(self) -> str:
        """All in one line, as a screen reader reads it."""
        parts = [self.title, self.name, self.status_words, self.duration, self.tokens_words]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class RequestRow:
    """One request as it was sent; ``already_held`` messages were with the service before."""

    number: int
    endpoint: str
    messages: int
    tokens: int | None
    already_held: int
    request: dict[str, Any] = field(default_factory=dict, compare=False)
    response: dict[str, Any] | None = field(default=None, compare=False)
    version: int = 0  # grows when the response comes, so that rows compare cheaply

    @property
    def both(self) -> dict[str, Any]:
        """Request and response as they went over the wire; keys are in neither."""
        if self.response is None:
            return self.request
        return {"request": self.request, "response": self.response}

    @property
    def text(self) -> str:
        """All in one line."""
        tokens = "" if self.tokens is None else t(", about {0:,} tokens").format(self.tokens)
        held = t("; {0:,} already held").format(self.already_held) if self.already_held else ""
        words = counted(t("1 message"), t("{0:,} messages"), self.messages)
        return f"{self.endpoint}: {words}{tokens}{held}"


@dataclass(frozen=True)
class EventRow:
    """One raw event; ``seconds`` counts from the first one."""

    number: int
    seconds: float
    name: str
    summary: str
    event: ev.RunEvent = field(compare=False)

    @property
    def text(self) -> str:
        """All in one line."""
        return f"{self.seconds:.2f} s  {self.name}  {self.summary}".rstrip()

    @property
    def details(self) -> Any:
        """The payload that it came from, or the event's own fields."""
        if self.event.raw is not None:
            return self.event.raw
        fields = {f.name: getattr(self.event, f.name) for f in dataclasses.fields(self.event)}
        return {"event": self.name, **{k: _plain(v) for k, v in fields.items() if k not in {"raw", "at"}}}


def duration_words(seconds: float | None, *, whole: bool = False) -> str:
    """Write a duration: ``0.34 s``, ``12.3 s``, ``2 min 5 s``, ``3 s`` where only whole ones are known; empty if unknown."""
    if seconds is None:
        return ""
    if whole and seconds < 60:
        return f"{number_words(seconds)} s" if seconds >= 1 else t("under 1 s")
    if seconds >= 60:
        return t("{0} min {1} s").format(int(seconds // 60), int(seconds % 60))
    return f"{number_words(seconds, 2 if seconds < 10 else 1)} s"


def kind_of(details: dict[str, Any]) -> str:
    """Tell a step's kind from the API's object."""
    if details.get("type") == "message_creation":
        return "message"
    calls = details.get("step_details", {}).get("tool_calls") or []
    kind = calls[0].get("type", "other") if calls else "other"
    return kind if kind in KIND_WORDS else "other"


def names_in(details: dict[str, Any]) -> str:
    """Name the functions that a step calls."""
    calls = details.get("step_details", {}).get("tool_calls") or []
    names = [(c.get("function") or {}).get("name", "") for c in calls if c.get("type") == "function"]
    return ", ".join(name for name in names if name)


def seconds_of(start: Any, thing: dict[str, Any]) -> float | None:
    """Seconds from ``start`` to a stored object's end; the API counts whole seconds."""
    ends = (thing.get(key) for key in ("completed_at", "failed_at", "cancelled_at", "expired_at"))
    end = next((e for e in ends if e), None)
    return float(max(0, end - start)) if start and end else None


def stored_row(step: dict[str, Any]) -> StepRow:
    """Make a row of a stored step."""
    usage = step.get("usage") or {}
    return StepRow(
        id=str(step.get("id", "")),
        kind=kind_of(step),
        name=names_in(step),
        status=str(step.get("status", "")),
        seconds=seconds_of(step.get("created_at"), step),
        prompt_tokens=usage.get("prompt_tokens"),
        completion_tokens=usage.get("completion_tokens"),
        error=(step.get("last_error") or {}).get("message", ""),
        whole_seconds=True,
        started=float(step.get("created_at") or 0),
        details=step,
    )


def event_name(event: ev.RunEvent) -> str:
    """Name an event as the API does, or by its class."""
    raw = event.raw
    if isinstance(raw, dict) and isinstance(raw.get("event"), str):
        return str(raw["event"])
    return type(event).__name__


def event_summary(event: ev.RunEvent) -> str:
    """Say in a few words what an event brought."""
    match event:
        case ev.TextDelta():
            return _short(event.text)
        case ev.Sent():
            return event.endpoint
        case ev.StepStarted():
            return f"{event.kind} {event.name}".strip()
        case ev.ToolCallDelta():
            return _short(event.arguments)
        case ev.ToolOutput():
            return _short(event.output)
        case ev.CodeInput():
            return _short(event.code)
        case ev.CodeLogs():
            return _short(event.logs)
        case ev.ObjectCreated():
            return f"{event.kind} {event.id}"
        case ev.StepFinished() | ev.Finished():
            return event.status
        case ev.Usage():
            return t("{0:,} in, {1:,} out").format(event.prompt_tokens, event.completion_tokens)
        case ev.Notice():
            return _short(event.text)
        case _:
            return ""


def _short(text: str) -> str:
    line = " ".join(text[:160].split())
    return f"{line[:80]}…" if len(line) > 80 or len(text) > 160 else line


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return value

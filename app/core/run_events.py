"""The one vocabulary of what happens while a prompt is answered, whichever API answers it.

A lane turns its API's stream into these events. Everything that is shown (transcript, metrics, inspector, journal)
derives from the list of events; there is no second source of truth.

Times are ``time.monotonic()`` seconds. ``raw`` is the payload an event came from, as plain JSON data, never with a key.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Literal

FinishStatus = Literal["completed", "incomplete", "failed", "cancelled", "expired", "requires_action"]
StepKind = Literal["message", "function", "code_interpreter", "file_search", "other"]


@dataclass(frozen=True, kw_only=True)
class RunEvent:
    """What all events have: the lane they belong to, when they came, and the payload they came from."""

    lane: str
    at: float = field(default_factory=time.monotonic)
    raw: Any = None


@dataclass(frozen=True, kw_only=True)
class Sent(RunEvent):
    """A request left: ``messages`` and ``tokens`` (estimated) in it, and how many messages the server already held."""

    endpoint: str
    request: dict[str, Any]
    messages: int
    tokens: int | None = None
    already_held: int = 0


@dataclass(frozen=True, kw_only=True)
class ObjectCreated(RunEvent):
    """The server made something that later requests name (``kind``: thread, run, message, response)."""

    kind: str
    id: str


@dataclass(frozen=True, kw_only=True)
class TextDelta(RunEvent):
    """A piece of the answer."""

    text: str
    message_id: str = ""


@dataclass(frozen=True, kw_only=True)
class StepStarted(RunEvent):
    """A run step or tool call began."""

    step_id: str
    kind: StepKind
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class ToolCallDelta(RunEvent):
    """A piece of a function call's arguments (JSON text)."""

    step_id: str
    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True, kw_only=True)
class ToolOutput(RunEvent):
    """A tool's output, whole."""

    step_id: str
    call_id: str
    output: str


@dataclass(frozen=True, kw_only=True)
class CodeInput(RunEvent):
    """A piece of the code that the interpreter is to run."""

    step_id: str
    call_id: str
    code: str


@dataclass(frozen=True, kw_only=True)
class CodeLogs(RunEvent):
    """Text that the code printed."""

    step_id: str
    call_id: str
    logs: str


@dataclass(frozen=True, kw_only=True)
class CodeImage(RunEvent):
    """An image that the code made."""

    step_id: str
    call_id: str
    file_id: str


@dataclass(frozen=True, kw_only=True)
class CodeFinished(RunEvent):
    """A cell of the interpreter ended: how (``completed``, ``failed``, ``cancelled``, ``timed_out``, ``lost``), after how
    long, why if it was not by itself, and the files that it wrote (``file_id``, ``name``, ``path``, ``bytes``)."""

    step_id: str
    call_id: str
    status: str
    seconds: float
    exit_reason: str = ""
    note: str = ""
    files: tuple[dict[str, Any], ...] = ()

    def __post_init__(self) -> None:
        """A list, as JSON has it, becomes a tuple."""
        object.__setattr__(self, "files", tuple(self.files))


@dataclass(frozen=True, kw_only=True)
class Citation(RunEvent):
    """A place in the answer (``start`` to ``end``, characters) that leads to a file."""

    marker: str
    start: int
    end: int
    file_id: str
    quote: str = ""


@dataclass(frozen=True, kw_only=True)
class StepFinished(RunEvent):
    """A step ended; ``details`` is the whole step as the server has it."""

    step_id: str
    status: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FunctionCall:
    """One call that waits for its output."""

    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True, kw_only=True)
class NeedsToolOutput(RunEvent):
    """The model waits for the outputs of these calls."""

    calls: tuple[FunctionCall, ...]


@dataclass(frozen=True, kw_only=True)
class Notice(RunEvent):
    """Something to show while it goes on: a retry after a rate limit, a model being loaded, an engine restarting."""

    text: str
    retry_after: float | None = None


@dataclass(frozen=True, kw_only=True)
class Usage(RunEvent):
    """Tokens counted by the service."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


@dataclass(frozen=True, kw_only=True)
class Finished(RunEvent):
    """The answer's end. ``error`` is a sentence for a person, ``details`` the technical rest."""

    status: FinishStatus
    error: str = ""
    advice: str = ""
    details: str = ""

"""What people work with, as plain frozen data: assistants, threads, messages, runs, steps.

Each has the few fields that lists and transcripts need, and ``raw``: the whole object in the Assistants API's own shape
(plain JSON data), for forms, inspectors and exports. Times are Unix seconds, 0 where the service told none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]

MARK = "assistant_workbench"
"""Metadata key by which the program knows objects that it made for itself; its value says what for."""

MARK_PLAYGROUND = "playground"
MARK_DRAFT = "draft"
"""Marks the copy of an assistant's unsaved state that is tried beside its form."""
TITLE = "title"
"""Metadata key of a thread's title."""


@dataclass(frozen=True)
class Assistant:
    """A stored assistant."""

    id: str
    name: str
    description: str
    instructions: str
    model: str
    temperature: float | None
    top_p: float | None
    created_at: int
    metadata: dict[str, str] = field(default_factory=dict, compare=False)
    raw: Json = field(default_factory=dict, repr=False)

    @property
    def is_ad_hoc(self) -> bool:
        """Whether the program made it for itself (for a plain model, or to try a draft); lists leave it out."""
        return self.metadata.get(MARK) in {MARK_PLAYGROUND, MARK_DRAFT}


@dataclass(frozen=True)
class Thread:
    """A stored conversation. ``title`` is its given one or the beginning of its first message, "" if it has neither."""

    id: str
    title: str
    created_at: int
    updated_at: int = 0
    metadata: dict[str, str] = field(default_factory=dict, compare=False)
    raw: Json = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Message:
    """A message of a thread. ``text`` is all its text parts, one after the other."""

    id: str
    thread_id: str
    role: Literal["user", "assistant"]
    text: str
    created_at: int
    status: str = "completed"
    run_id: str = ""
    assistant_id: str = ""
    incomplete_reason: str = ""
    images: tuple[str, ...] = ()
    raw: Json = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Run:
    """One execution of an assistant on a thread. Token counts are None until it is over."""

    id: str
    thread_id: str
    assistant_id: str
    status: str
    model: str
    created_at: int
    error: str = ""
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    raw: Json = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Step:
    """One step of a run."""

    id: str
    run_id: str
    kind: Literal["message", "function", "code_interpreter", "file_search", "other"]
    status: str
    created_at: int
    completed_at: int = 0
    error: str = ""
    raw: Json = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class ModelRef:
    """A model of a connection. ``connection`` is a profile's id, or :data:`ENGINE` for models that the engine runs."""

    connection: str
    model: str

    @property
    def wire_name(self) -> str:
        """The model's name for the engine: local ones as they are, others as ``<connection>/<model>``."""
        return self.model if self.connection == ENGINE else f"{self.connection}/{self.model}"


ENGINE = "engine"
"""The connection id of the program's own engine."""

BUILT_IN_MODEL = "smollm2-135m-instruct"
"""Id of the small model that comes with the program."""


def assistant_from(raw: Json) -> Assistant:
    """Make an assistant of the API's object."""
    return Assistant(
        id=str(raw.get("id", "")),
        name=raw.get("name") or "",
        description=raw.get("description") or "",
        instructions=raw.get("instructions") or "",
        model=raw.get("model") or "",
        temperature=raw.get("temperature"),
        top_p=raw.get("top_p"),
        created_at=int(raw.get("created_at") or 0),
        metadata=dict(raw.get("metadata") or {}),
        raw=raw,
    )


def thread_from(raw: Json, *, title: str = "") -> Thread:
    """Make a thread of the API's object (and the extensions of our engine, where they are there)."""
    metadata = dict(raw.get("metadata") or {})
    return Thread(
        id=str(raw.get("id", "")),
        title=metadata.get(TITLE) or title,
        created_at=int(raw.get("created_at") or 0),
        updated_at=int(raw.get("updated_at") or raw.get("created_at") or 0),
        metadata=metadata,
        raw=raw,
    )


def message_from(raw: Json) -> Message:
    """Make a message of the API's object."""
    parts = [part for part in raw.get("content") or [] if isinstance(part, dict)]
    texts = [(part.get("text") or {}).get("value") or "" for part in parts if part.get("type") == "text"]
    texts += [str(part.get("refusal") or "") for part in parts if part.get("type") == "refusal"]
    images = [
        (part.get("image_file") or {}).get("file_id") or (part.get("image_url") or {}).get("url") or ""
        for part in parts
        if part.get("type") in {"image_file", "image_url"}
    ]
    return Message(
        id=str(raw.get("id", "")),
        thread_id=str(raw.get("thread_id") or ""),
        role="assistant" if raw.get("role") == "assistant" else "user",
        text="\n\n".join(texts),
        created_at=int(raw.get("created_at") or 0),
        status=raw.get("status") or "completed",
        run_id=raw.get("run_id") or "",
        assistant_id=raw.get("assistant_id") or "",
        incomplete_reason=(raw.get("incomplete_details") or {}).get("reason") or "",
        images=tuple(image for image in images if image),
        raw=raw,
    )


def run_from(raw: Json) -> Run:
    """Make a run of the API's object."""
    usage = raw.get("usage") or {}
    reason = (raw.get("incomplete_details") or {}).get("reason")
    return Run(
        id=str(raw.get("id", "")),
        thread_id=str(raw.get("thread_id") or ""),
        assistant_id=raw.get("assistant_id") or "",
        status=raw.get("status") or "",
        model=raw.get("model") or "",
        created_at=int(raw.get("created_at") or 0),
        error=(raw.get("last_error") or {}).get("message") or (f"Cut short: {reason}" if reason else ""),
        prompt_tokens=usage.get("prompt_tokens"),
        completion_tokens=usage.get("completion_tokens"),
        raw=raw,
    )


def step_from(raw: Json) -> Step:
    """Make a step of the API's object."""
    return Step(
        id=str(raw.get("id", "")),
        run_id=str(raw.get("run_id") or ""),
        kind=step_kind(raw),
        status=raw.get("status") or "",
        created_at=int(raw.get("created_at") or 0),
        completed_at=int(raw.get("completed_at") or 0),
        error=(raw.get("last_error") or {}).get("message") or "",
        raw=raw,
    )


def step_kind(raw: Json) -> Literal["message", "function", "code_interpreter", "file_search", "other"]:
    """What a run step does: its message, or the kind of its (first) tool call."""
    if raw.get("type") == "message_creation":
        return "message"
    calls = (raw.get("step_details") or {}).get("tool_calls") or []
    kind = calls[0].get("type") if calls and isinstance(calls[0], dict) else None
    return kind if kind in {"function", "code_interpreter", "file_search"} else "other"

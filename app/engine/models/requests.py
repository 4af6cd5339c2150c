"""What the run loop asks of a model, and what comes back, whatever the service behind it speaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

Json = dict[str, Any]


@dataclass(frozen=True)
class ModelRequest:
    """One model call, in the shapes of Chat Completions.

    ``tools`` are function tools. ``max_tokens`` limits the completion. ``extra`` holds fields that are passed on as they
    are (the relay's callers may know their service better than we do).
    """

    messages: list[Json]
    tools: list[Json] = field(default_factory=list)
    tool_choice: Any = None
    parallel_tool_calls: bool | None = None
    response_format: Json | None = None
    temperature: float | None = None
    top_p: float | None = None
    reasoning_effort: str | None = None
    max_tokens: int | None = None
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """Tokens as the service counted them."""

    prompt: int
    completion: int

    def __add__(self, other: TokenUsage) -> TokenUsage:
        """Sum of both."""
        return TokenUsage(self.prompt + other.prompt, self.completion + other.completion)

    def wire(self) -> Json:
        """As the API shows it."""
        return {
            "prompt_tokens": self.prompt,
            "completion_tokens": self.completion,
            "total_tokens": self.prompt + self.completion,
        }


class TextPiece(NamedTuple):
    """A piece of the answer."""

    text: str


class RefusalPiece(NamedTuple):
    """A piece of the model's refusal to answer."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolCallPiece:
    """A piece of a function call. The first of each ``index`` has ``id`` and ``name``, later ones may have neither."""

    index: int
    id: str
    name: str
    arguments: str


class Finish(NamedTuple):
    """The answer's end: ``reason`` is stop, length, tool_calls or content_filter; ``usage`` None if not told."""

    reason: str
    usage: TokenUsage | None


Piece = TextPiece | RefusalPiece | ToolCallPiece | Finish

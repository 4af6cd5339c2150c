"""Figures of one answer, derived from its events and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from app.core.run_events import (
    CodeInput,
    Finished,
    Notice,
    RunEvent,
    Sent,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    Usage,
)


@dataclass(frozen=True)
class Metrics:
    """Figures; None where the events do not (yet) tell.

    Attributes:
        status: of the answer, "" while it is under way.
        first_token: seconds from the request (the last try, after rate limits) to the first piece of the answer.
        total: seconds from the first request to the end (or to the last event so far).
        waited: seconds spent waiting for rate limits, contained in ``total``.
        retries: how often a request was repeated after such a wait.
        prompt_tokens: tokens that the model read, all requests together, as the service counted them.
        completion_tokens: tokens that it wrote.
        tokens_per_second: written tokens between the first piece and the last.
        requests: requests that left.
        sent_messages: messages in them, counted again each time they were sent.
        sent_tokens: tokens in those messages (estimated).
        already_held: messages that the service held before the first request.
        steps: steps and tool calls.
        characters: length of the answer.
    """

    status: str = ""
    first_token: float | None = None
    total: float | None = None
    waited: float = 0.0
    retries: int = 0
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    tokens_per_second: float | None = None
    requests: int = 0
    sent_messages: int = 0
    sent_tokens: int | None = None
    already_held: int = 0
    steps: int = 0
    characters: int = 0

    @property
    def sent_words(self) -> str:
        """“sent: 7 messages, 1,204 tokens”; empty before anything was sent."""
        if not self.requests:
            return ""
        noun = "message" if self.sent_messages == 1 else "messages"
        tokens = "" if self.sent_tokens is None else f", {_tokens(self.sent_tokens)}"
        return f"sent: {self.sent_messages:,} {noun}{tokens}"

    @property
    def held_words(self) -> str:
        """“the thread already held 6 messages”; empty where the service held none."""
        if not self.already_held:
            return ""
        return f"the thread already held {self.already_held:,} message{'' if self.already_held == 1 else 's'}"

    def as_json(self) -> dict[str, Any]:
        """All figures by name, times rounded to a tenth of a millisecond."""
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}


class MetricsCollector:
    """Keeps the figures of one answer up to date, event by event; cheap enough for every token."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._base = 0.0
        self._first: float | None = None
        self._last_piece = 0.0
        self._last = 0.0
        self._status = ""
        self._waited = 0.0
        self._retries = 0
        self._prompt: int | None = None
        self._completion: int | None = None
        self._requests = 0
        self._sent_messages = 0
        self._sent_tokens: int | None = None
        self._held = 0
        self._steps: set[str] = set()
        self._characters = 0

    def take(self, event: RunEvent) -> None:
        """Take the next event."""
        self._last = max(self._last, event.at)
        match event:
            case TextDelta():
                self._characters += len(event.text)
                self._piece(event.at)
            case ToolCallDelta() | CodeInput():
                self._piece(event.at)
            case Sent():
                if self._began is None:
                    self._began = self._base = event.at
                    self._held = event.already_held
                self._requests += 1
                self._sent_messages += event.messages
                self._held = max(self._held, event.already_held)
                if event.tokens is not None:
                    self._sent_tokens = (self._sent_tokens or 0) + event.tokens
            case Notice() if event.retry_after is not None:
                self._retries += 1
                self._waited += event.retry_after
                if self._first is None:
                    self._base = event.at + event.retry_after
            case Usage():
                self._prompt = (self._prompt or 0) + event.prompt_tokens
                self._completion = (self._completion or 0) + event.completion_tokens
            case StepStarted():
                self._steps.add(event.step_id)
            case Finished():
                self._status = event.status
            case _:
                pass

    def _piece(self, at: float) -> None:
        if self._first is None:
            self._first = at
        self._last_piece = at

    @property
    def metrics(self) -> Metrics:
        """The figures as of the last event."""
        first = total = speed = None
        if self._began is not None:
            total = max(0.0, self._last - self._began)
            if self._first is not None:
                first = max(0.0, self._first - self._base)
                if self._completion:
                    # One piece tells nothing about speed by itself: then the whole time counts.
                    span = self._last_piece - self._first
                    span = span if span > 0.001 else self._last_piece - self._base
                    speed = self._completion / span if span > 0 else None
        return Metrics(
            status=self._status,
            first_token=first,
            total=total,
            waited=self._waited,
            retries=self._retries,
            prompt_tokens=self._prompt,
            completion_tokens=self._completion,
            tokens_per_second=speed,
            requests=self._requests,
            sent_messages=self._sent_messages,
            sent_tokens=self._sent_tokens,
            already_held=self._held,
            steps=len(self._steps),
            characters=self._characters,
        )


def measure(events: Iterable[RunEvent]) -> Metrics:
    """The figures of a list of events."""
    collector = MetricsCollector()
    for event in events:
        collector.take(event)
    return collector.metrics


def _tokens(count: int) -> str:
    return f"{count:,} token{'' if count == 1 else 's'}"

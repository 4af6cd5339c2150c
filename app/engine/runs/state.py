"""Where a run stands between two model calls, and the record of what its model calls read."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.errors import AppError
from app.engine.models.requests import TokenUsage
from app.engine.runs.rows import now

log = logging.getLogger(__name__)

Json = dict[str, Any]


class RunFailed(AppError):
    """The run cannot go on; ``code`` as in ``last_error``."""

    def __init__(self, message: str, *, code: str = "server_error", advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.code = code


@dataclass
class RunState:
    """What the loop needs to go on after tool outputs, kept in the run's row meanwhile.

    Attributes:
        rounds: this run's own calls and outputs as chat messages, one list for each answer of the model.
        usage: tokens so far.
        model_calls: how often the model was asked.
        step_id, step_usage: the step that waits for outputs, and its tokens.
        message_parts: content for the beginning of the next message.
        made_files: files that code made since the last message; the next one is given them as attachments.
    """

    rounds: list[list[Json]] = field(default_factory=list)
    usage: TokenUsage = field(default_factory=lambda: TokenUsage(0, 0))
    model_calls: int = 0
    step_id: str | None = None
    step_usage: Json | None = None
    message_parts: list[Json] = field(default_factory=list)
    made_files: list[str] = field(default_factory=list)

    def to_json(self) -> Json:
        """For the run's row."""
        return {**dataclasses.asdict(self), "usage": [self.usage.prompt, self.usage.completion]}

    @classmethod
    def from_json(cls, data: Json | None) -> RunState:
        """Out of the run's row; a run that has not begun has none."""
        if not data:
            return cls()
        return cls(**{**data, "usage": TokenUsage(*data["usage"])})


class ContextRecord:
    """Which messages each model call of a run saw or left out, its tokens, and what else is worth knowing.

    Args:
        run_id: the run, for the log.
        recorded: what the run's row has of it from earlier.
    """

    def __init__(self, run_id: str, recorded: Json | None) -> None:
        self._run_id = run_id
        self._calls: list[Json] = list((recorded or {}).get("model_calls") or ())
        self._notes: list[str] = list((recorded or {}).get("notes") or ())

    def note(self, text: str) -> None:
        """Add a sentence, to the log as well; the same one only once."""
        log.info("%s: %s", self._run_id, text)
        if text not in self._notes:
            self._notes.append(text)

    def begin_call(self, details: Json, notes: Sequence[str], *, again: bool) -> None:
        """A model call begins; ``again`` when it takes the place of the last one, which the service refused."""
        if again:
            self._calls.pop()
        self._calls.append({"number": len(self._calls) + 1, "at": now(), **details})
        for text in notes:
            self.note(text)

    def end_call(self, usage: TokenUsage) -> None:
        """The last model call has ended."""
        self._calls[-1]["usage"] = usage.wire()

    def snapshot(self) -> Json:
        """The record as it is now, for the run's row."""
        return {"model_calls": [dict(call) for call in self._calls], "notes": list(self._notes)}

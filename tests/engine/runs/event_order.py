"""A judge of event streams: which event may follow which, whatever happens to the run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

TERMINAL = {"completed", "failed", "cancelled", "expired", "incomplete"}
_NEXT = {
    None: {"created"},
    "created": {"queued"},
    "queued": {"in_progress", "cancelling", "failed", "expired"},
    "in_progress": {"requires_action", "completed", "failed", "incomplete", "cancelling", "expired"},
    "cancelling": {"cancelled", "expired", "failed"},
}


class Judge:
    """Takes one run's events, over all its streams, and objects to wrong ones."""

    def __init__(self) -> None:
        self.status: str | None = None
        self.open_steps: dict[str, str] = {}
        self.open_messages: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.seen: list[str] = []
        self.done = False

    def take_all(self, events: Iterable[Any]) -> None:
        """Take a whole stream, which ends with ``done``."""
        self.done = False
        for event in events:
            self.take(event.event, event.data)
        assert self.done, self.seen

    def take(self, name: str, data: bytes) -> None:
        self.seen.append(name)
        assert not self.done, self.seen
        if name == "done":
            assert data == b"[DONE]"
            assert self.status in TERMINAL | {"requires_action"}, self.seen
            self.done = True
            return
        body = json.loads(data)
        if name.startswith("thread.run.step."):
            self._step(name.removeprefix("thread.run.step."), body)
        elif name.startswith("thread.run."):
            self._run(name.removeprefix("thread.run."), body)
        elif name.startswith("thread.message."):
            self._message(name.removeprefix("thread.message."), body)
        else:
            assert name == "thread.created", name

    def _run(self, state: str, body: dict[str, Any]) -> None:
        if self.status == "requires_action":
            assert state == "queued", self.seen
            assert not self.open_steps, self.seen
        else:
            assert state in _NEXT[self.status], (self.status, state, self.seen)
        if state != "created":
            assert body["status"] == state, (body["status"], state)
        self.status = state
        if state in TERMINAL:
            assert not self.open_steps, self.seen
            assert not self.open_messages, self.seen
            assert body["usage"] is not None
            assert body["expires_at"] is None
            assert body["required_action"] is None
        if state == "requires_action":
            assert list(self.open_steps.values()) == ["tool_calls"], self.seen
            assert not self.open_messages, self.seen
        assert (body["required_action"] is not None) == (state == "requires_action")
        assert (body["last_error"] is not None) == (state == "failed")

    def _step(self, state: str, body: dict[str, Any]) -> None:
        if state == "created":
            assert self.status == "in_progress", self.seen
            assert body["id"] not in self.open_steps
            self.open_steps[body["id"]] = body["type"]
            return
        assert body["id"] in self.open_steps, self.seen
        if state in TERMINAL and self.open_steps.pop(body["id"]) == "message_creation":
            message_id = body["step_details"]["message_creation"]["message_id"]
            assert message_id not in self.open_messages, self.seen

    def _message(self, state: str, body: dict[str, Any]) -> None:
        if state == "created":
            assert "message_creation" in self.open_steps.values(), self.seen
            assert body["content"] == []
            self.open_messages[body["id"]] = ""
            return
        assert body["id"] in self.open_messages, self.seen
        if state == "delta":
            for part in body["delta"]["content"]:
                self.open_messages[body["id"]] += part["text"]["value"]
        elif state in {"completed", "incomplete"}:
            text = self.open_messages.pop(body["id"])
            assert "".join(part["text"]["value"] for part in body["content"]) == text
            self.texts[body["id"]] = text

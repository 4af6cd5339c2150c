"""What happened while a prompt was answered: steps, requests and raw events, live or of a stored run.

Live, it is fed with the lane's run events and tells views at most thirty times a second. For a stored run it is loaded
from the run and its steps as the API gives them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core import run_events as ev
from app.core.entities import Run
from app.viewmodels.exchanges import Response
from app.viewmodels.rows import RowsModel
from app.viewmodels.step_rows import (
    STATUS_WORDS,
    EventRow,
    RequestRow,
    StepRow,
    duration_words,
    event_name,
    event_summary,
    kind_of,
    names_in,
    seconds_of,
    stored_row,
)
from app.viewmodels.words import t

FLUSH_MS = 33
_OVER = {"completed", "incomplete", "failed", "cancelled", "expired"}


class StepsViewModel(QObject):
    """Steps, requests and events of one run (or of one prompt in a lane).

    Signals:
        changed: status, totals or rows are different; at most every 33 ms while something streams.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps: RowsModel[StepRow] = RowsModel(lambda r: r.text, lambda r: r.id, self)
        self.requests: RowsModel[RequestRow] = RowsModel(lambda r: r.text, lambda r: str(r.number), self)
        self.events: RowsModel[EventRow] = RowsModel(lambda r: r.text, lambda r: str(r.number), self)
        self.run: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_MS)
        self._timer.timeout.connect(self.flush)
        self._clear()

    def _clear(self) -> None:
        self.status = ""
        self.error = ""
        self.prompt_tokens: int | None = None
        self.completion_tokens: int | None = None
        self.seconds: float | None = None
        self.loading = False
        self.run = {}
        self._began: float | None = None
        self._rows: dict[str, StepRow] = {}
        self._shown: list[str] = []
        self._dirty: set[str] = set()
        self._new_requests: list[RequestRow] = []
        self._new_events: list[EventRow] = []
        self._counted = 0
        self._sent = 0
        self._response: Response | None = None
        self._asked: dict[int, RequestRow] = {}

    # -- live ----------------------------------------------------------------------------------------------------

    def reset(self) -> None:
        """Forget everything: a new prompt begins, or nothing is selected."""
        self._timer.stop()
        self._clear()
        for model in (self.steps, self.requests, self.events):
            model.set_rows([])
        self.changed.emit()

    def take_all(self, events: Iterable[ev.RunEvent]) -> None:
        """Take many events at once (a lane that was already running is opened)."""
        for event in events:
            self._take(event)
        self.flush()

    def take(self, event: ev.RunEvent) -> None:
        """Take one event as it comes; views hear of it with the next flush."""
        self._take(event)
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Tell views nothing more: the owner ends."""
        self._timer.stop()

    def flush(self) -> None:
        """Tell views what has come since the last time."""
        self._timer.stop()
        for step_id in self._dirty:
            position = self.steps.position(step_id)
            if position >= 0:
                self.steps.replace(position, self._rows[step_id])
        fresh = [key for key in self._rows if key in self._dirty and self.steps.position(key) < 0]
        self.steps.append(self._rows[key] for key in fresh)
        self.requests.append(self._new_requests)
        self.events.append(self._new_events)
        self._dirty, self._new_requests, self._new_events = set(), [], []
        self.changed.emit()

    def _take(self, event: ev.RunEvent) -> None:
        if self._began is None:
            self._began = event.at
        self._counted += 1
        self._new_events.append(
            EventRow(
                self._counted,
                max(0.0, event.at - self._began),
                event_name(event),
                event_summary(event),
                event,
            )
        )
        if isinstance(event, ev.Sent | ev.Finished):
            self._answered(event)
        elif self._response is not None:
            self._response.take(event)
        match event:
            case ev.Sent():
                self._sent += 1
                self._response = Response(event)
                asked = RequestRow(
                    self._sent,
                    event.endpoint,
                    event.messages,
                    event.tokens,
                    event.already_held,
                    event.request,
                )
                self._asked[self._sent] = asked
                self._new_requests.append(asked)
                if self.status in _OVER or not self.status:
                    self.status = "in_progress"
            case ev.StepStarted():
                kind = "message_creation" if event.kind == "message" else "tool_calls"
                provisional = {
                    "id": event.step_id,
                    "type": kind,
                    "status": "in_progress",
                    "step_details": {"type": kind},
                }
                self._put(
                    StepRow(event.step_id, event.kind, event.name, started=event.at, details=provisional)
                )
            case ev.ToolCallDelta():
                self._call(
                    event.step_id, event.call_id, "function", name=event.name, arguments=event.arguments
                )
            case ev.ToolOutput():
                self._call(event.step_id, event.call_id, "", output=event.output)
            case ev.CodeInput():
                self._call(event.step_id, event.call_id, "code_interpreter", input=event.code)
            case ev.CodeLogs():
                self._call(
                    event.step_id, event.call_id, "code_interpreter", log={"type": "logs", "logs": event.logs}
                )
            case ev.CodeImage():
                image = {"type": "image", "image": {"file_id": event.file_id}}
                self._call(event.step_id, event.call_id, "code_interpreter", log=image)
            case ev.StepFinished():
                self._finish_step(event)
            case ev.NeedsToolOutput():
                self.status = "requires_action"
                waiting = {call.call_id for call in event.calls}
                for row in list(self._rows.values()):
                    calls = row.details.get("step_details", {}).get("tool_calls", [])
                    if row.status == "in_progress" and waiting & {c.get("id") for c in calls}:
                        self._put(dataclasses.replace(row, status="requires_action"))
            case ev.Usage():
                self.prompt_tokens = (self.prompt_tokens or 0) + event.prompt_tokens
                self.completion_tokens = (self.completion_tokens or 0) + event.completion_tokens
            case ev.Finished():
                self._finish(event)
            case _:
                pass

    def _answered(self, event: ev.RunEvent) -> None:
        """A request's answer is whole: another request goes out, or all is over."""
        if self._response is None:
            return
        if isinstance(event, ev.Finished):
            self._response.take(event)
        row = dataclasses.replace(self._asked[self._sent], response=self._response.body or None, version=1)
        self._response = None
        self._asked[row.number] = row
        waiting = next((i for i, new in enumerate(self._new_requests) if new.number == row.number), None)
        if waiting is not None:
            self._new_requests[waiting] = row
        else:
            self.requests.replace(self.requests.position(str(row.number)), row)

    def _put(self, row: StepRow) -> None:
        self._rows[row.id] = dataclasses.replace(row, version=row.version + 1)
        self._dirty.add(row.id)

    def _row(self, step_id: str) -> StepRow:
        return self._rows.get(step_id) or StepRow(step_id, "other", details={"id": step_id})

    def _call(
        self, step_id: str, call_id: str, kind: str, *, log: dict[str, Any] | None = None, **pieces: str
    ) -> None:
        """Add to a tool call what has come of it, in the API's own shape."""
        row = self._row(step_id)
        details = row.details
        calls: list[dict[str, Any]] = details.setdefault("step_details", {"type": "tool_calls"}).setdefault(
            "tool_calls", []
        )
        call = next((c for c in calls if c.get("id") == call_id), None)
        if call is None:
            kind = kind or "function"
            call = {
                "id": call_id,
                "type": kind,
                kind: {"input": "", "outputs": []}
                if kind == "code_interpreter"
                else {"name": "", "arguments": "", "output": None},
            }
            calls.append(call)
        body = call[call["type"]]
        if log is not None:
            body.setdefault("outputs", []).append(log)
        for name, piece in pieces.items():
            body[name] = piece if name in {"name", "output"} and piece else (body.get(name) or "") + piece
        names = names_in(details)
        self._put(
            dataclasses.replace(
                row, name=names or row.name, kind=row.kind if row.kind != "other" else call["type"]
            )
        )

    def _finish_step(self, event: ev.StepFinished) -> None:
        row = self._row(event.step_id)
        details = event.details or {**row.details, "status": event.status}
        usage = details.get("usage") or {}
        self._put(
            dataclasses.replace(
                row,
                kind=kind_of(details) if event.details else row.kind,
                name=names_in(details) or row.name,
                status=event.status,
                seconds=event.at - row.started if row.started else None,
                prompt_tokens=usage.get("prompt_tokens"),
                completion_tokens=usage.get("completion_tokens"),
                error=(details.get("last_error") or {}).get("message", ""),
                details=details,
            )
        )

    def _finish(self, event: ev.Finished) -> None:
        self.status = event.status
        self.error = " ".join(part for part in (event.error, event.advice) if part)
        self.seconds = event.at - self._began if self._began is not None else None
        self._lay_out(self._began or 0.0, self.seconds or 0.0)
        if event.status in _OVER:
            for row in list(self._rows.values()):
                if row.status not in _OVER:
                    self._put(
                        dataclasses.replace(
                            row,
                            status=event.status,
                            seconds=event.at - row.started if row.started else None,
                            details={**row.details, "status": event.status},
                        )
                    )

    def _lay_out(self, began: float, total: float) -> None:
        """Tell each step its place in the whole, for the timeline."""
        for row in list(self._rows.values()):
            if total > 0 and row.started and row.seconds is not None:
                start = min(1.0, max(0.0, (row.started - began) / total))
                self._put(dataclasses.replace(row, span=(start, min(1.0 - start, row.seconds / total))))

    # -- stored --------------------------------------------------------------------------------------------------

    def show_loading(self) -> None:
        """A stored run is being fetched."""
        self.reset()
        self.loading = True
        self.changed.emit()

    def show_error(self, message: str) -> None:
        """The stored run could not be fetched."""
        self.reset()
        self.error = message
        self.changed.emit()

    def load_stored(self, run: dict[str, Any], steps: Iterable[dict[str, Any]]) -> None:
        """Show a run as the API gives it, with its steps, oldest first."""
        self._timer.stop()
        self._clear()
        self.run = run
        self.status = str(run.get("status", ""))
        error = run.get("last_error") or {}
        reason = (run.get("incomplete_details") or {}).get("reason")
        self.error = error.get("message", "") or (t("Cut short: {0}.").format(reason) if reason else "")
        usage = run.get("usage") or {}
        self.prompt_tokens, self.completion_tokens = (
            usage.get("prompt_tokens"),
            usage.get("completion_tokens"),
        )
        self.seconds = seconds_of(run.get("started_at") or run.get("created_at"), run)
        self._rows = {row.id: row for row in map(stored_row, steps)}
        self._lay_out(float(run.get("started_at") or run.get("created_at") or 0), self.seconds or 0.0)
        self._dirty.clear()
        self.steps.set_rows(self._rows.values())
        request = request_of(run)
        self.requests.set_rows(
            [RequestRow(1, f"POST /v1/threads/{run.get('thread_id', '')}/runs", 0, None, 0, request)]
        )
        self.events.set_rows([])
        self.changed.emit()

    @property
    def status_words(self) -> str:
        """The run's status in words, empty before anything happened."""
        return t(STATUS_WORDS.get(self.status, self.status))

    @property
    def summary(self) -> str:
        """Duration and tokens in one line."""
        parts = [duration_words(self.seconds, whole=bool(self.run))]
        if self.prompt_tokens is not None or self.completion_tokens is not None:
            parts.append(
                t("{0:,} tokens in, {1:,} out").format(self.prompt_tokens or 0, self.completion_tokens or 0)
            )
        count = len(self._rows)
        if count:
            parts.append(t("{0} step").format(count) if count == 1 else t("{0} steps").format(count))
        return " · ".join(part for part in parts if part)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show at all."""
        return not (self._rows or self._counted or self.run)


def request_of(run: Run | dict[str, Any]) -> dict[str, Any]:
    """The request that a stored run was (or could have been) started with."""
    raw = run.raw if isinstance(run, Run) else run
    return {
        key: raw[key]
        for key in (
            "assistant_id", "model", "instructions", "tools", "tool_choice", "parallel_tool_calls", "response_format",
            "temperature", "top_p", "max_prompt_tokens", "max_completion_tokens", "truncation_strategy", "metadata",
        )
        if raw.get(key) is not None
    }  # fmt: skip

"""Streamed events of an Assistants run, told as run events.

:class:`RunReader` takes one ``thread.…`` event after the other, as plain data. It remembers what it has told, so that
after a broken stream the stored run, steps and messages can be given to it too: only what is new is told then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.core.entities import Json, step_kind
from app.core.run_events import (
    Citation,
    CodeFinished,
    CodeImage,
    CodeInput,
    CodeLogs,
    FunctionCall,
    NeedsToolOutput,
    ObjectCreated,
    RunEvent,
    StepFinished,
    StepKind,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    ToolOutput,
    Usage,
)

ENDED = frozenset({"completed", "failed", "incomplete", "cancelled", "expired"})
STEP_ENDED = frozenset({"completed", "failed", "cancelled", "expired"})


class RunReader:
    """Reads one run (and its continuations after tool outputs).

    ``run`` is the run as it was last seen; ``texts`` what each message has said so far, by message id.
    """

    def __init__(self, lane: str, emit: Callable[[RunEvent], None]) -> None:
        self.run: Json = {}
        self._lane = lane
        self._emit = emit
        self._texts: dict[tuple[str, int], str] = {}
        self._calls: dict[tuple[str, int], tuple[str, str]] = {}  # (step, index) -> (call id, type)
        self._outputs: set[str] = set()
        self._started: set[str] = set()
        self._finished: set[str] = set()
        self._cited: dict[tuple[str, int, int], Json] = {}
        self._told_citations: set[tuple[str, int, int]] = set()
        self._awaited: tuple[str, ...] = ()
        self._usage_told = False
        self._told_code: dict[str, str] = {}
        self._told_results: dict[tuple[str, int], str] = {}  # (call, output's place) -> logs or file told
        self._told_images: set[str] = set()
        self._told_cells: set[str] = set()

    @property
    def run_id(self) -> str:
        """The run's id, "" before it is known."""
        return str(self.run.get("id") or "")

    @property
    def status(self) -> str:
        """The run's last known status."""
        return str(self.run.get("status") or "")

    @property
    def texts(self) -> dict[str, str]:
        """What each message has said so far."""
        found: dict[str, list[str]] = {}
        for (message, _), text in sorted(self._texts.items(), key=lambda item: item[0][1]):
            found.setdefault(message, []).append(text)
        return {message: "\n\n".join(filter(None, parts)) for message, parts in found.items()}

    @property
    def messages(self) -> int:
        """How many messages the run has written."""
        return len({message for message, _ in self._texts})

    @property
    def has_code(self) -> bool:
        """Whether it ran code."""
        return any(kind == "code_interpreter" for _, kind in self._calls.values())

    def take_cell(self, cell: Json) -> None:
        """Take what the engine tells of a cell beside the run's steps."""
        call_id, step_id = str(cell.get("call_id") or ""), str(cell.get("step_id") or "")
        if not call_id or call_id in self._told_cells:
            return
        self._told_cells.add(call_id)
        self._emit(
            CodeFinished(
                lane=self._lane,
                step_id=step_id,
                call_id=call_id,
                status=str(cell.get("status") or "completed"),
                seconds=float(cell.get("duration") or 0.0),
                exit_reason=str(cell.get("exit_reason") or ""),
                note=str(cell.get("note") or ""),
                files=tuple(one for one in cell.get("files") or () if isinstance(one, dict)),
                raw=cell,
            )
        )

    def take(self, name: str, data: Json) -> None:
        """Take one streamed event."""
        # The event's name tells the state; the object in it may be a moment older.
        what = name.rpartition(".")[2]
        if name.startswith("thread.run.step."):
            self._take_step(what, data if what in {"created", "delta"} else {**data, "status": what})
        elif name.startswith("thread.run."):
            self.take_run(data if what == "created" else {**data, "status": what})
        elif name == "thread.message.created":
            self._texts.setdefault((str(data.get("id")), 0), "")
        elif name == "thread.message.delta":
            self._take_text(data)
        elif name in {"thread.message.completed", "thread.message.incomplete"}:
            self.take_message(data)

    def take_run(self, run: Json) -> None:
        """Take the run as the server has it now."""
        if not self.run_id and run.get("id"):
            self._emit(ObjectCreated(lane=self._lane, kind="run", id=str(run["id"]), raw=run))
        self.run = run
        usage = run.get("usage")
        if run.get("status") in ENDED and isinstance(usage, dict) and not self._usage_told:
            self._usage_told = True
            prompt, completion = (
                int(usage.get("prompt_tokens") or 0),
                int(usage.get("completion_tokens") or 0),
            )
            self._emit(
                Usage(
                    lane=self._lane,
                    prompt_tokens=prompt,
                    completion_tokens=completion,
                    total_tokens=int(usage.get("total_tokens") or prompt + completion),
                    raw=run,
                )
            )

    def take_step(self, step: Json) -> None:
        """Take a step as the server has it now."""
        step_id = str(step.get("id") or "")
        self._start(step_id, step)
        for index, call in enumerate(_calls(step)):
            known = self._calls.get((step_id, index))
            if known is None:
                self._take_call({**call, "index": index}, step_id, step)
            else:
                if known[1] == "code_interpreter":
                    inner = call.get("code_interpreter") or {}
                    self._take_code(inner, step_id, known[0], step, whole=True)
                self._tell_output(step_id, known[0], call, step)
        if step.get("status") in STEP_ENDED and step_id not in self._finished:
            self._finished.add(step_id)
            self._emit(
                StepFinished(
                    lane=self._lane, step_id=step_id, status=str(step["status"]), details=step, raw=step
                )
            )

    def take_message(self, message: Json) -> None:
        """Take a message as the server has it now: what it says beyond what was told is told."""
        if message.get("role") == "user":
            return
        message_id = str(message.get("id") or "")
        self._texts.setdefault((message_id, 0), "")
        for index, part in enumerate(message.get("content") or []):
            text = part.get("text") or {}
            value = str(text.get("value") or part.get("refusal") or "")
            told = self._texts.get((message_id, index), "")
            if len(value) > len(told) and value.startswith(told):
                self._tell_text(message_id, index, value[len(told) :], message)
            for place, annotation in enumerate(text.get("annotations") or []):
                self._cite(message_id, index, {**annotation, "index": place}, message, whole=True)
            file_id = str((part.get("image_file") or {}).get("file_id") or "")
            if file_id and file_id not in self._told_images:
                self._told_images.add(file_id)
                self._emit(CodeImage(lane=self._lane, step_id="", call_id="", file_id=file_id, raw=message))

    def needed_calls(self) -> tuple[FunctionCall, ...]:
        """The calls that the run waits for, told once as ``NeedsToolOutput``; empty when it waits for none."""
        action = (self.run.get("required_action") or {}).get("submit_tool_outputs") or {}
        calls = tuple(
            FunctionCall(
                call_id=str(call.get("id")),
                name=str((call.get("function") or {}).get("name") or ""),
                arguments=str((call.get("function") or {}).get("arguments") or ""),
            )
            for call in action.get("tool_calls") or []
        )
        ids = tuple(call.call_id for call in calls)
        if calls and ids != self._awaited:
            self._awaited = ids
            self._emit(NeedsToolOutput(lane=self._lane, calls=calls, raw=self.run))
        return calls

    # -- steps ---------------------------------------------------------------------------------------------------

    def _take_step(self, what: str, data: Json) -> None:
        step_id = str(data.get("id") or "")
        if what != "delta":
            self.take_step(data)
            return
        details = (data.get("delta") or {}).get("step_details") or {}
        for position, call in enumerate(details.get("tool_calls") or []):
            if step_id not in self._started:
                self._started.add(step_id)
                self._tell_start(step_id, _kind(call.get("type")), _name(call), data)
            self._take_call({"index": position, **call}, step_id, data)

    def _start(self, step_id: str, step: Json) -> None:
        if step_id in self._started:
            return
        calls = _calls(step)
        if step.get("type") == "tool_calls" and not calls and step.get("status") not in STEP_ENDED:
            return  # its first call says what kind of step it is
        self._started.add(step_id)
        self._tell_start(step_id, step_kind(step), _name(calls[0]) if calls else "", step)

    def _tell_start(self, step_id: str, kind: StepKind, name: str, raw: Json) -> None:
        self._emit(StepStarted(lane=self._lane, step_id=step_id, kind=kind, name=name, raw=raw))

    def _take_call(self, call: Json, step_id: str, raw: Json) -> None:
        index = int(call.get("index") or 0)
        call_id, kind = self._calls.get((step_id, index), ("", ""))
        call_id = call_id or str(call.get("id") or f"{step_id}/{index}")
        kind = kind or str(call.get("type") or "")
        self._calls[step_id, index] = call_id, kind
        if kind == "function":
            function = call.get("function") or {}
            name, arguments = function.get("name") or "", function.get("arguments") or ""
            if name or arguments:
                self._emit(
                    ToolCallDelta(
                        lane=self._lane,
                        step_id=step_id,
                        call_id=call_id,
                        name=name,
                        arguments=arguments,
                        raw=raw,
                    )
                )
        elif kind == "code_interpreter":
            self._take_code(call.get("code_interpreter") or {}, step_id, call_id, raw)
        self._tell_output(step_id, call_id, call, raw)

    def _take_code(self, code: Json, step_id: str, call_id: str, raw: Json, *, whole: bool = False) -> None:
        """Tell code and outputs; ``whole`` when they are all there are so far, not what comes next."""
        given = str(code.get("input") or "")
        told = self._told_code.get(call_id, "")
        piece = (given[len(told) :] if given.startswith(told) else "") if whole else given
        if piece:
            self._told_code[call_id] = told + piece
            self._emit(CodeInput(lane=self._lane, step_id=step_id, call_id=call_id, code=piece, raw=raw))
        for position, output in enumerate(code.get("outputs") or []):
            place = call_id, int(output.get("index", position) or 0)
            before = self._told_results.get(place, "")
            file_id = str((output.get("image") or {}).get("file_id") or "")
            logs = str(output.get("logs") or "")
            if logs:
                new = (logs[len(before) :] if logs.startswith(before) else "") if whole else logs
                self._told_results[place] = before + new
                if new:
                    self._emit(CodeLogs(lane=self._lane, step_id=step_id, call_id=call_id, logs=new, raw=raw))
            elif file_id and not before:
                self._told_results[place] = file_id
                self._told_images.add(file_id)
                self._emit(
                    CodeImage(lane=self._lane, step_id=step_id, call_id=call_id, file_id=file_id, raw=raw)
                )

    def _tell_output(self, step_id: str, call_id: str, call: Json, raw: Json) -> None:
        output = (call.get("function") or {}).get("output")
        if output is not None and call_id not in self._outputs:
            self._outputs.add(call_id)
            self._emit(
                ToolOutput(lane=self._lane, step_id=step_id, call_id=call_id, output=str(output), raw=raw)
            )

    # -- text ----------------------------------------------------------------------------------------------------

    def _take_text(self, data: Json) -> None:
        message_id = str(data.get("id") or "")
        for position, part in enumerate((data.get("delta") or {}).get("content") or []):
            index = int(part.get("index", position) or 0)
            text = part.get("text") or {}
            value = text.get("value") or part.get("refusal") or ""
            if value:
                self._tell_text(message_id, index, value, data)
            for place, annotation in enumerate(text.get("annotations") or []):
                self._cite(message_id, index, {"index": place, **annotation}, data)
            file_id = (part.get("image_file") or {}).get("file_id")
            if file_id and file_id not in self._told_images:
                self._told_images.add(file_id)
                self._emit(CodeImage(lane=self._lane, step_id="", call_id="", file_id=file_id, raw=data))

    def _tell_text(self, message_id: str, index: int, value: str, raw: Json) -> None:
        begins = not self._texts.get((message_id, index))
        if begins and any(self._texts.get((message_id, before)) for before in range(index)):
            self._emit(TextDelta(lane=self._lane, text="\n\n", message_id=message_id))
        self._texts[message_id, index] = self._texts.get((message_id, index), "") + value
        self._emit(TextDelta(lane=self._lane, text=value, message_id=message_id, raw=raw))

    def _cite(self, message_id: str, part: int, annotation: Json, raw: Json, *, whole: bool = False) -> None:
        """Tell a citation once its place is known; streamed ones may come in pieces."""
        key = (message_id, part, int(annotation.get("index") or 0))
        known = self._cited.setdefault(key, {})
        known.update({name: value for name, value in annotation.items() if value is not None})
        target = known.get("file_citation") or known.get("file_path") or {}
        complete = known.get("end_index") is not None and target.get("file_id")
        if key in self._told_citations or not (complete or whole):
            return
        self._told_citations.add(key)
        self._emit(
            Citation(
                lane=self._lane,
                marker=str(known.get("text") or ""),
                start=int(known.get("start_index") or 0),
                end=int(known.get("end_index") or 0),
                file_id=str(target.get("file_id") or ""),
                quote=str(target.get("quote") or ""),
                raw=raw,
            )
        )


def _calls(step: Json) -> list[Json]:
    calls: Any = (step.get("step_details") or {}).get("tool_calls")
    return [call for call in calls or [] if isinstance(call, dict)]


def _name(call: Json) -> str:
    return str((call.get("function") or {}).get("name") or "")


def _kind(kind: Any) -> StepKind:
    return kind if kind in {"function", "code_interpreter", "file_search"} else "other"

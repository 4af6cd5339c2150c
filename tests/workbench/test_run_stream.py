"""Streamed Assistants events as run events: tools, citations, odd servers, and nothing told twice after a broken stream."""

from __future__ import annotations

from typing import Any

from app.core.run_events import (
    Citation,
    CodeImage,
    CodeInput,
    CodeLogs,
    NeedsToolOutput,
    ObjectCreated,
    RunEvent,
    StepFinished,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    ToolOutput,
    Usage,
)
from app.workbench.playground.run_stream import RunReader
from tests.workbench.lanes import of, text

RUN = {"id": "run_1", "object": "thread.run", "status": "queued", "thread_id": "thread_1", "usage": None}


class Told:
    def __init__(self) -> None:
        self.events: list[RunEvent] = []
        self.reader = RunReader("lane", self.events.append)

    def take(self, *events: tuple[str, dict[str, Any]]) -> None:
        for name, data in events:
            self.reader.take(f"thread.{name}", data)


def step(
    status: str = "in_progress", kind: str = "tool_calls", calls: list[Any] | None = None
) -> dict[str, Any]:
    details = {"type": kind, kind: {"message_id": "msg_1"} if kind == "message_creation" else calls or []}
    return {"id": f"step_{kind}", "run_id": "run_1", "type": kind, "status": status, "step_details": details}


def delta(*calls: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "step_tool_calls",
        "delta": {"step_details": {"type": "tool_calls", "tool_calls": list(calls)}},
    }


def words(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"id": "msg_1", "delta": {"content": list(parts)}}


def piece(value: str, index: int = 0, **rest: Any) -> dict[str, Any]:
    return {"index": index, "type": "text", "text": {"value": value, **rest}}


def test_a_plain_run() -> None:
    told = Told()
    told.take(
        ("run.created", RUN),
        ("run.queued", RUN),
        ("run.in_progress", {**RUN, "status": "queued"}),  # the object may be a moment older than the event
    )
    assert told.reader.status == "in_progress"
    told.take(
        ("run.step.created", step(kind="message_creation")),
        ("run.step.in_progress", step(kind="message_creation")),
        ("message.created", {"id": "msg_1", "role": "assistant", "content": []}),
        ("message.in_progress", {"id": "msg_1"}),
        ("message.delta", words(piece("Hello"))),
        ("message.delta", words(piece(" there"))),
        ("message.completed", {"id": "msg_1", "role": "assistant", "content": [piece("Hello there!")]}),
        ("run.step.completed", step("completed", "message_creation")),
        ("run.completed", {**RUN, "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}}),
        ("run.completed", {**RUN, "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}}),
    )
    assert [type(event) for event in told.events] == [
        ObjectCreated, StepStarted, TextDelta, TextDelta, TextDelta, StepFinished, Usage,
    ]  # fmt: skip
    assert text(told.events) == "Hello there!"  # what the deltas left out came with the whole
    assert told.reader.status == "completed"
    assert told.reader.messages == 1
    assert {event.lane for event in told.events} == {"lane"}
    assert all(event.raw is not None for event in told.events)


def test_code_interpreter_and_file_search() -> None:
    told = Told()
    told.take(
        ("run.step.created", step()),
        ("run.step.delta", delta({"index": 0, "id": "call_1", "type": "code_interpreter", "code_interpreter": {"input": ""}})),
        ("run.step.delta", delta({"index": 0, "type": "code_interpreter", "code_interpreter": {"input": "1+"}})),
        ("run.step.delta", delta({"index": 0, "type": "code_interpreter", "code_interpreter": {"input": "1"}})),
        (
            "run.step.delta",
            delta(
                {
                    "index": 0,
                    "type": "code_interpreter",
                    "code_interpreter": {
                        "outputs": [
                            {"index": 0, "type": "logs", "logs": "2"},
                            {"index": 1, "type": "image", "image": {"file_id": "file-1"}},
                        ]
                    },
                }
            ),
        ),
        ("run.step.delta", delta({"index": 1, "id": "call_2", "type": "file_search", "file_search": {}})),
        ("run.step.completed", step("completed", calls=[{"id": "call_1", "type": "code_interpreter"}])),
    )  # fmt: skip
    assert [(e.step_id, e.kind) for e in of(StepStarted, told.events)] == [
        ("step_tool_calls", "code_interpreter")
    ]
    assert "".join(e.code for e in of(CodeInput, told.events)) == "1+1"
    assert {e.call_id for e in of(CodeInput, told.events)} == {"call_1"}
    assert [e.logs for e in of(CodeLogs, told.events)] == ["2"]
    assert [e.file_id for e in of(CodeImage, told.events)] == ["file-1"]
    assert [e.status for e in of(StepFinished, told.events)] == ["completed"]


def test_functions_and_their_outputs() -> None:
    told = Told()
    call = {
        "id": "call_1",
        "type": "function",
        "function": {"name": "f", "arguments": '{"a": 1}', "output": None},
    }
    action = {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": [call]}}
    told.take(
        ("run.created", RUN),
        ("run.step.created", step()),
        ("run.step.delta", delta({"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}})),
        ("run.step.delta", delta({"index": 0, "type": "function", "function": {"arguments": '{"a"'}})),
        ("run.step.delta", delta({"index": 0, "type": "function", "function": {"arguments": ": 1}"}})),
        ("run.requires_action", {**RUN, "required_action": action}),
    )  # fmt: skip
    (needed,) = told.reader.needed_calls()
    assert (needed.call_id, needed.name, needed.arguments) == ("call_1", "f", '{"a": 1}')
    told.reader.needed_calls()
    assert len(of(NeedsToolOutput, told.events)) == 1
    assert "".join(e.arguments for e in of(ToolCallDelta, told.events)) == '{"a": 1}'
    answered = {**call, "function": {**call["function"], "output": "7"}}
    told.take(
        ("run.step.completed", step("completed", calls=[answered])),
        ("run.queued", {**RUN, "required_action": None}),
    )
    assert [e.output for e in of(ToolOutput, told.events)] == ["7"]
    assert told.reader.needed_calls() == ()
    assert len(of(StepStarted, told.events)) == 1


def test_citations_are_told_once_their_place_is_known() -> None:
    told = Told()
    told.take(
        (
            "message.delta",
            words(piece("See 【1】", annotations=[{"index": 0, "type": "file_citation", "text": "【1】"}])),
        ),
        (
            "message.delta",
            words(
                piece(
                    "",
                    annotations=[
                        {
                            "index": 0,
                            "type": "file_citation",
                            "start_index": 4,
                            "end_index": 7,
                            "file_citation": {"file_id": "file-1", "quote": "q"},
                        }
                    ],
                )
            ),
        ),
        ("message.delta", words({"index": 1, "type": "image_file", "image_file": {"file_id": "file-2"}})),
    )
    (citation,) = of(Citation, told.events)
    assert (citation.marker, citation.start, citation.end, citation.file_id, citation.quote) == (
        "【1】",
        4,
        7,
        "file-1",
        "q",
    )
    whole = piece("See 【1】", annotations=[{"type": "file_citation", "text": "【1】", "start_index": 4, "end_index": 7, "file_citation": {"file_id": "file-1"}}])  # fmt: skip
    told.take(("message.completed", {"id": "msg_1", "role": "assistant", "content": [whole]}))
    assert len(of(Citation, told.events)) == 1
    assert [e.file_id for e in of(CodeImage, told.events)] == ["file-2"]


def test_after_a_broken_stream_only_what_is_new_is_told() -> None:
    told = Told()
    told.take(
        ("run.created", RUN),
        ("run.step.created", step(kind="message_creation")),
        ("message.created", {"id": "msg_1", "role": "assistant"}),
        ("message.delta", words(piece("one two"))),
    )
    before = len(told.events)
    for _ in range(2):
        told.reader.take_step(step("in_progress", "message_creation"))
        told.reader.take_message({"id": "msg_0", "role": "user", "content": [piece("prompt")]})
        told.reader.take_message(
            {"id": "msg_1", "role": "assistant", "content": [piece("one tw")]}
        )  # older than ours
        told.reader.take_run({**RUN, "status": "in_progress"})
    assert len(told.events) == before
    told.reader.take_message({"id": "msg_1", "role": "assistant", "content": [piece("one two three")]})
    told.reader.take_step(step("completed", "message_creation"))
    assert text(told.events) == "one two three"
    assert told.reader.texts == {"msg_1": "one two three"}
    tool = {"id": "call_9", "type": "function", "function": {"name": "f", "arguments": "{}", "output": "x"}}
    told.reader.take_step({**step("completed", calls=[tool]), "id": "step_never_seen"})
    assert [e.step_id for e in of(StepStarted, told.events)] == ["step_message_creation", "step_never_seen"]
    assert [e.output for e in of(ToolOutput, told.events)] == ["x"]
    assert [e.arguments for e in of(ToolCallDelta, told.events)] == ["{}"]
    assert len(of(StepFinished, told.events)) == 2


def test_servers_that_leave_things_out_are_understood() -> None:
    told = Told()
    told.take(
        ("message.delta", {"id": "msg_1", "delta": {"content": [{"type": "text", "text": {"value": "no index"}}]}}),
        ("message.delta", {"id": "msg_1", "delta": {}}),
        ("message.delta", {"id": "msg_1"}),
        ("message.delta", words({"index": 0, "type": "refusal", "refusal": " no"})),
        ("run.step.delta", {"id": "s", "delta": {"step_details": None}}),
        ("run.step.delta", {"id": "s", "delta": {"step_details": {"tool_calls": [{"type": "function", "function": None}]}}}),
        ("run.step.completed", {"id": "s2", "status": "completed"}),
        ("message.completed", {"id": "msg_1", "content": None}),
        ("telepathy.begun", {}),
        ("run.failed", {"id": "run_1", "usage": None, "last_error": None}),
    )  # fmt: skip
    assert text(told.events) == "no index no"
    assert told.reader.status == "failed"
    assert of(Usage, told.events) == []

"""The inspector as state: live from run events, and of stored runs."""

from __future__ import annotations

from typing import Any

from app.core import run_events as ev
from app.viewmodels.playground_keeping import INTERRUPTED, Kept, show_turns
from app.viewmodels.step_rows import duration_words
from app.viewmodels.steps import StepsViewModel
from app.workbench.journal_records import StoredComparison, StoredTurn
from app.workbench.playground.comparison import Turn
from tests.support.qt_loop import until

LANE: dict[str, Any] = {"lane": "a"}


def function_step() -> list[ev.RunEvent]:
    return [
        ev.Sent(
            **LANE,
            at=10.0,
            endpoint="POST /v1/x",
            request={"model": "m"},
            messages=2,
            tokens=30,
            already_held=4,
        ),
        ev.StepStarted(**LANE, at=10.5, step_id="step_1", kind="function"),
        ev.ToolCallDelta(**LANE, at=10.6, step_id="step_1", call_id="c1", name="look", arguments='{"a"'),
        ev.ToolCallDelta(**LANE, at=10.7, step_id="step_1", call_id="c1", name="look", arguments=":1}"),
    ]


async def test_a_step_grows_with_its_events_and_tells_views_in_frames(qapp: Any) -> None:
    steps = StepsViewModel()
    told: list[None] = []
    steps.changed.connect(lambda: told.append(None))
    for event in function_step():
        steps.take(event)
    for number in range(500):
        steps.take(ev.TextDelta(**LANE, at=10.8 + number / 1000, text="x"))
    assert steps.steps.rowCount() == 0
    await until(lambda: steps.steps.rowCount() == 1)
    assert len(told) == 1
    row = steps.steps.rows[0]
    assert (row.title, row.name, row.status_words) == ("Calling a function", "look", "Running")
    call = row.details["step_details"]["tool_calls"][0]
    assert call["function"] == {"name": "look", "arguments": '{"a":1}', "output": None}
    assert steps.events.rowCount() == 504
    assert steps.requests.rows[0].text == "POST /v1/x: 2 messages, about 30 tokens; 4 already held"


def test_a_finished_step_has_duration_tokens_and_the_services_own_data(qapp: Any) -> None:
    steps = StepsViewModel()
    whole = {
        "id": "step_1",
        "type": "tool_calls",
        "status": "completed",
        "step_details": {
            "type": "tool_calls",
            "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "look", "arguments": "{}"}}],
        },
        "usage": {"prompt_tokens": 1200, "completion_tokens": 7, "total_tokens": 1207},
    }
    steps.take_all(
        [
            *function_step(),
            ev.ToolOutput(**LANE, at=11.0, step_id="step_1", call_id="c1", output="ok"),
            ev.StepFinished(**LANE, at=12.0, step_id="step_1", status="completed", details=whole),
            ev.Usage(**LANE, at=12.1, prompt_tokens=1200, completion_tokens=7, total_tokens=1207),
            ev.Finished(**LANE, at=12.2, status="completed"),
        ]
    )
    row = steps.steps.rows[0]
    assert (row.title, row.seconds, row.tokens_words) == ("Function called", 1.5, "1,200 in · 7 out")
    assert row.details == whole
    assert steps.summary == "2.20 s · 1,200 tokens in, 7 out · 1 step"
    assert steps.status_words == "Done"


def test_open_steps_end_with_the_run(qapp: Any) -> None:
    steps = StepsViewModel()
    steps.take_all([*function_step(), ev.Finished(**LANE, at=13.0, status="cancelled")])
    assert steps.steps.rows[0].status_words == "Stopped"
    assert steps.steps.rows[0].seconds == 2.5


def test_a_call_that_waits_for_a_person_is_shown_as_waiting(qapp: Any) -> None:
    steps = StepsViewModel()
    call = ev.FunctionCall(call_id="c1", name="look", arguments="{}")
    steps.take_all([*function_step(), ev.NeedsToolOutput(**LANE, at=11.0, calls=(call,))])
    assert steps.steps.rows[0].status_words == "Waiting for you"
    assert steps.status == "requires_action"
    steps.take_all([ev.Finished(**LANE, at=11.1, status="requires_action")])
    assert steps.steps.rows[0].status == "requires_action"


def test_code_and_its_outputs_are_put_together(qapp: Any) -> None:
    steps = StepsViewModel()
    steps.take_all(
        [
            ev.StepStarted(**LANE, at=1.0, step_id="s", kind="code_interpreter"),
            ev.CodeInput(**LANE, at=1.1, step_id="s", call_id="c", code="print("),
            ev.CodeInput(**LANE, at=1.2, step_id="s", call_id="c", code="1)"),
            ev.CodeLogs(**LANE, at=1.3, step_id="s", call_id="c", logs="1"),
            ev.CodeImage(**LANE, at=1.4, step_id="s", call_id="c", file_id="file-x"),
        ]
    )
    body = steps.steps.rows[0].details["step_details"]["tool_calls"][0]["code_interpreter"]
    assert body["input"] == "print(1)"
    assert [output["type"] for output in body["outputs"]] == ["logs", "image"]


def test_a_failed_run_says_why(qapp: Any) -> None:
    steps = StepsViewModel()
    steps.take_all(
        [
            *function_step(),
            ev.Finished(**LANE, at=12.0, status="failed", error="No model.", advice="Choose one."),
        ]
    )
    assert steps.error == "No model. Choose one."
    assert steps.steps.rows[0].status_words == "Failed"


def test_stored_runs_show_steps_usage_and_errors(qapp: Any) -> None:
    steps = StepsViewModel()
    run = {
        "id": "run_1", "thread_id": "thread_1", "assistant_id": "asst_1", "status": "failed", "created_at": 100,
        "started_at": 101, "failed_at": 105, "model": "m", "instructions": "Be brief.",
        "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7},
        "last_error": {"code": "server_error", "message": "It broke."},
    }  # fmt: skip
    step = {"id": "s", "type": "message_creation", "status": "failed", "created_at": 101, "failed_at": 104}
    steps.load_stored(run, [step])
    assert steps.error == "It broke."
    assert steps.summary == "4 s · 5 tokens in, 2 out · 1 step"
    assert steps.steps.rows[0].text == "Answer written, Failed, 3 s"
    assert steps.requests.rows[0].request["instructions"] == "Be brief."
    steps.reset()
    assert steps.is_empty
    assert steps.summary == ""


def test_a_new_prompt_after_the_end_runs_again(qapp: Any) -> None:
    steps = StepsViewModel()
    steps.take_all([*function_step(), ev.Finished(**LANE, at=12.0, status="completed")])
    steps.take_all([ev.Sent(**LANE, at=13.0, endpoint="POST /v1/y", request={}, messages=1)])
    assert steps.status == "in_progress"
    assert steps.requests.rowCount() == 2


def test_durations_in_words() -> None:
    assert [duration_words(s) for s in (None, 0.0, 0.345, 12.34, 65.0)] == [
        "",
        "0.00 s",
        "0.34 s",
        "12.3 s",
        "1 min 5 s",
    ]


async def test_a_run_that_the_program_did_not_outlive_ends_with_the_last_that_was_seen_of_it(
    qapp: Any,
) -> None:
    kept = StoredTurn("turn_1", "a", "Ask", 1_795_000_000.0, tuple(function_step()))
    known: list[Turn] = []
    show_turns(StoredComparison("c", "", 0.0, 0.0, turns=(kept,), crashed=True), [], Kept(), known)
    assert known[0].finished is not None
    assert known[0].finished.error == INTERRUPTED
    steps = StepsViewModel()
    for event in known[0].events:
        steps.take(event)
    await until(lambda: steps.steps.rowCount() == 1)
    assert steps.seconds is not None
    assert 0 < steps.seconds < 1
    (row,) = steps.steps.rows
    assert row.seconds is not None
    assert 0 <= row.seconds < 1

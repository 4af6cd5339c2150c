"""The inspector with real widgets: live, stored, empty, failed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.core import run_events as ev
from app.ui.inspector.steps_view import StepsView
from app.viewmodels.steps import StepsViewModel
from tests.support.qt_loop import until

LANE: dict[str, Any] = {"lane": "a"}


@pytest.fixture
def view(qapp: Any) -> Iterator[StepsView]:
    view = StepsView(StepsViewModel())
    view.resize(360, 700)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def shown(view: StepsView) -> str:
    widget = view.stack.currentWidget()
    assert widget is not None
    return str(widget.objectName())


async def test_steps_appear_and_grow_while_an_answer_streams(view: StepsView) -> None:
    assert shown(view) == "steps_view_empty"
    model = view.viewmodel
    model.take(
        ev.Sent(**LANE, at=1.0, endpoint="POST /v1/threads/t/runs", request={"model": "m"}, messages=1)
    )
    model.take(ev.StepStarted(**LANE, at=1.1, step_id="s1", kind="function", name="look_up"))
    await until(lambda: shown(view) == "steps_view_steps")
    assert view.pill.text == "Running"
    model.take(
        ev.ToolCallDelta(**LANE, at=1.2, step_id="s1", call_id="c", name="look_up", arguments='{"q": 1}')
    )
    await until(lambda: '{\\"q\\": 1}' in view.steps.json.text.toPlainText())
    details = {
        "id": "s1",
        "type": "tool_calls",
        "status": "completed",
        "step_details": {"type": "tool_calls", "tool_calls": []},
    }
    model.take(ev.StepFinished(**LANE, at=2.0, step_id="s1", status="completed", details=details))
    model.take(ev.StepStarted(**LANE, at=2.1, step_id="s2", kind="message"))
    model.take(ev.Finished(**LANE, at=3.0, status="completed"))
    await until(lambda: view.pill.text == "Done")
    assert json.loads(view.steps.json.whole) == details
    assert view.steps.view.model().rowCount() == 2
    assert view.tabs.tabText(0) == "Steps · 2"
    assert view.summary.text() == "2.00 s · 2 steps"


async def test_requests_and_events_are_shown_and_copied_by_keyboard(view: StepsView) -> None:
    request = {"assistant_id": "asst_1", "stream": True}
    view.viewmodel.take_all(
        [
            ev.Sent(**LANE, at=1.0, endpoint="POST /v1/x", request=request, messages=1),
            *(
                ev.TextDelta(
                    **LANE, at=1.0 + n / 100, text=f"piece {n}", raw={"event": "thread.message.delta", "n": n}
                )
                for n in range(500)
            ),
        ]
    )
    view.tabs.setCurrentIndex(1)
    assert shown(view) == "steps_view_requests"
    view.requests.view.setFocus()
    QTest.keyClick(view.requests.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert json.loads(QGuiApplication.clipboard().text()) == request
    view.tabs.setCurrentIndex(2)
    rows = view.events.view.model()
    assert rows.rowCount() == 501
    view.events.view.setCurrentIndex(rows.index(400, 0))
    assert json.loads(view.events.json.whole) == {"event": "thread.message.delta", "n": 399}
    assert rows.index(400, 0).data() == "3.99 s  thread.message.delta  piece 399"
    QTest.keyClick(view.events.view, Qt.Key.Key_Return)
    assert view.events.json.text.hasFocus()


async def test_the_chosen_step_stays_chosen(view: StepsView) -> None:
    model = view.viewmodel
    model.take_all([ev.StepStarted(**LANE, at=1.0 + n, step_id=f"s{n}", kind="message") for n in range(3)])
    view.steps.view.setCurrentIndex(view.steps.view.model().index(1, 0))
    model.take_all(
        [
            ev.StepStarted(**LANE, at=9.0, step_id="s9", kind="message"),
            ev.Finished(**LANE, at=9.5, status="completed"),
        ]
    )
    assert view.steps.view.currentIndex().row() == 1
    assert json.loads(view.steps.json.whole)["id"] == "s1"


async def test_a_stored_run_and_its_failure(view: StepsView) -> None:
    model = view.viewmodel
    model.show_loading()
    assert view.loading.isVisible()
    run = {
        "id": "run_1",
        "status": "failed",
        "created_at": 1,
        "failed_at": 3,
        "last_error": {"message": "No such model."},
    }
    model.load_stored(run, [])
    assert shown(view) == "steps_view_no_steps"
    assert view.error.text() == "No such model."
    view.tabs.setCurrentIndex(2)
    assert shown(view) == "steps_view_no_events"
    model.show_error("The engine is not running.")
    assert view.error.isVisible()
    model.reset()
    assert shown(view) == "steps_view_empty"

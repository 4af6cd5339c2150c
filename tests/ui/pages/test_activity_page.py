"""The page Activity: requests as they come, usage as a chart, prices that can be corrected, a budget that holds."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QTabBar

from app.connections.traffic import Exchange, Tokens, Traffic
from app.ui.activity.chart import BarChart, nice_scale
from app.ui.activity.page import ActivityPage
from app.ui.theme import theme
from app.viewmodels.activity import tell_budget
from app.workbench.activity import Activity
from tests.support.qt_loop import until
from tests.support.window import Hands, SharedEngine, make_services


def exchange(back: int = 0, **given: Any) -> Exchange:
    basic: dict[str, Any] = {
        "service": "acme",
        "at": time.time() - back * 86400,
        "method": "POST",
        "path": "/v1/chat/completions",
        "status": 200,
        "seconds": 0.82,
        "model": "gpt-4o",
        "request": '{"model": "gpt-4o", "messages": []}',
        "response": '{"choices": []}',
        "request_bytes": 35,
        "response_bytes": 15,
        "tokens": Tokens(120_000, 9_000),
    }
    return Exchange(**{**basic, **given})


def choose(hands: Hands, name: str, value: object) -> None:
    box = hands.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


async def test_requests_usage_prices_and_budget(
    engine: Any, tmp_path: Path, keyring: Any, artefacts: Path, monkeypatch: Any
) -> None:
    traffic = Traffic()
    shared = SharedEngine(engine)
    services = make_services(shared, tmp_path, keyring=keyring)
    activity = Activity(traffic, None, services.paths.config)
    activity.on_budget = tell_budget(activity, services.bus)
    services = dataclasses.replace(services, activity=activity)
    page = ActivityPage(services)
    hands = Hands(page)
    try:
        await until(lambda: page.viewmodel.loaded)
        assert hands.find("activity_requests_empty").isVisible()
        for back in range(24):
            traffic.tell(exchange(back, tokens=Tokens(40_000 * (1 + back * 7 % 5), 9_000)))
        traffic.tell(exchange(1, model="gpt-4o-mini", assistant="asst_lighthouse"))
        traffic.tell(exchange(2, service="engine", path="/v1/threads/t/runs", model="smollm2", run="run_1"))
        traffic.tell(exchange(path="/v1/models", method="GET", status=401, tokens=None, model=""))
        for status in (None, 200):
            traffic.tell(exchange(status=status, error="CancelledError", tokens=None))
        traffic.tell(exchange(status=None, error="ConnectError", tokens=None))
        await until(lambda: page.viewmodel.rows.rowCount() == 30)
        assert [row.request.failed for row in page.viewmodel.rows.rows[:4]] == [True, False, False, True]
        first = page.viewmodel.rows.rows[0]
        assert "no answer" in first.subtitle
        assert first.request.failed
        hands.find("activity_requests_list").setCurrentIndex(page.viewmodel.rows.index(6))  # type: ignore[attr-defined]
        await until(lambda: page.viewmodel.sent)
        assert "gpt-4o" in hands.text("activity_sent_text")
        assert "120,000" in hands.text("activity_request_facts") or "tokens" in hands.text(
            "activity_request_facts"
        )
        assert hands.nameless() == []
        hands.window.grab().save(str(artefacts / "activity-requests.png"))
        choose(hands, "activity_kind", "failed")
        await until(lambda: page.viewmodel.rows.rowCount() == 2)
        choose(hands, "activity_kind", "all")
        hands.type("activity_requests_search", "mini")
        await until(lambda: page.viewmodel.rows.rowCount() == 1)
        asked: list[QFileDialog] = []
        monkeypatch.setattr(QFileDialog, "open", lambda dialog: asked.append(dialog))  # noqa: PLW0108
        hands.click("activity_export")
        asked[0].fileSelected.emit(str(tmp_path / "log.csv"))
        await until(lambda: (tmp_path / "log.csv").exists() and len(hands.messages) == 1)
        assert "gpt-4o-mini" in (tmp_path / "log.csv").read_text("utf-8-sig")
        asked[0].deleteLater()

        tabs = hands.find("activity_tabs", QTabBar)
        tabs.setCurrentIndex(1)
        assert hands.text("activity_total_requests") == "26"
        chart = hands.find("activity_chart", BarChart)
        QTest.keyClick(chart, Qt.Key.Key_End)
        assert page.viewmodel.bars[-1].value > 0
        assert chart.current == 29
        hands.window.grab().save(str(artefacts / "activity-usage.png"))
        assert page.viewmodel.bars[-1].words in chart.accessibleDescription()
        choose(hands, "activity_grouping", "model")
        choose(hands, "activity_measure", "tokens")
        assert [bar.label for bar in page.viewmodel.bars][:2] == ["gpt-4o", "gpt-4o-mini"]
        hands.window.grab().save(str(artefacts / "activity-models.png"))
        choose(hands, "activity_grouping", "assistant")
        assert {bar.label for bar in page.viewmodel.bars} >= {"Without an assistant", "asst_lighthouse"}
        assert hands.nameless() == []

        tabs.setCurrentIndex(2)
        hands.type("activity_budget", "many", replace=True)
        hands.key(Qt.Key.Key_Return, at="activity_budget")
        assert "not a number" in hands.text("activity_budget_note")
        spent = activity.budget_state.spent
        hands.type("activity_budget", f"{spent * 1.1:.2f}", replace=True)
        hands.key(Qt.Key.Key_Return, at="activity_budget")
        assert activity.budget.limit == round(spent * 1.1, 2)
        traffic.tell(exchange(tokens=Tokens(1_000_000, 0)))
        assert "used up" in hands.messages[-1]
        assert activity.refuses("acme", "/v1/chat/completions", {"model": "gpt-4o"}) is not None
        theme().set_mode("dark")
        hands.window.grab().save(str(artefacts / "activity-prices.png"))
        theme().set_mode("light")
        press = hands.bars.bars[-1].findChild(QAbstractButton, "message_action_0")
        assert press is not None
        assert press.text().startswith("Raise it to $")
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        assert activity.refuses("acme", "/v1/chat/completions", {"model": "gpt-4o"}) is None
        hands.find("activity_prices_list").setCurrentIndex(page.viewmodel.prices.index(0))  # type: ignore[attr-defined]
        assert hands.text("activity_price_model") == page.viewmodel.prices.rows[0].model
        for name, text in (("model", "my-model"), ("input", "1,5"), ("cached", ""), ("output", "x")):
            hands.type(f"activity_price_{name}", text, replace=True)
            if not text:
                hands.find(f"activity_price_{name}").clear()  # type: ignore[attr-defined]
        hands.click("activity_price_save")
        assert "not a number" in hands.text("activity_price_problem")
        hands.type("activity_price_output", "3", replace=True)
        hands.click("activity_price_save")
        found = activity.prices.find("acme/my-model")
        assert found is not None
        assert (found.input, found.cached, found.output) == (1.5, None, 3.0)
        assert hands.nameless() == []
    finally:
        await hands.close()
        activity.close()
        await services.settings.close()
        await services.connections.close()
        await shared.close()


def test_the_grid_has_round_values() -> None:
    for most, top, step in ((0.0, 1.0, 1.0), (7.0, 8.0, 2.0), (100.0, 100.0, 50.0), (0.034, 0.04, 0.01)):
        scale = nice_scale(most)
        assert (round(scale.top, 6), round(scale.step, 6)) == (top, step)

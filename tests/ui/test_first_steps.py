"""The welcome, the command palette and the guide to the APIs, in the real window over the real engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QRadioButton, QWidget

from app.core.run_events import NeedsToolOutput, Sent, StepFinished
from app.ui.command_palette import CommandPalette, score
from app.ui.welcome.which_api_dialog import WhichApiDialog, evidence_words
from app.viewmodels.which_api import WhichApiViewModel
from app.workbench.which_api import QUESTIONS, evidence, recommend
from tests.support.qt_loop import settle, until
from tests.ui.test_window import opened, press


def find(window: QWidget, name: str) -> Any:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# -- the welcome


async def test_the_welcome_makes_the_sample_assistant_and_asks_it(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        panel = find(window, "welcome_panel")
        assert panel.isVisible()
        click(find(panel, "welcome_offline"))
        assert not find(panel, "welcome_key").isEnabled()
        page = window.page("playground")
        await until(lambda: not panel.isVisible() and not page.viewmodel.is_empty, timeout=60)
        assistants = await window.services.assistants.list()
        sample = next(a for a in assistants if a.name == "Handbook helper")
        lane = next(lane for lane in page.viewmodel.lanes if lane.lane.api == "assistants")
        assert lane.lane.target == sample.name
        page.viewmodel.stop()
        await until(lambda: not window.busy, timeout=30)
        window.show_welcome()
        assert panel.isVisible()
        click(find(panel, "welcome_offline"))
        await until(lambda: not panel.isVisible(), timeout=30)
        again = [a for a in await window.services.assistants.list() if a.name == sample.name]
        assert [a.id for a in again] == [sample.id], "the sample is made once"
        page.viewmodel.stop()
        await until(lambda: not window.busy, timeout=30)


async def test_the_welcome_leads_to_connections_and_goes_for_good(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        panel = find(window, "welcome_panel")
        click(find(panel, "welcome_key"))
        assert window.current == "connections"
        assert not panel.isVisible()
        window.show_page("playground")
        assert panel.isVisible()
        click(find(panel, "welcome_dismiss"))
        assert not panel.isVisible()
        await until(lambda: not window.busy)
    async with opened(engine, tmp_path) as window:
        assert not find(window, "welcome_panel").isVisible()
        press(window, "welcome")
        assert find(window, "welcome_panel").isVisible()


# -- the palette


@pytest.mark.parametrize(
    ("wanted", "better", "worse"),
    [("kn", "Knowledge", "Look again"), ("dark", "Dark", "Draw a rock"), ("th", "Threads", "As the system")],
)
def test_beginnings_of_words_count_more(wanted: str, better: str, worse: str) -> None:
    good, bad = score(wanted, better), score(wanted, worse)
    assert good is not None
    assert bad is None or good > bad


def test_letters_in_another_order_are_not_found() -> None:
    assert score("zk", "Knowledge") is None
    assert score("", "Anything") is not None


async def test_ctrl_k_finds_and_does(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        press(window, "commands")
        palette = window.findChild(CommandPalette, "command_palette")
        assert palette is not None
        edit = palette.findChild(QLineEdit, "command_search")
        lines = palette.findChild(QListWidget, "command_list")
        assert edit is not None
        assert lines is not None
        assert lines.count() > 10
        QTest.keyClicks(edit, "zzzz")
        assert find(palette, "command_none").isVisible()
        edit.clear()
        QTest.keyClicks(edit, "threads")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        await settle()
        assert window.current == "threads"
        press(window, "commands")
        await settle()
        palette = window.findChild(CommandPalette, "command_palette")
        assert palette is not None
        edit = palette.findChild(QLineEdit, "command_search")
        QTest.keyClick(edit, Qt.Key.Key_Down)
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        await until(lambda: not window.busy)


# -- the guide


def test_the_guide_recommends_what_the_answers_ask_for() -> None:
    kept = {"memory": "service", "length": "long", "tools": "files", "effort": "little"}
    assert recommend(kept)[0].api == "assistants"
    plain = {"memory": "none", "length": "short", "tools": "none", "effort": "control"}
    assert recommend(plain)[0].api == "chat"
    for question in QUESTIONS:
        for option in question.options:
            standings = recommend({question.id: option.id})
            assert standings[0].points >= standings[-1].points
            assert standings[0].reasons


def test_the_evidence_counts_what_was_sent_again() -> None:
    def sent(messages: int, held: int = 0) -> Sent:
        return Sent(
            lane="l", endpoint="e", request={"messages": "é" * messages}, messages=messages, already_held=held
        )

    tool = {"step_details": {"type": "tool_calls", "tool_calls": [{"type": "code_interpreter"}]}}
    step = StepFinished(lane="l", step_id="s", status="completed", details=tool)
    chat = evidence("chat", [[sent(1)], [sent(3), NeedsToolOutput(lane="l", calls=()), sent(5)]])
    assert (chat.requests, chat.sent_messages, chat.repeated_messages, chat.own_tool_rounds) == (3, 9, 4, 1)
    assert chat.sent_bytes == sum(len(f'{{"messages": "{"é" * n}"}}'.encode()) for n in (1, 3, 5))
    kept = evidence("assistants", [[sent(1), step], [sent(1, held=2)]])
    assert (kept.repeated_messages, kept.held_messages, kept.service_steps) == (0, 2, 1)
    assert "2 messages kept by the service" in evidence_words(kept)


async def test_the_guide_sets_up_the_lanes(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        press(window, "which_api")
        dialog = window.findChild(WhichApiDialog, "which_api_dialog")
        assert dialog is not None
        assert not find(dialog, "which_api_set_up").isEnabled()
        for name in ("memory_service", "length_long", "tools_files", "effort_little"):
            button = dialog.findChild(QRadioButton, f"option_{name}")
            assert button is not None
            button.click()
        await settle()
        assert find(dialog, "which_api_best").text() == "Assistants fits best"
        click(find(dialog, "which_api_set_up"))
        page = window.page("playground")
        await until(lambda: [lane.lane.api for lane in page.viewmodel.lanes][:1] == ["assistants"])
        assert len(page.viewmodel.lanes) == 2
        await until(lambda: not window.busy)


def test_without_a_comparison_there_is_no_evidence() -> None:
    assert WhichApiViewModel([("chat", [])]).evidence == ()


async def test_the_guides_are_there_to_read(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        press(window, "guides")
        dialog = find(window, "guides_dialog")
        lines, text = find(dialog, "guides_list"), find(dialog, "guides_text")
        read = set()
        for row in range(lines.count()):
            lines.setCurrentRow(row)
            read.add(text.toPlainText())
        assert len(read) == lines.count() == 3
        assert all(len(guide) > 800 for guide in read)
        await until(lambda: not window.busy)

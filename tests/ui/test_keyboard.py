"""The main job without a mouse: the rail, the composer, both lanes, stop, the inspector; and where the focus is, is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme
from tests.support.program import ProgramHands, started
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import ScriptedUpstream, Text

LONG = " ".join(f"word{number}" for number in range(400))
MOST_STEPS = 120


async def test_the_main_job_is_done_without_a_mouse(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    upstream.default = Text("Blue.")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        await _focused(hands)
        _tab_to(hands, "nav_playground")
        press(hands, Qt.Key.Key_Down)
        assert focus(hands).objectName() == "nav_assistants"
        press(hands, Qt.Key.Key_Space)
        await until(lambda: hands.window.current == "assistants")
        _tab_to(hands, "nav_assistants")
        press(hands, Qt.Key.Key_Up)
        press(hands, Qt.Key.Key_Space)
        await until(lambda: hands.window.current == "playground")
        _tab_to(hands, "composer_text")
        QTest.keyClicks(focus(hands), "Why is the sky blue?")
        press(hands, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await hands.idle()
        assert hands.answers(0) == hands.answers(1) == ["Blue."]
        for name in ("lane_1_transcript", "lane_2_transcript", "lane_1_retry", "lane_2_parameters"):
            _tab_to(hands, name)
        upstream.default = Text(LONG, delay=0.05)
        _tab_to(hands, "composer_text")
        QTest.keyClicks(focus(hands), "Go on")
        press(hands, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: all(len(hands.answers(lane)) == 2 for lane in (0, 1)))
        press(hands, Qt.Key.Key_Escape)
        await hands.idle()
        assert {hands.items(lane, "assistant")[-1].state for lane in (0, 1)} == {"Stopped"}


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_tab_goes_round_and_the_focus_is_seen_everywhere(
    tmp_path: Path, upstream: ScriptedUpstream, look: str
) -> None:
    async with started(tmp_path / "data", service=upstream.base_url, theme=look) as hands:
        assert theme.theme().dark == (look == "dark")
        await _focused(hands)
        unseen: list[str] = []
        for page in ("playground", "assistants", "threads", "knowledge", "connections", "settings"):
            hands.window.show_page(page)
            await settle(0.2)
            first = focus(hands)
            seen: list[QWidget] = []
            for _ in range(MOST_STEPS):
                before = hands.window.grab().toImage()
                press(hands, Qt.Key.Key_Tab)
                now = focus(hands)
                if now in seen:
                    break
                seen.append(now)
                if before == hands.window.grab().toImage():
                    unseen.append(f"{page}: {now.objectName() or type(now).__name__}")
            assert now in seen, f"Tab never comes round on {page}"
            assert len(seen) > 2, (
                f"Tab is trapped on {page} at {first.objectName()}: {[w.objectName() for w in seen]}"
            )
        assert unseen == []


def focus(hands: ProgramHands) -> QWidget:
    """Where the keyboard's focus is."""
    found = QApplication.focusWidget() or hands.window.focusWidget()
    assert found is not None
    return found


def press(
    hands: ProgramHands, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(hands), key, modifier)


async def _focused(hands: ProgramHands) -> None:
    hands.window.activateWindow()
    await until(lambda: QApplication.focusWidget() is not None)


def _tab_to(hands: ProgramHands, name: str) -> None:
    passed: list[str] = []
    while focus(hands).objectName() != name:
        assert len(passed) < MOST_STEPS, f"{name} is not reached: {passed}"
        press(hands, Qt.Key.Key_Tab)
        passed.append(focus(hands).objectName())

"""The window's frame over the real engine: pages, keys, messages, status, look."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from app.core.errors import AppError
from app.ui import theme
from app.ui.main_window import SMALLEST_SIZE, MainWindow
from app.ui.page import PAGES
from app.ui.widgets.message_bar import MessageBars
from app.viewmodels.message_bus import Action
from tests.support.memory_keyring import MemoryKeyring
from tests.support.qt_loop import settle, until
from tests.support.window import SharedEngine, make_services


@asynccontextmanager
async def opened(engine: Any, folder: Path) -> AsyncIterator[MainWindow]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=MemoryKeyring())
    window = MainWindow(services)
    window.show_page("playground")
    window.show()
    await until(lambda: not window.busy)
    try:
        yield window
    finally:
        await window.close_pages()
        await services.settings.close()
        await services.connections.close()
        await shared.close()
        window.hide()
        window.deleteLater()


def press(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, f"action_{name}")
    assert action is not None
    action.trigger()


async def test_every_page_is_reached_by_rail_and_keys_and_has_names(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        for number, entry in enumerate(PAGES, 1):
            press(window, entry.name)
            assert window.current == entry.name
            button = window.findChild(QAbstractButton, f"nav_{entry.name}")
            assert button is not None
            assert button.isChecked()
            assert button.accessibleName() == entry.title
            action = window.findChild(QAction, f"action_{entry.name}")
            assert action is not None
            assert action.shortcut().toString() == f"Ctrl+{number}"
            await settle()
            assert window.page(entry.name).isVisible()
        QTest.mouseClick(window.findChild(QAbstractButton, "nav_threads"), Qt.MouseButton.LeftButton)
        assert window.current == "threads"
        assert window.services.settings.settings.last_page == "threads"
        window.show_page("a page of a newer program")
        assert window.current == "playground"
        await settle(0.2)


async def test_f1_lists_the_keys(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        press(window, "shortcuts")
        dialog = window.findChild(QDialog, "shortcuts_dialog")
        assert dialog is not None
        assert dialog.isVisible()
        words = " ".join(str(getattr(w, "text", lambda: "")()) for w in dialog.findChildren(QWidget))
        assert "Send to all lanes" in words
        dialog.findChild(QAbstractButton, "shortcuts_close").click()  # type: ignore[union-attr]
        await until(lambda: window.findChild(QDialog, "shortcuts_dialog") is None)


async def test_messages_stack_are_copied_acted_on_and_go(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        bus = window.services.bus
        bars = window.findChild(MessageBars)
        assert bars is not None
        assert not bars.isVisible()
        done: list[str] = []
        failure = AppError("It failed.", advice="Do this.", details="trace")
        bus.show_error(failure)
        bus.show_error(failure)
        undo = Action("Undo", lambda: done.append("undone"), lambda: done.append("expired"))
        bus.show_info("Deleted.", actions=[undo])
        bus.show_info("Soon gone.", seconds=0.05)
        assert [bar.note.text for bar in bars.bars] == ["It failed.", "Deleted.", "Soon gone."]
        await until(lambda: len(bars.bars) == 2)
        bars.bars[0].findChild(QAbstractButton, "message_copy_details").click()  # type: ignore[union-attr]
        assert QGuiApplication.clipboard().text() == "It failed.\nDo this.\ntrace"
        bars.bars[1].findChild(QAbstractButton, "message_action_0").click()  # type: ignore[union-attr]
        assert done == ["undone"]
        bars.bars[0].findChild(QAbstractButton, "message_close").click()  # type: ignore[union-attr]
        assert bars.bars == ()
        assert not bars.isVisible()
        for number in range(9):
            bus.show_warning(f"Number {number}")
        assert [bar.note.text for bar in bars.bars] == [f"Number {number}" for number in range(5, 9)]


async def test_the_look_is_chosen_in_the_menu_and_kept(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        press(window, "theme_dark")
        assert theme.theme().dark
        press(window, "text_larger")
        assert theme.theme().font_scale == 1.1
        press(window, "text_usual")
        kept = window.services.settings.settings
        assert (kept.theme, kept.font_scale) == ("dark", 1.0)
        window.resize(900, 690)
    async with opened(engine, tmp_path) as window:
        # The width is cut to the screen's, which may be small where there is none.
        assert (min(window.width(), 900), window.height()) in {(900, 690), (SMALLEST_SIZE[0], 690)}


async def test_closing_is_left_to_the_owner(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        asked: list[None] = []
        window.close_requested.connect(lambda: asked.append(None))
        window.close()
        assert asked == [None]
        assert window.isVisible()


async def test_a_small_window_keeps_everything_in_reach(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        window.resize(1024, 700)
        await settle()
        assert (window.width(), window.height()) == (1024, 700)
        for name in ("composer_send", "lane_1_target", "lane_2_target", "nav_settings", "status_engine"):
            widget = window.findChild(QWidget, name)
            assert widget is not None
            assert widget.isVisible()
            corner = widget.mapTo(window, widget.rect().bottomRight())
            assert corner.x() <= 1024
            assert corner.y() <= 700


def test_modules_imported_beside_qt_are_not_read_by_it() -> None:
    """In a process of its own: Qt's bindings ask nothing of modules that are loaded after the window's."""
    import subprocess
    import sys

    program = (
        "import sys, types, app.ui.application\n"
        "asked = []\n"
        "module = types.ModuleType('late')\n"
        "module.__getattr__ = lambda name: asked.append(name) or (_ for _ in ()).throw(AttributeError(name))\n"
        "sys.modules['late'] = module\n"
        "import late\n"
        "assert '__wrapped__' not in asked, asked\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr

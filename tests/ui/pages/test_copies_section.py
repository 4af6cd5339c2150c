"""Copies in the page Settings: made, listed, brought back after one question; how long comparisons are kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton

from app.core import copies
from app.ui.settings.page import SettingsPage
from tests.support.qt_loop import until
from tests.support.window import Hands, SharedEngine, make_services


async def test_a_copy_is_made_and_wished_for(engine: Any, tmp_path: Path, keyring: Any) -> None:
    services = make_services(SharedEngine(engine), tmp_path, keyring=keyring)
    with sqlite3.connect(services.paths.journal_database) as journal:
        journal.execute("CREATE TABLE comparisons (id)")
        journal.execute("PRAGMA user_version=1")
    journal.close()
    page = SettingsPage(services)
    hands = Hands(page)
    restarts: list[bool] = []
    services.settings.restart_requested.connect(lambda: restarts.append(True))
    try:
        await until(lambda: page.copies.loaded)
        assert hands.text("settings_copies_none") == "There are no copies yet."
        hands.click("settings_copies_make")
        await until(lambda: page.copies.rows)
        assert "made by hand" in hands.text("settings_copy_0_words")
        assert hands.nameless() == []
        hands.click("settings_copy_0_back")
        assert "starts again" in hands.text("settings_copies_question_text")
        hands.click("settings_copies_question_second")
        assert not hands.find("settings_copies_question").isVisible()
        assert not (tmp_path / copies.WISH).exists()
        hands.click("settings_copy_0_back")
        hands.click("settings_copies_question_first")
        await until(lambda: restarts)
        assert copies.fulfil_wish(services.paths) == page.copies.rows[0].copy
        keep = hands.find("settings_journal_days")
        keep.setCurrentIndex(keep.findData(90))
        keep.activated.emit(keep.currentIndex())
        assert services.settings.settings.journal_days == 90
        newer = services.paths.data / "backups" / "workbench-v9-20260101-000000.db"
        newer.write_bytes(page.copies.rows[0].copy.path.read_bytes())
        page.copies.load()
        await until(lambda: len(page.copies.rows) > 1)
        unusable = [row for row in page.copies.rows if not row.usable]
        assert [row.copy.id for row in unusable] == [newer.name]
        number = page.copies.rows.index(unusable[0])
        await until(lambda: not hands.find(f"settings_copy_{number}_back", QAbstractButton).isEnabled())
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()


async def test_the_next_start_brings_the_copy_back_and_says_so(tmp_path: Path) -> None:
    from app.bootstrap import RESTART, Program
    from app.core.paths import resolve
    from app.main import WindowOptions
    from app.ui.widgets.message_bar import MessageBars
    from app.workbench.journal import Journal

    paths = resolve(tmp_path / "data").create()
    journal = Journal(paths.journal_database)
    journal.put_comparison("kept", title="Kept")
    journal.close()
    (copy,) = copies.copy_all(paths)
    with sqlite3.connect(paths.journal_database) as database:
        database.execute("DELETE FROM comparisons")
        database.execute(
            "PRAGMA user_version=999"
        )  # as a newer program leaves it: this one refuses it in words
    database.close()

    async def run(told: str) -> int:
        import asyncio

        program = Program(WindowOptions(data_dir=str(paths.data), page="settings"), paths)
        running = asyncio.ensure_future(program.run())
        await until(lambda: running.done() or (program.window is not None and program.window.isVisible()))
        assert program.window is not None
        assert program.services is not None
        said = [bar.note.text for bars in program.window.findChildren(MessageBars) for bar in bars.bars]
        program.services.settings.restart_requested.emit()
        code = await asyncio.wait_for(running, 20)
        assert [text for text in said if told in text], said
        return code

    assert await run("belongs to a newer version") == RESTART
    copies.wish(paths, copy)
    assert await run("is back") == RESTART
    with sqlite3.connect(paths.journal_database) as database:
        assert database.execute("SELECT title FROM comparisons WHERE id='kept'").fetchall() == [("Kept",)]
    database.close()

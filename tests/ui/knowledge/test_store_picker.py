"""Choosing an assistant's store, and a store of its own made of dropped files; over the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.ui.knowledge.store_picker import StorePicker
from tests.support.qt_loop import settle, until
from tests.support.window import SharedEngine, make_services


@asynccontextmanager
async def picker(engine: Any, folder: Path, keyring: Any) -> AsyncIterator[tuple[StorePicker, list[Any]]]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    widget = StorePicker(services)
    told: list[Any] = []
    widget.changed.connect(told.append)
    widget.show()
    await until(lambda: widget.viewmodel.loaded)
    try:
        yield widget, told
    finally:
        await widget.close_tasks()
        widget.close()
        widget.deleteLater()
        await settle(0.01)
        await services.settings.close()
        await services.connections.close()
        await shared.close()


async def test_a_store_is_chosen_and_one_that_is_gone_is_told(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    store = client.vector_stores.create(name="Rules")
    async with picker(engine, tmp_path, keyring) as (widget, told):
        assert widget.value() == []
        widget.picker.picked.emit(store.id)
        assert widget.value() == [store.id]
        assert told == [[store.id]]
        assert widget.picker.text() == "Rules"
        assert widget.open.isVisible()
        widget.picker.picked.emit("none")
        assert told[-1] == []
        widget.set_value(["vs_gone"])
        assert told[-1] == [], "what the owner sets is not told back"
        assert "does not exist any more" in widget.words.text()


async def test_dropped_files_make_a_store_of_the_assistants_own(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    (tmp_path / "rules.md").write_text("Thirty days of holiday.", "utf-8")
    (tmp_path / "empty.md").write_text("", "utf-8")
    async with picker(engine, tmp_path / "data", keyring) as (widget, told):
        widget.set_owner("Clerk")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("rules.md", "empty.md")])
        rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, QDragEnterEvent(QPointF(9, 9).toPoint(), *rest))
        assert widget.property("surface") == "accent"
        QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), *rest))
        await until(lambda: told)
        (ids,) = told
        assert client.vector_stores.retrieve(ids[0]).name == "Files of Clerk"
        await until(lambda: widget.words.text().startswith("1 file") and "read" not in widget.words.text())
        assert "empty" in widget.problem.text()
        assert widget.retry.isVisible()
        (tmp_path / "empty.md").write_text("Not empty.", "utf-8")
        widget.retry.click()
        await until(lambda: client.vector_stores.retrieve(ids[0]).file_counts.completed == 2)
        assert not widget.problem.isVisible()

"""What an assistant knows: one collection of documents (a vector store), chosen among those that are there."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.picker import Choice, Picker
from app.ui.words import t
from app.viewmodels.task_scope import TaskScope
from app.workbench.api import PAGE, in_words, plain

if TYPE_CHECKING:
    from app.viewmodels.services import Services

NONE = ""


class KnowledgeField(QWidget):
    """Shows the chosen collection; the knowledge page's own widget is used where it is there.

    Signals:
        edited: the ids are these now.
        open_requested: a collection is to be shown on the page Knowledge: its id.
    """

    edited = Signal(object)
    open_requested = Signal(str)

    def __init__(self, services: Services, tasks: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant_knowledge")
        self._services, self._tasks = services, tasks
        self._ids: tuple[str, ...] = ()
        self._own: Any = None
        self.picker: Picker | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        try:
            self._own = importlib.import_module("app.ui.knowledge.store_picker").StorePicker(services, self)
        except (ImportError, AttributeError):
            self.picker = Picker("assistant_store", t("Collection"), nothing=t("No collections yet."))
            self.picker.picked.connect(lambda value: self._tell((value,) if value else ()))
            column.addWidget(self.picker)
        else:
            self._own.changed.connect(lambda *_args: self._tell(_ids(self._own)))
            if hasattr(self._own, "open_requested"):
                self._own.open_requested.connect(self.open_requested)
            column.addWidget(self._own)

    def set_value(self, ids: tuple[str, ...]) -> None:
        """Show these ids without telling anyone."""
        if ids == self._ids and self.picker is None:
            return
        self._ids = ids
        if self._own is not None:
            self._own.set_value(list(ids))
        elif self.picker is not None:
            self._show(self.picker, [])

    def set_owner(self, name: str) -> None:
        """Whose collection it is: one that is made for dropped files is named after it."""
        if self._own is not None and hasattr(self._own, "set_owner"):
            self._own.set_owner(name)

    async def close_tasks(self) -> None:
        """End uploads and requests; before the window's services stop."""
        if self._own is not None and hasattr(self._own, "close_tasks"):
            await self._own.close_tasks()

    def refresh(self) -> None:
        """Look what there is now."""
        if self.picker is not None:
            self._tasks.start("stores", self._load(self.picker), failed=lambda _error: None)
        elif hasattr(self._own, "refresh"):
            self._own.refresh()

    async def _load(self, picker: Picker) -> None:
        client = await self._services.engine.ready_client()
        async with in_words():
            page = await client.vector_stores.list(limit=PAGE, order="desc")
        self._show(picker, [plain(store) for store in page.data])

    def _show(self, picker: Picker, stores: list[dict[str, Any]]) -> None:
        choices = [Choice(NONE, t("None"))]
        for store in stores:
            files = (store.get("file_counts") or {}).get("total", 0)
            choices.append(
                Choice(
                    str(store["id"]), str(store.get("name") or store["id"]), "", t("{0} files").format(files)
                )
            )
        known = {choice.value for choice in choices}
        choices += [
            Choice(found, found, "", t("Not there any more")) for found in self._ids if found not in known
        ]
        picker.set_choices(choices)
        picker.set_value(next(iter(self._ids), NONE))

    def _tell(self, ids: tuple[str, ...]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.edited.emit(ids)


def _ids(widget: Any) -> tuple[str, ...]:
    value = widget.value() if callable(widget.value) else widget.value
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(item) for item in value or ())

"""Chooses the store that an assistant searches; files dropped on it go there, or into a store of the assistant's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.knowledge.files_view import local_paths
from app.ui.theme import set_property
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import t
from app.viewmodels.background_knowledge import KnowledgeWork
from app.viewmodels.knowledge_picker import StorePickerViewModel
from app.viewmodels.knowledge_rows import file_words, store_row

if TYPE_CHECKING:
    from app.viewmodels.services import Services

NONE = "none"


class StorePicker(QFrame):
    """One store (the API takes no more for an assistant), with what is in it.

    Args:
        services: what the program can do.

    Signals:
        changed: a person chose another store; carries the ids (``list[str]``).
        open_requested: the store is to be shown on the page Knowledge; carries its id.
    """

    changed = Signal(object)
    open_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("store_picker")
        self.setAccessibleName(t("Files to search"))
        self.setProperty("surface", "card")
        self.setAcceptDrops(True)
        self.viewmodel = model = StorePickerViewModel(services.knowledge, services.bus, self)
        self.work = KnowledgeWork(model.uploads, services.knowledge, services.background, services.bus, self)
        self.picker = Picker(
            "store_picker_store",
            t("Store"),
            nothing=t("No stores yet: drop files here."),
            placeholder=t("No store"),
        )
        self.picker.picked.connect(lambda value: model.choose("" if value == NONE else value))
        self.add = Button("store_picker_add", t("Add files"), icon="upload")
        self.add.clicked.connect(self._choose_files)
        self.open = Button("store_picker_open", t("Open"), kind="ghost", icon="library")
        self.open.setToolTip(t("Show the store on the page Knowledge"))
        self.open.clicked.connect(lambda: self.open_requested.emit(next(iter(model.ids), "")))
        self.words = Label("", "small", name="store_picker_words", wrap=True)
        self.hint = Label(t("Files and folders can be dropped here."), "small", name="store_picker_hint")
        self.problem = Label("", "error", name="store_picker_problem", wrap=True)
        self.retry = Button("store_picker_retry", t("Retry"), kind="link")
        self.retry.clicked.connect(model.retry_failed)
        self.busy = Busy("store_picker_busy", "", cancel=True)
        self.busy.cancel_requested.connect(model.uploads.cancel)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.picker, 1)
        row.addWidget(self.add)
        row.addWidget(self.open)
        self._troubles = QWidget()
        troubles = QHBoxLayout(self._troubles)
        troubles.setContentsMargins(0, 0, 0, 0)
        troubles.addWidget(self.problem, 1)
        troubles.addWidget(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.busy)
        column.addWidget(self._troubles)
        column.addWidget(self.hint)
        model.changed.connect(self._show)
        model.chosen.connect(lambda ids: self.changed.emit(list(ids)))
        self._show()

    # -- for the owner -------------------------------------------------------------------------------------------

    def set_value(self, ids: list[str]) -> None:
        """Show these stores as chosen, without telling anyone."""
        self.viewmodel.set_ids(ids)

    def value(self) -> list[str]:
        """The ids of the chosen stores."""
        return list(self.viewmodel.ids)

    def set_owner(self, name: str) -> None:
        """Whose files they are: a store that is made for dropped files is named after it."""
        self.viewmodel.owner = name

    def refresh(self) -> None:
        """Look what stores there are now."""
        self.viewmodel.refresh()

    async def close_tasks(self) -> None:
        """End uploads and requests; before the window's services stop."""
        await self.work.close()
        await self.viewmodel.close()

    # -- adding --------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, t("Add files for the assistant"))
        dialog.setObjectName("store_picker_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: self.viewmodel.add_paths([Path(f) for f in files]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            set_property(self, "surface", "accent")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing is dropped after all."""
        set_property(self, "surface", "card")

    def dropEvent(self, event: QDropEvent) -> None:
        """Upload what is dropped."""
        set_property(self, "surface", "card")
        self.viewmodel.add_paths(local_paths(event.mimeData()))
        event.acceptProposedAction()

    # -- Qt's side -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Look what there is now."""
        super().showEvent(event)
        self.viewmodel.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is followed while it is not seen."""
        self.viewmodel.pause()
        super().hideEvent(event)

    def _show(self) -> None:
        model = self.viewmodel
        choices = [Choice(NONE, t("No store"))]
        for store in model.stores:
            row = store_row(store)
            choices.append(Choice(store.id, row.name, note=row.summary))
        for store_id in model.ids:
            if not any(choice.value == store_id for choice in choices):
                words = t("Not there any more") if model.loaded else ""
                choices.append(Choice(store_id, store_id, note=words))
        self.picker.set_choices(choices)
        self.picker.set_value(next(iter(model.ids), NONE))
        self.words.setText(model.words)
        self.words.set_role("error" if model.is_gone else "small")
        self.open.setVisible(bool(model.ids) and not model.is_gone)
        under_way = model.uploads.words
        self.busy.setVisible(bool(under_way))
        if under_way:
            self.busy.set_text(under_way)
            self.busy.set_fraction(model.uploads.fraction)
        failed = model.failed
        problem = model.error.message if model.error is not None else ""
        if failed:
            problem = failed[0].reason
            if len(failed) > 1:
                problem = t("{0} could not be added. {1}").format(file_words(len(failed)), problem)
        self.problem.setText(problem)
        self._troubles.setVisible(bool(problem))
        self.retry.setVisible(bool(failed))

"""The files of a store: adding them by button, drop or paste, their states, and what can be done with the selected ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.knowledge.attributes_dialog import AttributesDialog
from app.ui.knowledge.file_delegate import FileDelegate
from app.ui.theme import ICON, set_icon
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.words import mark, t
from app.viewmodels.knowledge_files import FilesViewModel
from app.viewmodels.knowledge_rows import FileRow
from app.viewmodels.rows import ROW

NARROW = 440
_FILTERS = (
    ("", mark("All files")),
    ("in_progress", mark("Being read")),
    ("completed", mark("Ready")),
    ("failed", mark("Failed")),
    ("cancelled", mark("Cancelled")),
)


class FilesView(QWidget):
    """Shows a :class:`FilesViewModel`.

    Signals:
        opened: a file that can be read is to be shown; carries its row.
    """

    opened = Signal(object)

    def __init__(self, viewmodel: FilesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewmodel = viewmodel
        self.setObjectName("knowledge_files")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        self.uploading = Busy("knowledge_uploading", "", cancel=True)
        self.uploading.cancel_requested.connect(self._cancel_uploads)
        self._uploading = QWidget()
        inner = QVBoxLayout(self._uploading)
        inner.setContentsMargins(16, 0, 16, 8)
        inner.addWidget(self.uploading)
        column.addWidget(self._uploading)
        self._make_list()
        column.addWidget(self.stack, 1)
        column.addWidget(self._make_selection_bar())
        viewmodel.changed.connect(self._show)
        viewmodel.uploads.changed.connect(self._show_uploads)
        viewmodel.rows.dataChanged.connect(lambda *_: self._show_selection())
        viewmodel.rows.modelReset.connect(self._show_selection)
        self._show()
        self._show_uploads()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self.add = Button("knowledge_add", t("Add files"), kind="primary", icon="upload")
        self.add.setToolTip(t("Choose files or a folder, or paste; or drop them anywhere on this page"))
        menu = QMenu(self.add)
        menu.setObjectName("knowledge_add_menu")
        for name, words, run in (
            ("files", t("Files…"), self.choose_files),
            ("folder", t("A folder with all in it…"), self.choose_folder),
            ("paste", t("Paste text or files (Ctrl+V)"), self.paste),
        ):
            action = QAction(words, menu)
            action.setObjectName(f"knowledge_add_{name}")
            action.triggered.connect(lambda _checked=False, chosen=run: chosen())
            menu.addAction(action)
        self.add_menu = menu
        self.add.clicked.connect(lambda: menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft())))
        self.filter = QComboBox()
        self.filter.setObjectName("knowledge_filter")
        self.filter.setAccessibleName(t("Which files to show"))
        self.filter.setAccessibleDescription(self.filter.accessibleName())
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in _FILTERS:
            self.filter.addItem(t(words), value)
        self.filter.activated.connect(
            lambda index: self.viewmodel.set_filter(str(self.filter.itemData(index)))
        )
        self.retry_all = Button("knowledge_retry_all", "", kind="link", icon="rotate-cw")
        self.retry_all.clicked.connect(lambda: self.viewmodel.retry(self.viewmodel.failed_keys))
        row.addWidget(self.add)
        row.addWidget(self.filter)
        row.addStretch(1)
        row.addWidget(self.retry_all)
        return bar

    def _make_list(self) -> None:
        model = self.viewmodel
        self.list = QListView()
        self.list.setObjectName("knowledge_files_list")
        self.list.setAccessibleName(t("Files of this store"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setItemDelegate(FileDelegate(lambda key: model.retry([key]), self.list))
        self.list.setModel(model.rows)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_selection())
        self.list.activated.connect(lambda index: self._open(index.data(ROW)))
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.installEventFilter(self)
        self.empty = EmptyState(
            "knowledge_files_empty",
            "file-text",
            t("Drop files or a folder here"),
            t(
                "PDF, Word, PowerPoint, Excel, Markdown, web pages, text, JSON and source code. They are read on this computer."
            ),
            action=t("Choose files"),
            second=t("Choose a folder"),
        )
        self.empty.action_requested.connect(self._empty_first)
        self.empty.second_requested.connect(self.choose_folder)
        self.failed = EmptyState("knowledge_files_failed", "circle-alert", "", tone="danger")
        self.failed.action_requested.connect(model.refresh)
        self.failed.second_requested.connect(self._copy_failure)
        wait = QWidget()
        inner = QVBoxLayout(wait)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.addWidget(Busy("knowledge_files_loading", t("Reading the list of files…")))
        inner.addStretch(1)
        self._wait = wait
        self.stack = QStackedWidget()
        for widget in (self.list, self.empty, self.failed, wait):
            self.stack.addWidget(widget)

    def _make_selection_bar(self) -> QWidget:
        self.selection = QWidget()
        row = QHBoxLayout(self.selection)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(4)
        self.selected = Label("", "small", name="knowledge_selected")
        self.open_button = Button("knowledge_open", t("Read"), kind="ghost", icon="book-open")
        self.open_button.clicked.connect(lambda: self._open(self._current()))
        self.retry = Button("knowledge_retry", t("Retry"), kind="ghost", icon="rotate-cw")
        self.retry.clicked.connect(lambda: self.viewmodel.retry(self.keys))
        self.cancel = Button("knowledge_cancel", t("Cancel"), kind="ghost", icon="circle-x")
        self.cancel.clicked.connect(lambda: self.viewmodel.cancel(self.keys))
        self.attributes = Button("knowledge_attributes", t("Attributes"), kind="ghost", icon="tag")
        self.attributes.clicked.connect(self.edit_attributes)
        self.remove = Button("knowledge_remove", t("Remove"), kind="ghost", icon="trash-2")
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.selected)
        row.addStretch(1)
        self._actions = (self.open_button, self.retry, self.cancel, self.attributes, self.remove)
        for button in self._actions:
            button.setToolTip(button.text())
            row.addWidget(button)
        self.selection.hide()
        return self.selection

    # -- adding --------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, t("Add files to this store"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self, t("Add a folder with all files in it"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setObjectName("knowledge_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda files: self.viewmodel.add_paths([Path(f) for f in files]))
        dialog.open()

    def paste(self) -> None:
        """Take what is on the clipboard: files, or text as a file."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> bool:
        """Add dropped or pasted files or text; whether there was any."""
        paths = local_paths(data)
        if paths:
            self.viewmodel.add_paths(paths)
        elif data.hasText() and data.text().strip():
            self.viewmodel.add_text(data.text())
        else:
            return False
        return True

    # -- the selection -------------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[FileRow]:
        """The selected rows, in their order."""
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [row for row in (index.data(ROW) for index in indexes) if isinstance(row, FileRow)]

    @property
    def keys(self) -> list[str]:
        """The selected rows' keys."""
        return [row.key for row in self.rows]

    def select(self, key: str) -> None:
        """Select one row, if it is loaded."""
        position = self.viewmodel.rows.position(key)
        if position >= 0:
            index = self.viewmodel.rows.index(position)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(index)

    def edit_attributes(self) -> None:
        """Edit the attributes of the selected files."""
        files = [file for key in self.keys if (file := self.viewmodel.file(key)) is not None]
        if files:
            dialog = AttributesDialog(files, self)
            keys = [file.id for file in files]
            dialog.chosen.connect(lambda attributes: self.viewmodel.set_attributes(keys, attributes))
            dialog.open()

    def _current(self) -> object:
        rows = self.rows
        return rows[0] if rows else self.list.currentIndex().data(ROW)

    def _open(self, row: object) -> None:
        if isinstance(row, FileRow) and not row.upload:
            self.opened.emit(row)

    def _remove(self) -> None:
        keys = self.keys
        if not keys:
            return
        first = self.viewmodel.rows.position(keys[0])
        self.viewmodel.remove(keys)
        count = self.viewmodel.rows.rowCount()
        if count:
            index = self.viewmodel.rows.index(min(first, count - 1))
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _menu(self, place: QPoint) -> None:
        rows = self.rows
        if not rows:
            return
        menu = QMenu(self.list)
        menu.setObjectName("knowledge_file_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.open_button, self.retry, self.cancel, self.attributes):
            if not button.isHidden():
                menu.addAction(button.toolTip()).triggered.connect(button.click)
        copy = menu.addAction(t("Copy the file's id") if len(rows) == 1 else t("Copy the files' ids"))
        copy.triggered.connect(lambda: copy_text("\n".join(row.key for row in rows)))
        menu.addSeparator()
        menu.addAction(t("Remove from this store")).triggered.connect(self.remove.click)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete removes, Ctrl+C copies names."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.currentIndex().isValid():
                self._open(self.list.currentIndex().data(ROW))
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                copy_text("\n".join(row.name for row in self.rows))
                return True
        return super().eventFilter(watched, event)

    # -- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        model = self.viewmodel
        self.add.setEnabled(model.store is not None)
        self.filter.setCurrentIndex(next((i for i, (v, _) in enumerate(_FILTERS) if v == model.filter), 0))
        failed = len(model.failed_keys)
        self.retry_all.setVisible(failed > 1)
        words = t("Retry all {0:,} that failed").format(failed)
        self.retry_all.setText(t("Retry {0:,}").format(failed) if self.width() < NARROW else words)
        self.retry_all.setAccessibleName(words)
        self.retry_all.setToolTip(words)
        if model.state == "error" and model.error is not None:
            self.failed.set_content(
                "circle-alert",
                model.error.message,
                model.error.advice,
                action=t("Try again"),
                second=t("Copy details") if model.error.details else "",
                tone="danger",
            )
            self.stack.setCurrentWidget(self.failed)
        elif model.state == "loading":
            self.stack.setCurrentWidget(self._wait)
        elif model.state == "ready":
            self.stack.setCurrentWidget(self.list)
        elif model.filter:
            self.empty.set_content(
                "search", t("No such files"), t("No file is in this state."), action=t("Show all")
            )
            self.stack.setCurrentWidget(self.empty)
        else:
            self.empty.set_content(
                "file-text",
                t("Drop files or a folder here"),
                t(
                    "PDF, Word, PowerPoint, Excel, Markdown, web pages, text, JSON and source code. "
                    "They are read on this computer."
                ),
                action=t("Choose files"),
                second=t("Choose a folder"),
            )
            self.stack.setCurrentWidget(self.empty)
        self._show_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow view has icons instead of words."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        for button in self._actions:
            words = "" if narrow else button.toolTip()
            if button.text() != words:
                button.setText(words)
                set_icon(button, str(button.property(ICON)))
        if (event.oldSize().width() < NARROW) != narrow:
            self._show()

    def _empty_first(self) -> None:
        if self.viewmodel.filter:
            self.viewmodel.set_filter("")
        else:
            self.choose_files()

    def _show_uploads(self) -> None:
        uploads = self.viewmodel.uploads
        words = uploads.words
        self._uploading.setVisible(bool(words))
        if words:
            self.uploading.set_text(words)
            self.uploading.set_fraction(uploads.fraction)

    def _cancel_uploads(self) -> None:
        self.viewmodel.uploads.cancel([upload.key for upload in self.viewmodel.uploads.under_way])

    def _show_selection(self) -> None:
        rows = self.rows
        self.selection.setVisible(bool(rows) and self.stack.currentWidget() is self.list)
        if not rows:
            return
        stored = [row for row in rows if not row.upload]
        self.selected.setText(
            t("1 file selected") if len(rows) == 1 else t("{0:,} files selected").format(len(rows))
        )
        self.open_button.setVisible(len(rows) == 1 and bool(stored) and rows[0].state == "completed")
        self.retry.setVisible(any(row.state in {"failed", "cancelled"} for row in rows))
        self.cancel.setVisible(any(row.busy for row in rows))
        self.attributes.setVisible(bool(stored))

    def _copy_failure(self) -> None:
        error = self.viewmodel.error
        if error is not None:
            copy_text("\n".join(part for part in (error.message, error.advice, error.details) if part))


def local_paths(data: QMimeData) -> list[Path]:
    """Files and folders of this computer among what is dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]

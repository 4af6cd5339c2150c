"""The code interpreter's files: a list, Add, and a place to drop them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.words import t
from app.viewmodels.assistant_files import CodeFile, CodeFiles


class CodeFilesField(QFrame):
    """Shows and changes the files of a :class:`CodeFiles`."""

    def __init__(self, files: CodeFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant_code_files")
        self.setProperty("surface", "sunken")
        self.setAcceptDrops(True)
        self._files = files
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.nothing = Label(
            t("No files yet. Drop tables, texts or images here."),
            "small",
            name="assistant_code_files_nothing",
        )
        self.progress = Label("", "small", name="assistant_code_files_progress", wrap=True)
        self.add = Button("assistant_code_files_add", t("Add files"), kind="link", icon="plus")
        self.add.clicked.connect(lambda _checked: self._choose())
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.progress, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.setSpacing(4)
        outer.addWidget(self.nothing)
        outer.addLayout(self._column)
        outer.addLayout(foot)
        files.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(number, file) for number, file in enumerate(self._files.files)]
        for row in self._rows:
            self._column.addWidget(row)
        waiting = self._files.uploading
        self.nothing.setVisible(not self._rows)
        self.progress.setText(t("Uploading {0}…").format(", ".join(waiting)) if waiting else "")
        self.setAccessibleName(t("Files for the code interpreter: {0}").format(len(self._rows)))

    def _row(self, number: int, file: CodeFile) -> QWidget:
        row = QWidget()
        mark = QLabel()
        set_icon(mark, "file-text", "danger" if file.gone else "muted")
        remove = IconButton(f"assistant_code_file_{number}_remove", "x", t("Take out {0}").format(file.name))
        remove.clicked.connect(lambda: self._files.remove(file.id))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(mark)
        line.addWidget(ElidedLabel(file.name, name=f"assistant_code_file_{number}_name"), 1)
        line.addWidget(Label(file.words, "error" if file.gone else "small"))
        line.addWidget(remove)
        return row

    def _choose(self) -> None:
        dialog = QFileDialog(self, t("Files for the code interpreter"))
        dialog.setObjectName("assistant_code_files_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._files.upload([Path(name) for name in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Upload what is dropped."""
        self._files.upload([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

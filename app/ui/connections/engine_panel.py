"""“This computer”: the engine, the built-in model, and a model file of one's own, by dialog or by drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.status_pill import PillKind, StatusPill
from app.viewmodels.this_computer import LocalModelRow, ThisComputerViewModel

WIDEST = 760
_PILLS: dict[str, PillKind] = {"success": "ok", "info": "busy", "warning": "warning", "error": "danger"}


class _ModelCard(QFrame):
    """One local model: name, state, what is known about it."""

    def __init__(self, row: LocalModelRow, panel: EnginePanel) -> None:
        super().__init__()
        self.setObjectName(f"local_model_{row.id}")
        self.setAccessibleName(row.text)
        self.setProperty("surface", "card")
        mark = QLabel()
        set_icon(mark, "cpu", "muted", 20)
        name = ElidedLabel(row.name, "strong")
        pill = StatusPill(f"local_model_state_{row.id}")
        pill.set_state(row.state, _PILLS.get(row.level, "neutral"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name, 1)
        head.addWidget(pill)
        if row.removable:
            remove = IconButton("model_file_remove", "x", f"Do not offer {row.name} any more; the file stays")
            remove.clicked.connect(panel.viewmodel.remove_model_file)
            head.addWidget(remove)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        if row.remark:
            column.addWidget(Label(row.remark, "muted", wrap=True))
        if row.facts:
            column.addWidget(Label(row.facts, "small", wrap=True, selectable=True))
        if row.message:
            column.addWidget(Label(row.message, "error", wrap=True, selectable=True))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(12)
        outer.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(column, 1)


class EnginePanel(QScrollArea):
    """Shows a :class:`ThisComputerViewModel`; takes model files by drop."""

    def __init__(self, viewmodel: ThisComputerViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("engine_panel")
        self.setAccessibleName("This computer")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.viewmodel = viewmodel
        self._shown: tuple[LocalModelRow, ...] = ()
        self.pill = StatusPill("engine_state")
        self.restart = Button(
            "engine_restart",
            "Restart",
            icon="rotate-cw",
            tip="End the engine and start it anew. Everything that it stored stays.",
        )
        self.restart.clicked.connect(viewmodel.restart)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("This computer", "title", name="engine_title"))
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.restart)
        self.banner = Banner("engine_banner")
        self.models = QVBoxLayout()
        self.models.setSpacing(8)
        self.add = Button("model_file_add", "Add a model file…", icon="plus")
        self.add.clicked.connect(self.choose_file)
        add = QHBoxLayout()
        add.setSpacing(12)
        add.addWidget(self.add)
        add.addWidget(Label("A GGUF file. You can also drop it here.", "small"), 1)
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(
            Label(
                "The engine keeps your assistants and threads and speaks the Assistants API for any model. It runs on this "
                "computer only, and ends with the program.",
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.banner)
        column.addSpacing(8)
        column.addWidget(Label("Models of this computer", "heading"))
        column.addLayout(self.models)
        column.addLayout(add)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)
        self.setWidget(holder)
        viewmodel.changed.connect(self._show)
        self._show()

    def choose_file(self) -> None:
        """Ask for a model file."""
        dialog = QFileDialog(
            self, "Add a model file", str(Path(self.viewmodel.model_file or "~").expanduser().parent)
        )
        dialog.setObjectName("model_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Models (*.gguf)", "All files (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.viewmodel.choose_model_file)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the dropped file as a model."""
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.viewmodel.choose_model_file(path)

    def _show(self) -> None:
        model = self.viewmodel
        status = model.status
        self.pill.set_state(model.state_words, _PILLS.get(model.level, "neutral"), tip=status.message)
        self.restart.setEnabled(status.state in {"ready", "failed", "stopped"})
        self.restart.setText("Try again" if status.state == "failed" else "Restart")
        if status.state in {"failed", "restarting"}:
            details = status.details
            self.banner.show_message(
                status.message,
                status.advice,
                kind="danger" if status.state == "failed" else "warning",
                first=("Copy details", lambda: copy_text(f"{status.message}\n{details}"))
                if details
                else None,
            )
        else:
            self.banner.hide()
        rows = model.models
        if rows == self._shown:
            return
        self._shown = rows
        while self.models.count():
            item = self.models.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self.models.addWidget(_ModelCard(row, self))


def _dropped(event: QDropEvent) -> str:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else ""

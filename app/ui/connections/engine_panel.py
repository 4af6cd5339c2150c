"""“This computer”: the engine, its models (here and to be had, own files by drop), servers found, the code interpreter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.connections.code_panel import CodePanel
from app.ui.connections.found_panel import FoundPanel
from app.ui.connections.model_card import PILLS, ModelCards
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import Section
from app.ui.widgets.labels import Label, Line
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.status_pill import StatusPill
from app.ui.words import t
from app.viewmodels.code_place import CodePlaceViewModel
from app.viewmodels.found_servers import FoundServersViewModel
from app.viewmodels.local_models import LocalModelsViewModel
from app.viewmodels.this_computer import ThisComputerViewModel

WIDEST = 760


class EnginePanel(QScrollArea):
    """Shows the view-models of this computer, a section each; takes model files by drop."""

    def __init__(
        self,
        viewmodel: ThisComputerViewModel,
        local: LocalModelsViewModel,
        found: FoundServersViewModel,
        code: CodePlaceViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("engine_panel")
        self.setAccessibleName(t("This computer"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.viewmodel = viewmodel
        self.local = local
        self._all = False
        self._wanted = ""
        self.pill = StatusPill("engine_state")
        self.restart = Button(
            "engine_restart",
            t("Restart"),
            icon="rotate-cw",
            tip=t("End the engine and start it anew. Everything that it stored stays."),
        )
        self.restart.clicked.connect(viewmodel.restart)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(t("This computer"), "title", name="engine_title"))
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.restart)
        self.banner = Banner("engine_banner")
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(
            Label(
                t(
                    "The engine keeps your assistants and threads and speaks the Assistants API for any model. It runs on this "
                    "computer only, and ends with the program."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.banner)
        column.addSpacing(8)
        models = self._models()
        column.addWidget(models)
        column.addWidget(Line())
        self.found = FoundPanel(found)
        column.addWidget(self.found)
        column.addWidget(Line())
        self.code = CodePanel(code)
        column.addWidget(self.code)
        self._parts = {"models": models, "found": self.found, "code": self.code}
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)
        self.setWidget(holder)
        viewmodel.changed.connect(self._show)
        local.changed.connect(self._show_models)
        self._show()
        self._show_models()

    def _models(self) -> Section:
        section = Section("local_models", t("Models on this computer"))
        section.content.setSpacing(8)
        self.room = Label("", "small", name="local_models_room", wrap=True)
        section.add(self.room)
        self.here = ModelCards("local_models_here", t("Models on this computer"))
        self.here.wanted.connect(self.local.act)
        section.add(self.here)
        self.add = Button("model_file_add", t("Add a model file…"), icon="plus")
        self.add.clicked.connect(self.choose_file)
        add = QHBoxLayout()
        add.setSpacing(12)
        add.addWidget(self.add)
        add.addWidget(Label(t("A GGUF file. You can also drop it here."), "small"), 1)
        section.content.addLayout(add)
        self.to_get_title = Label(t("Get a model"), "strong", name="local_models_to_get_title")
        section.content.addSpacing(8)
        section.add(self.to_get_title)
        self.to_get = ModelCards("local_models_to_get", t("Models that can be downloaded"))
        self.to_get.wanted.connect(self.local.act)
        section.add(self.to_get)
        self.more = Button("local_models_more", "", kind="ghost", icon="chevron-down")
        self.more.clicked.connect(self._show_all)
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        section.content.addLayout(more)
        return section

    def _show_all(self) -> None:
        self._all = True
        self._show_models()

    def _show_models(self) -> None:
        model = self.local
        self.room.setText(model.room_words or model.problem or t("Looking…"))
        self.here.show_rows(model.here)
        rows = model.to_get
        # The whole catalogue is long: what is recommended or under way stands out, the rest is a click away.
        shown = rows if self._all else tuple(row for row in rows if row.badge or row.state or row.message)
        self.to_get.show_rows(shown)
        self.to_get_title.setVisible(bool(rows))
        if self._wanted:
            QTimer.singleShot(0, self._go)
        hidden = len(rows) - len(shown)
        self.more.setVisible(hidden > 0)
        self.more.setText(
            (t("Show {0} more model") if hidden == 1 else t("Show {0} more models")).format(hidden)
        )

    def show_part(self, part: str) -> None:
        """Bring a section into view: ``models``, ``found`` or ``code``; again when the models above it are known."""
        self._wanted = part
        QTimer.singleShot(0, self._go)

    def _go(self) -> None:
        content = self.widget()
        if not self._wanted or content is None:
            return
        place = self._parts[self._wanted].mapTo(content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(place - 12)
        if self.local.loaded:
            self._wanted = ""

    def choose_file(self) -> None:
        """Ask for a model file."""
        dialog = QFileDialog(self, t("Add a model file"), str(Path.home()))
        dialog.setObjectName("model_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([t("Models (*.gguf)"), t("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.local.add_file)
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
            self.local.add_file(path)

    def _show(self) -> None:
        model = self.viewmodel
        status = model.status
        self.pill.set_state(model.state_words, PILLS.get(model.level, "neutral"), tip=status.message)
        self.restart.setEnabled(status.state in {"ready", "failed", "stopped"})
        self.restart.setText(t("Try again") if status.state == "failed" else t("Restart"))
        if status.state in {"failed", "restarting"}:
            details = status.details
            self.banner.show_message(
                status.message,
                status.advice,
                kind="danger" if status.state == "failed" else "warning",
                first=(t("Copy details"), lambda: copy_text(f"{status.message}\n{details}"))
                if details
                else None,
            )
        else:
            self.banner.hide()


def _dropped(event: QDropEvent) -> str:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else ""

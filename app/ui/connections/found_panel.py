"""“Found on this computer”: model servers that run here, each connected with one click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.form_field import Section
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.words import t
from app.viewmodels.found_servers import FoundRow, FoundServersViewModel


class FoundPanel(Section):
    """Shows a :class:`FoundServersViewModel`."""

    def __init__(self, viewmodel: FoundServersViewModel, parent: QWidget | None = None) -> None:
        super().__init__("found_servers", t("Found on this computer"), parent=parent)
        self._viewmodel = viewmodel
        self.again = IconButton("found_again", "refresh-cw", t("Look again"))
        self.again.clicked.connect(viewmodel.look)
        self.head.addWidget(self.again)
        self.content.setSpacing(8)
        self.empty = Label("", "muted", name="found_empty", wrap=True)
        self.add(self.empty)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.content.addLayout(self._rows)
        self._shown: tuple[FoundRow, ...] | None = None
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._viewmodel
        rows = model.rows
        self.empty.setText(
            t("Looking…")
            if not model.looked
            else t(
                "No model server runs here now. Ollama, LM Studio, llama.cpp, vLLM, Jan and LocalAI are found when they do."
            )
        )
        self.empty.setVisible(not rows)
        if rows == self._shown:
            return
        self._shown = rows
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(self._card(row))

    def _card(self, row: FoundRow) -> QFrame:
        card = QFrame()
        port = row.url.rsplit(":", 1)[-1].split("/")[0]
        card.setObjectName(f"found_{port}")
        card.setAccessibleName(f"{row.name}, {row.detail}")
        card.setProperty("surface", "card")
        mark = QLabel()
        set_icon(mark, "server", "muted", 20)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(row.name, "strong"))
        words.addWidget(ElidedLabel(row.detail, "small"))
        line = QHBoxLayout(card)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if row.connected:
            line.addWidget(Label(t("Connected as “{0}”").format(row.connected), "small"))
        else:
            add = Button(
                f"found_connect_{port}",
                t("Enter key…") if row.needs_key else t("Connect"),
                kind="primary",
                accessible=t("Connect to {0}").format(row.name),
            )
            add.clicked.connect(lambda: self._viewmodel.connect_to(row.url))
            line.addWidget(add)
        return card

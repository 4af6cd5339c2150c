"""One model of this computer, or of the catalogue: its facts, its progress, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.status_pill import PillKind, StatusPill
from app.ui.words import mark, t
from app.viewmodels.local_models import ModelRow

PILLS: dict[str, PillKind] = {"success": "ok", "info": "busy", "warning": "warning", "error": "danger"}
_LONGEST_NAME = 48
_WORDS = {
    "load": (mark("Load"), "play", mark("Load it into memory now, so that the first answer does not wait")),
    "unload": (mark("Unload"), "square", mark("Give its memory back; it is loaded again when it is used")),
    "delete": (mark("Delete"), "trash-2", mark("Delete its file from this computer")),
    "forget": (mark("Remove"), "x", mark("Do not offer it any more; the file stays")),
    "discard": (mark("Discard"), "trash-2", mark("Delete what has arrived")),
}


class ModelCard(QFrame):
    """Shows a row; keeps its widgets while the row only moves on.

    Signals:
        wanted: an action was chosen: its name and the model's id.
    """

    wanted = Signal(str, str)

    def __init__(self, row: ModelRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName(f"local_model_{row.id}")
        self.setProperty("surface", "card")
        mark = QLabel()
        set_icon(mark, "cpu", "muted", 20)
        self.name = Label(row.name, "strong")
        self.badge = Label(row.badge, "badge", name=f"local_model_badge_{row.id}")
        self.pill = StatusPill(f"local_model_state_{row.id}")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.badge)
        head.addStretch(1)
        head.addWidget(self.pill)
        self.remark = Label(row.remark, "muted", wrap=True)
        self.facts = Label(row.facts, "small", wrap=True, selectable=True, name=f"local_model_facts_{row.id}")
        self.message = Label(
            row.message, "error", wrap=True, selectable=True, name=f"local_model_message_{row.id}"
        )
        self.busy = Busy(f"local_model_progress_{row.id}", cancel=True)
        self.busy.cancel_requested.connect(lambda: self.wanted.emit("cancel", self.row.id))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.remark)
        column.addWidget(self.facts)
        column.addWidget(self.message)
        column.addWidget(self.busy)
        self.buttons.setContentsMargins(0, 8, 0, 0)
        column.addLayout(self.buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(12)
        outer.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(column, 1)
        self._shown: tuple[object, ...] = ()
        self.show_row(row)

    def show_row(self, row: ModelRow) -> None:
        """Show another state of the same model."""
        self.row = row
        self.setAccessibleName(row.text)
        self.name.setText(row.name if len(row.name) <= _LONGEST_NAME else f"{row.name[:_LONGEST_NAME]}…")
        for label, text in (
            (self.badge, row.badge),
            (self.remark, row.remark),
            (self.facts, row.facts),
            (self.message, row.message),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.pill.set_state(row.state, PILLS.get(row.level, "neutral"))
        self.pill.setVisible(bool(row.state))
        self.busy.setVisible(row.progress is not None)
        if row.progress is not None:
            self.busy.set_text(row.progress_words)
            self.busy.set_fraction(None if row.progress < 0 else row.progress)
        wanted = (row.actions, row.badge, row.download_words, row.details)
        if wanted != self._shown:
            self._shown = wanted
            self._make_buttons(row)

    def _make_buttons(self, row: ModelRow) -> None:
        while self.buttons.count():
            item = self.buttons.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for action in row.actions:
            if action != "cancel":
                self.buttons.addWidget(self._button(action, row))
        if row.details:
            copy = Button(f"local_model_copy_{row.id}", t("Copy details"), kind="ghost")
            copy.clicked.connect(lambda: copy_text(f"{self.row.message}\n{self.row.details}"))
            self.buttons.addWidget(copy)
        self.buttons.addStretch(1)

    def _button(self, action: str, row: ModelRow) -> Button:
        kind: ButtonKind = "plain"
        if action in {"download", "resume"}:
            text, icon, tip = (
                row.download_words,
                "download",
                t("Get its file; it is checked when it has arrived"),
            )
            kind = "primary" if row.badge == t("Recommended") else "plain"
        else:
            text, icon, tip = _WORDS[action]
            text, tip = t(text), t(tip)
            kind = "ghost" if action in {"delete", "forget", "discard"} else "plain"
        button = Button(
            f"local_model_{action}_{row.id}",
            text,
            kind=kind,
            icon=icon,
            tip=tip,
            accessible=f"{text}: {row.name}",
        )
        button.clicked.connect(lambda: self.wanted.emit(action, self.row.id))
        return button


class ModelCards(QWidget):
    """Cards for a list of rows, kept by id while the list moves on.

    Signals:
        wanted: an action was chosen: its name and the model's id.
    """

    wanted = Signal(str, str)

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._cards: dict[str, ModelCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_rows(self, rows: tuple[ModelRow, ...]) -> None:
        """Show these rows in this order."""
        wanted = [row.id for row in rows]
        for gone in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, row in enumerate(rows):
            card_here = self._cards.get(row.id)
            if card_here is None:
                card_here = self._cards[row.id] = ModelCard(row)
                card_here.wanted.connect(self.wanted)
            else:
                card_here.show_row(row)
            if self._column.indexOf(card_here) != place:
                self._column.insertWidget(place, card_here)
        self.setVisible(bool(rows))

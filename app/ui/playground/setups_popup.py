"""The playground's setups in a popup: keep what is here, open another, copy, delete."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.widgets.popup import PopupFrame
from app.ui.words import t
from app.viewmodels.rows import ROW
from app.viewmodels.setups import SetupsViewModel, describe
from app.workbench.playground.setups import Setup

WIDTH, HEIGHT = 360, 420


class SetupsPopup(PopupFrame):
    """Shows a :class:`SetupsViewModel`."""

    def __init__(self, viewmodel: SetupsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setups_popup")
        self.setProperty("surface", "raised")
        self.setAccessibleName(t("Setups"))
        self.viewmodel = viewmodel
        self.name = QLineEdit()
        self.name.setObjectName("setups_name")
        self.name.setAccessibleName(t("Name of the setup"))
        self.name.setPlaceholderText(t("Name for what is here now"))
        self.name.setMaxLength(120)
        self.save = Button(
            "setups_save", t("Save"), kind="primary", tip=t("Keep lanes, parameters and prompts")
        )
        self.name.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.save.setEnabled(False)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        empty = EmptyState(
            "setups_empty", "layers", t("No setups yet"), t("Keep lanes and prompts here to use them again.")
        )
        self.pane = ListPane("setups", t("Setups"), viewmodel.rows, _look, search="", empty=empty)
        self.pane.chosen.connect(lambda _row: self._show())
        self.pane.opened.connect(lambda _row: self._open())
        self.pane.delete_requested.connect(lambda _row: self._delete())
        self.open_button = Button("setups_open", t("Open"), tip=t("Put it in place of what is here"))
        self.open_button.clicked.connect(self._open)
        self.copy = Button("setups_duplicate", t("Duplicate"), kind="ghost", icon="copy-plus")
        self.copy.clicked.connect(self._duplicate)
        self.delete = Button("setups_delete", t("Delete"), kind="ghost", icon="trash-2")
        self.delete.clicked.connect(self._delete)
        low = QHBoxLayout()
        low.setContentsMargins(16, 8, 16, 12)
        low.setSpacing(4)
        low.addWidget(self.open_button)
        low.addStretch(1)
        low.addWidget(self.copy)
        low.addWidget(self.delete)
        note = Label(
            t("A setup holds lanes, parameters, prompts and the values of their variables."),
            "small",
            name="setups_note",
            wrap=True,
        )
        note.setContentsMargins(16, 8, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(self.pane, 1)
        column.addLayout(low)
        viewmodel.changed.connect(self._show)
        self._show()

    def open_below(self, anchor: QWidget) -> None:
        """Open below a button, within the window's screen."""
        self.viewmodel.refresh()
        scale = max(1.0, theme().scale)
        self.resize(round(WIDTH * scale), round(HEIGHT * scale))
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        area = anchor.screen().availableGeometry()
        self.move(
            max(area.left(), min(corner.x(), area.right() - self.width())),
            max(area.top(), min(corner.y(), area.bottom() - self.height())),
        )
        self.show()
        self.name.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def current(self) -> Setup | None:
        """The chosen setup."""
        row = self.pane.view.currentIndex().data(ROW)
        return row if isinstance(row, Setup) else None

    def _show(self) -> None:
        self.pane.show_rows()
        for button in (self.open_button, self.copy, self.delete):
            button.setEnabled(self.current is not None)

    def _save(self) -> None:
        if self.name.text().strip():
            self.viewmodel.save(self.name.text())
            self.name.clear()

    def _open(self) -> None:
        if self.current is not None:
            self.viewmodel.open(self.current)
            self.hide()

    def _duplicate(self) -> None:
        if self.current is not None:
            self.viewmodel.duplicate(self.current)

    def _delete(self) -> None:
        if self.current is not None:
            self.viewmodel.delete(self.current)


def _look(setup: Setup) -> RowText:
    return RowText(setup.name, describe(setup), icon="layers")

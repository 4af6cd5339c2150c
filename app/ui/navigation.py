"""The rail at the window's left edge: an icon and a word for each page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.accessibility import make_checkable
from app.ui.page import PageEntry
from app.ui.theme import set_icon
from app.ui.words import t

ICON_PX = 20


class NavigationRail(QFrame):
    """One checkable button for each page; arrow keys move between them.

    Signals:
        page_requested: a page's name.
    """

    page_requested = Signal(str)

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_rail")
        self.setAccessibleName(t("Pages"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 8)
        column.setSpacing(4)
        for place in ("top", "foot"):
            for entry in pages:
                if entry.place == place:
                    column.addWidget(self._button(entry, pages.index(entry) + 1))
            if place == "top":
                column.addStretch(1)

    def show_current(self, name: str) -> None:
        """Mark the page that is shown."""
        for page, button in self._buttons.items():
            button.setChecked(page == name)
            set_icon(button, str(button.property("pageIcon")), "accent" if page == name else "muted", ICON_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next page's button."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"nav_{entry.name}")
        button.setText(t(entry.title))
        button.setAccessibleName(t(entry.title))
        button.setToolTip(f"{t(entry.title)} (Ctrl+{number})")
        make_checkable(button, "tab")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setProperty("pageIcon", entry.icon)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        set_icon(button, entry.icon, "muted", ICON_PX)
        button.clicked.connect(lambda: self.page_requested.emit(entry.name))
        self._group.addButton(button)
        self._buttons[entry.name] = button
        return button

"""A sheet: a task of its own in the place of the form (building a function, comparing versions …), with a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.words import t


class Sheet(QFrame):
    """Head with Back and title, a body that scrolls, a foot for buttons.

    Args:
        name: the object name; Back is ``<name>_back``.
        title: its heading.
        scrolls: whether the body scrolls as a whole.

    Signals:
        closed: a person goes back (Back, or Esc).
    """

    closed = Signal()

    def __init__(self, name: str, title: str, *, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "surface")
        self.setAccessibleName(title)
        self.back = IconButton(f"{name}_back", "chevron-left", t("Back (Esc)"))
        self.back.clicked.connect(self.closed)
        self.title = ElidedLabel(title, "title", name=f"{name}_title")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 12, 16, 8)
        self.head.setSpacing(8)
        self.head.addWidget(self.back)
        self.head.addWidget(self.title, 1)
        body = QWidget()
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(24, 8, 24, 24)
        self.body.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        if scrolls:
            self.area = QScrollArea()
            self.area.setObjectName(f"{name}_area")
            self.area.setAccessibleName(title)
            self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.area.setWidgetResizable(True)
            self.area.setFrameShape(QFrame.Shape.NoFrame)
            self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.area.setWidget(body)
            column.addWidget(self.area, 1)
        else:
            column.addWidget(body, 1)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(24, 8, 16, 8)
        self.foot.setSpacing(8)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Line())
        foot.addLayout(self.foot)
        column.addWidget(self._foot)
        self._foot.hide()
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)

    def add_to_foot(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a button or a word into the foot."""
        self.foot.addWidget(widget, stretch)
        self._foot.show()

    def begin(self) -> None:
        """It is shown: put the focus where one begins."""
        self.back.setFocus()


def quiet(text: str, name: str = "") -> Label:
    """A sentence in small type that may wrap."""
    return Label(text, "small", name=name, wrap=True)

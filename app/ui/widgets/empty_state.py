"""What stands where nothing is yet: what this is, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import Tone, set_icon
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.words import said


class EmptyState(QWidget):
    """An icon, a heading, a sentence and at most two buttons, in the middle of the space there is.

    Signals:
        action_requested: the (first) button was pressed.
        second_requested: the second one was.
    """

    action_requested = Signal()
    second_requested = Signal()

    def __init__(
        self,
        name: str,
        icon: str,
        title: str,
        text: str = "",
        *,
        action: str = "",
        second: str = "",
        tone: Tone = "faint",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title = Label(title, "heading", name=f"{name}_title", wrap=True)
        self.text = Label(text, "muted", name=f"{name}_text", wrap=True)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(f"{name}_action", action, kind="primary")
        self.second = Button(f"{name}_second", second)
        self.button.clicked.connect(self.action_requested)
        self.second.clicked.connect(self.second_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.button)
        buttons.addWidget(self.second)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._icon)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(buttons)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(420)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        self.set_content(icon, title, text, action=action, second=second, tone=tone)

    def set_content(
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        action: str = "",
        second: str = "",
        tone: Tone = "faint",
    ) -> None:
        """Say something else."""
        title, text = said(title), said(text)
        set_icon(self._icon, icon, tone, 32)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        for button, words in ((self.button, action), (self.second, second)):
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(bool(words))

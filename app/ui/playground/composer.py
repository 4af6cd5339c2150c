"""Where a prompt is typed for all lanes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import set_property
from app.ui.widgets.buttons import Button
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import Label

EXAMPLES = (
    "Why is the sky blue?",
    "Write a short poem about the sea.",
    "Show me a Python function that reverses a text.",
)


class Composer(QWidget):
    """A field that grows, Send and Stop, and a few examples while nothing was asked yet.

    Signals:
        edited: a person changed the text.
        send_requested: Send, or Ctrl+Enter.
        stop_requested: Stop.
        example_chosen: one of the examples.
    """

    edited = Signal(str)
    send_requested = Signal()
    stop_requested = Signal()
    example_chosen = Signal(str)

    def __init__(self, examples: Sequence[str] = EXAMPLES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.edit = GrowingEdit("composer_text", least=1, most=9)
        self.edit.setProperty("kind", "bare")
        self.edit.setAccessibleName("Prompt")
        self.edit.setPlaceholderText("Ask something. Every lane answers.")
        self.edit.edited.connect(self.edited)
        self.edit.installEventFilter(self)
        self.hint = Label("", "small", name="composer_hint")
        self.send = Button(
            "composer_send", "Send", kind="primary", icon="send", tip="Send to every lane (Ctrl+Enter)"
        )
        self.send.clicked.connect(self.send_requested)
        self.stop = Button("composer_stop", "Stop all", icon="square", tip="Stop every lane (Esc)")
        self.stop.clicked.connect(self.stop_requested)
        self.box = QFrame()
        self.box.setObjectName("composer_box")
        low = QHBoxLayout()
        low.setSpacing(8)
        low.addWidget(self.hint, 1)
        low.addWidget(self.stop)
        low.addWidget(self.send)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 8, 8, 8)
        inside.setSpacing(4)
        inside.addWidget(self.edit)
        inside.addLayout(low)
        self.examples = QWidget()
        row = QHBoxLayout(self.examples)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("Try", "small"))
        for number, words in enumerate(examples, 1):
            chip = Button(f"composer_example_{number}", words)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _checked=False, text=words: self.example_chosen.emit(text))
            row.addWidget(chip)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.examples)
        column.addWidget(self.box)
        self.setFocusProxy(self.edit)
        self.stop.hide()

    def set_text(self, text: str) -> None:
        """Show a text, cursor at its end."""
        if text != self.edit.toPlainText():
            self.edit.set_text(text)
            cursor = self.edit.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.edit.setTextCursor(cursor)

    def show_state(self, *, can_send: bool, answering: bool, hint: str, examples: bool) -> None:
        """Show what can be done, and why not."""
        self.send.setEnabled(can_send)
        self.send.setToolTip("Send to every lane (Ctrl+Enter)" if can_send else hint)
        self.send.setAccessibleDescription("" if can_send else hint)
        self.stop.setVisible(answering)
        self.send.setVisible(not answering)
        self.hint.setText(hint)
        self.examples.setVisible(examples)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends; the box shows the field's focus."""
        if watched is self.edit:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
                if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.send_requested.emit()
                    return True
            elif event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                set_property(self.box, "focused", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

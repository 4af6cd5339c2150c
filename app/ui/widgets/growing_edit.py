"""A text field of several lines that grows with its text, within limits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingEdit(QPlainTextEdit):
    """Plain text; Tab goes to the next field.

    Args:
        name: the object name.
        least: height of an empty field, in lines.
        most: height from which it scrolls, in lines.
        code: whether it is written in the fixed-width font.

    Signals:
        edited: a person changed the text.
    """

    edited = Signal(str)

    def __init__(
        self, name: str, *, least: int = 3, most: int = 20, code: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "field")
        self.setProperty("mono", code)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._least, self._most = least, most
        self._quiet = False
        self._lines = 0
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Show a text without telling anyone; the same text leaves cursor and undo as they are."""
        if text != self.toPlainText():
            self._quiet = True
            self.setPlainText(text)
            self._quiet = False

    def sizeHint(self) -> QSize:
        """As high as the text, within the limits."""
        lines = min(self._most, max(self._least, int(self.document().size().height())))
        margins = self.contentsMargins()
        extra = int(self.document().documentMargin() * 2) + margins.top() + margins.bottom() + 10
        return QSize(200, lines * self.fontMetrics().lineSpacing() + extra)

    def minimumSizeHint(self) -> QSize:
        """As the hint: a form's layout never squeezes it."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = int(self.document().size().height())
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())

"""JSON to write: coloured, in the fixed-width font, Tab goes on to the next field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.widgets.json_view import JsonHighlighter


class JsonEdit(QPlainTextEdit):
    """A JSON text.

    Args:
        name: the object name.
        what: the accessible name.

    Signals:
        edited: a person changed the text.
    """

    edited = Signal(str)

    def __init__(self, name: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(what)
        self.setProperty("kind", "code")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(240)
        self._quiet = False
        JsonHighlighter(self.document())
        self.textChanged.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Show a text without telling anyone; the same text leaves cursor and undo as they are."""
        if text == self.toPlainText():
            return
        self._quiet = True
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)  # keeps undo, unlike setPlainText
        cursor.movePosition(cursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())

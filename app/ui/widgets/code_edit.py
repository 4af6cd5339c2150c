"""Python code: to read with colours, or to type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.theme import theme

TAB = 4


class _Colours(QSyntaxHighlighter):
    """Colours a document as a whole, when it has changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lines: list[str] = []
        self._letters = -1
        self._runs: list[list[tuple[int, int, str]]] = []
        self._styles: dict[str, QTextCharFormat] = {}
        theme().changed.connect(self._again)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        document, number = self.document(), self.currentBlock().blockNumber()
        # Whether the text is another is seen by its length and by this line: to compare all of it for each line takes seconds.
        known = number < len(self._lines) and self._lines[number] == text
        if not known or self._letters != document.characterCount():
            self._letters = document.characterCount()
            self._find(document.toPlainText())
        for start, length, colour in self._runs[number] if number < len(self._runs) else ():
            if colour not in self._styles:
                self._styles[colour] = QTextCharFormat()
                self._styles[colour].setForeground(QColor(colour))
            self.setFormat(start, min(length, len(text) - start), self._styles[colour])

    def _find(self, whole: str) -> None:
        from app.ui.transcript import highlight

        colours = highlight.DARK if theme().dark else highlight.LIGHT
        self._lines = whole.split("\n")
        self._runs = highlight.colour_runs(whole, "python", colours)

    def _again(self) -> None:
        self._letters = -1
        self.rehighlight()


class CodeEdit(QPlainTextEdit):
    """Code in its own font.

    Args:
        name: the object name.
        words: the accessible name.
        read_only: whether it is to be read only.
        coloured: whether it is Python; False for what a program prints.

    Signals:
        edited: a person changed the text.
        run_requested: Ctrl+Enter (or Shift+Enter) was pressed.
    """

    edited = Signal(str)
    run_requested = Signal()

    def __init__(
        self,
        name: str,
        words: str,
        *,
        read_only: bool = False,
        coloured: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setProperty("kind", "code")
        self.setReadOnly(read_only)
        self.setUndoRedoEnabled(not read_only)
        self.setTabChangesFocus(read_only)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._setting = False
        self._shown = ""
        if coloured:
            _Colours(self.document())
        self.textChanged.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Show this, without telling anyone."""
        if text == self._shown and text == self.toPlainText():
            return
        self._setting = True
        self._shown = text
        self.setPlainText(text)
        self._setting = False

    def height_of_lines(self, least: int, most: int) -> int:
        """The height for the lines that there are, within bounds."""
        lines = max(least, min(most, max(1, self.document().blockCount())))
        return (
            round(QFontMetricsF(self.font()).lineSpacing() * lines + 2 * self.document().documentMargin())
            + 14
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter runs, Tab indents, Escape lets the keyboard go on."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if enter and held:
            self.run_requested.emit()
            return
        if event.key() == Qt.Key.Key_Tab and not self.isReadOnly() and not event.modifiers():
            self.insertPlainText(" " * TAB)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if not self._setting:
            self._shown = self.toPlainText()
            self.edited.emit(self._shown)

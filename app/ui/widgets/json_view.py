"""JSON to read: indented, coloured, searchable by the usual keys, copied by one button. Large values are cut, copies not."""

from __future__ import annotations

import json
import re
from typing import Any

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.words import t

MOST_SHOWN = 200_000
_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?P<string>"(?:[^"\\]|\\.)*"?)|(?P<number>-?\b\d[\d.eE+-]*)'
    r"|(?P<word>\b(?:true|false|null)\b)"
)
_COLORS = {"key": "accent_text", "string": "success", "number": "warning", "word": "warning"}
_LONGEST_LINE = 20_000
_MOST_COLOURED = 40_000
"""A longer text stays uncoloured: for 200,000 characters that takes a fifth of a second."""


class JsonHighlighter(QSyntaxHighlighter):
    """Colours JSON line by line in the theme's colours."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._restyle()
        theme().changed.connect(self._restyle)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if len(text) > _LONGEST_LINE:
            return
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup
            if kind:
                self.setFormat(match.start(), match.end() - match.start(), self._formats[kind])

    def _restyle(self) -> None:
        for kind, token in _COLORS.items():
            style = QTextCharFormat()
            style.setForeground(theme().color(token))
            self._formats[kind] = style
        self.rehighlight()


class JsonView(QWidget):
    """Shows a value as JSON, read-only.

    Args:
        name: the object name; the text itself is ``<name>_text``.
        title: stands above it.
    """

    def __init__(self, name: str, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._whole = ""
        self._title = Label(title, "small", name=f"{name}_title")
        self.text = QPlainTextEdit()
        self.text.setObjectName(f"{name}_text")
        self.text.setAccessibleName(title or "JSON")
        self.text.setProperty("kind", "code")
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.copy = IconButton(f"{name}_copy", "copy", t("Copy {0}").format(title or "JSON"))
        self.copy.clicked.connect(lambda: copy_text(self._whole))
        self._highlighter = JsonHighlighter(self.text.document())
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    @property
    def whole(self) -> str:
        """All of the text, as it is copied."""
        return self._whole

    def set_title(self, title: str) -> None:
        """Change what stands above it."""
        self._title.setText(title)
        self.text.setAccessibleName(title or "JSON")
        self.copy.set_words(t("Copy {0}").format(title or "JSON"))

    def set_value(self, value: Any) -> None:
        """Show a value; a text that is JSON is shown as such, any other text as it is."""
        self._whole = pretty(value)
        shown = self._whole
        if len(shown) > MOST_SHOWN:
            rest = len(shown) - MOST_SHOWN
            shown = t("{0}\n… {1:,} more characters; Copy takes all of it.").format(shown[:MOST_SHOWN], rest)
        if shown != self.text.toPlainText():
            colours = self._highlighter.document() is not None
            if colours != (len(shown) <= _MOST_COLOURED):
                self.text.clear()
                self._highlighter.setDocument(None if colours else self.text.document())
            self.text.setPlainText(shown)


def pretty(value: Any) -> str:
    """Write a value as indented JSON; text that is no JSON stays as it is."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return str(value)
    try:
        return json.dumps(value, ensure_ascii=False, indent=2, default=str)
    except (ValueError, RecursionError, TypeError):
        return str(value)

"""A document's text with its chunks marked beside it, and the chunk (or passage) that is looked at marked on it.

Chunks overlap, so they are drawn as bars in two columns, even and odd ones. Only bars in sight are drawn: ten thousand
chunks cost no more than ten. Very long documents are shown in parts, of which the one that is needed is in the view.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from app.ui.theme import theme
from app.ui.words import said, t
from app.workbench.knowledge_entities import DocumentChunk

MOST_SHOWN = 600_000
"""Characters in the view at a time."""
COLUMN = 10
_BREAKS = re.compile("[\u2029\ufdd0\ufdd1\x00]")


MOST_TOLD = 400
"""So many characters of what is marked are read to who does not see the mark."""


def shown_text(text: str) -> str:
    """The text as Qt keeps it, with every character at its place: line ends become one character each."""
    return _BREAKS.sub(" ", text.replace("\r\n", " \n").replace("\r", "\n"))


class Positions:
    """Places of a text as Python counts them (characters) and as Qt does (UTF-16 units)."""

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", text)]

    def to_qt(self, position: int) -> int:
        """A character's place in Qt's count."""
        return position + bisect.bisect_left(self._wide, position)

    def from_qt(self, position: int) -> int:
        """A place in Qt's count as a character's."""
        low, high = 0, len(self._wide)
        while low < high:  # the number of wide characters that lie wholly before it
            middle = (low + high) // 2
            if self._wide[middle] + middle + 1 < position:
                low = middle + 1
            else:
                high = middle
        return position - low


class _Gutter(QWidget):
    """The strip with the chunks' bars."""

    def __init__(self, text: DocumentText) -> None:
        super().__init__(text)
        self._text = text
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(t("Chunks beside the text"))

    def sizeHint(self) -> QSize:
        return QSize(self._text.gutter_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_gutter(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._text.chunk_at(event.position())
        if found >= 0:
            self._text.chunk_clicked.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._text.chunk_at(event.position())
        tip = self._text.tip(found) if found >= 0 else ""
        QToolTip.showText(event.globalPosition().toPoint(), tip, self)


class DocumentText(QPlainTextEdit):
    """Read-only text with chunks.

    Signals:
        chunk_clicked: a bar was clicked; the chunk's place in the list.
        place_clicked: the text was clicked; the character's place in the document.
    """

    chunk_clicked = Signal(int)
    place_clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(t("Text of the document"))
        self.setProperty("kind", "bare")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(8)
        self._whole = ""
        self._base = self._end = 0
        self._positions = Positions("")
        self._chunks: Sequence[DocumentChunk] = ()
        self._starts: list[int] = []
        self._current = -1
        self._marked: tuple[int, int] | None = None
        self._focus: tuple[int, int] | None = None
        self._gutter = _Gutter(self)
        self._gutter.setObjectName(f"{name}_gutter")
        self.updateRequest.connect(self._scrolled)
        theme().changed.connect(self._restyle)
        self._restyle()

    # -- for the owner -------------------------------------------------------------------------------------------

    def show_document(self, text: str, chunks: Sequence[DocumentChunk]) -> None:
        """Show another document from its beginning."""
        self._whole = text
        self._chunks = chunks
        self._starts = [chunk.start for chunk in chunks]
        self._current, self._marked, self._focus = -1, None, None
        self._show_part(0)
        self.setViewportMargins(self.gutter_width, 0, 0, 0)

    def mark(self, current: int, start: int, end: int, focus: tuple[int, int] | None = None) -> None:
        """Mark a place and bring it into sight.

        Args:
            current: the chunk whose bar stands out, -1 for none.
            start: the place's first character.
            end: behind its last one.
            focus: a part of it that is marked more strongly, and brought into sight first.
        """
        if not self._base <= start < self._end or (end > self._end and end - start < MOST_SHOWN):
            self._show_part(max(0, start - MOST_SHOWN // 4))
        self._current, self._marked, self._focus = current, (start, end), focus
        self._mark_text()
        told = " ".join((self.focused_text or self.marked_text)[:MOST_TOLD].split())
        self.setAccessibleDescription(told)  # colours behind a text are not told to who does not see them
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._qt(focus[0] if focus is not None else start))
        self.setTextCursor(cursor)
        line = self.cursorRect(cursor)
        if not 0 <= line.top() <= self.viewport().height() // 2:
            self.verticalScrollBar().setValue(max(0, cursor.block().firstLineNumber()))
            self.centerCursor()
            room = self.cursorRect(cursor).top() - self.fontMetrics().lineSpacing() * 2
            if room > 0 and self.fontMetrics().lineSpacing():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + room // self.fontMetrics().lineSpacing())
        self._gutter.update()

    @property
    def marked_text(self) -> str:
        """The characters that are marked now."""
        return "".join(selection.cursor.selectedText() for selection in self.extraSelections()[:1])

    @property
    def focused_text(self) -> str:
        """The part of them that is marked more strongly."""
        return "".join(selection.cursor.selectedText() for selection in self.extraSelections()[1:])

    @property
    def part_words(self) -> str:
        """Which part of a very long document is in the view, "" where it is all of it."""
        if len(self._whole) <= MOST_SHOWN:
            return ""
        return t("Characters {0:,} to {1:,} of {2:,}").format(self._base + 1, self._end, len(self._whole))

    def tip(self, position: int) -> str:
        """What a chunk's bar says."""
        chunk = self._chunks[position]
        parts = [t("Chunk {0}").format(chunk.index + 1), t("{0:,} tokens").format(chunk.tokens), chunk.place]
        words = " · ".join(part for part in parts if part)
        return f"{words}\n{said(chunk.dropped)}" if chunk.dropped else words

    @property
    def gutter_width(self) -> int:
        """Room for two columns of bars."""
        return 2 * COLUMN + 8 if self._chunks else 0

    # -- text ----------------------------------------------------------------------------------------------------

    def _show_part(self, base: int) -> None:
        length = len(self._whole)
        base = max(0, min(base, length - MOST_SHOWN)) if length > MOST_SHOWN else 0
        if base:  # begin a line
            base = (
                self._whole.rfind("\n", 0, base) + 1
                if self._whole.rfind("\n", 0, base) >= base - 4000
                else base
            )
        self._base, self._end = base, min(length, base + MOST_SHOWN)
        part = shown_text(self._whole[self._base : self._end])
        self._positions = Positions(part)
        self.setExtraSelections([])
        self.setPlainText(part)

    def _qt(self, position: int) -> int:
        inside = min(max(position, self._base), self._end) - self._base
        return min(self._positions.to_qt(inside), self.document().characterCount() - 1)

    def _mark_text(self) -> None:
        if self._marked is None:
            self.setExtraSelections([])
            return
        places = [(self._marked, "accent_soft")]
        if self._focus is not None:
            places.append((self._focus, "selection"))
        selections = []
        for (start, end), token in places:
            selection = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setBackground(theme().color(token))
            style.setForeground(theme().color("text"))
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._qt(start))
            cursor.setPosition(self._qt(end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, style
            selections.append(selection)
        self.setExtraSelections(selections)

    def _restyle(self) -> None:
        self.setFont(theme().font("body"))
        self._mark_text()
        self._gutter.update()

    # -- chunks --------------------------------------------------------------------------------------------------

    def _in_sight(self) -> list[int]:
        """The chunks whose text is (partly) in sight."""
        first = self._character_at(QPointF(0, 0))
        last = self._character_at(QPointF(self.viewport().width(), self.viewport().height()))
        end = bisect.bisect_right(self._starts, last)
        begin = end
        while begin > 0 and self._chunks[begin - 1].end > first:
            begin -= 1
        return list(range(begin, end))

    def _character_at(self, place: QPointF) -> int:
        cursor = self.cursorForPosition(place.toPoint())
        return self._base + self._positions.from_qt(cursor.position())

    def _bar(self, position: int) -> QRectF:
        """Where a chunk's bar is in the gutter."""
        chunk = self._chunks[position]
        top = self.cursorRect(self._cursor(max(chunk.start, self._base))).top()
        bottom = self.cursorRect(self._cursor(max(chunk.start, min(chunk.end, self._end) - 1))).bottom()
        left = 5 + (position % 2) * COLUMN
        return QRectF(left, max(-20, top) + 2, 4, max(6, min(self.height() + 20, bottom) - max(-20, top) - 4))

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._qt(position))
        return cursor

    def chunk_at(self, place: QPointF) -> int:
        """The chunk whose bar is at a place of the gutter, -1 if none."""
        for position in self._in_sight():
            if self._bar(position).adjusted(-4, 0, 4, 0).contains(place):
                return position
        return -1

    def paint_gutter(self, gutter: QWidget, event: QPaintEvent) -> None:
        """Draw the bars in sight."""
        painter = QPainter(gutter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme().color("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        for position in self._in_sight():
            chunk = self._chunks[position]
            token = "accent" if position == self._current else "warning" if chunk.dropped else "border_strong"
            painter.setBrush(theme().color(token))
            painter.drawRoundedRect(self._bar(position), 2, 2)
        painter.end()

    # -- Qt's side -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(QRect(area.left(), area.top(), self.gutter_width, area.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click (that selects nothing) chooses the chunk there."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.place_clicked.emit(self._character_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and arrows scroll; the owner has the keys for chunks."""
        super().keyPressEvent(event)

    def setPlainText(self, text: str) -> None:
        """Show a text; the gutter follows."""
        super().setPlainText(text)
        area = self.contentsRect()
        self._gutter.setGeometry(QRect(area.left(), area.top(), self.gutter_width, area.height()))

    def _scrolled(self, _area: QRect, _by: int) -> None:
        self._gutter.update()

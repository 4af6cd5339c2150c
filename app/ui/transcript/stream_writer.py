"""Writes an answer into its document while it streams: what is done is written once, only the tail is written anew."""

from __future__ import annotations

import dataclasses

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from app.ui.transcript.blocks import Block, BlockSplitter
from app.ui.transcript.document import (
    MOST_CODE_LINES,
    MessageDocument,
    Piece,
    code_format,
    prepare,
    write_piece,
)


class StreamWriter:
    """Keeps one document up to date with a text that grows.

    Args:
        document: empty, and written by nobody else.
    """

    def __init__(self, document: MessageDocument) -> None:
        self._document = document
        self._splitter = BlockSplitter()
        self._tail_start = 0
        self._before_tail = QTextBlockFormat()
        self._tail_codes = 0
        self._open_code: Block | None = None
        self._open_table: QTextTable | None = None
        self._tail_has_table = False
        self.finished = False

    def feed(self, text: str) -> None:
        """Add text."""
        if self.finished or not text:
            return
        done = self._splitter.feed(text)
        tail = self._splitter.tail
        if not done and self._grow_code(tail):
            return
        numbers = self._document.live_numbers
        self._replace_tail(
            [prepare(block, numbers) for block in done], [prepare(block, numbers) for block in tail]
        )
        last = tail[-1] if tail else None
        if len(tail) == 1 and last is not None and last.kind == "code" and not last.closed:
            self._open_code = last
            cursor = QTextCursor(self._document)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
            self._open_table = cursor.currentTable()

    def finish(self) -> None:
        """No more text comes: an unclosed fence counts as closed."""
        if self.finished:
            return
        self.finished = True
        rest = [dataclasses.replace(block, closed=True) for block in self._splitter.finish()]
        self._replace_tail([prepare(block, self._document.live_numbers) for block in rest], [])

    def _replace_tail(self, done: list[Piece], tail: list[Piece]) -> None:
        """Write anew from where the tail begins; what is done becomes part of what never changes again."""
        self._open_code = self._open_table = None
        tables = any(piece.has_table for piece in tail)
        cursor = QTextCursor(self._document)
        # One edit block is one layout instead of six. Not with tables: Qt crashes when one comes and goes within it.
        together = not (self._tail_has_table or tables or any(piece.has_table for piece in done))
        if together:
            cursor.beginEditBlock()
        cursor.setPosition(self._tail_start)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if cursor.blockFormat() != self._before_tail:
            cursor.setBlockFormat(self._before_tail)
        del self._document.codes[self._tail_codes :]
        for piece in done:
            write_piece(cursor, piece, self._document)
        self._tail_start = cursor.position()
        self._before_tail = cursor.blockFormat()
        self._tail_codes = len(self._document.codes)
        self._tail_has_table = tables
        for piece in tail:
            write_piece(cursor, piece, self._document)
        if together:
            cursor.endEditBlock()

    def _grow_code(self, tail: list[Block]) -> bool:
        """A fence that is still open only grows: add what is new, however long it is already."""
        old, table = self._open_code, self._open_table
        if old is None or table is None or len(tail) != 1:
            return False
        new = tail[0]
        if (
            new.kind != "code"
            or new.closed
            or new.language != old.language
            or not new.text.startswith(old.text)
        ):
            return False
        added = new.text[len(old.text) :]
        if added:
            if old.text.count("\n") < MOST_CODE_LINES:
                table.cellAt(1, 0).lastCursorPosition().insertText(added, code_format())
            self._document.codes[-1] = new.text
            self._open_code = new
        return True

"""Writes an answer into its document while it streams: what is done is written once, only the tail is written anew."""

from __future__ import annotations

import dataclasses

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from app.ui.transcript.blocks import Block, BlockSplitter
from app.ui.transcript.document import MessageDocument, code_format, write_block


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
        self.finished = False

    def feed(self, text: str) -> None:
        """Add text."""
        if self.finished or not text:
            return
        done = self._splitter.feed(text)
        tail = self._splitter.tail
        if not done and self._grow_code(tail):
            return
        cursor = self._cut_tail()
        self._write(cursor, done)
        self._tail_start = cursor.position()
        self._before_tail = cursor.blockFormat()
        self._tail_codes = len(self._document.codes)
        self._write(cursor, tail)
        last = tail[-1] if tail else None
        if len(tail) == 1 and last is not None and last.kind == "code" and not last.closed:
            self._open_code = last
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
            self._open_table = cursor.currentTable()

    def finish(self) -> None:
        """No more text comes: an unclosed fence counts as closed."""
        if self.finished:
            return
        self.finished = True
        rest = [dataclasses.replace(block, closed=True) for block in self._splitter.finish()]
        self._write(self._cut_tail(), rest)

    def _cut_tail(self) -> QTextCursor:
        self._open_code = self._open_table = None
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._tail_start)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self._before_tail)
        del self._document.codes[self._tail_codes :]
        return cursor

    def _write(self, cursor: QTextCursor, blocks: list[Block]) -> None:
        # Not in one edit block: Qt crashes when a table comes and goes within one.
        for block in blocks:
            write_block(cursor, block, self._document)

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
            table.cellAt(1, 0).lastCursorPosition().insertText(added, code_format())
            self._document.codes[-1] = new.text
            self._open_code = new
        return True

"""Splits Markdown that is still being written into blocks that are done and a tail that may still change.

A finished block never changes again, whatever follows, so it is rendered once; only the tail is rendered anew while text
streams in. A block is a paragraph, a heading, a table, a quote, a list with all its items, or one fenced code block. A
fence always stands alone, also inside a list: the list then goes on as a new block whose numbers continue. So does a very
long list; a very long table goes on with its head repeated.

Not seen: reference links (``[a][b]`` with its target in another block) stay as they are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "code"]

_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^\r\n]*)$")
_LIST_ITEM = re.compile(r"^[ \t]*([-*+]|\d{1,9}[.)])([ \t]+|$)")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
MOST_LINES = 100
"""A longer table, list or paragraph is written as several: only the last is written anew while text streams in."""
_HEADING = re.compile(r"^ {0,3}#{1,6}([ \t]|$)")


@dataclass(frozen=True)
class Block:
    """One block. ``code`` blocks have their text without fences and the fence's word as ``language``.

    ``closed`` is false only for code whose closing fence has not come (yet).
    """

    kind: Kind
    text: str
    language: str = ""
    closed: bool = True


class BlockSplitter:
    """Takes text piece by piece (:meth:`feed`); the pieces may be cut anywhere."""

    def __init__(self) -> None:
        self._partial = ""  # the line that has no end yet
        self._lines: list[str] = []  # whole lines of the block that is being written
        self._fence: re.Match[str] | None = None
        self._list = False
        self._blank = 0  # blank lines since the last line of the block

    def feed(self, text: str) -> list[Block]:
        """Take more text; returns the blocks that are done now."""
        done: list[Block] = []
        lines = (self._partial + text).split("\n")
        self._partial = lines.pop()
        for line in lines:
            self._take(line.rstrip("\r"), done)
        return done

    def finish(self) -> list[Block]:
        """End of text: everything that is left, an unclosed fence included."""
        done: list[Block] = []
        if self._partial:
            line, self._partial = self._partial, ""
            self._take(line.rstrip("\r"), done)
        self._close(done, closed=self._fence is None)
        return done

    @property
    def tail(self) -> list[Block]:
        """What is not done yet, as blocks to show for now (none, one or two)."""
        trial = BlockSplitter()
        trial._lines, trial._fence = list(self._lines), self._fence
        trial._list, trial._blank, trial._partial = self._list, self._blank, self._partial
        return trial.finish()

    # -- lines ---------------------------------------------------------------------------------------------------

    def _take(self, line: str, done: list[Block]) -> None:
        if self._fence is not None:
            if self._closes(line):
                self._close(done, closed=True)
            else:
                self._lines.append(self._unindent(line))
            return
        fence = _FENCE.match(line)
        if fence and not ("`" in fence[3] and fence[2][0] == "`"):
            self._close(done)
            self._fence = fence
            return
        if not line.strip():
            self._blank += 1
            return
        if self._lines and self._begins_block(line):
            self._close(done)
        if len(self._lines) >= MOST_LINES:
            self._go_on(line, done)
        if self._lines:
            self._lines.extend([""] * min(self._blank, 1))
        else:
            self._list = bool(_LIST_ITEM.match(line))
        self._blank = 0
        self._lines.append(line)
        if _HEADING.match(line) and len(self._lines) == 1:
            self._close(done)

    def _go_on(self, line: str, done: list[Block]) -> None:
        """A block is long: let it end here if ``line`` can go on in another of its kind."""
        table = len(self._lines) > 1 and "|" in self._lines[0] and _TABLE_RULE.match(self._lines[1])
        if table:
            head = self._lines[:2]
            self._close(done)
            self._lines = head
        elif not self._list or (_LIST_ITEM.match(line) and not line.startswith((" ", "\t"))):
            self._close(done)

    def _begins_block(self, line: str) -> bool:
        """Whether ``line`` belongs to the next block."""
        if _HEADING.match(line):
            return True
        item = bool(_LIST_ITEM.match(line))
        if self._list:
            # Items and indented lines go on with the list; after a blank line anything else is a new block.
            return bool(self._blank) and not item and not line.startswith((" ", "\t"))
        # Without a blank line, a list may follow its introduction directly.
        return bool(self._blank) or item

    def _closes(self, line: str) -> bool:
        assert self._fence is not None
        mark = line.strip()
        opened = self._fence[2]
        return len(mark) >= len(opened) and set(mark) == {opened[0]}

    def _unindent(self, line: str) -> str:
        assert self._fence is not None
        indent = self._fence[1]
        return line[len(indent) :] if indent and line.startswith(indent) else line

    def _close(self, done: list[Block], *, closed: bool = True) -> None:
        if self._fence is not None:
            language = self._fence[3].strip().split(" ")[0].strip("{}.").lower()
            done.append(Block("code", "\n".join(self._lines), language, closed))
        elif self._lines:
            done.append(Block("text", "\n".join(self._lines)))
        self._lines, self._fence, self._list, self._blank = [], None, False, 0


def split(text: str) -> list[Block]:
    """Split a whole text."""
    splitter = BlockSplitter()
    return [*splitter.feed(text), *splitter.finish()]

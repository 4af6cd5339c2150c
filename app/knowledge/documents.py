"""What a file becomes when it is read: one text, and where each part of it stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

HEADING_LENGTH = 200
_PATH_SEPARATOR = " › "


class Unreadable(Exception):
    """A file that cannot be used, with the reason in words.

    ``code`` is what the API calls it: ``invalid_file`` (damaged, empty, locked: this very file) or
    ``unsupported_file`` (nothing of its kind can be read).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def invalid(message: str) -> Unreadable:
    """An error for a file that is damaged, empty, too large or locked."""
    return Unreadable("invalid_file", message)


def unsupported(message: str) -> Unreadable:
    """An error for a kind of file that cannot be read."""
    return Unreadable("unsupported_file", message)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text with one place: it reaches from ``start`` to the next block's start.

    ``page`` counts from 1 (a slide's number for slides); ``line`` is the line (a table's row) at ``start``, and each
    newline in the block adds one; ``heading`` is an index into the document's headings. None where the file has none.
    """

    start: int
    page: int | None = None
    line: int | None = None
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands."""

    page: int | None
    line: int | None
    heading: int | None


@dataclass(frozen=True)
class Document:
    """The text of a file. ``kind`` names its type (``pdf``, ``docx``, ``text`` …), ``notes`` what was left out and why."""

    text: str
    kind: str
    blocks: tuple[Block, ...] = ()
    headings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def page_starts(self) -> tuple[tuple[int, int], ...]:
        """The number of each page and where its text begins, in the order of the text."""
        found: dict[int, int] = {}
        for block in self.blocks:
            if block.page is not None:
                found.setdefault(block.page, block.start)
        return tuple(found.items())

    def places(self, offsets: list[int]) -> list[Place]:
        """Places of many character offsets, given in rising order."""
        starts = [block.start for block in self.blocks]
        found: list[Place] = []
        counted_block, counted_to, newlines = -1, 0, 0
        for offset in offsets:
            index = bisect_right(starts, offset) - 1
            if index < 0:
                found.append(Place(None, None, None))
                continue
            block = self.blocks[index]
            line = None
            if block.line is not None:
                if index != counted_block or offset < counted_to:
                    counted_block, counted_to, newlines = index, block.start, 0
                newlines += self.text.count("\n", counted_to, offset)
                counted_to = offset
                line = block.line + newlines
            found.append(Place(block.page, line, block.heading))
        return found


@dataclass
class Writer:
    """Collects the text of a document part by part, and remembers where each stands."""

    kind: str
    limit: int | None = None
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _headings: list[str] = field(default_factory=list)
    _path: list[tuple[int, str]] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _next_line: int | None = None

    def heading(self, level: int, title: str) -> None:
        """From here on the text stands under this heading; it closes all headings of its level and below."""
        title = " ".join(title.split())[:HEADING_LENGTH]
        if not title:
            return
        self._path = [(known, name) for known, name in self._path if known < level]
        self._path.append((level, title))
        self._headings.append(_PATH_SEPARATOR.join(name for _, name in self._path))

    def no_heading(self) -> None:
        """Close all headings."""
        self._path = []

    def add(self, text: str, *, page: int | None = None, line: int | None = None, end: str = "\n") -> None:
        """Append ``text`` and ``end``; ``line`` is the line of its first character."""
        if not text:
            return
        heading = len(self._headings) - 1 if self._path else None
        last = self._blocks[-1] if self._blocks else None
        if last is None or (last.page, last.heading) != (page, heading) or line != self._next_line:
            self._blocks.append(Block(self._length, page, line, heading))
        self._parts.append(text)
        self._length += len(text)
        if end:
            self._parts.append(end)
            self._length += len(end)
        self._next_line = None if line is None else line + text.count("\n") + end.count("\n")
        if self.limit is not None and self._length > self.limit:
            raise invalid(f"The file holds more than {self.limit:,} characters of text.")

    def note(self, text: str) -> None:
        """Say once what was left out."""
        if text not in self._notes:
            self._notes.append(text)

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    def finish(self) -> Document:
        """The document; its text ends without white space of its own making."""
        text = "".join(self._parts)
        return Document(text, self.kind, tuple(self._blocks), tuple(self._headings), tuple(self._notes))

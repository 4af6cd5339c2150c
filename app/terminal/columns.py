"""Texts side by side in a terminal, growing while they are read.

Widths are those of terminal cells: East Asian characters take two, combining ones none, emoji sequences count as one
sign. What a model writes can never steer the terminal: control characters and direction overrides are shown as marks.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from wcwidth import iter_graphemes, wcswidth

SEPARATOR = " │ "
NARROWEST = 24
"""Columns narrower than this are unreadable: then the lanes are written one after the other."""
TAB = "    "
_CHUNK = 512

_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UP = "\x1b[{}A"
_CLEAR = "\r\x1b[J"
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def harmless(text: str) -> str:
    """The text without anything that steers a terminal: tabs become spaces, other control characters marks."""
    text = text.replace("\r\n", "\n").replace("\t", TAB)
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def cells(text: str) -> int:
    """How many cells a line takes; what has no width of its own counts as none."""
    return len(text) if text.isascii() else max(0, wcswidth(text))


def fit(text: str, width: int) -> str:
    """The line cut or filled up with spaces to exactly ``width`` cells."""
    taken = cells(text)
    if taken <= width:
        return text + " " * (width - taken)
    kept, used = "", 0
    for sign in iter_graphemes(text):
        size = cells(sign)
        if used + size > width - 1:
            break
        kept, used = kept + sign, used + size
    return f"{kept}…" + " " * (width - used - 1)


class Wrapped:
    """A growing text, wrapped at ``width`` cells, at spaces where it can be.

    Only its last line may still change when text is added: everything before it is final.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._done: list[str] = []
        self._open = ""  # the source line that is still growing, from its last final break on
        self._pending = ""  # a carriage return whose line feed has not come yet

    def add(self, text: str) -> None:
        """Add a piece at the end."""
        text = self._pending + text
        self._pending = "\r" if text.endswith("\r") else ""
        first, *rest = harmless(text.removesuffix("\r") if self._pending else text).split("\n")
        self._grow(first)
        for line in rest:
            self._done.append(self._open)
            self._open = ""
            self._grow(line)

    @property
    def lines(self) -> list[str]:
        """All lines; the last one may still change."""
        return [*self._done, self._open]

    @property
    def final(self) -> int:
        """How many lines will not change any more."""
        return len(self._done)

    def _grow(self, piece: str) -> None:
        for start in range(
            0, max(1, len(piece)), _CHUNK
        ):  # in chunks: a megabyte without a line break stays quick
            line = self._open + piece[start : start + _CHUNK]
            while cells(line) > self._width:
                head, line = _break(line, self._width)
                self._done.append(head)
            self._open = line


def _signs(line: str, width: int) -> Iterator[str]:
    """The line's signs as a reader sees them; one that is wider than a line (a letter with many modifiers) in parts."""
    for sign in iter_graphemes(line):
        if len(sign) > 1 and cells(sign) > width:
            yield from sign
        else:
            yield sign


def _break(line: str, width: int) -> tuple[str, str]:
    """Split a line that is too long: at its last space that fits, else between two signs."""
    used = position = 0
    space = -1
    for sign in _signs(line, width):
        size = cells(sign)
        if sign == " " and position:
            space = position
        if used + size > width and position:
            break
        used, position = used + size, position + len(sign)
    if 0 < space <= position and line[:space].strip():
        return line[:space].rstrip(" "), line[space + 1 :]
    return line[:position], line[position:]


def wrap(text: str, width: int) -> list[str]:
    """A whole text, wrapped."""
    wrapped = Wrapped(width)
    wrapped.add(text)
    return wrapped.lines


class Screen:
    """Writes columns to a terminal: rows that are final scroll away as ordinary text, the rest is redrawn in place.

    Args:
        titles: one for each column.
        stream: where to write; its encoding decides what can be shown.
        size: width and height in cells, for tests; asked of the terminal each time otherwise.
        colours: whether to use bold, dim and red.
    """

    def __init__(
        self,
        titles: Sequence[str],
        stream: TextIO | None = None,
        *,
        size: tuple[int, int] | None = None,
        colours: bool = True,
    ) -> None:
        self._stream = stream or sys.stdout
        self._size = size
        self._colours = colours
        self._width, _ = self._measure()
        self._column = column_width(self._width, len(titles))
        self._texts = [Wrapped(self._column) for _ in titles]
        self._ended = [False] * len(titles)
        self._notes = [""] * len(titles)
        self._written = 0  # rows that scrolled away
        self._drawn = 0  # rows on screen that are redrawn
        self._say(self._row(titles, _BOLD))
        self._say(SEPARATOR.replace(" ", "─").replace("│", "┼").join("─" * self._column for _ in titles))

    def add(self, column: int, text: str) -> None:
        """Add text to a column; shown with the next :meth:`draw`."""
        self._texts[column].add(text)

    def note(self, column: int, text: str) -> None:
        """Show a line of news under a column (it is replaced by the next)."""
        self._notes[column] = " ".join(harmless(text).split())

    def end(self, column: int) -> None:
        """The column's text is complete."""
        self._ended[column] = True

    def draw(self) -> None:
        """Bring the screen up to date."""
        out = [_UP.format(self._drawn) + _CLEAR if self._drawn else _CLEAR]
        rows = max(len(wrapped.lines) for wrapped in self._texts)
        final = min(
            rows if ended else wrapped.final for wrapped, ended in zip(self._texts, self._ended, strict=True)
        )
        out.extend(f"{self._text_row(row)}\n" for row in range(self._written, final))
        self._written = max(self._written, final)
        _, height = self._measure()
        room = max(1, height - 3)
        live = [self._text_row(row) for row in range(self._written, rows)][-room:]
        live.append(self._row(self._notes, _DIM))
        out.extend(f"{line}\n" for line in live)
        self._drawn = len(live)
        self._write("".join(out))

    def close(self) -> None:
        """Write what is left; nothing is redrawn any more."""
        self._ended = [True] * len(self._ended)
        self._notes = [""] * len(self._notes)
        self.draw()
        self._write(_UP.format(1) + _CLEAR)
        self._drawn = 0

    def _text_row(self, row: int) -> str:
        parts = [lines[row] if row < len(lines) else "" for lines in (w.lines for w in self._texts)]
        return self._row(parts, "")

    def _row(self, parts: Sequence[str], style: str) -> str:
        shown = [fit(part, self._column) for part in parts]
        if style and self._colours:
            shown = [f"{style}{part}{_PLAIN}" for part in shown]
        return SEPARATOR.join(shown).rstrip()

    def _measure(self) -> tuple[int, int]:
        if self._size is not None:
            return self._size
        found = shutil.get_terminal_size((80, 24))
        return found.columns, found.lines

    def _say(self, line: str) -> None:
        self._write(f"{line}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def column_width(width: int, columns: int) -> int:
    """Cells of each of so many columns in a terminal of ``width`` cells."""
    return (width - 1 - len(SEPARATOR) * (columns - 1)) // columns


def fits(width: int, columns: int) -> bool:
    """Whether so many columns are readable side by side."""
    return column_width(width, columns) >= NARROWEST


def table(rows: Sequence[tuple[str, Sequence[str]]], titles: Sequence[str], width: int) -> list[str]:
    """Lines of a table: a name and a value for each column in each row, as narrow as they allow, at most ``width`` wide."""
    names = max((cells(name) for name, _ in rows), default=0)
    room = max(8, (width - 1 - names) // max(1, len(titles)) - 2)
    widths = [
        min(room, max(cells(titles[i]), *(cells(values[i]) for _, values in rows))) if rows else room
        for i in range(len(titles))
    ]

    def line(name: str, values: Sequence[str]) -> str:
        parts = [fit(name, names), *(fit(v, w) for v, w in zip(values, widths, strict=True))]
        return "  ".join(parts).rstrip()

    return [line("", titles), *(line(name, values) for name, values in rows)]

"""A terminal that understands what our screen writes: enough of VT100 to see what a person would see."""

from __future__ import annotations

import io
import re

from wcwidth import iter_graphemes

from app.terminal.columns import cells

_TOKEN = re.compile(r"\x1b\[(\d*)([A-Za-z])|\n|\r|[^\x1b\n\r]+")


class Terminal(io.StringIO):
    """Keeps all lines ever written (scrollback and screen); the cursor cannot leave the last ``height`` of them."""

    encoding = "utf-8"  # type: ignore[assignment]

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.lines: list[str] = [""]
        self.row = self.column = 0

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        position = 0
        while position < len(text):
            token = _TOKEN.match(text, position)
            assert token is not None, text[position : position + 20]
            position = token.end()
            if token[2]:
                self._command(token[2], token[1])
            elif token[0] == "\n":
                self.row, self.column = self.row + 1, 0
                if self.row == len(self.lines):
                    self.lines.append("")
            elif token[0] == "\r":
                self.column = 0
            else:
                self._put(token[0])
        return len(text)

    def _command(self, name: str, number: str) -> None:
        if name == "A":
            top = max(0, len(self.lines) - self.height)
            self.row = max(top, self.row - int(number or 1))
            assert self.row >= top
        elif name == "J":
            self.lines = [*self.lines[: self.row], self.lines[self.row][: self.column]]
        elif name == "K":
            self.lines[self.row] = self.lines[self.row][: self.column]
        else:
            assert name == "m", name

    def _put(self, text: str) -> None:
        line = self.lines[self.row]
        assert self.column == cells(line) or self.column == 0, "written over what stands there"
        if self.column == 0:
            line = ""
        for sign in iter_graphemes(text):
            line += sign
        assert cells(line) <= self.width, f"a line of {cells(line)} cells would wrap: {line!r}"
        self.lines[self.row] = line
        self.column = cells(line)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).rstrip("\n")

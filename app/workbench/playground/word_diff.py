"""Differences between two answers, word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(r"\s+|[\w’']+|[^\w\s]", re.UNICODE)
LONG = 6000
"""Tokens together from which on whole lines are compared first, and words only in lines that differ."""

Kind = Literal["same", "changed", "only"]


@dataclass(frozen=True)
class Piece:
    """Some text of one side: the same on the other, written otherwise there, or not there at all."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class WordDiff:
    """Both sides whole, cut into pieces; ``similarity`` from 0 to 1 by words."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    similarity: float

    @property
    def differences(self) -> int:
        """How many places differ."""
        return sum(1 for side in (self.left, self.right) for piece in side if piece.kind == "only") + sum(
            1 for piece in self.left if piece.kind == "changed"
        )


def compare(left: str, right: str) -> WordDiff:
    """Compare two texts. Takes time for long ones: not for the window's own thread."""
    one, two = _TOKEN.findall(left), _TOKEN.findall(right)
    codes = _codes(one, two) if len(one) + len(two) <= LONG else _by_lines(left, right)
    shown: tuple[list[Piece], list[Piece]] = ([], [])
    same = 0
    for tag, a, b in codes:
        if tag == "equal":
            same += len(a.split())
        kind: Kind = "same" if tag == "equal" else "changed" if a and b else "only"
        for side, text in zip(shown, (a, b), strict=True):
            if text:
                side.append(Piece(kind, text))
    words = len(left.split()) + len(right.split())
    return WordDiff(_joined(shown[0]), _joined(shown[1]), 2 * same / words if words else 1.0)


def _codes(one: list[str], two: list[str]) -> list[tuple[str, str, str]]:
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    return [(tag, "".join(one[a:b]), "".join(two[c:d])) for tag, a, b, c, d in matcher.get_opcodes()]


def _by_lines(left: str, right: str) -> list[tuple[str, str, str]]:
    one, two = left.splitlines(keepends=True), right.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    found: list[tuple[str, str, str]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        before, after = "".join(one[a:b]), "".join(two[c:d])
        inner = _TOKEN.findall(before), _TOKEN.findall(after)
        if tag == "replace" and len(inner[0]) + len(inner[1]) <= LONG:
            found.extend(_codes(*inner))
        else:
            found.append((tag, before, after))
    return found


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)

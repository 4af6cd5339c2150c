"""Differences between two answers, word by word."""

from __future__ import annotations

import bisect
import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(r"\s+|[\w’']+|[^\w\s]", re.UNICODE)
SMALL = 60_000
"""Pairs of tokens that are compared each with each at most."""
RUNS = (1, 3, 6)
"""Lengths of the runs that fix the places in longer texts, one after the other."""

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
    codes = _joined_codes(_codes(one, two, (0, len(one), 0, len(two))))
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


def _codes(
    one: list[str], two: list[str], place: tuple[int, int, int, int], step: int = 0
) -> Iterator[tuple[str, str, str]]:
    """What became of ``one[a:b]`` in ``two[c:d]``, where ``place`` is (a, b, c, d).

    Short pieces are compared as ``difflib`` does. In long ones, runs of tokens that stand once in both are the fixed
    points (patience diff); what lies between them is shorter. So the time grows with the length, not with its square.
    """
    a, b, c, d = place
    start = a
    while a < b and c < d and one[a] == two[c]:
        a, c = a + 1, c + 1
    if a > start:
        yield "equal", "".join(one[start:a]), "".join(two[c - (a - start) : c])
    end = b
    while b > a and d > c and one[b - 1] == two[d - 1]:
        b, d = b - 1, d - 1
    if a == b or c == d:
        if a < b or c < d:
            yield "replace", "".join(one[a:b]), "".join(two[c:d])
    elif (b - a) * (d - c) <= SMALL:
        matcher = difflib.SequenceMatcher(None, one[a:b], two[c:d], autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            yield tag, "".join(one[a + i : a + j]), "".join(two[c + k : c + m])
    elif step == len(RUNS):
        yield "replace", "".join(one[a:b]), "".join(two[c:d])
    else:
        yield from _between(one, two, (a, b, c, d), step)
    if end > b:
        yield "equal", "".join(one[b:end]), "".join(two[d : d + end - b])


def _between(
    one: list[str], two: list[str], place: tuple[int, int, int, int], step: int
) -> Iterator[tuple[str, str, str]]:
    a, b, c, d = place
    before, behind = a, c
    for i, j in _anchors(one[a:b], two[c:d], RUNS[step]):
        if a + i >= before and c + j >= behind:
            yield from _codes(one, two, (before, a + i, behind, c + j), step + 1)
            yield "equal", one[a + i], two[c + j]
            before, behind = a + i + 1, c + j + 1
    yield from _codes(one, two, (before, b, behind, d), step + 1)


def _anchors(one: list[str], two: list[str], run: int) -> list[tuple[int, int]]:
    """Places of runs of tokens that stand once in both, as many as follow each other in both."""
    sides = []
    for tokens in (one, two):
        found: dict[tuple[str, ...], int] = {}
        for index in range(len(tokens) - run + 1):
            key = tuple(tokens[index : index + run])
            found[key] = -1 if key in found else index
        sides.append(found)
    pairs = [(i, sides[1][key]) for key, i in sides[0].items() if i >= 0 and sides[1].get(key, -1) >= 0]
    tails: list[int] = []  # the longest rising row of second places
    ends: list[int] = []
    back: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect.bisect_left(tails, j)
        back.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [j]
        ends[place : place + 1] = [number]
    chosen = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = back[number]
    return chosen[::-1]


def _joined_codes(codes: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Neighbours that are equal, or that are not, as one."""
    joined: list[tuple[str, str, str]] = []
    for tag, a, b in codes:
        kind = "equal" if tag == "equal" else "replace"
        if joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + a, joined[-1][2] + b)
        else:
            joined.append((kind, a, b))
    return joined


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)

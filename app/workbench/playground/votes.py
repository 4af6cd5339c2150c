"""Blind votes: which of several answers is better, without knowing whose they are; and the score that comes of it."""

from __future__ import annotations

import json
import math
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.ids import new_id
from app.workbench.journal import Journal

TIE, NONE = "tie", "none"
"""Winners of a vote that no contestant won: all were as good, or none was good."""

_Z = 1.959964
"""Quantile of the normal distribution for 95 %."""


@dataclass(frozen=True)
class Vote:
    """One decision. ``contestants`` are the lanes' names as people know them, ``winner`` one of them, or TIE or NONE."""

    contestants: tuple[str, ...]
    winner: str
    prompt: str = ""
    at: float = 0.0


@dataclass(frozen=True)
class Score:
    """How often a contestant won. ``share`` counts a tie as half a win; ``low`` and ``high`` bound it (95 %)."""

    name: str
    wins: int
    losses: int
    ties: int
    bad: int

    @property
    def votes(self) -> int:
        """All votes that it took part in."""
        return self.wins + self.losses + self.ties + self.bad

    @property
    def decided(self) -> int:
        """Votes that say something about who is better."""
        return self.wins + self.losses + self.ties

    @property
    def share(self) -> float | None:
        """Share of the decided votes that it won, None without any."""
        return (self.wins + self.ties / 2) / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float]:
        """Between what the share lies with 95 % confidence (Wilson's score interval)."""
        return wilson(self.wins + self.ties / 2, self.decided)


def wilson(wins: float, count: int) -> tuple[float, float]:
    """Wilson's score interval (95 %) of a share; (0, 1) when there is nothing to tell from.

    Source: E. B. Wilson, “Probable Inference, the Law of Succession, and Statistical Inference”, JASA 22 (1927).
    """
    if count <= 0:
        return 0.0, 1.0
    share = wins / count
    scale = 1 + _Z**2 / count
    middle = (share + _Z**2 / (2 * count)) / scale
    half = _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)


def score(votes: Iterable[Vote]) -> tuple[Score, ...]:
    """Everybody's score, the best share first."""
    tally: dict[str, list[int]] = {}
    for vote in votes:
        names = dict.fromkeys(vote.contestants)
        if len(names) < 2:
            continue  # the same on both sides tells nothing
        for name in names:
            place = {TIE: 2, NONE: 3}.get(vote.winner, 0 if vote.winner == name else 1)
            tally.setdefault(name, [0, 0, 0, 0])[place] += 1
    found = [Score(name, *counts) for name, counts in tally.items()]
    return tuple(sorted(found, key=lambda s: (-(s.share if s.share is not None else -1.0), s.name)))


class Votes:
    """The votes in the journal; methods raise ``StorageFailed``."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def add(self, comparison: str, prompt: str, contestants: Sequence[str], winner: str) -> None:
        """Keep a decision."""
        row = (new_id("vote"), time.time(), comparison, prompt, json.dumps(list(contestants)), winner)

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO votes (id, at, comparison, prompt, contestants, winner) VALUES (?,?,?,?,?,?)",
                row,
            )

        await self._journal.ask(write)

    async def list(self) -> tuple[Vote, ...]:
        """All votes, oldest first."""

        def read(connection: sqlite3.Connection) -> tuple[Vote, ...]:
            rows = connection.execute(
                "SELECT contestants, winner, prompt, at FROM votes ORDER BY at, id"
            ).fetchall()
            return tuple(Vote(tuple(json.loads(row[0])), row[1], row[2], row[3]) for row in rows)

        return await self._journal.ask(read)

    async def clear(self) -> None:
        """Begin the score anew."""

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM votes")

        await self._journal.ask(write)

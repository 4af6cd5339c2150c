"""One score out of words and vector, in 0 … 1.

Words: BM25 divided by the best candidate's, or by half of what a text full of the query's words could reach if that is
more, so that a text which merely shares a common word stays low. Vector: the cosine of the chunk's best window. The
score is their weighted mean. A chunk whose best window lies inside a better chunk (chunks overlap) says nothing new:
it keeps three quarters of its score, so that other passages come first, yet it is there when there is nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import InvalidInput
from app.knowledge.index.backend import Candidate, Candidates

REPEATED = 0.75
_ATTAINABLE = 0.5


@dataclass(frozen=True, slots=True)
class Weights:
    """How much vector and words count; only their ratio matters. Both must not be zero."""

    embedding: float = 0.6
    text: float = 0.4

    def __post_init__(self) -> None:
        if not (self.embedding >= 0 and self.text >= 0 and 0 < self.embedding + self.text < float("inf")):
            raise InvalidInput(
                "The weights of embedding and text must not be negative, nor both zero.",
                field="ranking_options.hybrid_search",
            )

    @property
    def text_share(self) -> float:
        """The words' part of the score, 0 … 1."""
        return self.text / (self.text + self.embedding)


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score and the score's parts, each in 0 … 1; ``repeats`` marks one that lost to an overlapping better one."""

    store: int
    candidate: Candidate
    score: float
    words: float
    vector: float
    repeats: bool = False


def fuse(found: Sequence[tuple[int, Candidates]], weights: Weights, *, has_vector: bool) -> list[Scored]:
    """Score the candidates of one or more stores and put the best first."""
    share = weights.text_share if has_vector else 1.0
    top = max((item.words for _, candidates in found for item in candidates.found), default=0.0)
    possible = max((candidates.best_words for _, candidates in found), default=0.0)
    full = max(top, _ATTAINABLE * possible)
    scored = []
    for store, candidates in found:
        for item in candidates.found:
            words = item.words / full if full > 0 else 0.0
            vector = min(1.0, max(0.0, item.cosine or 0.0))
            score = share * words + (1 - share) * vector
            if score > 0:
                scored.append(Scored(store, item, score, words, vector))
    scored.sort(key=_order)
    return sorted(_mark_repeats(scored), key=_order)


def _order(item: Scored) -> tuple[float, int, int]:
    return -item.score, item.store, item.candidate.chunk


def _mark_repeats(ranked: Sequence[Scored]) -> list[Scored]:
    shown: dict[int, set[int]] = {}
    marked = []
    for item in ranked:
        window = item.candidate.window
        windows = shown.setdefault(item.candidate.file, set())
        if window in windows:
            marked.append(
                Scored(
                    item.store, item.candidate, item.score * REPEATED, item.words, item.vector, repeats=True
                )
            )
            continue
        windows.update(range(item.candidate.first_window, item.candidate.last_window))
        marked.append(item)
    return marked

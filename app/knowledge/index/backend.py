"""The index's interface: SQLite by default, PostgreSQL or Qdrant where one machine is not enough.

An index keeps, for whole files, chunks with their words and the vectors of their windows, and names the best
candidates for a query, each with its raw scores. It knows nothing of states, attributes or jobs: filters reach it as
sets of file keys, and :mod:`app.knowledge.search` makes one score of the raw ones, so that every index ranks alike.
Methods block and may be called from any thread.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.knowledge.documents import Place
from app.knowledge.prepared import Prepared

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Vectors


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``files`` are the only file keys allowed (None: all). ``limit`` candidates are wanted by words and as many by vector."""

    text: str | None
    vector: Vectors | None
    files: Collection[int] | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk that may answer: BM25 of its words (0 when none was found, rising with relevance) and the cosine of its best window (None without a vector).

    ``window`` is that window's number within the file, ``first_window`` and ``last_window`` (exclusive) are the chunk's.
    """

    chunk: int
    file: int
    words: float
    cosine: float | None
    window: int | None
    first_window: int
    last_window: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """All candidates of one store; ``best_words`` is the most that any text could score for these words, 0 if unknown."""

    found: Sequence[Candidate]
    best_words: float = 0.0


@dataclass(frozen=True, slots=True)
class Passage:
    """The part of a chunk that matched best: its span in the document's text, and where it stands."""

    start: int
    end: int
    place: Place
    heading: str | None


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A chunk as it is kept: ``text`` is the document's text from ``start`` to ``end``, word for word."""

    key: int
    file: int
    ordinal: int
    start: int
    end: int
    tokens: int
    text: str
    begins: Place
    ends: Place
    heading: str | None


class IndexBackend(Protocol):
    """Keeps files' chunks and finds candidates. Keys of stores and files are numbers that are never used again."""

    def upsert(self, store: int, file: int, content: Prepared, vectors: Vectors) -> int:
        """Put a file in whole, in place of what was there under its key; returns the bytes it takes.

        ``vectors`` has a row for each of the content's windows. All or nothing, whatever happens meanwhile.
        """

    def delete_file(self, store: int, file: int) -> None:
        """Take a file out; nothing happens if it is not there."""

    def drop(self, store: int) -> None:
        """Take a store out with all its files."""

    def candidates(self, store: int, query: Query) -> Candidates:
        """The best chunks by words and by vector."""

    def fetch(self, store: int, wanted: Sequence[Candidate]) -> list[tuple[StoredChunk, Passage | None]]:
        """Texts and places of some candidates, in their order; those that are gone by now are left out."""

    def chunks(self, store: int, file: int) -> list[StoredChunk]:
        """All chunks of a file in their order."""

    def text(self, store: int, file: int) -> str:
        """A file's whole text."""

    def warm(self, store: int) -> None:
        """Make the next question to a store quick, if the index keeps anything in memory; may take seconds."""

    def count(self, store: int) -> int:
        """Chunks in a store."""

    def close(self) -> None:
        """Free memory and connections."""

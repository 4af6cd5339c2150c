"""A store in memory: every window's vector, compared exactly, and the scores of words that were asked for.

A hundred thousand windows of 384 numbers take 150 MB and about 15 ms a query. A word's scores are read from FTS5 when
it is first asked for and kept: BM25 of several words is the sum of theirs, so that common words, the slow ones, are
scored once. What was used last is kept, up to a limit; the rest is read again when it is needed.
"""

from __future__ import annotations

import os
import sys
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.float32]]
    Integers = np.ndarray[Any, np.dtype[np.int64]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

# Columns of the table of chunks: key, file, first window, one after the last, the file's first window (rows of the matrix).
KEY, FILE, FIRST, LAST, BASE = range(5)
_WORD_ENTRIES = 6_000_000
_DRIFT = 1.1  # kept scores are used until the store has grown by so much: rarity changes slowly

ReadWord = Callable[[str, int], Iterable[tuple[int, float]]]
"""``(word, after)`` → keys above ``after`` of the chunks that hold the word, and their scores."""


def load_numpy() -> None:
    """Load numpy with one thread for its products, if nobody has loaded it yet.

    Its threads wait for each other spinning: while anything else runs, a scan of 1.5 ms takes 30. Only loading reads
    the setting, and processes that are started later do not see it.
    """
    name = "OPENBLAS_NUM_THREADS"
    if "numpy" in sys.modules or name in os.environ:
        return
    os.environ[name] = "1"
    try:
        import numpy as np  # noqa: F401
    finally:
        del os.environ[name]


class FileRows(NamedTuple):
    """One file: its windows' vectors, and a row a chunk: key, first window, one after its last."""

    file: int
    vectors: Floats
    chunks: Integers


@dataclass(frozen=True, slots=True)
class Near:
    """A chunk and how near its best window is; windows are numbered within the file."""

    key: int
    file: int
    cosine: float | None
    window: int | None
    first_window: int
    last_window: int


@dataclass
class _Word:
    places: Integers
    scores: Floats
    upto: int


class StoreMemory:
    """Not thread-safe: the owner holds a lock while it changes or is asked."""

    def __init__(self, dimension: int) -> None:
        import numpy as np

        self.dimension = dimension
        self.revision = -1
        self._matrix = np.zeros((0, dimension), dtype=np.float32)
        self._used = 0
        self._chunks = np.zeros((0, 5), dtype=np.int64)
        self._files: dict[int, tuple[int, int]] = {}
        self._words: OrderedDict[str, _Word] = OrderedDict()
        self._words_from = 0
        self._word_entries = 0

    @property
    def files(self) -> set[int]:
        """Keys of the files inside."""
        return set(self._files)

    @property
    def chunk_count(self) -> int:
        """Chunks inside."""
        return len(self._chunks)

    @property
    def bytes(self) -> int:
        """Memory taken."""
        return int(self._matrix.nbytes + self._chunks.nbytes + 12 * self._word_entries)

    def add(self, files: Iterable[FileRows]) -> None:
        """Put files in."""
        import numpy as np

        added = []
        for item in files:
            needed = self._used + len(item.vectors)
            if needed > len(self._matrix):
                grown = np.zeros(
                    (max(needed, int(len(self._matrix) * 1.5)), self.dimension), dtype=np.float32
                )
                grown[: self._used] = self._matrix[: self._used]
                self._matrix = grown
            self._matrix[self._used : needed] = item.vectors
            rows = np.empty((len(item.chunks), 5), dtype=np.int64)
            rows[:, KEY], rows[:, FILE], rows[:, BASE] = item.chunks[:, 0], item.file, self._used
            rows[:, FIRST : LAST + 1] = item.chunks[:, 1:3] + self._used
            added.append(rows)
            self._files[item.file] = (self._used, needed)
            self._used = needed
        if not added:
            return
        last = int(self._chunks[-1, KEY]) if len(self._chunks) else 0
        fresh = np.concatenate(added)
        fresh = fresh[np.argsort(fresh[:, KEY], kind="stable")]
        in_order = not len(fresh) or int(fresh[0, KEY]) > last
        self._chunks = np.concatenate([self._chunks, fresh])
        if not in_order:
            self._chunks = self._chunks[np.argsort(self._chunks[:, KEY], kind="stable")]
        if not in_order or len(self._chunks) > _DRIFT * self._words_from + 100:
            self._forget_words()

    def remove(self, files: Collection[int]) -> None:
        """Take files out; the rest moves together."""
        import numpy as np

        gone = [file for file in files if file in self._files]
        if not gone:
            return
        keep = np.ones(self._used, dtype=bool)
        for file in gone:
            first, last = self._files.pop(file)
            keep[first:last] = False
        moved = np.concatenate([[0], np.cumsum(keep)])
        self._matrix = self._matrix[: self._used][keep]
        self._used = len(self._matrix)
        self._chunks = self._chunks[~np.isin(self._chunks[:, FILE], gone)]
        self._chunks[:, FIRST:] = moved[self._chunks[:, FIRST:]]
        self._files = {
            file: (int(moved[first]), int(moved[last])) for file, (first, last) in self._files.items()
        }
        self._forget_words()

    def allowed(self, files: Collection[int] | None) -> Mask | None:
        """Which chunks belong to some files (None: all do)."""
        import numpy as np

        if files is None:
            return None
        mask: Mask = np.isin(self._chunks[:, FILE], np.fromiter(files, dtype=np.int64, count=len(files)))
        return mask

    def by_words(
        self, words: Collection[str], read: ReadWord, allowed: Mask | None, limit: int
    ) -> tuple[dict[int, float], list[int]]:
        """The best chunks by the sum of their words' scores, as row numbers, and how many chunks hold each word."""
        import numpy as np

        sums = np.zeros(len(self._chunks), dtype=np.float32)
        holders = []
        for text in words:
            word = self._word(text, read)
            holders.append(len(word.places))
            sums[word.places] += word.scores
        if allowed is not None:
            sums *= allowed
        best = _largest(sums, limit)
        return {int(row): float(sums[row]) for row in best if sums[row] > 0}, holders

    def by_vector(
        self, vector: Floats, allowed: Mask | None, limit: int, also: Collection[int]
    ) -> dict[int, tuple[float, int]]:
        """The nearest chunks, and those in ``also``: row number → cosine of the best window, and that window's row."""
        import numpy as np

        if not len(self._chunks):
            return {}
        cosines = np.append(self._matrix[: self._used] @ vector, np.float32(-2))
        edges = self._chunks[:, FIRST : LAST + 1].ravel()
        # reduceat's odd results are the maxima of what lies between two chunks: not wanted.
        best = np.maximum.reduceat(cosines, edges)[::2]
        best[self._chunks[:, FIRST] >= self._chunks[:, LAST]] = -2
        ranked = best if allowed is None else np.where(allowed, best, np.float32(-2))
        rows = {int(row) for row in _largest(ranked, limit) if ranked[row] > -2}
        rows.update(row for row in also if best[row] > -2)
        found = {}
        for row in rows:
            first, last = self._chunks[row, FIRST : LAST + 1].tolist()
            found[row] = float(best[row]), first + int(np.argmax(cosines[first:last]))
        return found

    def near(self, row: int, cosine: float | None, window: int | None) -> Near:
        """A row of the table of chunks, as what it stands for."""
        key, file, first, last, base = self._chunks[row].tolist()
        return Near(key, file, cosine, None if window is None else window - base, first - base, last - base)

    def _word(self, text: str, read: ReadWord) -> _Word:
        import numpy as np

        newest = int(self._chunks[-1, KEY]) if len(self._chunks) else 0
        word = self._words.pop(text, None)
        self._word_entries -= len(word.places) if word is not None else 0
        if word is None or word.upto < newest:
            upto = word.upto if word else 0
            rows = np.fromiter(chain.from_iterable(read(text, upto)), dtype=np.float64).reshape(-1, 2)
            keys = rows[:, 0].astype(np.int64)
            places = np.searchsorted(self._chunks[:, KEY], keys)
            known = places < len(self._chunks)
            known[known] = self._chunks[places[known], KEY] == keys[known]
            scores = rows[:, 1].astype(np.float32)
            if word is not None:
                fresh = _Word(
                    np.concatenate([word.places, places[known]]),
                    np.concatenate([word.scores, scores[known]]),
                    newest,
                )
            else:
                fresh = _Word(places[known], scores[known], newest)
            word = fresh
        if not self._words:
            self._words_from = len(self._chunks)
        self._words[text] = word
        self._word_entries += len(word.places)
        while len(self._words) > 1 and self._word_entries > _WORD_ENTRIES:
            _, oldest = self._words.popitem(last=False)
            self._word_entries -= len(oldest.places)
        return word

    def _forget_words(self) -> None:
        self._words.clear()
        self._word_entries = 0


def _largest(values: Floats, limit: int) -> Integers:
    import numpy as np

    if len(values) > limit:
        rows: Integers = np.argpartition(-values, limit)[:limit]
        return rows
    return np.arange(len(values), dtype=np.int64)

"""A store in memory: every window's vector, and where the words that were asked for stand.

Which chunks hold a word, and how often, is read from FTS5 when the word is first asked for, and kept; BM25 is computed
here, of arrays, because FTS5's own looks every chunk's length up one by one. What was used last is kept, up to a limit;
the rest is read again when it is needed.
"""

from __future__ import annotations

import math
import os
import sys
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from app.knowledge.index.vectors import WindowVectors

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.float32]]
    Integers = np.ndarray[Any, np.dtype[np.int64]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

# Columns of the table of chunks: key, file, first window, one after the last, the file's first window (rows of the
# vectors), tokens.
KEY, FILE, FIRST, LAST, BASE, SIZE = range(6)
_WORD_ENTRIES = 10_000_000
_OVERSAMPLE = 4  # chunks that are compared exactly for each that is wanted, where the choice was an estimate
K1, B = 1.2, 0.75  # BM25's usual constants, FTS5's too
_COMMON = 1e-6  # the rarity of a word that stands in most chunks

ReadWord = Callable[[str, int], tuple["Integers", "Floats"]]
"""``(term, after)`` → keys above ``after`` of the chunks that hold the term, rising, and how often each does."""


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
    """One file: its windows' vectors, and a row a chunk: key, first window, one after its last, tokens."""

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
    places: Any  # int32: rows of the table of chunks
    counts: Any  # uint16: how often the word stands there
    upto: int
    weights: Any = None  # float32: what that is worth with the chunks' lengths of `weighed`
    weighed: int = -1


class StoreMemory:
    """Not thread-safe: the owner holds a lock while it changes or is asked."""

    def __init__(self, dimension: int) -> None:
        import numpy as np

        self.dimension = dimension
        self.revision = -1
        self._vectors = WindowVectors(dimension)
        self._chunks = np.zeros((0, 6), dtype=np.int64)
        self._norms = np.zeros(0, dtype=np.float32)
        self._lengths = 0
        self._edges = np.zeros(0, dtype=np.int64)
        self._empty: Any = None
        self._files: dict[int, tuple[int, int]] = {}
        self._words: OrderedDict[str, _Word] = OrderedDict()
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
        return int(self._vectors.nbytes + self._chunks.nbytes + 10 * self._word_entries)

    def add(self, files: Iterable[FileRows]) -> None:
        """Put files in."""
        import numpy as np

        added = []
        for item in files:
            used = len(self._vectors)
            self._vectors.append(item.vectors)
            rows = np.empty((len(item.chunks), 6), dtype=np.int64)
            rows[:, KEY], rows[:, FILE], rows[:, BASE] = item.chunks[:, 0], item.file, used
            rows[:, FIRST : LAST + 1] = item.chunks[:, 1:3] + used
            rows[:, SIZE] = item.chunks[:, 3]
            added.append(rows)
            self._files[item.file] = (used, len(self._vectors))
        if not added:
            return
        last = int(self._chunks[-1, KEY]) if len(self._chunks) else 0
        fresh = np.concatenate(added)
        fresh = fresh[np.argsort(fresh[:, KEY], kind="stable")]
        in_order = not len(fresh) or int(fresh[0, KEY]) > last
        self._chunks = np.concatenate([self._chunks, fresh])
        if not in_order:
            self._chunks = self._chunks[np.argsort(self._chunks[:, KEY], kind="stable")]
            self._forget_words()
        self._settle()

    def remove(self, files: Collection[int]) -> None:
        """Take files out; the rest moves together."""
        import numpy as np

        gone = [file for file in files if file in self._files]
        if not gone:
            return
        keep = np.ones(len(self._vectors), dtype=bool)
        for file in gone:
            first, last = self._files.pop(file)
            keep[first:last] = False
        moved = np.concatenate([[0], np.cumsum(keep)])
        self._vectors.keep(keep)
        self._chunks = self._chunks[~np.isin(self._chunks[:, FILE], gone)]
        self._chunks[:, FIRST : BASE + 1] = moved[self._chunks[:, FIRST : BASE + 1]]
        self._files = {
            file: (int(moved[first]), int(moved[last])) for file, (first, last) in self._files.items()
        }
        self._forget_words()
        self._settle()

    def _settle(self) -> None:
        import numpy as np

        self._lengths += 1
        sizes = self._chunks[:, SIZE].astype(np.float32)
        average = float(sizes.mean()) if len(sizes) else 1.0
        self._norms = (K1 * (1 - B + B * sizes / max(1.0, average))).astype(np.float32)
        self._edges = np.ascontiguousarray(self._chunks[:, FIRST : LAST + 1]).ravel()
        empty = np.flatnonzero(self._chunks[:, FIRST] >= self._chunks[:, LAST])
        self._empty = empty if len(empty) else None
        self._vectors.settle()

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
        found = [self._word(text, read) for text in words]
        holders = [len(word.places) for word in found]
        held = [word for word in found if len(word.places)]
        telling = [word for word in held if 2 * len(word.places) < len(self._chunks)]
        for word in telling or held:  # a word that most chunks hold tells next to nothing beside others
            if word.weighed != self._lengths:
                counts = word.counts.astype(np.float32)
                word.weights = counts / (counts + self._norms[word.places])
                word.weighed = self._lengths
            rarity = np.float32((K1 + 1) * rarity_of(len(self._chunks), len(word.places)))
            sums[word.places] += rarity * word.weights
        if allowed is not None:
            sums *= allowed
        best = _largest(sums, limit)
        return {int(row): float(sums[row]) for row in best if sums[row] > 0}, holders

    def by_vector(
        self, vector: Floats, allowed: Mask | None, limit: int, also: Collection[int]
    ) -> dict[int, tuple[float, int]]:
        """The nearest chunks, and those in ``also``: row number → cosine of the best window, and that window's row."""
        import numpy as np

        if not len(self._chunks) or not len(self._vectors):
            return {}
        near = np.append(self._vectors.estimates(vector), np.float32(-2))
        # reduceat's odd results are the maxima of what lies between two chunks: not wanted.
        best = np.maximum.reduceat(near, self._edges)[::2]
        if self._empty is not None:
            best[self._empty] = -2
        ranked = best if allowed is None else np.where(allowed, best, np.float32(-2))
        wanted = limit if self._vectors.is_exact else _OVERSAMPLE * limit
        chosen = _largest(ranked, wanted)
        rows = {int(row) for row in chosen if ranked[row] > -2}
        rows.update(row for row in also if best[row] > -2)
        if self._vectors.is_exact:
            return {row: self._best_window(row, near) for row in rows}
        return self._exact(sorted(rows), vector, limit, set(also))

    def _best_window(self, row: int, near: Floats) -> tuple[float, int]:
        first, last = self._chunks[row, FIRST : LAST + 1].tolist()
        window = first + int(near[first:last].argmax())
        return float(near[window]), window

    def _exact(
        self, rows: list[int], vector: Floats, limit: int, also: set[int]
    ) -> dict[int, tuple[float, int]]:
        """The ``limit`` nearest of some chunks by exact comparison, and those in ``also``, each with its best window."""
        import numpy as np

        spans = self._chunks[rows, FIRST : LAST + 1]
        sizes = spans[:, 1] - spans[:, 0]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        windows = np.repeat(spans[:, 0] - starts[:-1], sizes) + np.arange(int(starts[-1]))
        near = self._vectors.exact(windows, vector)
        best = np.maximum.reduceat(near, starts[:-1])
        chosen = {int(index) for index in _largest(best, limit)}
        chosen.update(index for index, row in enumerate(rows) if row in also)
        found = {}
        for index in chosen:
            at, end = int(starts[index]), int(starts[index + 1])
            place = at + int(near[at:end].argmax())
            found[rows[index]] = float(near[place]), int(windows[place])
        return found

    def near(self, row: int, cosine: float | None, window: int | None) -> Near:
        """A row of the table of chunks, as what it stands for."""
        key, file, first, last, base, _ = self._chunks[row].tolist()
        return Near(key, file, cosine, None if window is None else window - base, first - base, last - base)

    def load(self, term: str, read: ReadWord) -> None:
        """Read where a term stands, so that the next question with it is quick."""
        if self._word_entries < _WORD_ENTRIES:
            self._word(term, read)

    def _word(self, text: str, read: ReadWord) -> _Word:
        import numpy as np

        newest = int(self._chunks[-1, KEY]) if len(self._chunks) else 0
        word = self._words.pop(text, None)
        self._word_entries -= len(word.places) if word is not None else 0
        if word is None or word.upto < newest:
            keys, counts = read(text, word.upto if word else 0)
            places = np.searchsorted(self._chunks[:, KEY], keys)
            known = places < len(self._chunks)
            known[known] = self._chunks[places[known], KEY] == keys[known]
            places = places[known].astype(np.int32)
            counts = np.minimum(counts[known], 65_535).astype(np.uint16)
            if word is not None:
                places = np.concatenate([word.places, places])
                counts = np.concatenate([word.counts, counts])
            word = _Word(places, counts, newest)
        self._words[text] = word
        self._word_entries += len(word.places)
        while len(self._words) > 1 and self._word_entries > _WORD_ENTRIES:
            _, oldest = self._words.popitem(last=False)
            self._word_entries -= len(oldest.places)
        return word

    def _forget_words(self) -> None:
        self._words.clear()
        self._word_entries = 0


def rarity_of(chunks: int, holders: int) -> float:
    """What a word is worth that stands in ``holders`` of ``chunks`` chunks: BM25's, and next to nothing for a common word."""
    return max(_COMMON, math.log((chunks - holders + 0.5) / (holders + 0.5)))


def _largest(values: Floats, limit: int) -> Integers:
    import numpy as np

    if len(values) > limit:
        rows: Integers = np.argpartition(values, len(values) - limit)[-limit:]
        return rows
    return np.arange(len(values), dtype=np.int64)

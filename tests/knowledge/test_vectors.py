"""Vectors in memory: the short form chooses well, scores stay exact, and rows come and go."""

from __future__ import annotations

import numpy as np
import pytest

from app.knowledge.index.memory import FileRows, StoreMemory
from app.knowledge.index.vectors import WindowVectors


def clustered(count: int, dimension: int = 192, seed: int = 1) -> np.ndarray:
    """Vectors as texts give them: around topics, most of their differences in few directions."""
    chance = np.random.default_rng(seed)
    directions = chance.standard_normal((dimension, dimension)) * (0.97 ** np.arange(dimension))[:, None]
    rows = chance.standard_normal((count, dimension)) @ directions
    rows += 3 * (chance.standard_normal((40, dimension)) @ directions)[chance.integers(0, 40, count)]
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def memory_of(rows: np.ndarray, *, files: int, exact: bool) -> StoreMemory:
    """A store of files with chunks of two windows each, of which neighbours share one."""
    memory = StoreMemory(rows.shape[1])
    if not exact:
        memory._vectors = WindowVectors(rows.shape[1], exact_numbers=0)
    each = len(rows) // files
    key = 0

    def made(file: int) -> FileRows:
        nonlocal key
        chunks = [(key + n + 1, n, n + 2, 100) for n in range(each - 1)]
        key += len(chunks)
        return FileRows(file, rows[file * each : (file + 1) * each], np.array(chunks, dtype=np.int64))

    memory.add(made(file) for file in range(files))
    return memory


def test_the_short_form_finds_what_the_whole_one_finds() -> None:
    rows = clustered(12_000)
    exact = memory_of(rows, files=20, exact=True)
    short = memory_of(rows, files=20, exact=False)
    assert exact._vectors.is_exact
    assert not short._vectors.is_exact
    found = 0
    for query in clustered(50, seed=1)[:50]:
        best = exact.by_vector(query, None, 100, ())
        mine = short.by_vector(query, None, 100, ())
        top = sorted(best, key=lambda row: -best[row][0])[:10]
        found += len(set(top) & set(mine))
        assert len(mine) == 100
        for row in set(best) & set(mine):
            assert mine[row][0] == pytest.approx(best[row][0], abs=2e-3)
    assert found / 500 > 0.99


def test_chunks_asked_for_by_words_are_compared_exactly_too() -> None:
    rows = clustered(2_000)
    exact, short = memory_of(rows, files=4, exact=True), memory_of(rows, files=4, exact=False)
    also = [3, 700, 1500]
    best, mine = exact.by_vector(rows[5], None, 10, also), short.by_vector(rows[5], None, 10, also)
    for row in also:
        assert mine[row][0] == pytest.approx(best[row][0], abs=2e-3)
        assert mine[row][1] == best[row][1]


def test_rows_come_and_go() -> None:
    rows = clustered(3_000)
    vectors = WindowVectors(rows.shape[1], exact_numbers=1_000 * rows.shape[1])
    vectors.append(rows[:900])
    vectors.settle()
    assert vectors.is_exact
    vectors.append(rows[900:])
    vectors.settle()
    assert not vectors.is_exact
    near = vectors.exact(np.arange(3_000), rows[7])
    assert near == pytest.approx(rows @ rows[7], abs=2e-3)
    keep = np.zeros(3_000, dtype=bool)
    keep[::4] = True
    vectors.keep(keep)
    vectors.settle()
    assert vectors.is_exact
    assert len(vectors) == 750
    assert vectors.estimates(rows[8]) == pytest.approx(rows[::4] @ rows[8], abs=2e-3)

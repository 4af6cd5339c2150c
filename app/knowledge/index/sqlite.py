"""The default index: one SQLite file with rows, FTS5 words and vectors; an exact scan in memory for nearness.

A file goes in and out in one transaction. Each store has a words table of its own, so that a word's rarity is counted
within the store and dropping a store is quick. The words tables hold no text: chunks' texts are put together from
``head`` (what a chunk has before the next begins), which stores every character once, however much chunks overlap.
What :func:`app.knowledge.index.words.searchable` gives for a text must not change without a rebuild of the words
tables, because FTS5 needs the same words again to delete them.
"""

# ruff: noqa: S608 - the only thing put into statements is the number of a store

from __future__ import annotations

import json
import sqlite3
import struct
import threading
from collections import OrderedDict
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.core.errors import StorageFailed
from app.knowledge.database import Database
from app.knowledge.documents import Place
from app.knowledge.index.backend import Candidate, Candidates, Passage, Query, StoredChunk
from app.knowledge.index.memory import K1, FileRows, ReadWord, StoreMemory, load_numpy, rarity_of
from app.knowledge.index.words import Stems, query_terms, searchable, single_unspaced
from app.knowledge.prepared import Prepared, PreparedChunk

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Vectors
    from app.knowledge.index.vectors import Floats, Integers

_TOKENIZER = "porter unicode61 remove_diacritics 2"
_LARGE = 10_000  # chunks; in smaller stores every word is read in a few milliseconds
_FREQUENT = 1_500
_MEMORY_LIMIT = 768 * 1024 * 1024
_CHUNK_COLUMNS = (
    "key, file, ordinal, start, stop, tokens, page, line, heading, last_page, last_line, last_heading, head"
)


class SqliteIndex:
    """Implements :class:`app.knowledge.index.backend.IndexBackend` on the room's database."""

    def __init__(self, database: Database, *, memory_limit: int = _MEMORY_LIMIT) -> None:
        load_numpy()
        self._database = database
        self._memory_limit = memory_limit
        self._lock = threading.Lock()
        self._loaded: OrderedDict[int, StoreMemory] = OrderedDict()
        self._stems = Stems(_TOKENIZER)
        self._warming = threading.Lock()
        self._closed = False

    def upsert(self, store: int, file: int, content: Prepared, vectors: Vectors) -> int:
        """Put a file in whole, in one transaction."""
        import numpy as np

        heads = _heads(content)
        data = np.ascontiguousarray(vectors, dtype="<f2").tobytes()
        windows = np.ascontiguousarray(content.windows, dtype="<i4").tobytes()
        with self._database.transaction() as writing:
            self._delete(writing, store, file)
            writing.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS words_{store} USING fts5(text, content='', tokenize='{_TOKENIZER}')"
            )
            writing.execute(
                "INSERT INTO index_files (file, store, headings, windows, vectors, dimension) VALUES (?, ?, ?, ?, ?, ?)",
                (file, store, json.dumps(content.headings), windows, data, int(vectors.shape[1])),
            )
            first = writing.execute("SELECT seq FROM sqlite_sequence WHERE name = 'index_chunks'").fetchone()
            first_key = (first[0] if first else 0) + 1
            writing.executemany(
                "INSERT INTO index_chunks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (first_key + number, store, file, number, *_numbers(chunk), head)
                    for number, (chunk, head) in enumerate(zip(content.chunks, heads, strict=True))
                ),
            )
            writing.executemany(
                f"INSERT INTO words_{store}(rowid, text) VALUES (?, ?)",
                (
                    (first_key + number, searchable(content.text[chunk.start : chunk.end]))
                    for number, chunk in enumerate(content.chunks)
                ),
            )
            writing.execute("UPDATE stores SET revision = revision + 1 WHERE key = ?", (store,))
        return len(data) + len(windows) + len(content.text.encode("utf-8"))

    def delete_file(self, store: int, file: int) -> None:
        """Take a file out."""
        with self._database.transaction() as writing:
            if self._delete(writing, store, file):
                writing.execute("UPDATE stores SET revision = revision + 1 WHERE key = ?", (store,))

    def drop(self, store: int) -> None:
        """Take a store out with all its files."""
        with self._database.transaction() as writing:
            writing.execute(f"DROP TABLE IF EXISTS words_{store}")
            writing.execute("DELETE FROM index_chunks WHERE store = ?", (store,))
            writing.execute("DELETE FROM index_files WHERE store = ?", (store,))
        with self._lock:
            self._loaded.pop(store, None)

    def candidates(self, store: int, query: Query) -> Candidates:
        """The best chunks by words and by vector."""
        with self._database.snapshot() as reading, self._lock:
            memory = self._memory(reading, store)
            if memory is None:
                return Candidates([])
            allowed = memory.allowed(query.files)
            words: dict[int, float] = {}
            best_words = 0.0
            terms = self._terms(query.text) if query.text else []
            if terms:
                words, holders = memory.by_words(terms, self._reader(reading, store), allowed, query.limit)
                best_words = sum((K1 + 1) * rarity_of(memory.chunk_count, number) for number in holders)
            near: dict[int, tuple[float, int]] = {}
            if query.vector is not None and len(query.vector) == memory.dimension:
                near = memory.by_vector(query.vector, allowed, query.limit, words)
            found = []
            for row in {**near, **words}:
                chunk = memory.near(row, *near.get(row, (None, None)))
                found.append(
                    Candidate(
                        *(chunk.key, chunk.file, words.get(row, 0.0), chunk.cosine),
                        *(chunk.window, chunk.first_window, chunk.last_window),
                    )
                )
        return Candidates(found, best_words)

    def fetch(
        self,
        store: int,  # noqa: ARG002 - chunks' keys are enough here
        wanted: Sequence[Candidate],
    ) -> list[tuple[StoredChunk, Passage | None]]:
        """Texts and places of some candidates."""
        with self._database.snapshot() as reading:
            files = {candidate.file for candidate in wanted}
            headings = self._headings(reading, files)
            found = []
            for candidate in wanted:
                chunk = self._chunk(reading, candidate.chunk, headings)
                if chunk is None or candidate.file not in headings:
                    continue
                passage = None
                if candidate.window is not None:
                    passage = self._passage(reading, candidate, headings[candidate.file])
                found.append((chunk, passage))
        return found

    def chunks(self, store: int, file: int) -> list[StoredChunk]:
        """All chunks of a file."""
        with self._database.snapshot() as reading:
            headings = self._headings(reading, {file}).get(file, [])
            rows = reading.execute(
                f"SELECT {_CHUNK_COLUMNS} FROM index_chunks WHERE store = ? AND file = ? ORDER BY ordinal",
                (store, file),
            ).fetchall()
        following = [row[-1] for row in rows[1:]] + [""]
        return [_stored(row, after, headings) for row, after in zip(rows, following, strict=False)]

    def text(self, store: int, file: int) -> str:
        """A file's whole text."""
        rows = self._database.connection().execute(
            "SELECT head FROM index_chunks WHERE store = ? AND file = ? ORDER BY ordinal", (store, file)
        )
        return "".join(row[0] for row in rows)

    def count(self, store: int) -> int:
        """Chunks in a store."""
        row = (
            self._database.connection()
            .execute("SELECT count(*) FROM index_chunks WHERE store = ?", (store,))
            .fetchone()
        )
        return int(row[0])

    def close(self) -> None:
        """Free the vectors in memory; the database is closed by who opened it."""
        self._closed = True
        with self._warming, self._lock:
            self._loaded.clear()
        self._stems.close()

    def _delete(self, writing: sqlite3.Connection, store: int, file: int) -> bool:
        rows = writing.execute(
            f"SELECT {_CHUNK_COLUMNS} FROM index_chunks WHERE file = ? ORDER BY ordinal", (file,)
        ).fetchall()
        following = [row[-1] for row in rows[1:]] + [""]
        if rows:
            writing.executemany(
                f"INSERT INTO words_{store}(words_{store}, rowid, text) VALUES ('delete', ?, ?)",
                (
                    (row[0], searchable(_stored(row, after, []).text))
                    for row, after in zip(rows, following, strict=False)
                ),
            )
            writing.execute("DELETE FROM index_chunks WHERE file = ?", (file,))
        return bool(writing.execute("DELETE FROM index_files WHERE file = ?", (file,)).rowcount or rows)

    def _reader(self, reading: sqlite3.Connection, store: int) -> ReadWord:
        """Reads a word's chunks, and how often each holds it, from the store's words table.

        The numbers come as one text: a row each would cost Python more than the whole reading.
        """
        import numpy as np

        reading.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms_{store} USING fts5vocab(main, words_{store}, instance)"
        )
        matching = f"FROM words_{store} WHERE words_{store} MATCH ? AND rowid > ?"

        def numbers(sql: str, *parameters: object) -> Integers:
            text = reading.execute(sql, parameters).fetchone()[0]
            found: Integers = np.fromstring(text, dtype=np.int64, sep=",") if text else np.zeros(0, np.int64)
            return found

        def read(term: str, after: int) -> tuple[Integers, Floats]:
            phrase = term.startswith('"')
            match = term if phrase else f'"{term}"'
            if phrase or self._stems.of(term) == (term,):  # else the term, looked for, would be cut once more
                holders = reading.execute(f"SELECT count(*) {matching}", (match, after)).fetchone()[0]
                if phrase or 2 * holders > self._loaded_count(store):
                    # For a word that stands in most chunks, how often makes no difference.
                    keys = numbers(f"SELECT group_concat(rowid) {matching}", match, after)
                    return keys, np.ones(len(keys), dtype=np.float32)
            keys = numbers(
                f"SELECT group_concat(doc) FROM temp.terms_{store} WHERE term = ? AND doc > ?", term, after
            )
            first = np.flatnonzero(np.diff(keys, prepend=-1))
            counts = np.diff(np.append(first, len(keys))).astype(np.float32)
            return keys[first], counts

        return read

    def _terms(self, text: str) -> list[str]:
        """A question's words as the words table has them; what is no single term there is a phrase in quotes."""
        found = []
        for word in query_terms(text):
            stems = self._stems.of(word)
            if single_unspaced(word):
                found.append(f'"{word}"*')
            else:
                found.append(stems[0] if len(stems) == 1 else f'"{word}"')
        return found

    def warm(self, store: int) -> None:
        """Bring a store into memory, in large ones with where the most frequent words stand."""
        try:
            self.candidates(store, Query(None, None))
        except StorageFailed:
            if self._closed:
                return
            raise
        with self._warming:
            for term in self._frequent(store):
                if self._closed:
                    return
                with self._database.snapshot() as reading, self._lock:
                    memory = self._memory(reading, store)
                    if memory is None:
                        return
                    memory.load(term, self._reader(reading, store))

    def _frequent(self, store: int) -> list[str]:
        count = self._loaded_count(store)
        if count < _LARGE:
            return []
        with self._database.snapshot() as reading:
            reading.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.counts_{store} USING fts5vocab(main, words_{store}, row)"
            )
            rows = reading.execute(
                f"SELECT term FROM temp.counts_{store} WHERE doc BETWEEN ? AND ? ORDER BY doc DESC LIMIT ?",
                (count // 50, count, _FREQUENT),
            )
            return [row[0] for row in rows]

    def _loaded_count(self, store: int) -> int:
        memory = self._loaded.get(store)
        return memory.chunk_count if memory is not None else 0

    def _memory(self, reading: sqlite3.Connection, store: int) -> StoreMemory | None:
        """The store in memory, brought up to date; None while it has no files."""
        row = reading.execute(
            "SELECT revision, (SELECT dimension FROM index_files WHERE store = stores.key LIMIT 1) FROM stores WHERE key = ?",
            (store,),
        ).fetchone()
        if row is None or row[1] is None:
            self._loaded.pop(store, None)
            return None
        revision, dimension = row
        memory = self._loaded.pop(store, None)
        if memory is None or memory.dimension != dimension:
            memory = StoreMemory(dimension)
        if memory.revision != revision:
            now = {
                key
                for (key,) in reading.execute(
                    "SELECT file FROM index_files WHERE store = ? AND dimension = ?", (store, dimension)
                )
            }
            memory.remove(memory.files - now)
            memory.add(self._file_rows(reading, file, dimension) for file in sorted(now - memory.files))
            memory.revision = revision
        self._loaded[store] = memory
        while (
            len(self._loaded) > 1 and sum(held.bytes for held in self._loaded.values()) > self._memory_limit
        ):
            self._loaded.popitem(last=False)
        return memory

    def _file_rows(self, reading: sqlite3.Connection, file: int, dimension: int) -> FileRows:
        import numpy as np

        if self._closed:  # nobody waits for a large store any more
            raise StorageFailed("The vector stores are being closed.")
        data = reading.execute("SELECT vectors FROM index_files WHERE file = ?", (file,)).fetchone()[0]
        rows = reading.execute(
            "SELECT key, first_window, last_window, tokens FROM index_chunks WHERE file = ? ORDER BY ordinal",
            (file,),
        ).fetchall()
        return FileRows(
            file,
            np.frombuffer(data, dtype="<f2").reshape(-1, dimension).astype(np.float32),
            np.array(rows, dtype=np.int64).reshape(-1, 4),
        )

    @staticmethod
    def _headings(reading: sqlite3.Connection, files: Collection[int]) -> dict[int, list[str]]:
        rows = reading.execute(
            "SELECT file, headings FROM index_files WHERE file IN (SELECT value FROM json_each(?))",
            (json.dumps(list(files)),),
        )
        return {file: json.loads(headings) for file, headings in rows}

    @staticmethod
    def _chunk(reading: sqlite3.Connection, key: int, headings: dict[int, list[str]]) -> StoredChunk | None:
        row = reading.execute(f"SELECT {_CHUNK_COLUMNS} FROM index_chunks WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        after = reading.execute(
            "SELECT head FROM index_chunks WHERE file = ? AND ordinal = ?", (row[1], row[2] + 1)
        ).fetchone()
        return _stored(row, after[0] if after else "", headings.get(row[1], []))

    @staticmethod
    def _passage(reading: sqlite3.Connection, candidate: Candidate, headings: list[str]) -> Passage | None:
        row = reading.execute(
            "SELECT substr(windows, ?, 20) FROM index_files WHERE file = ?",
            ((candidate.window or 0) * 20 + 1, candidate.file),
        ).fetchone()
        if row is None or len(row[0]) != 20:
            return None
        start, end, page, line, heading = struct.unpack("<5i", row[0])
        place = Place(*(None if value < 0 else value for value in (page, line, heading)))
        return Passage(start, end, place, _heading(headings, place.heading))


def _heads(content: Prepared) -> list[str]:
    starts = [chunk.start for chunk in content.chunks] + [len(content.text)]
    return [content.text[start:end] for start, end in pairwise(starts)]


def _numbers(chunk: PreparedChunk) -> tuple[Any, ...]:
    begins, ends = chunk.begins, chunk.ends
    return (
        *(chunk.start, chunk.end, chunk.tokens, chunk.first_window, chunk.last_window),
        *(begins.page, begins.line, begins.heading, ends.page, ends.line, ends.heading),
    )


def _stored(row: tuple[Any, ...], following: str, headings: list[str]) -> StoredChunk:
    key, file, ordinal, start, stop, tokens = row[:6]
    head = row[12]
    text = (head + following)[: stop - start]
    begins, ends = Place(*row[6:9]), Place(*row[9:12])
    return StoredChunk(
        key, file, ordinal, start, stop, tokens, text, begins, ends, _heading(headings, begins.heading)
    )


def _heading(headings: list[str], index: int | None) -> str | None:
    return headings[index] if index is not None and 0 <= index < len(headings) else None

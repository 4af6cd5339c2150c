"""Stores and their files as rows: states, errors, attributes, progress. What is true of a file is true here."""

# ruff: noqa: S608 - the statements are put together from constants

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.core.errors import NotFound
from app.knowledge.chunks import Chunking
from app.knowledge.database import Database
from app.knowledge.documents import Unreadable
from app.knowledge.filters import Value, attribute_row, check_attributes, to_sql

State = Literal["in_progress", "completed", "failed", "cancelled"]
STATES: tuple[State, ...] = ("in_progress", "completed", "failed", "cancelled")


@dataclass(frozen=True, slots=True)
class FileError:
    """Why a file failed: ``server_error`` (our side), ``unsupported_file`` or ``invalid_file``; ``message`` in words."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be added. None for ``attributes`` keeps those of a file that is there already; None for ``chunking`` is the default."""

    file_id: str
    path: str | Path
    filename: str
    attributes: Mapping[str, object] | None = None
    chunking: Chunking | None = None


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """A store; ``embedding`` is the model it is pinned to, ``dimension`` its vectors' length once known."""

    key: int
    id: str
    embedding: str
    dimension: int | None


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file of a store. ``progress`` goes from 0 to 1 while it is taken in; ``kind`` and sizes are known when it was read.

    ``notes`` tell what was left out (pages without text, cells beyond a limit). ``pages`` are the pages' numbers and
    where each begins in the text, for files that have pages.
    """

    key: int
    store_id: str
    file_id: str
    filename: str
    path: str
    state: State
    last_error: FileError | None
    chunking: Chunking
    attributes: Mapping[str, Value]
    kind: str | None
    notes: Sequence[str]
    characters: int
    chunks: int
    usage_bytes: int
    progress: float
    created_at: float
    pages: Sequence[tuple[int, int]] = ()


_FILE = (
    "SELECT files.*, stores.id AS store_id FROM files JOIN stores ON stores.key = files.store "
    "WHERE files.state <> 'removing' AND stores.removing = 0"
)


class Catalog:
    """Reads and writes the rows; blocks, from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Stores

    def create_store(self, store_id: str, embedding: str, dimension: int | None) -> StoreInfo:
        """Make a store pinned to an embedding model; one that exists is returned as it is."""
        with self._database.transaction() as writing:
            writing.execute(
                "INSERT INTO stores (id, embedding, dimension, created_at) VALUES (?, ?, ?, ?) ON CONFLICT(id) DO NOTHING",
                (store_id, embedding, dimension, time.time()),
            )
        return self.store(store_id)

    def store(self, store_id: str) -> StoreInfo:
        """One store.

        Raises:
            NotFound: there is none of this id.
        """
        row = self._row("SELECT * FROM stores WHERE id = ? AND removing = 0", store_id)
        if row is None:
            raise NotFound(f"There is no store “{store_id}”.")
        return StoreInfo(row["key"], row["id"], row["embedding"], row["dimension"])

    def stores(self) -> list[StoreInfo]:
        """All stores."""
        rows = self._rows("SELECT * FROM stores WHERE removing = 0 ORDER BY key")
        return [StoreInfo(row["key"], row["id"], row["embedding"], row["dimension"]) for row in rows]

    def pin_dimension(self, store: int, dimension: int) -> int:
        """Pin the length of a store's vectors, unless it is; returns the pinned one."""
        with self._database.transaction() as writing:
            writing.execute(
                "UPDATE stores SET dimension = coalesce(dimension, ?) WHERE key = ?", (dimension, store)
            )
            row = writing.execute("SELECT dimension FROM stores WHERE key = ?", (store,)).fetchone()
        return int(row[0]) if row else dimension

    def begin_removing_store(self, store_id: str) -> StoreInfo | None:
        """Hide a store and free its id; what is behind it goes with :meth:`finish_removing_store`."""
        with self._database.transaction() as writing:
            row = writing.execute(
                "SELECT key, id, embedding, dimension FROM stores WHERE id = ? AND removing = 0", (store_id,)
            ).fetchone()
            if row is None:
                return None
            writing.execute(
                "UPDATE stores SET removing = 1, id = 'removing ' || key WHERE key = ?", (row[0],)
            )
        return StoreInfo(*row)

    def finish_removing_store(self, store: int) -> None:
        """Drop a hidden store's rows."""
        with self._database.transaction() as writing:
            writing.execute("DELETE FROM stores WHERE key = ?", (store,))

    def stores_to_remove(self) -> list[int]:
        """Keys of stores whose removal was begun."""
        return [row["key"] for row in self._rows("SELECT key FROM stores WHERE removing = 1")]

    # Files

    def add_file(
        self,
        store_id: str,
        file_id: str,
        *,
        path: str,
        filename: str,
        chunking: Chunking,
        attributes: Mapping[str, object],
        owner: str,
    ) -> FileInfo:
        """Add a file in the state ``in_progress``."""
        new = NewFile(file_id, path, filename, attributes, chunking)
        (key,) = self.add_files(store_id, [new], owner=owner)
        return self.by_key(key)

    def add_files(self, store_id: str, files: Sequence[NewFile], *, owner: str) -> list[int]:
        """Add files in the state ``in_progress``, all or none; returns their keys."""
        for file in files:
            check_attributes(file.attributes or {})
        store = self.store(store_id)
        now = time.time()
        keys = []
        with self._database.transaction() as writing:
            for file in files:
                chunking = file.chunking or Chunking()
                cursor = writing.execute(
                    "INSERT INTO files (store, id, filename, path, state, max_tokens, overlap, owner, created_at, "
                    "changed_at) VALUES (?, ?, ?, ?, 'in_progress', ?, ?, ?, ?, ?)",
                    (
                        *(store.key, file.file_id, file.filename, str(file.path)),
                        *(chunking.max_tokens, chunking.overlap, owner, now, now),
                    ),
                )
                keys.append(int(cursor.lastrowid or 0))
                _write_attributes(writing, keys[-1], file.attributes or {})
        return keys

    def file(self, store_id: str, file_id: str) -> FileInfo:
        """One file.

        Raises:
            NotFound: the store has none of this id.
        """
        row = self._row(f"{_FILE} AND stores.id = ? AND files.id = ?", store_id, file_id)
        if row is None:
            self.store(store_id)
            raise NotFound(f"There is no file “{file_id}” in the store “{store_id}”.")
        return self._file(row)

    def by_key(self, key: int) -> FileInfo:
        """One file by its key.

        Raises:
            NotFound: it was removed.
        """
        row = self._row(f"{_FILE} AND files.key = ?", key)
        if row is None:
            raise NotFound("The file was removed.")
        return self._file(row)

    def files(self, store_id: str, state: State | None = None) -> list[FileInfo]:
        """A store's files in the order they were added."""
        store = self.store(store_id)
        rows = self._rows(
            f"{_FILE} AND files.store = ? AND (? IS NULL OR files.state = ?) ORDER BY files.key",
            store.key,
            state,
            state,
        )
        return [self._file(row) for row in rows]

    def select(self, condition: str, *parameters: object) -> list[FileInfo]:
        """Files under a condition in SQL (``AND … ORDER BY …``) on the tables ``files`` and ``stores``."""
        return [self._file(row) for row in self._rows(f"{_FILE} {condition}", *parameters)]

    def completed(self, keys: Sequence[int]) -> dict[int, FileInfo]:
        """Those of some files that are completed, by key."""
        rows = self._rows(
            f"{_FILE} AND files.state = 'completed' AND files.key IN (SELECT value FROM json_each(?))",
            json.dumps(keys),
        )
        return {row["key"]: self._file(row) for row in rows}

    def matching(self, store: int, condition: Mapping[str, Any]) -> list[int]:
        """Keys of the completed files whose attributes pass a filter.

        Raises:
            InvalidInput: what is wrong with the filter.
        """
        sql, parameters = to_sql(condition)
        rows = self._rows(
            f"SELECT key FROM files WHERE store = ? AND state = 'completed' AND ({sql})", store, *parameters
        )
        return [row["key"] for row in rows]

    def set_attributes(self, store_id: str, file_id: str, attributes: Mapping[str, object]) -> FileInfo:
        """Put new attributes in place of a file's old ones.

        Raises:
            NotFound: the store has no such file.
            InvalidInput: an attribute is outside the API's limits.
        """
        check_attributes(attributes)
        key = self.file(store_id, file_id).key
        with self._database.transaction() as writing:
            writing.execute("DELETE FROM attributes WHERE file = ?", (key,))
            _write_attributes(writing, key, attributes)
        return self.by_key(key)

    def set_progress(self, key: int, done: int, total: int) -> bool:
        """Note how many windows are embedded; False when the file is no longer being taken in."""
        with self._database.transaction() as writing:
            cursor = writing.execute(
                "UPDATE files SET done_windows = ?, all_windows = ? WHERE key = ? AND state = 'in_progress'",
                (done, total, key),
            )
        return cursor.rowcount > 0

    def complete(
        self,
        key: int,
        *,
        kind: str,
        notes: Sequence[str],
        characters: int,
        chunks: int,
        usage_bytes: int,
        pages: Sequence[tuple[int, int]] = (),
    ) -> bool:
        """End an ingestion well; False when it was cancelled or removed meanwhile."""
        with self._database.transaction() as writing:
            cursor = writing.execute(
                "UPDATE files SET state = 'completed', kind = ?, notes = ?, characters = ?, chunks = ?, usage_bytes = ?, "
                "pages = ?, error_code = NULL, error_message = NULL, owner = NULL, changed_at = ? "
                "WHERE key = ? AND state = 'in_progress'",
                (
                    *(kind, json.dumps(list(notes)), characters, chunks, usage_bytes),
                    *(json.dumps(list(pages)), time.time(), key),
                ),
            )
        return cursor.rowcount > 0

    def fail(self, key: int, error: Unreadable | FileError) -> bool:
        """End an ingestion with an error; False when it was ended otherwise meanwhile."""
        return self._end(key, "failed", error.code, error.message)

    def cancel(self, key: int) -> bool:
        """End an ingestion because somebody wished so; False when it had ended."""
        return self._end(key, "cancelled", None, None)

    def begin_removing(self, key: int) -> None:
        """Hide a file and free its id; what is behind it goes with :meth:`finish_removing`."""
        with self._database.transaction() as writing:
            writing.execute(
                "INSERT OR REPLACE INTO removed (store, id, key) SELECT store, id, key FROM files WHERE key = ?",
                (key,),
            )
            writing.execute("UPDATE files SET state = 'removing', owner = NULL WHERE key = ?", (key,))

    def finish_removing(self, key: int) -> None:
        """Drop a hidden file's rows."""
        with self._database.transaction() as writing:
            writing.execute("DELETE FROM files WHERE key = ?", (key,))

    def files_to_remove(self) -> list[tuple[int, int]]:
        """Store and key of the files whose removal was begun."""
        return [
            (row["store"], row["key"])
            for row in self._rows("SELECT store, key FROM files WHERE state = 'removing'")
        ]

    def unfinished(self) -> list[tuple[int, str | None]]:
        """Key and owner of the files that are being taken in."""
        rows = self._rows("SELECT key, owner FROM files WHERE state = 'in_progress' ORDER BY key")
        return [(row["key"], row["owner"]) for row in rows]

    def claim(self, key: int, old_owner: str | None, owner: str) -> bool:
        """Take over a dead owner's file; False when another was quicker."""
        with self._database.transaction() as writing:
            cursor = writing.execute(
                "UPDATE files SET owner = ? WHERE key = ? AND state = 'in_progress' AND owner IS ?",
                (owner, key, old_owner),
            )
        return cursor.rowcount > 0

    def counts(self, store_id: str) -> dict[State, int]:
        """How many files are in which state."""
        store = self.store(store_id)
        found: dict[State, int] = dict.fromkeys(STATES, 0)
        for row in self._rows(
            "SELECT state, count(*) AS number FROM files WHERE store = ? AND state <> 'removing' GROUP BY state",
            store.key,
        ):
            found[row["state"]] = row["number"]
        return found

    def usage_bytes(self, store_id: str) -> int:
        """Bytes that a store's files take in the index."""
        row = self._row(
            "SELECT coalesce(sum(usage_bytes), 0) AS total FROM files WHERE store = ?",
            self.store(store_id).key,
        )
        return int(row["total"]) if row is not None else 0

    def _end(self, key: int, state: State, code: str | None, message: str | None) -> bool:
        with self._database.transaction() as writing:
            cursor = writing.execute(
                "UPDATE files SET state = ?, error_code = ?, error_message = ?, owner = NULL, changed_at = ? "
                "WHERE key = ? AND state = 'in_progress'",
                (state, code, message, time.time(), key),
            )
        return cursor.rowcount > 0

    def _file(self, row: sqlite3.Row) -> FileInfo:
        attributes: dict[str, Value] = {}
        for item in self._rows("SELECT * FROM attributes WHERE file = ?", row["key"]):
            attributes[item["name"]] = _attribute(item)
        error = FileError(row["error_code"], row["error_message"]) if row["error_code"] else None
        done, total = row["done_windows"], row["all_windows"]
        progress = 1.0 if row["state"] == "completed" else min(0.99, done / total) if total else 0.0
        return FileInfo(
            *(row["key"], row["store_id"], row["id"], row["filename"], row["path"], row["state"], error),
            *(
                Chunking(row["max_tokens"], row["overlap"]),
                attributes,
                row["kind"],
                tuple(json.loads(row["notes"])),
            ),
            *(row["characters"], row["chunks"], row["usage_bytes"], progress, row["created_at"]),
            tuple((number, start) for number, start in json.loads(row["pages"])),
        )

    def _rows(self, sql: str, *parameters: object) -> list[sqlite3.Row]:
        cursor = self._database.connection().cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, parameters).fetchall()

    def _row(self, sql: str, *parameters: object) -> sqlite3.Row | None:
        rows = self._rows(sql, *parameters)
        return rows[0] if rows else None


def _write_attributes(writing: sqlite3.Connection, key: int, attributes: Mapping[str, object]) -> None:
    writing.executemany(
        "INSERT INTO attributes (file, name, kind, text, number) VALUES (?, ?, ?, ?, ?)",
        [(key, name, *attribute_row(value, name)) for name, value in attributes.items()],
    )


def _attribute(row: sqlite3.Row) -> Value:
    if row["kind"] == "text":
        return str(row["text"])
    if row["kind"] == "boolean":
        return bool(row["number"])
    number = float(row["number"])
    return int(number) if number.is_integer() and abs(number) < 2**53 else number

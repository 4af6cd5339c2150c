"""The room's one SQLite file: stores, files, their attributes and states, words and vectors."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from app.core.copies import make_copy
from app.core.errors import StorageFailed

_BUSY_SECONDS = 60.0

# Numbered steps; a file of an older program is brought forward step by step, after a copy was made.
_STEPS: tuple[str, ...] = (
    """
    CREATE TABLE stores (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        embedding TEXT NOT NULL,
        dimension INTEGER,
        revision INTEGER NOT NULL DEFAULT 0,
        removing INTEGER NOT NULL DEFAULT 0,
        created_at REAL NOT NULL
    );
    CREATE TABLE files (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        store INTEGER NOT NULL REFERENCES stores(key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        filename TEXT NOT NULL,
        path TEXT NOT NULL,
        state TEXT NOT NULL,
        error_code TEXT,
        error_message TEXT,
        max_tokens INTEGER NOT NULL,
        overlap INTEGER NOT NULL,
        owner TEXT,
        kind TEXT,
        notes TEXT NOT NULL DEFAULT '[]',
        characters INTEGER NOT NULL DEFAULT 0,
        chunks INTEGER NOT NULL DEFAULT 0,
        usage_bytes INTEGER NOT NULL DEFAULT 0,
        done_windows INTEGER NOT NULL DEFAULT 0,
        all_windows INTEGER NOT NULL DEFAULT 0,
        created_at REAL NOT NULL,
        changed_at REAL NOT NULL
    );
    CREATE UNIQUE INDEX uq_files ON files(store, id) WHERE state <> 'removing';
    CREATE INDEX ix_files_unfinished ON files(state) WHERE state IN ('in_progress', 'removing');
    CREATE TABLE attributes (
        file INTEGER NOT NULL REFERENCES files(key) ON DELETE CASCADE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'boolean')),
        text TEXT,
        number REAL,
        PRIMARY KEY (file, name)
    ) WITHOUT ROWID;
    CREATE TABLE seen_windows (
        key INTEGER PRIMARY KEY,
        model TEXT NOT NULL,
        digest BLOB NOT NULL,
        vector BLOB NOT NULL
    );
    CREATE UNIQUE INDEX uq_seen_windows ON seen_windows(model, digest);
    CREATE TABLE index_files (
        file INTEGER PRIMARY KEY,
        store INTEGER NOT NULL,
        headings TEXT NOT NULL,
        windows BLOB NOT NULL,
        vectors BLOB NOT NULL,
        dimension INTEGER NOT NULL
    );
    CREATE INDEX ix_index_files ON index_files(store);
    CREATE TABLE index_chunks (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        store INTEGER NOT NULL,
        file INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        tokens INTEGER NOT NULL,
        first_window INTEGER NOT NULL,
        last_window INTEGER NOT NULL,
        page INTEGER, line INTEGER, heading INTEGER,
        last_page INTEGER, last_line INTEGER, last_heading INTEGER,
        head TEXT NOT NULL
    );
    CREATE UNIQUE INDEX uq_index_chunks ON index_chunks(file, ordinal);
    CREATE INDEX ix_index_chunks ON index_chunks(store, file, ordinal);
    """,
    # Where each page begins in the text; where removed files stood in their store's list, so that paging goes on there.
    """
    ALTER TABLE files ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
    CREATE INDEX ix_files_id ON files(id);
    CREATE TABLE removed (
        store INTEGER NOT NULL REFERENCES stores(key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        key INTEGER NOT NULL,
        PRIMARY KEY (store, id)
    ) WITHOUT ROWID;
    """,
)
SCHEMA_VERSION = len(_STEPS)
"""The file's ``user_version`` that this program writes; it opens all from 1 on."""


class Database:
    """Connections to the file, one a thread, and one writer at a time among this process's threads.

    Several processes may use one file; SQLite's own locks keep them apart.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._all: set[sqlite3.Connection] = set()
        self._guard = threading.Lock()
        self._writer = threading.RLock()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            self._migrate()
        except sqlite3.DatabaseError as error:
            self.close()
            raise StorageFailed(
                f"The knowledge database {path.name} cannot be used.",
                advice="Put the file aside; files are then taken in again.",
                details=str(error),
            ) from error

    def connection(self) -> sqlite3.Connection:
        """This thread's connection; explicit transactions only."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(
                self.path,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
            found.execute("PRAGMA journal_mode = WAL")
            found.execute("PRAGMA synchronous = NORMAL")
            found.execute("PRAGMA foreign_keys = ON")
            found.execute("PRAGMA cache_size = -32768")
            found.execute("PRAGMA temp_store = MEMORY")
            self._local.connection = found
            with self._guard:
                self._all.add(found)
        return found

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A transaction that writes: all of it or nothing."""
        connection = self.connection()
        with self._writer:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one state of the file."""
        connection = self.connection()
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("COMMIT")

    def close(self) -> None:
        """Close every thread's connection; nobody may be using one."""
        with self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    def _migrate(self) -> None:
        existed = self.path.exists() and self.path.stat().st_size > 0
        connection = self.connection()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(_STEPS):
            raise StorageFailed(
                f"The knowledge database {self.path.name} belongs to a newer version of the program.",
                advice="Update the program, or bring back a copy made before the update: "
                "“assistant-workbench restore” lists them.",
            )
        if version == len(_STEPS):
            return
        if existed and version:
            make_copy(self.path, self.path.parent / "backups", f"v{version}")
        with self.transaction() as writing:
            version = writing.execute("PRAGMA user_version").fetchone()[0]
            for number, step in enumerate(_STEPS[version:], start=version + 1):
                for statement in step.split(";"):
                    if statement.strip():
                        writing.execute(statement)
                writing.execute(f"PRAGMA user_version = {number}")

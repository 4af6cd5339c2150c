"""The journal's file: numbered steps from one shape to the next, with a copy made before the first of them."""

from __future__ import annotations

import logging
import sqlite3
import time
from pathlib import Path

from app.core.copies import make_copy
from app.core.errors import StorageFailed

log = logging.getLogger(__name__)

BUSY_SECONDS = 10.0

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE sessions (
            id TEXT PRIMARY KEY, pid INTEGER NOT NULL, started REAL NOT NULL, ended REAL
        )""",
        """CREATE TABLE comparisons (
            id TEXT PRIMARY KEY, session TEXT NOT NULL, created REAL NOT NULL, updated REAL NOT NULL,
            title TEXT NOT NULL DEFAULT '', setup TEXT NOT NULL DEFAULT '{}', is_open INTEGER NOT NULL DEFAULT 1
        )""",
        "CREATE INDEX comparisons_updated ON comparisons (updated)",
        """CREATE TABLE turns (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, comparison TEXT NOT NULL,
            lane TEXT NOT NULL, prompt TEXT NOT NULL, started REAL NOT NULL
        )""",
        "CREATE INDEX turns_comparison ON turns (comparison, seq)",
        """CREATE TABLE events (
            turn TEXT NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, at REAL NOT NULL, data TEXT NOT NULL,
            PRIMARY KEY (turn, n)
        ) WITHOUT ROWID""",
        """CREATE TABLE drafts (
            comparison TEXT NOT NULL, lane TEXT NOT NULL, text TEXT NOT NULL, updated REAL NOT NULL,
            PRIMARY KEY (comparison, lane)
        ) WITHOUT ROWID""",
    ),
    (  # versions of assistants, which version made which run, and what an assistant has beyond the API
        """CREATE TABLE assistant_versions (
            assistant TEXT NOT NULL, number INTEGER NOT NULL, created REAL NOT NULL, note TEXT NOT NULL DEFAULT '',
            fields TEXT NOT NULL, PRIMARY KEY (assistant, number)
        ) WITHOUT ROWID""",
        """CREATE TABLE assistant_runs (
            run TEXT PRIMARY KEY, assistant TEXT NOT NULL, version INTEGER NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE assistant_extras (
            assistant TEXT PRIMARY KEY, data TEXT NOT NULL
        ) WITHOUT ROWID""",
    ),
    (  # the playground's setups, blind votes, and files beside what is typed
        """CREATE TABLE setups (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, created REAL NOT NULL, updated REAL NOT NULL, data TEXT NOT NULL,
            deleted REAL
        )""",
        """CREATE TABLE votes (
            id TEXT PRIMARY KEY, at REAL NOT NULL, comparison TEXT NOT NULL, prompt TEXT NOT NULL,
            contestants TEXT NOT NULL, winner TEXT NOT NULL
        )""",
        """CREATE TABLE draft_files (
            comparison TEXT NOT NULL, lane TEXT NOT NULL, n INTEGER NOT NULL, name TEXT NOT NULL,
            media_type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (comparison, lane, n)
        )""",
    ),
    (  # every request that the window makes, newest kept with bodies, and what was used by day
        """CREATE TABLE requests (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, service TEXT NOT NULL, method TEXT NOT NULL,
            path TEXT NOT NULL, status INTEGER, seconds REAL NOT NULL, model TEXT NOT NULL DEFAULT '',
            assistant TEXT NOT NULL DEFAULT '', prompt INTEGER, completion INTEGER, cost REAL,
            request TEXT NOT NULL DEFAULT '', response TEXT NOT NULL DEFAULT '', request_bytes INTEGER NOT NULL,
            response_bytes INTEGER NOT NULL, error TEXT NOT NULL DEFAULT ''
        )""",
        """CREATE TABLE usage (
            day TEXT NOT NULL, service TEXT NOT NULL, model TEXT NOT NULL, assistant TEXT NOT NULL,
            requests INTEGER NOT NULL, prompt INTEGER NOT NULL, completion INTEGER NOT NULL, cost REAL NOT NULL,
            unpriced INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (day, service, model, assistant)
        ) WITHOUT ROWID""",
    ),
    (  # what answers functions, and tool servers; no secret is in them
        """CREATE TABLE function_handlers (
            owner TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL, updated REAL NOT NULL,
            PRIMARY KEY (owner, name)
        ) WITHOUT ROWID""",
        "CREATE TABLE tool_servers (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID",
    ),
)
"""Statements of each step; a step once published is never changed, only followed by another."""


def connect(path: Path, backups: Path) -> sqlite3.Connection:
    """Open the journal's file, made or brought up to date. The connection may be used by the opening thread alone.

    A file that is no database (any more) is set aside as ``….damaged-<time>``, and a new one is begun.

    Raises:
        StorageFailed: it cannot be read or written, or belongs to a newer program.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            return _open(path, backups)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            _set_aside(path)
            log.warning("the journal is damaged and was set aside: %s", error)
            return _open(path, backups)
    except (OSError, sqlite3.Error) as error:
        raise StorageFailed(
            "The journal of this window cannot be written.",
            advice="Check the data folder's permissions and free space. Nothing is kept until then.",
            details=f"{path.name}: {error}",
        ) from error


def _open(path: Path, backups: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        path.chmod(0o600)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        _migrate(connection, path, backups)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path, backups: Path) -> None:
    version = _version(connection)
    if version > len(STEPS):
        raise StorageFailed(
            "The journal belongs to a newer version of this program.",
            advice="Start that version, choose another data folder, or bring back a copy made before the update: "
            "“assistant-workbench restore” lists them.",
            details=f"{path.name} has version {version}, this program knows {len(STEPS)}",
        )
    if version == len(STEPS):
        return
    if version > 0:
        make_copy(path, backups, f"v{version}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[_version(connection) :]:  # read again: another window may have been quicker
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _set_aside(path: Path) -> None:
    mark = time.strftime("%Y%m%d-%H%M%S")
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(path.with_name(f"{path.name}.damaged-{mark}{suffix}"))

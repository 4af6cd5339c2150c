"""Bringing a database's file up to date with Alembic's operations.

Each module in ``versions`` is an ordinary Alembic revision. They are imported by name, not found on disk, so that the
frozen program and an installed wheel migrate exactly as a checkout does.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from app.core.copies import make_copy
from app.core.errors import StorageFailed
from app.engine.store.migrations.versions import v0001_first, v0002_vector_stores, v0003_message_search

REVISIONS: tuple[ModuleType, ...] = (v0001_first, v0002_vector_stores, v0003_message_search)
"""All revisions, oldest first; the last one is what this program's tables describe."""

LOCK_SECONDS = 30.0


def upgrade(database: Path, backups: Path, revisions: Sequence[ModuleType] = REVISIONS) -> list[str]:
    """Apply what ``database`` lacks of ``revisions``; see :func:`app.engine.store.migrations.migrate`."""
    try:
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        engine = _engine(database)
        try:
            with engine.connect() as connection:
                return _upgrade(connection, database, backups, revisions)
        finally:
            engine.dispose()
    except (DatabaseError, sqlite3.Error) as error:
        raise StorageFailed(
            f"The engine's database {database} cannot be used.",
            advice="It may be damaged, on a full disk, or held by another program. "
            f"Copies made before updates lie in {backups}.",
            details=str(error.__cause__ or error),
        ) from error
    except OSError as error:
        raise StorageFailed(
            f"The engine's data folder {database.parent} cannot be written.",
            advice="Check the folder's permissions and the free space, or choose another data folder.",
            details=str(error),
        ) from error


def _engine(database: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(database)),
        poolclass=NullPool,
        connect_args={"timeout": LOCK_SECONDS},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={int(LOCK_SECONDS * 1000)}")
        _write_ahead(connection)
        # Tables that other tables point to may be rebuilt; the references are checked at the end instead.
        connection.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; another program doing the same is answered with "locked" at once, so try again."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _upgrade(
    connection: Connection, database: Path, backups: Path, revisions: Sequence[ModuleType]
) -> list[str]:
    with connection.begin():
        context = MigrationContext.configure(connection)
        current = context.get_current_revision()
        known = [module.revision for module in revisions]
        if current is not None and current not in known:
            raise StorageFailed(
                f"The data in {database.parent} was written by a newer version of the program.",
                advice="Update this program, start it with another data folder, or bring back a copy made before "
                "the update: “assistant-workbench restore” lists them.",
                details=f"The database is at revision {current}, this program knows revisions up to {known[-1]}.",
            )
        missing = revisions[known.index(current) + 1 if current is not None else 0 :]
        if not missing:
            return []
        if current is not None:
            make_copy(database, backups, current)
        with Operations.context(context):
            for module in missing:
                module.upgrade()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StorageFailed(
                "The engine's database could not be updated; it was left as it was.",
                details=f"{len(broken)} references lead nowhere, first in table {broken[0][0]}.",
            )
        connection.exec_driver_sql(
            "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
        connection.exec_driver_sql("DELETE FROM alembic_version")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (missing[-1].revision,))
        return [module.revision for module in missing]

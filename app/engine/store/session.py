"""Sessions of the engine's database: many readers, one writer at a time in this process.

SQLite runs in WAL mode: readers never wait. Writers of this process queue on one lock (so they do not spin on
``SQLITE_BUSY``), writers of other processes are waited for up to 30 s. A write is committed when its block ends without
an error, and announced only after that.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite  # noqa: F401 - SQLAlchemy loads it by its name, so that no packager would find it
from sqlalchemy import URL, create_engine, event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from app.engine.store.transactions import READERS, Transactions, Work

BUSY_TIMEOUT_MS = 30_000
_T = TypeVar("_T")


class Store:
    """The engine's database; open with a migrated file, close when done."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self._engine = create_async_engine(
            URL.create("sqlite+aiosqlite", database=str(database)),
            pool_size=4,
            max_overflow=4,
            pool_timeout=120,
            connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
            hide_parameters=True,  # what people write is in no log and no traceback
        )
        event.listen(self._engine.sync_engine, "connect", _configure_connection)
        event.listen(self._engine.sync_engine, "begin", _begin)
        event.listen(self._engine.sync_engine, "do_execute", _execute_at_once)
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        self._writing = asyncio.Lock()
        whole = create_engine(
            URL.create("sqlite", database=str(database)),
            pool_size=READERS + 1,
            connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False},
            hide_parameters=True,
        )
        event.listen(whole, "connect", _configure_connection)
        event.listen(whole, "begin", _begin)
        self._whole = Transactions(whole)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads; objects stay usable after the block."""
        async with self._sessions() as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A session whose changes are committed at the block's end, or rolled back when it raises."""
        async with self._writing, self._sessions() as session:
            # Taken at once, so that what the block reads cannot change before it writes.
            await session.connection(execution_options={"immediate": True})
            yield session
            await session.commit()

    async def transact(self, work: Work[_T]) -> _T:
        """Do a whole write in one visit to the database's thread: several times cheaper than a block of :meth:`write`.

        ``work(session)`` is committed when it returns, rolled back when it raises. It must wait for nothing but its
        session, and it runs in another thread. What the caller does right after this call, without waiting for anything
        in between, comes before any later write of this process.
        """
        async with self._writing:
            return await self._whole.write(work)

    async def look(self, work: Work[_T]) -> _T:
        """Do a whole read in one visit to a thread of the database, under the same rules."""
        return await self._whole.read(work)

    async def close(self) -> None:
        """Close every connection."""
        await self._whole.close()
        await self._engine.dispose()


def _configure_connection(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy's BEGIN below decides, not the driver
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "temp_store=MEMORY",
        "cache_size=-16384",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _execute_at_once(cursor: Any, statement: str, parameters: Any, _context: Any) -> bool:
    """Execute, fetch and close in one visit to the connection's thread.

    The driver's adapter makes four visits of it (cursor, execute, fetch, close), and each costs more than the statement.
    """
    connection = cursor._connection

    def work() -> tuple[Any, deque[Any], int | None, int]:
        with contextlib.closing(connection._conn.execute(statement, parameters)) as done:
            description = done.description
            rows = deque(done.fetchall()) if description else deque[Any]()
            return description, rows, done.lastrowid, done.rowcount

    description, rows, lastrowid, rowcount = cursor.await_(connection._execute(work))
    cursor.description = description
    cursor._rows = rows
    cursor.lastrowid = -1 if description else lastrowid
    cursor.rowcount = -1 if description else rowcount
    return True

"""Whole transactions in one visit to a thread of the database.

A session whose every statement is a visit to the database's thread costs more in visits than in statements. Where a
transaction needs nothing but the database, it is handed over as a whole: an ordinary coroutine function over an
``AsyncSession``, which here never has to wait, because the session below it works at once.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

_T = TypeVar("_T")

Work = Callable[[AsyncSession], Awaitable[_T]]

READERS = 2


class _AtOnce:
    """The part of ``AsyncSession`` that transactions use, over a session that works at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, instance: object) -> None:
        self._session.add(instance)

    def add_all(self, instances: Any) -> None:
        self._session.add_all(instances)

    async def delete(self, instance: object) -> None:
        self._session.delete(instance)

    async def execute(self, statement: Any, parameters: Any = None, **options: Any) -> Any:
        return self._session.execute(statement, parameters, **options)

    async def scalar(self, statement: Any, parameters: Any = None, **options: Any) -> Any:
        return self._session.scalar(statement, parameters, **options)

    async def scalars(self, statement: Any, parameters: Any = None, **options: Any) -> Any:
        return self._session.scalars(statement, parameters, **options)

    async def get(self, entity: Any, identifier: Any, **options: Any) -> Any:
        return self._session.get(entity, identifier, **options)

    async def refresh(self, instance: object, **options: Any) -> None:
        self._session.refresh(instance, **options)

    async def flush(self) -> None:
        self._session.flush()


class Transactions:
    """Runs transactions in threads: writing ones in one thread, reading ones in a few.

    Args:
        engine: a synchronous engine for the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="database-write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="database-read")
        self._closed = threading.Event()

    async def write(self, work: Work[_T]) -> _T:
        """Do ``work`` and commit, or roll back when it raises. The caller holds the writers' lock."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, work)

    async def read(self, work: Work[_T]) -> _T:
        """Do ``work``, which only reads; the objects it returns stay usable."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    def _write(self, work: Work[_T]) -> _T:
        with Session(self._engine, expire_on_commit=False) as session:
            # Taken at once, so that what is read cannot change before it is written.
            session.connection(execution_options={"immediate": True})
            result = _complete(work(cast("AsyncSession", _AtOnce(session))))
            session.commit()
            return result

    def _read(self, work: Work[_T]) -> _T:
        with Session(self._engine, expire_on_commit=False) as session:
            return _complete(work(cast("AsyncSession", _AtOnce(session))))

    async def close(self) -> None:
        """End the threads and close the connections."""
        if not self._closed.is_set():
            self._closed.set()
            for pool in (self._writer, self._readers):
                await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)
            await asyncio.to_thread(self._engine.dispose)


def _complete(work: Awaitable[_T]) -> _T:
    """Run a coroutine that never waits to its end.

    Raises:
        RuntimeError: it waited for something other than its session.
    """
    steps = work.__await__()
    try:
        next(steps)
    except StopIteration as done:
        result: _T = done.value
        return result
    raise RuntimeError("a transaction waited for something other than the database")

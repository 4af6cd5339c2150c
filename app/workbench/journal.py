"""The window's own memory: every event of every answer, and what stands in the composers, written as it happens.

A crash (of this process, or a kill) loses at most a second. Several windows write one file: each belongs to a session,
whose lock file tells whether its window still lives. What a window that is gone had on screen is given to the first that
asks (:meth:`Journal.unfinished`).

Writing never waits for the disk: events go to a thread, which commits several times a second. When the disk fails, the
answers go on and ``on_error`` is told once.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import logging
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.errors import AppError, StorageFailed
from app.core.ids import new_id
from app.core.run_events import Finished, RunEvent
from app.workbench.journal_records import StoredComparison, encode, read_json
from app.workbench.journal_records import load as load_comparison
from app.workbench.journal_schema import connect
from app.workbench.playground.comparison import Turn

if TYPE_CHECKING:
    import filelock

log = logging.getLogger(__name__)

BATCH_SECONDS = 0.25
"""How long events are gathered before they are committed together."""

Json = dict[str, Any]
_T = TypeVar("_T")
_Operation = Callable[[sqlite3.Connection], None]


class Journal:
    """The journal, opened for one window. Close it when the window ends.

    Args:
        path: the file (``Paths.journal_database``).
        on_error: told (from another thread) when writing begins to fail.

    Raises:
        StorageFailed: the file cannot be opened.
    """

    def __init__(self, path: Path, *, on_error: Callable[[StorageFailed], None] | None = None) -> None:
        self.session = new_id("session")
        self._path = path
        self._on_error = on_error
        self._failing = False
        self._counts: dict[str, int] = {}
        self._operations: queue.SimpleQueue[tuple[_Operation, Future[Any] | None] | None] = (
            queue.SimpleQueue()
        )
        self._closed = False
        self._lock = self._lock_of(self.session)
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._work, args=(opened,), name="journal", daemon=True)
        import filelock

        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire(timeout=5)
        except (OSError, filelock.Timeout) as error:
            raise StorageFailed(
                "The data folder cannot be written.",
                advice="Check its permissions and free space, or choose another one.",
                details=str(error),
            ) from error
        self._thread.start()
        try:
            opened.result()
        except BaseException:
            self._release()
            raise

    # -- writing: returns at once --------------------------------------------------------------------------------

    def put_comparison(self, comparison: str, *, title: str = "", setup: Json | None = None) -> None:
        """Keep a comparison that is on screen: its title, and its setup as the window wants to find it again."""
        now, data = time.time(), json.dumps(setup or {})
        self._write(
            lambda c: c.execute(
                "INSERT INTO comparisons (id, session, created, updated, title, setup) VALUES (?,?,?,?,?,?) "
                "ON CONFLICT (id) DO UPDATE SET session=excluded.session, updated=excluded.updated, "
                "title=excluded.title, setup=excluded.setup, is_open=1",
                (comparison, self.session, now, now, _writable(title), data),
            )
        )

    def close_comparison(self, comparison: str) -> None:
        """It is no longer on screen; it stays in :meth:`recent`."""
        self._write(lambda c: c.execute("UPDATE comparisons SET is_open=0 WHERE id=?", (comparison,)))

    def begin_turn(self, comparison: str, turn: Turn) -> None:
        """A prompt was sent in a lane."""
        self._counts[turn.id] = 0
        now = time.time()
        title = _writable(" ".join(turn.prompt.split())[:80])

        def write(c: sqlite3.Connection) -> None:
            c.execute(
                "INSERT INTO comparisons (id, session, created, updated, title) VALUES (?,?,?,?,?) "
                "ON CONFLICT (id) DO UPDATE SET updated=excluded.updated, "
                "title=CASE title WHEN '' THEN excluded.title ELSE title END",
                (comparison, self.session, now, now, title),
            )
            c.execute(
                "INSERT INTO turns (id, comparison, lane, prompt, started) VALUES (?,?,?,?,?)",
                (turn.id, comparison, turn.lane, _writable(turn.prompt), turn.started),
            )

        self._write(write)

    def add_event(self, turn: str, event: RunEvent) -> None:
        """Something happened in a turn."""
        number = self._counts.get(turn, 0)
        self._counts[turn] = number + 1
        if isinstance(event, Finished):
            self._counts.pop(turn, None)

        def write(c: sqlite3.Connection) -> None:
            row = (turn, number, type(event).__name__, event.at, encode(event))
            c.execute("INSERT INTO events (turn, n, kind, at, data) VALUES (?,?,?,?,?)", row)

        self._write(write)

    def save_draft(self, comparison: str, text: str, *, lane: str = "") -> None:
        """Keep what stands in a composer; an empty text forgets it."""
        now, text = time.time(), _writable(text)
        if text:
            self._write(
                lambda c: c.execute(
                    "INSERT OR REPLACE INTO drafts (comparison, lane, text, updated) VALUES (?,?,?,?)",
                    (comparison, lane, text, now),
                )
            )
        else:
            self._write(
                lambda c: c.execute("DELETE FROM drafts WHERE comparison=? AND lane=?", (comparison, lane))
            )

    # -- reading -------------------------------------------------------------------------------------------------

    async def unfinished(self) -> tuple[StoredComparison, ...]:
        """What windows that are gone had on screen, oldest first. It belongs to this window from now on."""
        return await self._ask(self._take_over)

    async def recent(self, limit: int = 50) -> tuple[StoredComparison, ...]:
        """The comparisons last worked with, newest first, without their turns."""

        def read(c: sqlite3.Connection) -> tuple[StoredComparison, ...]:
            rows = c.execute(
                "SELECT id, title, created, updated, setup FROM comparisons ORDER BY updated DESC, id LIMIT ?",
                (limit,),
            ).fetchall()
            return tuple(
                StoredComparison(id=r[0], title=r[1], created=r[2], updated=r[3], setup=read_json(r[4]))
                for r in rows
            )

        return await self._ask(read)

    async def load(self, comparison: str) -> StoredComparison | None:
        """A comparison with everything that happened in it; None when there is none of that id."""
        return await self._ask(lambda c: load_comparison(c, comparison))

    async def forget(self, comparison: str) -> None:
        """Delete a comparison with everything in it."""

        def delete(c: sqlite3.Connection) -> None:
            c.execute(
                "DELETE FROM events WHERE turn IN (SELECT id FROM turns WHERE comparison=?)", (comparison,)
            )
            for table, column in (("turns", "comparison"), ("drafts", "comparison"), ("comparisons", "id")):
                c.execute(f"DELETE FROM {table} WHERE {column}=?", (comparison,))  # noqa: S608 - our own names

        await self._ask(delete)

    async def clear_older(self, days: int) -> int:
        """Delete closed comparisons that nobody has touched for ``days`` (1 or more); says how many those were."""
        before = time.time() - max(1, days) * 86400

        def find(c: sqlite3.Connection) -> list[str]:
            rows = c.execute("SELECT id FROM comparisons WHERE is_open=0 AND updated<?", (before,)).fetchall()
            return [str(row[0]) for row in rows]

        old = await self._ask(find)
        for comparison in old:
            await self.forget(comparison)
        return len(old)

    async def flush(self) -> None:
        """Wait until everything given so far is on disk."""
        await self._ask(lambda _c: None)

    def close(self) -> None:
        """Write what is left, note that this window ended properly, and let go of the file."""
        if self._closed:
            return
        now = time.time()
        self._write(lambda c: c.execute("UPDATE sessions SET ended=? WHERE id=?", (now, self.session)))
        self._closed = True
        self._operations.put(None)
        self._thread.join(timeout=5)
        self._release()

    # -- rooms that keep tables of their own ---------------------------------------------------------------------

    async def ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        """Run ``question`` on the journal's connection, in its thread and inside a transaction, and give its answer.

        For parts of the program that keep tables of their own in this file (their steps are in ``journal_schema``).
        What was given to :meth:`write` before is done before.

        Raises:
            StorageFailed: the journal is closed, or the file cannot be read or written.
        """
        return await self._ask(question)

    def write(self, operation: Callable[[sqlite3.Connection], object]) -> None:
        """Run ``operation`` like :meth:`ask`, without waiting for it; failures go to ``on_error``."""
        self._write(operation)

    # -- the writing thread --------------------------------------------------------------------------------------

    def _write(self, operation: Callable[[sqlite3.Connection], object]) -> None:
        if not self._closed:
            self._operations.put((lambda c: _void(operation(c)), None))

    async def _ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        if self._closed:
            raise StorageFailed("The journal is closed.")
        future: Future[_T] = Future()
        future.set_running_or_notify_cancel()

        def answer(c: sqlite3.Connection) -> None:
            future.set_result(question(c))

        self._operations.put((answer, future))
        return await asyncio.wrap_future(future)

    def _work(self, opened: Future[None]) -> None:
        try:
            connection = connect(self._path, self._path.parent / "backups")
            connection.execute(
                "INSERT INTO sessions (id, pid, started) VALUES (?,?,?)",
                (self.session, os.getpid(), time.time()),
            )
        except sqlite3.Error as error:
            opened.set_exception(
                StorageFailed("The journal of this window cannot be written.", details=str(error))
            )
            return
        except BaseException as error:  # noqa: BLE001 - belongs to the waiting constructor
            opened.set_exception(error)
            return
        opened.set_result(None)
        with contextlib.closing(connection):
            more = True
            while more:
                batch, more = self._gather()
                self._commit(connection, batch)

    def _gather(self) -> tuple[list[tuple[_Operation, Future[Any] | None]], bool]:
        """Wait for an operation, then take what else comes within the batch's time; a question is not kept waiting."""
        batch: list[tuple[_Operation, Future[Any] | None]] = []
        deadline: float | None = None
        while True:
            try:
                wait = None if deadline is None else max(0.0, deadline - time.monotonic())
                item = self._operations.get(timeout=wait)
            except queue.Empty:
                return batch, True
            if item is None:
                return batch, False
            batch.append(item)
            if item[1] is not None or len(batch) >= 2000:
                return batch, True
            deadline = deadline or time.monotonic() + BATCH_SECONDS

    def _commit(
        self, connection: sqlite3.Connection, batch: list[tuple[_Operation, Future[Any] | None]]
    ) -> None:
        if not batch:
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
            for operation, _ in batch:
                operation(connection)
            connection.execute("COMMIT")
            self._failing = False
        except Exception as error:  # noqa: BLE001 - told to whoever asked, or once to on_error
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            if len(batch) > 1 and not isinstance(error, sqlite3.OperationalError):
                for single in batch:  # one of them cannot be written: the others are
                    self._commit(connection, [single])
                return
            failure = (
                error
                if isinstance(error, AppError)
                else StorageFailed(
                    "What happens here cannot be kept: the journal cannot be written.",
                    advice="Check the data folder's permissions and free space. The answers go on meanwhile.",
                    details=str(error),
                )
            )
            self._complain(failure, batch)

    def _complain(self, failure: AppError, batch: list[tuple[_Operation, Future[Any] | None]]) -> None:
        for _, future in batch:
            if future is not None and not future.done():
                future.set_exception(failure)
        if not self._failing:
            self._failing = True
            log.warning("the journal cannot be written: %s", failure.details)
            if self._on_error is not None and isinstance(failure, StorageFailed):
                self._on_error(failure)

    # -- sessions ------------------------------------------------------------------------------------------------

    def _take_over(self, connection: sqlite3.Connection) -> tuple[StoredComparison, ...]:
        found: list[StoredComparison] = []
        sessions = connection.execute(
            "SELECT DISTINCT s.id, s.ended FROM sessions s JOIN comparisons c ON c.session = s.id "
            "WHERE c.is_open AND s.id <> ?",
            (self.session,),
        ).fetchall()
        for session, ended in sessions:
            if self._lives(session):
                continue
            rows = connection.execute(
                "SELECT id FROM comparisons WHERE session=? AND is_open ORDER BY updated", (session,)
            ).fetchall()
            for (comparison,) in rows:
                stored = load_comparison(connection, comparison)
                if stored is not None and (stored.turns or stored.drafts or stored.setup):
                    found.append(dataclasses.replace(stored, crashed=ended is None))
            connection.execute("UPDATE comparisons SET session=? WHERE session=?", (self.session, session))
        return tuple(sorted(found, key=lambda comparison: comparison.updated))

    def _lives(self, session: str) -> bool:
        """Whether another window holds the session's lock."""
        import filelock

        lock = self._lock_of(session)
        if not Path(lock.lock_file).exists():
            return False
        try:
            lock.acquire(timeout=0)
        except (filelock.Timeout, OSError):
            return True
        lock.release()
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)
        return False

    def _lock_of(self, session: str) -> filelock.FileLock:
        import filelock

        folder = self._path.parent / "windows"
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return filelock.FileLock(folder / f"{session}.lock", thread_local=False, mode=0o600)

    def _release(self) -> None:
        with contextlib.suppress(OSError):
            self._lock.release()
            Path(self._lock.lock_file).unlink(missing_ok=True)


def _void(_: object) -> None:
    """Operations give nothing back."""


def _writable(text: str) -> str:
    """Without halves of surrogate pairs, which are no text to a database."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

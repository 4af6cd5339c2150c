"""Interpreter sessions for whoever needs them: one per thread or conversation, found by a key of the caller's.

::

    interpreters = Interpreters(data_dir)
    session = interpreters.session("thread_abc")
    name = await session.add_file("sales.csv", content)          # lies at /mnt/data/sales.csv
    output = await session.run("import pandas as pd\\npd.read_csv('/mnt/data/sales.csv').describe()")
    output.logs, output.images, output.files, output.status
    with (await session.open_file(output.files[0]))[0] as file: ...
    await interpreters.close()

Everything that takes time is async and runs on threads; nothing raises for what a cell does. Cells of one session run
one after the other. A session that ended (crash, limit, idle time, by hand) starts anew with the next cell, whose logs
then say so; files are kept until :meth:`Interpreters.forget`.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import re
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.interpreter import folder as folders
from app.interpreter.backends import Chosen, Settings, choose
from app.interpreter.model import DATA, BackendSession, InterpreterUnavailable, Output, SessionLost
from app.interpreter.selftest import Line
from app.interpreter.spare import Spares, sweep
from app.interpreter.thread_session import Session

__all__ = ["Interpreters", "Line", "Output", "Session", "Settings"]

_HOUSEKEEPING_SECONDS = 2.0
_REMEMBER_SECONDS = 15 * 60.0
_PLAIN_KEY = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$")


class Interpreters:
    """All sessions of one program. ``data_dir`` is the program's data folder; several programs may share it."""

    def __init__(self, data_dir: Path, settings: Settings | None = None) -> None:
        self.settings = settings if settings is not None else Settings()
        self._root = data_dir / "interpreter"
        self._sessions: dict[str, Session] = {}
        self._lock = threading.Lock()
        self._choice_lock = threading.Lock()
        self._chosen: Chosen | None = None
        self._spares: Spares | None = None
        self._closed = threading.Event()
        self.threads = ThreadPoolExecutor(self.settings.max_sessions + 8, thread_name_prefix="interpreter")
        """Where cells run: threads of their own, because a cell may take a minute."""
        self._keeper: threading.Thread | None = None

    def session(self, key: str) -> Session:
        """The session of this key; the same object for the same key."""
        with self._lock:
            if key not in self._sessions:
                self._sessions[key] = Session(self, key, self._root / "sessions" / self._name(key))
            found = self._sessions[key]
            found.asked_for = time.monotonic()
            return found

    async def prepare(self, *, spare: bool = True) -> str | None:
        """Choose and prove a backend and warm a spare, ahead of the first cell; None, or why there is none."""
        return await asyncio.to_thread(self.prepare_blocking, spare=spare)

    def prepare_blocking(self, *, spare: bool = True) -> str | None:
        """:meth:`prepare` for callers without an event loop."""
        chosen = self._choose()
        if chosen.backend is None:
            return chosen.reason
        if spare and self._spares is not None:
            self._keep_house()
            self._spares.refill()
        return None

    @property
    def chosen(self) -> Chosen | None:
        """The backend that was chosen, or why there is none; None as long as nobody asked (:meth:`prepare`)."""
        return self._chosen

    def reconsider(self) -> None:
        """Choose anew with the next use if there was no backend: something may have been installed since."""
        with self._choice_lock:
            if self._chosen is not None and self._chosen.backend is None:
                self._chosen = None

    def known(self, key: str) -> Session | None:
        """The session of this key if it is in use or left files or a mark behind; None if nothing is known of it."""
        with self._lock:
            if key in self._sessions:
                return self._sessions[key]
        return self.session(key) if (self._root / "sessions" / self._name(key)).is_dir() else None

    def left_behind(self) -> list[tuple[str, float]]:
        """Plain keys of the sessions that have a folder, with the time of its last change (Unix seconds)."""
        found = []
        with contextlib.suppress(OSError):
            for home in (self._root / "sessions").iterdir():
                with contextlib.suppress(OSError):
                    times = [
                        (home / name).stat().st_mtime
                        for name in (".", "used", "data")
                        if (home / name).exists()
                    ]
                    found.append((home.name, max(times)))
        return found

    @staticmethod
    def _name(key: str) -> str:
        if _PLAIN_KEY.match(key):
            return key
        return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:40]

    async def describe(self) -> str:
        """What a model must know to use the tool; for the tool's description in a prompt."""
        chosen = await asyncio.to_thread(self._choose)
        if chosen.backend is None:
            return chosen.reason
        limits = self.settings.limits
        return (
            f"{chosen.backend.describe()} Variables stay between calls. Files are in {DATA}; what is written there is "
            "given to the user. Plots are shown to the user. The value of the last expression is shown. "
            f"At most {limits.cell_seconds:g} seconds a call and {limits.memory_bytes // 2**20} MB of memory."
        )

    async def self_test(self, on_line: Callable[[Line], None] | None = None) -> list[Line]:
        """Test the backends that are in question here, anew, line by line; ``on_line`` gets each at once."""
        from app.interpreter.backends import self_test_lines

        loop = asyncio.get_running_loop()
        lines: list[Line] = []

        def work() -> None:
            for line in self_test_lines(self.settings, self._closed):
                lines.append(line)
                if on_line is not None:
                    loop.call_soon_threadsafe(on_line, line)

        await asyncio.to_thread(work)
        return lines

    @property
    def backend_name(self) -> str | None:
        """``native``, ``wasi`` or ``remote`` once chosen; None before, and when the interpreter is off."""
        chosen = self._chosen
        return chosen.backend.name if chosen is not None and chosen.backend is not None else None

    async def forget(self, key: str) -> None:
        """End a session for good and remove its files: its thread was deleted."""
        session = self.session(key)
        await asyncio.to_thread(session.end_blocking, "")
        with self._lock:
            self._sessions.pop(key, None)
        await asyncio.to_thread(folders.remove_tree, session.home)

    async def close(self) -> None:
        """End every session and the spare; files are kept."""
        await asyncio.to_thread(self.close_blocking)

    def close_blocking(self) -> None:
        """:meth:`close` for callers without an event loop."""
        self._closed.set()
        with self._lock:
            sessions = list(self._sessions.values())
        ending = [threading.Thread(target=session.end_blocking, args=("",)) for session in sessions]
        if self._spares is not None:
            ending.append(threading.Thread(target=self._spares.close))
        for thread in ending:
            thread.start()
        for thread in ending:
            thread.join()
        if self._keeper is not None:
            self._keeper.join(0.5)
        self.threads.shutdown(wait=False, cancel_futures=True)

    def new_trash(self) -> Path:
        """A path for a folder that is to go; it is removed in the background soon after."""
        trash = self._root / "trash"
        trash.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._keep_house()
        return trash / f"{os.getpid()}-{secrets.token_hex(8)}"

    def give_away(self, folder: Path) -> None:
        """Make a new folder belong to the user that sessions run as."""
        owner = self.file_owner()
        if owner is not None:
            folders.give_away(folder, owner)

    def file_owner(self) -> int | None:
        """The user that files given to sessions must belong to; None: us."""
        chosen = self._choose()
        return getattr(chosen.backend, "file_owner", None)

    def open_backend(self, session: Session) -> BackendSession:
        """Start the running part of ``session``: from the warm spare if there is one.

        Raises:
            InterpreterUnavailable: no backend is proven here.
            SessionLost: it did not start.
        """
        if self._closed.is_set():
            raise SessionLost("The program is closing.")
        chosen = self._choose()
        if chosen.backend is None:
            raise InterpreterUnavailable(chosen.reason, advice=chosen.advice)
        self._make_room()
        self._keep_house()
        if self._spares is not None:
            opened = self._spares.take(session.folder)
            if opened is not None:
                return opened
        return chosen.backend.open(session.folder, self.settings.limits)

    def _choose(self) -> Chosen:
        with self._choice_lock:
            if self._chosen is None:
                self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
                sweep(self._root / "trash")
                self._chosen = choose(self.settings, self._closed)
                backend = self._chosen.backend
                if backend is not None and backend.name != "remote" and self.settings.spare:
                    self._spares = Spares(self._root / "spares", backend, self.settings.limits, self._closed)
            return self._chosen

    def _make_room(self) -> None:
        """End the session that rested longest if there are too many."""
        with self._lock:
            resting = [
                (since, session)
                for session in self._sessions.values()
                if (since := session.idle_since()) is not None
            ]
            too_many = len(resting) >= self.settings.max_sessions
        if too_many:
            min(resting, key=lambda item: item[0])[1].end_resting("it made room for another one")

    def _keep_house(self) -> None:
        with self._lock:
            if self._keeper is None:
                self._keeper = threading.Thread(target=self._keep, name="interpreter-keeper", daemon=True)
                self._keeper.start()

    def _let_go(self) -> None:
        """Forget objects of sessions that do not run and that nobody asked for lately; their folders stay."""
        before = time.monotonic() - _REMEMBER_SECONDS
        with self._lock:
            for key, session in list(self._sessions.items()):
                if session.asked_for < before and session.at_rest:
                    del self._sessions[key]

    def _keep(self) -> None:
        while not self._closed.wait(_HOUSEKEEPING_SECONDS):
            sweep(self._root / "trash", ours=True)
            with self._lock:
                sessions = list(self._sessions.values())
            self._let_go()
            now = time.monotonic()
            if self._spares is not None:
                self._spares.drop_unused(self.settings.spare_seconds)
            for session in sessions:
                since = session.idle_since()
                if since is not None and now - since > self.settings.idle_seconds:
                    minutes = self.settings.idle_seconds / 60
                    session.end_resting(f"it was not used for {minutes:g} minutes")
                else:
                    session.look_after()

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
import dataclasses
import hashlib
import io
import logging
import os
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.core.errors import InvalidInput
from app.interpreter import folder as folders
from app.interpreter.backends import Chosen, Settings, choose
from app.interpreter.model import (
    DATA,
    Answer,
    BackendSession,
    InterpreterUnavailable,
    OnOutput,
    Output,
    SessionLost,
)
from app.interpreter.selftest import Line
from app.interpreter.spare import Spares, sweep

__all__ = ["Interpreters", "Line", "Output", "Session", "Settings"]

log = logging.getLogger(__name__)

_HOUSEKEEPING_SECONDS = 2.0
_PLAIN_KEY = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$")


@dataclass
class _Live:
    """The running part of a session."""

    backend: BackendSession
    last_used: float = field(default_factory=time.monotonic)


class Session:
    """One conversation's interpreter; made by :meth:`Interpreters.session`, cheap until the first cell."""

    def __init__(self, owner: Interpreters, key: str, home: Path) -> None:
        self.key = key
        self.home = home
        self._owner = owner
        self._lock = threading.Lock()
        self._live: _Live | None = None
        self._ended_because = ""
        self._cancel: threading.Event | None = None
        self._running = False

    @property
    def folder(self) -> Path:
        """Where the session's files lie on this computer; read them with :meth:`open_file`."""
        return self.home / "data"

    @property
    def state(self) -> str:
        """For a person: ``running``, ``ready``, ``ended`` (starts anew with the next cell) or ``new``."""
        if self._running:
            return "running"
        live = self._live
        if live is not None and live.backend.alive:
            return "ready"
        return "ended" if self._ended_because or self._mark.exists() else "new"

    async def run(
        self, code: str, on_output: OnOutput | None = None, cancel: threading.Event | None = None
    ) -> Output:
        """Run one cell and wait for its end.

        ``on_output`` gets ``("stdout" | "stderr", text)`` while the cell prints, on the event loop's thread. The cell
        stops when ``cancel`` is set or the awaiting task is cancelled; then its status is ``cancelled``.

        Raises:
            InterpreterUnavailable: no backend is proven here; the message is fit for a person and for a model.
            SessionLost: the session could not be started.
        """
        loop = asyncio.get_running_loop()
        stop = cancel if cancel is not None else threading.Event()

        def live_output(stream: str, text: str) -> None:
            if on_output is not None:
                with contextlib.suppress(RuntimeError):  # the loop is closed: nobody looks any more
                    loop.call_soon_threadsafe(on_output, stream, text)

        work = asyncio.ensure_future(
            asyncio.to_thread(self.run_blocking, code, live_output if on_output is not None else None, stop)
        )
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.set()
            with contextlib.suppress(Exception):
                await work
            raise

    def run_blocking(
        self, code: str, on_output: OnOutput | None = None, cancel: threading.Event | None = None
    ) -> Output:
        """:meth:`run` for callers without an event loop; ``on_output`` is called on this thread."""
        stop = cancel if cancel is not None else threading.Event()
        with self._lock:
            self._cancel = stop
            self._running = True
            started = time.monotonic()
            try:
                note = self._start()
                live = self._live
                assert live is not None
                limits = self._owner.settings.limits
                before = folders.snapshot(self.folder, 2 * limits.folder_files)
                answer = live.backend.run(code, stop, on_output)
                live.last_used = time.monotonic()
                return self._output(answer, before, note, time.monotonic() - started)
            finally:
                self._running = False
                self._cancel = None

    async def add_file(self, name: str, content: bytes | Path | BinaryIO) -> str:
        """Put a file into the session and give the name it got: ``name`` without folders and other traps.

        A file of that name is replaced.

        Raises:
            InvalidInput: the file is larger than a session takes, or a folder has that name.
        """
        return await asyncio.to_thread(self.add_file_blocking, name, content)

    def add_file_blocking(self, name: str, content: bytes | Path | BinaryIO) -> str:
        """:meth:`add_file` for callers without an event loop."""
        limit = self._owner.settings.limits.file_bytes

        def write(target: BinaryIO) -> None:
            with contextlib.ExitStack() as stack:
                if isinstance(content, Path):
                    source: BinaryIO = stack.enter_context(content.open("rb"))
                elif isinstance(content, bytes):
                    source = io.BytesIO(content)
                else:
                    source = content
                folders.copy_limited(source, target, limit)
                if source.read(1):
                    raise InvalidInput(f"“{name}” is larger than {limit // 2**20} MB.")

        with self._lock:
            self._make_folder()
            try:
                return folders.place(self.folder, name, write, self._owner.file_owner())
            except InvalidInput:
                with contextlib.suppress(OSError):
                    (self.folder / folders.safe_name(name)).unlink()
                raise

    async def files(self) -> list[folders.FileInfo]:
        """List the session's files, sorted by name: plain files with usable names, those in folders included."""
        return await asyncio.to_thread(self.files_blocking)

    def files_blocking(self) -> list[folders.FileInfo]:
        """:meth:`files` for callers without an event loop."""
        found = [
            folders.FileInfo(name, entry.size, entry.mark[1] / 1e9)
            for name, entry in folders.scan(self.folder, self._owner.settings.limits.folder_files)
            if entry.kind == "file" and entry.links == 1 and folders.deliverable_name(name)
        ]
        return sorted(found, key=lambda item: item.name)

    async def open_file(self, name: str) -> tuple[BinaryIO, int]:
        """Open one of the session's files to read it, and give its size in bytes; links are never followed.

        Raises:
            NotFound: there is no such plain file.
        """
        return await asyncio.to_thread(folders.open_file, self.folder, name)

    async def remove_file(self, name: str) -> None:
        """Remove one of the session's files, if it is there."""
        await asyncio.to_thread(folders.remove_file, self.folder, name)

    def cancel(self) -> None:
        """Stop the cell that runs now, if one does; variables are kept where it obeys."""
        event = self._cancel
        if event is not None:
            event.set()

    async def reset(self, *, files: bool = False) -> None:
        """End the session by hand; the next cell starts with no variables. With ``files``, remove them too."""
        await asyncio.to_thread(self.end_blocking, "it was reset by hand")
        if files:
            await asyncio.to_thread(self._empty)

    def _empty(self) -> None:
        with self._lock:
            if self.folder.exists():
                folders.prune(self.folder, {}, self._owner.new_trash())

    async def stop(self) -> None:
        """End the session now, a running cell included; the next cell starts it anew."""
        await asyncio.to_thread(self.end_blocking, "it was stopped by hand")

    def end_blocking(self, why: str) -> None:
        """End the running part, if there is one, because of ``why``."""
        live, self._live = self._live, None
        if live is not None:
            live.backend.close()
            self._ended_because = self._ended_because or why

    def end_resting(self, why: str) -> None:
        """End the running part unless a cell has just begun."""
        if self._lock.acquire(blocking=False):
            try:
                self.end_blocking(why)
            finally:
                self._lock.release()

    def idle_since(self) -> float | None:
        """Monotonic time of the last use; None while a cell runs or nothing runs at all."""
        live = self._live
        return None if live is None or self._running else live.last_used

    def look_after(self) -> None:
        """End a resting session that does not rest: threads of a cell never run between cells."""
        live = self._live
        control = getattr(live.backend, "resting", None) if live is not None else None
        if control is not None and self._lock.acquire(blocking=False):
            try:
                if self._live is live and not control():
                    self.end_blocking("it did not stand still between cells")
            finally:
                self._lock.release()

    @property
    def _mark(self) -> Path:
        """A file that says that cells ran in this session, so that a later program knows that variables were lost."""
        return self.home / "used"

    def _make_folder(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.mkdir(exist_ok=True, mode=0o700)

    def _start(self) -> str:
        """Have a running backend session; gives a note when an earlier one was lost."""
        if self._live is not None and self._live.backend.alive:
            return ""
        if self._live is not None:
            self._live.backend.close()
            self._live = None
            self._ended_because = self._ended_because or "it had ended"
        self._make_folder()
        lost = self._mark.exists()
        self._live = _Live(self._owner.open_backend(self))
        self._mark.touch()
        why, self._ended_because = self._ended_because or "the program was restarted", ""
        if not lost:
            return ""
        return f"The Python session started anew ({why}): variables and imports are lost, files in {DATA} are kept."

    def _output(self, answer: Answer, before: dict[str, folders.Entry], note: str, duration: float) -> Output:
        limits = self._owner.settings.limits
        notes = [answer.note] if answer.note else []
        live = self._live
        if live is not None and not live.backend.alive:
            self._ended_because = answer.note.removeprefix("The session was ended: ").rstrip(".") or "it had ended"
            notes.append(f"Variables and imports are lost, files in {DATA} are kept.")
        stored, count = folders.usage(self.folder, limits.folder_files)
        if stored > limits.folder_bytes or count > limits.folder_files:
            self.end_blocking("it put too much into its folder")
            answer = dataclasses.replace(answer, status="limit", exit_code=125)
            folders.prune(self.folder, before, self._owner.new_trash())
            self._owner.give_away(self.folder)
            notes.append("What this cell added to the folder was removed: it was too much.")
        after = folders.snapshot(self.folder, 2 * limits.folder_files)
        files, more = folders.new_files(before, after, limits)
        notes += more
        logs = answer.logs
        if answer.result is not None:
            logs += ("" if not logs or logs.endswith("\n") else "\n") + answer.result + "\n"
        if notes:
            logs += ("" if not logs or logs.endswith("\n") else "\n") + f"[{' '.join(notes)}]\n"
        if note:
            logs = f"[{note}]\n{logs}"
        return Output(
            logs=logs,
            images=tuple(answer.images),
            files=tuple(files),
            status=answer.status,
            result=answer.result,
            duration=duration,
            exit_code=answer.exit_code,
            note=" ".join(filter(None, (note, *notes))),
            restarted=bool(note),
        )


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
        self._keeper: threading.Thread | None = None

    def session(self, key: str) -> Session:
        """The session of this key; the same object for the same key."""
        name = key if _PLAIN_KEY.match(key) else hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:40]
        with self._lock:
            if key not in self._sessions:
                self._sessions[key] = Session(self, key, self._root / "sessions" / name)
            return self._sessions[key]

    async def prepare(self) -> str | None:
        """Choose and prove a backend and warm a spare, ahead of the first cell; None, or why there is none."""
        return await asyncio.to_thread(self.prepare_blocking)

    def prepare_blocking(self) -> str | None:
        """:meth:`prepare` for callers without an event loop."""
        chosen = self._choose()
        if chosen.backend is None:
            return chosen.reason
        if self._spares is not None:
            self._spares.refill()
        return None

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
            for line in self_test_lines(self.settings):
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
        if self._spares is not None:
            self._spares.close()
        with self._lock:
            sessions = list(self._sessions.values())
        for session in sessions:
            session.end_blocking("")
        if self._keeper is not None:
            self._keeper.join(5)

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
                self._chosen = choose(self.settings)
                backend = self._chosen.backend
                if backend is not None and backend.name != "remote" and self.settings.spare:
                    self._spares = Spares(self._root / "spares", backend, self.settings.limits)
            return self._chosen

    def _make_room(self) -> None:
        """End the session that rested longest if there are too many."""
        with self._lock:
            resting = [
                (since, session) for session in self._sessions.values() if (since := session.idle_since()) is not None
            ]
            too_many = len(resting) >= self.settings.max_sessions
        if too_many:
            min(resting, key=lambda item: item[0])[1].end_resting("it made room for another one")

    def _keep_house(self) -> None:
        with self._lock:
            if self._keeper is None:
                self._keeper = threading.Thread(target=self._keep, name="interpreter-keeper", daemon=True)
                self._keeper.start()

    def _keep(self) -> None:
        while not self._closed.wait(_HOUSEKEEPING_SECONDS):
            sweep(self._root / "trash", ours=True)
            with self._lock:
                sessions = list(self._sessions.values())
            now = time.monotonic()
            for session in sessions:
                since = session.idle_since()
                if since is not None and now - since > self.settings.idle_seconds:
                    minutes = self.settings.idle_seconds / 60
                    session.end_resting(f"it was not used for {minutes:g} minutes")
                else:
                    session.look_after()

"""One conversation's interpreter: its folder, its running part, and how cells run in it (see :mod:`.session`)."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import io
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.core.errors import InvalidInput
from app.interpreter import folder as folders
from app.interpreter.model import (
    DATA,
    Answer,
    BackendSession,
    OnOutput,
    OnPart,
    Output,
    Part,
    SessionLost,
    Stream,
)
from app.interpreter.parts import Parts
from app.interpreter.shared import Neighbours

if TYPE_CHECKING:
    from app.interpreter.session import Interpreters


@dataclass
class _Live:
    """The running part of a session."""

    backend: BackendSession
    last_used: float = field(default_factory=time.monotonic)
    started_at: int = field(default_factory=lambda: int(time.time()))


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
        self.starting = False
        self.asked_for = time.monotonic()
        self._neighbours = Neighbours(home)

    @property
    def at_rest(self) -> bool:
        """Whether nothing runs and nothing is known that its folder does not tell as well."""
        return self._live is None and not self._running and not self._ended_because

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

    @property
    def ended_because(self) -> str:
        """Why its running part ended, in words; empty while it runs and where nobody knows."""
        return self._ended_because

    @property
    def started_at(self) -> int | None:
        """When its running part was started (Unix seconds); None when nothing runs."""
        live = self._live
        return live.started_at if live is not None and live.backend.alive else None

    async def run(
        self,
        code: str,
        on_output: OnOutput | None = None,
        cancel: threading.Event | None = None,
        on_part: OnPart | None = None,
    ) -> Output:
        """Run one cell and wait for its end.

        ``on_output`` gets ``("stdout" | "stderr", text)`` while the cell prints, ``on_part`` everything that will be in
        :attr:`Output.parts` while it comes, notes and pictures included; both on the event loop's thread. The cell stops
        when ``cancel`` is set or the awaiting task is cancelled; then its status is ``cancelled``.

        Raises:
            InterpreterUnavailable: no backend is proven here; the message is fit for a person and for a model.
            SessionLost: the session could not be started.
        """
        loop = asyncio.get_running_loop()
        stop = cancel if cancel is not None else threading.Event()

        def live_output(stream: Stream, text: str) -> None:
            if on_output is not None:
                with contextlib.suppress(RuntimeError):  # the loop is closed: nobody looks any more
                    loop.call_soon_threadsafe(on_output, stream, text)

        def live_part(part: Part) -> None:
            if on_part is not None:
                with contextlib.suppress(RuntimeError):
                    loop.call_soon_threadsafe(on_part, part)

        try:
            queued = self._owner.threads.submit(
                self.run_blocking,
                code,
                live_output if on_output is not None else None,
                stop,
                live_part if on_part is not None else None,
            )
        except RuntimeError:
            raise SessionLost("The program is closing.") from None
        work = asyncio.wrap_future(queued)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.set()
            if queued.cancel():  # it had not begun: there is no free thread for it
                raise
            with contextlib.suppress(Exception):
                await work
            raise

    def run_blocking(
        self,
        code: str,
        on_output: OnOutput | None = None,
        cancel: threading.Event | None = None,
        on_part: OnPart | None = None,
    ) -> Output:
        """:meth:`run` for callers without an event loop; the callbacks are called on this thread."""
        stop = cancel if cancel is not None else threading.Event()
        limits = self._owner.settings.limits
        with self._lock:
            self._cancel = stop
            self._running = True
            try:
                with self._neighbours.turn(stop, limits.cell_seconds + limits.grace_seconds) as ours:
                    parts = Parts(on_output, on_part)
                    if not ours:
                        note = "The cell was cancelled before it began."
                        parts.line(f"[{note}]")
                        return Output(
                            logs=f"[{note}]\n",
                            parts=parts.joined(),
                            status="cancelled",
                            exit_code=130,
                            note=note,
                        )
                    return self._run(code, stop, parts)
            finally:
                self._running = False
                self._cancel = None

    def _run(self, code: str, stop: threading.Event, parts: Parts) -> Output:
        started = time.monotonic()
        note = self._start()
        if note:
            parts.line(f"[{note}]")
        live = self._live
        assert live is not None
        limits = self._owner.settings.limits
        before = folders.snapshot(self.folder, 2 * limits.folder_files)
        answer = live.backend.run(code, stop, parts.output, parts.image)
        live.last_used = time.monotonic()
        parts.complete(answer)
        return self._output(answer, parts, before, note, time.monotonic() - started)

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
        starting = self._running and self._live is None
        await asyncio.to_thread(self.end_blocking, "it was stopped by hand")
        if starting:
            self.cancel()

    def end_blocking(self, why: str) -> None:
        """End the running part, if there is one, because of ``why``."""
        live, self._live = self._live, None
        if live is not None:
            live.backend.close()
            self._neighbours.move_out()
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
        self.starting = True
        try:
            self._live = _Live(self._owner.open_backend(self))
        finally:
            self.starting = False
        self._mark.touch()
        alone = self._neighbours.move_in()
        why, self._ended_because = self._ended_because or "the program was restarted", ""
        if not lost:
            return ""
        if not alone:
            return (
                f"Another window of the program has a Python session of its own here: its variables and imports are not in "
                f"this one, files in {DATA} are the same."
            )
        return f"The Python session started anew ({why}): variables and imports are lost, files in {DATA} are kept."

    def _output(
        self, answer: Answer, parts: Parts, before: dict[str, folders.Entry], note: str, duration: float
    ) -> Output:
        limits = self._owner.settings.limits
        notes = [answer.note] if answer.note else []
        live = self._live
        if live is not None and not live.backend.alive:
            self._ended_because = (
                answer.note.removeprefix("The session was ended: ").rstrip(".") or "it had ended"
            )
            notes.append(f"Variables and imports are lost, files in {DATA} are kept.")
        if folders.excess(self.folder, limits) is not None:
            self.end_blocking("it put too much into its folder")
            answer = dataclasses.replace(answer, status="limit", exit_code=125)
            folders.prune(self.folder, before, self._owner.new_trash())
            self._owner.give_away(self.folder)
            notes.append("What this cell added to the folder was removed: it was too much.")
        after = folders.snapshot(self.folder, 2 * limits.folder_files)
        files, more = folders.new_files(before, after, limits)
        notes += more
        if notes:
            parts.line(f"[{' '.join(notes)}]")
        joined = parts.joined()
        return Output(
            logs="".join(part for part in joined if isinstance(part, str)),
            images=tuple(part for part in joined if isinstance(part, bytes)),
            parts=joined,
            files=tuple(files),
            status=answer.status,
            result=answer.result,
            duration=duration,
            exit_code=answer.exit_code,
            note=" ".join(filter(None, (note, *notes))),
            restarted=bool(note),
        )

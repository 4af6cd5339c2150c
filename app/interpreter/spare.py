"""A warm spare: one session that is already open and has the big libraries imported, for whoever comes next.

It is made over a nameless folder. When it is taken, its folder is put in the place of the session's: what is mounted
inside follows the folder itself, not its name.
"""

# ruff: noqa: PTH104
# (folders are renamed as the system does it)
from __future__ import annotations

import contextlib
import logging
import os
import secrets
import threading
import time
from pathlib import Path

from app.core.errors import AppError
from app.interpreter import folder as folders
from app.interpreter import libraries
from app.interpreter.model import Backend, BackendSession, Limits

log = logging.getLogger(__name__)

_REFILL_SECONDS = 2.0
"""How long the cell that took the spare has the computer to itself before the next one is made."""


class Spares:
    """Keeps one spare of ``backend`` below ``root``."""

    def __init__(
        self, root: Path, backend: Backend, limits: Limits, stop: threading.Event | None = None
    ) -> None:
        self._root = root
        self._backend = backend
        self._limits = limits
        self._lock = threading.Lock()
        self._ready: tuple[BackendSession, Path] | None = None
        self._making: threading.Thread | None = None
        self._warming: BackendSession | None = None
        self._closed = stop if stop is not None else threading.Event()
        self._wanted = time.monotonic()
        sweep(root)

    def refill(self, delay: float = 0.0) -> None:
        """Start to make a spare in the background after ``delay`` seconds, unless there is one or one is being made."""
        with self._lock:
            self._wanted = time.monotonic()
            if self._closed.is_set() or self._ready is not None or self._making is not None:
                return
            self._making = threading.Thread(
                target=self._make, args=(delay,), name="interpreter-spare", daemon=True
            )
            self._making.start()

    def drop_unused(self, seconds: float) -> None:
        """End the spare if nobody wanted one for ``seconds``."""
        with self._lock:
            if self._ready is None or time.monotonic() - self._wanted < seconds:
                return
            session, place = self._ready
            self._ready = None
        session.close()
        folders.remove_tree(place)

    def wait(self, timeout: float) -> bool:
        """Wait until a spare is ready; for measurements and tests."""
        making = self._making
        if making is not None:
            making.join(timeout)
        return self._ready is not None

    def take(self, folder: Path) -> BackendSession | None:
        """Give the spare, now over ``folder``, and start to make the next; None if there is none."""
        with self._lock:
            ready, self._ready = self._ready, None
        self.refill(_REFILL_SECONDS if ready is not None else 0.0)
        if ready is None:
            return None
        session, place = ready
        try:
            if not session.alive:
                raise OSError("the spare has ended")
            _move_in(folder, place)
        except OSError as error:
            log.info("the warm spare cannot be used: %s", error)
            session.close()
            folders.remove_tree(place)
            return None
        return session

    def close(self) -> None:
        """End the spare."""
        self._closed.set()
        with self._lock:
            ready, self._ready = self._ready, None
            making, warming = self._making, self._warming
        if warming is not None:
            warming.close()
        if making is not None:
            making.join(5)
            with self._lock:
                ready = ready or self._ready
                self._ready = None
        if ready is not None:
            ready[0].close()
            folders.remove_tree(ready[1])

    def _make(self, delay: float) -> None:
        self._closed.wait(delay)
        place = self._root / f"{os.getpid()}-{secrets.token_hex(6)}"
        try:
            place.mkdir(parents=True, mode=0o700)
            session = self._warming = self._backend.open(place, self._limits)
            if not self._closed.is_set():
                session.preload(libraries.PRELOAD)
        except (AppError, OSError) as error:
            log.info("no warm spare: %s", error)
            folders.remove_tree(place)
            with self._lock:
                self._making = None
            return
        with self._lock:
            self._making = self._warming = None
            if not self._closed.is_set() and session.alive:
                self._ready = (session, place)
                return
        session.close()
        folders.remove_tree(place)


def _move_in(folder: Path, place: Path) -> None:
    """Put ``place`` where ``folder`` is, with what lies in ``folder``; both belong to nobody who runs now."""
    if folder.exists():
        for item in folders.top_level(folder):
            os.rename(folder / item, place / item)
        folder.rmdir()
    place.rename(folder)


def sweep(root: Path, *, ours: bool = False) -> None:
    """Remove what programs that are gone left in ``root`` (names begin with their process id); with ``ours``, ours too."""
    with contextlib.suppress(OSError):
        for place in root.iterdir():
            pid = place.name.partition("-")[0]
            if pid.isdigit() and (not _lives(int(pid)) or (ours and int(pid) == os.getpid())):
                folders.remove_tree(place)


def _lives(pid: int) -> bool:
    import psutil

    return bool(psutil.pid_exists(pid))

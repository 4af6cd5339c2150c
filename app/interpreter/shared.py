"""Several programs may work in one data folder: whose turn it is in a conversation's interpreter, and who else is there.

Each program keeps a Python session of its own; the folder under ``/mnt/data`` is one and the same. So cells take turns,
and a session that begins beside another program's says so.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.interpreter.model import SessionLost

if TYPE_CHECKING:
    from filelock import FileLock

_LOOK_SECONDS = 0.05


class Neighbours:
    """The locks of one conversation, beside its folder and out of the sandbox's reach."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._here: FileLock | None = None

    @contextmanager
    def turn(self, cancel: threading.Event, wait_seconds: float) -> Iterator[bool]:
        """Have the folder for one cell; False when ``cancel`` was set while another program's cell ran.

        Raises:
            SessionLost: the other cell did not end within ``wait_seconds``.
        """
        lock = self._lock("cell")
        end = time.monotonic() + wait_seconds
        while not self._taken(lock):
            if cancel.is_set():
                yield False
                return
            if time.monotonic() > end:
                raise SessionLost(
                    "Another window of the program runs code in this conversation.",
                    advice="Try again when it has ended, or stop it there.",
                )
            cancel.wait(_LOOK_SECONDS)
        try:
            yield True
        finally:
            lock.release()

    def move_in(self) -> bool:
        """Note that a session lives here; False when another program's does."""
        if self._here is None:
            lock = self._lock("session")
            if not self._taken(lock):
                return False
            self._here = lock
        return True

    def move_out(self) -> None:
        """Note that it has ended."""
        lock, self._here = self._here, None
        if lock is not None:
            lock.release()

    def _lock(self, name: str) -> FileLock:
        from filelock import FileLock

        self._home.mkdir(parents=True, exist_ok=True, mode=0o700)
        return FileLock(self._home / f"{name}.lock", thread_local=False, mode=0o600)

    @staticmethod
    def _taken(lock: FileLock) -> bool:
        from filelock import Timeout

        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

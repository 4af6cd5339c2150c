"""Who takes a file in: several engines may share one folder, and the work of one that died is taken over."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from filelock import FileLock, Timeout


class Ownership:
    """This process's name among those that share a folder, alive as long as its lock file is held."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder = folder
        self.name = secrets.token_hex(8)
        self._lock = FileLock(self._path(self.name))
        self._lock.acquire()

    def is_alive(self, name: str | None) -> bool:
        """Whether the process of this name still runs."""
        if name == self.name:
            return True
        if not name or not self._path(name).exists():
            return False
        probe = FileLock(self._path(name))
        try:
            probe.acquire(timeout=0)
        except Timeout:
            return True
        probe.release()
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)
        return False

    def release(self) -> None:
        """End being alive."""
        self._lock.release()
        with contextlib.suppress(OSError):
            self._path(self.name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.lock"

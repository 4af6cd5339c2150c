"""Which engines live: each holds a lock on a file of its own, which the system frees when the process dies."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

from filelock import FileLock, Timeout

log = logging.getLogger(__name__)


class Owners:
    """The engines on one data folder, of which ``instance`` is this one.

    Args:
        folder: where the lock files are (``paths.engine_instances``).
        instance: this engine's name.
    """

    def __init__(self, folder: Path, instance: str) -> None:
        self._folder = folder
        self.instance = instance
        self._lock: FileLock | None = None

    def _path(self, instance: str) -> Path:
        return self._folder / f"{instance}.lock"

    def acquire(self) -> None:
        """Take this engine's lock.

        Raises:
            OSError: the folder cannot be written.
        """
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = FileLock(self._path(self.instance), thread_local=False)
            lock.acquire(timeout=5)
            self._lock = lock

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            with contextlib.suppress(OSError):
                self._path(self.instance).unlink(missing_ok=True)

    def lives(self, instance: str | None) -> bool:
        """Whether the engine of this name is running. The lock file of a dead one is removed."""
        if instance == self.instance:
            return True
        if not instance or "/" in instance or "\\" in instance:
            return False
        path = self._path(instance)
        if not path.exists():
            return False
        lock = FileLock(path, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError as error:
            log.warning("the lock of engine %s cannot be looked at: %s", instance, error)
            return True
        lock.release()
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return False

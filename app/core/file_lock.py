"""A lock between processes, on a file that stays."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.errors import StorageFailed


@contextmanager
def locked(path: Path, *, timeout: float = 10.0) -> Iterator[None]:
    """Hold the lock file ``path`` while the block runs; it is freed by the system if the process dies.

    Raises:
        StorageFailed: somebody else held it for ``timeout`` seconds, or the file cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageFailed(
            "The settings folder cannot be written.",
            advice="Check its permissions and free space.",
            details=str(error),
        ) from error
    try:
        deadline = time.monotonic() + timeout
        while not _take(descriptor):
            if time.monotonic() > deadline:
                raise StorageFailed(
                    "Another window of the program is writing the same file and does not finish.",
                    advice="Close it and try again.",
                    details=path.name,
                )
            time.sleep(0.01)
        try:
            yield
        finally:
            _free(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _free(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _free(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

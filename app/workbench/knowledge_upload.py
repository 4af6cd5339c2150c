"""What is uploaded into a store: files of this computer, whole folders, pasted text; read piece by piece as it is sent."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.core.errors import InvalidInput

MOST_BYTES = 512 * 1024 * 1024
MOST_FILES = 10_000
_JUNK = frozenset({"__pycache__", "node_modules", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class Source:
    """One thing to upload: a file of this computer (``path``), or bytes under a made-up ``name``."""

    name: str
    path: Path | None = None
    data: bytes = b""


def pasted(text: str, now: float | None = None) -> Source:
    """Make a text file of pasted text, named by the time."""
    stamp = time.strftime("%Y-%m-%d %H.%M.%S", time.localtime(now))
    return Source(f"Pasted text {stamp}.txt", data=text.encode("utf-8", "replace"))


def expand(paths: Iterable[Path]) -> list[Source]:
    """Files as they are, folders with everything in them; hidden and system files of folders are left out.

    Links to folders are not followed. Blocks: call it in a thread.

    Raises:
        InvalidInput: there are more than 10,000 files, or nothing at all.
    """
    found: dict[Path, Source] = {}
    given = list(paths)
    for path in given:
        for file in _files_in(path) if path.is_dir() else (path,):
            found.setdefault(file, Source(file.name, file))
            if len(found) > MOST_FILES:
                raise InvalidInput(
                    f"A store takes at most {MOST_FILES:,} files.", advice="Choose a smaller folder."
                )
    if not found:
        name = given[0].name if given else ""
        raise InvalidInput(f"There is no file in “{name}”." if name else "There is no file.")
    return list(found.values())


def _files_in(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder, onerror=None):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(files):
            path = Path(here, name)
            if not _is_hidden(name) and path.is_file():
                yield path


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _JUNK


@contextmanager
def opened(source: Source, progress: Callable[[float], None] | None = None) -> Iterator[IO[bytes]]:
    """Open a source to send it; ``progress`` hears the share that has been read.

    Raises:
        InvalidInput: it cannot be read, is empty or larger than 512 MB.
    """
    if source.path is None:
        size, content = len(source.data), io.BytesIO(source.data)
    else:
        try:
            size = source.path.stat().st_size
            content = source.path.open("rb")  # type: ignore[assignment]
        except OSError as error:
            raise InvalidInput(
                f"“{source.name}” cannot be read.",
                advice="Look whether it still exists and may be opened.",
                details=str(error),
            ) from None
    with content:
        if size == 0:
            raise InvalidInput(f"“{source.name}” is empty.")
        if size > MOST_BYTES:
            raise InvalidInput(f"“{source.name}” is larger than 512 MB.", advice="Split it into parts.")
        yield _Counted(content, size, progress)  # type: ignore[misc]


class _Counted(io.RawIOBase):
    """Passes reads on and tells how far they are."""

    def __init__(self, content: IO[bytes], size: int, progress: Callable[[float], None] | None) -> None:
        super().__init__()
        self._content, self._size, self._progress = content, size, progress

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._content.seek(offset, whence)

    def tell(self) -> int:
        return self._content.tell()

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._content.read(len(buffer))
        buffer[: len(data)] = data
        if self._progress is not None:
            self._progress(min(1.0, self._content.tell() / self._size))
        return len(data)

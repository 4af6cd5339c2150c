"""Files that go with a prompt: read from disk, kept beside a draft until it is sent."""

from __future__ import annotations

import mimetypes
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.core.errors import InvalidInput
from app.workbench.journal import Journal
from app.workbench.playground.lane import Attachment

MOST_BYTES = 64 * 1024 * 1024
MOST_FILES = 20
_MAGIC = ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))


def read_attachment(path: Path) -> Attachment:
    """Read a file from disk.

    Raises:
        InvalidInput: it is no file, cannot be read, is empty or larger than 64 MB.
    """
    try:
        if not path.is_file():
            raise InvalidInput(
                f"“{path.name}” is no file.", advice="Attach single files; folders go into Knowledge."
            )
        if path.stat().st_size > MOST_BYTES:
            raise InvalidInput(
                f"“{path.name}” is larger than {MOST_BYTES // 2**20} MB.",
                advice="Put large files into a vector store in Knowledge.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"“{path.name}” cannot be read.", details=str(error)) from error
    if not data:
        raise InvalidInput(f"“{path.name}” is empty.")
    return Attachment(path.name, media_type_of(path.name, data), data)


def media_type_of(name: str, data: bytes) -> str:
    """What a file is: images by their first bytes, anything else by its name."""
    for start, kind in _MAGIC:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return "application/octet-stream" if guessed.startswith("image/") else guessed


def keep_files(journal: Journal, comparison: str, lane: str, files: Sequence[Attachment]) -> None:
    """Keep the files of a composer in the journal, in place of those that were kept."""
    rows = [
        (comparison, lane, number, file.name, file.media_type, file.data) for number, file in enumerate(files)
    ]

    def write(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM draft_files WHERE comparison=? AND lane=?", (comparison, lane))
        connection.executemany(
            "INSERT INTO draft_files (comparison, lane, n, name, media_type, data) VALUES (?,?,?,?,?,?)", rows
        )

    journal.write(write)


async def kept_files(journal: Journal, comparison: str) -> Mapping[str, tuple[Attachment, ...]]:
    """The files of a comparison's composers, by lane ("" for the common one)."""

    def read(connection: sqlite3.Connection) -> dict[str, tuple[Attachment, ...]]:
        found: dict[str, tuple[Attachment, ...]] = {}
        for lane, name, kind, data in connection.execute(
            "SELECT lane, name, media_type, data FROM draft_files WHERE comparison=? ORDER BY lane, n",
            (comparison,),
        ):
            found[lane] = (*found.get(lane, ()), Attachment(name, kind, data))
        return found

    return await journal.ask(read)

"""Contents of uploaded and produced files: one file an id, written whole or not at all."""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
from pathlib import Path
from typing import BinaryIO

from app.core.errors import StorageFailed
from app.core.ids import new_id
from app.engine.store.tables import File
from app.engine.store.threads import now


class FileContents:
    """The folder of contents. Records of the files are rows of ``File``; a content without a row is swept away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.incoming = folder / "incoming"

    def path(self, identifier: str) -> Path:
        """Where the content of a file (or of an upload's part) lies."""
        return self.folder / identifier

    async def read(self, identifier: str) -> bytes:
        """The whole content.

        Raises:
            StorageFailed: it cannot be read.
        """
        try:
            return await asyncio.to_thread(self.path(identifier).read_bytes)
        except OSError as error:
            raise StorageFailed(f"The content of {identifier} cannot be read.", details=str(error)) from error

    def receive(self) -> Incoming:
        """Begin to write a content whose id comes later."""
        self.incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Incoming(self)

    async def add(self, content: bytes, *, filename: str, purpose: str) -> File:
        """Keep a content that the engine itself produced; returns its row, to be added to a session.

        Raises:
            StorageFailed: it cannot be written.
        """
        with self.receive() as incoming:
            incoming.write(content)
            return await incoming.keep(filename=filename, purpose=purpose)

    async def delete(self, identifier: str) -> None:
        """Remove a content; nothing happens if it is gone already."""
        await asyncio.to_thread(self.path(identifier).unlink, missing_ok=True)


class Incoming:
    """A content while it is being received; as a context manager it leaves nothing behind unless it was kept."""

    def __init__(self, contents: FileContents) -> None:
        self._contents = contents
        self._path = contents.incoming / secrets.token_hex(12)
        self._file: BinaryIO = self._path.open("xb")
        self._sha256 = hashlib.sha256()
        self._md5 = hashlib.md5(usedforsecurity=False)
        self.size = 0

    def write(self, chunk: bytes) -> None:
        """Append ``chunk``.

        Raises:
            StorageFailed: the disk is full, for one.
        """
        try:
            self._file.write(chunk)
        except OSError as error:
            raise StorageFailed("The file cannot be stored.", details=str(error)) from error
        self._sha256.update(chunk)
        self._md5.update(chunk)
        self.size += len(chunk)

    @property
    def md5(self) -> str:
        """Checksum of what has come so far, as hexadecimal digits."""
        return self._md5.hexdigest()

    async def keep(
        self, *, filename: str, purpose: str, expires_at: int | None = None, identifier: str | None = None
    ) -> File:
        """Make the content permanent and return the row that describes it, to be added to a session.

        Raises:
            StorageFailed: it cannot be written.
        """
        identifier = identifier or new_id("file")
        await self.keep_as(identifier)
        return File(
            id=identifier,
            created_at=now(),
            filename=filename,
            bytes=self.size,
            purpose=purpose,
            status="processed",
            status_details=None,
            expires_at=expires_at,
            sha256=self._sha256.hexdigest(),
        )

    async def keep_as(self, identifier: str) -> None:
        """Make the content permanent under ``identifier``: on the disk before its row is committed.

        Raises:
            StorageFailed: it cannot be written.
        """

        def finish() -> None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._path.replace(self._contents.path(identifier))

        try:
            await asyncio.to_thread(finish)
        except OSError as error:
            raise StorageFailed("The file cannot be stored.", details=str(error)) from error

    def __enter__(self) -> Incoming:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)

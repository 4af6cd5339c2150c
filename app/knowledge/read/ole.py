"""The container of old office files (Compound File Binary, [MS-CFB]): its directory and its streams."""

from __future__ import annotations

import struct
from typing import BinaryIO

from app.knowledge.documents import invalid

_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_SPECIAL = 0xFFFFFFFA
_MINI_SECTOR = 64
_STREAM_LIMIT = 256 * 1024 * 1024


class CompoundFile:
    """Reads streams by name; every chain is followed at most once around, so a looped file ends in an error."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        header = file.read(512)
        if len(header) < 512:
            raise _damaged()
        self._sector = 1 << struct.unpack_from("<H", header, 30)[0]
        if self._sector not in {512, 4096}:
            raise _damaged()
        fat_count, directory, _, self._cutoff, mini_start, _, difat, difat_count = struct.unpack_from(
            "<IIIIIIII", header, 44
        )
        table = [entry for entry in struct.unpack_from("<109I", header, 76) if entry < _SPECIAL]
        for _ in range(min(difat_count, 1 << 16)):
            if difat >= _SPECIAL:
                break
            more = self._entries(difat)
            table += [entry for entry in more[:-1] if entry < _SPECIAL]
            difat = more[-1]
        self._fat: list[int] = []
        for entry in table[:fat_count]:
            self._fat += self._entries(entry)
        self._directory = self._read_directory(self._chain(directory))
        self._mini_fat = self._numbers(self._chain(mini_start)) if mini_start < _SPECIAL else []
        self._mini = b""

    @property
    def names(self) -> set[str]:
        """Names of all streams."""
        return set(self._directory)

    def read(self, name: str) -> bytes:
        """The content of a stream; KeyError if there is none of this name."""
        start, size = self._directory[name]
        if size > _STREAM_LIMIT:
            raise invalid("The document is too large.")
        if size >= self._cutoff or name == "Root Entry":
            return self._chain(start)[:size]
        if not self._mini:
            root_start, root_size = self._directory["Root Entry"]
            self._mini = self._chain(root_start)[:root_size]
        data, seen = bytearray(), 0
        while start < _SPECIAL and start < len(self._mini_fat) and seen <= len(self._mini_fat):
            data += self._mini[start * _MINI_SECTOR : (start + 1) * _MINI_SECTOR]
            start = self._mini_fat[start]
            seen += 1
        return bytes(data[:size])

    def _sector_bytes(self, index: int) -> bytes:
        self._file.seek((index + 1) * self._sector)
        data = self._file.read(self._sector)
        if not data:
            raise _damaged()
        return data.ljust(self._sector, b"\0")

    def _entries(self, index: int) -> list[int]:
        return self._numbers(self._sector_bytes(index))

    @staticmethod
    def _numbers(data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _chain(self, start: int) -> bytes:
        parts, seen, index = [], 0, start
        while index < _SPECIAL:
            if index >= len(self._fat) or seen > len(self._fat) or seen * self._sector > _STREAM_LIMIT:
                raise _damaged()
            parts.append(self._sector_bytes(index))
            index = self._fat[index]
            seen += 1
        return b"".join(parts)

    @staticmethod
    def _read_directory(data: bytes) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for at in range(0, len(data) - 127, 128):
            length = struct.unpack_from("<H", data, at + 64)[0]
            if data[at + 66] in {1, 2, 5} and 2 <= length <= 64:
                name = data[at : at + length - 2].decode("utf-16-le", "replace")
                start, size = struct.unpack_from("<II", data, at + 116)
                found.setdefault(name, (start, size))
        return found


def _damaged() -> Exception:
    return invalid("The file is damaged: its inner directory cannot be read.")

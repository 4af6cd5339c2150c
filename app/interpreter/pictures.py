"""Whether bytes from a sandbox are a picture: by content and size, never by what they are said to be."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIDE = 20_000
_PIXELS = 64_000_000


def checked_png(content: bytes, limit: int) -> bytes | None:
    """Give the PNG in ``content`` (bytes after its end are cut off), or None if it is none, or too large to show.

    ``limit`` is in bytes. Every chunk's checksum is verified (PNG specification, section 5).
    """
    if len(content) > limit or not content.startswith(_SIGNATURE):
        return None
    place = len(_SIGNATURE)
    first = True
    has_pixels = False
    while place + 12 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if end > len(content):
            return None
        (checksum,) = struct.unpack_from(">I", content, end - 4)
        if zlib.crc32(content[place + 4 : end - 4]) != checksum:
            return None
        if first:
            if kind != b"IHDR" or length != 13:
                return None
            width, height = struct.unpack_from(">II", content, place + 8)
            if not (0 < width <= _SIDE and 0 < height <= _SIDE and width * height <= _PIXELS):
                return None
            first = False
        has_pixels = has_pixels or kind == b"IDAT"
        place = end
        if kind == b"IEND":
            return content[:place] if has_pixels else None
    return None

"""Word documents of the old format (.doc), after [MS-DOC]: the text alone, put together from its pieces."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from app.knowledge.documents import Document, Writer, invalid, unsupported
from app.knowledge.read.ole import CompoundFile

_MAGIC = 0xA5EC
_WORD_97 = 101
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_CLX = 0x01A2  # where the FIB says where the table of pieces lies
# A field is \x13 instruction \x14 result \x15: only the result is shown.
_INSTRUCTION = re.compile("\x13[^\x13\x14\x15]*\x14?")
_MARKS = str.maketrans({"\r": "\n", "\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\xa0": " "})
_OTHER_MARKS = re.compile("[\x00-\x08\x0e-\x1d\x1f]")


def read_doc(path: Path) -> Document:
    """Read a .doc file of Word 97 and later.

    Raises:
        Unreadable: needs a password, is older, or is damaged.
    """
    with path.open("rb") as file:
        container = CompoundFile(file)
        stream = container.read("WordDocument")
        if len(stream) < _CLX + 8:
            raise invalid("The document is damaged: its beginning is cut off.")
        magic, version = struct.unpack_from("<HH", stream)
        flags = struct.unpack_from("<H", stream, 10)[0]
        if magic != _MAGIC or version < _WORD_97:
            raise unsupported("Word documents from before 1997 cannot be read; save it as DOCX.")
        if flags & _ENCRYPTED:
            raise invalid("The document needs a password; save it without one.")
        try:
            table = container.read("1Table" if flags & _TABLE_1 else "0Table")
            text = _pieces(stream, table)
        except (KeyError, struct.error, IndexError) as error:
            raise invalid("The document is damaged: its table of text pieces cannot be read.") from error
    writer = Writer("doc")
    writer.add(_clean(text), end="")
    return writer.finish()


def _pieces(stream: bytes, table: bytes) -> str:
    at, length = struct.unpack_from("<II", stream, _CLX)
    block = table[at : at + length]
    position = 0
    while block[position] == 1:  # property blocks stand before the table of pieces
        position += 3 + struct.unpack_from("<H", block, position + 1)[0]
    if block[position] != 2:
        raise IndexError
    size = struct.unpack_from("<I", block, position + 1)[0]
    pieces = block[position + 5 : position + 5 + size]
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", pieces)
    found = []
    for index in range(count):
        characters = ends[index + 1] - ends[index]
        where = struct.unpack_from("<I", pieces, (count + 1) * 4 + index * 8 + 2)[0]
        if where & 0x40000000:
            start = (where & 0x3FFFFFFF) // 2
            found.append(stream[start : start + characters].decode("cp1252", "replace"))
        else:
            found.append(stream[where : where + 2 * characters].decode("utf-16-le", "replace"))
    return "".join(found)


def _clean(text: str) -> str:
    while True:
        shorter = _INSTRUCTION.sub("", text)
        if shorter == text:
            break
        text = shorter
    return _OTHER_MARKS.sub("", text.translate(_MARKS)).strip()

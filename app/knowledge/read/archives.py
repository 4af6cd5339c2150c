"""Checks on ZIP archives (office documents are such) before anything is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

from app.knowledge.documents import invalid

UNPACKED_LIMIT = 512 * 1024 * 1024
RATIO_LIMIT = 200
ENTRY_LIMIT = 10_000
# A small part may be packed well (many equal table rows) and harm nobody.
_RATIO_FROM = 10 * 1024 * 1024


def check_archive(path: Path) -> zipfile.ZipFile:
    """Open an archive whose directory promises no more than can be handled.

    The promise is kept by :mod:`zipfile` itself: it reads no more of a part than the directory says.

    Raises:
        Unreadable: it is damaged, needs a password, or would unpack to too much.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise invalid("The file is damaged: its end is missing or its directory cannot be read.") from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    problem = None
    if len(entries) > ENTRY_LIMIT:
        problem = f"The document has more than {ENTRY_LIMIT:,} parts inside."
    elif unpacked > UNPACKED_LIMIT:
        problem = f"The document would unpack to more than {UNPACKED_LIMIT // 1024 // 1024} MB."
    elif unpacked > _RATIO_FROM and unpacked > RATIO_LIMIT * max(packed, 1):
        problem = f"The document unpacks to more than {RATIO_LIMIT} times its size, as made to fill memory."
    elif any(entry.flag_bits & 1 for entry in entries):
        problem = "The document needs a password; save it without one."
    if problem:
        archive.close()
        raise invalid(problem)
    return archive

"""Links to files of a session in what a model writes: ``sandbox:/mnt/data/name``, with their places in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

Json = dict[str, Any]

_START = re.compile(r"sandbox:/*(?:mnt/data/)?|(?<=\]\()/mnt/data/|(?<=\]\(<)/mnt/data/")


def file_paths(text: str, files: Mapping[str, str]) -> list[Json]:
    """Annotations ``file_path`` for every link in ``text``, in the API's shape, by their places.

    The marked text is the link's target without what stands around it. Names may hold spaces, letters of any script,
    or be percent-encoded. Places are counted in characters.

    Args:
        text: a message's text.
        files: file ids by name (relative to ``/mnt/data``).
    """
    if "/mnt/data/" not in text and "sandbox:" not in text:
        return []
    written = _spellings(files)
    found: list[Json] = []
    for start in _START.finditer(text):
        for spelling, file_id in written:
            end = start.end() + len(spelling)
            if text.startswith(spelling, start.end()) and _ends(text, end):
                found.append(
                    {
                        "type": "file_path",
                        "text": text[start.start() : end],
                        "start_index": start.start(),
                        "end_index": end,
                        "file_path": {"file_id": file_id},
                    }
                )
                break
    return found


def _spellings(files: Mapping[str, str]) -> list[tuple[str, str]]:
    """How each name can be written in a link, the longest first."""
    found: dict[str, str] = {}
    for name, file_id in files.items():
        for form in ("NFC", "NFD"):
            plain = unicodedata.normalize(form, name)
            for safe in ("/", "/()", "/()!'*,;:@&=+$~"):
                for spelling in (plain, quote(plain, safe=safe), plain.replace(" ", "%20")):
                    found.setdefault(spelling, file_id)
                    found.setdefault(re.sub("%[0-9A-F]{2}", lambda m: m[0].lower(), spelling), file_id)
    return sorted(found.items(), key=lambda item: -len(item[0]))


def _ends(text: str, end: int) -> bool:
    """Whether a name that was found ends here, and is not the beginning of a longer one."""
    if end >= len(text):
        return True
    letter = text[end]
    if letter.isalnum() or letter in "_-/%\\":
        return False
    return not (letter == "." and end + 1 < len(text) and text[end + 1].isalnum())

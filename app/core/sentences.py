"""Where sentences stand in a text, for pointing at one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

SENTENCE_END = re.compile(r"(?<=[.!?。！？])[\"'”’)\]]*\s+|(?<=[。！？])(?=\S)|\n+")
"""What lies between two sentences; nothing in scripts that write none."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """First character and one behind the last of each sentence and line, without the white space around it."""
    begin = 0
    for end, following in [*((m.start(), m.end()) for m in SENTENCE_END.finditer(text)), (len(text),) * 2]:
        part = text[begin:end]
        if part.strip():
            yield begin + len(part) - len(part.lstrip()), begin + len(part.rstrip())
        begin = following

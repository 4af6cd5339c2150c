"""Server-sent events out of a stream of bytes (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterator
from typing import NamedTuple


class Event(NamedTuple):
    """One event: its name (empty if it has none) and its data."""

    name: str
    data: str


async def decode(chunks: AsyncIterator[bytes]) -> AsyncIterator[Event]:
    """Decode events as they are complete; bytes that are no UTF-8 become replacement characters.

    What stands after the last blank line is given too: some services end their stream without one.
    """
    text = codecs.getincrementaldecoder("utf-8")(errors="replace")
    pending = ""
    name, data = "", list[str]()
    async for chunk in chunks:
        pending += text.decode(chunk)
        if "\n" not in pending and "\r" not in pending:
            continue
        # A lone CR at the end may be the first half of CR LF: it waits for the next chunk.
        held = "\r" if pending.endswith("\r") else ""
        body = pending[: len(pending) - len(held)].replace("\r\n", "\n").replace("\r", "\n")
        *lines, pending = body.split("\n")
        pending += held
        for line in lines:
            if not line:
                if data:
                    yield Event(name, "\n".join(data))
                name, data = "", []
            elif line.startswith("data:"):
                data.append(line[5:].removeprefix(" "))
            elif line.startswith("event:"):
                name = line[6:].strip()
    rest = pending.rstrip("\r")
    if rest.startswith("data:"):
        data.append(rest[5:].removeprefix(" "))
    if data:
        yield Event(name, "\n".join(data))

"""How a worker speaks to its host.

Host to worker: one JSON object a line; the first is the configuration. Worker to host: frames of one byte kind, four
bytes length (big-endian) and content. The host takes them as claims of an untrusted party: it caps their size, checks
pictures by content, and reads no path from them.
"""

from __future__ import annotations

import functools
import io
import json
import os
import struct
import sys
import threading
from collections.abc import Callable
from typing import Any

STDOUT, STDERR, PICTURE, VALUE, DONE, READY, FAILED = b"o", b"e", b"p", b"v", b"d", b"r", b"f"
_PIECE = 60_000

Send = Callable[[bytes, bytes], None]


class Sender:
    """Writes frames to a descriptor, whole ones, from any thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.RLock()

    def __call__(self, kind: bytes, content: bytes) -> None:
        """Send one frame; blocks while the host is busy."""
        view = memoryview(kind + struct.pack(">I", len(content)) + content)
        with self._lock:
            while view:
                view = view[os.write(self._descriptor, view) :]

    def event(self, kind: bytes, data: dict[str, Any]) -> None:
        """Send a JSON frame."""
        self(kind, json.dumps(data).encode())


class Printer(io.RawIOBase):
    """A cell's stdout or stderr: what is written goes to the host at once, up to ``budget`` bytes a cell.

    What is over is left out, but for the last ``tail`` bytes, which :meth:`finish` sends with a note.
    """

    def __init__(self, send: Send, kind: bytes, budget: int, tail: int) -> None:
        self._send = send
        self._kind = kind
        self._budget = self._left = budget
        self._tail_size = tail
        self._tail = b""
        self._dropped = 0

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def fileno(self) -> int:
        """Give the system's own descriptor of this stream."""
        return 1 if self._kind == STDOUT else 2

    def isatty(self) -> bool:
        """Say that no person sits in front of it."""
        return False

    def write(self, data: Any, /) -> int:
        """Send ``data`` to the host, or keep only its end once the budget is used up."""
        content = bytes(data)
        size = len(content)
        fits = content[: self._left]
        self._left -= len(fits)
        for start in range(0, len(fits), _PIECE):
            self._send(self._kind, fits[start : start + _PIECE])
        rest = content[len(fits) :]
        if rest:
            self._dropped += len(rest)
            self._tail = (self._tail + rest[-self._tail_size :])[-self._tail_size :]
        return size

    def finish(self) -> None:
        """End a cell: send the note and the end of what was left out, and start a new budget."""
        if self._dropped:
            left_out = self._dropped - len(self._tail)
            tail = self._tail.decode(errors="ignore").encode()
            note = f"\n[… {left_out:,} characters left out …]\n".encode() if left_out else b""
            self._send(self._kind, note + tail)
        self._left, self._tail, self._dropped = self._budget, b"", 0


class Streams:
    """A session's ``sys.stdout`` and ``sys.stderr``; every cell gets working ones, whatever the last one did to them."""

    def __init__(self, send: Send, budget: int, tail: int = 16 * 1024) -> None:
        self._make = [functools.partial(Printer, send, kind, budget, tail) for kind in (STDOUT, STDERR)]
        self._printers = [make() for make in self._make]
        self._streams = [_text_stream(printer) for printer in self._printers]

    def install(self) -> None:
        """Put them in place."""
        for place, (stream, printer) in enumerate(zip(self._streams, self._printers, strict=True)):
            if stream.closed or printer.closed:
                self._printers[place] = self._make[place]()
                self._streams[place] = _text_stream(self._printers[place])
        sys.stdout, sys.stderr = self._streams

    def finish(self) -> None:
        """End a cell: send everything that is still held back."""
        for stream, printer in zip(self._streams, self._printers, strict=True):
            for one in (stream, getattr(sys, "stdout", None), getattr(sys, "stderr", None)):
                try:
                    if one is not None:
                        one.flush()
                except Exception:  # noqa: BLE001, S110 - the cell may have put anything in the place of its streams
                    pass
            printer.finish()


def _text_stream(printer: Printer) -> io.TextIOWrapper:
    return io.TextIOWrapper(printer, encoding="utf-8", errors="backslashreplace", write_through=True)  # type: ignore[arg-type, unused-ignore]

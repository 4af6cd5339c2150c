"""The host's ends of a worker's pipes: never blocks for longer than it is told, whatever the other side does."""

from __future__ import annotations

import contextlib
import os
import queue
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import IO

FRAMES, PLAIN = 0, 1
_PIECE = 256 * 1024


class Pipes:
    """A child's standard streams: commands in, frames out (``FRAMES``), plain bytes out (``PLAIN``)."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._stdin = process.stdin
        self._streams: dict[int, IO[bytes]] = {FRAMES: process.stdout, PLAIN: process.stderr}
        self._open = {FRAMES, PLAIN}
        self._threaded = sys.platform == "win32"
        if self._threaded:
            self._queue: queue.Queue[tuple[int, bytes]] = queue.Queue(maxsize=64)
            for which, stream in self._streams.items():
                threading.Thread(target=self._pump, args=(which, stream), daemon=True).start()
        else:
            self._selector = selectors.DefaultSelector()
            os.set_blocking(self._stdin.fileno(), False)
            for which, stream in self._streams.items():
                os.set_blocking(stream.fileno(), False)
                self._selector.register(stream.fileno(), selectors.EVENT_READ, which)

    @property
    def ended(self) -> bool:
        """Whether the frames' end was reached: the worker is gone."""
        return FRAMES not in self._open

    def receive(self, timeout: float) -> list[tuple[int, bytes]]:
        """Wait up to ``timeout`` seconds for something to read and give what there is, possibly nothing."""
        if self._threaded:
            return self._receive_queued(timeout)
        found: list[tuple[int, bytes]] = []
        for key, _events in self._selector.select(timeout):
            which: int = key.data
            try:
                piece = os.read(key.fd, _PIECE)
            except BlockingIOError:
                continue
            except OSError:
                piece = b""
            if piece:
                found.append((which, piece))
            else:
                self._open.discard(which)
                self._selector.unregister(key.fd)
        if not self._open and not found:
            time.sleep(min(timeout, 0.01))
        return found

    def _receive_queued(self, timeout: float) -> list[tuple[int, bytes]]:
        try:
            which, piece = self._queue.get(timeout=max(timeout, 0.001))
        except queue.Empty:
            return []
        if not piece:
            self._open.discard(which)
            return []
        return [(which, piece)]

    def _pump(self, which: int, stream: IO[bytes]) -> None:
        while True:
            try:
                piece = os.read(stream.fileno(), _PIECE)
            except (OSError, ValueError):
                piece = b""
            self._queue.put((which, piece))
            if not piece:
                return

    def send(self, line: bytes, waiting: Callable[[], bool]) -> bool:
        """Write ``line``; asks ``waiting`` every 40 ms whether to go on, and says whether everything was written."""
        if self._threaded:
            done = threading.Event()
            threading.Thread(target=self._send_blocking, args=(line, done), daemon=True).start()
            while not done.wait(0.04):
                if not waiting():
                    return False
            return True
        view = memoryview(line)
        with selectors.DefaultSelector() as selector:
            try:
                selector.register(self._stdin.fileno(), selectors.EVENT_WRITE)
                while view:
                    if selector.select(0.04):
                        view = view[os.write(self._stdin.fileno(), view) :]
                    elif not waiting():
                        return False
            except (OSError, ValueError):
                return False
        return True

    def _send_blocking(self, line: bytes, done: threading.Event) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stdin.write(line)
            self._stdin.flush()
        done.set()

    def close(self) -> None:
        """Close our ends."""
        if not self._threaded:
            self._selector.close()
        for stream in (self._stdin, *self._streams.values()):
            with contextlib.suppress(OSError, ValueError):
                stream.close()

"""The child's half of the protocol in :mod:`app.core.child_process`: configuration in, events out, commands in."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO


class ParentChannel:
    """The line to the parent. Made once, before anything prints: from then on stdout's old place is for events alone.

    Whatever else writes to stdout (libraries, C code, ``print``) lands on stderr. Ctrl-C in a terminal is left to the
    parent, which ends its children in order.
    """

    def __init__(self) -> None:
        self._input: BinaryIO = os.fdopen(os.dup(0), "rb")
        self._output: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)
        self._lock = threading.Lock()
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def config(self) -> dict[str, Any]:
        """The first line. A parent that is gone before it gave one ends the process."""
        line = self._input.readline()
        if not line:
            os._exit(0)
        config = json.loads(line)
        if not isinstance(config, dict):
            raise TypeError("the configuration is no JSON object")
        return config

    def emit(self, event: str, **content: Any) -> None:
        """Write one event; from any thread. A parent that is gone is no error: end of input says so as well."""
        line = json.dumps({"event": event, **content}).encode() + b"\n"
        with self._lock:
            view = memoryview(line)
            try:
                while view:
                    view = view[self._output.write(view) :]
            except OSError:
                return

    def commands(self) -> Iterator[dict[str, Any]]:
        """Commands as they come, until the parent closes the line; blocks, so it wants a thread of its own."""
        while True:
            try:
                line = self._input.readline()
            except OSError:
                return
            if not line:
                return
            try:
                command = json.loads(line)
            except ValueError:
                print("a command that is no JSON was left out", file=sys.stderr)  # noqa: T201
                continue
            if isinstance(command, dict):
                yield command

    def on_end(self, end: Callable[[], object]) -> threading.Thread:
        """Call ``end`` from a thread when the parent closes the line or dies; commands before that are ignored."""

        def watch() -> None:
            for _ in self.commands():
                pass
            end()

        thread = threading.Thread(target=watch, name="parent-watch", daemon=True)
        thread.start()
        return thread

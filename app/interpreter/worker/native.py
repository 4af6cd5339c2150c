"""The Linux worker: a plain Python process in an already separated place (namespaces), which closes itself and runs cells.

Standard input brings commands, standard output takes frames (see :mod:`.protocol`); both are moved away from the
numbers 0 to 2 before user code runs. What user code writes to the descriptors 1 and 2 past Python goes to the host as
plain bytes.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from types import FrameType
from typing import Any

from . import protocol
from .cells import Shell
from .lock import Boundaries, NotLocked, lock

DATA = "/mnt/data"
_FROZEN_NAMES = ("_PYI_", "_MEI", "PYI_", "PYINSTALLER_", "PYSIDE6_", "QT_", "QML")


def main() -> int:
    """Run as a worker until the host closes the connection."""
    commands = os.fdopen(os.dup(0), "rb", buffering=0)
    send = protocol.Sender(os.dup(1))
    nothing = os.open("/dev/null", os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    kept = (commands.fileno(), send._descriptor)
    for low, high in zip((3, min(kept) + 1, max(kept) + 1), (min(kept), max(kept), 1024), strict=True):
        os.closerange(low, high)
    reader = _Lines(commands.fileno())
    config = reader.next()
    if config is None:
        return 0
    try:
        _prepare(config)
        lock(_boundaries(config))
    except (NotLocked, OSError, ValueError, KeyError) as error:
        send.event(protocol.FAILED, {"message": str(error)})
        return 1
    return _Worker(send, reader, config).serve()


def _boundaries(config: dict[str, Any]) -> Boundaries:
    return Boundaries(
        readable=config["readable"],
        writable=config["writable"],
        address_space=config["address_space"],
        file_size=config["file_size"],
        open_files=config["open_files"],
        threads=config["threads"],
    )


def _prepare(config: dict[str, Any]) -> None:
    """Set up what needs no rights later: the import path, a low priority, an empty kernel keyring of its own."""
    for name in list(os.environ):
        if name.startswith(_FROZEN_NAMES):
            del os.environ[name]  # what a frozen program's start leaves behind is not the code's business
    sys.dont_write_bytecode = not config.get("write_bytecode", False)
    sys.pycache_prefix = config.get("bytecode") or None
    for path in (*config.get("site", ()), DATA):
        if path not in sys.path:
            sys.path.append(path)
    sys.argv = [""]
    os.chdir(DATA)
    os.umask(0o022)
    os.nice(5)
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 250, "aarch64": 219}.get(os.uname().machine)
    if number is not None:
        libc.syscall(
            ctypes.c_long(number), 1, None, 0, 0, 0
        )  # keyctl(KEYCTL_JOIN_SESSION_KEYRING): fails harmlessly


class _Lines:
    """Commands, one JSON object a line, from a descriptor."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._buffer = b""

    def next(self) -> dict[str, Any] | None:
        """Wait for the next command; None when the host is gone."""
        while b"\n" not in self._buffer:
            try:
                piece = os.read(self._descriptor, 65536)
            except OSError:
                return None
            if not piece:
                return None
            self._buffer += piece
        line, self._buffer = self._buffer.split(b"\n", 1)
        command = json.loads(line)
        assert isinstance(command, dict)
        return command


class _Worker:
    def __init__(self, send: protocol.Sender, reader: _Lines, config: dict[str, Any]) -> None:
        self._send = send
        self._reader = reader
        self._running = False
        self._streams = protocol.Streams(send, int(config["log_bytes"]))
        self._libc = ctypes.CDLL(None)
        self._shell = Shell(self._picture, self._value)

    def serve(self) -> int:
        """Answer commands until there are no more."""
        signal.signal(signal.SIGINT, self._interrupt)
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - it lives as long as the process
        self._streams.install()
        self._send.event(protocol.READY, {"python": sys.version.split()[0], "pid": os.getpid()})
        while True:
            command = self._reader.next()
            if command is None:
                return 0
            if command.get("op") == "preload":
                self._preload(command.get("modules", ()))
                self._send.event(protocol.DONE, {"id": command.get("id")})
            elif command.get("op") == "run":
                self._run(command)

    def _run(self, command: dict[str, Any]) -> None:
        self._streams.install()
        self._running = True
        try:
            outcome = self._shell.run(str(command["code"]))
        except KeyboardInterrupt:  # between the cell's last line and here
            outcome = {"status": "error", "error": "KeyboardInterrupt", "result": None, "exit": None}
        finally:
            self._running = False
        self._finish(outcome, command.get("id"))

    def _finish(self, outcome: dict[str, Any], number: object) -> None:
        self._streams.finish()
        self._libc.fflush(None)
        outcome["id"] = number
        self._send.event(protocol.DONE, outcome)

    def _picture(self, png: bytes) -> None:
        self._send(protocol.PICTURE, png)

    def _value(self, text: str) -> None:
        self._send(protocol.VALUE, text.encode("utf-8", "replace"))

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if self._running:
            raise KeyboardInterrupt

    def _preload(self, modules: list[str]) -> None:
        import importlib
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for module in modules:
                try:
                    importlib.import_module(module)
                except Exception:  # noqa: BLE001, S112 - what is missing is said when a cell imports it
                    continue

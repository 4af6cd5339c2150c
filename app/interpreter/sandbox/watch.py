"""Watches one sandboxed process from outside: memory, disk, and that it is really shut in.

Everything is read from the host's ``/proc``; the process has no part in it. Read again and again while a cell runs.
"""

# ruff: noqa: PTH115, PTH116, PTH123, PTH208
# (read 25 times a second, by plain system calls)
from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from app.interpreter import folder
from app.interpreter.model import MIB, Limits

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_SHARED_MAPPING = re.compile(
    rb"^([0-9a-f]+)-([0-9a-f]+) ...s \S+ \S+ \d+ +/dev/zero \(deleted\)", re.MULTILINE
)
_GONE_MAPPING = re.compile(rb"^\S+ \S+ \S+ (\S+) (\d+) +/mnt/data/.* \(deleted\)$", re.MULTILINE)
_PIDFD_GETFD = 438  # the same on every architecture
NAMESPACES = ("user", "mnt", "pid", "net", "ipc", "uts")


def unlinked_bytes(pid: int, root: Path, handle: int = -1, highest: int = 256) -> int:
    """Bytes on ``root``'s disk of files that have no name any more but are still open in process ``pid``.

    ``handle`` is a pidfd of it, for where its descriptors may not be listed (a process that cannot be dumped belongs to
    root there, but whoever made its user namespace may copy its descriptors); ``highest`` is how many it may have.
    """
    total = 0
    seen: set[int] = set()
    try:
        device = os.stat(root).st_dev
    except OSError:
        return 0
    for status in _open_files(pid, handle, highest):
        if status.st_nlink == 0 and status.st_dev == device and status.st_ino not in seen:
            seen.add(status.st_ino)
            total += status.st_blocks * 512
    return total


def _open_files(pid: int, handle: int, highest: int) -> Iterator[os.stat_result]:
    try:
        descriptors = os.listdir(f"/proc/{pid}/fd")
    except OSError:
        if handle >= 0:
            yield from _copied_files(pid, handle, highest)
        return
    for descriptor in descriptors:
        with contextlib.suppress(OSError):
            yield os.stat(f"/proc/{pid}/fd/{descriptor}")


def _copied_files(pid: int, handle: int, highest: int) -> Iterator[os.stat_result]:
    try:
        numbers = [int(name) for name in os.listdir(f"/proc/{pid}/fdinfo")]
    except (OSError, ValueError):
        numbers = list(range(highest))
    libc = _libc()
    for number in numbers:
        copy = libc.syscall(_PIDFD_GETFD, handle, number, 0)
        if copy >= 0:
            try:
                yield os.fstat(copy)
            finally:
                os.close(copy)


@functools.lru_cache(maxsize=1)
def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.argtypes = [ctypes.c_long] * 4
    libc.syscall.restype = ctypes.c_long
    return libc


class Watched:
    """A process by its id, held by a handle so that the id cannot come to mean another one."""

    def __init__(self, pid: int, root: Path, limits: Limits) -> None:
        self.pid = pid
        self._root = root
        self._limits = limits
        self._proc = f"/proc/{pid}"
        self._handle = os.pidfd_open(pid)
        self._next_disk = 0.0
        self._next_maps = 0.0
        self._hidden_memory = 0
        self._hidden_disk = 0

    def close(self) -> None:
        """Let go of the process."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def signal(self, number: int) -> None:
        """Send a signal, if it still lives."""
        if self._handle >= 0:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                signal.pidfd_send_signal(self._handle, number)

    def freeze(self, timeout: float = 0.5) -> bool:
        """Stop it and wait until every thread stands still."""
        self.signal(signal.SIGSTOP)
        end = time.monotonic() + timeout
        pause = 0.0002
        while time.monotonic() < end:
            if all(state in "TtZXx" for state in self._states()):
                return True
            time.sleep(pause)
            pause = min(pause * 2, 0.01)
        return False

    @property
    def frozen(self) -> bool:
        """Whether every thread stands still (or it is gone)."""
        return all(state in "TtZXx" for state in self._states())

    def _states(self) -> Iterator[str]:
        try:
            threads = os.listdir(f"{self._proc}/task")
        except OSError:
            return
        for thread in threads:
            with contextlib.suppress(OSError, IndexError):
                text = Path(f"{self._proc}/task/{thread}/stat").read_text("utf-8", "replace")
                yield text.rpartition(")")[2].split()[0]

    def memory(self) -> int:
        """Bytes it holds: resident pages, its ``/tmp``, and shared memory that it has put out of its own sight."""
        try:
            with open(f"{self._proc}/statm", "rb") as file:
                resident = int(file.read().split()[1]) * _PAGE
        except (OSError, IndexError, ValueError):
            return 0
        return resident + self._hidden_memory + self._scratch()[0]

    def _scratch(self) -> tuple[int, int]:
        try:
            status = os.statvfs(f"{self._proc}/root/tmp")
        except OSError:
            return 0, 0
        return (status.f_blocks - status.f_bfree) * status.f_frsize, status.f_files - status.f_ffree

    def excess(self) -> str | None:
        """Say in words which limit is broken now, or None."""
        limits, now = self._limits, time.monotonic()
        if now >= self._next_maps:
            started = now
            self._read_mappings()
            self._next_maps = now + max(0.2, 20 * (time.monotonic() - started))
        if self.memory() > limits.memory_bytes:
            return f"it used more than {limits.memory_bytes // MIB} MB of memory"
        if self._scratch()[1] > limits.scratch_files:
            return f"it made more than {limits.scratch_files} files in /tmp"
        if now >= self._next_disk:
            return self._disk(now)
        return None

    def _disk(self, now: float) -> str | None:
        limits = self._limits
        unseen = unlinked_bytes(self.pid, self._root, self._handle, limits.open_files) + self._hidden_disk
        found = folder.excess(self._root, limits, unseen)
        self._next_disk = now + max(0.08, 20 * (time.monotonic() - now))
        return found

    def _read_mappings(self) -> None:
        """Count what a look at resident pages and open files misses.

        Shared anonymous memory stays allocated when its pages are given back by ``madvise``; so its whole size counts
        where that is more than what is resident. A file that is only mapped, neither named nor open, counts as one of
        the largest size allowed.
        """
        try:
            with open(f"{self._proc}/maps", "rb") as file:
                maps = file.read()
            status = Path(f"{self._proc}/status").read_bytes()
        except OSError:
            return
        shared = sum(int(end, 16) - int(start, 16) for start, end in _SHARED_MAPPING.findall(maps))
        resident = re.search(rb"RssShmem:\s+(\d+) kB", status)
        swapped = re.search(rb"VmSwap:\s+(\d+) kB", status)
        hidden = shared - (int(resident[1]) * 1024 if resident else 0)
        self._hidden_memory = max(0, hidden) + (int(swapped[1]) * 1024 if swapped else 0)
        gone = len(set(_GONE_MAPPING.findall(maps)))
        self._hidden_disk = gone * self._limits.file_bytes if gone > 1 else 0

    def problem(self) -> str | None:
        """Say what is missing of the walls around it, or None: read from the kernel, not from the process."""
        try:
            fields = dict(
                line.split(":", 1)
                for line in Path(f"{self._proc}/status").read_text("utf-8", "replace").splitlines()
                if ":" in line
            )
            if fields.get("Seccomp", "").strip() != "2":
                return "It has no system call filter."
            if fields.get("NoNewPrivs", "").strip() != "1":
                return "It could gain rights."
            if any(int(fields.get(name, "1"), 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")):
                return "It has capabilities."
            if fields.get("Uid", "0").split()[0] == "0":
                return "It runs as root."
            for name in NAMESPACES:
                if os.readlink(f"{self._proc}/ns/{name}") == os.readlink(f"/proc/self/ns/{name}"):
                    return f"It shares our {name} namespace."
        except (OSError, ValueError, IndexError) as error:
            return f"It cannot be examined: {error}"
        return None

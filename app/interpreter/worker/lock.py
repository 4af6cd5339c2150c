"""Closes the worker's own process before any user code runs: limits, Landlock, a system call filter.

Called once, on the main thread, while there is no other. Everything here only takes rights away and cannot be undone.
If any step fails the worker must not go on: :func:`lock` raises :class:`NotLocked`.

Sources: the kernel's documentation of seccomp filters, Landlock (ABI 1 to 7) and prctl(2), prlimit(2).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from .syscalls import ABSENT, CHECKED, IGNORED, LAST_KNOWN, REFUSED_WITH, TABLES, Table

_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_CAPBSET_DROP = 24
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT = 47
_SECCOMP_MODE_FILTER = 2
_SECCOMP_CALL = {"x86_64": 317, "aarch64": 277}

_LANDLOCK = (444, 445, 446)  # create_ruleset, add_rule, restrict_self: the same on every architecture
_ACCESS_BY_ABI = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 5: 0xFFFF}
_FS_READ = (1 << 2) | (1 << 3)  # read a file, list a folder
_FS_EXECUTE = 1 << 0
_FS_DEVICE_NODES = (1 << 6) | (1 << 11)  # make character and block devices
_FS_SOCKET_AND_FIFO = (1 << 9) | (1 << 10)
_FS_FILE_ONLY = (
    (1 << 1) | (1 << 2) | (1 << 14)
)  # what a rule on a single file may hold: write, read, truncate


class NotLocked(Exception):
    """A layer of the lock is not to be had here; the message says which."""


@dataclass(frozen=True)
class Boundaries:
    """What the locked process may use. Sizes in bytes; paths as they are inside the sandbox."""

    readable: Sequence[str]
    writable: Sequence[str]
    address_space: int
    file_size: int
    open_files: int
    threads: int


def lock(boundaries: Boundaries) -> None:
    """Take every right away that a cell does not need.

    Raises:
        NotLocked: a layer could not be put on.
    """
    if threading.active_count() != 1:
        raise NotLocked("The worker had threads before it was locked.")
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    _drop_capabilities(libc)
    _prctl(libc, _PR_SET_NO_NEW_PRIVS, 1)
    _prctl(libc, _PR_SET_DUMPABLE, 0)
    _limit(boundaries)
    _landlock(libc, boundaries)
    _seccomp(libc)


def lock_files(boundaries: Boundaries) -> None:
    """The part of the lock that a process takes before it loads what it will run: Landlock.

    Threads that are started later inherit it. :func:`lock_calls` is to follow.

    Raises:
        NotLocked: a layer could not be put on.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    _prctl(libc, _PR_SET_NO_NEW_PRIVS, 1)
    _landlock(libc, boundaries)


def lock_calls(file_size: int) -> None:
    """The other part: the largest file it may write in bytes, and the system call filter, for every thread.

    Raises:
        NotLocked: it could not be put on.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
    _drop_capabilities(libc)
    _seccomp(libc, all_threads=True)


def _prctl(libc: ctypes.CDLL, *arguments: int) -> None:
    values = [ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:5]]
    if libc.prctl(*values) != 0:
        raise NotLocked(f"prctl({arguments[0]}) failed: {os.strerror(ctypes.get_errno())}")


def _drop_capabilities(libc: ctypes.CDLL) -> None:
    for capability in range(64):
        if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break  # EINVAL: past the last one; EPERM: there are none to drop
    libc.prctl(_PR_CAP_AMBIENT, 4, 0, 0, 0)  # clear all
    header = struct.pack("Ii", 0x20080522, 0)
    if libc.capset(ctypes.c_char_p(header), ctypes.c_char_p(bytes(24))) != 0:
        raise NotLocked("Capabilities could not be dropped.")


def _limit(boundaries: Boundaries) -> None:
    def both(kind: int, value: int) -> None:
        _soft, hard = resource.getrlimit(kind)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))

    both(resource.RLIMIT_CORE, 0)
    both(resource.RLIMIT_AS, boundaries.address_space)
    both(resource.RLIMIT_FSIZE, boundaries.file_size)
    both(resource.RLIMIT_NOFILE, boundaries.open_files)
    both(resource.RLIMIT_MEMLOCK, 64 * 1024)
    both(12, 0)  # RLIMIT_MSGQUEUE
    both(11, 256)  # RLIMIT_SIGPENDING
    both(13, 0)  # RLIMIT_NICE
    both(14, 0)  # RLIMIT_RTPRIO
    _limit_threads(boundaries.threads)


def _limit_threads(count: int) -> None:
    """Bound the threads of this process: newer kernels count per user namespace, older ones per user."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NPROC)
    limit = count if hard == resource.RLIM_INFINITY else min(count, hard)
    resource.setrlimit(resource.RLIMIT_NPROC, (limit, hard))
    try:
        probe = threading.Thread(target=int)
        probe.start()
        probe.join()
    except RuntimeError:
        raise NotLocked("This kernel counts threads over all of the user's programs (before 5.14).") from None
    resource.setrlimit(resource.RLIMIT_NPROC, (limit, limit))


def _landlock(libc: ctypes.CDLL, boundaries: Boundaries) -> None:
    create, add, restrict = _LANDLOCK
    abi = libc.syscall(create, None, ctypes.c_size_t(0), 1)
    if abi < 1:
        raise NotLocked("The kernel has no Landlock, or it is switched off.")
    handled = next(access for level, access in sorted(_ACCESS_BY_ABI.items(), reverse=True) if level <= abi)
    # struct landlock_ruleset_attr: file system; from ABI 4 TCP bind and connect; from ABI 6 abstract sockets, signals
    attributes = struct.pack("QQQ", handled, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = libc.syscall(create, ctypes.c_char_p(attributes), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        raise NotLocked(f"Landlock refused its rules: {os.strerror(ctypes.get_errno())}")
    writing = handled & ~(_FS_EXECUTE | _FS_DEVICE_NODES | _FS_SOCKET_AND_FIFO | (1 << 15))
    for paths, access in ((boundaries.readable, _FS_READ), (boundaries.writable, writing)):
        for path in paths:
            _allow(libc, add, ruleset, path, access & handled)
    if libc.syscall(restrict, ruleset, 0) != 0:
        raise NotLocked(f"Landlock could not be put on: {os.strerror(ctypes.get_errno())}")
    os.close(ruleset)


def _allow(libc: ctypes.CDLL, add: int, ruleset: int, path: str, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):  # noqa: PTH112 - this package keeps its imports few: it starts with every session
            access &= _FS_FILE_ONLY
        rule = struct.pack("=Qi", access, descriptor)
        if libc.syscall(add, ruleset, 1, ctypes.c_char_p(rule), 0) != 0:
            raise NotLocked(f"Landlock refused {path}: {os.strerror(ctypes.get_errno())}")
    finally:
        os.close(descriptor)


# --- the system call filter: a program of the classic packet filter machine over struct seccomp_data -----------------

_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
_REFUSE = _ERRNO | errno.EPERM

_Instruction = tuple[int, int, int, int]


def _load(offset: int) -> _Instruction:
    return (0x20, 0, 0, offset)


def _equal(value: int, yes: int, no: int) -> _Instruction:
    return (0x15, yes, no, value & 0xFFFFFFFF)


def _above(value: int, yes: int, no: int) -> _Instruction:
    return (0x25, yes, no, value)


def _any_bit(mask: int, yes: int, no: int) -> _Instruction:
    return (0x45, yes, no, mask)


def _answer(value: int) -> _Instruction:
    return (0x06, 0, 0, value)


def _argument(index: int, *, high: bool = False) -> _Instruction:
    """Load one half of an argument (both architectures are little-endian)."""
    return _load(16 + 8 * index + (4 if high else 0))


def _one_of(index: int, values: Sequence[int], mask: int = 0xFFFFFFFF) -> list[_Instruction]:
    """Allow when the argument's lower half, masked, is one of ``values``."""
    program = [_argument(index)]
    if mask != 0xFFFFFFFF:
        program.append((0x54, 0, 0, mask))
    program += [_equal(value, len(values) - place, 0) for place, value in enumerate(values)]
    return [*program, _answer(_REFUSE), _answer(_ALLOW)]


def _zero(*indexes: int) -> list[_Instruction]:
    """Allow when all these arguments are zero in full width."""
    loads = [(index, high) for index in indexes for high in (False, True)]
    program: list[_Instruction] = []
    for place, (index, high) in enumerate(loads):
        left = 2 * (len(loads) - place - 1)
        program += [_argument(index, high=high), _equal(0, 0, left + 1)]
    return [*program, _answer(_ALLOW), _answer(_REFUSE)]


def _without(index: int, mask: int) -> list[_Instruction]:
    """Allow when none of these bits is set in the argument."""
    return [_argument(index), _any_bit(mask, 1, 0), _answer(_ALLOW), _answer(_REFUSE)]


_THREAD = 0x00010000  # CLONE_THREAD
_NAMESPACES = 0x7E020000  # CLONE_NEW*
_SET_ID_BITS = 0o6000
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x40049409, 0x4020940D)
"""Is it a terminal, its size, bytes waiting, non-blocking, close-on-exec both ways, copying by reference."""
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032)
"""Duplicate, flags, locks, pipe size (reading it); no owners, signals, leases, notifications, pipe sizes, seals."""
_PRCTLS = (2, 3, 7, 15, 16, 21, 23, 39, 0x53564D41)
"""Only what reads, and names of threads and of memory areas."""


def _checks(pid: int) -> dict[str, list[_Instruction]]:
    return {
        "clone": [
            _argument(0),
            _any_bit(_THREAD, 0, 2),
            _any_bit(_NAMESPACES, 1, 0),
            _answer(_ALLOW),
            _answer(_REFUSE),
        ],
        "tgkill": _one_of(0, (pid,)),
        "socketpair": [
            _argument(0),
            _equal(1, 0, 4),  # AF_UNIX
            _argument(1),
            (0x54, 0, 0, 0xF),
            _equal(1, 0, 1),  # SOCK_STREAM: a datagram socket could send to any address
            _answer(_ALLOW),
            _answer(_REFUSE),
        ],
        "sendto": _zero(4),
        "prlimit64": [
            _argument(0),
            _equal(0, 1, 0),
            _equal(pid, 0, 4),
            _argument(2),
            _equal(0, 0, 2),
            _argument(2, high=True),
            _equal(0, 1, 0),
            _answer(_REFUSE),
            _answer(_ALLOW),
        ],
        "prctl": _one_of(0, _PRCTLS),
        "ioctl": _one_of(1, _IOCTLS),
        "fcntl": _one_of(1, _FCNTLS),
        "personality": _one_of(0, (0xFFFFFFFF,)),
        "mmap": _without(3, 0x40000),  # MAP_HUGETLB: such pages are not counted as the process's memory
        "open": _without(2, _SET_ID_BITS),
        "openat": _without(3, _SET_ID_BITS),
        "creat": _without(1, _SET_ID_BITS),
        "chmod": _without(1, _SET_ID_BITS),
        "fchmod": _without(1, _SET_ID_BITS),
        "fchmodat": _without(2, _SET_ID_BITS),
    }


def filter_program(table: Table, pid: int) -> bytes:
    """Build the filter for one architecture; ``pid`` is the process's own id inside the sandbox."""
    checks = _checks(pid)
    program: list[_Instruction] = [
        _load(4),
        _equal(table.audit, 1, 0),
        _answer(_KILL_PROCESS),  # a foreign ABI, such as i386
        _load(0),
        _above(0x3FFFFFFF, 0, 1),
        _answer(_KILL_PROCESS),  # x32
        _above(LAST_KNOWN, 0, 1),
        _answer(_ERRNO | errno.ENOSYS),
    ]
    for name, number in sorted(table.numbers.items(), key=lambda item: item[1]):
        if name in CHECKED:
            block = checks[name]
        elif name in ABSENT:
            block = [_answer(_ERRNO | errno.ENOSYS)]
        elif name in IGNORED:
            block = [_answer(_ERRNO)]
        elif name in REFUSED_WITH:
            block = [_answer(_ERRNO | REFUSED_WITH[name])]
        else:
            block = [_answer(_ALLOW)]
        program += [_equal(number, 0, len(block)), *block]
    program.append(_answer(_REFUSE))
    return b"".join(struct.pack("HBBI", *instruction) for instruction in program)


def _seccomp(libc: ctypes.CDLL, *, all_threads: bool = False) -> None:
    table = TABLES.get(platform_name())
    if table is None or sys.byteorder != "little" or struct.calcsize("P") != 8:
        raise NotLocked(f"There is no list of system calls for this processor ({platform_name()}).")
    code = filter_program(table, os.getpid())
    buffer = ctypes.create_string_buffer(code, len(code))

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]

    program = Program(len(code) // 8, ctypes.addressof(buffer))
    if all_threads:
        call = ctypes.c_long(_SECCOMP_CALL[platform_name()])
        failed = (
            libc.syscall(call, 1, ctypes.c_ulong(1), ctypes.byref(program)) != 0
        )  # set a filter, thread sync
    else:
        failed = libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) != 0
    if failed:
        raise NotLocked(f"The system call filter was refused: {os.strerror(ctypes.get_errno())}")


def platform_name() -> str:
    """The processor's name as the tables have it."""
    return platform.machine() if sys.platform != "linux" else os.uname().machine

"""What an escape would touch: files with a secret, listening sockets, a process; and sessions with tight limits."""

# ruff: noqa: PTH101
# (these tests are about system calls)
from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import threading
from pathlib import Path

from app.interpreter.backends import Settings
from app.interpreter.model import MIB, Limits, Output
from app.interpreter.session import Interpreters, Session

TIGHT = Limits(
    cell_seconds=15,
    grace_seconds=0.7,
    memory_bytes=400 * MIB,
    file_bytes=24 * MIB,
    folder_bytes=64 * MIB,
    folder_files=2000,
    scratch_bytes=32 * MIB,
    scratch_files=2000,
    flood_bytes=64 * MIB,
    log_bytes=256 * 1024,
    images=8,
    image_bytes=MIB,
    delivered_files=20,
)

PRELUDE = """
import ctypes, os, sys, json, socket, threading, time, errno, mmap, signal
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
ARM = os.uname().machine == "aarch64"
NR = dict(ptrace=(101, 117), unshare=(272, 97), setns=(308, 268), mount=(165, 40), keyctl=(250, 219), add_key=(248, 217),
    request_key=(249, 218), io_uring_setup=(425, 425), userfaultfd=(323, 282), bpf=(321, 280), perf_event_open=(298, 241),
    clone=(56, 220), clone3=(435, 435), vfork=(58, 10**6), pidfd_open=(434, 434), pidfd_getfd=(438, 438),
    process_vm_readv=(310, 270), memfd_create=(319, 279), inotify_init1=(294, 26), io_setup=(206, 0), shmget=(29, 194),
    msgget=(68, 186), semget=(64, 190), mq_open=(240, 180), syslog=(103, 116), reboot=(169, 142), swapon=(167, 224),
    sethostname=(170, 161), settimeofday=(164, 170), seccomp=(317, 277), timer_create=(222, 107), tgkill=(234, 131),
    tkill=(200, 130), capset=(126, 91), pivot_root=(155, 41), chroot=(161, 51), name_to_handle_at=(303, 264),
    open_by_handle_at=(304, 265), fsopen=(430, 430), open_tree=(428, 428), mknodat=(259, 33), personality=(135, 92),
    finit_module=(313, 273), kexec_load=(246, 104), acct=(163, 89), iopl=(172, 10**6), modify_ldt=(154, 10**6),
    rt_sigqueueinfo=(129, 138), prlimit64=(302, 261), landlock_create_ruleset=(444, 444), fanotify_init=(300, 262),
    setxattr=(188, 5), memfd_secret=(447, 447), quotactl=(179, 60), execveat=(322, 281), sendmsg=(46, 211))
def call(name, *arguments):
    number = NR[name][ARM]
    answer = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(a) if isinstance(a, int) else a for a in arguments])
    if answer < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return answer
def tried(body):
    try:
        evidence = body()
    except (OSError, RuntimeError, ValueError, ImportError, AttributeError, MemoryError) as error:
        print("CONTAINED", type(error).__name__, error)
    else:
        print("ESCAPED", evidence) if evidence else print("CONTAINED")
"""


class Arena:
    """The targets and the sessions; ``session`` is made anew whenever an attempt ended it."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.secret = secrets.token_hex(12)
        self.canary = base / "outside" / "canary.txt"
        self.canary.parent.mkdir(parents=True)
        self.canary.write_text(self.secret)
        os.chmod(self.canary, 0o644)
        self.before = self.canary.stat()
        self.interpreters = Interpreters(base / "data", Settings(backend="native", limits=TIGHT, spare=False))
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.tcp.setblocking(False)
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        self.udp.setblocking(False)
        self.path_socket = str(base / "outside" / "socket")
        self.unix = [self._unix(self.path_socket, kind) for kind in (socket.SOCK_STREAM,)]
        self.abstract = f"workbench-{self.secret}"
        self.unix.append(self._unix(f"\0{self.abstract}", socket.SOCK_STREAM))
        self.unix.append(self._unix(f"\0{self.abstract}-d", socket.SOCK_DGRAM))
        self.victim = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])

    @staticmethod
    def _unix(address: str, kind: int) -> socket.socket:
        one = socket.socket(socket.AF_UNIX, kind)
        one.bind(address)
        if kind == socket.SOCK_STREAM:
            one.listen(4)
        one.setblocking(False)
        return one

    @property
    def names(self) -> str:
        """The targets as names for an attempt's code."""
        values = {
            "CANARY": str(self.canary),
            "OUTSIDE": str(self.canary.parent),
            "PORT": self.tcp.getsockname()[1],
            "UDP": self.udp.getsockname()[1],
            "PATH_SOCKET": self.path_socket,
            "ABSTRACT": self.abstract,
            "VICTIM": self.victim.pid,
            "HOST": os.getpid(),
            "HOME": str(Path.home()),
        }
        return "".join(f"{name} = {value!r}\n" for name, value in values.items())

    def session(self, key: str = "attempts") -> Session:
        """The session of that key."""
        return self.interpreters.session(key)

    def attempt(self, body: str, key: str = "attempts") -> Output:
        """Run an attempt's body (a function's, whose true result is evidence of an escape)."""
        lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
        session = self.session(key)
        if session.state != "ready":
            session.run_blocking(self.names + PRELUDE)
        return session.run_blocking(f"def body():\n{lines}\ntried(body)")

    def run(self, code: str, key: str = "attempts", cancel: threading.Event | None = None) -> Output:
        """Run a plain cell."""
        return self.session(key).run_blocking(code, None, cancel)

    def check(self) -> None:
        """Nothing outside was touched."""
        assert self.canary.read_text() == self.secret
        now = self.canary.stat()
        assert (now.st_mode, now.st_mtime_ns, now.st_nlink, now.st_uid) == (
            self.before.st_mode,
            self.before.st_mtime_ns,
            1,
            self.before.st_uid,
        )
        assert sorted(item.name for item in self.canary.parent.iterdir()) == ["canary.txt", "socket"]
        assert self.victim.poll() is None
        for listener in (self.tcp, *self.unix[:2]):
            try:
                listener.accept()
            except BlockingIOError:
                continue
            raise AssertionError("somebody connected")
        for receiver in (self.udp, self.unix[2]):
            try:
                receiver.recv(1)
            except BlockingIOError:
                continue
            raise AssertionError("something was received")

    def close(self) -> None:
        """End everything."""
        self.interpreters.close_blocking()
        self.victim.kill()
        self.victim.wait()
        for one in (self.tcp, self.udp, *self.unix):
            one.close()

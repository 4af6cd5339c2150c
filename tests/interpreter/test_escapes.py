"""Attempts to get out of the native sandbox: each is a real one, and each must be contained.

An attempt's body returns evidence of success. What it touches outside is looked at from outside after every attempt.
Attempts at resources and at the host's side of a session are in ``test_bombs.py`` and ``test_artifacts.py``.
"""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from tests.interpreter.arena import PRELUDE, Arena

FILES = {
    "read a file by its path": "return open(CANARY).read()",
    "write to a file by its path": "open(CANARY, 'w').write('x'); return True",
    "append to a file by its path": "open(CANARY, 'a').write('x'); return True",
    "see a file's metadata": "return os.stat(CANARY)",
    "see whether a file exists": "return os.access(CANARY, os.F_OK)",
    "change a file's mode": "os.chmod(CANARY, 0o777); return True",
    "change a file's times": "os.utime(CANARY); return True",
    "remove a file": "os.remove(CANARY); return True",
    "make a file outside": "open(OUTSIDE + '/new', 'w').close(); return True",
    "list a folder outside": "return os.listdir(OUTSIDE)",
    "list the home folder": "return os.listdir(HOME) or True",
    "read the system's users": "return open('/etc/passwd').read()",
    "list /etc": "return os.listdir('/etc')",
    "read other processes' environments": "return open('/proc/1/environ').read() + open('/proc/self/environ').read()",
    "read mounts, which name folders of the host": "return open('/proc/self/mountinfo').read()",
    "look into /sys": "return os.listdir('/sys')",
    "follow a link of its own": "os.symlink(CANARY, 'link1'); return open('link1').read()",
    "go up from its folder": "return open('/mnt/data/../../../../../..' + CANARY).read()",
    "spell the path oddly": """
for spelling in (CANARY + '/', '//' + CANARY, '/mnt/data/.' + '/..' * 8 + CANARY, '/mnt/data/x/..' + CANARY, './/' + '../' * 9 + CANARY[1:]):
    try:
        return open(spelling).read()
    except OSError:
        pass""",
    "take a second name of a file": "os.link(CANARY, 'second'); return True",
    "keep a handle of the parent folder": """
folder = os.open('..', os.O_RDONLY)
return [name for name in os.listdir(folder) if name not in ('data',)]""",
    "write into the interpreter": "open(os.__file__, 'a').write('#'); return True",
    "write into the libraries": "open([p for p in sys.path if 'site' in p][0] + '/x.py', 'w'); return True",
    "write into the worker": "open('/opt/workbench/host/worker/cells.py', 'a'); return True",
    "write to the system's libraries": "open('/usr/lib/x', 'w'); return True",
    "write to the root folder": "open('/x', 'w'); return True",
    "move its own folder": "os.rename('/mnt/data', '/tmp/data'); return True",
    "make a device": "os.mknod('disk', 0o60600, os.makedev(8, 0)); return True",
    "make a pipe with a name": "os.mkfifo('fifo'); return True",
    "open devices": """
for name in ('mem', 'kmsg', 'sda', 'vda', 'fuse', 'kvm', 'tty', 'ptmx', 'shm', 'net/tun', 'vsock', 'uinput'):
    try:
        return os.open('/dev/' + name, os.O_RDONLY), name
    except OSError:
        pass""",
    "open a file by its handle": """
handle = (ctypes.c_char * 128)()
ctypes.memmove(handle, (128 - 8).to_bytes(4, 'little'), 4)
call('name_to_handle_at', -100, b'/mnt/data', handle, ctypes.byref(ctypes.c_int()), 0)
return call('open_by_handle_at', -100, handle, 0)""",
    "find descriptors it was not given": """
import stat
found = []
for number in range(3, 256):
    try:
        mode = os.fstat(number).st_mode
    except OSError:
        continue
    if not stat.S_ISFIFO(mode) and number > 2 and not stat.S_ISCHR(mode):
        found.append((number, oct(mode)))
return [one for one in found if not os.path.samestat(os.fstat(one[0]), os.stat('/dev/null'))]""",
    "change its root": "call('chroot', b'/mnt/data'); return True",
    "swap roots": "call('pivot_root', b'/mnt/data', b'/mnt/data'); return True",
    "mount": "call('mount', b'none', b'/mnt/data', b'tmpfs', 0, None); return True",
    "mount the new way": "return call('fsopen', b'tmpfs', 0)",
    "take a copy of the mounts": "return call('open_tree', -100, b'/', 1)",
    "read our environment": "return [n for n in os.environ if n.startswith(('OPENAI', 'PYTEST', 'SSH', 'DBUS', 'XDG'))]",
    "read the program's arguments": "return [a for a in sys.argv + sys.orig_argv if OUTSIDE[:8] in a]",
    "find paths of the host": "return HOME in repr(sys.path) + repr(sys.modules) or None",
    "make a program that runs as its owner": """
descriptor = os.open('suid', os.O_CREAT | os.O_WRONLY, 0o4755)
os.chmod('suid', 0o6755)
return os.stat('suid').st_mode & 0o6000""",
}

PROCESSES = {
    "fork": "return os.fork() >= 0",
    "vfork past Python": "return libc.vfork() >= 0",
    "clone past Python": "return call('clone', 17, 0, 0, 0, 0) >= 0",
    "clone the new way": "return call('clone3', ctypes.create_string_buffer(88), 88) >= 0",
    "run a program": "import subprocess; return subprocess.run(['/bin/sh', '-c', 'id'], capture_output=True).stdout",
    "become another program": "os.execv('/opt/workbench/python/bin/python', ['x']); return True",
    "become another program by descriptor": """
descriptor = os.open(sys.executable, os.O_RDONLY)
call('execveat', descriptor, b'', None, None, 0x1000); return True""",
    "spawn": "return os.posix_spawn('/opt/workbench/python/bin/python', ['x'], {})",
    "use the shell": "return os.system('id') in (0,) or None",
    "use multiprocessing": "import multiprocessing as m; p = m.get_context('fork').Process(target=print); p.start(); return True",
    "open a terminal": "import pty; return pty.openpty()",
    "signal our process": "os.kill(HOST, 0); return True",
    "kill a process of ours": "os.kill(VICTIM, 9); return True",
    "kill every process": "os.kill(-1, 9); return True",
    "kill the sandbox's first process": "os.kill(1, 9); return True",
    "signal a thread of another process": "call('tgkill', 1, 1, 9); return True",
    "signal by thread number": "call('tkill', 1, 9); return True",
    "queue a signal": "call('rt_sigqueueinfo', 1, 9, ctypes.create_string_buffer(128)); return True",
    "hold a process": "return call('pidfd_open', 1, 0)",
    "trace a process": "call('ptrace', 16, 1, 0, 0); return True",
    "let itself be traced": "call('ptrace', 0, 0, 0, 0); return True",
    "read another process's memory": "return call('process_vm_readv', 1, ctypes.create_string_buffer(64), 1, ctypes.create_string_buffer(64), 1, 0) >= 0",
    "change another process's limits": "call('prlimit64', 1, 7, None, ctypes.create_string_buffer(16)); return True",
    "raise its own limits": "import resource; resource.setrlimit(resource.RLIMIT_NPROC, (9999, 9999)); return True",
    "take more time than others": "os.nice(-10); return True",
    "real-time scheduling": "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)); return True",
    "choose its processors": "os.sched_setaffinity(0, {0}); return True",
}

KERNEL = {
    "user namespace": "call('unshare', 0x10000000); return True",
    "network namespace": "call('unshare', 0x40000000); return True",
    "enter a namespace": "call('setns', 0, 0); return True",
    "kernel keyring": "return call('keyctl', 0, -4, 1)",
    "add a key": "return call('add_key', b'user', b'x', b'y', 1, -4)",
    "ask for a key": "return call('request_key', b'user', b'x', None, -4)",
    "io_uring": "return call('io_uring_setup', 4, ctypes.create_string_buffer(120)) >= 0",
    "userfaultfd": "return call('userfaultfd', 1) >= 0",
    "bpf": "return call('bpf', 0, ctypes.create_string_buffer(64), 64) >= 0",
    "performance counters": "return call('perf_event_open', ctypes.create_string_buffer(128), 0, -1, -1, 0) >= 0",
    "kernel log": "return call('syslog', 3, ctypes.create_string_buffer(4096), 4096)",
    "kernel modules": "call('finit_module', 0, b'', 0); return True",
    "another kernel": "call('kexec_load', 0, 0, None, 0); return True",
    "set the clock": "call('settimeofday', ctypes.create_string_buffer(16), None); return True",
    "set the host's name": "call('sethostname', b'x', 1); return True",
    "swap": "call('swapon', b'/mnt/data/x', 0); return True",
    "restart the computer": "call('reboot', 0xfee1dead, 672274793, 0, None); return True",
    "accounting": "call('acct', None); return True",
    "quotas": "call('quotactl', 0, None, 0, None); return True",
    "port access": "call('iopl', 3); return True",
    "segment tables": "call('modify_ldt', 0, ctypes.create_string_buffer(64), 64); return True",
    "another personality": "call('personality', 0x0400000); return True",
    "shared memory of the system": "return call('shmget', 1, 4096, 0o1666) >= 0",
    "message queues of the system": "return call('msgget', 1, 0o1666) >= 0",
    "semaphores of the system": "return call('semget', 1, 1, 0o1666) >= 0",
    "POSIX message queues": "return call('mq_open', b'x', 0o102, 0o666, None) >= 0",
    "file notifications, which are few for each user": "return call('inotify_init1', 0) >= 0",
    "notifications for the whole system": "return call('fanotify_init', 0, 0) >= 0",
    "asynchronous I/O, which is scarce system-wide": "return call('io_setup', 128, ctypes.byref(ctypes.c_ulong())) >= 0",
    "memory without a name": "return call('memfd_create', b'x', 0) >= 0",
    "secret memory": "return call('memfd_secret', 0) >= 0",
    "its own system call filter": "return call('seccomp', 1, 8, ctypes.create_string_buffer(16)) >= 0",
    "become traceable": "return libc.prctl(4, 1, 0, 0, 0) == 0",
    "outlive its host": "return libc.prctl(1, 0, 0, 0, 0) == 0",
    "a timer that would wake it between cells": "return call('timer_create', 0, None, ctypes.byref(ctypes.c_int())) >= 0",
    "become root": "os.setuid(0); return True",
    "become another user": "os.setresuid(1, 1, 1); return True",
    "take capabilities": "call('capset', b'\\x22\\x05\\x08\\x20' + bytes(4), b'\\xff' * 24); return True",
    "mount properties of files": "call('setxattr', b'/mnt/data', b'user.x', b'y', 1, 0); return True",
    "type into a terminal": "import fcntl; fcntl.ioctl(0, 0x5412, b'x'); return True",
    "large pipes, which are scarce for each user": "import fcntl; r, w = os.pipe(); return fcntl.fcntl(w, 1031, 1 << 20) > 65536",
    "be told by signals": "import fcntl; r, w = os.pipe(); fcntl.fcntl(r, fcntl.F_SETOWN, os.getpid()); return True",
    "system calls newer than the filter": "NR['new'] = (462, 462); return call('new', 0, 0, 0) >= 0",
}

NETWORK = {
    "TCP to this computer": "socket.create_connection(('127.0.0.1', PORT), 1); return True",
    "TCP over IPv6": "socket.create_connection(('::1', PORT), 1); return True",
    "UDP to this computer": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', UDP)); return True",
    "listen": "s = socket.create_server(('127.0.0.1', 0)); return s.getsockname()",
    "a socket by its path": "s = socket.socket(socket.AF_UNIX); s.connect(PATH_SOCKET); return True",
    "a socket by its abstract name": "s = socket.socket(socket.AF_UNIX); s.connect('\\0' + ABSTRACT); return True",
    "a socket through a pair": "a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); a.sendto(b'x', '\\0' + ABSTRACT + '-d'); return True",
    "send to an address over a stream pair": "a, b = socket.socketpair(); a.sendto(b'x', '\\0' + ABSTRACT); return True",
    "pass descriptors": "a, b = socket.socketpair(); socket.send_fds(a, [b'x'], [0]); return True",
    "look a name up": "return socket.getaddrinfo('localhost.example.com', 80, proto=6)",
    "fetch a page": "import urllib.request; return urllib.request.urlopen(f'http://127.0.0.1:{PORT}', timeout=1)",
    "raw packets": "socket.socket(socket.AF_PACKET, socket.SOCK_RAW); return True",
    "netlink": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW); return True",
    "the hypervisor's sockets": "socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM); return True",
    "the kernel's crypto sockets": "socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET); return True",
    "pandas fetching": "import pandas; return pandas.read_csv(f'http://127.0.0.1:{PORT}/x.csv')",
}

ALL = [
    pytest.param(body, id=name)
    for group in (FILES, PROCESSES, KERNEL, NETWORK)
    for name, body in group.items()
]


@pytest.mark.parametrize("body", ALL)
def test_attempt_is_contained(arena: Arena, body: str) -> None:
    output = arena.attempt(body)
    assert "ESCAPED" not in output.logs, output.logs
    assert "CONTAINED" in output.logs or output.status in {"killed", "limit"}, output.logs
    assert arena.secret not in output.logs
    arena.check()


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the other ABIs exist on x86_64 alone")
@pytest.mark.parametrize("number", ["i386", "x32"])
def test_foreign_abi_ends_the_process(arena: Arena, number: str) -> None:
    machine_code = {
        "i386": "b8 14 00 00 00 cd 80 c3",  # getpid by interrupt 0x80
        "x32": "b8 27 00 00 40 0f 05 c3",  # getpid with the x32 bit
    }[number]
    output = arena.attempt(
        f"""
code = bytes.fromhex('{machine_code}')
area = mmap.mmap(-1, 4096, prot=7)
area.write(code)
return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(area)))() == os.getpid()"""
    )
    assert output.status == "killed"
    assert "SIGSYS" in output.note
    assert arena.attempt("return False").status == "ok"


def test_attempts_do_succeed_without_a_sandbox(arena: Arena) -> None:
    """The attempts are real: where nothing contains them, they find their targets."""
    names = (
        *(
            "read a file by its path",
            "see a file's metadata",
            "list the home folder",
            "read the system's users",
        ),
        *("look into /sys", "read mounts, which name folders of the host"),
    )
    harmless = [FILES[name] for name in names]
    harmless += [KERNEL["memory without a name"], KERNEL["file notifications, which are few for each user"]]
    harmless += [PROCESSES["signal our process"], PROCESSES["run a program"], PROCESSES["hold a process"]]
    for body in harmless:
        lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
        code = f"{arena.names}{PRELUDE}\ndef body():\n{lines}\ntried(body)"
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False
        )
        assert done.stdout.startswith("ESCAPED"), (body, done.stdout, done.stderr)


def test_sessions_do_not_see_each_other(arena: Arena) -> None:
    arena.run(
        "value = 1; open('/mnt/data/one.txt', 'w').write('one'); open('/tmp/one.txt', 'w').write('one')",
        "one",
    )
    output = arena.run(
        "import os\nprint(os.listdir('/mnt/data'), os.listdir('/tmp'))\n'value' in globals()", "two"
    )
    assert "one.txt" not in output.logs
    assert output.result == "False"
    assert arena.run("value", "one").result == "1"

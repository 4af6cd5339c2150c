"""What ``doctor`` looks at, one function a thing; each gives a finding with what to do about it."""

from __future__ import annotations

import asyncio
import importlib.metadata
import os
import platform
import shutil
import socket
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app import __version__
from app.connections.addresses import is_loopback
from app.connections.secrets import KeyStore
from app.core.entities import BUILT_IN_MODEL
from app.core.errors import AppError
from app.core.paths import Paths
from app.workbench.engine_process import EngineProcess

if TYPE_CHECKING:
    from app.interpreter.backends import Settings

Verdict = Literal["ok", "warning", "failed"]
LEAST_FREE = 500 * 1024 * 1024
PYTHONS = ((3, 11), (3, 13))
LEAST_SQLITE = (3, 35, 0)
"""For ``RETURNING`` and ``DROP COLUMN``, which the migrations use."""
SHOWN_LIBRARIES = ("openai", "PySide6-Essentials", "fastapi", "sqlalchemy", "pydantic", "xllamacpp")


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. Only ``failed`` makes the command fail; a warning leaves the program usable.

    ``advice`` says what to do; it is empty where nothing is to be done. ``seconds`` is how long the look took.
    """

    name: str
    verdict: Verdict
    message: str
    advice: str = ""
    seconds: float = 0.0


async def python() -> Finding:
    """The Python that runs this, and the system under it."""
    version = platform.python_version()
    least, most = PYTHONS
    message = f"{version}, {platform.system()} {platform.machine()}"
    if least <= sys.version_info[:2] <= most:
        return Finding("Python", "ok", message)
    return Finding("Python", "failed", message, "The program needs Python 3.11, 3.12 or 3.13.")


async def versions() -> Finding:
    """The program's own version, how it was installed, and those libraries that reports ask about."""
    return await asyncio.to_thread(_versions)


def _versions() -> Finding:
    if getattr(sys, "frozen", False):
        kind = "installed program"
    elif (Path(__file__).resolve().parents[2] / "pyproject.toml").is_file():
        kind = "checkout"
    else:
        kind = "Python package"
    found = libraries(SHOWN_LIBRARIES)
    told = ", ".join(f"{name} {version}" for name, version in found.items())
    message = f"{__version__} ({kind}); {told}, SQLite {sqlite3.sqlite_version}"
    missing = [name for name in SHOWN_LIBRARIES if name not in found]
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        return Finding("Versions", "failed", message, "SQLite 3.35 or newer is needed: use another Python.")
    if missing and not getattr(sys, "frozen", False):
        return Finding(
            "Versions", "failed", message, f"Not installed: {', '.join(missing)}. Install the program anew."
        )
    return Finding("Versions", "ok", message)


def libraries(names: tuple[str, ...]) -> dict[str, str]:
    """Versions of installed libraries, by name; those that are not there are left out."""
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


async def system_packages() -> list[Finding]:
    """What the window and the local models need of a Linux system; one finding for each of the two."""
    from app.core import system_packages as packages

    if sys.platform != "linux":
        return [
            Finding(name, "ok", "nothing but the system itself is needed")
            for name in ("Qt libraries", "Model libraries")
        ]
    found = []
    for name, sections, well in (
        (
            "Qt libraries",
            ("window", "display"),
            "all of the system's libraries that the window needs are there",
        ),
        ("Model libraries", ("model",), "what local models need of the system is there"),
    ):
        lacking = await asyncio.to_thread(packages.missing, sections)
        if lacking and name == "Model libraries" and _brings_its_own():
            lacking = []
        if not lacking:
            found.append(Finding(name, "ok", well))
        else:
            names = ", ".join(item.provides for item in lacking)
            found.append(Finding(name, "warning", f"missing: {names}", packages.advice(lacking)))
    return found


def _brings_its_own() -> bool:
    """Whether the program's own folder holds OpenMP's library, as the frozen one does."""
    folder = Path(getattr(sys, "_MEIPASS", "/nowhere"))
    return any(folder.glob("**/libgomp*"))


async def display() -> Finding:
    """Whether a window can be opened."""
    from app.core import display as screen

    obstacle = await asyncio.to_thread(screen.obstacle)
    if obstacle is not None and obstacle.kind == "no display":
        first = f"{obstacle.text.partition('. ')[0].rstrip('.')}."
        return Finding("Display", "warning", first, "The commands in a terminal work without it.")
    if obstacle is not None:
        return Finding(
            "Display", "warning", "cannot be used without the Qt libraries named above", "See there."
        )
    shown = (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")
    )
    return Finding("Display", "ok", f"a window can be opened ({shown or platform.system()})")


async def data_folder(paths: Paths) -> Finding:
    """Whether the data folder can be written."""

    def look() -> Finding:
        try:
            paths.create()
            probe = paths.data / f".doctor-{os.getpid()}"
            probe.write_bytes(b"x")
            probe.unlink()
        except OSError as error:
            return Finding(
                "Data folder",
                "failed",
                f"{paths.data} cannot be written ({error.strerror})",
                "Choose another one with --data-dir.",
            )
        return Finding("Data folder", "ok", str(paths.data))

    return await asyncio.to_thread(look)


async def disk(paths: Paths) -> Finding:
    """How much room is left where data and models are kept."""

    def look() -> Finding:
        place = paths.data
        while not place.is_dir() and place != place.parent:
            place = place.parent
        try:
            free = shutil.disk_usage(place).free
        except OSError as error:
            return Finding("Disk", "warning", f"free space is not known ({error.strerror})")
        used = sum(size for size in sizes(paths).values())
        message = f"{free / 1024**3:.1f} GB free, {used / 1024**2:,.0f} MB used by the program's data"
        if free < LEAST_FREE:
            return Finding(
                "Disk",
                "warning",
                message,
                "Little space is left: models and files may not fit. Free some, or choose another --data-dir.",
            )
        return Finding("Disk", "ok", message)

    return await asyncio.to_thread(look)


def sizes(paths: Paths) -> dict[str, int]:
    """Bytes of everything directly in the data folder, by name; folders with all that is in them."""
    found: dict[str, int] = {}
    try:
        entries = sorted(paths.data.iterdir())
    except OSError:
        return found
    for entry in entries:
        total = 0
        for file in (entry, *entry.rglob("*")) if entry.is_dir() else (entry,):
            try:
                if file.is_file() and not file.is_symlink():
                    total += file.stat().st_size
            except OSError:
                continue
        found[entry.name] = total
    return found


async def ports() -> Finding:
    """Whether the program's parts can reach each other: a port of this computer's own is opened and called."""

    def look() -> Finding:
        try:
            with socket.create_server(("127.0.0.1", 0)) as server:
                server.settimeout(3)
                port = server.getsockname()[1]
                with socket.create_connection(("127.0.0.1", port), timeout=3) as client:
                    answering, _ = server.accept()
                    with answering:
                        answering.sendall(b"x")
                        arrived = client.recv(1) == b"x"
        except OSError as error:
            return Finding(
                "Ports",
                "failed",
                f"this computer's own address 127.0.0.1 cannot be used ({error.strerror or error})",
                "Allow connections to 127.0.0.1 in the firewall or security program: "
                "window, engine and model server talk to each other there.",
            )
        if not arrived:
            return Finding(
                "Ports", "failed", "what is sent to 127.0.0.1 does not arrive", "Check the firewall."
            )
        proxies = [name for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY") if _environment(name)]
        excepted = _environment("NO_PROXY")
        through = f"; services are reached through a proxy ({', '.join(proxies)})" if proxies else ""
        if proxies and not any(
            is_loopback(part.strip()) or part.strip() == "*" for part in excepted.split(",") if part.strip()
        ):
            through += ", this computer's own without it"
        return Finding("Ports", "ok", f"127.0.0.1 can be used{through}")

    return await asyncio.to_thread(look)


def _environment(name: str) -> str:
    return os.environ.get(name) or os.environ.get(name.lower()) or ""


async def keyring(keys: KeyStore) -> Finding:
    """Where keys are kept."""
    place = await keys.find_place()
    if place.durable:
        return Finding("Keys", "ok", f"kept in {place.name}")
    return Finding(
        "Keys",
        "warning",
        f"kept for {place.name}",
        "Install and unlock a keyring (such as gnome-keyring or KDE Wallet) to keep keys; they are never written to files.",
    )


async def interpreter(paths: Paths, keys: KeyStore) -> list[Finding]:
    """Test what is chosen for the code interpreter; without one the program works, so nothing here fails it."""
    from app.interpreter.preferences import load

    chosen = await asyncio.to_thread(load, paths.interpreter_settings)
    token = ""
    if chosen.backend == "remote" and chosen.remote_entry:
        try:
            key = await keys.get(chosen.remote_entry)
        except AppError as error:
            return [Finding("Code interpreter", "warning", error.message, error.advice)]
        token = key.reveal() if key is not None else ""
    return await asyncio.to_thread(_interpreter_lines, chosen.settings(token))


def _interpreter_lines(settings: Settings) -> list[Finding]:
    """Try one attempt after the other."""
    from app.interpreter.backends import advice, self_test_lines

    found = []
    for line in self_test_lines(settings):
        message = line.text if not line.detail else f"{line.text}: {line.detail}"
        found.append(
            Finding(
                "Code interpreter",
                "ok" if line.ok else "warning",
                message,
                "" if line.ok or line.detail == advice(settings) else advice(settings),
            )
        )
    return found


async def engine(process: EngineProcess) -> Finding:
    """Start the engine as the window does."""
    process.start()
    try:
        await process.wait_ready(90)
    except AppError as error:
        return Finding("Engine", "failed", error.message, error.advice or error.details[-400:])
    return Finding("Engine", "ok", f"started, and answers on {process.base_url}")


async def models(process: EngineProcess, model_file: str | None) -> list[Finding]:
    """The built-in model, and what else the engine offers."""
    if process.status.state != "ready":
        return [
            Finding(
                "Built-in model",
                "warning",
                "not looked at, because the engine does not run",
                "See the engine's line above.",
            )
        ]
    found = []
    if model_file and not await asyncio.to_thread(Path(model_file).expanduser().is_file):
        found.append(
            Finding("Model file", "warning", f"the file {model_file} does not exist", "Check --model-file.")
        )
    try:
        names = [model.id for model in (await process.client().models.list()).data]
    except Exception as error:  # noqa: BLE001 - told as a finding
        from app.connections.failures import translate

        failure = translate(error, service="The engine")
        return [*found, Finding("Built-in model", "failed", failure.message, failure.advice)]
    if BUILT_IN_MODEL in names:
        found.append(
            Finding("Built-in model", "ok", f"{BUILT_IN_MODEL} is there ({len(names)} models in all)")
        )
    else:
        found.append(
            Finding(
                "Built-in model",
                "warning",
                f"{BUILT_IN_MODEL} is not installed",
                "The window's Connections page offers to download it.",
            )
        )
    return found

"""``doctor``: what the program finds on this computer, and whether its parts start."""

from __future__ import annotations

import asyncio
import functools
import json
import os
import platform
import shutil
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TextIO

from app import __version__
from app.connections.secrets import KeyStore
from app.core.entities import BUILT_IN_MODEL
from app.core.errors import AppError
from app.core.paths import Paths, resolve
from app.workbench.engine_process import EngineProcess

Verdict = Literal["ok", "warning", "failed"]
MARKS: dict[Verdict, str] = {"ok": "✓", "warning": "!", "failed": "✗"}
LEAST_FREE = 500 * 1024 * 1024
PYTHONS = ((3, 11), (3, 13))


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. Only ``failed`` makes the command fail; a warning leaves the program usable."""

    name: str
    verdict: Verdict
    message: str
    advice: str = ""
    seconds: float = 0.0


async def examine(
    *, data_dir: str | None = None, model_file: str | None = None, found: Callable[[Finding], None]
) -> list[Finding]:
    """Look at everything, one after the other; ``found`` is told each finding as it comes."""
    paths = resolve(data_dir)
    findings: list[Finding] = []
    keys = KeyStore()
    engine = EngineProcess(keys=keys, data_dir=data_dir, model_file=model_file, parent="doctor")

    async def look(work: Callable[[], Awaitable[Finding]]) -> None:
        begun = time.monotonic()
        finding = await work()
        finding = Finding(
            finding.name, finding.verdict, finding.message, finding.advice, round(time.monotonic() - begun, 3)
        )
        findings.append(finding)
        found(finding)

    try:
        await look(_python)
        await look(_libraries)
        await look(_display)
        await look(lambda: _data_folder(paths))
        await look(lambda: _keyring(keys))
        await look(lambda: _engine(engine))
        await look(lambda: _models(engine, model_file))
        for finding in await asyncio.to_thread(_interpreter):
            await look(functools.partial(_told, finding))
    finally:
        await engine.stop()
    return findings


def run(
    *,
    data_dir: str | None = None,
    model_file: str | None = None,
    as_json: bool = False,
    out: TextIO | None = None,
) -> int:
    """Examine and tell; the exit code is 1 when something that is needed does not work."""
    stream = out or sys.stdout

    def tell(finding: Finding) -> None:
        if as_json:
            return
        stream.write(f"{MARKS[finding.verdict]} {finding.name}: {finding.message}\n")
        if finding.advice and finding.verdict != "ok":
            stream.write(f"  {finding.advice}\n")
        stream.flush()

    try:
        findings = asyncio.run(examine(data_dir=data_dir, model_file=model_file, found=tell))
    except KeyboardInterrupt:
        return 130
    well = all(finding.verdict != "failed" for finding in findings)
    if as_json:
        document = {
            "program": "assistant-workbench",
            "version": __version__,
            "ok": well,
            "findings": [asdict(finding) for finding in findings],
        }
        stream.write(f"{json.dumps(document, ensure_ascii=False, indent=2)}\n")
    else:
        stream.write(
            "\nEverything that is needed works.\n" if well else "\nSomething that is needed does not work.\n"
        )
    stream.flush()
    return 0 if well else 1


async def _python() -> Finding:
    version = platform.python_version()
    least, most = PYTHONS
    message = f"{version}, {platform.system()} {platform.machine()}"
    if least <= sys.version_info[:2] <= most:
        return Finding("Python", "ok", message)
    return Finding("Python", "failed", message, "The program needs Python 3.11, 3.12 or 3.13.")


async def _libraries() -> Finding:
    from app.core import system_packages

    if sys.platform != "linux":
        return Finding("Qt libraries", "ok", "nothing but the system itself is needed")
    lacking = await asyncio.to_thread(system_packages.missing, ("window", "display"))
    if not lacking:
        return Finding("Qt libraries", "ok", "all of the system's libraries that the window needs are there")
    names = ", ".join(item.provides for item in lacking)
    return Finding("Qt libraries", "warning", f"missing: {names}", system_packages.advice(lacking))


async def _display() -> Finding:
    from app.core import display

    obstacle = await asyncio.to_thread(display.obstacle)
    if obstacle is not None and obstacle.kind == "no display":
        first = f"{obstacle.text.partition('. ')[0].rstrip('.')}."
        return Finding("Display", "warning", first, "The commands in a terminal work without it.")
    shown = (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")
    )
    return Finding("Display", "ok", f"a window can be opened ({shown or platform.system()})")


async def _data_folder(paths: Paths) -> Finding:
    def look() -> Finding:
        try:
            paths.create()
            probe = paths.data / f".doctor-{os.getpid()}"
            probe.write_bytes(b"x")
            probe.unlink()
            free = shutil.disk_usage(paths.data).free
        except OSError as error:
            return Finding(
                "Data folder",
                "failed",
                f"{paths.data} cannot be written ({error.strerror})",
                "Choose another one with --data-dir.",
            )
        message = f"{paths.data}, {free / 1024**3:.1f} GB free"
        if free < LEAST_FREE:
            return Finding(
                "Data folder", "warning", message, "Little space is left: models and files may not fit."
            )
        return Finding("Data folder", "ok", message)

    return await asyncio.to_thread(look)


async def _keyring(keys: KeyStore) -> Finding:
    place = await keys.find_place()
    if place.durable:
        return Finding("Keys", "ok", f"kept in {place.name}")
    return Finding(
        "Keys",
        "warning",
        f"kept for {place.name}",
        "Install and unlock a keyring (such as gnome-keyring or KDE Wallet) to keep keys; they are never written to files.",
    )


def _interpreter() -> list[Finding]:
    """Test the code interpreter's sandbox, attempt by attempt; without one the program works, so nothing here fails it."""
    from app.interpreter.backends import Settings, self_test_lines

    lines = list(self_test_lines(Settings()))
    return [
        Finding(
            "Code interpreter",
            "ok" if line.ok else "warning",
            line.text if not line.detail else f"{line.text}: {line.detail}",
        )
        for line in lines
    ]


async def _told(finding: Finding) -> Finding:
    return finding


async def _engine(engine: EngineProcess) -> Finding:
    engine.start()
    try:
        await engine.wait_ready(90)
    except AppError as error:
        return Finding("Engine", "failed", error.message, error.advice or error.details[-400:])
    return Finding("Engine", "ok", f"started, and answers on {engine.base_url}")


async def _models(engine: EngineProcess, model_file: str | None) -> Finding:
    if engine.status.state != "ready":
        return Finding("Built-in model", "warning", "not looked at, because the engine does not run")
    if model_file and not await asyncio.to_thread(Path(model_file).expanduser().is_file):
        return Finding(
            "Built-in model", "warning", f"the file {model_file} does not exist", "Check --model-file."
        )
    try:
        names = [model.id for model in (await engine.client().models.list()).data]
    except Exception as error:  # noqa: BLE001 - told as a finding
        from app.connections.failures import translate

        failure = translate(error, service="The engine")
        return Finding("Built-in model", "failed", failure.message, failure.advice)
    if BUILT_IN_MODEL in names:
        return Finding("Built-in model", "ok", f"{BUILT_IN_MODEL} is there ({len(names)} models in all)")
    return Finding(
        "Built-in model",
        "warning",
        f"{BUILT_IN_MODEL} is not installed",
        "The window's Connections page offers to download it.",
    )

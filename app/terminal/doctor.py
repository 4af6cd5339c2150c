"""``doctor``: what the program finds on this computer, whether its parts start, and a file about it for reports."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TextIO

from app import __version__
from app.connections.secrets import KeyStore
from app.core.errors import AppError
from app.core.paths import resolve
from app.terminal import doctor_checks as checks
from app.terminal.doctor_checks import Finding, Verdict
from app.workbench.engine_process import EngineProcess

__all__ = ["Finding", "Verdict", "examine", "run"]

MARKS: dict[Verdict, str] = {"ok": "✓", "warning": "!", "failed": "✗"}


async def examine(
    *, data_dir: str | None = None, model_file: str | None = None, found: Callable[[Finding], None]
) -> list[Finding]:
    """Look at everything, one after the other; ``found`` is told each finding as it comes."""
    paths = resolve(data_dir)
    findings: list[Finding] = []
    keys = KeyStore()
    engine = EngineProcess(keys=keys, data_dir=data_dir, model_file=model_file, parent="doctor")

    async def look(work: Callable[[], Awaitable[Finding | list[Finding]]], name: str = "Data") -> None:
        begun = time.monotonic()
        answer: Finding | list[Finding]
        try:
            answer = await work()
        except OSError as error:  # a folder that is closed to this user
            why = f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
            answer = Finding(name, "failed", f"cannot be looked at ({why})", "Choose another --data-dir.")
        told = answer if isinstance(answer, list) else [answer]
        seconds = round((time.monotonic() - begun) / max(1, len(told)), 3)
        for finding in told:
            findings.append(replace(finding, seconds=seconds))
            found(findings[-1])

    from app.terminal.doctor_data import data_versions

    try:
        await look(checks.python)
        await look(checks.versions)
        await look(checks.system_packages)
        await look(checks.display)
        await look(lambda: checks.data_folder(paths))
        await look(lambda: checks.disk(paths), "Disk")
        await look(lambda: asyncio.to_thread(data_versions, paths))
        await look(lambda: checks.keyring(keys))
        await look(checks.ports)
        await look(lambda: checks.engine(engine))
        await look(lambda: checks.models(engine, model_file))
        await look(lambda: checks.interpreter(paths, keys), "Code interpreter")
    finally:
        await engine.stop()
    return findings


def run(
    *,
    data_dir: str | None = None,
    model_file: str | None = None,
    as_json: bool = False,
    report: str | None = None,
    out: TextIO | None = None,
) -> int:
    """Examine and tell; the exit code is 1 when something that is needed does not work.

    Args:
        data_dir: the folder that holds everything, None for the system's usual places.
        model_file: a GGUF file that is offered beside the built-in model.
        as_json: one JSON document instead of lines.
        report: also write a diagnostics file here, without keys and without what people wrote.
        out: where to write instead of standard output.
    """
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
    written = True
    if report:
        written = _write_report(report, data_dir, findings)
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
        if report and written:
            stream.write(f"Diagnostics, without keys and without your texts: {report}\n")
    stream.flush()
    return 0 if well and written else 1


def _write_report(report: str, data_dir: str | None, findings: list[Finding]) -> bool:
    from app.terminal.doctor_report import write

    try:
        asyncio.run(write(Path(report).expanduser(), resolve(data_dir), findings))
    except AppError as error:
        sys.stderr.write(f"assistant-workbench doctor: {error}\n")
        return False
    return True

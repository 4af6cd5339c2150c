"""From nothing to a window that can be used: ``python -m tests.benchmarks.cold_start [--runs 5] [--json FILE]``.

Each run is a fresh process with a fresh data folder after one warm run (so that files are cached and compiled). CPU
milliseconds are what counts on a busy machine; the ratio is to a bare Qt window of the same Python.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BARE = """
import time; wall, cpu = time.perf_counter(), time.process_time
import json, sys
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication(sys.argv[:1]); window = QPlainTextEdit(); window.show(); app.processEvents()
print(json.dumps({"painted": [cpu() * 1000, (time.perf_counter() - wall) * 1000]}))
"""
PROGRAM = """
import time; wall, cpu = time.perf_counter(), time.process_time
import asyncio, json, sys
marks = {}
def mark(name): marks[name] = [cpu() * 1000, (time.perf_counter() - wall) * 1000]
from app.core.paths import resolve
from app.main import WindowOptions
from app.ui.application import make_application
application = make_application()
mark("qt")
from app.bootstrap import Program
from app.viewmodels import event_loop
async def main():
    program = Program(WindowOptions(data_dir=sys.argv[1]), resolve(sys.argv[1]))
    running = asyncio.ensure_future(program.run())
    while program.window is None or not program.window.isVisible():
        await asyncio.sleep(0)
    program.window.repaint()
    mark("painted")
    page = program.window.page("playground")
    while not page.viewmodel.ready:
        await asyncio.sleep(0.005)
    mark("prompts can be typed and sent")
    from app.connections import sdk
    await sdk.loaded()
    mark("sdk loaded")
    await program.services.engine.wait_ready()
    mark("engine ready")
    program.end()
    await running
event_loop.run(main(), application)
print(json.dumps(marks))
"""


def run(code: str, pycache: str) -> dict[str, list[float]]:
    """One fresh process; its marks as [CPU ms, wall ms]."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": pycache, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", code, folder],
            capture_output=True,
            text=True,
            env=environment,
            check=True,
            timeout=120,
            cwd=ROOT,
        )
    found: dict[str, list[float]] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as pycache:
        for name, code in (("bare window", BARE), ("program", PROGRAM)):
            run(code, pycache)
            runs = [run(code, pycache) for _ in range(options.runs)]
            for mark in runs[0]:
                cpu, wall = zip(*(found[mark] for found in runs), strict=True)
                results[f"{name}: {mark}"] = {
                    "cpu_ms": round(statistics.median(cpu)),
                    "wall_ms": round(statistics.median(wall)),
                }
                print(f"{name}: {mark}", results[f"{name}: {mark}"])
    bare = results["bare window: painted"]["cpu_ms"]
    results["ratio: our painted window to a bare one"] = round(
        results["program: painted"]["cpu_ms"] / bare, 2
    )
    print("ratio of CPU to a bare window:", results["ratio: our painted window to a bare one"])
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), "utf-8")


if __name__ == "__main__":
    main()

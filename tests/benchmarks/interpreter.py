"""How fast and how heavy interpreter sessions are: ``python -m tests.benchmarks.interpreter [native|wasi]``.

Prints milliseconds and megabytes, and ratios to the same thing without a sandbox, which say more on a busy computer.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from app.interpreter.backends import Settings
from app.interpreter.session import Interpreters

_WORK = {
    "imports of numpy, pandas, matplotlib": "import numpy as np, pandas as pd\nimport matplotlib.pyplot as plt",
    "matrix product 1500²": "a = np.random.rand(1500, 1500); a = a @ a",
    "group by over 1 M rows": "df = pd.DataFrame({'k': np.arange(1_000_000) % 97, 'v': 1.0}); df = df.groupby('k').v.sum()",
    "CSV of 100 k rows, out and in": "f = pd.DataFrame({'a': range(100_000), 'b': 'x'}); f.to_csv('x.csv'); f = pd.read_csv('x.csv')",
    "loop of 3 M steps": "n = 0\nfor i in range(3_000_000): n += i",
    "a plot": "plt.plot([1, 2, 3]); plt.savefig('plot.png', bbox_inches='tight'); plt.close('all')",
}


def _best(action: Callable[[], object], times: int = 5) -> float:
    """Milliseconds of the best of some runs."""
    found = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        found.append(time.perf_counter() - started)
    return min(found) * 1000


def _plain() -> dict[str, float]:
    """The same work in a plain Python process, milliseconds."""
    lines = ["import time, os, tempfile, matplotlib", "matplotlib.use('Agg')", "os.chdir(tempfile.mkdtemp())"]
    for name, code in _WORK.items():
        lines += [
            "started = time.perf_counter()",
            code,
            f"print({name!r}, (time.perf_counter() - started) * 1000, sep='|')",
        ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    return {
        name: float(value)
        for name, value in (line.split("|") for line in done.stdout.splitlines() if "|" in line)
    }


def _memory() -> float:
    """Megabytes that all our children hold."""
    total = 0
    for child in psutil.Process().children(recursive=True):
        try:
            total += child.memory_info().rss
        except psutil.Error:
            continue
    return total / 2**20


def main(backend: str = "native") -> None:
    """Measure and print."""
    place = Path(tempfile.mkdtemp())
    cold = Interpreters(place / "cold", Settings(backend=backend, spare=False))
    try:
        cold.prepare_blocking()
        number = iter(range(1000))
        python = _best(lambda: subprocess.run([sys.executable, "-I", "-S", "-c", "1"], check=True))
        first = _best(lambda: cold.session(f"s{next(number)}").run_blocking("1 + 1"))
        print(
            f"first cell, cold            {first:8.1f} ms   {first / python:6.1f} × the start of a bare Python ({python:.0f} ms)"
        )
        session = cold.session("cell")
        session.run_blocking("1")
        cell = statistics.median(_best(lambda: session.run_blocking("1 + 1"), 1) for _ in range(50))
        print(
            f"a cell `1 + 1`              {cell:8.2f} ms   {first / cell:6.0f} cells in the time of a cold start"
        )
        plain = _plain()
        for name, code in _WORK.items():
            took = _best(lambda code=code: session.run_blocking(code), 1)  # type: ignore[misc]
            print(f"{name:<36}{took:8.0f} ms   {took / plain[name]:6.2f} × without a sandbox")
        cold.close_blocking()
        _many(place, backend)
        _warm(place, backend, first)
    finally:
        cold.close_blocking()
        shutil.rmtree(place, ignore_errors=True)


def _warm(place: Path, backend: str, first: float) -> None:
    warm = Interpreters(place / "warm", Settings(backend=backend))
    try:
        warm.prepare_blocking()
        found = []
        for number in range(3):
            assert warm._spares is not None
            warm._spares.wait(60)
            found.append(_best(lambda number=number: warm.session(f"w{number}").run_blocking("1 + 1"), 1))  # type: ignore[misc]
        best = min(found)
        print(
            f"first cell, warm spare      {best:8.1f} ms   {best / first:6.2f} × cold, with pandas and matplotlib imported"
        )
    finally:
        warm.close_blocking()


def _many(place: Path, backend: str) -> None:
    count = 20 if backend == "native" else 6
    many = Interpreters(place / "many", Settings(backend=backend, spare=False))
    try:
        many.prepare_blocking()
        before = _memory()

        async def all_at_once(code: str) -> float:
            started = time.perf_counter()
            outputs = await asyncio.gather(*(many.session(f"m{number}").run(code) for number in range(count)))
            assert all(output.status == "ok" for output in outputs), [output.logs for output in outputs]
            return (time.perf_counter() - started) * 1000

        opened = asyncio.run(all_at_once("1 + 1"))
        idle = (_memory() - before) / count
        again = asyncio.run(all_at_once("sum(range(1000))"))
        asyncio.run(all_at_once("import numpy, pandas, matplotlib.pyplot"))
        loaded = (_memory() - before) / count
        print(
            f"{count} sessions at once: opened in {opened:.0f} ms ({opened / count:.0f} each), a cell in all of them {again:.0f} ms"
        )
        print(
            f"memory of a session         {idle:8.0f} MB   {loaded:.0f} MB with the libraries ({loaded / idle:.1f} ×)"
        )
    finally:
        many.close_blocking()


if __name__ == "__main__":
    main(*sys.argv[1:2])

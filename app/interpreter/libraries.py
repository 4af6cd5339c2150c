"""Which libraries a session can import, and where they lie on this machine.

Only these and what they need are shown to a sandbox, not everything that is installed beside the program. In the frozen
program they lie as plain files in one folder that the build fills by :func:`collect`.
"""

from __future__ import annotations

import compileall
import contextlib
import functools
import json
import logging
import os
import py_compile
import re
import shutil
import subprocess
import sys
import threading
import time
from importlib import metadata
from pathlib import Path

log = logging.getLogger(__name__)

OFFERED = ("numpy", "pandas", "matplotlib", "pillow", "openpyxl")
"""What the program itself depends on: always there."""
WELCOME = (
    "scipy", "scikit-learn", "seaborn", "statsmodels", "sympy", "networkx", "xlsxwriter", "tabulate", "lxml",
    "beautifulsoup4", "python-docx", "python-pptx", "pypdf", "reportlab", "pyyaml", "pyarrow", "polars", "plotly",
)  # fmt: skip
"""What is offered too if somebody installed it beside the program."""
PRELOAD = ("numpy", "pandas", "matplotlib.pyplot", "PIL.Image", "openpyxl")
"""What a warm spare has already imported."""

FROZEN_FOLDER = "interpreter-site"
_LIST = "offered-libraries.json"
_NOT_NEEDED = ("tests", "test", "testing/tests", "_examples")


@functools.lru_cache(maxsize=1)
def offered() -> dict[str, str]:
    """Distribution names and versions a session can import, as far as they were asked for by name."""
    if getattr(sys, "frozen", False):
        with contextlib.suppress(OSError, ValueError):
            listed = json.loads((_frozen_folder() / _LIST).read_text("utf-8"))
            return {str(name): str(version) for name, version in listed.items()}
    found: dict[str, str] = {}
    for name in (*OFFERED, *WELCOME):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


@functools.lru_cache(maxsize=1)
def entries() -> dict[str, Path]:
    """What to show to a sandbox: names at the top of its import path and where they lie here."""
    if getattr(sys, "frozen", False):
        folder = _frozen_folder()
        return {item.name: item for item in sorted(folder.iterdir())} if folder.is_dir() else {}
    found: dict[str, Path] = {}
    seen: set[str] = set()
    pending = list(offered())
    while pending:
        name = _normal(pending.pop())
        if name in seen:
            continue
        seen.add(name)
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        record = distribution.read_text("RECORD") or ""
        for top in dict.fromkeys(line.split(",", 1)[0].split("/", 1)[0] for line in record.splitlines()):
            if top not in {"..", "bin", "Scripts", "__pycache__"} and not top.endswith(
                (".pth", ".dist-info")
            ):
                found.setdefault(top, Path(str(distribution.locate_file(top))))
        pending += [match[0] for line in distribution.requires or () if (match := _wanted(line))]
    return {name: path for name, path in found.items() if path.exists()}


def _frozen_folder() -> Path:
    return Path(getattr(sys, "_MEIPASS", ".")) / FROZEN_FOLDER


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _wanted(requirement: str) -> re.Match[str] | None:
    if "extra ==" in requirement:
        return None
    return re.match(r"[A-Za-z0-9._-]+", requirement)


def warm_bytecode(stop: threading.Event | None = None) -> None:
    """Let Python write these libraries' compiled files once, where it may: else each session compiles them anew.

    Sessions see the libraries read-only, so they cannot do it. Takes some seconds the first time after an installation
    that left it out, and nothing later; ``stop`` breaks it off.
    """
    if getattr(sys, "frozen", False):
        return
    main = ("numpy", "pandas", "matplotlib", "PIL", "openpyxl")
    folders = [path for name, path in entries().items() if name in main]
    cold = [path for path in folders if not _compiled(path)]
    if not cold or not all(os.access(path, os.W_OK) for path in cold):
        return
    log.info("compiling %d libraries for the code interpreter, once", len(cold))
    modules = [*PRELOAD, "pandas.io.excel", "openpyxl.chart", "matplotlib.dates", "PIL.ImageDraw"]
    code = (
        "import importlib, sys\nsys.dont_write_bytecode = False\nfor name in sys.argv[1:]:\n"
        "    try: importlib.import_module(name)\n    except Exception: pass\n"
    )
    environment = {"PATH": os.environ.get("PATH", ""), "MPLBACKEND": "agg", "HOME": os.devnull}
    environment["PYTHONPATH"] = os.pathsep.join(
        dict.fromkeys(str(path.parent) for path in entries().values())
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, *modules],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        end = time.monotonic() + 120
        while process.poll() is None:
            if time.monotonic() > end or (stop is not None and stop.is_set()):
                process.kill()
            time.sleep(0.05)


def _compiled(package: Path) -> bool:
    return any(package.glob(f"__pycache__/__init__.{sys.implementation.cache_tag}.pyc"))


def collect(target: Path) -> None:
    """Copy the libraries into ``target`` for the frozen program: without their tests, compiled, not tied to file times."""
    for name, path in entries().items():
        if path.is_dir():
            shutil.copytree(
                path, target / name, ignore=shutil.ignore_patterns(*_NOT_NEEDED, "__pycache__", "*.pyi")
            )
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / name)
    (target / _LIST).write_text(json.dumps(offered()), "utf-8")
    compileall.compile_dir(
        target, quiet=2, force=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )

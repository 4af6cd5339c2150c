"""Helpers for tests of the set-up: the script as a module, and clones of this very tree."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@cache
def run_script() -> ModuleType:
    """``packaging/run.py`` as a module, for its functions."""
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "packaging" / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["run_script"] = module
    spec.loader.exec_module(module)
    return module


def copy_tree(target: Path) -> Path:
    """The files of this project (those that git knows or would take) in another folder, as a fresh clone has them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    for name in listed.decode().split("\0"):
        source = ROOT / name
        if name and source.is_file():
            goal = target / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_bytes(source.read_bytes())
            goal.chmod(source.stat().st_mode)
    return target

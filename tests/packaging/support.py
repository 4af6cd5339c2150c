"""Helpers for tests of the set-up: the script as a module, and clones of this very tree."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
BARE = os.environ.get("ASSISTANT_WORKBENCH_BARE", "")
"""A Debian tree without Python, in which what was built is started, too (as root); empty for none."""


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


@cache
def packaging_module(name: str) -> ModuleType:
    """Another script of ``packaging`` as a module."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def frozen_program() -> Path:
    """The frozen program's folder, built by ``installer.spec`` unless a build of the same inputs is kept in ``.cache``."""
    from filelock import FileLock

    kept = ROOT / ".cache" / "frozen"
    kept.mkdir(parents=True, exist_ok=True)
    with FileLock(kept / "lock", timeout=900):
        built = kept / _inputs() / "a folder ☃"
        program = built / "assistant-workbench"
        if not (built / "whole").exists():
            for old in kept.iterdir():  # each is most of a gigabyte
                if old.is_dir():
                    shutil.rmtree(old, ignore_errors=True)
            with tempfile.TemporaryDirectory() as work:
                command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "installer.spec"]
                command += ["--workpath", f"{work}/build", "--distpath", str(built)]
                done = subprocess.run(
                    command, cwd=ROOT, capture_output=True, text=True, timeout=580, check=False
                )
            assert done.returncode == 0, done.stderr[-3000:]
            (built / "whole").touch()
    return program


_PACKAGING = ("frozen_entry.py", "embedding_model.py", "icons.py", "system-packages.txt")


def _inputs() -> str:
    """A name for everything that the frozen program is made of."""
    digest = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    parts = [
        ROOT / "installer.spec",
        ROOT / "requirements.lock",
        ROOT / "LICENSE",
        *(ROOT / "packaging").glob("*.*"),
    ]
    parts += [file for folder in ("app", "resources") for file in (ROOT / folder).rglob("*")]
    for file in sorted(parts):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:24]


def in_bare_debian(command: str, program: Path, out: Path, display: str) -> str:
    """Run a shell command inside the tree of :data:`BARE`, without anything of this computer but its kernel.

    Args:
        command: the command; ``program`` is at ``/mnt/program`` for it, ``out`` at ``/tmp/out``, and ``/tmp`` is empty.
        display: the X server for it.

    Returns:
        What it printed; it must end well.
    """
    bare = Path(BARE)
    assert not list(bare.glob("usr/bin/python3*"))
    place = bare / "mnt" / "program"
    place.mkdir(parents=True, exist_ok=True)
    inside = (
        f"mount --bind {bare} {bare} && mount --rbind /dev {bare}/dev && mount -t proc proc {bare}/proc && "
        f"mount -t tmpfs tmpfs {bare}/tmp && mkdir {bare}/tmp/home && mount --bind '{program}' {place} && "
        f"mkdir -p {bare}/tmp/out && mount --bind {out} {bare}/tmp/out && cd {bare} && mkdir -p old && "
        "pivot_root . old && umount -l /old && exec chroot . /usr/bin/env -i HOME=/tmp/home PATH=/usr/bin:/bin "
        f"DISPLAY={display} {command}"
    )
    alone = ["unshare", "--mount", "--fork", "sh", "-c", inside]
    done = subprocess.run(alone, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

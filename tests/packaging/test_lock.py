"""The lock: everything pinned, every file's sum in it, and no address."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = ["requirements.lock", "packaging/uv.txt"]


def entries(text: str) -> list[str]:
    joined = re.sub(r"\\\n\s*", "", text)
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("name", PINS)
def test_everything_is_pinned_with_sums(name: str) -> None:
    found = entries((ROOT / name).read_text("utf-8"))
    assert found
    for entry in found:
        assert re.match(r"[a-z0-9-]+==[\w.+!]+( ; .*?)?( --hash=sha256:[0-9a-f]{64})+$", entry), entry


@pytest.mark.parametrize("name", PINS)
def test_no_address_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_direct_requirement_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locked = {entry.split("==")[0] for entry in entries((ROOT / "requirements.lock").read_text("utf-8"))}
    wanted = list(project["project"]["dependencies"])
    for group in project["dependency-groups"].values():
        wanted += [item for item in group if isinstance(item, str)]
    names = {re.split(r"[^\w.-]", item)[0].lower().replace("_", "-").replace(".", "-") for item in wanted}
    assert names <= locked, f"not locked: {names - locked}: type python3 packaging/run.py lock"


def test_the_part_that_running_needs_is_told_in_the_lock() -> None:
    from .support import run_script

    script = run_script()
    text = (ROOT / "requirements.lock").read_text("utf-8")
    whole, _, told = text.partition(script.NEEDED_TO_RUN)
    needed = set(re.findall(r"(?m)^# ([\w.-]+)==", told))
    assert needed, "the lock does not tell what running needs: type python3 packaging/run.py lock"
    locked = {entry.split("==")[0] for entry in entries(whole)}
    assert needed < locked
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["model"]]
    names = {re.split(r"[^\w.-]", item)[0].lower().replace("_", "-").replace(".", "-") for item in wanted}
    assert names <= needed, f"missing: {names - needed}: type python3 packaging/run.py lock"
    assert not {"pytest", "mypy", "ruff", "pyinstaller"} & needed


def test_whatever_the_program_imports_is_installed_to_run_it() -> None:
    """A library that only the tests bring would be missing for everybody else."""
    from importlib import metadata

    lock = (ROOT / "requirements.lock").read_text("utf-8")
    told = set(re.findall(r"(?m)^# ([\w.-]+)==", lock.partition("# Needed to run")[2]))
    extras = {"psycopg", "qdrant-client"}  # looked for, not expected
    owners = metadata.packages_distributions()
    missing: set[str] = set()
    for file in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names = [node.module]
            for name in (name.split(".")[0] for name in names):
                if name == "app" or name in sys.stdlib_module_names or name not in owners:
                    continue
                bringing = {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners[name]}
                if not bringing & (told | extras):
                    missing.add(f"{name} in {file.relative_to(ROOT)}")
    assert not missing, "add it to pyproject.toml and type python3 packaging/run.py lock"


def test_what_the_lock_has_is_what_is_installed() -> None:
    from importlib import metadata

    for line in ("openai", "PySide6-Essentials", "xllamacpp", "fastapi", "tiktoken"):
        text = (ROOT / "requirements.lock").read_text("utf-8")
        assert f"{line.lower()}=={metadata.version(line)} " in text

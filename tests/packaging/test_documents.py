"""What newcomers read is what the machinery does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    blocks = re.findall(r"(?s)```\n(.*?)```", README)
    return [line for block in blocks for line in block.splitlines() if line]


def test_the_first_two_commands_are_start_and_test() -> None:
    assert commands()[:2] == ["python3 packaging/run.py", "python3 packaging/run.py test"]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == f'exec {commands()[1]} "$@"'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no execute bit")
def test_ci_can_be_executed_where_there_are_execute_bits() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=True)


def test_every_relative_link_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\[[^\]]*\]\(([^)]+)\)", README) if "://" not in link]
    assert {"LICENSE", "resources/screenshots/playground.png"} <= set(links)
    missing = [link for link in links if not (ROOT / link).exists()]
    assert not missing


@pytest.mark.parametrize(
    "path", ["README.md", "CHANGELOG.md", "pyproject.toml", ".ci/run", "packaging", "resources"]
)
def test_no_registry_is_named(path: str) -> None:
    place = ROOT / path
    files = [place] if place.is_file() else [file for file in place.rglob("*") if file.is_file()]
    for file in files:
        if file.suffix in {".gz", ".png", ".pyc"}:
            continue
        text = file.read_text("utf-8", "replace")
        for name in ("pypi" + ".org", "pythonhosted" + ".org", "registry." + "npmjs", "deb." + "debian.org"):
            assert name not in text, file


def test_the_readme_names_every_supported_python() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    supported = re.findall(r"Python :: (3\.\d+)", project)
    assert supported == ["3.11", "3.12", "3.13"]
    assert all(version in README for version in supported)

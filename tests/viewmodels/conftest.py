"""Asynchronous tests of view-models run in Qt's event loop; the engine is the real one."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from app.viewmodels.message_bus import MessageBus
from tests.support.qt_loop import run_in_qt_loop

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return run_in_qt_loop(pyfuncitem)


class Heard:
    """The message bus and everything that was shown on it."""

    def __init__(self) -> None:
        self.bus = MessageBus()
        self.notes: list[Any] = []
        self.bus.shown.connect(self.notes.append)

    @property
    def texts(self) -> list[str]:
        return [note.text for note in self.notes]

    def press(self, label: str = "Undo") -> None:
        """Press the newest button of this label."""
        for note in reversed(self.notes):
            for action in note.actions:
                if action.label == label:
                    action.run()
                    return
        raise AssertionError(f"no button {label!r} in {self.texts}")


@pytest.fixture
def heard(qapp: Any) -> Heard:
    return Heard()

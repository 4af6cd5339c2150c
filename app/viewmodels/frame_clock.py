"""One clock for everything that streams: no signal and no drawing per token, but one flush each 33 ms at most."""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

FRAME_MS = 33


class Flushable(Protocol):
    """What can be dirty: it brings its view up to date when told."""

    def flush(self) -> None:
        """Show what has come since the last flush."""


class FrameClock(QObject):
    """Runs only while something is dirty. What costs much is flushed less often: at the soonest after four times its cost."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dirty: dict[Flushable, None] = {}
        self._not_before: dict[Flushable, float] = {}
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    def mark(self, item: Flushable) -> None:
        """Say that ``item`` has something to show."""
        self._dirty[item] = None
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, item: Flushable) -> None:
        """Say that ``item`` is gone."""
        self._dirty.pop(item, None)
        self._not_before.pop(item, None)

    def flush_now(self, item: Flushable) -> None:
        """Bring one up to date at once (at the end of an answer)."""
        self._dirty.pop(item, None)
        item.flush()

    def _tick(self) -> None:
        now = time.monotonic()
        due = [item for item in self._dirty if self._not_before.get(item, 0.0) <= now]
        for item in due:
            del self._dirty[item]
            began = time.monotonic()
            item.flush()
            ended = time.monotonic()
            self._not_before[item] = ended + 4 * (ended - began) - FRAME_MS / 1000
        if not self._dirty:
            self._timer.stop()

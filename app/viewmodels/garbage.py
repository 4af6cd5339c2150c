"""Python's garbage is collected in the window's thread alone.

Collecting can destroy Qt objects that were part of a cycle. In another thread that leaves their timers behind, which Qt then
calls into freed memory. So automatic collection, which strikes in whatever thread happens to allocate, is switched off while
the window runs, and a timer of the window's own thread does the same work at the same thresholds.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
OLD_SECONDS = 60.0
"""The oldest generation is looked through at most this often: it costs a tenth of a second."""


class Collector(QObject):
    """Looks every second whether a generation is due, the oldest first.

    What is there at the first look through everything (the libraries) is set apart and not looked through again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._last_old = time.monotonic()
        self._frozen = False

    def look(self) -> None:
        """Collect what is due; as automatic collection, the young ones often and the old ones seldom."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if not thresholds[0]:
            return
        now = time.monotonic()
        if counts[2] > thresholds[2] and now - self._last_old > OLD_SECONDS:
            gc.collect()
            self._last_old = now
            if not self._frozen:
                self._frozen = True
                gc.freeze()
        elif counts[1] > thresholds[1]:
            gc.collect(1)
        elif counts[0] > thresholds[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()


@contextlib.contextmanager
def collected_here() -> Iterator[None]:
    """Collect garbage in this thread alone, for as long as the block runs (this thread's Qt event loop has to run in it)."""
    was_on = gc.isenabled()
    gc.disable()
    collector = Collector()
    try:
        yield
    finally:
        collector.stop()
        gc.collect()
        if was_on:
            gc.enable()

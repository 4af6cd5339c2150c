"""Timers of the event loop that go when they are cancelled.

qasync leaves the Qt timer of a cancelled callback running until its time has come. Every read of a stream sets a time limit
(an hour, for the engine) and cancels it: an hour of streaming would hold hundreds of thousands of timers, with all that
their callbacks refer to. Here a cancelled callback's timer is killed at once, and a closed loop leaves none behind: a timer
whose owner is collected in another thread would be called into freed memory.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimerEvent

if TYPE_CHECKING:
    import qasync

_LONGEST_MS = 2**31 - 1


class _Handle(asyncio.TimerHandle):
    """A callback that knows its Qt timer."""

    timer = 0


class Timers(QObject):
    """Calls handles when their time has come; stands in the place of qasync's own timers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handles: dict[int, asyncio.Handle] = {}

    def __len__(self) -> int:
        return len(self._handles)

    def add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        """Have ``handle`` called after ``delay`` seconds."""
        timer = self.startTimer(min(_LONGEST_MS, int(max(0.0, delay) * 1000)))
        self._handles[timer] = handle
        if isinstance(handle, _Handle):
            handle.timer = timer
        return handle

    def forget(self, timer: int) -> None:
        """Kill a timer; its callback is not called any more."""
        if self._handles.pop(timer, None) is not None:
            self.killTimer(timer)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Call what is due, once."""
        timer = event.timerId()
        handle = self._handles.pop(timer, None)
        self.killTimer(timer)
        if handle is not None and not handle.cancelled():
            handle._run()

    def stop(self) -> None:
        """Kill all timers: the loop is closed."""
        for timer in tuple(self._handles):
            self.forget(timer)

    def set_debug(self, _enabled: bool) -> None:
        """Nothing more is said in debug mode."""


def make_loop(application: QCoreApplication) -> qasync.QEventLoop:
    """Make an event loop over Qt's, with these timers."""
    import qasync

    class EventLoop(qasync.QEventLoop):  # type: ignore[misc]  # the library is untyped
        """qasync's loop with timers that can be cancelled."""

        def __init__(self, app: QCoreApplication) -> None:
            super().__init__(app)
            self._timer = Timers()

        def call_later(
            self,
            delay: float,
            callback: Callable[..., object],
            *args: Any,
            context: contextvars.Context | None = None,
        ) -> asyncio.Handle:
            """Call back after ``delay`` seconds, unless the handle is cancelled before."""
            handle = _Handle(self.time() + delay, callback, args, self, context)
            return self._timer.add_callback(handle, delay)

        def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
            if isinstance(handle, _Handle):
                self._timer.forget(handle.timer)

    return EventLoop(application)

"""Who owns a task: every coroutine of the window runs in a scope that cancels it, hears its error and ends with its page."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError, Cancelled
from app.viewmodels.message_bus import MessageBus

log = logging.getLogger(__name__)


class TaskScope(QObject):
    """The tasks of one owner (a page's view-model, a lane, the program).

    A task has a key: starting another with the same key cancels the old one. An exception becomes a notification on
    the bus (and a log entry with its traceback, if it is no :class:`AppError`), never silence.

    Signals:
        busy_changed: whether any task runs.
    """

    busy_changed = Signal(bool)

    def __init__(self, owner: QObject, bus: MessageBus) -> None:
        super().__init__(owner)
        self._bus = bus
        self._tasks: dict[str, asyncio.Task[Any]] = {}
        self._numbers = itertools.count()
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether any task runs."""
        return bool(self._tasks)

    def running(self, key: str) -> bool:
        """Whether the task of this key runs."""
        return key in self._tasks

    def start(
        self,
        key: str,
        work: Coroutine[Any, Any, Any],
        *,
        failed: Callable[[AppError], object] | None = None,
    ) -> asyncio.Task[Any] | None:
        """Run ``work``, cancelling what runs under the same key; an empty key never cancels.

        ``failed`` takes an AppError instead of the bus. Returns None when the scope is closed already.
        """
        if self._closed:
            work.close()
            return None
        key = key or f"#{next(self._numbers)}"
        self.cancel(key)
        task = asyncio.get_running_loop().create_task(work, name=f"{type(self.parent()).__name__}: {key}")
        was_busy = self.busy
        self._tasks[key] = task
        task.add_done_callback(lambda done: self._finished(key, done, failed))
        if not was_busy:
            self.busy_changed.emit(True)
        return task

    def cancel(self, key: str) -> None:
        """Cancel the task of this key, if it runs."""
        task = self._tasks.pop(key, None)
        if task is not None:
            task.cancel()

    async def close(self) -> None:
        """Cancel everything, wait for the end of it, and start nothing more."""
        self._closed = True
        tasks = [task for task in self._tasks.values() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _finished(
        self, key: str, task: asyncio.Task[Any], failed: Callable[[AppError], object] | None
    ) -> None:
        if self._tasks.get(key) is task:
            del self._tasks[key]
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, Cancelled):
            self._tell(error, failed)
        if not self._tasks and not self._closed:
            self.busy_changed.emit(False)

    def _tell(self, error: BaseException, failed: Callable[[AppError], object] | None) -> None:
        if isinstance(error, AppError):
            if failed is not None:
                failed(error)
            else:
                self._bus.show_error(error)
        elif isinstance(error, Exception):
            log.error("a task failed unexpectedly", exc_info=error)
            self._bus.show_error(error)
        else:
            raise error

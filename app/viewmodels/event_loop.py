"""Qt's event loop as asyncio's, with what asyncio's own runner adds and qasync leaves out: abandoned generators are closed.

A stream that was left in its middle is an asynchronous generator; when it is collected it must be closed in the loop, or
its connection stays open and Python complains.
"""

from __future__ import annotations

import asyncio
import sys
import weakref
from collections.abc import AsyncGenerator, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from app.viewmodels.garbage import collected_here
from app.viewmodels.loop_timers import make_loop

T = TypeVar("T")


class _Generators:
    """Closes generators that nobody holds any more, and at the end all that are left."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._known: weakref.WeakSet[AsyncGenerator[Any, Any]] = weakref.WeakSet()
        self._closing: set[asyncio.Task[None]] = set()

    def first(self, generator: AsyncGenerator[Any, Any]) -> None:
        """A generator is used for the first time."""
        self._known.add(generator)

    def last(self, generator: AsyncGenerator[Any, Any]) -> None:
        """Nobody holds it any more."""
        self._known.discard(generator)
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._close, generator)

    def _close(self, generator: AsyncGenerator[Any, Any]) -> None:
        task = self._loop.create_task(_aclose(generator), name="close a generator")
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def close_all(self) -> None:
        """Close what is left."""
        left = list(self._known)
        self._known.clear()
        await asyncio.gather(*(_aclose(generator) for generator in left), *self._closing)


async def _aclose(generator: AsyncGenerator[Any, Any]) -> None:
    try:
        await generator.aclose()
    except (RuntimeError, OSError):  # it is being closed by somebody else, or its connection is gone
        return


def run(main: Coroutine[Any, Any, T], application: QCoreApplication) -> T:
    """Run a coroutine in Qt's event loop, to its end. The loop is new and closed afterwards."""
    loop = make_loop(application)
    asyncio.set_event_loop(loop)
    generators = _Generators(loop)
    before = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(firstiter=generators.first, finalizer=generators.last)
    try:
        with loop, collected_here():
            try:
                result: T = loop.run_until_complete(main)
            finally:
                loop.run_until_complete(generators.close_all())
    finally:
        sys.set_asyncgen_hooks(*before)
        asyncio.set_event_loop(None)
    return result

"""Asynchronous tests in Qt's event loop, as the program runs: one loop a test, no task left behind.

A conftest registers :func:`run_in_qt_loop` as ``pytest_pyfunc_call``; ``async def`` tests below it then run in qasync.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable
from typing import Any

import pytest


def run_in_qt_loop(item: pytest.Function) -> bool | None:
    """Run an ``async def`` test; other tests are left to pytest (None)."""
    if not inspect.iscoroutinefunction(item.obj):
        return None
    from app.viewmodels import event_loop

    application = item.funcargs.get("qapp") or item._request.getfixturevalue("qapp")
    wanted = {name: item.funcargs[name] for name in item._fixtureinfo.argnames}
    event_loop.run(_without_leftovers(item.obj, wanted), application)
    return True


async def _without_leftovers(test: Any, wanted: dict[str, Any]) -> None:
    try:
        await test(**wanted)
    finally:
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left, timeout=5)


async def until(condition: Callable[[], Any], *, timeout: float = 15.0, what: str = "") -> Any:
    """Wait until ``condition()`` is true, and give its value."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, (
            f"not within {timeout} s: {what or inspect.getsource(condition).strip()}"
        )
        await asyncio.sleep(0.01)


async def settle(seconds: float = 0.05) -> None:
    """Let events that are on their way arrive."""
    await asyncio.sleep(seconds)


class EngineClients:
    """Gives view-models the tests' engine, as the window's own supervisor would."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._client: Any = None

    async def ready_client(self, timeout: float = 60.0, /) -> Any:
        if self._client is None:
            self._client = self._engine.async_client()
        return self._client

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()
            self._client = None

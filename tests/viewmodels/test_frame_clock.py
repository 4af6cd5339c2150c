"""The clock of everything that streams, and the scope of tasks."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from PySide6.QtCore import QObject

from app.core.errors import AppError, Cancelled
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from tests.support.qt_loop import until


class Counted:
    def __init__(self, cost: float = 0.0) -> None:
        self.times: list[float] = []
        self.cost = cost

    def flush(self) -> None:
        self.times.append(time.monotonic())
        time.sleep(self.cost)


async def test_many_marks_are_few_flushes_and_nothing_runs_afterwards(qapp: Any) -> None:
    clock, item = FrameClock(), Counted()
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        clock.mark(item)
        await asyncio.sleep(0.001)
    assert 2 <= len(item.times) <= 14
    await asyncio.sleep(0.1)
    count = len(item.times)
    await asyncio.sleep(0.1)
    assert len(item.times) == count
    assert not clock._timer.isActive()


async def test_what_costs_much_is_flushed_less_often(qapp: Any) -> None:
    clock, slow = FrameClock(), Counted(cost=0.05)
    end = time.monotonic() + 0.8
    while time.monotonic() < end:
        clock.mark(slow)
        await asyncio.sleep(0.002)
    gaps = [b - a for a, b in zip(slow.times, slow.times[1:], strict=False)]
    assert gaps
    assert min(gaps) >= 0.2
    clock.forget(slow)


async def test_a_task_of_the_same_key_takes_the_place_of_the_old_one(qapp: Any) -> None:
    owner, bus, seen = QObject(), MessageBus(), list[str]()

    async def work(name: str) -> None:
        try:
            await asyncio.sleep(0.05)
            seen.append(name)
        except asyncio.CancelledError:
            seen.append(f"{name} cancelled")
            raise

    scope = TaskScope(owner, bus)
    scope.start("a", work("first"))
    await asyncio.sleep(0)
    scope.start("a", work("second"))
    await until(lambda: not scope.busy)
    assert seen == ["first cancelled", "second"]
    scope.start("a", work("third"))
    await asyncio.sleep(0)
    await scope.close()
    assert seen[-1] == "third cancelled"
    assert scope.start("a", work("late")) is None


async def test_no_error_disappears(qapp: Any, heard: Any, caplog: Any) -> None:
    owner = QObject()
    scope = TaskScope(owner, heard.bus)

    async def fail(error: Exception) -> None:
        raise error

    scope.start("", fail(AppError("In words.")))
    scope.start("", fail(ValueError("unforeseen")))
    scope.start("", fail(Cancelled("a person stopped it")))
    own: list[AppError] = []
    scope.start("", fail(AppError("For the form.")), failed=own.append)
    await until(lambda: not scope.busy)
    assert heard.texts == ["In words.", "Something went wrong inside the program."]
    assert [error.message for error in own] == ["For the form."]
    assert "unforeseen" in caplog.text
    await scope.close()

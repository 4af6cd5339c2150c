"""Garbage of the window is collected in its own thread."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from typing import Any

from app.viewmodels.garbage import Collector


class Cycle:
    def __init__(self) -> None:
        self.me = self


async def test_other_threads_collect_nothing_while_the_window_runs(qapp: Any) -> None:
    assert not gc.isenabled()
    where: list[int] = []
    cycle = Cycle()
    weakref.finalize(cycle, lambda: where.append(threading.get_ident()))
    del cycle

    def allocate() -> None:
        for _ in range(20_000):
            Cycle()

    await asyncio.to_thread(allocate)
    assert where == []
    Collector().look()
    assert where == [threading.get_ident()]


def test_collection_is_as_before_afterwards(qapp: Any) -> None:
    from app.viewmodels import event_loop

    async def main() -> bool:
        return gc.isenabled()

    assert gc.isenabled()
    assert event_loop.run(main(), qapp) is False
    assert gc.isenabled()

"""Whole transactions in one visit to the database's thread."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.engine.store.tables import Thread
from app.engine.store.threads import insert_thread, live_thread
from tests.engine.runs.in_process import Bench, bench


async def threads_in(made: Bench) -> int:
    async def work(session: Any) -> int:
        return int(await session.scalar(select(func.count()).select_from(Thread)))

    return await made.store.look(work)


def test_all_or_nothing(tmp_path: Path) -> None:
    async def drive() -> None:
        async with bench(tmp_path / "data") as made:
            row = await made.store.transact(lambda session: insert_thread(session, {}))
            assert (await made.store.look(lambda session: live_thread(session, row.id))).id == row.id

            async def half(session: Any) -> None:
                await insert_thread(session, {})
                raise ValueError("on the way")

            with pytest.raises(ValueError, match="on the way"):
                await made.store.transact(half)

            async def waits(session: Any) -> None:
                await insert_thread(session, {})
                await asyncio.sleep(0)

            with pytest.raises(RuntimeError, match="waited for something other"):
                await made.store.transact(waits)
            assert await threads_in(made) == 1
            async with made.store.write() as session:  # the lock is free again
                await insert_thread(session, {})
            assert await threads_in(made) == 2

    asyncio.run(drive())


def test_what_follows_a_write_comes_before_the_next_one(tmp_path: Path) -> None:
    async def drive() -> None:
        async with bench(tmp_path / "data") as made:
            order: list[str] = []

            async def one(number: int) -> None:
                async def work(session: Any) -> None:
                    assert threading.current_thread() is not threading.main_thread()
                    await insert_thread(session, {})
                    order.append(f"committed {number}")

                await made.store.transact(work)
                order.append(f"announced {number}")

            await asyncio.gather(*(one(number) for number in range(50)))
            assert order == [
                line for number in range(50) for line in (f"committed {number}", f"announced {number}")
            ]

    asyncio.run(drive())

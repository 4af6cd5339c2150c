"""The window's event loop: what is cancelled leaves nothing behind."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.viewmodels.loop_timers import make_loop
from tests.support.qt_loop import until
from tests.support.scripted_upstream import ScriptedUpstream, Text


async def test_a_cancelled_timer_is_gone_at_once_and_never_called(qapp: Any) -> None:
    loop: Any = asyncio.get_running_loop()
    called: list[int] = []
    before = len(loop._timer)
    kept = loop.call_later(0.01, called.append, 1)
    for _ in range(1000):
        loop.call_later(3600, called.append, 2).cancel()
    loop.call_soon(called.append, 3).cancel()
    assert len(loop._timer) <= before + 1
    await until(lambda: called)
    assert called == [1]
    assert not kept.cancelled()
    kept.cancel()


async def test_streaming_leaves_no_timer_of_its_reads(qapp: Any) -> None:
    from openai import AsyncOpenAI

    loop: Any = asyncio.get_running_loop()
    with ScriptedUpstream() as upstream:
        upstream.default = Text("word " * 100, delay=0.001)
        async with AsyncOpenAI(base_url=upstream.base_url, api_key="x", timeout=3600) as client:
            message = {"role": "user", "content": "Hi"}
            pieces = 0
            async for _chunk in await client.chat.completions.create(
                model="scripted-1", messages=[message], stream=True
            ):
                pieces += 1
            assert pieces > 100
            assert len(loop._timer) < 10


def test_callbacks_come_in_order_and_far_ones_do_not_fail(qapp: Any) -> None:
    loop = make_loop(qapp)
    asyncio.set_event_loop(loop)
    called: list[str] = []

    async def main() -> None:
        loop.call_later(10**9, called.append, "far")
        loop.call_later(0.03, called.append, "later")
        loop.call_soon(called.append, "soon")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await asyncio.Event().wait()

    with loop:
        loop.run_until_complete(main())
        assert called == ["soon", "later"]
    asyncio.set_event_loop(None)
    assert len(loop._timer) == 0

"""A process that runs runs and tells what was announced, to be killed at any moment.

It is the engine's run service over its real database, without the HTTP server in front (which would take seconds to start
each time). :func:`live` sends one dict for each event through a pipe: run, event, time, and what counts of its data.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import openai  # noqa: F401 - loaded once, in the process that the others are forked from

from app.core import tokens
from app.engine.errors import ApiError
from tests.engine.runs.in_process import Bench
from tests.engine.runs.support import WEATHER

WORKERS = 10


tokens.count("loaded as well")
_out: Connection


def say(**line: Any) -> None:
    _out.send({**line, "at": time.time()})


async def read(made: Bench, run_id: str) -> str:
    last = ""
    async for event in made.runs.events(run_id):
        if event.event == "done":
            break
        body = json.loads(event.data)
        if event.event == "thread.message.delta":
            say(
                run=run_id,
                event=event.event,
                id=body["id"],
                text=body["delta"]["content"][0]["text"]["value"],
            )
        elif not event.event.endswith(".delta"):
            say(run=run_id, event=event.event, id=body["id"], content=body.get("content"))
        last = event.event
    return last


async def work(made: Bench, assistant_id: str, chance: random.Random) -> None:
    thread_id = await made.thread("Hi")
    while True:
        run = await made.runs.create_run(
            thread_id,
            {"assistant_id": assistant_id, "additional_messages": [{"role": "user", "content": "More"}]},
        )
        say(run=run.id, event="created", id=thread_id)
        stop = chance.random()
        reading = asyncio.ensure_future(read(made, run.id))
        if stop < 0.2:
            await asyncio.sleep(chance.random() * 0.2)
            with contextlib.suppress(ApiError):
                await made.runs.cancel(thread_id, run.id)
        while await reading == "thread.run.requires_action":
            if stop > 0.8:
                thread_id = await made.thread("A new one")  # leave it waiting
                break
            row = await made.row(run.id)
            if row.status != "requires_action":
                break
            outputs = [
                {"tool_call_id": call["id"], "output": "sunny"}
                for call in row.required_action["submit_tool_outputs"]["tool_calls"]
            ]
            try:
                await made.runs.submit_tool_outputs(thread_id, run.id, outputs)
            except ApiError:
                break
            reading = asyncio.ensure_future(read(made, run.id))
        while (await made.row(run.id)).status == "cancelling":
            await asyncio.sleep(0.01)


def live(out: Connection, folder: Path, upstream: str, seed: int) -> None:
    """Work until killed."""
    global _out  # noqa: PLW0603
    _out = out
    asyncio.run(_live(folder, upstream, seed))


async def _live(folder: Path, upstream: str, seed: int) -> None:
    made = Bench(folder, upstream=upstream)
    await made.runs.recover()
    assistant_id = await made.assistant(tools=[WEATHER])
    await made.run(await made.thread("Warm up"), assistant_id)
    say(event="ready", instance=made.runs.instance)
    await asyncio.gather(*(work(made, assistant_id, random.Random(f"{seed} {i}")) for i in range(WORKERS)))

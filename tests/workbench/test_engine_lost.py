"""The engine dies in the middle of answers: what the lanes show, what is kept, and how it goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.entities import ModelRef
from app.core.run_events import Finished, RunEvent, TextDelta
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineProcess
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Comparison
from app.workbench.playground.metrics import measure
from tests.connections.test_secrets import MemoryKeyring
from tests.support.scripted_upstream import ScriptedUpstream, Text
from tests.workbench.lanes import end, gather, notices, of, text

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there"),
    pytest.mark.timeout(240),
]


@asynccontextmanager
async def program(
    folder: Path, service: ScriptedUpstream
) -> AsyncIterator[tuple[EngineProcess, Clients, ModelRef]]:
    """What the window has: keys, connections, the engine, with a scripted service as a connection."""
    keys = KeyStore(backend=MemoryKeyring())
    connections = Connections(folder / "config" / "connections.json", keys)
    profile, _ = await connections.add(Profile("", "Acme", service.base_url, models=("scripted-1",)))
    engine = EngineProcess(keys=keys, connections=connections, data_dir=str(folder))
    engine.start()
    try:
        await engine.wait_ready()
        yield engine, Clients(engine, connections), ModelRef(profile.id, "scripted-1")
    finally:
        await engine.stop()
        await connections.close()


def kill(engine: EngineProcess) -> None:
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)


async def until_text(events: list[RunEvent], pieces: int) -> None:
    while len(of(TextDelta, events)) < pieces:
        assert not any(isinstance(e, Finished) for e in events), events[-1]
        await asyncio.sleep(0.01)


def test_killed_or_ended_nothing_received_is_lost_and_the_thread_goes_on(
    tmp_path: Path,
) -> None:
    async def main() -> None:
        with ScriptedUpstream() as service:
            async with program(tmp_path, service) as (engine, clients, model):
                lane = AssistantsLane("right", model, clients=clients)
                service.reply(Text("First answer."))
                await gather(lane.send("First"))
                thread = lane.thread_id

                service.reply(Text("word " * 400, delay=0.02))
                events: list[RunEvent] = []

                async def listen() -> None:
                    async for event in lane.send("Second"):
                        events.append(event)  # noqa: PERF401 - looked at meanwhile

                listening = asyncio.ensure_future(listen())
                await until_text(events, 5)
                kill(engine)
                async with asyncio.timeout(90):
                    await listening
                failed = end(events)
                assert failed.status == "failed"
                assert failed.error
                assert "same conversation" in failed.advice
                said = " ".join(notices(events))
                assert "broke off" in said
                assert "started again" in said
                assert "The engine is back." in said
                received = text(events)
                assert received.count("word") >= 5
                assert lane.history[-1].text == received
                assert lane.history[-1].partial
                assert engine.status.state == "ready"

                service.reply(Text("Third answer."))
                again = await gather(lane.send("Third"))
                assert text(again) == "Third answer."
                assert lane.thread_id == thread
                asked = [m for m in service.chats[-1].body["messages"] if m["role"] == "user"]
                assert [m["content"] for m in asked] == ["First", "Second", "Third"]
                assert measure(again).already_held >= 3

                # Killed between two prompts, the next one waits for its return.
                kill(engine)
                service.reply(Text("Fourth answer."))
                assert text(await gather(lane.send("Fourth"))) == "Fourth answer."
                assert lane.thread_id == thread

                # Ended for good in the middle of an answer.
                service.reply(Text("word " * 400, delay=0.02))
                events.clear()
                listening = asyncio.ensure_future(listen())
                await until_text(events, 3)
                await engine.stop()
                async with asyncio.timeout(60):
                    await listening
                assert end(events).status == "failed"
                assert end(events).error
                assert "word" in lane.history[-1].text

    asyncio.run(main())


def test_a_lane_on_a_connection_does_not_notice_and_one_through_the_engine_says_so(tmp_path: Path) -> None:
    async def main() -> None:
        with ScriptedUpstream() as service:
            async with program(tmp_path, service) as (engine, clients, model):
                service.default = Text("word " * 60, delay=0.03)
                through = ModelRef("engine", model.wire_name)
                comparison = Comparison(
                    [
                        ChatLane("direct", model, clients=clients),
                        ChatLane("relayed", through, clients=clients),
                        AssistantsLane("assistants", model, clients=clients),
                    ]
                )
                counts: dict[str, int] = {}
                killed: list[bool] = []

                def heard(turn: Any, event: RunEvent) -> None:
                    if isinstance(event, TextDelta):
                        counts[turn.lane] = counts.get(turn.lane, 0) + 1
                        if len(counts) == 3 and min(counts.values()) >= 3 and not killed:
                            killed.append(True)
                            kill(engine)

                comparison.observe(heard)
                async with asyncio.timeout(90):
                    turns = await comparison.send("Go")
                assert turns["direct"].metrics.status == "completed"
                assert turns["direct"].text == ("word " * 60).rstrip() + " "
                for lane in ("relayed", "assistants"):
                    finished = turns[lane].finished
                    assert finished is not None
                    assert finished.status == "failed"
                    assert finished.error
                    assert "word" in turns[lane].text
                service.default = Text("Fine.")
                again = await comparison.send("Again")
                assert [turn.text for turn in again.values()] == ["Fine."] * 3

    asyncio.run(main())

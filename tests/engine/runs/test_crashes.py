"""kill -9 at random moments under load: nothing announced is lost, nothing is left half done, every thread is free.

25 moments in the suite; ``CRASH_MOMENTS=100`` in the environment makes it a hundred.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import random
import sqlite3
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select

from app.core.paths import resolve
from app.engine.runs.owners import Owners
from app.engine.runs.recovery import recover
from app.engine.store.tables import Message, Run, RunStep
from tests.engine.runs.bare_engine import live
from tests.engine.runs.in_process import Bench, bench
from tests.engine.runs.support import WEATHER, new_thread, outputs_for, wait_for, wait_status
from tests.support.engine_process import EngineProcess, without_proxies
from tests.support.scripted_upstream import Hang, ScriptedUpstream, Text, ToolCalls

MOMENTS = int(os.environ.get("CRASH_MOMENTS", "25"))
SAVED_WITHIN = 3.0  # seconds; half a second on a machine that is not busy
FINAL = {"completed", "failed", "cancelled", "incomplete", "expired"}


def scripted(chance: random.Random) -> Any:
    lock = threading.Lock()

    def reply(_request: Any) -> Any:
        with lock:
            kind, delay = chance.random(), chance.random() * 0.03
        if kind < 0.3:
            return ToolCalls(
                [("get_weather", '{"city": "Paris"}')],
                text="Let me see." if kind < 0.1 else "",
                delay=delay / 4,
            )
        return Text("one two three four five six seven eight nine ten", delay=delay)

    return reply


class Life:
    """One process at work, from its start to its sudden end."""

    def __init__(self, context: Any, folder: Path, upstream: str, seed: int) -> None:
        self._in, out = context.Pipe(duplex=False)
        self._process = context.Process(target=live, args=(out, folder, upstream, seed), daemon=True)
        self._process.start()
        out.close()

    def kill_at_random(self, chance: random.Random) -> tuple[list[dict[str, Any]], float]:
        """Let it work for a while, kill it; gives what it had said, and when it was killed."""
        assert self._in.poll(60)
        said = [self._in.recv()]
        end = time.monotonic() + 0.2 + chance.random()
        while (left := end - time.monotonic()) > 0:
            if self._in.poll(left):
                said.append(self._in.recv())
        self._process.kill()
        killed_at = time.time()
        self._process.join(10)
        with contextlib.suppress(EOFError, OSError):
            while True:
                said.append(self._in.recv())
        self._in.close()
        return said, killed_at


@pytest.mark.timeout(120 + 10 * MOMENTS)
def test_killed_at_25_random_moments_or_as_many_as_CRASH_MOMENTS_says(tmp_path: Path) -> None:
    without_proxies()
    folder = tmp_path / "data"
    chance = random.Random(4711)
    states: dict[str, int] = {}
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        context.set_forkserver_preload(["tests.engine.runs.bare_engine"])
    with ScriptedUpstream() as upstream:
        upstream.default = scripted(chance)
        life = Life(context, folder, upstream.base_url, 0)
        for moment in range(MOMENTS):
            said, killed_at = life.kill_at_random(chance)
            check_file(folder)
            # The next one starts on the same data while the traces of this one are read.
            if moment + 1 < MOMENTS:
                life = Life(context, folder, upstream.base_url, moment + 1)
            asyncio.run(check(folder, upstream.base_url, said, killed_at, states))
    assert states["failed"] >= MOMENTS  # there was always something in flight
    assert states["completed"] >= MOMENTS
    assert states["requires_action"] > 0


def check_file(folder: Path) -> None:
    database = resolve(folder).engine_database
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


async def check(
    folder: Path, upstream: str, said: list[dict[str, Any]], killed_at: float, states: dict[str, int]
) -> None:
    async with bench(folder, upstream=upstream) as made:
        await made.runs.recover()
        instance = said[0]["instance"]
        async with made.store.read() as session:
            runs = {run.id: run for run in await session.scalars(select(Run).where(Run.owner == instance))}
            messages = {
                m.id: m for m in await session.scalars(select(Message).where(Message.run_id.in_(runs)))
            }
            steps = list(await session.scalars(select(RunStep).where(RunStep.run_id.in_(runs))))
        for run in runs.values():
            states[run.status] = states.get(run.status, 0) + 1
            assert run.status in FINAL | {"requires_action"}, run.status
            if run.status == "failed":
                assert "engine ended while the run was in progress" in run.last_error["message"]
                assert run.last_error["code"] == "server_error"
                assert run.failed_at is not None
            if run.status in FINAL:
                assert (run.usage is not None, run.expires_at, run.required_action) == (True, None, None)
        for step in steps:
            owner = runs[step.run_id]
            if owner.status == "requires_action":
                assert step.status in {"in_progress", "completed"}
            else:
                assert step.status in {"completed", "failed", "cancelled"}, (step.status, owner.status)
        for message in messages.values():
            assert message.status in {"completed", "incomplete"}
        check_told(said, runs, messages, killed_at)
        waiting = [run for run in runs.values() if run.status == "requires_action"]
        broken = [run for run in runs.values() if run.status == "failed"]
        for run in broken[-1:]:  # threads are free, and what was said is read
            again = await made.run(run.thread_id, run.assistant_id)
            assert again.status in {"completed", "requires_action"}
            if again.status == "requires_action":
                waiting.append(again)
        for waited in waiting[-2:]:  # another engine goes on with what waited
            run = waited
            while run.status == "requires_action":
                calls = run.required_action["submit_tool_outputs"]["tool_calls"]
                await made.runs.submit_tool_outputs(
                    run.thread_id, run.id, [{"tool_call_id": call["id"], "output": "sunny"} for call in calls]
                )
                await asyncio.wait_for(made.events(run), 20)
                run = await made.row(run.id)
            assert run.status == "completed", (run.status, run.last_error)


def check_told(
    said: list[dict[str, Any]], runs: dict[str, Run], messages: dict[str, Message], killed_at: float
) -> None:
    """What was announced is in the database."""
    texts: dict[str, str] = {}
    early: dict[str, str] = {}
    for line in said:
        event = line["event"]
        if event == "ready":
            continue
        assert line["run"] in runs
        state = event.rsplit(".", 1)[-1]
        if event == "thread.message.delta":
            texts[line["id"]] = texts.get(line["id"], "") + line["text"]
            if line["at"] < killed_at - SAVED_WITHIN:
                early[line["id"]] = texts[line["id"]]
        elif event.startswith("thread.message.") and state in {"completed", "incomplete"}:
            assert messages[line["id"]].status == state
            assert messages[line["id"]].content == line["content"]
        elif event.startswith("thread.message."):
            assert line["id"] in messages
        elif event.startswith("thread.run.") and ".step." not in event and state in FINAL:
            assert runs[line["run"]].status == state
    for identifier, text in texts.items():
        kept = messages[identifier].content[0]["text"]["value"] if messages[identifier].content else ""
        assert text.startswith(kept) or kept.startswith(text)
        assert kept.startswith(early.get(identifier, ""))


# -- the whole engine ------------------------------------------------------------------------------------------------


def test_the_engine_after_kill_9(tmp_path: Path) -> None:
    without_proxies()
    folder = tmp_path / "data"
    with ScriptedUpstream() as upstream:
        engine = EngineProcess(folder, upstream=upstream.base_url).start()
        client = engine.client()
        assistant = client.beta.assistants.create(model="scripted-1", tools=[WEATHER])
        upstream.reply(ToolCalls([("get_weather", "{}")]))
        waiting = client.beta.threads.runs.create_and_poll(
            thread_id=new_thread(client), assistant_id=assistant.id
        )
        upstream.reply(Text("one two three", hang_after=2), Hang())
        writing = client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id)
        wait_for(
            lambda: client.beta.threads.messages.list(writing.thread_id, limit=1).data[0],
            lambda message: (
                message.role == "assistant" and message.content and message.content[0].text.value == "one two"
            ),
        )
        asked = client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id)
        wait_for(lambda: len(upstream.chats), lambda number: number == 3)
        engine.kill()
        client.close()

        with EngineProcess(folder, upstream=upstream.base_url) as engine, engine.client() as client:
            for run in (writing, asked):
                failed = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
                assert failed.status == "failed"
                assert failed.last_error.code == "server_error"
                assert "engine ended" in failed.last_error.message
                upstream.reply(Text("again"))
                again = client.beta.threads.runs.create_and_poll(
                    thread_id=run.thread_id, assistant_id=assistant.id
                )
                assert again.status == "completed"
            [step] = client.beta.threads.runs.steps.list(writing.id, thread_id=writing.thread_id).data
            assert (step.status, step.last_error.code) == ("failed", "server_error")
            message = client.beta.threads.messages.list(writing.thread_id, run_id=writing.id).data[0]
            assert (message.status, message.incomplete_details.reason) == ("incomplete", "run_failed")
            assert message.content[0].text.value == "one two"
            alive = client.beta.threads.runs.retrieve(waiting.id, thread_id=waiting.thread_id)
            assert alive.status == "requires_action"
            upstream.reply(Text("It is sunny."))
            done = client.beta.threads.runs.submit_tool_outputs_and_poll(
                run_id=waiting.id, thread_id=waiting.thread_id, tool_outputs=outputs_for(alive)
            )
            assert done.status == "completed"


def test_the_engine_stopped_in_order(tmp_path: Path) -> None:
    without_proxies()
    folder = tmp_path / "data"
    with ScriptedUpstream() as upstream:
        engine = EngineProcess(folder, upstream=upstream.base_url).start()
        client = engine.client()
        assistant = client.beta.assistants.create(model="scripted-1")
        upstream.reply(Text("one two three", hang_after=2))
        run = client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id)
        wait_status(client, run, "in_progress")
        time.sleep(0.3)
        assert engine.stop() < 3
        client.close()
        assert not list(resolve(folder).engine_instances.glob("*.lock"))
        with sqlite3.connect(resolve(folder).engine_database) as connection:
            status, error = connection.execute("SELECT status, last_error FROM runs").fetchone()
        assert status == "failed"
        assert "engine was stopped" in json.loads(error)["message"]


# -- two engines on one data folder ----------------------------------------------------------------------------------


def test_two_engines_leave_each_other_s_runs_alone(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            first, second = (
                Bench(tmp_path / "data", upstream=upstream.base_url),
                Bench(tmp_path / "data", upstream=upstream.base_url),
            )
            await first.runs.recover()
            assistant_id = await first.assistant(tools=[WEATHER])
            upstream.reply(Text("one two three", delay=0.1))
            thread_id = await first.thread("Hi")
            run = await first.runs.create_run(thread_id, {"assistant_id": assistant_id})
            await second.runs.recover()
            assert (await second.row(run.id)).status in {"queued", "in_progress"}
            await first.events(run)
            assert (await second.row(run.id)).status == "completed"
            # One asks, the other goes on.
            upstream.reply(ToolCalls([("get_weather", "{}")], ids=["call_1"]), Text("done"))
            waiting = await first.run(thread_id, assistant_id)
            assert waiting.status == "requires_action"
            await second.runs.submit_tool_outputs(
                thread_id, waiting.id, [{"tool_call_id": "call_1", "output": "x"}]
            )
            await second.events(waiting)
            assert (await first.row(waiting.id)).status == "completed"
            # One works, the other cancels.
            upstream.reply(Text("one two three", hang_after=2))
            running = await first.runs.create_run(thread_id, {"assistant_id": assistant_id})
            await asyncio.sleep(0.2)
            assert (await second.runs.cancel(thread_id, running.id)).status == "cancelling"
            events = await asyncio.wait_for(first.events(running), 5)
            assert events[-2].event == "thread.run.cancelled"
            await first.close()
            await second.close()

    asyncio.run(drive())


def test_a_dead_engine_s_run_frees_its_thread_when_it_is_wanted(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                await made.runs.recover()
                assistant_id = await made.assistant()
                thread_id = await made.thread("Hi")
                dead = made.service("engine_dead")
                upstream.reply(Text("one two", hang_after=1))
                run = await dead.create_run(thread_id, {"assistant_id": assistant_id})
                await asyncio.sleep(0.2)
                dead._owners.release()  # as if its process had gone
                again = await made.run(thread_id, assistant_id)
                assert again.status == "completed"
                assert (await made.row(run.id)).status == "failed"
                await dead.close()

    asyncio.run(drive())


def test_lock_files_tell_the_living_from_the_dead(tmp_path: Path) -> None:
    one, other = Owners(tmp_path, "engine_one"), Owners(tmp_path, "engine_other")
    assert not one.lives("engine_other")
    other.acquire()
    assert one.lives("engine_other")
    assert one.lives("engine_one")
    assert not one.lives(None)
    assert not one.lives("../engine_other")
    other.release()
    assert not one.lives("engine_other")
    assert not list(tmp_path.glob("engine_other*"))


def test_a_run_whose_row_is_gone_ends_its_stream_with_an_error(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                assistant_id = await made.assistant()
                upstream.reply(Text("one two three four five", delay=0.1))
                run = await made.runs.create_run(await made.thread("Hi"), {"assistant_id": assistant_id})
                await asyncio.sleep(0.2)
                async with made.store.write() as session:
                    await session.execute(delete(Run).where(Run.id == run.id))
                *_, error, done = await asyncio.wait_for(made.events(run), 10)
                assert (error.event, done.event) == ("error", "done")
                assert json.loads(error.data).keys() == {"message", "type", "param", "code"}

    asyncio.run(drive())


def test_looking_for_orphans_leaves_own_runs_alone(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                assistant_id = await made.assistant()
                upstream.reply(Text("one two three four", delay=0.05))
                run = await made.runs.create_run(await made.thread("Hi"), {"assistant_id": assistant_id})
                for _ in range(5):
                    assert (
                        await recover(made.store, Owners(made.paths.engine_instances, made.runs.instance))
                        == 0
                    )
                    await asyncio.sleep(0.02)
                await made.events(run)
                assert (await made.row(run.id)).status == "completed"

    asyncio.run(drive())


def test_tokens_of_a_run_that_nobody_continued_are_kept(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                upstream.reply(ToolCalls([("get_weather", "{}")]))
                run = await made.run(await made.thread("Hi"), await made.assistant(tools=[WEATHER]))
                await made.runs.cancel(run.thread_id, run.id)
                await asyncio.sleep(0.2)
                row = await made.row(run.id)
                assert (row.status, row.usage["total_tokens"]) == ("cancelled", 18)

    asyncio.run(drive())

"""The protocol between the program and its children, with real processes."""

from __future__ import annotations

import asyncio
import sys
import textwrap
import time

import psutil
import pytest

from app.core.child_process import ChildFailed, ChildProcess


def child(source: str) -> list[str]:
    head = "import json, sys, os, time\nconfig = json.loads(sys.stdin.readline())\ndef say(**e): print(json.dumps(e), flush=True)\n"
    return [sys.executable, "-c", head + textwrap.dedent(source)]


def test_ready_carries_what_the_child_says_and_the_config_reaches_it() -> None:
    async def run() -> None:
        events: list[dict[str, object]] = []
        process = await ChildProcess.start(
            child(
                "say(event='loading'); say(event='ready', token=config['token']); say(event='later'); sys.stdin.read()"
            ),
            {"token": "geheim ü 🎉"},
            on_event=events.append,
        )
        assert process.ready["token"] == "geheim ü 🎉"
        while len(events) < 2:
            await asyncio.sleep(0.01)
        assert [e["event"] for e in events] == ["loading", "later"]
        await process.stop()
        assert process.returncode == 0

    asyncio.run(run())


def test_the_config_stands_in_no_argument_and_no_environment() -> None:
    async def run() -> None:
        process = await ChildProcess.start(
            child("say(event='ready'); sys.stdin.read()"), {"token": "sk-marked-key"}
        )
        seen = psutil.Process(process.pid)
        assert "sk-marked-key" not in " ".join(seen.cmdline())
        assert "sk-marked-key" not in str(seen.environ())
        await process.stop()

    asyncio.run(run())


def test_failed_is_told_in_the_childs_words_with_its_log_as_details() -> None:
    async def run() -> None:
        with pytest.raises(ChildFailed) as caught:
            await ChildProcess.start(
                child(
                    "print('why', file=sys.stderr, flush=True); time.sleep(.1); say(event='failed', message='No such model.', advice='Choose another.')"
                ),
                {},
            )
        assert str(caught.value) == "No such model. Choose another."
        assert "why" in caught.value.details

    asyncio.run(run())


def test_a_child_that_ends_at_once_is_told_with_its_exit_code_and_last_words() -> None:
    async def run() -> None:
        with pytest.raises(ChildFailed) as caught:
            await ChildProcess.start(child("print('boom', file=sys.stderr); sys.exit(7)"), {})
        assert "exit code 7" in caught.value.message
        assert "boom" in caught.value.details

    asyncio.run(run())


def test_a_program_that_does_not_exist_is_a_clear_failure() -> None:
    with pytest.raises(ChildFailed):
        asyncio.run(ChildProcess.start(["/nowhere/no-such-program"], {}))


def test_a_child_that_is_never_ready_is_ended_after_the_time_limit() -> None:
    async def run() -> None:
        began = time.monotonic()
        with pytest.raises(ChildFailed, match="not ready"):
            await ChildProcess.start(child("time.sleep(60)"), {}, timeout=0.3)
        assert time.monotonic() - began < 5

    asyncio.run(run())


def test_a_child_that_ignores_everything_is_killed() -> None:
    async def run() -> None:
        process = await ChildProcess.start(
            child(
                "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); say(event='ready'); time.sleep(60)"
            ),
            {},
        )
        began = time.monotonic()
        await process.stop(grace=0.2)
        assert process.returncode not in {None, 0}
        assert time.monotonic() - began < 3
        await process.stop()  # twice is harmless

    asyncio.run(run())


def test_noise_on_stdout_and_very_long_lines_do_not_end_the_conversation() -> None:
    async def run() -> None:
        process = await ChildProcess.start(
            child(
                "print('noise'); print('[1,2]'); print('x' * (17 * 1024 * 1024)); say(event='ready'); sys.stdin.read()"
            ),
            {},
        )
        assert process.ready == {"event": "ready"}
        await process.stop()

    asyncio.run(run())


def test_commands_reach_the_child_and_sending_to_a_dead_one_is_harmless() -> None:
    async def run() -> None:
        events: list[dict[str, object]] = []
        process = await ChildProcess.start(
            child("say(event='ready')\nfor line in sys.stdin: say(event='echo', got=json.loads(line)['op'])"),
            {},
            on_event=events.append,
        )
        process.send({"op": "first"})
        while not events:
            await asyncio.sleep(0.01)
        assert events[0]["got"] == "first"
        psutil.Process(process.pid).kill()
        await process.wait()
        process.send({"op": "second"})
        await process.stop()

    asyncio.run(run())

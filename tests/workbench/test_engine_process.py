"""The supervisor: with children that behave as told, and with the real engine."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import Key, KeyStore
from app.core.errors import EngineUnavailable
from app.workbench.engine_process import EngineProcess, EngineStatus
from tests.connections.test_secrets import MemoryKeyring

CHILD = Path(__file__).with_name("fake_engine.py")
MARKED = "sk-marked-112233445566"


class Child:
    """A scripted child's supervisor, and what was heard of it."""

    def __init__(self, folder: Path, behaviour: str, **options: Any) -> None:
        self.log = folder / "child.log"
        self.keys = options.pop("keys", None) or KeyStore(backend=MemoryKeyring())
        self.engine = EngineProcess(
            keys=self.keys,
            command=[sys.executable, str(CHILD), str(self.log), behaviour],
            back_off=(0.01, 0.01, 0.01),
            **options,
        )
        self.states: list[str] = []
        self.statuses: list[EngineStatus] = []
        self.engine.on_state(lambda status: (self.states.append(status.state), self.statuses.append(status)))  # type: ignore[arg-type,func-returns-value]

    @property
    def starts(self) -> int:
        return self.log.read_text().count("start\n")

    def lines(self, kind: str) -> list[Any]:
        text = self.log.read_text() if self.log.exists() else ""
        return [json.loads(line.partition(" ")[2]) for line in text.splitlines() if line.startswith(kind)]

    async def until(self, condition: Callable[[], bool], seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, self.states
            await asyncio.sleep(0.01)


def run(folder: Path, behaviour: str, scenario: Callable[[Child], Awaitable[None]], **options: Any) -> None:
    async def main() -> None:
        child = Child(folder, behaviour, **options)
        try:
            await scenario(child)
        finally:
            await child.engine.stop()

    asyncio.run(main())


def test_it_starts_hands_over_its_configuration_and_ends_with_us(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        engine = child.engine
        with pytest.raises(EngineUnavailable):
            engine.client()
        with pytest.raises(EngineUnavailable):
            await engine.wait_ready()
        engine.start()
        engine.start()
        assert engine.status.state == "starting"
        with pytest.raises(EngineUnavailable):
            _ = engine.base_url
        await engine.wait_ready()
        assert engine.base_url == "http://127.0.0.1:1001/v1"
        assert engine.status.instance == "engine_1"
        client = engine.client()
        assert client is engine.client()
        assert client is await engine.ready_client()
        assert str(client.base_url) == "http://127.0.0.1:1001/v1/"
        assert client.api_key == engine.token.reveal()
        await child.until(lambda: bool(child.lines("config")))
        config = child.lines("config")[0]
        assert config == {
            "token": engine.token.reveal(),
            "data_dir": "/data",
            "secrets": {},
            "parent": "window",
            "model_file": "/m.gguf",
        }
        pid = engine.pid
        assert pid is not None
        begun = time.monotonic()
        await engine.stop()
        assert time.monotonic() - begun < 3
        assert not psutil.pid_exists(pid)
        assert client.is_closed()
        assert child.states == ["starting", "ready", "stopped"]
        assert child.starts == 1
        await engine.stop()
        engine.start()
        await engine.wait_ready()
        assert child.starts == 2

    run(tmp_path, "well", scenario, data_dir="/data", model_file="/m.gguf")


def test_the_state_of_local_models_is_told(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        told: list[tuple[str, str]] = []
        stop = child.engine.on_model_state(lambda status: told.append((status.state, status.message)))
        child.engine.start()
        await child.until(lambda: len(told) == 2)
        assert told == [("loading", "The model m is being loaded."), ("ready", "")]
        assert child.engine.models["m"].state == "ready"
        stop()

    run(tmp_path, "well", scenario)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_after_a_crash_it_comes_back_on_a_new_port_with_the_same_token(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        engine = child.engine
        engine.start()
        await engine.wait_ready()
        first, token = engine.client(), engine.token
        await child.until(lambda: child.states[-1] == "restarting")
        assert "signal 6" in child.statuses[-1].message
        assert "started again" in child.statuses[-1].message
        assert engine.models == {} or engine.status.state == "ready"
        client = await engine.ready_client()  # waits through the restart
        assert engine.status.instance == "engine_2"
        assert client is not first
        assert first.is_closed()
        assert str(client.base_url) == "http://127.0.0.1:1002/v1/"
        assert engine.token is token
        assert child.states == ["starting", "ready", "restarting", "ready"]

    run(tmp_path, "crash once", scenario)


def test_it_is_given_up_after_several_crashes_in_a_row_and_can_be_tried_again(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        await child.until(lambda: child.states[-1] == "failed")
        assert child.starts == 4
        status = child.engine.status
        assert "exit code 7" in status.message
        assert status.advice
        with pytest.raises(EngineUnavailable) as failed:
            await child.engine.wait_ready()
        assert "exit code 7" in failed.value.message
        child.engine.restart()
        await child.until(lambda: child.starts > 4)

    run(tmp_path, "crash always", scenario)


def test_a_child_that_does_not_come_up_is_tried_again(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        await child.engine.wait_ready()
        assert child.starts == 3
        assert child.states == ["starting", "restarting", "restarting", "ready"]
        assert "something is missing here" in child.statuses[1].details

    run(tmp_path, "die twice", scenario)


def test_a_child_that_never_comes_up_says_why(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        with pytest.raises(EngineUnavailable) as failed:
            await child.engine.wait_ready()
        assert "something is missing here" in failed.value.details
        assert child.starts == 4

    run(tmp_path, "die", scenario)


def test_what_it_says_itself_is_not_tried_again(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        with pytest.raises(EngineUnavailable) as failed:
            await child.engine.wait_ready()
        assert "newer program" in failed.value.message
        assert failed.value.advice == "Start that one."
        assert child.starts == 1

    run(tmp_path, "refuse", scenario)


def test_a_child_without_a_port_is_no_engine(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        with pytest.raises(EngineUnavailable):
            await child.engine.wait_ready()

    run(tmp_path, "no port", scenario)


def test_a_child_that_does_not_listen_is_ended_in_time(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        await child.engine.wait_ready()
        pid = child.engine.pid
        begun = time.monotonic()
        await child.engine.stop()
        assert time.monotonic() - begun < 3
        assert pid is not None
        assert not psutil.pid_exists(pid)

    run(tmp_path, "deaf", scenario)


def test_stop_while_it_is_starting(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        await asyncio.sleep(0.02)
        begun = time.monotonic()
        await child.engine.stop()
        assert time.monotonic() - begun < 3
        assert child.engine.status.state == "stopped"
        assert [
            p for p in psutil.Process().children(recursive=True) if CHILD.name in " ".join(p.cmdline())
        ] == []

    run(tmp_path, "well", scenario)


def test_restart_on_request(tmp_path: Path) -> None:
    async def scenario(child: Child) -> None:
        child.engine.start()
        await child.engine.wait_ready()
        child.engine.restart()
        await child.until(lambda: child.starts == 2)
        await child.engine.wait_ready()
        await child.engine.stop()
        child.engine.restart()
        await child.engine.wait_ready()
        assert child.starts == 3

    run(tmp_path, "well", scenario)


def test_session_keys_and_changed_connections_reach_the_child_over_its_stdin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_KEY", MARKED)
    monkeypatch.setenv("SOMETHING_ELSE", MARKED)
    keys = KeyStore(backend=MemoryKeyring(), session={"memory": "sk-memory-0"})
    connections = Connections(tmp_path / "connections.json", keys)

    async def scenario(child: Child) -> None:
        await connections.add(Profile("", "Env", "https://a.example/v1", keyring_entry="env:ACME_KEY"))
        temporary = connections.add_temporary(Profile("", "Once", "https://b.example/v1"), Key("sk-once-0"))
        child.engine.start()
        await child.engine.wait_ready()
        await child.until(lambda: bool(child.lines("config")))
        config = child.lines("config")[0]
        assert config["secrets"] == {
            "memory": "sk-memory-0",
            "env:ACME_KEY": MARKED,
            temporary.keyring_entry: "sk-once-0",
        }
        assert [p["id"] for p in config["profiles"]] == [temporary.id]
        process = psutil.Process(child.engine.pid)
        assert MARKED not in str(process.environ()) + " ".join(process.cmdline())

        keys.remember("memory", "sk-memory-1")
        keys.remember("new", "sk-new-0")
        await connections.add(Profile("", "Other", "https://c.example/v1"), "sk-other")
        await child.until(lambda: {"op": "profiles_changed"} in child.lines("command"))
        commands = child.lines("command")
        assert {"op": "secret", "entry": "memory", "value": "sk-memory-1"} in commands
        assert {"op": "secret", "entry": "new", "value": "sk-new-0"} in commands
        assert "sk-other" not in str(commands)  # it is in the keyring, where the engine finds it itself
        keys.remember("new", None)
        await connections.update(connections.get("other"))
        await child.until(lambda: {"op": "secret", "entry": "new", "value": None} in child.lines("command"))

    run(tmp_path, "well", scenario, keys=keys, connections=connections)


def test_an_observer_that_fails_disturbs_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(child: Child) -> None:
        child.engine.on_state(lambda status: 1 / 0)  # type: ignore[arg-type,return-value]
        child.engine.start()
        await child.engine.wait_ready()

    run(tmp_path, "well", scenario)
    assert "observer" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_the_real_engine_starts_answers_and_comes_back_after_a_kill(tmp_path: Path) -> None:
    async def main() -> None:
        engine = EngineProcess(keys=KeyStore(backend=MemoryKeyring()), data_dir=str(tmp_path))
        engine.start()
        try:
            client = await engine.ready_client()
            made = await client.beta.threads.create(metadata={"title": "kept"})
            pid = engine.pid
            assert pid is not None
            environment = psutil.Process(pid).environ()
            assert engine.token.reveal() not in str(environment) + " ".join(psutil.Process(pid).cmdline())
            os.kill(pid, signal.SIGKILL)
            while engine.status.state == "ready":
                await asyncio.sleep(0.01)
            assert "signal 9" in engine.status.message
            again = await engine.ready_client()
            assert engine.pid != pid
            found = await again.beta.threads.retrieve(made.id)
            assert found.metadata == {"title": "kept"}
            process = psutil.Process(engine.pid)
            children = [process, *process.children(recursive=True)]
            begun = time.monotonic()
            await engine.stop()
            assert time.monotonic() - begun < 3
            assert psutil.wait_procs(children, timeout=1)[1] == []
        finally:
            await engine.stop()

    asyncio.run(main())

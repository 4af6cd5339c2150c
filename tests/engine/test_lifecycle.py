"""An engine's life as a child process: start, commands, several on one folder, its end, its crash."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.core.paths import own_command, own_environment
from tests.support.engine_process import EngineFailed, EngineProcess


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EngineProcess, EngineProcess]]:
    """Two engines on one data folder."""
    data = tmp_path_factory.mktemp("pair") / "da ta #1?x=%40 ü"
    with EngineProcess(data) as one, EngineProcess(data) as other:
        yield one, other


@pytest.fixture
def one(pair: tuple[EngineProcess, EngineProcess]) -> EngineProcess:
    return pair[0]


class TestRunning:
    def test_ready_tells_where_and_who(self, pair: tuple[EngineProcess, EngineProcess]) -> None:
        one, other = pair
        assert one.ready.keys() == {"event", "port", "instance", "version"}
        assert one.ready["instance"] != other.ready["instance"]
        with one.http() as http:
            assert http.get("/health").json()["version"] == one.ready["version"]

    def test_two_engines_on_one_folder_see_the_same(self, pair: tuple[EngineProcess, EngineProcess]) -> None:
        with pair[0].client() as a, pair[1].client() as b:
            thread = a.beta.threads.create(messages=[{"role": "user", "content": "from a"}])
            b.beta.threads.messages.create(thread.id, role="user", content="from b")
            listed = a.beta.threads.messages.list(thread.id, order="asc").data
            assert [m.content[0].text.value for m in listed] == ["from a", "from b"]

    def test_many_writers_in_two_engines(self, pair: tuple[EngineProcess, EngineProcess]) -> None:
        failures: list[BaseException] = []
        with pair[0].client() as client:
            thread = client.beta.threads.create().id

        def write(engine: EngineProcess) -> None:
            try:
                with engine.client() as client:
                    for number in range(30):
                        client.beta.threads.messages.create(thread, role="user", content=str(number))
            except BaseException as error:
                failures.append(error)

        writers = [threading.Thread(target=write, args=(engine,)) for engine in pair * 2]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert not failures
        with pair[0].client() as client:
            assert sum(1 for _ in client.beta.threads.messages.list(thread, limit=100)) == 120

    def test_commands_that_make_no_sense_are_ignored(self, one: EngineProcess) -> None:
        for message in ({"op": "dance"}, {}, {"op": None}, {"op": "secret"}):
            one.send(message)
        one.write(b"not json\n[1]\n\xff\xfe\n")
        one.send({"op": "profiles_changed"})
        one.send({"op": "secret", "entry": "x", "value": "sk-secret-value"})
        one.send({"op": "secret", "entry": "x", "value": None})
        with one.http() as http:
            assert http.get("/health").status_code == 200
        assert "sk-secret-value" not in one.log

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
    def test_data_is_private_to_the_user(self, one: EngineProcess) -> None:
        assert stat.S_IMODE(one.data_dir.stat().st_mode) == 0o700

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
    def test_an_interrupt_meant_for_the_parent_does_not_end_it(self, one: EngineProcess) -> None:
        os.kill(one.pid, signal.SIGINT)
        time.sleep(0.2)
        with one.http() as http:
            assert http.get("/health").status_code == 200

    def test_nothing_listens_beyond_loopback(self, one: EngineProcess) -> None:
        connections = psutil.Process(one.pid).net_connections("inet")
        assert [c.laddr.ip for c in connections if c.status == "LISTEN"] == ["127.0.0.1"]

    def test_the_token_is_in_no_argument_and_no_environment(self, one: EngineProcess) -> None:
        process = psutil.Process(one.pid)
        assert one.token not in " ".join(process.cmdline())
        assert one.token not in str(process.environ())
        assert one.token not in one.log


def test_the_end_of_stdin_is_the_end_whatever_is_open(tmp_path: Path) -> None:
    """Neither a kept-alive connection nor a request that never ends holds it up."""
    with EngineProcess(tmp_path / "data") as engine, engine.http() as http:
        http.get("/health")
        with socket.create_connection(("127.0.0.1", engine.ready["port"])) as connection:
            connection.sendall(
                f"POST /v1/threads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {engine.token}\r\n"
                "Content-Length: 100\r\n\r\n{".encode()
            )
            time.sleep(0.2)
            assert engine.stop() < 3.0
        assert engine.returncode == 0


def test_killed_and_started_again_nothing_answered_is_lost_then_shut_down(tmp_path: Path) -> None:
    engine = EngineProcess(tmp_path / "data").start()
    kept: list[tuple[str, str]] = []
    enough = threading.Event()

    def write() -> None:
        with engine.client() as client:
            thread = client.beta.threads.create().id
            while True:
                try:
                    made = client.beta.threads.messages.create(thread, role="user", content="x")
                except Exception:
                    return
                kept.append((thread, made.id))
                if len(kept) > 20:
                    enough.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert enough.wait(60)
    engine.kill()
    writer.join()
    with EngineProcess(tmp_path / "data") as again:
        with again.client() as client:
            found = {m.id for m in client.beta.threads.messages.list(kept[0][0], limit=100)}
        assert {message for _, message in kept} <= found
        again.send({"op": "shutdown"})
        assert again.wait(3) == 0


@pytest.mark.parametrize("line", [b"\n", b"{}\n", b"[1]\n", b"not json\n"])
def test_no_configuration(line: bytes) -> None:
    child = subprocess.run(
        own_command("engine"), input=line, env=own_environment(), capture_output=True, timeout=60, check=False
    )
    assert child.returncode == 2
    assert json.loads(child.stdout)["event"] == "failed"


def test_stdin_closed_at_once() -> None:
    child = subprocess.run(
        own_command("engine"), input=b"", env=own_environment(), capture_output=True, timeout=60, check=False
    )
    assert (child.returncode, child.stdout) == (0, b"")


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineFailed) as caught:
        EngineProcess(tmp_path / "file").start()
    assert "cannot be used" in caught.value.event["message"]

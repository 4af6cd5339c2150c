"""A marked key goes through everything that the program does, and is looked for everywhere afterwards."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import pickle
import traceback
from pathlib import Path

import psutil
import pytest

from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.connections.traffic import TRAFFIC
from app.core.entities import ModelRef
from app.core.errors import AppError, InvalidInput
from app.core.paths import resolve
from app.core.run_events import RunEvent
from app.terminal.doctor_report import write as write_report
from app.workbench.activity import Activity, write_csv
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineProcess
from app.workbench.journal import Journal
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Comparison, Turn
from tests.connections.test_secrets import MemoryKeyring
from tests.support.scripted_upstream import Drop, Error, Raw, Recorded, Reply, ScriptedUpstream, Text

MARKED = "sk-marked-e5d4c3b2a19087"
SECOND = "sk-marked-second-11223344"
THIRD = "gw-marked-header-99887766"
ALL = (MARKED, SECOND, THIRD)


@pytest.mark.parametrize("kept_in", ["keyring", "environment"])
def test_a_marked_key_is_found_nowhere(
    kept_in: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if kept_in == "environment":
        monkeypatch.setenv("MY_ACME_CREDENTIAL", MARKED)
    seen: list[str] = []

    def look(event: object) -> None:
        seen.append(repr(event))
        seen.append(str(event))

    async def main() -> None:
        with ScriptedUpstream(key=MARKED) as service:

            def echo(request: Recorded) -> Reply:
                return Error(400, f"you sent {request.headers.get('authorization')} {request.headers}")

            keys = KeyStore(backend=MemoryKeyring())
            connections = Connections(tmp_path / "config" / "connections.json", keys)
            draft = Profile("", "Acme", service.base_url, models=("scripted-1",))
            if kept_in == "environment":
                draft = dataclasses.replace(draft, keyring_entry="env:MY_ACME_CREDENTIAL")
                profile, _ = await connections.add(draft)
            else:
                profile, place = await connections.add(draft, MARKED)
                look(place)
            look(await connections.check(profile))
            look(await connections.check(profile, SECOND))
            keys.remember(f"{profile.keyring_entry}-x", SECOND)
            if kept_in == "keyring":  # the engine's process cannot see this test's keyring
                keys.remember(profile.keyring_entry, MARKED)
            engine = EngineProcess(keys=keys, connections=connections, data_dir=str(tmp_path))
            engine.on_state(look)
            journal = Journal(tmp_path / "workbench.db")
            activity = Activity(TRAFFIC, journal, tmp_path / "config")
            engine.start()
            try:
                clients = Clients(engine, connections)
                model = ModelRef(profile.id, "scripted-1")
                comparison = Comparison(
                    [
                        ChatLane("left", model, clients=clients),
                        AssistantsLane("right", model, clients=clients),
                    ],
                    journal=journal,
                )

                def heard(turn: Turn, event: RunEvent) -> None:
                    look(event)
                    look(dataclasses.asdict(event))
                    seen.append(repr(pickle.dumps(dataclasses.asdict(event))))

                comparison.observe(heard)
                replies: list[Reply] = [
                    Text("Hello."),
                    echo,
                    Error(401, f"Incorrect API key provided: {MARKED}"),
                    Error(500, f"Bearer {MARKED}", headers={"x-request-id": "r"}),
                    Drop(),
                    Raw(f'data: {{"error": {{"message": "{MARKED}"}}}}\n\n'.encode(), "text/event-stream"),
                ]
                for reply in replies if kept_in == "keyring" else replies[:3]:
                    service.default = reply
                    turns = await comparison.send("Hi")
                    assert all(turn.finished is not None for turn in turns.values())
                    if isinstance(reply, Text):
                        assert [turn.text for turn in turns.values()] == ["Hello.", "Hello."]
                gateway = dataclasses.replace(profile, name="Gateway", headers={"X-Gateway-Token": THIRD})
                with pytest.raises(InvalidInput):
                    await connections.add(gateway)  # it would stand in the settings' file
                once = connections.add_temporary(gateway)
                service.key = None
                service.default = lambda request: Error(400, str(request.headers))
                comparison.put_lane(ChatLane("left", ModelRef(once.id, "scripted-1"), clients=clients))
                direct = await comparison.send("Hi", lanes=["left"])
                assert "•••" in str(direct["left"].finished)
                for process in (
                    psutil.Process(engine.pid),
                    *psutil.Process(engine.pid).children(recursive=True),
                ):
                    look(process.cmdline())
                    look(process.environ())
                requests = await activity.requests()
                assert {request.service for request in requests} == {"engine", profile.id, once.id}
                bodies = [part for request in requests for part in await activity.bodies(request.id)]
                assert any("•••" in body for body in bodies)
                write_csv(tmp_path / "activity.csv", requests)
                await write_report(tmp_path / "diagnostics.json", resolve(tmp_path), [], keys=keys)
                token = engine.token.reveal()
                assert token not in "".join(seen)
                assert token.encode() not in (tmp_path / "diagnostics.json").read_bytes()
            finally:
                activity.close()
                await engine.stop()
                await connections.close()
                journal.close()

    try:
        asyncio.run(main())
    except AppError:
        seen.append(traceback.format_exc())
        raise
    for secret in ALL:
        assert secret not in "\n".join(seen)
        assert secret not in caplog.text
        assert [p for p in tmp_path.rglob("*") if p.is_file() and secret.encode() in p.read_bytes()] == []


def test_an_unexpected_traceback_shows_no_key(tmp_path: Path) -> None:
    """Tracebacks of our own errors do not lead to the SDK's, whose requests carry the key."""

    async def main() -> None:
        with ScriptedUpstream(key="sk-right") as service:
            connections = Connections(tmp_path / "c.json", KeyStore(backend=MemoryKeyring()))
            profile, _ = await connections.add(Profile("", "Acme", service.base_url), MARKED)
            from app.connections.check import list_models

            await list_models(profile, await connections.key_of(profile))

    with pytest.raises(AppError) as failed:
        asyncio.run(main())
    shown = "".join(traceback.TracebackException.from_exception(failed.value, capture_locals=True).format())
    assert failed.value.__suppress_context__
    assert MARKED not in "".join(traceback.format_exception(failed.value))
    assert "Traceback" in shown

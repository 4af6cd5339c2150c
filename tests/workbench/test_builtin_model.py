"""The main job for real: one prompt, both APIs, the built-in model, our own engine."""

from __future__ import annotations

import asyncio
import json
import subprocess
from pathlib import Path

import psutil
import pytest

from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.entities import BUILT_IN_MODEL, ENGINE, ModelRef
from app.core.paths import own_command, own_environment
from app.core.run_events import Finished, Notice, StepStarted, TextDelta
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineProcess
from app.workbench.journal import Journal
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Comparison
from app.workbench.playground.lane import LaneSettings
from app.workbench.playground.model_choice import ModelChoices
from tests.connections.test_secrets import MemoryKeyring

pytestmark = [pytest.mark.builtin_model, pytest.mark.timeout(300)]
MODEL = ModelRef(ENGINE, BUILT_IN_MODEL)
SETTINGS = LaneSettings(temperature=0, max_tokens=256)


def test_one_prompt_is_answered_twice_token_by_token_and_two_windows_can_do_so_at_once(
    tmp_path: Path,
) -> None:
    async def window(number: int) -> None:
        keys = KeyStore(backend=MemoryKeyring())
        connections = Connections(tmp_path / "config" / "connections.json", keys)
        engine = EngineProcess(keys=keys, connections=connections, data_dir=str(tmp_path))
        journal = Journal(tmp_path / "workbench.db")
        engine.start()
        try:
            choices = ModelChoices(engine, connections)
            await choices.load()
            assert choices.default() == MODEL
            clients = Clients(engine, connections)
            comparison = Comparison(
                [
                    ChatLane("left", MODEL, clients=clients, settings=SETTINGS),
                    AssistantsLane("right", MODEL, clients=clients, settings=SETTINGS),
                ],
                journal=journal,
            )
            turns = await comparison.send("Say hello in one short sentence.")
            for turn in turns.values():
                assert turn.metrics.status == "completed", turn.finished
                pieces = [event for event in turn.events if isinstance(event, TextDelta)]
                assert len(pieces) > 1
                assert turn.text.strip()
                assert (turn.metrics.completion_tokens or 0) > 1
                assert (turn.metrics.prompt_tokens or 0) > 1
                assert turn.metrics.first_token is not None
                assert turn.metrics.tokens_per_second is not None
            assert any(isinstance(event, StepStarted) for event in turns["right"].events)
            assert any("loaded" in e.text for t in turns.values() for e in t.events if isinstance(e, Notice))
            more = await comparison.send("And goodbye?")
            assert more["left"].metrics.sent_messages == 3
            assert more["right"].metrics.sent_messages == 1
            assert more["right"].metrics.already_held == 2
            if number == 1:
                # Longer than the model can read: both lanes end in words, neither hangs nor breaks.
                long = await comparison.send("word " * 209_716)
                for turn in long.values():
                    assert turn.finished is not None
                    assert turn.finished.status == "failed"
                    assert turn.finished.error
                    assert "Traceback" not in turn.finished.error
            stored = await journal.load(comparison.id)
            assert stored is not None
            assert [turn.text for turn in stored.turns] == [turn.text for turn in comparison.turns]
            assert all(isinstance(turn.events[-1], Finished) for turn in stored.turns)
            children = psutil.Process(engine.pid).children(recursive=True)
            assert children
            await engine.stop()
            assert psutil.wait_procs(children, timeout=3)[1] == []
        finally:
            await engine.stop()
            await connections.close()
            journal.close()

    async def main() -> None:
        await asyncio.gather(window(1), window(2))

    asyncio.run(main())


def test_compare_does_the_same_in_a_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        own_command(
            "compare",
            "Say hello.",
            "--json",
            "--temperature",
            "0",
            "--max-tokens",
            "256",
            "--data-dir",
            str(tmp_path),
        ),
        env=own_environment() | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    document = json.loads(done.stdout)
    assert [lane["lane"] for lane in document["lanes"]] == [
        f"chat:{BUILT_IN_MODEL}",
        f"assistants:{BUILT_IN_MODEL}",
    ]
    for lane in document["lanes"]:
        assert lane["status"] == "completed"
        assert lane["text"].strip()
        assert lane["metrics"]["tokens_per_second"] > 0
    assert document["lanes"][1]["steps"][0]["status"] == "completed"

"""Programs as people wrote them for the hosted API: nothing is changed in them, only the environment names another base URL."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.paths import own_environment
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls

PROGRAMS = Path(__file__).parent / "old_code"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EngineProcess, ScriptedUpstream]]:
    models = ["gpt-4o", "gpt-4-turbo", "gpt-3.5-turbo"]
    with (
        ScriptedUpstream(models=models) as upstream,
        EngineProcess(tmp_path_factory.mktemp("old") / "data", upstream=upstream.base_url) as engine,
    ):
        yield engine, upstream


def run(engine: EngineProcess, name: str) -> list[str]:
    child = subprocess.run(
        [sys.executable, "-W", "ignore", str(PROGRAMS / name)],
        env={**own_environment(), "OPENAI_BASE_URL": engine.base_url, "OPENAI_API_KEY": engine.token},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return child.stdout.splitlines()


def test_function_tools_with_an_event_handler(hosted: Any) -> None:
    engine, upstream = hosted
    upstream.reply(
        ToolCalls(
            [
                ("get_current_temperature", '{"location":"San Francisco, CA","unit":"Fahrenheit"}'),
                ("get_rain_probability", '{"location":"San Francisco, CA"}'),
            ]
        ),
        Text("It is 57°F with a 6% chance of rain."),
    )
    assert run(engine, "function_tools.py") == [
        "assistant > function",
        "assistant > function",
        "It is 57°F with a 6% chance of rain.",
    ]
    outputs = [m["content"] for m in upstream.chats[-1].body["messages"] if m["role"] == "tool"]
    assert outputs == ["57", "0.06"]


def test_polling_loop(hosted: Any) -> None:
    engine, upstream = hosted
    upstream.reply(Text("x is 1."), Text("Subtract 11, divide by 3."))
    assert run(engine, "polling_loop.py") == [
        "completed",
        "user: I need to solve the equation `3x + 11 = 14`. Can you help me?",
        "assistant: x is 1.",
        "assistant: Subtract 11, divide by 3.",
        "message_creation completed",
    ]


def test_create_and_run_streaming(hosted: Any) -> None:
    engine, upstream = hosted
    upstream.reply(Text("Like a very big puzzle.", prompt_tokens=20, completion_tokens=5))
    assert run(engine, "create_and_run.py") == ["Like a very big puzzle.", "25 tokens", "assistant", "user"]

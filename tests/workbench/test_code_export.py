"""Exported code makes the same call: the Python one is run and what it sends is compared, byte for byte."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.workbench.portability.code_export import Call, to_curl, to_javascript, to_python
from tests.support.scripted_upstream import ScriptedUpstream

ODD = 'It\'s "quoted" \\ ${HOME} `id`\nline two 日本語 \u2028 {{x}}'
CHAT: dict[str, Any] = {
    "model": "scripted-1",
    "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": ODD}],
    "temperature": 0.5,
    "tools": [
        {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
    ],
    "stream": True,
    "stream_options": {"include_usage": True},
}
RESPONSES: dict[str, Any] = {"model": "scripted-1", "input": ODD, "store": False, "stream": True}


@pytest.mark.parametrize(
    ("endpoint", "body"),
    [
        ("POST /v1/chat/completions", CHAT),
        ("POST /v1/chat/completions", {**CHAT, "stream": False, "stream_options": None}),
        ("POST /v1/responses", RESPONSES),
    ],
)
def test_the_python_program_sends_the_same_request(
    tmp_path: Path, upstream: ScriptedUpstream, endpoint: str, body: dict[str, Any]
) -> None:
    body = {key: value for key, value in body.items() if value is not None}
    program = tmp_path / "call.py"
    program.write_text(to_python(Call(endpoint, body, upstream.base_url)), encoding="utf-8")
    done = _run([sys.executable, str(program)])
    assert "Hello from the scripted model." in done.stdout
    assert upstream.requests[-1].body == body
    assert upstream.requests[-1].headers["authorization"].endswith("sk-test")


def test_the_python_program_sends_the_same_requests_to_threads(
    tmp_path: Path, engine: Any, client: Any, assistant: Any, upstream: ScriptedUpstream
) -> None:
    thread = client.beta.threads.create()
    message = {"role": "user", "content": ODD}
    run = {"assistant_id": assistant.id, "stream": True, "temperature": 0.25}
    for endpoint, body in (
        (f"POST /v1/threads/{thread.id}/messages", message),
        (f"POST /v1/threads/{thread.id}/runs", run),
    ):
        program = tmp_path / "call.py"
        program.write_text(to_python(Call(endpoint, body, engine.base_url)), encoding="utf-8")
        done = _run([sys.executable, "-W", "ignore", str(program)], key=engine.token)
    assert "Hello from the scripted model." in done.stdout
    kept = client.beta.threads.messages.list(thread.id, order="asc").data
    assert kept[0].content[0].text.value == ODD
    assert client.beta.threads.runs.list(thread.id).data[0].temperature == 0.25


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_command_sends_the_same_request(upstream: ScriptedUpstream) -> None:
    command = to_curl(Call("POST /v1/chat/completions", CHAT, upstream.base_url))
    done = _run(["sh", "-c", command])
    assert "scripted" in done.stdout
    assert upstream.requests[-1].body == CHAT


@pytest.mark.parametrize(
    ("endpoint", "written"),
    [
        ("POST /v1/chat/completions", "client.chat.completions.create({"),
        ("POST /v1/threads/thread_1/messages", 'client.beta.threads.messages.create("thread_1", {'),
        (
            "POST /v1/threads/thread_1/runs/run_1/submit_tool_outputs",
            'submitToolOutputs("run_1", { thread_id: "thread_1", ...{',
        ),
        ("POST /v1/other", 'client.post("/other"'),
    ],
)
def test_javascript_carries_the_body_as_json_and_no_key(endpoint: str, written: str) -> None:
    code = to_javascript(Call(endpoint, CHAT))
    assert written in code
    assert json.dumps(CHAT, ensure_ascii=False, indent=2) in code
    assert "process.env.OPENAI_API_KEY" in code


def _run(command: list[str], key: str = "sk-test") -> subprocess.CompletedProcess[str]:
    import os

    environment = {**os.environ, "OPENAI_API_KEY": key, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=60, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done

"""Models without tool calling of their own run code, too: what to do in a first step, the program in a second."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.engine.interpreter.support import TOOL, ask, calls_of, interpreter_assistant, logs_of, newest
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import Error, Recorded, ScriptedUpstream, Text

pytestmark = pytest.mark.timeout(120)

NO_TOOLS = Error(400, "scripted-1 does not support tools", code="unsupported_parameter")


def test_a_model_that_has_no_tools_writes_a_program(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine, engine.client() as client:
        made = client.files.create(file=("sales.csv", b"region,amount\nN,2\nS,40\n"), purpose="assistants")
        assistant = interpreter_assistant(client, instructions="Be brief.")
        thread_id = client.beta.threads.create().id
        upstream.reply(
            NO_TOOLS,
            Text(
                json.dumps({"tool": "code_interpreter", "arguments": {"task": "sum of amount in sales.csv"}})
            ),
            Text(
                "Here is the program:\n```python\nimport pandas as pd\n"
                'd = pd.read_csv("/mnt/data/sales.csv")\nprint(d["amount"].sum())\n```\nIt prints the sum.'
            ),
            Text(json.dumps({"tool": "none", "reply": "The sum is 42."})),
        )
        run = ask(
            client,
            assistant,
            thread_id,
            "What is the sum of amount?",
            attachments=[{"file_id": made.id, "tools": [TOOL]}],
        )
        assert (run.status, run.last_error) == ("completed", None)
        [call] = calls_of(client, run)
        assert call.input.strip().endswith('print(d["amount"].sum())')
        assert "```" not in call.input
        assert logs_of(call) == "42\n"
        assert newest(client, thread_id).content[0].text.value == "The sum is 42."
        _refused, choose, write, answer = (request.body for request in upstream.chats)
        assert "tools" not in choose
        assert "code_interpreter: runs a short Python program" in choose["messages"][0]["content"]
        wanted = write["messages"][-1]["content"]
        assert wanted.startswith(
            "Write a short Python program that answers this and prints the result: sum of amount"
        )
        assert "/mnt/data/sales.csv (begins with: region,amount)" in wanted
        assert "Result of code_interpreter:\n42" in answer["messages"][-1]["content"]


def test_its_program_fails_and_it_tries_again(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    step = Text(json.dumps({"tool": "code_interpreter", "arguments": {"task": "add"}}))
    read: list[str] = []

    def answer(request: Recorded) -> Any:
        if "tools" in request.body:
            return NO_TOOLS
        read.append(request.body["messages"][-1]["content"])
        if read[-1].startswith("Write a short Python program") and len(read) < 3:
            return Text("print(a + 1)")
        if read[-1].startswith(("Write a short Python program", "The program failed")):
            return Text("```\na = 1\nprint(a + 1)\n```")
        if read[-1].startswith("Result of code_interpreter:\n2"):
            return Text(json.dumps({"tool": "none", "reply": "It is 2."}))
        return step

    upstream.default = answer
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine, engine.client() as client:
        run = ask(client, interpreter_assistant(client), client.beta.threads.create().id)
        assert (run.status, run.last_error) == ("completed", None)
        first, second = calls_of(client, run)
        assert "NameError" in logs_of(first)
        assert logs_of(second) == "2\n"
        assert newest(client, run.thread_id).content[0].text.value == "It is 2."
        assert "NameError: name 'a' is not defined" in read[2]

"""More programs written for the hosted Assistants API: only their address and model's name are other ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls


def run_script(name: str, engine: Any) -> str:
    environment = {
        **os.environ,
        "OPENAI_BASE_URL": engine.base_url,
        "OPENAI_API_KEY": engine.token,
        "MODEL": "scripted-1",
        "PYTHONWARNINGS": "ignore",
        "NO_PROXY": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(name))],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_math_tutor_that_polls(engine: Any, upstream: ScriptedUpstream) -> None:
    def answer(request: Any) -> Any:
        question = [m for m in request.body["messages"] if m["role"] == "user"][-1]["content"]
        if request.body["messages"][-1]["role"] == "tool":
            return Text("Well done.")
        if "quiz" in question:
            return ToolCalls(
                [
                    (
                        "display_quiz",
                        '{"title": "Sums", "questions": [{"question_text": "1+1?"}, {"question_text": "2+2?"}]}',
                    )
                ]
            )
        return Text(f"About: {question[:20]}", delay=0.01)

    upstream.default = answer
    said = run_script("math_tutor.py", engine)
    assert "assistant: About: I need to solve the" in said
    assert "Quiz: Sums" in said
    assert "assistant: Well done." in said
    assert said.count("user: ") == 4
    assert '"message_creation"' in said
    assert any(m.get("content") == '["1+1?", "2+2?"]' for m in upstream.chats[-1].body["messages"])


def test_an_asynchronous_helpdesk(engine: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("Is it plugged in?", delay=0.01), Text("Try again."), Text("Glad to hear."))
    said = run_script("helpdesk_async.py", engine)
    assert said.splitlines() == [
        "tokens: True",
        "bot: Is it plugged in?",
        "bot: Try again.",
        "bot: Glad to hear.",
        "messages: 6 ['user', 'assistant', 'user', 'assistant', 'user', 'assistant']",
        "user: 42",
    ]
    assert (
        upstream.chats[1].body["messages"][0]["content"] == "You answer for the helpdesk.\n\nAnswer politely."
    )


def test_an_analyst_with_the_code_interpreter(engine: Any, upstream: ScriptedUpstream) -> None:
    program = (
        "import pandas as pd\nimport matplotlib.pyplot as plt\ndf = pd.read_csv('/mnt/data/revenue.csv')\n"
        "df.plot.bar(x='month', y='revenue')\nplt.show()\n"
        "df.describe().to_csv('/mnt/data/summary.csv')\nprint('total', df.revenue.sum())"
    )
    upstream.reply(
        ToolCalls([("code_interpreter", json.dumps({"code": program}))]),
        Text("Here is the chart, and [the summary](sandbox:/mnt/data/summary.csv)."),
    )
    said = run_script("data_analyst.py", engine).splitlines()
    assert said[:5] == [
        "status: completed",
        "code lines: 7",
        "output: image ",
        "output: logs total 42",
        "image: PNG",
    ]
    assert said[5] == "file: summary.csv assistants_output"
    assert said[6] == "content: ,revenue"
    assert said[-2:] == ["text: Here is the chart, and [the summary]([0]).", "left: []"]

"""``serve``: the engine alone. Its options, what it prints, what it logs, how it ends."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.core.errors import InvalidInput
from app.core.paths import own_environment
from app.engine import serve_options
from tests.support.scripted_upstream import ScriptedUpstream, Text

PROGRAM = "import sys; from app.engine import lifecycle, serve_options as o; sys.exit(lifecycle.serve(o.parse(sys.argv[1:])))"


class Served:
    """``serve`` in its own process, as someone starts it in a terminal."""

    def __init__(self, folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        self.log_path = folder / "serve.log"
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    PROGRAM,
                    "--port",
                    "0",
                    "--data-dir",
                    str(folder / "data"),
                    *arguments,
                ],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={
                    **own_environment(),
                    "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
                    **(environment or {}),
                },
            )
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline()
        self.base_url = self.said.split()[-1] if self.said else ""

    def token_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT if sys.platform != "win32" else signal.CTRL_C_EVENT)
        code = self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    @property
    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log_path.read_text().splitlines()]


@pytest.fixture(scope="module")
def scripted() -> Iterator[ScriptedUpstream]:
    with ScriptedUpstream(key="sk-upstream-secret") as upstream:
        yield upstream


def test_serves_an_upstream_with_a_key_from_the_environment(
    tmp_path: Path, scripted: ScriptedUpstream
) -> None:
    from openai import OpenAI

    scripted.reply(Text("From the service."))
    served = Served(
        tmp_path,
        *("--upstream", scripted.base_url, "--upstream-key-env", "MY_SERVICE", "--run-expiry", "30"),
        environment={"MY_SERVICE": "sk-upstream-secret"},
    )
    assert re.fullmatch(r"Engine listening on http://127\.0\.0\.1:\d+/v1\n", served.said)
    token = served.token_line().removeprefix("Token: ").strip()
    assert len(token) >= 24
    with OpenAI(base_url=served.base_url, api_key=token, _strict_response_validation=True) as client:
        assistant = client.beta.assistants.create(model="scripted-1", instructions="secret instructions")
        run = client.beta.threads.create_and_run_poll(
            assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "secret question"}]}
        )
        assert run.status == "completed", run.last_error
        begun = client.beta.threads.create_and_run(
            assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "x"}]}
        )
        assert begun.expires_at == begun.created_at + 30
        with pytest.raises(Exception, match="404"):
            client.beta.threads.retrieve("thread_none")
    assert served.end() == 0
    requests = [entry for entry in served.log if entry["logger"] == "app.engine.access"]
    assert {"POST", "GET"} <= {entry["method"] for entry in requests}
    for entry in requests:
        assert entry["request_id"].startswith("req_")
        assert entry["path"].startswith("/v1/")
        assert entry["milliseconds"] >= 0
    assert 404 in {entry["status"] for entry in requests}
    whole = served.log_path.read_text()
    for secret in (
        "sk-upstream-secret",
        token,
        "secret instructions",
        "secret question",
        "From the service.",
    ):
        assert secret not in whole


def test_a_given_token_is_not_printed_and_other_hosts_may_ask_when_allowed(tmp_path: Path) -> None:
    token = "a-token-of-my-own-1234"
    served = Served(
        tmp_path,
        *("--host", "0.0.0.0", "--allow-remote", "--log-level", "warning"),
        environment={serve_options.TOKEN_VARIABLE: token},
    )
    port = served.base_url.rsplit(":", 1)[1].removesuffix("/v1")
    headers = {"authorization": f"Bearer {token}", "host": "engine.example:80"}
    answer = httpx2.get(f"http://127.0.0.1:{port}/v1/assistants", headers=headers)
    assert answer.status_code == 200
    assert httpx2.get(f"http://127.0.0.1:{port}/v1/assistants").status_code == 401
    if sys.platform != "win32":
        os.kill(served.process.pid, signal.SIGTERM)
        assert served.process.wait(10) == 0
    assert served.process.stdout is not None
    assert served.process.stdout.read() == ""
    served.process.stdout.close()
    assert token not in served.log_path.read_text()


def test_ends_at_once_in_the_middle_of_a_stream(tmp_path: Path, scripted: ScriptedUpstream) -> None:
    from openai import OpenAI

    scripted.reply(Text("word " * 200, delay=0.1))
    token = "another-token-1234567"
    served = Served(
        tmp_path,
        *("--upstream", scripted.base_url, "--upstream-key-env", "KEY", "--token", token),
        environment={"KEY": "sk-upstream-secret"},
    )
    with OpenAI(base_url=served.base_url, api_key=token) as client:
        assistant = client.beta.assistants.create(model="scripted-1")
        stream = client.beta.threads.create_and_run(
            assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "x"}]}, stream=True
        )
        for event in stream:
            if event.event == "thread.message.delta":
                break
        begun = time.monotonic()
        assert served.end() == 0
        assert time.monotonic() - begun < 3
        stream.close()


def test_a_taken_port_is_told_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        child = subprocess.run(
            [sys.executable, "-c", PROGRAM, "--port", str(port), "--data-dir", str(tmp_path)],
            capture_output=True,
            text=True,
            env=own_environment(),
            timeout=60,
            check=False,
        )
    assert child.returncode == 1
    assert f"cannot listen on 127.0.0.1 port {port}" in child.stderr
    assert "Traceback" not in child.stderr


LONG = "a-token-that-is-long-enough"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], "--allow-remote"),
        (["--host", "192.168.1.5", "--token", LONG], "--allow-remote"),
        (["--host", "::"], "--allow-remote"),
        (["--host", "0.0.0.0", "--allow-remote"], "token of your own"),
        (["--allow-remote"], "token of your own"),
        (["--host", "0.0.0.0", "--allow-remote", "--token", "short"], "too short"),
        (["--token", "with space"], "printable ASCII"),
        (["--token", "schlüssel"], "printable ASCII"),
        (["--port", "70000"], "no port 70000"),
        (["--port", "-1"], "no port -1"),
        (["--run-expiry", "0"], "at least one second"),
        (["--upstream", "service.example/v1"], "no base URL"),
        (["--upstream-key-env", "KEY"], "needs --upstream"),
        (["--upstream", "https://x/v1", "--upstream-key-env", "NOT_SET"], "NOT_SET is not set"),
    ],
)
def test_options_that_cannot_be(arguments: list[str], words: str) -> None:
    options = dataclasses.replace(serve_options.parse(arguments), environment={})
    with pytest.raises(InvalidInput) as caught:
        options.check()
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--host", "localhost"],
        ["--host", "::1"],
        ["--host", "0.0.0.0", "--allow-remote", "--token", LONG],
        ["--token", "short"],
        ["--upstream", "http://localhost:11434/v1"],
        ["--upstream", "https://x/v1", "--upstream-key-env", "KEY"],
    ],
)
def test_options_that_can_be(arguments: list[str]) -> None:
    options = dataclasses.replace(serve_options.parse(arguments), environment={"KEY": "sk-1"})
    options.check()
    assert options.upstream_key() == ("sk-1" if "KEY" in arguments else None)
    assert LONG not in repr(options)
    assert "sk-1" not in repr(options)


def test_help_names_everything(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        serve_options.parse(["--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    for option in (
        "--host", "--port", "--data-dir", "--token", "--upstream", "--upstream-key-env", "--run-expiry",
        "--model-file", "--allow-remote", "--log-level",
    ):  # fmt: skip
        assert option in shown
    assert "base_url" in shown


def test_options_are_light() -> None:
    program = "import sys, app.engine.serve_options; print([m for m in ('fastapi', 'openai', 'sqlalchemy') if m in sys.modules])"
    child = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=own_environment(), check=True
    )
    assert child.stdout.strip() == "[]"

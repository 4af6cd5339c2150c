"""``compare`` as a program of its own, over a scripted service: output, figures, JSON, failures, exit codes."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.cli import main
from app.core.paths import own_command, own_environment
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import Error, Hang, ScriptedUpstream, Text

KEY = "sk-marked-c0ffee123456"


@pytest.fixture
def service() -> Iterator[ScriptedUpstream]:
    with ScriptedUpstream(models=("scripted-1", "scripted-2"), key=KEY) as service:
        service.default = Text("The sky is blue.", prompt_tokens=20)
        yield service


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **own_environment(),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "ASSISTANT_WORKBENCH_DATA_DIR": str(tmp_path / "data"),
        "ACME_KEY": KEY,
        "NO_COLOR": "1",
    }


@dataclass
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str

    def __post_init__(self) -> None:
        assert KEY not in self.stdout + self.stderr
        assert "Traceback" not in self.stderr


Compare = Callable[..., Done]


@pytest.fixture
def compare(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Compare:
    """The command in this process (its engine is a process of its own all the same)."""
    import keyring

    for name in ("PYTHON_KEYRING_BACKEND", "ASSISTANT_WORKBENCH_DATA_DIR", "ACME_KEY", "NO_COLOR"):
        monkeypatch.setenv(name, environment[name])
    keyring.core.init_backend()

    def compare(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["compare", *arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return compare


def program(environment: Mapping[str, str], *arguments: str, timeout: float = 60) -> Done:
    """A command as a program of its own."""
    done = subprocess.run(
        own_command(*arguments), env=dict(environment), capture_output=True, timeout=timeout, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def lanes(service: ScriptedUpstream, *wishes: str) -> list[str]:
    options = ["--base-url", service.base_url, "--key-env", "ACME_KEY"]
    for wish in wishes:
        options += ["--lane", wish]
    return options


def test_both_apis_answer_over_a_service_and_the_figures_follow(
    service: ScriptedUpstream, environment: dict[str, str]
) -> None:
    done = program(
        environment, "compare", "Why?", *lanes(service, "chat:scripted-1", "assistants:scripted-2")
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "── Chat Completions · scripted-1 ──"
    assert lines[1] == "The sky is blue."
    assert "── Assistants · scripted-2 ──" in lines
    assert lines.count("The sky is blue.") == 2
    figures = {line.split("  ")[0]: line.split()[-2:] for line in lines[lines.index("") :] if "  " in line}
    assert figures["Status"] == ["completed", "completed"]
    assert figures["Tokens in"] == ["20", "20"]
    assert figures["Tokens out"] == ["4", "4"]
    assert {chat.body["model"] for chat in service.chats} == {"scripted-1", "scripted-2"}
    assert {chat.headers["authorization"] for chat in service.chats} == {f"Bearer {KEY}"}


def test_the_responses_api_answers_too(service: ScriptedUpstream, environment: dict[str, str]) -> None:
    wanted = lanes(service, "chat:scripted-1", "responses:scripted-2")
    done = program(environment, "compare", "Why?", *wanted)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("The sky is blue.") == 2
    assert "── Responses · scripted-2 ──" in done.stdout.splitlines()
    models = {request.body["model"] for request in service.requests if request.method == "POST"}
    assert models == {"scripted-1", "scripted-2"}


def test_json_has_everything_and_without_lanes_the_first_model_answers_in_both(
    service: ScriptedUpstream, compare: Compare, tmp_path: Path
) -> None:
    parameters = ["--system", "Be brief.", "--temperature", "0.5"]
    done = compare("-", *lanes(service), "--json", "--events", *parameters, stdin="Grüße 👋\n".encode())
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    document = json.loads(done.stdout)
    assert document["ok"] is True
    assert document["prompt"] == "Grüße 👋\n"
    chat, assistants = document["lanes"]
    for lane in (chat, assistants):
        assert lane["text"] == "The sky is blue."
        assert lane["status"] == "completed"
        assert lane["error"] is None
        assert lane["model"] == "scripted-1"
        assert lane["metrics"]["completion_tokens"] == 4
        assert lane["metrics"]["first_token"] > 0
        assert lane["events"][-1]["event"] == "Finished"
    assert (chat["api"], assistants["api"]) == ("chat", "assistants")
    assert chat["lane"] == "chat:scripted-1"
    assert assistants["steps"][0]["type"] == "message_creation"
    assert assistants["thread_id"].startswith("thread_")
    assert assistants["run_id"].startswith("run_")
    for request in service.chats:
        assert request.body["temperature"] == 0.5
        assert request.body["messages"][0]["content"] == "Be brief."
    leaks = [p for p in tmp_path.rglob("*") if p.is_file() and KEY.encode() in p.read_bytes()]
    assert leaks == []


def test_a_stored_assistant_answers_over_the_service(
    service: ScriptedUpstream, compare: Compare, tmp_path: Path
) -> None:
    with EngineProcess(tmp_path / "data", upstream=service.base_url) as engine:
        poet = engine.client().beta.assistants.create(model="scripted-2", name="Poet", instructions="Rhyme.")
    done = compare("Hi", *lanes(service, f"assistants:{poet.id}"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "── Assistants · Poet ──"
    assert service.chats[0].body["model"] == "scripted-2"
    assert service.chats[0].body["messages"][0]["content"].startswith("Rhyme.")
    gone = compare("Hi", *lanes(service, "assistants:asst_unknown"))
    assert gone.returncode == 1
    assert "asst_unknown" in gone.stderr


def test_one_lane_fails_the_other_answers_and_the_exit_code_tells(
    service: ScriptedUpstream, compare: Compare
) -> None:
    done = compare("Hi", *lanes(service, "chat:no-such", "chat:scripted-1"))
    assert done.returncode == 1
    assert "The sky is blue." in done.stdout
    assert done.stderr.strip() == (
        "chat:no-such: The service has no model “no-such”. "
        "Choose another model, or test the connection again to refresh its list."
    )


def test_a_rate_limit_is_shown_and_waited_for(service: ScriptedUpstream, compare: Compare) -> None:
    service.reply(Error(429, "Slow", headers={"retry-after": "1"}))
    done = compare("Hi", *lanes(service, "chat:scripted-1"))
    assert done.returncode == 0
    assert "trying again in 1 second" in done.stderr
    assert "Waited for limits" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([""], 2, "nothing to send"),
        (["   "], 2, "nothing to send"),
        ([], 2, "PROMPT"),
        (["Hi", "--lane", "telepathy:x"], 2, "no lane"),
        (["Hi", "--timeout", "0"], 2, "--timeout"),
        (["Hi", "--nonsense"], 2, "--nonsense"),
        (["Hi", "--base-url", "ftp://x"], 1, "http://"),
        (["Hi", "--base-url", "http://127.0.0.1:9/v1"], 1, "refused"),
        (["Hi", "--base-url", "http://127.0.0.1:9/v1", "--lane", "chat:x"], 1, "refused"),
        (
            ["Hi", "--base-url", "http://127.0.0.1:9/v1", "--key-env", "NOT_SET_HERE"],
            1,
            "NOT_SET_HERE is not set",
        ),
    ],
)
def test_what_cannot_work_is_one_clear_sentence(
    compare: Compare, arguments: list[str], code: int, words: str
) -> None:
    done = compare(*arguments)
    assert done.returncode == code
    assert words in done.stderr
    if code == 1:
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_key_and_a_missing_v1(
    service: ScriptedUpstream, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_KEY", "sk-wrong")
    wrong = compare("Hi", *lanes(service, "chat:scripted-1"))
    assert wrong.returncode == 1
    assert "refuses the key" in wrong.stderr
    assert "sk-wrong" not in wrong.stderr
    root = service.base_url.removesuffix("/v1")
    service.key = None
    lost = compare("Hi", "--base-url", root, "--lane", "chat:scripted-1")
    assert lost.returncode == 1
    assert service.base_url in lost.stderr


def test_json_of_a_failure_before_anything_was_sent(compare: Compare) -> None:
    done = compare("Hi", "--base-url", "http://127.0.0.1:9/v1", "--json")
    assert done.returncode == 1
    document = json.loads(done.stdout)
    assert document["ok"] is False
    assert "refused" in document["error"]["message"]


def test_a_server_that_hangs_is_given_up_after_the_time_limit(
    service: ScriptedUpstream, compare: Compare
) -> None:
    service.reply(Hang())
    begun = time.monotonic()
    done = compare("Hi", *lanes(service, "chat:scripted-1"), "--timeout", "1")
    assert done.returncode == 1
    assert "not finished after 1 seconds" in done.stderr
    assert time.monotonic() - begun < 30


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is another thing there")
def test_ctrl_c_shows_what_came_and_leaves_no_process_behind(
    service: ScriptedUpstream, environment: dict[str, str]
) -> None:
    service.default = Text("one two three " * 500, delay=0.02)
    program = subprocess.Popen(
        own_command("compare", "Count", *lanes(service, "chat:scripted-1", "assistants:scripted-1")),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    read: list[bytes] = []
    reader = threading.Thread(
        target=lambda: read.extend(iter(lambda: os.read(program.stdout.fileno(), 4096), b""))
    )  # type: ignore[union-attr]
    reader.start()
    while b"three" not in b"".join(read):
        assert program.poll() is None, program.stderr.read()
        time.sleep(0.02)
    children = psutil.Process(program.pid).children(recursive=True)
    assert children
    os.killpg(program.pid, signal.SIGINT)
    begun = time.monotonic()
    assert program.wait(10) == 130
    assert time.monotonic() - begun < 5
    reader.join(5)
    text = b"".join(read).decode()
    assert "one two three" in text
    assert "cancelled" in text
    _gone, alive = psutil.wait_procs(children, timeout=3)
    assert alive == []
    err = program.stderr.read().decode()
    assert "Traceback" not in err
    assert "stopped." in err
    program.stdout.close()
    program.stderr.close()


def test_a_reader_that_leaves_early_is_no_traceback(
    service: ScriptedUpstream, environment: dict[str, str]
) -> None:
    service.default = Text("word " * 20_000, pieces=["word " * 2000] * 10, delay=0.05)
    command = own_command("compare", "Hi", *lanes(service, "chat:scripted-1"))
    program = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.read(10)
    program.stdout.close()
    err = program.stderr.read().decode()
    program.stderr.close()
    program.wait(30)
    assert "Traceback" not in err
    assert "BrokenPipe" not in err


def test_version_and_help() -> None:
    for arguments, words in (
        (["--version"], "assistant-workbench "),
        (["--help"], "compare"),
        (["compare", "--help"], "--lane"),
        (["serve", "--help"], "--upstream"),
        (["doctor", "--help"], "--json"),
    ):
        done = subprocess.run(
            own_command(*arguments),
            env=own_environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0
        assert words in done.stdout
    wrong = subprocess.run(
        own_command("nonsense"),
        env=own_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert wrong.returncode == 2
    assert "nonsense" in wrong.stderr


def test_doctor_tells_what_is_there(environment: dict[str, str], tmp_path: Path) -> None:
    done = program(environment, "doctor", "--json", "--data-dir", str(tmp_path / "data"))
    document: Any = json.loads(done.stdout)
    found = {finding["name"]: finding for finding in document["findings"]}
    assert found["Python"]["verdict"] == "ok"
    assert found["Data folder"]["verdict"] == "ok"
    assert found["Engine"]["verdict"] == "ok"
    assert found["Keys"]["verdict"] == "warning"
    assert "this session only" in found["Keys"]["message"]
    assert done.returncode == 0
    (tmp_path / "file").write_text("x")
    broken = program(environment, "doctor", "--data-dir", str(tmp_path / "file"))
    assert broken.returncode == 1
    assert "✗ Data folder" in broken.stdout
    assert "--data-dir" in broken.stdout

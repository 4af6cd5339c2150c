"""The model server as a process: its protocol, its key, and that it never outlives its parent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.core.paths import own_command, own_environment
from app.inference import llama_server
from app.inference.local_models import builtin_file

pytestmark = pytest.mark.builtin_model
KEY = "a-key-of-this-test"


def config(**changes: Any) -> dict[str, Any]:
    file = builtin_file(Path("nowhere"))
    return {"model_file": str(file), "key": KEY, "threads": 1, "context": 2048, "parallel": 2, **changes}


def start(given: dict[str, Any]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        own_command("model-server"),
        env=own_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(given).encode() + b"\n")
    process.stdin.flush()
    return process


def event(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert process.stdout is not None
    found = json.loads(process.stdout.readline())
    assert isinstance(found, dict)
    return found


def close(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        assert pipe is not None
        pipe.close()


@pytest.fixture
def server() -> Iterator[subprocess.Popen[bytes]]:
    process = start(config())
    yield process
    close(process)


def ask(port: int, path: str, body: dict[str, Any] | None = None, key: str | None = KEY) -> Any:
    headers = {"Content-Type": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    data = json.dumps(body).encode() if body is not None else None
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return opener.open(urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, headers), timeout=30)


LONG = {"messages": [{"role": "user", "content": "Count."}], "max_tokens": 2000, "stream": True}


def test_it_loads_answers_and_ends_with_its_input(server: subprocess.Popen[bytes]) -> None:
    assert event(server) == {"event": "loading"}
    ready = event(server)
    assert ready["event"] == "ready"
    assert ready["props"]["n_ctx"] == 2048
    assert ready["props"]["total_slots"] == 2
    assert ready["props"]["chat_template_caps"]["supports_tools"] is False
    port = ready["port"]
    for path in ("/v1/models", "/props", "/slots"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            ask(port, path, key=None)
        assert refused.value.code == 401
        refused.value.close()
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(port, "/v1/chat/completions", LONG, key="wrong")
    assert refused.value.code == 401
    assert refused.value.headers.get("access-control-allow-origin") in (None, "")
    refused.value.close()
    with ask(port, "/v1/models") as answer:
        assert json.load(answer)["data"][0]["id"] == "SmolLM2-135M-Instruct.Q4_1"

    with ask(port, "/v1/chat/completions", LONG) as stream:  # in the middle of an answer
        assert stream.readline().startswith(b"data: ")
        before = time.monotonic()
        assert server.stdin is not None
        server.stdin.close()
        assert server.wait(5) == 0
        assert time.monotonic() - before < 1.5
    assert server.stdout is not None
    assert server.stdout.read() == b"", "something beside events stood on stdout"
    assert server.stderr is not None
    assert KEY.encode() not in server.stderr.read()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can end a process while it loads")
def test_it_ends_while_it_loads_on_linux(server: subprocess.Popen[bytes]) -> None:
    assert event(server) == {"event": "loading"}
    time.sleep(0.1)
    assert server.stdin is not None
    server.stdin.close()
    before = time.monotonic()
    server.wait(10)
    assert time.monotonic() - before < 0.5


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_it_ends_when_its_parent_is_killed_by_a_posix_signal() -> None:
    parent_code = (
        "import json, subprocess, sys, time\n"
        "given, command = json.loads(sys.argv[1]), json.loads(sys.argv[2])\n"
        "child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "child.stdin.write(json.dumps(given).encode() + b'\\n'); child.stdin.flush()\n"
        "child.stdout.readline(); child.stdout.readline()\n"
        "print(child.pid, flush=True); time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", parent_code, json.dumps(config()), json.dumps(own_command("model-server"))],
        env=own_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = psutil.Process(int(parent.stdout.readline()))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    try:
        child.wait(3)
    except psutil.NoSuchProcess:
        pass
    finally:
        if child.is_running():
            child.kill()
            pytest.fail("the model server outlived its parent")


@pytest.mark.parametrize(
    "content", [None, b"not a model", b"GGUF\x03\0\0\0" + b"\xff" * 64], ids=["missing", "text", "damaged"]
)
def test_a_bad_file_is_a_failure_with_details(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "böse datei.gguf"
    if content is not None:
        file.write_bytes(content)
    process = start(config(model_file=str(file)))
    try:
        assert event(process) == {"event": "loading"}
        assert event(process)["event"] == "failed"
        assert process.wait(10) == 1
        assert process.stderr is not None
        assert b"failed to load model" in process.stderr.read()
    finally:
        close(process)


def test_one_core_is_left_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("psutil.cpu_count", lambda logical: 8)
    monkeypatch.setattr(os, "cpu_count", lambda: 16)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(16)), raising=False)
    assert llama_server.default_threads() == 7
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert llama_server.default_threads() == 1

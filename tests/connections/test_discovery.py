"""Finding model servers on this computer: real llama.cpp servers, and servers that answer as others are documented to."""

from __future__ import annotations

import asyncio
import contextlib
import http.server
import json
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from app.connections import discovery
from app.connections.discovery import FoundServer, discover
from app.core.errors import InvalidInput
from app.core.paths import own_environment
from app.inference.local_models import builtin_file

LIST = {"object": "list", "data": [{"id": "m-1", "object": "model", "owned_by": "x"}]}
_SERVE = """
import sys, xllamacpp
p = xllamacpp.CommonParams()
p.model.path, p.hostnames, p.port = sys.argv[1], ["127.0.0.1"], int(sys.argv[2])
p.model_alias = {"tiny"}
p.n_ctx, p.cpuparams.n_threads = 512, 1
if len(sys.argv) > 3: p.api_keys = [sys.argv[3]]
server = xllamacpp.Server(p)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@contextlib.contextmanager
def serving(answers: Mapping[str, tuple[int, Any]], *, delay: float = 0.0) -> Iterator[int]:
    """A server with these answers (path → status, JSON or text); 404 for the rest. Gives its port."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("content-length", 0))
            body = json.loads(self.rfile.read(length)) if length else {}
            asked.append(self.path)
            assert "authorization" not in self.headers
            time.sleep(delay)
            status, value = answers.get(f"{self.path} {body.get('model', '')}".strip(), (404, "not found"))
            data = value.encode() if isinstance(value, str) else json.dumps(value).encode()
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "http://192.0.2.1/")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            with contextlib.suppress(OSError):  # whoever asked did not wait
                self.wfile.write(data)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def found_at(port: int, kind: str) -> FoundServer | None:
    found = asyncio.run(discover({port: kind}, seconds=3.0))  # a busy computer is no reason to fail
    return found[0] if found else None


@contextlib.contextmanager
def llamacpp(port: int, *key: str) -> Iterator[int]:
    """A real llama.cpp server with the starter model at ``port`` (0: any)."""
    from pathlib import Path

    model = builtin_file(Path("none"))
    assert model is not None
    command = [sys.executable, "-c", _SERVE, str(model), str(port), *key]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=own_environment(),
        text=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline().strip().rsplit(":", 1)[1])
        finally:
            process.kill()


def is_free(port: int) -> bool:
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def test_a_real_llamacpp_server_is_found_with_its_abilities_at_its_usual_port_if_free() -> None:
    wanted = 8080 if is_free(8080) else 0
    with llamacpp(wanted) as port:
        ports = discovery.PORTS if wanted else {**discovery.PORTS, port: "llamacpp"}
        asyncio.run(discover(ports))  # loads the HTTP library
        best = 9.0
        for _ in range(5):
            started = time.monotonic()
            found = asyncio.run(discover(ports))
            best = min(best, time.monotonic() - started)
        server = next(one for one in found if one.base_url == f"http://127.0.0.1:{port}/v1")
    assert (server.kind, server.name, server.models) == ("llamacpp", "llama.cpp", ("tiny",))
    assert not server.needs_key
    assert server.facts["tiny"]["tools"] == "prompted"
    assert server.facts["tiny"]["context"] == 512
    assert best < 0.5


def test_a_real_llamacpp_server_that_wants_a_key_says_so() -> None:
    with llamacpp(0, "secret-1") as port:
        server = found_at(port, "llamacpp")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health") as health:
            assert health.status == 200
    assert server is not None
    assert server.needs_key or server.models == ("tiny",)  # it lists its models to everybody


@pytest.mark.parametrize(
    ("answers", "expected", "kind", "models", "facts"),
    [
        (
            {
                "/api/version": (200, {"version": "0.12.3"}),
                "/v1/models": (200, {"object": "list", "data": [{"id": "qwen3:8b"}, {"id": "nomic"}]}),
                "/api/show qwen3:8b": (
                    200,
                    {
                        "capabilities": ["completion", "tools", "thinking"],
                        "model_info": {"qwen3.context_length": 40960},
                    },
                ),
            },
            "ollama",
            "ollama",
            ("qwen3:8b", "nomic"),
            {"qwen3:8b": {"tools": "native", "reasoning": True, "context": 40960}},
        ),
        (
            {
                "/v1/models": (200, LIST),
                "/api/v0/models": (
                    200,
                    {
                        "data": [
                            {"id": "vis", "type": "vlm", "state": "loaded", "max_context_length": 8192},
                            {"id": "emb", "type": "embeddings", "state": "not-loaded"},
                            {"id": "llm", "type": "llm", "state": "not-loaded", "capabilities": ["tool_use"]},
                        ]
                    },
                ),
            },
            "lmstudio",
            "lmstudio",
            ("vis", "llm"),
            {
                "vis": {"vision": True, "loaded": True, "context": 8192},
                "llm": {"tools": "native", "loaded": False},
            },
        ),
        (
            {
                "/v1/models": (200, {"data": [{"id": "big", "owned_by": "vllm", "max_model_len": 131072}]}),
                "/version": (200, {"version": "0.11"}),
            },
            "vllm",
            "vllm",
            ("big",),
            {"big": {"context": 131072}},
        ),
        ({"/v1/models": (200, LIST), "/readyz": (200, "OK")}, "llamacpp", "localai", ("m-1",), {}),
        ({"/v1/models": (200, LIST)}, "jan", "jan", ("m-1",), {}),
        ({"/v1/models": (200, LIST)}, "vllm", "compatible", ("m-1",), {}),
    ],
)
def test_who_it_is_follows_from_the_answers(
    answers: Any, expected: str, kind: str, models: tuple[str, ...], facts: Any
) -> None:
    with serving(answers) as port:
        server = found_at(port, expected)
    assert server is not None
    assert (server.kind, server.models, server.needs_key) == (kind, models, False)
    assert server.name == discovery.NAMES[kind]
    assert server.facts == facts


def test_a_server_that_asks_for_a_key_is_offered_as_such() -> None:
    with serving({"/v1/models": (401, {"error": "no key"})}) as port:
        jan, other = found_at(port, "jan"), found_at(port, "vllm")
    assert jan is not None
    assert other is not None
    assert (jan.kind, jan.needs_key, jan.models) == ("jan", True, ())
    assert (other.kind, other.needs_key) == ("compatible", True)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"/v1/models": (200, "<html>a printer</html>")},
        {"/v1/models": (200, {"data": "no"})},
        {"/v1/models": (200, {"data": [{"name": "x"}]})},
        {"/v1/models": (500, "oops")},
        {"/v1/models": (302, "")},
        {"/readyz": (200, "OK")},
    ],
)
def test_other_programs_at_these_ports_are_left_alone(answers: Any) -> None:
    with serving(answers) as port:
        assert found_at(port, "llamacpp") is None


def test_silence_costs_no_more_than_half_a_second() -> None:
    asyncio.run(discover({1: "ollama"}))
    with contextlib.ExitStack() as stack:
        ports = {stack.enter_context(serving({"/v1/models": (200, LIST)}, delay=5)): "vllm"}
        mute = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        ports[mute.getsockname()[1]] = "jan"
        started = time.monotonic()
        assert asyncio.run(discover(ports)) == ()
        assert time.monotonic() - started < 0.9  # 0.45 s, and room for a busy computer


def test_other_computers_are_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for host in ("192.168.1.20", "example.com", "0.0.0.0"):
        with pytest.raises(InvalidInput, match="this computer alone"):
            asyncio.run(discover(host=host))
    # A proxy of the environment gets nothing to see either.
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serving({"/v1/models": (200, LIST)}) as port:
        assert found_at(port, "jan") is not None

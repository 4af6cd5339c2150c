"""Handlers that answer function calls: HTTP requests, snippets, canned answers, tool servers; secrets stay secret."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from app.connections.secrets import KeyStore
from app.core.entities import ENGINE
from app.core.run_events import FunctionCall
from app.workbench.journal import Journal
from app.workbench.tools.answering import Answered, FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.handlers.mcp import Wish
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.tools.placeholders import fill_json, fill_url, secret_entry, url_problem
from app.workbench.tools.specs import LANES, HandlerSpec, ToolServer
from tests.workbench.lanes import FixedClients

SECRET = "s3cr3t-value-0815"


class Service(ThreadingHTTPServer):
    """A service that tells what it was asked, redirects, is slow, and says too much."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []
        super().__init__(("127.0.0.1", 0), Answers)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Service

    def log_message(self, *_args: object) -> None:
        pass

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
        asked = {"method": self.command, "path": self.path, "headers": dict(self.headers), "body": body}
        self.server.seen.append(asked)
        path = self.path.partition("?")[0]
        status, text = 200, json.dumps(asked)
        if path == "/slow":
            threading.Event().wait(2)
        elif path == "/long":
            text = "x" * 500_000
        elif path == "/broken":
            status, text = 503, "out of order"
        elif path in {"/away", "/near"}:
            host = "localhost" if path == "/away" else "127.0.0.1"
            self.send_response(302)
            self.send_header("Location", f"http://{host}:{self.server.server_port}/there")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            return

    do_GET = do_POST = do_PUT = _any  # noqa: N815


@pytest.fixture
def service() -> Iterator[Service]:
    server = Service()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def answer(
    spec: HandlerSpec, arguments: Any, *, engine: Any = None, approve: Any = None, server: Any = None
) -> Answered:
    """What a call is answered with."""

    async def work(handlers: FunctionHandlers) -> Answered:
        if server is not None:
            await handlers.store.put_server(server)
        handlers.approve = approve
        text = arguments if isinstance(arguments, str) else json.dumps(arguments)
        found = await handlers.run(spec, FunctionCall(call_id="c1", name="f", arguments=text))
        assert found is not None
        return found

    return using(work, engine=engine)


def using(
    work: Callable[[FunctionHandlers], Awaitable[Answered]], *, engine: Any = None, journal: Any = None
) -> Answered:
    async def run() -> Answered:
        keys = KeyStore(session={secret_entry("token"): SECRET})
        clients = FixedClients({ENGINE: (engine.base_url, engine.token)} if engine else {})
        servers = McpServers(keys)
        try:
            return await work(FunctionHandlers(HandlerStore(journal), clients, keys, servers))
        finally:
            await servers.close()
            await clients.close()

    return asyncio.run(run())


# -- templates -------------------------------------------------------------------------------------------------------


def test_arguments_cannot_leave_their_place() -> None:
    assert fill_url("http://x/{{a}}?q={{b}}", {"a": "../../etc?z=1#", "b": "1&admin=true"}) == (
        "http://x/..%2F..%2Fetc%3Fz%3D1%23?q=1%26admin%3Dtrue"
    )
    body = fill_json(
        '{"name": "{{a}}", "n": {{n}}, "all": {{arguments}}}', {"a": 'x", "admin": "1', "n": [1]}
    )
    assert json.loads(body) == {
        "name": 'x", "admin": "1',
        "n": [1],
        "all": {"a": 'x", "admin": "1', "n": [1]},
    }


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://x/",
        "http://",
        "http://{{host}}/",
        "http://a:b@x/",
        "http://x/?k={{secret:token}}",
        "http://[x",
    ],
)
def test_addresses_that_are_not_used(address: str) -> None:
    assert url_problem(address)


def test_canned_answers_hold_arguments() -> None:
    found = answer(HandlerSpec("canned", text="18 °C in {{city}} {{missing}}"), {"city": "Köln"})
    assert found == Answered("18 °C in Köln ")


def test_arguments_that_are_no_json_are_told() -> None:
    found = answer(HandlerSpec("canned", text="x"), "{not json")
    assert "no valid JSON" in found.output
    assert found.trouble.startswith("The function “f” failed")


# -- HTTP ------------------------------------------------------------------------------------------------------------


def test_a_request_carries_arguments_and_secrets_and_gives_no_secret_back(service: Service) -> None:
    spec = HandlerSpec(
        "http",
        method="POST",
        url=f"{service.url}/weather/{{{{city}}}}",
        headers=(("Authorization", "Bearer {{secret:token}}"), ("X-City", "{{city}}")),
        body='{"where": {{city}}}',
    )
    found = answer(spec, {"city": "Bad Aibling"})
    asked = service.seen[0]
    assert asked["path"] == "/weather/Bad%20Aibling"
    assert asked["headers"]["Authorization"] == f"Bearer {SECRET}"
    assert json.loads(asked["body"]) == {"where": "Bad Aibling"}
    assert SECRET not in found.output
    assert "Bearer •••" in found.output


def test_without_a_body_template_the_arguments_are_sent(service: Service) -> None:
    answer(HandlerSpec("http", method="PUT", url=f"{service.url}/x"), {"a": 1})
    assert json.loads(service.seen[0]["body"]) == {"a": 1}
    answer(HandlerSpec("http", method="GET", url=f"{service.url}/x"), {"a": 1})
    assert service.seen[1]["body"] == ""


def test_failures_of_a_service_are_words(service: Service) -> None:
    broken = answer(HandlerSpec("http", url=f"{service.url}/broken"), {})
    assert "503" in broken.output
    assert "out of order" in broken.output
    slow = answer(HandlerSpec("http", url=f"{service.url}/slow", timeout=0.3), {})
    assert "did not answer within 0.3 seconds" in slow.trouble
    nobody = answer(HandlerSpec("http", url="http://127.0.0.1:1/"), {})
    assert "cannot be reached" in nobody.output
    unknown = answer(HandlerSpec("http", url=service.url, headers=(("A", "{{secret:none}}"),)), {})
    assert "The secret “none” is not known" in unknown.trouble
    injected = answer(HandlerSpec("http", url=service.url, headers=(("A", "{{a}}"),)), {"a": "1\r\nB: 2"})
    assert "line break" in injected.trouble


def test_long_results_are_cut_and_that_is_said(service: Service) -> None:
    found = answer(HandlerSpec("http", url=f"{service.url}/long", most_characters=1000), {})
    assert len(found.output) < 1100
    assert "Cut after 1,000 characters" in found.output
    assert "was cut" in found.trouble


def test_redirects_follow_the_policy_and_secrets_stay_with_their_host(service: Service) -> None:
    headers = (("X-Token", "{{secret:token}}"), ("X-Plain", "1"))
    near = HandlerSpec("http", url=f"{service.url}/near", headers=headers)
    assert '"/there"' in answer(near, {}).output
    away = HandlerSpec("http", url=f"{service.url}/away", headers=headers)
    assert "not followed" in answer(away, {}).output
    none = HandlerSpec("http", url=f"{service.url}/near", redirects="none")
    assert "not followed" in answer(none, {}).output
    service.seen.clear()
    every = HandlerSpec("http", url=f"{service.url}/away", headers=headers, redirects="all")
    answer(every, {})
    assert "X-Token" in service.seen[0]["headers"]
    assert "X-Token" not in service.seen[1]["headers"]
    assert service.seen[1]["headers"]["X-Plain"] == "1"


# -- snippets --------------------------------------------------------------------------------------------------------


def test_a_snippet_gets_the_arguments_and_gives_json(engine: Any) -> None:
    spec = HandlerSpec("python", code="print('noise')\nresult = {'sum': arguments['a'] + arguments['b']}")
    assert json.loads(answer(spec, {"a": 2, "b": 40}, engine=engine).output) == {"sum": 42}
    spec = HandlerSpec("python", code="def run(arguments):\n    return sorted(arguments['x'])")
    assert json.loads(answer(spec, {"x": [3, 1, 2]}, engine=engine).output) == [1, 2, 3]


def test_a_snippet_that_fails_or_never_ends_is_words(engine: Any) -> None:
    failed = answer(HandlerSpec("python", code="result = 1 / 0"), {}, engine=engine)
    assert "ZeroDivisionError" in failed.output
    assert "snippet failed" in failed.trouble
    endless = answer(HandlerSpec("python", code="while True: pass", timeout=2.0), {}, engine=engine)
    assert "did not end within 2 seconds" in endless.trouble


# -- what is kept ----------------------------------------------------------------------------------------------------


def test_handlers_and_servers_are_kept_without_secrets(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    spec = HandlerSpec("http", url="http://x/", headers=(("A", "Bearer {{secret:token}}"),), timeout=7.5)

    async def keep(handlers: FunctionHandlers) -> Answered:
        await handlers.store.put(LANES, "f", spec)
        await handlers.store.put("asst_1", "f", HandlerSpec("canned", text="1"))
        await handlers.store.copy("asst_1", "asst_2")
        server = await handlers.store.put_server(ToolServer("", "Files", command="x", arguments=("a",)))
        await handlers.store.set_approval(server.id, "read", "always")
        return Answered("")

    async def read(handlers: FunctionHandlers) -> Answered:
        assert await handlers.store.find(LANES, "f") == spec
        assert await handlers.store.find("asst_2", "f") == HandlerSpec("canned", text="1")
        assert await handlers.store.find("asst_2", "g") is None
        (server,) = await handlers.store.servers()
        assert server.approvals == {"read": "always"}
        assert server.arguments == ("a",)
        return Answered("")

    for work in (keep, read):
        journal = Journal(path)
        using(work, journal=journal)
        journal.close()
    assert all(SECRET.encode() not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


# -- tool servers ----------------------------------------------------------------------------------------------------

SERVER = '''
import os, sys, time
from mcp.server.fastmcp import FastMCP

server = FastMCP("test", host="127.0.0.1", port=int(sys.argv[2]) if len(sys.argv) > 2 else 8000)

@server.tool()
def add(a: int, b: int) -> str:
    """Adds."""
    return f"sum {a + b} {os.environ.get('TOKEN_SEEN', '')[:6]}"

@server.tool()
def fail() -> str:
    """Fails."""
    raise ValueError("the disk is full")

@server.tool()
def slow() -> str:
    """Is slow."""
    time.sleep(3)
    return "late"

@server.tool()
def die() -> str:
    """Ends the server."""
    os._exit(3)

@server.tool()
def pid() -> str:
    """Who it is."""
    return str(os.getpid())

server.run("streamable-http" if sys.argv[1] == "http" else "stdio")
'''


@pytest.fixture
def stdio_server(tmp_path: Path) -> ToolServer:
    script = tmp_path / "server.py"
    script.write_text(SERVER)
    return ToolServer(
        "s1",
        "Calculator",
        command=sys.executable,
        arguments=("-W", "ignore", str(script), "stdio"),
        environment=(("TOKEN_SEEN", "{{secret:token}}"),),
    )


async def yes(_wish: Wish) -> str:
    return "once"


def test_a_stdio_server_answers_fails_dies_and_comes_back(stdio_server: ToolServer) -> None:
    import psutil

    async def work(handlers: FunctionHandlers) -> Answered:
        await handlers.store.put_server(stdio_server)
        handlers.approve = yes  # type: ignore[assignment]
        tools = await handlers.servers.tools(stdio_server)
        assert {tool.name for tool in tools} == {"add", "fail", "slow", "die", "pid"}
        assert next(t for t in tools if t.name == "add").parameters["required"] == ["a", "b"]

        async def call(name: str, arguments: str = "{}", seconds: float = 10.0) -> Answered:
            spec = HandlerSpec("mcp", server="s1", tool=name, timeout=seconds)
            found = await handlers.run(spec, FunctionCall(call_id="c", name="f", arguments=arguments))
            assert found is not None
            return found

        assert (await call("add", '{"a": 40, "b": 2}')).output == f"sum 42 {SECRET[:6]}"
        assert "the disk is full" in (await call("fail")).output
        assert "did not answer within 0.4 seconds" in (await call("slow", seconds=0.4)).trouble
        assert "ended while “die” ran" in (await call("die")).trouble
        return await call("pid")

    found = using(work)
    process = int(found.output)
    assert not psutil.pid_exists(process)  # it was ended with the program


def test_a_tool_is_called_only_when_allowed(stdio_server: ToolServer) -> None:
    asked: list[Wish] = []

    async def work(handlers: FunctionHandlers) -> Answered:
        await handlers.store.put_server(stdio_server)
        spec = HandlerSpec("mcp", server="s1", tool="add")
        call = FunctionCall(call_id="c", name="f", arguments='{"a": 1, "b": 1}')
        decisions = iter(["no", "once", "always"])

        async def decide(wish: Wish) -> Any:
            asked.append(wish)
            return next(decisions)

        refused = await handlers.run(spec, call)
        assert refused is not None
        assert "does not allow" in refused.output  # nobody is there to ask
        handlers.approve = decide
        outputs = []
        for _ in range(4):
            found = await handlers.run(spec, call)
            assert found is not None
            outputs.append(found.output[:5])
        assert outputs == ["Error", "sum 2", "sum 2", "sum 2"]
        await handlers.store.set_approval("s1", "add", "never")
        never = await handlers.run(spec, call)
        assert never is not None
        return never

    assert "does not allow" in using(work).output
    assert len(asked) == 3
    assert asked[0] == Wish("Calculator", "add", '{"a": 1, "b": 1}')


def test_an_http_server_answers(tmp_path: Path) -> None:
    import socket
    import subprocess
    import time

    script = tmp_path / "server.py"
    script.write_text(SERVER)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(script), "http", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        server = ToolServer("h", "Web", "http", url=f"http://127.0.0.1:{port}/mcp")
        spec = HandlerSpec("mcp", server="h", tool="add")
        assert answer(spec, {"a": 1, "b": 2}, approve=yes, server=server).output == "sum 3 "
    finally:
        process.kill()
        process.wait()


def test_servers_that_cannot_be_used_are_words() -> None:
    gone = ToolServer("g", "Gone", command="/nonexistent/server")
    spec = HandlerSpec("mcp", server="g", tool="x")
    found = answer(spec, {}, approve=yes, server=gone)
    assert "The tool server “Gone” cannot be used." in found.trouble
    away = ToolServer("g", "Away", "http", url="http://127.0.0.1:1/mcp")
    assert "“Away” cannot be used" in answer(spec, {}, approve=yes, server=away).trouble
    empty = ToolServer("g", "Empty", "http")
    assert "has no address" in answer(spec, {}, approve=yes, server=empty).trouble
    assert "was removed" in answer(spec, {}, approve=yes).trouble

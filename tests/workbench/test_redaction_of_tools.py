"""Marked keys go into every field of functions, tool servers and connections that can take one; files hold none of them."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.connections.traffic import TRAFFIC
from app.core.entities import ENGINE
from app.core.errors import InvalidInput
from app.core.log import LogFiles
from app.core.paths import resolve
from app.core.run_events import FunctionCall
from app.terminal.doctor_report import write as write_report
from app.workbench.activity import Activity
from app.workbench.code_place import CodePlaces
from app.workbench.journal import Journal
from app.workbench.portability import bundle
from app.workbench.portability.handlers import PortableHandlers
from app.workbench.portability.package import Package
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.tools.specs import HandlerSpec, ToolServer
from tests.connections.test_secrets import MemoryKeyring
from tests.support.qt_loop import EngineClients
from tests.workbench.lanes import FixedClients
from tests.workbench.test_function_handlers import Service

HEADER, COOKIE, PLAIN, ENVIRONMENT, REMOTE, JUPYTER, PROXY, GATEWAY = ALL = (
    "marked-authorization-1a2b",
    "marked-cookie-3c4d",
    "sk-marked5e6f7a8b9c0d1e2f",
    "marked-environment-7g8h",
    "marked-remote-header-9i0j",
    "marked-jupyter-1k2l",
    "marked-proxy-3m4n",
    "marked-gateway-5o6p",
)


@pytest.fixture
def service() -> Iterator[Service]:
    server = Service()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


class Reached(EngineClients):
    """The tests' engine, which is told of session-only keys by its supervisor over a pipe."""

    def secret(self, entry: str, value: object) -> None:
        """Nothing of it is looked for in what the engine writes until the keyring is not durable."""
        assert value is None, entry


def test_keys_typed_into_any_field_are_found_in_no_file(
    engine: object, service: Service, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Headers of functions, environment and headers of tool servers, the remote interpreter's token, proxies, gateways."""
    caplog.set_level(logging.DEBUG)
    seen: list[str] = []

    async def work() -> None:
        paths = resolve(tmp_path / "data").create()
        files = LogFiles(paths.logs)
        keys = KeyStore(backend=MemoryKeyring())
        journal = Journal(paths.journal_database)
        activity = Activity(TRAFFIC, journal, paths.config)
        clients = FixedClients({ENGINE: ("http://127.0.0.1:9", "none")})
        servers = McpServers(keys)
        handlers = FunctionHandlers(HandlerStore(journal, keys), clients, keys, servers)
        connections = Connections(paths.profiles, keys)
        spec = HandlerSpec(
            "http",
            url=f"{service.url}/echo",
            headers=(
                ("Authorization", f"Bearer {HEADER}"),
                ("Cookie", f"session={COOKIE}"),
                ("X-Client", PLAIN),
                ("Accept", "application/json"),
            ),
        )
        try:
            await handlers.store.put("asst_1", "f", spec)
            kept = await handlers.store.find("asst_1", "f")
            assert kept is not None
            assert kept.headers[3] == ("Accept", "application/json")
            seen.append(repr(kept))
            answered = await handlers.answer("asst_1", FunctionCall(call_id="c", name="f", arguments="{}"))
            assert answered is not None
            seen.append(repr(answered))
            sent = service.seen[-1]["headers"]  # and still it is what the service gets
            assert sent["Authorization"] == f"Bearer {HEADER}"
            assert sent["Cookie"] == f"session={COOKIE}"
            assert sent["X-Client"] == PLAIN
            await handlers.store.put("asst_1", "f", spec)  # typed on: one entry a field, not one a letter
            assert await handlers.store.find("asst_1", "f") == kept
            local = await handlers.store.put_server(
                ToolServer("", "Local", command="none", environment=(("API_KEY", ENVIRONMENT), ("LANG", "C")))
            )
            remote = await handlers.store.put_server(
                ToolServer("", "Remote", "http", url=f"{service.url}/mcp", headers=(("X-Api-Key", REMOTE),))
            )
            assert local.environment[1] == ("LANG", "C")
            seen.append(repr([local, remote, *await handlers.store.servers()]))
            with pytest.raises(Exception) as failed:  # noqa: PT011 - nothing answers there as a tool server
                await servers.tools(remote)
            seen.append(f"{failed.value!r} {failed.value} {getattr(failed.value, 'details', '')}")
            assert any(asked["headers"].get("X-Api-Key") == REMOTE for asked in service.seen)
            exported = await PortableHandlers(handlers.store).export("asst_1")
            seen.append(json.dumps(exported))
            package = Package(
                assistant={"name": "A", "model": "m"}, stores=(), code_files=(), extras={}, handlers=exported
            )
            bundle.write(package, tmp_path / "data" / "A.assistant")
            for wrong in (
                Profile(
                    "", "P", "https://api.example.org/v1", proxy=f"http://me:{PROXY}@proxy.example.org:1"
                ),
                Profile("", "G", "https://api.example.org/v1", headers={"X-Gateway-Token": GATEWAY}),
            ):
                with pytest.raises(InvalidInput) as refused:
                    await connections.add(wrong)
                seen.append(f"{refused.value!r} {refused.value.details}")
            reached = Reached(engine)
            places = CodePlaces(reached, keys)
            await places.choose((await places.read()).backend, token=JUPYTER)
            await reached.close()
            await write_report(tmp_path / "data" / "diagnostics.json", paths, [], keys=keys)
        finally:
            activity.close()
            await servers.close()
            await connections.close()
            await asyncio.to_thread(journal.close)
            files.close()

    asyncio.run(work())
    assert (tmp_path / "data" / "diagnostics.json").stat().st_size > 100
    folders = [tmp_path, Path(getattr(engine, "data_dir"))]  # noqa: B009 - the fixture's type is not known
    for secret in ALL:
        assert secret not in "\n".join(seen)
        assert secret not in caplog.text
        found = [
            file
            for folder in folders
            for file in folder.rglob("*")
            if file.is_file() and secret.encode() in file.read_bytes()
        ]
        assert found == [], secret


@pytest.mark.parametrize(
    ("field", "value", "typed"),
    [
        ("Authorization", "Bearer abc", True),
        ("Authorization", "Bearer {{secret:mine}}", False),
        ("Authorization", "  ", False),
        ("x-api-key", "abc", True),
        ("GITHUB_TOKEN", "abc", True),
        ("DB_PASSWORD", "abc", True),
        ("AWS_SECRET_ACCESS_KEY", "abc", True),
        ("Accept", "application/json", False),
        ("LANG", "C.UTF-8", False),
        ("X-Keyboard", "qwerty", False),
        ("X-Other", "ghp_0123456789abcdefghij", True),
    ],
)
def test_what_counts_as_a_typed_key(field: str, value: str, typed: bool) -> None:
    from app.workbench.tools.typed_secrets import is_private

    assert is_private(field, value) is typed

"""When the engine itself is at fault: an answer in the API's shape, nothing of the inside, everything in the log."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.core import paths
from app.engine.running import Engine
from app.engine.server import create_app
from app.engine.services import EngineOptions, Services

Scenario = Callable[[httpx2.AsyncClient, Services], Awaitable[None]]


def run(folder: Path, scenario: Scenario) -> None:
    """Play ``scenario`` with a real engine on a real database, in this process so that it can be harmed."""

    async def main() -> None:
        engine = await Engine.open(paths.resolve(folder), EngineOptions(), token="t")
        transport = httpx2.ASGITransport(create_app(engine.services), raise_app_exceptions=False)
        try:
            async with httpx2.AsyncClient(
                transport=transport, base_url="http://127.0.0.1", headers={"authorization": "Bearer t"}
            ) as http:
                await scenario(http, engine.services)
        finally:
            await engine.services.runs.close()
            await engine.services.models.close()
            await engine.services.store.close()

    asyncio.run(main())


def harm(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(statement)
    connection.close()


def error_of(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["x-request-id"].startswith("req_")
    error = answer.json()["error"]
    assert error.keys() == {"message", "type", "param", "code"}
    for word in ("Traceback", "sqlite", "SELECT", "JSONDecode", ".py", "secret"):
        assert word not in answer.text
    return error


def test_a_row_that_cannot_be_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(http: httpx2.AsyncClient, services: Services) -> None:
        made = (await http.post("/v1/assistants", json={"model": "m", "name": "secret name"})).json()
        harm(services.store.database, "UPDATE assistants SET tools = 'secret nonsense'")
        answer = await http.get(f"/v1/assistants/{made['id']}")
        error = error_of(answer, 500)
        assert error["type"] == "server_error"
        failed = [record for record in caplog.records if record.levelno == logging.ERROR]
        assert len(failed) == 1
        assert answer.headers["x-request-id"] in failed[0].getMessage()
        assert failed[0].exc_info
        # The rest goes on.
        assert (await http.get("/health")).status_code == 200
        assert (await http.get("/v1/threads")).status_code == 200
        caplog.clear()

    run(tmp_path / "data", scenario)


def test_a_database_that_cannot_be_used(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(http: httpx2.AsyncClient, services: Services) -> None:
        harm(services.store.database, "ALTER TABLE assistants RENAME TO gone")
        answer = await http.get("/v1/assistants")
        assert error_of(answer, 503)["code"] == "storage_failed"
        assert answer.headers["retry-after"] == "1"
        answer = await http.post("/v1/assistants", json={"model": "secret model"})
        error_of(answer, 503)
        assert "secret model" not in caplog.text
        harm(services.store.database, "ALTER TABLE gone RENAME TO assistants")
        assert (await http.post("/v1/assistants", json={"model": "m"})).status_code == 200
        caplog.clear()

    run(tmp_path / "data", scenario)


def test_a_content_that_is_gone(tmp_path: Path) -> None:
    async def scenario(http: httpx2.AsyncClient, services: Services) -> None:
        made = (
            await http.post("/v1/files", files={"file": ("a.txt", b"x")}, data={"purpose": "assistants"})
        ).json()
        services.files.path(made["id"]).unlink()
        assert error_of(await http.get(f"/v1/files/{made['id']}/content"), 404)["param"] == "id"
        assert (await http.delete(f"/v1/files/{made['id']}")).json()["deleted"] is True

    run(tmp_path / "data", scenario)


def test_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The operating system's own answer for a full disk, from a device that is always full."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only Linux has a device that is always full")

    async def scenario(http: httpx2.AsyncClient, services: Services) -> None:
        receive = services.files.receive

        def receive_on_full_disk() -> Any:
            incoming = receive()
            incoming._file.close()
            incoming._file = full.open("wb", buffering=0)
            return incoming

        monkeypatch.setattr(services.files, "receive", receive_on_full_disk)
        answer = await http.post(
            "/v1/files", files={"file": ("a.txt", b"x" * 100_000)}, data={"purpose": "assistants"}
        )
        assert error_of(answer, 507)["code"] == "storage_failed"
        monkeypatch.undo()
        assert not list(services.files.incoming.iterdir())
        assert (await http.get("/v1/files")).json()["data"] == []
        caplog.clear()

    run(tmp_path / "data", scenario)

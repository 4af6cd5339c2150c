"""A store that has grown: every query goes by an index, pages cost the same wherever they lie, many ask at once."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import httpx2
import pytest
from sqlalchemy import event

from app.core import paths
from app.engine.running import Engine
from app.engine.services import EngineOptions
from app.engine.store.migrations import migrate
from tests.support.engine_process import EngineProcess

MESSAGES = 100_000
CONTENT = json.dumps([{"type": "text", "text": {"value": "a message of some words", "annotations": []}}])


def fill(database: Path, messages: int) -> None:
    """One thread with all the messages, a thousand threads, assistants and files beside it."""
    migrate(database, database.parent / "backups")
    connection = sqlite3.connect(database)
    with connection:
        connection.executemany(
            "INSERT INTO threads (id, created_at, updated_at, metadata) VALUES (?, ?, ?, '{}')",
            [(f"thread_{n}", n, n) for n in range(1000)],
        )
        connection.executemany(
            "INSERT INTO messages (id, created_at, thread_id, role, status, content, attachments, metadata, run_id)"
            " VALUES (?, ?, ?, 'user', 'completed', ?, '[]', '{}', ?)",
            (
                (f"msg_{n}", n, "thread_0" if n % 2 else f"thread_{n % 1000}", CONTENT, f"run_{n % 5000}")
                for n in range(messages)
            ),
        )
        connection.executemany(
            "INSERT INTO assistants (id, created_at, model, tools, metadata) VALUES (?, ?, 'm', '[]', '{}')",
            [(f"asst_{n}", n) for n in range(1000)],
        )
        connection.executemany(
            "INSERT INTO files (id, created_at, filename, bytes, purpose, status, sha256)"
            " VALUES (?, ?, 'f', 1, ?, 'processed', '')",
            [(f"file-{n}", n, "vision" if n % 10 else "assistants") for n in range(2000)],
        )
        for n in range(200):
            connection.execute(
                "INSERT INTO runs (id, created_at, thread_id, assistant_id, status, model, instructions, tools,"
                " tool_choice, parallel_tool_calls, response_format, truncation_strategy, metadata)"
                " VALUES (?, ?, 'thread_0', 'asst_0', 'completed', 'm', '', '[]', '\"auto\"', 1, '\"auto\"', '{}', '{}')",
                (f"run_{n}", n),
            )
            connection.execute(
                "INSERT INTO run_steps (id, created_at, run_id, thread_id, assistant_id, type, status, step_details,"
                " metadata) VALUES (?, ?, 'run_0', 'thread_0', 'asst_0', 'message_creation', 'completed',"
                ' \'{"type":"message_creation","message_creation":{"message_id":"msg_1"}}\', \'{}\')',
                (f"step_{n}", n),
            )
    connection.close()


REQUESTS = [
    "/v1/assistants",
    "/v1/assistants?after=asst_500&order=asc",
    "/v1/assistants/asst_7",
    "/v1/threads",
    "/v1/threads?after=thread_500",
    "/v1/threads?before=thread_500&order=asc",
    "/v1/threads/thread_0",
    "/v1/threads/thread_0/messages",
    "/v1/threads/thread_0/messages?order=asc&after=msg_1001",
    "/v1/threads/thread_0/messages?before=msg_1001&limit=100",
    "/v1/threads/thread_0/messages?run_id=run_1",
    "/v1/threads/thread_0/messages/msg_1",
    "/v1/threads/thread_0/runs",
    "/v1/threads/thread_0/runs?after=run_50",
    "/v1/threads/thread_0/runs/run_1",
    "/v1/threads/thread_0/runs/run_0/steps",
    "/v1/threads/thread_0/runs/run_0/steps?after=step_50",
    "/v1/threads/thread_0/runs/run_0/steps/step_1",
    "/v1/files?limit=20",
    "/v1/files?purpose=assistants&limit=20",
    "/v1/files/file-3",
]


def test_every_read_goes_by_an_index(tmp_path: Path) -> None:
    data = tmp_path / "data"
    fill(data / "engine.db", 2000)
    plans: dict[str, list[str]] = {}
    answers: dict[str, int] = {}

    async def scenario() -> None:
        engine = await Engine.open(paths.resolve(data), EngineOptions(), token="t")
        statements: list[tuple[str, Any]] = []

        @event.listens_for(engine.services.store._engine.sync_engine, "before_cursor_execute")
        def seen(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement.startswith("SELECT"):
                statements.append((statement, parameters))

        from app.engine.server import create_app

        transport = httpx2.ASGITransport(create_app(engine.services))
        async with httpx2.AsyncClient(
            transport=transport, base_url="http://127.0.0.1", headers={"authorization": "Bearer t"}
        ) as http:
            for path in REQUESTS:
                statements.clear()
                answer = await http.get(path)
                answers[path] = answer.status_code
                connection = sqlite3.connect(data / "engine.db")
                plans[path] = [
                    row[3]
                    for statement, parameters in statements
                    for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                ]
                connection.close()
        await engine.services.runs.close()
        await engine.services.models.close()
        await engine.services.store.close()

    asyncio.run(scenario())
    assert set(answers.values()) == {200}, answers
    for path, plan in plans.items():
        assert plan, path
        for line in plan:
            # A scan is one only along the primary key, in order, and ends with the page.
            assert "TEMP B-TREE" not in line, (path, plan)
            assert not line.startswith("SCAN") or line == "SCAN files", (path, plan)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    data = tmp_path_factory.mktemp("grown") / "data"
    fill(data / "engine.db", MESSAGES)
    with EngineProcess(data) as engine:
        yield engine


def seconds(http: Any, path: str, times: int = 15) -> float:
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        answer = http.get(path)
        taken.append(time.perf_counter() - begun)
        assert answer.status_code == 200, answer.text
    return median(taken)


def test_pages_cost_the_same_wherever_they_lie(grown: EngineProcess) -> None:
    with grown.http() as http:
        small = seconds(http, "/v1/threads/thread_2/messages?limit=20")
        for path in (
            "/v1/threads/thread_0/messages?limit=20",
            "/v1/threads/thread_0/messages?limit=20&order=asc&after=msg_50001",
            "/v1/threads/thread_0/messages?limit=20&before=msg_50001",
            "/v1/threads/thread_0/messages?limit=20&run_id=run_1",
            "/v1/threads/thread_0/messages?limit=20&run_id=run_none",
            "/v1/threads?limit=20&after=thread_3",
        ):
            assert seconds(http, path) < 5 * small + 0.02, path


def test_deep_paging_sees_every_message(grown: EngineProcess) -> None:
    with grown.http() as http:
        seen, after = 0, ""
        while True:
            body = http.get(f"/v1/threads/thread_0/messages?limit=100&order=asc&after={after}").json()
            seen += len(body["data"])
            after = body["last_id"]
            if not body["has_more"]:
                break
        assert seen == MESSAGES // 2 + MESSAGES // 1000


def test_two_hundred_requests_at_once(grown: EngineProcess) -> None:
    async def scenario() -> None:
        async with grown.async_client(timeout=60.0) as client:
            threads = await asyncio.gather(*(client.beta.threads.create() for _ in range(200)))
            assert len({thread.id for thread in threads}) == 200
            await asyncio.gather(
                *(
                    client.beta.threads.messages.create(thread.id, role="user", content=f"to {thread.id}")
                    for thread in threads
                )
            )
            pages = await asyncio.gather(*(client.beta.threads.messages.list(t.id) for t in threads))
            assert [page.data[0].content[0].text.value for page in pages] == [f"to {t.id}" for t in threads]
            # All at one thread: the order of the list is the order of the answers' places, nothing is lost.
            await asyncio.gather(
                *(
                    client.beta.threads.messages.create(threads[0].id, role="user", content=str(n))
                    for n in range(200)
                )
            )
            listed = [
                m.content[0].text.value
                async for m in client.beta.threads.messages.list(threads[0].id, limit=100)
            ]
            assert sorted(listed[:200], key=int) == [str(n) for n in range(200)]

    asyncio.run(scenario())

"""A run service inside the test's own process, over a real database and a real HTTP service: for what no route shows."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.core.ids import new_id
from app.core.paths import resolve
from app.engine.models.router import ModelRouter
from app.engine.runs.service import RunService
from app.engine.services import EngineOptions
from app.engine.store.files import FileContents
from app.engine.store.migrations import migrate
from app.engine.store.session import Store
from app.engine.store.tables import Assistant, Message, Run, RunStep, Thread
from app.engine.store.threads import insert_thread, now


class Bench:
    """Store, router and run service together."""

    def __init__(self, folder: Path, *, upstream: str | None = None, run_expiry: int = 60) -> None:
        self.paths = resolve(folder).create()
        migrate(self.paths.engine_database, self.paths.data / "backups")
        self.options = EngineOptions(run_expiry=run_expiry, upstream=upstream, upstream_key="sk-test")
        self.store = Store(self.paths.engine_database)
        self.files = FileContents(self.paths.engine_files)
        self.models = ModelRouter(paths=self.paths, options=self.options)
        self.runs = self.service()

    def service(self, instance: str | None = None) -> RunService:
        return RunService(
            store=self.store,
            models=self.models,
            files=self.files,
            paths=self.paths,
            options=self.options,
            instance=instance or new_id("engine"),
        )

    async def thread(self, *texts: str, roles: str = "user") -> str:
        """A thread with messages; ``roles`` "both" lets user and assistant take turns."""
        async with self.store.write() as session:
            row: Thread = await insert_thread(
                session,
                {
                    "messages": [
                        {"role": "assistant" if roles == "both" and index % 2 else "user", "content": text}
                        for index, text in enumerate(texts)
                    ]
                },
            )
        return row.id

    async def assistant(self, **values: Any) -> str:
        row = Assistant(
            id=new_id("asst"),
            created_at=now(),
            **{
                "name": None, "description": None, "model": "scripted-1", "instructions": None, "tools": [],
                "tool_resources": None, "metadata_": {}, "temperature": None, "top_p": None, "response_format": None,
                "reasoning_effort": None, "deleted_at": None, **values,
            },
        )  # fmt: skip
        async with self.store.write() as session:
            session.add(row)
        return row.id

    async def events(self, run: Run) -> list[Any]:
        return [event async for event in self.runs.events(run.id)]

    async def run(self, thread_id: str, assistant_id: str, **params: Mapping[str, Any] | Any) -> Run:
        """Run to the end (or to where it waits)."""
        run = await self.runs.create_run(thread_id, {"assistant_id": assistant_id, **params})
        await asyncio.wait_for(self.events(run), 30)
        return await self.row(run.id)

    async def row(self, run_id: str) -> Run:
        async with self.store.read() as session:
            found = await session.scalar(select(Run).where(Run.id == run_id))
        assert found is not None
        return found

    async def messages(self, thread_id: str) -> list[Message]:
        async with self.store.read() as session:
            return list(
                await session.scalars(
                    select(Message).where(Message.thread_id == thread_id).order_by(Message.seq)
                )
            )

    async def steps(self, run_id: str) -> list[RunStep]:
        async with self.store.read() as session:
            return list(
                await session.scalars(select(RunStep).where(RunStep.run_id == run_id).order_by(RunStep.seq))
            )

    async def close(self) -> None:
        await self.runs.close()
        await self.models.close()
        await self.store.close()


@contextlib.asynccontextmanager
async def bench(folder: Path, **options: Any) -> AsyncIterator[Bench]:
    made = Bench(folder, **options)
    try:
        yield made
    finally:
        await made.close()

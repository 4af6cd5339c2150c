"""The engine's code interpreter, as the window uses it: cells in sessions, their files, the self-test."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.core.entities import Json
from app.core.errors import ServiceUnavailable
from app.workbench.api import EngineAccess, get, in_words, post

if TYPE_CHECKING:
    from openai import AsyncOpenAI

CELL_SECONDS = 660.0
"""No cell runs as long; the engine ends it before."""


_MOST_TOLD = 64 * 1024
_LEAST_TOLD = 1500


@dataclass(frozen=True)
class MadeFile:
    """A file that code wrote, as a file of the API; or, without ``file_id``, as it lies in the session."""

    name: str
    path: str = ""
    bytes: int = 0
    file_id: str = ""

    @staticmethod
    def read(data: Json) -> MadeFile:
        """From the engine's answer."""
        return MadeFile(
            str(data.get("name") or ""),
            str(data.get("path") or ""),
            int(data.get("bytes") or 0),
            str(data.get("file_id") or ""),
        )


@dataclass(frozen=True)
class Cell:
    """What came of a cell; ``status`` is completed, failed, cancelled, timed_out or lost."""

    status: str = "lost"
    outputs: tuple[Json, ...] = ()
    files: tuple[MadeFile, ...] = ()
    result_text: str = ""
    duration: float = 0.0
    exit_reason: str = ""
    note: str = ""

    @staticmethod
    def read(data: Json) -> Cell:
        """From the engine's answer."""
        return Cell(
            str(data.get("status") or "lost"),
            tuple(one for one in data.get("outputs") or () if isinstance(one, dict)),
            tuple(MadeFile.read(one) for one in data.get("files") or () if isinstance(one, dict)),
            str(data.get("result_text") or ""),
            float(data.get("duration") or 0.0),
            str(data.get("exit_reason") or ""),
            str(data.get("note") or ""),
        )


@dataclass(frozen=True)
class Session:
    """A session as it stands."""

    key: str
    state: str = "none"
    backend: str = ""
    files: tuple[MadeFile, ...] = ()
    note: str = ""

    @staticmethod
    def read(data: Json) -> Session:
        """From the engine's answer."""
        return Session(
            str(data.get("key") or ""),
            str(data.get("state") or "none"),
            str(data.get("backend") or ""),
            tuple(MadeFile.read(one) for one in data.get("files") or () if isinstance(one, dict)),
            str(data.get("note") or ""),
        )


@dataclass(frozen=True)
class About:
    """Whether code can run and where."""

    state: str = "off"
    title: str = ""
    reason: str = ""
    advice: str = ""
    remarks: tuple[str, ...] = ()
    definition: Json = field(default_factory=dict)
    prompt: str = ""

    @staticmethod
    def read(data: Json) -> About:
        """From the engine's answer."""
        return About(
            str(data.get("state") or "off"),
            str(data.get("title") or data.get("backend") or ""),
            str(data.get("reason") or ""),
            str(data.get("advice") or ""),
            tuple(str(one) for one in data.get("remarks") or ()),
            dict(data.get("definition") or {}),
            str(data.get("prompt") or ""),
        )


@dataclass(frozen=True)
class TestLine:
    """One line of the self-test."""

    __test__ = False

    name: str
    ok: bool
    detail: str = ""
    advice: str = ""


Watch = Callable[[str, Json], None]
"""Told while a cell runs: ``logs``, ``image`` or ``file``, with the event's data."""


async def run_cell(
    client: AsyncOpenAI,
    key: str,
    code: str,
    *,
    file_ids: tuple[str, ...] = (),
    watch: Watch | None = None,
    seconds: float = CELL_SECONDS,
) -> Cell:
    """Run a cell, telling ``watch`` what it prints and makes. Going away (cancelling the task) ends the cell.

    Raises:
        Exception: whatever the SDK raises.
        ServiceUnavailable: the engine ended the stream without a result.
        TimeoutError: ``seconds`` are over; the cell was ended.
    """
    import asyncio

    body: Json = {"code": code, "stream": True, **({"file_ids": list(file_ids)} if file_ids else {})}
    try:
        async with (
            asyncio.timeout(seconds),
            _events(client, f"/interpreter/sessions/{key}/run", body) as events,
        ):
            async for event in events:
                kind = str(event.get("type") or "").removeprefix("interpreter.")
                if kind == "done":
                    return Cell.read(event)
                if watch is not None:
                    watch(kind, event)
    except TimeoutError:
        raise ServiceUnavailable(
            f"The code did not end within {seconds:g} seconds and was stopped."
        ) from None
    raise ServiceUnavailable("The interpreter was lost while the code ran.")


@contextlib.asynccontextmanager
async def _events(client: AsyncOpenAI, path: str, body: Json) -> AsyncIterator[AsyncIterator[Json]]:
    from openai import AsyncStream

    stream: Any = await client.post(
        path,
        cast_to=object,
        body=body,
        stream=True,
        stream_cls=AsyncStream[object],
        options={"timeout": CELL_SECONDS, "max_retries": 0},
    )

    async def plain() -> AsyncIterator[Json]:
        async for event in stream:
            if isinstance(event, dict):
                yield event

    try:
        yield plain()
    finally:
        await stream.close()


class Interpreter:
    """Sessions of the engine's interpreter. Every method raises only :class:`AppError`."""

    def __init__(self, engine: EngineAccess) -> None:
        self._engine = engine

    async def about(self) -> About:
        """Whether code can run and where."""
        async with in_words():
            return About.read(await get(await self._engine.ready_client(), "/interpreter"))

    async def session(self, key: str) -> Session:
        """A session and its files."""
        async with in_words():
            return Session.read(await get(await self._engine.ready_client(), f"/interpreter/sessions/{key}"))

    async def reset(self, key: str) -> Session:
        """Forget a session's variables; files stay."""
        return await self._act(key, "reset")

    async def stop(self, key: str) -> Session:
        """End a session with what runs in it; files stay."""
        return await self._act(key, "stop")

    async def _act(self, key: str, what: str) -> Session:
        async with in_words():
            client = await self._engine.ready_client()
            return Session.read(await post(client, f"/interpreter/sessions/{key}/{what}"))

    async def run(self, key: str, code: str, watch: Watch | None = None) -> Cell:
        """Run a cell by hand."""
        async with in_words(service="The interpreter"):
            return await run_cell(await self._engine.ready_client(), key, code, watch=watch)

    async def self_test(self, tell: Callable[[TestLine], None]) -> bool:
        """Try what code must not be able to do, line by line; whether all went well."""
        async with in_words(service="The interpreter"):
            client = await self._engine.ready_client()
            async with _events(client, "/interpreter/self_test", {"stream": True}) as events:
                async for event in events:
                    if event.get("type") == "interpreter.self_test.done":
                        return bool(event.get("ok"))
                    tell(
                        TestLine(
                            str(event.get("name") or ""),
                            bool(event.get("ok")),
                            str(event.get("detail") or ""),
                            str(event.get("advice") or ""),
                        )
                    )
        return False

    async def content(self, file_id: str) -> bytes:
        """A file of the API."""
        async with in_words():
            client = await self._engine.ready_client()
            return bytes((await client.files.content(file_id)).content)

    async def session_content(self, key: str, name: str) -> bytes:
        """A file of a session as it is now."""
        from urllib.parse import quote

        async with in_words():
            client = await self._engine.ready_client()
            path = f"/interpreter/sessions/{key}/files/{quote(name)}/content"
            from openai._legacy_response import HttpxBinaryResponseContent

            answer = await client.get(path, cast_to=HttpxBinaryResponseContent)
            return bytes(answer.content)

    async def run_cells(self, thread_id: str, run_id: str) -> list[Json]:
        """What a run's steps do not show of its cells."""
        async with in_words():
            client = await self._engine.ready_client()
            found = await get(client, f"/threads/{thread_id}/runs/{run_id}/cells")
        return [one for one in found.get("data") or () if isinstance(one, dict)]


def told_to_model(cell: Cell, context: int | None = None) -> str:
    """What a model reads of a cell: each thing once, cut in the middle when it is too long.

    Args:
        cell: what came of it.
        context: how many tokens the model can read; None when that is not known.

    The limits are those of the engine's own runs: about half of what the model can read, 64 K characters at most.
    """
    said = ""
    for part in (cell.note, cell.result_text, cell.exit_reason):
        if part and part not in said:
            said = part if not said or said in part else f"{said}\n{part}"
    most = _MOST_TOLD if context is None else max(_LEAST_TOLD, min(_MOST_TOLD, 2 * context))
    if len(said) > most:
        half = most // 2
        left_out = len(said) - 2 * half
        said = f"{said[:half]}\n… ({left_out} characters left out) …\n{said[-half:]}"
    return said or "The code ran and printed nothing."

"""Sessions of the code interpreter by hand: for the window, and for conversations that are kept elsewhere."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any, BinaryIO, Literal
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel
from sqlalchemy import select

from app.core.errors import AppError, NotFound
from app.engine.api.files import media_type
from app.engine.api.http import describe, event_stream, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.interpreter import DONE, service_of, typed, unavailable
from app.engine.api.relaying import until_gone
from app.engine.api.runs import live_run
from app.engine.api.shapes import Flag, Identifier, Items, Nullable, Record, Text
from app.engine.errors import ApiError, invalid_value, no_such_file
from app.engine.services import ServerEvent
from app.engine.store import wire
from app.engine.store.tables import RunStep
from app.engine.store.threads import live_thread
from app.engine.tools.code_interpreter.cells import Cell, Watch
from app.engine.tools.code_interpreter.files import Given
from app.engine.tools.code_interpreter.service import InterpreterService
from app.engine.tools.code_interpreter.words import NAME

router = APIRouter(prefix="/v1", tags=["Code interpreter"])

Json = dict[str, Any]

_KEY = re.compile(r"(thread|lane|snippet)_[A-Za-z0-9_-]{1,72}")
_PIECE = 256 * 1024
RUN = Record(
    {
        "code": Text(least=1, most=4 * 1024 * 1024),
        "file_ids": Nullable(Items(Identifier("file"), most=500)),
        "stream": Nullable(Flag()),
    },
    frozenset({"code"}),
)
RESET = Record({"files": Nullable(Flag())})


class SessionFile(BaseModel):
    """A file in a session's ``/mnt/data``."""

    name: str
    path: str
    bytes: int
    modified_at: int
    file_id: str | None
    """The file of the API with the same content, if there is one."""


class InterpreterSession(BaseModel):
    """One session."""

    object: Literal["interpreter.session"]
    key: str
    state: Literal["none", "starting", "idle", "running", "ended"]
    started_at: int | None
    backend: str | None
    files: list[SessionFile]
    note: str | None


class SessionDeleted(BaseModel):
    """A session is forgotten."""

    object: Literal["interpreter.session.deleted"]
    key: str
    deleted: bool


class MadeFile(BaseModel):
    """A file that a cell wrote, as a file of the API."""

    file_id: str
    name: str
    path: str
    bytes: int


class CellAnswer(BaseModel):
    """What came of one cell."""

    object: Literal["interpreter.cell"]
    status: Literal["completed", "failed", "cancelled", "timed_out", "lost"]
    outputs: list[dict[str, Any]]
    files: list[MadeFile]
    result_text: str
    """What a model is told."""
    duration: float
    exit_reason: str | None
    note: str | None


class RunCells(BaseModel):
    """What a run's steps do not show of its cells."""

    object: Literal["list"]
    data: list[dict[str, Any]]


def _checked(key: str) -> str:
    if _KEY.fullmatch(key) is None:
        raise invalid_value(
            "Invalid 'key': expected the id of a thread, or an id of your own that begins with 'lane_' or 'snippet_'.",
            "key",
        )
    return key


async def _shown(request: Request, key: str) -> Response:
    try:
        return json_response(await service_of(request).describe(key))
    except AppError as error:
        raise unavailable(error) from error


@router.get("/interpreter/sessions/{key}", **describe(answer=InterpreterSession))
async def retrieve_interpreter_session(request: Request, key: str) -> Response:
    """Tell about a session and list its files (an extension of this engine)."""
    return await _shown(request, _checked(key))


@router.post("/interpreter/sessions/{key}/run", **describe(body=RUN, answer=CellAnswer, stream=True))
async def run_interpreter_cell(request: Request, key: str) -> Response:
    """Run a cell in a session; a caller that goes away cancels it (an extension of this engine)."""
    _checked(key)
    params = await read_params(request, RUN)
    service = service_of(request)
    given = await _given(request, key, params.get("file_ids") or ())
    try:
        chosen = await service.ready()
        if chosen.backend is None:
            raise AppError(chosen.reason, advice=chosen.advice)
        if params.get("stream"):
            return event_stream(_events(service, key, params["code"], given))
        cell = await until_gone(request, service.run(key, params["code"], given=given))
    except AppError as error:
        raise unavailable(error) from error
    return json_response(cell.wire())


async def _given(request: Request, key: str, file_ids: list[str] | tuple[str, ...]) -> list[Given]:
    """The thread's own files and the named ones."""
    wanted: dict[str, str] = {}
    if key.startswith("thread_"):
        async with services_of(request).store.read() as session:
            resources: Mapping[str, Any] = (await live_thread(session, key)).tool_resources or {}
        for file_id in (resources.get("code_interpreter") or {}).get("file_ids") or ():
            wanted[file_id] = "thread"
    for file_id in file_ids:
        wanted.setdefault(file_id, "call")
    found = await service_of(request).files.find(wanted.items())
    known = {one.file_id for one in found}
    for index, file_id in enumerate(file_ids):
        if file_id not in known:
            raise no_such_file(file_id, param=f"file_ids[{index}]")
    return found


async def _events(
    service: InterpreterService, key: str, code: str, given: list[Given]
) -> AsyncIterator[ServerEvent]:
    told: asyncio.Queue[tuple[str, Json] | None] = asyncio.Queue()
    watch = Watch(
        logs=lambda output, text: told.put_nowait(("interpreter.logs", {"logs": text, "index": output})),
        image=lambda output, file_id: told.put_nowait(
            ("interpreter.image", {"file_id": file_id, "index": output})
        ),
        file=lambda entry: told.put_nowait(("interpreter.file", entry)),
    )

    async def work() -> Cell:
        try:
            return await service.run(key, code, given=given, watch=watch)
        finally:
            told.put_nowait(None)

    working = asyncio.get_running_loop().create_task(work())
    try:
        held: tuple[str, Json] | None = None
        while (item := await told.get()) is not None:
            if held is not None and not (item[0] == held[0] and item[1].get("index") == held[1].get("index")):
                yield typed(*held)
                held = None
            if item[0] != "interpreter.logs":
                yield typed(*item)
            elif held is None:
                held = item
            else:
                held[1]["logs"] += item[1]["logs"]
            if held is not None and told.empty():
                yield typed(*held)
                held = None
        if held is not None:
            yield typed(*held)
        try:
            yield typed("interpreter.done", (await working).wire())
        except AppError as error:
            yield typed("error", unavailable(error).body)
        yield DONE
    finally:
        if not working.done():
            working.cancel()
        with contextlib.suppress(asyncio.CancelledError, AppError):
            await working


@router.post("/interpreter/sessions/{key}/reset", **describe(body=RESET, answer=InterpreterSession))
async def reset_interpreter_session(request: Request, key: str) -> Response:
    """Forget a session's variables, and with ``files`` its files too (an extension of this engine)."""
    _checked(key)
    params = await read_params(request, RESET)
    try:
        await service_of(request).reset(key, files=bool(params.get("files")))
    except AppError as error:
        raise unavailable(error) from error
    return await _shown(request, key)


@router.post("/interpreter/sessions/{key}/stop", **describe(answer=InterpreterSession))
async def stop_interpreter_session(request: Request, key: str) -> Response:
    """End a session now, with the cell that runs in it; files are kept (an extension of this engine)."""
    _checked(key)
    try:
        await service_of(request).stop(key)
    except AppError as error:
        raise unavailable(error) from error
    return await _shown(request, key)


@router.delete("/interpreter/sessions/{key}", **describe(answer=SessionDeleted))
async def delete_interpreter_session(request: Request, key: str) -> Response:
    """Forget a session with its files (an extension of this engine)."""
    _checked(key)
    try:
        await service_of(request).forget(key)
    except AppError as error:
        raise unavailable(error) from error
    return json_response({"object": "interpreter.session.deleted", "key": key, "deleted": True})


@router.get(
    "/interpreter/sessions/{key}/files/{name:path}/content",
    response_model=None,
    responses={
        200: {
            "description": "The file's bytes.",
            "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def retrieve_interpreter_file(request: Request, key: str, name: str) -> Response:
    """Read a file of a session as it is now (an extension of this engine)."""
    session = None
    try:
        session = await service_of(request).session(_checked(key))
        file, size = await session.open_file(name)
    except NotFound as error:
        raise ApiError(error.message, status=404, param="name") from error
    except AppError as error:
        raise unavailable(error) from error
    last = name.rsplit("/", 1)[-1]
    return StreamingResponse(
        _content(file, size),
        headers={
            "content-type": media_type(last),
            "content-length": str(size),
            "content-disposition": f"attachment; filename*=utf-8''{quote(last, safe='')}",
        },
    )


async def _content(file: BinaryIO, size: int) -> AsyncIterator[bytes]:
    with file:
        left = size
        while left > 0 and (piece := await asyncio.to_thread(file.read, min(_PIECE, left))):
            left -= len(piece)
            yield piece
        while left > 0:  # it became shorter meanwhile
            piece = bytes(min(_PIECE, left))
            left -= len(piece)
            yield piece


@router.get("/threads/{thread_id}/runs/{run_id}/cells", **describe(answer=RunCells))
async def list_run_cells(request: Request, thread_id: str, run_id: str) -> Response:
    """List what a run's steps do not show of its cells: files, time, how each ended (an extension of this engine)."""
    check_id(thread_id, "thread", "thread_id")
    check_id(run_id, "run", "run_id")
    async with services_of(request).store.read() as session:
        await live_run(session, thread_id, run_id)
        steps = list(
            await session.scalars(
                select(RunStep)
                .where(RunStep.run_id == run_id, RunStep.type == "tool_calls")
                .order_by(RunStep.seq)
            )
        )
    data = [
        {"object": "interpreter.run_cell", "step_id": step.id, "call_id": call["id"], **call[NAME][wire.CELL]}
        for step in steps
        for call in step.step_details.get("tool_calls") or ()
        if wire.CELL in (call.get(NAME) or {})
    ]
    return json_response({"object": "list", "data": data})

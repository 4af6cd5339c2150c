"""Runs: an assistant at work on a thread, streamed or not."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.beta.threads import Run as RunAnswer
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.api import limits, shapes
from app.engine.api.answers import ListOf
from app.engine.api.http import (
    describe,
    event_stream,
    json_response,
    query_parameter,
    read_params,
    services_of,
)
from app.engine.api.ids import check_id
from app.engine.api.pagination import include_of, page_of, page_parameters, read_page
from app.engine.api.tools import check_response_format, check_tool_choice, check_tools
from app.engine.errors import ApiError, not_found
from app.engine.services import Services
from app.engine.store import wire
from app.engine.store.tables import ACTIVE_RUN_STATUSES, Assistant, Run, Thread
from app.engine.store.threads import insert_thread, live_thread, now
from app.engine.store.vector_stores import stores_of

router = APIRouter(prefix="/v1/threads", tags=["Runs"])

INCLUDE = query_parameter(
    "include[]",
    shapes.Items(shapes.Choice((wire.SEARCH_CONTENT,))),
    "What else to show: the texts that a file search found.",
)


async def live_run(session: AsyncSession, thread_id: str, run_id: str) -> Run:
    """The run of this thread.

    Raises:
        ApiError: 404 for the thread or the run.
    """
    await live_thread(session, thread_id)
    row = await session.scalar(select(Run).where(Run.id == run_id, Run.thread_id == thread_id))
    if row is None:
        raise not_found("run", run_id)
    return row


@router.post("/runs", **describe(body=limits.CREATE_AND_RUN, answer=RunAnswer, stream=True))
async def create_thread_and_run(request: Request) -> Response:
    """Create a thread and run it in one request; with ``stream`` the answer is the run's events."""
    params = await read_params(request, limits.CREATE_AND_RUN)
    _check(params)
    services = services_of(request)
    given = dict(params.pop("thread", None) or {})
    path = "thread."
    if params.get("tool_resources") is not None:  # for the new thread, whose own ones they precede
        given["tool_resources"] = {**(given.get("tool_resources") or {}), **params["tool_resources"]}
        path = ""
    params.pop("tool_resources", None)
    async with services.store.write() as session:
        await _check_assistant(session, params["assistant_id"])
        thread = await insert_thread(session, given, path=path)
    await services.knowledge.catch_up(stores_of(thread.tool_resources))
    try:
        return await _create(services, thread.id, params, new_thread=thread)
    except ApiError:
        async with services.store.write() as session:
            await session.execute(delete(Thread).where(Thread.id == thread.id))
        raise


@router.post(
    "/{thread_id}/runs", **describe(body=limits.RUN_CREATE, query=[INCLUDE], answer=RunAnswer, stream=True)
)
async def create_run(request: Request, thread_id: str) -> Response:
    """Run an assistant on a thread; with ``stream`` the answer is the run's events."""
    check_id(thread_id, "thread", "thread_id")
    content = bool(include_of(request, (wire.SEARCH_CONTENT,)))
    params = await read_params(request, limits.RUN_CREATE)
    _check(params)
    return await _create(services_of(request), thread_id, params, search_content=content)


async def _create(
    services: Services,
    thread_id: str,
    params: dict[str, Any],
    *,
    new_thread: Thread | None = None,
    search_content: bool = False,
) -> Response:
    stream = params.pop("stream", None)
    row = await services.runs.create_run(thread_id, params, new_thread=new_thread)
    if stream:
        return event_stream(services.runs.events(row.id, search_content=search_content))
    return _run_response(row)


@router.get("/{thread_id}/runs", **describe(query=page_parameters(), answer=ListOf[RunAnswer]))
async def list_runs(request: Request, thread_id: str) -> Response:
    """List the runs of a thread."""
    check_id(thread_id, "thread", "thread_id")
    page = page_of(request, "run")
    async with services_of(request).store.read() as session:
        await live_thread(session, thread_id)
        mine = Run.thread_id == thread_id
        body = await read_page(session, Run, page, mine, show=wire.run, kind="run", within=mine)
    return json_response(body)


@router.get("/{thread_id}/runs/{run_id}", **describe(answer=RunAnswer))
async def retrieve_run(request: Request, thread_id: str, run_id: str) -> Response:
    """Retrieve a run."""
    _check_ids(thread_id, run_id)
    async with services_of(request).store.read() as session:
        return _run_response(await live_run(session, thread_id, run_id))


@router.post("/{thread_id}/runs/{run_id}", **describe(body=limits.RUN_UPDATE, answer=RunAnswer))
async def modify_run(request: Request, thread_id: str, run_id: str) -> Response:
    """Modify a run's metadata."""
    _check_ids(thread_id, run_id)
    params = await read_params(request, limits.RUN_UPDATE)
    async with services_of(request).store.write() as session:
        row = await live_run(session, thread_id, run_id)
        if "metadata" in params:
            row.metadata_ = params["metadata"] or {}
    return _run_response(row)


@router.post("/{thread_id}/runs/{run_id}/cancel", **describe(answer=RunAnswer))
async def cancel_run(request: Request, thread_id: str, run_id: str) -> Response:
    """Ask a run to stop."""
    _check_ids(thread_id, run_id)
    return _run_response(await services_of(request).runs.cancel(thread_id, run_id))


@router.post(
    "/{thread_id}/runs/{run_id}/submit_tool_outputs",
    **describe(body=limits.TOOL_OUTPUTS, answer=RunAnswer, stream=True),
)
async def submit_tool_outputs(request: Request, thread_id: str, run_id: str) -> Response:
    """Give the outputs of all pending calls; with ``stream`` the answer is the events from here on."""
    _check_ids(thread_id, run_id)
    params = await read_params(request, limits.TOOL_OUTPUTS)
    services = services_of(request)
    row = await services.runs.submit_tool_outputs(thread_id, run_id, params["tool_outputs"])
    if params.get("stream"):
        return event_stream(services.runs.events(run_id))
    return _run_response(row)


@router.get("/{thread_id}/runs/{run_id}/context", **describe(answer=dict[str, Any]))
async def retrieve_context(request: Request, thread_id: str, run_id: str) -> Response:
    """Which messages each model call of a run saw and which it left out, with tokens (an extension of this engine)."""
    _check_ids(thread_id, run_id)
    return json_response(await services_of(request).runs.context(thread_id, run_id))


def _run_response(row: Run) -> Response:
    """A run, with the hint how soon to ask again: often at first, then less."""
    headers = {}
    if row.status in ACTIVE_RUN_STATUSES:
        age = now() - row.created_at
        headers["openai-poll-after-ms"] = "50" if age < 5 else "200" if age < 30 else "500"
    return json_response(wire.run(row), headers=headers)


async def _check_assistant(session: AsyncSession, assistant_id: str) -> None:
    found = await session.scalar(
        select(Assistant.id).where(Assistant.id == assistant_id, Assistant.deleted_at.is_(None))
    )
    if found is None:
        raise not_found("assistant", assistant_id)


def _check(params: dict[str, Any]) -> None:
    check_tools(params.get("tools"))
    check_response_format(params.get("response_format"))
    check_tool_choice(params.get("tool_choice"))
    truncation = params.get("truncation_strategy")
    if truncation and truncation["type"] == "last_messages" and truncation.get("last_messages") is None:
        raise ApiError(
            "Missing required parameter: 'truncation_strategy.last_messages'.",
            param="truncation_strategy.last_messages",
            code="missing_required_parameter",
        )


def _check_ids(thread_id: str, run_id: str) -> None:
    check_id(thread_id, "thread", "thread_id")
    check_id(run_id, "run", "run_id")

"""Threads, and what this engine adds to the API for them: a list, a bin, and taking them back out of it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.beta import Thread as ThreadAnswer
from openai.types.beta import ThreadDeleted
from sqlalchemy import select

from app.engine.api import limits, thread_search
from app.engine.api.answers import ListOf
from app.engine.api.assistants import merged
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import page_of, page_parameters, read_page
from app.engine.errors import not_found
from app.engine.store import wire
from app.engine.store.tables import Thread
from app.engine.store.threads import (
    active_run,
    checked_resources,
    first_texts,
    insert_thread,
    live_thread,
    now,
)
from app.engine.store.vector_stores import stores_of


class ListedThread(ThreadAnswer):
    """A thread as this engine lists it: with what a list shows, so that nobody has to ask for each thread's messages."""

    updated_at: int
    """Unix time of the newest message or run."""
    preview: str
    """The beginning of the first message's text; empty without one."""
    deleted_at: int | None = None
    """Unix time of its deletion, in the bin alone."""
    snippets: list[thread_search.Snippet] | None = None
    """Places that were found, newest first, at most three; when it was searched for."""
    matches: int | None = None
    """Messages that were found (of those looked at)."""


router = APIRouter(prefix="/v1/threads", tags=["Threads"])


@router.post("", **describe(body=limits.THREAD_CREATE, answer=ThreadAnswer))
async def create_thread(request: Request) -> Response:
    """Create a thread, with its first messages if there are any."""
    params = await read_params(request, limits.THREAD_CREATE)
    async with services_of(request).store.write() as session:
        row = await insert_thread(session, params)
    await services_of(request).knowledge.catch_up(stores_of(row.tool_resources))
    return json_response(wire.thread(row))


@router.get(
    "", **describe(query=[*page_parameters(), *thread_search.PARAMETERS], answer=ListOf[ListedThread])
)
async def list_threads(request: Request) -> Response:
    """List threads by their newest activity, search them, or list the bin (an extension of this engine)."""
    page = page_of(request, "thread")
    wanted = thread_search.wanted_of(request)
    async with services_of(request).store.read() as session:
        if wanted.query:
            return json_response(await thread_search.found(session, wanted, page))
        body = await read_page(
            session,
            Thread,
            page,
            *wanted.conditions,
            show=thread_search.shown,
            kind="thread",
            order_by=Thread.deleted_at if wanted.deleted else Thread.updated_at,
        )
        previews = await first_texts(session, [thread["id"] for thread in body["data"]])
    for thread in body["data"]:
        thread["preview"] = previews.get(thread["id"], "")
    return json_response(body)


@router.get("/{thread_id}", **describe(answer=ThreadAnswer))
async def retrieve_thread(request: Request, thread_id: str) -> Response:
    """Retrieve a thread."""
    check_id(thread_id, "thread", "thread_id")
    async with services_of(request).store.read() as session:
        return json_response(wire.thread(await live_thread(session, thread_id)))


@router.post("/{thread_id}", **describe(body=limits.THREAD_UPDATE, answer=ThreadAnswer))
async def modify_thread(request: Request, thread_id: str) -> Response:
    """Modify a thread: its metadata (as a whole) and its tools' resources."""
    check_id(thread_id, "thread", "thread_id")
    params = await read_params(request, limits.THREAD_UPDATE)
    async with services_of(request).store.write() as session:
        row = await live_thread(session, thread_id)
        if "tool_resources" in params:
            row.tool_resources = merged(
                row.tool_resources,
                params["tool_resources"],
                await checked_resources(session, params["tool_resources"], "tool_resources"),
            )
        if "metadata" in params:
            row.metadata_ = params["metadata"] or {}
    return json_response(wire.thread(row))


@router.delete("/{thread_id}", **describe(query=[thread_search.FOR_GOOD], answer=ThreadDeleted))
async def delete_thread(request: Request, thread_id: str) -> Response:
    """Delete a thread with its messages and runs; for 30 days it can be restored, unless it is deleted for good."""
    check_id(thread_id, "thread", "thread_id")
    services = services_of(request)
    if thread_search.for_good(request):
        await thread_search.delete_for_good(services, thread_id)
        return json_response({"id": thread_id, "object": "thread.deleted", "deleted": True})
    async with services.store.write() as session:
        (await live_thread(session, thread_id)).deleted_at = now()
        running = await active_run(session, thread_id)
    if running is not None:
        await services.runs.stop_thread(thread_id)
    await services.interpreter.end(thread_id)
    return json_response({"id": thread_id, "object": "thread.deleted", "deleted": True})


@router.post("/{thread_id}/restore", **describe(answer=ThreadAnswer))
async def restore_thread(request: Request, thread_id: str) -> Response:
    """Take a deleted thread back out of the bin (an extension of this engine)."""
    check_id(thread_id, "thread", "thread_id")
    async with services_of(request).store.write() as session:
        row = await session.scalar(select(Thread).where(Thread.id == thread_id))
        if row is None:
            raise not_found("thread", thread_id)
        row.deleted_at = None
    return json_response(wire.thread(row))

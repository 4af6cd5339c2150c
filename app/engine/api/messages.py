"""Messages of a thread."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.beta.threads import Message as MessageAnswer
from openai.types.beta.threads import MessageDeleted
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.api import limits, shapes
from app.engine.api.answers import ListOf
from app.engine.api.http import describe, json_response, query_parameter, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import page_of, page_parameters, read_page
from app.engine.errors import not_found
from app.engine.store import wire
from app.engine.store.tables import Message, Tombstone
from app.engine.store.threads import add_message, attached_for, live_thread, now
from app.engine.store.vector_stores import stores_of

router = APIRouter(prefix="/v1/threads/{thread_id}/messages", tags=["Messages"])


async def live_message(session: AsyncSession, thread_id: str, message_id: str) -> Message:
    """The message of this thread.

    Raises:
        ApiError: 404 for the thread or the message.
    """
    await live_thread(session, thread_id)
    row = await session.scalar(
        select(Message).where(Message.id == message_id, Message.thread_id == thread_id)
    )
    if row is None:
        raise not_found("message", message_id)
    return row


@router.post("", **describe(body=limits.MESSAGE_CREATE, answer=MessageAnswer))
async def create_message(request: Request, thread_id: str) -> Response:
    """Add a message to a thread, unless a run works on it."""
    check_id(thread_id, "thread", "thread_id")
    params = await read_params(request, limits.MESSAGE_CREATE)
    async with services_of(request).store.write() as session:
        row = await add_message(session, thread_id, params)
        thread = await live_thread(session, thread_id)
    if attached_for(row.attachments, "file_search"):
        await services_of(request).knowledge.catch_up(stores_of(thread.tool_resources))
    return json_response(wire.message(row))


@router.get(
    "",
    **describe(
        query=[
            *page_parameters(),
            query_parameter("run_id", shapes.Text(), "Only messages that this run made."),
        ],
        answer=ListOf[MessageAnswer],
    ),
)
async def list_messages(request: Request, thread_id: str) -> Response:
    """List the messages of a thread."""
    check_id(thread_id, "thread", "thread_id")
    page = page_of(request, "msg")
    conditions = [Message.thread_id == thread_id]
    if run_id := request.query_params.get("run_id"):
        check_id(run_id, "run", "run_id")
        conditions.append(Message.run_id == run_id)
    async with services_of(request).store.read() as session:
        await live_thread(session, thread_id)
        body = await read_page(
            session,
            Message,
            page,
            *conditions,
            show=wire.message,
            kind="message",
            parent=thread_id,
            within=Message.thread_id == thread_id,
        )
    return json_response(body)


@router.get("/{message_id}", **describe(answer=MessageAnswer))
async def retrieve_message(request: Request, thread_id: str, message_id: str) -> Response:
    """Retrieve a message."""
    _check_ids(thread_id, message_id)
    async with services_of(request).store.read() as session:
        return json_response(wire.message(await live_message(session, thread_id, message_id)))


@router.post("/{message_id}", **describe(body=limits.MESSAGE_UPDATE, answer=MessageAnswer))
async def modify_message(request: Request, thread_id: str, message_id: str) -> Response:
    """Modify a message's metadata."""
    _check_ids(thread_id, message_id)
    params = await read_params(request, limits.MESSAGE_UPDATE)
    async with services_of(request).store.write() as session:
        row = await live_message(session, thread_id, message_id)
        if "metadata" in params:
            row.metadata_ = params["metadata"] or {}
    return json_response(wire.message(row))


@router.delete("/{message_id}", **describe(answer=MessageDeleted))
async def delete_message(request: Request, thread_id: str, message_id: str) -> Response:
    """Delete a message."""
    _check_ids(thread_id, message_id)
    async with services_of(request).store.write() as session:
        row = await live_message(session, thread_id, message_id)
        session.add(Tombstone(id=row.id, parent=thread_id, seq=row.seq, deleted_at=now()))
        await session.delete(row)
    return json_response({"id": message_id, "object": "thread.message.deleted", "deleted": True})


def _check_ids(thread_id: str, message_id: str) -> None:
    check_id(thread_id, "thread", "thread_id")
    check_id(message_id, "msg", "message_id")

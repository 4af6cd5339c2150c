"""Responses and conversations that the engine keeps, for services that keep neither.

A stored response's ``body`` is ``{"response": …, "service": …, "owner": …}``: the response as it is shown, the key of the
service's model that keeps it too (empty when the engine alone has it), and the engine that works on it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.errors import ApiError
from app.engine.models.requests import Json
from app.engine.store.tables import Conversation, ConversationItem, StoredResponse

MAX_CHAIN = 500
"""Responses that a chain of ``previous_response_id`` is followed back at most."""


def no_response(identifier: str) -> ApiError:
    """404 for a response."""
    return ApiError(f"Response with id '{identifier}' not found.", status=404, param="response_id")


def no_conversation(identifier: str) -> ApiError:
    """404 for a conversation."""
    return ApiError(f"Conversation with id '{identifier}' not found.", status=404, param="conversation_id")


async def stored_response(session: AsyncSession, identifier: str) -> StoredResponse:
    """A kept response.

    Raises:
        ApiError: 404.
    """
    row = await session.scalar(select(StoredResponse).where(StoredResponse.id == identifier))
    if row is None:
        raise no_response(identifier)
    return row


async def stored_conversation(session: AsyncSession, identifier: str) -> Conversation:
    """A kept conversation.

    Raises:
        ApiError: 404.
    """
    row = await session.scalar(select(Conversation).where(Conversation.id == identifier))
    if row is None:
        raise no_conversation(identifier)
    return row


async def chain_items(session: AsyncSession, previous_id: str) -> list[Json]:
    """Everything that was said up to a response, and by it, oldest first.

    Raises:
        ApiError: 400 when the response, or one before it, is not kept.
    """
    links: list[list[Json]] = []
    identifier: str | None = previous_id
    while identifier is not None and len(links) < MAX_CHAIN:
        row = await session.scalar(select(StoredResponse).where(StoredResponse.id == identifier))
        if row is None:
            raise ApiError(
                f"Previous response with id '{identifier}' not found.",
                param="previous_response_id",
                code="previous_response_not_found",
            )
        links.append([*row.input_items, *row.body["response"]["output"]])
        if row.conversation_id is not None and row.previous_id is None:
            break
        identifier = row.previous_id
    links.reverse()
    return [item for link in links for item in link]


async def conversation_items(session: AsyncSession, conversation_id: str) -> list[Json]:
    """All items of a conversation, oldest first."""
    rows = await session.scalars(
        select(ConversationItem)
        .where(ConversationItem.conversation_id == conversation_id)
        .order_by(ConversationItem.seq)
    )
    return [row.item for row in rows]


async def append_items(session: AsyncSession, conversation_id: str, items: Iterable[Json]) -> list[Json]:
    """Add items to a conversation; an id that is already taken there is replaced."""
    items = list(items)
    named = [item["id"] for item in items]
    taken = set(await session.scalars(select(ConversationItem.id).where(ConversationItem.id.in_(named))))
    added = []
    for item in items:
        identifier = item["id"]
        if identifier in taken:
            identifier = new_id(identifier.partition("_")[0] or "item")
        taken.add(identifier)
        shown = {**item, "id": identifier}
        session.add(
            ConversationItem(
                id=identifier, created_at=int(time.time()), conversation_id=conversation_id, item=shown
            )
        )
        added.append(shown)
    await session.flush()
    return added


async def save_response(
    session: AsyncSession,
    response: Json,
    input_items: Sequence[Json],
    *,
    previous_id: str | None,
    conversation_id: str | None,
    service: str = "",
    owner: str = "",
    finished: bool = True,
) -> None:
    """Keep a response (or its newer state); a finished one is appended to its conversation."""
    body: Json = {"response": response, "service": service, "owner": owner}
    row = await session.scalar(select(StoredResponse).where(StoredResponse.id == response["id"]))
    if row is not None:
        row.body = body
    else:
        session.add(
            StoredResponse(
                id=response["id"],
                created_at=int(response["created_at"]),
                previous_id=previous_id,
                conversation_id=conversation_id,
                input_items=list(input_items),
                body=body,
            )
        )
    if conversation_id is not None and finished and response["status"] in {"completed", "incomplete"}:
        await append_items(session, conversation_id, [*input_items, *response["output"]])


async def delete_response(session: AsyncSession, identifier: str) -> None:
    """Forget a response; conversations keep what it said."""
    await session.execute(delete(StoredResponse).where(StoredResponse.id == identifier))


def conversation_id_of(body: Any) -> str | None:
    """The conversation that a request names, as an id or an object.

    Raises:
        ApiError: 400 when it is neither, or ``previous_response_id`` is given as well.
    """
    given = body.get("conversation")
    if isinstance(given, dict):
        given = given.get("id")
    if given is None:
        return None
    if not isinstance(given, str):
        raise ApiError(
            "Invalid type for 'conversation': expected an id or an object with one.",
            param="conversation",
            code="invalid_type",
        )
    if body.get("previous_response_id") is not None:
        raise ApiError(
            "Mutually exclusive parameters: 'previous_response_id' and 'conversation'. Ensure you are only providing one.",
            param="conversation",
            code="mutually_exclusive_parameters",
        )
    return given

"""Conversations of the Responses API, kept by the engine for services that keep none."""

from __future__ import annotations

import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.conversations import Conversation as ConversationAnswer
from openai.types.conversations import ConversationDeletedResource, ConversationItem, ConversationItemList
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.api import shapes
from app.engine.api.http import describe, json_response, read_json, services_of
from app.engine.api.pagination import page_of, page_parameters, read_page
from app.engine.errors import ApiError
from app.engine.models.requests import Json
from app.engine.models.responses_items import normalized_input
from app.engine.models.responses_store import append_items, stored_conversation
from app.engine.store import tables

router = APIRouter(prefix="/v1/conversations", tags=["Relay"])

MAX_ITEMS = 20
METADATA_PAIRS = 16
METADATA_KEY = 64
METADATA_VALUE = 512


def shown(row: tables.Conversation) -> Json:
    """A conversation as the API shows it."""
    return {"id": row.id, "object": "conversation", "created_at": row.created_at, "metadata": row.metadata_}


@router.post("", **describe(answer=ConversationAnswer))
async def create_conversation(request: Request) -> Response:
    """Create a conversation, perhaps with its first items."""
    body = await _object(request)
    items = _items(body)
    row = tables.Conversation(id=new_id("conv"), created_at=int(time.time()), metadata_=_metadata(body))
    async with services_of(request).store.write() as session:
        session.add(row)
        await session.flush()
        await append_items(session, row.id, items)
    return json_response(shown(row))


@router.get("/{conversation_id}", **describe(answer=ConversationAnswer))
async def retrieve_conversation(request: Request, conversation_id: str) -> Response:
    """Retrieve a conversation."""
    async with services_of(request).store.read() as session:
        return json_response(shown(await stored_conversation(session, conversation_id)))


@router.post("/{conversation_id}", **describe(answer=ConversationAnswer))
async def update_conversation(request: Request, conversation_id: str) -> Response:
    """Change a conversation's metadata."""
    body = await _object(request)
    async with services_of(request).store.write() as session:
        row = await stored_conversation(session, conversation_id)
        if "metadata" in body:
            row.metadata_ = _metadata(body)
    return json_response(shown(row))


@router.delete("/{conversation_id}", **describe(answer=ConversationDeletedResource))
async def delete_conversation(request: Request, conversation_id: str) -> Response:
    """Delete a conversation with its items."""
    async with services_of(request).store.write() as session:
        row = await stored_conversation(session, conversation_id)
        await session.execute(delete(tables.Conversation).where(tables.Conversation.id == row.id))
    return json_response({"id": conversation_id, "object": "conversation.deleted", "deleted": True})


@router.post("/{conversation_id}/items", **describe(answer=ConversationItemList))
async def create_items(request: Request, conversation_id: str) -> Response:
    """Add up to 20 items."""
    body = await _object(request)
    items = _items(body)
    if not items:
        raise ApiError(
            "Missing required parameter: 'items'.", param="items", code="missing_required_parameter"
        )
    async with services_of(request).store.write() as session:
        await stored_conversation(session, conversation_id)
        added = await append_items(session, conversation_id, items)
    return json_response(item_list(added, has_more=False))


@router.get(
    "/{conversation_id}/items",
    **describe(query=page_parameters(before=False), answer=ConversationItemList),
)
async def list_items(request: Request, conversation_id: str) -> Response:
    """List the items of a conversation."""
    page = page_of(request, "", before=False)
    async with services_of(request).store.read() as session:
        await stored_conversation(session, conversation_id)
        mine = tables.ConversationItem.conversation_id == conversation_id
        body = await read_page(
            session,
            tables.ConversationItem,
            page,
            mine,
            show=lambda row: dict(row.item),
            kind="item",
            within=mine,
        )
    return json_response(item_list(body["data"], has_more=body["has_more"]))


@router.get("/{conversation_id}/items/{item_id}", **describe(answer=ConversationItem))
async def retrieve_item(request: Request, conversation_id: str, item_id: str) -> Response:
    """Retrieve an item."""
    async with services_of(request).store.read() as session:
        return json_response((await _stored_item(session, conversation_id, item_id)).item)


@router.delete("/{conversation_id}/items/{item_id}", **describe(answer=ConversationAnswer))
async def delete_item(request: Request, conversation_id: str, item_id: str) -> Response:
    """Delete an item; answers with the conversation."""
    async with services_of(request).store.write() as session:
        row = await stored_conversation(session, conversation_id)
        await session.delete(await _stored_item(session, conversation_id, item_id))
    return json_response(shown(row))


def item_list(data: list[Json], *, has_more: bool) -> Json:
    """A list of items; the ids of an empty one are empty texts, as the API's schema wants them."""
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else "",
        "last_id": data[-1]["id"] if data else "",
        "has_more": has_more,
    }


async def _stored_item(session: AsyncSession, conversation_id: str, item_id: str) -> tables.ConversationItem:
    await stored_conversation(session, conversation_id)
    row = await session.scalar(
        select(tables.ConversationItem).where(
            tables.ConversationItem.id == item_id,
            tables.ConversationItem.conversation_id == conversation_id,
        )
    )
    if row is None:
        raise ApiError(
            f"Item with id '{item_id}' not found in conversation '{conversation_id}'.",
            status=404,
            param="item_id",
        )
    return row


async def _object(request: Request) -> dict[str, Any]:
    body = await read_json(request)
    if not isinstance(body, dict):
        raise ApiError("Invalid type for the request body: expected an object.", code="invalid_type")
    return body


def _items(body: dict[str, Any]) -> list[Json]:
    given = body.get("items")
    if given is not None and not isinstance(given, list):
        raise shapes.wrong_type(given, "an array of items", "items")
    if given is not None and len(given) > MAX_ITEMS:
        raise ApiError(
            f"Invalid 'items': array too long. Expected an array with maximum length {MAX_ITEMS}, "
            f"but got an array with length {len(given)} instead.",
            param="items",
            code="array_above_max_length",
        )
    return normalized_input(given, "items")


def _metadata(body: dict[str, Any]) -> Json:
    metadata = body.get("metadata")
    if metadata is None:
        return {}
    if not isinstance(metadata, dict):
        raise shapes.wrong_type(metadata, "an object", "metadata")
    if len(metadata) > METADATA_PAIRS:
        raise ApiError(
            f"Invalid 'metadata': too many properties. Expected an object with at most {METADATA_PAIRS} properties.",
            param="metadata",
            code="object_above_max_properties",
        )
    for key, value in metadata.items():
        if len(key) > METADATA_KEY:
            raise ApiError(
                f"Invalid 'metadata': property name too long (at most {METADATA_KEY} characters).",
                param="metadata",
                code="property_name_above_max_length",
            )
        shapes.Text(most=METADATA_VALUE).check(value, f"metadata.{key}")
    return metadata

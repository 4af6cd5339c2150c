"""Assistants: stored configurations of model, instructions and tools."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.beta import Assistant as AssistantAnswer
from openai.types.beta import AssistantDeleted
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.api import limits
from app.engine.api.answers import ListOf
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import page_of, page_parameters, read_page
from app.engine.api.tools import check_response_format, check_tools
from app.engine.errors import not_found
from app.engine.store import wire
from app.engine.store.tables import Assistant
from app.engine.store.threads import checked_resources, now
from app.engine.store.vector_stores import stores_of

router = APIRouter(prefix="/v1/assistants", tags=["Assistants"])


async def live_assistant(session: AsyncSession, assistant_id: str) -> Assistant:
    """The assistant, unless it is deleted.

    Raises:
        ApiError: 404.
    """
    row = await session.scalar(
        select(Assistant).where(Assistant.id == assistant_id, Assistant.deleted_at.is_(None))
    )
    if row is None:
        raise not_found("assistant", assistant_id)
    return row


@router.post("", **describe(body=limits.ASSISTANT_CREATE, answer=AssistantAnswer))
async def create_assistant(request: Request) -> Response:
    """Create an assistant."""
    params = await read_params(request, limits.ASSISTANT_CREATE)
    _check(params)
    async with services_of(request).store.write() as session:
        resources = await checked_resources(session, params.get("tool_resources"), "tool_resources")
        row = Assistant(
            id=new_id("asst"),
            created_at=now(),
            name=params.get("name"),
            description=params.get("description"),
            model=params["model"],
            instructions=params.get("instructions"),
            tools=params.get("tools") or [],
            tool_resources=resources,
            metadata_=params.get("metadata") or {},
            temperature=params.get("temperature"),
            top_p=params.get("top_p"),
            response_format=params.get("response_format"),
            reasoning_effort=params.get("reasoning_effort"),
            deleted_at=None,
        )
        session.add(row)
    await services_of(request).knowledge.catch_up(stores_of(resources))
    return json_response(wire.assistant(row))


@router.get("", **describe(query=page_parameters(), answer=ListOf[AssistantAnswer]))
async def list_assistants(request: Request) -> Response:
    """List assistants."""
    page = page_of(request, "asst")
    async with services_of(request).store.read() as session:
        body = await read_page(
            session, Assistant, page, Assistant.deleted_at.is_(None), show=wire.assistant, kind="assistant"
        )
    return json_response(body)


@router.get("/{assistant_id}", **describe(answer=AssistantAnswer))
async def retrieve_assistant(request: Request, assistant_id: str) -> Response:
    """Retrieve an assistant."""
    check_id(assistant_id, "asst", "assistant_id")
    async with services_of(request).store.read() as session:
        return json_response(wire.assistant(await live_assistant(session, assistant_id)))


@router.post("/{assistant_id}", **describe(body=limits.ASSISTANT_UPDATE, answer=AssistantAnswer))
async def modify_assistant(request: Request, assistant_id: str) -> Response:
    """Modify an assistant: what is given replaces what was there, metadata as a whole."""
    check_id(assistant_id, "asst", "assistant_id")
    params = await read_params(request, limits.ASSISTANT_UPDATE)
    _check(params)
    async with services_of(request).store.write() as session:
        row = await live_assistant(session, assistant_id)
        if "tool_resources" in params:
            row.tool_resources = merged(
                row.tool_resources,
                params["tool_resources"],
                await checked_resources(session, params["tool_resources"], "tool_resources"),
            )
        for name in ("name", "description", "instructions", "temperature", "top_p", "response_format",
                     "reasoning_effort", "tools", "model"):  # fmt: skip
            if name in params:
                setattr(row, name, params[name])
        if "metadata" in params:
            row.metadata_ = params["metadata"] or {}
    return json_response(wire.assistant(row))


@router.delete("/{assistant_id}", **describe(answer=AssistantDeleted))
async def delete_assistant(request: Request, assistant_id: str) -> Response:
    """Delete an assistant. Its runs stay readable; for 30 days it can be restored."""
    check_id(assistant_id, "asst", "assistant_id")
    async with services_of(request).store.write() as session:
        (await live_assistant(session, assistant_id)).deleted_at = now()
    return json_response({"id": assistant_id, "object": "assistant.deleted", "deleted": True})


@router.post("/{assistant_id}/restore", **describe(answer=AssistantAnswer))
async def restore_assistant(request: Request, assistant_id: str) -> Response:
    """Take a deleted assistant back out of the bin (an extension of this engine)."""
    check_id(assistant_id, "asst", "assistant_id")
    async with services_of(request).store.write() as session:
        row = await session.scalar(select(Assistant).where(Assistant.id == assistant_id))
        if row is None:
            raise not_found("assistant", assistant_id)
        row.deleted_at = None
    return json_response(wire.assistant(row))


def merged(
    old: dict[str, Any] | None, given: dict[str, Any] | None, checked: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Resources after a modification: null clears them, a tool that is not named keeps its own."""
    return None if given is None else {**(old or {}), **(checked or {})} or None


def _check(params: dict[str, Any]) -> None:
    check_tools(params.get("tools"))
    check_response_format(params.get("response_format"))

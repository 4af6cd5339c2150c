"""A new run's row, out of the assistant and what the request overrides."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.errors import not_found
from app.engine.store.tables import Assistant, Run

Json = dict[str, Any]


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


def new_run(
    assistant: Assistant, thread_id: str, params: Mapping[str, Any], *, expiry: int, owner: str
) -> Run:
    """Make the row of a queued run; what ``params`` does not give (or gives as null) comes from the assistant."""

    def chosen(name: str) -> Any:
        given = params.get(name)
        return getattr(assistant, name) if given is None else given

    def given_or(name: str, default: Any) -> Any:
        given = params.get(name)
        return default if given is None else given

    moment = int(time.time())
    truncation = given_or("truncation_strategy", {"type": "auto"})
    return Run(
        id=new_id("run"),
        created_at=moment,
        thread_id=thread_id,
        assistant_id=assistant.id,
        status="queued",
        model=chosen("model"),
        instructions=_instructions(assistant.instructions, params),
        tools=list(chosen("tools") or ()),
        tool_choice=given_or("tool_choice", "auto"),
        parallel_tool_calls=given_or("parallel_tool_calls", True),
        response_format=given_or("response_format", assistant.response_format or "auto"),
        temperature=chosen("temperature"),
        top_p=chosen("top_p"),
        reasoning_effort=chosen("reasoning_effort"),
        max_prompt_tokens=params.get("max_prompt_tokens"),
        max_completion_tokens=params.get("max_completion_tokens"),
        truncation_strategy={"type": truncation["type"], "last_messages": truncation.get("last_messages")},
        required_action=None,
        last_error=None,
        incomplete_details=None,
        usage=None,
        metadata_=dict(params.get("metadata") or {}),
        expires_at=moment + expiry,
        started_at=None,
        cancelled_at=None,
        failed_at=None,
        completed_at=None,
        owner=owner,
        context=None,
        state=None,
    )


def _instructions(own: str | None, params: Mapping[str, Any]) -> str:
    """Instructions with the request's override and addition."""
    given = params.get("instructions")
    parts = [own if given is None else given, params.get("additional_instructions")]
    return "\n\n".join(part for part in parts if part)

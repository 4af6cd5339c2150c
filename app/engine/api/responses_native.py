"""Responses passed on to services that have the API themselves; the engine keeps what it needs to go on from them."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from sqlalchemy import select

from app.engine.api.http import json_bytes, services_of
from app.engine.api.relaying import sse, until_gone
from app.engine.errors import ApiError
from app.engine.models.passing import Passed, as_api_error, pass_on
from app.engine.models.requests import Json
from app.engine.models.responses_store import chain_items, conversation_items, save_response
from app.engine.models.route import Route
from app.engine.services import Services
from app.engine.store.tables import Conversation, StoredResponse

log = logging.getLogger(__name__)

_ENDS = (b"event: response.completed", b"event: response.incomplete", b"event: response.failed")


async def pass_through(
    request: Request, route: Route, body: dict[str, Any], own: list[Json], conversation_id: str | None
) -> Response:
    """Pass a request on. What the service does not know (our conversations, responses of other services) is told to it
    as input; what it knows itself is only named.
    """
    services = services_of(request)
    sent, kept_conversation = await _sent_body(services, route, body, own, conversation_id)
    passed = await until_gone(request, pass_on(route, sent, request.headers))
    keeper = _Keeper(services, route, body, own, kept_conversation)
    if passed.is_stream:
        return sse(_relayed(passed, keeper))
    content = await until_gone(request, passed.read())
    content = await keeper.keep(content)
    return Response(content, status_code=passed.status, headers=passed.headers)


async def _sent_body(
    services: Services, route: Route, body: dict[str, Any], own: list[Json], conversation_id: str | None
) -> tuple[dict[str, Any], str | None]:
    """The body for the service, and the conversation that the engine keeps (None when it does not)."""
    previous_id = body.get("previous_response_id")
    async with services.store.read() as session:
        if conversation_id is not None:
            ours = await session.scalar(select(Conversation.id).where(Conversation.id == conversation_id))
            if ours is None:
                return body, None
            before = await conversation_items(session, conversation_id)
            rest = {name: value for name, value in body.items() if name != "conversation"}
            return {**rest, "input": [*before, *own]}, conversation_id
        if previous_id is not None:
            row = await session.scalar(select(StoredResponse).where(StoredResponse.id == str(previous_id)))
            if row is not None and row.body["service"] != route.key:
                before = await chain_items(session, str(previous_id))
                rest = {name: value for name, value in body.items() if name != "previous_response_id"}
                return {**rest, "input": [*before, *own]}, None
    return body, None


async def _relayed(passed: Passed, keeper: _Keeper) -> AsyncIterator[bytes]:
    chunks = passed.chunks(keeper.look)
    try:
        async for chunk in chunks:
            yield chunk
    finally:
        await chunks.aclose()  # type: ignore[attr-defined]
    if keeper.last is not None:
        await keeper.keep(keeper.last)


class _Keeper:
    """Looks for the response's end in what passes by, and keeps it."""

    def __init__(
        self,
        services: Services,
        route: Route,
        body: dict[str, Any],
        own: list[Json],
        conversation_id: str | None,
    ) -> None:
        self._services = services
        self._route = route
        self._body = body
        self._own = own
        self._conversation_id = conversation_id
        self._pending = b""
        self.last: bytes | None = None

    def look(self, chunk: bytes) -> None:
        """Take a chunk of the stream; events other than the last are let go at once."""
        self._pending += chunk.replace(b"\r\n", b"\n")
        *events, self._pending = self._pending.split(b"\n\n")
        for event in events:
            if event.lstrip().startswith(_ENDS):
                lines = [line[5:].lstrip() for line in event.split(b"\n") if line.startswith(b"data:")]
                self.last = b"\n".join(lines)

    async def keep(self, content: bytes) -> bytes:
        """Keep a response (alone, or in its last event); gives it with the conversation that the engine keeps."""
        try:
            found = json.loads(content)
        except ValueError:
            return content
        response = found.get("response", found) if isinstance(found, dict) else None
        if not isinstance(response, dict) or not isinstance(response.get("id"), str):
            return content
        response.setdefault("status", "completed")
        response.setdefault("output", [])
        response.setdefault("created_at", 0)
        if self._conversation_id is not None:
            response["conversation"] = {"id": self._conversation_id}
            content = json_bytes(found)
        stored = self._body.get("store") is not False
        if not stored and self._conversation_id is None:
            return content
        try:
            async with self._services.store.write() as session:
                await save_response(
                    session,
                    {**response, "model": self._body["model"]},
                    self._own,
                    previous_id=self._body.get("previous_response_id"),
                    conversation_id=self._conversation_id,
                    service=self._route.key,
                )
        except Exception:
            log.exception("a response that was passed on could not be kept")
        return content


async def refresh(services: Services, row: StoredResponse, *, cancel: bool = False) -> Json:
    """The newer state of a response that its service makes in the background; ``cancel`` asks it to stop.

    Raises:
        ApiError: the service refused, or could not be reached.
    """
    known: Json = row.body["response"]
    route = await services.models.resolve(str(known["model"]))
    responses = route.client.responses.with_raw_response
    try:
        raw = await (responses.cancel(row.id) if cancel else responses.retrieve(row.id))
        newer = json.loads(raw.content)
    except ApiError:
        raise
    except Exception as error:
        raise as_api_error(error, route) from error
    newer = {**newer, "model": known["model"]}
    async with services.store.write() as session:
        await save_response(
            session,
            newer,
            row.input_items,
            previous_id=row.previous_id,
            conversation_id=row.conversation_id,
            service=row.body["service"],
        )
    return newer

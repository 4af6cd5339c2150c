"""What the relay's routes share: a caller that goes away ends the call to the service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import StreamingResponse

from app.engine.api.http import read_json, services_of
from app.engine.errors import ApiError
from app.engine.models.failures import UpstreamFailed
from app.engine.models.route import Route

_T = TypeVar("_T")

GONE = 499
"""Status in the log of a request whose caller went away; nobody reads it."""


async def read_object(request: Request) -> dict[str, Any]:
    """The body as a JSON object with a model's name.

    Raises:
        ApiError: 400.
    """
    body = await read_json(request)
    if not isinstance(body, dict):
        raise ApiError("Invalid type for the request body: expected an object.", code="invalid_type")
    model = body.get("model")
    if model is None:
        raise ApiError(
            "Missing required parameter: 'model'.", param="model", code="missing_required_parameter"
        )
    if not isinstance(model, str) or not model:
        raise ApiError(
            "Invalid type for 'model': expected a non-empty string.", param="model", code="invalid_type"
        )
    return body


async def route_of(request: Request, model: str) -> Route:
    """The way to a model.

    Raises:
        ApiError: there is none, or it cannot be used.
    """
    try:
        return await services_of(request).models.resolve(model)
    except UpstreamFailed as failure:
        raise failure.api_error() from failure


async def until_gone(request: Request, work: Awaitable[_T]) -> _T:
    """Do ``work`` while the caller waits; if it goes away, break off.

    Raises:
        ApiError: 499, which nobody reads any more.
    """
    working = asyncio.ensure_future(work)
    watching = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, watching}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ApiError("The client closed the request.", status=GONE)
    finally:
        for task in (working, watching):
            if not task.done():
                task.cancel()
        await asyncio.gather(working, watching, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def sse(lines: AsyncIterator[bytes]) -> StreamingResponse:
    """An answer of server-sent events whose bytes are ready."""
    return StreamingResponse(
        lines,
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )

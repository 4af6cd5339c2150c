"""Bodies in, JSON out, and how a route is declared together with its description in the OpenAPI document."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from app.engine.api import shapes
from app.engine.errors import ApiError
from app.engine.services import ServerEvent, Services

JSON_BODY_BYTES = 64 * 1024 * 1024
"""The largest JSON body that is read; files come by other routes, as streams."""


def services_of(request: Request) -> Services:
    """The engine's services."""
    services: Services = request.app.state.services
    return services


def json_bytes(value: Any) -> bytes:
    """JSON as it is sent. Half characters, which a model may have produced, are sent as escapes instead of failing."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def json_response(value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """An answer of JSON."""
    return Response(
        json_bytes(value), status_code=status, headers=dict(headers or {}), media_type="application/json"
    )


async def read_body(request: Request, limit: int = JSON_BODY_BYTES) -> bytes:
    """The whole body.

    Raises:
        ApiError: 413 when it is longer than ``limit``.
    """
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        chunks.append(chunk)
    return b"".join(chunks)


def too_large(limit: int) -> ApiError:
    """413 for a body over ``limit`` bytes."""
    return ApiError(
        f"Maximum content size limit ({limit} bytes) exceeded.", status=413, code="request_too_large"
    )


async def read_json(request: Request) -> Any:
    """The body as JSON; an empty body counts as an empty object.

    Raises:
        ApiError: 400 when it is no JSON, or holds what JSON cannot (NaN, half of a surrogate pair), 413 when it is too long.
    """
    body = await read_body(request)
    if not body.strip():
        return {}
    try:
        text = body.decode("utf-8-sig")
        value = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise _unparsable(reason) from None
    if "\\u" in text or "\\U" in text:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise _unparsable("a string holds half of a surrogate pair") from None
        except RecursionError:
            raise _unparsable("it is nested too deeply") from None
    return value


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _unparsable(reason: str) -> ApiError:
    return ApiError(
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library "
        "correctly. The API expects a JSON payload, but what was sent was not valid JSON. "
        f"Reason: {reason[:200]}.)",
        code="invalid_json",
    )


async def read_params(request: Request, shape: shapes.Record) -> dict[str, Any]:
    """The body, checked against ``shape``.

    Raises:
        ApiError: 400 naming the parameter and the reason.
    """
    value = await read_json(request)
    if not isinstance(value, dict):
        raise ApiError(
            f"Invalid type for the request body: expected an object, but got {shapes.type_name(value)} instead.",
            code="invalid_type",
        )
    try:
        checked: dict[str, Any] = shape.check(value, "")
    except RecursionError:
        raise _unparsable("it is nested too deeply") from None
    return checked


def event_stream(events: AsyncIterator[ServerEvent]) -> StreamingResponse:
    """Server-sent events: ``event:`` and ``data:`` lines, as the SDKs expect them."""

    async def lines() -> AsyncIterator[bytes]:
        async with contextlib.AsyncExitStack() as stack:
            if isinstance(events, AsyncGenerator):  # a reader that goes away ends its subscription at once
                await stack.enter_async_context(contextlib.aclosing(events))
            async for event in events:
                yield b"event: %b\ndata: %b\n\n" % (event.event.encode(), event.data)

    return StreamingResponse(
        lines(),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


def describe(
    *,
    body: shapes.Record | None = None,
    query: list[dict[str, Any]] | None = None,
    answer: Any = None,
    stream: bool = False,
    media_type: str = "application/json",
) -> dict[str, Any]:
    """Keyword arguments for a route's decorator that describe it in the OpenAPI document.

    Bodies and queries are checked by shapes, not by FastAPI, so that errors have OpenAI's words; the same shapes are
    written into the document here.
    """
    extra: dict[str, Any] = {}
    if body is not None:
        extra["requestBody"] = {
            "required": bool(body.required),
            "content": {media_type: {"schema": body.schema()}},
        }
    if query:
        extra["parameters"] = query
    ok: dict[str, Any] = {"description": "Done."}
    if answer is not None:
        ok["model"] = answer
    if stream:
        ok["content"] = {"text/event-stream": {"schema": {"type": "string"}}}
    return {"openapi_extra": extra, "responses": {200: ok}, "response_model": None}


def query_parameter(name: str, shape: shapes.Shape, description: str, default: Any = None) -> dict[str, Any]:
    """One query parameter for :func:`describe`."""
    schema = shape.schema()
    if default is not None:
        schema["default"] = default
    parameter: dict[str, Any] = {
        "name": name, "in": "query", "required": False, "description": description, "schema": schema,
    }  # fmt: skip
    if schema.get("type") == "array":
        parameter |= {"style": "form", "explode": True}
    return parameter


Route = Callable[..., Any]
Router = APIRouter

"""Chat Completions, relayed: everything goes through to the model's service and comes back as it came.

Only where the service has no Chat Completions for the model, or the model no tool calling, the answer is made here.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.chat import ChatCompletion

from app.engine.api.http import describe, json_bytes, json_response
from app.engine.api.relaying import read_object, route_of, sse, until_gone
from app.engine.errors import ApiError
from app.engine.models import calls, probe
from app.engine.models.calls import CallOptions
from app.engine.models.chat_answers import ChatAnswer, request_of
from app.engine.models.failures import UpstreamFailed
from app.engine.models.passing import as_api_error, error_event, pass_on
from app.engine.models.requests import Piece
from app.engine.models.route import Route

router = APIRouter(prefix="/v1/chat", tags=["Relay"])

_ONCE = CallOptions(attempts=1, lenient=False)


@router.post("/completions", **describe(answer=ChatCompletion, stream=True))
async def create_chat_completion(request: Request) -> Response:
    """Ask a model; the request is passed on as it is, with ``model`` as the service names it."""
    body = await read_object(request)
    if not isinstance(body.get("messages"), list):
        raise ApiError(
            "Missing required parameter: 'messages'."
            if body.get("messages") is None
            else "Invalid type for 'messages': expected an array of objects.",
            param="messages",
            code="missing_required_parameter" if body.get("messages") is None else "invalid_type",
        )
    route = await until_gone(request, route_of(request, body["model"]))
    if await until_gone(request, _is_translated(route, body)):
        return await _translated(request, route, body)
    passed = await until_gone(request, pass_on(route, body, request.headers))
    if passed.is_stream:
        return sse(passed.chunks())
    content = await until_gone(request, passed.read())
    return Response(content, status_code=passed.status, headers=passed.headers)


async def _is_translated(route: Route, body: dict[str, Any]) -> bool:
    if route.abilities.api == "responses":
        return True
    if not body.get("tools") and not any(
        isinstance(m, dict) and (m.get("role") == "tool" or m.get("tool_calls")) for m in body["messages"]
    ):
        return False
    if route.abilities.probe and body.get("tools"):
        try:
            await probe.probe_tools(route)
        except Exception as error:
            raise as_api_error(error, route) from error
    return route.abilities.tools == "prompted"


async def _translated(request: Request, route: Route, body: dict[str, Any]) -> Response:
    _check_messages(body["messages"])
    pieces = calls.stream(route, request_of(body), _ONCE)
    answer = ChatAnswer(body["model"])
    if not body.get("stream"):
        await until_gone(request, _gather(pieces, answer, route))
        return json_response(answer.whole())
    try:
        first = await until_gone(request, anext(pieces))
    except UpstreamFailed as failure:
        raise failure.api_error() from failure
    usage = bool((body.get("stream_options") or {}).get("include_usage"))
    return sse(_chunks(first, pieces, answer, with_usage=usage))


async def _gather(pieces: AsyncIterator[Piece], answer: ChatAnswer, route: Route) -> None:
    try:
        async for piece in pieces:
            answer.take(piece)
    except UpstreamFailed as failure:
        raise as_api_error(failure, route) from failure
    finally:
        await pieces.aclose()  # type: ignore[attr-defined]


async def _chunks(
    first: Piece, pieces: AsyncIterator[Piece], answer: ChatAnswer, *, with_usage: bool
) -> AsyncIterator[bytes]:
    try:
        yield _line(answer.opening())
        yield _line(answer.take(first))
        async for piece in pieces:
            yield _line(answer.take(piece))
        if with_usage:
            yield _line(answer.usage_chunk())
        yield b"data: [DONE]\n\n"
    except UpstreamFailed as failure:
        yield error_event(failure.api_error())
    finally:
        await pieces.aclose()  # type: ignore[attr-defined]


def _line(chunk: Any) -> bytes:
    return b"data: %b\n\n" % json_bytes(chunk)


def _check_messages(messages: list[Any]) -> None:
    """Translation reads messages, so they have to have the API's shape.

    Raises:
        ApiError: 400.
    """
    for index, message in enumerate(messages):
        fault = _fault(message)
        if fault:
            raise ApiError(
                f"Invalid 'messages[{index}]': {fault}.", param=f"messages[{index}]", code="invalid_value"
            )


def _fault(message: Any) -> str:
    if not isinstance(message, dict):
        return "expected an object"
    if message.get("role") not in {"system", "developer", "user", "assistant", "tool", "function"}:
        return f"unknown role {json.dumps(message.get('role'))[:60]}"
    if message["role"] == "tool" and not isinstance(message.get("tool_call_id"), str):
        return "a tool message needs a 'tool_call_id'"
    for call in message.get("tool_calls") or ():
        function = call.get("function") if isinstance(call, dict) else None
        if not isinstance(function, dict) or not isinstance(call.get("id"), str):
            return "'tool_calls' need an 'id' and a 'function'"
        if not isinstance(function.get("name"), str) or not isinstance(function.get("arguments"), str):
            return "a function call needs 'name' and 'arguments' as strings"
    content = message.get("content")
    if isinstance(content, list) and not all(isinstance(part, dict) for part in content):
        return "content parts have to be objects"
    return ""

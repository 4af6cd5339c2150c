"""Model calls over the Responses API, for services or models that are offered there only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app.core.errors import ServiceUnavailable
from app.core.ids import new_id
from app.engine.models import sse
from app.engine.models.chat_upstream import drain, malformed, parse_event, usage_of, web_page
from app.engine.models.failures import UpstreamFailed, from_stream_error
from app.engine.models.requests import (
    Finish,
    Json,
    ModelRequest,
    Piece,
    RefusalPiece,
    TextPiece,
    TokenUsage,
    ToolCallPiece,
)
from app.engine.models.route import Route

OPTIONAL_FIELDS = frozenset(
    {"temperature", "top_p", "parallel_tool_calls", "reasoning", "max_output_tokens", "tool_choice", "store"}
)
"""Fields that a call can do without when a service does not take them."""


PASSED_FIELDS = frozenset(
    {"metadata", "prompt_cache_key", "safety_identifier", "service_tier", "truncation", "user", "include"}
)
"""Fields of a caller that both APIs have."""


def body_of(route: Route, request: ModelRequest) -> Json:
    """A chat request as a Responses request; nothing is to be stored at the service."""
    instructions, items = input_items(request.messages)
    body: Json = {
        **{name: value for name, value in request.extra.items() if name in PASSED_FIELDS},
        "model": route.model,
        "input": items,
        "stream": True,
        "store": False,
        "temperature": request.temperature,
        "top_p": request.top_p,
        "max_output_tokens": None if request.max_tokens is None else max(16, request.max_tokens),
        "instructions": instructions or None,
        "reasoning": {"effort": request.reasoning_effort} if request.reasoning_effort else None,
        "text": {"format": text_format(request.response_format)} if request.response_format else None,
    }
    if request.tools:
        body["tools"] = [{"type": "function", "strict": False, **tool["function"]} for tool in request.tools]
        if request.tool_choice is not None:
            body["tool_choice"] = flat_choice(request.tool_choice)
        if request.parallel_tool_calls is False:
            body["parallel_tool_calls"] = False
    return {
        name: value
        for name, value in body.items()
        if value is not None and name not in route.abilities.refused
    }


def text_format(response_format: Json) -> Json:
    """Chat Completions' ``response_format`` as Responses' ``text.format``."""
    if response_format.get("type") == "json_schema":
        return {"type": "json_schema", **response_format.get("json_schema", {})}
    return response_format


def flat_choice(choice: Any) -> Any:
    """Chat Completions' ``tool_choice`` as Responses has it."""
    if isinstance(choice, dict) and isinstance(choice.get("function"), dict):
        return {"type": "function", "name": choice["function"].get("name")}
    return choice


def input_items(messages: list[Json]) -> tuple[str, list[Json]]:
    """Instructions, and the messages as input items."""
    instructions = []
    items: list[Json] = []
    for message in messages:
        role = message["role"]
        if role in {"system", "developer"} and not items:
            instructions.append(_plain(message.get("content")))
        elif role == "tool":
            items.append(
                {
                    "type": "function_call_output",
                    "call_id": message.get("tool_call_id"),
                    "output": _plain(message.get("content")),
                }
            )
        else:
            if content := _input_content(role, message.get("content")):
                items.append({"type": "message", "role": role, "content": content})
            items += [
                {
                    "type": "function_call",
                    "call_id": call["id"],
                    "name": call["function"]["name"],
                    "arguments": call["function"]["arguments"],
                }
                for call in message.get("tool_calls") or ()
            ]
    return "\n\n".join(text for text in instructions if text), items


def _plain(content: Any) -> str:
    if isinstance(content, list):
        return "\n".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return content or ""


def _input_content(role: str, content: Any) -> Any:
    if not isinstance(content, list):
        if role == "assistant" and content:
            return [{"type": "output_text", "text": content, "annotations": []}]
        return content
    kind = "output_text" if role == "assistant" else "input_text"
    parts: list[Json] = []
    for part in content:
        if part.get("type") == "text":
            parts.append({"type": kind, "text": part["text"]})
        elif part.get("type") == "image_url":
            image = part["image_url"]
            parts.append(
                {"type": "input_image", "image_url": image["url"], "detail": image.get("detail", "auto")}
            )
        elif part.get("type") == "refusal":
            parts.append(part)
    return parts


@asynccontextmanager
async def open_stream(
    route: Route, body: Json, *, headers: dict[str, str] | None = None
) -> AsyncIterator[Any]:
    """Post to the service's responses and give the HTTP response, whose body is not read yet.

    Raises:
        openai.APIError: the service refused, or could not be reached.
    """
    responses = route.client.responses.with_streaming_response
    async with responses.create(
        model=route.model, input="", extra_body=body, extra_headers=headers, timeout=route.timeout()
    ) as response:
        yield response.http_response


async def stream(route: Route, request: ModelRequest) -> AsyncIterator[Piece]:
    """Call the model; the last piece is a :class:`Finish`.

    Raises:
        UpstreamFailed: the service sent something that is no answer, or its answer broke off or failed.
        openai.APIError: it refused, or could not be reached.
    """
    async with open_stream(route, body_of(route, request)) as response:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        reader = EventReader(route.service)
        if kind != "text/event-stream":
            content = await response.aread()
            if b"<html" in content[:300].lower() or content[:20].lower().startswith(b"<!doctype"):
                raise UpstreamFailed(web_page(route))
            body = parse_event(sse.Event("", content.decode("utf-8", "replace")), route.service)
            if body.get("object") != "response":
                raise malformed(route.service, content.decode("utf-8", "replace"))
            for piece in reader.whole(body):
                yield piece
        else:
            events = sse.decode(response.aiter_bytes())
            async for event in events:
                if event.data.strip() == "[DONE]":
                    break
                for piece in reader.read(parse_event(event, route.service)):
                    yield piece
            await drain(events)
        yield reader.finish()


class EventReader:
    """Turns the events of a response into pieces."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._calls: dict[str, int] = {}
        self._written: set[str] = set()
        self._reason: str | None = None
        self._usage: TokenUsage | None = None
        self._started = False

    def read(self, event: Json) -> list[Piece]:
        """Pieces of one event.

        Raises:
            UpstreamFailed: the event says that the response failed.
        """
        kind = event.get("type")
        pieces: list[Piece] = []
        if kind == "error":
            raise from_stream_error(event, service=self._service)
        if kind == "response.output_text.delta":
            pieces = [TextPiece(str(event.get("delta") or ""))]
        elif kind == "response.refusal.delta":
            pieces = [RefusalPiece(str(event.get("delta") or ""))]
        elif kind == "response.output_item.added" and _is_call(event.get("item")):
            pieces = [self._open(event["item"])]
        elif kind == "response.function_call_arguments.delta":
            identifier = str(event.get("item_id"))
            self._written.add(identifier)
            pieces = [ToolCallPiece(self._calls.get(identifier, 0), "", "", str(event.get("delta") or ""))]
        elif kind == "response.output_item.done" and _is_call(event.get("item")):
            pieces = self._complete(event["item"])
        elif kind in {"response.completed", "response.incomplete", "response.failed"}:
            self._end(event.get("response") or {})
        self._started = self._started or bool(pieces)
        return pieces

    def whole(self, body: Json) -> list[Piece]:
        """Pieces of a response that came at once instead of streamed."""
        pieces: list[Piece] = []
        for item in body.get("output") or ():
            if _is_call(item):
                pieces += [self._open(item), *self._complete(item)]
            elif item.get("type") == "message":
                for part in item.get("content") or ():
                    if part.get("type") == "output_text":
                        pieces.append(TextPiece(str(part.get("text") or "")))
                    elif part.get("type") == "refusal":
                        pieces.append(RefusalPiece(str(part.get("refusal") or "")))
        self._end(body)
        return pieces

    def _open(self, item: Json) -> ToolCallPiece:
        index = self._calls.setdefault(str(item.get("id")), len(self._calls))
        return ToolCallPiece(
            index, str(item.get("call_id") or new_id("call")), str(item.get("name") or ""), ""
        )

    def _complete(self, item: Json) -> list[Piece]:
        """Calls whose arguments were not streamed come whole with their end."""
        identifier = str(item.get("id"))
        pieces: list[Piece] = [] if identifier in self._calls else [self._open(item)]
        if identifier not in self._written:
            self._written.add(identifier)
            pieces.append(ToolCallPiece(self._calls[identifier], "", "", str(item.get("arguments") or "")))
        return pieces

    def _end(self, response: Json) -> None:
        self._usage = usage_of(response.get("usage"))
        if response.get("status") == "failed" or response.get("error"):
            raise from_stream_error(response.get("error") or {}, service=self._service)
        details = response.get("incomplete_details") or {}
        if response.get("status") == "incomplete":
            self._reason = "content_filter" if details.get("reason") == "content_filter" else "length"
        else:
            self._reason = "tool_calls" if self._calls else "stop"

    def finish(self) -> Finish:
        """The answer's end.

        Raises:
            UpstreamFailed: the stream ended without saying so: it broke off.
        """
        if self._reason is None:
            raise UpstreamFailed(
                ServiceUnavailable(
                    f"{self._service} broke the connection off in the middle of the answer.",
                    advice="Try again. What had arrived is kept.",
                ),
                retryable=True,
            )
        return Finish(self._reason, self._usage)


def _is_call(item: Any) -> bool:
    return isinstance(item, dict) and item.get("type") == "function_call"

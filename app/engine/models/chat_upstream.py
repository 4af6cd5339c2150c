"""Model calls over Chat Completions, always streamed.

Answers are read leniently, because services differ: an answer that is not streamed although it was asked for, missing
indexes and ids of tool calls, ``function_call`` of old servers, a missing ``[DONE]``. What is no answer at all is an
error in words.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app.connections.failures import is_html
from app.core.errors import ConnectionFailed, ServiceUnavailable
from app.core.ids import new_id
from app.engine.models import sse
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

DRAIN_SECONDS = 0.1

OPTIONAL_FIELDS = frozenset(
    {
        "temperature",
        "top_p",
        "parallel_tool_calls",
        "stream_options",
        "reasoning_effort",
        "max_tokens",
        "max_completion_tokens",
        "tool_choice",
    }
)
"""Fields that a call can do without when a service does not take them."""


def body_of(route: Route, request: ModelRequest) -> Json:
    """The request's body for this service, without what it is known not to take."""
    body: Json = {
        **request.extra,
        "model": route.model,
        "messages": request.messages,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if request.tools:
        body["tools"] = request.tools
        if request.tool_choice is not None:
            body["tool_choice"] = request.tool_choice
        if request.parallel_tool_calls is False:
            body["parallel_tool_calls"] = False
    optional = {
        "response_format": request.response_format,
        "temperature": request.temperature,
        "top_p": request.top_p,
        "reasoning_effort": request.reasoning_effort,
        limit_field(route): request.max_tokens,
    }
    body |= {name: value for name, value in optional.items() if value is not None}
    known = {name: value for name, value in body.items() if name not in route.abilities.refused}
    return with_local_defaults(route, known)


def with_local_defaults(route: Route, body: Json) -> Json:
    """For a model on this computer: no thinking aloud unless it is asked for, because that takes minutes there.

    Templates that know no such switch pass over it.
    """
    if route.kind != "local" or "chat_template_kwargs" in body:
        return body
    thinking = body.get("reasoning_effort") not in (None, "none", "minimal")
    return {**body, "chat_template_kwargs": {"enable_thinking": thinking}}


def limit_field(route: Route) -> str:
    """The field that limits the answer's tokens: the listed one, unless the service refused it."""
    names = ["max_tokens", "max_completion_tokens"]
    if route.abilities.max_tokens == "max_completion_tokens":
        names.reverse()
    return next((name for name in names if name not in route.abilities.refused), names[0])


@asynccontextmanager
async def open_stream(
    route: Route, body: Json, *, headers: dict[str, str] | None = None
) -> AsyncIterator[Any]:
    """Post to the service's chat completions and give the HTTP response, whose body is not read yet.

    Raises:
        openai.APIError: the service refused, or could not be reached.
    """
    completions = route.client.chat.completions.with_streaming_response
    async with completions.create(
        model=route.model, messages=[], extra_body=body, extra_headers=headers, timeout=route.timeout()
    ) as response:
        yield response.http_response


async def stream(route: Route, request: ModelRequest) -> AsyncIterator[Piece]:
    """Call the model; the last piece is a :class:`Finish`.

    Raises:
        UpstreamFailed: the service sent something that is no answer, or its answer broke off.
        openai.APIError: it refused, or could not be reached.
    """
    async with open_stream(route, body_of(route, request)) as response:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "text/event-stream":
            head = await response.aread()
            for piece in whole_answer(head, route):
                yield piece
            return
        reader = ChunkReader(route.service)
        events = sse.decode(response.aiter_bytes())
        async for event in events:
            if event.data.strip() == "[DONE]":
                reader.done = True
                break
            for piece in reader.read(parse_event(event, route.service)):
                yield piece
        await drain(events)
        yield reader.finish()


async def drain(events: AsyncIterator[sse.Event]) -> None:
    """Read what is left of an answer that is over, so that its connection can be used again; not for long."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_SECONDS):
            async for _ in events:
                pass


def parse_event(event: sse.Event, service: str) -> Json:
    """The JSON of one event.

    Raises:
        UpstreamFailed: it is no JSON object, or the service reports an error in it.
    """
    try:
        data = json.loads(event.data)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise malformed(service, event.data)
    if data.get("error") or event.name == "error":
        raise from_stream_error(data, service=service)
    return data


def malformed(service: str, sample: str) -> UpstreamFailed:
    """The error for something that is not the API's format."""
    return UpstreamFailed(
        ServiceUnavailable(
            f"{service} sent something that is not the API's format, so the answer broke off.",
            advice="Check that the address leads to an OpenAI-compatible service; if it does, try again.",
            details=sample[:300],
        ),
        retryable=True,
    )


def whole_answer(content: bytes, route: Route) -> list[Piece]:
    """The pieces of an answer that came at once instead of streamed.

    Raises:
        UpstreamFailed: it is no chat completion.
    """
    text = content.decode("utf-8", "replace")
    if is_html(text):
        raise UpstreamFailed(web_page(route))
    try:
        data = json.loads(text)
    except ValueError:
        raise malformed(route.service, text) from None
    if isinstance(data, dict) and data.get("error"):
        raise from_stream_error(data, service=route.service)
    choices = data.get("choices") if isinstance(data, dict) else None
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise malformed(route.service, text)
    reader = ChunkReader(route.service)
    choice = {**choices[0], "delta": choices[0].get("message") or {}}
    return [*reader.read({**data, "choices": [choice]}), reader.finish()]


def web_page(route: Route) -> ConnectionFailed:
    """The error for an address that leads to a web site."""
    from app.connections.addresses import lacks_v1, with_v1

    base = str(route.client.base_url).rstrip("/")
    return ConnectionFailed(
        f"{route.service} answers with a web page instead of data.",
        advice=f"The address probably lacks “/v1”: try {with_v1(base)}"
        if lacks_v1(base)
        else "Check the address in Connections; it usually ends in “/v1”.",
    )


class ChunkReader:
    """Turns chat completion chunks into pieces."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._reason: str | None = None
        self._usage: TokenUsage | None = None
        self._indexes: dict[Any, int] = {}
        self._named: set[int] = set()
        self._started = False
        self.done = False

    def read(self, chunk: Json) -> list[Piece]:
        """Pieces of one chunk; usage and finish reason are kept for :meth:`finish`."""
        self._usage = usage_of(chunk.get("usage")) or self._usage
        choices = chunk.get("choices")
        if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
            return []
        choice = choices[0]
        if choice.get("index"):  # only the first answer is ours
            return []
        reason = choice.get("finish_reason")
        if isinstance(reason, str) and reason:
            self._reason = reason
        delta = choice.get("delta")
        if not isinstance(delta, dict):
            return []
        pieces: list[Piece] = []
        if text := _text_of(delta.get("content")):
            pieces.append(TextPiece(text))
        if refusal := delta.get("refusal"):
            pieces.append(RefusalPiece(str(refusal)))
        calls = delta.get("tool_calls")
        if not calls and isinstance(delta.get("function_call"), dict):
            calls = [{"index": 0, "function": delta["function_call"]}]
        if isinstance(calls, list):
            pieces += [self._call(call, place) for place, call in enumerate(calls) if isinstance(call, dict)]
        self._started = self._started or bool(pieces)
        return pieces

    def _call(self, call: Json, place: int) -> ToolCallPiece:
        given = call.get("index")
        identifier = call.get("id") if isinstance(call.get("id"), str) else ""
        given_function = call.get("function")
        function: Json = given_function if isinstance(given_function, dict) else {}
        name = function.get("name") or ""
        mark: Any = given if isinstance(given, int) else (identifier or (("place", place) if name else None))
        if mark is None:  # a continuation without index or id belongs to the last call
            index = max(self._indexes.values(), default=0)
        else:
            index = self._indexes.setdefault(mark, len(self._indexes))
        arguments = function.get("arguments")
        if not isinstance(arguments, str):
            arguments = "" if arguments is None else json.dumps(arguments, ensure_ascii=False)
        first = index not in self._named
        self._named.add(index)
        return ToolCallPiece(index, (identifier or new_id("call")) if first else "", str(name), arguments)

    def finish(self) -> Finish:
        """The answer's end.

        Raises:
            UpstreamFailed: the stream ended without saying so: it broke off.
        """
        if self._reason is None and not (self.done and self._started):
            raise UpstreamFailed(
                ServiceUnavailable(
                    f"{self._service} broke the connection off in the middle of the answer."
                    if self._started
                    else f"{self._service} ended its answer before it began.",
                    advice="Try again. What had arrived is kept.",
                ),
                retryable=True,
            )
        reason = self._reason or "stop"
        if self._named and reason in {"stop", "function_call"}:
            reason = "tool_calls"
        if reason in {"max_tokens", "max_output_tokens"}:
            reason = "length"
        return Finish(reason, self._usage)


def _text_of(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):  # some services send parts, thoughts among them
        return "".join(
            str(part.get("text") or "")
            for part in content
            if isinstance(part, dict) and part.get("type") in {"text", "output_text"}
        )
    return ""


def usage_of(usage: Any) -> TokenUsage | None:
    """Tokens out of a ``usage`` object of either API; None if there are no numbers in it."""
    if not isinstance(usage, dict):
        return None
    prompt = usage.get("prompt_tokens", usage.get("input_tokens"))
    completion = usage.get("completion_tokens", usage.get("output_tokens"))
    if not isinstance(prompt, int) and not isinstance(completion, int):
        return None
    return TokenUsage(
        prompt if isinstance(prompt, int) else 0, completion if isinstance(completion, int) else 0
    )

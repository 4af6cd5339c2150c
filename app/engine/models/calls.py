"""One model call from start to end: the right API, tool calling of the right kind, retries, adaptation to the service.

The run loop and the relay's translated answers come through here; what a service can do without translation is passed
on by :mod:`app.engine.models.passing`.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import logging
import random
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.ids import new_id
from app.engine.models import chat_upstream, probe, responses_upstream
from app.engine.models.failures import UpstreamFailed, explain
from app.engine.models.requests import (
    Finish,
    ModelRequest,
    Piece,
    TextPiece,
    TokenUsage,
    ToolCallPiece,
)
from app.engine.models.route import Route
from app.engine.models.tool_calling import FreeText, PromptedForm, prompted_request, retry_of
from app.engine.models.tool_replies import HiddenCalls, StepDecoder

log = logging.getLogger(__name__)

ATTEMPTS = 4
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0
MAX_ADAPTATIONS = 6
MAX_PROMPTED_ROUNDS = 8
NEVER = float("inf")
RETRY_TEMPERATURE = 0.6


@dataclass(frozen=True)
class CallOptions:
    """How one call is made.

    Attributes:
        forms: server tools that look different to a prompted model, by name.
        deadline: ``time.monotonic()`` after which no retry is begun.
        attempts: how often it is tried at most, when the service is busy or has a problem of its own.
        lenient: whether an answer that looks like a call of an offered tool counts as one.
        note: called with a sentence about what happened (a retry, an adaptation), for the run's record.
    """

    forms: Mapping[str, PromptedForm] = dataclasses.field(default_factory=dict)
    deadline: float = NEVER
    attempts: int = ATTEMPTS
    lenient: bool = True
    note: Callable[[str], None] = log.info


DEFAULTS = CallOptions()


async def stream(
    route: Route, request: ModelRequest, options: CallOptions = DEFAULTS
) -> AsyncIterator[Piece]:
    """Call the model; the last piece is a :class:`Finish`.

    429, 5xx and connection failures are tried again with growing pauses (or the pause the service asks for), as long
    as nothing of the answer has been given out.

    Raises:
        UpstreamFailed: the call failed for good; its ``started`` says whether a part of the answer was given out.
    """
    attempt, adaptations = 1, 0
    while True:
        started = False
        pieces = _once(route, request, options)
        try:
            async for piece in pieces:
                started = True
                yield piece
            return
        except UpstreamFailed as error:
            failure = error
        except (OSError, ValueError) as error:
            failure = explain(error, service=route.service, model=route.model)
        except Exception as error:
            if not _is_of_client(error):
                raise
            failure = explain(error, service=route.service, model=route.model)
        finally:
            await pieces.aclose()  # type: ignore[attr-defined]
        failure.started = started
        if started:
            raise failure
        if adaptations < MAX_ADAPTATIONS and _adapt(route, request, failure, options):
            adaptations += 1
            continue
        pause = _pause(failure, attempt, options)
        if pause is None:
            raise failure
        options.note(
            f"{failure.message} Trying again in {pause:.1f} seconds ({attempt} of {options.attempts - 1})."
        )
        attempt += 1
        await asyncio.sleep(pause)
        if route.reopen is not None:
            route = await route.reopen()


def _is_of_client(error: Exception) -> bool:
    import httpx2
    import openai

    return isinstance(error, openai.OpenAIError | httpx2.HTTPError | httpx2.StreamError | httpx2.InvalidURL)


def _pause(failure: UpstreamFailed, attempt: int, options: CallOptions) -> float | None:
    """Seconds to wait before the next try; None when there is no use in one."""
    if not failure.retryable or attempt >= options.attempts:
        return None
    pause: float = FIRST_PAUSE * 2 ** (attempt - 1) * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
    if failure.retry_after is not None:
        pause = max(failure.retry_after, 0.05)
    if pause > LONGEST_PAUSE or time.monotonic() + pause >= options.deadline:
        return None
    return pause


def _adapt(route: Route, request: ModelRequest, failure: UpstreamFailed, options: CallOptions) -> bool:
    """Learn from a refusal; true when the same request will now look different to the service."""
    if not failure.is_rejection:
        return False
    if failure.says_no_tools and request.tools and route.abilities.tools != "prompted":
        route.learn(tools="prompted")
        options.note(f"{route.name} has no tool calling of its own; tools are asked for in the prompt.")
        return True
    names = (
        responses_upstream.OPTIONAL_FIELDS
        if route.abilities.api == "responses"
        else chat_upstream.OPTIONAL_FIELDS
    )
    name = failure.parameter
    if name in names and name not in route.abilities.refused:
        others = {"max_tokens", "max_completion_tokens"} - {name}
        if name in {"max_tokens", "max_completion_tokens"} and others & route.abilities.refused:
            return False
        route.learn(refused=[name])
        options.note(f"{route.service} does not take “{name}” for {route.model}; it is left out.")
        return True
    about_schema = failure.parameter == "response_format" or any(
        word in failure.said.lower() for word in ("grammar", "json_schema", "response_format")
    )
    if about_schema and route.abilities.json_schema is not False and _is_prompted(route, request):
        route.abilities = route.abilities.updated({"json_schema": False})
        return True
    return False


def _is_prompted(route: Route, request: ModelRequest) -> bool:
    has_calls = any(m["role"] == "tool" or m.get("tool_calls") for m in request.messages)
    return route.abilities.tools == "prompted" and (bool(request.tools) or has_calls)


async def _once(route: Route, request: ModelRequest, options: CallOptions) -> AsyncIterator[Piece]:
    if request.tools and route.abilities.probe:
        await probe.probe_tools(route)
    if _is_prompted(route, request):
        pieces = _prompted(route, request, options)
    elif request.tools and options.lenient and request.tool_choice != "none":
        pieces = _lenient(route, request)
    else:
        pieces = raw_stream(route, request)
    try:
        async for piece in pieces:
            yield piece
    finally:
        await pieces.aclose()  # type: ignore[attr-defined]


def raw_stream(route: Route, request: ModelRequest) -> AsyncIterator[Piece]:
    """The call as the service speaks it, without retries or translation of tools."""
    if route.abilities.api == "responses":
        return responses_upstream.stream(route, request)
    return chat_upstream.stream(route, request)


async def _lenient(route: Route, request: ModelRequest) -> AsyncIterator[Piece]:
    """Native tool calling; an answer that is a call written as text counts as the call."""
    hidden: HiddenCalls | None = HiddenCalls({tool["function"]["name"] for tool in request.tools})
    pieces = raw_stream(route, request)
    try:
        async for piece in pieces:
            if hidden is None:
                yield piece
            elif isinstance(piece, TextPiece):
                if shown := hidden.feed(piece.text):
                    yield TextPiece(shown)
            elif isinstance(piece, ToolCallPiece):
                for held in hidden.end():
                    if isinstance(held, TextPiece):
                        yield held
                hidden = None
                yield piece
            elif isinstance(piece, Finish):
                held_back = hidden.end()
                for held in held_back:
                    yield held
                called = any(isinstance(held, ToolCallPiece) for held in held_back)
                yield Finish("tool_calls" if called else piece.reason, piece.usage)
            else:
                yield piece
    finally:
        await pieces.aclose()  # type: ignore[attr-defined]


async def _prompted(route: Route, request: ModelRequest, options: CallOptions) -> AsyncIterator[Piece]:
    if request.tools and _goes_round(request):
        request = dataclasses.replace(request, tool_choice="none")
    retry = retry_of(request, options.forms)
    if retry is not None:
        options.note(f"The output of {retry.name} was no result yet: the model was asked to correct it.")
        bare = dataclasses.replace(
            request,
            messages=retry.messages,
            tools=[],
            tool_choice=None,
            parallel_tool_calls=None,
            # A model that is asked to be exact writes the same mistake again.
            temperature=None if request.temperature is None else max(request.temperature, RETRY_TEMPERATURE),
        )
        async for piece in _written(route, bare, retry.name, retry.free):
            yield piece
        return
    grammar = route.abilities.json_schema is not False
    asked, tools = prompted_request(request, options.forms, grammar=grammar)
    if not tools:
        async for piece in raw_stream(route, asked):
            yield piece
        return
    decoder = StepDecoder({tool.name for tool in tools})
    called = ""
    arguments: list[str] = []
    finish = Finish("stop", None)
    free: FreeText | None = None
    pieces = raw_stream(route, asked)
    try:
        async for piece in pieces:
            if isinstance(piece, Finish):
                finish = piece
                decoded = decoder.end()
            else:
                decoded = decoder.feed(piece.text) if isinstance(piece, TextPiece) else [piece]
            for one in decoded:
                if isinstance(one, ToolCallPiece):
                    if one.name:
                        called = one.name
                        form = options.forms.get(called)
                        free = form.free_text if form else None
                    arguments.append(one.arguments)
                    if free is not None:
                        continue
                yield one
            if decoder.complete and not grammar:
                break  # without a grammar some models go on with white space up to their limit
    finally:
        await pieces.aclose()  # type: ignore[attr-defined]
    usage = finish.usage
    if free is not None:
        async for piece in _write_argument(route, asked, called, "".join(arguments), free):
            if isinstance(piece, Finish):
                usage = _sum(usage, piece.usage)
            else:
                yield piece
    yield Finish("tool_calls" if called else finish.reason, usage)


async def _write_argument(
    route: Route, asked: ModelRequest, name: str, arguments: str, free: FreeText
) -> AsyncIterator[Piece]:
    """The second step of a tool whose argument is free text: ask for it and give it out as the call's JSON."""
    try:
        given = json.loads(arguments)
    except ValueError:
        given = {}
    prompt = {"role": "user", "content": free.prompt(given if isinstance(given, dict) else {})}
    conversation = [m for m in asked.messages if m["role"] != "system"][-1:]
    request = dataclasses.replace(asked, messages=[*conversation, prompt])
    async for piece in _written(route, request, name, free):
        yield piece


async def _written(route: Route, request: ModelRequest, name: str, free: FreeText) -> AsyncIterator[Piece]:
    """The model's free text as a call whose one argument it is."""
    request = dataclasses.replace(request, response_format=None)
    yield ToolCallPiece(0, new_id("call"), name, f'{{"{free.argument}": "')
    fence = _Unfenced()
    usage: TokenUsage | None = None
    async for piece in raw_stream(route, request):
        if isinstance(piece, TextPiece):
            if text := fence.feed(piece.text):
                yield ToolCallPiece(0, "", "", _escaped(text))
        elif isinstance(piece, Finish):
            usage = piece.usage
    yield ToolCallPiece(0, "", "", f'{_escaped(fence.end())}"}}')
    yield Finish("tool_calls", usage)


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


class _Unfenced:
    """Takes the code fence off a text that streams: lines up to and with the opening fence, and all after the closing one."""

    def __init__(self) -> None:
        self._line = ""
        self._state = "before"
        self._seen: list[str] = []

    def feed(self, text: str) -> str:
        self._line += text
        *lines, self._line = self._line.split("\n")
        return "".join([self._take(f"{line}\n") for line in lines])

    def _take(self, line: str) -> str:
        if line.lstrip().startswith("```"):
            self._state = "inside" if self._state == "before" else "after"
            if self._state == "inside":
                self._seen.clear()
            return ""
        if self._state == "inside":
            return line
        if self._state == "before":
            self._seen.append(line)
        return ""

    def end(self) -> str:
        last = self._take(self._line) if self._line else ""
        # No fence at all: the whole text is the code.
        return last if self._state != "before" else "".join(self._seen)


def _goes_round(request: ModelRequest) -> bool:
    """Whether a model that is prompted for calls repeats itself: it then has to answer."""
    calls: list[Any] = []
    for message in reversed(request.messages):
        if message["role"] == "user":
            break
        calls += [
            (call["function"]["name"], call["function"]["arguments"])
            for call in message.get("tool_calls") or ()
        ]
    return len(calls) >= MAX_PROMPTED_ROUNDS or (len(calls) >= 2 and calls[0] == calls[1])


def _sum(one: TokenUsage | None, other: TokenUsage | None) -> TokenUsage | None:
    if one is None or other is None:
        return one or other
    return one + other

"""Trying a model's own tool calling once, before it is relied on: a template that supports tools is only a promise."""

from __future__ import annotations

import json
import logging

from app.engine.models import chat_upstream
from app.engine.models.requests import ModelRequest, ToolCallPiece
from app.engine.models.route import Route

log = logging.getLogger(__name__)

MAX_TOKENS = 96
_TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get the current weather in a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


async def probe_tools(route: Route) -> None:
    """Ask for a call that any model with tool calling makes, and keep the result in the route's abilities.

    Raises:
        UpstreamFailed, openai.APIError: the model could not be asked at all (nothing is learned then).
    """
    request = ModelRequest(
        messages=[{"role": "user", "content": "What is the weather in Paris? Use the tool."}],
        tools=[_TOOL],
        temperature=0.0,
        max_tokens=MAX_TOKENS,
    )
    name, arguments = "", []
    async for piece in chat_upstream.stream(route, request):
        if isinstance(piece, ToolCallPiece):
            name = name or piece.name
            arguments.append(piece.arguments)
    try:
        passed = name == "get_weather" and isinstance(json.loads("".join(arguments)), dict)
    except ValueError:
        passed = False
    log.info("%s %s tools natively", route.name, "calls" if passed else "does not call")
    route.learn(tools="native" if passed else "prompted")

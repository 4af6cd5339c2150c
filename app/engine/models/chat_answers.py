"""Chat Completions answers made from pieces, for models that are reached in another way."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from app.core.ids import new_id
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

_OWN_FIELDS = frozenset(
    {
        "model", "messages", "tools", "tool_choice", "parallel_tool_calls", "response_format", "temperature", "top_p",
        "reasoning_effort", "max_tokens", "max_completion_tokens", "stream", "stream_options", "n",
    }
)  # fmt: skip


def request_of(body: Mapping[str, Any]) -> ModelRequest:
    """A caller's body as a model call; what we do not know is passed on as it is."""
    limit = body.get("max_completion_tokens")
    return ModelRequest(
        messages=list(body.get("messages") or ()),
        tools=[
            tool
            for tool in body.get("tools") or ()
            if isinstance(tool, dict) and tool.get("type") == "function"
        ],
        tool_choice=body.get("tool_choice"),
        parallel_tool_calls=body.get("parallel_tool_calls"),
        response_format=body.get("response_format"),
        temperature=body.get("temperature"),
        top_p=body.get("top_p"),
        reasoning_effort=body.get("reasoning_effort"),
        max_tokens=limit if limit is not None else body.get("max_tokens"),
        extra={name: value for name, value in body.items() if name not in _OWN_FIELDS},
    )


class ChatAnswer:
    """Gathers pieces into a chat completion, or turns each into a chunk."""

    def __init__(self, model: str) -> None:
        self._base: Json = {"id": f"chatcmpl-{new_id('x')[2:]}", "created": int(time.time()), "model": model}
        self._text: list[str] = []
        self._refusal: list[str] = []
        self._calls: list[Json] = []
        self._reason = "stop"
        self._usage: TokenUsage | None = None

    def opening(self) -> Json:
        """The first chunk: the role."""
        return self._chunk({"role": "assistant", "content": "", "refusal": None})

    def take(self, piece: Piece) -> Json | None:
        """Take a piece; gives its chunk."""
        if isinstance(piece, TextPiece):
            self._text.append(piece.text)
            return self._chunk({"content": piece.text})
        if isinstance(piece, RefusalPiece):
            self._refusal.append(piece.text)
            return self._chunk({"refusal": piece.text})
        if isinstance(piece, ToolCallPiece):
            return self._chunk({"tool_calls": [self._call(piece)]})
        return self._end(piece)

    def _end(self, finish: Finish) -> Json:
        self._reason = finish.reason
        self._usage = finish.usage
        return self._chunk({}, finish.reason)

    def _call(self, piece: ToolCallPiece) -> Json:
        if piece.index >= len(self._calls):
            function = {"name": piece.name, "arguments": piece.arguments}
            call: Json = {"id": piece.id, "type": "function", "function": function}
            self._calls.append(call)
            return {"index": piece.index, **call, "function": dict(function)}
        self._calls[piece.index]["function"]["arguments"] += piece.arguments
        return {"index": piece.index, "function": {"arguments": piece.arguments}}

    def _chunk(self, delta: Json, reason: str | None = None) -> Json:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        return {**self._base, "object": "chat.completion.chunk", "choices": [choice]}

    def usage_chunk(self) -> Json:
        """The chunk that tells the tokens."""
        return {**self._base, "object": "chat.completion.chunk", "choices": [], "usage": self._wire_usage()}

    def _wire_usage(self) -> Json:
        return (self._usage or TokenUsage(0, 0)).wire()

    def whole(self) -> Json:
        """The chat completion."""
        text = "".join(self._text)
        message: Json = {
            "role": "assistant",
            "content": text if text or not self._calls else None,
            "refusal": "".join(self._refusal) or None,
        }
        if self._calls:
            message["tool_calls"] = self._calls
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": self._reason}
        return {**self._base, "object": "chat.completion", "choices": [choice], "usage": self._wire_usage()}

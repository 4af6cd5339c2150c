"""Responses made from the pieces of a model call: the response itself, and its events in their documented order."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from app.core.ids import new_id
from app.engine.models.failures import UpstreamFailed
from app.engine.models.requests import (
    Finish,
    Json,
    Piece,
    RefusalPiece,
    TextPiece,
    TokenUsage,
    ToolCallPiece,
)


class ResponseEvent(NamedTuple):
    """One event of a response's stream."""

    name: str
    data: Json


def new_response(
    body: Mapping[str, Any],
    *,
    previous_id: str | None,
    conversation_id: str | None,
    status: str = "in_progress",
) -> Json:
    """A response that has no output yet, with what was asked for."""
    text = body.get("text") or {}
    reasoning = body.get("reasoning") or {}
    return {
        "id": new_id("resp"),
        "object": "response",
        "created_at": int(time.time()),
        "status": status,
        "background": bool(body.get("background")),
        "completed_at": None,
        "error": None,
        "incomplete_details": None,
        "instructions": body.get("instructions"),
        "max_output_tokens": body.get("max_output_tokens"),
        "model": body["model"],
        "output": [],
        "parallel_tool_calls": body.get("parallel_tool_calls") is not False,
        "previous_response_id": previous_id,
        "conversation": {"id": conversation_id} if conversation_id else None,
        "reasoning": {"effort": reasoning.get("effort"), "summary": None},
        "store": body.get("store") is not False,
        "temperature": 1.0 if body.get("temperature") is None else body["temperature"],
        "text": {**text, "format": text.get("format") or {"type": "text"}},
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": [_shown_tool(tool) for tool in body.get("tools") or ()],
        "top_p": 1.0 if body.get("top_p") is None else body["top_p"],
        "truncation": body.get("truncation") or "disabled",
        "usage": None,
        "user": body.get("user"),
        "metadata": body.get("metadata") or {},
    }


def _shown_tool(tool: Any) -> Any:
    if isinstance(tool, dict) and tool.get("type") == "function":
        return {"description": None, "parameters": None, "strict": True, **tool}
    return tool


class ResponseAnswer:
    """Turns pieces into the events of ``response``, which it fills meanwhile."""

    def __init__(self, response: Json) -> None:
        self.response = response
        self._number = 0
        self._message: Json | None = None
        self._calls: dict[int, Json] = {}
        self._open: list[Json] = []

    def _event(self, kind: str, **data: Any) -> ResponseEvent:
        number = self._number
        self._number += 1
        return ResponseEvent(kind, {"type": kind, "sequence_number": number, **data})

    def opening(self) -> list[ResponseEvent]:
        """The events before any output."""
        shown = {**self.response, "output": []}
        return [
            self._event("response.created", response=shown),
            self._event("response.in_progress", response=shown),
        ]

    def take(self, piece: Piece) -> list[ResponseEvent]:
        """Events of one piece; the last one ends the response."""
        if isinstance(piece, TextPiece):
            return self._text(piece.text)
        if isinstance(piece, RefusalPiece):
            return self._refusal(piece.text)
        if isinstance(piece, ToolCallPiece):
            return self._call(piece)
        return self._finish(piece)

    # -- items ---------------------------------------------------------------------------------------------------

    def _add(self, item: Json, shown: Json) -> ResponseEvent:
        self.response["output"].append(item)
        self._open.append(item)
        return self._event("response.output_item.added", output_index=self._index(item), item=shown)

    def _index(self, item: Json) -> int:
        return next(index for index, one in enumerate(self.response["output"]) if one is item)

    def _part(self, kind: str, empty: Json) -> tuple[Json, int, list[ResponseEvent]]:
        """The message's part of this kind, opened if need be."""
        events = []
        if self._message is None:
            self._message = {
                "id": new_id("msg"),
                "type": "message",
                "status": "in_progress",
                "role": "assistant",
                "content": [],
            }
            events.append(self._add(self._message, {**self._message, "content": []}))
        content = self._message["content"]
        for place, part in enumerate(content):
            if part["type"] == kind:
                return part, place, events
        content.append(empty)
        events.append(
            self._event(
                "response.content_part.added",
                item_id=self._message["id"],
                output_index=self._index(self._message),
                content_index=len(content) - 1,
                part=dict(empty),
            )
        )
        return empty, len(content) - 1, events

    def _place(self, item: Json, content_index: int) -> Json:
        return {"item_id": item["id"], "output_index": self._index(item), "content_index": content_index}

    def _text(self, text: str) -> list[ResponseEvent]:
        part, place, events = self._part(
            "output_text", {"type": "output_text", "annotations": [], "logprobs": [], "text": ""}
        )
        part["text"] += text
        assert self._message is not None
        where = self._place(self._message, place)
        return [*events, self._event("response.output_text.delta", **where, delta=text, logprobs=[])]

    def _refusal(self, text: str) -> list[ResponseEvent]:
        part, place, events = self._part("refusal", {"type": "refusal", "refusal": ""})
        part["refusal"] += text
        assert self._message is not None
        where = self._place(self._message, place)
        return [*events, self._event("response.refusal.delta", **where, delta=text)]

    def _call(self, piece: ToolCallPiece) -> list[ResponseEvent]:
        events: list[ResponseEvent] = []
        item = self._calls.get(piece.index)
        if item is None:
            events += self._close_message()
            item = self._calls[piece.index] = {
                "id": new_id("fc"),
                "type": "function_call",
                "status": "in_progress",
                "call_id": piece.id,
                "name": piece.name,
                "arguments": "",
            }
            events.append(self._add(item, dict(item)))
        if piece.arguments:
            item["arguments"] += piece.arguments
            events.append(
                self._event(
                    "response.function_call_arguments.delta",
                    item_id=item["id"],
                    output_index=self._index(item),
                    delta=piece.arguments,
                )
            )
        return events

    def _close_message(self, status: str = "completed") -> list[ResponseEvent]:
        message = self._message
        if message is None:
            return []
        events = []
        for place, part in enumerate(message["content"]):
            where = self._place(message, place)
            if part["type"] == "output_text":
                events.append(
                    self._event("response.output_text.done", **where, text=part["text"], logprobs=[])
                )
            else:
                events.append(self._event("response.refusal.done", **where, refusal=part["refusal"]))
            events.append(self._event("response.content_part.done", **where, part=dict(part)))
        events += self._close(message, status)
        self._message = None  # text after a call is a message of its own
        return events

    def _close(self, item: Json, status: str) -> list[ResponseEvent]:
        item["status"] = status
        self._open = [one for one in self._open if one is not item]
        return [self._event("response.output_item.done", output_index=self._index(item), item=dict(item))]

    def _close_all(self, status: str) -> list[ResponseEvent]:
        events = self._close_message(status)
        for item in list(self._open):
            if item["type"] == "function_call":
                events.append(
                    self._event(
                        "response.function_call_arguments.done",
                        item_id=item["id"],
                        output_index=self._index(item),
                        name=item["name"],
                        arguments=item["arguments"],
                    )
                )
                events += self._close(item, status)
        return events

    # -- the end -------------------------------------------------------------------------------------------------

    def _finish(self, finish: Finish) -> list[ResponseEvent]:
        cut = {"length": "max_output_tokens", "content_filter": "content_filter"}.get(finish.reason)
        events = [] if self.response["output"] else self._text("")
        events += self._close_all("incomplete" if cut else "completed")
        usage = finish.usage or TokenUsage(0, 0)
        self.response |= {
            "status": "incomplete" if cut else "completed",
            "incomplete_details": {"reason": cut} if cut else None,
            "completed_at": None if cut else int(time.time()),
            "usage": {
                "input_tokens": usage.prompt,
                "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
                "output_tokens": usage.completion,
                "output_tokens_details": {"reasoning_tokens": 0},
                "total_tokens": usage.prompt + usage.completion,
            },
        }
        events.append(self._event(f"response.{self.response['status']}", response=dict(self.response)))
        return events

    def fail(self, failure: UpstreamFailed) -> list[ResponseEvent]:
        """End the response for a call that failed on the way."""
        events = self._close_all("incomplete")
        self.response |= {"status": "failed", "error": failure.last_error()}
        events.append(self._event("response.failed", response=dict(self.response)))
        return events

    def cancel(self) -> None:
        """End the response because somebody stopped it."""
        self._close_all("incomplete")
        self.response["status"] = "cancelled"

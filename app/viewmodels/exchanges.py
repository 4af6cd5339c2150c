"""What a service answered to each request, put together again of the events that it came in."""

from __future__ import annotations

from typing import Any

from app.core import run_events as ev

Json = dict[str, Any]


class Response:
    """The answer to one request, so far.

    What has an object of its own in the API (a run, a response, a thread) is shown as that object was at last; a streamed
    chat completion as the whole one that its pieces make.
    """

    def __init__(self, request: ev.Sent) -> None:
        self._endpoint = request.endpoint
        self._text: list[str] = []
        self._calls: dict[str, Json] = {}
        self._object: Json = {}
        self._chunk: Json = {}
        self._finish = ""

    def take(self, event: ev.RunEvent) -> None:
        """Take what came after the request."""
        raw = event.raw if isinstance(event.raw, dict) else {}
        match event:
            case ev.TextDelta():
                self._text.append(event.text)
                self._chunk = self._chunk or raw
            case ev.ToolCallDelta():
                call = self._calls.setdefault(
                    event.call_id,
                    {"id": event.call_id, "type": "function", "function": {"name": "", "arguments": ""}},
                )
                call["function"]["name"] = event.name or call["function"]["name"]
                call["function"]["arguments"] += event.arguments
            case ev.ObjectCreated() | ev.Usage():
                if raw.get("object") == "chat.completion.chunk":
                    self._chunk = raw
                elif raw:
                    self._object = raw.get("response") or raw
            case ev.Finished():
                self._finish = event.status
                self._object = raw or self._object
                if event.error:
                    self._object = {**self._object, "error": event.details or event.error}
            case _:
                pass

    @property
    def body(self) -> Json:
        """The answer as one object; empty when nothing is known of it."""
        text = "".join(self._text)
        if not self._endpoint.endswith("/chat/completions"):
            return {**self._object, "text": text} if text and self._object else self._object
        if not (text or self._calls or self._object):
            return {}
        message: Json = {"role": "assistant", "content": text or None}
        if self._calls:
            message["tool_calls"] = list(self._calls.values())
        whole = {key: self._chunk[key] for key in ("id", "created", "model", "usage") if self._chunk.get(key)}
        return {
            **whole,
            "object": "chat.completion",
            "choices": [{"index": 0, "message": message}],
            **({"error": self._object["error"]} if "error" in self._object else {}),
        }

"""A scripted OpenAI-compatible service on loopback: the only thing in the tests that plays a part.

It speaks HTTP/1.1 over real sockets and can do what real services do wrong: refuse keys, limit rates, hang, drop the
connection in the middle of an answer, send malformed events. Every request it gets is kept in ``requests``.

    with ScriptedUpstream() as upstream:
        upstream.reply(Text("Hello there"))                  # queued: taken by the next request
        upstream.default = Text("again")                     # taken when the queue is empty
        client = OpenAI(base_url=upstream.base_url, api_key="sk-test")
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Recorded:
    """A request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any
    at: float = field(default_factory=time.monotonic)


@dataclass
class Text:
    """An answer of text, streamed word by word with ``delay`` seconds between the pieces."""

    text: str
    delay: float = 0.0
    finish_reason: str = "stop"
    prompt_tokens: int = 11
    completion_tokens: int | None = None
    pieces: Sequence[str] | None = None
    drop_after: int | None = None  # close the connection after so many pieces
    hang_after: int | None = None  # stop sending after so many pieces
    malformed_after: int | None = None  # send a broken event after so many pieces
    refusal: str | None = None

    def split(self) -> list[str]:
        if self.pieces is not None:
            return list(self.pieces)
        words = self.text.split(" ")
        return [w if i == 0 else f" {w}" for i, w in enumerate(words)] if self.text else []


@dataclass
class ToolCalls:
    """An answer that calls functions: ``calls`` are (name, arguments as JSON text), ids are ``call_…``."""

    calls: Sequence[tuple[str, str]]
    text: str = ""
    prompt_tokens: int = 11
    completion_tokens: int = 7
    delay: float = 0.0
    ids: Sequence[str] | None = None


@dataclass
class Error:
    """An HTTP error in OpenAI's shape."""

    status: int
    message: str = "scripted error"
    type: str = "invalid_request_error"
    code: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None  # sent instead of the OpenAI error body


@dataclass
class Hang:
    """Accept the request and answer nothing."""


@dataclass
class Drop:
    """Close the connection without an answer."""


@dataclass
class Raw:
    """Send these bytes as the body."""

    body: bytes
    content_type: str = "application/json"
    status: int = 200


Reply = Text | ToolCalls | Error | Hang | Drop | Raw | Callable[[Recorded], "Reply"]


class ScriptedUpstream:
    """The server; a context manager. ``key`` None accepts every key."""

    def __init__(
        self,
        *,
        models: Sequence[str] = ("scripted-1",),
        key: str | None = None,
        prefix: str = "/v1",
        port: int = 0,
    ) -> None:
        self.models = list(models)
        self.key = key
        self.prefix = prefix
        self.requests: list[Recorded] = []
        self.default: Reply = Text("Hello from the scripted model.")
        self.models_reply: Error | Raw | None = None  # instead of the list of models
        self.embed: Callable[[list[str]], Sequence[Sequence[float]] | Error] | None = None  # /embeddings
        self._queue: list[Reply] = []
        self._lock = threading.Lock()
        self._released = threading.Event()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.owner = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    def reply(self, *replies: Reply) -> None:
        """Queue answers for the next chat (or responses) requests."""
        with self._lock:
            self._queue.extend(replies)

    def next_reply(self, request: Recorded) -> Reply:
        with self._lock:
            reply = self._queue.pop(0) if self._queue else self.default
        while callable(reply):
            reply = reply(request)
        return reply

    def reset(self) -> None:
        """Forget queued answers and recorded requests."""
        with self._lock:
            self._queue.clear()
            self.requests.clear()
            self.default = Text("Hello from the scripted model.")
            self.models_reply = None
            self.embed = None

    @property
    def chats(self) -> list[Recorded]:
        """The chat completion requests so far."""
        return [r for r in self.requests if r.path.endswith("/chat/completions")]

    def start(self) -> ScriptedUpstream:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> ScriptedUpstream:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512
    owner: ScriptedUpstream

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: Any) -> None:
        """Quiet."""

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def do_GET(self) -> None:
        request = self._record(None)
        if not self._authorised():
            return
        if request.path == f"{self.server.owner.prefix}/models":
            scripted = self.server.owner.models_reply
            if scripted is not None:
                self._scripted(scripted)
                return
            data = [
                {"id": m, "object": "model", "created": 1700000000, "owned_by": "scripted"}
                for m in self.server.owner.models
            ]
            self._json(200, {"object": "list", "data": data})
        else:
            self._not_found(request.path)

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        try:
            body = json.loads(raw)
        except ValueError:
            body = raw
        request = self._record(body)
        if not self._authorised():
            return
        owner = self.server.owner
        if request.path == f"{owner.prefix}/embeddings" and owner.embed is not None:
            self._embeddings(body, owner.embed)
            return
        if request.path not in {f"{owner.prefix}/chat/completions", f"{owner.prefix}/responses"}:
            self._not_found(request.path)
            return
        reply = owner.next_reply(request)
        if isinstance(reply, Hang):
            owner._released.wait(120)
            self.close_connection = True
        elif isinstance(reply, Drop):
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
        elif isinstance(reply, Raw | Error):
            self._scripted(reply)
        elif isinstance(body, dict) and body.get("model") not in owner.models:
            self._json(
                404,
                {
                    "error": {
                        "message": f"The model `{body.get('model')}` does not exist",
                        "type": "invalid_request_error",
                        "param": None,
                        "code": "model_not_found",
                    }
                },
            )
        elif request.path.endswith("/responses"):
            self._responses(request, reply)
        else:
            self._chat(request, reply)

    def _embeddings(self, body: Any, embed: Callable[[list[str]], Any]) -> None:
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        made = embed(texts)
        if isinstance(made, Error):
            self._scripted(made)
            return
        data = [{"object": "embedding", "index": i, "embedding": list(row)} for i, row in enumerate(made)]
        usage = {"prompt_tokens": len(texts), "total_tokens": len(texts)}
        self._json(200, {"object": "list", "model": body["model"], "data": data, "usage": usage})

    # -- answers -------------------------------------------------------------------------------------------------

    def _chat(self, request: Recorded, reply: Text | ToolCalls) -> None:
        base = {"id": "chatcmpl-scripted", "created": 1700000000, "model": request.body["model"]}
        if isinstance(reply, Text):
            pieces = reply.split()
            completion = len(pieces) if reply.completion_tokens is None else reply.completion_tokens
            message: dict[str, Any] = {
                "role": "assistant",
                "content": "".join(pieces),
                "refusal": reply.refusal,
            }
            deltas: list[dict[str, Any]] = [
                {"role": "assistant", "content": ""},
                *({"content": p} for p in pieces),
            ]
            if reply.refusal:
                deltas.append({"refusal": reply.refusal})
            finish = reply.finish_reason
        else:
            ids = reply.ids or [
                f"call_{len(self.server.owner.requests)}_{i}" for i in range(len(reply.calls))
            ]
            calls = [
                {"id": ids[i], "type": "function", "function": {"name": n, "arguments": a}}
                for i, (n, a) in enumerate(reply.calls)
            ]
            completion = reply.completion_tokens
            message = {
                "role": "assistant",
                "content": reply.text or None,
                "tool_calls": calls,
                "refusal": None,
            }
            deltas = [{"role": "assistant", "content": reply.text or None}]
            for i, call in enumerate(calls):
                head = {
                    "index": i,
                    "id": call["id"],
                    "type": "function",
                    "function": {"name": call["function"]["name"], "arguments": ""},
                }
                deltas.append({"tool_calls": [head]})
                a = call["function"]["arguments"]
                deltas.extend(
                    {"tool_calls": [{"index": i, "function": {"arguments": a[k : k + 8]}}]}
                    for k in range(0, len(a), 8)
                )
            finish = "tool_calls"
        usage = {
            "prompt_tokens": reply.prompt_tokens,
            "completion_tokens": completion,
            "total_tokens": reply.prompt_tokens + completion,
        }
        if not request.body.get("stream"):
            time.sleep(reply.delay)
            choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
            self._json(200, {**base, "object": "chat.completion", "choices": [choice], "usage": usage})
            return
        self._start_stream()
        chunk = {**base, "object": "chat.completion.chunk"}
        sent = -1  # the first delta carries the role, no text
        for delta in deltas:
            if not self._maybe_misbehave(reply, sent):
                return
            self._event({**chunk, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
            sent += 1
            if reply.delay:
                time.sleep(reply.delay)
        if not self._maybe_misbehave(reply, sent):
            return
        self._event({**chunk, "choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
        if (request.body.get("stream_options") or {}).get("include_usage"):
            self._event({**chunk, "choices": [], "usage": usage})
        self._data(b"data: [DONE]\n\n")
        self._data(b"")

    def _responses(self, request: Recorded, reply: Text | ToolCalls) -> None:
        base = {
            "id": f"resp_scripted{time.monotonic_ns()}", "object": "response", "created_at": 1700000000,
            "model": request.body["model"], "error": None, "incomplete_details": None, "instructions": request.body.get("instructions"),
            "metadata": {}, "parallel_tool_calls": True, "temperature": 1.0, "tool_choice": "auto",
            "tools": request.body.get("tools") or [], "top_p": 1.0,
        }  # fmt: skip
        output: list[dict[str, Any]] = []
        if isinstance(reply, Text):
            pieces = reply.split()
            output.append(
                {
                    "id": "msg_scripted",
                    "type": "message",
                    "role": "assistant",
                    "status": "completed",
                    "content": [{"type": "output_text", "text": "".join(pieces), "annotations": []}],
                }
            )
            completion = len(pieces) if reply.completion_tokens is None else reply.completion_tokens
        else:
            pieces = []
            completion = reply.completion_tokens
            for i, (name, arguments) in enumerate(reply.calls):
                call_id = reply.ids[i] if reply.ids else f"call_{len(self.server.owner.requests)}_{i}"
                output.append(
                    {
                        "id": f"fc_{i}",
                        "type": "function_call",
                        "call_id": call_id,
                        "name": name,
                        "arguments": arguments,
                        "status": "completed",
                    }
                )
        usage = {
            "input_tokens": reply.prompt_tokens, "output_tokens": completion, "total_tokens": reply.prompt_tokens + completion,
            "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0},
        }  # fmt: skip
        done = {**base, "status": "completed", "output": output, "usage": usage}
        if not request.body.get("stream"):
            time.sleep(reply.delay)
            self._json(200, done)
            return
        self._start_stream()
        number = 0

        def emit(kind: str, **rest: Any) -> None:
            nonlocal number
            self._event({"type": kind, "sequence_number": number, **rest}, name=kind)
            number += 1

        started = {**base, "status": "in_progress", "output": [], "usage": None}
        emit("response.created", response=started)
        emit("response.in_progress", response=started)
        for index, item in enumerate(output):
            if item["type"] == "message":
                emit(
                    "response.output_item.added",
                    output_index=index,
                    item={**item, "status": "in_progress", "content": []},
                )
                emit(
                    "response.content_part.added",
                    item_id=item["id"],
                    output_index=index,
                    content_index=0,
                    part={"type": "output_text", "text": "", "annotations": []},
                )
                for i, piece in enumerate(pieces):
                    if not self._maybe_misbehave(reply, i):
                        return
                    emit(
                        "response.output_text.delta",
                        item_id=item["id"],
                        output_index=index,
                        content_index=0,
                        delta=piece,
                        logprobs=[],
                    )
                    time.sleep(reply.delay)
                emit(
                    "response.output_text.done",
                    item_id=item["id"],
                    output_index=index,
                    content_index=0,
                    text="".join(pieces),
                    logprobs=[],
                )
                emit(
                    "response.content_part.done",
                    item_id=item["id"],
                    output_index=index,
                    content_index=0,
                    part=item["content"][0],
                )
            else:
                emit(
                    "response.output_item.added",
                    output_index=index,
                    item={**item, "arguments": "", "status": "in_progress"},
                )
                emit(
                    "response.function_call_arguments.delta",
                    item_id=item["id"],
                    output_index=index,
                    delta=item["arguments"],
                )
                emit(
                    "response.function_call_arguments.done",
                    item_id=item["id"],
                    output_index=index,
                    arguments=item["arguments"],
                    name=item["name"],
                )
            emit("response.output_item.done", output_index=index, item=item)
        emit("response.completed", response=done)
        self._data(b"")

    # -- plumbing ------------------------------------------------------------------------------------------------

    def _maybe_misbehave(self, reply: Text | ToolCalls, sent: int) -> bool:
        """False when the stream was given up on purpose."""
        if not isinstance(reply, Text):
            return True
        if reply.drop_after is not None and sent >= reply.drop_after:
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
            return False
        if reply.hang_after is not None and sent >= reply.hang_after:
            self.server.owner._released.wait(120)
            self.close_connection = True
            return False
        if reply.malformed_after is not None and sent >= reply.malformed_after:
            self._data(b'data: {"id": "chatcmpl-scripted", "choices": [{"del\n\n')
            self._data(b"")
            return False
        return True

    def _scripted(self, reply: Raw | Error) -> None:
        if isinstance(reply, Raw):
            self._bytes(reply.status, reply.body, reply.content_type, {})
        elif reply.body is not None:
            self._bytes(reply.status, reply.body, "text/html", reply.headers)
        else:
            error = {"message": reply.message, "type": reply.type, "param": None, "code": reply.code}
            self._json(reply.status, {"error": error}, reply.headers)

    def _record(self, body: Any) -> Recorded:
        request = Recorded(
            self.command, self.path.partition("?")[0], {k.lower(): v for k, v in self.headers.items()}, body
        )
        self.server.owner.requests.append(request)
        return request

    def _authorised(self) -> bool:
        key = self.server.owner.key
        if (
            key is None
            or self.headers.get("authorization") == f"Bearer {key}"
            or self.headers.get("api-key") == key
        ):
            return True
        self._json(
            401,
            {
                "error": {
                    "message": "Incorrect API key provided.",
                    "type": "invalid_request_error",
                    "param": None,
                    "code": "invalid_api_key",
                }
            },
        )
        return False

    def _not_found(self, path: str) -> None:
        self._json(
            404,
            {
                "error": {
                    "message": f"Unknown request URL: {self.command} {path}.",
                    "type": "invalid_request_error",
                    "param": None,
                    "code": "unknown_url",
                }
            },
        )

    def _json(self, status: int, data: Any, headers: dict[str, str] | None = None) -> None:
        self._bytes(status, json.dumps(data).encode(), "application/json", headers or {})

    def _bytes(self, status: int, body: bytes, content_type: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _start_stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream; charset=utf-8")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()

    def _event(self, data: Any, name: str | None = None) -> None:
        head = f"event: {name}\n" if name else ""
        self._data(f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode())

    def _data(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

"""What goes over the wire: every request of the SDK's clients, told to whoever wants to keep it.

Only the window listens (its activity log); without a listener nothing is recorded and nothing costs. Bodies are kept up
to a limit, never a header, and whatever the request's own key was is taken out of every text. A guard may refuse a
request before it leaves (a budget that is used up).
"""

from __future__ import annotations

import contextlib
import functools
import json
import logging
import re
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.connections.failure_facts import is_secret_header
from app.core.errors import AppError

if TYPE_CHECKING:
    import httpx2

log = logging.getLogger(__name__)

BODY_BYTES = 48_000
"""How much of a body's beginning is kept."""
TAIL_BYTES = 64_000
"""How much of its end is looked at for the token counts, which come last in a stream."""
WHOLE_BYTES = 1_000_000
"""Answers up to this size are read whole for their token counts."""
_KEY_SHAPES = re.compile(r"\b(?:sk|pk|rk|gsk|xai|key)-[A-Za-z0-9_\-]{12,}|(?<=Bearer )[^\s\"',]+")
_FINAL = frozenset({"completed", "failed", "cancelled", "expired", "incomplete"})


@dataclass(frozen=True)
class Tokens:
    """Token counts of one answer; ``cached`` is contained in ``prompt``."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0


@dataclass(frozen=True)
class Exchange:
    """One request with its answer, complete.

    Attributes:
        service: the connection's id, or the engine's name.
        at: when it left (seconds since 1970).
        method: of HTTP.
        path: of the address, without query.
        status: of HTTP; None when no answer came.
        seconds: until the whole answer was there, or it broke off.
        request: the body's beginning as text, without keys; a file's content is not kept.
        response: the answer's beginning as text, without keys.
        request_bytes: size of the whole body sent.
        response_bytes: size of the whole answer read.
        model: the model asked for, as the request or the answer names it.
        assistant: the assistant's id, for runs.
        run: the run's id, for runs: what several requests tell of one run counts once.
        tokens: what the answer says it used; None where it says nothing, or what it says counts elsewhere.
        error: why it broke off, the class of the failure alone.
    """

    service: str
    at: float
    method: str
    path: str
    status: int | None
    seconds: float
    request: str = ""
    response: str = ""
    request_bytes: int = 0
    response_bytes: int = 0
    model: str = ""
    assistant: str = ""
    run: str = ""
    tokens: Tokens | None = None
    error: str = ""


@dataclass
class Traffic:
    """The listeners of this process. ``guard`` is asked with service, path and request body before a request leaves."""

    observers: list[Callable[[Exchange], object]] = field(default_factory=list)
    guard: Callable[[str, str, dict[str, Any]], AppError | None] | None = None

    def observe(self, observer: Callable[[Exchange], object]) -> Callable[[], None]:
        """Tell ``observer`` every exchange, in the loop that made it, until the returned function is called."""
        self.observers.append(observer)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self.observers.remove(observer)

        return stop

    def tell(self, exchange: Exchange) -> None:
        """Pass an exchange on; a listener's failure is not the request's."""
        for observer in tuple(self.observers):
            try:
                observer(exchange)
            except Exception:
                log.exception("a request could not be recorded")


TRAFFIC = Traffic()
"""The process's own."""


@functools.cache
def client_class() -> Callable[..., httpx2.AsyncClient]:
    """The HTTP client that records; made late, because its base takes long to import."""
    import httpx2

    class RecordingStream(httpx2.AsyncByteStream):
        """Passes an answer's bytes on and keeps their beginning and end."""

        def __init__(self, inner: Any, recording: _Recording) -> None:
            self._inner = inner
            self._recording = recording

        async def __aiter__(self) -> AsyncIterator[bytes]:
            try:
                async for chunk in self._inner:
                    self._recording.take(chunk)
                    yield chunk
            except GeneratorExit:
                raise
            except BaseException as error:
                self._recording.finish(type(error).__name__)
                raise
            self._recording.finish()

        async def aclose(self) -> None:
            await self._inner.aclose()
            self._recording.finish()

    class RecordingClient(httpx2.AsyncClient):
        """An HTTP client for one service, whose requests are told to :data:`TRAFFIC`."""

        def __init__(self, service: str, **options: Any) -> None:
            super().__init__(**options)
            self._service = service

        async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
            if not TRAFFIC.observers and TRAFFIC.guard is None:
                return await super().send(request, **options)
            recording = _Recording(self._service, request)
            if TRAFFIC.guard is not None:
                refused = TRAFFIC.guard(self._service, recording.path, recording.asked)
                if refused is not None:
                    raise refused
            streamed = bool(options.get("stream"))
            try:
                # As a stream in any case, so that the bytes pass by here; read below where a stream was not wished for.
                response = await super().send(request, **{**options, "stream": True})
            except BaseException as error:
                recording.finish(type(error).__name__)
                raise
            recording.answered(response)
            inner: Any = response.stream
            response.stream = RecordingStream(inner, recording)
            if not streamed:
                try:
                    await response.aread()
                except BaseException:
                    await response.aclose()
                    raise
            return response

    return RecordingClient


class _Recording:
    """One exchange while it happens."""

    def __init__(self, service: str, request: httpx2.Request) -> None:
        self.path = request.url.path
        self._service = service
        self._method = request.method
        self._at = time.time()
        self._begun = time.monotonic()
        self._status: int | None = None
        self._type = ""
        self._encoded = False
        self._head = bytearray()
        self._tail = bytearray()
        self._size = 0
        self._done = False
        self._secrets = {
            part
            for name, value in request.headers.items()
            if is_secret_header(name)
            for part in (value, value.removeprefix("Bearer "))
            if len(part) >= 4
        }
        try:
            self._body = request.content
        except Exception:  # noqa: BLE001 - a body that is sent piece by piece was never whole in memory
            self._body = b""
        self._is_json = request.headers.get("content-type", "").startswith("application/json")
        self.asked = _object(self._body) if self._is_json and len(self._body) < WHOLE_BYTES else {}
        self._sent = int(request.headers.get("content-length") or len(self._body))

    def answered(self, response: httpx2.Response) -> None:
        """The answer's head is there."""
        self._status = response.status_code
        self._type = response.headers.get("content-type", "")
        self._encoded = response.headers.get("content-encoding", "identity") not in {"identity", ""}
        self._response = response

    def take(self, chunk: bytes) -> None:
        """A piece of the answer passed by."""
        self._size += len(chunk)
        limit = WHOLE_BYTES if "json" in self._type else BODY_BYTES
        if len(self._head) < limit:
            self._head += chunk[: limit - len(self._head)]
        self._tail += chunk
        if len(self._tail) > 2 * TAIL_BYTES:
            del self._tail[:-TAIL_BYTES]

    def finish(self, error: str = "") -> None:
        """The answer is there, or broke off; what is told is told once."""
        if self._done:
            return
        self._done = True
        head, tail = bytes(self._head), bytes(self._tail)
        if self._encoded:
            head, tail = self._decoded(head)
        answer = _object(head) if "json" in self._type and self._size <= WHOLE_BYTES else _last_object(tail)
        run = _run_of(self.path, answer)
        TRAFFIC.tell(
            Exchange(
                service=self._service,
                at=self._at,
                method=self._method,
                path=self.path,
                status=self._status,
                seconds=time.monotonic() - self._begun,
                request=self._text(self._body, self._is_json, self._sent),
                response=self._text(head, "json" in self._type or "text" in self._type, self._size),
                request_bytes=self._sent,
                response_bytes=self._size,
                model=str(answer.get("model") or self.asked.get("model") or ""),
                assistant=str(answer.get("assistant_id") or self.asked.get("assistant_id") or ""),
                run=run,
                tokens=_tokens(self.path, self._method, answer, run),
                error=error,
            )
        )

    def _decoded(self, head: bytes) -> tuple[bytes, bytes]:
        """A compressed answer, as the client has read it whole; nothing of a stream."""
        with contextlib.suppress(Exception):
            import gzip
            import zlib

            packed = self._response.headers.get("content-encoding", "")
            unpacked = gzip.decompress(head) if packed == "gzip" else zlib.decompress(head)
            return unpacked[:WHOLE_BYTES], unpacked[-TAIL_BYTES:]
        return b"", b""

    def _text(self, body: bytes, readable: bool, size: int) -> str:
        if not size:
            return ""
        if not readable or not body:
            return f"({size:,} bytes)"
        text = body[:BODY_BYTES].decode("utf-8", "replace")
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, "•••")
        text = _KEY_SHAPES.sub("•••", text)
        return text if size <= BODY_BYTES else f"{text}\n… {size - BODY_BYTES:,} more bytes"


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data) if data else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _last_object(tail: bytes) -> dict[str, Any]:
    """The last event of a stream that carries token counts; of runs the run itself."""
    found: dict[str, Any] = {}
    for line in reversed(tail.split(b"\n")):
        if not line.startswith(b"data:") or b'"usage"' not in line:
            continue
        data = _object(line[5:].strip())
        inner = data.get("response")
        data = inner if isinstance(inner, dict) else data
        if isinstance(data.get("usage"), dict) and data.get("object") != "thread.run.step":
            return data
        if not found and data.get("object") != "thread.run.step":
            found = data
    return found


def _run_of(path: str, answer: dict[str, Any]) -> str:
    return str(answer.get("id") or "") if "/runs" in path and answer.get("object") == "thread.run" else ""


def _tokens(path: str, method: str, answer: dict[str, Any], run: str) -> Tokens | None:
    """Token counts, where this exchange is the one to count them: model calls, and runs that are over."""
    usage = answer.get("usage")
    if not isinstance(usage, dict):
        return None
    if run:
        if answer.get("status") not in _FINAL:
            return None
    elif method != "POST" or not path.rstrip("/").endswith(("/completions", "/responses", "/embeddings")):
        return None

    def number(*names: str) -> int:
        for name in names:
            value = usage.get(name)
            if isinstance(value, int):
                return max(0, value)
        return 0

    cached = 0
    for name in ("prompt_tokens_details", "input_tokens_details", "prompt_token_details"):
        details = usage.get(name)
        if isinstance(details, dict) and isinstance(details.get("cached_tokens"), int):
            cached = details["cached_tokens"]
    return Tokens(
        number("prompt_tokens", "input_tokens"), number("completion_tokens", "output_tokens"), cached
    )

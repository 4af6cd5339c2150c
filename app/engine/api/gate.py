"""What every request passes: who may come in, what every answer carries, and one log line."""

from __future__ import annotations

import hmac
import logging
import re
import time
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.ids import new_id
from app.engine.api.errors import error_response, internal_error
from app.engine.errors import ApiError

log = logging.getLogger("app.engine.access")

OPEN_PATHS = frozenset({"/health", "/docs", "/openapi.json"})
"""Answered without a token: they tell nothing about anybody's data."""

DISCARDED_BYTES = 2 * 1024 * 1024 * 1024
"""How much of a refused body is read only to answer in peace."""

API_VERSION = "2020-10-01"
_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
_BETA = re.compile(r"(?:^|[\s,;])assistants=([^\s,;]+)")
_BETA_PATHS = ("/v1/assistants", "/v1/threads", "/v1/vector_stores")


class Gate:
    """ASGI middleware around the whole application.

    A request needs the engine's token. As long as the engine listens on loopback alone, it also has to be addressed to a
    local name, so that no web page can reach the engine through a name that it made point here.
    """

    def __init__(self, app: ASGIApp, *, token: Callable[[], str], local_only: bool = True) -> None:
        self._app = app
        self._token = token
        self._local_only = local_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request pass, or answer it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1003, "reason": ""})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.monotonic()
        request_id = new_id("req")
        status = 0
        body = _Body(receive)
        admitted = False

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if status >= 400 and admitted:
                    await body.discard()
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = request_id
                headers["openai-version"] = API_VERSION
                headers["openai-processing-ms"] = str(int((time.monotonic() - started) * 1000))
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        scope.setdefault("state", {})["request_id"] = request_id
        try:
            self._admit(scope)
            admitted = True
            await self._app(scope, body.receive, answer)
        except ApiError as error:
            await error_response(error)(scope, receive, answer)
        except ClientDisconnect:
            log.info("request %s: the client went away", request_id)
        except Exception:
            log.exception("request %s failed", request_id)
            if not status:
                await error_response(internal_error())(scope, receive, answer)
            else:
                raise
        finally:
            log.info(
                "%s %s %s",
                scope["method"],
                scope["path"],
                status or "-",
                extra={
                    "request_id": request_id,
                    "method": scope["method"],
                    "path": scope["path"],
                    "status": status,
                    "milliseconds": round((time.monotonic() - started) * 1000, 1),
                },
            )

    def _admit(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        path: str = scope["path"]
        if self._local_only and _name(headers.get("host", "")) not in _LOCAL_NAMES:
            raise ApiError(
                "This engine answers only requests that are addressed to this computer (127.0.0.1 or localhost).",
                status=403,
                code="invalid_host",
            )
        if path in OPEN_PATHS:
            return
        self._check_token(headers)
        if path.startswith(_BETA_PATHS):
            _check_beta(headers)

    def _check_token(self, headers: Headers) -> None:
        given = headers.get("authorization", "")
        scheme, _, key = given.partition(" ")
        key = key.strip() if scheme.lower() == "bearer" else headers.get("api-key", "")
        if not key:
            raise ApiError(
                "You didn't provide an API key. You need to provide the engine's token in an Authorization header "
                "using Bearer auth (i.e. Authorization: Bearer YOUR_TOKEN).",
                status=401,
                headers={"www-authenticate": "Bearer"},
            )
        if not hmac.compare_digest(key.encode("latin-1", "replace"), self._token().encode()):
            raise ApiError(
                "Incorrect API key provided. The key is this engine's token.",
                status=401,
                code="invalid_api_key",
                headers={"www-authenticate": "Bearer"},
            )


class _Body:
    """A request's body on its way in; what nobody read can be dropped.

    A client that is still sending when the connection closes would see a broken connection instead of its error.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._ended = False

    async def receive(self) -> Message:
        """Pass one message on."""
        message = await self._receive()
        if message["type"] != "http.request" or not message.get("more_body", False):
            self._ended = True
        return message

    async def discard(self) -> None:
        """Read the rest, within limits."""
        size = 0
        while not self._ended and size < DISCARDED_BYTES:
            size += len((await self.receive()).get("body", b""))


def _name(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _check_beta(headers: Headers) -> None:
    """Refuse other versions of the Assistants API; a request that names none is taken as version 2.

    Old clients of version 1 would misread the answers, so they are told; plain HTTP programs need not send the header.
    """
    versions = _BETA.findall(",".join(headers.getlist("openai-beta")))
    if versions and "v2" not in versions:
        raise ApiError(
            f"The 'OpenAI-Beta' header names version '{versions[0][:20]}' of the Assistants API, which is not available. "
            "Please try again by setting the header 'OpenAI-Beta: assistants=v2'.",
            code="invalid_beta",
        )

"""Passing a request on to a service as it is, and its answer back as it comes."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

from app.connections.failures import is_html
from app.engine.errors import ApiError
from app.engine.models import chat_upstream, responses_upstream
from app.engine.models.failures import UpstreamFailed, explain
from app.engine.models.requests import Json
from app.engine.models.route import Route

log = logging.getLogger(__name__)

_PASSED_HEADERS = ("content-type", "retry-after", "retry-after-ms")
_PASSED_PREFIXES = ("x-ratelimit-",)
_SENT_HEADERS = ("idempotency-key", "accept-language")
_SENT_PREFIXES = ("x-",)
_OWN_HEADERS = ("x-request-id", "x-stainless-", "x-forwarded-", "x-real-ip")


class Passed:
    """A service's answer whose body has not been read yet. Use :meth:`read` or :meth:`chunks`, once."""

    def __init__(self, route: Route, response: Any, stack: AsyncExitStack) -> None:
        self._route = route
        self._response = response
        self._stack = stack
        self.status: int = response.status_code
        self.headers = {
            name: value
            for name, value in response.headers.items()
            if name in _PASSED_HEADERS or name.startswith(_PASSED_PREFIXES)
        }

    @property
    def is_stream(self) -> bool:
        """Whether the body is a stream of events."""
        return str(self.headers.get("content-type", "")).startswith("text/event-stream")

    async def read(self) -> bytes:
        """The whole body.

        Raises:
            ApiError: it broke off, or is a web page.
        """
        try:
            content: bytes = await self._response.aread()
        except Exception as error:
            raise as_api_error(error, self._route) from error
        finally:
            await self.close()
        if is_html(content[:400].decode("utf-8", "replace")):
            raise UpstreamFailed(chat_upstream.web_page(self._route)).api_error()
        return content

    async def chunks(self, look: Callable[[bytes], None] | None = None) -> AsyncIterator[bytes]:
        """The body as it comes in, nothing gathered; ``look`` is shown every chunk.

        A service that breaks off between two events is reported as an event of its own; one that breaks off inside an
        event breaks our answer off too, so that no reader takes the half for the whole.
        """
        tail = b""
        try:
            async for chunk in self._response.aiter_bytes():
                if chunk:
                    tail = (tail + chunk)[-4:]
                    if look is not None:
                        look(chunk)
                    yield chunk
        except Exception as error:  # noqa: BLE001 - whatever the HTTP library raises is told to the caller
            failure = as_api_error(error, self._route)
            log.info("%s broke its answer off: %s", self._route.service, failure.message)
            if tail and not tail.replace(b"\r", b"").endswith(b"\n\n"):
                raise BrokenOff from None
            yield error_event(failure)
        finally:
            await self.close()

    async def close(self) -> None:
        """Give the connection back, or cut it if the body was not read to its end."""
        await self._stack.aclose()


class BrokenOff(ConnectionError):
    """The service broke its answer off in the middle of an event."""


async def pass_on(route: Route, body: Json, headers: Any) -> Passed:
    """Send ``body`` to the service's endpoint (after the route's API) and give its answer.

    Raises:
        ApiError: the service refused (its own status and words), or could not be reached.
    """
    module = responses_upstream if route.abilities.api == "responses" else chat_upstream
    stack = AsyncExitStack()
    try:
        sent = chat_upstream.with_local_defaults(route, {**body, "model": route.model})
        opened = module.open_stream(route, sent, headers=sent_headers(headers))
        return Passed(route, await stack.enter_async_context(opened), stack)
    except BaseException as error:
        await stack.aclose()
        if isinstance(error, Exception):
            raise as_api_error(error, route) from error
        raise


def sent_headers(headers: Any) -> dict[str, str]:
    """Headers of a caller's request that are meant for the service; never its authorisation, which is for the engine."""
    return {
        name: value
        for name, value in headers.items()
        if (name in _SENT_HEADERS or name.startswith(_SENT_PREFIXES)) and not name.startswith(_OWN_HEADERS)
    }


def as_api_error(error: Exception, route: Route) -> ApiError:
    """The relay's answer to a failure of the service."""
    if isinstance(error, ApiError):
        return error
    return explain(error, service=route.service, model=route.model).api_error()


def error_event(error: ApiError) -> bytes:
    """A failure as an event of a stream that has begun already."""
    return b"data: %b\n\n" % json.dumps(error.body, ensure_ascii=False).encode()

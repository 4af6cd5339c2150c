"""How the workbench's services call the engine: the SDK's client, failures in words, plain data out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Protocol

from app.connections.failures import translate
from app.core.entities import Json
from app.core.errors import AppError

if TYPE_CHECKING:
    from openai import AsyncOpenAI

SERVICE = "The engine"
PAGE = 100


class EngineAccess(Protocol):
    """Whoever can give a client for the engine (``EngineProcess``)."""

    def ready_client(self, timeout: float = ..., /) -> Awaitable[AsyncOpenAI]:
        """A client, after waiting until the engine is ready.

        Raises:
            EngineUnavailable: it does not become ready.
        """


@asynccontextmanager
async def in_words(*, service: str = SERVICE, model: str = "") -> AsyncIterator[None]:
    """Turn whatever the SDK raises in the block into an :class:`AppError`, without the SDK's traceback."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:  # noqa: BLE001 - translated, all of it
        raise translate(error, service=service, model=model) from None


def plain(thing: Any) -> Json:
    """An SDK object as plain JSON data, as it came over the wire."""
    if isinstance(thing, dict):
        return thing
    data: Json = thing.to_dict(mode="json")
    return data


async def get(client: AsyncOpenAI, path: str, **query: Any) -> Json:
    """GET an endpoint that the SDK has no method for."""
    given = {name: value for name, value in query.items() if value is not None}
    answer = await client.get(path, cast_to=object, options={"params": given})
    return answer if isinstance(answer, dict) else {}


async def post(client: AsyncOpenAI, path: str, body: Json | None = None) -> Json:
    """POST to an endpoint that the SDK has no method for."""
    answer = await client.post(path, cast_to=object, body=body or {})
    return answer if isinstance(answer, dict) else {}


async def gather_pages(
    fetch: Callable[[str | None], Awaitable[tuple[list[Json], bool]]], *, most: int
) -> list[Json]:
    """Follow a list page by page: ``fetch(after)`` gives a page and whether more follow. Stops at ``most`` objects.

    A server that ignores ``after`` and gives the same page again ends the list instead of looping for ever.
    """
    found: dict[str, Json] = {}
    after: str | None = None
    while len(found) < most:
        page, more = await fetch(after)
        fresh = [item for item in page if item.get("id") not in found]
        found.update((str(item.get("id")), item) for item in fresh)
        if not more or not fresh:
            break
        after = str(page[-1].get("id"))
    return list(found.values())[:most]

"""Assistants: list, search, create, change, delete, bring back. All of it through the SDK."""

from __future__ import annotations

from typing import Any

from app.core.entities import Assistant, Json, assistant_from
from app.workbench.api import PAGE, EngineAccess, gather_pages, in_words, plain, post

MOST = 10_000
_Page = list[Json]


class Assistants:
    """The assistants of the engine.

    ``fields`` are the API's own (``name``, ``description``, ``model``, ``instructions``, ``tools``, ``temperature``, …).
    What is not named in an update stays as it is. Every method raises ``EngineUnavailable`` when the engine does not
    come up, and otherwise what it says.
    """

    def __init__(self, engine: EngineAccess) -> None:
        self._engine = engine

    async def list(
        self, search: str = "", *, ad_hoc: bool = False, most: int = MOST
    ) -> tuple[Assistant, ...]:
        """All assistants, newest first.

        Args:
            search: words that must all be in name, description, model or instructions, whatever their case.
            ad_hoc: also those that the playground made for plain models.
            most: stop after so many.
        """
        client = await self._engine.ready_client()

        async def fetch(after: str | None) -> tuple[_Page, bool]:
            query: dict[str, Any] = {"after": after} if after else {}
            page = await client.beta.assistants.list(limit=PAGE, order="desc", **query)
            return [plain(item) for item in page.data], bool(page.has_more)

        async with in_words():
            found = [assistant_from(raw) for raw in await gather_pages(fetch, most=most)]
        words = search.casefold().split()
        return tuple(a for a in found if (ad_hoc or not a.is_ad_hoc) and _matches(a, words))

    async def get(self, assistant_id: str) -> Assistant:
        """One assistant.

        Raises:
            NotFound: there is none of that id (any more).
        """
        client = await self._engine.ready_client()
        async with in_words():
            return assistant_from(plain(await client.beta.assistants.retrieve(assistant_id)))

    async def create(self, fields: Json) -> Assistant:
        """Make one; ``model`` is needed.

        Raises:
            InvalidInput: a field cannot be used; ``field`` names it.
        """
        client = await self._engine.ready_client()
        async with in_words(model=str(fields.get("model", ""))):
            return assistant_from(plain(await client.beta.assistants.create(**fields)))

    async def update(self, assistant_id: str, fields: Json) -> Assistant:
        """Change the named fields.

        Raises:
            InvalidInput: a field cannot be used; ``field`` names it.
            NotFound: it was deleted.
        """
        client = await self._engine.ready_client()
        async with in_words(model=str(fields.get("model", ""))):
            return assistant_from(plain(await client.beta.assistants.update(assistant_id, **fields)))

    async def delete(self, assistant_id: str) -> None:
        """Delete one; it can be brought back with :meth:`restore` for 30 days.

        Raises:
            NotFound: it is gone already.
        """
        client = await self._engine.ready_client()
        async with in_words():
            await client.beta.assistants.delete(assistant_id)

    async def restore(self, assistant_id: str) -> Assistant:
        """Bring a deleted one back, as it was, with the same id.

        Raises:
            NotFound: it was never there, or its 30 days are over.
        """
        client = await self._engine.ready_client()
        async with in_words():
            raw = await post(client, f"/assistants/{assistant_id}/restore")
        return assistant_from(raw)


def _matches(assistant: Assistant, words: list[str]) -> bool:
    if not words:
        return True
    text = "\n".join(
        (assistant.name, assistant.description, assistant.model, assistant.instructions)
    ).casefold()
    return all(word in text for word in words)

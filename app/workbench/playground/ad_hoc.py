"""Ad-hoc assistants: what puts a plain model behind the Assistants API."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from app.core.entities import MARK, MARK_PLAYGROUND, Json
from app.workbench.api import PAGE, gather_pages, plain

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_LOOKED_AT = 2000
NAME_CHARACTERS = 256


class AdHocAssistants:
    """One assistant for each model, found by its mark in the metadata, made when there is none, shared by all lanes.

    Parameters of a lane are given with each run, so that one assistant serves all lanes of its model.

    Args:
        run_fields: gives what runs of a stored assistant are begun with (the version in their metadata, the limit of its
            conversation), by the assistant's id.
    """

    def __init__(self, run_fields: Callable[[str], Awaitable[Json]] | None = None) -> None:
        self.run_fields = run_fields
        self._known: dict[str, str] = {}
        self._making = asyncio.Lock()

    def forget(self, model: str) -> None:
        """It turned out to be deleted: look or make anew next time."""
        self._known.pop(model, None)

    async def find_or_make(self, client: AsyncOpenAI, model: str) -> str:
        """The id of the assistant for ``model`` (its name on the engine's wire). Raises what the SDK raises."""
        async with self._making:
            if model not in self._known:
                self._known[model] = await self._find(client, model) or await self._make(client, model)
            return self._known[model]

    async def _find(self, client: AsyncOpenAI, model: str) -> str | None:
        async def fetch(after: str | None) -> tuple[list[Json], bool]:
            query: dict[str, Any] = {"after": after} if after else {}
            page = await client.beta.assistants.list(limit=PAGE, order="desc", **query)
            return [plain(item) for item in page.data], bool(page.has_more)

        for raw in await gather_pages(fetch, most=MOST_LOOKED_AT):
            if (raw.get("metadata") or {}).get(MARK) == MARK_PLAYGROUND and raw.get("model") == model:
                return str(raw["id"])
        return None

    async def _make(self, client: AsyncOpenAI, model: str) -> str:
        made = await client.beta.assistants.create(
            model=model,
            name=f"Playground: {model}"[:NAME_CHARACTERS],
            description="Made by the playground to put a plain model behind the Assistants API.",
            metadata={MARK: MARK_PLAYGROUND},
        )
        return str(made.id)

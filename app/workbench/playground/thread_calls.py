"""Requests of the Assistants lane: repeated while the engine comes back, answered in plain data."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.entities import ENGINE, Json
from app.core.errors import ConnectionFailed
from app.workbench.api import PAGE, gather_pages, plain
from app.workbench.clients import ClientSource
from app.workbench.playground.lane import Attachment
from app.workbench.playground.retries import with_retries

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_MESSAGES = 100_000
TRIES = 5

_T = TypeVar("_T")


class ThreadCalls:
    """Requests about one lane's thread.

    Args:
        clients: how the engine is reached.
        notice: told before every wait.
        model: names the model for sentences about it.
    """

    def __init__(
        self, clients: ClientSource, notice: Callable[[str, float | None], None], model: Callable[[], str]
    ) -> None:
        self._clients = clients
        self._notice = notice
        self._model = model

    async def call(self, request: Callable[[AsyncOpenAI], Awaitable[_T]]) -> _T:
        """Make a request; if nobody was there to take it (the engine is being started again), wait and repeat.

        Raises:
            AppError: it failed for good.
        """

        async def once() -> _T:
            return await request(await self._clients.client(ENGINE))

        for attempt in range(1, TRIES + 1):
            try:
                return await with_retries(
                    once, service="The engine", model=self._model(), notice=self._notice
                )
            except ConnectionFailed as error:
                never_arrived = "ConnectError" in error.details
                if not never_arrived or attempt == TRIES:
                    raise
                await asyncio.sleep(0.1 * 2**attempt)
        raise AssertionError("not reached")

    async def messages(self, thread_id: str, run_id: str | None = None) -> list[Json]:
        """All messages of a thread (or of one of its runs), oldest first."""

        async def fetch(after: str | None) -> tuple[list[Json], bool]:
            query: dict[str, Any] = {"after": after} if after else {}
            if run_id:
                query["run_id"] = run_id
            page = await self.call(
                lambda client: client.beta.threads.messages.list(thread_id, limit=PAGE, order="asc", **query)
            )
            return [plain(item) for item in page.data], bool(page.has_more)

        return await gather_pages(fetch, most=MOST_MESSAGES)

    async def message_body(self, prompt: str, attachments: tuple[Attachment, ...]) -> Json:
        """A user message as a request; attachments are uploaded first."""
        if not attachments:
            return {"role": "user", "content": prompt}
        parts: list[Json] = [{"type": "text", "text": prompt}]
        files: list[Json] = []
        for attachment in attachments:
            file_id = await self._upload(attachment)
            if attachment.is_image:
                parts.append({"type": "image_file", "image_file": {"file_id": file_id}})
            else:
                files.append({"file_id": file_id, "tools": [{"type": "file_search"}]})
        return {"role": "user", "content": parts, **({"attachments": files} if files else {})}

    async def _upload(self, attachment: Attachment) -> str:
        file = (attachment.name, attachment.data, attachment.media_type)

        async def upload(client: AsyncOpenAI) -> str:
            stored = await client.files.create(
                file=file, purpose="vision" if attachment.is_image else "assistants"
            )
            return stored.id

        return await self.call(upload)

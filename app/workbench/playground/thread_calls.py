"""Requests of the Assistants lane: repeated while the engine comes back, answered in plain data."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from app.connections.failures import is_broken_off
from app.core.entities import ENGINE, Json
from app.core.errors import ConnectionFailed, ServiceUnavailable
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

    async def call(self, request: Callable[[AsyncOpenAI], Awaitable[_T]], *, repeatable: bool = True) -> _T:
        """Make a request; while the engine is being started again, wait for it and repeat.

        Args:
            request: makes it with the client that it is given.
            repeatable: whether doing it twice does no harm; otherwise it is repeated only if it never arrived.

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
                again = never_arrived or (repeatable and is_broken_off(error))
                if not again or attempt == TRIES:
                    raise
                await asyncio.sleep(0.1 * 2**attempt)
        raise AssertionError("not reached")

    async def add_message(self, thread_id: str, body: Json, *, held: int, seconds: float) -> None:
        """Store a user message once, also when the engine dies meanwhile: then the thread tells whether it has it.

        Args:
            thread_id: the thread.
            body: the message as a request.
            held: how many messages the thread held before.
            seconds: how long storing it may take.
        """

        async def add(client: AsyncOpenAI) -> None:
            await client.beta.threads.messages.create(thread_id, **body, timeout=seconds)

        try:
            await self.call(add, repeatable=False)
        except ServiceUnavailable as error:
            if not is_broken_off(error):
                raise
            await asyncio.sleep(0.2)
            if len(await self.messages(thread_id)) <= held:
                await self.call(add, repeatable=False)

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
                tools = [{"type": "file_search"}, {"type": "code_interpreter"}]
                files.append({"file_id": file_id, "tools": tools})
        return {"role": "user", "content": parts, **({"attachments": files} if files else {})}

    async def _upload(self, attachment: Attachment) -> str:
        file = (attachment.name, attachment.data, attachment.media_type)

        async def upload(client: AsyncOpenAI) -> str:
            stored = await client.files.create(
                file=file, purpose="vision" if attachment.is_image else "assistants"
            )
            return stored.id

        return await self.call(upload)

"""Threads: list, transcript, delete, bring back, and what a run did step by step. All of it through the SDK."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core.entities import (
    TITLE,
    Json,
    Message,
    Run,
    Step,
    Thread,
    message_from,
    run_from,
    step_from,
    thread_from,
)
from app.core.errors import AppError, NotFound
from app.workbench.api import PAGE, EngineAccess, gather_pages, get, in_words, plain, post
from app.workbench.branching import branch_after, branch_at_prompt

if TYPE_CHECKING:
    from openai import AsyncOpenAI

TAGS = "tags"
"""Metadata key of a thread's tags, with commas between them."""
METADATA_CHARACTERS = 512
MOST_MESSAGES = 100_000
TITLE_CHARACTERS = 80
_Page = list[Json]


@dataclass(frozen=True)
class ThreadPage:
    """Some threads, the one with the newest activity first; ``next_after`` fetches the next page, None at the end."""

    threads: tuple[Thread, ...]
    next_after: str | None


class Threads:
    """The threads of the engine.

    Every method raises ``EngineUnavailable`` when the engine does not come up, and ``NotFound`` when the thread (or run)
    does not exist (any more).
    """

    def __init__(self, engine: EngineAccess) -> None:
        self._engine = engine
        self._titles: dict[str, str] = {}

    async def list(
        self,
        *,
        after: str | None = None,
        limit: int = 50,
        query: str = "",
        tag: str = "",
        deleted: bool = False,
    ) -> ThreadPage:
        """One page of threads, newest activity first. Threads without a title get the beginning of their first message.

        ``query`` finds words in all messages (the newest match first; the engine tells the places in ``raw["snippets"]``),
        ``tag`` leaves those that carry it, ``deleted`` lists the bin.
        """
        client = await self._engine.ready_client()
        async with in_words():
            asked = {"q": query or None, "tag": tag or None, "deleted": "true" if deleted else None}
            answer = await get(client, "/threads", limit=limit, after=after, **asked)
            data = [raw for raw in answer.get("data") or [] if isinstance(raw, dict)]
            titles = await asyncio.gather(*(self._title(client, raw) for raw in data))
        threads = tuple(thread_from(raw, title=title) for raw, title in zip(data, titles, strict=True))
        more = bool(answer.get("has_more")) and bool(threads)
        return ThreadPage(threads, threads[-1].id if more else None)

    async def get(self, thread_id: str) -> Thread:
        """One thread."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = plain(await client.beta.threads.retrieve(thread_id))
            return thread_from(raw, title=await self._title(client, raw))

    async def transcript(self, thread_id: str) -> tuple[Message, ...]:
        """All messages, oldest first."""
        client = await self._engine.ready_client()

        async def fetch(after: str | None) -> tuple[_Page, bool]:
            query: dict[str, Any] = {"after": after} if after else {}
            page = await client.beta.threads.messages.list(thread_id, limit=PAGE, order="asc", **query)
            return [plain(item) for item in page.data], bool(page.has_more)

        async with in_words():
            return tuple(message_from(raw) for raw in await gather_pages(fetch, most=MOST_MESSAGES))

    async def newest(
        self, thread_id: str, *, before: str | None = None, limit: int = 50
    ) -> tuple[tuple[Message, ...], bool]:
        """The newest messages, oldest first, and whether older ones follow; ``before`` is the oldest one already known.

        Long threads are read backwards this way, as far as a person looks.
        """
        client = await self._engine.ready_client()
        query: dict[str, Any] = {"after": before} if before else {}
        async with in_words():
            page = await client.beta.threads.messages.list(thread_id, limit=limit, order="desc", **query)
            messages = tuple(message_from(plain(item)) for item in reversed(page.data))
        return messages, bool(page.has_more) and bool(messages)

    async def rename(self, thread_id: str, title: str) -> Thread:
        """Give a thread a title (at most 512 characters are kept)."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = plain(await client.beta.threads.retrieve(thread_id))
            metadata = {**(raw.get("metadata") or {}), TITLE: title.strip()[:512]}
            return thread_from(plain(await client.beta.threads.update(thread_id, metadata=metadata)))

    async def tags(self) -> dict[str, int]:
        """All tags, with the number of threads that carry each."""
        client = await self._engine.ready_client()
        async with in_words():
            answer = await get(client, "/thread_tags")
        return {str(one["tag"]): int(one["threads"]) for one in answer.get("data") or []}

    async def set_tags(self, thread_id: str, tags: Sequence[str]) -> Thread:
        """Give a thread these tags in place of those that it has (together at most 512 characters are kept)."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = plain(await client.beta.threads.retrieve(thread_id))
            metadata = {key: value for key, value in (raw.get("metadata") or {}).items() if key != TAGS}
            written = ""
            for tag in clean_tags(tags):
                longer = f"{written},{tag}" if written else tag
                written = longer if len(longer) <= METADATA_CHARACTERS else written
            if written:
                metadata[TAGS] = written
            changed = plain(await client.beta.threads.update(thread_id, metadata=metadata))
            return thread_from(changed, title=await self._title(client, changed))

    async def branch(self, thread_id: str, message_id: str) -> Thread:
        """Make a new thread of what was said up to a message (which is taken along)."""
        client = await self._engine.ready_client()
        async with in_words():
            try:
                raw, _ = await branch_after(client, thread_id, message_id)
            except KeyError:
                raise NotFound("This message does not exist any more.") from None
            return thread_from(raw, title=await self._title(client, raw))

    async def ask_otherwise(self, thread_id: str, message_id: str, text: str, assistant_id: str) -> Thread:
        """Branch a thread before a prompt, ask it otherwise there, and start a run."""
        client = await self._engine.ready_client()
        async with in_words():
            stored = await self.transcript(thread_id)
            prompts = [message.id for message in stored if message.role == "user"]
            if message_id not in prompts:
                raise NotFound("This message does not exist any more.")
            raw, _ = await branch_at_prompt(client, thread_id, prompts.index(message_id))
            branch = str(raw["id"])
            await client.beta.threads.messages.create(branch, role="user", content=text)
            await client.beta.threads.runs.create(branch, assistant_id=assistant_id)
            return thread_from(raw, title=await self._title(client, raw))

    async def delete_for_good(self, thread_id: str) -> None:
        """Delete a thread, in the bin or not, with everything in it; nothing brings it back."""
        client = await self._engine.ready_client()
        async with in_words():
            await client.delete(
                f"/threads/{thread_id}", cast_to=object, options={"params": {"permanently": "true"}}
            )

    async def delete(self, thread_id: str) -> None:
        """Delete a thread; it can be brought back with :meth:`restore` for 30 days."""
        client = await self._engine.ready_client()
        async with in_words():
            await client.beta.threads.delete(thread_id)

    async def restore(self, thread_id: str) -> Thread:
        """Bring a deleted thread back with all its messages and runs."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = await post(client, f"/threads/{thread_id}/restore")
        return thread_from(raw, title=self._titles.get(thread_id, ""))

    async def runs(self, thread_id: str) -> tuple[Run, ...]:
        """All runs of a thread, oldest first."""
        client = await self._engine.ready_client()

        async def fetch(after: str | None) -> tuple[_Page, bool]:
            query: dict[str, Any] = {"after": after} if after else {}
            page = await client.beta.threads.runs.list(thread_id, limit=PAGE, order="asc", **query)
            return [plain(item) for item in page.data], bool(page.has_more)

        async with in_words():
            return tuple(run_from(raw) for raw in await gather_pages(fetch, most=MOST_MESSAGES))

    async def newest_runs(self, thread_id: str, *, limit: int = PAGE) -> tuple[Run, ...]:
        """The newest runs of a thread, newest first."""
        client = await self._engine.ready_client()
        async with in_words():
            page = await client.beta.threads.runs.list(thread_id, limit=limit, order="desc")
            return tuple(run_from(plain(item)) for item in page.data)

    async def run(self, thread_id: str, run_id: str) -> Run:
        """One run."""
        client = await self._engine.ready_client()
        async with in_words():
            return run_from(plain(await client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)))

    async def steps(self, thread_id: str, run_id: str) -> tuple[Step, ...]:
        """The steps of a run, oldest first, with what file searches found."""
        client = await self._engine.ready_client()
        async with in_words():
            return tuple(step_from(raw) for raw in await list_steps(client, thread_id, run_id))

    async def cells(self, thread_id: str, run_id: str) -> tuple[Json, ...]:
        """What a run's steps do not say of its code: files, time, how each cell ended (the engine's extension)."""
        client = await self._engine.ready_client()
        async with in_words():
            answer = await get(client, f"/threads/{thread_id}/runs/{run_id}/cells")
        return tuple(cell for cell in answer.get("data") or () if isinstance(cell, dict))

    async def context(self, thread_id: str, run_id: str) -> Json:
        """Which messages each model call of a run saw, which were left out, and their tokens (the engine's extension)."""
        client = await self._engine.ready_client()
        async with in_words():
            return await get(client, f"/threads/{thread_id}/runs/{run_id}/context")

    async def _title(self, client: AsyncOpenAI, raw: Json) -> str:
        thread_id = str(raw.get("id", ""))
        if (raw.get("metadata") or {}).get(TITLE):
            return ""
        if isinstance(raw.get("preview"), str):  # our engine tells it with its list
            return title_from(raw["preview"])
        if thread_id not in self._titles:
            try:
                async with in_words():
                    page = await client.beta.threads.messages.list(thread_id, limit=1, order="asc")
            except AppError:  # deleted meanwhile: the list shows it without a title until it is read again
                return ""
            if not page.data:
                return ""
            self._titles[thread_id] = title_from(message_from(plain(page.data[0])).text)
        return self._titles[thread_id]


async def list_steps(client: AsyncOpenAI, thread_id: str, run_id: str) -> _Page:
    """All steps of a run as the API has them, oldest first."""

    async def fetch(after: str | None) -> tuple[_Page, bool]:
        query: dict[str, Any] = {"after": after} if after else {}
        page = await client.beta.threads.runs.steps.list(
            run_id,
            thread_id=thread_id,
            limit=PAGE,
            order="asc",
            include=["step_details.tool_calls[*].file_search.results[*].content"],
            **query,
        )
        return [plain(item) for item in page.data], bool(page.has_more)

    return await gather_pages(fetch, most=10_000)


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: without commas and white space around, each once."""
    cleaned = (" ".join(tag.replace(",", " ").split()) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def tags_of(thread: Thread) -> tuple[str, ...]:
    """The tags of a thread."""
    return clean_tags(thread.metadata.get(TAGS, "").split(","))


def title_from(text: str) -> str:
    """A title made of a text's beginning: one line, at most 80 characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= TITLE_CHARACTERS:
        return line
    cut = line[:TITLE_CHARACTERS]
    word = cut.rpartition(" ")[0]
    return f"{word if len(word) > TITLE_CHARACTERS // 2 else cut}…"

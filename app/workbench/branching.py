"""Branches of threads: a new thread that begins with what was said in another one up to some message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.core.entities import TITLE, Json
from app.workbench.api import PAGE, gather_pages, plain

if TYPE_CHECKING:
    from openai import AsyncOpenAI

BRANCH_OF, BRANCH_MESSAGE = "branch_of", "branch_message"
"""Metadata keys of a branch: the thread that it was made of, and the last message that it took from it."""

MOST_MESSAGES = 100_000
WITH_THREAD = 2000
"""Messages that are created together with the thread; the rest follow one by one."""
_PAIRS = 16


async def branch_after(client: AsyncOpenAI, thread_id: str, message_id: str) -> tuple[Json, int]:
    """Branch a thread after a message (which is taken along); gives the new thread and how many messages it has.

    Raises what the SDK raises, and ``KeyError`` when the message is not in the thread.
    """
    stored = await _messages(client, thread_id)
    places = [index for index, message in enumerate(stored) if message.get("id") == message_id]
    if not places:
        raise KeyError(message_id)
    return await _branch(client, thread_id, stored[: places[0] + 1])


async def branch_at_prompt(client: AsyncOpenAI, thread_id: str, prompts: int) -> tuple[Json, int]:
    """Branch a thread after its first ``prompts`` prompts and what was answered to them."""
    stored = await _messages(client, thread_id)
    places = [index for index, message in enumerate(stored) if message.get("role") == "user"]
    end = places[prompts] if prompts < len(places) else len(stored)
    return await _branch(client, thread_id, stored[:end])


async def _messages(client: AsyncOpenAI, thread_id: str) -> list[Json]:
    async def fetch(after: str | None) -> tuple[list[Json], bool]:
        query: dict[str, Any] = {"after": after} if after else {}
        page = await client.beta.threads.messages.list(thread_id, limit=PAGE, order="asc", **query)
        return [plain(item) for item in page.data], bool(page.has_more)

    return await gather_pages(fetch, most=MOST_MESSAGES)


async def _branch(client: AsyncOpenAI, thread_id: str, kept: Sequence[Json]) -> tuple[Json, int]:
    original = plain(await client.beta.threads.retrieve(thread_id))
    metadata = {
        key: value
        for key, value in (original.get("metadata") or {}).items()
        if key not in {BRANCH_OF, BRANCH_MESSAGE}
    }
    metadata = dict(list(metadata.items())[: _PAIRS - 3])
    if original.get("metadata", {}).get(TITLE):
        metadata[TITLE] = original["metadata"][TITLE]
    metadata[BRANCH_OF] = thread_id
    if kept:
        metadata[BRANCH_MESSAGE] = str(kept[-1].get("id") or "")
    copies = [copy for message in kept if (copy := as_request(message)) is not None]
    body: dict[str, Any] = {"metadata": metadata, "messages": copies[:WITH_THREAD]}
    if original.get("tool_resources"):
        body["tool_resources"] = original["tool_resources"]
    made = plain(await client.beta.threads.create(**body))
    for copy in copies[WITH_THREAD:]:
        await client.beta.threads.messages.create(str(made["id"]), **copy)
    return made, len(copies)


def as_request(message: Json) -> Any:
    """A stored message as a request that makes the same one; None for one that says nothing."""
    parts: list[Json] = []
    for part in message.get("content") or []:
        kind = part.get("type")
        if kind == "text":
            value = (part.get("text") or {}).get("value") or ""
            if value:
                parts.append({"type": "text", "text": value})
        elif kind in {"image_file", "image_url"}:
            parts.append(part)
    if not parts:
        return None
    content: Any = parts[0]["text"] if len(parts) == 1 and parts[0]["type"] == "text" else parts
    request: Json = {"role": message.get("role") or "user", "content": content}
    attachments = [a for a in message.get("attachments") or [] if a.get("file_id")]
    if attachments:
        request["attachments"] = attachments
    if message.get("metadata"):
        request["metadata"] = message["metadata"]
    return request

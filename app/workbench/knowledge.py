"""Knowledge: stores, their files and chunks, and searching them. All of it through the SDK.

The engine's extensions (chunks with their places, parsed text, explanations of a search, what a run retrieved) are
reached with the SDK's generic calls; a server without them gives what it has.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core.entities import Json
from app.core.errors import AppError, NotFound
from app.workbench.api import PAGE, EngineAccess, gather_pages, get, in_words, plain, post
from app.workbench.citations import numbers_in
from app.workbench.knowledge_entities import (
    CHUNKING,
    Attribute,
    Chunking,
    Citation,
    Document,
    EmbeddingModel,
    Found,
    KnowledgeStore,
    PageSpan,
    RunSearch,
    SearchOptions,
    StoreFile,
    chunk_from,
    file_from,
    hit_from,
    run_search_from,
    store_from,
)
from app.workbench.knowledge_upload import Source, opened

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_STORES_ASKED = 100
"""In so many stores, the newest ones, a cited file is looked for when nothing tells which one it is in."""


@dataclass(frozen=True)
class FilePage:
    """Some of a store's files, newest first; ``next_after`` fetches the next page, None at the end."""

    files: tuple[StoreFile, ...]
    next_after: str | None


class Knowledge:
    """The vector stores of the engine.

    Every method raises ``EngineUnavailable`` when the engine does not come up, and ``NotFound`` when the store or file
    does not exist (any more).
    """

    def __init__(self, engine: EngineAccess) -> None:
        self._engine = engine
        self._names: dict[str, tuple[str, int | None]] = {}

    # -- stores --------------------------------------------------------------------------------------------------

    async def stores(self) -> tuple[KnowledgeStore, ...]:
        """All stores, newest first."""
        client = await self._engine.ready_client()

        async def fetch(after: str | None) -> tuple[list[Json], bool]:
            query: dict[str, Any] = {"after": after} if after else {}
            page = await client.vector_stores.list(limit=PAGE, order="desc", **query)
            return [plain(item) for item in page.data], bool(page.has_more)

        async with in_words():
            return tuple(store_from(raw) for raw in await gather_pages(fetch, most=10_000))

    async def store(self, store_id: str) -> KnowledgeStore:
        """One store as it is now."""
        client = await self._engine.ready_client()
        async with in_words():
            return store_from(plain(await client.vector_stores.retrieve(store_id)))

    async def create(
        self,
        name: str,
        *,
        chunking: Chunking | None = None,
        embedding_model: str = "",
        expires_days: int | None = None,
    ) -> KnowledgeStore:
        """Make an empty store; its embedding model can never be changed."""
        client = await self._engine.ready_client()
        body: dict[str, Any] = {"name": name.strip() or "New store"}
        if chunking is not None:
            body["metadata"] = {CHUNKING: chunking.kept}
        if expires_days is not None:
            body["expires_after"] = {"anchor": "last_active_at", "days": expires_days}
        if embedding_model:
            body["extra_body"] = {"embedding_model": embedding_model}
        async with in_words():
            return store_from(plain(await client.vector_stores.create(**body)))

    async def update(
        self,
        store: KnowledgeStore,
        *,
        name: str | None = None,
        chunking: Chunking | None = None,
        expires_days: int | None = None,
    ) -> KnowledgeStore:
        """Change name, the chunking of files added later, and expiry (None: never)."""
        client = await self._engine.ready_client()
        body: dict[str, Any] = {}
        if name is not None:
            body["name"] = name.strip() or store.name
        if chunking is not None:
            body["metadata"] = {**store.metadata, CHUNKING: chunking.kept}
        if expires_days != store.expires_days:
            body["expires_after"] = (
                {"anchor": "last_active_at", "days": expires_days} if expires_days is not None else None
            )
        async with in_words():
            return store_from(plain(await client.vector_stores.update(store.id, **body)))

    async def delete(self, store_id: str) -> None:
        """Delete a store with its index; the files themselves stay. Nothing happens if it is gone already."""
        client = await self._engine.ready_client()
        try:
            async with in_words():
                await client.vector_stores.delete(store_id)
        except NotFound:
            return

    async def embedding_models(self) -> tuple[EmbeddingModel, ...]:
        """The models that a store can be made with, the usual one first; none where the server offers no choice."""
        client = await self._engine.ready_client()
        try:
            async with in_words():
                answer = await get(client, "/embedding_models")
        except NotFound:
            return ()
        return tuple(
            EmbeddingModel(
                str(raw.get("id", "")),
                str(raw.get("name") or raw.get("id", "")),
                str(raw.get("description") or raw.get("note") or ""),
            )
            for raw in answer.get("data") or []
            if isinstance(raw, dict) and raw.get("id")
        )

    # -- files ---------------------------------------------------------------------------------------------------

    async def files(
        self, store_id: str, *, after: str | None = None, limit: int = PAGE, state: str = ""
    ) -> FilePage:
        """One page of a store's files, newest first; ``state`` leaves only those in one state."""
        client = await self._engine.ready_client()
        query: dict[str, Any] = {"limit": limit, "order": "desc"}
        if after:
            query["after"] = after
        if state:
            query["filter"] = state
        async with in_words():
            page = await client.vector_stores.files.list(store_id, **query)
            data = [plain(item) for item in page.data]
            more = bool(page.has_more) and bool(data)
            files = await asyncio.gather(*(self._named(client, raw) for raw in data))
        return FilePage(tuple(files), files[-1].id if more else None)

    async def file(self, store_id: str, file_id: str) -> StoreFile:
        """One file of a store."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = plain(await client.vector_stores.files.retrieve(file_id, vector_store_id=store_id))
            return await self._named(client, raw)

    async def upload(
        self,
        store_id: str,
        source: Source,
        *,
        chunking: Chunking | None = None,
        attributes: Mapping[str, Attribute] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> StoreFile:
        """Upload a file and add it to a store, which begins to take it in.

        ``progress`` hears the share of the bytes that are sent. When the task is cancelled before the end, nothing stays
        in the store.

        Raises:
            InvalidInput: the file cannot be read, is empty or too large.
        """
        client = await self._engine.ready_client()
        async with in_words():
            with opened(source, progress) as content:
                made = await client.files.create(file=(source.name, content), purpose="assistants")
            self._names[made.id] = (made.filename, made.bytes)
            return await self._add(client, store_id, made.id, chunking, attributes)

    async def add(
        self,
        store_id: str,
        file_id: str,
        *,
        chunking: Chunking | None = None,
        attributes: Mapping[str, Attribute] | None = None,
    ) -> StoreFile:
        """Add a file that is uploaded already."""
        client = await self._engine.ready_client()
        async with in_words():
            return await self._add(client, store_id, file_id, chunking, attributes)

    async def _add(
        self,
        client: AsyncOpenAI,
        store_id: str,
        file_id: str,
        chunking: Chunking | None,
        attributes: Mapping[str, Attribute] | None,
    ) -> StoreFile:
        body: dict[str, Any] = {"file_id": file_id}
        if chunking is not None and not chunking.auto:
            body["chunking_strategy"] = chunking.body
        if attributes:
            body["attributes"] = dict(attributes)
        raw = plain(await client.vector_stores.files.create(store_id, **body))
        return await self._named(client, raw)

    async def remove(self, store_id: str, file_id: str) -> None:
        """Take a file out of a store; nothing happens if it is gone already."""
        client = await self._engine.ready_client()
        try:
            async with in_words():
                await client.vector_stores.files.delete(file_id, vector_store_id=store_id)
        except NotFound:
            return

    async def retry(self, store_id: str, file_id: str) -> StoreFile:
        """Take a file in again that failed or was cancelled."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = await post(client, f"/vector_stores/{store_id}/files/{file_id}/retry")
            return await self._named(client, raw)

    async def cancel(self, store_id: str, file_id: str) -> StoreFile:
        """Stop taking a file in; nothing happens when it has ended."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = await post(client, f"/vector_stores/{store_id}/files/{file_id}/cancel")
            return await self._named(client, raw)

    async def set_attributes(
        self, store_id: str, file_id: str, attributes: Mapping[str, Attribute]
    ) -> StoreFile:
        """Put these attributes in place of a file's old ones."""
        client = await self._engine.ready_client()
        async with in_words():
            raw = plain(
                await client.vector_stores.files.update(
                    file_id, vector_store_id=store_id, attributes=dict(attributes)
                )
            )
            return await self._named(client, raw)

    async def document(self, store_id: str, file_id: str) -> Document:
        """A file's parsed text with its pages and chunks; for an unfinished or failed file the text is empty."""
        client = await self._engine.ready_client()
        base = f"/vector_stores/{store_id}/files/{file_id}"
        async with in_words():
            named, text, chunks = await asyncio.gather(
                client.vector_stores.files.retrieve(file_id, vector_store_id=store_id),
                get(client, f"{base}/text"),
                get(client, f"{base}/chunks"),
            )
            file = await self._named(client, plain(named))
        pages = tuple(
            PageSpan(int(raw["number"]), int(raw["start"]), int(raw["end"]))
            for raw in text.get("pages") or ()
        )
        found = tuple(chunk_from(raw) for raw in chunks.get("data") or () if isinstance(raw, dict))
        whole = str(text.get("text") or "")
        return Document(store_id, file_id, file.filename, whole, pages, found, file.reason)

    async def content(self, file_id: str) -> bytes:
        """An uploaded (or made) file's bytes."""
        client = await self._engine.ready_client()
        async with in_words():
            return (await client.files.content(file_id)).content

    async def file_name(self, file_id: str) -> str:
        """What a file is called; its id where that cannot be found out."""
        if file_id not in self._names:
            client = await self._engine.ready_client()
            try:
                async with in_words():
                    made = await client.files.retrieve(file_id)
            except NotFound:
                return file_id
            self._names[file_id] = (made.filename, made.bytes)
        return self._names[file_id][0]

    async def _named(self, client: AsyncOpenAI, raw: Json) -> StoreFile:
        """A store's file with the name and size that it was uploaded with."""
        file_id = str(raw.get("id", ""))
        if raw.get("filename"):
            if raw.get("bytes") is not None:
                self._names[file_id] = (str(raw["filename"]), int(raw["bytes"]))
            return file_from(raw, size=self._names.get(file_id, ("", None))[1])
        if file_id not in self._names:
            try:
                made = await client.files.retrieve(file_id)
            except Exception:  # noqa: BLE001 - a name is a nicety; the list must not fail for it
                return file_from(raw)
            self._names[file_id] = (made.filename, made.bytes)
        name, size = self._names[file_id]
        return file_from(raw, filename=name, size=size)

    # -- searching -----------------------------------------------------------------------------------------------

    async def search(self, store_id: str, query: str, options: SearchOptions) -> Found:
        """Search a store, with an explanation of each result and of what was dropped, where the server gives one."""
        client = await self._engine.ready_client()
        began = time.perf_counter()
        async with in_words():
            page = await client.vector_stores.search(
                store_id, extra_body={"explain": True}, **options.body(query)
            )
        took = (time.perf_counter() - began) * 1000
        raw = plain(page)
        asked = raw.get("search_query")
        timings = raw.get("timings_ms")
        return Found(
            query=" · ".join(asked) if isinstance(asked, list) else str(asked or query),
            hits=tuple(hit_from(item, n) for n, item in enumerate(raw.get("data") or (), 1)),
            dropped=tuple(hit_from(item, 0) for item in raw.get("candidates") or ()),
            milliseconds=took,
            timings={
                name: float(value)
                for name, value in (timings if isinstance(timings, dict) else {}).items()
                if isinstance(value, int | float)
            },
            notes=tuple(str(note) for note in raw.get("notes") or ()),
        )

    async def retrieval(self, thread_id: str, run_id: str) -> tuple[RunSearch, ...]:
        """What a run searched for, found, kept and cited."""
        client = await self._engine.ready_client()
        async with in_words():
            answer = await get(client, f"/threads/{thread_id}/runs/{run_id}/retrieval")
        return tuple(run_search_from(raw) for raw in answer.get("searches") or () if isinstance(raw, dict))

    async def locate(self, citation: Citation) -> Citation:
        """Find the store and the passage that a citation means, as far as they can be found.

        Raises:
            NotFound: the file is in no store any more.
        """
        found = citation
        if found.doc_start is None and found.thread_id and found.run_id:
            found = await self._from_run(found)
        if found.store_id and await self._has(found.store_id, found.file_id):
            return found
        for store_id in await self._likely_stores(found):
            if await self._has(store_id, found.file_id):
                return _with(found, store_id=store_id)
        raise NotFound(
            f"“{citation.filename or citation.file_id}” is in no store any more.",
            advice="It was removed after this answer was written.",
        )

    async def _from_run(self, citation: Citation) -> Citation:
        try:
            searches = await self.retrieval(citation.thread_id, citation.run_id)
        except AppError:
            return citation
        fitting = [
            candidate
            for search in searches
            for candidate in search.candidates
            if candidate.file_id == citation.file_id and candidate.kept
        ]
        numbers = numbers_in(citation.marker)
        numbered = [c for c in fitting if c.number in numbers]
        quoted = [c for c in fitting if citation.quote and citation.quote.strip() in c.text]
        cited = [c for c in fitting if c.cited]
        best = next(iter(numbered or quoted or cited or fitting), None)
        if best is None:
            return citation
        return _with(
            citation,
            store_id=citation.store_id or best.store_id,
            filename=citation.filename or best.filename,
            quote=citation.quote or best.text,
            page=best.page if citation.page is None else citation.page,
            doc_start=best.start,
            doc_end=best.end,
            doc_focus=best.focus,
        )

    async def _likely_stores(self, citation: Citation) -> list[str]:
        """The stores that the thread and its assistant search, then the newest ones."""
        client = await self._engine.ready_client()
        likely: list[str] = []
        if citation.thread_id:
            try:
                async with in_words():
                    thread = plain(await client.beta.threads.retrieve(citation.thread_id))
                    likely += _stores_of(thread)
                    if citation.run_id:
                        run = plain(
                            await client.beta.threads.runs.retrieve(
                                citation.run_id, thread_id=citation.thread_id
                            )
                        )
                        if run.get("assistant_id"):
                            assistant = await client.beta.assistants.retrieve(run["assistant_id"])
                            likely += _stores_of(plain(assistant))
            except NotFound:
                pass
        async with in_words():
            page = await client.vector_stores.list(limit=MOST_STORES_ASKED, order="desc")
        likely += [store.id for store in page.data]
        return list(dict.fromkeys(likely))

    async def _has(self, store_id: str, file_id: str) -> bool:
        client = await self._engine.ready_client()
        try:
            async with in_words():
                await client.vector_stores.files.retrieve(file_id, vector_store_id=store_id)
        except NotFound:
            return False
        return True


def _stores_of(raw: Json) -> list[str]:
    search = (raw.get("tool_resources") or {}).get("file_search") or {}
    return [str(store) for store in search.get("vector_store_ids") or ()]


def _with(citation: Citation, **changes: Any) -> Citation:
    import dataclasses

    return dataclasses.replace(citation, **changes)

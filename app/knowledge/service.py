"""Stores of files that can be searched: what the engine uses of this room.

::

    service = await KnowledgeService.open(folder)
    await service.create_store("vs_1")
    await service.add_file("vs_1", "file-1", path, "report.pdf", attributes={"year": 2026})
    file = await service.wait("vs_1", "file-1")            # state completed, or failed with last_error
    found = await service.search(["vs_1"], "What did it cost?", k=5)
    found.hits[0].text, .score, .filename, .page, .passage
    await service.close()

All methods are coroutines of one event loop; what blocks runs in threads, files are read in processes of their own.
Everything is durable when a method returns. Files that were being taken in when a process ended are taken up again by
the next :meth:`KnowledgeService.open` on the same folder, or at once by another process's :meth:`recover`. Several
processes may share a folder. Ids are the caller's; the caller keeps the files' contents at their paths for as long as
they are being taken in (afterwards the index needs them no more).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import InvalidInput, NotFound
from app.knowledge.catalog import Catalog, FileError, FileInfo, NewFile, State, StoreInfo
from app.knowledge.chunks import Chunking
from app.knowledge.database import Database
from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.embedding.embedder import Embedder, EmbeddingFailed, ServiceEmbedder
from app.knowledge.filters import check_attributes
from app.knowledge.fusion import Weights
from app.knowledge.index.backend import IndexBackend, StoredChunk
from app.knowledge.index.sqlite import SqliteIndex
from app.knowledge.ingestion import Ingestion, SeenWindows
from app.knowledge.listing import FilePage, Listing, Summary
from app.knowledge.ownership import Ownership
from app.knowledge.read.pool import ReaderPool
from app.knowledge.search import Dropped, Hit, Reranker, ScoreParts, Searcher, SearchResult, Span

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Vectors

__all__ = [
    "Chunking",
    "Dropped",
    "Embedder",
    "FileError",
    "FileInfo",
    "FilePage",
    "Hit",
    "KnowledgeService",
    "Listing",
    "NewFile",
    "Reranker",
    "ScoreParts",
    "SearchResult",
    "ServiceEmbedder",
    "Span",
    "State",
    "StoreInfo",
    "StoredChunk",
    "Summary",
    "Weights",
]

FindEmbedder = Callable[[str], Embedder | None]
Listener = Callable[[FileInfo], None]


class KnowledgeService:
    """One process's door to the stores in a folder; made by :meth:`open`."""

    def __init__(
        self,
        *,
        database: Database,
        index: IndexBackend,
        owner: Ownership,
        readers: ReaderPool,
        builtin: Embedder | None,
        find_embedder: FindEmbedder | None,
        at_once: int,
    ) -> None:
        self._database = database
        self._catalog = Catalog(database)
        self.listing = Listing(database, self._catalog)
        self._index = index
        self._owner = owner
        self._readers = readers
        self._builtin: Embedder = builtin or BuiltinEmbedder()
        self._closes_builtin = builtin is None
        self._find_embedder = find_embedder
        self._embedders: dict[str, Embedder] = {}
        self._listeners: list[Listener] = []
        self._ingestion = Ingestion(
            catalog=self._catalog,
            index=index,
            seen=SeenWindows(database),
            readers=readers,
            embedder=self._embedder,
            announce=self._tell,
            at_once=at_once,
        )
        self._searcher = Searcher(self._catalog, index, self._embedder)

    @classmethod
    async def open(
        cls,
        folder: Path,
        *,
        find_embedder: FindEmbedder | None = None,
        make_index: Callable[[Database], IndexBackend] | None = None,
        builtin: Embedder | None = None,
        readers: ReaderPool | None = None,
        at_once: int = 2,
    ) -> KnowledgeService:
        """Open the stores in ``folder`` (made if absent) and take up what was left unfinished.

        ``find_embedder`` gives the embedding model of an id that :meth:`create_store` was called with (None: unknown);
        see :class:`ServiceEmbedder`. ``builtin`` is a built-in model that others use too and that its owner closes.
        ``make_index`` puts the index elsewhere than into SQLite. ``at_once`` files are
        taken in at a time.

        Raises:
            StorageFailed: the database is damaged or belongs to a newer program.
        """
        database = await asyncio.to_thread(Database, folder / "knowledge.db")
        owner = await asyncio.to_thread(Ownership, folder / "owners")
        index = await asyncio.to_thread(make_index or SqliteIndex, database)
        service = cls(
            database=database,
            index=index,
            owner=owner,
            readers=readers or ReaderPool(folder / "spool"),
            builtin=builtin,
            find_embedder=find_embedder,
            at_once=at_once,
        )
        await service.recover()
        return service

    # Stores

    async def create_store(self, store_id: str, *, embedding: str | None = None) -> StoreInfo:
        """Make a store, pinned to an embedding model for ever; one that exists is returned as it is.

        ``embedding`` is an id that ``find_embedder`` knows; None is the built-in model.

        Raises:
            EmbeddingFailed: the model is unknown.
        """
        name = embedding if embedding is not None else await asyncio.to_thread(self._builtin_id)
        model = self._embedder(name)
        return await asyncio.to_thread(self._catalog.create_store, store_id, name, model.dimension)

    async def store(self, store_id: str) -> StoreInfo:
        """One store.

        Raises:
            NotFound: there is none of this id.
        """
        return await asyncio.to_thread(self._catalog.store, store_id)

    async def stores(self) -> list[StoreInfo]:
        """All stores."""
        return await asyncio.to_thread(self._catalog.stores)

    async def delete_store(self, store_id: str) -> None:
        """Take a store away with everything in it; nothing happens if there is none."""
        try:
            files = await asyncio.to_thread(self._catalog.files, store_id, "in_progress")
        except NotFound:
            return
        store = await asyncio.to_thread(self._catalog.begin_removing_store, store_id)
        for file in files:
            await self._ingestion.stop(file.key)
        if store is not None:
            await asyncio.shield(asyncio.to_thread(self._drop_store, store.key))

    # Files

    async def add_file(
        self,
        store_id: str,
        file_id: str,
        path: Path,
        filename: str,
        *,
        attributes: Mapping[str, object] | None = None,
        chunking: Chunking | None = None,
    ) -> FileInfo:
        """Add a file and begin to take it in; it is ``in_progress`` when this returns.

        A file that is there already, completed or in progress with the same chunking, stays and gets the attributes,
        if any are given; one that failed, was cancelled or has another chunking is taken in anew.

        Raises:
            NotFound: there is no such store.
            InvalidInput: an attribute is outside the API's limits.
        """
        chunking = chunking or Chunking()
        try:
            known = await self.file(store_id, file_id)
        except NotFound:
            known = None
        if known is not None:
            if known.state in {"completed", "in_progress"} and known.chunking == chunking:
                return (
                    known if attributes is None else await self.set_attributes(store_id, file_id, attributes)
                )
            attributes = known.attributes if attributes is None else attributes
            await self.remove_file(store_id, file_id)
        file = await asyncio.to_thread(
            lambda: self._catalog.add_file(
                store_id,
                file_id,
                path=str(path.absolute()),
                filename=filename,
                chunking=chunking,
                attributes=attributes or {},
                owner=self._owner.name,
            )
        )
        self._ingestion.start(file.key)
        return file

    async def add_files(self, store_id: str, files: Sequence[NewFile]) -> None:
        """Add many files and begin to take them in, as :meth:`add_file` does with one.

        Raises:
            NotFound: there is no such store.
            InvalidInput: an attribute is outside the API's limits; nothing was added then.
        """
        new = []
        for file in files:
            check_attributes(file.attributes or {})
        known = {file.file_id: file for file in await self.files(store_id)}
        for file in {file.file_id: file for file in files}.values():
            if file.file_id in known:
                await self.add_file(
                    store_id,
                    file.file_id,
                    Path(file.path),
                    file.filename,
                    attributes=file.attributes,
                    chunking=file.chunking,
                )
            else:
                new.append(replace(file, path=str(Path(file.path).absolute())))
        for key in await asyncio.to_thread(
            lambda: self._catalog.add_files(store_id, new, owner=self._owner.name)
        ):
            self._ingestion.start(key)

    async def file(self, store_id: str, file_id: str) -> FileInfo:
        """One file.

        Raises:
            NotFound: the store has none of this id.
        """
        return await asyncio.to_thread(self._catalog.file, store_id, file_id)

    async def files(self, store_id: str, state: State | None = None) -> list[FileInfo]:
        """A store's files in the order they were added, all or those in one state."""
        return await asyncio.to_thread(self._catalog.files, store_id, state)

    async def wait(self, store_id: str, file_id: str, timeout: float | None = None) -> FileInfo:
        """Wait until a file is no longer in progress (TimeoutError after ``timeout`` seconds)."""
        async with asyncio.timeout(timeout):
            while True:
                file = await self.file(store_id, file_id)
                if file.state != "in_progress":
                    return file
                await self._ingestion.finished(file.key)
                await asyncio.sleep(0.02)  # another process may be working on it

    async def cancel(self, store_id: str, file_id: str) -> FileInfo:
        """Stop taking a file in: it becomes ``cancelled`` unless it has ended; another process's work stops within seconds."""
        file = await self.file(store_id, file_id)
        if await asyncio.to_thread(self._catalog.cancel, file.key):
            await self._ingestion.stop(file.key)
            file = await self.file(store_id, file_id)
            self._tell(file)
        return file

    async def remove_file(self, store_id: str, file_id: str) -> None:
        """Take a file out of a store, whatever its state; nothing happens if it is not there."""
        try:
            file = await self.file(store_id, file_id)
            store = await self.store(store_id)
        except NotFound:
            return
        await asyncio.to_thread(self._catalog.begin_removing, file.key)
        await self._ingestion.stop(file.key)
        await asyncio.shield(asyncio.to_thread(self._drop_file, store.key, file.key))

    async def set_attributes(self, store_id: str, file_id: str, attributes: Mapping[str, object]) -> FileInfo:
        """Put new attributes in place of the old ones; searches see them at once.

        Raises:
            NotFound: the store has no such file.
            InvalidInput: an attribute is outside the API's limits.
        """
        return await asyncio.to_thread(self._catalog.set_attributes, store_id, file_id, attributes)

    async def chunks(self, store_id: str, file_id: str) -> list[StoredChunk]:
        """A completed file's chunks in their order (none while it is not completed)."""
        file, store = await self.file(store_id, file_id), await self.store(store_id)
        if file.state != "completed":
            return []
        return await asyncio.to_thread(self._index.chunks, store.key, file.key)

    async def text(self, store_id: str, file_id: str) -> str:
        """A completed file's whole text, as it was read; chunks' and passages' spans are places in it."""
        file, store = await self.file(store_id, file_id), await self.store(store_id)
        if file.state != "completed":
            return ""
        return await asyncio.to_thread(self._index.text, store.key, file.key)

    async def counts(self, store_id: str) -> dict[State, int]:
        """How many of a store's files are in which state (all four states are named)."""
        return await asyncio.to_thread(self._catalog.counts, store_id)

    async def builtin_model(self) -> tuple[str, int]:
        """Name of the built-in embedding model and the length of its vectors.

        Raises:
            EmbeddingFailed: this installation has none.
        """
        return await asyncio.to_thread(lambda: (self._builtin.id, int(self._builtin.dimension or 0)))

    async def embed(self, embedding: str, texts: Sequence[str]) -> Vectors:
        """Vectors of some texts by a model, to see that it works.

        Raises:
            AppError: with the reason.
        """
        return await self._embedder(embedding).embed(texts, urgent=True)

    async def usage_bytes(self, store_id: str) -> int:
        """Bytes that a store's files take in the index: text, vectors and their places."""
        return await asyncio.to_thread(self._catalog.usage_bytes, store_id)

    # Search

    async def search(
        self,
        store_ids: Sequence[str],
        query: str | None = None,
        *,
        vector: Vectors | None = None,
        filter: Mapping[str, Any] | None = None,  # noqa: A002 - the API's own name
        k: int = 10,
        weights: Weights | None = None,
        threshold: float = 0.0,
        ranker: str = "auto",
        rerank: Reranker | None = None,
        show_dropped: int = 0,
    ) -> SearchResult:
        """Find the best chunks of the completed files of some stores, best first.

        ``vector`` stands in for the query's own vector. ``filter`` is a condition on files' attributes, see
        :mod:`app.knowledge.filters`. ``k`` (1 … 50) hits are given at most, each with a score of at least ``threshold``
        (0 … 1). ``weights`` say how much words and vectors count. ``rerank`` judges the best candidates anew, unless
        ``ranker`` is ``none``. Up to ``show_dropped`` candidates that were not taken are told with the reason. When a
        service that embeds is away, words alone are searched and ``notes`` say so.

        Raises:
            NotFound: one of the stores does not exist.
            InvalidInput: ``field`` names what is wrong.
        """
        if query is None and vector is None:
            raise InvalidInput("A search needs a query.", field="query")
        return await self._searcher.search(
            store_ids,
            query,
            vector=vector,
            condition=filter,
            k=k,
            weights=weights,
            threshold=threshold,
            ranker=ranker,
            rerank=rerank,
            show_dropped=show_dropped,
        )

    async def warm(self, store_ids: Sequence[str]) -> None:
        """Bring models and stores into memory, so that the next search need not; stores that are gone are passed over."""
        stores = []
        for store_id in store_ids:
            with contextlib.suppress(NotFound):
                stores.append(await self.store(store_id))
        if self._builtin_id() in {store.embedding for store in stores}:
            await self._builtin.embed(["warm"], urgent=True)
        for store in stores:
            await asyncio.to_thread(self._index.warm, store.key)

    # Life

    def on_change(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every change of a file in this process (progress, end), in the event loop; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    async def recover(self) -> int:
        """Take up files whose process died, end begun removals; returns how many files are taken up."""
        for store in await asyncio.to_thread(self._catalog.stores_to_remove):
            await asyncio.to_thread(self._drop_store, store)
        for store, key in await asyncio.to_thread(self._catalog.files_to_remove):
            await asyncio.to_thread(self._drop_file, store, key)
        taken = 0
        for key, owner in await asyncio.to_thread(self._catalog.unfinished):
            if await asyncio.to_thread(self._owner.is_alive, owner):
                continue
            if await asyncio.to_thread(self._catalog.claim, key, owner, self._owner.name):
                self._ingestion.start(key)
                taken += 1
        return taken

    async def close(self) -> None:
        """Stop everything; unfinished files stay ``in_progress`` and are taken up at the next start."""
        await self._ingestion.close()
        await self._readers.close()
        for embedder in self._embedders.values():
            if embedder is not self._builtin:
                await embedder.close()
        if self._closes_builtin:
            await self._builtin.close()
        await asyncio.to_thread(self._index.close)
        await asyncio.to_thread(self._database.close)
        await asyncio.to_thread(self._owner.release)

    def _builtin_id(self) -> str:
        return self._builtin.id

    def _embedder(self, name: str) -> Embedder:
        if name not in self._embedders:
            found = self._builtin if name == self._builtin.id else None
            if found is None and self._find_embedder is not None:
                found = self._find_embedder(name)
            if found is None:
                raise EmbeddingFailed(
                    f"The embedding model “{name}” is not available.",
                    advice="Set up its connection again, or make a new store.",
                )
            self._embedders[name] = found
        return self._embedders[name]

    def _tell(self, file: FileInfo) -> None:
        for listener in list(self._listeners):
            listener(file)

    def _drop_store(self, store: int) -> None:
        self._index.drop(store)
        self._catalog.finish_removing_store(store)

    def _drop_file(self, store: int, key: int) -> None:
        self._index.delete_file(store, key)
        self._catalog.finish_removing(key)

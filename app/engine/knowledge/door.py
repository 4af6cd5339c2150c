"""The door to the knowledge room: opened at first use, or quietly after the start when there is something in it."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import AppError, InvalidInput, NotFound, StorageFailed
from app.core.paths import Paths
from app.engine.errors import ApiError, invalid_value, not_found
from app.engine.knowledge.embedding_models import service_embedder
from app.engine.services import Models
from app.engine.store.files import FileContents
from app.engine.store.session import Store
from app.engine.store.tables import File, FileBatch, VectorStore
from app.engine.store.threads import now
from app.engine.store.vector_stores import is_expired, keep_alive

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Embedder
    from app.knowledge.service import FileInfo, KnowledgeService, NewFile

log = logging.getLogger(__name__)
_T = TypeVar("_T")

QUIET_SECONDS = 1.0
"""How long after the start the room is opened by itself: the window's first requests come before."""

CALM_SECONDS = 0.3
"""How long no file must have been completed before the changed stores are brought into memory."""

WARM_STORES = 3
"""Stores that were used last and are loaded in advance, so that their first search is quick, too."""


class Knowledge:
    """One engine's use of the room. Nothing of it is imported or opened before it is needed.

    Args:
        paths: the installation's folders.
        store: the engine's database.
        files: contents of uploaded files, which are read in from where they lie.
        models: where embedding models of connections are found.
    """

    def __init__(self, *, paths: Paths, store: Store, files: FileContents, models: Models) -> None:
        self._folder = paths.engine_knowledge
        self._store = store
        self._files = files
        self._models = models
        self._service: KnowledgeService | None = None
        self._opening = asyncio.Lock()
        self._carrying = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._known: set[str] = set()
        self._changed: set[str] = set()
        self._warming: asyncio.TimerHandle | None = None
        self._closed = False

    # -- opening -------------------------------------------------------------------------------------------------

    async def service(self) -> KnowledgeService:
        """The room itself, open.

        Raises:
            StorageFailed: its database cannot be used.
        """
        if self._service is None:
            async with self._opening:
                if self._closed:
                    raise ApiError("The engine is being stopped.", status=503, type="server_error")
                if self._service is None:
                    room = await asyncio.to_thread(importlib.import_module, "app.knowledge.service")
                    self._service = await room.KnowledgeService.open(
                        self._folder, find_embedder=self._find_embedder
                    )
                    self._service.on_change(self._file_changed)
        return self._service

    @property
    def is_used(self) -> bool:
        """Whether there is anything in the room."""
        return self._service is not None or (self._folder / "knowledge.db").is_file()

    def _find_embedder(self, name: str) -> Embedder | None:
        return service_embedder(self._models, name) if name else None

    async def wake(self) -> None:
        """After the start: take up what was left unfinished, and make the first searches quick; never raises."""
        await asyncio.sleep(QUIET_SECONDS)
        try:
            if await self._store.look(_waiting) or self.is_used:
                service = await self.service()
                await self.catch_up()
                await self.tidy(now())
                recent = await self._store.look(_recent)
                await service.warm(recent)
        except AppError as error:
            log.warning("the vector stores cannot be used: %s", error)
        except Exception:
            log.exception("the vector stores cannot be used")

    async def close(self) -> None:
        """Stop reading files in (they are taken up at the next start) and close the room."""
        self._closed = True
        if self._warming is not None:
            self._warming.cancel()
        for task in list(self._tasks):
            task.cancel()
        async with self._opening:
            if self._service is not None:
                await self._service.close()
                self._service = None

    def _file_changed(self, file: FileInfo) -> None:
        """Once nothing more is being read in, the changed stores are brought into memory."""
        if file.state != "completed" or self._closed:
            return
        self._changed.add(file.store_id)
        if self._warming is not None:
            self._warming.cancel()
        self._warming = asyncio.get_running_loop().call_later(CALM_SECONDS, self._warm_changed)

    def _warm_changed(self) -> None:
        changed, self._changed = self._changed, set()
        if self._service is not None:
            self.spawn(self._service.warm(sorted(changed)))

    # -- stores and files ----------------------------------------------------------------------------------------

    async def ensure(self, row: VectorStore) -> KnowledgeService:
        """Make the room's side of a store if it is not there.

        Raises:
            AppError: its embedding model cannot be used.
        """
        service = await self.service()
        if row.id not in self._known:
            await service.create_store(row.id, embedding=row.embedding_model or None)
            self._known.add(row.id)
        return service

    async def catch_up(self, store_ids: Sequence[str] | None = None) -> None:
        """Carry out batches that were committed; one that cannot be carried out is left for later.

        Args:
            store_ids: only those of these stores; None for all.
        """
        if store_ids is not None and not store_ids:
            return
        async with self._carrying:
            waiting = await self._store.look(lambda session: _waiting(session, store_ids))
            for batch in waiting:
                try:
                    await self._carry_out(batch)
                except AppError as error:
                    log.warning("batch %s cannot be carried out: %s", batch.id, error)
                except Exception:
                    log.exception("batch %s cannot be carried out", batch.id)

    async def carry_out(self, batch: FileBatch) -> None:
        """Hand a committed batch's files over to the room.

        Raises:
            AppError: the room cannot be used.
        """
        async with self._carrying:
            await self._carry_out(batch)

    async def _carry_out(self, batch: FileBatch) -> None:
        from app.knowledge.service import Chunking, NewFile

        ids = [item["file_id"] for item in batch.files]

        async def work(session: AsyncSession) -> tuple[VectorStore | None, dict[str, str], bool]:
            row = await session.scalar(select(VectorStore).where(VectorStore.id == batch.vector_store_id))
            known = await session.scalar(select(FileBatch.carried_out_at).where(FileBatch.id == batch.id))
            rows = await session.scalars(select(File).where(File.id.in_(ids)))
            return row, {file.id: file.filename for file in rows}, known is not None

        row, names, done = await self._store.look(work)
        if done or row is None:
            return
        if not is_expired(row, now()):
            service = await self.ensure(row)
            new: list[NewFile] = [
                NewFile(
                    item["file_id"],
                    self._files.path(item["file_id"]),
                    names[item["file_id"]],
                    item["attributes"],
                    Chunking(item["max_tokens"], item["overlap"]),
                )
                for item in batch.files
                if item["file_id"] in names  # a file may have been deleted meanwhile
            ]
            await service.add_files(row.id, new)
        await self._store.transact(lambda session: _mark_carried_out(session, batch.id))

    async def add_file(
        self, row: VectorStore, file: File, *, attributes: Mapping[str, Any] | None, sizes: tuple[int, int]
    ) -> FileInfo:
        """Put one file into a store.

        Raises:
            AppError: the room cannot be used.
        """
        service = await self.ensure(row)
        from app.knowledge.service import Chunking

        return await service.add_file(
            row.id,
            file.id,
            self._files.path(file.id),
            file.filename,
            attributes=attributes,
            chunking=Chunking(*sizes),
        )

    async def forget_file(self, file_id: str) -> None:
        """Take a deleted file out of every store."""
        if not self.is_used:
            return
        service = await self.service()
        for store_id in await service.listing.stores_with(file_id):
            await service.remove_file(store_id, file_id)

    async def drop_store(self, store_id: str) -> None:
        """Take a deleted store's content away."""
        self._known.discard(store_id)
        if self.is_used:
            await (await self.service()).delete_store(store_id)

    def used(self, store_ids: Sequence[str]) -> None:
        """Note in the background that stores were used."""

        async def note() -> None:
            moment = now()
            await self._store.transact(lambda session: keep_alive(session, store_ids, moment))

        self.spawn(note())

    def spawn(self, work: Awaitable[Any]) -> None:
        """Do something small in the background."""

        async def run() -> None:
            try:
                await work
            except Exception:
                log.exception("a task in the background failed")

        if not self._closed:
            task = asyncio.get_running_loop().create_task(run())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    # -- tidying -------------------------------------------------------------------------------------------------

    async def tidy(self, moment: int) -> None:
        """Remove the content of expired stores, of stores without a row, and files that were deleted or expired."""
        if not self.is_used:
            return
        service = await self.service()

        async def work(session: AsyncSession) -> tuple[set[str], set[str]]:
            rows = await session.execute(select(VectorStore.id, VectorStore.expires_at))
            live = {name for name, expires_at in rows if expires_at is None or expires_at > moment}
            return live, set(await session.scalars(select(File.id)))

        inside = {store.id for store in await service.stores()}
        held = await service.listing.file_ids()
        live, files = await self._store.look(work)
        for store_id in inside - live:
            self._known.discard(store_id)
            await service.delete_store(store_id)
        for file_id in held - files:
            for store_id in await service.listing.stores_with(file_id):
                await service.remove_file(store_id, file_id)


async def in_api_words(work: Awaitable[_T], *, prefix: str = "") -> _T:
    """Do something in the room; its errors become the API's.

    Raises:
        ApiError: 400 naming the parameter, 404, 503.
        StorageFailed: the database cannot be used.
    """
    try:
        return await work
    except InvalidInput as error:
        param = f"{prefix}{error.field}" if error.field else None
        raise invalid_value(
            f"Invalid '{param}': {error.message}" if param else error.message, param
        ) from error
    except NotFound as error:
        raise ApiError(error.message, status=404) from error
    except StorageFailed:
        raise
    except AppError as error:
        raise ApiError(str(error), status=503, type="server_error", code="knowledge_unavailable") from error


def no_such_store_file(store_id: str, file_id: str) -> ApiError:
    """404 for a file that is not in this store."""
    return not_found(f"file in vector store '{store_id}'", file_id)


async def _waiting(session: AsyncSession, store_ids: Sequence[str] | None = None) -> list[FileBatch]:
    query = select(FileBatch).where(FileBatch.carried_out_at.is_(None)).order_by(FileBatch.seq)
    if store_ids is not None:
        query = query.where(FileBatch.vector_store_id.in_(store_ids))
    return list(await session.scalars(query))


async def _recent(session: AsyncSession) -> list[str]:
    query = select(VectorStore.id).order_by(VectorStore.last_active_at.desc()).limit(WARM_STORES)
    return list(await session.scalars(query))


async def _mark_carried_out(session: AsyncSession, batch_id: str) -> None:
    await session.execute(
        update(FileBatch)
        .where(FileBatch.id == batch_id)
        .values(carried_out_at=now())
        .execution_options(synchronize_session=False)
    )


async def delete_store_row(session: AsyncSession, store_id: str) -> None:
    """Delete a store's row; its batches go with it."""
    await session.execute(delete(VectorStore).where(VectorStore.id == store_id))

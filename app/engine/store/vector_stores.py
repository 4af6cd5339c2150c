"""Vector stores and their batches as rows: made, found, kept alive, let go of.

These work inside a session that the caller commits. What the knowledge room has to do afterwards is written down in the
same transaction, as a batch that is not carried out yet, so that a crash in between loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import String, cast, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.errors import ApiError, not_found
from app.engine.store.tables import Assistant, FileBatch, Thread, VectorStore

Json = dict[str, Any]

DAY = 86_400
THREAD_STORE_DAYS = 7
"""Life of a store that a thread made for itself, after it was last used."""

DEFAULT_CHUNK, DEFAULT_OVERLAP = 800, 400


async def live_store(
    session: AsyncSession, store_id: str, *, param: str | None = None, usable_at: int | None = None
) -> VectorStore:
    """The vector store; with ``usable_at`` (a time) it must not have expired by then.

    Raises:
        ApiError: 404, or 400 for an expired one.
    """
    row = await session.scalar(select(VectorStore).where(VectorStore.id == store_id))
    if row is None:
        raise not_found("vector store", store_id, param=param)
    if usable_at is not None and is_expired(row, usable_at):
        raise expired(store_id, param)
    return row


def expired(store_id: str, param: str | None = None) -> ApiError:
    """400: an expired store cannot be searched nor filled."""
    return ApiError(
        f"Vector store {store_id} is expired. Its files are gone from it: make a new vector store from the same files.",
        param=param,
        code="vector_store_expired",
    )


def is_expired(row: VectorStore, moment: int) -> bool:
    """Whether its policy has ended it."""
    return row.expires_at is not None and row.expires_at <= moment


def new_store(
    session: AsyncSession,
    moment: int,
    *,
    name: str | None = None,
    description: str | None = None,
    metadata: Mapping[str, Any] | None = None,
    expires_after_days: int | None = None,
    embedding_model: str = "",
) -> VectorStore:
    """Add a vector store to the session."""
    row = VectorStore(
        id=new_id("vs"),
        created_at=moment,
        name=name or "",
        description=description,
        metadata_=dict(metadata or {}),
        embedding_model=embedding_model,
        expires_after_days=expires_after_days,
        last_active_at=moment,
        expires_at=moment + expires_after_days * DAY if expires_after_days else None,
    )
    session.add(row)
    return row


def new_batch(session: AsyncSession, store_id: str, files: Sequence[Json], moment: int) -> FileBatch:
    """Add a batch to the session; ``files`` are made by :func:`batch_file`."""
    row = FileBatch(
        id=new_id("vsfb"),
        created_at=moment,
        vector_store_id=store_id,
        files=list(files),
        carried_out_at=None,
        cancelled_at=None,
    )
    session.add(row)
    return row


def batch_file(
    file_id: str,
    *,
    attributes: Mapping[str, Any] | None = None,
    chunking_strategy: Mapping[str, Any] | None = None,
) -> Json:
    """One file of a batch; the chunking strategy is in the API's shape, already checked."""
    size, overlap = chunk_sizes(chunking_strategy)
    attributes = None if attributes is None else dict(attributes)
    return {"file_id": file_id, "attributes": attributes, "max_tokens": size, "overlap": overlap}


def chunk_sizes(strategy: Mapping[str, Any] | None) -> tuple[int, int]:
    """Tokens of a chunk and of the overlap, of a chunking strategy in the API's shape."""
    if strategy is None or strategy["type"] != "static":
        return DEFAULT_CHUNK, DEFAULT_OVERLAP
    return strategy["static"]["max_chunk_size_tokens"], strategy["static"]["chunk_overlap_tokens"]


def check_overlap(strategy: Mapping[str, Any] | None, path: str = "chunking_strategy") -> None:
    """The overlap is at most half of a chunk.

    Raises:
        ApiError: 400.
    """
    if strategy is None or strategy["type"] != "static":
        return
    size = strategy["static"]["max_chunk_size_tokens"]
    overlap = strategy["static"]["chunk_overlap_tokens"]
    if overlap > size // 2:
        param = f"{path}.static.chunk_overlap_tokens"
        raise ApiError(
            f"Invalid '{param}': chunk_overlap_tokens must be less than or equal to half of max_chunk_size_tokens "
            f"({size // 2}), but got {overlap} instead.",
            param=param,
            code="invalid_value",
        )


def touch(row: VectorStore, moment: int) -> None:
    """It was used: its life begins anew."""
    row.last_active_at = moment
    if row.expires_after_days:
        row.expires_at = moment + row.expires_after_days * DAY


def stores_of(resources: Mapping[str, Any] | None) -> list[str]:
    """Ids of the vector stores in ``tool_resources``."""
    search = (resources or {}).get("file_search") or {}
    return list(search.get("vector_store_ids") or ())


async def attach_to_thread(session: AsyncSession, thread: Thread, files: Sequence[Json], moment: int) -> None:
    """Put files into the thread's own store, which is made if it has none that can be used."""
    row = None
    for store_id in stores_of(thread.tool_resources):
        row = await session.scalar(select(VectorStore).where(VectorStore.id == store_id))
    if row is None or is_expired(row, moment):
        row = new_store(session, moment, expires_after_days=THREAD_STORE_DAYS)
        await session.flush()
        resources = thread.tool_resources or {}
        thread.tool_resources = {**resources, "file_search": {"vector_store_ids": [row.id]}}
    else:
        touch(row, moment)
    new_batch(session, row.id, files, moment)


async def keep_alive(session: AsyncSession, store_ids: Iterable[str], moment: int) -> None:
    """Some stores were used."""
    live = VectorStore.id.in_(list(store_ids)) & (VectorStore.last_active_at < moment)
    await session.execute(
        update(VectorStore)
        .where(live, (VectorStore.expires_at.is_(None)) | (VectorStore.expires_at > moment))
        .values(
            last_active_at=moment,
            expires_at=moment + VectorStore.expires_after_days * DAY,
        )
        .execution_options(synchronize_session=False)
    )


async def release_store(session: AsyncSession, store_id: str) -> None:
    """Take a deleted store out of every assistant and thread that names it."""
    for table in (Assistant, Thread):
        rows: Any = await session.scalars(
            select(table).where(
                table.tool_resources.is_not(None), cast(table.tool_resources, String).contains(store_id)
            )
        )
        for row in rows:
            known = stores_of(row.tool_resources)
            if store_id in known:
                left = [name for name in known if name != store_id]
                row.tool_resources = {**row.tool_resources, "file_search": {"vector_store_ids": left}}

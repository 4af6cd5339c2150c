"""File batches: many files put into a vector store by one request."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.vector_stores import VectorStoreFile as StoreFileAnswer
from openai.types.vector_stores import VectorStoreFileBatch
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.api import vector_stores_limits as limits
from app.engine.api.answers import ListOf
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import page_of, page_parameters
from app.engine.api.shapes import missing
from app.engine.api.vector_stores import find_store
from app.engine.api.vector_stores_files import FILTER, files_page, polled
from app.engine.errors import ApiError, not_found
from app.engine.knowledge import wire
from app.engine.knowledge.door import in_api_words
from app.engine.services import Services
from app.engine.store.tables import FileBatch
from app.engine.store.threads import check_files_exist, now
from app.engine.store.vector_stores import batch_file, check_overlap, live_store, new_batch, touch

router = APIRouter(
    prefix="/v1/vector_stores/{vector_store_id}/file_batches", tags=["Vector store file batches"]
)


async def find_batch(session: AsyncSession, store_id: str, batch_id: str) -> FileBatch:
    """The batch of this store.

    Raises:
        ApiError: 404.
    """
    row = await session.scalar(
        select(FileBatch).where(FileBatch.id == batch_id, FileBatch.vector_store_id == store_id)
    )
    if row is None:
        raise not_found("file batch", batch_id)
    return row


async def _shown(services: Services, row: FileBatch) -> dict[str, Any]:
    service = await services.knowledge.service()
    counts = await service.listing.counts_of(row.vector_store_id, _ids(row))
    if row.carried_out_at is None and row.cancelled_at is None:
        counts["in_progress"] += len(row.files) - sum(counts.values())
    return wire.file_batch(row, counts)


def _ids(row: FileBatch) -> list[str]:
    return [item["file_id"] for item in row.files]


async def _path_batch(services: Services, store_id: str, batch_id: str) -> FileBatch:
    await find_store(services, store_id)
    check_id(batch_id, "vsfb", "batch_id")
    return await services.store.look(lambda session: find_batch(session, store_id, batch_id))


@router.post("", **describe(body=limits.BATCH_CREATE, answer=VectorStoreFileBatch))
async def create_file_batch(request: Request, vector_store_id: str) -> Response:
    """Attach files to a vector store: ``file_ids`` with common settings, or ``files`` with settings of their own."""
    services = services_of(request)
    check_id(vector_store_id, "vs", "vector_store_id")
    params = await read_params(request, limits.BATCH_CREATE)
    files, named = _files(params)
    moment = now()
    async with services.store.write() as session:
        store = await live_store(session, vector_store_id, usable_at=moment)
        await check_files_exist(session, named)
        touch(store, moment)
        row = new_batch(session, vector_store_id, files, moment)
    await in_api_words(services.knowledge.carry_out(row))
    return polled(await _shown(services, await _path_batch(services, vector_store_id, row.id)))


def _files(params: dict[str, Any]) -> tuple[list[dict[str, Any]], list[tuple[str, str]]]:
    """The batch's files, each once, and their ids with the paths in the request."""
    file_ids, files = params.get("file_ids"), params.get("files")
    if file_ids is None and files is None:
        raise missing("file_ids")
    if file_ids is not None and files is not None:
        raise ApiError(
            "The parameters 'file_ids' and 'files' are mutually exclusive: give one of them.",
            param="files",
            code="mutually_exclusive_parameters",
        )
    if files is None:
        strategy, attributes = params.get("chunking_strategy"), params.get("attributes")
        check_overlap(strategy)
        assert file_ids is not None
        made = {
            name: batch_file(name, attributes=attributes, chunking_strategy=strategy) for name in file_ids
        }
        return list(made.values()), [(name, f"file_ids[{i}]") for i, name in enumerate(file_ids)]
    own = {}
    for index, item in enumerate(files):
        check_overlap(item.get("chunking_strategy"), f"files[{index}].chunking_strategy")
        own[item["file_id"]] = batch_file(
            item["file_id"],
            attributes=item.get("attributes"),
            chunking_strategy=item.get("chunking_strategy"),
        )
    return list(own.values()), [(item["file_id"], f"files[{i}].file_id") for i, item in enumerate(files)]


@router.get("/{batch_id}", **describe(answer=VectorStoreFileBatch))
async def retrieve_file_batch(request: Request, vector_store_id: str, batch_id: str) -> Response:
    """Retrieve a file batch."""
    services = services_of(request)
    return polled(await _shown(services, await _path_batch(services, vector_store_id, batch_id)))


@router.post("/{batch_id}/cancel", **describe(answer=VectorStoreFileBatch))
async def cancel_file_batch(request: Request, vector_store_id: str, batch_id: str) -> Response:
    """Cancel a file batch: files that are not read in yet are left; those that are stay."""
    services = services_of(request)
    await _path_batch(services, vector_store_id, batch_id)
    async with services.store.write() as session:
        row = await find_batch(session, vector_store_id, batch_id)
        service = await services.knowledge.service()
        counts = await service.listing.counts_of(vector_store_id, _ids(row))
        if row.carried_out_at is not None and not counts["in_progress"]:
            status = wire.file_batch(row, counts)["status"]
            raise ApiError(f"Cannot cancel file batch with status '{status}'.")
        row.cancelled_at = row.carried_out_at = now()
    wanted = set(_ids(row))
    for file in await service.files(vector_store_id, "in_progress"):
        if file.file_id in wanted:
            await service.cancel(vector_store_id, file.file_id)
    return json_response(await _shown(services, row))


@router.get(
    "/{batch_id}/files", **describe(query=[*page_parameters(), FILTER], answer=ListOf[StoreFileAnswer])
)
async def list_file_batch_files(request: Request, vector_store_id: str, batch_id: str) -> Response:
    """List the files of a batch."""
    services = services_of(request)
    row = await _path_batch(services, vector_store_id, batch_id)
    page = page_of(request, "file")
    state = limits.file_state(request.query_params.get("filter"))
    return await files_page(services, vector_store_id, page, state=state, only=_ids(row))

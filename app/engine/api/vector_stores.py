"""Vector stores: create, list, retrieve, modify, delete, search."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types import VectorStore as VectorStoreAnswer
from openai.types import VectorStoreDeleted, VectorStoreSearchResponse
from pydantic import BaseModel

from app.core.errors import AppError
from app.engine.api import vector_stores_limits as limits
from app.engine.api.answers import ListOf
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import page_of, page_parameters, read_page
from app.engine.errors import invalid_value
from app.engine.knowledge import searching, wire
from app.engine.knowledge.door import Knowledge, in_api_words
from app.engine.services import Services
from app.engine.store.tables import Tombstone, VectorStore
from app.engine.store.threads import check_files_exist, now
from app.engine.store.vector_stores import (
    DAY,
    batch_file,
    check_overlap,
    live_store,
    new_batch,
    new_store,
    release_store,
    touch,
)

router = APIRouter(prefix="/v1/vector_stores", tags=["Vector stores"])


class SearchPage(BaseModel):
    """The results of a search."""

    object: str
    search_query: list[str]
    data: list[VectorStoreSearchResponse]
    has_more: bool
    next_page: str | None


async def shown(services: Services, row: VectorStore) -> dict[str, Any]:
    """A store with its counts."""
    service = await services.knowledge.service()
    summaries = await service.listing.summaries([row.id])
    embedding, _ = await in_api_words(service.builtin_model())
    return wire.vector_store(row, summaries[row.id], now(), embedding=embedding)


async def find_store(services: Services, store_id: str, *, usable: bool = False) -> VectorStore:
    """The store of a path; ``usable`` refuses an expired one.

    Raises:
        ApiError: 400, 404.
    """
    check_id(store_id, "vs", "vector_store_id")
    moment = now() if usable else None
    return await services.store.look(lambda session: live_store(session, store_id, usable_at=moment))


@router.post("", **describe(body=limits.STORE_CREATE, answer=VectorStoreAnswer))
async def create_vector_store(request: Request) -> Response:
    """Create a vector store. ``embedding_model`` (an extension) pins it to a model other than the built-in one."""
    services = services_of(request)
    params = await read_params(request, limits.STORE_CREATE)
    strategy = params.get("chunking_strategy")
    check_overlap(strategy)
    file_ids = list(dict.fromkeys(params.get("file_ids") or ()))
    embedding = await _embedding_model(services.knowledge, params.get("embedding_model"))
    moment = now()
    async with services.store.write() as session:
        await check_files_exist(session, [(name, f"file_ids[{i}]") for i, name in enumerate(file_ids)])
        row = new_store(
            session,
            moment,
            name=params.get("name"),
            description=params.get("description"),
            metadata=params.get("metadata"),
            expires_after_days=(params.get("expires_after") or {}).get("days"),
            embedding_model=embedding,
        )
        await session.flush()
        files = [batch_file(name, chunking_strategy=strategy) for name in file_ids]
        batch = new_batch(session, row.id, files, moment) if files else None
    await in_api_words(services.knowledge.ensure(row))
    if batch is not None:
        await in_api_words(services.knowledge.carry_out(batch))
    return json_response(await shown(services, row))


async def _embedding_model(knowledge: Knowledge, name: str | None) -> str:
    """The model that a new store is pinned to: empty for the built-in one; another one is tried first.

    Raises:
        ApiError: 400 when it does not embed.
    """
    if name is None:
        return ""
    service = await knowledge.service()
    builtin, _ = await in_api_words(service.builtin_model())
    if name == builtin:
        return ""
    try:
        await service.embed(name, ["test"])
    except AppError as error:
        raise invalid_value(f"Invalid 'embedding_model': {error}", "embedding_model") from error
    return name


@router.get("", **describe(query=page_parameters(), answer=ListOf[VectorStoreAnswer]))
async def list_vector_stores(request: Request) -> Response:
    """List vector stores."""
    page = page_of(request, "vs")
    services = services_of(request)
    rows: list[VectorStore] = []

    def keep(row: VectorStore) -> dict[str, Any]:
        rows.append(row)
        return {"id": row.id}

    async with services.store.read() as session:
        body = await read_page(
            session, VectorStore, page, show=keep, kind="vector store", parent="vector_stores"
        )
    service = await services.knowledge.service()
    summaries = await service.listing.summaries([row.id for row in rows])
    embedding, _ = await in_api_words(service.builtin_model())
    moment = now()
    body["data"] = [wire.vector_store(row, summaries[row.id], moment, embedding=embedding) for row in rows]
    return json_response(body)


@router.get("/{vector_store_id}", **describe(answer=VectorStoreAnswer))
async def retrieve_vector_store(request: Request, vector_store_id: str) -> Response:
    """Retrieve a vector store."""
    services = services_of(request)
    return json_response(await shown(services, await find_store(services, vector_store_id)))


@router.post("/{vector_store_id}", **describe(body=limits.STORE_UPDATE, answer=VectorStoreAnswer))
async def modify_vector_store(request: Request, vector_store_id: str) -> Response:
    """Modify a vector store: its name, its metadata (as a whole), when it expires."""
    services = services_of(request)
    check_id(vector_store_id, "vs", "vector_store_id")
    params = await read_params(request, limits.STORE_UPDATE)
    moment = now()
    async with services.store.write() as session:
        row = await live_store(session, vector_store_id, usable_at=moment)
        if "name" in params:
            row.name = params["name"] or ""
        if "metadata" in params:
            row.metadata_ = params["metadata"] or {}
        if "expires_after" in params:
            policy = params["expires_after"]
            row.expires_after_days = policy["days"] if policy else None
            row.expires_at = row.last_active_at + policy["days"] * DAY if policy else None
        touch(row, moment)
    return json_response(await shown(services, row))


@router.delete("/{vector_store_id}", **describe(answer=VectorStoreDeleted))
async def delete_vector_store(request: Request, vector_store_id: str) -> Response:
    """Delete a vector store; its files stay files. Assistants and threads that used it lose it."""
    services = services_of(request)
    check_id(vector_store_id, "vs", "vector_store_id")
    async with services.store.write() as session:
        row = await live_store(session, vector_store_id)
        session.add(Tombstone(id=row.id, parent="vector_stores", seq=row.seq, deleted_at=now()))
        await session.delete(row)
        await release_store(session, vector_store_id)
    await in_api_words(services.knowledge.drop_store(vector_store_id))
    return json_response({"id": vector_store_id, "object": "vector_store.deleted", "deleted": True})


@router.post("/{vector_store_id}/search", **describe(body=limits.SEARCH, answer=SearchPage))
async def search_vector_store(request: Request, vector_store_id: str) -> Response:
    """Search a vector store. ``explain`` (an extension) tells the parts of each score, places, times, and what was dropped."""
    services = services_of(request)
    params = await read_params(request, limits.SEARCH)
    row = await find_store(services, vector_store_id, usable=True)
    query = params["query"]
    queries = [query] if isinstance(query, str) else list(query)
    if params.get("rewrite_query"):
        queries = [searching.rewritten(text) for text in queries]
    explain = bool(params.get("explain"))
    service = await in_api_words(services.knowledge.ensure(row))
    found = await searching.search(
        service,
        [row.id],
        queries,
        filters=params.get("filters"),
        limit=params.get("max_num_results") or limits.DEFAULT_RESULTS,
        ranking=params.get("ranking_options"),
        explain=explain,
    )
    services.knowledge.used([row.id])
    body = wire.results_page(
        queries,
        [
            wire.search_result(hit, explain=wire.explanation(hit, rank) if explain else None)
            for rank, hit in enumerate(found.hits, start=1)
        ],
    )
    if explain:
        body["timings_ms"] = dict(found.timings)
        body["candidates"] = wire.dropped_results(found.dropped, len(found.hits) + 1)
        body["notes"] = list(found.notes)
    return json_response(body)

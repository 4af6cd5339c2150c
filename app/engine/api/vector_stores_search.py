"""What this engine adds to the API for searching files: for clients with a tool loop of their own, and for looking inside."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.api import vector_stores_limits as limits
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.runs import live_run
from app.engine.knowledge import searching
from app.engine.knowledge.door import in_api_words
from app.engine.knowledge.embedding_models import list_embedding_models
from app.engine.store.tables import RunSearch
from app.engine.store.threads import now
from app.engine.store.vector_stores import live_store
from app.engine.tools import file_search_text as words
from app.engine.tools.file_search_citations import annotate
from app.engine.tools.file_search_record import tool_results

router = APIRouter(tags=["File search"])


class EmbeddingModel(BaseModel):
    """A model that a vector store can be pinned to; ``dimension`` is null until a service has answered."""

    id: str
    object: Literal["embedding_model"]
    name: str
    dimension: int | None
    local: bool
    default: bool
    owned_by: str


class EmbeddingModels(BaseModel):
    """Choices for a new vector store."""

    object: Literal["list"]
    data: list[EmbeddingModel]


class FileSearchDefinition(BaseModel):
    """The function that a client's own tool loop offers, and what it adds to the instructions."""

    object: Literal["file_search.definition"]
    definition: dict[str, Any]
    prompt: str


class FileSearchResult(BaseModel):
    """One result: ``text`` stands from ``start`` to ``end`` in the file's text, ``marker`` is how the model cites it."""

    number: int
    marker: str
    file_id: str
    filename: str
    vector_store_id: str
    score: float
    text: str
    start: int
    end: int
    page: int | None
    line: int | None
    heading: str | None


class FileSearchOutput(BaseModel):
    """What a search found, and as the model is to read it."""

    object: Literal["file_search.output"]
    output: str
    results: list[FileSearchResult]
    notes: list[str]
    timings_ms: dict[str, float]


class Annotations(BaseModel):
    """The citations in a text."""

    object: Literal["file_search.annotations"]
    annotations: list[dict[str, Any]]


class Retrieval(BaseModel):
    """A run's file searches with all their candidates."""

    object: Literal["thread.run.retrieval"]
    run_id: str
    thread_id: str
    searches: list[dict[str, Any]]


@router.get("/v1/embedding_models", **describe(answer=EmbeddingModels))
async def embedding_models(request: Request) -> Response:
    """List the models that vector stores can be pinned to (an extension of this engine)."""
    services = services_of(request)
    service = await services.knowledge.service()
    builtin, dimension = await in_api_words(service.builtin_model())
    data = await list_embedding_models(services.models, builtin, dimension)
    return json_response({"object": "list", "data": data})


@router.get("/v1/file_search", **describe(answer=FileSearchDefinition))
async def file_search_definition(request: Request) -> Response:  # noqa: ARG001
    """Retrieve the function ``file_search`` for a tool loop of your own (an extension of this engine)."""
    return json_response(
        {"object": "file_search.definition", "definition": words.DEFINITION, "prompt": words.PROMPT}
    )


@router.post("/v1/file_search", **describe(body=limits.FILE_SEARCH, answer=FileSearchOutput))
async def file_search(request: Request) -> Response:
    """Search vector stores as a run does (an extension of this engine).

    ``max_tokens`` is how much the model can read of results, ``first`` the number of the first new result.
    """
    services = services_of(request)
    params = await read_params(request, limits.FILE_SEARCH)
    store_ids = list(dict.fromkeys(params["vector_store_ids"]))
    moment = now()

    async def find(session: AsyncSession) -> list[Any]:
        return [
            await live_store(session, name, param=f"vector_store_ids[{i}]", usable_at=moment)
            for i, name in enumerate(store_ids)
        ]

    for row in await services.store.look(find):
        await in_api_words(services.knowledge.ensure(row))
    room = params.get("max_tokens") or words.TOKEN_BUDGET
    service = await services.knowledge.service()
    found = await searching.search(
        service,
        store_ids,
        params["queries"],
        filters=params.get("filters"),
        limit=params.get("max_num_results") or words.default_results(room),
        ranking=params.get("ranking_options"),
    )
    services.knowledge.used(store_ids)
    first = params.get("first") or 1
    numbers = {index: first + index for index in range(len(found.hits))}
    given, _ = words.fit(found.hits, room, numbers)
    summaries = await service.listing.summaries(store_ids)
    waiting = sum(summary.counts["in_progress"] for summary in summaries.values())
    return json_response(
        {
            "object": "file_search.output",
            "output": words.output(given, in_progress=waiting, notes=found.notes),
            "results": tool_results(given),
            "notes": list(found.notes),
            "timings_ms": dict(found.timings),
        }
    )


@router.post("/v1/file_search/annotate", **describe(body=limits.ANNOTATE, answer=Annotations))
async def annotate_text(request: Request) -> Response:
    """Find the citations in an answer that rests on results of a file search (an extension of this engine)."""
    params = await read_params(request, limits.ANNOTATE)
    found = annotate(params["text"], params["results"])
    return json_response({"object": "file_search.annotations", "annotations": found})


@router.get("/v1/threads/{thread_id}/runs/{run_id}/retrieval", **describe(answer=Retrieval))
async def run_retrieval(request: Request, thread_id: str, run_id: str) -> Response:
    """Tell what a run's file searches found: given to the model or dropped and why, cited or not (an extension)."""
    check_id(thread_id, "thread", "thread_id")
    check_id(run_id, "run", "run_id")

    async def read(session: AsyncSession) -> list[Any]:
        await live_run(session, thread_id, run_id)
        return list(
            await session.scalars(
                select(RunSearch.body).where(RunSearch.run_id == run_id).order_by(RunSearch.seq)
            )
        )

    searches = await services_of(request).store.look(read)
    return json_response(
        {"object": "thread.run.retrieval", "run_id": run_id, "thread_id": thread_id, "searches": searches}
    )

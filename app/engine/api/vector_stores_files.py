"""Files of a vector store: attach, list, retrieve, attributes, content, detach; and this engine's own views of them."""

from __future__ import annotations

import time
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.vector_stores import FileContentResponse, VectorStoreFileDeleted
from openai.types.vector_stores import VectorStoreFile as StoreFileAnswer
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import NotFound
from app.engine.api import shapes
from app.engine.api import vector_stores_limits as limits
from app.engine.api.answers import ListOf
from app.engine.api.files import live_file
from app.engine.api.http import describe, json_response, query_parameter, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import Page, list_body, page_of, page_parameters
from app.engine.api.vector_stores import find_store
from app.engine.errors import ApiError, invalid_value
from app.engine.knowledge import wire
from app.engine.knowledge.door import in_api_words, no_such_store_file
from app.engine.services import Services
from app.engine.store.tables import File
from app.engine.store.threads import now
from app.engine.store.vector_stores import check_overlap, chunk_sizes, live_store, touch

router = APIRouter(prefix="/v1/vector_stores/{vector_store_id}/files", tags=["Vector store files"])

FILTER = query_parameter("filter", shapes.Choice(limits.FILE_STATES), "Only files of this status.")


class ContentPage(BaseModel):
    """What was read of a file."""

    object: Literal["vector_store.file_content.page"]
    data: list[FileContentResponse]
    has_more: bool
    next_page: str | None


class FileChunk(BaseModel):
    """A chunk of a file, with its place: characters of the file's text, page and line where it has them."""

    index: int
    text: str
    start: int
    end: int
    page: int | None
    line: int | None
    heading: str | None
    tokens: int
    dropped: str | None


class ChunkList(BaseModel):
    """All chunks of a file, in their order."""

    object: Literal["list"]
    data: list[FileChunk]


class PageStart(BaseModel):
    """Where a page begins and ends in the text."""

    number: int
    start: int
    end: int


class FileText(BaseModel):
    """A file's whole text as it was read."""

    text: str
    pages: list[PageStart]


def polled(value: dict[str, Any]) -> Response:
    """An answer that clients ask for again and again, with the pause they should make: the longer it takes, the longer."""
    age = time.time() - value["created_at"]
    pause = "50" if age < 5 else "200" if age < 30 else "500"
    return json_response(value, headers={"openai-poll-after-ms": pause})


async def find_file(services: Services, store_id: str, file_id: str) -> Any:
    """The file of a path.

    Raises:
        ApiError: 400, 404.
    """
    await find_store(services, store_id)
    check_id(file_id, "file", "file_id")
    try:
        return await (await services.knowledge.service()).file(store_id, file_id)
    except NotFound as error:
        raise no_such_store_file(store_id, file_id) from error


async def files_page(
    services: Services, store_id: str, page: Page, *, state: Any, only: list[str] | None = None
) -> Response:
    """One page of a store's files.

    Raises:
        ApiError: 400 for a cursor that was never in the list.
    """
    service = await services.knowledge.service()
    try:
        found = await service.listing.page(
            store_id,
            limit=page.limit,
            descending=page.descending,
            after=page.after,
            before=page.before,
            state=state,
            only=only,
        )
    except NotFound as error:
        if not error.details:
            return json_response(list_body([], has_more=False))
        name = "after" if error.details == page.after else "before"
        raise invalid_value(
            f"Invalid '{name}': no file with id '{error.details}' is in this list.", name
        ) from error
    sizes = await sizes_of(services, [file.file_id for file in found.files])
    shown = [{**wire.store_file(file), "bytes": sizes.get(file.file_id)} for file in found.files]
    return json_response(list_body(shown, has_more=found.has_more))


async def sizes_of(services: Services, file_ids: list[str]) -> dict[str, int]:
    """How many bytes the uploaded files have, by id; those that are gone are not among them."""

    async def read(session: AsyncSession) -> dict[str, int]:
        rows = await session.execute(select(File.id, File.bytes).where(File.id.in_(file_ids)))
        return {row.id: row.bytes for row in rows}

    return await services.store.look(read) if file_ids else {}


@router.post("", **describe(body=limits.FILE_CREATE, answer=StoreFileAnswer))
async def create_vector_store_file(request: Request, vector_store_id: str) -> Response:
    """Attach a file to a vector store: it is read, cut and embedded in the background."""
    services = services_of(request)
    check_id(vector_store_id, "vs", "vector_store_id")
    params = await read_params(request, limits.FILE_CREATE)
    check_overlap(params.get("chunking_strategy"))
    moment = now()
    async with services.store.write() as session:
        row = await live_store(session, vector_store_id, usable_at=moment)
        try:
            file = await live_file(session, params["file_id"])
        except ApiError as error:
            error.param = "file_id"
            raise
        touch(row, moment)
    added = await in_api_words(
        services.knowledge.add_file(
            row,
            file,
            attributes=params.get("attributes"),
            sizes=chunk_sizes(params.get("chunking_strategy")),
        )
    )
    return polled(wire.store_file(added))


@router.get("", **describe(query=[*page_parameters(), FILTER], answer=ListOf[StoreFileAnswer]))
async def list_vector_store_files(request: Request, vector_store_id: str) -> Response:
    """List the files of a vector store."""
    services = services_of(request)
    await find_store(services, vector_store_id)
    page = page_of(request, "file")
    state = limits.file_state(request.query_params.get("filter"))
    return await files_page(services, vector_store_id, page, state=state)


@router.get("/{file_id}", **describe(answer=StoreFileAnswer))
async def retrieve_vector_store_file(request: Request, vector_store_id: str, file_id: str) -> Response:
    """Retrieve a file of a vector store; ``progress`` and ``stage`` (extensions) tell how far it is."""
    return polled(wire.store_file(await find_file(services_of(request), vector_store_id, file_id)))


@router.post("/{file_id}", **describe(body=limits.FILE_UPDATE, answer=StoreFileAnswer))
async def update_vector_store_file(request: Request, vector_store_id: str, file_id: str) -> Response:
    """Put new attributes in place of a file's old ones; searches see them at once."""
    services = services_of(request)
    params = await read_params(request, limits.FILE_UPDATE)
    await find_file(services, vector_store_id, file_id)
    service = await services.knowledge.service()
    file = await in_api_words(service.set_attributes(vector_store_id, file_id, params["attributes"] or {}))
    return json_response(wire.store_file(file))


@router.delete("/{file_id}", **describe(answer=VectorStoreFileDeleted))
async def delete_vector_store_file(request: Request, vector_store_id: str, file_id: str) -> Response:
    """Take a file out of a vector store; the file itself stays."""
    services = services_of(request)
    await find_file(services, vector_store_id, file_id)
    await in_api_words((await services.knowledge.service()).remove_file(vector_store_id, file_id))
    return json_response({"id": file_id, "object": "vector_store.file.deleted", "deleted": True})


@router.get("/{file_id}/content", **describe(answer=ContentPage))
async def retrieve_vector_store_file_content(
    request: Request, vector_store_id: str, file_id: str
) -> Response:
    """Retrieve what was read of a file: its text."""
    services = services_of(request)
    file = await find_file(services, vector_store_id, file_id)
    text = await (await services.knowledge.service()).text(vector_store_id, file_id)
    data = [{"type": "text", "text": text}] if file.state == "completed" else []
    return json_response(
        {"object": "vector_store.file_content.page", "data": data, "has_more": False, "next_page": None}
    )


@router.get("/{file_id}/chunks", **describe(answer=ChunkList))
async def list_file_chunks(request: Request, vector_store_id: str, file_id: str) -> Response:
    """List a file's chunks with their places (an extension of this engine)."""
    services = services_of(request)
    await find_file(services, vector_store_id, file_id)
    chunks = await (await services.knowledge.service()).chunks(vector_store_id, file_id)
    return json_response({"object": "list", "data": [wire.chunk(item) for item in chunks]})


@router.get("/{file_id}/text", **describe(answer=FileText))
async def retrieve_file_text(request: Request, vector_store_id: str, file_id: str) -> Response:
    """Retrieve a file's whole text, and where its pages begin (an extension of this engine)."""
    services = services_of(request)
    file = await find_file(services, vector_store_id, file_id)
    text = await (await services.knowledge.service()).text(vector_store_id, file_id)
    ends = [*(start for _, start in file.pages[1:]), len(text)]
    pages = [
        {"number": number, "start": start, "end": end}
        for (number, start), end in zip(file.pages, ends, strict=bool(file.pages))
    ]
    return json_response({"text": text, "pages": pages})


@router.post("/{file_id}/cancel", **describe(answer=StoreFileAnswer))
async def cancel_file(request: Request, vector_store_id: str, file_id: str) -> Response:
    """Stop reading a file in (an extension of this engine); nothing happens when it has ended."""
    services = services_of(request)
    await find_file(services, vector_store_id, file_id)
    return json_response(
        wire.store_file(await (await services.knowledge.service()).cancel(vector_store_id, file_id))
    )


@router.post("/{file_id}/retry", **describe(answer=StoreFileAnswer))
async def retry_file(request: Request, vector_store_id: str, file_id: str) -> Response:
    """Read a file in anew that failed or was cancelled (an extension of this engine)."""
    services = services_of(request)
    old = await find_file(services, vector_store_id, file_id)
    row = await find_store(services, vector_store_id, usable=True)
    file = await services.store.look(lambda session: live_file(session, file_id))
    added = await in_api_words(
        services.knowledge.add_file(
            row, file, attributes=None, sizes=(old.chunking.max_tokens, old.chunking.overlap)
        )
    )
    return polled(wire.store_file(added))

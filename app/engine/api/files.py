"""Files: upload, list, retrieve, content, delete."""

from __future__ import annotations

import mimetypes
from pathlib import PurePath
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response
from openai.types import FileDeleted, FileObject
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.api import limits, shapes
from app.engine.api.answers import ListOf
from app.engine.api.http import describe, json_response, query_parameter, services_of
from app.engine.api.ids import check_id
from app.engine.api.multipart import read_form
from app.engine.api.pagination import number, page_of, page_parameters, read_page
from app.engine.errors import no_such_file
from app.engine.store import wire
from app.engine.store.resources import release_file
from app.engine.store.tables import File, Tombstone
from app.engine.store.threads import now

router = APIRouter(prefix="/v1/files", tags=["Files"])

PAGE_FILES = 10_000
BATCH_FILE_SECONDS = 30 * 86_400
"""Files for batches expire by themselves, as the API documents."""

_FIELDS = frozenset({"purpose", "expires_after[anchor]", "expires_after[seconds]"})
_FORM = shapes.Record(
    {
        "file": shapes.Text(),
        "purpose": shapes.Choice(limits.FILE_PURPOSES),
        "expires_after[anchor]": shapes.Choice(("created_at",)),
        "expires_after[seconds]": limits.FILE_LIFE,
    },
    frozenset({"file", "purpose"}),
)
_TEXT_TYPES = {
    ".c": "text/x-c", ".cpp": "text/x-c++", ".cs": "text/x-csharp", ".csv": "text/csv", ".go": "text/x-golang",
    ".java": "text/x-java", ".js": "text/javascript", ".json": "application/json", ".jsonl": "application/jsonl",
    ".md": "text/markdown", ".php": "text/x-php", ".py": "text/x-python", ".rb": "text/x-ruby",
    ".sh": "application/x-sh", ".tex": "text/x-tex", ".ts": "application/typescript", ".webp": "image/webp",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def alive() -> Any:
    """The condition that a file has not expired."""
    return (File.expires_at.is_(None)) | (File.expires_at > now())


async def live_file(session: AsyncSession, file_id: str) -> File:
    """The file, unless it is deleted or expired.

    Raises:
        ApiError: 400 for another kind of id, 404.
    """
    check_id(file_id, "file", "file_id")
    row = await session.scalar(select(File).where(File.id == file_id, alive()))
    if row is None:
        raise no_such_file(file_id)
    return row


def expiry(purpose: str, anchor: str | None, seconds: Any) -> int | None:
    """When a file that is made now expires; None for never.

    Raises:
        ApiError: 400 for a half or wrong policy.
    """
    if anchor is None and seconds is None:
        return now() + BATCH_FILE_SECONDS if purpose == "batch" else None
    if anchor is None:
        raise shapes.missing("expires_after.anchor")
    if seconds is None:
        raise shapes.missing("expires_after.seconds")
    shapes.Choice(("created_at",)).check(anchor, "expires_after.anchor")
    life: int = limits.FILE_LIFE.check(seconds, "expires_after.seconds")
    return now() + life


@router.post("", **describe(body=_FORM, media_type="multipart/form-data", answer=FileObject))
async def create_file(request: Request) -> Response:
    """Upload a file of at most 512 MB."""
    services = services_of(request)
    with await read_form(
        request, services.files, file_field="file", limit=limits.FILE_BYTES, known=_FIELDS
    ) as form:
        if "purpose" not in form.fields:
            raise shapes.missing("purpose")
        purpose = shapes.Choice(limits.FILE_PURPOSES).check(form.fields["purpose"], "purpose")
        seconds = form.fields.get("expires_after[seconds]")
        expires_at = expiry(
            purpose, form.fields.get("expires_after[anchor]"), None if seconds is None else number(seconds)
        )
        row = await form.file.keep(filename=form.filename, purpose=purpose, expires_at=expires_at)
    try:
        async with services.store.write() as session:
            session.add(row)
    except BaseException:
        await services.files.delete(row.id)
        raise
    return json_response(wire.file(row))


@router.get(
    "",
    **describe(
        query=[
            *page_parameters(default=PAGE_FILES, most=PAGE_FILES, before=False),
            query_parameter("purpose", shapes.Text(), "Only files of this purpose."),
        ],
        answer=ListOf[FileObject],
    ),
)
async def list_files(request: Request) -> Response:
    """List files."""
    page = page_of(request, "file", default=PAGE_FILES, most=PAGE_FILES, before=False)
    conditions = [alive()]
    if purpose := request.query_params.get("purpose"):
        conditions.append(File.purpose == purpose)
    async with services_of(request).store.read() as session:
        body = await read_page(session, File, page, *conditions, show=wire.file, kind="file", parent="files")
    return json_response(body)


@router.get("/{file_id}", **describe(answer=FileObject))
async def retrieve_file(request: Request, file_id: str) -> Response:
    """Retrieve a file's record."""
    async with services_of(request).store.read() as session:
        return json_response(wire.file(await live_file(session, file_id)))


@router.delete("/{file_id}", **describe(answer=FileDeleted))
async def delete_file(request: Request, file_id: str) -> Response:
    """Delete a file, and take it out of every assistant, thread and vector store that uses it."""
    services = services_of(request)
    async with services.store.write() as session:
        row = await live_file(session, file_id)
        session.add(Tombstone(id=row.id, parent="files", seq=row.seq, deleted_at=now()))
        await session.delete(row)
        await release_file(session, file_id)
    await services.knowledge.forget_file(file_id)
    await services.files.delete(file_id)
    return json_response({"id": file_id, "object": "file", "deleted": True})


@router.get(
    "/{file_id}/content",
    response_model=None,
    responses={
        200: {
            "description": "The file's bytes.",
            "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def retrieve_file_content(request: Request, file_id: str) -> Response:
    """Download a file's content."""
    services = services_of(request)
    async with services.store.read() as session:
        row = await live_file(session, file_id)
    path = services.files.path(file_id)
    if not path.is_file():
        raise no_such_file(file_id)
    # Named in a header of its own: text may be in any encoding, so none is claimed.
    return FileResponse(path, filename=row.filename, headers={"content-type": media_type(row.filename)})


def media_type(filename: str) -> str:
    """The content type of a file by its name (``application/octet-stream`` when that says nothing)."""
    suffix = PurePath(filename).suffix.lower()
    return _TEXT_TYPES.get(suffix) or mimetypes.guess_type(filename)[0] or "application/octet-stream"

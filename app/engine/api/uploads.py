"""Uploads in parts: for files that are too long for one request."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types import Upload as UploadAnswer
from openai.types.uploads import UploadPart as UploadPartAnswer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.api import limits, shapes
from app.engine.api.files import BATCH_FILE_SECONDS
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.ids import check_id
from app.engine.api.multipart import read_form
from app.engine.errors import ApiError, invalid_value, not_found
from app.engine.store import wire
from app.engine.store.files import FileContents, Incoming
from app.engine.store.tables import Upload, UploadPart
from app.engine.store.threads import now

router = APIRouter(prefix="/v1/uploads", tags=["Uploads"])

UPLOAD_SECONDS = 3600
_PART_FORM = shapes.Record({"data": shapes.Text()}, frozenset({"data"}))


async def _pending(session: AsyncSession, upload_id: str) -> Upload:
    """The upload, if it still takes parts.

    Raises:
        ApiError: 404, or 400 when it is completed, cancelled or expired.
    """
    row = await session.scalar(select(Upload).where(Upload.id == upload_id))
    if row is None:
        raise not_found("upload", upload_id)
    status = "expired" if row.status == "pending" and row.expires_at <= now() else row.status
    if status != "pending":
        raise ApiError(f"Upload {upload_id} is {status} and cannot be changed any more.")
    return row


@router.post("", **describe(body=limits.UPLOAD_CREATE, answer=UploadAnswer))
async def create_upload(request: Request) -> Response:
    """Begin an upload; it expires after an hour."""
    params = await read_params(request, limits.UPLOAD_CREATE)
    moment = now()
    life = params.get("expires_after")
    row = Upload(
        id=new_id("upload"),
        created_at=moment,
        filename=params["filename"],
        bytes=params["bytes"],
        mime_type=params["mime_type"],
        purpose=params["purpose"],
        status="pending",
        expires_at=moment + UPLOAD_SECONDS,
        file_expires_after=life["seconds"] if life else None,
        file_id=None,
    )
    async with services_of(request).store.write() as session:
        session.add(row)
    return json_response(wire.upload(row))


@router.post(
    "/{upload_id}/parts",
    **describe(body=_PART_FORM, media_type="multipart/form-data", answer=UploadPartAnswer),
)
async def add_part(request: Request, upload_id: str) -> Response:
    """Add a part of at most 64 MB; parts may be sent at the same time."""
    check_id(upload_id, "upload", "upload_id")
    services = services_of(request)
    async with services.store.read() as session:
        await _pending(session, upload_id)
    identifier = new_id("part")
    with await read_form(
        request, services.files, file_field="data", limit=limits.PART_BYTES, known=frozenset()
    ) as form:
        size = form.file.size
        await form.file.keep_as(identifier)
    row = UploadPart(id=identifier, created_at=now(), upload_id=upload_id, bytes=size)
    try:
        async with services.store.write() as session:
            await _pending(session, upload_id)
            session.add(row)
    except BaseException:
        await services.files.delete(identifier)
        raise
    return json_response(wire.upload_part(row))


@router.post("/{upload_id}/complete", **describe(body=limits.UPLOAD_COMPLETE, answer=UploadAnswer))
async def complete_upload(request: Request, upload_id: str) -> Response:
    """Put the parts together, in the order in which they are named, and make the file."""
    check_id(upload_id, "upload", "upload_id")
    params = await read_params(request, limits.UPLOAD_COMPLETE)
    services = services_of(request)
    async with services.store.read() as session:
        upload = await _pending(session, upload_id)
        parts = await _parts(session, upload_id)
    named: list[str] = params["part_ids"]
    for index, part_id in enumerate(named):
        if part_id not in parts:
            raise invalid_value(f"No part '{part_id}' belongs to upload {upload_id}.", f"part_ids[{index}]")
    if len(set(named)) != len(named):
        raise invalid_value("A part is named more than once.", "part_ids")
    size = sum(parts[part_id].bytes for part_id in named)
    if size != upload.bytes:
        raise ApiError(
            f"The parts have {size} bytes together, but the upload was announced with {upload.bytes} bytes.",
            param="part_ids",
            code="invalid_value",
        )
    with services.files.receive() as incoming:
        await asyncio.to_thread(_join, services.files, named, incoming)
        if params.get("md5") and params["md5"].lower() != incoming.md5:
            raise invalid_value("The md5 checksum does not match the uploaded bytes.", "md5")
        life = upload.file_expires_after or (BATCH_FILE_SECONDS if upload.purpose == "batch" else None)
        file = await incoming.keep(
            filename=upload.filename,
            purpose=upload.purpose,
            expires_at=None if life is None else now() + life,
        )
    try:
        async with services.store.write() as session:
            upload = await _pending(session, upload_id)
            upload.status = "completed"
            upload.file_id = file.id
            session.add(file)
            for part in (await _parts(session, upload_id)).values():
                await session.delete(part)
    except BaseException:
        await services.files.delete(file.id)
        raise
    await _forget(services.files, list(parts))
    return json_response(wire.upload(upload, file))


@router.post("/{upload_id}/cancel", **describe(answer=UploadAnswer))
async def cancel_upload(request: Request, upload_id: str) -> Response:
    """Give an upload up; its parts are deleted."""
    check_id(upload_id, "upload", "upload_id")
    services = services_of(request)
    async with services.store.write() as session:
        upload = await _pending(session, upload_id)
        upload.status = "cancelled"
        parts = await _parts(session, upload_id)
        for part in parts.values():
            await session.delete(part)
    await _forget(services.files, list(parts))
    return json_response(wire.upload(upload))


async def _parts(session: AsyncSession, upload_id: str) -> dict[str, UploadPart]:
    rows = await session.scalars(select(UploadPart).where(UploadPart.upload_id == upload_id))
    return {row.id: row for row in rows}


def _join(contents: FileContents, part_ids: list[str], incoming: Incoming) -> None:
    for part_id in part_ids:
        with contents.path(part_id).open("rb") as part:
            while chunk := part.read(1024 * 1024):
                incoming.write(chunk)


async def _forget(contents: FileContents, part_ids: list[str]) -> None:
    for part_id in part_ids:
        await contents.delete(part_id)

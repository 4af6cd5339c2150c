"""Models on this computer: which there are and could be had, downloads, loading. Extensions of this engine."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from pathlib import Path
from typing import Any, Literal, cast

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from app.core.errors import AppError, StorageFailed
from app.engine.api.http import describe, json_response, read_params, services_of
from app.engine.api.shapes import Record, Text
from app.engine.errors import ApiError
from app.engine.models.router import ModelRouter
from app.inference.catalogue import CatalogueModel, catalogue
from app.inference.downloads import Download
from app.inference.llama_server import default_threads
from app.inference.local_models import LocalModel, LocalModels

router = APIRouter(prefix="/v1/local_models", tags=["Local models"])

Json = dict[str, Any]
_ADD = Record({"path": Text(least=1, most=4000)}, frozenset({"path"}))


class DownloadAnswer(BaseModel):
    """A download: running, or how the last one ended."""

    state: Literal["downloading", "checking", "done", "failed", "cancelled"]
    done: int
    total: int | None
    speed: float
    source: str
    message: str
    advice: str
    details: str


class LocalModelAnswer(BaseModel):
    """A model that is here, or that could be."""

    id: str
    object: Literal["local_model"]
    name: str
    file: str
    path: str | None
    bytes: int | None
    memory: int
    memory_used: int | None
    context: int
    served_context: int | None
    licence: str
    tools: Literal["none", "prompted", "native"]
    json_schema: bool
    vision: bool
    remark: str
    kind: Literal["builtin", "downloaded", "added"] | None
    installed: bool
    recommended: bool
    removable: bool
    state: Literal["stopped", "starting", "loading", "ready", "failed"]
    message: str
    unfinished: int
    sources: list[str]
    download: DownloadAnswer | None


class LocalModelList(BaseModel):
    """All of them, with what the computer has room for."""

    object: Literal["list"]
    data: list[LocalModelAnswer]
    folder: str
    free_disk: int | None
    free_memory: int
    total_memory: int
    threads: int


class LocalModelDeleted(BaseModel):
    """It is gone."""

    id: str
    object: Literal["local_model.deleted"]
    deleted: bool


def _local(request: Request) -> LocalModels:
    return cast("ModelRouter", services_of(request).models).local


def _refused(error: AppError) -> ApiError:
    """400 in words (an SDK would send a request that failed with 5xx again)."""
    if isinstance(error, StorageFailed):
        return ApiError(str(error), status=507, type="server_error", code="storage_failed")
    return ApiError(str(error), code="local_model_unavailable")


@router.get("", **describe(answer=LocalModelList))
async def list_local_models(request: Request) -> Response:
    """List the models of this computer and those that can be downloaded (an extension of this engine)."""
    import psutil

    local = _local(request)
    memory = psutil.virtual_memory()
    return json_response(
        {
            "object": "list",
            "data": await _all(local),
            "folder": str(local.folder),
            "free_disk": await asyncio.to_thread(_free_disk, local.folder),
            "free_memory": memory.available,
            "total_memory": memory.total,
            "threads": default_threads(),
        }
    )


@router.post("", **describe(body=_ADD, answer=LocalModelAnswer))
async def add_local_model(request: Request) -> Response:
    """Offer a GGUF file of one's own, which stays where it is (an extension of this engine)."""
    if services_of(request).allow_remote:
        raise ApiError("Files are added on the engine's own computer alone.", status=403, code="not_allowed")
    path = (await read_params(request, _ADD))["path"]
    local = _local(request)
    try:
        added = await asyncio.to_thread(local.add_file, path)
    except AppError as error:
        raise _refused(error) from error
    services_of(request).models.profiles_changed()  # the list of names is read again
    return await _one(local, added.id)


@router.post("/{model_id}/download", **describe(answer=LocalModelAnswer))
async def download_local_model(request: Request, model_id: str) -> Response:
    """Begin, or go on with, the download of a model of the catalogue (an extension of this engine)."""
    local = _local(request)
    if model_id not in catalogue().models:
        raise _missing(model_id)
    local.downloads.start(model_id)
    return await _one(local, model_id)


@router.post("/{model_id}/cancel", **describe(answer=LocalModelAnswer))
async def cancel_download(request: Request, model_id: str) -> Response:
    """Stop a download; what has arrived is kept (an extension of this engine)."""
    local = _local(request)
    await local.downloads.cancel(model_id)
    return await _one(local, model_id)


@router.post("/{model_id}/load", **describe(answer=LocalModelAnswer))
async def load_local_model(request: Request, model_id: str) -> Response:
    """Load a model and wait until it can answer (an extension of this engine)."""
    local = _local(request)
    try:
        await local.acquire(model_id)
    except AppError as error:
        raise _refused(error) from error
    return await _one(local, model_id)


@router.post("/{model_id}/unload", **describe(answer=LocalModelAnswer))
async def unload_local_model(request: Request, model_id: str) -> Response:
    """Give a model's memory back; it is loaded again when it is used (an extension of this engine)."""
    local = _local(request)
    await local.stop(model_id)
    return await _one(local, model_id)


@router.delete("/{model_id}", **describe(answer=LocalModelDeleted))
async def delete_local_model(request: Request, model_id: str) -> Response:
    """Delete a downloaded model's file, or stop offering an added one (an extension of this engine)."""
    local = _local(request)
    try:
        await local.delete(model_id)
    except AppError as error:
        raise _refused(error) from error
    services_of(request).models.profiles_changed()
    return json_response({"id": model_id, "object": "local_model.deleted", "deleted": True})


def _missing(model_id: str) -> ApiError:
    return ApiError(
        f"There is no local model '{model_id[:120]}'.", status=404, param="model_id", code="model_not_found"
    )


async def _one(local: LocalModels, model_id: str) -> Response:
    for item in await _all(local):
        if item["id"] == model_id:
            return json_response(item)
    raise _missing(model_id)


async def _all(local: LocalModels) -> list[Json]:
    here = {model.id: model for model in await asyncio.to_thread(local.list)}
    known = catalogue().models
    return [
        _answer(local, model_id, here.get(model_id), known.get(model_id))
        for model_id in dict.fromkeys([*known, *here])
    ]


def _answer(local: LocalModels, model_id: str, here: LocalModel | None, known: CatalogueModel | None) -> Json:
    facts = here or known
    assert facts is not None
    download = local.downloads.get(model_id)
    if here is not None:
        file, size = here.path.name, here.size
    else:
        assert known is not None
        file, size = known.file, known.bytes or 0
    context = here.props.get("n_ctx") if here is not None else None
    return {
        "id": model_id,
        "object": "local_model",
        "name": facts.name,
        "file": file,
        "path": str(here.path) if here is not None else None,
        "bytes": size or None,
        "memory": facts.memory,
        "memory_used": local.memory_used(model_id) if here is not None else None,
        "context": facts.context,
        "served_context": context,
        "licence": facts.licence,
        "tools": facts.tools,
        "json_schema": facts.json_schema,
        "vision": facts.vision,
        "remark": facts.remark,
        "kind": here.kind if here is not None else None,
        "installed": here is not None,
        "recommended": model_id == catalogue().recommended.id,
        "removable": here is not None and here.kind != "builtin",
        "state": here.state if here is not None else "stopped",
        "message": here.message if here is not None else "",
        "unfinished": local.downloads.unfinished(known) if known is not None and here is None else 0,
        "sources": [source.name for source in known.sources] if known is not None else [],
        "download": _download(download) if download is not None else None,
    }


def _download(download: Download) -> Json:
    return {
        "state": download.state,
        "done": download.done,
        "total": download.total,
        "speed": round(download.speed, 1),
        "source": download.source,
        "message": download.message,
        "advice": download.advice,
        "details": download.details,
    }


def _free_disk(folder: Path) -> int | None:
    for place in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(place).free
    return None

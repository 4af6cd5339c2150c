"""Taking files in: read → cut → embed → index, a few at a time, each durable from its first row to its last.

A job's state is its file's row. Vectors are kept as they come (``seen_windows``), so that a job that is started again
after a kill goes on where it was, and a text that was ever embedded is not embedded again.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import AppError, NotFound
from app.knowledge.catalog import Catalog, FileError, FileInfo
from app.knowledge.database import Database
from app.knowledge.documents import Unreadable
from app.knowledge.embedding.embedder import Embedder, EmbeddingFailed, embed_with_patience
from app.knowledge.index.backend import IndexBackend
from app.knowledge.prepared import Prepared
from app.knowledge.read.pool import ReaderPool, ReadingFailed

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Vectors

log = logging.getLogger(__name__)

_BATCH = 32
_KEPT_WINDOWS = 150_000
_TRIM_EVERY = 5_000


class SeenWindows:
    """Vectors of texts that were embedded before, by model and the text's sha256; the oldest go when there are too many."""

    def __init__(self, database: Database, limit: int = _KEPT_WINDOWS) -> None:
        self._database = database
        self._limit = limit
        self._since_trim = 0

    def find(self, model: str, texts: Sequence[str]) -> dict[int, Vectors]:
        """Vectors of those of the texts that are known, by their number."""
        import numpy as np

        reading = self._database.connection()
        found = {}
        for number, text in enumerate(texts):
            row = reading.execute(
                "SELECT vector FROM seen_windows WHERE model = ? AND digest = ?", (model, _digest(text))
            ).fetchone()
            if row is not None:
                found[number] = np.frombuffer(row[0], dtype="<f2").astype(np.float32)
        return found

    def keep(self, model: str, texts: Sequence[str], vectors: Vectors) -> None:
        """Remember vectors."""
        rows = [
            (model, _digest(text), vector.astype("<f2").tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        ]
        self._since_trim += len(rows)
        with self._database.transaction() as writing:
            writing.executemany(
                "INSERT OR IGNORE INTO seen_windows (model, digest, vector) VALUES (?, ?, ?)", rows
            )
            if self._since_trim >= _TRIM_EVERY:
                self._since_trim = 0
                writing.execute(
                    "DELETE FROM seen_windows WHERE key <= (SELECT max(key) FROM seen_windows) - ?",
                    (self._limit,),
                )


class Ingestion:
    """Runs the jobs of one process."""

    def __init__(
        self,
        *,
        catalog: Catalog,
        index: IndexBackend,
        seen: SeenWindows,
        readers: ReaderPool,
        embedder: Callable[[str], Embedder],
        announce: Callable[[FileInfo], None],
        at_once: int = 2,
    ) -> None:
        self._catalog = catalog
        self._index = index
        self._seen = seen
        self._readers = readers
        self._embedder = embedder
        self._announce = announce
        self._slots = asyncio.Semaphore(at_once)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._closing = False

    def start(self, key: int) -> None:
        """Take a file in, in the background."""
        if key in self._tasks or self._closing:
            return
        task = asyncio.get_running_loop().create_task(self._run(key), name=f"knowledge file {key}")
        self._tasks[key] = task
        task.add_done_callback(lambda _: self._tasks.pop(key, None))

    async def stop(self, key: int) -> None:
        """Stop working on a file, whatever its state; returns when nothing works on it any more."""
        task = self._tasks.get(key)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def finished(self, key: int) -> None:
        """Wait until nothing works on a file."""
        task = self._tasks.get(key)
        if task is not None:
            await asyncio.wait([task])

    async def close(self) -> None:
        """Stop all jobs; they stay ``in_progress`` and are taken up at the next start."""
        self._closing = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _run(self, key: int) -> None:
        try:
            async with self._slots:
                file = await asyncio.to_thread(self._catalog.by_key, key)
                if file.state == "in_progress":
                    await self._take_in(file)
        except NotFound:
            return
        except Unreadable as error:
            await self._fail(key, FileError(error.code, error.message))
        except (AppError, ReadingFailed) as error:
            log.warning("a file could not be taken in: %s", error)
            await self._fail(key, FileError("server_error", str(error)))
        except asyncio.CancelledError:
            raise
        except Exception as error:
            log.exception("a file could not be taken in")
            await self._fail(key, FileError("server_error", f"An unexpected error: {type(error).__name__}."))

    async def _take_in(self, file: FileInfo) -> None:
        path = Path(file.path)
        if not await asyncio.to_thread(path.is_file):
            raise Unreadable("invalid_file", "The file's content is gone.")
        store = await asyncio.to_thread(self._catalog.store, file.store_id)
        embedder = self._embedder(store.embedding)
        rule = await asyncio.to_thread(lambda: embedder.rule)
        prepared = await self._readers.prepare(path, file.filename, file.chunking, rule)
        vectors = await self._embed(file, prepared, embedder)
        if vectors is None:
            return
        dimension = await asyncio.to_thread(self._catalog.pin_dimension, store.key, int(vectors.shape[1]))
        if len(vectors) and vectors.shape[1] != dimension:
            raise EmbeddingFailed(
                f"“{store.embedding}” gives vectors of {vectors.shape[1]} numbers, the store has {dimension}.",
                advice="Make a new store for the changed model.",
            )
        await asyncio.shield(asyncio.to_thread(self._finish, store.key, file.key, prepared, vectors))
        self._tell(await asyncio.to_thread(self._catalog.by_key, file.key))

    def _finish(self, store: int, key: int, prepared: Prepared, vectors: Vectors) -> None:
        size = self._index.upsert(store, key, prepared, vectors)
        completed = self._catalog.complete(
            key,
            kind=prepared.kind,
            notes=prepared.notes,
            characters=len(prepared.text),
            chunks=len(prepared.chunks),
            usage_bytes=size,
            pages=prepared.pages,
        )
        if not completed:  # cancelled or removed in the last moment
            self._index.delete_file(store, key)

    async def _embed(self, file: FileInfo, prepared: Prepared, embedder: Embedder) -> Vectors | None:
        """Vectors of all windows, or None when the file was cancelled meanwhile."""
        import numpy as np

        texts = prepared.window_texts()
        rows: list[Vectors] = []
        if not await asyncio.to_thread(self._catalog.set_progress, file.key, 0, len(texts)):
            return None
        for at in range(0, len(texts), _BATCH):
            some = texts[at : at + _BATCH]
            known = await asyncio.to_thread(self._seen.find, embedder.id, some)
            missing = list(dict.fromkeys(text for number, text in enumerate(some) if number not in known))
            fresh: dict[str, Vectors] = {}
            if missing:
                made = await embed_with_patience(embedder, missing)
                await asyncio.to_thread(self._seen.keep, embedder.id, missing, made)
                fresh = dict(zip(missing, made, strict=True))
            rows += [known[number] if number in known else fresh[text] for number, text in enumerate(some)]
            if not await asyncio.to_thread(self._catalog.set_progress, file.key, len(rows), len(texts)):
                return None
            self._tell(await asyncio.to_thread(self._catalog.by_key, file.key))
        if not rows:
            return np.zeros((0, embedder.dimension or 0), dtype=np.float32)
        return np.stack(rows)

    async def _fail(self, key: int, error: FileError) -> None:
        if await asyncio.to_thread(self._catalog.fail, key, error):
            self._tell(await asyncio.to_thread(self._catalog.by_key, key))

    def _tell(self, file: FileInfo) -> None:
        try:
            self._announce(file)
        except Exception:
            log.exception("a listener failed")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()

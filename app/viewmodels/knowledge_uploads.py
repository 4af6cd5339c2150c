"""Uploads of the page “Knowledge”: three at a time, with progress; each and all can be cancelled or tried again."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import AppError
from app.viewmodels.knowledge_rows import FileRow, RowState
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Chunking, StoreFile
from app.workbench.knowledge_upload import Source, expand

AT_ONCE = 3
SHOW_MS = 100
UPLOAD = "upload-"
"""Beginning of the made-up key of a file that is not in its store yet."""


@dataclass(eq=False)
class Upload:
    """One file on its way into a store."""

    key: str
    store_id: str
    source: Source
    chunking: Chunking
    state: RowState = "waiting"
    progress: float = 0.0
    reason: str = ""
    size: int | None = None
    done: bool = field(default=False, repr=False)

    @property
    def row(self) -> FileRow:
        """How it is shown."""
        return FileRow(
            self.key,
            " ".join(self.source.name.split()) or t("Unnamed file"),
            self.state,
            progress=self.progress if self.state == "uploading" else None,
            size=self.size,
            reason=self.reason,
            upload=True,
        )


class Uploads(QObject):
    """All uploads of the page, whichever store they go to.

    Signals:
        changed: an upload came, moved on or ended; at most ten times a second while they move.
        arrived: a file is in its store now; carries the :class:`StoreFile`.
    """

    changed = Signal()
    arrived = Signal(object)

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self._uploads: dict[str, Upload] = {}
        self._numbers = itertools.count(1)
        self._batch = 0
        self._show = QTimer(self)
        self._show.setSingleShot(True)
        self._show.setInterval(SHOW_MS)
        self._show.timeout.connect(self.changed)

    # -- what is there -------------------------------------------------------------------------------------------

    def of_store(self, store_id: str) -> Sequence[Upload]:
        """The uploads of a store that have not arrived, newest first."""
        return [upload for upload in reversed(self._uploads.values()) if upload.store_id == store_id]

    @property
    def under_way(self) -> tuple[Upload, ...]:
        """What waits or is being sent."""
        return tuple(u for u in self._uploads.values() if u.state in {"waiting", "uploading"})

    @property
    def words(self) -> str:
        """What goes on, in a sentence; empty when nothing does."""
        left = len(self.under_way)
        if not left:
            return ""
        if self._batch <= 1:
            return t("Uploading “{0}”…").format(self.under_way[0].source.name)
        return t("Uploading file {0:,} of {1:,}…").format(self._batch - left + 1, self._batch)

    @property
    def fraction(self) -> float | None:
        """How far all of them are, 0 to 1; None when nothing goes on."""
        under_way = self.under_way
        if not under_way or not self._batch:
            return None
        sent = self._batch - len(under_way) + sum(upload.progress for upload in under_way)
        return max(0.0, min(1.0, sent / self._batch))

    # -- what a person does --------------------------------------------------------------------------------------

    def add_paths(self, store_id: str, paths: Iterable[Path], chunking: Chunking) -> None:
        """Upload files, and folders with all that is in them."""
        given = list(paths)
        self.tasks.start("", self._expand(store_id, given, chunking))

    async def _expand(self, store_id: str, paths: Sequence[Path], chunking: Chunking) -> None:
        self.add_sources(store_id, await asyncio.to_thread(expand, paths), chunking)

    def add_sources(self, store_id: str, sources: Iterable[Source], chunking: Chunking) -> None:
        """Upload these."""
        if not self.under_way:
            self._batch = 0
        for source in sources:
            key = f"{UPLOAD}{next(self._numbers)}"
            self._uploads[key] = Upload(key, store_id, source, chunking)
            self._batch += 1
        self._go_on()
        self.changed.emit()

    def cancel(self, keys: Iterable[str] | None = None) -> None:
        """Stop these, or all that have not arrived."""
        for key in list(self._uploads if keys is None else keys):
            upload = self._uploads.get(key)
            if upload is None:
                continue
            if upload.state in {"waiting", "uploading"}:
                self._batch = max(0, self._batch - 1)
            del self._uploads[key]
            self.tasks.cancel(key)
        self._go_on()
        self.changed.emit()

    def retry(self, key: str) -> None:
        """Try one again that failed."""
        upload = self._uploads.get(key)
        if upload is not None and upload.state == "failed":
            if not self.under_way:
                self._batch = 0
            self._batch += 1
            upload.state, upload.reason, upload.progress = "waiting", "", 0.0
            self._go_on()
            self.changed.emit()

    async def close(self) -> None:
        """End; what has not arrived does not arrive."""
        self._show.stop()
        await self.tasks.close()

    # -- sending -------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Send the next ones."""
        sending = sum(upload.state == "uploading" for upload in self._uploads.values())
        for upload in list(self._uploads.values()):
            if sending >= AT_ONCE:
                return
            if upload.state == "waiting":
                upload.state = "uploading"
                sending += 1
                self.tasks.start(upload.key, self._send(upload), failed=self._failed(upload))

    async def _send(self, upload: Upload) -> None:
        def moved(share: float) -> None:
            upload.progress = share
            if not self._show.isActive():
                self._show.start()

        try:
            if upload.source.path is not None:
                upload.size = (await asyncio.to_thread(upload.source.path.stat)).st_size
        except OSError:
            upload.size = None  # what is wrong with it is told when it is opened
        file: StoreFile = await self._knowledge.upload(
            upload.store_id, upload.source, chunking=upload.chunking, progress=moved
        )
        self._uploads.pop(upload.key, None)
        self.arrived.emit(file)
        self._go_on()
        self.changed.emit()

    def _failed(self, upload: Upload) -> Callable[[AppError], object]:
        def tell(error: AppError) -> None:
            upload.state, upload.reason = "failed", str(error)
            self._go_on()
            self.changed.emit()

        return tell

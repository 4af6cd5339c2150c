"""Uploads and the reading of files as work in the background, whichever page is shown."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, QTimer

from app.core.errors import AppError
from app.viewmodels.background import BackgroundWork, Work
from app.viewmodels.knowledge_uploads import Uploads
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import KnowledgeStore, StoreFile

POLL_MS = 1000
CANCELS_AT_ONCE = 100


class KnowledgeWork(QObject):
    """Tells what a page's uploads do, and follows what arrived until it is read.

    Args:
        uploads: of one page.
        knowledge: where the files are.
        background: where it is shown.
        bus: for failures.
    """

    def __init__(
        self,
        uploads: Uploads,
        knowledge: Knowledge,
        background: BackgroundWork,
        bus: MessageBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._uploads, self._knowledge, self._background = uploads, knowledge, background
        self.tasks = TaskScope(self, bus)
        self._stores: dict[str, KnowledgeStore | None] = {}
        self._most: dict[str, int] = {}
        self._sending = f"upload {id(uploads)}"
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._look)
        uploads.changed.connect(self._moved)
        uploads.arrived.connect(self._arrived)

    def _moved(self) -> None:
        if self._uploads.under_way:
            words, fraction = self._uploads.words, self._uploads.fraction
            self._background.show(Work(self._sending, words, fraction, self._uploads.cancel))
        else:
            self._background.end(self._sending)

    def _arrived(self, file: StoreFile) -> None:
        if file.state == "in_progress":
            self._stores.setdefault(file.store_id, None)
            self._timer.start()

    def _look(self) -> None:
        if not self.tasks.running("look"):
            self.tasks.start("look", self._look_at_all(), failed=self._lost)

    async def _look_at_all(self) -> None:
        for store_id in tuple(self._stores):
            store = await self._knowledge.store(store_id)
            self._stores[store_id] = store
            self._tell(store)
        if not self._stores:
            self._timer.stop()

    def _tell(self, store: KnowledgeStore) -> None:
        key, left = f"read {store.id}", store.counts.in_progress
        if not left:
            self._forget(store.id)
            return
        most = self._most[store.id] = max(left, self._most.get(store.id, 0))
        name = store.name or t("Unnamed store")
        words = t("Reading files of “{0}”: {1} left").format(name, left)
        fraction = (most - left) / most if most > 1 else None
        self._background.show(Work(key, words, fraction, lambda: self._cancel(store.id)))

    def _forget(self, store_id: str) -> None:
        self._stores.pop(store_id, None)
        self._most.pop(store_id, None)
        self._background.end(f"read {store_id}")

    def _lost(self, _error: AppError) -> None:
        """The engine is away, or the store is gone: its page says so."""
        for store_id in tuple(self._stores):
            self._forget(store_id)
        self._timer.stop()

    def _cancel(self, store_id: str) -> None:
        self.tasks.start(f"cancel {store_id}", self._cancel_all(store_id))

    async def _cancel_all(self, store_id: str) -> None:
        page = await self._knowledge.files(store_id, limit=CANCELS_AT_ONCE, state="in_progress")
        await asyncio.gather(*(self._knowledge.cancel(store_id, file.id) for file in page.files))
        self._look()

    async def close(self) -> None:
        """End following; what is being read is read on."""
        self._timer.stop()
        for store_id in tuple(self._stores):
            self._forget(store_id)
        self._background.end(self._sending)
        await self.tasks.close()

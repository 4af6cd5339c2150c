"""Choosing the store that an assistant (or a lane) searches, and filling it where it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import AppError
from app.viewmodels.knowledge_rows import store_row
from app.viewmodels.knowledge_uploads import Upload, Uploads
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Chunking, KnowledgeStore

POLL_MS = 1000


class StorePickerViewModel(QObject):
    """State of the picker.

    Signals:
        changed: stores, files or uploads are different.
        chosen: a person chose another store, or one was made for dropped files; carries the ids.
    """

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self.tasks = TaskScope(self, bus)
        self.uploads = Uploads(knowledge, bus, self)
        self.stores: tuple[KnowledgeStore, ...] = ()
        self.ids: tuple[str, ...] = ()
        self.owner = ""
        self.loaded = False
        self.error: AppError | None = None
        self._waiting: list[Path] = []
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look_again)
        self.uploads.changed.connect(self.changed)
        self.uploads.arrived.connect(lambda _file: self._poll.start())

    def refresh(self) -> None:
        """Look what stores there are now."""
        self.tasks.start("stores", self._load(), failed=self._failed)

    async def _load(self) -> None:
        self.stores = await self._knowledge.stores()
        self.loaded, self.error = True, None
        self._mind_poll()
        self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self.error = error
        self.changed.emit()

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these as chosen, without telling anyone."""
        if tuple(ids) != self.ids:
            self.ids = tuple(ids)
            self._mind_poll()
            self.changed.emit()

    def choose(self, store_id: str) -> None:
        """A person chose a store, or none ("")."""
        self._take((store_id,) if store_id else ())

    def _take(self, ids: tuple[str, ...]) -> None:
        if ids != self.ids:
            self.ids = ids
            self._mind_poll()
            self.changed.emit()
            self.chosen.emit(ids)

    @property
    def store(self) -> KnowledgeStore | None:
        """The chosen store, as far as it is known."""
        return next((store for store in self.stores if store.id in self.ids), None)

    @property
    def is_gone(self) -> bool:
        """Whether what is chosen does not exist any more."""
        return bool(self.ids) and self.loaded and self.store is None

    @property
    def words(self) -> str:
        """What is in the chosen store, in a sentence."""
        if self.is_gone:
            return t("This store does not exist any more. Choose another one.")
        store = self.store
        if store is None:
            return t("The assistant searches these files before it answers, and quotes from them.")
        return store_row(store).summary if store.counts.total else t("No files yet.")

    @property
    def failed(self) -> tuple[Upload, ...]:
        """Uploads that did not arrive."""
        return tuple(
            u for store_id in self.ids for u in self.uploads.of_store(store_id) if u.state == "failed"
        )

    # -- filling -------------------------------------------------------------------------------------------------

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Upload files and folders into the chosen store; without one, a store of the assistant's own is made first."""
        if not paths:
            return
        store = self.store
        if store is not None:
            self.uploads.add_paths(store.id, paths, store.chunking)
            return
        self._waiting += paths
        if not self.tasks.running("make"):
            self.tasks.start("make", self._make())

    async def _make(self) -> None:
        name = t("Files of {0}").format(self.owner) if self.owner else self._waiting[0].stem
        try:
            store = await self._knowledge.create(name, chunking=Chunking())
        except AppError:
            self._waiting.clear()
            raise
        paths, self._waiting = self._waiting, []
        self.stores = (store, *self.stores)
        self._take((store.id,))
        self.uploads.add_paths(store.id, paths, store.chunking)

    def retry_failed(self) -> None:
        """Send again what did not arrive."""
        for upload in self.failed:
            self.uploads.retry(upload.key)

    # -- looking again -------------------------------------------------------------------------------------------

    def pause(self) -> None:
        """It is not seen: nothing is followed."""
        self._poll.stop()

    def _mind_poll(self) -> None:
        store = self.store
        if store is not None and store.counts.in_progress:
            self._poll.start()
        else:
            self._poll.stop()

    def _look_again(self) -> None:
        if self.ids and not self.tasks.running("again"):
            self.tasks.start("again", self._read(self.ids[0]), failed=self._unread)

    def _unread(self, _error: AppError) -> None:
        self._poll.stop()

    async def _read(self, store_id: str) -> None:
        fresh = await self._knowledge.store(store_id)
        self.stores = tuple(fresh if store.id == store_id else store for store in self.stores)
        self._mind_poll()
        self.changed.emit()

    async def close(self) -> None:
        """End."""
        self._poll.stop()
        await self.uploads.close()
        await self.tasks.close()

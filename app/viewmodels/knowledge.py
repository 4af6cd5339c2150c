"""The page “Knowledge”: the list of stores, and what is shown of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import AppError
from app.viewmodels.knowledge_document import DocumentViewModel
from app.viewmodels.knowledge_files import FilesViewModel
from app.viewmodels.knowledge_removals import Removals
from app.viewmodels.knowledge_rows import StoreRow, store_row
from app.viewmodels.knowledge_search import SearchViewModel
from app.viewmodels.knowledge_uploads import Uploads
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Chunking, EmbeddingModel, KnowledgeStore

State = Literal["loading", "ready", "empty", "error"]
REFRESH_MS = 3000
"""How often the list is looked at again while some store is taking files in."""


class KnowledgeViewModel(QObject):
    """State of the page.

    Signals:
        list_changed: the list's state, rows or search are different.
        opened: another store is shown (or none), or it has other facts.
        models_changed: the embedding models that a store can be made with are known.
    """

    list_changed = Signal()
    opened = Signal()
    models_changed = Signal()

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self.removals = Removals(self.tasks, bus)
        self.rows: RowsModel[StoreRow] = RowsModel(lambda r: r.text, lambda r: r.id, self)
        self.state: State = "loading"
        self.error: AppError | None = None
        self.search_text = ""
        self.models: tuple[EmbeddingModel, ...] = ()
        self.store_id: str | None = None
        self._stores: dict[str, KnowledgeStore] = {}
        self._loaded = False
        self.uploads = Uploads(knowledge, bus, self)
        self.files = FilesViewModel(knowledge, bus, self.uploads, self)
        self.document = DocumentViewModel(knowledge, bus, self)
        self.search = SearchViewModel(knowledge, bus, self)
        self.files.store_changed.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._look_again)

    # -- list ----------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page is shown: look what is there now."""
        self.tasks.start("list", self._refresh())
        self.look_for_models()
        if self.store_id is not None and self.files.state in {"ready", "empty"}:
            self.files.refresh()

    def deactivate(self) -> None:
        """The page is left: nothing is followed."""
        self._timer.stop()
        self.files.pause()

    def look_for_models(self) -> None:
        """Ask which embedding models there are now; connections come and go."""
        self.tasks.start("models", self._load_models(), failed=lambda _error: None)

    async def _load_models(self) -> None:
        models = await self._knowledge.embedding_models()
        if models != self.models:
            self.models = models
            self.models_changed.emit()

    async def _refresh(self) -> None:
        if not self._loaded:
            self.state = "loading"
            self.list_changed.emit()
        try:
            stores = await self._knowledge.stores()
        except AppError as error:
            if self._loaded:
                self._bus.show_error(error, key="stores-list")
                return
            self.error, self.state = error, "error"
            self.list_changed.emit()
            return
        self._bus.close_key("stores-list")
        self._stores = {store.id: store for store in stores}
        self.error = None
        self._loaded = True
        self._show()
        if self.store_id is not None and self.store_id not in self._stores:
            self.open(None)  # deleted elsewhere
        elif self.store_id is not None:
            self.files.open(self._stores[self.store_id])
            self.opened.emit()

    def _look_again(self) -> None:
        if not self.tasks.running("list"):
            self.tasks.start("list", self._refresh())

    def set_search(self, text: str) -> None:
        """Show only stores whose name contains all words of ``text``, or that have it as their id."""
        self.search_text = text
        self._show()

    def _show(self) -> None:
        words = self.search_text.casefold().split()
        shown = [store for store in self._stores.values() if not self.removals.hides(store.id)]
        rows = [
            store_row(store)
            for store in shown
            if all(word in store.name.casefold() or word == store.id for word in words)
        ]
        self.rows.set_rows(rows)
        self.state = "ready" if shown else "empty"
        others = any(store.counts.in_progress for store in shown if store.id != self.store_id)
        if others and not self._timer.isActive():
            self._timer.start()
        elif not others:
            self._timer.stop()
        self.list_changed.emit()

    def _take(self, store: KnowledgeStore) -> None:
        """A store has other facts."""
        self._stores[store.id] = store
        self._show()
        if store.id == self.store_id:
            self.opened.emit()

    # -- one store -----------------------------------------------------------------------------------------------

    @property
    def store(self) -> KnowledgeStore | None:
        """The chosen store."""
        return self._stores.get(self.store_id or "")

    def open(self, store_id: str | None) -> None:
        """Show a store; None shows none."""
        if store_id is not None and store_id not in self._stores:
            self.tasks.start("open", self._open_unknown(store_id))
            return
        if store_id == self.store_id:
            return
        self.store_id = store_id
        self.document.close_document()
        self.files.open(self.store)
        self.search.open(self.store)
        self.opened.emit()

    async def _open_unknown(self, store_id: str) -> None:
        """Open a store that another page knows before this one has read the list."""
        store = await self._knowledge.store(store_id)
        self._stores = {store.id: store, **self._stores}
        self._show()
        self.open(store.id)

    def create(
        self,
        name: str,
        *,
        chunking: Chunking | None = None,
        embedding_model: str = "",
        expires_days: int | None = None,
        paths: Sequence[Path] = (),
    ) -> None:
        """Make a store, open it, and put these files and folders into it."""

        async def work() -> None:
            store = await self._knowledge.create(
                name, chunking=chunking, embedding_model=embedding_model, expires_days=expires_days
            )
            self._stores = {store.id: store, **self._stores}
            self._loaded = True
            self._show()
            self.open(store.id)
            if paths:
                self.files.add_paths(paths)

        self.tasks.start("create", work())

    def update(self, *, name: str, chunking: Chunking, expires_days: int | None) -> None:
        """Change the chosen store."""
        store = self.store
        if store is None:
            return

        async def work() -> None:
            fresh = await self._knowledge.update(
                store, name=name, chunking=chunking, expires_days=expires_days
            )
            self._take(fresh)
            self.files.open(fresh if self.store_id == fresh.id else self.store)

        self.tasks.start(f"update {store.id}", work())

    def delete(self, store_id: str | None = None) -> None:
        """Delete a store (the chosen one) and offer Undo."""
        store = self._stores.get(store_id or self.store_id or "")
        if store is None:
            return
        neighbour = self._neighbour(store.id)
        name = store_row(store).name
        shown = name if len(name) <= 48 else f"{name[:47]}…"

        async def carry_out() -> None:
            await self._knowledge.delete(store.id)
            self._stores.pop(store.id, None)

        def undo() -> None:
            self._show()
            if store.id in self._stores:
                self.open(store.id)

        self.uploads.cancel([upload.key for upload in self.uploads.of_store(store.id)])
        self.removals.offer(
            frozenset({store.id}), t("The store “{0}” was deleted.").format(shown), run=carry_out, undo=undo
        )
        self._show()
        if self.store_id == store.id:
            self.open(neighbour)

    def _neighbour(self, store_id: str) -> str | None:
        position = self.rows.position(store_id)
        rows = self.rows.rows
        if position < 0 or len(rows) < 2:
            return None
        return rows[position + 1 if position + 1 < len(rows) else position - 1].id

    @property
    def busy(self) -> bool:
        """Whether something that is shown is on its way."""
        scopes = (self.tasks, self.files.tasks, self.document.tasks, self.search.tasks, self.uploads.tasks)
        return any(scope.busy for scope in scopes)

    async def close(self) -> None:
        """End; before the window's services stop."""
        self._timer.stop()
        await self.uploads.close()
        await self.files.close()
        await self.document.close()
        await self.search.close()
        await self.removals.flush()
        await self.tasks.close()

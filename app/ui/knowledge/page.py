"""The page “Knowledge”: stores at the left, the chosen one's files, search and settings in the middle, a document at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.ui.knowledge.document_viewer import DocumentViewer
from app.ui.knowledge.files_view import FilesView, local_paths
from app.ui.knowledge.search_view import SearchView
from app.ui.knowledge.store_form import NewStoreDialog, StoreSettings, StoreSettingsView
from app.ui.page import Page
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.words import mark, t
from app.viewmodels.background_knowledge import KnowledgeWork
from app.viewmodels.knowledge import KnowledgeViewModel
from app.viewmodels.knowledge_rows import FileRow, StoreRow, store_row
from app.workbench.knowledge_entities import Hit

if TYPE_CHECKING:
    from app.viewmodels.services import Services

LIST_WIDTH = 232
TABS = (mark("Files"), mark("Test search"), mark("Settings"))


class KnowledgePage(Page):
    """Stores, files, documents, searching. Files may be dropped anywhere."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.viewmodel = model = KnowledgeViewModel(services.knowledge, services.bus, self)
        self.work = KnowledgeWork(model.uploads, services.knowledge, services.background, services.bus, self)
        self.setAcceptDrops(True)
        self._make_list()
        self.viewer = DocumentViewer(model.document, "document")
        self.viewer.close_requested.connect(self._close_document)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("knowledge_splitter")
        self.splitter.setChildrenCollapsible(False)
        for part, least in ((self.pane, 168), (self._make_middle(), 320), (self.viewer, 280)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([LIST_WIDTH, 480, 460])
        self.viewer.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self.drop_note = Label("", "heading", name="knowledge_drop_note", parent=self)
        self.drop_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop_note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.drop_note.hide()
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close_document)
        model.list_changed.connect(self._show_list)
        model.opened.connect(self._show_opened)
        model.models_changed.connect(self._offer_models)
        model.document.changed.connect(self._show_document)
        model.files.changed.connect(self._show_counts)
        self._show_list()
        self._show_opened()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_list(self) -> None:
        model = self.viewmodel
        empty = EmptyState(
            "stores_empty",
            "library",
            t("No stores yet"),
            t("A store holds files that assistants search before they answer, and quote from."),
            action=t("New store"),
        )
        empty.action_requested.connect(self.start_new)
        self.pane = ListPane(
            "stores", t("Knowledge"), model.rows, _look, search=t("Search stores"), empty=empty
        )
        new = IconButton("stores_new", "plus", t("New store (Ctrl+N)"))
        new.clicked.connect(self.start_new)
        self.pane.head.addWidget(new)
        self.pane.search_changed.connect(model.set_search)
        self.pane.chosen.connect(self._chosen)
        self.pane.opened.connect(lambda _row: self.files.list.setFocus())
        self.pane.delete_requested.connect(lambda row: model.delete(row.id) if row is not None else None)
        self.pane.retry_requested.connect(model.activate)

    def _make_middle(self) -> QWidget:
        model = self.viewmodel
        self.title = ElidedLabel("", "heading", name="store_title")
        self.summary = Label("", "small", name="store_summary")
        self.delete_button = IconButton("store_delete", "trash-2", t("Delete this store"))
        self.delete_button.clicked.connect(lambda _checked: model.delete())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 6)
        head.setSpacing(4)
        head.addLayout(words, 1)
        head.addWidget(self.delete_button)
        self.tabs = QTabBar()
        self.tabs.setObjectName("store_tabs")
        self.tabs.setAccessibleName(t("What to show of the store"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for word in map(t, TABS):
            self.tabs.addTab(word)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 0, 16, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        self.files = FilesView(model.files)
        self.files.opened.connect(self._open_file)
        self.search = SearchView(model.search)
        self.search.opened.connect(self._open_hit)
        self.settings = StoreSettingsView()
        self.settings.saved.connect(self._save)
        self.stack = QStackedWidget()
        self.stack.setObjectName("store_stack")
        for widget in (self.files, self.search, self.settings):
            self.stack.addWidget(widget)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self._store = QWidget()
        inner = QVBoxLayout(self._store)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addLayout(tabs)
        inner.addWidget(Line())
        inner.addWidget(self.stack, 1)
        self.nothing = EmptyState("store_nothing", "library", "")
        self.nothing.action_requested.connect(self.start_new)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.nothing)
        self.middle.addWidget(self._store)
        frame = QFrame()
        frame.setProperty("surface", "surface")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.middle)
        return frame

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """Look what is there now."""
        self.viewmodel.activate()

    def start_new(self) -> None:
        """Ask for a new store's settings."""
        dialog = NewStoreDialog(self.viewmodel.models, self)
        dialog.chosen.connect(self._create)
        self.viewmodel.look_for_models()
        dialog.open()

    def focus_search(self) -> None:
        """Put the cursor into the store's search, or into that of the list."""
        if self.viewmodel.store is not None:
            self.tabs.setCurrentIndex(1)
            self.search.query.setFocus()
            self.search.query.selectAll()
        else:
            self.pane.search.setFocus()

    def receive(self, wish: Any) -> None:
        """Open the store of this id, and one of its files if it is named (``store_id``, ``file_id``)."""
        if isinstance(wish, str):
            wish = {"store_id": wish}
        if isinstance(wish, dict) and isinstance(wish.get("store_id"), str):
            self.viewmodel.open(wish["store_id"])
            self.tabs.setCurrentIndex(0)
            if isinstance(wish.get("file_id"), str):
                self.viewmodel.document.open(wish["store_id"], wish["file_id"])

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self.viewmodel.busy

    async def closing(self) -> None:
        """End tasks; what was deleted is deleted now."""
        await self.work.close()
        await self.viewmodel.close()

    def event(self, event: QEvent) -> bool:
        """The window comes to the front: look what other windows did."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.viewmodel.activate()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is followed while the page is not seen."""
        self.viewmodel.deactivate()
        super().hideEvent(event)

    # -- dropping and pasting ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what a drop would do."""
        store = self.viewmodel.store
        if local_paths(event.mimeData()) or (store is not None and event.mimeData().hasText()):
            event.acceptProposedAction()
            name = store_row(store).name if store is not None else ""
            shown = name if len(name) <= 40 else f"{name[:39]}…"
            self.drop_note.setText(
                t("Drop to add to “{0}”").format(shown) if store is not None else t("Drop to make a store")
            )
            self._place_note()
            self.drop_note.show()
            self.drop_note.raise_()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing is dropped after all."""
        self.drop_note.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what is dropped; without a store a new one is made of it."""
        self.drop_note.hide()
        data = event.mimeData()
        paths = local_paths(data)
        if self.viewmodel.store is None and paths:
            name = paths[0].stem if paths[0].is_file() else paths[0].name
            self.viewmodel.create(name or t("New store"), paths=paths)
        elif self.viewmodel.store is not None:
            self.tabs.setCurrentIndex(0)
            self.files.take(data)
        event.acceptProposedAction()

    def _place_note(self) -> None:
        self.drop_note.setStyleSheet(
            "border: 2px dashed palette(accent); border-radius: 8px; background: palette(base);"
        )
        self.drop_note.setGeometry(self.rect().adjusted(12, 12, -12, -12))

    def _paste(self) -> None:
        if self.viewmodel.store is not None and self.stack.currentWidget() is self.files:
            self.files.paste()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the note over the page."""
        super().resizeEvent(event)
        if self.drop_note.isVisible():
            self._place_note()

    # -- acting --------------------------------------------------------------------------------------------------

    def _create(self, chosen: object) -> None:
        assert isinstance(chosen, StoreSettings)
        first = self.viewmodel.models[0].id if self.viewmodel.models else ""
        model = "" if chosen.embedding_model == first else chosen.embedding_model
        self.tabs.setCurrentIndex(0)
        self.viewmodel.create(
            chosen.name, chunking=chosen.chunking, embedding_model=model, expires_days=chosen.expires_days
        )

    def _save(self, chosen: object) -> None:
        assert isinstance(chosen, StoreSettings)
        self.viewmodel.update(name=chosen.name, chunking=chosen.chunking, expires_days=chosen.expires_days)

    def _chosen(self, row: object) -> None:
        if isinstance(row, StoreRow):
            self.viewmodel.open(row.id)

    def _open_file(self, row: object) -> None:
        store = self.viewmodel.store
        if isinstance(row, FileRow) and store is not None:
            self.viewmodel.document.open(store.id, row.key, row.name)

    def _open_hit(self, hit: object) -> None:
        store = self.viewmodel.store
        if isinstance(hit, Hit) and store is not None:
            self.viewmodel.document.open(
                store.id,
                hit.file_id,
                hit.filename,
                start=hit.start,
                end=hit.end,
                quote=hit.text,
                focus=hit.focus,
            )

    def _close_document(self) -> None:
        self.viewmodel.document.close_document()

    # -- showing -------------------------------------------------------------------------------------------------

    def _show_list(self) -> None:
        model = self.viewmodel
        if model.state == "loading":
            self.pane.show_loading()
        elif model.state == "error" and model.error is not None:
            self.pane.show_failed(model.error.message, model.error.advice, model.error.details)
        else:
            self.pane.show_rows()
            if model.store_id is None and model.rows.rowCount() and not model.search_text:
                model.open(model.rows.rows[0].id)
        self._mark_current()
        self._show_nothing()

    def _mark_current(self) -> None:
        store_id = self.viewmodel.store_id
        self.pane.select(self.viewmodel.rows.position(store_id) if store_id is not None else -1)

    def _show_opened(self) -> None:
        store = self.viewmodel.store
        self._mark_current()
        self.title.setText(store_row(store).name if store is not None else "")
        self.summary.setText(store_row(store).summary if store is not None else "")
        self.settings.show_store(store, self.viewmodel.models)
        self.middle.setCurrentWidget(self._store if store is not None else self.nothing)
        self._show_nothing()
        self._show_counts()

    def _offer_models(self) -> None:
        """The embedding models are known."""
        for dialog in self.findChildren(NewStoreDialog):
            dialog.form.show_models(self.viewmodel.models)
        self._show_opened()

    def _show_counts(self) -> None:
        store = self.viewmodel.store
        number = store.counts.total if store is not None else 0
        self.tabs.setTabText(0, t("Files · {0:,}").format(number) if number else t("Files"))

    def _show_nothing(self) -> None:
        if self.viewmodel.store is not None:
            return
        if self.viewmodel.state == "empty":
            self.nothing.set_content(
                "upload",
                t("Let assistants read your files"),
                t(
                    "Drop files or a folder here: a store is made of them. Assistants that are given the store search it and "
                    "quote from it."
                ),
                action=t("New store"),
            )
        else:
            self.nothing.set_content("library", t("No store selected"), t("Choose one at the left."))

    def _show_document(self) -> None:
        shown = self.viewmodel.document.state != "none"
        if shown and not self.viewer.isVisible():
            self.viewer.show()
            room = self.splitter.width() - self.splitter.sizes()[0]
            self.splitter.setSizes([self.splitter.sizes()[0], room // 2, room - room // 2])
        elif not shown:
            self.viewer.hide()


def _look(row: StoreRow) -> RowText:
    tone = "danger" if row.failed else "muted"
    return RowText(row.name, row.summary, icon="library", tone=tone, faint=row.unnamed or row.expired)  # type: ignore[arg-type]

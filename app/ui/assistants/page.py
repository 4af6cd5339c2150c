"""The page “Assistants”: list, form, Save, Try it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.assistants.bundle_dialogs import ask_open, ask_save, dropped
from app.ui.assistants.editor_pane import EditorPane
from app.ui.assistants.form import AssistantFormView
from app.ui.assistants.sheets import Sheets
from app.ui.assistants.try_panel import TryPanel
from app.ui.knowledge.citation_opener import CitationOpener
from app.ui.page import Page
from app.ui.transcript.made_files import FileActions
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.words import spoken, t
from app.viewmodels.assistant_files import CodeFiles
from app.viewmodels.assistant_list import UNNAMED, AssistantRow
from app.viewmodels.assistant_transfer import AssistantTransfer
from app.viewmodels.assistant_trial import AssistantTrial
from app.viewmodels.assistants import AssistantsViewModel
from app.viewmodels.made_files import MadeFiles
from app.workbench import templates
from app.workbench.drafts import Drafts
from app.workbench.portability.handlers import handler_store
from app.workbench.portability.moving import Mover
from app.workbench.versions import Versions

if TYPE_CHECKING:
    from app.viewmodels.services import Services

LIST_WIDTH = 264
TRY_WIDTH = 372
NARROW = 1080
"""A page narrower than this hides the list while a sheet or “Try it” is open."""


class AssistantsPage(Page):
    """List at the left, form in the middle.

    Signals:
        try_requested: a person wants to try the assistant of this id in the playground.
    """

    try_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        drafts = Drafts(services.paths.data / "drafts" / "assistants")
        versions = services.versions or Versions(services.journal)
        self.viewmodel = model = AssistantsViewModel(
            services.assistants, drafts, services.bus, services.models, self, versions=versions
        )
        handlers = handler_store(services)
        mover = Mover(services.engine, versions, handlers)
        model.keeping.copy_handlers = handlers.copy
        self.transfer = AssistantTransfer(mover, services.bus, model.tasks, self)
        self.files = CodeFiles(
            services.engine, services.bus, model.tasks, lambda ids: model.edit(code_files=ids), self
        )
        self.trial = AssistantTrial(
            services.assistants,
            clients=services.clients,
            ad_hoc=services.ad_hoc,
            clock=services.clock,
            bus=services.bus,
            editor=lambda: model.editor,
            handlers=services.handlers,
            parent=self,
        )
        self.setAcceptDrops(True)
        self._make_list()
        self.form = AssistantFormView(self.viewmodel, services, self.files)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("assistants_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self._make_detail())
        self.sheets = Sheets(services, model, self.transfer, self.form, self.detail)
        self.try_panel = TryPanel(self.trial)
        self.citations = CitationOpener(services, self)
        self.citations.watch(self.try_panel.lane.transcript)
        self.made_files = MadeFiles(services.engine, services.bus, self)
        self.try_panel.lane.transcript.set_files(FileActions(self.made_files, self))
        self.try_panel.hide()
        self.splitter.addWidget(self.try_panel)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 900, TRY_WIDTH])
        self.pane.setMinimumWidth(200)
        self.detail.setMinimumWidth(360)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        model.list.changed.connect(self._show_list)
        model.selected.connect(self._show_selected)
        model.try_requested.connect(self._try)
        model.selected.connect(self.trial.follow)
        model.checked.connect(self.trial.changed)
        model.stored.connect(self.trial.saved)
        model.models_changed.connect(self._tell_models)
        self.pane.view.clicked.connect(lambda _index: self.sheets.leave())
        self.pane.opened.connect(lambda _row: self.sheets.leave())
        self.editor.versions_requested.connect(self.sheets.open_versions)
        self.sheets.opened.connect(self._sheet_opened)
        self.sheets.left.connect(self._sheet_left)
        self.sheets.blank_requested.connect(self.start_blank)
        self.sheets.file_requested.connect(self.choose_bundle)
        self.form.knowledge.open_requested.connect(lambda key: self.open_requested.emit("knowledge", key))
        self.transfer.arrived.connect(self._arrived)
        self.transfer.removal_requested.connect(model.delete)
        self.transfer.progressed.connect(self._show_progress)
        self.try_panel.closed.connect(lambda: self.show_trial(False))
        self.try_panel.playground_requested.connect(model.try_it)
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(model.save)
        self._show_list()
        self._show_selected()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_list(self) -> None:
        empty = EmptyState(
            "assistants_empty",
            "bot",
            t("No assistants yet"),
            t(
                "An assistant is a model with a name and instructions of its own. Make one and try it side by side with the "
                "plain model."
            ),
            action=t("New assistant"),
            second=t("Make a sample"),
        )
        empty.action_requested.connect(self.start_new)
        empty.second_requested.connect(self.make_sample)
        model = self.viewmodel
        self.pane = ListPane(
            "assistants", t("Assistants"), model.list.rows, _look, search=t("Search assistants"), empty=empty
        )
        self.new_button = IconButton("assistants_new", "plus", t("New assistant (Ctrl+N)"))
        self.new_button.clicked.connect(self.start_new)
        self.pane.head.addWidget(self.new_button)
        self.pane.search_changed.connect(model.list.set_search)
        self.pane.chosen.connect(self._chosen)
        self.pane.opened.connect(lambda _row: self.form.name.setFocus())
        self.pane.delete_requested.connect(lambda row: model.delete(row.key) if row is not None else None)
        self.pane.retry_requested.connect(model.activate)
        self.progress = Label("", "small", name="assistants_progress", wrap=True)
        self.progress.setContentsMargins(16, 4, 16, 8)
        self.progress.hide()
        self.pane.foot.addWidget(self.progress)

    def _make_detail(self) -> QWidget:
        self.editor = EditorPane(self.viewmodel, self.form)
        self.editor.trial_toggled.connect(self.show_trial)
        self.editor.export_requested.connect(self.choose_export)
        self.nothing = EmptyState(
            "assistant_nothing",
            "bot",
            t("No assistant selected"),
            t("Choose one at the left, or make a new one."),
        )
        self.detail: QStackedWidget = QStackedWidget()
        self.detail.setObjectName("assistant_detail")
        self.detail.addWidget(self.nothing)
        self.detail.addWidget(self.editor)
        return self.detail

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """Look what other windows did."""
        self.viewmodel.activate()

    def start_new(self) -> None:
        """Choose what a new assistant begins with."""
        self.sheets.open_gallery()

    def start_blank(self) -> None:
        """Begin an empty assistant, with the cursor in its name."""
        self.pane.search.clear()
        self.viewmodel.new()
        self.form.name.setFocus()

    def make_sample(self) -> None:
        """Make the sample assistant, with its sample files, and open it beside “Try it”."""
        template = templates.template(templates.FIRST, spoken())
        self.transfer.use_template(template, self.viewmodel.default_model)

    def import_bundle(self, path: str | Path) -> None:
        """Make an assistant of a bundle file (dropped, chosen, or named when the program was started)."""
        self.transfer.import_bundle(path)

    def choose_bundle(self) -> None:
        """Ask for a bundle file and open it."""
        ask_open(self, self.import_bundle)

    def choose_export(self) -> None:
        """Ask where to, and export the selected assistant as it is saved."""
        editor = self.viewmodel.editor
        if editor is not None and not editor.is_new:
            name, key = editor.base_form.name or t(UNNAMED), editor.key
            ask_save(self, name, lambda path: self.transfer.export_bundle(key, name, path))

    def show_trial(self, shown: bool = True) -> None:
        """Show or hide “Try it”."""
        self.try_panel.setVisible(shown)
        self.editor.try_button.setChecked(shown)
        self._show_pane()
        if shown:
            self.try_panel.begin()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def receive(self, wish: Any) -> None:
        """Select the assistant of this id; ``{"import_bundle": path}`` opens a file, ``{"new": True}`` the templates."""
        if isinstance(wish, str):
            self.viewmodel.open(wish)
        elif isinstance(wish, dict) and wish.get("import_bundle"):
            self.import_bundle(str(wish["import_bundle"]))
        elif isinstance(wish, dict) and wish.get("sample"):
            self.make_sample()
        elif isinstance(wish, dict) and wish.get("new"):
            self.start_new()

    @property
    def busy(self) -> bool:
        """Whether the list is on its way or something is being saved."""
        return self.viewmodel.tasks.busy or self.trial.tasks.busy

    async def closing(self) -> None:
        """Keep what is typed, end the conversation of “Try it”."""
        await self.trial.close()
        await self.citations.close()
        await self.made_files.close()
        await self.form.knowledge.close_tasks()
        await self.sheets.close()
        await self.viewmodel.close()
        if self.services.versions is None:
            self.viewmodel.versions.close()

    def event(self, event: QEvent) -> bool:
        """The window comes to the front: look what other windows did."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.viewmodel.activate()
        return super().event(event)

    def hideEvent(self, event: Any) -> None:
        """The page is left: the draft goes to disk now."""
        self.viewmodel.flush()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An assistant's file may be dropped anywhere."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        for path in dropped(event.mimeData()):
            self.import_bundle(path)
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A sheet takes the list's room where there is little."""
        super().resizeEvent(event)
        self._show_pane()

    # -- showing -------------------------------------------------------------------------------------------------

    def _arrived(self, raw: Any) -> None:
        self.viewmodel.take_in(raw)
        self.show_trial()

    def _sheet_opened(self) -> None:
        self._show_pane()

    def _sheet_left(self) -> None:
        self._show_selected()
        self._show_pane()

    def _show_pane(self) -> None:
        sheet, trial = self.sheets.current is not None, not self.try_panel.isHidden()
        room = self.width() - (TRY_WIDTH if sheet and trial else 0)
        self.pane.setVisible(not (sheet or trial) or room >= NARROW)

    def _show_progress(self, words: str) -> None:
        self.progress.setText(words)
        self.progress.setVisible(bool(words))

    def _tell_models(self) -> None:
        self.transfer.models = tuple(choice.ref.wire_name for choice in self.viewmodel.choices)

    def _chosen(self, row: object) -> None:
        if isinstance(row, AssistantRow):
            self.viewmodel.select(row.key)

    def _show_list(self) -> None:
        model = self.viewmodel
        rows = model.list
        if rows.state == "loading":
            self.pane.show_loading()
        elif rows.state == "error" and rows.error is not None and not rows.rows.rowCount():
            self.pane.show_failed(rows.error.message, rows.error.advice, rows.error.details)
        else:
            self.pane.show_rows()
            if model.editor is None and rows.rows.rowCount() and not rows.search:
                model.select(rows.rows.rows[0].key)
        self._mark_current()

    def _mark_current(self) -> None:
        editor = self.viewmodel.editor
        self.pane.select(self.viewmodel.list.rows.position(editor.key) if editor is not None else -1)

    def _show_selected(self) -> None:
        has_one = self.viewmodel.editor is not None
        self.detail.setCurrentWidget(self.editor if has_one else self.nothing)
        self._mark_current()
        self.editor.show_head()

    def _try(self, assistant_id: str) -> None:
        self.try_requested.emit(assistant_id)
        self.open_requested.emit("playground", {"assistant_id": assistant_id})


def _look(row: AssistantRow) -> RowText:
    words = row.description or row.model
    note = t("Draft") if row.is_new else ""
    return RowText(row.name, words, note=note, icon="bot", dot=row.draft and not row.is_new)

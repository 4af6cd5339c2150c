"""The page “Threads”: list, transcript, and what each run did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.inspector.panels import InspectorPanels
from app.ui.inspector.steps_view import StepsView
from app.ui.knowledge.citation_opener import CitationOpener
from app.ui.page import Page
from app.ui.playground.composer import Composer
from app.ui.threads.head import ThreadHead
from app.ui.transcript.card import CardAction
from app.ui.transcript.made_files import FileActions
from app.ui.transcript.view import TranscriptView
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label, Line
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import t
from app.viewmodels.inspected import Inspected
from app.viewmodels.made_files import MadeFiles
from app.viewmodels.rows import ROW
from app.viewmodels.steps import request_of
from app.viewmodels.thread_actions import ThreadActions
from app.viewmodels.thread_rows import ThreadRow
from app.viewmodels.threads import ThreadsViewModel
from app.viewmodels.transcript import Item
from app.workbench.threads import tags_of

if TYPE_CHECKING:
    from app.viewmodels.services import Services

LIST_WIDTH = 264
INSPECTOR_WIDTH = 340
NARROW, NARROW_LIST, NARROW_INSPECTOR = 1060, 216, 264


class ThreadsPage(Page):
    """List at the left, transcript in the middle, runs and their steps at the right."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.viewmodel = ThreadsViewModel(services.threads, services.bus, self)
        self.citations = CitationOpener(services, self)
        self.made_files = MadeFiles(services.engine, services.bus, self)
        self.actions_of = ThreadActions(self.viewmodel, services.threads, services.bus)
        self._editing: Item | None = None
        self._make_list()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("threads_splitter")
        self.splitter.setChildrenCollapsible(False)
        inspector = self._make_inspector()
        for part, least in ((self.pane, 180), (self._make_middle(), 280), (inspector, 240)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 700, INSPECTOR_WIDTH])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        model = self.viewmodel
        model.list_changed.connect(self._show_list)
        model.opened.connect(self._show_opened)
        model.runs_changed.connect(self._show_runs)
        model.tags_changed.connect(self._offer_views)
        model.place_found.connect(self.transcript.scroll_to)
        self._show_list()
        self._show_opened()
        self._show_runs()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_list(self) -> None:
        model = self.viewmodel
        empty = EmptyState(
            "threads_empty",
            "message-square-text",
            t("No threads yet"),
            t(
                "A thread is a conversation that the Assistants API keeps for you. Each prompt to an assistant in the playground "
                "makes or continues one."
            ),
            action=t("Go to the playground"),
        )
        empty.action_requested.connect(lambda: self.open_requested.emit("playground", None))
        self.pane = ListPane(
            "threads", t("Threads"), model.rows, _look, search=t("Search all messages"), empty=empty
        )
        self.refresh_button = IconButton("threads_refresh", "refresh-cw", t("Look again"))
        self.refresh_button.clicked.connect(model.activate)
        self.pane.head.addWidget(self.refresh_button)
        self.pane.search_changed.connect(model.set_search)
        self.pane.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.pane.view.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.view_choice = Picker("threads_view", t("View"))
        self.view_choice.picked.connect(self._choose_view)
        self._offer_views()
        self.pane.chosen.connect(self._chosen)
        self.pane.opened.connect(lambda _row: self.transcript.setFocus())
        self.pane.delete_requested.connect(lambda _row: self._delete_selected())
        self.pane.retry_requested.connect(model.activate)
        self.selected = Label("", "small", name="threads_selected", wrap=True)
        self.restore_button = Button("threads_restore", t("Restore"), kind="ghost", icon="undo-2")
        self.restore_button.clicked.connect(lambda: self.actions_of.restore_many(self._selected_ids()))
        self.remove_button = Button("threads_delete", t("Delete"), kind="ghost", icon="trash-2")
        self.remove_button.clicked.connect(self._delete_selected)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(16, 4, 8, 8)
        foot.setSpacing(4)
        foot.addWidget(self.selected, 1)
        foot.addWidget(self.restore_button)
        foot.addWidget(self.remove_button)
        layout = self.pane.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.foot)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 8)
        top.addWidget(self.view_choice)
        layout.insertLayout(1, top)

    def _make_middle(self) -> QWidget:
        model = self.viewmodel
        self.head = ThreadHead()
        self.title = self.head.title
        self.head.renamed.connect(self.actions_of.rename)
        self.head.tagged.connect(lambda words: self.actions_of.set_tags(words.split(",")))
        self.head.copy_id.clicked.connect(lambda: copy_text(model.thread_id or ""))
        self.head.delete_button.clicked.connect(lambda _checked: model.delete())
        self.head.go_on.clicked.connect(self._go_on)
        self.head.export.clicked.connect(self._export)
        self.inspector_button = IconButton(
            "thread_inspector_toggle", "panel-right", t("Show or hide the runs"), checkable=True
        )
        self.inspector_button.setChecked(True)
        self.inspector_button.toggled.connect(self.inspector.setVisible)
        self.head.buttons.addWidget(self.inspector_button)
        self.transcript = TranscriptView("thread_transcript")
        branch = CardAction("message_branch", "git-branch", t("Branch from here"))
        edit = CardAction("prompt_edit", "pencil", t("Edit and ask again, in a branch"))
        self.transcript.set_actions("user", edit, branch)
        run = CardAction("answer_run", "list-tree", t("Show its run"))
        self.transcript.set_actions("assistant", run, branch)
        self.transcript.action_requested.connect(self._act)
        self.editor = Composer("thread_editor", (), compact=True)
        self.editor.hide()
        self.editor.edited.connect(lambda _text: self._show_editor())
        self.editor.send_requested.connect(self._ask_otherwise)
        self.editor.cancel_requested.connect(self._stop_editing)
        self.transcript.set_transcript(model.transcript)
        self.transcript.older_wanted.connect(model.load_older)
        self.transcript.set_files(FileActions(self.made_files, self))
        self.citations.watch(self.transcript)
        self.state = EmptyState("thread_state", "message-square-text", "")
        self.state.action_requested.connect(self._first_action)
        self.state.second_requested.connect(self._second_action)
        wait = QWidget()
        self.loading = Busy("thread_loading", t("Reading the thread…"))
        column = QVBoxLayout(wait)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.loading)
        column.addStretch(1)
        self._wait = wait
        self.stack = QStackedWidget()
        self.stack.setObjectName("thread_stack")
        for widget in (self.transcript, self.state, wait):
            self.stack.addWidget(widget)
        middle = QFrame()
        middle.setProperty("surface", "surface")
        outer = QVBoxLayout(middle)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(Line())
        outer.addWidget(self.stack, 1)
        outer.addWidget(self.editor)
        return middle

    def _make_inspector(self) -> QWidget:
        self.run = Picker(
            "thread_run", t("Run"), nothing=t("This thread has no runs."), placeholder=t("No runs")
        )
        self.run.picked.connect(self.viewmodel.select_run)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.addWidget(self.run, 1)
        self.steps = StepsView(
            self.viewmodel.steps,
            "thread_steps",
            empty_text=t("Runs are what assistants do on a thread; each shows its steps here."),
        )
        self.inspector = QFrame()
        self.inspector.setObjectName("thread_inspector")
        self.inspector.setAccessibleName(t("Runs and steps"))
        self.inspector.setProperty("surface", "surface")
        column = QVBoxLayout(self.inspector)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        self.panels = InspectorPanels(self.services, "thread_inspector_panels", self.steps)
        column.addWidget(self.panels, 1)
        return self.inspector

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """Look what is there now."""
        self.viewmodel.activate()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the conversation."""
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if now < NARROW and not 0 <= before < NARROW:
            self.splitter.setSizes([NARROW_LIST, now - NARROW_LIST - NARROW_INSPECTOR, NARROW_INSPECTOR])
        elif 0 <= before < NARROW <= now:
            self.splitter.setSizes([LIST_WIDTH, now - LIST_WIDTH - INSPECTOR_WIDTH, INSPECTOR_WIDTH])

    def receive(self, wish: Any) -> None:
        """Open the thread of this id, with the steps of a run if one is named (``thread_id``, ``run_id``)."""
        if isinstance(wish, str):
            self.viewmodel.open(wish)
        elif isinstance(wish, dict) and isinstance(wish.get("thread_id"), str):
            self.viewmodel.open(wish["thread_id"])
            if isinstance(wish.get("run_id"), str):
                self.viewmodel.select_run(wish["run_id"])

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self.viewmodel.tasks.busy

    async def closing(self) -> None:
        """End tasks."""
        await self.panels.closing()
        await self.citations.close()
        await self.made_files.close()
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

    # -- showing -------------------------------------------------------------------------------------------------

    def _chosen(self, row: object) -> None:
        if isinstance(row, ThreadRow):
            self.viewmodel.open(row.id)

    def _show_list(self) -> None:
        model = self.viewmodel
        if model.state == "loading":
            self.pane.show_loading()
        elif model.state == "error" and model.error is not None and not model.rows.rowCount():
            self.pane.show_failed(model.error.message, model.error.advice, model.error.details)
        else:
            self.pane.show_rows()
            if model.thread_id is None and model.rows.rowCount() and not model.search:
                model.open(model.rows.rows[0].id)
        if model.thread_id is None:
            self._show_opened()
        self._show_head()
        self._mark_current()
        self._show_selected()

    def _mark_current(self) -> None:
        thread_id = self.viewmodel.thread_id
        self.pane.select(self.viewmodel.rows.position(thread_id) if thread_id is not None else -1)

    def _show_opened(self) -> None:
        model = self.viewmodel
        self._mark_current()
        self._show_head()
        if self._editing is not None and self._editing not in model.transcript.items:
            self._stop_editing()
        show = self.state.set_content
        match model.detail_state:
            case "ready":
                self.stack.setCurrentWidget(self.transcript)
                return
            case "loading":
                self.stack.setCurrentWidget(self._wait)
                return
            case "none":
                title = t("No thread selected") if model.rows.rowCount() else t("Nothing to read yet")
                words = (
                    t("Choose one at the left to read it.")
                    if model.rows.rowCount()
                    else t("Conversations open here.")
                )
                show("message-square-text", title, words)
            case "empty":
                show("message-square", t("This thread is empty"), t("It has no messages yet."))
            case "gone":
                binned = model.in_bin
                show(
                    "trash-2",
                    t("This thread is in the bin") if binned else t("This thread was deleted"),
                    t("It stays there for 30 days and can be brought back with everything in it.")
                    if binned
                    else t("It was deleted in another window or by another program."),
                    action=t("Bring it back"),
                    second="" if binned else t("Close it"),
                )
            case "error":
                error = model.detail_error
                show(
                    "circle-alert",
                    error.message if error is not None else t("The thread could not be read"),
                    error.advice if error is not None else "",
                    action=t("Try again"),
                    second=t("Copy details") if error is not None and error.details else "",
                    tone="danger",
                )
        self.stack.setCurrentWidget(self.state)

    def _first_action(self) -> None:
        model = self.viewmodel
        if model.detail_state == "gone" and model.thread_id is not None:
            if model.in_bin:
                self.actions_of.restore_many([model.thread_id])
            else:
                model.restore(model.thread_id)
        elif model.detail_state == "error":
            model.activate()

    def _second_action(self) -> None:
        model = self.viewmodel
        error = model.detail_error
        if model.detail_state == "gone":
            model.let_go()
        elif error is not None:
            copy_text("\n".join(part for part in (error.message, error.advice, error.details) if part))

    def _show_runs(self) -> None:
        model = self.viewmodel
        self.run.set_choices([Choice(row.id, row.text) for row in model.runs])
        self.run.set_value(model.run_id or "")
        self.run.setEnabled(bool(model.runs))
        thread = model.thread_id or ""
        run = model.run_object
        requests = ((f"POST /v1/threads/{thread}/runs", request_of(run)),) if run is not None else ()
        self.panels.inspect(
            Inspected(
                "assistants",
                thread,
                run.id if run is not None else "",
                thread,
                model=run.model if run is not None else "",
                requests=requests,
            )
        )

    # -- what a person does --------------------------------------------------------------------------------------

    def _show_head(self) -> None:
        model = self.viewmodel
        thread = model.open_thread
        there = model.thread_id is not None and model.detail_state != "gone"
        tags = tags_of(thread) if thread is not None else ()
        self.head.show_thread(model.title if model.thread_id is not None else "", tags, there=there)

    def _offer_views(self) -> None:
        model = self.viewmodel
        choices = [
            Choice("", t("All threads")),
            Choice("bin", t("Bin"), note=t("Deleted in the last 30 days")),
        ]
        choices += [
            Choice(
                f"tag:{tag}",
                f"#{tag}",
                t("Tags"),
                (t("{0:,} thread") if count == 1 else t("{0:,} threads")).format(count),
            )
            for tag, count in model.tags.items()
        ]
        self.view_choice.set_choices(choices)
        self.view_choice.set_value("bin" if model.in_bin else f"tag:{model.tag}" if model.tag else "")

    def _choose_view(self, value: str) -> None:
        self.viewmodel.set_view(tag=value[4:] if value.startswith("tag:") else "", in_bin=value == "bin")
        self._offer_views()

    def _selected_ids(self) -> list[str]:
        rows = [index.data(ROW) for index in self.pane.view.selectionModel().selectedIndexes()]
        return [row.id for row in rows if isinstance(row, ThreadRow)]

    def _show_selected(self) -> None:
        count = len(self._selected_ids())
        in_bin = self.viewmodel.in_bin
        self.foot.setVisible(count > 1 or (in_bin and count > 0))
        self.selected.setText(t("{0:,} selected").format(count))
        self.restore_button.setVisible(in_bin)
        self.remove_button.setText(t("Delete for good") if in_bin else t("Delete"))

    def _delete_selected(self) -> None:
        chosen = self._selected_ids()
        if not chosen:
            return
        if not self.viewmodel.in_bin:
            self.actions_of.delete_many(chosen)
            return
        noun = t("this thread") if len(chosen) == 1 else t("these {0:,} threads").format(len(chosen))
        question = QMessageBox(
            QMessageBox.Icon.Warning,
            t("Delete for good"),
            t("Delete {0} for good? Nothing brings them back.").format(noun),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        question.setObjectName("threads_for_good")
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sure = question.addButton(t("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        sure.setObjectName("threads_for_good_yes")
        sure.clicked.connect(lambda: self.actions_of.delete_for_good(chosen))
        question.open()

    def _go_on(self) -> None:
        if self.viewmodel.thread_id is not None:
            self.open_requested.emit("playground", {"thread_id": self.viewmodel.thread_id})

    def _export(self) -> None:
        dialog = QFileDialog(self, t("Export the thread"), "thread.md", t("Markdown (*.md);;JSON (*.json)"))
        dialog.setObjectName("thread_export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("json" if "json" in chosen else "md")
        )
        dialog.setDefaultSuffix("md")
        dialog.fileSelected.connect(self.actions_of.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _act(self, action: str, item: object) -> None:
        if not isinstance(item, Item):
            return
        if action == "message_branch":
            self.actions_of.branch(item.key)
        elif action == "answer_run":
            run = self.viewmodel.run_of(item.key)
            if run:
                self.viewmodel.select_run(run)
                self.inspector_button.setChecked(True)
        elif action == "prompt_edit":
            self._editing = item
            self.editor.set_text(item.text)
            self.editor.show()
            self._show_editor()
            self.editor.edit.setFocus()

    def _show_editor(self) -> None:
        can = bool(self.editor.edit.toPlainText().strip())
        hint = t("Asked in a branch; this thread stays as it is.") if can else t("Type a prompt")
        self.editor.show_state(can_send=can, answering=False, hint=hint, editing=True)

    def _stop_editing(self) -> None:
        self._editing = None
        self.editor.set_text("")
        self.editor.hide()

    def _ask_otherwise(self) -> None:
        text = self.editor.edit.toPlainText()
        if self._editing is not None and text.strip():
            self.actions_of.ask_otherwise(self._editing.key, text)
            self._stop_editing()


def _look(row: ThreadRow) -> RowText:
    indent = "    " * min(row.depth, 4)
    icon = "trash-2" if row.deleted else "git-branch" if row.depth else "message-square"
    note = row.when if row.second != row.when else ""
    return RowText(f"{indent}{row.title}", f"{indent}{row.second}", note, icon=icon, faint=row.untitled)

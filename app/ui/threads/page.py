"""The page “Threads”: list, transcript, and what each run did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.inspector.steps_view import StepsView
from app.ui.knowledge.citation_opener import CitationOpener
from app.ui.page import Page
from app.ui.transcript.view import TranscriptView
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.picker import Choice, Picker
from app.viewmodels.thread_rows import ThreadRow
from app.viewmodels.threads import ThreadsViewModel

if TYPE_CHECKING:
    from app.viewmodels.services import Services

LIST_WIDTH = 264
INSPECTOR_WIDTH = 340


class ThreadsPage(Page):
    """List at the left, transcript in the middle, runs and their steps at the right."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.viewmodel = ThreadsViewModel(services.threads, services.bus, self)
        self.citations = CitationOpener(services, self)
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
        self._show_list()
        self._show_opened()
        self._show_runs()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_list(self) -> None:
        model = self.viewmodel
        empty = EmptyState(
            "threads_empty",
            "message-square-text",
            "No threads yet",
            "A thread is a conversation that the Assistants API keeps for you. Each prompt to an assistant in the playground "
            "makes or continues one.",
            action="Go to the playground",
        )
        empty.action_requested.connect(lambda: self.open_requested.emit("playground", None))
        self.pane = ListPane("threads", "Threads", model.rows, _look, search="Search titles", empty=empty)
        self.refresh_button = IconButton("threads_refresh", "refresh-cw", "Look again")
        self.refresh_button.clicked.connect(model.activate)
        self.pane.head.addWidget(self.refresh_button)
        self.pane.search_changed.connect(model.set_search)
        self.pane.chosen.connect(self._chosen)
        self.pane.opened.connect(lambda _row: self.transcript.setFocus())
        self.pane.delete_requested.connect(lambda row: model.delete(row.id) if row is not None else None)
        self.pane.retry_requested.connect(model.activate)
        self.searched = Label("", "small", name="threads_searched", wrap=True)
        self.more_button = Button("threads_more", "Load more", kind="link")
        self.more_button.clicked.connect(model.load_more)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(16, 4, 16, 8)
        foot.addWidget(self.searched, 1)
        foot.addWidget(self.more_button)
        layout = self.pane.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.foot)

    def _make_middle(self) -> QWidget:
        model = self.viewmodel
        self.title = ElidedLabel("", "heading", name="thread_title")
        self.copy_id = IconButton("thread_copy_id", "copy", "Copy the thread's id")
        self.copy_id.clicked.connect(lambda: copy_text(model.thread_id or ""))
        self.delete_button = IconButton("thread_delete", "trash-2", "Delete this thread")
        self.delete_button.clicked.connect(lambda _checked: model.delete())
        self.inspector_button = IconButton(
            "thread_inspector_toggle", "panel-right", "Show or hide the runs", checkable=True
        )
        self.inspector_button.setChecked(True)
        self.inspector_button.toggled.connect(self.inspector.setVisible)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 8, 10)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.copy_id, self.delete_button, self.inspector_button):
            head.addWidget(button)
        self.transcript = TranscriptView("thread_transcript")
        self.transcript.set_transcript(model.transcript)
        self.transcript.older_wanted.connect(model.load_older)
        self.citations.watch(self.transcript)
        self.state = EmptyState("thread_state", "message-square-text", "")
        self.state.action_requested.connect(self._first_action)
        self.state.second_requested.connect(self._second_action)
        wait = QWidget()
        self.loading = Busy("thread_loading", "Reading the thread…")
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
        outer.addLayout(head)
        outer.addWidget(Line())
        outer.addWidget(self.stack, 1)
        return middle

    def _make_inspector(self) -> QWidget:
        self.run = Picker("thread_run", "Run", nothing="This thread has no runs.", placeholder="No runs")
        self.run.picked.connect(self.viewmodel.select_run)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.addWidget(self.run, 1)
        self.steps = StepsView(
            self.viewmodel.steps,
            "thread_steps",
            empty_text="Runs are what assistants do on a thread; each shows its steps here.",
        )
        self.inspector = QFrame()
        self.inspector.setObjectName("thread_inspector")
        self.inspector.setAccessibleName("Runs and steps")
        self.inspector.setProperty("surface", "surface")
        column = QVBoxLayout(self.inspector)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.steps, 1)
        return self.inspector

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """Look what is there now."""
        self.viewmodel.activate()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.pane.search.setFocus()
        self.pane.search.selectAll()

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
        await self.citations.close()
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
        self.foot.setVisible(model.more_to_search)
        self.searched.setText(f"Searched the newest {model.loaded_count:,} threads.")
        self.title.setText(model.title if model.thread_id is not None else "")
        self._mark_current()

    def _mark_current(self) -> None:
        thread_id = self.viewmodel.thread_id
        self.pane.select(self.viewmodel.rows.position(thread_id) if thread_id is not None else -1)

    def _show_opened(self) -> None:
        model = self.viewmodel
        self._mark_current()
        self.title.setText(model.title if model.thread_id is not None else "")
        has_one = model.thread_id is not None and model.detail_state != "gone"
        for button in (self.copy_id, self.delete_button):
            button.setEnabled(has_one)
        show = self.state.set_content
        match model.detail_state:
            case "ready":
                self.stack.setCurrentWidget(self.transcript)
                return
            case "loading":
                self.stack.setCurrentWidget(self._wait)
                return
            case "none":
                title = "No thread selected" if model.rows.rowCount() else "Nothing to read yet"
                words = (
                    "Choose one at the left to read it."
                    if model.rows.rowCount()
                    else "Conversations open here."
                )
                show("message-square-text", title, words)
            case "empty":
                show("message-square", "This thread is empty", "It has no messages yet.")
            case "gone":
                show(
                    "trash-2",
                    "This thread was deleted",
                    "It was deleted in another window or by another program.",
                    action="Bring it back",
                    second="Close it",
                )
            case "error":
                error = model.detail_error
                show(
                    "circle-alert",
                    error.message if error is not None else "The thread could not be read",
                    error.advice if error is not None else "",
                    action="Try again",
                    second="Copy details" if error is not None and error.details else "",
                    tone="danger",
                )
        self.stack.setCurrentWidget(self.state)

    def _first_action(self) -> None:
        model = self.viewmodel
        if model.detail_state == "gone" and model.thread_id is not None:
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


def _look(row: ThreadRow) -> RowText:
    return RowText(row.title, row.when, icon="message-square", faint=row.untitled)

"""The log of requests: list at the left, what was sent and answered at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.theme import Tone
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.json_view import JsonView
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.words import date_words, mark, number_words, t
from app.viewmodels.activity import (
    ActivityViewModel,
    Kind,
    RequestRow,
    cost_words,
    seconds_words,
    tokens_words,
)

KINDS: tuple[tuple[Kind, str], ...] = (
    ("all", mark("All requests")),
    ("model", mark("Model calls")),
    ("failed", mark("Failed ones")),
)


class RequestsView(QWidget):
    """Every request of this window, newest first.

    Signals:
        export_requested: a person wants the log as a file.
    """

    export_requested = Signal()

    def __init__(self, viewmodel: ActivityViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity_requests_view")
        self._viewmodel = viewmodel
        empty = EmptyState(
            "activity_requests_empty",
            "activity",
            t("No requests here"),
            t(
                "Everything that this program asks of a service is listed here: when, whom, what came back, tokens, cost "
                "and time. Keys are never kept."
            ),
        )
        self.pane = ListPane(
            "activity_requests",
            t("Requests"),
            viewmodel.rows,
            _look,
            search=t("Search path, connection, model"),
            empty=empty,
        )
        self.kind = QComboBox()
        self.kind.setObjectName("activity_kind")
        self.kind.setAccessibleName(t("Which requests"))
        self.kind.setAccessibleDescription(self.kind.accessibleName())
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for kind, words in KINDS:
            self.kind.addItem(t(words), kind)
        self.kind.activated.connect(lambda _index: viewmodel.set_kind(self.kind.currentData()))
        export = IconButton("activity_export", "download", t("Save as CSV"))
        export.clicked.connect(self.export_requested)
        clear = IconButton("activity_clear", "trash-2", t("Forget all requests; usage stays"))
        clear.clicked.connect(lambda _checked: viewmodel.clear())
        for widget in (self.kind, export, clear):
            self.pane.head.addWidget(widget)
        self.pane.search_changed.connect(viewmodel.set_search)
        self.pane.chosen.connect(
            lambda row: viewmodel.open(row.request if isinstance(row, RequestRow) else None)
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("activity_splitter")
        self.splitter.setChildrenCollapsible(False)
        for part, least in ((self.pane, 300), (self._make_detail(), 320)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([430, 700])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        viewmodel.requests_changed.connect(self._show_list)
        viewmodel.opened.connect(self._show_opened)
        self._show_list()
        self._show_opened()

    def _make_detail(self) -> QFrame:
        self.title = ElidedLabel("", "heading", name="activity_request_title")
        self.facts = Label("", "small", name="activity_request_facts", wrap=True, selectable=True)
        self.sent = JsonView("activity_sent", t("Sent"))
        self.answered = JsonView("activity_answered", t("Answered"))
        bodies = QSplitter(Qt.Orientation.Vertical)
        bodies.setObjectName("activity_bodies")
        bodies.setChildrenCollapsible(False)
        for view in (self.sent, self.answered):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(16, 8, 16, 8)
            column.addWidget(view)
            bodies.addWidget(holder)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(bodies, 1)
        self._shown = shown
        self._nothing = EmptyState(
            "activity_nothing_open",
            "mouse-pointer-click",
            t("No request selected"),
            t("Choose one at the left to see what was sent and what came back."),
        )
        self.stack = QStackedWidget()
        self.stack.setObjectName("activity_stack")
        self.stack.addWidget(self._nothing)
        self.stack.addWidget(shown)
        frame = QFrame()
        frame.setProperty("surface", "surface")
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        return frame

    def _show_list(self) -> None:
        if self._viewmodel.loaded:
            self.pane.show_rows()
        else:
            self.pane.show_loading()
        opened = self._viewmodel.request
        self.pane.select(self._viewmodel.rows.position(str(opened.id)) if opened is not None else -1)

    def _show_opened(self) -> None:
        model = self._viewmodel
        request = model.request
        self.stack.setCurrentWidget(self._nothing if request is None else self._shown)
        if request is None:
            return
        self.title.setText(f"{request.method} {request.path}")
        status = t("No answer") if request.status is None else f"HTTP {request.status}"
        facts = [
            date_words(request.at, t("dd MMM yyyy, HH:mm:ss")),
            model.service_name(request.service),
            status,
            seconds_words(request.seconds),
            t("{0} bytes sent, {1} received").format(
                number_words(request.request_bytes), number_words(request.response_bytes)
            ),
        ]
        if request.model:
            facts.append(request.model)
        if request.assistant:
            facts.append(model.assistant_name(request.assistant))
        if request.prompt is not None:
            facts.append(
                t("{0} read, {1} written").format(
                    tokens_words(request.prompt), tokens_words(request.completion or 0)
                )
            )
            facts.append(t("price not known") if request.cost is None else cost_words(request.cost))
        if request.error:
            facts.append(request.error)
        self.facts.setText(" · ".join(facts))
        gone = t("(not kept any more)") if request.request_bytes or request.response_bytes else ""
        self.sent.set_value(model.sent or (gone if request.request_bytes else ""))
        self.answered.set_value(model.answered or (gone if request.response_bytes else ""))


def _look(row: RequestRow) -> RowText:
    failed = row.request.failed
    tone: Tone = "danger" if failed else "muted"
    icon = "sparkles" if row.request.is_model_call else "arrow-right"
    if failed:
        icon = "circle-alert"
    elif row.request.cancelled:
        icon = "circle-stop"
    return RowText(row.title, row.subtitle, row.note, icon=icon, tone=tone)


def csv_button(name: str) -> Button:
    """The button that saves a table as CSV."""
    return Button(name, t("Save as CSV"), icon="download")

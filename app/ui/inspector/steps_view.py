"""The run's inspector: its steps, the requests as they were sent, and every event; live or of a stored run."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.ui.inspector.list_and_json import ListAndJson
from app.ui.inspector.step_delegate import EventDelegate, StepDelegate
from app.ui.widgets.busy import Busy
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.list_pane import RowDelegate, RowText
from app.ui.widgets.status_pill import PillKind, StatusPill
from app.ui.words import localized, t
from app.viewmodels.step_rows import RequestRow, StepRow
from app.viewmodels.steps import StepsViewModel

_PILLS: dict[str, PillKind] = {
    "completed": "ok",
    "failed": "danger",
    "expired": "danger",
    "incomplete": "warning",
    "requires_action": "warning",
    "cancelled": "neutral",
}


class StepsView(QWidget):
    """Shows a :class:`StepsViewModel`.

    Args:
        viewmodel: what to show; fed live by a lane, or loaded with a stored run.
        name: object names begin with it.
        empty_text: what to say while nothing has run.
    """

    def __init__(
        self,
        viewmodel: StepsViewModel,
        name: str = "steps_view",
        *,
        empty_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(t("Steps of the run"))
        self.viewmodel = viewmodel
        self.pill = StatusPill(f"{name}_status")
        self.summary = ElidedLabel("", "small", name=f"{name}_summary")
        self.error = Label("", "error", name=f"{name}_error", wrap=True, selectable=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.pill)
        head.addWidget(self.summary, 1)
        message = QHBoxLayout()
        message.setContentsMargins(16, 4, 16, 0)
        message.addWidget(self.error)
        self.tabs = QTabBar()
        self.tabs.setObjectName(f"{name}_tabs")
        self.tabs.setAccessibleName(t("What to show of the run"))
        self.tabs.setProperty("kind", "dense")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for word in (t("Steps"), t("Requests"), t("Events")):
            self.tabs.addTab(word)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 4, 16, 4)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        self.steps = ListAndJson(
            f"{name}_steps",
            t("Steps"),
            viewmodel.steps,
            StepDelegate(),
            data_of=lambda row: row.details,
            title_of=_step_title,
        )
        self.requests = ListAndJson(
            f"{name}_requests",
            t("Requests as they were sent"),
            viewmodel.requests,
            RowDelegate(_request_look),
            data_of=lambda row: row.both,
            title_of=lambda row: t("Request {0}").format(row.number),
        )
        self.events = ListAndJson(
            f"{name}_events",
            t("Events as they came"),
            viewmodel.events,
            EventDelegate(),
            data_of=lambda row: row.details,
            title_of=lambda row: row.name,
        )
        self.no_steps = EmptyState(
            f"{name}_no_steps", "list-tree", t("No steps yet"), t("They appear as the run makes them.")
        )
        self.no_events = EmptyState(
            f"{name}_no_events",
            "activity",
            t("No events here"),
            t("A stored run keeps its steps, not its events. Events are shown while an answer is streamed."),
        )
        self.empty = EmptyState(
            f"{name}_empty",
            "list-tree",
            t("Nothing has run yet"),
            empty_text or t("Send a prompt: every step of the answer appears here, with its data."),
        )
        self.loading = Busy(f"{name}_loading", t("Reading the run…"))
        wait = QWidget()
        column = QVBoxLayout(wait)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.loading)
        column.addStretch(1)
        self._wait = wait
        self.stack = QStackedWidget()
        for widget in (
            self.empty,
            wait,
            self.steps,
            self.requests,
            self.events,
            self.no_steps,
            self.no_events,
        ):
            self.stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addLayout(message)
        outer.addLayout(tabs)
        outer.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(lambda _index: self._show())
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self.viewmodel
        idle = model.is_empty and not model.loading and not model.error
        for widget in (self.pill, self.summary):
            widget.setVisible(not idle)
        self.tabs.setVisible(not model.is_empty)
        self.pill.setVisible(bool(model.status))
        self.pill.set_state(model.status_words, _PILLS.get(model.status, "busy"))
        self.summary.setText(model.summary)
        self.error.setText(model.error)
        self.error.setVisible(bool(model.error))
        numbers = (model.steps.rowCount(), model.requests.rowCount(), model.events.rowCount())
        for index, (word, number) in enumerate(
            zip((t("Steps"), t("Requests"), t("Events")), numbers, strict=True)
        ):
            self.tabs.setTabText(index, localized("{0} · {1:,}").format(word, number) if number else word)
        self.stack.setCurrentWidget(self._chosen())

    def _chosen(self) -> QWidget:
        model = self.viewmodel
        if model.loading:
            return self._wait
        if model.is_empty:
            return self.empty
        if self.tabs.currentIndex() == 1:
            return self.requests
        if self.tabs.currentIndex() == 2:
            return self.events if model.events.rowCount() else self.no_events
        return self.steps if model.steps.rowCount() else self.no_steps


def _step_title(row: StepRow) -> str:
    return f"{row.title} · {row.name}" if row.name else row.title


def _request_look(row: RequestRow) -> RowText:
    words = (
        [t("{0:,} messages").format(row.messages) if row.messages != 1 else t("1 message")]
        if row.messages
        else []
    )
    if row.tokens is not None:
        words.append(t("about {0:,} tokens").format(row.tokens))
    if row.already_held:
        words.append(t("{0:,} already held").format(row.already_held))
    return RowText(row.endpoint, " · ".join(words) or t("Settings of the run"), icon="send")

"""“Test search”: what an assistant would be given for a question, with the score, its parts, and what was dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import make_checkable
from app.ui.knowledge.filter_form import FilterForm
from app.ui.knowledge.search_delegate import HitDelegate
from app.ui.theme import ICON, set_icon
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.number_slider import NumberSlider
from app.ui.words import t
from app.viewmodels.knowledge_rows import HitRow
from app.viewmodels.knowledge_search import MOST_RESULTS, SearchViewModel
from app.viewmodels.rows import ROW

NARROW = 440


class SearchView(QWidget):
    """Shows a :class:`SearchViewModel`.

    Signals:
        opened: a passage is to be shown in its document; carries the :class:`Hit`.
    """

    opened = Signal(object)

    def __init__(self, viewmodel: SearchViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewmodel = viewmodel
        self.setObjectName("knowledge_search")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_question())
        column.addWidget(self._make_options())
        self.summary = Label("", "small", name="search_summary", wrap=True)
        self.summary.setContentsMargins(20, 4, 16, 4)
        column.addWidget(self.summary)
        self._make_results()
        column.addWidget(self.stack, 1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _make_question(self) -> QWidget:
        bar = QWidget()
        self.query = QLineEdit()
        self.query.setObjectName("search_query")
        self.query.setAccessibleName(t("Question to search for"))
        self.query.setPlaceholderText(t("Ask as an assistant would"))
        self.query.setClearButtonEnabled(True)
        self.query.returnPressed.connect(self._search)
        self.query.textChanged.connect(lambda _text: self._enable())
        self.go = Button("search_go", t("Search"), kind="primary", icon="search")
        self.go.clicked.connect(self._search)
        self.options = Button("search_options_toggle", t("Options"), kind="ghost", icon="sliders-horizontal")
        make_checkable(self.options)
        for button in (self.go, self.options):
            button.setToolTip(button.text())
        self.options.toggled.connect(self._show_options)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.query, 1)
        row.addWidget(self.go)
        row.addWidget(self.options)
        return bar

    def _make_options(self) -> QWidget:
        model = self.viewmodel
        inner = QWidget()
        self.most = QSpinBox()
        self.most.setObjectName("search_most")
        self.most.setRange(1, MOST_RESULTS)
        self.most.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach it
        self.most.setValue(model.options.most)
        self.most.valueChanged.connect(lambda value: model.set_options(most=value))
        self.threshold = NumberSlider("search_threshold", 0.0, 1.0, 0.0)
        self.threshold.changed.connect(lambda value: model.set_options(threshold=value or 0.0))
        self.weight = NumberSlider("search_weight", 0.0, 1.0, 0.6)
        self.weight.changed.connect(lambda value: model.set_options(text_weight=value))
        self.rerank = QCheckBox(t("Judge the best ones anew (reranker)"))
        self.rerank.setObjectName("search_rerank")
        self.rerank.setChecked(True)
        self.rerank.toggled.connect(lambda on: model.set_options(ranker="auto" if on else "none"))
        self.rewrite = QCheckBox(t("Reword the question first (rewrite_query)"))
        self.rewrite.setObjectName("search_rewrite")
        self.rewrite.toggled.connect(lambda on: model.set_options(rewrite=on))
        self.filter = FilterForm("search_filter")
        self.filter.changed.connect(
            lambda: model.set_conditions(self.filter.conditions, every=self.filter.all_of_them)
        )
        form = QVBoxLayout(inner)
        form.setContentsMargins(16, 0, 16, 8)
        form.setSpacing(10)
        form.addWidget(FormField(self.most, t("Results"), "max_num_results"))
        form.addWidget(FormField(self.threshold, t("Least score"), "score_threshold"))
        words = t("0 looks for meaning alone, 1 for words alone.")
        form.addWidget(FormField(self.weight, t("Words or meaning"), "hybrid_search", help_text=words))
        form.addWidget(self.rerank)
        form.addWidget(self.rewrite)
        form.addWidget(FormField(self.filter, t("Only files whose attributes fit"), "filters"))
        self._options = QScrollArea()
        self._options.setObjectName("search_options")
        self._options.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._options.setWidgetResizable(True)
        self._options.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._options.setWidget(inner)
        self._options_inner = inner
        inner.installEventFilter(self)
        self._options.hide()
        return self._options

    def _make_results(self) -> None:
        self.list = QListView()
        self.list.setObjectName("search_results")
        self.list.setAccessibleName(t("Passages that were found"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setModel(self.viewmodel.rows)
        self.list.clicked.connect(lambda index: self._open(index.data(ROW)))
        self.list.activated.connect(lambda index: self._open(index.data(ROW)))
        self.state = EmptyState("search_state", "text-search", "")
        self.state.action_requested.connect(self._search)
        self.state.second_requested.connect(self._copy_failure)
        wait = QWidget()
        inner = QVBoxLayout(wait)
        inner.setContentsMargins(16, 16, 16, 16)
        self.searching = Busy("search_searching", t("Searching…"), cancel=True)
        self.searching.cancel_requested.connect(self.viewmodel.cancel)
        inner.addWidget(self.searching)
        inner.addStretch(1)
        self._wait = wait
        self.stack = QStackedWidget()
        for widget in (self.list, self.state, wait):
            self.stack.addWidget(widget)

    # -- showing -------------------------------------------------------------------------------------------------

    def _show_options(self, shown: bool) -> None:
        self._options.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """The options take half of the height at most; a narrow view has icons instead of words."""
        wanted = self._options_inner.sizeHint().height()
        self._options.setFixedHeight(min(wanted, max(120, self.height() // 2)))
        for button in (self.go, self.options):
            words = "" if self.width() < NARROW else button.toolTip()
            if button.text() != words:
                button.setText(words)
                set_icon(button, str(button.property(ICON)), "on_accent" if button is self.go else "text")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See :meth:`_fit`."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lines of the filter come and go."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        if self.query.text().strip():
            self.viewmodel.search(self.query.text())

    def _open(self, row: object) -> None:
        if isinstance(row, HitRow):
            self.opened.emit(row.hit)

    def _enable(self) -> None:
        ready = self.viewmodel.store is not None and self.viewmodel.state != "searching"
        self.go.setEnabled(ready and bool(self.query.text().strip()))

    def _show(self) -> None:
        model = self.viewmodel
        self._enable()
        self.summary.setText(model.summary)
        self.summary.setToolTip(model.timings)
        notes = model.found.notes if model.found is not None else ()
        if notes:
            self.summary.setText(" ".join([model.summary, *notes]))
        self.summary.setVisible(bool(model.summary))
        match model.state:
            case "ready":
                self.stack.setCurrentWidget(self.list)
                return
            case "searching":
                self.stack.setCurrentWidget(self._wait)
                return
            case "idle":
                self.state.set_content(
                    "text-search",
                    t("See what would be found"),
                    t(
                        "Type a question. You see the passages that an assistant would be given, how each was scored, and "
                        "what was left out."
                    ),
                )
            case "nothing":
                self.state.set_content(
                    "search",
                    t("Nothing was found"),
                    t("Use other words, a lower least score, or fewer conditions."),
                )
            case "error":
                error = model.error
                self.state.set_content(
                    "circle-alert",
                    error.message if error is not None else t("The search failed"),
                    error.advice if error is not None else "",
                    action=t("Search again"),
                    second=t("Copy details") if error is not None and error.details else "",
                    tone="danger",
                )
        self.stack.setCurrentWidget(self.state)

    def _copy_failure(self) -> None:
        error = self.viewmodel.error
        if error is not None:
            copy_text("\n".join(part for part in (error.message, error.advice, error.details) if part))

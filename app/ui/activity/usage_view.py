"""Usage: what the last days cost, by day, model or assistant, as a chart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.activity.chart import BarChart
from app.ui.activity.requests_view import csv_button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.words import localized, mark, number_words, t
from app.viewmodels.activity import PERIODS, ActivityViewModel, cost_words

GROUPINGS = (("day", mark("By day")), ("model", mark("By model")), ("assistant", mark("By assistant")))
MEASURES = (("cost", mark("Cost")), ("tokens", mark("Tokens")), ("requests", mark("Requests")))


class UsageView(QWidget):
    """Totals of a period, and a chart of it.

    Signals:
        export_requested: a person wants the figures as a file.
    """

    export_requested = Signal()

    def __init__(self, viewmodel: ActivityViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity_usage_view")
        self._viewmodel = viewmodel
        self.period = _choice("activity_period", t("Period"), [(days, t(word)) for days, word in PERIODS])
        self.period.setCurrentIndex(self.period.findData(viewmodel.days))
        self.period.activated.connect(lambda _index: viewmodel.set_period(int(self.period.currentData())))
        self.grouping = _choice("activity_grouping", t("Bars for"), [(k, t(w)) for k, w in GROUPINGS])
        self.grouping.activated.connect(lambda _i: viewmodel.set_grouping(self.grouping.currentData()))
        self.measure = _choice("activity_measure", t("Measured in"), [(k, t(w)) for k, w in MEASURES])
        self.measure.activated.connect(lambda _i: viewmodel.set_measure(self.measure.currentData()))
        export = csv_button("activity_usage_export")
        export.clicked.connect(self.export_requested)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.measure, self.grouping, self.period):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(export)
        self.figures: list[tuple[Label, Label]] = []
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for name in ("cost", "tokens", "requests"):
            figures.addWidget(self._figure(name), 1)
        self.note = Label("", "small", name="activity_usage_note", wrap=True)
        self.chart = BarChart("activity_chart")
        scroll = QScrollArea()
        scroll.setObjectName("activity_chart_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.chart)
        self._scroll = scroll
        self.empty = EmptyState(
            "activity_usage_empty",
            "gauge",
            t("Nothing was used in this time"),
            t("Tokens and costs of every model call are added up here, day by day."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(14)
        column.addLayout(bar)
        column.addLayout(figures)
        column.addWidget(self.note)
        column.addWidget(scroll, 1)
        column.addWidget(self.empty, 1)
        viewmodel.usage_changed.connect(self._show)
        self._show()

    def _figure(self, name: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "sunken")
        value = Label("", "title", name=f"activity_total_{name}")
        word = Label("", "small", name=f"activity_total_{name}_word")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        column.addWidget(value)
        column.addWidget(word)
        self.figures.append((value, word))
        return frame

    def _show(self) -> None:
        model = self._viewmodel
        cost, tokens, requests, unpriced = model.totals
        texts = (
            (cost_words(cost), t("spent")),
            (number_words(tokens), t("tokens")),
            (number_words(requests), t("model calls")),
        )
        for (value, word), (text, words) in zip(self.figures, texts, strict=True):
            value.setText(text)
            word.setText(words)
        self.note.setText(
            t("{0} model calls have no known price and are not in the costs: add it under Prices.").format(
                number_words(unpriced)
            )
            if unpriced
            else ""
        )
        self.note.setVisible(bool(unpriced))
        used = bool(requests)
        self._scroll.setVisible(used)
        self.empty.setVisible(not used)
        form = "${:,.2f}" if model.measure == "cost" else "{:,.0f}"
        bars = model.bars
        if model.measure == "cost" and max((bar.value for bar in bars), default=0) < 0.1:
            form = "${:,.4f}"
        title = f"{self.measure.currentText()}, {self.grouping.currentText()}, {self.period.currentText()}"
        self.chart.set_bars(title, bars, upright=model.grouping == "day", number=localized(form))


def _choice(name: str, label: str, items: list[tuple[object, str]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(label)
    box.setAccessibleDescription(box.accessibleName())
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for value, words in items:
        box.addItem(words, value)
    return box

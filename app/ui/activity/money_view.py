"""Prices as data that can be corrected, and the monthly budget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.labels import Label
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.words import t
from app.viewmodels.activity import ActivityViewModel, PriceRow, cost_words

WIDEST = 760


class MoneyView(QWidget):
    """The budget above, the prices below."""

    def __init__(self, viewmodel: ActivityViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity_money_view")
        self._viewmodel = viewmodel
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(20)
        column.addWidget(self._budget())
        column.addWidget(self._prices(), 1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)
        scroll = QScrollArea()
        scroll.setObjectName("activity_money_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        viewmodel.prices_changed.connect(self._show)
        self._show()
        limit = viewmodel.budget.limit
        self.limit.setText("" if limit is None else f"{limit:g}")

    def _budget(self) -> Section:
        section = Section(
            "activity_budget_section",
            t("Monthly budget"),
            t(
                "At 80 % you are told; when it is used up, requests that cost something are not sent any more. Models of "
                "this computer go on."
            ),
        )
        self.limit = QLineEdit()
        self.limit.setObjectName("activity_budget")
        self.limit.setPlaceholderText(t("No budget"))
        self.limit.setMaximumWidth(200)
        self.limit.editingFinished.connect(self._set_budget)
        self._limit_field = FormField(self.limit, t("At most this much a month, in US dollars"))
        section.add(self._limit_field)
        self.bar = QProgressBar()
        self.bar.setObjectName("activity_budget_bar")
        self.bar.setAccessibleName(t("Used of this month's budget"))
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.used = Label("", "muted", name="activity_budget_used", wrap=True)
        self.more = Button("activity_budget_raise", "")
        self.more.clicked.connect(self._raise)
        section.add(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.used, 1)
        row.addWidget(self.more)
        section.content.addLayout(row)
        return section

    def _prices(self) -> Section:
        section = Section("activity_prices_section", t("Prices"))
        self.source = Label("", "muted", name="activity_price_source", wrap=True)
        section.add(self.source)
        empty = EmptyState("activity_prices_empty", "tag", t("No prices"), "")
        self.pane = ListPane(
            "activity_prices",
            t("US dollars for a million tokens"),
            self._viewmodel.prices,
            _look,
            search="",
            empty=empty,
            two_lines=False,
        )
        self.pane.setMinimumHeight(260)
        self.pane.chosen.connect(self._chosen)
        self.pane.show_rows()
        section.add(self.pane)
        self.model = self._field("activity_price_model", t("Model"), 220)
        self.given = self._field("activity_price_input", t("Read"), 90)
        self.cached = self._field("activity_price_cached", t("Read again (cached)"), 90)
        self.written = self._field("activity_price_output", t("Written"), 90)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, label, stretch in (
            (self.model, t("Model"), 3),
            (self.given, t("Read"), 1),
            (self.cached, t("Read again"), 1),
            (self.written, t("Written"), 1),
        ):
            row.addWidget(FormField(field, label), stretch)
        section.content.addLayout(row)
        self.problem = Label("", "error", name="activity_price_problem", wrap=True)
        self.problem.hide()
        section.add(self.problem)
        self.save = Button("activity_price_save", t("Save this price"), icon="save")
        self.save.clicked.connect(lambda _checked: self._save_price())
        self.reset = Button("activity_price_reset", t("Back to the list's price"), kind="ghost")
        self.reset.clicked.connect(lambda _checked: self._viewmodel.reset_price(self.model.text().strip()))
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        section.content.addLayout(buttons)
        return section

    @staticmethod
    def _field(name: str, label: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setMinimumWidth(width)
        return field

    # -- doing ---------------------------------------------------------------------------------------------------

    def _set_budget(self) -> None:
        self._limit_field.set_error(self._viewmodel.set_budget(self.limit.text()))

    def _raise(self) -> None:
        self.limit.setText(f"{self._viewmodel.budget.raised:g}")
        self._set_budget()

    def _chosen(self, row: object) -> None:
        if isinstance(row, PriceRow):
            self.model.setText(row.model)
            self.given.setText(f"{row.price.input:g}")
            self.cached.setText("" if row.price.cached is None else f"{row.price.cached:g}")
            self.written.setText(f"{row.price.output:g}")
            self._tell("")

    def _save_price(self) -> None:
        self._tell(
            self._viewmodel.set_price(
                self.model.text(), self.given.text(), self.cached.text(), self.written.text()
            )
        )

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    # -- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        model = self._viewmodel
        state = model.budget
        self.source.setText(
            t("{0} Services change their prices: correct them here, or add models of other services.").format(
                model.price_source
            )
        )
        self.bar.setVisible(state.limit is not None)
        self.bar.setValue(min(100, round(100 * min(1.0, state.share))))
        if state.limit is None:
            self.used.setText(t("{0} spent this month.").format(cost_words(state.spent)))
        else:
            self.used.setText(
                t("{0} of {1} spent this month.").format(cost_words(state.spent), cost_words(state.limit))
            )
        self.used.set_role("error" if state.is_reached else "warning" if state.is_near else "muted")
        self.more.setVisible(state.is_near)
        self.more.setText(t("Raise it to {0}").format(cost_words(state.raised)))
        self.more.setAccessibleName(self.more.text())
        if not self.limit.hasFocus():
            self.limit.setText("" if state.limit is None else f"{state.limit:g}")


def _look(row: PriceRow) -> RowText:
    cached = "–" if row.price.cached is None else f"{row.price.cached:g}"
    words = t("read {0} · again {1} · written {2}").format(
        f"{row.price.input:g}", cached, f"{row.price.output:g}"
    )
    return RowText(row.model + (t(" (your own)") if row.own else ""), note=words, icon="tag")

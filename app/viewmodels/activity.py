"""The page “Activity”: the log of requests, usage for charts, prices, and the budget."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDate, QObject, QTimer, Signal

from app.connections.registry import Connections
from app.core.entities import ENGINE
from app.core.errors import AppError, InvalidInput
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import counted, date_words, locale, localized, mark, number_words, t
from app.workbench.activity import Activity, Request, Usage, write_csv
from app.workbench.assistants import Assistants
from app.workbench.budget import BudgetState
from app.workbench.prices import Price

REFRESH_MS = 400
_LONG_ID = re.compile(r"(?<=/)[a-z]+[_-][A-Za-z0-9]{12,}")
SHOWN = 500

Kind = Literal["all", "model", "failed"]
Grouping = Literal["day", "model", "assistant"]
Measure = Literal["cost", "tokens", "requests"]

PERIODS: tuple[tuple[int, str], ...] = (
    (7, mark("7 days")),
    (30, mark("30 days")),
    (90, mark("90 days")),
    (365, mark("A year")),
)


@dataclass(frozen=True)
class RequestRow:
    """A request as the list shows it."""

    request: Request
    title: str
    subtitle: str
    note: str

    @property
    def key(self) -> str:
        """Stable between refreshes."""
        return str(self.request.id)


@dataclass(frozen=True)
class Bar:
    """One bar of the chart: what it stands for, its value, and the words for it."""

    label: str
    value: float
    words: str


@dataclass(frozen=True)
class PriceRow:
    """A model's price as the table shows it; ``own`` when a person set it."""

    model: str
    price: Price
    own: bool

    @property
    def key(self) -> str:
        """Stable between refreshes."""
        return self.model


class ActivityViewModel(QObject):
    """State of the page.

    Signals:
        requests_changed: the log is different.
        opened: another request is shown, or its bodies are there.
        usage_changed: the usage, or what of it is shown, is different.
        prices_changed: prices or the budget are different.
    """

    requests_changed = Signal()
    opened = Signal()
    usage_changed = Signal()
    prices_changed = Signal()

    def __init__(
        self,
        activity: Activity,
        connections: Connections,
        bus: MessageBus,
        parent: QObject | None = None,
        *,
        assistants: Assistants | None = None,
    ) -> None:
        super().__init__(parent)
        self._activity = activity
        self._connections = connections
        self._bus = bus
        self._assistants = assistants
        self._names: dict[str, str] = {}
        self.tasks = TaskScope(self, bus)
        self.rows: RowsModel[RequestRow] = RowsModel(
            lambda row: f"{row.title}, {row.subtitle}, {row.note}", lambda row: row.key, self
        )
        self.prices: RowsModel[PriceRow] = RowsModel(price_words, lambda row: row.key, self)
        self.kind: Kind = "all"
        self.search = ""
        self.loaded = False
        self.request: Request | None = None
        self.sent = ""
        self.answered = ""
        self.usage: Sequence[Usage] = ()
        self.days = 30
        self.grouping: Grouping = "day"
        self.measure: Measure = "cost"
        self._active = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._stop_observing = activity.observe(self._news)
        self._show_prices()

    # -- life ----------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page is shown: look what there is."""
        self._active = True
        self.refresh()

    def deactivate(self) -> None:
        """The page is hidden: requests are kept, but not shown as they come."""
        self._active = False
        self._timer.stop()

    async def close(self) -> None:
        """End."""
        self._stop_observing()
        self._timer.stop()
        await self.tasks.close()

    def refresh(self) -> None:
        """Read log and usage anew."""
        self.tasks.start("requests", self._read_requests())
        self.tasks.start("usage", self._read_usage())

    def _news(self) -> None:
        if self._active and not self._timer.isActive():
            self._timer.start()

    # -- requests ------------------------------------------------------------------------------------------------

    def set_kind(self, kind: Kind) -> None:
        """Show all requests, those that ask a model, or those that failed."""
        self.kind = kind
        self.tasks.start("requests", self._read_requests())

    def set_search(self, text: str) -> None:
        """Show requests with these words in path, connection, model or assistant."""
        self.search = text
        self.tasks.start("requests", self._read_requests())

    def open(self, request: Request | None) -> None:
        """Show a request with what was sent and answered."""
        if request == self.request:
            return
        self.request = request
        self.sent = self.answered = ""
        self.opened.emit()
        if request is not None:
            self.tasks.start("bodies", self._read_bodies(request))

    def clear(self) -> None:
        """Forget the log; usage stays."""
        self.tasks.start("clear", self._clear())

    def service_name(self, service: str) -> str:
        """A connection's name for people."""
        if service == ENGINE:
            return t("Engine")
        try:
            return self._connections.get(service).name
        except AppError:
            return service or t("A service that is not saved")

    def assistant_name(self, assistant: str) -> str:
        """An assistant's name for people; its id where the name is not known."""
        return self._names.get(assistant) or assistant or t("Without an assistant")

    async def _read_requests(self) -> None:
        found = await self._activity.requests(kind=self.kind, search=self.search, limit=SHOWN)
        self.rows.set_rows(self._row(request) for request in found)
        self.loaded = True
        self.requests_changed.emit()

    async def _read_bodies(self, request: Request) -> None:
        self.sent, self.answered = await self._activity.bodies(request.id)
        self.opened.emit()

    async def _clear(self) -> None:
        await self._activity.clear()
        self.open(None)
        await self._read_requests()

    def _row(self, request: Request) -> RequestRow:
        status = str(request.status) if request.status is not None else t("no answer")
        parts = [self.service_name(request.service), status, seconds_words(request.seconds)]
        if request.prompt is not None:
            parts.append(tokens_words(request.prompt + (request.completion or 0)))
        if request.cost:
            parts.append(cost_words(request.cost))
        parts.append(request.model)
        moment = time.localtime(request.at)
        today = time.localtime()[:3] == moment[:3]
        return RequestRow(
            request,
            f"{request.method} {_LONG_ID.sub('…', request.path.removeprefix('/v1'))}",
            " · ".join(part for part in parts if part),
            date_words(request.at, "HH:mm:ss" if today else t("dd MMM HH:mm")),
        )

    # -- usage ---------------------------------------------------------------------------------------------------

    def set_period(self, days: int) -> None:
        """Show the last so many days."""
        self.days = days
        self.tasks.start("usage", self._read_usage())

    def set_grouping(self, grouping: Grouping) -> None:
        """Show bars for days, models or assistants."""
        self.grouping = grouping
        self.usage_changed.emit()

    def set_measure(self, measure: Measure) -> None:
        """Show costs, tokens or requests."""
        self.measure = measure
        self.usage_changed.emit()

    @property
    def bars(self) -> list[Bar]:
        """The chart's bars: every day of the period in order, or models or assistants, the largest first."""
        sums: dict[str, float] = {}
        if self.grouping == "day":
            today = date.today()  # noqa: DTZ011 - days as this computer's clock has them
            sums = {(today - timedelta(days=back)).isoformat(): 0.0 for back in reversed(range(self.days))}
        for row in self.usage:
            key = {"day": row.day, "model": row.model, "assistant": row.assistant}[self.grouping]
            value = {"cost": row.cost, "tokens": float(row.tokens), "requests": float(row.requests)}[
                self.measure
            ]
            sums[key] = sums.get(key, 0.0) + value
        bars = [Bar(self._label(key), value, self._words(value)) for key, value in sums.items()]
        return bars if self.grouping == "day" else sorted(bars, key=lambda bar: (-bar.value, bar.label))

    @property
    def totals(self) -> tuple[float, int, int, int]:
        """Of the period: US dollars, tokens, requests, and requests without a known price on services."""
        services = [row for row in self.usage if row.service != ENGINE]
        return (
            sum(row.cost for row in self.usage),
            sum(row.tokens for row in self.usage),
            sum(row.requests for row in self.usage),
            sum(row.unpriced for row in services),
        )

    def _label(self, key: str) -> str:
        if self.grouping == "day":
            moment = date.fromisoformat(key)
            return locale().toString(QDate(moment.year, moment.month, moment.day), t("d MMM"))
        if self.grouping == "assistant":
            return self.assistant_name(key)
        return key or t("Not named")

    def _words(self, value: float) -> str:
        if self.measure == "cost":
            return cost_words(value)
        return tokens_words(int(value)) if self.measure == "tokens" else number_words(int(value))

    async def _read_usage(self) -> None:
        since = (date.today() - timedelta(days=self.days - 1)).isoformat()  # noqa: DTZ011
        self.usage = tuple(await self._activity.usage(since=since))
        self.usage_changed.emit()
        self.prices_changed.emit()
        if self._assistants is not None and {row.assistant for row in self.usage} - {"", *self._names}:
            await self._read_names(self._assistants)

    async def _read_names(self, assistants: Assistants) -> None:
        """Names instead of ids; where the engine does not answer, the ids stay. Asked once: asking is a request, too."""
        self._names |= {
            row.assistant: row.assistant for row in self.usage if row.assistant not in self._names
        }
        try:
            listed = await assistants.list(ad_hoc=True)
        except AppError:
            return
        self._names |= {one.id: one.name or one.id for one in listed}
        self.usage_changed.emit()

    # -- prices and budget ---------------------------------------------------------------------------------------

    @property
    def price_source(self) -> str:
        """Where the listed prices come from, and of when they are."""
        prices = self._activity.prices
        return t("{source}, as of {date}.").format(source=prices.source, date=prices.date)

    @property
    def budget(self) -> BudgetState:
        """This month's budget."""
        return self._activity.budget_state

    def set_budget(self, text: str) -> str:
        """Set the monthly budget from what was typed; empty for none. Returns what is wrong with it, "" if nothing."""
        try:
            limit = None if not text.strip() else _number(text)
            self._activity.set_budget(limit)
        except InvalidInput as error:
            return error.message
        except AppError as error:
            self._bus.show_error(error)
        self._bus.close_key("budget")
        self.prices_changed.emit()
        return ""

    def set_price(self, model: str, given: str, cached: str, written: str) -> str:
        """Keep a person's own price from what was typed. Returns what is wrong with it, "" if nothing."""
        try:
            price = Price(_number(given), _number(written), _number(cached) if cached.strip() else None)
            self._activity.prices.set(model, price)
        except InvalidInput as error:
            return error.message
        except AppError as error:
            self._bus.show_error(error)
        self._show_prices()
        return ""

    def reset_price(self, model: str) -> None:
        """Take a person's own price back."""
        try:
            self._activity.prices.reset(model)
        except AppError as error:
            self._bus.show_error(error)
        self._show_prices()

    def _show_prices(self) -> None:
        listed = self._activity.prices.all().items()
        self.prices.set_rows(PriceRow(name, price, own) for name, (price, own) in listed)
        self.prices_changed.emit()

    # -- export --------------------------------------------------------------------------------------------------

    def export(self, file: Path, what: Literal["requests", "usage"]) -> None:
        """Write the log or the usage as CSV."""
        self.tasks.start("export", self._export(file, what))

    async def _export(self, file: Path, what: str) -> None:
        rows: Sequence[Request | Usage]
        if what == "requests":
            rows = await self._activity.requests(kind=self.kind, search=self.search, limit=100_000)
        else:
            rows = self.usage
        await asyncio.to_thread(write_csv, file, rows)
        self._bus.show_success(t("Written: {file}").format(file=file))


def tell_budget(activity: Activity, bus: MessageBus) -> Callable[[BudgetState], None]:
    """Make what tells a person that the budget is near its end or used up, with one press to raise it."""

    def raise_to(limit: float) -> None:
        try:
            activity.set_budget(limit)
        except AppError as error:
            bus.show_error(error)
        else:
            bus.show_info(t("The budget is ${limit:,.2f} a month now.").format(limit=limit))

    def tell(state: BudgetState) -> None:
        label = t("Raise it to ${limit:,.0f}").format(limit=state.raised)
        action = Action(label, lambda: raise_to(state.raised))
        if state.is_reached:
            text = t("This month's budget of ${limit:,.2f} is used up.").format(limit=state.limit or 0)
            advice = t("Requests that cost something are not sent until it is raised or the month is over.")
        else:
            text = t("{share:.0%} of this month's budget of ${limit:,.2f} is used.").format(
                share=state.share, limit=state.limit or 0
            )
            advice = t("At 100 % requests that cost something are not sent any more.")
        bus.show_warning(text, advice=advice, actions=(action,), key="budget")

    return tell


def cost_words(dollars: float) -> str:
    """US dollars with as many places as it takes to see something."""
    if 0 < dollars < 0.0001:
        return localized("< ${:.4f}").format(0.0001)
    return localized("${:,.4f}" if 0 < dollars < 0.1 else "${:,.2f}").format(dollars)


def tokens_words(tokens: int) -> str:
    """“1,204 tokens”."""
    return counted(t("1 token"), t("{0:,} tokens"), tokens)


def seconds_words(seconds: float) -> str:
    """A duration for a list: “35 ms”, “1.2 s”."""
    return t("{0:.0f} ms").format(seconds * 1000) if seconds < 1 else f"{number_words(seconds, 1)} s"


def price_words(row: PriceRow) -> str:
    """A price in a line."""
    cached = "" if row.price.cached is None else t(", cached ${0:g}").format(row.price.cached)
    return t("{0}: ${1:g} in{2}, ${3:g} out").format(row.model, row.price.input, cached, row.price.output) + (
        t(" (your own)") if row.own else ""
    )


def _number(text: str) -> float:
    cleaned = text.strip().lstrip("$").replace(" ", "")
    if "," in cleaned and "." not in cleaned:
        cleaned = cleaned.replace(",", ".")
    try:
        value = float(cleaned.replace(",", ""))
    except ValueError:
        raise InvalidInput(t("That is not a number.")) from None
    if not 0 <= value < 1e9:
        raise InvalidInput(t("That is not a sensible amount."))
    return value

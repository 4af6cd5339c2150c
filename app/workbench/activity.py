"""What the window asked of services, and what that cost: a log of requests, usage by day, a budget that holds.

Requests come from :mod:`app.connections.traffic`; they are kept in the journal, bounded: the newest with their bodies, older
ones without, the oldest not at all. Usage by day stays. Without a journal everything is kept in memory for this session.
"""

from __future__ import annotations

import csv
import dataclasses
import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from app.connections.traffic import Exchange, Tokens, Traffic
from app.core.entities import ENGINE
from app.core.errors import AppError, BudgetReached, StorageFailed
from app.workbench.budget import Budget, BudgetState
from app.workbench.journal import Journal
from app.workbench.journal_schema import STEPS
from app.workbench.prices import Prices

log = logging.getLogger(__name__)

MOST_REQUESTS = 5000
"""How many requests are kept."""
MOST_BODIES = 500
"""How many of them, the newest, keep what was sent and answered."""
SWEEP_EVERY = 100
_COSTING = ("/completions", "/responses", "/embeddings", "/runs", "/submit_tool_outputs")
_COLUMNS = (
    "id, at, service, method, path, status, seconds, model, assistant, prompt, completion, cost, "
    "request_bytes, response_bytes, error"
)
_CANCELLED = "CancelledError"
"""What the traffic calls the failure of a request that was ended from here."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class Request:
    """A request of the log, without its bodies. ``cost`` in US dollars, None where no price is known."""

    id: int
    at: float
    service: str
    method: str
    path: str
    status: int | None
    seconds: float
    model: str
    assistant: str
    prompt: int | None
    completion: int | None
    cost: float | None
    request_bytes: int
    response_bytes: int
    error: str

    @property
    def cancelled(self) -> bool:
        """Whether a person, or the program for them, ended it before the answer was whole."""
        return self.error == _CANCELLED and (self.status is None or self.status < 400)

    @property
    def failed(self) -> bool:
        """Whether it got no answer, or one that says no; one that was cancelled did not fail."""
        return not self.cancelled and (self.status is None or self.status >= 400 or bool(self.error))

    @property
    def is_model_call(self) -> bool:
        """Whether a model was asked: such requests use tokens."""
        return self.method == "POST" and self.path.rstrip("/").endswith(_COSTING)


@dataclass(frozen=True)
class Usage:
    """What was used on one day (``YYYY-MM-DD``, local time) of one model by one assistant; ``unpriced`` requests have no price."""

    day: str
    service: str
    model: str
    assistant: str
    requests: int
    prompt: int
    completion: int
    cost: float
    unpriced: int = 0

    @property
    def tokens(self) -> int:
        """Read and written together."""
        return self.prompt + self.completion


class Activity:
    """The log, the usage, the prices and the budget of this person.

    Args:
        traffic: where requests come from (:data:`app.connections.traffic.TRAFFIC`).
        journal: where they are kept; None for memory only.
        settings_folder: where own prices and the budget are kept.

    Observers (:meth:`observe`) are called in the event loop after every request; ``on_budget`` with the state when the
    budget gets near or is reached, once each, and each time a request is refused.
    """

    def __init__(self, traffic: Traffic, journal: Journal | None, settings_folder: Path) -> None:
        self.prices = Prices(settings_folder / "prices.json")
        self.budget = Budget(settings_folder / "budget.json")
        self.on_budget: Callable[[BudgetState], object] | None = None
        self._journal = journal
        self._memory: sqlite3.Connection | None = None
        if journal is None:
            self._memory = sqlite3.connect(":memory:", isolation_level=None)
            for statement in next(step for step in STEPS if any("TABLE requests" in text for text in step)):
                self._memory.execute(statement)
        self._observers: list[Callable[[], object]] = []
        self._models: dict[str, str] = {}
        self._begun: set[str] = set()
        self._counted: set[str] = set()
        self._spent = 0.0
        self._month = ""
        self._warned = ""
        self._since_sweep = 0
        self._stop_observing = traffic.observe(self.take)
        self._traffic = traffic
        traffic.guard = self.refuses

    # -- taking in -----------------------------------------------------------------------------------------------

    def take(self, exchange: Exchange) -> None:
        """Keep one request; returns at once."""
        if exchange.assistant and exchange.model and "/runs" in exchange.path:
            self._models[exchange.assistant] = exchange.model
        tokens = exchange.tokens
        if exchange.run:
            # A run counts once, and only here where it was begun: looking at one that another program made is free.
            if exchange.method == "POST":
                self._begun.add(exchange.run)
            if exchange.run not in self._begun or exchange.run in self._counted:
                tokens = None
            elif tokens is not None:
                self._counted.add(exchange.run)
        price = self.prices.find(exchange.model) if tokens is not None else None
        cost = price.of(tokens) if price is not None and tokens is not None else None
        self._write(lambda c: _insert(c, exchange, tokens, cost))
        self._since_sweep += 1
        if self._since_sweep >= SWEEP_EVERY:
            self._since_sweep = 0
            self._write(_sweep)
        if cost:
            self._count(cost)
        for observer in tuple(self._observers):
            observer()

    def observe(self, observer: Callable[[], object]) -> Callable[[], None]:
        """Call ``observer()`` after every request until the returned function is called."""
        self._observers.append(observer)

        def stop() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return stop

    # -- budget --------------------------------------------------------------------------------------------------

    @property
    def budget_state(self) -> BudgetState:
        """How much of this month's budget is used."""
        if self._month != _month():
            self._month, self._spent, self._warned = _month(), 0.0, ""
        return BudgetState(self.budget.limit, self._spent)

    async def load(self) -> None:
        """Read what this month has cost so far; call it once before the first request."""
        month = _month()

        def read(c: sqlite3.Connection) -> float:
            row = c.execute("SELECT sum(cost) FROM usage WHERE day LIKE ?", (f"{month}-%",)).fetchone()
            return float(row[0] or 0.0)

        spent = await self._ask(read)
        self._month = month
        self._spent = spent

    def set_budget(self, limit: float | None) -> None:
        """Set the monthly limit in US dollars, None for none.

        Raises:
            InvalidInput: it is no sensible amount.
            StorageFailed: it cannot be saved; it holds until the program ends.
        """
        self._warned = ""
        try:
            self.budget.set(limit)
        finally:
            for observer in tuple(self._observers):
                observer()

    def refuses(self, service: str, path: str, asked: dict[str, Any]) -> AppError | None:
        """Why a request may not leave now: it would cost, and this month's budget is used up. None lets it go."""
        state = self.budget_state
        if not state.is_reached or not path.rstrip("/").endswith(_COSTING):
            return None
        model = str(asked.get("model") or self._models.get(str(asked.get("assistant_id") or ""), ""))
        if service == ENGINE and self.prices.find(model) is None:
            return None  # a model of this computer, which costs nothing
        if self.on_budget is not None:
            self.on_budget(state)
        return BudgetReached(
            f"This month's budget of ${state.limit or 0:,.2f} is used up (${state.spent:,.2f}).",
            advice="Nothing was sent. Raise the budget on the page Activity, or choose a model of this computer.",
        )

    def _count(self, cost: float) -> None:
        state = self.budget_state
        self._spent += cost
        state = dataclasses.replace(state, spent=self._spent)
        kind = "reached" if state.is_reached else "near" if state.is_near else ""
        if kind and kind != self._warned and self.on_budget is not None:
            self._warned = kind
            self.on_budget(state)

    # -- reading -------------------------------------------------------------------------------------------------

    async def requests(self, *, kind: str = "all", search: str = "", limit: int = 500) -> list[Request]:
        """The newest requests, newest first.

        Args:
            kind: ``all``, ``model`` (those that ask a model) or ``failed``.
            search: words of path, connection, model or assistant.
            limit: at most so many.
        """
        where, values = ["1"], list[Any]()
        if kind == "failed":
            where.append("(status >= 400 OR error <> ? AND (status IS NULL OR error <> ''))")
            values.append(_CANCELLED)
        elif kind == "model":
            ends = " OR ".join("path LIKE ?" for _ in _COSTING)
            where.append(f"method='POST' AND ({ends})")
            values += [f"%{end}" for end in _COSTING]
        for word in search.split():
            where.append("(path || ' ' || service || ' ' || model || ' ' || assistant) LIKE ? ESCAPE '\\'")
            values.append("%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        statement = f"SELECT {_COLUMNS} FROM requests WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?"  # noqa: S608 - our own words
        rows = await self._ask(lambda c: c.execute(statement, (*values, limit)).fetchall())
        return [Request(*row) for row in rows]

    async def bodies(self, request: int) -> tuple[str, str]:
        """What was sent and answered; empty texts where that is not kept any more."""
        row = await self._ask(
            lambda c: c.execute("SELECT request, response FROM requests WHERE id=?", (request,)).fetchone()
        )
        return (str(row[0]), str(row[1])) if row else ("", "")

    async def usage(self, *, since: str = "") -> list[Usage]:
        """What was used, day by day from ``since`` (``YYYY-MM-DD``) on, oldest first."""
        rows = await self._ask(
            lambda c: c.execute(
                "SELECT day, service, model, assistant, requests, prompt, completion, cost, unpriced FROM usage "
                "WHERE day >= ? ORDER BY day, model, assistant",
                (since,),
            ).fetchall()
        )
        return [Usage(*row) for row in rows]

    async def clear(self) -> None:
        """Forget the log of requests; usage by day stays."""
        await self._ask(lambda c: c.execute("DELETE FROM requests").rowcount)

    def close(self) -> None:
        """Take no more requests in."""
        self._stop_observing()
        if self._traffic.guard == self.refuses:
            self._traffic.guard = None
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    # -- storage -------------------------------------------------------------------------------------------------

    def _write(self, operation: Callable[[sqlite3.Connection], object]) -> None:
        if self._journal is not None:
            self._journal.write(operation)
        elif self._memory is not None:
            operation(self._memory)

    async def _ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        if self._journal is not None:
            return await self._journal.ask(question)
        if self._memory is None:
            raise StorageFailed("The activity log is closed.")
        return question(self._memory)


def write_csv(file: Path, rows: Sequence[Request | Usage]) -> None:
    """Write requests or usage as CSV (UTF-8 with mark, so that spreadsheets read it), without bodies.

    Raises:
        StorageFailed: it cannot be written.
    """
    try:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            for number, row in enumerate(rows):
                values = dataclasses.asdict(row)
                if isinstance(row, Request):
                    values["at"] = datetime.fromtimestamp(row.at, UTC).isoformat(timespec="milliseconds")
                if number == 0:
                    writer.writerow(values)
                writer.writerow(_plain(value) for value in values.values())
    except OSError as error:
        raise StorageFailed(
            f"{file} cannot be written.", advice="Choose another place.", details=str(error)
        ) from error


def _plain(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value


def _insert(c: sqlite3.Connection, exchange: Exchange, tokens: Tokens | None, cost: float | None) -> None:
    c.execute(
        "INSERT INTO requests (at, service, method, path, status, seconds, model, assistant, prompt, completion, cost, "
        "request, response, request_bytes, response_bytes, error) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            exchange.at,
            exchange.service,
            exchange.method,
            exchange.path,
            exchange.status,
            exchange.seconds,
            exchange.model,
            exchange.assistant,
            tokens.prompt if tokens is not None else None,
            tokens.completion if tokens is not None else None,
            cost,
            exchange.request,
            exchange.response,
            exchange.request_bytes,
            exchange.response_bytes,
            exchange.error,
        ),
    )
    if tokens is None:
        return
    day = time.strftime("%Y-%m-%d", time.localtime(exchange.at))
    c.execute(
        "INSERT INTO usage VALUES (?,?,?,?,1,?,?,?,?) ON CONFLICT (day, service, model, assistant) DO UPDATE SET "
        "requests=requests+1, prompt=prompt+excluded.prompt, completion=completion+excluded.completion, "
        "cost=cost+excluded.cost, unpriced=unpriced+excluded.unpriced",
        (
            day,
            exchange.service,
            exchange.model,
            exchange.assistant,
            tokens.prompt,
            tokens.completion,
            cost or 0.0,
            int(cost is None),
        ),
    )


def _sweep(c: sqlite3.Connection) -> None:
    newest = c.execute("SELECT max(id) FROM requests").fetchone()[0] or 0
    c.execute(
        "UPDATE requests SET request='', response='' WHERE id<=? AND (request<>'' OR response<>'')",
        (newest - MOST_BODIES,),
    )
    c.execute("DELETE FROM requests WHERE id<=?", (newest - MOST_REQUESTS,))


def _month() -> str:
    return time.strftime("%Y-%m")

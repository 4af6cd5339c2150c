"""“Test search”: ask a store what an assistant would be given, and see why."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError, InvalidInput
from app.viewmodels.knowledge_rows import HitRow
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.sentences import said
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import mark, number_words, t
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Found, KnowledgeStore, SearchOptions

Json = dict[str, Any]
State = Literal["idle", "searching", "ready", "nothing", "error"]
MOST_RESULTS = 50
OPERATORS: tuple[tuple[str, str], ...] = (
    ("eq", "is"),
    ("ne", mark("is not")),
    ("gt", mark("is more than")),
    ("gte", mark("is at least")),
    ("lt", mark("is less than")),
    ("lte", mark("is at most")),
    ("in", mark("is one of")),
    ("nin", mark("is none of")),
)


@dataclass(frozen=True)
class Condition:
    """One line of the filter as it is typed; several values (``in``, ``nin``) are separated by commas."""

    key: str = ""
    operator: str = "eq"
    value: str = ""


def value_of(text: str) -> str | float | bool:
    """What is typed as the API's value: a number, true or false, else text; quotation marks make anything text."""
    words = text.strip()
    if len(words) >= 2 and words[0] == words[-1] == '"':
        return words[1:-1]
    if words.casefold() in {"true", "false"}:
        return words.casefold() == "true"
    try:
        number = float(words)
    except ValueError:
        return words
    if not math.isfinite(number):
        return words
    return int(number) if number.is_integer() and "e" not in words.casefold() and "." not in words else number


def filter_of(conditions: tuple[Condition, ...], *, every: bool = True) -> Json | None:
    """Make the API's filter; lines without a name are left out.

    Raises:
        InvalidInput: a comparison by size has no number.
    """
    made: list[Json] = []
    for line in conditions:
        key = line.key.strip()
        if not key:
            continue
        value: Any = value_of(line.value)
        if line.operator in {"in", "nin"}:
            value = [value_of(part) for part in line.value.split(",") if part.strip()]
        elif line.operator in {"gt", "gte", "lt", "lte"} and (
            isinstance(value, bool) or not isinstance(value, int | float)
        ):
            raise InvalidInput(f"“{key}” can only be compared by size with a number.", field="filters")
        made.append({"type": line.operator, "key": key, "value": value})
    if len(made) <= 1:
        return made[0] if made else None
    return {"type": "and" if every else "or", "filters": made}


class SearchViewModel(QObject):
    """State of the search.

    Signals:
        changed: state, results or options are different.
    """

    changed = Signal()

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self.tasks = TaskScope(self, bus)
        self.rows: RowsModel[HitRow] = RowsModel(
            lambda r: r.text, lambda r: r.key, self, tip=lambda r: r.hit.dropped or r.hit.filename
        )
        self.store: KnowledgeStore | None = None
        self.state: State = "idle"
        self.error: AppError | None = None
        self.query = ""
        self.options = SearchOptions()
        self.conditions: tuple[Condition, ...] = ()
        self.every = True
        self.found: Found | None = None

    def open(self, store: KnowledgeStore | None) -> None:
        """Search another store from now on; results of the old one go."""
        self.tasks.cancel("search")
        self.store = store
        self.state, self.found, self.error = "idle", None, None
        self.rows.set_rows(())
        self.changed.emit()

    def set_options(self, **changes: Any) -> None:
        """Change how is searched from the next search on."""
        self.options = dataclasses.replace(self.options, **changes)

    def set_conditions(self, conditions: tuple[Condition, ...], *, every: bool) -> None:
        """Change the filter from the next search on."""
        self.conditions, self.every = conditions, every

    def search(self, query: str) -> None:
        """Search."""
        self.query = query
        if self.store is not None and query.strip():
            self.tasks.start("search", self._search(self.store.id, query.strip()), failed=self._failed)

    def cancel(self) -> None:
        """Stop searching."""
        if self.state == "searching":
            self.tasks.cancel("search")
            self.state = "idle"
            self.changed.emit()

    async def _search(self, store_id: str, query: str) -> None:
        self.state, self.error = "searching", None
        self.changed.emit()
        options = dataclasses.replace(self.options, filters=filter_of(self.conditions, every=self.every))
        self.found = found = await self._knowledge.search(store_id, query, options)
        rows = [HitRow(f"hit-{n}", hit) for n, hit in enumerate(found.hits)]
        rows += [HitRow(f"dropped-{n}", hit) for n, hit in enumerate(found.dropped)]
        self.rows.set_rows(rows)
        self.state = "ready" if rows else "nothing"
        self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self.state, self.error = "error", error
        self.rows.set_rows(())
        self.changed.emit()

    @property
    def summary(self) -> str:
        """How many were found and how long it took, in a line."""
        found = self.found
        if found is None or self.state not in {"ready", "nothing"}:
            return ""
        number = len(found.hits)
        parts = [
            t("1 result") if number == 1 else t("{0:,} results").format(number) if number else t("No results")
        ]
        if found.dropped:
            parts.append(t("{0:,} dropped").format(len(found.dropped)))
        total = found.timings.get("total")
        if total is not None:
            parts.append(t("{0} in the engine").format(milliseconds(total)))
        parts.append(t("{0} in all").format(milliseconds(found.milliseconds)))
        return " · ".join(parts)

    @property
    def timings(self) -> str:
        """The parts of the time, for a tooltip."""
        found = self.found
        if found is None:
            return ""
        lines = [f"{name.replace('_', ' ')}: {milliseconds(value)}" for name, value in found.timings.items()]
        return "\n".join([*lines, *map(said, found.notes)])

    async def close(self) -> None:
        """End."""
        await self.tasks.close()


def milliseconds(value: float) -> str:
    """Write a short time: ``0.8 ms``, ``23 ms``, ``1.2 s``."""
    if value >= 1000:
        return f"{number_words(value / 1000, 1)} s"
    return t("{0:.0f} ms").format(value) if value >= 10 else t("{0:.1f} ms").format(value)

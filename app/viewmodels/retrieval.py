"""What a run (or an answer of another lane) retrieved: query → candidates → kept → cited → unused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from app.core import run_events as ev
from app.core.errors import AppError
from app.viewmodels.knowledge_search import milliseconds
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import mark, t
from app.workbench.citations import numbers_in
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Candidate, RunSearch, candidate_from, place_words

State = Literal["none", "loading", "ready", "empty", "error"]
Fate = Literal["cited", "unused", "dropped"]
FATES: dict[Fate, str] = {
    "cited": mark("Cited"),
    "unused": mark("Given, not cited"),
    "dropped": mark("Left out"),
}


@dataclass(frozen=True)
class RetrievalRow:
    """A line: a question that was searched for (``candidate`` is None), or one of its candidates."""

    key: str
    title: str
    note: str
    fate: Fate | None = None
    candidate: Candidate | None = None

    @property
    def words(self) -> str:
        """What became of the candidate."""
        return t(FATES[self.fate]) if self.fate is not None else ""

    @property
    def excerpt(self) -> str:
        """The beginning of the passage in one line."""
        return " ".join(self.candidate.text[:400].split()) if self.candidate is not None else ""

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        return ", ".join(part for part in (self.title, self.words, self.note, self.excerpt) if part)


class RetrievalViewModel(QObject):
    """State of the panel.

    Signals:
        changed: searches or state are different.
    """

    changed = Signal()

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self.tasks = TaskScope(self, bus)
        self.rows: RowsModel[RetrievalRow] = RowsModel(lambda r: r.text, lambda r: r.key, self)
        self.state: State = "none"
        self.error: AppError | None = None
        self.searches: tuple[RunSearch, ...] = ()
        self._wanted = ("", "")

    def load(self, thread_id: str, run_id: str) -> None:
        """Show what a stored run retrieved."""
        again = (thread_id, run_id) == self._wanted
        self._wanted = (thread_id, run_id)
        if not again or self.state in {"none", "error"}:
            self.state, self.error = "loading", None
            self.changed.emit()
        self.tasks.start("load", self._load(thread_id, run_id), failed=self._failed)

    async def _load(self, thread_id: str, run_id: str) -> None:
        self.show_searches(await self._knowledge.retrieval(thread_id, run_id))

    def _failed(self, error: AppError) -> None:
        self.state, self.error = "error", error
        self.rows.set_rows(())
        self.changed.emit()

    def again(self) -> None:
        """Try again what failed."""
        if all(self._wanted):
            self.load(*self._wanted)

    def show_events(self, events: Iterable[ev.RunEvent]) -> None:
        """Show what the events of an answer tell: the run's record if there is a run, else the results themselves."""
        told = list(events)
        thread = next((e.id for e in told if isinstance(e, ev.ObjectCreated) and e.kind == "thread"), "")
        runs = [e for e in told if isinstance(e, ev.ObjectCreated) and e.kind == "run"]
        if runs:
            details = [e.details for e in told if isinstance(e, ev.StepFinished)]
            thread = thread or next((str(d["thread_id"]) for d in details if d.get("thread_id")), "")
            thread = thread or _thread_of(told)
        if runs and thread:
            self.load(thread, runs[-1].id)
            return
        self.tasks.cancel("load")
        self._wanted = ("", "")
        self.show_searches(searches_in(told))

    def show_searches(self, searches: Sequence[RunSearch]) -> None:
        """Show these."""
        self.searches = tuple(searches)
        self.rows.set_rows(_rows(self.searches))
        self.state, self.error = ("ready" if self.searches else "empty"), None
        self.changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.tasks.cancel("load")
        self._wanted = ("", "")
        self.searches, self.state, self.error = (), "none", None
        self.rows.set_rows(())
        self.changed.emit()

    @property
    def summary(self) -> str:
        """How many were looked at, given and cited, in a line."""
        candidates = [c for search in self.searches for c in search.candidates]
        if not candidates:
            return t("Nothing was found.") if self.searches else ""
        kept = [c for c in candidates if c.kept]
        cited = [c for c in kept if c.cited]
        found = (
            t("1 passage found")
            if len(candidates) == 1
            else t("{0:,} passages found").format(len(candidates))
        )
        return t("{0} → {1:,} given to the model → {2:,} cited").format(found, len(kept), len(cited))

    async def close(self) -> None:
        """End."""
        await self.tasks.close()


def searches_in(events: Sequence[ev.RunEvent]) -> list[RunSearch]:
    """The file searches of an answer whose tools the program ran itself."""
    cited: list[tuple[str, list[int]]] = [
        (e.file_id, numbers_in(e.marker)) for e in events if isinstance(e, ev.Citation)
    ]
    found = []
    for event in events:
        if not isinstance(event, ev.StepFinished):
            continue
        calls: Any = (event.details.get("step_details") or {}).get("tool_calls") or ()
        for call in calls:
            if not isinstance(call, dict) or call.get("type") != "file_search":
                continue
            search = call.get("file_search") or {}
            candidates = []
            for index, result in enumerate(search.get("results") or (), 1):
                number = result.get("number") or index
                raw = {
                    **result,
                    "filename": result.get("filename") or result.get("file_name"),
                    "text": result.get("text") or _content(result),
                }
                is_cited = any(
                    file_id == result.get("file_id") and (not numbers or number in numbers)
                    for file_id, numbers in cited
                )
                candidates.append(candidate_from({**raw, "kept": True, "cited": is_cited}))
            queries = search.get("queries") or [search.get("query") or ""]
            query = "; ".join(str(q) for q in queries if q)
            found.append(RunSearch(str(call.get("id") or ""), query, tuple(candidates)))
    return found


def _content(result: dict[str, Any]) -> str:
    parts = result.get("content") or ()
    return "\n".join(str(part.get("text") or "") for part in parts if isinstance(part, dict))


def _thread_of(events: Sequence[ev.RunEvent]) -> str:
    """The thread that an answer went into, from the requests that were sent."""
    for event in events:
        if isinstance(event, ev.Sent) and "/threads/thread_" in event.endpoint:
            return "thread_" + event.endpoint.partition("/threads/thread_")[2].partition("/")[0]
    return ""


def _rows(searches: Sequence[RunSearch]) -> list[RetrievalRow]:
    rows = []
    for number, search in enumerate(searches):
        took = f"{milliseconds(search.milliseconds)}" if search.milliseconds is not None else ""
        count = len(search.candidates)
        found = (
            t("1 passage")
            if count == 1
            else t("{0:,} passages").format(count)
            if count
            else t("nothing found")
        )
        note = " · ".join(part for part in (found, took) if part)
        rows.append(RetrievalRow(f"search-{number}", search.query or t("The question itself"), note))
        for place, candidate in enumerate(search.candidates):
            fate: Fate = "cited" if candidate.cited else "unused" if candidate.kept else "dropped"
            where = place_words(candidate.page, candidate.heading, candidate.line)
            note = " · ".join(p for p in (f"{candidate.score:.2f}", where, candidate.why_dropped) if p)
            rows.append(RetrievalRow(f"search-{number}-{place}", candidate.filename, note, fate, candidate))
    return rows

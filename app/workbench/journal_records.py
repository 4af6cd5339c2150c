"""What the journal gives back, and how events are written in it."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from dataclasses import dataclass, field
from typing import Any

from app.core import run_events
from app.core.run_events import Finished, FunctionCall, RunEvent, TextDelta

Json = dict[str, Any]

_EVENTS: dict[str, type[RunEvent]] = {
    name: thing
    for name, thing in vars(run_events).items()
    if isinstance(thing, type) and issubclass(thing, RunEvent) and thing is not RunEvent
}


@dataclass(frozen=True)
class StoredTurn:
    """One prompt in one lane as it was kept. ``interrupted``: its window ended before the answer did."""

    id: str
    lane: str
    prompt: str
    started: float
    events: tuple[RunEvent, ...]

    @property
    def interrupted(self) -> bool:
        """Whether the answer has no end."""
        return not self.events or not isinstance(self.events[-1], Finished)

    @property
    def text(self) -> str:
        """The answer as far as it came."""
        return "".join(event.text for event in self.events if isinstance(event, TextDelta))

    def made(self, kind: str) -> str:
        """Id of the (last) object of a kind that the server made for this answer (thread, run), "" for none."""
        ids = [e.id for e in self.events if isinstance(e, run_events.ObjectCreated) and e.kind == kind]
        return ids[-1] if ids else ""


@dataclass(frozen=True)
class StoredComparison:
    """A comparison as it was kept. ``setup`` is what the window gave (lanes, models, parameters); times in Unix seconds.

    ``drafts`` is what stood in the composers, by lane ("" for the common one). ``crashed``: its window did not end
    properly.
    """

    id: str
    title: str
    created: float
    updated: float
    setup: Json = field(default_factory=dict)
    turns: tuple[StoredTurn, ...] = ()
    drafts: dict[str, str] = field(default_factory=dict)
    crashed: bool = False


def load(connection: sqlite3.Connection, comparison: str) -> StoredComparison | None:
    """Read a comparison with everything in it; None when there is none of that id."""
    row = connection.execute(
        "SELECT id, title, created, updated, setup FROM comparisons WHERE id=?", (comparison,)
    ).fetchone()
    if row is None:
        return None
    turns = connection.execute(
        "SELECT id, lane, prompt, started FROM turns WHERE comparison=? ORDER BY seq", (comparison,)
    ).fetchall()
    drafts = connection.execute("SELECT lane, text FROM drafts WHERE comparison=?", (comparison,)).fetchall()
    return StoredComparison(
        id=row[0],
        title=row[1],
        created=row[2],
        updated=row[3],
        setup=read_json(row[4]),
        turns=tuple(StoredTurn(t[0], t[1], t[2], t[3], _events(connection, t[0])) for t in turns),
        drafts=dict(drafts),
    )


def _events(connection: sqlite3.Connection, turn: str) -> tuple[RunEvent, ...]:
    rows = connection.execute("SELECT kind, at, data FROM events WHERE turn=? ORDER BY n", (turn,))
    return tuple(event for kind, at, data in rows if (event := _decode(kind, at, data)) is not None)


def encode(event: RunEvent) -> str:
    """An event as JSON. Of a piece of text only the text is kept: thousands of raw pieces would say nothing more."""
    data = {f.name: getattr(event, f.name) for f in dataclasses.fields(event) if f.name != "at"}
    if isinstance(event, TextDelta):
        data.pop("raw")
    if isinstance(event, run_events.NeedsToolOutput):
        data["calls"] = [dataclasses.asdict(call) for call in event.calls]
    return json.dumps(data, default=str)  # ASCII: what is no Unicode text can be written, too


def _decode(kind: str, at: float, data: str) -> RunEvent | None:
    """The event again; None for one that this program does not know."""
    made = _EVENTS.get(kind)
    fields = read_json(data)
    if made is None:
        return None
    known = {f.name for f in dataclasses.fields(made)}
    if "calls" in fields:
        fields["calls"] = tuple(FunctionCall(**call) for call in fields["calls"])
    try:
        return made(at=at, **{name: value for name, value in fields.items() if name in known})
    except TypeError:
        return None


def read_json(text: str) -> Json:
    """A stored JSON object; empty when it is none (any more)."""
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}

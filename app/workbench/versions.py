"""Versions of assistants: what each Save made, what differs between two of them, and which one made which run.

They are kept in the journal's file, not in the engine: the Assistants API has no place for them. An assistant that was
changed by another program gets a version of its own when it is next looked at, so that nothing is passed over.

``fields`` are the API's own names (see :data:`VERSIONED`); under :data:`EXTRAS` stands what this program keeps beside
them (sample prompts, how much of a conversation is sent).
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.core.entities import Json
from app.workbench.journal import Journal

_T = TypeVar("_T")

VERSIONED = (
    "name",
    "description",
    "instructions",
    "model",
    "temperature",
    "top_p",
    "reasoning_effort",
    "tools",
    "tool_resources",
    "response_format",
    "metadata",
)
"""The fields of an assistant that a version holds."""
EXTRAS = "workbench"
"""Where an assistant's data holds what the API has no field for."""
STAMP = "assistant_version"
"""Name in a run's metadata that tells the version of its assistant."""
CHANGED_ELSEWHERE = "Changed by another program"
FIRST_SEEN = "As it was before"


@dataclass(frozen=True)
class Version:
    """One version. ``number`` counts from 1; ``created`` is in Unix seconds; ``note`` says where it came from."""

    assistant: str
    number: int
    created: float
    note: str = ""
    fields: Json = field(default_factory=dict)


class Versions:
    """All versions of all assistants.

    Args:
        journal: where they are kept; without one they are kept in memory until the program ends.
    """

    def __init__(self, journal: Journal | None) -> None:
        self._journal = journal
        self._memory: sqlite3.Connection | None = None
        self._newest: dict[str, int] = {}

    async def record(
        self, assistant: Mapping[str, Any], *, note: str = "", before: Json | None = None
    ) -> Version:
        """Keep what an assistant is now as its newest version; nothing is added when that is what the newest says.

        Args:
            assistant: as the API gives it, ``id`` included.
            note: where it came from (“Restored from version 3”).
            before: what it was until now: kept as a version, too, if no version says so yet.

        Raises:
            StorageFailed: the journal cannot be written.
        """
        key, fields = str(assistant["id"]), versioned(assistant)
        earlier = versioned(before) if before is not None else None
        now = time.time()

        def work(c: sqlite3.Connection) -> Version:
            newest = _newest(c, key)
            if earlier is not None and (newest is None or newest.fields != earlier):
                if newest is not None:
                    newest = _insert(c, key, newest.number + 1, now, note=CHANGED_ELSEWHERE, fields=earlier)
                elif earlier != fields:
                    newest = _insert(c, key, 1, _made(before) or now, note=FIRST_SEEN, fields=earlier)
            if newest is not None and newest.fields == fields:
                return newest
            return _insert(c, key, newest.number + 1 if newest else 1, now, note=note, fields=fields)

        version = await self._ask(work)
        self._newest[key] = version.number
        return version

    async def list(self, assistant_id: str) -> tuple[Version, ...]:
        """All versions of an assistant, newest first."""

        def read(c: sqlite3.Connection) -> tuple[Version, ...]:
            rows = c.execute(
                "SELECT number, created, note, fields FROM assistant_versions WHERE assistant=? "
                "ORDER BY number DESC",
                (assistant_id,),
            ).fetchall()
            return tuple(Version(assistant_id, r[0], r[1], r[2], json.loads(r[3])) for r in rows)

        found = await self._ask(read)
        if found:
            self._newest[assistant_id] = found[0].number
        return found

    async def get(self, assistant_id: str, number: int) -> Version | None:
        """One version, None if there is none of that number."""
        return next((v for v in await self.list(assistant_id) if v.number == number), None)

    async def newest_number(self, assistant_id: str) -> int | None:
        """The number of the newest version, None while there is none."""
        if assistant_id not in self._newest:
            await self.list(assistant_id)
        return self._newest.get(assistant_id)

    # -- runs ----------------------------------------------------------------------------------------------------

    async def run_fields(self, assistant_id: str) -> Json:
        """What a run of this assistant is begun with: its version in the metadata, and its conversation's limit."""
        number = await self.newest_number(assistant_id)
        given: Json = {"metadata": {STAMP: str(number)}} if number is not None else {}
        last = (await self.extras(assistant_id)).get("last_messages")
        if isinstance(last, int) and last > 0:
            given["truncation_strategy"] = {"type": "last_messages", "last_messages": last}
        return given

    async def note_run(self, run_id: str, assistant_id: str, number: int) -> None:
        """Keep which version made a run, for runs whose metadata cannot say it."""
        await self._ask(
            lambda c: (
                c.execute(
                    "INSERT OR REPLACE INTO assistant_runs (run, assistant, version) VALUES (?,?,?)",
                    (run_id, assistant_id, number),
                ).rowcount
            )
        )

    async def version_of_run(self, run: Mapping[str, Any]) -> int | None:
        """Which version of its assistant made a run (the API's object); None if that is not known.

        The run's own metadata say it, or what was noted for it, or else the version that was the newest when the run
        began (runs of other programs).
        """
        stamped = stamped_version(run)
        if stamped is not None:
            return stamped
        run_id, assistant = str(run.get("id")), str(run.get("assistant_id") or "")
        began = (
            float(run.get("created_at") or 0) + 1
        )  # whole seconds: a run may be of the second it was saved in

        def read(c: sqlite3.Connection) -> int | None:
            row = c.execute("SELECT version FROM assistant_runs WHERE run=?", (run_id,)).fetchone()
            row = (
                row
                or c.execute(
                    "SELECT MAX(number) FROM assistant_versions WHERE assistant=? AND created<?",
                    (assistant, began),
                ).fetchone()
            )
            return int(row[0]) if row and row[0] is not None else None

        return await self._ask(read)

    # -- what the API has no field for ---------------------------------------------------------------------------

    async def extras(self, assistant_id: str) -> Json:
        """What this program keeps beside an assistant; empty if nothing."""
        return (await self.all_extras()).get(assistant_id, {})

    async def all_extras(self) -> dict[str, Json]:
        """The same for all assistants, by id."""

        def read(c: sqlite3.Connection) -> dict[str, Json]:
            return {r[0]: json.loads(r[1]) for r in c.execute("SELECT assistant, data FROM assistant_extras")}

        return await self._ask(read)

    async def set_extras(self, assistant_id: str, data: Json) -> None:
        """Keep this beside an assistant, in place of what was kept."""
        text = json.dumps(data)

        def write(c: sqlite3.Connection) -> None:
            if data:
                c.execute("INSERT OR REPLACE INTO assistant_extras VALUES (?,?)", (assistant_id, text))
            else:
                c.execute("DELETE FROM assistant_extras WHERE assistant=?", (assistant_id,))

        await self._ask(write)

    async def _ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        if self._journal is not None:
            return await self._journal.ask(question)
        if self._memory is None:
            from app.workbench.journal_schema import STEPS

            self._memory = sqlite3.connect(":memory:", isolation_level=None)
            for step in STEPS:
                for statement in step:
                    self._memory.execute(statement)
        await asyncio.sleep(0)
        return question(self._memory)

    def close(self) -> None:
        """Let go of what is kept in memory; the journal is its owner's."""
        if self._memory is not None:
            self._memory.close()
            self._memory = None


def stamped_version(run: Mapping[str, Any]) -> int | None:
    """The version that a run's own metadata tell (the API's object); None if they tell none."""
    stamp = (run.get("metadata") or {}).get(STAMP)
    return int(stamp) if isinstance(stamp, str) and stamp.isascii() and stamp.isdigit() else None


def versioned(assistant: Mapping[str, Any]) -> Json:
    """What a version keeps of an assistant; what is empty is written in one way, so that equal ones compare equal."""
    fields: Json = {name: assistant.get(name) for name in VERSIONED}
    fields["metadata"] = dict(fields["metadata"] or {})
    fields["tools"] = list(fields["tools"] or [])
    fields["response_format"] = fields["response_format"] or "auto"
    fields["tool_resources"] = {
        tool: held for tool, held in (fields["tool_resources"] or {}).items() if held and any(held.values())
    }
    extras = assistant.get(EXTRAS)
    if extras:
        fields[EXTRAS] = dict(extras)
    result: Json = json.loads(json.dumps(fields))
    return result


def _newest(c: sqlite3.Connection, assistant: str) -> Version | None:
    row = c.execute(
        "SELECT number, created, note, fields FROM assistant_versions WHERE assistant=? "
        "ORDER BY number DESC LIMIT 1",
        (assistant,),
    ).fetchone()
    return Version(assistant, row[0], row[1], row[2], json.loads(row[3])) if row else None


def _insert(
    c: sqlite3.Connection, key: str, number: int, created: float, *, note: str, fields: Json
) -> Version:
    c.execute(
        "INSERT INTO assistant_versions (assistant, number, created, note, fields) VALUES (?,?,?,?,?)",
        (key, number, created, note, json.dumps(fields)),
    )
    return Version(key, number, created, note, fields)


def _made(assistant: Mapping[str, Any] | None) -> float:
    return float((assistant or {}).get("created_at") or 0)

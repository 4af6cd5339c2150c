"""Setups of the playground: lanes with their parameters, and prompts, kept under a name."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass
from typing import Any

from app.core.errors import InvalidInput, NotFound
from app.core.ids import new_id
from app.workbench.journal import Journal
from app.workbench.journal_records import read_json

Json = dict[str, Any]
NAME_CHARACTERS = 120
BIN_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True)
class Setup:
    """A kept setup. ``data`` is what the playground wants to find again; times in Unix seconds."""

    id: str
    name: str
    updated: float
    data: Json

    @property
    def lanes(self) -> int:
        """How many lanes it has."""
        return len(self.data.get("lanes") or ())


class Setups:
    """The setups in the journal. Every method raises ``StorageFailed`` when the journal cannot be read or written."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def list(self) -> tuple[Setup, ...]:
        """All setups, the newest first."""

        def read(connection: sqlite3.Connection) -> tuple[Setup, ...]:
            rows = connection.execute(
                "SELECT id, name, updated, data FROM setups WHERE deleted IS NULL ORDER BY updated DESC, id"
            )
            return tuple(Setup(row[0], row[1], row[2], read_json(row[3])) for row in rows)

        return await self._journal.ask(read)

    async def save(self, name: str, data: Json, *, setup_id: str = "") -> Setup:
        """Keep a setup, in place of the one of this id if it is given.

        Raises:
            InvalidInput: it has no name.
        """
        name = " ".join(name.split())[:NAME_CHARACTERS]
        if not name:
            raise InvalidInput("A setup needs a name.", field="name")
        made = Setup(setup_id or new_id("setup"), name, time.time(), data)
        text = json.dumps(data)

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM setups WHERE deleted < ?", (made.updated - BIN_SECONDS,))
            connection.execute(
                "INSERT INTO setups (id, name, created, updated, data) VALUES (?,?,?,?,?) "
                "ON CONFLICT (id) DO UPDATE SET name=excluded.name, updated=excluded.updated, "
                "data=excluded.data, deleted=NULL",
                (made.id, name, made.updated, made.updated, text),
            )

        await self._journal.ask(write)
        return made

    async def duplicate(self, setup_id: str) -> Setup:
        """Make a copy of a setup.

        Raises:
            NotFound: it is gone.
        """
        found = next((setup for setup in await self.list() if setup.id == setup_id), None)
        if found is None:
            raise NotFound("This setup does not exist any more.")
        names = {setup.name for setup in await self.list()}
        base = found.name.removesuffix(" (copy)")
        name, number = f"{base} (copy)", 2
        while name in names:
            name, number = f"{base} (copy {number})", number + 1
        return await self.save(name, found.data)

    async def delete(self, setup_id: str) -> None:
        """Put a setup into the bin, where :meth:`restore` finds it for 30 days."""
        moment = time.time()
        await self._journal.ask(
            lambda connection: _run(connection, "UPDATE setups SET deleted=? WHERE id=?", (moment, setup_id))
        )

    async def restore(self, setup_id: str) -> None:
        """Take a setup back out of the bin."""
        await self._journal.ask(
            lambda connection: _run(connection, "UPDATE setups SET deleted=NULL WHERE id=?", (setup_id,))
        )


def _run(connection: sqlite3.Connection, statement: str, values: tuple[Any, ...]) -> None:
    connection.execute(statement, values)

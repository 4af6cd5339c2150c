"""Reading many rows at once: pages of a store's files, counts of many stores, where a file is used."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.errors import NotFound
from app.knowledge.catalog import STATES, Catalog, FileInfo, State
from app.knowledge.database import Database


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of a store's files are in which state, and the bytes they take in the index."""

    counts: dict[State, int] = field(default_factory=lambda: dict.fromkeys(STATES, 0))
    usage_bytes: int = 0


@dataclass(frozen=True, slots=True)
class FilePage:
    """One page of a store's files; ``has_more`` tells of more on the side that the page goes to."""

    files: Sequence[FileInfo]
    has_more: bool


class Listing:
    """Reads; every method is a coroutine whose work is done in a thread."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        self._database = database
        self._catalog = catalog

    async def page(
        self,
        store_id: str,
        *,
        limit: int,
        descending: bool = True,
        after: str | None = None,
        before: str | None = None,
        state: State | None = None,
        only: Sequence[str] | None = None,
    ) -> FilePage:
        """Some of a store's files in the order they were added.

        ``after`` and ``before`` are ids of files, which may have been removed meanwhile. ``only`` are the ids among
        which is looked. With ``after`` (or without a cursor) the first ``limit`` files behind it are given, with
        ``before`` alone the last ones ahead of it.

        Raises:
            NotFound: the store, or the cursor's file (``details`` is the cursor's id), was never there.
        """

        def read() -> FilePage:
            store = self._catalog.store(store_id)
            where, parameters = ["files.store = ?"], [store.key]
            if state is not None:
                where.append("files.state = ?")
                parameters.append(state)  # type: ignore[arg-type]
            if only is not None:
                where.append("files.id IN (SELECT value FROM json_each(?))")
                parameters.append(json.dumps(list(only)))  # type: ignore[arg-type]
            for cursor, behind in ((after, True), (before, False)):
                if cursor is not None:
                    where.append("files.key < ?" if behind == descending else "files.key > ?")
                    parameters.append(self._place(store.key, cursor))
            backwards = before is not None and after is None
            order = "DESC" if descending != backwards else "ASC"
            rows = self._catalog.select(
                f"AND {' AND '.join(where)} ORDER BY files.key {order} LIMIT ?", *parameters, limit + 1
            )
            has_more, rows = len(rows) > limit, rows[:limit]
            if backwards:
                rows.reverse()
            return FilePage(rows, has_more)

        return await asyncio.to_thread(read)

    def _place(self, store: int, file_id: str) -> int:
        rows = self._rows(
            "SELECT key FROM files WHERE store = ?1 AND id = ?2 AND state <> 'removing' "
            "UNION ALL SELECT key FROM removed WHERE store = ?1 AND id = ?2",
            store,
            file_id,
        )
        if not rows:
            raise NotFound(f"There is no file “{file_id}” in this list.", details=file_id)
        return int(rows[0]["key"])

    async def summaries(self, store_ids: Sequence[str]) -> dict[str, Summary]:
        """Counts and sizes of many stores; stores that do not exist have empty ones."""
        return await asyncio.to_thread(self._summaries, store_ids)

    def _summaries(self, store_ids: Sequence[str]) -> dict[str, Summary]:
        found = {store_id: Summary() for store_id in store_ids}
        sizes = dict.fromkeys(store_ids, 0)
        for row in self._rows(
            "SELECT stores.id, files.state, count(*) AS number, sum(files.usage_bytes) AS size FROM files "
            "JOIN stores ON stores.key = files.store "
            "WHERE stores.id IN (SELECT value FROM json_each(?)) AND files.state <> 'removing' GROUP BY 1, 2",
            json.dumps(list(store_ids)),
        ):
            found[row["id"]].counts[row["state"]] = row["number"]
            sizes[row["id"]] += row["size"]
        return {store_id: Summary(summary.counts, sizes[store_id]) for store_id, summary in found.items()}

    async def counts_of(self, store_id: str, file_ids: Sequence[str]) -> dict[State, int]:
        """How many of some of a store's files are in which state; those that are not there count nowhere."""
        return await asyncio.to_thread(self._counts_of, store_id, file_ids)

    def _counts_of(self, store_id: str, file_ids: Sequence[str]) -> dict[State, int]:
        counts: dict[State, int] = dict.fromkeys(STATES, 0)
        for row in self._rows(
            "SELECT files.state, count(*) AS number FROM files JOIN stores ON stores.key = files.store "
            "WHERE stores.id = ? AND files.state <> 'removing' "
            "AND files.id IN (SELECT value FROM json_each(?)) GROUP BY 1",
            store_id,
            json.dumps(list(file_ids)),
        ):
            counts[row["state"]] = row["number"]
        return counts

    async def stores_with(self, file_id: str) -> list[str]:
        """Ids of the stores that hold a file."""
        rows = await asyncio.to_thread(
            self._rows,
            "SELECT stores.id FROM files JOIN stores ON stores.key = files.store "
            "WHERE files.id = ? AND files.state <> 'removing' AND stores.removing = 0",
            file_id,
        )
        return [row["id"] for row in rows]

    async def file_ids(self) -> set[str]:
        """Ids of all files in all stores."""
        rows = await asyncio.to_thread(self._rows, "SELECT DISTINCT id FROM files WHERE state <> 'removing'")
        return {row["id"] for row in rows}

    def _rows(self, sql: str, *parameters: object) -> list[sqlite3.Row]:
        cursor = self._database.connection().cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, parameters).fetchall()

"""Copies of the data for the page “Settings”: list them, make one, bring one back at the next start; and how long to keep comparisons."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.core import copies
from app.core.copies import Copy
from app.core.paths import Paths
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.sentences import said
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import date_words, mark, t

RETENTION: tuple[tuple[int, str], ...] = (
    (0, mark("For ever")),
    (365, mark("For a year")),
    (90, mark("For 90 days")),
    (30, mark("For 30 days")),
)
"""Choices of how many days closed comparisons are kept; 0 is for ever."""


@dataclass(frozen=True)
class CopyRow:
    """One copy as the page shows it. ``usable`` is false for a copy of a newer program."""

    copy: Copy
    title: str
    words: str
    usable: bool


class CopiesViewModel(QObject):
    """What the page's section “Copies of your data” shows and does.

    Signals:
        changed: the list is different.
        restart_wanted: a copy comes back at the next start, which is wanted now.
    """

    changed = Signal()
    restart_wanted = Signal()

    def __init__(self, paths: Paths, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._bus = bus
        self.rows: tuple[CopyRow, ...] = ()
        self.loaded = False
        self.tasks = TaskScope(self, bus)

    def load(self) -> None:
        """Look which copies there are."""
        self.tasks.start("load", self._load())

    def make(self) -> None:
        """Copy every database now."""
        self.tasks.start("make", self._make())

    def bring_back(self, copy: Copy) -> None:
        """Have the program end and start again with this copy; what is there now is copied first."""
        self.tasks.start("bring back", self._bring_back(copy))

    async def close(self) -> None:
        """End tasks."""
        await self.tasks.close()

    async def _load(self) -> None:
        self.rows = await asyncio.to_thread(self._look)
        self.loaded = True
        self.changed.emit()

    async def _make(self) -> None:
        made = await asyncio.to_thread(copies.copy_all, self._paths)
        await self._load()
        if made:
            self._bus.show_success(t("A copy of your data was made."))
        else:
            self._bus.show_info(t("There is nothing to copy yet."))

    async def _bring_back(self, copy: Copy) -> None:
        await asyncio.to_thread(copies.wish, self._paths, copy)
        self.restart_wanted.emit()

    def _look(self) -> tuple[CopyRow, ...]:
        now = {kept.name: copies.version_of(kept.path) for kept in copies.databases(self._paths)}
        rows = []
        for copy in copies.copies(self._paths):
            holds = copies.describe(copy, self._paths)
            when = date_words(copy.made, t("d MMMM yyyy, HH:mm"))
            size = t("{0:,} KB").format(max(1, round(copy.bytes / 1024)))
            words = " · ".join(part for part in (when, said(copy.why_words), said(holds), size) if part)
            current = now.get(copy.database)
            usable = current is None or _number(copy.version) <= _number(current)
            rows.append(CopyRow(copy, said(copy.title), words, usable))
        return tuple(rows)


def _number(version: str) -> int:
    return int(version.removeprefix("v"))

"""Deleting with Undo where the API has no way back: what is deleted is hidden at once, and deleted when the bar goes."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.core.errors import AppError
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t


@dataclass(frozen=True)
class _Removal:
    keys: frozenset[str]
    run: Callable[[], Awaitable[None]]
    undo: Callable[[], object]


class Removals:
    """Deletions that can still be undone. A crash before the bar goes deletes nothing.

    Args:
        tasks: owns the deletions.
        bus: shows the bars.
    """

    def __init__(self, tasks: TaskScope, bus: MessageBus) -> None:
        self._tasks = tasks
        self._bus = bus
        self._waiting: dict[int, _Removal] = {}
        self._numbers = itertools.count()

    def hides(self, key: str) -> bool:
        """Whether what has this key is to be deleted."""
        return any(key in removal.keys for removal in self._waiting.values())

    @property
    def keys(self) -> frozenset[str]:
        """Everything that is hidden."""
        return frozenset().union(*(removal.keys for removal in self._waiting.values()))

    def offer(
        self,
        keys: frozenset[str],
        text: str,
        *,
        run: Callable[[], Awaitable[None]],
        undo: Callable[[], object],
    ) -> None:
        """Show a bar with Undo; ``run`` deletes when it goes without a press, ``undo`` shows again what is hidden."""
        number = next(self._numbers)
        self._waiting[number] = _Removal(keys, run, undo)
        self._bus.show_info(
            text,
            actions=[Action(t("Undo"), lambda: self._undo(number), expired=lambda: self._expire(number))],
        )

    def _undo(self, number: int) -> None:
        removal = self._waiting.pop(number, None)
        if removal is not None:
            removal.undo()

    def _expire(self, number: int) -> None:
        if number in self._waiting:
            self._tasks.start(f"removal {number}", self._carry_out(number))

    async def _carry_out(self, number: int) -> None:
        removal = self._waiting.get(number)
        if removal is None:
            return
        try:
            await removal.run()
        except AppError:
            removal.undo()
            raise
        finally:
            self._waiting.pop(number, None)

    async def flush(self) -> None:
        """Delete everything that waits, now: the page ends."""
        waiting, self._waiting = list(self._waiting.values()), {}
        await asyncio.gather(*(removal.run() for removal in waiting), return_exceptions=True)

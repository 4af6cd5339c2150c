"""Work that goes on whichever page is shown: downloads, uploads, the reading of files. The status line shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.viewmodels.words import t


@dataclass(frozen=True)
class Work:
    """One thing under way.

    Attributes:
        key: names it; the same key shows it moved on.
        words: what goes on, and how far it is.
        fraction: how far it is, 0 to 1; None while that is not known.
        cancel: ends it.
    """

    key: str
    words: str
    fraction: float | None
    cancel: Callable[[], object]


class BackgroundWork(QObject):
    """Everything that is under way, the oldest first; one for the program.

    Signals:
        changed: something began, moved on or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: dict[str, Work] = {}
        self._cancelled = ""

    @property
    def works(self) -> tuple[Work, ...]:
        """All of it."""
        return tuple(self._works.values())

    @property
    def words(self) -> str:
        """The oldest in words, and how much there is beside it; empty when nothing goes on."""
        if not self._works:
            return ""
        first, more = next(iter(self._works.values())), len(self._works) - 1
        return t("1 of {0}: {1}").format(more + 1, first.words) if more else first.words

    def show(self, work: Work) -> None:
        """Something began or moved on."""
        if self._works.get(work.key) != work:
            self._works[work.key] = work
            self.changed.emit()

    def end(self, key: str) -> None:
        """It is over; a key that is not known is none of ours."""
        if self._works.pop(key, None) is not None:
            self.changed.emit()

    def cancel(self) -> None:
        """End the oldest, the one that is shown."""
        if self._works:
            next(iter(self._works.values())).cancel()

"""The one way of errors and news to a person: whoever has something to say shows it here, the window draws it as bars."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError

Level = Literal["info", "success", "warning", "error"]
INFO_SECONDS = 12.0
"""How long news stay that need no answer; news with an action (Undo) stay this long too, errors stay until closed."""

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Action:
    """A button in a bar. The bar closes when it is pressed; ``expired`` is called when it closed without a press."""

    label: str
    run: Callable[[], object]
    expired: Callable[[], object] | None = None


@dataclass(frozen=True)
class Notification:
    """One bar. ``seconds`` is None where it stays until it is closed."""

    id: int
    level: Level
    text: str
    advice: str = ""
    details: str = ""
    actions: tuple[Action, ...] = ()
    seconds: float | None = None
    key: str = ""


class MessageBus(QObject):
    """News and errors for a person.

    Signals:
        shown: a new notification.
        closed: the notification of this id is gone (an equal key replaced it, or its cause is over).
    """

    shown = Signal(object)
    closed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, int] = {}
        self._held: list[Notification] | None = None

    def hold(self) -> None:
        """Keep what is said from now on until :meth:`release`: nobody draws it yet."""
        self._held = self._held or []

    def release(self) -> None:
        """Show what was kept."""
        held, self._held = self._held or [], None
        for note in held:
            self.shown.emit(note)

    def show_info(
        self,
        text: str,
        *,
        actions: Sequence[Action] = (),
        key: str = "",
        seconds: float | None = INFO_SECONDS,
    ) -> int:
        """Tell something that went as wished; returns the notification's id."""
        return self._show("info", text, actions=tuple(actions), key=key, seconds=seconds)

    def show_success(self, text: str, *, actions: Sequence[Action] = (), key: str = "") -> int:
        """Tell that something long was done."""
        return self._show("success", text, actions=tuple(actions), key=key, seconds=INFO_SECONDS)

    def show_warning(
        self, text: str, *, advice: str = "", actions: Sequence[Action] = (), key: str = ""
    ) -> int:
        """Tell something that a person should know, until it is closed."""
        return self._show("warning", text, advice=advice, actions=tuple(actions), key=key, seconds=None)

    def show_error(self, error: Exception, *, actions: Sequence[Action] = (), key: str = "") -> int:
        """Show an error until it is closed: an :class:`AppError` in its words, any other as a fault of the program."""
        if isinstance(error, AppError):
            return self._show(
                "error",
                error.message,
                advice=error.advice,
                details=error.details,
                actions=tuple(actions),
                key=key,
                seconds=None,
            )
        return self._show(
            "error",
            "Something went wrong inside the program.",
            advice="What you made is kept. If it happens again, copy the details into a report.",
            details=f"{type(error).__name__}: {error}",
            actions=tuple(actions),
            key=key,
            seconds=None,
        )

    def close(self, notification: int) -> None:
        """Take a bar away."""
        self._keys = {key: number for key, number in self._keys.items() if number != notification}
        self.closed.emit(notification)

    def close_key(self, key: str) -> None:
        """Take away the bar shown with this key, if there is one."""
        number = self._keys.pop(key, None)
        if number is not None:
            self.closed.emit(number)

    def _show(
        self,
        level: Level,
        text: str,
        *,
        advice: str = "",
        details: str = "",
        actions: tuple[Action, ...] = (),
        key: str = "",
        seconds: float | None,
    ) -> int:
        if key:
            self.close_key(key)
        note = Notification(next(_numbers), level, text, advice, details, actions, seconds, key)
        if key:
            self._keys[key] = note.id
        if self._held is not None:
            self._held.append(note)
        else:
            self.shown.emit(note)
        return note.id

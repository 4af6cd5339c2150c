"""What stands in a transcript: prompts, answers that may still be growing, tool calls, notices, failures.

A view follows a :class:`Transcript` by its signals. Nothing here knows whether the items come from a lane's events or from
a stored thread.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from app.workbench.knowledge_entities import Citation
from app.workbench.tools.interpreter import MadeFile

ItemKind = Literal["user", "assistant", "tool", "code", "notice", "error", "question"]
Level = Literal["", "busy", "ok", "warning", "danger"]


@dataclass(frozen=True)
class Asked:
    """A function call that waits for its output."""

    call_id: str
    name: str
    arguments: str


@dataclass(eq=False)
class Item:
    """One thing in a transcript. Change it, then tell :meth:`Transcript.touch`.

    Attributes:
        key: stays the same while the item lives.
        kind: what it is.
        title: who says it, or the tool's name.
        text: what it says so far; :meth:`append` adds to it. For a tool its output.
        streaming: whether more text is to come.
        state: a word or two about how it stands (“Stopped”), ``level`` its colour.
        hint: what goes on while there is no text yet; a second sentence (advice) for errors; names of files for prompts.
        details: technical rest, for Copy details; a tool's input.
        language: what a tool's input is written in (``json``, ``python``).
        until: monotonic time until which a notice waits, 0 for none.
        asked: calls that wait for an output (kind ``question``).
        retry: whether this failure may be answered by trying again.
        when: Unix seconds, 0 if unknown.
        key_of_object: the API's id of it (message, step), "" if none.
        citations: places of the text that lead to files.
        outputs: what code printed and drew, in its order: ``("logs", text)`` and ``("image", file id)``.
        files: what code wrote.
        began: monotonic time at which a tool began, ``seconds`` how long it took; 0 if unknown.
    """

    key: str
    kind: ItemKind
    title: str = ""
    streaming: bool = False
    state: str = ""
    level: Level = ""
    hint: str = ""
    details: str = ""
    language: str = "json"
    until: float = 0.0
    asked: tuple[Asked, ...] = ()
    retry: bool = False
    when: float = 0.0
    key_of_object: str = ""
    citations: tuple[Citation, ...] = ()
    outputs: tuple[tuple[str, str], ...] = ()
    files: tuple[MadeFile, ...] = ()
    began: float = 0.0
    seconds: float = 0.0
    pieces: list[str] = field(default_factory=list)
    version: int = 0
    _whole: str | None = None

    @property
    def text(self) -> str:
        """All of it so far."""
        if self._whole is None:
            self._whole = "".join(self.pieces)
        return self._whole

    @text.setter
    def text(self, value: str) -> None:
        self.pieces = [value] if value else []
        self._whole = value

    def append(self, text: str) -> None:
        """Add a piece of text."""
        if text:
            self.pieces.append(text)
            self._whole = None

    @property
    def empty(self) -> bool:
        """Whether it says nothing yet."""
        return not self.pieces


def item(key: str, kind: ItemKind, text: str = "", **rest: object) -> Item:
    """Make an item with text."""
    names = {f.name for f in dataclasses.fields(Item)}
    assert set(rest) <= names
    made = Item(key, kind, **rest)  # type: ignore[arg-type]
    made.text = text
    return made


class Transcript(QObject):
    """A list of items that tells what becomes of it.

    Signals:
        reset: all items are others.
        inserted: items were added: first index, how many.
        removed: items were taken away: first index, how many.
        changed: the item at this index has more text or looks different.
    """

    reset = Signal()
    inserted = Signal(int, int)
    removed = Signal(int, int)
    changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self.found: list[dict[str, Any]] = []
        """Results of the file searches in this conversation, to which citations in later answers may lead."""

    @property
    def items(self) -> Sequence[Item]:
        """All items, oldest first; not to be changed in place."""
        return self._items

    def set_items(self, items: Iterable[Item]) -> None:
        """Show these instead."""
        self._items = list(items)
        self.reset.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.found.clear()
        self.set_items(())

    def add(self, *items: Item) -> None:
        """Add items at the end."""
        self.insert(len(self._items), items)

    def insert(self, position: int, items: Sequence[Item]) -> None:
        """Add items at ``position`` (older ones at 0, for instance)."""
        if items:
            self._items[position:position] = items
            self.inserted.emit(position, len(items))

    def remove(self, wanted: Item) -> None:
        """Take an item away; nothing happens if it is not there."""
        position = self.index(wanted)
        if position >= 0:
            del self._items[position]
            self.removed.emit(position, 1)

    def cut(self, position: int) -> None:
        """Take everything from ``position`` on away."""
        count = len(self._items) - position
        if count > 0:
            del self._items[position:]
            self.removed.emit(position, count)

    def touch(self, changed: Item) -> None:
        """Tell that an item is different now."""
        changed.version += 1
        position = self.index(changed)
        if position >= 0:
            self.changed.emit(position)

    def index(self, wanted: Item) -> int:
        """Where an item is, -1 if it is not there; fast for those near the end."""
        for position in range(len(self._items) - 1, -1, -1):
            if self._items[position] is wanted:
                return position
        return -1

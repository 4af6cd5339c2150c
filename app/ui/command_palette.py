"""Ctrl+K: everything that can be done from anywhere, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.widgets.labels import Label
from app.ui.words import t

_WIDTH, _HEIGHT = 560, 420
_SHOWN = 200


@dataclass(frozen=True)
class Command:
    """One thing to do. ``where`` is the group it belongs to, ``keys`` its shortcut in Qt's portable notation."""

    text: str
    run: Callable[[], object]
    where: str = ""
    keys: str = ""


def score(wanted: str, text: str) -> int | None:
    """How well ``text`` answers to the typed letters; None when they are not in it in this order.

    Letters at the beginnings of words and letters in a row count more, late beginnings less.
    """
    letters, within = wanted.casefold().replace(" ", ""), text.casefold()
    points, place, row = 0, -1, 0
    for letter in letters:
        found = within.find(letter, place + 1)
        if found < 0:
            return None
        row = row + 1 if found == place + 1 else 0
        points += 2 + 3 * row + (6 if found == 0 or not within[found - 1].isalnum() else 0)
        place = found
    return points - len(text) // 8


class CommandPalette(QDialog):
    """A line to type in and what answers to it; Enter does it, Esc closes."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("command_palette")
        self.setAccessibleName(t("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = list(commands)
        self.edit = QLineEdit()
        self.edit.setObjectName("command_search")
        self.edit.setAccessibleName(t("Search commands"))
        self.edit.setPlaceholderText(t("What do you want to do?"))
        self.list = QListWidget()
        self.list.setObjectName("command_list")
        self.list.setAccessibleName(t("Commands"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = Label(t("Nothing of that name."), "muted", name="command_none")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.edit)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._run())
        self._search("")
        self.resize(_WIDTH, _HEIGHT)
        if parent is not None:
            window = parent.window().geometry()
            self.move(window.x() + (window.width() - _WIDTH) // 2, window.y() + 80)
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types; Enter does what is marked."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }.get(Qt.Key(key))
            if steps is not None:
                row = min(max(0, self.list.currentRow() + steps), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run()
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        found = [(score(text, f"{c.text} {c.where}"), c) for c in self._commands]
        good = [(points, command) for points, command in found if points is not None]
        if text.strip():
            good.sort(key=lambda pair: -pair[0])
        self.list.clear()
        for _, command in good[:_SHOWN]:
            native = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
            line = " · ".join(part for part in (command.where, command.text) if part)
            item = QListWidgetItem(f"{line}    {native}" if native else line)
            item.setData(Qt.ItemDataRole.UserRole, command)
            item.setToolTip(line)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(good))
        self.none.setVisible(not good)

    def _run(self) -> None:
        if self.list.currentRow() < 0:
            return
        command: Command = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self.close()
        command.run()

"""What a window shows and tells a screen reader: every text of every widget, and a walk that opens what buttons open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.ui.widgets.status_pill import StatusPill
from tests.support.qt_loop import settle

MOST_ROWS = 60
LEFT_ALONE = re.compile(
    r"delete|discard|quit|restart|download|docs|folder|log_|browser|minimi|maximi|close|cancel|undo|forget|remove"
    r"|theme|language|scale|add_model|restore|send|run\b|session_test|self_test|qt_|spin"
)
"""Buttons that a walk does not press: they change or delete, ask the network, or end the program."""


def texts(root: QWidget) -> dict[str, str]:
    """The texts of all visible widgets, and where each of them was seen first."""
    found: dict[str, str] = {}
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root) or isinstance(widget.window(), QFileDialog):
            continue
        place = f"{type(widget).__name__} {widget.objectName()}"
        for text in _texts(widget):
            if text.strip():
                found.setdefault(text.strip(), place)
    return found


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.windowTitle()
    match widget:
        case StatusPill():
            yield widget.text
        case QMenuBar() | QMenu():
            for action in widget.actions():
                yield action.text()
                if (below := action.menu()) is not None and isinstance(below, QMenu):
                    yield from _texts(below)
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
            if isinstance(widget, QTextEdit) and widget.isReadOnly():
                yield from widget.toPlainText().splitlines()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(row) for row in range(widget.count()))
            yield from (widget.tabToolTip(row) for row in range(widget.count()))
        case QListWidget() | QAbstractItemView():
            yield from _rows(widget.model())
        case QGroupBox():
            yield widget.title()
        case QLabel() | QAbstractButton():
            yield widget.text()
        case _:
            pass


def _rows(model: QAbstractItemModel | None) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    if model is not None and isValid(model):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            title = model.headerData(column, Qt.Orientation.Horizontal, roles[0])
            yield title if isinstance(title, str) else ""
        for row in range(min(MOST_ROWS, model.rowCount(QModelIndex()))):
            for column in range(columns):
                for role in roles:
                    value = model.data(model.index(row, column), role)
                    yield value if isinstance(value, str) else ""


def windows() -> list[QWidget]:
    """The windows, dialogs and popups that are shown now, without Qt's own file dialogs."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, QFileDialog)]


async def walk(
    root: QWidget,
    come_back: Callable[[], None],
    most: int = 60,
    looked: Callable[[str], None] | None = None,
) -> dict[str, str]:
    """Press every button of what is shown once, one after the other, and give all texts that were seen.

    ``looked`` is told each button that was pressed, while what it opened is still shown.
    """
    found: dict[str, str] = {}
    pressed: set[str] = set()

    def look() -> None:
        for window in windows():
            for text, place in texts(window).items():
                found.setdefault(text, place)

    look()
    for _ in range(most):
        button = next((b for b in _buttons() if _key(b) not in pressed), None)
        if button is None:
            break
        pressed.add(_key(button))
        name = button.objectName()
        button.click()
        await settle(0.03 if looked is None else 0.15)
        look()
        if looked is not None:
            looked(name)
        extra = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not root.window()]
        new = [b for w in extra for b in w.findChildren(QAbstractButton) if _key(b) not in pressed]
        if extra and not [b for b in new if _may_press(b)]:
            for window in extra:
                window.close()
            come_back()
            await settle(0.02)
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window is not root.window():
            window.close()
    return found


def _buttons() -> list[QAbstractButton]:
    above = [w for w in windows() if isinstance(w, QDialog) or w.windowType() == Qt.WindowType.Popup]
    return [b for w in above or windows() for b in w.findChildren(QAbstractButton) if _may_press(b)]


def _may_press(button: QAbstractButton) -> bool:
    name = button.objectName()
    usable = button.isVisible() and button.isEnabled() and bool(name)
    return usable and LEFT_ALONE.search(name) is None and not name.startswith("nav_")


def _key(button: QAbstractButton) -> str:
    return re.sub(r"[0-9a-f]{6,}|\d+|(asst|thread|run|msg|file|vs)_\w+", "#", button.objectName())

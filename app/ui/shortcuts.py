"""F1: every key that does something, in one dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, Line
from app.ui.words import mark, t

Group = tuple[str, Sequence[tuple[str, str]]]

EVERYWHERE: Group = (
    mark("Everywhere"),
    (
        ("Ctrl+1 … Ctrl+9", mark("Go to a page")),
        ("Ctrl+N", mark("Begin a new one: conversation, assistant, connection")),
        ("Ctrl+F", mark("Search")),
        ("Tab, Shift+Tab", mark("To the next or previous control")),
        ("Ctrl++, Ctrl+−, Ctrl+0", mark("Larger text, smaller text, usual size")),
        ("F1", mark("These keys")),
        ("Ctrl+Q", mark("Quit")),
    ),
)
PLAYGROUND: Group = (
    mark("Playground"),
    (
        ("Ctrl+Enter", mark("Send to all lanes")),
        ("Esc", mark("Stop all lanes")),
        ("Ctrl+L", mark("To the prompt")),
        ("Ctrl+Shift+I", mark("Show or hide the run's steps")),
    ),
)
ASSISTANTS: Group = (
    mark("Assistants"),
    (("Ctrl+S", mark("Save")), ("Del", mark("Delete the selected one; Undo brings it back"))),
)
KNOWLEDGE: Group = (
    mark("Knowledge"),
    (
        ("Ctrl+F", mark("Test search")),
        ("Ctrl+V", mark("Add the files or the text on the clipboard")),
        ("Enter", mark("Read the selected file")),
        ("Del", mark("Remove the selected files; Undo brings them back")),
        ("Alt+Down, Alt+Up", mark("To the next or previous chunk of the document")),
    ),
)


class ShortcutsDialog(QDialog):
    """Lists the keys; opened with ``open()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(t("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(t("Keyboard shortcuts"), "title", name="shortcuts_title"))
        inner = QWidget()
        groups = QVBoxLayout(inner)
        groups.setContentsMargins(0, 0, 8, 0)
        groups.setSpacing(12)
        for heading, keys in (EVERYWHERE, PLAYGROUND, ASSISTANTS, KNOWLEDGE):
            groups.addWidget(Label(t(heading), "strong"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(6)
            for row, (key, what) in enumerate(keys):
                grid.addWidget(Label(_native(key), "badge"), row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(Label(t(what)), row, 1)
            grid.setColumnMinimumWidth(0, 168)
            grid.setColumnStretch(1, 1)
            groups.addLayout(grid)
            groups.addWidget(Line())
        area = QScrollArea()
        area.setObjectName("shortcuts_area")
        area.setAccessibleName(t("Keys"))
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column.addWidget(area, 1)
        close = Button("shortcuts_close", t("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.setMinimumWidth(620)
        self.resize(640, min(720, inner.sizeHint().height() + 160))
        close.setFocus()


def _native(keys: str) -> str:
    """Keys as this system writes them (⌘ on macOS)."""
    parts = []
    for part in keys.split(" … "):
        native = QKeySequence(part).toString(QKeySequence.SequenceFormat.NativeText)
        parts.append(native if native and "," not in part else part)
    return " … ".join(parts)

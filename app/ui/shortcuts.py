"""F1: every key that does something, in one dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, Line

Group = tuple[str, Sequence[tuple[str, str]]]

EVERYWHERE: Group = (
    "Everywhere",
    (
        ("Ctrl+1 … Ctrl+9", "Go to a page"),
        ("Ctrl+N", "Begin a new one: conversation, assistant, connection"),
        ("Ctrl+F", "Search"),
        ("Tab, Shift+Tab", "To the next or previous control"),
        ("Ctrl++, Ctrl+−, Ctrl+0", "Larger text, smaller text, usual size"),
        ("F1", "These keys"),
        ("Ctrl+Q", "Quit"),
    ),
)
PLAYGROUND: Group = (
    "Playground",
    (
        ("Ctrl+Enter", "Send to all lanes"),
        ("Esc", "Stop all lanes"),
        ("Ctrl+L", "To the prompt"),
        ("Ctrl+Shift+I", "Show or hide the run's steps"),
    ),
)
ASSISTANTS: Group = (
    "Assistants",
    (("Ctrl+S", "Save"), ("Del", "Delete the selected one; Undo brings it back")),
)
KNOWLEDGE: Group = (
    "Knowledge",
    (
        ("Ctrl+F", "Test search"),
        ("Ctrl+V", "Add the files or the text on the clipboard"),
        ("Enter", "Read the selected file"),
        ("Del", "Remove the selected files; Undo brings them back"),
        ("Alt+Down, Alt+Up", "To the next or previous chunk of the document"),
    ),
)


class ShortcutsDialog(QDialog):
    """Lists the keys; opened with ``open()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label("Keyboard shortcuts", "title", name="shortcuts_title"))
        inner = QWidget()
        groups = QVBoxLayout(inner)
        groups.setContentsMargins(0, 0, 8, 0)
        groups.setSpacing(12)
        for heading, keys in (EVERYWHERE, PLAYGROUND, ASSISTANTS, KNOWLEDGE):
            groups.addWidget(Label(heading, "strong"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(6)
            for row, (key, what) in enumerate(keys):
                grid.addWidget(Label(_native(key), "badge"), row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(Label(what), row, 1)
            grid.setColumnMinimumWidth(0, 168)
            grid.setColumnStretch(1, 1)
            groups.addLayout(grid)
            groups.addWidget(Line())
        area = QScrollArea()
        area.setObjectName("shortcuts_area")
        area.setAccessibleName("Keys")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column.addWidget(area, 1)
        close = Button("shortcuts_close", "Close", kind="primary")
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

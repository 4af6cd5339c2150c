"""Prompts to begin with: each in a field of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.words import t

MOST = 20


class PromptsEditor(QWidget):
    """Edits a list of prompts: ``<name>_0``, ``<name>_0_remove``, ``<name>_add``.

    Signals:
        changed: a person changed them; carries all of them.
    """

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self._lines: list[tuple[QWidget, GrowingEdit]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = Button(f"{name}_add", t("Add prompt"), kind="link", icon="plus")
        self.add.clicked.connect(lambda _checked: self._add())
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._column)
        outer.addLayout(foot)

    @property
    def prompts(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(edit.toPlainText() for _, edit in self._lines)

    def set_prompts(self, prompts: tuple[str, ...]) -> None:
        """Show these prompts without telling anyone."""
        if prompts == self.prompts:
            return
        for line, _ in self._lines:
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []
        for text in prompts:
            self._make(text)
        self.add.setEnabled(len(self._lines) < MOST)

    def _make(self, text: str) -> GrowingEdit:
        number = len(self._lines)
        edit = GrowingEdit(f"{self._name}_{number}", least=1, most=6)
        edit.setAccessibleName(t("Sample prompt {0}").format(number + 1))
        edit.set_text(text)
        edit.edited.connect(lambda _text: self.changed.emit(self.prompts))
        remove = IconButton(
            f"{self._name}_{number}_remove", "x", t("Remove sample prompt {0}").format(number + 1)
        )
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(edit, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        remove.clicked.connect(lambda: self._remove(line))
        self._lines.append((line, edit))
        self._column.addWidget(line)
        return edit

    def _add(self) -> None:
        edit = self._make("")
        self.add.setEnabled(len(self._lines) < MOST)
        edit.setFocus()

    def _remove(self, line: QWidget) -> None:
        rest = tuple(edit.toPlainText() for other, edit in self._lines if other is not line)
        self.set_prompts(rest)
        self.add.setFocus()
        self.changed.emit(rest)

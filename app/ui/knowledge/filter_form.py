"""A small form for conditions on files' attributes, by which a search is narrowed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, IconButton
from app.ui.words import t
from app.viewmodels.knowledge_search import OPERATORS, Condition

MOST_LINES = 16


class _Line(QWidget):
    def __init__(self, name: str, condition: Condition) -> None:
        super().__init__()
        self.key = QLineEdit(condition.key)
        self.key.setObjectName(f"{name}_key")
        self.key.setPlaceholderText(t("Attribute"))
        self.key.setAccessibleName(t("Attribute to look at"))
        self.operator = QComboBox()
        self.operator.setObjectName(f"{name}_operator")
        self.operator.setAccessibleName(t("How to compare"))
        self.operator.setAccessibleDescription(self.operator.accessibleName())
        for value, words in OPERATORS:
            self.operator.addItem(t(words), value)
        self.operator.setCurrentIndex(
            next((i for i, (value, _) in enumerate(OPERATORS) if value == condition.operator), 0)
        )
        self.value = QLineEdit(condition.value)
        self.value.setObjectName(f"{name}_value")
        self.value.setPlaceholderText(t("Value"))
        self.value.setAccessibleName(t("Value; several are separated by commas"))
        self.remove = IconButton(f"{name}_remove", "x", t("Remove this condition"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.key, 2)
        row.addWidget(self.operator, 2)
        row.addWidget(self.value, 3)
        row.addWidget(self.remove)

    @property
    def condition(self) -> Condition:
        return Condition(self.key.text(), str(self.operator.currentData()), self.value.text())


class FilterForm(QWidget):
    """Conditions line by line, all or any of which a file must fulfil.

    Signals:
        changed: a person changed something.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self._lines: list[_Line] = []
        self._number = 0
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = Button(f"{name}_add", t("Add a condition"), kind="link", icon="plus")
        self.add.clicked.connect(self._add)
        self.every = QComboBox()
        self.every.setObjectName(f"{name}_every")
        self.every.setAccessibleName(t("Whether all conditions must be fulfilled"))
        self.every.setAccessibleDescription(self.every.accessibleName())
        self.every.addItem(t("All of them"), True)
        self.every.addItem(t("Any of them"), False)
        self.every.currentIndexChanged.connect(lambda _index: self.changed.emit())
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.every)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._column)
        outer.addLayout(foot)
        self._count()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What stands in the lines."""
        return tuple(line.condition for line in self._lines)

    @property
    def all_of_them(self) -> bool:
        """Whether all conditions must be fulfilled."""
        return bool(self.every.currentData())

    def _make(self, condition: Condition) -> _Line:
        line = _Line(f"{self._name}_{self._number}", condition)
        self._number += 1
        line.key.textChanged.connect(lambda _text: self.changed.emit())
        line.value.textChanged.connect(lambda _text: self.changed.emit())
        line.operator.currentIndexChanged.connect(lambda _index: self.changed.emit())
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._column.addWidget(line)
        self._count()
        return line

    def _add(self) -> None:
        self._make(Condition()).key.setFocus()

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self.add.setFocus()
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        self.add.setEnabled(len(self._lines) < MOST_LINES)
        self.every.setVisible(len(self._lines) > 1)

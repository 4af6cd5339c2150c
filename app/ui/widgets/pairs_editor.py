"""Names with values, line by line: labels of an assistant, headers of a connection."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, IconButton
from app.ui.words import inner, t

Pairs = tuple[tuple[str, str], ...]


class _Line(QWidget):
    def __init__(self, name: str, what: str, pair: tuple[str, str], placeholders: tuple[str, str]) -> None:
        super().__init__()
        self.key = QLineEdit(pair[0])
        self.value = QLineEdit(pair[1])
        for field, part, words in zip((self.key, self.value), ("key", "value"), placeholders, strict=True):
            field.setObjectName(f"{name}_{part}")
            field.setPlaceholderText(words)
            field.setAccessibleName(f"{what}: {inner(words)}")
            field.setCursorPosition(0)
        self.remove = IconButton(f"{name}_remove", "x", t("Remove this {0}").format(inner(what)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.key, 2)
        row.addWidget(self.value, 3)
        row.addWidget(self.remove)


class PairsEditor(QWidget):
    """Edits pairs of texts; names may stand twice or be empty while they are typed.

    Args:
        name: object names begin with it: ``<name>_0_key``, ``<name>_0_value``, ``<name>_add``.
        what: one pair in a word (“Label”).
        key_words: placeholder of the name.
        value_words: placeholder of the value.
        most: no more lines than this.

    Signals:
        changed: a person changed them; carries all pairs.
    """

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        what: str,
        *,
        key_words: str = "",
        value_words: str = "",
        most: int = 1000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name, self._what, self._most = name, what, most
        self._placeholders = (key_words or t("Name"), value_words or t("Value"))
        self._lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = Button(f"{name}_add", t("Add {0}").format(inner(what)), kind="link", icon="plus")
        self.add.clicked.connect(self._add_line)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._column)
        outer.addLayout(foot)

    @property
    def pairs(self) -> Pairs:
        """What stands in the lines."""
        return tuple((line.key.text(), line.value.text()) for line in self._lines)

    def set_pairs(self, pairs: Pairs) -> None:
        """Show these pairs without telling anyone."""
        if pairs == self.pairs:
            return
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for pair in pairs:
            self._make(pair)
        self._count()

    def _make(self, pair: tuple[str, str]) -> _Line:
        line = _Line(f"{self._name}_{len(self._lines)}", self._what, pair, self._placeholders)
        line.key.textChanged.connect(self._tell)
        line.value.textChanged.connect(self._tell)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    def _add_line(self) -> None:
        line = self._make(("", ""))
        self._count()
        line.key.setFocus()
        self._tell()

    def _remove(self, line: _Line) -> None:
        rest = [pair for pair, other in zip(self.pairs, self._lines, strict=True) if other is not line]
        self.set_pairs(tuple(rest))
        self.add.setFocus()
        self._tell()

    def _count(self) -> None:
        self.add.setEnabled(len(self._lines) < self._most)

    def _tell(self) -> None:
        self.changed.emit(self.pairs)

"""One list model for all lists of rows: thousands of them, fetched piece by piece.

A row is any frozen object. Delegates read it whole through :data:`ROW`; tests and screen readers read its text through
the display and accessible-text roles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = int(Qt.ItemDataRole.UserRole)
"""Role under which a delegate finds the row object itself."""

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows in memory; ``text`` gives what is read aloud, ``key`` what a row is found by after a change.

    When ``fetch_more`` is set and :attr:`more` is true, a view that comes near the end calls it; the owner then appends
    what it fetched and sets :attr:`more` anew.
    """

    def __init__(
        self,
        text: Callable[[Row], str],
        key: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        tip: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._text = text
        self._key = key
        self._tip = tip
        self.more = False
        self.fetch_more: Callable[[], None] | None = None

    # -- for the owner -------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[Row]:
        """All rows that are loaded; not to be changed in place."""
        return self._rows

    def row_at(self, index: _Index) -> Row | None:
        """Give the row of an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def key_of(self, row: Row) -> str:
        """The key of a row."""
        return self._key(row)

    def position(self, key: str) -> int:
        """Find a row's place by its key, -1 if it is not there."""
        return next((i for i, row in enumerate(self._rows) if self._key(row) == key), -1)

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows instead, changing as little as possible, so that selection and scroll place stay."""
        new = list(rows)
        if [self._key(r) for r in new] == [self._key(r) for r in self._rows]:
            changed = [i for i, (a, b) in enumerate(zip(self._rows, new, strict=True)) if a != b]
            self._rows = new
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def append(self, rows: Iterable[Row]) -> None:
        """Add rows at the end."""
        new = list(rows)
        if not new:
            return
        first = len(self._rows)
        self.beginInsertRows(_ROOT, first, first + len(new) - 1)
        self._rows.extend(new)
        self.endInsertRows()

    def insert(self, position: int, row: Row) -> None:
        """Put one row at ``position``."""
        self.beginInsertRows(_ROOT, position, position)
        self._rows.insert(position, row)
        self.endInsertRows()

    def replace(self, position: int, row: Row) -> None:
        """Change one row."""
        if self._rows[position] != row:
            self._rows[position] = row
            self.changed_at(position)

    def changed_at(self, position: int) -> None:
        """Tell views that the row at ``position`` looks different now."""
        index = self.index(position)
        self.dataChanged.emit(index, index)

    def remove(self, key: str) -> None:
        """Take one row away; nothing happens if it is gone already."""
        position = self.position(key)
        if position >= 0:
            self.beginRemoveRows(_ROOT, position, position)
            del self._rows[position]
            self.endRemoveRows()

    # -- Qt's side -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Count the loaded rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Give the row, its text, or its tooltip."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return self._text(row)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return (self._tip or self._text)(row)
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether a view may ask for more rows."""
        return not parent.isValid() and self.more and self.fetch_more is not None

    def fetchMore(self, parent: _Index) -> None:
        """Pass a view's wish for more rows on to the owner."""
        if self.canFetchMore(parent) and self.fetch_more is not None:
            self.fetch_more()

"""A list above, and the data of its current row as JSON below: the inspector's one way of showing things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import follow_selection
from app.ui.widgets.json_view import JsonView
from app.viewmodels.rows import RowsModel


class ListAndJson(QWidget):
    """A list over a view of the current row's data.

    The first row is chosen as soon as there is one; a choice made by a person stays. Enter leads from the list into the
    data, Ctrl+C in the list copies the data.

    Args:
        name: object names begin with it.
        title: what the list holds, for screen readers.
        model: the rows.
        delegate: how a row is drawn.
        data_of: what is shown of a row.
        title_of: what stands above it.
    """

    def __init__(
        self,
        name: str,
        title: str,
        model: RowsModel[Any],
        delegate: QAbstractItemDelegate,
        *,
        data_of: Callable[[Any], Any],
        title_of: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._model = model
        self._data_of = data_of
        self._title_of = title_of
        self._shown: Any = None
        self._key = ""
        self.view = QListView()
        self.view.setObjectName(f"{name}_list")
        self.view.setAccessibleName(title)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        delegate.setParent(self.view)
        self.view.setItemDelegate(delegate)
        self.view.setModel(model)
        self.view.installEventFilter(self)
        self.json = JsonView(f"{name}_json")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(16, 8, 16, 12)
        column.addWidget(self.json)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName(f"{name}_splitter")
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(below)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([200, 300])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        # Bound methods: the model outlives this view, and they end with it.
        self.view.selectionModel().currentChanged.connect(self._show)
        follow_selection(self.view)
        model.dataChanged.connect(self._show)
        model.rowsInserted.connect(self._choose)
        model.modelReset.connect(self._choose)
        self._choose()

    def _choose(self, *_: object) -> None:
        """Keep the chosen row, or choose the first."""
        if not self.view.currentIndex().isValid() and self._model.rowCount():
            position = self._model.position(self._key) if self._key else 0
            self.view.setCurrentIndex(self._model.index(max(0, position), 0))
        self._show()

    def _show(self, *_: object) -> None:
        row = self._model.row_at(self.view.currentIndex())
        if row is not None and row == self._shown:
            return
        self._shown = row
        if row is None:
            self.json.set_title("")
            self.json.set_value("")
            return
        self._key = self._model.key_of(row)
        self.json.set_title(self._title_of(row))
        self.json.set_value(self._data_of(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the data, Ctrl+C copies it."""
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.json.text.setFocus()
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                self.json.copy.click()
                return True
        return super().eventFilter(watched, event)

"""A searchable list with its states: loading, empty, nothing found, failed, ready. Thousands of rows cost nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import follow_selection
from app.ui.theme import Tone, icon, theme
from app.ui.widgets.busy import Busy
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.words import t
from app.viewmodels.rows import ROW

SEARCH_MS = 150
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RowText:
    """How one row looks: two lines, a note at the right, an icon, a dot where something is unsaved."""

    title: str
    subtitle: str = ""
    note: str = ""
    icon: str = ""
    tone: Tone = "muted"
    dot: bool = False
    faint: bool = False


class RowDelegate(QStyledItemDelegate):
    """Draws rows of equal height; ``describe`` turns the model's row object into :class:`RowText`."""

    def __init__(
        self, describe: Callable[[Any], RowText], *, two_lines: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._two_lines = two_lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        height = theme().px("body") * 1.5 + (theme().px("small") * 1.5 if self._two_lines else 0)
        return QSize(120, round(height) + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if row is None:
            return
        look = self._describe(row)
        colors = theme()
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        widget = option.widget
        selected = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(8, 1, -8, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(box, 6, 6)
            painter.fillPath(path, colors.color("accent_soft" if selected else "hover"))
        if state & QStyle.StateFlag.State_HasFocus and widget is not None and widget.hasFocus():
            painter.setPen(QPen(colors.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left, right = box.left() + 12, box.right() - 12
        if look.icon:
            found = icon(look.icon, "accent" if selected else look.tone)
            found.paint(painter, QRect(int(left), int(box.center().y()) - 8, 16, 16))
            left += 26
        small, body = colors.font("small"), colors.font("body", strong=True)
        top = box.top() + 8
        body_height, small_height = colors.px("body") * 1.5, colors.px("small") * 1.5
        if look.note:
            painter.setFont(small)
            painter.setPen(colors.color("text_muted"))
            width = painter.fontMetrics().horizontalAdvance(look.note)
            painter.drawText(
                QRectF(right - width, top, width + 1, body_height),
                int(Qt.AlignmentFlag.AlignVCenter),
                look.note,
            )
            right_title = right - width - 8
        else:
            right_title = right
        if look.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent"))
            painter.drawEllipse(QRectF(right_title - 8, top + body_height / 2 - 4, 8, 8))
            right_title -= 16
        painter.setFont(body)
        painter.setPen(colors.color("text_muted" if look.faint else "text"))
        self._line(painter, look.title, QRectF(left, top, right_title - left, body_height))
        if self._two_lines:
            painter.setFont(small)
            painter.setPen(colors.color("text_muted"))
            self._line(painter, look.subtitle, QRectF(left, top + body_height, right - left, small_height))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, text: str, rect: QRectF) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(rect.width())))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class ListPane(QFrame):
    """Heading with buttons, search, list; in place of the list what there is to say.

    Args:
        name: object names begin with it (``<name>_search``, ``<name>_list``, ``<name>_empty`` …).
        title: the heading.
        model: the rows (:class:`app.viewmodels.rows.RowsModel`).
        describe: how a row looks.
        search: the search field's placeholder; empty for none.
        empty: what to say when there is nothing (an :class:`EmptyState`).

    Signals:
        search_changed: what is searched for, a moment after the last key.
        chosen: the current row (the row object, or None).
        opened: Enter or a double click on a row.
        delete_requested: Delete was pressed on a row.
        retry_requested: after a failure.
    """

    search_changed = Signal(str)
    chosen = Signal(object)
    opened = Signal(object)
    delete_requested = Signal(object)
    retry_requested = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        model: QAbstractItemModel,
        describe: Callable[[Any], RowText],
        *,
        search: str = "Search",
        empty: EmptyState,
        two_lines: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "surface")
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.addWidget(Label(title, "heading", name=f"{name}_title"))
        self.head.addStretch(1)
        self.search = QLineEdit()
        self.search.setObjectName(f"{name}_search")
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search or t("Search"))
        self.search.setClearButtonEnabled(True)
        self._mark = self.search.addAction(icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self._mark.setText(t("Search"))
        theme().changed.connect(self._dress)
        if not search:
            self.search.hide()
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(SEARCH_MS)
        self._search_timer.timeout.connect(lambda: self.search_changed.emit(self.search.text()))
        self.search.textChanged.connect(lambda _text: self._search_timer.start())
        self.view = QListView()
        self.view.setObjectName(f"{name}_list")
        self.view.setAccessibleName(title)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setItemDelegate(RowDelegate(describe, two_lines=two_lines, parent=self.view))
        self.view.setModel(model)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        follow_selection(self.view)
        self.view.activated.connect(lambda index: self.opened.emit(index.data(ROW)))
        self.view.installEventFilter(self)
        self.search.installEventFilter(self)
        self.empty = empty
        self.nothing = EmptyState(f"{name}_nothing", "search", t("Nothing found"), t("Try other words."))
        self.failed = EmptyState(
            f"{name}_failed",
            "circle-alert",
            t("This could not be loaded"),
            action=t("Try again"),
            tone="danger",
        )
        self.failed.action_requested.connect(self.retry_requested)
        self._failure = ""
        self.failed.second_requested.connect(lambda: copy_text(self._failure))
        loading = QWidget()
        self.loading = Busy(f"{name}_loading", t("Loading…"))
        column = QVBoxLayout(loading)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.loading)
        column.addStretch(1)
        self.stack = QStackedWidget()
        for widget in (self.view, loading, empty, self.nothing, self.failed):
            self.stack.addWidget(widget)
        self._loading = loading
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(8)
        top.addLayout(self.head)
        top.addWidget(self.search)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.stack, 1)
        self.foot = QVBoxLayout()
        outer.addLayout(self.foot)

    def show_rows(self) -> None:
        """Show the list, or that nothing was found or is there."""
        model = self.view.model()
        if model is not None and model.rowCount() > 0:
            self.stack.setCurrentWidget(self.view)
        else:
            self.stack.setCurrentWidget(self.nothing if self.search.text().strip() else self.empty)

    def show_loading(self, text: str = "Loading…") -> None:
        """Show that it is being loaded."""
        self.loading.set_text(text)
        self.stack.setCurrentWidget(self._loading)

    def show_failed(self, text: str, advice: str = "", details: str = "") -> None:
        """Show why it could not be loaded, and offer to try again; ``details`` are for Copy details, not shown."""
        self._failure = "\n".join(part for part in (text, advice, details) if part)
        second = t("Copy details") if details else ""
        self.failed.set_content(
            "circle-alert", text, advice, action=t("Try again"), second=second, tone="danger"
        )
        self.stack.setCurrentWidget(self.failed)

    def select(self, position: int) -> None:
        """Make the row at ``position`` the current one; -1 none."""
        model = self.view.model()
        index = model.index(position, 0) if model is not None and position >= 0 else QModelIndex()
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
            if not index.isValid():
                self.view.clearSelection()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete asks for a deletion; Down in the search field goes to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.view and event.key() == Qt.Key.Key_Delete:
                self.delete_requested.emit(self.view.currentIndex().data(ROW))
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self._mark.setIcon(icon("search", "faint"))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW) if current.isValid() else None)

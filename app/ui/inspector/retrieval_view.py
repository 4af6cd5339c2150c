"""The inspector's view of retrieval: what was searched for, what was found, given to the model, cited, and left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.core.run_events import RunEvent
from app.ui.theme import icon, theme
from app.ui.widgets.busy import Busy
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.words import t
from app.viewmodels.retrieval import RetrievalRow, RetrievalViewModel
from app.viewmodels.rows import ROW

if TYPE_CHECKING:
    from app.ui.knowledge.citation_opener import CitationOpener
    from app.viewmodels.services import Services

_Index = QModelIndex | QPersistentModelIndex
_COLOURS = {"cited": "success", "unused": "text_muted", "dropped": "warning"}


class RetrievalDelegate(QStyledItemDelegate):
    """Draws :class:`RetrievalRow`: questions as headings, candidates with their fate."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Headings have two lines, candidates three."""
        look = theme()
        row = index.data(ROW)
        lines = 1 if isinstance(row, RetrievalRow) and row.candidate is None else 2
        return QSize(120, round(look.px("body") * 1.5 + look.px("small") * 1.5 * lines) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if not isinstance(row, RetrievalRow):
            return
        look = theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        widget = option.widget
        selected = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(8, 1, -8, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.candidate is not None and (selected or state & QStyle.StateFlag.State_MouseOver):
            path = QPainterPath()
            path.addRoundedRect(box, 6, 6)
            painter.fillPath(path, look.color("accent_soft" if selected else "hover"))
        if state & QStyle.StateFlag.State_HasFocus and widget is not None and widget.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left, right, top = box.left() + 8, box.right() - 10, box.top() + 6
        first, line = look.px("body") * 1.5, look.px("small") * 1.5
        if row.candidate is None:
            icon("search", "muted").paint(painter, QRect(int(left), int(top + first / 2) - 8, 16, 16))
            left += 24
        else:
            left += 24
        painter.setFont(look.font("small"))
        width = painter.fontMetrics().horizontalAdvance(row.words)
        if row.fate is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(_COLOURS[row.fate]))
            painter.drawEllipse(QRectF(left - 18, top + first / 2 - 4, 8, 8))
            painter.setPen(look.color(_COLOURS[row.fate]))
            _line(painter, row.words, QRectF(right - width, top, width + 1, first))
        painter.setFont(look.font("body", strong=True))
        faint = row.fate == "dropped"
        painter.setPen(look.color("text_muted" if faint else "text"))
        _line(painter, row.title, QRectF(left, top, right - left - (width + 10 if width else 0), first))
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text_muted"))
        _line(painter, row.note, QRectF(left, top + first, right - left, line))
        if row.candidate is not None:
            _line(painter, row.excerpt, QRectF(left, top + first + line, right - left, line))
        painter.restore()


class RetrievalView(QWidget):
    """Shows what a run, or an answer of a lane, retrieved; a click on a passage opens it in its document.

    Args:
        services: what the program can do.
        name: object names begin with it.
    """

    def __init__(self, services: Services, parent: QWidget | None = None, *, name: str = "retrieval") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(t("What was retrieved"))
        self._services = services
        self._opener: CitationOpener | None = None
        self.viewmodel = viewmodel = RetrievalViewModel(services.knowledge, services.bus, self)
        self.summary = Label("", "small", name=f"{name}_summary", wrap=True)
        self.summary.setContentsMargins(16, 8, 16, 4)
        self.list = QListView()
        self.list.setObjectName(f"{name}_list")
        self.list.setAccessibleName(t("Questions and the passages that were found"))
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RetrievalDelegate(self.list))
        self.list.setModel(viewmodel.rows)
        self.list.clicked.connect(lambda index: self._open(index.data(ROW)))
        self.list.activated.connect(lambda index: self._open(index.data(ROW)))
        self.state = EmptyState(f"{name}_state", "text-search", "")
        self.state.action_requested.connect(viewmodel.again)
        self.state.second_requested.connect(self._copy_failure)
        wait = QWidget()
        inner = QVBoxLayout(wait)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.addWidget(Busy(f"{name}_loading", t("Reading what was found…")))
        inner.addStretch(1)
        self._wait = wait
        self.stack = QStackedWidget()
        for widget in (self.list, self.state, wait):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.stack, 1)
        viewmodel.changed.connect(self._show)
        self._show()

    # -- for the owner -------------------------------------------------------------------------------------------

    def show_run(self, thread_id: str, run_id: str) -> None:
        """Show what a run retrieved; without ids nothing."""
        if thread_id and run_id:
            self.viewmodel.load(thread_id, run_id)
        else:
            self.viewmodel.clear()

    def show_events(self, events: Iterable[RunEvent]) -> None:
        """Show what the events of an answer tell."""
        self.viewmodel.show_events(events)

    async def closing(self) -> None:
        """End; before the window's services stop."""
        await self.viewmodel.close()
        if self._opener is not None:
            await self._opener.close()

    def _open(self, row: object) -> None:
        if isinstance(row, RetrievalRow) and row.candidate is not None:
            self._page_opener().open_candidate(row.candidate)

    def _page_opener(self) -> CitationOpener:
        """The page's own way to show passages, or one over the window."""
        from app.ui.knowledge.citation_opener import CitationOpener

        around = self.parentWidget()
        while around is not None:
            opener = getattr(around, "citations", None)
            if isinstance(opener, CitationOpener):
                return opener
            around = around.parentWidget()
        if self._opener is None:
            self._opener = CitationOpener(self._services, self.window())
        return self._opener

    def _show(self) -> None:
        model = self.viewmodel
        self.summary.setText(model.summary)
        self.summary.setVisible(model.state == "ready")
        if model.state == "ready":
            self.stack.setCurrentWidget(self.list)
            return
        if model.state == "loading":
            self.stack.setCurrentWidget(self._wait)
            return
        if model.state == "error" and model.error is not None:
            self.state.set_content(
                "circle-alert",
                model.error.message,
                model.error.advice,
                action=t("Try again"),
                second=t("Copy details") if model.error.details else "",
                tone="danger",
            )
        else:
            self.state.set_content(
                "text-search",
                t("No files were searched"),
                t(
                    "When an assistant searches files, the questions, the passages that were found and those that were used "
                    "stand here."
                ),
            )
        self.stack.setCurrentWidget(self.state)

    def _copy_failure(self) -> None:
        error = self.viewmodel.error
        if error is not None:
            copy_text("\n".join(part for part in (error.message, error.advice, error.details) if part))


def _line(painter: QPainter, text: str, rect: QRectF) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(rect.width())))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

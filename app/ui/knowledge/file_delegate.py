"""How a file of a store is drawn: name and state in the first line, facts, progress or the failure in the second."""

from __future__ import annotations

from collections.abc import Callable

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
)
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import icon, theme
from app.ui.words import mark, t
from app.viewmodels.knowledge_rows import FileRow
from app.viewmodels.rows import ROW

_Index = QModelIndex | QPersistentModelIndex
_DOTS = {
    "waiting": "text_faint",
    "uploading": "accent",
    "in_progress": "accent",
    "completed": "success",
    "failed": "danger",
    "cancelled": "text_faint",
}
RETRY = mark("Retry")


class FileDelegate(QStyledItemDelegate):
    """Draws :class:`FileRow`; a click on the word “Retry” of a failed one calls ``retry`` with its key."""

    def __init__(self, retry: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._retry = retry

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(120, round((theme().px("body") + theme().px("small")) * 1.5) + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if not isinstance(row, FileRow):
            return
        look = theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        widget = option.widget
        selected = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(8, 1, -8, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(box, 6, 6)
            painter.fillPath(path, look.color("accent_soft" if selected else "hover"))
        if state & QStyle.StateFlag.State_HasFocus and widget is not None and widget.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left, right, top = box.left() + 12, box.right() - 12, box.top() + 8
        first, second = look.px("body") * 1.5, look.px("small") * 1.5
        icon("file-text", "accent" if selected else "muted").paint(
            painter, QRect(int(left), int(box.center().y()) - 8, 16, 16)
        )
        left += 26
        painter.setFont(look.font("small"))
        metrics = painter.fontMetrics()
        words = row.state_words
        width = metrics.horizontalAdvance(words)
        painter.setPen(look.color("danger" if row.state == "failed" else "text_muted"))
        self._line(painter, words, QRectF(right - width, top, width + 1, first))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(_DOTS[row.state]))
        painter.drawEllipse(QRectF(right - width - 14, top + first / 2 - 4, 8, 8))
        painter.setFont(look.font("body", strong=True))
        painter.setPen(look.color("text"))
        middle = Qt.TextElideMode.ElideMiddle  # the ending tells the kind of file
        self._line(painter, row.name, QRectF(left, top, right - width - 24 - left, first), middle)
        painter.setFont(look.font("small"))
        end = right
        if row.state in {"failed", "cancelled"}:
            place = self._retry_place(option)
            painter.setPen(look.color("accent_text"))
            self._line(painter, t(RETRY), QRectF(place))
            end = place.left() - 8
        below = QRectF(left, top + first, end - left, second)
        if row.busy and row.progress is not None:
            self._bar(painter, below, row.progress)
        else:
            painter.setPen(look.color("danger" if row.state == "failed" else "text_muted"))
            self._line(painter, row.details, below)
        painter.restore()

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on “Retry”."""
        row = index.data(ROW)
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(row, FileRow)
            and row.state in {"failed", "cancelled"}
            and self._retry_place(option).adjusted(-6, -6, 6, 6).contains(event.position().toPoint())
        ):
            self._retry(row.key)
            return True
        return False

    @staticmethod
    def _retry_place(option: QStyleOptionViewItem) -> QRect:
        look = theme()
        rect: QRect = option.rect
        from PySide6.QtGui import QFontMetrics

        width = QFontMetrics(look.font("small")).horizontalAdvance(t(RETRY)) + 2
        top = rect.top() + 9 + round(look.px("body") * 1.5)
        return QRect(rect.right() - 20 - width, top, width, round(look.px("small") * 1.5))

    @staticmethod
    def _bar(painter: QPainter, place: QRectF, share: float) -> None:
        look = theme()
        track = QRectF(place.left(), place.center().y() - 2, place.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("pressed"))
        painter.drawRoundedRect(track, 2, 2)
        done = QRectF(track)
        done.setWidth(max(4.0, track.width() * min(1.0, max(0.0, share))))
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(done, 2, 2)

    @staticmethod
    def _line(
        painter: QPainter,
        text: str,
        rect: QRectF,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        shown = painter.fontMetrics().elidedText(text, mode, max(0, int(rect.width())))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

"""How a search's result is drawn: rank and file, score with its parts, and the beginning of the passage."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import theme
from app.ui.words import number_words
from app.viewmodels.knowledge_rows import HitRow
from app.viewmodels.rows import ROW

_Index = QModelIndex | QPersistentModelIndex
EXCERPT_LINES = 3
SCORE_WIDTH = 56


class HitDelegate(QStyledItemDelegate):
    """Draws :class:`HitRow`; dropped ones are faint and say why."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        look = theme()
        return QSize(120, round(look.px("body") * 1.5 + look.px("small") * 1.5 * (1 + EXCERPT_LINES)) + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if not isinstance(row, HitRow):
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
        first, line = look.px("body") * 1.5, look.px("small") * 1.5
        score = number_words(row.hit.score, 2)
        painter.setFont(look.font("small", strong=True))
        width = painter.fontMetrics().horizontalAdvance(score)
        painter.setPen(look.color("text_muted" if row.dropped else "text"))
        _line(painter, score, QRectF(right - width, top, width + 1, first))
        bar = QRectF(right - width - 8 - SCORE_WIDTH, top + first / 2 - 2, SCORE_WIDTH, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("pressed"))
        painter.drawRoundedRect(bar, 2, 2)
        done = QRectF(bar)
        done.setWidth(bar.width() * min(1.0, max(0.0, row.hit.score)))
        painter.setBrush(look.color("border_strong" if row.dropped else "accent"))
        painter.drawRoundedRect(done, 2, 2)
        title_left = left
        if not row.dropped:
            painter.setFont(look.font("small", strong=True))
            rank = f"{row.hit.rank}"
            size = max(20.0, painter.fontMetrics().horizontalAdvance(rank) + 10.0)
            badge = QRectF(left, top + first / 2 - 9, size, 18)
            painter.setBrush(look.color("surface" if selected else "accent_soft"))
            painter.drawRoundedRect(badge, 9, 9)
            painter.setPen(look.color("accent_text"))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), rank)
            title_left += size + 8
        painter.setFont(look.font("body", strong=True))
        painter.setPen(look.color("text_muted" if row.dropped else "text"))
        _line(
            painter,
            row.hit.filename,
            QRectF(title_left, top, bar.left() - 12 - title_left, first),
            Qt.TextElideMode.ElideMiddle,
        )
        painter.setFont(look.font("small"))
        painter.setPen(look.color("warning" if row.dropped else "text_muted"))
        parts = " · ".join(part for part in (row.hit.dropped, row.parts) if part)
        _line(painter, parts, QRectF(left, top + first, right - left, line))
        painter.setPen(look.color("text_muted" if row.dropped else "text"))
        _lines(painter, row.excerpt, QRectF(left, top + first + line + 2, right - left, line * EXCERPT_LINES))
        painter.restore()


def _line(
    painter: QPainter, text: str, rect: QRectF, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> None:
    shown = painter.fontMetrics().elidedText(text, mode, max(0, int(rect.width())))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _lines(painter: QPainter, text: str, rect: QRectF) -> None:
    """Draw as many lines as fit, the last one cut with “…”."""
    metrics = painter.fontMetrics()
    spacing = rect.height() / EXCERPT_LINES
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(EXCERPT_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20.0, rect.width()))
        start = line.textStart()
        last = number == EXCERPT_LINES - 1
        shown = text[start:] if last else text[start : start + line.textLength()]
        if last:
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, int(rect.width()))
        place = QRectF(rect.left(), rect.top() + number * spacing, rect.width(), spacing)
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown.strip()
        )
    layout.endLayout()

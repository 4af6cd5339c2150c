"""How steps and events look in the inspector's lists."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import Tone, icon, theme
from app.ui.words import number_words
from app.viewmodels.rows import ROW
from app.viewmodels.step_rows import EventRow, StepRow

_Index = QModelIndex | QPersistentModelIndex
_ICONS = {
    "message": "message-square-text",
    "function": "square-function",
    "code_interpreter": "terminal",
    "file_search": "text-search",
}
_PILLS = {
    "completed": ("success_soft", "success"),
    "failed": ("danger_soft", "danger"),
    "expired": ("danger_soft", "danger"),
    "incomplete": ("warning_soft", "warning"),
    "cancelled": ("sunken", "text_muted"),
    "requires_action": ("warning_soft", "warning"),
}
_PLAIN_PILL = ("accent_soft", "accent_text")


class StepDelegate(QStyledItemDelegate):
    """Draws :class:`app.viewmodels.step_rows.StepRow`; all rows are of one height."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Two lines and their padding."""
        return QSize(120, round((theme().px("body") + theme().px("small")) * 1.5) + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one step."""
        row = index.data(ROW)
        if not isinstance(row, StepRow):
            return
        colours = theme()
        painter.save()
        box, selected = _background(painter, option)
        left, right, top = box.left() + 10, box.right() - 8, box.top() + 8
        tone: Tone = "danger" if row.status in {"failed", "expired"} else "accent" if selected else "muted"
        place = QRect(int(left), int(box.center().y()) - 8, 16, 16)
        icon(_ICONS.get(row.kind, "circle-dot"), tone).paint(painter, place)
        left += 26
        line, small_line = colours.px("body") * 1.5, colours.px("small") * 1.5
        right = self._pill(painter, row, right, top, line, on_accent=selected) - 8
        painter.setFont(colours.font("body", strong=True))
        painter.setPen(colours.color("text"))
        used = _text(painter, row.title, QRectF(left, top, right - left, line))
        if row.name:
            painter.setFont(colours.font("small", mono=True))
            painter.setPen(colours.color("text_muted"))
            _text(painter, row.name, QRectF(left + used + 8, top, right - left - used - 8, line))
        painter.setFont(colours.font("small"))
        painter.setPen(colours.color("text_muted"))
        words = " · ".join(part for part in (row.term, row.duration, row.tokens_words) if part)
        _text(painter, words, QRectF(left, top + line, box.right() - 8 - left, small_line))
        if row.span is not None:
            self._timeline(painter, row.span, QRectF(left, box.bottom() - 5, box.right() - 8 - left, 3))
        painter.restore()

    @staticmethod
    def _timeline(painter: QPainter, span: tuple[float, float], track: QRectF) -> None:
        """When in the run the step was, and for how much of it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("sunken"))
        painter.drawRoundedRect(track, 1.5, 1.5)
        painter.setBrush(theme().color("accent"))
        width = max(3.0, track.width() * span[1])
        left = min(track.left() + track.width() * span[0], track.right() - width)
        painter.drawRoundedRect(QRectF(left, track.top(), width, track.height()), 1.5, 1.5)

    @staticmethod
    def _pill(
        painter: QPainter, row: StepRow, right: float, top: float, height: float, *, on_accent: bool
    ) -> float:
        """Draw the state at the right and return where it begins."""
        colours = theme()
        back, front = _PILLS.get(row.status, _PLAIN_PILL)
        if on_accent and back == "accent_soft":
            back = "surface"
        painter.setFont(colours.font("small"))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(row.status_words) + 14
        pill = QRectF(right - width, top + (height - metrics.height() - 2) / 2, width, metrics.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(back))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(colours.color(front))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), row.status_words)
        return pill.left()


class EventDelegate(QStyledItemDelegate):
    """Draws :class:`app.viewmodels.step_rows.EventRow`: one dense line each, for thousands of them."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One line."""
        return QSize(120, round(theme().px("small") * 1.5) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one event: when it came, its name, what it brought."""
        row = index.data(ROW)
        if not isinstance(row, EventRow):
            return
        colours = theme()
        painter.save()
        box, _selected = _background(painter, option)
        left, right = box.left() + 8, box.right() - 8
        painter.setFont(colours.font("small"))
        painter.setPen(colours.color("text_faint"))
        column = painter.fontMetrics().horizontalAdvance("000.00 s")
        painter.drawText(
            QRectF(left, box.top(), column, box.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            f"{number_words(row.seconds, 2)} s",
        )
        left += column + 12
        painter.setPen(colours.color("text"))
        left += _text(painter, row.name, QRectF(left, box.top(), right - left, box.height())) + 8
        painter.setPen(colours.color("text_muted"))
        _text(painter, row.summary, QRectF(left, box.top(), right - left, box.height()))
        painter.restore()


def _background(painter: QPainter, option: QStyleOptionViewItem) -> tuple[QRectF, bool]:
    """Draw the row's background as its state asks; gives its box and whether it is selected."""
    colours = theme()
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    widget = option.widget
    box = QRectF(rect).adjusted(8, 1, -8, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.fillPath(path, colours.color("accent_soft" if selected else "hover"))
    if state & QStyle.StateFlag.State_HasFocus and widget is not None and widget.hasFocus():
        painter.setPen(QPen(colours.color("accent"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
    return box, selected


def _text(painter: QPainter, text: str, rect: QRectF) -> float:
    """Draw as much as fits and return its width."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(rect.width())))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    return float(metrics.horizontalAdvance(shown))

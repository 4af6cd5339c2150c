"""A bar chart, painted by ourselves: upright bars for days, lying ones for names. Read aloud as text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import theme
from app.viewmodels.activity import Bar

ROW = 34
MOST_ROWS = 40
_GAP = 8


@dataclass(frozen=True)
class _Scale:
    top: float
    step: float


def nice_scale(most: float, lines: int = 4) -> _Scale:
    """Round values for grid lines: the top is at least ``most``, the steps are 1, 2 or 5 times a power of ten."""
    if most <= 0 or not math.isfinite(most):
        return _Scale(1.0, 1.0)
    rough = most / lines
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    return _Scale(step * math.ceil(most / step - 1e-9), step)


class BarChart(QWidget):
    """Shows bars; the arrow keys move through them, the current one's words stand at the top.

    Args:
        name: the object name.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._title = ""
        self._bars: tuple[Bar, ...] = ()
        self._upright = True
        self._scale = _Scale(1.0, 1.0)
        self._format = "{:,.0f}"
        self.current = -1
        theme().changed.connect(self.update)

    def set_bars(self, title: str, bars: Sequence[Bar], *, upright: bool, number: str = "{:,.0f}") -> None:
        """Show these bars; ``upright`` for a row of days, else one line for each; ``number`` formats the grid's values."""
        self._title = title
        self._bars = tuple(bars if upright else bars[:MOST_ROWS])
        self._upright = upright
        self._format = number
        self._scale = nice_scale(max((bar.value for bar in self._bars), default=0.0))
        self.current = min(self.current, len(self._bars) - 1)
        self.setMinimumHeight(180 if upright else max(180, ROW * len(self._bars) + 16))
        told = [bar for bar in self._bars if bar.value]
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.words}" for bar in told) or "–")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide; as high as its lines need."""
        return QSize(480, 260 if self._upright else max(180, ROW * len(self._bars) + 16))

    # -- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grid, bars and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        if self._upright:
            self._paint_days(painter)
        else:
            self._paint_names(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _plot(self, painter: QPainter) -> QRectF:
        metrics = painter.fontMetrics()
        values = [self._format.format(self._scale.step * i) for i in range(self._lines() + 1)]
        left = max((metrics.horizontalAdvance(value) for value in values), default=0) + 12.0
        return QRectF(left, 28.0, self.width() - left - 12.0, self.height() - 28.0 - metrics.height() - 14.0)

    def _lines(self) -> int:
        return max(1, round(self._scale.top / self._scale.step))

    def _paint_days(self, painter: QPainter) -> None:
        colors = theme()
        plot = self._plot(painter)
        metrics = painter.fontMetrics()
        for line in range(self._lines() + 1):
            y = plot.bottom() - plot.height() * line / self._lines()
            painter.setPen(QPen(colors.color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colors.color("text_muted"))
            painter.drawText(
                QRectF(0, y - metrics.height() / 2, plot.left() - 6, metrics.height()),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                self._format.format(self._scale.step * line),
            )
        width = plot.width() / max(1, len(self._bars))
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=1) + 12
        every = max(1, math.ceil(widest / width))
        for number, bar in enumerate(self._bars):
            box = self._day_box(plot, number)
            if box.height() > 0:
                self._fill(painter, box, number)
            if (len(self._bars) - 1 - number) % every == 0:
                painter.setPen(colors.color("text_muted"))
                middle = plot.left() + width * (number + 0.5)
                left = min(max(plot.left(), middle - widest / 2), plot.right() - widest)
                painter.drawText(
                    QRectF(left, plot.bottom() + 6, widest, metrics.height()),
                    int(Qt.AlignmentFlag.AlignHCenter),
                    bar.label,
                )
        if 0 <= self.current < len(self._bars):
            bar = self._bars[self.current]
            painter.setPen(colors.color("text"))
            painter.drawText(
                QRectF(plot.left(), 4, plot.width(), 20),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                f"{bar.label}: {bar.words}",
            )

    def _day_box(self, plot: QRectF, number: int) -> QRectF:
        width = plot.width() / max(1, len(self._bars))
        inside = max(1.0, min(width * 0.72, 48.0))
        height = plot.height() * self._bars[number].value / self._scale.top
        left = plot.left() + width * number + (width - inside) / 2
        return QRectF(left, plot.bottom() - height, inside, height)

    def _paint_names(self, painter: QPainter) -> None:
        colors = theme()
        metrics = painter.fontMetrics()
        names = min(240.0, self.width() * 0.36)
        words = max((metrics.horizontalAdvance(bar.words) for bar in self._bars), default=0) + 16.0
        space = max(20.0, self.width() - names - words - 24.0)
        for number, bar in enumerate(self._bars):
            top = 8.0 + ROW * number
            painter.setPen(colors.color("text"))
            shown = metrics.elidedText(bar.label, Qt.TextElideMode.ElideMiddle, int(names - 12))
            middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QRectF(8, top, names - 12, ROW), middle, shown)
            length = space * bar.value / self._scale.top
            if length > 0:
                self._fill(painter, QRectF(names + 8, top + 9, max(2.0, length), ROW - 18), number)
            painter.setPen(colors.color("text_muted"))
            painter.drawText(QRectF(names + 16 + length, top, words, ROW), middle, bar.words)

    def _fill(self, painter: QPainter, box: QRectF, number: int) -> None:
        path = QPainterPath()
        radius = min(3.0, box.width() / 2, box.height() / 2)
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, theme().color("accent_hover" if number == self.current else "accent"))

    # -- pointing ------------------------------------------------------------------------------------------------

    def bar_at(self, point: QPointF) -> int:
        """The bar under a point, -1 for none."""
        if not self._bars:
            return -1
        if not self._upright:
            row = int((point.y() - 8) // ROW)
            return row if 0 <= row < len(self._bars) else -1
        left = self.fontMetrics().horizontalAdvance(self._format.format(self._scale.top)) + 12.0
        width = (self.width() - left - 12.0) / len(self._bars)
        number = int((point.x() - left) // width) if width > 0 else -1
        return number if 0 <= number < len(self._bars) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar under the mouse is the current one."""
        self._set_current(self.bar_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """No bar is current when the mouse is gone, unless the keys are used."""
        if not self.hasFocus():
            self._set_current(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys, Home and End move through the bars."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._bars:
            number = self.current + steps[Qt.Key(event.key())]
            self._set_current(min(len(self._bars) - 1, max(0, number)))
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._bars:
            self._set_current(0 if event.key() == Qt.Key.Key_Home else len(self._bars) - 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Give the words of the bar under the mouse as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.bar_at(QPointF(event.pos()))
            if number >= 0:
                bar = self._bars[number]
                QToolTip.showText(event.globalPos(), f"{bar.label}: {bar.words}", self)
            return True
        return super().event(event)

    def _set_current(self, number: int) -> None:
        if number != self.current:
            self.current = number
            self.update()

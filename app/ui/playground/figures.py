"""A lane's figures: painted in one go, because they change ten times a second while an answer comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import theme
from app.viewmodels.lane import Figure

GAP = 8  # between the words of two columns, pixels


class FiguresBar(QWidget):
    """Values over their words, in equal columns; the accessible name reads them all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figures: tuple[Figure, ...] = ()
        theme().changed.connect(self.updateGeometry)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        found = tuple(figures)
        if found != self.figures:
            self.figures = found
            self.setAccessibleName(", ".join(f"{f.value} {f.words}" for f in found))
            self.update()

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(320, round(theme().px("body") * 1.4 + theme().px("small") * 1.4))

    def minimumSizeHint(self) -> QSize:
        """Narrow, if it must be."""
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Each column has its own tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.figures:
            column = min(
                len(self.figures) - 1, int(event.pos().x() * len(self.figures) / max(1, self.width()))
            )
            QToolTip.showText(event.globalPos(), self.figures[column].tip, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns."""
        if not self.figures:
            return
        look = theme()
        painter = QPainter(self)
        width = self.width() / len(self.figures)
        upper, lower = look.px("body") * 1.4, look.px("small") * 1.4
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        strong, small = look.font("body", strong=True), look.font("small")
        painter.setFont(small)
        metrics = painter.fontMetrics()
        fits = all(metrics.horizontalAdvance(figure.words) <= width - GAP for figure in self.figures)
        for number, figure in enumerate(self.figures):
            painter.setFont(strong)
            painter.setPen(look.color("text" if figure.value != "–" else "text_faint"))
            shown = figure.value
            if painter.fontMetrics().horizontalAdvance(shown) > width - 4:
                shown = shown.removesuffix(" s")
            painter.drawText(QRectF(number * width, 0, width - 2, upper), left, shown)
            painter.setFont(small)
            painter.setPen(look.color("text_muted"))
            words = figure.words if fits else figure.short
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(width - 4))
            painter.drawText(QRectF(number * width, upper, width - 4, lower), left, shown)

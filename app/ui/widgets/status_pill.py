"""A state in a word with a dot: ready, busy, failed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import theme
from app.ui.words import said

PillKind = Literal["neutral", "ok", "busy", "warning", "danger"]
_DOT = {"neutral": "text_faint", "ok": "success", "busy": "accent", "warning": "warning", "danger": "danger"}


class StatusPill(QWidget):
    """One short state; the whole sentence is its tooltip and accessible name."""

    def __init__(
        self, name: str, text: str = "", kind: PillKind = "neutral", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.text = ""
        self.kind: PillKind = "neutral"
        theme().changed.connect(self._restyle)
        self._restyle()
        self.set_state(text, kind)

    def set_state(self, text: str, kind: PillKind = "neutral", *, tip: str = "") -> None:
        """Show a state."""
        self.text, self.kind = text, kind
        self.setAccessibleName(said(tip) or text)
        self.setToolTip(said(tip))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Dot and text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text) + 20, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """As the hint: a state is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dot and text."""
        if not self.text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(_DOT[self.kind]))
        painter.drawEllipse(QRectF(2, self.height() / 2 - 4, 8, 8))
        painter.setPen(theme().color("text_muted"))
        painter.drawText(self.rect().adjusted(16, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text)

    def _restyle(self) -> None:
        self.setFont(theme().font("small"))
        self.updateGeometry()
        self.update()

"""Words of the type scale, and the line between two areas."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.theme import set_property
from app.ui.words import said

LabelRole = Literal[
    "body", "title", "heading", "strong", "muted", "small", "term", "error", "warning", "success", "mono",
    "badge", "badge_accent",
]  # fmt: skip


_SAID = frozenset({"error", "warning", "success"})


class Label(QLabel):
    """Text in one of the theme's roles; always plain text, so that nothing shown is taken for markup.

    What went wrong or well is told by the rooms below in English; labels of these roles show it in the window's language.
    """

    def __init__(
        self,
        text: str = "",
        role: LabelRole = "body",
        *,
        name: str = "",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(said(text) if role in _SAID else text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if name:
            self.setObjectName(name)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def setText(self, text: str) -> None:
        """Show ``text``."""
        super().setText(said(text) if self.property("role") in _SAID else text)

    def set_role(self, role: LabelRole) -> None:
        """Change the role."""
        set_property(self, "role", role)


class ElidedLabel(QLabel):
    """One line that is cut with “…” where space ends; the whole text is its tooltip and accessible name."""

    def __init__(
        self, text: str = "", role: LabelRole = "body", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if name:
            self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show one line of ``text``."""
        line = " ".join(text.split())
        super().setText(line)
        self.setAccessibleName(line)
        self.setToolTip(line)

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(24, QFontMetrics(self.font()).height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Line(QFrame):
    """A hairline between two areas."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

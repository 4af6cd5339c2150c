"""Shows a message's document: as high as its text, without scroll bars of its own, boxes behind code, safe links."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QPen, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.ui.theme import theme
from app.ui.transcript.document import CODE, CODE_PAD, COPY, QUOTE_INDENT, MessageDocument
from app.ui.transcript.markdown_html import OWN_SCHEMES, is_safe_link
from app.ui.widgets.message_bar import copy_text

CODE_RADIUS = 8


class MessageText(QTextBrowser):
    """A read-only view of one :class:`MessageDocument`; text can be selected, links reached by keyboard.

    Signals:
        code_copied: a piece of code was put on the clipboard.
        link_requested: a link within the program was followed: a citation (``cite:3``), a made file (``sandbox:…``).
    """

    code_copied = Signal()
    link_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._follow)
        self._message: MessageDocument | None = None

    @property
    def message(self) -> MessageDocument | None:
        """The document that is shown."""
        return self._message

    def show_message(self, message: MessageDocument, width: int) -> int:
        """Show a document at a width; gives the height that it needs."""
        if self.width() != width:
            self.resize(
                width, max(1, self.height())
            )  # a view of another width would lay the text out for itself
        if message.textWidth() != width:
            message.setTextWidth(width)
        if self._message is not message:
            # Through Qt's property: each call of setDocument would hold its document for as long as this view lives.
            self.setProperty("document", message)
            self._message = message  # what was shown before lives until here
            if message.textWidth() != width:
                message.setTextWidth(width)
        return self.needed_height()

    def needed_height(self) -> int:
        """The height of the text as it stands."""
        return int(self._message.size().height() + 0.999) if self._message is not None else 0

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Give nothing: see :class:`MessageDocument`."""
        return b""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the transcript."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes behind code and bars beside quotes, then the text."""
        if self._message is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_boxes(painter, self._message, QRectF(event.rect()))
            painter.end()
        super().paintEvent(event)

    def _paint_boxes(self, painter: QPainter, message: MessageDocument, area: QRectF) -> None:
        """Look only at what is in sight: an answer may have hundreds of pieces of code."""
        look, layout = theme(), message.documentLayout()
        outline = QPen(look.color("border"), 1)
        block = message.findBlock(layout.hitTest(QPointF(1, area.top()), Qt.HitTestAccuracy.FuzzyHit))
        while block.isValid():
            style = block.blockFormat()
            if style.hasProperty(CODE):
                table = QTextCursor(block).currentTable()
                if table is not None:
                    first = layout.blockBoundingRect(table.firstCursorPosition().block())
                    last = layout.blockBoundingRect(table.lastCursorPosition().block())
                    if first.top() - CODE_PAD > area.bottom():
                        return
                    height = last.bottom() - first.top() + 2 * CODE_PAD
                    box = QRectF(0.5, first.top() - CODE_PAD, self.viewport().width() - 1.0, height)
                    painter.setPen(outline)
                    painter.setBrush(look.color("sunken"))
                    painter.drawRoundedRect(box, CODE_RADIUS, CODE_RADIUS)
                    block = message.findBlock(table.lastPosition() + 1)
                    continue
            box = layout.blockBoundingRect(block)
            if box.top() > area.bottom():
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("border_strong"))
            for level in range(int(style.leftMargin() // QUOTE_INDENT)):
                painter.drawRoundedRect(QRectF(level * QUOTE_INDENT, box.top(), 3, box.height()), 1.5, 1.5)
            block = block.next()

    def _follow(self, address: QUrl) -> None:
        words = address.toString()
        if words.startswith(COPY):
            number = int(words.removeprefix(COPY))
            if self._message is not None and number < len(self._message.codes):
                copy_text(self._message.codes[number])
                self.code_copied.emit()
        elif words.startswith(OWN_SCHEMES):
            self.link_requested.emit(words)
        elif is_safe_link(words):
            QDesktopServices.openUrl(address)

"""A sheet over the right part of a page that shows the passage which an answer cites."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.knowledge.document_viewer import DocumentViewer
from app.ui.words import t
from app.viewmodels.knowledge_document import DocumentViewModel

WIDEST, SHARE, MARGIN = 640, 0.6, 8


class PassagePanel(QFrame):
    """Lies over ``host`` while it is open; Esc or its cross closes it.

    Signals:
        closed: it was closed.
    """

    closed = Signal()

    def __init__(self, viewmodel: DocumentViewModel, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("passage_panel")
        self.setAccessibleName(t("Cited passage"))
        self.setProperty("surface", "raised")
        self.viewmodel = viewmodel
        self.viewer = DocumentViewer(viewmodel, "passage")
        self.viewer.close_requested.connect(self.close_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.viewer)
        self._host = host
        self._back_to: QWidget | None = None
        host.installEventFilter(self)
        self.hide()

    def open_panel(self) -> None:
        """Come into sight over the host."""
        window = self._host.window()
        if self.isHidden():
            self._back_to = window.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.viewer.close_button.setFocus()

    def close_panel(self) -> None:
        """Go; the focus is where it was."""
        if self.isHidden():
            return
        self.hide()
        self.viewmodel.close_document()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus()
        self._back_to = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the sheet while the focus is in it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        area = self._host.rect().adjusted(0, MARGIN, -MARGIN, -MARGIN)
        width = min(WIDEST, max(320, round(area.width() * SHARE)), area.width() - MARGIN)
        self.setGeometry(area.right() - width + 1, area.top(), width, area.height())

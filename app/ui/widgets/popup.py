"""A frame that pops up over the window, and goes away on Escape whatever Escape means in the page below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget


class PopupFrame(QFrame):
    """Closed by Escape and by a click beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the shortcuts of the page: Qt then closes the popup."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

"""Files that the system asks the running program to open: macOS sends them as events, also those it was started with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Qt's application object, which keeps the files that come before there is a window to open them.

    Args:
        arguments: the command line, for Qt.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._open: Callable[[str], None] | None = None
        self._waiting: list[str] = []

    def open_files_with(self, opener: Callable[[str], None] | None) -> None:
        """Give each file's path to ``opener`` from now on, those that wait at once; None keeps them again."""
        self._open = opener
        if opener is not None:
            waiting, self._waiting = self._waiting, []
            for path in waiting:
                opener(path)

    def event(self, event: QEvent) -> bool:
        """A file was opened with this program by the system."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        path = event.file() or event.url().toLocalFile()
        if path and self._open is not None:
            self._open(path)
        elif path:
            self._waiting.append(path)
        return True

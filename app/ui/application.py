"""Qt's application object, set up for this program."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def make_application() -> QApplication:
    """Make it, once. It does not end with its last window: the program's owner ends everything in order."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("assistant-workbench")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("assistant-workbench")
    app.setApplicationDisplayName("Assistant Workbench")
    app.setQuitOnLastWindowClosed(False)
    return app

"""Qt's application object, set up for this program."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui import accessibility
from app.ui.opened_files import Application


def leave_imports_alone() -> None:
    """Keep Qt's bindings from reading the source of every module that is imported later.

    They look whether a module wants ``snake_case`` names, which none here does. The look doubles the time that the SDK
    takes to load, and asks half-loaded modules for attributes, on which some fail.
    """
    feature = sys.modules.get("shibokensupport.feature")
    names = vars(feature) if feature is not None else {}
    if "_mod_uses_pyside" in names:
        names["_mod_uses_pyside"] = lambda _module: True


leave_imports_alone()


def make_application() -> QApplication:
    """Make it, once. It does not end with its last window: the program's owner ends everything in order."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("assistant-workbench")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else Application(sys.argv[:1])
    app.setApplicationName("assistant-workbench")
    app.setApplicationDisplayName("Assistant Workbench")
    app.setQuitOnLastWindowClosed(False)
    accessibility.install()
    return app

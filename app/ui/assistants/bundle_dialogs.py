"""Asking which assistant's file to open, and where to write one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.words import t
from app.viewmodels.assistant_transfer import file_name
from app.workbench.portability.bundle import SUFFIX


def ask_open(parent: QWidget, chosen: Callable[[str], None]) -> None:
    """Ask for a bundle file; ``chosen`` is called with its path."""
    dialog = _dialog(parent, "assistant_import_dialog", t("Open an assistant"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_save(parent: QWidget, name: str, chosen: Callable[[str], None]) -> None:
    """Ask where to write the bundle of an assistant of this name."""
    dialog = _dialog(parent, "assistant_export_dialog", t("Export the assistant"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
    dialog.selectFile(file_name(name))
    dialog.fileSelected.connect(chosen)
    dialog.open()


def dropped(data: QMimeData) -> list[str]:
    """The bundle files among what is dragged."""
    return [
        url.toLocalFile() for url in data.urls() if url.isLocalFile() and url.toLocalFile().endswith(SUFFIX)
    ]


def _dialog(parent: QWidget, name: str, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setObjectName(name)
    dialog.setNameFilters([t("Assistants (*{0})").format(SUFFIX), t("All files (*)")])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog

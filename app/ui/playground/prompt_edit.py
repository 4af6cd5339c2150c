"""The field in which a prompt is typed: files and images come in by drop and paste."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from app.ui.widgets.growing_edit import GrowingEdit


class PromptEdit(GrowingEdit):
    """A growing field that hands on what is no text.

    Signals:
        files_given: paths of files that were dropped or pasted.
        image_given: a pasted image (PNG).
    """

    files_given = Signal(list)
    image_given = Signal(bytes)

    def __init__(self, name: str, *, least: int = 1, most: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(name, least=least, most=most, parent=parent)
        self.setAcceptDrops(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, files and images."""
        return source.hasUrls() or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put text into the field, hand files and images on."""
        if not give(source, self):
            super().insertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, too."""
        if not accept(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files, too."""
        if not accept(event):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files, too."""
        if give(event.mimeData(), self):
            event.acceptProposedAction()
        else:
            super().dropEvent(event)


def accept(event: QDragMoveEvent) -> bool:
    """Let files and images be dropped; whether it is such."""
    data = event.mimeData()
    if paths_in(data) or (data.hasImage() and not data.hasText()):
        event.acceptProposedAction()
        return True
    return False


def give(data: QMimeData, edit: PromptEdit) -> bool:
    """Hand on what is no text; false when it is text. A cell copied from a table has a picture, too: its text counts."""
    paths = paths_in(data)
    if paths:
        edit.files_given.emit(paths)
        return True
    if data.hasImage() and not data.hasText():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            edit.image_given.emit(png(image))
            return True
    return False


def paths_in(data: QMimeData) -> list[str]:
    """The files of this computer in what was dropped or pasted."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def png(image: QImage) -> bytes:
    """An image as a PNG file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return bytes(held.data())

"""What a person does with files and images that code made: open, save, enlarge."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.words import number_words, t
from app.viewmodels.made_files import MadeFiles, can_open, safe_name
from app.workbench.tools.interpreter import MadeFile

MOST_PIXELS = 60_000_000


WIDEST = 560
"""An image among the output is shown at most so wide."""
QUICK_PIXELS = 200_000
"""An image of so many pixels is read at once; a larger one in a thread, because it takes longer than a frame."""
MOST_PREVIEWS = 200


def preview(data: bytes) -> QImage:
    """An image of these bytes, as wide as it is shown at most."""
    image = read_image(data)
    if image.width() <= WIDEST:
        return image
    return image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)


def read_image(data: bytes) -> QImage:
    """An image of these bytes; null for what is none, or is too large to be shown."""
    image = QImage.fromData(data)
    return image if image.width() * image.height() <= MOST_PIXELS else QImage()


def _size(data: bytes) -> QSize:
    """How large an image is, without reading it."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer).size()


class FileActions(QObject):
    """Opens, saves and enlarges.

    Args:
        files: where contents come from.
        host: a widget of the window.
    """

    def __init__(self, files: MadeFiles, host: QWidget) -> None:
        super().__init__(host)
        self.files = files
        self._host = host
        self._previews: OrderedDict[str, QImage] = OrderedDict()
        files.fetched.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))

    def preview(self, file_id: str) -> QImage | None:
        """An image as it is shown; None while it is fetched and read (``files.loaded`` tells), or cannot be had."""
        if file_id in self._previews:
            return self._previews[file_id]
        data = self.files.content(file_id)
        if data is None:
            return None
        size = _size(data)
        if size.width() * size.height() <= QUICK_PIXELS:
            return self._keep(file_id, preview(data))
        key = f"read {file_id}"
        if not self.files.tasks.running(key):
            self.files.tasks.start(key, self._read(file_id, data))
        return None

    async def _read(self, file_id: str, data: bytes) -> None:
        self._keep(file_id, await asyncio.to_thread(preview, data))
        self.files.loaded.emit(file_id)

    def _keep(self, file_id: str, image: QImage) -> QImage:
        self._previews[file_id] = image
        while len(self._previews) > MOST_PREVIEWS:
            self._previews.popitem(last=False)
        return image

    def save(self, file: MadeFile, session: str = "") -> QFileDialog:
        """Ask where, and save there."""
        dialog = QFileDialog(self._host.window(), t("Save as"), safe_name(file.name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.files.save(file, path, session))
        dialog.open()
        return dialog

    def open(self, file: MadeFile, session: str = "") -> None:
        """Show it with the system's program, if that only shows it; save it otherwise."""
        if can_open(file.name):
            self.files.open(file, session)
        else:
            self.save(file, session)

    def enlarge(self, file: MadeFile, image: QImage) -> ImageViewer:
        """Show an image as large as the window."""
        viewer = ImageViewer(image, file.name, lambda: self.save(file), self._host.window())
        viewer.open()
        return viewer


class ImageViewer(QFrame):
    """An image over the whole window; Escape or a click closes it."""

    def __init__(self, image: QImage, name: str, save: Callable[[], object], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("image_viewer")
        self.setAccessibleName(t("Image {0}").format(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pixmap = QPixmap.fromImage(image)
        self._before: QWidget | None = None
        self._window = window
        save_as = Button("image_viewer_save", t("Save as"), icon="download")
        save_as.clicked.connect(save)
        close = Button("image_viewer_close", t("Close"), icon="x")
        close.clicked.connect(self.close_viewer)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(save_as)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(row)
        column.addStretch(1)
        window.installEventFilter(self)

    def open(self) -> None:
        """Cover the window."""
        self._before = self._window.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_viewer(self) -> None:
        """Go away, and give the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image in the middle, never larger than it is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 215))
        room = self.rect().adjusted(24, 60, -24, -24)
        size = self._pixmap.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = room.center().x() - size.width() // 2
        top = room.center().y() - size.height() // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._pixmap)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close."""
        self.close_viewer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_viewer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)


class FileRow(QWidget):
    """Files as buttons: each opens its file; beside it Save as."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self._files: tuple[MadeFile, ...] = ()
        self._session = ""
        self.actions_: FileActions | None = None
        self._flow = FlowLayout(self)

    def show_files(self, files: tuple[MadeFile, ...], session: str = "") -> None:
        """Show these files."""
        self._session = session
        self.setVisible(bool(files))
        if files == self._files:
            return
        self._files = files
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, file in enumerate(files):
            self._flow.addWidget(self._make(number, file))

    def _make(self, number: int, file: MadeFile) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        show = Button(f"{self._name}_{number}_open", f"{file.name}  {size_words(file.bytes)}", icon="file")
        show.setToolTip(t("Open with the system's program") if can_open(file.name) else t("Save as"))
        show.clicked.connect(lambda: self._do("open", file))
        save = IconButton(f"{self._name}_{number}_save", "download", t("Save {0} as").format(file.name))
        save.clicked.connect(lambda: self._do("save", file))
        row.addWidget(show)
        row.addWidget(save)
        return pair

    def _do(self, what: str, file: MadeFile) -> None:
        if self.actions_ is not None:
            act = self.actions_.open if what == "open" else self.actions_.save
            act(file, self._session)


class Picture(QLabel):
    """An image among a cell's output; a click (or Enter) enlarges it."""

    def __init__(
        self, name: str, file_id: str, actions: FileActions | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.file_id = file_id
        self._actions = actions
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(t("Image made by the code; Enter enlarges it"))
        self.setText(t("Loading the image…"))

    def refresh(self, width: int) -> None:
        """Show the image at this width at most, once it is there."""
        if self._actions is None:
            self.setText(t("Image {0}").format(self.file_id))
            return
        if self._image.isNull():
            image = self._actions.preview(self.file_id)
            if image is None:
                why = self._actions.files.failed.get(self.file_id, "")
                self.setText(
                    t("The image cannot be shown. {0}").format(why) if why else t("Loading the image…")
                )
                return
            self._image = image
        if self._image.isNull():
            self.setText(t("The image cannot be shown: this is no image."))
            return
        fitting = min(width, self._image.width(), WIDEST)
        if self.pixmap().isNull() or self.pixmap().width() != fitting:
            self.setPixmap(
                QPixmap.fromImage(
                    self._image.scaledToWidth(fitting, Qt.TransformationMode.SmoothTransformation)
                )
            )

    @property
    def shown(self) -> bool:
        """Whether the image is there."""
        return not self._image.isNull()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Enlarge."""
        self._enlarge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space enlarge."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._enlarge()
        else:
            super().keyPressEvent(event)

    def _enlarge(self) -> None:
        if self._actions is not None and not self._image.isNull():
            data = self._actions.files.content(self.file_id)
            whole = read_image(data) if data is not None else self._image
            self._actions.enlarge(MadeFile(f"{self.file_id}.png", file_id=self.file_id), whole)


def size_words(size: int) -> str:
    """A file's size for people."""
    value = float(size)
    for unit in ("B", "KB", "MB"):
        if value < 1000:
            return f"{number_words(value, 0 if unit == 'B' else 1)} {unit}"
        value /= 1000
    return t("{0:.1f} GB").format(value)

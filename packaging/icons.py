"""The program's icon in every size that the three systems want, drawn from ``resources/icons/app.svg``.

::

    python packaging/icons.py FOLDER

writes ``<size>.png``, ``assistant-workbench.ico`` (Windows) and ``assistant-workbench.icns`` (macOS). Needs no display.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
NAME = "assistant-workbench"


def make(folder: Path, source: Path = ROOT / "resources" / "icons" / "app.svg") -> Path:
    """Draw all icons into ``folder`` and return it.

    Raises:
        ValueError: the source is no picture.
        OSError: a file cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: TID251 - drawn, not shown
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(source)) if source.is_file() else None
    if renderer is None or not renderer.isValid():
        raise ValueError(f"{source} is no picture")
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
        painter.end()
        if not image.save(str(folder / f"{size}.png")):
            raise OSError(f"{folder / f'{size}.png'} cannot be written")
    del application
    with Image.open(folder / "1024.png") as largest:
        small = [(size, size) for size in SIZES if size <= 256]
        with Image.open(folder / "256.png") as picture:
            picture.save(folder / f"{NAME}.ico", sizes=small)
        largest.save(folder / f"{NAME}.icns")
    return folder


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))

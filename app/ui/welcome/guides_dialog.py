"""What there is to read: the guides that come along with the program (``resources/help``), shown in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from app.core.paths import resource
from app.ui.transcript.document import MessageDocument
from app.ui.transcript.stream_writer import StreamWriter
from app.ui.widgets.buttons import Button
from app.ui.words import mark, spoken, t

GUIDES = (
    ("code-interpreter", mark("Code interpreter")),
    ("knowledge", mark("Knowledge")),
    ("engine", mark("The engine")),
)


class GuidesDialog(QDialog):
    """A list of the guides and the chosen one; opened with ``open()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guides_dialog")
        self.setWindowTitle(t("Guides"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setObjectName("guides_list")
        self.list.setAccessibleName(t("Guides"))
        self.list.addItems([t(title) for _, title in GUIDES])
        self.list.setFixedWidth(180)
        self.list.setSpacing(2)
        self.text = QTextBrowser()
        self.text.setObjectName("guides_text")
        self.text.setAccessibleName(t("Guide"))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(QDesktopServices.openUrl)
        self.list.currentRowChanged.connect(self._show)
        close = Button("guides_close", t("Close"))
        close.clicked.connect(self.accept)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.resize(880, 620)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        name, title = GUIDES[row]
        document = MessageDocument(self.text)
        document.setDocumentMargin(16)
        writer = StreamWriter(document)
        own = resource("help", spoken(), f"{name}.md")
        file = own if own.is_file() else resource("help", f"{name}.md")
        writer.feed(file.read_text("utf-8"))
        writer.finish()
        self.text.setDocument(document)
        self.text.setAccessibleName(t(title))

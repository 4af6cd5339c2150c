"""The inspected request as code that makes the same call."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.ui.transcript.card import CopyButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.words import t
from app.viewmodels.inspected import InspectedViewModel
from app.workbench.portability.code_export import KEY, LANGUAGES, Call

MOST_SHOWN = 200_000


class CodeView(QWidget):
    """Shows a request of what an :class:`InspectedViewModel` inspects, in a language to choose."""

    def __init__(self, viewmodel: InspectedViewModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.viewmodel = viewmodel
        self._whole = ""
        self.language = QComboBox()
        self.language.setObjectName(f"{name}_language")
        self.language.setAccessibleName(t("Language"))
        self.language.setAccessibleDescription(self.language.accessibleName())
        self.language.addItems(list(LANGUAGES))
        self.request = QComboBox()
        self.request.setObjectName(f"{name}_request")
        self.request.setAccessibleName(t("Request"))
        self.request.setAccessibleDescription(self.request.accessibleName())
        self.request.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.request.setMinimumContentsLength(8)
        self.copy = CopyButton(f"{name}_copy", t("this code"))
        self.copy.clicked.connect(lambda: self.copy.copy(self._whole))
        self.text = QPlainTextEdit()
        self.text.setObjectName(f"{name}_text")
        self.text.setAccessibleName(t("Code"))
        self.text.setProperty("kind", "code")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        note = Label(t("The key is taken from {0}.").format(KEY), "small", name=f"{name}_note", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.language, 1)
        row.addWidget(self.copy)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.request)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(note)
        self.empty = EmptyState(
            f"{name}_empty", "code", t("Nothing was sent yet"), t("Each request stands here as code to copy.")
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(page)
        self._page = page
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        for box in (self.language, self.request):
            box.currentIndexChanged.connect(lambda _index: self._write())

    def refresh(self) -> None:
        """The panel is in sight: show what is inspected now."""
        requests = self.viewmodel.what.requests
        self.stack.setCurrentWidget(self._page if requests else self.empty)
        words = [f"{number}. {endpoint}" for number, (endpoint, _) in enumerate(requests, 1)]
        shown = [self.request.itemText(i) for i in range(self.request.count())]
        if words != shown:
            self.request.blockSignals(True)
            self.request.clear()
            self.request.addItems(words)
            self.request.setCurrentIndex(len(words) - 1)
            self.request.blockSignals(False)
        self._write()

    def _write(self) -> None:
        self.viewmodel.tasks.start("code", self._write_now())

    async def _write_now(self) -> None:
        address = await self.viewmodel.base_url()
        requests, place = self.viewmodel.what.requests, self.request.currentIndex()
        if not 0 <= place < len(requests):
            return
        endpoint, body = requests[place]
        self._whole = LANGUAGES[self.language.currentText()](Call(endpoint, body, address))
        shown = self._whole
        if len(shown) > MOST_SHOWN:
            shown = t("{0}\n… {1:,} more characters; Copy takes all of it.").format(
                shown[:MOST_SHOWN], len(shown) - MOST_SHOWN
            )
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)

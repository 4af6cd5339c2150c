"""The code interpreter in a transcript: code, what it printed and drew in the order it came, files, time, how it ended."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.transcript.card import Card, Rendered
from app.ui.transcript.made_files import FileActions, FileRow, Picture
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.code_edit import CodeEdit
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.status_pill import PillKind, StatusPill
from app.ui.words import number_words, said, t
from app.viewmodels.transcript import Item

MOST_LOGS = 20_000
"""So much of what was printed is shown, the end of it; the inspector has all."""
CODE_LINES, LOG_LINES = 16, 14
_PILLS: dict[str, PillKind] = {
    "": "neutral",
    "busy": "busy",
    "ok": "ok",
    "warning": "warning",
    "danger": "danger",
}
STOP = "code_stop"


class CodeCard(Card):
    """One cell.

    Args:
        name: object names begin with it.
    """

    def __init__(self, parent: QWidget, name: str = "code") -> None:
        super().__init__(f"{name}_card", parent)
        self._name = name
        self.setProperty("surface", "card")
        self.files: FileActions | None = None
        self._folded: set[str] = set()
        self._parts: list[QWidget] = []
        mark = QLabel()
        set_icon(mark, "terminal", "muted")
        self._title = ElidedLabel(role="strong", name=f"{name}_title")
        self._pill = StatusPill(f"{name}_state")
        self._stop = IconButton(f"{name}_stop", "square", t("Stop this answer"), tone="danger")
        self._stop.clicked.connect(lambda: self.action_requested.emit(STOP))
        self._toggle = IconButton(f"{name}_toggle", "chevron-down", t("Hide the code"))
        self._toggle.clicked.connect(self._fold)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        head.addWidget(self._stop)
        head.addWidget(self._toggle)
        self.code = CodeEdit(f"{name}_input", t("Code"), read_only=True)
        self.outputs = QVBoxLayout()
        self.outputs.setSpacing(8)
        self.file_row = FileRow(f"{name}_files")
        self.reason = Label("", "small", name=f"{name}_reason", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.code)
        column.addLayout(self.outputs)
        column.addWidget(self.file_row)
        column.addWidget(self.reason)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._show_state)

    def show_item(self, item: Item, _rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        if item is not self.item:
            self._clear()
        self.item = item
        self._title.setText(item.title)
        self.code.set_text(item.details)
        self.code.setFixedHeight(self.code.height_of_lines(1, CODE_LINES))
        folded = item.key in self._folded or not item.details
        self.code.setVisible(not folded)
        self._toggle.set_icon("chevron-right" if folded else "chevron-down")
        self._toggle.set_words(t("Show the code") if folded else t("Hide the code"))
        self._toggle.setVisible(bool(item.details))
        self._show_outputs(item)
        self.file_row.actions_ = self.files
        self.file_row.show_files(item.files)
        self.reason.setText(said(item.hint))
        self.reason.setVisible(bool(item.hint))
        self._stop.setVisible(item.level == "busy")
        if item.level == "busy":
            self._timer.start()
        else:
            self._timer.stop()
        self._show_state()

    def hideEvent(self, event: object) -> None:
        """Count only while it is seen."""
        self._timer.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _show_state(self) -> None:
        item = self.item
        if item is None:
            return
        seconds = item.seconds or (
            time.monotonic() - item.began if item.level == "busy" and item.began else 0.0
        )
        words = item.state
        if seconds >= 0.05 and (item.level != "busy" or seconds >= 1):
            words = f"{item.state} · {_seconds(seconds)}"
        if words != self._pill.text:
            self._pill.set_state(words, _PILLS[item.level])
        self.setAccessibleName(f"{item.title}, {words}. {said(item.hint)}".strip())

    def _show_outputs(self, item: Item) -> None:
        for number, (kind, value) in enumerate(item.outputs):
            if number < len(self._parts):
                part = self._parts[number]
            else:
                part = (
                    Picture(f"{self._name}_image_{number}", value, self.files)
                    if kind == "image"
                    else CodeEdit(f"{self._name}_logs_{number}", t("Output"), read_only=True, coloured=False)
                )
                self._parts.append(part)
                self.outputs.addWidget(part)
            if isinstance(part, Picture):
                part.refresh(max(80, self.width() - 24))
            elif isinstance(part, CodeEdit):
                shown = value.rstrip("\n")
                if len(shown) > MOST_LOGS:
                    shown = t("… {0:,} characters before\n{1}").format(
                        len(shown) - MOST_LOGS, shown[-MOST_LOGS:]
                    )
                at_end = part.verticalScrollBar().value() >= part.verticalScrollBar().maximum() - 4
                part.set_text(shown)
                part.setFixedHeight(part.height_of_lines(1, LOG_LINES))
                if at_end and item.level == "busy":
                    part.verticalScrollBar().setValue(part.verticalScrollBar().maximum())

    def _clear(self) -> None:
        for part in self._parts:
            self.outputs.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []

    def _fold(self) -> None:
        if self.item is not None:
            self._folded ^= {self.item.key}
            self.show_item(self.item, None)
            self.resized.emit()


def _seconds(value: float) -> str:
    return (
        f"{number_words(value, 1)} s"
        if value < 60
        else t("{0} min {1} s").format(int(value) // 60, int(value) % 60)
    )

"""Cards beside prompts and answers: tool calls, notices, failures, and calls that wait for a person's output."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.transcript.card import Card, Rendered
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form_field import FormField
from app.ui.widgets.json_view import JsonView
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.status_pill import PillKind, StatusPill
from app.ui.words import number_words, said, t
from app.viewmodels.transcript import Item

_TOOL_ICONS = {"python": "terminal", "search": "search", "json": "square-function"}
_PILLS: dict[str, PillKind] = {
    "": "neutral",
    "busy": "busy",
    "ok": "ok",
    "warning": "warning",
    "danger": "danger",
}
TOOL_VIEW_HEIGHT = 160


class ToolCard(Card):
    """A tool call: its name and how it stands; opened, what went in and what came out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("tool_card", parent)
        self.setProperty("surface", "card")
        self._open: set[str] = set()
        self._mark = QLabel()
        self._title = ElidedLabel(role="strong", name="tool_title")
        self._pill = StatusPill("tool_state")
        self._toggle = IconButton("tool_toggle", "chevron-right", t("Show what went in and out"))
        self._toggle.clicked.connect(self._fold)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        head.addWidget(self._toggle)
        self._input = JsonView("tool_input", t("Input"))
        self._output = JsonView("tool_output", t("Output"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 6)
        column.setSpacing(8)
        column.addLayout(head)
        for view in (self._input, self._output):
            view.text.setFixedHeight(TOOL_VIEW_HEIGHT)
            view.hide()
            column.addWidget(view)

    def show_item(self, item: Item, _rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        self.item = item
        set_icon(self._mark, _TOOL_ICONS.get(item.language, "wrench"), "muted")
        self._title.setText(item.title)
        words = f"{item.state} · {number_words(item.seconds, 1)} s" if item.seconds >= 0.05 else item.state
        self._pill.set_state(words, _PILLS[item.level])
        opened = item.key in self._open
        self._input.setVisible(opened and bool(item.details))
        self._output.setVisible(opened and not item.empty)
        if opened:
            self._input.set_value(item.details)
            self._output.set_value(item.text)
        self._toggle.set_icon("chevron-down" if opened else "chevron-right")
        self._toggle.set_words(t("Hide what went in and out") if opened else t("Show what went in and out"))
        self._toggle.setEnabled(bool(item.details) or not item.empty)
        self.setAccessibleName(t("Tool {0}, {1}").format(item.title, words))

    def _fold(self) -> None:
        if self.item is not None:
            self._open ^= {self.item.key}
            self.show_item(self.item, None)
            self.resized.emit()


class NoticeCard(Card):
    """Something that goes on: one quiet line, counting down while it waits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("notice_card", parent)
        self._mark = QLabel()
        self._text = Label("", "muted", name="notice_text", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._count)

    def show_item(self, item: Item, _rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        self.item = item
        waits = item.until > time.monotonic()
        set_icon(self._mark, "hourglass" if item.until else "info", "warning" if waits else "faint")
        self._count()

    def hideEvent(self, event: object) -> None:
        """Count only while it is seen."""
        self._timer.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _count(self) -> None:
        if self.item is None:
            return
        left = self.item.until - time.monotonic()
        words = said(self.item.text)
        if left > 0:
            words = t("{0} {1} s left.").format(words, int(left + 0.999))
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
        if words != self._text.text():
            self._text.setText(words)
            self.setAccessibleName(words)


class ErrorCard(Card):
    """A failure: what happened, what to do, Copy details, Retry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("error_card", parent)
        self.setProperty("surface", "danger")
        mark = QLabel()
        set_icon(mark, "circle-alert", "danger")
        self._text = Label("", "strong", name="error_text", wrap=True, selectable=True)
        self._advice = Label("", name="error_advice", wrap=True, selectable=True)
        self._copy = Button("error_copy_details", t("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self._retry = Button("error_retry", t("Try again"))
        self._retry.clicked.connect(self.retry_requested)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._text)
        words.addWidget(self._advice)
        buttons = FlowLayout()
        buttons.addWidget(self._retry)
        buttons.addWidget(self._copy)
        words.addSpacing(4)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_item(self, item: Item, _rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        self.item = item
        text, advice = said(item.text), said(item.hint)
        self._text.setText(text)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._copy.setVisible(bool(item.details))
        self._retry.setVisible(item.retry)
        self.setAccessibleName(t("Error: {0} {1}").format(text, advice).strip())

    def _copy_details(self) -> None:
        if self.item is not None:
            copy_text("\n".join(p for p in (self.item.text, self.item.hint, self.item.details) if p))


class QuestionCard(Card):
    """Function calls that nothing answers: a person types their outputs, Continue sends them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("question_card", parent)
        self.setProperty("surface", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(12)
        self._fields: dict[str, QPlainTextEdit] = {}
        self._body: QWidget | None = None

    def show_item(self, item: Item, _rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        if self.item is item:
            return
        self.item = item
        if self._body is not None:
            self._body.deleteLater()
        self._fields = {}
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = t("The model calls a function. Type what it gives back.")
        column.addWidget(Label(head, "strong", name="question_title", wrap=True))
        for number, call in enumerate(item.asked):
            edit = QPlainTextEdit()
            edit.setObjectName(f"question_output_{number}")
            edit.setProperty("kind", "field")
            edit.setPlaceholderText('{"result": …}')
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(72)
            self._fields[call.call_id] = edit
            if call.arguments.strip() not in {"", "{}"}:
                shown = JsonView(f"question_arguments_{number}", t("Arguments of {0}").format(call.name))
                shown.set_value(call.arguments)
                shown.text.setFixedHeight(min(TOOL_VIEW_HEIGHT, 28 + 20 * (1 + shown.text.blockCount())))
                column.addWidget(shown)
            column.addWidget(FormField(edit, t("Output of {0}").format(call.name), "output"))
        go_on: QPushButton = Button("question_continue", t("Continue"), kind="primary", icon="play")
        go_on.clicked.connect(
            lambda: self.answered.emit({i: e.toPlainText() for i, e in self._fields.items()})
        )
        row = QHBoxLayout()
        row.addWidget(go_on)
        row.addStretch(1)
        column.addLayout(row)
        self._column.addWidget(self._body)
        self.setAccessibleName(head)

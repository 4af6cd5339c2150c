"""“Which API fits?” as a dialog: four questions at the left, the recommendation at the right as one answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, Line
from app.ui.words import counted, t
from app.viewmodels.knowledge_rows import size_words
from app.viewmodels.which_api import WhichApiViewModel
from app.workbench.which_api import Evidence, Question, Standing


class WhichApiDialog(QDialog):
    """Opened with ``open()``.

    Signals:
        setup_requested: a person wants the recommended APIs side by side; carries the playground's setup.
    """

    setup_requested = Signal(object)

    def __init__(self, viewmodel: WhichApiViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("which_api_dialog")
        self.setWindowTitle(t("Which API fits?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.viewmodel = viewmodel
        viewmodel.setParent(self)
        questions = QWidget()
        left = QVBoxLayout(questions)
        left.setContentsMargins(24, 20, 16, 20)
        left.setSpacing(20)
        left.addWidget(Label(t("Which API fits?"), "title", name="which_api_title"))
        for question in viewmodel.questions:
            left.addWidget(_QuestionBox(question, viewmodel))
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("which_api_questions")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(questions)
        self._result = QWidget()
        self._result.setObjectName("which_api_result")
        self._lines = QVBoxLayout(self._result)
        self._lines.setContentsMargins(20, 20, 24, 20)
        self._lines.setSpacing(8)
        found = QScrollArea()
        found.setWidgetResizable(True)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setWidget(self._result)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(scroll, 1)
        middle.addWidget(Line(vertical=True))
        middle.addWidget(found, 1)
        self.set_up = Button(
            "which_api_set_up",
            t("Set up the lanes"),
            kind="primary",
            icon="columns-2",
            tip=t("Put the best two side by side in the playground"),
        )
        self.set_up.clicked.connect(self._set_up)
        close = Button("which_api_close", t("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.set_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        self.resize(920, 640)
        viewmodel.changed.connect(self._show)
        self._show()

    def _set_up(self) -> None:
        self.setup_requested.emit(self.viewmodel.setup())
        self.accept()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        standings = self.viewmodel.standings
        self.set_up.setEnabled(bool(standings))
        if not standings:
            self._add(Label(t("Answer a question, and the recommendation stands here."), "muted", wrap=True))
        for place, standing in enumerate(standings):
            self._add_standing(place, standing)
        if self.viewmodel.evidence:
            self._add(Line())
            self._add(Label(t("Your last comparison"), "heading"))
            for found in self.viewmodel.evidence:
                title = self.viewmodel.titles[found.api]
                self._add(Label(title, "strong"))
                self._add(Label(evidence_words(found), "small", name=f"evidence_{found.api}", wrap=True))
        self._lines.addStretch(1)

    def _add_standing(self, place: int, standing: Standing) -> None:
        title = self.viewmodel.titles[standing.api]
        if place == 0:
            words = (
                t("{0} fits best").format(title)
                if self.viewmodel.complete
                else t("So far: {0}").format(title)
            )
            self._add(Label(words, "heading", name="which_api_best", wrap=True))
        else:
            self._add(Label(title, "strong"))
        for reason in standing.reasons:
            self._add(Label(f"+  {t(reason)}", "body" if place == 0 else "small", wrap=True))
        for reason in standing.against:
            self._add(Label(f"−  {t(reason)}", "small", wrap=True))
        if not standing.reasons and not standing.against:
            self._add(Label(t("Nothing speaks for or against it."), "small"))

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)


class _QuestionBox(QWidget):
    def __init__(self, question: Question, viewmodel: WhichApiViewModel) -> None:
        super().__init__()
        self.setObjectName(f"question_{question.id}")
        self.setAccessibleName(t(question.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(t(question.text), "strong", wrap=True))
        column.addWidget(Label(t(question.explains), "small", wrap=True))
        group = QButtonGroup(self)
        for option in question.options:
            button = QRadioButton(t(option.text))
            button.setObjectName(f"option_{question.id}_{option.id}")
            button.setAccessibleName(f"{t(question.text)} {t(option.text)}")
            button.toggled.connect(
                lambda on, chosen=option.id: viewmodel.answer(question.id, chosen) if on else None
            )
            group.addButton(button)
            column.addWidget(button)


def evidence_words(found: Evidence) -> str:
    """A lane's figures in a sentence."""
    requests = counted(t("1 request"), t("{0:,} requests"), found.requests)
    again = counted(t("1 message sent again"), t("{0:,} messages sent again"), found.repeated_messages)
    parts = [requests, size_words(found.sent_bytes), again]
    if found.held_messages:
        one, many = t("1 message kept by the service"), t("{0:,} messages kept by the service")
        parts.append(counted(one, many, found.held_messages))
    if found.own_tool_rounds:
        one, many = t("tools answered by this program once"), t("tools answered by this program {0:,} times")
        parts.append(counted(one, many, found.own_tool_rounds))
    if found.service_steps:
        one, many = t("1 tool step run by the service"), t("{0:,} tool steps run by the service")
        parts.append(counted(one, many, found.service_steps))
    return ", ".join(parts)

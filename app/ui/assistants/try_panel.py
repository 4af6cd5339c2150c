"""“Try it”: a conversation with what stands in the form, at its right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.playground.lane_view import LaneView
from app.ui.theme import set_property
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import Label, Line
from app.ui.words import said, t
from app.viewmodels.assistant_trial import AssistantTrial

MOST_EXAMPLES = 3


class TryPanel(QFrame):
    """Shows an :class:`AssistantTrial`.

    Signals:
        closed: a person does not want the panel any more.
        playground_requested: the assistant is to be opened in the playground.
    """

    closed = Signal()
    playground_requested = Signal()

    def __init__(self, trial: AssistantTrial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant_try_panel")
        self.setProperty("surface", "surface")
        self.setAccessibleName(t("Try it"))
        self.setMinimumWidth(300)
        self._trial = trial
        self.lane = LaneView(trial.lane)
        self.lane.setMinimumWidth(280)
        for place in (0, 1):  # the form says whom it asks and how
            layout = self.lane.layout()
            item = layout.itemAt(place) if layout is not None else None
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
        self.lane.stop_requested.connect(trial.stop)
        self.lane.retry_requested.connect(trial.retry)
        self.lane.answered.connect(trial.submit)
        self.lane.settings_edited.connect(trial.lane.set_settings)
        self.lane.empty.set_content(
            "play",
            t("Try it"),
            t("Ask as somebody would who uses it. Changes in the form count from the next prompt on."),
        )
        self.new = IconButton("assistant_trial_new", "square-pen", t("Begin a new conversation"))
        self.new.clicked.connect(trial.new_conversation)
        self.playground = IconButton(
            "assistant_trial_playground",
            "external-link",
            t("Open it in the playground, beside a plain model"),
        )
        self.playground.clicked.connect(self.playground_requested)
        self.close_button = IconButton("assistant_trial_close", "panel-right-close", t("Close “Try it”"))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 4)
        head.setSpacing(4)
        head.addWidget(Label(t("Try it"), "heading", name="assistant_trial_title"))
        head.addStretch(1)
        head.addWidget(self.new)
        head.addWidget(self.playground)
        head.addWidget(self.close_button)
        self.edit = GrowingEdit("assistant_trial_text", least=1, most=6)
        self.edit.setProperty("kind", "bare")
        self.edit.setAccessibleName(t("Prompt"))
        self.edit.setPlaceholderText(t("Ask something"))
        self.edit.edited.connect(trial.set_draft)
        self.edit.installEventFilter(self)
        self.hint = Label("", "small", name="assistant_trial_hint", wrap=True)
        self.send = Button(
            "assistant_trial_send", t("Send"), kind="primary", icon="send", tip=t("Send (Ctrl+Enter)")
        )
        self.send.clicked.connect(lambda _checked: trial.send())
        self.box = QFrame()
        self.box.setProperty("box", "composer")
        low = QHBoxLayout()
        low.setSpacing(8)
        low.addWidget(self.hint, 1)
        low.addWidget(self.send)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 8, 8, 8)
        inside.setSpacing(4)
        inside.addWidget(self.edit)
        inside.addLayout(low)
        self.examples = QWidget()
        self._examples = QVBoxLayout(self.examples)
        self._examples.setContentsMargins(0, 0, 0, 0)
        self._examples.setSpacing(4)
        self._shown_examples: tuple[str, ...] = ()
        self._chips: list[Button] = []
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.examples)
        foot.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.lane, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        trial.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        trial = self._trial
        if self.edit.toPlainText() != trial.draft:
            self.edit.set_text(trial.draft)
        self.send.setEnabled(trial.can_send)
        busy = trial.lane.busy
        self.hint.setText(t("Answering…") if busy else said(trial.problem) or t("Ctrl+Enter sends"))
        self.new.setEnabled(bool(trial.lane.transcript.items))
        examples = () if trial.lane.transcript.items else trial.examples[:MOST_EXAMPLES]
        if examples != self._shown_examples:
            self._shown_examples = examples
            self._show_examples()

    def _show_examples(self) -> None:
        for chip in self._chips:
            chip.hide()
            self._examples.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for number, text in enumerate(self._shown_examples, 1):
            line = " ".join(text.split())
            chip = Button(
                f"assistant_trial_example_{number}", line if len(line) < 44 else f"{line[:42]}…", tip=line
            )
            chip.setProperty("kind", "chip")
            chip.setAccessibleName(line)
            chip.clicked.connect(lambda _checked=False, words=text: self._take(words))
            self._chips.append(chip)
            self._examples.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.examples.setVisible(bool(self._chips))

    def _take(self, text: str) -> None:
        self._trial.set_draft(text)
        self._trial.send()

    def begin(self) -> None:
        """It is opened: begin to type."""
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends, Esc stops; the box shows the field's focus."""
        if watched is self.edit:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
                if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._trial.send()
                    return True
                if event.key() == Qt.Key.Key_Escape and self._trial.lane.busy:
                    self._trial.stop()
                    return True
            elif event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                set_property(self.box, "focused", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

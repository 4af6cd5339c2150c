"""One lane: whom it asks at the top, the conversation, the figures of the last answer at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.core.entities import ModelRef
from app.ui.playground.composer import Composer
from app.ui.playground.figures import FiguresBar
from app.ui.playground.lane_settings import LaneSettingsPopup
from app.ui.theme import set_property
from app.ui.tools.lane_tools import LaneToolsBox
from app.ui.transcript.card import CardAction
from app.ui.transcript.code_card import STOP
from app.ui.transcript.view import TranscriptView
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label, LabelRole, Line
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import mark, said, t
from app.viewmodels.assistant_abilities import withheld
from app.viewmodels.lane import API_TIPS, LaneViewModel, Target
from app.viewmodels.lane_choices import TargetChoice, label_of, value_of
from app.workbench.playground.lane import LaneSettings

if TYPE_CHECKING:
    from app.viewmodels.lane_version import LaneVersion
    from app.viewmodels.services import Services

NARROWEST = 280
NARROW = 380
_EMPTY = {
    "chat": (
        "message-square",
        "Chat Completions",
        mark("This program keeps the conversation and sends all of it with every prompt."),
    ),
    "assistants": (
        "bot",
        "Assistants",
        mark(
            "The server keeps the conversation in a thread. Only your new message is sent; the run's steps appear beside it."
        ),
    ),
    "responses": (
        "messages-square",
        "Responses",
        mark(
            "The service keeps each answer. Only your new message is sent, with the name of the answer that it goes on from."
        ),
    ),
}


class LaneView(QFrame):
    """Shows a :class:`LaneViewModel`.

    Signals:
        target_chosen: a person points the lane at another model or assistant.
        settings_edited: a person gives it other parameters.
        stop_requested: Stop was pressed.
        retry_requested: Try again was pressed.
        remove_requested: the lane is to go.
        duplicate_requested: another lane like this one is wanted.
        edit_requested: a prompt of the transcript is to be asked otherwise: its item.
        inspect_requested: the steps of an answer of the transcript are to be shown: its item.
        answered: outputs of the calls that waited, by call id.
    """

    target_chosen = Signal(object)
    settings_edited = Signal(object)
    stop_requested = Signal()
    retry_requested = Signal()
    remove_requested = Signal()
    duplicate_requested = Signal()
    edit_requested = Signal(object)
    inspect_requested = Signal(object)
    answered = Signal(dict)

    def __init__(self, lane: LaneViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.services: Services | None = None
        """Set by the page, so that the lane's tools can be chosen."""
        name = self.name = lane.id.replace("-", "_")
        self.setObjectName(name)
        self.setProperty("surface", "surface")
        self.setMinimumWidth(NARROWEST)
        self._targets: dict[str, Target] = {}
        self._notes: dict[str, str] = {}
        self._offered: list[Choice] = []
        self._note_room = False
        self._blind = ""
        self.transcript = TranscriptView(f"{name}_transcript")
        self.transcript.set_actions("user", CardAction("prompt_edit", "pencil", t("Edit and ask again")))
        self.transcript.set_actions("assistant", CardAction("answer_steps", "list-tree", t("Show its steps")))
        self.transcript.action_requested.connect(self._act)
        self.transcript.set_transcript(lane.transcript)
        icon, title, text = _EMPTY[lane.lane.api]
        self.empty = EmptyState(f"{name}_empty", icon, title, t(text))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.transcript)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(Line())
        column.addWidget(self.stack, 1)
        column.addWidget(self._make_foot())
        self.composer = Composer(f"{name}_composer", (), compact=True)
        self.composer.hide()
        column.addWidget(self.composer)
        self.transcript.retry_requested.connect(self.retry_requested)
        self.transcript.answered.connect(self.answered)
        lane.changed.connect(self._show)
        lane.figures_changed.connect(self._show_figures)
        lane.transcript.inserted.connect(self._show_stack)
        lane.transcript.removed.connect(self._show_stack)
        lane.transcript.reset.connect(self._show_stack)
        self._show()
        self._show_figures()
        self._show_stack()

    def _make_head(self) -> QWidget:
        name, lane = self.name, self.lane
        head = QWidget()
        role: LabelRole = "badge_accent" if lane.lane.api == "assistants" else "badge"
        badge = self.badge = Label(lane.api_words, role, name=f"{name}_api")
        badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        badge.setAccessibleName(lane.api_words)
        badge.setToolTip(said(API_TIPS[lane.lane.api]))
        what = t("Assistant or model") if lane.lane.api == "assistants" else t("Model")
        self.picker = Picker(f"{name}_target", what, nothing=t("No models yet: the engine is starting."))
        self.picker.picked.connect(self._pick)
        self.version = Label("", "badge", name=f"{name}_version")
        self.version.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.version.hide()
        self._versions: LaneVersion | None = None
        self.parameters = IconButton(f"{name}_parameters", "sliders-horizontal", t("Parameters"))
        self.parameters.clicked.connect(self.open_parameters)
        self._popup: LaneSettingsPopup | None = None
        self.duplicate = IconButton(f"{name}_duplicate", "copy-plus", t("Add a lane like this one"))
        self.duplicate.clicked.connect(self.duplicate_requested)
        self.remove = IconButton(f"{name}_remove", "x", t("Remove this lane"))
        self.remove.clicked.connect(self.remove_requested)
        self.note = ElidedLabel(role="small", name=f"{name}_note")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.picker, 1)
        row.setContentsMargins(0, 0, 0, 0)
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        for button in (self.parameters, self.duplicate, self.remove):
            tools.addWidget(button)
        row.addWidget(self.tools)
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 8, 12, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._make_lower())
        return head

    def _make_lower(self) -> QWidget:
        lower = self.second_line = QWidget()
        row = QHBoxLayout(lower)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.version)
        row.addWidget(self.note, 1)
        lower.setMinimumHeight(self.version.sizeHint().height())  # with a version or without: one height
        return lower

    def _make_foot(self) -> QWidget:
        name = self.name
        foot = QWidget()
        self.figures = FiguresBar(f"{name}_figures")
        self.sent = Label("", "small", name=f"{name}_sent", wrap=True)
        self.stop = IconButton(f"{name}_stop", "square", t("Stop this lane"), tone="danger")
        self.stop.clicked.connect(self.stop_requested)
        self.retry = IconButton(f"{name}_retry", "rotate-ccw", t("Have the last prompt answered again"))
        self.retry.clicked.connect(self.retry_requested)
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.figures, 1)
        self.edit = IconButton(f"{name}_edit", "pencil", t("Edit the last prompt and ask again"))
        self.edit.clicked.connect(self._edit_last)
        upper.addWidget(self.stop)
        upper.addWidget(self.edit)
        upper.addWidget(self.retry)
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addWidget(self.sent)
        self.foot = foot
        return foot

    # -- showing -------------------------------------------------------------------------------------------------

    def set_choices(self, choices: Sequence[TargetChoice]) -> None:
        """Offer these targets."""
        self._targets = {choice.value: choice.target for choice in choices}
        self._notes = {choice.value: said(choice.note) for choice in choices}
        self._offered = [Choice(c.value, c.label, c.group, c.note) for c in choices]
        self.picker.set_choices(self._offered)
        self._show_target()

    def show_version(self, versions: LaneVersion) -> None:
        """Show beside the assistant's name which version of it answers."""
        self._versions = versions
        versions.changed.connect(self._show_version)
        self._show_version()

    @property
    def popup(self) -> LaneSettingsPopup:
        """The parameters; made when they are first wanted."""
        if self._popup is None:
            self._popup = LaneSettingsPopup(f"{self.name}_settings", self.lane.lane.api, self)
            self._popup.show_settings(self.lane.settings)
            self._popup.edited.connect(self.settings_edited)
            if self.services is not None:
                self._popup.add_tools(LaneToolsBox(self.services, f"{self.name}_tools", self))
        return self._popup

    def open_parameters(self) -> None:
        """Open the parameters below their button; those that the model does not take are not offered."""
        target = self.lane.target
        name = target.wire_name if isinstance(target, ModelRef) else target.model
        self.popup.withhold(withheld(name, None))
        self.popup.open_below(self.parameters)

    def set_removable(self, removable: bool, *, more: bool = True) -> None:
        """Whether the lane may be taken away, and whether there is room for another like it."""
        self.remove.setVisible(removable)
        self.duplicate.setVisible(more)

    def set_blind(self, name: str) -> None:
        """Show the lane as ``name``, without whom it asks and its figures; an empty name shows everything."""
        blind = bool(name)
        words = name or self.lane.api_words
        self._blind = name
        self.badge.setText(words)
        self.badge.setAccessibleName(words)
        self._name_lane()
        self.badge.set_role("badge" if blind or self.lane.lane.api != "assistants" else "badge_accent")
        for part in (self.picker, self.tools, self.figures, self.sent):
            part.setVisible(not blind)
        self._show()

    def _act(self, action: str, item: object) -> None:
        if action == "prompt_edit" and not self.lane.busy:
            self.edit_requested.emit(item)
        elif action == STOP and self.lane.busy:
            self.stop_requested.emit()
        elif action == "answer_steps":
            self.inspect_requested.emit(item)

    def _edit_last(self) -> None:
        last = self.lane.last_prompt
        if last is not None:
            self.edit_requested.emit(last)

    def _show(self) -> None:
        lane = self.lane
        self._show_target()
        self._show_version()
        if self._popup is not None:
            self._popup.show_settings(lane.settings)
        own = lane.settings != LaneSettings()
        self.parameters.set_icon("sliders-horizontal", "accent" if own else "muted")
        self.parameters.set_words(t("Parameters (changed)") if own else t("Parameters"))
        for control in (self.picker, self.remove, self.edit):
            control.setEnabled(not lane.busy)
        self.stop.setVisible(lane.busy)
        self.stop.setEnabled(not lane.stopping)
        self.stop.set_words(t("Stopping…") if lane.stopping else t("Stop this lane"))
        self.retry.setVisible(not lane.busy and not self._blind and lane.last_prompt is not None)
        self.edit.setVisible(self.retry.isVisibleTo(self.foot))
        set_property(self, "busy", lane.busy)

    def _show_version(self) -> None:
        words = self._versions.words if self._versions is not None and not self._blind else ""
        self.version.setText(words)
        self.version.setAccessibleName(words)
        self.version.setToolTip(self._versions.tip if self._versions is not None and words else "")
        self.version.setVisible(bool(words))
        self._show_lower()

    def _show_target(self) -> None:
        target = self.lane.target
        value = value_of(target)
        if value not in self._targets:  # it may be gone, or newer than what is known of the others
            self.picker.set_choices([Choice(value, label_of(target)), *self._offered])
        self.picker.set_value(value)
        note = self._notes.get(value, "") if not self._blind else ""
        self.note.setText(note)
        self._show_lower()
        self._name_lane()

    def keep_note_room(self, wanted: bool) -> None:
        """Leave room for the line below the name, so that the heads of lanes beside it end at one height."""
        self._note_room = wanted
        self._show_lower()

    @property
    def is_noted(self) -> bool:
        """Whether something stands below the name: the version, where the model is."""
        return bool(self.note.text() or self.version.text())

    def _show_lower(self) -> None:
        self.second_line.setVisible(self._note_room or self.is_noted)

    def _name_lane(self) -> None:
        """Tell two lanes apart who does not see where they stand: by what they ask, or the name of a blind one."""
        self.setAccessibleName(self._blind or f"{self.lane.api_words}: {label_of(self.lane.target)}")

    def _show_figures(self) -> None:
        self.figures.show_figures(self.lane.figures)
        words = self.lane.sent_words
        if words != self.sent.text():
            self.sent.setText(words[:1].upper() + words[1:])

    def _show_stack(self, *_args: int) -> None:
        filled = bool(self.lane.transcript.items)
        self.stack.setCurrentWidget(self.transcript if filled else self.empty)
        self.foot.setVisible(filled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow lane says its API in one word, so that there is room for the model's name."""
        super().resizeEvent(event)
        if self._blind:
            return
        words = self.lane.api_words
        self.badge.setText(words.split(" ")[0] if self.width() < NARROW else words)

    def _pick(self, value: str) -> None:
        target = self._targets.get(value)
        if target is not None:
            self.target_chosen.emit(target)

"""What is typed in the playground: one composer for all lanes and one for each, the variables, what can be sent."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.viewmodels.composer import ComposerViewModel
from app.viewmodels.lane import LaneViewModel
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.playground_keeping import Kept
from app.viewmodels.words import t
from app.workbench.playground.variables import names_in

DRAFT_MS = 300


class PlaygroundComposers(QObject):
    """The part of the page's state that is about typing; what is done with it is the whole's business.

    Signals:
        changed: whether something can be sent or stopped.
        draft_changed: the common composer's text is another (restored, or taken by sending).
    """

    changed = Signal()
    draft_changed = Signal(str)

    def __init__(self, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self.lanes: list[LaneViewModel] = []
        self.ready = False
        self._kept = Kept()
        self._unkept: dict[ComposerViewModel, bool] = {}
        self._composers: dict[str, ComposerViewModel] = {}
        self.composer = self.composer_of("")
        self.composer.text_set.connect(self.draft_changed)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_MS)
        self._draft_timer.timeout.connect(self._keep_draft)

    def _keep_setup(self) -> None:
        """Keep how the lanes stand."""
        raise NotImplementedError

    def _keep_draft(self) -> None:
        """Keep what is typed."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether any lane is answering, or a kept conversation is being read."""
        return not self.ready or any(lane.busy for lane in self.lanes)

    @property
    def answering(self) -> bool:
        """Whether any lane is answering."""
        return any(lane.busy for lane in self.lanes)

    @property
    def draft(self) -> str:
        """What is typed for all lanes."""
        return self.composer.text

    @property
    def can_send(self) -> bool:
        """Whether the draft can be sent to all lanes now."""
        return self.can_send_from("")

    def can_send_from(self, lane_id: str) -> bool:
        """Whether a composer's text can be sent now."""
        lanes = self.lanes if not lane_id else [self.lane(lane_id)]
        free = bool(lanes) and not any(lane.busy for lane in lanes)
        return self.ready and free and not self.composer_of(lane_id).empty

    @property
    def hint(self) -> str:
        """What keeps the draft from being sent, or how it is sent."""
        return self.hint_for("")

    def hint_for(self, lane_id: str) -> str:
        """What keeps a composer's text from being sent, or how it is sent."""
        lanes = self.lanes if not lane_id else [self.lane(lane_id)]
        if any(lane.stopping for lane in lanes):
            return t("Stopping…")
        if any(lane.busy for lane in lanes):
            return t("Esc stops all lanes") if not lane_id else t("Answering…")
        if self.composer_of(lane_id).empty:
            return t("Type a prompt") if lane_id else t("Type a prompt: it goes to every lane")
        if any(not self.values.get(name) for name in self.variables(lane_id)):
            return t("Ctrl+Enter sends; empty fields are sent as they are written")
        return t("Ctrl+Enter sends")

    def composer_of(self, lane_id: str) -> ComposerViewModel:
        """The composer of a lane, "" for the common one."""
        found = self._composers.get(lane_id)
        if found is None:
            found = self._composers[lane_id] = ComposerViewModel(lane_id, self._bus, self)
            found.edited.connect(lambda: self._edited(found, files=False))
            found.files_changed.connect(lambda: self._edited(found, files=True))
        return found

    @property
    def per_lane(self) -> bool:
        """Whether each lane has a composer of its own."""
        return self._kept.per_lane

    def set_per_lane(self, wanted: bool) -> None:
        """Have one composer for each lane, or one for all; what is typed stays in each of them."""
        if wanted != self._kept.per_lane:
            self._kept.per_lane = wanted
            self._keep_setup()
            self.changed.emit()

    @property
    def values(self) -> dict[str, str]:
        """The values of the prompts' ``{{variables}}``."""
        return self._kept.values

    def variables(self, lane_id: str = "") -> tuple[str, ...]:
        """The names of the variables in a composer's text and in the instructions of the lanes that it asks."""
        lanes = self.lanes if not lane_id else [lane for lane in self.lanes if lane.id == lane_id]
        texts = [self.composer_of(lane_id).text, *(lane.settings.instructions for lane in lanes)]
        return names_in(*texts)

    def set_value(self, name: str, value: str) -> None:
        """Fill in a variable."""
        if self._kept.values.get(name, "") != value:
            self._kept.values[name] = value
            self._draft_timer.start()
            self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked yet."""
        return all(not lane.transcript.items for lane in self.lanes)

    def lane(self, lane_id: str) -> LaneViewModel:
        """One lane. Raises ``KeyError``."""
        for lane in self.lanes:
            if lane.id == lane_id:
                return lane
        raise KeyError(lane_id)

    def set_draft(self, text: str) -> None:
        """What is typed for all lanes is this now."""
        self.composer.set_text(text)

    def _edited(self, composer: ComposerViewModel, *, files: bool) -> None:
        self._unkept[composer] = files or self._unkept.get(composer, False)
        self._draft_timer.start()
        self.changed.emit()

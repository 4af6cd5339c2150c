"""The playground: lanes side by side under one composer; what was sent, typed and answered outlives the window."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.entities import ModelRef
from app.core.errors import AppError
from app.core.run_events import Finished, RunEvent
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.lane import AnyLane, LaneViewModel, Target
from app.viewmodels.lane_choices import LaneChoices
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.workbench.clients import ClientSource
from app.workbench.journal import Journal
from app.workbench.journal_records import StoredComparison
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Comparison, Turn
from app.workbench.playground.lane import Api, LaneSettings

MOST_LANES = 4
DRAFT_MS = 300
Json = dict[str, Any]
_Begun = list[tuple[LaneViewModel, int]]


class PlaygroundViewModel(QObject):
    """State of the page.

    Signals:
        lanes_changed: other lanes stand there.
        changed: whether something can be sent or stopped.
        draft_changed: the composer's text is another (restored, or taken by sending).
    """

    lanes_changed = Signal()
    changed = Signal()
    draft_changed = Signal(str)

    def __init__(
        self,
        clients: ClientSource,
        choices: LaneChoices,
        clock: FrameClock,
        bus: MessageBus,
        *,
        ad_hoc: AdHocAssistants | None = None,
        journal: Journal | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clients = clients
        self._clock = clock
        self._bus = bus
        self._ad_hoc = ad_hoc or AdHocAssistants()
        self._journal = journal
        self.choices = choices
        self.tasks = TaskScope(self, bus)
        self.lanes: list[LaneViewModel] = []
        self.draft = ""
        self.ready = False
        self._queued = ""
        self._replaced: list[str] = []
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_MS)
        self._draft_timer.timeout.connect(self._keep_draft)
        self._comparison = Comparison([], journal=journal)
        self._comparison.observe(self._heard)
        self._make_lanes([{"api": "chat"}, {"api": "assistants"}])

    # -- state ---------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether any lane is answering, or a kept conversation is being read."""
        return not self.ready or any(lane.busy for lane in self.lanes)

    @property
    def answering(self) -> bool:
        """Whether any lane is answering."""
        return any(lane.busy for lane in self.lanes)

    @property
    def can_send(self) -> bool:
        """Whether the draft can be sent now."""
        return self.ready and bool(self.draft.strip()) and not self.answering and bool(self.lanes)

    @property
    def hint(self) -> str:
        """What keeps the draft from being sent, or how it is sent."""
        if any(lane.stopping for lane in self.lanes):
            return "Stopping…"
        if self.answering:
            return "Esc stops all lanes"
        if not self.draft.strip():
            return "Type a prompt: it goes to every lane"
        return "Ctrl+Enter sends"

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

    # -- beginning -----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Read what the last window had on screen; called once, in a running loop."""
        self.tasks.start("restore", self._restore())

    def activate(self) -> None:
        """The page is shown: look what can be chosen now."""
        self.choices.refresh()

    async def _restore(self) -> None:
        try:
            if self._journal is not None:
                await self._read_journal(self._journal)
        except AppError as error:
            self._bus.show_error(error)
        finally:
            self.ready = True
            self.changed.emit()
        if self._queued:
            queued, self._queued = self._queued, ""
            self.set_draft(queued)
            self.send()

    async def _read_journal(self, journal: Journal) -> None:
        found = await journal.unfinished()
        for older in found[:-1]:
            journal.close_comparison(older.id)
        if found:
            self._show_stored(found[-1])
            return
        recent = await journal.recent(1)
        if recent and recent[0].setup.get("lanes"):
            self._make_lanes(recent[0].setup["lanes"])

    def _show_stored(self, stored: StoredComparison) -> None:
        if stored.setup.get("lanes"):
            self._make_lanes(stored.setup["lanes"])
        self._comparison.id = stored.id
        self._replaced = [str(turn) for turn in stored.setup.get("replaced") or ()]
        turns: dict[str, list[tuple[Turn, bool]]] = {lane.id: [] for lane in self.lanes}
        for kept in stored.turns:
            turn = Turn(id=kept.id, lane=kept.lane, prompt=kept.prompt, started=kept.started)
            for event in kept.events:
                turn.take(event)
            if kept.interrupted:
                why = "The program ended before this answer did."
                turn.take(Finished(lane=kept.lane, status="incomplete", error=why, at=0.0))
            self._comparison.turns.append(turn)
            known = turns.get(kept.lane)
            if known is not None and kept.id not in self._replaced:
                before = known[-1][0] if known else None
                known.append((turn, not _goes_on(before, turn)))
        for lane in self.lanes:
            if turns[lane.id]:
                lane.restore(turns[lane.id])
        if stored.drafts.get(""):
            self.draft = stored.drafts[""]
            self.draft_changed.emit(self.draft)
        if stored.crashed and (stored.turns or stored.drafts):
            self._bus.show_info(
                "The program ended unexpectedly last time. Everything that you had here is back."
            )

    # -- lanes ---------------------------------------------------------------------------------------------------

    def add_lane(self, api: Api) -> None:
        """Add a lane at the right."""
        if len(self.lanes) < MOST_LANES and not self.answering:
            self._add({"api": api})
            self.lanes_changed.emit()
            self._keep_setup()

    def remove_lane(self, lane_id: str) -> None:
        """Take a lane away; the last one stays."""
        if len(self.lanes) < 2 or self.answering:
            return
        lane = self.lane(lane_id)
        self.lanes.remove(lane)
        self.tasks.start(f"remove {lane_id}", self._comparison.remove_lane(lane_id))
        lane.deleteLater()
        self.lanes_changed.emit()
        self._keep_setup()

    def choose(self, lane_id: str, target: Target) -> None:
        """Point a lane at another model or assistant."""
        self.lane(lane_id).set_target(target)
        self._keep_setup()

    def set_settings(self, lane_id: str, settings: LaneSettings) -> None:
        """Give a lane other parameters."""
        self.lane(lane_id).set_settings(settings)
        self._keep_setup()

    def try_assistant(self, assistant_id: str) -> None:
        """Point the (first) Assistants lane at an assistant, in a new conversation."""
        self.tasks.start("try", self._try(assistant_id))

    async def _try(self, assistant_id: str) -> None:
        await self.choices.load()
        found = self.choices.assistant(assistant_id)
        lane = next((lane for lane in self.lanes if lane.lane.api == "assistants"), None)
        if found is None or lane is None:
            return
        if not self.is_empty:
            await self._begin_anew()
        self.choose(lane.id, found)

    def _make_lanes(self, setups: list[Json]) -> None:
        shape = [(lane.id, lane.lane.api) for lane in self.lanes]
        if self.is_empty and shape == [(setup.get("id"), setup.get("api")) for setup in setups]:
            for lane, setup in zip(self.lanes, setups, strict=True):
                lane.set_settings(_read_settings(setup.get("settings")))
                lane.set_target(_read_target(setup.get("target")) or self.choices.default())
            return
        for lane in self.lanes:
            lane.deleteLater()
        self.lanes = []
        self._comparison = Comparison([], journal=self._journal, comparison_id=self._comparison.id)
        self._comparison.observe(self._heard)
        for setup in setups[:MOST_LANES]:
            self._add(setup)
        self.lanes_changed.emit()

    def _add(self, setup: Json) -> None:
        taken = {lane.id for lane in self.lanes}
        wanted = str(setup.get("id") or "")
        number = next(n for n in range(1, MOST_LANES + 1) if f"lane-{n}" not in taken)
        lane_id = wanted if wanted and wanted not in taken else f"lane-{number}"
        made = self._make_lane(lane_id, setup)
        self._comparison.put_lane(made)
        lane = LaneViewModel(made, self._clock, self)
        lane.changed.connect(self.changed)
        self.lanes.append(lane)

    def _make_lane(self, lane_id: str, setup: Json) -> AnyLane:
        target = _read_target(setup.get("target")) or self.choices.default()
        settings = _read_settings(setup.get("settings"))
        if setup.get("api") == "assistants":
            return AssistantsLane(
                lane_id, target, clients=self._clients, ad_hoc=self._ad_hoc, settings=settings
            )
        model = target if isinstance(target, ModelRef) else self.choices.default()
        return ChatLane(lane_id, model, clients=self._clients, settings=settings)

    # -- prompts -------------------------------------------------------------------------------------------------

    def set_draft(self, text: str) -> None:
        """The composer's text is this now."""
        if text != self.draft:
            self.draft = text
            self._draft_timer.start()
            self.changed.emit()

    def send_when_ready(self, prompt: str) -> None:
        """Send a prompt, as soon as that is possible."""
        if self.ready:
            self.set_draft(prompt)
            self.send()
        else:
            self._queued = prompt

    def send(self) -> None:
        """Send the draft to all lanes."""
        if not self.can_send:
            return
        prompt = self.draft
        self.draft = ""
        self.draft_changed.emit("")
        self._keep_setup()
        self._keep_draft()
        begun = [(lane, lane.begin(prompt=prompt)) for lane in self.lanes]
        self.tasks.start("send", self._send(prompt, begun))

    async def _send(self, prompt: str, begun: _Begun) -> None:
        lane_ids = [lane.id for lane, _ in begun]
        try:
            await self._open_threads(lane_ids)
            await self._comparison.send(prompt, lanes=lane_ids)
        finally:
            _end(begun)

    def retry(self, lane_id: str) -> None:
        """Have a lane answer its last prompt again, in place of its last answer."""
        lane = self.lane(lane_id)
        if lane.busy or not self.ready:
            return
        turns = [turn for turn in self._comparison.turns if turn.lane == lane_id]
        if turns:
            prompt = turns[-1].prompt
            while turns:
                turn = turns.pop()
                self._replaced.append(turn.id)
                if not turns or not _goes_on(turns[-1], turn):
                    break
            self._keep_setup()
            serial = lane.begin(prompt=None, again=True)
            self.tasks.start(f"retry {lane_id}", self._retry(lane, serial, prompt))

    async def _retry(self, lane: LaneViewModel, serial: int, prompt: str) -> None:
        try:
            await self._open_threads([lane.id])
            if isinstance(lane.lane, AssistantsLane) and not _reached_the_thread(lane):
                await self._comparison.send(prompt, lanes=[lane.id])
            else:
                await self._comparison.retry(lane.id)
        finally:
            lane.end(serial)

    def submit(self, lane_id: str, outputs: dict[str, str]) -> None:
        """Give a lane the outputs that it waits for."""
        lane = self.lane(lane_id)
        if not lane.busy:
            serial = lane.begin(prompt=None)
            self.tasks.start(f"submit {lane_id}", self._submit(lane, serial, outputs))

    async def _submit(self, lane: LaneViewModel, serial: int, outputs: dict[str, str]) -> None:
        try:
            await self._comparison.submit(lane.id, outputs)
        finally:
            lane.end(serial)

    def stop(self, lane_id: str | None = None) -> None:
        """Stop one lane, or all."""
        lanes = [lane for lane in self.lanes if lane.busy and lane_id in {None, lane.id}]
        for lane in lanes:
            lane.stopping = True
            lane.changed.emit()
            self.tasks.start(f"stop {lane.id}", self._comparison.stop(lane.id))

    def new_conversation(self) -> None:
        """Begin anew in all lanes; what was said stays in the journal, the composer's text stays too."""
        if self.ready:
            self.tasks.start("new", self._begin_anew())

    async def _begin_anew(self) -> None:
        old = self._comparison.id
        for lane in self.lanes:
            if lane.busy:
                lane.stopping = True
                lane.changed.emit()
        await self._comparison.reset()
        if self._journal is not None:
            self._journal.save_draft(old, "")
            self._journal.close_comparison(old)
        for lane in self.lanes:
            lane.forget()
        self._replaced = []
        self._keep_setup()
        self._keep_draft()
        self.changed.emit()

    async def _open_threads(self, lane_ids: list[str]) -> None:
        for lane in self.lanes:
            if lane.id in lane_ids and lane.thread_to_open:
                said = await lane.open_thread()
                if said:
                    self._bus.show_warning(said)

    def _heard(self, turn: Turn, event: RunEvent) -> None:
        for lane in self.lanes:
            if lane.id == turn.lane:
                lane.take(turn, event)
                if isinstance(event, Finished):
                    lane.end()

    # -- keeping -------------------------------------------------------------------------------------------------

    def _keep_setup(self) -> None:
        if self._journal is not None:
            setup = {"lanes": [lane.to_setup() for lane in self.lanes], "replaced": self._replaced}
            self._journal.put_comparison(self._comparison.id, setup=setup)

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        if self._journal is not None:
            if self.draft:
                self._keep_setup()
            self._journal.save_draft(self._comparison.id, self.draft)

    async def close(self) -> None:
        """Keep what is typed, stop what runs; called once, before the window's services stop."""
        self._keep_draft()
        await self.choices.tasks.close()
        await self.tasks.close()


def _end(begun: _Begun) -> None:
    for lane, serial in begun:
        lane.end(serial)


def _goes_on(before: Turn | None, turn: Turn) -> bool:
    """Whether a turn went on with the outputs of functions that the one before it waited for."""
    waited = (
        before is not None and before.finished is not None and before.finished.status == "requires_action"
    )
    return waited and before is not None and before.prompt == turn.prompt


def _reached_the_thread(lane: LaneViewModel) -> bool:
    """Whether the last prompt is in the server's thread; if not, it has to be sent again."""
    shown = sum(1 for item in lane.transcript.items if item.kind == "user")
    return shown == sum(1 for message in lane.lane.history if message.role == "user")


def _read_target(data: Any) -> Target | None:
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("assistant"), str):
        return AssistantRef(data["assistant"], str(data.get("name", "")), str(data.get("model", "")))
    if isinstance(data.get("connection"), str) and isinstance(data.get("model"), str):
        return ModelRef(data["connection"], data["model"])
    return None


def _read_settings(data: Any) -> LaneSettings:
    if not isinstance(data, dict):
        return LaneSettings()
    known = {f.name for f in dataclasses.fields(LaneSettings)}
    return LaneSettings(**{name: value for name, value in data.items() if name in known})

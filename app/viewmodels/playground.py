"""The playground: lanes side by side under one composer; what was sent, typed and answered outlives the window."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.entities import ENGINE
from app.core.errors import AppError
from app.core.run_events import Finished, RunEvent
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.lane import LaneViewModel, Target
from app.viewmodels.lane_choices import LaneChoices
from app.viewmodels.lane_setup import make_lane, read_settings, read_target
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.playground_composers import PlaygroundComposers
from app.viewmodels.playground_keeping import (
    Kept,
    exchanges,
    forget_composer,
    keep_composer,
    last_session,
    show_turns,
)
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.transcript import Item
from app.viewmodels.words import t
from app.workbench.clients import ClientSource
from app.workbench.journal import Journal
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.comparison import Comparison, Turn
from app.workbench.playground.lane import Api, Attachment, LaneSettings
from app.workbench.playground.variables import fill
from app.workbench.threads import Threads
from app.workbench.tools.answering import FunctionHandlers

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_LANES = 4
CLOSING_SECONDS = 0.8
"""How long lanes may take to let go of their services when the program ends."""
Json = dict[str, Any]
_Begun = list[tuple[LaneViewModel, int]]


class PlaygroundViewModel(PlaygroundComposers):
    """State of the page.

    Signals:
        lanes_changed: other lanes stand there.
        finished: all lanes that were asked together have ended.
        sent: a prompt is about to be shown in lanes.
    """

    lanes_changed = Signal()
    finished = Signal()
    sent = Signal()

    def __init__(
        self,
        clients: ClientSource,
        choices: LaneChoices,
        clock: FrameClock,
        bus: MessageBus,
        *,
        ad_hoc: AdHocAssistants | None = None,
        journal: Journal | None = None,
        handlers: FunctionHandlers | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(bus, parent)
        self._clients = clients
        self._clock = clock
        self._ad_hoc = ad_hoc or AdHocAssistants()
        self._journal = journal
        self._handlers = handlers
        self.choices = choices
        self.tasks = TaskScope(self, bus)
        self._queued = ""
        self._files: dict[str, tuple[Attachment, ...]] = {}  # by the key of the prompt's item
        self._comparison = Comparison([], journal=journal)
        self._comparison.observe(self._heard)
        self._make_lanes([{"api": "chat"}, {"api": "assistants"}])

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
        stored, setup, files = await last_session(journal)
        self._kept = Kept.read(setup)
        if stored is None:
            self._kept.replaced, self._kept.files = [], {}
        if setup.get("lanes"):
            self._make_lanes(setup["lanes"])
        if stored is None:
            return
        self._comparison.id = stored.id
        show_turns(stored, self.lanes, self._kept, self._comparison.turns)
        for key in {*stored.drafts, *files}:
            if not key or any(lane.id == key for lane in self.lanes):
                self.composer_of(key).put(stored.drafts.get(key, ""), files.get(key, ()))
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

    def duplicate_lane(self, lane_id: str) -> None:
        """Add a lane that asks the same in the same way, in a conversation of its own."""
        if len(self.lanes) < MOST_LANES and not self.answering:
            setup = {**self.lane(lane_id).to_setup(), "id": ""}
            self._add(setup)
            self.lanes.insert(self.lanes.index(self.lane(lane_id)) + 1, self.lanes.pop())
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

    def try_assistant(self, assistant_id: str, prompt: str = "") -> None:
        """Point the (first) Assistants lane at an assistant, in a new conversation, and send ``prompt`` if there is one."""
        self.tasks.start("try", self._try(assistant_id, prompt))

    def continue_thread(self, thread_id: str) -> None:
        """Go on with a stored thread in the (first) Assistants lane, in a new conversation."""
        self.tasks.start("try", self._continue(thread_id))

    async def _continue(self, thread_id: str) -> None:
        while not self.ready:  # noqa: ASYNC110 - reading what the last window had takes a moment, no event tells its end
            await asyncio.sleep(0.02)
        if not any(lane.lane.api == "assistants" for lane in self.lanes):
            self.add_lane("assistants")
        lane = next((lane for lane in self.lanes if lane.lane.api == "assistants"), None)
        if lane is None:
            self._bus.show_warning(
                "There is no Assistants lane to go on in.", advice="Remove a lane and try again."
            )
            return
        if not self.is_empty:
            await self._begin_anew()
        lane.thread_to_open = thread_id
        await self._open_threads([lane.id])
        lane.show_history()
        await lane.show_tools(Threads(_Engine(self._clients)))

    async def _try(self, assistant_id: str, prompt: str) -> None:
        await self.choices.load()
        found = self.choices.assistant(assistant_id)
        lane = next((lane for lane in self.lanes if lane.lane.api == "assistants"), None)
        if found is None or lane is None:
            return
        if not self.is_empty:
            await self._begin_anew()
        self.choose(lane.id, found)
        if prompt:
            self.send_when_ready(prompt)

    def _make_lanes(self, setups: list[Json]) -> None:
        shape = [(lane.id, lane.lane.api) for lane in self.lanes]
        if self.is_empty and shape == [(setup.get("id"), setup.get("api")) for setup in setups]:
            for lane, setup in zip(self.lanes, setups, strict=True):
                lane.set_settings(read_settings(setup.get("settings")))
                lane.set_target(read_target(setup.get("target")) or self.choices.default())
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
        made = make_lane(
            lane_id,
            setup,
            clients=self._clients,
            ad_hoc=self._ad_hoc,
            default=self.choices.default(),
            handlers=self._handlers,
        )
        self._comparison.put_lane(made)
        lane = LaneViewModel(made, self._clock, self)
        lane.changed.connect(self.changed)
        self.lanes.append(lane)

    # -- prompts -------------------------------------------------------------------------------------------------

    def send_when_ready(self, prompt: str) -> None:
        """Send a prompt, as soon as that is possible."""
        if self.ready:
            self.composer.put(prompt)
            self.send()
        else:
            self._queued = prompt

    def send(self, lane_id: str = "") -> None:
        """Send what is typed to all lanes; what is typed for one lane to that one."""
        if not self.can_send_from(lane_id):
            return
        lanes = [self.lane(lane_id)] if lane_id else list(self.lanes)
        prompt, files = self.composer_of(lane_id).take()
        self._keep_setup()
        self._keep_draft()
        self._begin(lanes, fill(prompt, self.values), files)

    def _begin(self, lanes: Sequence[LaneViewModel], prompt: str, files: tuple[Attachment, ...]) -> None:
        self.sent.emit()
        names = [file.name for file in files]
        begun = [(lane, lane.begin(prompt=prompt, files=names)) for lane in lanes]
        for lane in lanes:
            lane.lane.variables = dict(self.values)
            if files and (item := lane.last_prompt) is not None:
                self._files[item.key] = files
        key = "send" if len(lanes) > 1 else f"send {lanes[0].id}"
        self.tasks.start(key, self._send(prompt, files, begun))

    async def _send(self, prompt: str, files: tuple[Attachment, ...], begun: _Begun) -> None:
        lane_ids = [lane.id for lane, _ in begun]
        try:
            await self._open_threads(lane_ids)
            for lane, _ in begun:
                lane.apply_rewind()
            await self._comparison.send(prompt, files, lanes=lane_ids)
        finally:
            _end(begun)
        self.finished.emit()

    def edit(self, lane_id: str, item: Item, text: str) -> None:
        """Ask a prompt otherwise: the lane goes back to before it, and answers the new one."""
        lane = self.lane(lane_id)
        shown = [other for other in lane.transcript.items if other.kind == "user"]
        if lane.busy or not self.ready or not text.strip() or item not in shown:
            return
        for exchange in self._exchanges(lane_id)[shown.index(item) :]:
            self._kept.replaced.extend(turn.id for turn in exchange)
        lane.rewind_before(item)
        self._keep_setup()
        self._begin([lane], text, self._files.get(item.key, ()))

    def _exchanges(self, lane_id: str) -> list[list[Turn]]:
        """The turns that a lane shows, by prompt."""
        turns = [t for t in self._comparison.turns if t.lane == lane_id and t.id not in self._kept.replaced]
        return exchanges(turns)

    def retry(self, lane_id: str) -> None:
        """Have a lane answer its last prompt again, in place of its last answer."""
        lane = self.lane(lane_id)
        if lane.busy or not self.ready:
            return
        asked = self._exchanges(lane_id)
        if asked:
            prompt = asked[-1][0].prompt
            self._kept.replaced.extend(turn.id for turn in asked[-1])
            self._keep_setup()
            lane.lane.variables = dict(self.values)
            serial = lane.begin(prompt=None, again=True)
            self.tasks.start(f"retry {lane_id}", self._retry(lane, serial, prompt))

    async def _retry(self, lane: LaneViewModel, serial: int, prompt: str) -> None:
        try:
            await self._open_threads([lane.id])
            if isinstance(lane.lane, AssistantsLane) and not _reached_the_thread(lane):
                item = lane.last_prompt
                files = self._files.get(item.key, ()) if item is not None else ()
                await self._comparison.send(prompt, files, lanes=[lane.id])
            else:
                await self._comparison.retry(lane.id)
        finally:
            lane.end(serial)
        self.finished.emit()

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
            for composer in self._composers.values():
                forget_composer(self._journal, old, composer.key)
            self._journal.close_comparison(old)
        for lane in self.lanes:
            lane.forget()
        self._kept.replaced, self._kept.files = [], {}
        self._files.clear()
        self._unkept = dict.fromkeys(self._composers.values(), True)
        self._keep_setup()
        self._keep_draft()
        self.changed.emit()

    # -- setups --------------------------------------------------------------------------------------------------

    def as_setup(self) -> Json:
        """Lanes, their parameters, and what is typed, to be kept under a name."""
        return {
            "lanes": [lane.to_setup() for lane in self.lanes],
            "prompts": {key: c.text for key, c in self._composers.items() if c.text},
            "values": dict(self.values),
            "per_lane": self.per_lane,
        }

    def open_setup(self, data: Json, name: str) -> None:
        """Put a kept setup in place of what is here; Undo brings that back."""
        before, was_here = self.as_setup(), not self.is_empty
        self.tasks.start("new", self._open_setup(data))
        if was_here or before != data:
            here = self._comparison.id if was_here else ""
            undo = Action(t("Undo"), lambda: self.tasks.start("new", self._bring_back(before, here)))
            self._bus.show_info(f"The setup “{name}” is open.", actions=[undo], key="setup")

    async def _bring_back(self, before: Json, comparison: str) -> None:
        """Put back what a setup took the place of, with the conversation if there was one."""
        await self._open_setup(before)
        stored = await self._journal.load(comparison) if self._journal is not None and comparison else None
        if stored is not None:
            self._comparison.id = stored.id
            self._kept = dataclasses.replace(Kept.read(stored.setup), values=dict(self.values))
            show_turns(stored, self.lanes, self._kept, self._comparison.turns)
            self._keep_setup()
            self.changed.emit()

    async def _open_setup(self, data: Json) -> None:
        if not self.is_empty:
            await self._begin_anew()
        self._kept.values = dict(Kept.read(data).values)
        self._kept.per_lane = bool(data.get("per_lane"))
        if data.get("lanes"):
            self._make_lanes(data["lanes"])
        prompts = data.get("prompts")
        for key, composer in list(self._composers.items()):
            if key not in (prompts if isinstance(prompts, dict) else {}):
                composer.put("")
        for key, text in (prompts if isinstance(prompts, dict) else {}).items():
            self.composer_of(str(key)).put(str(text))
        self._keep_setup()
        self.lanes_changed.emit()
        self.changed.emit()

    # -- what comes ----------------------------------------------------------------------------------------------

    async def _open_threads(self, lane_ids: list[str]) -> None:
        for lane in self.lanes:
            if lane.id in lane_ids and lane.thread_to_open:
                said = await lane.open_thread()
                if said:
                    self._bus.show_warning(said)

    def _heard(self, turn: Turn, event: RunEvent) -> None:
        for lane in self.lanes:
            if lane.id == turn.lane:
                if len(turn.events) == 1 and (item := lane.last_prompt) is not None and item.hint:
                    self._kept.files[turn.id] = item.hint.split(", ")
                    self._keep_setup()
                lane.take(turn, event)
                if isinstance(event, Finished):
                    lane.end()

    # -- keeping -------------------------------------------------------------------------------------------------

    def _keep_setup(self) -> None:
        if self._journal is not None:
            self._journal.put_comparison(self._comparison.id, setup=self._kept.as_setup(self.lanes))

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        unkept, self._unkept = self._unkept, {}
        if self._journal is not None:
            if any(composer.text or composer.files for composer in self._composers.values()):
                self._keep_setup()
            for composer, files in unkept.items():
                keep_composer(self._journal, self._comparison.id, composer, files=files)

    @property
    def comparison(self) -> Comparison:
        """What the lanes were asked and answered."""
        return self._comparison

    def shown_turns(self) -> dict[str, list[list[Turn]]]:
        """The turns that stand in the lanes, by lane and prompt."""
        return {lane.id: self._exchanges(lane.id) for lane in self.lanes}

    async def close(self) -> None:
        """Keep what is typed, stop what runs; called once, before the window's services stop."""
        self._keep_draft()
        scopes = [self.choices.tasks, self.tasks, *(c.tasks for c in self._composers.values())]
        with contextlib.suppress(TimeoutError):  # a service that does not let go is left to the process's end
            async with asyncio.timeout(CLOSING_SECONDS):
                await asyncio.gather(*(scope.close() for scope in scopes))


class _Engine:
    """The engine as lanes reach it."""

    def __init__(self, clients: ClientSource) -> None:
        self._clients = clients

    async def ready_client(self, _timeout: float = 0.0, /) -> AsyncOpenAI:
        """A client, after waiting for the engine as long as lanes do."""
        return await self._clients.client(ENGINE)


def _end(begun: _Begun) -> None:
    for lane, serial in begun:
        lane.end(serial)


def _reached_the_thread(lane: LaneViewModel) -> bool:
    """Whether the last prompt is in the server's thread; if not, it has to be sent again."""
    shown = sum(1 for item in lane.transcript.items if item.kind == "user")
    return shown == sum(1 for message in lane.lane.history if message.role == "user")

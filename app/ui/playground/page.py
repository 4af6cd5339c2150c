"""The page “Playground”: one prompt, answered by every lane side by side."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.core.run_events import RunEvent
from app.ui.knowledge.citation_opener import CitationOpener
from app.ui.page import Page
from app.ui.playground.compare_menu import CompareMenu
from app.ui.playground.composer import Composer
from app.ui.playground.composing import Composing
from app.ui.playground.lane_view import NARROWEST, LaneView
from app.ui.playground.setups_popup import SetupsPopup
from app.ui.playground.steps_pane import StepsPane
from app.ui.transcript.made_files import FileActions
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Label, Line
from app.ui.words import t
from app.viewmodels.lane import API_WORDS, LaneViewModel
from app.viewmodels.lane_choices import LaneChoices
from app.viewmodels.lane_version import LaneVersion
from app.viewmodels.made_files import MadeFiles
from app.viewmodels.playground import MOST_LANES, PlaygroundViewModel
from app.viewmodels.setups import SetupsViewModel
from app.viewmodels.transcript import Item
from app.workbench.playground.setups import Setups

if TYPE_CHECKING:
    from app.viewmodels.services import Services

STEPS_WIDTH = 340
NARROW, NARROW_STEPS = 1060, 264
STEPS_SETTING = "playground_steps"


class PlaygroundPage(Page):
    """Lanes between a head and the composer, the steps at the right."""

    shown = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        choices = LaneChoices(services.models, services.assistants, services.engine, services.bus, self)
        self.viewmodel = PlaygroundViewModel(
            services.clients,
            choices,
            services.clock,
            services.bus,
            ad_hoc=services.ad_hoc,
            journal=services.journal,
            handlers=services.handlers,
            parent=self,
        )
        self.viewmodel.sent.connect(self.used)
        self.lane_views: list[LaneView] = []
        self.citations = CitationOpener(services, self)
        self.made_files = MadeFiles(services.engine, services.bus, self)
        self.file_actions = FileActions(self.made_files, self)
        self._setups_popup: SetupsPopup | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("playground_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.steps = StepsPane(services)
        self.steps.close_requested.connect(lambda: self._want_steps(False))
        self._steps_wanted = bool(services.settings.settings.extra.get(STEPS_SETTING, True))
        self.outer_splitter = QSplitter(Qt.Orientation.Horizontal)
        self.outer_splitter.setObjectName("playground_outer_splitter")
        self.outer_splitter.setChildrenCollapsible(False)
        self.lanes_area = QScrollArea()
        self.lanes_area.setObjectName("playground_lanes")
        self.lanes_area.setWidgetResizable(True)
        self.lanes_area.setFrameShape(QFrame.Shape.NoFrame)
        self.lanes_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lanes_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lanes_area.setWidget(self.splitter)
        self.outer_splitter.addWidget(self.lanes_area)
        self.outer_splitter.addWidget(self.steps)
        self.outer_splitter.setStretchFactor(0, 1)
        self.outer_splitter.setSizes([860, STEPS_WIDTH])
        self.composer = Composer()
        self._composing: dict[str, Composing] = {"": Composing(self.composer, self.viewmodel, "")}
        self.foot_line = Line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(Line())
        column.addWidget(self.outer_splitter, 1)
        column.addWidget(self.comparing.bar)
        column.addWidget(self.foot_line)
        column.addWidget(self.composer)
        model = self.viewmodel
        model.lanes_changed.connect(self._make_lanes)
        model.changed.connect(self._show)
        choices.changed.connect(self._offer)
        self.comparing.viewmodel.changed.connect(self._show_blind)
        self.composer.stop_requested.connect(model.stop)
        self.composer.example_chosen.connect(self._take_example)
        for keys, action in (
            ("Esc", self._escape),
            ("Ctrl+L", self.composer.edit.setFocus),
            ("Ctrl+Shift+I", lambda: self._want_steps(not self._steps_wanted)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self._stop_watching = (
            services.connections.observe(choices.refresh),
            services.engine.on_state(lambda status: choices.refresh() if status.state == "ready" else None),
        )
        self._make_lanes()
        model.start()

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(Label(t("Playground"), "heading", name="playground_title"))
        row.addStretch(1)
        self.new = Button(
            "playground_new",
            t("New conversation"),
            kind="ghost",
            icon="square-pen",
            tip=t("Begin anew in all lanes (Ctrl+N)"),
        )
        self.new.clicked.connect(self.viewmodel.new_conversation)
        self.add = Button(
            "playground_add_lane", t("Add lane"), kind="ghost", icon="plus", tip=t("Compare one more")
        )
        menu = QMenu(self.add)
        menu.setObjectName("playground_add_menu")
        for api, words in API_WORDS.items():
            action = QAction(words, menu)
            action.triggered.connect(lambda _checked=False, chosen=api: self.viewmodel.add_lane(chosen))
            menu.addAction(action)
        self.add.clicked.connect(lambda: menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft())))
        self.setups = Button(
            "playground_setups",
            t("Setups"),
            kind="ghost",
            icon="layers",
            tip=t("Lanes and prompts under a name"),
        )
        self.setups.setVisible(self.services.journal is not None)
        self.setups.clicked.connect(self._open_setups)
        self.compare = Button(
            "playground_compare",
            t("Compare"),
            kind="ghost",
            icon="columns-2",
            tip=t("Differences, votes, export"),
        )
        self.comparing = CompareMenu(self.compare, self, self.viewmodel)
        self.per_lane = IconButton(
            "playground_per_lane", "keyboard", t("Type a prompt for each lane"), checkable=True
        )
        self.per_lane.clicked.connect(self.viewmodel.set_per_lane)
        self.steps_toggle = IconButton(
            "playground_steps_toggle", "panel-right", t("Show the run's steps (Ctrl+Shift+I)"), checkable=True
        )
        self.steps_toggle.clicked.connect(self._want_steps)
        for button in (self.setups, self.compare, self.new, self.add, self.per_lane, self.steps_toggle):
            row.addWidget(button)
        return head

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """See :class:`Page`."""
        self.viewmodel.activate()
        self.shown.emit()
        self.composer.edit.setFocus()

    def receive(self, wish: Any) -> None:
        """Take ``prompt`` (to send it), ``thread_id`` (to go on with it), ``assistant_id`` (to try it, with a prompt if
        one is given), or ``setup`` (lanes to put in place of these)."""
        if not isinstance(wish, dict):
            return
        prompt = str(wish.get("prompt") or "")
        if wish.get("assistant_id"):
            self.viewmodel.try_assistant(str(wish["assistant_id"]), prompt)
        elif prompt:
            self.viewmodel.send_when_ready(prompt)
        if wish.get("thread_id"):
            self.viewmodel.continue_thread(str(wish["thread_id"]))
        if isinstance(wish.get("setup"), dict):
            self.viewmodel.open_setup(wish["setup"], str(wish.get("name") or t("Recommended APIs")))

    def conversations(self) -> list[tuple[str, list[list[RunEvent]]]]:
        """See :class:`Page`."""
        shown = self.viewmodel.shown_turns()
        return [
            (lane.lane.api, [turn.events for exchange in shown.get(lane.id, []) for turn in exchange])
            for lane in self.viewmodel.lanes
        ]

    def start_new(self) -> None:
        """See :class:`Page`."""
        self.viewmodel.new_conversation()
        self.composer.edit.setFocus()

    def focus_search(self) -> None:
        """See :class:`Page`: here one chooses a model."""
        if self.lane_views:
            self.lane_views[0].picker.open_popup()

    @property
    def busy(self) -> bool:
        """See :class:`Page`."""
        return self.viewmodel.busy

    async def closing(self) -> None:
        """See :class:`Page`."""
        for stop in self._stop_watching:
            stop()
        await asyncio.gather(
            self.citations.close(),
            self.made_files.close(),
            self.steps.closing(),
            self.comparing.close(),
            self.viewmodel.close(),
        )

    # -- showing -------------------------------------------------------------------------------------------------

    def _make_lanes(self) -> None:
        lanes = self.viewmodel.lanes
        there = {view.lane: view for view in self.lane_views}
        for lane, old in there.items():
            if lane not in lanes:
                self._composing.pop(lane.id, None)
                old.setParent(None)
                old.deleteLater()
        self.lane_views = [there.get(lane) or self._make_lane(lane) for lane in lanes]
        for number, view in enumerate(self.lane_views):
            self.splitter.insertWidget(number, view)
            self.splitter.setStretchFactor(number, 1)
            view.set_removable(len(lanes) > 1, more=len(lanes) < MOST_LANES)
        self.splitter.setSizes([1000] * len(lanes))
        self.splitter.setMinimumWidth(len(lanes) * (NARROWEST + 1))
        self.steps.set_lanes(lanes)
        self._offer()
        self._show()
        self._fit_steps()

    def _make_lane(self, lane: LaneViewModel) -> LaneView:
        view = LaneView(lane)
        view.services = self.services
        versions = LaneVersion(lane, self.services.versions, self.viewmodel.tasks)
        view.show_version(versions)
        versions.changed.connect(self._even_heads)
        self.shown.connect(versions.refresh)
        self.citations.watch(view.transcript)
        view.transcript.set_files(self.file_actions)
        view.target_chosen.connect(lambda target: self.viewmodel.choose(lane.id, target))
        view.settings_edited.connect(lambda chosen: self.viewmodel.set_settings(lane.id, chosen))
        view.stop_requested.connect(lambda: self.viewmodel.stop(lane.id))
        view.retry_requested.connect(lambda: self.viewmodel.retry(lane.id))
        view.remove_requested.connect(lambda: self.viewmodel.remove_lane(lane.id))
        view.duplicate_requested.connect(lambda: self.viewmodel.duplicate_lane(lane.id))
        view.edit_requested.connect(lambda item: self._edit(view, item))
        view.inspect_requested.connect(lambda item: self._inspect(view, item))
        composing = self._composing[lane.id] = Composing(view.composer, self.viewmodel, lane.id)
        composing.ended.connect(self._show)
        view.answered.connect(lambda outputs: self.viewmodel.submit(lane.id, outputs))
        return view

    def _show_blind(self) -> None:
        """Hide whose answers they are, and stand the lanes in the vote's order."""
        comparing = self.comparing.viewmodel
        for view in self.lane_views:
            view.set_blind(comparing.name_of(view.lane.id))
        order = [lane.id for lane in self.viewmodel.lanes] if comparing.state == "off" else comparing.order
        for place, lane_id in enumerate(order):
            found = next((view for view in self.lane_views if view.lane.id == lane_id), None)
            if found is not None and self.splitter.indexOf(found) != place:
                self.splitter.insertWidget(place, found)
        self.steps_toggle.setEnabled(comparing.state not in {"asking", "voting"})
        self._fit_steps()

    def _offer(self) -> None:
        choices = self.viewmodel.choices
        for view in self.lane_views:
            found = choices.for_assistants if view.lane.lane.api == "assistants" else choices.for_chat
            view.set_choices(found)
        self._even_heads()

    def _even_heads(self) -> None:
        noted = any(view.is_noted for view in self.lane_views)
        for view in self.lane_views:
            view.keep_note_room(noted)

    def _show(self) -> None:
        model = self.viewmodel
        self._even_heads()
        for view in self.lane_views:
            composing = self._composing.get(view.lane.id)
            if composing is not None:
                view.composer.setVisible(model.per_lane or composing.editing is not None)
                composing.show()
        self._composing[""].show()
        for part in (self.composer, self.foot_line):
            part.setVisible(not model.per_lane)
        self.per_lane.setChecked(model.per_lane)
        self.comparing.show_state()
        self.new.setEnabled(not model.is_empty)
        self.add.setEnabled(len(model.lanes) < MOST_LANES and not model.answering)

    def _escape(self) -> None:
        editing = [composing for composing in self._composing.values() if composing.editing is not None]
        for composing in editing:
            composing.stop_editing()
        if not editing:
            self.viewmodel.stop()

    def _take_example(self, text: str) -> None:
        self.viewmodel.composer.put(text)
        self.composer.edit.setFocus()

    def _edit(self, view: LaneView, item: Item) -> None:
        self._composing[view.lane.id].edit(item)
        self._show()

    def _inspect(self, view: LaneView, item: Item) -> None:
        view.lane.inspect(item)
        self.steps.choose(view.lane)
        if not self.steps.isVisible():
            self._want_steps(True)

    def _open_setups(self) -> None:
        if self._setups_popup is None and self.services.journal is not None:
            model = SetupsViewModel(Setups(self.services.journal), self.viewmodel, self.services.bus, self)
            self._setups_popup = SetupsPopup(model, self)
        if self._setups_popup is not None:
            self._setups_popup.open_below(self.setups)

    def _want_steps(self, wanted: bool) -> None:
        self._steps_wanted = wanted
        settings = self.services.settings
        settings.update(extra={**settings.settings.extra, STEPS_SETTING: wanted})
        self._fit_steps(forced=wanted)

    def _fit_steps(self, *, forced: bool = False) -> None:
        """Show the steps if they are wanted and there is room, or because they were asked for just now."""
        room = self.width() - len(self.lane_views) * (NARROWEST + 40) >= STEPS_WIDTH - 60
        blind = self.comparing.viewmodel.state in {"asking", "voting"}
        self.steps.setVisible(self._steps_wanted and (room or forced) and not blind)
        if self.width() < NARROW and not self.steps.isHidden():
            self.outer_splitter.setSizes([self.width() - NARROW_STEPS, NARROW_STEPS])
        self.steps_toggle.setChecked(self.steps.isVisibleTo(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the lanes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_steps()

"""Comparing lanes: word differences, blind votes with their score, and the comparison as a file."""

from __future__ import annotations

import asyncio
import dataclasses
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.core.export_file import write_export
from app.viewmodels.lane import LaneViewModel
from app.viewmodels.lane_choices import label_of
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.playground import PlaygroundViewModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.journal import Journal
from app.workbench.playground import export, word_diff
from app.workbench.playground.export_images import fetch_images
from app.workbench.playground.lane import LaneSettings
from app.workbench.playground.votes import NONE, TIE, Score, Vote, Votes, score

BlindState = Literal["off", "asking", "voting", "told"]
FORMATS = {"html": export.to_html, "md": export.to_markdown, "json": export.to_json}
Contents = Callable[[str], Awaitable[bytes]]


def contestant(lane: LaneViewModel) -> str:
    """A lane as it stands in the score: its API, whom it asks, and what is special about how it asks."""
    parts = [lane.api_words, label_of(lane.target)]
    parts += [
        f"{key.replace('_', ' ')} {' '.join(str(value).split())[:40]}"
        for key, value in dataclasses.asdict(lane.settings).items()
        if value != getattr(LaneSettings(), key)
    ]
    return " · ".join(parts)


class ComparingViewModel(QObject):
    """State of what compares the lanes.

    Signals:
        changed: the blind vote's state, order or score.
        compared: a difference is ready: :class:`WordDiff`.
    """

    changed = Signal()
    compared = Signal(object)

    def __init__(
        self,
        playground: PlaygroundViewModel,
        bus: MessageBus,
        journal: Journal | None,
        parent: QObject | None = None,
        *,
        chance: random.Random | None = None,
        contents: Contents | None = None,
    ) -> None:
        super().__init__(parent)
        self.playground = playground
        self._contents = contents
        self.tasks = TaskScope(self, bus)
        self._bus = bus
        self._votes = Votes(journal) if journal is not None else None
        self._known: list[Vote] = []  # where no journal keeps them
        self._chance = chance or random.SystemRandom()
        self.state: BlindState = "off"
        self.order: list[str] = []
        self.said = ""
        self.scores: tuple[Score, ...] = ()
        playground.sent.connect(self._sent)
        playground.finished.connect(self._finished)
        playground.lanes_changed.connect(self._lanes_changed)

    # -- differences ---------------------------------------------------------------------------------------------

    def answers(self) -> list[tuple[str, str, str]]:
        """Everything that was answered: a key, words for people, the text; the newest first."""
        found = []
        for lane in self.playground.lanes:
            for number, turns in enumerate(self.playground.shown_turns()[lane.id], 1):
                text = "\n\n".join(turn.text for turn in turns if turn.text)
                name = f"{lane.api_words} · {label_of(lane.target)}"
                found.append(
                    (number, f"{lane.id}/{number}", t("{0} · prompt {1}").format(name, number), text)
                )
        found.sort(key=lambda answer: -answer[0])
        return [(key, words, text) for _, key, words, text in found]

    def compare(self, left: str, right: str) -> None:
        """Find the differences of two texts, beside the event loop; :attr:`compared` tells them."""
        self.tasks.start("compare", self._compare(left, right))

    async def _compare(self, left: str, right: str) -> None:
        self.compared.emit(await asyncio.to_thread(word_diff.compare, left, right))

    # -- blind votes ---------------------------------------------------------------------------------------------

    def name_of(self, lane_id: str) -> str:
        """What a lane is called while names are hidden; "" while they are shown."""
        if self.state not in {"asking", "voting"} or lane_id not in self.order:
            return ""
        place = self.order.index(lane_id)
        return (
            (t("Left"), t("Right"))[place] if len(self.order) == 2 else t("Answer {0}").format("ABCD"[place])
        )

    def set_blind(self, wanted: bool) -> None:
        """Hide the names from the next prompt on, or show them again."""
        if wanted == (self.state != "off"):
            return
        if wanted and len(self.playground.lanes) < 2:
            self._bus.show_info("A vote needs two lanes.", key="blind")
            self.changed.emit()
            return
        self.state = "asking" if wanted else "off"
        self._shuffle()
        self.tasks.start("score", self._load())
        self.changed.emit()

    def _lanes_changed(self) -> None:
        if self.state != "off":
            self.state = "asking" if len(self.playground.lanes) > 1 else "off"
            self._shuffle()
            self.changed.emit()

    def _shuffle(self) -> None:
        self.order = [lane.id for lane in self.playground.lanes]
        if self.state != "off":
            self._chance.shuffle(self.order)
        for lane in self.playground.lanes:
            lane.set_alias(self.name_of(lane.id))

    def _sent(self) -> None:
        if self.state != "off":
            self.state = "asking"
            self._shuffle()
            self.changed.emit()

    def _finished(self) -> None:
        lanes = self.playground.lanes
        whole = all(lane.turn is not None and lane.turn.text and not lane.busy for lane in lanes)
        if self.state == "asking" and whole:
            self.state = "voting"
            self.changed.emit()

    def vote(self, winner: str) -> None:
        """Decide: a lane's id, TIE or NONE. Then the names are told."""
        if self.state != "voting":
            return
        names = {lane.id: contestant(lane) for lane in self.playground.lanes}
        chosen = names.get(winner, winner)
        shown = [names[lane_id] for lane_id in self.order]
        last = self.playground.lanes[0].turn
        self.tasks.start("", self._vote(last.prompt if last is not None else "", shown, chosen))
        self.state = "told"
        for lane in self.playground.lanes:
            lane.set_alias("")
        sides = (t("Left"), t("Right"))
        what = {TIE: t("A tie"), NONE: t("Both bad") if len(shown) == 2 else t("All bad")}.get(winner, chosen)
        self.said = f"{what}. " + " · ".join(
            f"{sides[i] if len(shown) == 2 else 'ABCD'[i]}: {name}" for i, name in enumerate(shown)
        )
        self.changed.emit()

    async def _vote(self, prompt: str, contestants: list[str], winner: str) -> None:
        if self._votes is None:
            self._known.append(Vote(tuple(contestants), winner, prompt))
        else:
            await self._votes.add(self.playground.comparison.id, prompt, contestants, winner)
        await self._load()

    async def _load(self) -> None:
        votes = self._known if self._votes is None else await self._votes.list()
        self.scores = score(votes)
        self.changed.emit()

    def load_score(self) -> None:
        """Read the score."""
        self.tasks.start("score", self._load())

    def clear_score(self) -> None:
        """Begin the score anew."""
        self.tasks.start("score", self._clear())

    async def _clear(self) -> None:
        self._known.clear()
        if self._votes is not None:
            await self._votes.clear()
        await self._load()

    # -- the comparison as a file --------------------------------------------------------------------------------

    def document(self) -> export.Document:
        """The comparison as it stands in the lanes."""
        lanes = [
            export.LaneInfo(
                lane.id,
                lane.api_words,
                label_of(lane.target),
                {
                    key: value
                    for key, value in dataclasses.asdict(lane.settings).items()
                    if value != getattr(LaneSettings(), key)
                },
            )
            for lane in self.playground.lanes
        ]
        return export.document(lanes, self.playground.shown_turns())

    def write(self, file: str, kind: str) -> None:
        """Write the comparison to a file: ``html``, ``md`` or ``json``."""
        self.tasks.start("write", self._write(Path(file), kind))

    async def _write(self, file: Path, kind: str) -> None:
        document = self.document()
        images = {}
        if kind == "html" and self._contents is not None:
            images = await fetch_images(document.images, self._contents)

        def text() -> str:
            return export.to_html(document, images) if kind == "html" else FORMATS[kind](document)

        await write_export(file, text)
        self._bus.show_success(f"The comparison is in {file.name}.")

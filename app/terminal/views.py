"""How ``compare`` shows what comes: side by side in a terminal, one after the other elsewhere."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from typing import Protocol, TextIO

from app.core.run_events import Notice, RunEvent, TextDelta
from app.terminal.columns import Screen, harmless
from app.workbench.playground.comparison import Turn
from app.workbench.playground.lane import BaseLane
from app.workbench.playground.metrics import Metrics

FRAME_SECONDS = 0.066
API_NAMES: dict[str, str] = {"chat": "Chat Completions", "assistants": "Assistants", "responses": "Responses"}


class View(Protocol):
    """Shows events as they come."""

    def take(self, turn: Turn, event: RunEvent) -> None:
        """Take the next event of a lane."""

    async def draw(self) -> None:
        """Redraw what has changed, until cancelled."""

    def close(self) -> None:
        """Show what is left."""


class NoView:
    """Shows nothing: the JSON document at the end tells everything."""

    def take(self, turn: Turn, event: RunEvent) -> None:
        """Take the next event of a lane."""

    async def draw(self) -> None:
        """Wait until cancelled."""
        await asyncio.get_running_loop().create_future()

    def close(self) -> None:
        """Nothing is left to show."""


class ColumnsView:
    """Answers side by side, redrawn as they grow."""

    def __init__(self, out: TextIO, lanes: Sequence[BaseLane]) -> None:
        titles = [harmless(f"{API_NAMES[lane.api]} · {lane.target}") for lane in lanes]
        self._screen = Screen(titles, out, colours=not os.environ.get("NO_COLOR"))
        self._columns = {lane.id: number for number, lane in enumerate(lanes)}
        self._dirty = True

    def take(self, turn: Turn, event: RunEvent) -> None:
        """Take the next event of a lane."""
        column = self._columns[turn.lane]
        if isinstance(event, TextDelta):
            self._screen.add(column, event.text)
            self._screen.note(column, "")
        elif isinstance(event, Notice):
            self._screen.note(column, event.text)
        elif not turn.text:
            self._screen.note(column, "waiting for the first word …")
        if turn.finished is not None:
            if turn.finished.error:
                self._screen.add(column, ("\n\n" if turn.text else "") + turn.finished.error)
            self._screen.note(column, "")
            self._screen.end(column)
        self._dirty = True

    async def draw(self) -> None:
        """Redraw what has changed, until cancelled."""
        while True:
            if self._dirty:
                self._dirty = False
                self._screen.draw()
            await asyncio.sleep(FRAME_SECONDS)

    def close(self) -> None:
        """Show what is left."""
        self._screen.close()


class PlainView:
    """Answers one after the other: for pipes, files and narrow terminals. JSON output shows nothing of it."""

    def __init__(self, out: TextIO, err: TextIO, lanes: Sequence[BaseLane]) -> None:
        self._out = out
        self._err = err
        self._waiting = [lane.id for lane in lanes]
        self._names = {lane.id: f"{API_NAMES[lane.api]} · {lane.target}" for lane in lanes}
        self._texts: dict[str, list[str]] = {lane.id: [] for lane in lanes}
        self._ended: set[str] = set()
        self._titled = ""

    def take(self, turn: Turn, event: RunEvent) -> None:
        """Take the next event of a lane."""
        if isinstance(event, TextDelta):
            self._texts[turn.lane].append(event.text)
        elif isinstance(event, Notice):
            print(harmless(f"[{self._names[turn.lane]}] {event.text}"), file=self._err, flush=True)
        if turn.finished is not None:
            self._ended.add(turn.lane)
        self._write()

    async def draw(self) -> None:
        """Nothing is redrawn here: wait until cancelled."""
        await asyncio.get_running_loop().create_future()

    def close(self) -> None:
        """Show what is left."""
        self._ended.update(self._waiting)
        self._write()

    def _write(self) -> None:
        out = self._out
        while self._waiting:
            lane = self._waiting[0]
            pieces = self._texts[lane]
            if self._titled != lane and (pieces or lane in self._ended):
                out.write(f"── {harmless(self._names[lane])} ──\n")
                self._titled = lane
            out.write(harmless("".join(pieces)))
            pieces.clear()
            if lane not in self._ended:
                break
            out.write("\n\n")
            self._waiting.pop(0)
        out.flush()


def figures(metrics: Sequence[Metrics]) -> list[tuple[str, list[str]]]:
    """Rows of the table under the answers: a name, and each lane's figure."""

    def seconds(value: float | None) -> str:
        return "–" if value is None else f"{value:.2f} s"

    def number(value: float | None) -> str:
        return "–" if value is None else f"{value:,.0f}"

    rows = [
        ("Status", [m.status or "cancelled" for m in metrics]),
        ("Time to first token", [seconds(m.first_token) for m in metrics]),
        ("Total", [seconds(m.total) for m in metrics]),
        ("Tokens in", [number(m.prompt_tokens) for m in metrics]),
        ("Tokens out", [number(m.completion_tokens) for m in metrics]),
        (
            "Tokens per second",
            ["–" if m.tokens_per_second is None else f"{m.tokens_per_second:.1f}" for m in metrics],
        ),
        ("Requests", [number(m.requests) for m in metrics]),
        ("Sent", [m.sent_words.removeprefix("sent: ") for m in metrics]),
        ("Already held", [number(m.already_held) for m in metrics]),
        ("Steps", [number(m.steps) for m in metrics]),
    ]
    if any(m.retries for m in metrics):
        rows.append(("Waited for limits", [f"{m.waited:.1f} s, {m.retries} times" for m in metrics]))
    return rows

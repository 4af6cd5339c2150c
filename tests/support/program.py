"""The whole program in a test: real window, real engine process, real journal, in a folder of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtGui import QImage

from app.bootstrap import Program
from app.connections.profile import Profile, save_profiles
from app.core.entities import ModelRef
from app.core.paths import resolve
from app.main import WindowOptions
from app.ui.playground.page import PlaygroundPage
from app.ui.widgets.message_bar import MessageBars
from app.viewmodels.playground import PlaygroundViewModel
from tests.support.qt_loop import until
from tests.support.window import Hands

MODEL = ModelRef("acme", "scripted-1")


class ProgramHands(Hands):
    """The program's window, and what a person does with it."""

    def __init__(self, program: Program) -> None:
        assert program.window is not None
        assert program.services is not None
        self.program = program
        self.started_after: set[psutil.Process] = set()
        self.services = program.services
        self.window = program.window
        bars = program.window.findChild(MessageBars)
        assert bars is not None
        self.bars = bars

    @property
    def page(self) -> PlaygroundPage:  # type: ignore[override]
        page = self.program.window.page("playground")  # type: ignore[union-attr]
        assert isinstance(page, PlaygroundPage)
        return page

    @property
    def playground(self) -> PlaygroundViewModel:
        return self.page.viewmodel

    def answers(self, lane: int) -> list[str]:
        """The answers in a lane (0 is the left one)."""
        items = self.playground.lanes[lane].transcript.items
        return [item.text for item in items if item.kind == "assistant"]

    def items(self, lane: int, kind: str) -> list[Any]:
        return [item for item in self.playground.lanes[lane].transcript.items if item.kind == kind]

    def children(self) -> list[psutil.Process]:
        """The processes that this program has started."""
        return [c for c in psutil.Process().children(recursive=True) if c not in self.started_after]

    async def idle(self, timeout: float = 60.0) -> None:
        """Wait until no lane answers any more."""
        await until(lambda: not self.playground.busy, timeout=timeout, what="lanes are idle")

    async def ask(self, prompt: str, *, wait: bool = True) -> None:
        """Type a prompt and press Send."""
        self.type("composer_text", prompt, replace=True)
        self.click("composer_send")
        if wait:
            await self.idle()

    def picture(self, file: Path) -> QImage:
        """Take a picture of the window."""
        file.parent.mkdir(parents=True, exist_ok=True)
        picture = self.window.grab()
        assert picture.save(str(file))
        return picture.toImage()


@asynccontextmanager
async def started(
    folder: Path, *, service: str = "", wait: bool = True, **options: Any
) -> AsyncIterator[ProgramHands]:
    """Start the program; with ``service`` both lanes ask its model ``scripted-1``. Ends it, and checks that nothing is left."""
    before = set(psutil.Process().children(recursive=True))
    paths = resolve(folder).create()
    if service:
        save_profiles(paths.profiles, [Profile("acme", "Acme", service, models=("scripted-1",))])
    program = Program(WindowOptions(data_dir=str(folder), **options), paths)
    running = asyncio.ensure_future(program.run())
    await until(lambda: running.done() or (program.window is not None and program.window.isVisible()))
    if running.done():
        running.result()
    hands = ProgramHands(program)
    hands.started_after = before
    try:
        if wait:
            await hands.services.engine.wait_ready()
            await until(lambda: hands.playground.ready)
        if service:
            for lane in hands.playground.lanes:
                hands.playground.choose(lane.id, MODEL)
        yield hands
    finally:
        children = hands.children()
        program.end()
        await asyncio.wait_for(running, 20)
        _gone, left = psutil.wait_procs(children, timeout=3)
        assert not left, [process.cmdline() for process in left]

"""“Code interpreter” on the page Connections: where code runs, a remote Jupyter server, and the self-test."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Signal

from app.connections.secrets import Key, Place
from app.core.errors import AppError
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import mark, t
from app.workbench.code_place import CodePlace, CodePlaces, TestLine

CHOICES = (
    (
        "auto",
        mark("The best that this computer has"),
        mark("A sandbox of the system's own, else WebAssembly."),
    ),
    (
        "native",
        mark("The system's sandbox"),
        mark("Quick; a process without network and without your files."),
    ),
    ("wasi", "WebAssembly", mark("Works everywhere; slower, with fewer libraries.")),
    ("remote", mark("A Jupyter server"), mark("Code runs there, with what is installed there.")),
    ("off", mark("Nowhere"), mark("Assistants are offered no code interpreter.")),
)


class CodePlaceViewModel(QObject):
    """State of the section.

    Signals:
        changed: what is chosen, its state, or the test's lines are different.
    """

    changed = Signal()

    def __init__(self, places: CodePlaces, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self.saved = CodePlace()
        self.backend = "auto"
        self.url = ""
        self.kernel = ""
        self._token = Key("")
        self.loaded = False
        self.problem = ""
        self.lines: tuple[TestLine, ...] = ()
        self.testing = False
        self.saving = False
        self.place: Place | None = None

    @property
    def unsaved(self) -> bool:
        """Whether something is chosen that is not saved."""
        saved = self.saved
        return self.loaded and (
            self.backend != saved.backend
            or (
                self.backend == "remote"
                and (
                    self.url.strip() != saved.remote_url
                    or self.kernel.strip() != saved.remote_kernel
                    or bool(self._token)
                )
            )
        )

    @property
    def can_save(self) -> bool:
        """Whether it can be saved now."""
        return self.unsaved and not self.saving and not (self.backend == "remote" and not self.url.strip())

    @property
    def state_words(self) -> tuple[str, str]:
        """The state in words, and its colour."""
        if self.problem:
            return t("Not known"), "error"
        words = {
            "ready": (t("Ready"), "success"),
            "preparing": (t("Preparing"), "info"),
            "off": (t("Off"), "warning"),
        }
        return words.get(self.saved.state, ("", ""))

    def refresh(self) -> None:
        """Ask the engine what is chosen."""
        self.tasks.start("look", self._look(), failed=self._not_seen)

    def _not_seen(self, error: AppError) -> None:
        self.problem = error.message
        self.changed.emit()

    async def _look(self) -> None:
        keep = self.unsaved
        self.saved = await self._places.read()
        self.problem = ""
        if not keep:
            self.backend, self.url = self.saved.backend, self.saved.remote_url
            self.kernel = self.saved.remote_kernel
        self.loaded = True
        self.changed.emit()

    def choose(self, backend: str) -> None:
        """Choose a place; what needs nothing more is saved at once."""
        if backend == self.backend:
            return
        self.backend = backend
        self.lines = ()
        self.changed.emit()
        if backend != "remote":
            self.save()

    def edit(self, *, url: str | None = None, kernel: str | None = None, token: str | None = None) -> None:
        """Take what was typed."""
        if url is not None:
            self.url = url
        if kernel is not None:
            self.kernel = kernel
        if token is not None:
            self._token = Key(token)
        self.changed.emit()

    def save(self) -> None:
        """Let the engine use what is chosen."""
        self.tasks.start("save", self._save())

    async def _save(self) -> None:
        self.saving = True
        self.changed.emit()
        try:
            token = self._token.reveal() or None
            remote = {"remote_url": self.url.strip(), "kernel": self.kernel.strip()}
            self.place = (
                await self._places.choose(self.backend, **remote, token=token)
                if self.backend == "remote"
                else await self._places.choose(self.backend)
            )
            self._token = Key("")
            self.saved = dataclasses.replace(self.saved, backend=self.backend)
        finally:
            self.saving = False
            self.changed.emit()
        await self._look()

    def forget_token(self) -> None:
        """Delete the kept token."""
        self.tasks.start("save", self._forget())

    async def _forget(self) -> None:
        await self._places.choose(
            self.saved.backend, remote_url=self.saved.remote_url, kernel=self.saved.remote_kernel, token=""
        )
        await self._look()

    def test(self) -> None:
        """Run the self-test."""
        self.tasks.start("test", self._test())

    async def _test(self) -> None:
        self.testing, self.lines = True, ()
        self.changed.emit()
        lines: list[TestLine] = []
        try:
            await self._places.test(lines.append)
        finally:
            self.testing, self.lines = False, tuple(lines)
            self.changed.emit()

    async def close(self) -> None:
        """End."""
        await self.tasks.close()

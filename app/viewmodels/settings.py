"""Settings: the one holder of what a person has chosen, and the facts that the page shows beside it."""

from __future__ import annotations

import asyncio
import dataclasses
import sys
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.connections.secrets import KeyStore, Place
from app.core import settings as settings_file
from app.core.errors import StorageFailed
from app.core.paths import Paths
from app.core.settings import Settings
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.sentences import said
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import spoken, t

FONT_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text sizes that can be chosen; 1.0 is the design's own."""

PROGRAM = "assistant-workbench"
PARTS = (
    "PySide6-Essentials", "qasync", "openai", "keyring", "fastapi", "uvicorn", "sqlalchemy", "alembic", "pydantic",
    "tiktoken", "markdown", "pygments", "jsonschema", "platformdirs", "psutil", "xllamacpp",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A library that the program is made with."""

    name: str
    version: str
    licence: str


class SettingsViewModel(QObject):
    """Holds the settings; everything that changes them goes through :meth:`update`.

    Signals:
        changed: the settings are different; carries them.
        place_found: it is known now where keys are kept.
        parts_found: the list of libraries is there.
        restart_requested: the program shall end and start again.
    """

    changed = Signal(object)
    place_found = Signal()
    parts_found = Signal()
    restart_requested = Signal()

    def __init__(
        self, paths: Paths, bus: MessageBus, keys: KeyStore | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.paths = paths
        self.settings: Settings = settings_file.load(paths.settings)
        self.place: Place | None = None
        self.parts: tuple[Part, ...] = ()
        self._bus = bus
        self._keys = keys
        self.tasks = TaskScope(self, bus)

    def update(self, **values: Any) -> None:
        """Change settings by name; written to disk at once."""
        new = dataclasses.replace(self.settings, **values)
        if new == self.settings:
            return
        self.settings = new
        self.changed.emit(new)
        try:
            settings_file.save(self.paths.settings, new)
        except OSError as error:
            self._bus.show_error(
                StorageFailed(
                    "The settings could not be written.",
                    advice="They hold until the program ends. Check the settings folder's space and permissions.",
                    details=str(error),
                ),
                key="settings",
            )

    def activate(self) -> None:
        """The page is shown: find out what it shows."""
        self.tasks.start("look", self._look())

    async def _look(self) -> None:
        if self._keys is not None:
            self.place = await self._keys.find_place()
            self.place_found.emit()
        if not self.parts:
            self.parts = await asyncio.to_thread(_find_parts)
            self.parts_found.emit()

    @property
    def place_words(self) -> str:
        """Where keys are kept, for a person."""
        return place_words(self.place)

    @property
    def version(self) -> str:
        """The program's version."""
        import importlib.metadata

        try:
            return importlib.metadata.version(PROGRAM)
        except importlib.metadata.PackageNotFoundError:
            from app import __version__

            return __version__ if getattr(sys, "frozen", False) else "development"

    @property
    def system(self) -> str:
        """Python and operating system, for reports."""
        import platform

        return f"Python {platform.python_version()} on {platform.platform(terse=True)}"

    async def close(self) -> None:
        """End; before the window's services stop."""
        await self.tasks.close()


def place_words(place: Place | None) -> str:
    """Say where keys are kept: in a keyring by its name, or for this session only, and why."""
    if place is None:
        return t("Looking for this system's keyring…")
    if place.durable:
        return t("Keys are kept in {0}.").format(said(place.name))
    return t("Keys are kept for this session only{0}. They are never written to a file.").format(
        because_words(place)
    )


def because_words(place: Place) -> str:
    """Why keys cannot be kept longer: ``, because no keyring was found``; empty if that is not known."""
    reason = place.reason.strip().rstrip(".")
    if reason.startswith("no keyring found"):
        reason = (
            said(reason) if spoken() != "en" else reason.replace("no keyring found", "no keyring was found")
        )
    elif reason:
        reason = said(f"{reason[:1].lower()}{reason[1:]}")
    return t(", because {0}").format(reason) if reason else ""


def _find_parts() -> tuple[Part, ...]:
    """Read versions and licences of the libraries from their own metadata."""
    import importlib.metadata

    found = []
    for name in PARTS:
        try:
            about = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        facts = about.json
        licence = str(facts.get("license_expression") or _classified(facts.get("classifier") or []))
        if not licence:
            licence = str(facts.get("license") or "").strip().partition("\n")[0][:60]
        found.append(Part(str(about["Name"]), str(about["Version"]), licence or t("see its project")))
    return tuple(found)


def _classified(classifiers: str | list[str]) -> str:
    given = [classifiers] if isinstance(classifiers, str) else classifiers
    names = [c.rpartition(" :: ")[2] for c in given if c.startswith("License ::")]
    return ", ".join(name.removesuffix(" License") for name in names)

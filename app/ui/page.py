"""What a page is, and the list of all pages: a new one adds a line here and nothing elsewhere."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.words import mark, t

if TYPE_CHECKING:
    from app.ui.command_palette import Command
    from app.viewmodels.services import Services


class Page(QWidget):
    """One page of the window. Made when it is first shown.

    Args:
        services: what the program can do.

    Signals:
        open_requested: a person wants to go on on another page: its name, and what to show there.
        used: a person has done here what the page is for.
    """

    open_requested = Signal(str, object)
    used = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services

    def activated(self) -> None:
        """The page is shown (again): look what is there now, put the focus where one begins."""

    def receive(self, wish: Any) -> None:
        """Another page sends a person here with this (see :attr:`open_requested`)."""

    def start_new(self) -> None:
        """Ctrl+N: begin a new one of what the page is about."""

    def focus_search(self) -> None:
        """Ctrl+F: put the focus where one searches."""

    def commands(self) -> Sequence[Command]:
        """What the command palette offers on this page beside what it offers everywhere."""
        return ()

    def conversations(self) -> Sequence[tuple[Any, Sequence[Sequence[Any]]]]:
        """What was asked and answered here, as ``(api, [events of each answer])`` for each lane; most pages have none."""
        return ()

    @property
    def busy(self) -> bool:
        """Whether something that will be shown here is still on its way."""
        return False

    async def closing(self) -> None:
        """The program ends: keep what is typed, end tasks. At most a second."""


@dataclass(frozen=True)
class PageEntry:
    """Where a page is in the rail and where its class is, imported when it is first shown."""

    name: str
    title: str
    icon: str
    module: str
    cls: str
    place: Literal["top", "foot"] = "top"

    def make(self, services: Services) -> Page:
        """Make the page."""
        page_class: type[Page] = getattr(importlib.import_module(self.module), self.cls)
        page = page_class(services)
        page.setObjectName(f"{self.name}_page")
        page.setAccessibleName(t(self.title))
        return page


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "playground", mark("Playground"), "messages-square", "app.ui.playground.page", "PlaygroundPage"
    ),
    PageEntry("assistants", mark("Assistants"), "bot", "app.ui.assistants.page", "AssistantsPage"),
    PageEntry("threads", mark("Threads"), "message-square-text", "app.ui.threads.page", "ThreadsPage"),
    PageEntry("knowledge", mark("Knowledge"), "library", "app.ui.knowledge.page", "KnowledgePage"),
    PageEntry("activity", mark("Activity"), "activity", "app.ui.activity.page", "ActivityPage"),
    PageEntry(
        "connections", mark("Connections"), "plug", "app.ui.connections.page", "ConnectionsPage", "foot"
    ),
    PageEntry("settings", mark("Settings"), "settings", "app.ui.settings.page", "SettingsPage", "foot"),
)

"""“Found on this computer”: model servers that run here now, and connecting to one with a click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.connections import discovery
from app.connections.discovery import FoundServer
from app.connections.profile import Profile
from app.connections.registry import Connections
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t


@dataclass(frozen=True)
class FoundRow:
    """A server that was found. ``connected`` names the connection that leads there already, if one does."""

    url: str
    name: str
    detail: str
    needs_key: bool
    connected: str


class FoundServersViewModel(QObject):
    """State of the section.

    Signals:
        changed: other servers were found, or one is connected now.
        added: a connection was made; carries its id.
        key_wanted: a server wants a key: begin a connection to it; carries name and address.
    """

    changed = Signal()
    added = Signal(str)
    key_wanted = Signal(str, str)

    def __init__(
        self,
        connections: Connections,
        bus: MessageBus,
        parent: QObject | None = None,
        *,
        ports: Mapping[int, str] = discovery.PORTS,
    ) -> None:
        super().__init__(parent)
        self._connections = connections
        self._ports = ports
        self.tasks = TaskScope(self, bus)
        self._found: tuple[FoundServer, ...] = ()
        self.looked = False
        self._stop = connections.observe(self.changed.emit)

    @property
    def looking(self) -> bool:
        """Whether it is being looked just now."""
        return self.tasks.running("look")

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """What was found."""
        known = {_same(profile.base_url): profile.name for profile in self._connections.list()}
        return tuple(
            FoundRow(
                server.base_url, server.name, _detail(server), server.needs_key, known.get(_same(server.base_url), "")
            )
            for server in self._found
        )  # fmt: skip

    def look(self) -> None:
        """Look now; takes half a second."""
        self.tasks.start("look", self._look())
        self.changed.emit()

    async def _look(self) -> None:
        self._found = await discovery.discover(self._ports)
        self.looked = True
        self.changed.emit()

    def connect_to(self, url: str) -> None:
        """Make a connection to a found server; one that wants a key is begun in the form instead."""
        server = next((one for one in self._found if one.base_url == url), None)
        if server is None:
            return
        if server.needs_key:
            self.key_wanted.emit(server.name, server.base_url)
        else:
            self.tasks.start(f"add {url}", self._add(server))

    async def _add(self, server: FoundServer) -> None:
        made, _ = await self._connections.add(
            Profile(
                id="", name=server.name, base_url=server.base_url, models=server.models, facts=server.facts
            )
        )
        self.added.emit(made.id)

    async def close(self) -> None:
        """End."""
        self._stop()
        await self.tasks.close()


def _same(url: str) -> str:
    return url.rstrip("/").lower().replace("//localhost:", "//127.0.0.1:")


def _detail(server: FoundServer) -> str:
    number = len(server.models)
    if server.needs_key:
        models = t("asks for a key")
    elif number == 0:
        models = t("no model loaded")
    else:
        shown = ", ".join(server.models[:3])
        models = t("{0} and {1} more").format(shown, number - 3) if number > 3 else shown
    return f"{server.base_url} · {models}"

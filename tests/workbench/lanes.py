"""What the tests of lanes share: clients for given services, and answers gathered into lists."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, TypeVar

from app.connections.client import make_client, make_engine_client
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.core.entities import ENGINE, ModelRef
from app.core.errors import NotFound
from app.core.run_events import Finished, Notice, RunEvent, Sent, TextDelta

Event = TypeVar("Event", bound=RunEvent)


class FixedClients:
    """Clients for the services it is given (``ENGINE`` or profile ids → base URL and key)."""

    def __init__(self, services: dict[str, tuple[str, str]], *, read_seconds: float = 5.0) -> None:
        self.services = services
        self.read_seconds = read_seconds
        self.told: Callable[[str], None] | None = None
        self._open: list[Any] = []
        self._clients: dict[tuple[str, str], Any] = {}

    async def client(self, connection: str) -> Any:
        if connection not in self.services:
            raise NotFound("This connection does not exist any more.")
        base_url, key = self.services[connection]
        name = (connection, base_url)
        if name not in self._clients:
            if connection == ENGINE:
                self._clients[name] = make_engine_client(base_url, Key(key))
            else:
                profile = Profile(connection, "Acme", base_url)
                self._clients[name] = make_client(
                    profile, Key(key) if key else None, read_seconds=self.read_seconds
                )
        return self._clients[name]

    def name(self, connection: str) -> str:
        return "The engine" if connection == ENGINE else "Acme"

    def is_openai(self, connection: str) -> bool:
        return connection == "openai"

    def watch(self, model: ModelRef, tell: Callable[[str], None]) -> Callable[[], None]:
        self.told = tell
        return lambda: setattr(self, "told", None)

    async def close(self) -> None:
        for client in self._clients.values():
            await client.close()
        self._clients.clear()


async def gather(events: AsyncIterator[RunEvent]) -> list[RunEvent]:
    """All events of an answer, whose shape every answer has: one end, at the end."""
    found = [event async for event in events]
    assert isinstance(found[-1], Finished)
    assert [e for e in found if isinstance(e, Finished)] == [found[-1]]
    times = [event.at for event in found]
    assert times == sorted(times)
    return found


def of(kind: type[Event], events: list[RunEvent]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


def text(events: list[RunEvent]) -> str:
    return "".join(event.text for event in of(TextDelta, events))


def end(events: list[RunEvent]) -> Finished:
    last = events[-1]
    assert isinstance(last, Finished)
    return last


def notices(events: list[RunEvent]) -> list[str]:
    return [event.text for event in of(Notice, events)]


def sent(events: list[RunEvent]) -> list[Sent]:
    return of(Sent, events)

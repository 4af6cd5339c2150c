"""Whom a lane talks to: the engine or one of the connections, by id, with what is happening there meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.connections.registry import Connections
from app.core.entities import ENGINE, ModelRef
from app.workbench.engine_process import EngineProcess, EngineStatus, LocalModelStatus

if TYPE_CHECKING:
    from openai import AsyncOpenAI


class ClientSource(Protocol):
    """What lanes need to reach services."""

    async def client(self, connection: str) -> AsyncOpenAI:
        """The SDK's client for a connection (or :data:`ENGINE`); waits while the engine is starting.

        Raises:
            AppError: the connection is gone, has no key, or the engine does not come up.
        """

    def name(self, connection: str) -> str:
        """The connection's name, to begin a sentence with."""

    def is_openai(self, connection: str) -> bool:
        """Whether it is OpenAI's own service (or Azure's), which knows the newest parameters."""

    def watch(self, model: ModelRef, tell: Callable[[str], None]) -> Callable[[], None]:
        """Tell in words what is happening to the engine and to a local model, until the returned function is called."""


class Clients:
    """The engine and the connections of this program."""

    def __init__(self, engine: EngineProcess, connections: Connections) -> None:
        self._engine = engine
        self._connections = connections

    async def client(self, connection: str) -> AsyncOpenAI:
        """See :class:`ClientSource`."""
        if connection == ENGINE:
            return await self._engine.ready_client()
        return await self._connections.client(connection)

    def name(self, connection: str) -> str:
        """See :class:`ClientSource`."""
        return "The engine" if connection == ENGINE else self._connections.get(connection).name

    def is_openai(self, connection: str) -> bool:
        """See :class:`ClientSource`."""
        return connection != ENGINE and self._connections.get(connection).kind in {"openai", "azure"}

    def watch(self, model: ModelRef, tell: Callable[[str], None]) -> Callable[[], None]:
        """See :class:`ClientSource`."""

        last = ""

        def once(text: str) -> None:
            nonlocal last
            if text != last:
                last = text
                tell(text)

        def engine_news(status: EngineStatus) -> None:
            if status.state in {"starting", "restarting"}:
                once(status.message)
            elif status.state == "ready" and status.attempt:
                once("The engine is back.")

        def model_news(status: LocalModelStatus) -> None:
            if status.model != model.model:
                return
            if status.state in {"starting", "loading"}:
                once(status.message or f"The model {status.model} is being loaded.")
            elif status.state == "failed":
                once(status.message or f"The model {status.model} could not be loaded.")

        if self._engine.status.state in {"starting", "restarting"}:
            once(self._engine.status.message)
        known = self._engine.models.get(model.model)
        if known is not None and known.state in {"starting", "loading"}:
            model_news(known)
        stops = (self._engine.on_state(engine_news), self._engine.on_model_state(model_news))

        def stop() -> None:
            for end in stops:
                end()

        return stop

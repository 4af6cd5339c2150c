"""Answers function calls by the handlers that people chose, for all lanes alike."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.connections.secrets import KeyStore
from app.core.errors import AppError, InvalidInput
from app.core.run_events import FunctionCall
from app.workbench.clients import ClientSource
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.handlers.canned import CannedHandler
from app.workbench.tools.handlers.http import HttpHandler
from app.workbench.tools.handlers.manual import ManualHandler
from app.workbench.tools.handlers.mcp import Approve, McpHandler
from app.workbench.tools.handlers.python import PythonHandler
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.tools.specs import Call, Handler, HandlerSpec, Kind, NeedsPerson, read_arguments

GRACE_SECONDS = 5.0
"""Handlers keep their own time; this much later they are given up from outside."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answered:
    """What came of a call: its output for the model, and what to tell the person ("" where all went well)."""

    output: str
    trouble: str = ""
    details: str = ""


class FunctionHandlers:
    """Everything that answers functions; one for the program.

    Args:
        store: which handler answers which function.
        clients: how services are reached.
        keys: where secrets are kept.
        servers: connections to tool servers.
    """

    def __init__(
        self, store: HandlerStore, clients: ClientSource, keys: KeyStore, servers: McpServers
    ) -> None:
        self.store = store
        self.servers = servers
        self.keys = keys
        self._mcp = McpHandler(store, servers)
        self._handlers: dict[Kind, Handler] = {
            "manual": ManualHandler(),
            "canned": CannedHandler(),
            "http": HttpHandler(keys),
            "python": PythonHandler(clients),
            "mcp": self._mcp,
        }

    @property
    def approve(self) -> Approve | None:
        """Asks a person whether a server's tool may be called."""
        return self._mcp.approve

    @approve.setter
    def approve(self, ask: Approve | None) -> None:
        self._mcp.approve = ask

    async def answer(
        self, owner: str, call: FunctionCall, tell: Callable[[str], None] = lambda _words: None
    ) -> Answered | None:
        """Answer a call; None when a person has to."""
        try:
            spec = await self.store.find(owner, call.name)
        except AppError as error:
            log.warning("a function's handler cannot be looked up: %s", error.message)
            spec = None
        if spec is None or spec.kind == "manual":
            return None
        return await self.run(spec, call, tell)

    async def run(
        self, spec: HandlerSpec, call: FunctionCall, tell: Callable[[str], None] = lambda _words: None
    ) -> Answered | None:
        """Answer a call by one handler (“Try it” too); failures become words. None when a person has to."""
        try:
            arguments = read_arguments(call.arguments)
        except AppError as error:
            return _failed(call.name, error)
        try:
            output = await self._in_time(spec, Call(call.name, arguments, tell))
        except NeedsPerson:
            return None
        except AppError as error:
            return _failed(call.name, error)
        except Exception as error:
            log.exception("a function's handler failed unexpectedly")
            return _failed(call.name, AppError("The handler failed.", details=type(error).__name__))
        return _fitted(spec, call.name, output)

    async def _in_time(self, spec: HandlerSpec, call: Call) -> str:
        handler = self._handlers[spec.kind]
        if spec.kind == "mcp":  # a person may take long to allow it; the call itself is timed
            return await handler.answer(spec, call)
        try:
            async with asyncio.timeout(spec.timeout + GRACE_SECONDS):
                return await handler.answer(spec, call)
        except TimeoutError:
            raise InvalidInput(f"There was no answer within {spec.timeout:g} seconds.") from None


def with_kind(spec: HandlerSpec, kind: Kind) -> HandlerSpec:
    """The same particulars under another kind."""
    return replace(spec, kind=kind)


def _failed(name: str, error: AppError) -> Answered:
    said = f"Error: {error.message}"
    if error.details:
        said = f"{said}\n{error.details[:4000]}"
    advice = f" {error.advice}" if error.advice else ""
    return Answered(said, f"The function “{name}” failed: {error.message}{advice}", error.details)


def _fitted(spec: HandlerSpec, name: str, output: str) -> Answered:
    clean = output.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    if len(clean) <= spec.most_characters:
        return Answered(clean)
    kept = clean[: spec.most_characters]
    return Answered(
        f"{kept}\n[Cut after {spec.most_characters:,} characters.]",
        f"The result of “{name}” was longer than {spec.most_characters:,} characters and was cut.",
    )

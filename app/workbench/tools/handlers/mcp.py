"""Calls that a tool of a tool server (Model Context Protocol) answers, when a person has allowed it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from app.core.errors import InvalidInput
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.tools.specs import Call, HandlerSpec

Decision = Literal["once", "always", "never", "no"]


@dataclass(frozen=True)
class Wish:
    """What a person is asked to allow."""

    server: str
    tool: str
    arguments: str


Approve = Callable[[Wish], Awaitable[Decision]]


class McpHandler:
    """Calls the server's tool.

    Args:
        store: which servers there are, and what was allowed.
        servers: their connections.
        approve: asks a person; None refuses what was not allowed before.
    """

    def __init__(self, store: HandlerStore, servers: McpServers, approve: Approve | None = None) -> None:
        self._store = store
        self._servers = servers
        self.approve = approve

    async def answer(self, spec: HandlerSpec, call: Call) -> str:
        """See :class:`Handler`."""
        server = await self._store.server(spec.server)
        if server is None:
            raise InvalidInput(
                "The tool server of this function was removed.", advice="Choose another in its form."
            )
        tool = spec.tool or call.name
        known = server.approvals.get(tool, "ask")
        if known == "ask":
            decision: Decision = "no"
            if self.approve is not None:
                arguments = json.dumps(call.arguments, ensure_ascii=False)
                decision = await self.approve(Wish(server.name, tool, arguments))
            if decision in {"always", "never"}:
                known = "always" if decision == "always" else "never"
                await self._store.set_approval(server.id, tool, known)
            elif decision == "once":
                known = "always"
        if known != "always":
            raise InvalidInput(f"The user does not allow calls of “{tool}”.")
        return await self._servers.call(server, tool, call.arguments, seconds=spec.timeout)

"""Which handler answers which function, and the tool servers; kept in the journal's file, without any secret."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import time
from typing import TYPE_CHECKING

from app.core.entities import Json
from app.core.ids import new_id
from app.workbench.tools.specs import Approval, HandlerSpec, ToolServer
from app.workbench.tools.typed_secrets import server_apart, spec_apart

if TYPE_CHECKING:
    from app.connections.secrets import KeyStore
    from app.workbench.journal import Journal


class HandlerStore:
    """Handlers by owner (an assistant's id, or :data:`LANES`) and function name.

    Args:
        journal: where they are kept; None keeps them in memory.
        keys: where keys go that were typed into a header or an environment.
    """

    def __init__(self, journal: Journal | None, keys: KeyStore | None = None) -> None:
        self._journal = journal
        self._keys = keys
        self._handlers: dict[tuple[str, str], HandlerSpec] = {}
        self._servers: dict[str, ToolServer] = {}

    async def find(self, owner: str, name: str) -> HandlerSpec | None:
        """The handler of a function, None if none was chosen.

        Raises:
            StorageFailed: the journal cannot be read.
        """
        if self._journal is None:
            return self._handlers.get((owner, name))
        row = await self._journal.ask(
            lambda c: c.execute(
                "SELECT data FROM function_handlers WHERE owner=? AND name=?", (owner, name)
            ).fetchone()
        )
        return HandlerSpec.from_json(_read(row[0])) if row else None

    async def of_owner(self, owner: str) -> dict[str, HandlerSpec]:
        """All handlers of an owner, by function name."""
        if self._journal is None:
            return {name: spec for (mine, name), spec in self._handlers.items() if mine == owner}
        rows = await self._journal.ask(
            lambda c: c.execute(
                "SELECT name, data FROM function_handlers WHERE owner=? ORDER BY name", (owner,)
            ).fetchall()
        )
        return {name: HandlerSpec.from_json(_read(data)) for name, data in rows}

    async def put(self, owner: str, name: str, spec: HandlerSpec) -> None:
        """Keep a function's handler; keys in its headers go into the keyring."""
        if self._keys is not None:
            spec = await spec_apart(owner, name, spec, self._keys)
        if self._journal is None:
            self._handlers[owner, name] = spec
            return
        data = json.dumps(spec.to_json(), ensure_ascii=True)
        await self._journal.ask(
            lambda c: c.execute(
                "INSERT OR REPLACE INTO function_handlers (owner, name, data, updated) VALUES (?,?,?,?)",
                (owner, name, data, time.time()),
            )
        )

    async def remove(self, owner: str, name: str) -> None:
        """Forget a function's handler."""
        if self._journal is None:
            self._handlers.pop((owner, name), None)
            return
        await self._journal.ask(
            lambda c: c.execute("DELETE FROM function_handlers WHERE owner=? AND name=?", (owner, name))
        )

    async def copy(self, owner: str, target: str) -> None:
        """Give another owner the same handlers (a duplicated assistant, a draft that was saved)."""
        for name, spec in (await self.of_owner(owner)).items():
            await self.put(target, name, spec)

    # -- tool servers --------------------------------------------------------------------------------------------

    async def servers(self) -> tuple[ToolServer, ...]:
        """All tool servers, by name."""
        if self._journal is None:
            found = list(self._servers.values())
        else:
            rows = await self._journal.ask(lambda c: c.execute("SELECT data FROM tool_servers").fetchall())
            found = [server for (data,) in rows if (server := ToolServer.from_json(_read(data)))]
        return tuple(sorted(found, key=lambda server: (server.name.casefold(), server.id)))

    async def server(self, server_id: str) -> ToolServer | None:
        """One tool server, None if it is not there."""
        return next((one for one in await self.servers() if one.id == server_id), None)

    async def put_server(self, server: ToolServer) -> ToolServer:
        """Keep a tool server; without an id it is a new one. Keys in its fields go into the keyring."""
        kept = server if server.id else dataclasses.replace(server, id=new_id("server"))
        if self._keys is not None:
            kept = await server_apart(kept, self._keys)
        if self._journal is None:
            self._servers[kept.id] = kept
            return kept
        data = json.dumps(kept.to_json(), ensure_ascii=True)
        await self._journal.ask(
            lambda c: c.execute(
                "INSERT OR REPLACE INTO tool_servers (id, data) VALUES (?,?)", (kept.id, data)
            )
        )
        return kept

    async def remove_server(self, server_id: str) -> None:
        """Forget a tool server."""
        if self._journal is None:
            self._servers.pop(server_id, None)
            return
        await self._journal.ask(lambda c: c.execute("DELETE FROM tool_servers WHERE id=?", (server_id,)))

    async def set_approval(self, server_id: str, tool: str, approval: Approval) -> None:
        """Keep what a person decided about a tool; in one transaction, as two lanes may ask at once."""
        if self._journal is None:
            found = self._servers.get(server_id)
            if found is not None:
                self._servers[server_id] = _approved(found, tool, approval)
            return

        def change(c: sqlite3.Connection) -> None:
            row = c.execute("SELECT data FROM tool_servers WHERE id=?", (server_id,)).fetchone()
            server = ToolServer.from_json(_read(row[0])) if row else None
            if server is not None:
                data = json.dumps(_approved(server, tool, approval).to_json(), ensure_ascii=True)
                c.execute("UPDATE tool_servers SET data=? WHERE id=?", (data, server_id))

        await self._journal.ask(change)


def _approved(server: ToolServer, tool: str, approval: Approval) -> ToolServer:
    return dataclasses.replace(server, approvals={**server.approvals, tool: approval})


def _read(text: str) -> Json | None:
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None

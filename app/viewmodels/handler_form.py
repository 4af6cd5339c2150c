"""How calls of one function are answered: chosen, kept at once, tried."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.connections.secrets import KeyStore
from app.core.errors import AppError
from app.core.run_events import FunctionCall
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.lane_tools import arguments_of
from app.workbench.tools.mcp_servers import ServerTool
from app.workbench.tools.placeholders import secret_entry, secret_names
from app.workbench.tools.specs import HandlerSpec, ToolServer, problem

KEEP_MS = 300
Json = dict[str, Any]


class HandlerFormViewModel(QObject):
    """State of the form.

    Signals:
        changed: the handler, servers, secrets or the trial's result are different.
        kept: the handler was written down.
    """

    changed = Signal()
    kept = Signal()

    def __init__(self, handlers: FunctionHandlers, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers = handlers
        self.tasks = TaskScope(self, bus)
        self.owner = self.name = ""
        self.function: Json = {}
        self.spec = HandlerSpec()
        self.servers: tuple[ToolServer, ...] = ()
        self.tools: tuple[ServerTool, ...] = ()
        self.server_problem = ""
        self.known_secrets: dict[str, bool] = {}
        self.result = self.trouble = ""
        self.trying = False
        self._touched = False
        self._old_names: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self._keep)

    @property
    def keys(self) -> KeyStore:
        """Where secrets are kept."""
        return self._handlers.keys

    @property
    def problem(self) -> str:
        """What is missing, in words."""
        return problem(self.spec)

    @property
    def example(self) -> str:
        """Arguments to begin a trial with."""
        return arguments_of(self.function)

    @property
    def server(self) -> ToolServer | None:
        """The chosen tool server."""
        return next((one for one in self.servers if one.id == self.spec.server), None)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The secrets that the handler and its server name."""
        texts = [value for _, value in self.spec.headers] if self.spec.kind == "http" else []
        server = self.server
        if self.spec.kind == "mcp" and server is not None:
            texts = [v for _, v in (server.headers if server.transport == "http" else server.environment)]
        return secret_names(texts)

    def set_function(self, owner: str, function: Json) -> None:
        """Show a function's handler; what was changed before is kept first. A renamed function keeps its handler."""
        name = str(function.get("name") or "")
        self.function = function
        if (owner, name) == (self.owner, self.name):
            return
        if self._timer.isActive():
            self._timer.stop()
            self._keep()
        self.owner, self.name = owner, name
        self.spec, self.result, self.trouble = HandlerSpec(), "", ""
        self._touched = False
        self.tasks.start("load", self._load(owner, name))
        self.changed.emit()

    def rename(self, function: Json) -> None:
        """The function that is shown has another name now; what answers it stays."""
        name, before = str(function.get("name") or ""), self.name
        self.function = function
        if not name or name == before:
            return
        self.name, self._touched = name, True
        self._old_names.append(before)
        self._timer.start()
        self.changed.emit()

    async def _load(self, owner: str, name: str) -> None:
        found = await self._handlers.store.find(owner, name) if name else None
        self.servers = await self._handlers.store.servers()
        if (owner, name) == (self.owner, self.name):
            if not self._touched:  # what was edited meanwhile is newer
                self.spec = found or HandlerSpec()
            await self._look_at_secrets()
            if self.spec.kind == "mcp":
                self.load_tools()
        self.changed.emit()

    def edit(self, **values: Any) -> None:
        """A person changed something."""
        before = self.spec
        self.spec = dataclasses.replace(before, **values)
        if self.spec == before:
            return
        self._touched = True
        self._timer.start()
        if {"kind", "server"} & set(values):
            self.tools, self.server_problem = (), ""
            if self.spec.kind == "mcp":
                self.load_tools()
        self.tasks.start("secrets", self._look_at_secrets())
        self.changed.emit()

    def _keep(self) -> None:
        if self.name:
            old, self._old_names = self._old_names, []
            self.tasks.start("", self._put(self.owner, self.name, self.spec, old))

    async def _put(self, owner: str, name: str, spec: HandlerSpec, old: list[str]) -> None:
        await self._handlers.store.put(owner, name, spec)
        for gone in old:
            if gone != name:
                await self._handlers.store.remove(owner, gone)
        self.kept.emit()

    # -- tool servers --------------------------------------------------------------------------------------------

    def put_server(self, server: ToolServer) -> None:
        """Keep a tool server, and use it."""
        self.tasks.start("server", self._put_server(server))

    async def _put_server(self, server: ToolServer) -> None:
        kept = await self._handlers.store.put_server(server)
        self.servers = await self._handlers.store.servers()
        await self._look_at_secrets()
        if self.spec.server == kept.id:
            self.load_tools()
            self.changed.emit()
        else:
            self.edit(server=kept.id)

    def remove_server(self, server_id: str) -> None:
        """Forget a tool server."""
        self.tasks.start("server", self._remove_server(server_id))

    async def _remove_server(self, server_id: str) -> None:
        await self._handlers.store.remove_server(server_id)
        await self._handlers.servers.disconnect(server_id)
        self.servers = await self._handlers.store.servers()
        self.edit(server="", tool="")
        self.changed.emit()

    def load_tools(self) -> None:
        """Ask the server what it offers."""
        server = self.server
        if server is not None:
            self.tasks.start("tools", self._load_tools(server))

    async def _load_tools(self, server: ToolServer) -> None:
        try:
            self.tools, self.server_problem = await self._handlers.servers.tools(server), ""
        except AppError as error:
            self.tools, self.server_problem = (), f"{error.message} {error.advice}".strip()
        self.changed.emit()

    # -- secrets -------------------------------------------------------------------------------------------------

    async def _look_at_secrets(self) -> None:
        for name in self.secrets:
            if name not in self.known_secrets:
                try:
                    self.known_secrets[name] = bool(await self.keys.get(secret_entry(name)))
                except AppError:
                    self.known_secrets[name] = False
        self.changed.emit()

    def set_secret(self, name: str, value: str) -> None:
        """Keep a secret in the keyring (or for this session, where there is none)."""
        self.tasks.start(f"secret {name}", self._set_secret(name, value))

    async def _set_secret(self, name: str, value: str) -> None:
        await self.keys.set(secret_entry(name), value)
        self.known_secrets[name] = True
        self.changed.emit()

    # -- trying --------------------------------------------------------------------------------------------------

    def try_it(self, arguments: str) -> None:
        """Answer a call with these arguments, as a lane would."""
        self.trying, self.result, self.trouble = True, "", ""
        self.tasks.start("try", self._try(arguments))
        self.changed.emit()

    def stop_trying(self) -> None:
        """Give the trial up."""
        self.tasks.cancel("try")
        self.trying = False
        self.changed.emit()

    async def _try(self, arguments: str) -> None:
        call = FunctionCall(call_id="trial", name=self.name or "function", arguments=arguments)
        try:
            found = await self._handlers.run(self.spec, call)
        finally:
            self.trying = False
        if found is None:
            self.trouble = t("The lane stops, and a person types the output.")
        else:
            self.result, self.trouble = found.output, found.trouble
        self.changed.emit()

    async def close(self) -> None:
        """Keep what was changed, and end."""
        if self._timer.isActive():
            self._timer.stop()
            if self.name:
                await self._put(self.owner, self.name, self.spec, self._old_names)
        await self.tasks.close()

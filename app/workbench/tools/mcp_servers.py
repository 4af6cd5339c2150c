"""Tool servers (Model Context Protocol): started or connected to on first use, ended with the window.

They live in a thread with an event loop of its own: the protocol's library ties each connection to one task, and its
processes must not depend on the window's loop.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import logging
import threading
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.connections.secrets import KeyStore
from app.core.entities import Json
from app.core.errors import AppError, ConnectionFailed, InvalidInput
from app.workbench.tools.placeholders import Secrets
from app.workbench.tools.specs import ToolServer

if TYPE_CHECKING:
    from mcp import ClientSession
    from mcp.types import CallToolResult

CONNECT_SECONDS = 30.0
CLOSE_SECONDS = 3.0
MOST_TOOLS = 1000

log = logging.getLogger(__name__)
_T = TypeVar("_T")


@dataclass(frozen=True)
class ServerTool:
    """A tool of a server; ``parameters`` is its JSON Schema."""

    name: str
    description: str
    parameters: Json


class _Connection:
    """One server: a task that holds its session open until it is told to end."""

    def __init__(self, server: ToolServer, filled: Json) -> None:
        self.server = server
        self._filled = filled
        self._end = asyncio.Event()
        self._ready: asyncio.Future[ClientSession] = asyncio.get_running_loop().create_future()
        self.task = asyncio.ensure_future(self._hold())
        self.task.add_done_callback(self._ended)

    async def session(self) -> ClientSession:
        async with asyncio.timeout(CONNECT_SECONDS):
            return await asyncio.shield(self._ready)

    @property
    def alive(self) -> bool:
        return not self.task.done()

    async def close(self) -> None:
        self._end.set()
        with contextlib.suppress(Exception, asyncio.CancelledError):
            await asyncio.wait_for(asyncio.shield(self.task), CLOSE_SECONDS)
        if not self.task.done():
            self.task.cancel()
            await asyncio.wait({self.task}, timeout=CLOSE_SECONDS)

    async def _hold(self) -> None:
        from mcp import ClientSession

        async with self._streams() as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            self._ready.set_result(session)
            await self._end.wait()

    @contextlib.asynccontextmanager
    async def _streams(self) -> AsyncIterator[tuple[Any, Any]]:
        server = self.server
        if server.transport == "http":
            import httpx
            from mcp.client.streamable_http import streamable_http_client

            async with (
                httpx.AsyncClient(
                    headers=self._filled, timeout=httpx.Timeout(CONNECT_SECONDS, read=300.0)
                ) as client,
                streamable_http_client(server.url, http_client=client) as streams,
            ):
                yield streams[0], streams[1]
            return
        import os

        from mcp.client.stdio import StdioServerParameters, get_default_environment, stdio_client

        parameters = StdioServerParameters(
            command=server.command,
            args=list(server.arguments),
            env={**get_default_environment(), **self._filled},
        )
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:  # noqa: ASYNC230 - no disk
            async with stdio_client(parameters, errlog=nowhere) as streams:
                yield streams[0], streams[1]

    def _ended(self, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if not self._ready.done():
            self._ready.set_exception(error or ConnectionError("it ended"))
            self._ready.exception()  # it is told to whoever waits; nobody may


class McpServers:
    """Connections to tool servers.

    Args:
        keys: where secrets of headers and environments are kept.
    """

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys
        self._guard = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._open: dict[str, _Connection] = {}
        self._closed = False

    async def tools(self, server: ToolServer) -> tuple[ServerTool, ...]:
        """What a server offers.

        Raises:
            ConnectionFailed: it cannot be started or reached.
            InvalidInput: it has no command or address, or a secret is missing.
        """
        filled = await self._fill(server, Secrets(self._keys))
        return await self._in_thread(self._tools(server, filled), server)

    async def call(self, server: ToolServer, tool: str, arguments: Json, *, seconds: float) -> str:
        """Call a tool and give what it answers, as text.

        Raises:
            ConnectionFailed: the server cannot be started or reached, or was lost.
            InvalidInput: the tool failed; its words are in the message.
        """
        secrets = Secrets(self._keys)
        filled = await self._fill(server, secrets)
        return secrets.hide(
            await self._in_thread(self._call(server, filled, tool, arguments, seconds), server)
        )

    async def disconnect(self, server_id: str) -> None:
        """End a connection (its settings have changed, or it was removed)."""
        if self._loop is not None:
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._drop(server_id), self._loop))

    async def close(self) -> None:
        """End all connections and the servers that were started."""
        with self._guard:
            self._closed = True
            loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        future = asyncio.run_coroutine_threadsafe(self._drop_all(), loop)
        with contextlib.suppress(TimeoutError, concurrent.futures.TimeoutError):
            await asyncio.wait_for(asyncio.wrap_future(future), 2 * CLOSE_SECONDS + 1)
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(thread.join, CLOSE_SECONDS)

    # -- in the window's loop ------------------------------------------------------------------------------------

    @staticmethod
    async def _fill(server: ToolServer, secrets: Secrets) -> Json:
        pairs = server.headers if server.transport == "http" else server.environment
        if server.transport == "http":
            if not server.url.startswith(("http://", "https://")):
                raise InvalidInput(f"The tool server “{server.name}” has no address yet.")
        elif not server.command.strip():
            raise InvalidInput(f"The tool server “{server.name}” has no command yet.")
        return {name: await secrets.fill(value) for name, value in pairs if name}

    async def _in_thread(self, work: Coroutine[Any, Any, _T], server: ToolServer) -> _T:
        future = asyncio.run_coroutine_threadsafe(work, self._running())
        try:
            return await asyncio.wrap_future(future)
        except AppError:
            raise
        except TimeoutError:
            raise ConnectionFailed(f"The tool server “{server.name}” did not answer in time.") from None
        except Exception as error:  # noqa: BLE001 - whatever a server and its library raise
            raise ConnectionFailed(
                f"The tool server “{server.name}” cannot be used.",
                advice="Check its command or address in the function's form."
                if server.transport == "stdio"
                else "Check its address, and whether it runs.",
                details=_words(error),
            ) from None

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._guard:
            if self._closed:
                raise ConnectionFailed("The program is ending.")
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(
                    target=self._run, args=(self._loop,), name="tool-servers", daemon=True
                )
                self._thread.start()
            return self._loop

    @staticmethod
    def _run(loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    # -- in the servers' loop ------------------------------------------------------------------------------------

    async def _session(self, server: ToolServer, filled: Json) -> ClientSession:
        found = self._open.get(server.id)
        if found is not None and (not found.alive or _changed(found.server, server)):
            await self._drop(server.id)
            found = None
        if found is None:
            found = self._open[server.id] = _Connection(server, filled)
        try:
            return await found.session()
        except BaseException:
            await self._drop(server.id)
            raise

    async def _tools(self, server: ToolServer, filled: Json) -> tuple[ServerTool, ...]:
        found: list[ServerTool] = []
        cursor: str | None = None
        async with asyncio.timeout(CONNECT_SECONDS + 10):
            session = await self._session(server, filled)
            while len(found) < MOST_TOOLS:
                page = await session.list_tools(cursor)
                found += [
                    ServerTool(tool.name, tool.description or "", dict(tool.inputSchema or {}))
                    for tool in page.tools
                ]
                cursor = page.nextCursor
                if not cursor:
                    break
        return tuple(found)

    async def _call(
        self, server: ToolServer, filled: Json, tool: str, arguments: Json, seconds: float
    ) -> str:
        import anyio
        from mcp import McpError
        from mcp.types import CONNECTION_CLOSED

        session = await self._session(server, filled)
        connection = self._open[server.id]
        calling = asyncio.ensure_future(session.call_tool(tool, arguments))
        try:
            async with asyncio.timeout(seconds):
                done, _ = await asyncio.wait({calling, connection.task}, return_when=asyncio.FIRST_COMPLETED)
                if calling not in done:
                    raise ConnectionFailed(
                        f"The tool server “{server.name}” ended while “{tool}” ran.",
                        advice="It is started again with the next call.",
                    )
                try:
                    return _text(calling.result(), tool)
                except (McpError, anyio.ClosedResourceError, anyio.BrokenResourceError) as error:
                    if isinstance(error, McpError) and error.error.code != CONNECTION_CLOSED:
                        raise InvalidInput(error.error.message) from None
                    await self._drop(server.id)
                    raise ConnectionFailed(
                        f"The tool server “{server.name}” ended while “{tool}” ran.",
                        advice="It is started again with the next call.",
                    ) from None
        except TimeoutError:
            raise ConnectionFailed(
                f"The tool “{tool}” of “{server.name}” did not answer within {seconds:g} seconds."
            ) from None
        finally:
            if not calling.done():
                calling.cancel()
                with contextlib.suppress(asyncio.CancelledError, Exception):
                    await calling

    async def _drop(self, server_id: str) -> None:
        found = self._open.pop(server_id, None)
        if found is not None:
            await found.close()

    async def _drop_all(self) -> None:
        await asyncio.gather(*(self._drop(name) for name in tuple(self._open)), return_exceptions=True)


def _changed(before: ToolServer, now: ToolServer) -> bool:
    def shape(server: ToolServer) -> Json:
        return {name: value for name, value in server.to_json().items() if name not in {"approvals", "name"}}

    return shape(before) != shape(now)


def _text(result: CallToolResult, tool: str) -> str:
    import json

    pieces: list[str] = []
    for part in result.content:
        match part.type:
            case "text":
                pieces.append(part.text)
            case "resource":
                pieces.append(str(getattr(part.resource, "text", "") or f"[resource {part.resource.uri}]"))
            case "resource_link":
                pieces.append(f"[resource {part.uri}]")
            case kind:
                pieces.append(f"[{kind}: not shown to the model]")
    text = "\n".join(pieces)
    if not text and result.structuredContent is not None:
        text = json.dumps(result.structuredContent, ensure_ascii=False)
    if result.isError:
        raise InvalidInput(text or f"The tool “{tool}” failed.")
    return text


def _words(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"

"""One running engine: everything opened in order, served, closed in reverse."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable, Iterator

import uvicorn
import uvicorn.lifespan.off  # named to uvicorn by a word, so that no packager would find it
from uvicorn.protocols.http.h11_impl import H11Protocol

from app import __version__
from app.core.ids import new_id
from app.core.paths import Paths
from app.engine.data import prepare
from app.engine.knowledge.door import Knowledge
from app.engine.models.router import ModelRouter
from app.engine.runs.service import RunService
from app.engine.server import create_app
from app.engine.services import EngineOptions, Services
from app.engine.store.files import FileContents
from app.engine.store.housekeeping import keep_house
from app.engine.store.session import Store
from app.engine.tools.code_interpreter.service import InterpreterService
from app.engine.tools.code_interpreter.tool import CodeInterpreter
from app.engine.tools.file_search import FileSearch

log = logging.getLogger(__name__)

CLOSE_SECONDS = 0.7
"""How long open requests and runs have to end before they are cut off; the parent allows 3 s for everything."""

ModelState = Callable[[str, str, str], None]


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling, and with a moment at which it is known to listen."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the lifecycle."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        self.listening.set()


class Engine:
    """One engine: opened in order, closed in reverse.

    The database's file is migrated before anything else, runs of dead engines are failed before the first request.
    """

    def __init__(self, services: Services) -> None:
        self.services = services
        self._server: _Server | None = None
        self._ending = asyncio.Event()

    @classmethod
    async def open(
        cls,
        paths: Paths,
        options: EngineOptions,
        *,
        token: str,
        allow_remote: bool = False,
        on_model_state: ModelState | None = None,
    ) -> Engine:
        """Open everything that ``paths`` holds.

        Raises:
            StorageFailed: the data cannot be read or written, or belongs to a newer program.
        """
        await asyncio.to_thread(prepare, paths)
        instance = new_id("engine")
        store = Store(paths.engine_database)
        files = FileContents(paths.engine_files)
        models = ModelRouter(paths=paths, options=options, on_model_state=on_model_state)
        runs = RunService(
            store=store, models=models, files=files, paths=paths, options=options, instance=instance
        )
        knowledge = Knowledge(paths=paths, store=store, files=files, models=models)
        runs.tools.register(FileSearch(store=store, knowledge=knowledge, models=models))
        interpreter = InterpreterService(paths=paths, store=store, contents=files, token_of=models.secret)
        runs.tools.register(CodeInterpreter(interpreter, store))
        services = Services(
            paths=paths,
            options=options,
            store=store,
            files=files,
            models=models,
            runs=runs,
            knowledge=knowledge,
            interpreter=interpreter,
            token=token,
            instance=instance,
            version=__version__,
            allow_remote=allow_remote,
        )
        await runs.recover()
        return cls(services)

    async def serve(self, listener: socket.socket, announce: Callable[[], None]) -> None:
        """Answer requests on ``listener`` until :meth:`end`; ``announce`` is called once it listens. Closes everything."""
        config = uvicorn.Config(
            create_app(self.services),
            log_config=None,
            access_log=False,
            lifespan="off",
            http=H11Protocol,
            ws="none",
            server_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=1,
            backlog=2048,
        )
        server = self._server = _Server(config)
        try:
            async with asyncio.TaskGroup() as group:
                serving = group.create_task(server.serve(sockets=[listener]))
                house = group.create_task(
                    keep_house(self.services.store, self.services.files, self.services.knowledge.tidy)
                )
                waking = group.create_task(self.services.knowledge.wake())
                sweeping = group.create_task(self.services.interpreter.keep_house())
                await server.listening.wait()
                announce()
                await self._ending.wait()
                house.cancel()
                waking.cancel()
                sweeping.cancel()
                ending = group.create_task(self._close_interpreter())
                server.should_exit = True
                await self._close_runs()
                await ending
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(asyncio.shield(serving), CLOSE_SECONDS / 2)
                server.force_exit = True
        finally:
            await self._close_rest()

    def end(self) -> None:
        """Let :meth:`serve` return soon; safe to call from a signal handler of the loop, and more than once."""
        self._ending.set()

    async def _close_runs(self) -> None:
        try:
            await asyncio.wait_for(self.services.runs.close(), CLOSE_SECONDS)
        except TimeoutError:
            log.warning("runs did not end in time")
        except Exception:
            log.exception("runs could not be closed")

    async def _close_interpreter(self) -> None:
        try:
            await asyncio.wait_for(self.services.interpreter.close(), CLOSE_SECONDS)
        except TimeoutError:
            log.warning("interpreter sessions did not end in time")
        except Exception:
            log.exception("interpreter sessions could not be ended")

    async def _close_rest(self) -> None:
        closing = {
            "knowledge": self.services.knowledge.close,
            "models": self.services.models.close,
            "store": self.services.store.close,
        }
        for name, close in closing.items():
            try:
                await asyncio.wait_for(close(), CLOSE_SECONDS)
            except TimeoutError:
                log.warning("%s did not close in time", name)
            except Exception:
                log.exception("%s could not be closed", name)

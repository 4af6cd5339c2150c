"""The engine as a child of this program: started, watched, started again after a crash, ended with us.

Everything that the window does with assistants, threads and the built-in model goes over HTTP to this process, through
the official SDK. Nothing is lost when it dies: what it had stored is on disk, and what had arrived here stays here.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import secrets as random_source
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.connections import sdk
from app.connections.client import make_engine_client
from app.connections.registry import Connections
from app.connections.secrets import ENVIRONMENT_PREFIX, Key, KeyStore
from app.core.child_process import ChildFailed, ChildProcess
from app.core.errors import AppError, EngineUnavailable
from app.core.paths import own_command, own_environment
from app.workbench.engine_status import (
    EngineState,
    EngineStatus,
    LocalModelStatus,
    ModelState,
    exit_words,
    is_final,
    observe,
    tell,
)

if TYPE_CHECKING:
    from openai import AsyncOpenAI

__all__ = ["EngineProcess", "EngineState", "EngineStatus", "LocalModelStatus", "ModelState"]

log = logging.getLogger(__name__)

START_SECONDS = 60.0
BACK_OFF = (0.1, 0.5, 1.0, 2.0, 5.0)
"""Seconds to wait before the first, second, … new start in a row; after the last one it counts as failed."""
STEADY_SECONDS = 30.0
"""An engine that ran this long was all right: the next crash begins the back-off anew."""


class EngineProcess:
    """Supervises one engine child. Made and used in one event loop.

    Args:
        keys: where session-only keys are; they are handed to the engine over its stdin.
        connections: the connections, whose changes the engine is told of; None for an engine without any.
        data_dir: one folder for everything, None for the system's usual places.
        model_file: a GGUF file to offer beside the built-in model.
        parent: who we are, for the engine's log.
        command: what to start instead of this program's own engine (tests).
        clock: monotonic seconds (tests).
    """

    def __init__(
        self,
        *,
        keys: KeyStore,
        connections: Connections | None = None,
        data_dir: str | None = None,
        model_file: str | None = None,
        parent: str = "window",
        command: Sequence[str] | None = None,
        hide_variables: Sequence[str] = (),
        back_off: Sequence[float] = BACK_OFF,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keys = keys
        self._connections = connections
        self._data_dir = data_dir
        self._model_file = model_file
        self._parent = parent
        self._command = list(command) if command is not None else None
        self._hide = {name.upper() for name in hide_variables}
        self._back_off = tuple(back_off)
        self._clock = clock
        self._token = Key(random_source.token_urlsafe(32))
        self._child: ChildProcess | None = None
        self._client: AsyncOpenAI | None = None
        self._supervisor: asyncio.Future[None] | None = None
        self._status = EngineStatus("stopped")
        self._models: dict[str, LocalModelStatus] = {}
        self._state_observers: list[Callable[[EngineStatus], None]] = []
        self._model_observers: list[Callable[[LocalModelStatus], None]] = []
        self._changed = asyncio.Event()
        self._retry = asyncio.Event()
        self._stopping = False
        self._restart_wanted = False
        self._sent_secrets: dict[str, str] = {}
        self._upstream: tuple[str, Key | None] | None = None
        self._telling: set[asyncio.Future[None]] = set()
        self._stop_observing: Callable[[], None] | None = None

    # -- state ---------------------------------------------------------------------------------------------------

    @property
    def status(self) -> EngineStatus:
        """What the engine is doing now."""
        return self._status

    @property
    def models(self) -> Mapping[str, LocalModelStatus]:
        """The last reported state of each local model, by id; empty before the engine said anything."""
        return dict(self._models)

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._child.pid if self._child is not None and self._child.returncode is None else None

    @property
    def base_url(self) -> str:
        """The engine's base URL for SDK clients.

        Raises:
            EngineUnavailable: it is not ready.
        """
        self._require_ready()
        return f"http://127.0.0.1:{self._status.port}/v1"

    @property
    def token(self) -> Key:
        """The bearer token that the engine accepts; made anew for every start of the program."""
        return self._token

    def on_state(self, observer: Callable[[EngineStatus], None]) -> Callable[[], None]:
        """Call ``observer`` on every change of the engine's state; the returned function ends that."""
        return observe(self._state_observers, observer)

    def on_model_state(self, observer: Callable[[LocalModelStatus], None]) -> Callable[[], None]:
        """Call ``observer`` whenever a local model's state changes; the returned function ends that."""
        return observe(self._model_observers, observer)

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to start the engine and to keep it running; returns at once. Nothing happens if it was begun before."""
        if self._supervisor is not None and not self._supervisor.done():
            return
        self._stopping = False
        if self._connections is not None and self._stop_observing is None:
            self._stop_observing = self._connections.observe(self._profiles_changed)
        self._set(EngineStatus("starting", "The engine is starting."))
        self._supervisor = asyncio.ensure_future(self._supervise())

    def use_upstream(self, base_url: str, key: Key | None) -> None:
        """Let every model name that no connection claims lead to this service; counts from the next start on."""
        self._upstream = base_url, key

    def restart(self) -> None:
        """Try again after it was given up as failed; with a running engine, end it and start a new one."""
        if self._supervisor is None or self._supervisor.done():
            self.start()
        elif self._status.state == "failed":
            self._retry.set()
        elif self._child is not None:
            self._restart_wanted = True
            self._child.send({"op": "shutdown"})

    def use_model_file(self, model_file: str | None) -> None:
        """Offer another model file (GGUF) beside the built-in model, or none; the engine is started anew for it."""
        if model_file != self._model_file:
            self._model_file = model_file
            self.restart()

    @property
    def model_file(self) -> str | None:
        """The model file that is offered beside the built-in model."""
        return self._model_file

    async def wait_ready(self, timeout: float = START_SECONDS) -> None:
        """Wait until the engine can be used; while it restarts, until it is back.

        Raises:
            EngineUnavailable: it failed for good, was stopped, or ``timeout`` seconds passed.
        """
        try:
            async with asyncio.timeout(timeout):
                while self._status.state in {"starting", "restarting"}:
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise EngineUnavailable(
                f"The engine was not ready after {timeout:.0f} seconds.", details=self._status.details
            ) from None
        self._require_ready()

    async def stop(self) -> None:
        """End the engine and all its children within 3 s; safe to call twice, and while it is starting."""
        self._stopping = True
        if self._stop_observing is not None:
            self._stop_observing()
            self._stop_observing = None
        child = self._child
        if child is not None:
            child.send({"op": "shutdown"})
            await child.stop(grace=1.5)
        supervisor = self._supervisor
        if supervisor is not None and not supervisor.done():
            supervisor.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await supervisor
        await self._drop_client()
        self._child = None
        self._set(EngineStatus("stopped"))

    # -- use -----------------------------------------------------------------------------------------------------

    def client(self) -> AsyncOpenAI:
        """The SDK's client for the engine as it runs now, shared; ask again after a restart (it has a new port).

        Raises:
            EngineUnavailable: it is not ready.
        """
        self._require_ready()
        if self._client is None:
            self._client = make_engine_client(self.base_url, self._token)
        return self._client

    async def ready_client(self, timeout: float = START_SECONDS) -> AsyncOpenAI:
        """:meth:`client`, after waiting until the engine is ready and the SDK is loaded."""
        await sdk.loaded()
        await self.wait_ready(timeout)
        return self.client()

    def secret(self, entry: str, key: Key | None) -> None:
        """Tell the engine a key that is known for this session only, or that it is gone (None)."""
        self._send({"op": "secret", "entry": entry, "value": key.reveal() if key else None})

    # -- supervision ---------------------------------------------------------------------------------------------

    async def _supervise(self) -> None:
        attempt = 0
        while not self._is_stopping():
            try:
                child = await self._start_child()
            except AppError as error:
                attempt += 1
                log.warning("the engine did not start (%d): %s", attempt, error.message)
                if attempt > len(self._back_off) or is_final(error):
                    await self._give_up(error, attempt)
                    attempt = 0
                    continue
                self._set(
                    EngineStatus(
                        "restarting",
                        f"The engine did not start: {error.message} It is tried again.",
                        details=error.details,
                        attempt=attempt,
                    )
                )
                await self._pause(attempt)
                continue
            started = self._clock()
            ready = child.ready
            self._set(
                EngineStatus(
                    "ready",
                    "The engine is ready.",
                    attempt=attempt,
                    instance=str(ready.get("instance", "")),
                    port=int(ready["port"]),
                )
            )
            code = await child.wait()
            if self._is_stopping():
                return
            if self._restart_wanted:
                self._restart_wanted = False
                attempt = 0
                await child.stop(grace=0)
                await self._drop_client()
                self._models.clear()
                self._set(EngineStatus("restarting", "The engine is being started anew."))
                continue
            if self._clock() - started >= STEADY_SECONDS:
                attempt = 0
            attempt += 1
            crash = EngineUnavailable(
                f"The engine ended unexpectedly ({exit_words(code)}).", details=child.stderr_tail
            )
            log.warning("%s", crash.message)
            await child.stop(grace=0)
            await self._drop_client()
            self._models.clear()
            if attempt > len(self._back_off):
                await self._give_up(crash, attempt)
                attempt = 0
                continue
            self._set(
                EngineStatus(
                    "restarting",
                    f"{crash.message} It is being started again; nothing that was received is lost.",
                    details=crash.details,
                    attempt=attempt,
                )
            )
            await self._pause(attempt)

    async def _start_child(self) -> ChildProcess:
        secrets = await self._session_secrets()
        config: dict[str, Any] = {
            "token": self._token.reveal(),
            "data_dir": self._data_dir,
            "secrets": secrets,
            "parent": self._parent,
            "model_file": self._model_file,
        }
        if self._connections is not None and self._connections.temporary:
            config["profiles"] = [dataclasses.asdict(profile) for profile in self._connections.temporary]
        if self._upstream is not None:
            base_url, key = self._upstream
            config["upstream"] = base_url
            config["upstream_key"] = key.reveal() if key else None
        self._sent_secrets = secrets
        try:
            self._child = await ChildProcess.start(
                self._command or own_command("engine"),
                config,
                environment=self._environment(secrets),
                on_event=self._take_event,
                timeout=START_SECONDS,
            )
        except ChildFailed as error:
            raise EngineUnavailable(error.message, advice=error.advice, details=error.details) from None
        if not isinstance(self._child.ready.get("port"), int):
            await self._child.stop(grace=0)
            raise EngineUnavailable("The engine did not say where it listens.")
        return self._child

    def _environment(self, secrets: Mapping[str, str]) -> dict[str, str]:
        """The child's environment: ours without anything that holds a key."""
        values = {value for value in secrets.values() if value}
        return {
            name: value
            for name, value in own_environment().items()
            if name.upper() not in self._hide and value.strip() not in values
        }

    async def _give_up(self, error: AppError, attempt: int) -> None:
        self._set(
            EngineStatus(
                "failed",
                f"The engine does not start: {error.message}",
                advice=error.advice or "Try again; the details say more.",
                details=error.details,
                attempt=attempt,
            )
        )
        self._retry.clear()
        await self._retry.wait()
        self._set(EngineStatus("starting", "The engine is starting."))

    async def _pause(self, attempt: int) -> None:
        await asyncio.sleep(self._back_off[min(attempt, len(self._back_off)) - 1])

    async def _session_secrets(self) -> dict[str, str]:
        """Keys that the engine cannot read for itself: those in memory, and those from our environment."""
        found = {entry: key.reveal() for entry, key in self._keys.session_keys().items()}
        for profile in self._connections.list() if self._connections is not None else ():
            if profile.keyring_entry.startswith(ENVIRONMENT_PREFIX):
                key = await self._keys.get(profile.keyring_entry)
                if key:
                    found[profile.keyring_entry] = key.reveal()
        return found

    def _profiles_changed(self) -> None:
        if self.pid is not None:
            telling = asyncio.ensure_future(self._tell_profiles())
            self._telling.add(telling)
            telling.add_done_callback(self._telling.discard)

    async def _tell_profiles(self) -> None:
        new = await self._session_secrets()
        for entry in self._sent_secrets.keys() - new.keys():
            self.secret(entry, None)
        for entry, value in new.items():
            if self._sent_secrets.get(entry) != value:
                self.secret(entry, Key(value))
        self._sent_secrets = new
        self._send({"op": "profiles_changed"})

    def _is_stopping(self) -> bool:
        return self._stopping

    def _send(self, message: Mapping[str, Any]) -> None:
        if self._child is not None and self._child.returncode is None:
            self._child.send(message)

    def _take_event(self, event: dict[str, Any]) -> None:
        if event.get("event") != "model":
            return
        state = event.get("state")
        if state not in {"stopped", "starting", "loading", "ready", "failed"}:
            return
        status = LocalModelStatus(state, str(event.get("model", "")), str(event.get("message", "")))
        self._models[status.model] = status
        tell(self._model_observers, status)

    async def _drop_client(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    def _require_ready(self) -> None:
        status = self._status
        if status.state == "ready":
            return
        words = {
            "stopped": "The engine is not running.",
            "starting": "The engine is still starting.",
            "restarting": "The engine is being started again.",
        }
        raise EngineUnavailable(
            words.get(status.state) or status.message, advice=status.advice, details=status.details
        )

    def _set(self, status: EngineStatus) -> None:
        if status == self._status:
            return
        self._status = status
        self._changed.set()
        tell(self._state_observers, status)

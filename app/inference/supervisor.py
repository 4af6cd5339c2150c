"""One model's server process: started once for all callers, watched, started again with growing pauses, ended."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from app.core.child_process import ChildFailed, ChildProcess, Event
from app.core.errors import ModelUnavailable
from app.core.paths import own_command, own_environment
from app.inference import gguf

log = logging.getLogger(__name__)

ModelState = Literal["stopped", "starting", "loading", "ready", "failed"]

PARALLEL = 2
STOP_SECONDS = 1.0
PAUSES = (0.0, 0.5, 2.0, 5.0, 15.0)  # before each try in a row, in seconds
STEADY_SECONDS = 60.0  # a server that lived so long starts the row anew
_START_SECONDS = 60.0
_SLOWEST_READ = 20e6  # bytes a second

LONGEST_CONTEXT = 32768
SHORTEST_CONTEXT = 2048
_CACHE_LIMIT = 1.0e9
_LOADED_FACTOR = 1.85  # measured: resident memory against the file's size
_NEEDED_FACTOR = 1.15
_OVERHEAD = 150e6

_ILLEGAL_INSTRUCTION = {-getattr(signal, "SIGILL", 4), 0xC000001D, -0x3FFFFFE3}


@dataclass(frozen=True)
class Endpoint:
    """Where a loaded model answers: an OpenAI-compatible base URL on loopback and its key.

    ``props`` holds ``n_ctx`` (tokens, shared by ``total_slots`` conversations), ``chat_template_caps`` (among them
    ``supports_tools``), ``modalities``.
    """

    base_url: str
    key: str = field(repr=False)
    model_id: str
    props: dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class _Plan:
    context: int
    enough: bool
    needed: float


class ModelServer:
    """The server of the model in ``path``.

    ``tell(state, message)`` is called at every change. ``make_room(self)`` is asked to unload something else when
    memory is short; it answers whether it did.
    """

    def __init__(
        self,
        model_id: str,
        path: Path,
        tell: Callable[[ModelState, str], None],
        make_room: Callable[[ModelServer], Awaitable[bool]],
    ) -> None:
        self.model_id = model_id
        self.path = path
        self.state: ModelState = "stopped"
        self.message = ""
        self.last_used = time.monotonic()
        self._tell = tell
        self._make_room = make_room
        self._endpoint: Endpoint | None = None
        self._child: ChildProcess | None = None
        self._starting: asyncio.Task[Endpoint] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._deaths = 0
        self._closed = False

    @property
    def props(self) -> dict[str, Any]:
        """What the running server says of itself; empty while it does not run."""
        return dict(self._endpoint.props) if self._endpoint else {}

    @property
    def memory_used(self) -> int | None:
        """Resident memory of the server's process in bytes; None while there is none."""
        child = self._child
        if child is None or child.returncode is not None:
            return None
        import psutil

        try:
            return int(psutil.Process(child.pid).memory_info().rss)
        except psutil.Error:
            return None

    async def acquire(self) -> Endpoint:
        """The running server's address; starts it or joins a start under way.

        Raises:
            ModelUnavailable: it cannot be started; the sentence says why.
        """
        self.last_used = time.monotonic()
        if self._endpoint is not None and self._child is not None and self._child.returncode is None:
            return self._endpoint
        return await asyncio.shield(self._start())

    async def stop(self, message: str = "") -> None:
        """End the server, or its start; it can be acquired again."""
        starting, self._starting = self._starting, None
        watching, self._watching = self._watching, None
        for task in (starting, watching):
            if task is not None and not task.done():
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, ModelUnavailable):
                    await task
        child, self._child, self._endpoint = self._child, None, None
        if child is not None:
            await child.stop(STOP_SECONDS)
        if self.state != "stopped":
            self._set("stopped", message)

    async def close(self) -> None:
        """End the server for good."""
        self._closed = True
        await self.stop()

    async def idle(self) -> bool:
        """Whether no conversation is being answered just now (False if that cannot be learnt)."""
        if self._endpoint is None:
            return False
        import httpx2

        base = self._endpoint.base_url.removesuffix("/v1")
        try:
            async with httpx2.AsyncClient(trust_env=False, timeout=1.0) as client:
                answer = await client.get(
                    f"{base}/slots", headers={"Authorization": f"Bearer {self._endpoint.key}"}
                )
            return not any(slot["is_processing"] for slot in answer.raise_for_status().json())
        except (httpx2.HTTPError, ValueError, KeyError, TypeError):
            return False

    def _start(self) -> asyncio.Task[Endpoint]:
        if self._starting is None or self._starting.done():
            self._starting = asyncio.ensure_future(self._run_start())
            self._starting.add_done_callback(_look)  # nobody need be waiting for it
        return self._starting

    async def _run_start(self) -> Endpoint:
        pause = PAUSES[min(self._deaths, len(PAUSES) - 1)]
        try:
            if pause:
                await asyncio.sleep(pause)
            self._set("starting", "")
            endpoint = await self._start_child()
        except ModelUnavailable as error:
            self._set("failed", str(error))
            raise
        self._set("ready", "")
        self._watching = asyncio.ensure_future(self._watch())
        return endpoint

    async def _start_child(self) -> Endpoint:
        facts = await asyncio.to_thread(gguf.read, self.path, whole=True)
        if facts.cannot_chat:
            raise ModelUnavailable(f"“{self.path.name}” is {facts.cannot_chat}: it cannot chat.")
        plan = self._plan(facts)
        while not plan.enough and await self._make_room(self):
            plan = self._plan(facts)
        if not plan.enough:
            raise ModelUnavailable(
                f"There is too little free memory for this model: it needs about {plan.needed / 1e9:.1f} GB, "
                f"{_available() / 1e9:.1f} GB are free.",
                advice="Close other programs or take a smaller model.",
            )
        key = secrets.token_urlsafe(32)
        try:
            child = await ChildProcess.start(
                own_command("model-server"),
                {
                    "model_file": str(self.path),
                    "model_id": self.model_id,
                    "key": key,
                    "threads": None,
                    "context": plan.context,
                    "parallel": PARALLEL,
                    "weak": facts.size < gguf.WEAK_FILE_BYTES,
                },
                environment={**own_environment(), "GGML_NO_BACKTRACE": "1"},
                on_event=self._on_event,
                timeout=_START_SECONDS + facts.size / _SLOWEST_READ,
            )
        except ChildFailed as error:
            raise _explain(error) from error
        self._child = child
        self._endpoint = Endpoint(
            f"http://127.0.0.1:{child.ready['port']}/v1", key, self.model_id, dict(child.ready["props"])
        )
        return self._endpoint

    def _on_event(self, event: Event) -> None:
        if event.get("event") == "loading":
            self._set("loading", "")

    async def _watch(self) -> None:
        """Wait for the server's death; start it again unless it keeps dying."""
        assert self._child is not None
        child, born = self._child, time.monotonic()
        code = await child.wait()
        self._child = self._endpoint = None
        self._deaths = 1 if time.monotonic() - born > STEADY_SECONDS else self._deaths + 1
        log.warning("the server of model %s ended (%s): %s", self.model_id, code, child.stderr_tail[-500:])
        if self._deaths < len(PAUSES):
            self._set("starting", "The model's server ended unexpectedly and is started again.")
            self._start()
        else:
            self._deaths = 0
            self._set("failed", "The model's server keeps ending; it is tried again at the next use.")

    def _plan(self, facts: gguf.ModelFacts) -> _Plan:
        """The longest context that fits comfortably, or whether the shortest fits at all."""
        available = _available()
        trained = facts.context or SHORTEST_CONTEXT * 2
        context = min(trained, LONGEST_CONTEXT)
        shortest = min(trained, SHORTEST_CONTEXT)

        def too_much(tokens: int) -> bool:
            cache = tokens * facts.cache_per_token
            return cache > _CACHE_LIMIT or facts.size * _LOADED_FACTOR + cache + _OVERHEAD > available

        while context > shortest and too_much(context):
            context = max(context // 2, shortest)
        needed = facts.size * _NEEDED_FACTOR + context * facts.cache_per_token + _OVERHEAD
        return _Plan(context, needed <= available, needed)

    def _set(self, state: ModelState, message: str) -> None:
        self.state, self.message = state, message
        self._tell(state, message)


def _available() -> float:
    import psutil

    return float(psutil.virtual_memory().available)


def _explain(error: ChildFailed) -> ModelUnavailable:
    """Say in words what the server's end means, as far as it is known."""
    if error.advice:
        return ModelUnavailable(error.message, advice=error.advice, details=error.details)
    if any(f"exit code {code})" in error.message for code in _ILLEGAL_INSTRUCTION):
        return ModelUnavailable(
            "This computer's processor is too old for local models (it lacks AVX2).",
            advice="Connect a service instead.",
            details=error.details,
        )
    if f"exit code -{signal.SIGKILL})" in error.message if sys.platform != "win32" else False:
        return ModelUnavailable(
            "The system ended the model's server, probably for want of memory.",
            advice="Close other programs or take a smaller model.",
            details=error.details,
        )
    if "unknown model architecture" in error.details:
        return ModelUnavailable(
            "The model is of a kind that this version of the program cannot run.",
            advice="Take another model, or a newer version of the program.",
            details=error.details,
        )
    if "could not be loaded" in error.message:
        return ModelUnavailable(
            error.message, advice="Its file may be damaged: download it again.", details=error.details
        )
    return ModelUnavailable(
        f"The model could not be loaded: its server failed. {error.message}", details=error.details
    )


def _look(task: asyncio.Task[Any]) -> None:
    if not task.cancelled():
        task.exception()

"""Child processes of the program: the engine, a model's server, an interpreter's worker.

All follow one protocol, so that no secret stands in arguments or environment and no child outlives its parent:

- The command is this same program with a hidden first argument (:func:`app.core.paths.own_command`).
- The first line on the child's stdin is one JSON object, its configuration (token, folders, …). Further lines are
  commands, one JSON object each. End of stdin means: end now.
- The child writes one JSON object a line on stdout. The first event that matters is ``{"event": "ready", …}`` or
  ``{"event": "failed", "message": "…"}``; before them ``{"event": "loading", …}`` may come.
- stderr is for logs; its last lines are kept to explain a failure.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.errors import AppError

log = logging.getLogger(__name__)

STDERR_LINES = 60
STOP_SECONDS = 3.0
_LINE_LIMIT = 16 * 1024 * 1024
_STDERR_LAG = 0.1  # seconds in which the reason for a failure arrives on stderr

Event = dict[str, Any]


class ChildFailed(AppError):
    """A child process did not start, said why it failed, or ended unexpectedly."""


class ChildProcess:
    """One child; made by :meth:`start`, which returns when the child says ``ready``.

    ``ready`` is that event's content. ``on_event`` gets every later event. ``wait()`` returns the exit code.
    """

    def __init__(self, process: asyncio.subprocess.Process, on_event: Callable[[Event], None] | None) -> None:
        self._process = process
        self._on_event = on_event
        self._stderr: deque[str] = deque(maxlen=STDERR_LINES)
        self._ready: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        self._readers = [
            asyncio.ensure_future(self._read_events()),
            asyncio.ensure_future(self._read_stderr()),
        ]
        self.ready: Event = {}

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        config: Mapping[str, Any],
        *,
        environment: Mapping[str, str] | None = None,
        on_event: Callable[[Event], None] | None = None,
        timeout: float = 60.0,
    ) -> ChildProcess:
        """Start ``command``, hand it ``config``, wait up to ``timeout`` seconds for ``ready``.

        Raises:
            ChildFailed: it said ``failed``, ended, or was not ready in time; the last stderr lines are the details.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=dict(environment) if environment is not None else None,
                limit=_LINE_LIMIT,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
            )
        except OSError as error:
            raise ChildFailed("A part of the program could not be started.", details=str(error)) from error
        child = cls(process, on_event)
        try:
            child.send(config)
            async with asyncio.timeout(timeout):
                child.ready = await child._ready
        except TimeoutError:
            await child.stop(grace=0)
            raise ChildFailed(
                f"It was not ready after {timeout:.0f} seconds.", details=child.stderr_tail
            ) from None
        except BaseException:
            await asyncio.shield(child.stop(grace=0))
            raise
        return child

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """Exit code, None while it runs."""
        return self._process.returncode

    @property
    def stderr_tail(self) -> str:
        """The last lines the child wrote on stderr."""
        return "\n".join(self._stderr)

    def send(self, message: Mapping[str, Any]) -> None:
        """Write one line to the child's stdin; silently nothing if it is gone."""
        stdin = self._process.stdin
        if stdin is not None and not stdin.is_closing():
            with contextlib.suppress(OSError, RuntimeError):
                stdin.write(json.dumps(dict(message)).encode() + b"\n")

    async def wait(self) -> int:
        """Wait for the child's end and return its exit code."""
        return await self._process.wait()

    async def stop(self, grace: float = STOP_SECONDS) -> None:
        """End it: close stdin, wait ``grace`` seconds, terminate, kill. Safe to call twice."""
        stdin = self._process.stdin
        if stdin is not None:
            with contextlib.suppress(OSError, RuntimeError):
                stdin.close()
        for seconds, end in ((grace, self._process.terminate), (min(grace, 1.0), self._process.kill)):
            try:
                await asyncio.wait_for(self._process.wait(), seconds)
                break
            except TimeoutError:
                with contextlib.suppress(ProcessLookupError):
                    end()
        await self._process.wait()
        for reader in self._readers:
            try:
                await asyncio.wait_for(asyncio.shield(reader), 0.5)
            except (TimeoutError, asyncio.CancelledError):
                reader.cancel()

    async def _read_events(self) -> None:
        assert self._process.stdout is not None
        while True:
            try:
                line = await self._process.stdout.readline()
            except ValueError:  # a line over the limit: not ours, go on with the next
                continue
            if not line:
                break
            try:
                event = json.loads(line)
            except ValueError:
                log.debug("child wrote something that is no event: %r", line[:200])
                continue
            if isinstance(event, dict):
                self._take(event)
        await self._process.wait()
        if self._process.stdin is not None:  # it ended by itself: nobody else closes our end of the pipe
            self._process.stdin.close()
        if not self._ready.done():
            await asyncio.sleep(2 * _STDERR_LAG)
            if not self._ready.done():
                self._ready.set_exception(
                    ChildFailed(
                        f"It ended at once (exit code {self._process.returncode}).", details=self.stderr_tail
                    )
                )

    def _take(self, event: Event) -> None:
        kind = event.get("event")
        if kind == "ready" and not self._ready.done():
            self._ready.set_result(event)
        elif kind == "failed" and not self._ready.done():
            asyncio.get_running_loop().call_later(_STDERR_LAG, self._fail, event)
        elif self._on_event is not None:
            self._on_event(event)

    def _fail(self, event: Event) -> None:
        if not self._ready.done():
            self._ready.set_exception(
                ChildFailed(
                    str(event.get("message", "It failed.")),
                    advice=str(event.get("advice", "")),
                    details=str(event.get("details", "")) or self.stderr_tail,
                )
            )

    async def _read_stderr(self) -> None:
        assert self._process.stderr is not None
        while True:
            try:
                line = await self._process.stderr.readline()
            except ValueError:
                continue
            if not line:
                break
            self._stderr.append(line.decode(errors="replace").rstrip()[:2000])

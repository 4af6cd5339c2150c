"""One run while this engine executes it: its task, why it is stopped, and its end whatever happens."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any, Literal

from sqlalchemy.exc import SQLAlchemyError

from app.core.errors import AppError
from app.engine.errors import ApiError
from app.engine.models.failures import UpstreamFailed
from app.engine.runs.loop import RunLoop
from app.engine.runs.records import RunRecords, uninterrupted
from app.engine.runs.recovery import STOPPED
from app.engine.runs.rows import Superseded
from app.engine.runs.state import RunFailed

log = logging.getLogger(__name__)

Json = dict[str, Any]
StopReason = Literal["cancelled", "expired", "stopped"]

_ENDS: dict[StopReason, tuple[str, tuple[str, ...]]] = {
    "cancelled": ("cancelled", ("cancelling",)),
    "expired": ("expired", ("queued", "in_progress", "cancelling")),
    "stopped": ("failed", ("queued", "in_progress", "cancelling")),
}
"""How a run that is stopped ends, and from which states."""

INTERNAL = {
    "code": "server_error",
    "message": "The engine made a mistake while executing the run; its log has the details. Please try again.",
}


class Execution:
    """The execution of one run, from ``queued`` until it ends or waits for tool outputs.

    Args:
        loop: the run loop.
        records: the run's rows.
        lifetime: seconds until the run expires.
    """

    def __init__(self, loop: RunLoop, records: RunRecords, lifetime: float) -> None:
        self.loop = loop
        self.records = records
        self._deadline = time.monotonic() + lifetime
        self._reason: StopReason | None = None
        self._task: asyncio.Task[None] | None = None
        self._begun = False

    @property
    def run_id(self) -> str:
        """The run's id."""
        return self.records.run.id

    @property
    def task(self) -> asyncio.Task[None] | None:
        """The task, once it is started."""
        return self._task

    def start(self) -> asyncio.Task[None]:
        """Begin; the task is owned by the caller."""
        self._task = asyncio.get_running_loop().create_task(self._execute(), name=f"run {self.run_id}")
        return self._task

    def stop(self, reason: StopReason) -> None:
        """End the run soon; the first reason counts."""
        if self._reason is None and self._task is not None and not self._task.done():
            self._reason = reason
            if self._begun:  # a task that is cancelled before its first step would never come to its end
                self._task.cancel()

    @property
    def _settled(self) -> bool:
        """Whether the run ended or waits for outputs, and its readers know."""
        return self.records.channel.closed

    async def _execute(self) -> None:
        self._begun = True
        # The timer stops the task from outside: whatever it waits for is broken off.
        timer = asyncio.get_running_loop().call_later(
            max(0.0, self._deadline - time.monotonic()), self.stop, "expired"
        )
        try:
            if self._reason is None:
                await self._run()
            elif not self._settled:
                await self._end_stopped(self._reason)
        except asyncio.CancelledError:
            if not self._settled:
                await self._end_stopped(self._reason or "stopped")
        finally:
            timer.cancel()
            if not self._settled:
                self._announce_loss()

    async def _run(self) -> None:
        """Execute, and turn every failure into the run's end."""
        try:
            await self.loop.execute()
        except Superseded as change:
            if change.status == "cancelling":
                await self._end_stopped("cancelled")
        except (UpstreamFailed, RunFailed) as failure:
            await self._fail({"code": failure.code, "message": str(failure)}, failure)
        except ApiError as failure:
            await self._fail({"code": "server_error", "message": failure.message}, failure)
        except AppError as failure:
            await self._fail({"code": "server_error", "message": str(failure)}, failure)
        except Exception as failure:
            log.exception("run %s failed", self.run_id)
            await self._fail(INTERNAL, failure)

    async def _fail(self, last_error: Json, cause: BaseException) -> None:
        if isinstance(cause, UpstreamFailed) and cause.details:
            log.info("run %s: %s", self.run_id, cause.details.splitlines()[0])
        self.loop.settle()
        await self._finish("failed", ("queued", "in_progress"), last_error)

    async def _end_stopped(self, reason: StopReason) -> None:
        self.loop.settle()
        status, before = _ENDS[reason]
        await self._finish(status, before, STOPPED if reason == "stopped" else None)

    async def _finish(self, status: str, before: tuple[str, ...], last_error: Json | None) -> None:
        if self._settled:
            return
        try:
            await uninterrupted(
                self.records.finish(
                    status,
                    before=before,
                    last_error=last_error,
                    usage=self.loop.state.usage.wire(),
                    context=self.loop.record,
                )
            )
        except Superseded as change:
            if change.status == "cancelling" and status != "cancelled":
                await self._finish("cancelled", ("cancelling",), None)
        except SQLAlchemyError:
            # The disk is full, for one. The run stays as it is; the next engine finds it and fails it.
            log.exception("run %s could not be ended", self.run_id)

    def _announce_loss(self) -> None:
        """The run's row is gone, or ended by somebody else: readers must not wait for ever."""
        message = "The run is gone or was ended by another engine."
        self.records.channel.publish(
            "error", {"message": message, "type": "server_error", "param": None, "code": None}
        )
        self.records.channel.close()

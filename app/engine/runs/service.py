"""Runs from the outside: what the routes call. The loop itself is in ``loop.py``, its parts beside it.

Made once for each engine process::

    runs = RunService(store=store, models=models, files=files, paths=paths, options=options, instance=instance)
    await runs.recover()     # takes this instance's lock file, then looks after the runs of dead engines
    ...
    await runs.close()
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.paths import Paths
from app.engine.errors import ApiError, not_found, run_active
from app.engine.runs.creation import live_assistant, new_run
from app.engine.runs.execution import Execution
from app.engine.runs.loop import RunLoop
from app.engine.runs.outputs import refused, take_outputs
from app.engine.runs.owners import Owners
from app.engine.runs.partials import INTERVAL, cancelled_elsewhere, save_partials
from app.engine.runs.records import RunRecords, uninterrupted
from app.engine.runs.recovery import end_orphan, recover
from app.engine.runs.rows import change_run
from app.engine.runs.state import RunState
from app.engine.runs.stream import RunChannel
from app.engine.runs.tools import ServerTools
from app.engine.services import EngineOptions, ServerEvent
from app.engine.store import wire
from app.engine.store.session import Store
from app.engine.store.tables import ACTIVE_RUN_STATUSES, Run, RunStep, Thread
from app.engine.store.threads import active_run, insert_messages, live_thread

if TYPE_CHECKING:
    from app.engine.models.router import ModelRouter
    from app.engine.store.files import FileContents

log = logging.getLogger(__name__)

Json = dict[str, Any]

CHANNEL_SECONDS = 5.0
"""How long the announcements of a run that is over can still be read from the beginning."""

LOOK_SECONDS = 10.0
"""How often runs that nobody looks after are searched for."""

_CANCELLABLE = ("queued", "in_progress", "requires_action")


class RunService:
    """Creates, continues, cancels and recovers runs; see :class:`app.engine.services.Runs` for the contract.

    ``tools`` is the registry in which the code interpreter and file search put themselves.

    Args:
        store: the engine's database.
        models: where model names lead.
        files: contents of uploaded files, for images in messages.
        paths: the installation's folders; ``paths.engine_instances`` holds one lock file for each living engine.
        options: how the engine was started (``run_expiry``).
        instance: this engine's name among those on the same data folder.
    """

    def __init__(
        self,
        *,
        store: Store,
        models: ModelRouter,
        files: FileContents,
        paths: Paths,
        options: EngineOptions,
        instance: str,
    ) -> None:
        self._store = store
        self._models = models
        self._files = files
        self._options = options
        self._owners = Owners(paths.engine_instances, instance)
        self.tools = ServerTools()
        self._executions: dict[str, Execution] = {}
        self._channels: dict[str, RunChannel] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False
        self._expiries: dict[str, asyncio.TimerHandle] = {}

    @property
    def instance(self) -> str:
        """This engine's name."""
        return self._owners.instance

    # -- creating ------------------------------------------------------------------------------------------------

    async def create_run(
        self, thread_id: str, params: Mapping[str, Any], *, new_thread: Thread | None = None
    ) -> Run:
        """Commit a queued run with its ``additional_messages``, start it in the background, return its row.

        Raises:
            ApiError: 404 for thread or assistant, 400 while another run is active on the thread.
        """
        return await uninterrupted(self._create(thread_id, params, new_thread))

    async def _create(self, thread_id: str, params: Mapping[str, Any], new_thread: Thread | None) -> Run:
        if self._closing:
            raise ApiError("The engine is being stopped.", status=503, type="server_error")
        self._owners.acquire()
        for attempt in (1, 2):
            try:
                run = await self._store.transact(lambda session: self._insert(session, thread_id, params))
                break
            except _Locked as locked:
                if attempt == 2 or not await self._free_from_dead(locked.run_id):
                    raise run_active(thread_id, locked.run_id) from None
            except IntegrityError:  # another process was faster
                other = await self._store.look(lambda session: active_run(session, thread_id))
                if attempt == 2 or other is None:
                    raise run_active(thread_id, other or "") from None
        channel = self._open_channel(run.id)
        if new_thread is not None:
            channel.publish("thread.created", wire.thread(new_thread))
        shown = wire.run(run)
        channel.publish("thread.run.created", shown)
        channel.publish("thread.run.queued", shown)
        self._start(run, channel, float(self._options.run_expiry))
        return run

    async def _insert(self, session: AsyncSession, thread_id: str, params: Mapping[str, Any]) -> Run:
        thread = await live_thread(session, thread_id)
        assistant = await live_assistant(session, params["assistant_id"])
        other = await active_run(session, thread_id)
        if other is not None:
            raise _Locked(other)
        run = new_run(
            assistant, thread_id, params, expiry=self._options.run_expiry, owner=self._owners.instance
        )
        session.add(run)
        await insert_messages(
            session, thread, params.get("additional_messages") or (), path="additional_messages"
        )
        thread.updated_at = run.created_at
        await session.flush()
        return run

    async def _free_from_dead(self, run_id: str) -> bool:
        """End the run that locks a thread if its engine died (or if it is over time); true when it was ended."""
        if run_id in self._executions:
            return False
        return await recover(self._store, self._owners) > 0

    def _open_channel(self, run_id: str) -> RunChannel:
        channel = self._channels[run_id] = RunChannel()
        return channel

    def _start(self, run: Run, channel: RunChannel, lifetime: float) -> None:
        timer = self._expiries.pop(run.id, None)
        if timer is not None:
            timer.cancel()
        records = RunRecords(self._store, channel, run)
        loop = RunLoop(
            store=self._store,
            models=self._models,
            files=self._files,
            tools=self.tools,
            records=records,
            state=RunState.from_json(run.state),
            deadline=time.monotonic() + lifetime,
        )
        execution = self._executions[run.id] = Execution(loop, records, lifetime)
        task = execution.start()
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(done, execution, channel))

    def _ended(self, task: asyncio.Task[None], execution: Execution, channel: RunChannel) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("the execution of run %s failed", execution.run_id, exc_info=task.exception())
        run = execution.records.run
        if self._executions.get(run.id) is execution:
            del self._executions[run.id]
        if self._closing:
            return
        loop = asyncio.get_running_loop()
        loop.call_later(CHANNEL_SECONDS, self._forget, run.id, channel)
        if run.status == "requires_action" and run.expires_at is not None:
            self._expire_later(run)

    def _forget(self, run_id: str, channel: RunChannel) -> None:
        if self._channels.get(run_id) is channel:
            del self._channels[run_id]

    # -- reading -------------------------------------------------------------------------------------------------

    def events(self, run_id: str, *, search_content: bool = False) -> AsyncIterator[ServerEvent]:
        """Everything the run announces from its first event (or from its continuation), up to ``done``.

        ``search_content`` shows the texts that file searches found. The run does not wait for the reader and does not end with it. A run that this engine does not execute has
        nothing to tell but ``done``.
        """
        channel = self._channels.get(run_id)
        if channel is None:
            channel = RunChannel()
            channel.close()
        return channel.read(full=search_content)

    async def context(self, thread_id: str, run_id: str) -> Json:
        """Which messages each model call of the run saw or left out, and its tokens by origin.

        Raises:
            ApiError: 404.
        """
        run = await self._store.look(lambda session: self._run(session, thread_id, run_id))
        execution = self._executions.get(run_id)
        recorded = (execution.loop.record if execution is not None else run.context) or {}
        return {
            "object": "thread.run.context",
            "run_id": run.id,
            "thread_id": run.thread_id,
            "model_calls": recorded.get("model_calls") or [],
            "notes": recorded.get("notes") or [],
        }

    async def _run(self, session: AsyncSession, thread_id: str, run_id: str) -> Run:
        await live_thread(session, thread_id)
        run = await session.scalar(select(Run).where(Run.id == run_id, Run.thread_id == thread_id))
        if run is None:
            raise not_found("run", run_id)
        return run

    # -- continuing ----------------------------------------------------------------------------------------------

    async def submit_tool_outputs(
        self, thread_id: str, run_id: str, outputs: Sequence[Mapping[str, Any]]
    ) -> Run:
        """Take the outputs of all pending calls and go on in the background.

        Raises:
            ApiError: 404; 400 when the run does not wait for outputs, or these are not all of them.
        """
        return await uninterrupted(self._submit(thread_id, run_id, list(outputs)))

    async def _submit(self, thread_id: str, run_id: str, outputs: list[Mapping[str, Any]]) -> Run:
        if self._closing:
            raise ApiError("The engine is being stopped.", status=503, type="server_error")
        self._owners.acquire()

        async def work(session: AsyncSession) -> tuple[Run, RunStep] | None:
            run = await self._run(session, thread_id, run_id)
            return await take_outputs(session, run, outputs, owner=self._owners.instance)

        taken = await self._store.transact(work)
        if taken is None:
            raise refused("expired")
        run, step = taken
        channel = self._open_channel(run_id)
        channel.publish("thread.run.step.completed", wire.run_step(step))
        channel.publish("thread.run.queued", wire.run(run))
        self._start(run, channel, _remaining(run))
        return run

    # -- stopping ------------------------------------------------------------------------------------------------

    async def cancel(self, thread_id: str, run_id: str) -> Run:
        """Ask a run to stop; returns it as ``cancelling``.

        Raises:
            ApiError: 404; 400 when it is over, or being cancelled already.
        """
        return await uninterrupted(self._cancel(thread_id, run_id))

    async def _cancel(self, thread_id: str, run_id: str) -> Run:

        async def work(session: AsyncSession) -> tuple[Run, str]:
            run = await self._run(session, thread_id, run_id)
            before = run.status
            if before not in _CANCELLABLE:
                raise ApiError(f"Cannot cancel run with status '{before}'.")
            return await change_run(
                session, run_id, before, status="cancelling", required_action=None
            ), before

        run, before = await self._store.transact(work)
        execution = self._executions.get(run_id)
        channel = self._channels.get(run_id)
        if channel is not None:
            channel.publish("thread.run.cancelling", wire.run(run))
        if execution is not None:
            execution.records.run = run
            execution.stop("cancelled")
        elif before == "requires_action" or not await asyncio.to_thread(self._owners.lives, run.owner):
            self._spawn(self._end_idle(run))
        return run

    async def _end_idle(self, run: Run) -> None:
        """Cancel a run that no engine executes."""
        await self._store.transact(lambda session: end_orphan(session, run, "cancelled"))

    async def stop_thread(self, thread_id: str) -> None:
        """Cancel what works on a thread that is being deleted; nothing happens when nothing does."""

        async def work(session: AsyncSession) -> Run | None:
            found = await session.scalar(
                select(Run).where(Run.thread_id == thread_id, Run.status.in_(ACTIVE_RUN_STATUSES))
            )
            if found is None or found.status == "cancelling":
                return None
            return await change_run(
                session, found.id, _CANCELLABLE, status="cancelling", required_action=None
            )

        run = await self._store.transact(work)
        if run is None:
            return
        execution = self._executions.get(run.id)
        if execution is not None:
            execution.records.run = run
            execution.stop("cancelled")
        elif not await asyncio.to_thread(self._owners.lives, run.owner) or run.owner == self._owners.instance:
            await self._end_idle(run)

    def _expire_later(self, run: Run) -> None:
        """Expire a run that waits for outputs when its time is over (other engines look for it as well)."""
        loop = asyncio.get_running_loop()

        def over() -> None:
            self._expiries.pop(run.id, None)
            self._spawn(self._expire(run.id))

        self._expiries[run.id] = loop.call_later(_remaining(run) + 0.05, over)

    async def _expire(self, run_id: str) -> None:

        async def work(session: AsyncSession) -> None:
            run = await session.scalar(select(Run).where(Run.id == run_id, Run.status == "requires_action"))
            if run is not None:
                await end_orphan(session, run, "expired")

        await self._store.transact(work)

    def _spawn(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)

        def ended(done: asyncio.Task[None]) -> None:
            self._tasks.discard(done)
            if not done.cancelled() and done.exception() is not None:
                log.error("a task of the run service failed", exc_info=done.exception())

        task.add_done_callback(ended)

    # -- life of the service -------------------------------------------------------------------------------------

    async def recover(self) -> None:
        """Take this instance's lock; fail the runs whose engine died; expire what is over time; then keep looking."""
        self._owners.acquire()
        await recover(self._store, self._owners)
        self._spawn(asyncio.to_thread(_warm_up))
        self._spawn(self._save_for_ever())
        self._spawn(self._look_for_ever())

    async def _save_for_ever(self) -> None:
        while not self._closing:
            await asyncio.sleep(INTERVAL)
            if not self._executions:
                continue
            try:
                await save_partials(self._store, list(self._executions.values()))
                for run_id in await cancelled_elsewhere(self._store, self._owners.instance):
                    if run_id in self._executions:
                        self._executions[run_id].stop("cancelled")
            except Exception:
                log.exception("partial texts could not be saved")

    async def _look_for_ever(self) -> None:
        while not self._closing:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await recover(self._store, self._owners)
            except Exception:
                log.exception("runs could not be looked after")

    async def close(self) -> None:
        """Stop everything within a second; runs that were in flight are failed with a clear ``last_error``."""
        self._closing = True
        for timer in self._expiries.values():
            timer.cancel()
        executing = {e.task for e in self._executions.values() if e.task is not None}
        for execution in list(self._executions.values()):
            execution.stop("stopped")
        others = self._tasks - executing
        for task in others:
            task.cancel()
        try:
            if executing:
                await asyncio.wait(executing, timeout=0.5)
            if others:
                await asyncio.wait(others, timeout=0.1)
        finally:
            self._owners.release()


def _warm_up() -> None:
    """Load what the first run needs while nobody waits for it."""
    import openai  # noqa: F401

    from app.core import tokens

    tokens.count("warm")


class _Locked(Exception):
    """The thread's lock is held by ``run_id``."""

    def __init__(self, run_id: str) -> None:
        super().__init__(run_id)
        self.run_id = run_id


def _remaining(run: Run) -> float:
    """Seconds until a run expires."""
    return max(0.0, (run.expires_at or 0) - time.time())

"""A run's rows: every change of state is committed here first and announced right after.

Each write looks whether the run is still in the state that the writer believes in; if another writer (a cancel, an
expiry, another engine) was first, :class:`Superseded` is raised and nothing is changed. Announcing directly after
``Store.transact`` keeps announcements in the order of commits, because nothing can come in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.runs.rows import (
    OpenMessage,
    Superseded,
    change_message,
    change_run,
    change_step,
    end_parts,
    end_run,
    now,
    touch_thread,
)
from app.engine.runs.stream import MessageTextDelta, RunChannel
from app.engine.store import wire
from app.engine.store.session import Store
from app.engine.store.tables import Message, Run, RunStep

Json = dict[str, Any]
_T = TypeVar("_T")


async def uninterrupted(work: Awaitable[_T]) -> _T:
    """Let ``work`` (a write and its announcement) end even if the caller is cancelled meanwhile; then be cancelled."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:
                continue
        if not task.cancelled():
            task.exception()  # looked at, so that it is not reported as lost
        raise


class RunRecords:
    """Writes one run's rows and announces what was written.

    Args:
        store: the engine's database.
        channel: where to announce.
        run: the run's row as it is now.
    """

    def __init__(self, store: Store, channel: RunChannel, run: Run) -> None:
        self._store = store
        self.channel = channel
        self.run = run
        self.message: OpenMessage | None = None
        self.made_files: list[str] = []

    # -- the run's own state -------------------------------------------------------------------------------------

    async def change(self, before: str | Sequence[str], event: str, **values: Any) -> Run:
        """Change the run's row if its status is (one of) ``before``; announce ``event`` with it.

        Raises:
            Superseded: it is in another state.
        """
        run_id = self.run.id
        run = await self._store.transact(lambda session: change_run(session, run_id, before, **values))
        self.run = run
        self.channel.publish(event, wire.run(run))
        return run

    async def _hold(self, session: AsyncSession, values: Json) -> None:
        """Make sure that the run is in progress, and write ``values`` (its record, not its state)."""
        if values:
            await change_run(session, self.run.id, "in_progress", **values)
            return
        status = await session.scalar(select(Run.status).where(Run.id == self.run.id))
        if status != "in_progress":
            raise Superseded(status)

    # -- message steps -------------------------------------------------------------------------------------------

    async def open_message(self, parts: Sequence[Json] = (), **run_values: Any) -> OpenMessage:
        """Begin a message and its step; ``parts`` stand before its text."""
        moment = now()
        message_id, step_id = new_id("msg"), new_id("step")
        files, self.made_files[:] = list(self.made_files), []
        opened = OpenMessage(message_id, step_id, list(parts), dirty=bool(parts), files=files)
        message = Message(
            id=message_id,
            created_at=moment,
            thread_id=self.run.thread_id,
            role="assistant",
            status="in_progress",
            content=[],
            attachments=opened.attachments,
            assistant_id=self.run.assistant_id,
            run_id=self.run.id,
            completed_at=None,
            incomplete_at=None,
            incomplete_details=None,
            metadata_={},
        )
        step = self._step(
            step_id,
            "message_creation",
            {"type": "message_creation", "message_creation": {"message_id": message_id}},
        )

        async def work(session: AsyncSession) -> None:
            await self._hold(session, run_values)
            session.add_all([message, step])

        await self._store.transact(work)
        self._announce_step(step)
        shown = wire.message(message)
        self.channel.publish("thread.message.created", shown)
        self.channel.publish("thread.message.in_progress", shown)
        self.message = opened
        return opened

    async def complete_message(self, usage: Json, **run_values: Any) -> None:
        """End the open message and its step."""
        opened = self.message
        assert opened is not None
        self._announce_empty(opened)
        moment = now()

        async def work(session: AsyncSession) -> tuple[Message, RunStep]:
            await self._hold(session, run_values)
            message = await change_message(session, opened, status="completed", completed_at=moment)
            step = await change_step(
                session, opened.step_id, status="completed", completed_at=moment, usage=usage
            )
            await touch_thread(session, self.run.thread_id, moment)
            return message, step

        message, step = await self._store.transact(work)
        self.message = None
        self._announce_message("thread.message.completed", message)
        self._announce_step_end(step)

    # -- tool steps ----------------------------------------------------------------------------------------------

    async def open_tools(self, **run_values: Any) -> str:
        """Begin a step of tool calls; returns its id."""
        step_id = new_id("step")
        step = self._step(step_id, "tool_calls", {"type": "tool_calls", "tool_calls": []})

        async def work(session: AsyncSession) -> None:
            await self._hold(session, run_values)
            session.add(step)

        await self._store.transact(work)
        self._announce_step(step)
        return step_id

    async def save_tools(self, step_id: str, calls: list[Json], **run_values: Any) -> None:
        """Write the calls of an open step as they are now."""

        async def work(session: AsyncSession) -> None:
            await self._hold(session, run_values)
            await change_step(session, step_id, step_details={"type": "tool_calls", "tool_calls": calls})

        await self._store.transact(work)

    async def keep_tools(self, step_id: str, calls: list[Json]) -> None:
        """Write what the calls of an open step came to, whatever happens to the run: it is being stopped."""

        async def work(session: AsyncSession) -> None:
            await change_step(session, step_id, step_details={"type": "tool_calls", "tool_calls": calls})

        await self._store.transact(work)

    async def complete_tools(
        self, step_id: str, calls: list[Json], usage: Json | None, **run_values: Any
    ) -> None:
        """End a step of tool calls."""

        async def work(session: AsyncSession) -> RunStep:
            await self._hold(session, run_values)
            return await change_step(
                session,
                step_id,
                step_details={"type": "tool_calls", "tool_calls": calls},
                status="completed",
                completed_at=now(),
                usage=usage,
            )

        self._announce_step_end(await self._store.transact(work))

    async def require_action(
        self, step_id: str, calls: list[Json], pending: list[Json], **run_values: Any
    ) -> None:
        """Wait for the outputs of ``pending`` calls; the step stays open, the stream ends."""

        async def work(session: AsyncSession) -> Run:
            await change_step(session, step_id, step_details={"type": "tool_calls", "tool_calls": calls})
            return await change_run(
                session,
                self.run.id,
                "in_progress",
                status="requires_action",
                required_action={
                    "type": "submit_tool_outputs",
                    "submit_tool_outputs": {"tool_calls": pending},
                },
                **run_values,
            )

        self.run = run = await self._store.transact(work)
        self.channel.publish("thread.run.requires_action", wire.run(run))
        self.channel.close()

    # -- the end -------------------------------------------------------------------------------------------------

    async def finish(
        self,
        status: str,
        *,
        before: Sequence[str] = ("in_progress",),
        last_error: Json | None = None,
        message_status: str | None = None,
        reason: str | None = None,
        step_usage: Json | None = None,
        **run_values: Any,
    ) -> None:
        """End the run and whatever of it is open, in one write; announce it, and ``done``.

        Args:
            status: completed, incomplete, failed, cancelled or expired.
            before: statuses from which it may end so.
            last_error: why it failed; open steps get it too.
            message_status: completed or incomplete for the open message, if not after the run's status.
            reason: why the message is incomplete.
            step_usage: tokens of the open message's step.
            run_values: further columns of the run.
        """
        moment = now()
        opened = self.message
        if opened is not None:
            self._announce_empty(opened)

        async def work(session: AsyncSession) -> tuple[Run, list[Message], list[RunStep]]:
            run = await end_run(
                session, self.run.id, before, status, moment, last_error=last_error, **run_values
            )
            messages, steps = await end_parts(
                session,
                self.run.id,
                status,
                moment,
                opened=opened,
                message_status=message_status,
                reason=reason,
                last_error=last_error,
                step_usage=step_usage,
            )
            if messages:
                await touch_thread(session, run.thread_id, moment)
            return run, messages, steps

        self.run, messages, steps = await self._store.transact(work)
        self.message = None
        for message in messages:
            self._announce_message(f"thread.message.{message.status}", message)
        for step in steps:
            self._announce_step_end(step)
        self.channel.publish(f"thread.run.{status}", wire.run(self.run))
        self.channel.close()

    # -- small things --------------------------------------------------------------------------------------------

    def _step(self, step_id: str, kind: str, details: Json) -> RunStep:
        return RunStep(
            id=step_id,
            created_at=now(),
            run_id=self.run.id,
            thread_id=self.run.thread_id,
            assistant_id=self.run.assistant_id,
            type=kind,
            status="in_progress",
            step_details=details,
            last_error=None,
            usage=None,
            metadata_={},
            expired_at=None,
            cancelled_at=None,
            failed_at=None,
            completed_at=None,
        )

    def _announce_step(self, step: RunStep) -> None:
        shown = wire.run_step(step)
        self.channel.publish("thread.run.step.created", shown)
        self.channel.publish("thread.run.step.in_progress", shown)

    def _announce_step_end(self, step: RunStep) -> None:
        full = wire.run_step(step, search_content=True)
        self.channel.publish(f"thread.run.step.{step.status}", wire.run_step(step), full=full)

    def _announce_empty(self, opened: OpenMessage) -> None:
        """A message without content ends with one empty text, announced like any other: readers expect a part."""
        if not opened.content:
            self.channel.publish_delta(MessageTextDelta(opened.id, opened.text_part()), "")

    def _announce_message(self, event: str, message: Message) -> None:
        self.channel.publish(event, wire.message(message))

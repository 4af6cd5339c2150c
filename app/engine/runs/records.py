"""A run's rows: every change of state is committed here first and announced right after.

Each write looks whether the run is still in the state that the writer believes in; if another writer (a cancel, an
expiry, another engine) was first, :class:`Superseded` is raised and nothing is changed. Announcing directly after the
write's block keeps announcements in the order of commits, because the block's lock is freed in the same step.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.runs.stream import MessageTextDelta, RunChannel
from app.engine.store import wire
from app.engine.store.session import Store
from app.engine.store.tables import ACTIVE_RUN_STATUSES, Message, Run, RunStep, Thread

Json = dict[str, Any]
_T = TypeVar("_T")

STEP_STATUS = {
    "completed": "completed",
    "incomplete": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
    "expired": "expired",
}
"""How an open step ends when its run ends."""

_STAMPS = {"completed": "completed_at", "failed": "failed_at", "cancelled": "cancelled_at"}
MESSAGE_REASONS = {"failed": "run_failed", "cancelled": "run_cancelled", "expired": "run_expired"}


class Superseded(Exception):
    """Another writer changed the run's state first; ``status`` is what it is now (None: the run is gone)."""

    def __init__(self, status: str | None) -> None:
        super().__init__(status)
        self.status = status


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


def now() -> int:
    """Unix time in whole seconds."""
    return int(time.time())


@dataclass
class OpenMessage:
    """A message that is being written: its text so far is here, and in the database at most a second later."""

    id: str
    step_id: str
    content: list[Json] = field(default_factory=list)
    dirty: bool = False

    def text_part(self) -> int:
        """Index of the part that text goes to; made if need be."""
        return self._part("text", {"type": "text", "text": {"value": "", "annotations": []}})

    def refusal_part(self) -> int:
        """Index of the part that a refusal goes to; made if need be."""
        return self._part("refusal", {"type": "refusal", "refusal": ""})

    def _part(self, kind: str, empty: Json) -> int:
        for index, part in enumerate(self.content):
            if part["type"] == kind:
                return index
        self.content.append(empty)
        return len(self.content) - 1

    @property
    def text(self) -> str:
        """All text of the message."""
        return "".join(part["text"]["value"] for part in self.content if part["type"] == "text")


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

    # -- the run's own state -------------------------------------------------------------------------------------

    async def change(self, before: str | Sequence[str], event: str, **values: Any) -> Run:
        """Change the run's row if its status is (one of) ``before``; announce ``event`` with it.

        Raises:
            Superseded: it is in another state.
        """
        async with self._store.write() as session:
            run = await change_run(session, self.run.id, before, **values)
        self.run = run
        self.channel.publish(event, wire.run(run))
        return run

    async def _hold(self, session: AsyncSession, **values: Any) -> None:
        """Make sure that the run is in progress, and write ``values`` (its record, not its state)."""
        if values:
            self.run = await change_run(session, self.run.id, "in_progress", **values)
            return
        status = await session.scalar(select(Run.status).where(Run.id == self.run.id))
        if status != "in_progress":
            raise Superseded(status)

    # -- message steps -------------------------------------------------------------------------------------------

    async def open_message(self, parts: Sequence[Json] = (), **run_values: Any) -> OpenMessage:
        """Begin a message and its step; ``parts`` stand before its text."""
        moment = now()
        message_id, step_id = new_id("msg"), new_id("step")
        message = Message(
            id=message_id,
            created_at=moment,
            thread_id=self.run.thread_id,
            role="assistant",
            status="in_progress",
            content=[],
            attachments=[],
            assistant_id=self.run.assistant_id,
            run_id=self.run.id,
            completed_at=None,
            incomplete_at=None,
            incomplete_details=None,
            metadata_={},
        )
        step = self._step(step_id, "message_creation", {"type": "message_creation", "message_creation": {"message_id": message_id}})
        async with self._store.write() as session:
            await self._hold(session, **run_values)
            session.add_all([message, step])
        self._announce_step(step)
        shown = wire.message(message)
        self.channel.publish("thread.message.created", shown)
        self.channel.publish("thread.message.in_progress", shown)
        self.message = OpenMessage(message_id, step_id, list(parts), dirty=bool(parts))
        return self.message

    async def complete_message(self, usage: Json, **run_values: Any) -> None:
        """End the open message and its step."""
        opened = self.message
        assert opened is not None
        self._announce_empty(opened)
        moment = now()
        async with self._store.write() as session:
            await self._hold(session, **run_values)
            message = await _change_message(
                session, opened, status="completed", completed_at=moment
            )
            step = await change_step(
                session, opened.step_id, status="completed", completed_at=moment, usage=usage
            )
            await _touch_thread(session, self.run.thread_id, moment)
        self.message = None
        self._announce_message("thread.message.completed", message)
        self._announce_step_end(step)

    # -- tool steps ----------------------------------------------------------------------------------------------

    async def open_tools(self, **run_values: Any) -> str:
        """Begin a step of tool calls; returns its id."""
        step_id = new_id("step")
        step = self._step(step_id, "tool_calls", {"type": "tool_calls", "tool_calls": []})
        async with self._store.write() as session:
            await self._hold(session, **run_values)
            session.add(step)
        self._announce_step(step)
        return step_id

    async def save_tools(self, step_id: str, calls: list[Json], **run_values: Any) -> None:
        """Write the calls of an open step as they are now."""
        async with self._store.write() as session:
            await self._hold(session, **run_values)
            await change_step(session, step_id, step_details={"type": "tool_calls", "tool_calls": calls})

    async def complete_tools(self, step_id: str, calls: list[Json], usage: Json | None, **run_values: Any) -> None:
        """End a step of tool calls."""
        async with self._store.write() as session:
            await self._hold(session, **run_values)
            step = await change_step(
                session,
                step_id,
                step_details={"type": "tool_calls", "tool_calls": calls},
                status="completed",
                completed_at=now(),
                usage=usage,
            )
        self._announce_step_end(step)

    async def require_action(
        self, step_id: str, calls: list[Json], pending: list[Json], usage: Json | None, **run_values: Any
    ) -> None:
        """Wait for the outputs of ``pending`` calls; the step stays open, the stream ends."""
        async with self._store.write() as session:
            await change_step(
                session, step_id, step_details={"type": "tool_calls", "tool_calls": calls}, usage=usage
            )
            run = await change_run(
                session,
                self.run.id,
                "in_progress",
                status="requires_action",
                required_action={"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": pending}},
                **run_values,
            )
        self.run = run
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
        async with self._store.write() as session:
            run = await end_run(session, self.run.id, before, status, moment, last_error=last_error, **run_values)
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
            if status == "completed":
                await _touch_thread(session, self.run.thread_id, moment)
        self.run = run
        self.message = None
        for message in messages:
            self._announce_message(f"thread.message.{message.status}", message)
        for step in steps:
            self._announce_step_end(step)
        self.channel.publish(f"thread.run.{status}", wire.run(run))
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
        self.channel.publish(f"thread.run.step.{step.status}", wire.run_step(step))

    def _announce_empty(self, opened: OpenMessage) -> None:
        """A message without content ends with one empty text, announced like any other: readers expect a part."""
        if not opened.content:
            self.channel.publish_delta(MessageTextDelta(opened.id, opened.text_part()), "")

    def _announce_message(self, event: str, message: Message) -> None:
        self.channel.publish(event, wire.message(message))


async def change_run(session: AsyncSession, run_id: str, before: str | Sequence[str], **values: Any) -> Run:
    """Change a run's row if its status is (one of) ``before``.

    Raises:
        Superseded: it is in another state, or gone.
    """
    allowed = (before,) if isinstance(before, str) else tuple(before)
    run = await session.scalar(
        update(Run)
        .where(Run.id == run_id, Run.status.in_(allowed))
        .values(**values)
        .returning(Run)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    if run is None:
        raise Superseded(await session.scalar(select(Run.status).where(Run.id == run_id)))
    return run


async def end_run(
    session: AsyncSession,
    run_id: str,
    before: Sequence[str],
    status: str,
    moment: int,
    *,
    last_error: Json | None = None,
    **values: Any,
) -> Run:
    """Give a run its last status; usage is zero if nothing was counted.

    Raises:
        Superseded: it is not in one of ``before``.
    """
    stamp = _STAMPS.get(status)
    if stamp is not None:
        values[stamp] = moment
    if values.get("usage") is None:
        values["usage"] = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    return await change_run(
        session,
        run_id,
        before,
        status=status,
        last_error=last_error,
        required_action=None,
        expires_at=None,
        state=None,
        **values,
    )


async def end_parts(
    session: AsyncSession,
    run_id: str,
    status: str,
    moment: int,
    *,
    opened: OpenMessage | None = None,
    message_status: str | None = None,
    reason: str | None = None,
    last_error: Json | None = None,
    step_usage: Json | None = None,
) -> tuple[list[Message], list[RunStep]]:
    """End the messages and steps of a run that are still open; what is in ``opened`` is written with them."""
    ending = message_status or ("completed" if status == "completed" else "incomplete")
    values: Json = {"status": ending}
    if ending == "completed":
        values["completed_at"] = moment
    else:
        values["incomplete_at"] = moment
        values["incomplete_details"] = {"reason": reason or MESSAGE_REASONS.get(status, "max_tokens")}
    messages: list[Message] = []
    if opened is not None:
        messages.append(await _change_message(session, opened, **values))
    messages += await session.scalars(
        update(Message)
        .where(Message.run_id == run_id, Message.status == "in_progress")
        .values(**values)
        .returning(Message)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    step_status = STEP_STATUS[status]
    step_values: Json = {"status": step_status, f"{step_status}_at": moment}
    if status == "failed":
        step_values["last_error"] = step_error(last_error)
    steps: list[RunStep] = []
    if opened is not None and step_usage is not None:
        steps.append(await change_step(session, opened.step_id, **step_values, usage=step_usage))
    steps += await session.scalars(
        update(RunStep)
        .where(RunStep.run_id == run_id, RunStep.status == "in_progress")
        .values(**step_values)
        .returning(RunStep)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return messages, steps


def step_error(last_error: Json | None) -> Json | None:
    """A run's error on its step, which knows fewer codes."""
    if last_error is not None and last_error["code"] == "invalid_prompt":
        return {**last_error, "code": "server_error"}
    return last_error


async def change_step(session: AsyncSession, step_id: str, **values: Any) -> RunStep:
    """Change a step's row.

    Raises:
        Superseded: it is gone, and its run with it.
    """
    step = await session.scalar(
        update(RunStep)
        .where(RunStep.id == step_id)
        .values(**values)
        .returning(RunStep)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    if step is None:
        raise Superseded(None)
    return step


async def _change_message(session: AsyncSession, opened: OpenMessage, **values: Any) -> Message:
    message = await session.scalar(
        update(Message)
        .where(Message.id == opened.id)
        .values(content=opened.content, **values)
        .returning(Message)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    if message is None:
        raise Superseded(None)
    opened.dirty = False
    return message


async def _touch_thread(session: AsyncSession, thread_id: str, moment: int) -> None:
    await session.execute(
        update(Thread)
        .where(Thread.id == thread_id)
        .values(updated_at=moment)
        .execution_options(synchronize_session=False, populate_existing=True)
    )


def is_active(status: str | None) -> bool:
    """Whether a run of this status holds its thread's lock."""
    return status in ACTIVE_RUN_STATUSES

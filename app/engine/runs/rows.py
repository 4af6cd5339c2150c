"""The rows of runs, steps and messages: single changes, each inside a transaction of the caller."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.store.tables import Message, Run, RunStep, Thread

Json = dict[str, Any]

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
    files: list[str] = field(default_factory=list)
    """Files that the run's code made for it."""

    @property
    def attachments(self) -> list[Json]:
        """Its files in the API's shape, each once."""
        tools = [{"type": "code_interpreter"}]
        return [{"file_id": file_id, "tools": tools} for file_id in dict.fromkeys(self.files)]

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

    def snapshot(self) -> list[Json]:
        """The content as it is now, for a thread that writes it while more text comes in."""
        self.dirty = False
        return [
            {name: dict(v) if isinstance(v, dict) else v for name, v in part.items()} for part in self.content
        ]


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
        messages.append(await change_message(session, opened, **values))
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


async def change_message(session: AsyncSession, opened: OpenMessage, **values: Any) -> Message:
    """Write an open message's content, and what else changes in its row.

    Raises:
        Superseded: it is gone, and its run with it.
    """
    message = await session.scalar(
        update(Message)
        .where(Message.id == opened.id)
        .values(content=opened.snapshot(), attachments=opened.attachments, **values)
        .returning(Message)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    if message is None:
        raise Superseded(None)
    return message


async def touch_thread(session: AsyncSession, thread_id: str, moment: int) -> None:
    """Tell a thread that something happened on it."""
    await session.execute(
        update(Thread)
        .where(Thread.id == thread_id)
        .values(updated_at=moment)
        .execution_options(synchronize_session=False, populate_existing=True)
    )

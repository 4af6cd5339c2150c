"""Keeps what is being written safe: text that came in since the last look is committed twice a second.

The same look finds runs that another engine on the same data folder asked to cancel.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.runs.execution import Execution
from app.engine.runs.recovery import UNFINISHED
from app.engine.store.session import Store
from app.engine.store.tables import Message, Run

log = logging.getLogger(__name__)

INTERVAL = 0.5


async def save_partials(store: Store, executions: Iterable[Execution]) -> None:
    """Commit the text of all messages that have new text, in one write."""
    dirty = [
        e.records.message for e in executions if e.records.message is not None and e.records.message.dirty
    ]
    if not dirty:
        return
    texts = [(message.id, message.snapshot()) for message in dirty]

    async def work(session: AsyncSession) -> None:
        for identifier, content in texts:
            await session.execute(
                update(Message)
                .where(Message.id == identifier, Message.status == "in_progress")
                .values(content=content)
                .execution_options(synchronize_session=False)
            )

    try:
        await store.transact(work)
    except SQLAlchemyError as error:
        log.warning("partial texts could not be saved: %s", error)
        for message in dirty:
            message.dirty = True


async def cancelled_elsewhere(store: Store, instance: str) -> set[str]:
    """Ids of this engine's runs that are being cancelled, whoever asked for it."""

    async def work(session: AsyncSession) -> set[str]:
        found = await session.scalars(
            select(Run.id).where(UNFINISHED, Run.status == "cancelling", Run.owner == instance)
        )
        return set(found)

    return await store.look(work)

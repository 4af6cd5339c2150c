"""Runs that nobody looks after any more: of engines that died, and of callers that never came back."""

from __future__ import annotations

import asyncio
import logging
import time

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.runs.owners import Owners
from app.engine.runs.rows import Superseded, end_parts, end_run, now
from app.engine.runs.state import RunState
from app.engine.store.session import Store
from app.engine.store.tables import Run

log = logging.getLogger(__name__)

CRASHED = {
    "code": "server_error",
    "message": "The engine ended while the run was in progress. What had arrived is kept; run the thread again.",
}
STOPPED = {
    "code": "server_error",
    "message": "The engine was stopped while the run was in progress. What had arrived is kept; run the thread again.",
}
_IN_FLIGHT = ("queued", "in_progress", "cancelling")
UNFINISHED = text("runs.status IN ('queued','in_progress','requires_action','cancelling')")
"""The condition of the partial index on unfinished runs, word for word: only then SQLite uses it."""

EXPIRY_GRACE = 1
"""Seconds after ``expires_at`` at which a run counts as expired: its whole seconds were cut off."""


async def end_orphan(
    session: AsyncSession, run: Run, status: str, *, last_error: dict[str, str] | None = None
) -> bool:
    """End a run that no engine executes; false when somebody else did it meanwhile."""
    moment = now()
    try:
        usage = RunState.from_json(run.state).usage.wire()
        await end_run(session, run.id, (run.status,), status, moment, last_error=last_error, usage=usage)
    except Superseded:
        return False
    await end_parts(session, run.id, status, moment, last_error=last_error)
    return True


async def recover(store: Store, owners: Owners) -> int:
    """Fail the runs in flight whose engine is dead, cancel those that were being cancelled, expire what waited too long.

    Runs that wait for tool outputs need no engine: they live on until they expire. Runs of this very engine are left to
    it. Returns how many runs were ended.
    """
    async with store.read() as session:
        flying = list(await session.scalars(select(Run).where(UNFINISHED, Run.status.in_(_IN_FLIGHT))))
        late = list(
            await session.scalars(
                select(Run).where(
                    UNFINISHED, Run.status == "requires_action", Run.expires_at <= time.time() - EXPIRY_GRACE
                )
            )
        )
    names = {run.owner for run in flying}
    dead = await asyncio.to_thread(lambda: {name for name in names if not owners.lives(name)})
    orphans = [run for run in flying if run.owner in dead]
    ended = 0
    for chunk in (orphans[i : i + 100] for i in range(0, len(orphans), 100)):
        async with store.write() as session:
            for run in chunk:
                cancelled = run.status == "cancelling"
                ended += await end_orphan(
                    session,
                    run,
                    "cancelled" if cancelled else "failed",
                    last_error=None if cancelled else CRASHED,
                )
    if late:
        async with store.write() as session:
            for run in late:
                ended += await end_orphan(session, run, "expired")
    if ended:
        log.info("%d runs that nobody looked after were ended", ended)
    return ended

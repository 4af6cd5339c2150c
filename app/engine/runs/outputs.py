"""Tool outputs: taken all together or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.errors import ApiError
from app.engine.runs.recovery import end_orphan
from app.engine.runs.rows import Superseded, change_run, change_step, now
from app.engine.runs.state import RunState
from app.engine.store.tables import Run, RunStep


def refused(status: str) -> ApiError:
    """400 for outputs that come when the run does not wait for any."""
    return ApiError(f'Runs in status "{status}" do not accept tool outputs.')


async def take_outputs(
    session: AsyncSession, run: Run, outputs: Sequence[Mapping[str, Any]], *, owner: str
) -> tuple[Run, RunStep] | None:
    """Complete the waiting step with ``outputs`` and queue the run for ``owner``; None when the run expired meanwhile.

    Raises:
        ApiError: 400 when the run does not wait for outputs, or these are not those of all its calls.
    """
    if run.status == "requires_action" and run.expires_at is not None and run.expires_at < now():
        await end_orphan(session, run, "expired")
        return None
    given = _checked(run, outputs)
    state = RunState.from_json(run.state)
    step = await _complete_step(session, state, given)
    state.rounds[-1] += [
        {"role": "tool", "tool_call_id": call_id, "content": output} for call_id, output in given.items()
    ]
    state.step_id, state.step_usage = None, None
    changed = await change_run(
        session,
        run.id,
        "requires_action",
        status="queued",
        required_action=None,
        owner=owner,
        state=state.to_json(),
    )
    return changed, step


def _checked(run: Run, outputs: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Outputs by call, in the order of the calls."""
    if run.status != "requires_action" or run.required_action is None:
        raise refused(run.status)
    expected = [call["id"] for call in run.required_action["submit_tool_outputs"]["tool_calls"]]
    given = [str(output.get("tool_call_id") or "") for output in outputs]
    if sorted(given) != sorted(expected):
        raise ApiError(f"Expected tool outputs for call_ids {expected}, got {given}")
    by_id = {str(output["tool_call_id"]): str(output.get("output") or "") for output in outputs}
    return {call_id: by_id[call_id] for call_id in expected}


async def _complete_step(session: AsyncSession, state: RunState, given: Mapping[str, str]) -> RunStep:
    step = await session.scalar(select(RunStep).where(RunStep.id == state.step_id))
    if step is None:
        raise Superseded(None)
    calls = [
        {**call, "function": {**call["function"], "output": given[call["id"]]}}
        if call["id"] in given
        else call
        for call in step.step_details["tool_calls"]
    ]
    return await change_step(
        session,
        step.id,
        step_details={"type": "tool_calls", "tool_calls": calls},
        status="completed",
        completed_at=now(),
        usage=state.step_usage,
    )

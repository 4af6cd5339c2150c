"""Steps of a run."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.beta.threads.runs import RunStep as RunStepAnswer
from sqlalchemy import select

from app.engine.api.answers import ListOf
from app.engine.api.http import describe, json_response, services_of
from app.engine.api.ids import check_id
from app.engine.api.pagination import include_of, page_of, page_parameters, read_page
from app.engine.api.runs import INCLUDE, live_run
from app.engine.errors import not_found
from app.engine.store import wire
from app.engine.store.tables import RunStep

router = APIRouter(prefix="/v1/threads/{thread_id}/runs/{run_id}/steps", tags=["Run steps"])


@router.get("", **describe(query=[*page_parameters(), INCLUDE], answer=ListOf[RunStepAnswer]))
async def list_steps(request: Request, thread_id: str, run_id: str) -> Response:
    """List the steps of a run."""
    check_id(thread_id, "thread", "thread_id")
    check_id(run_id, "run", "run_id")
    page = page_of(request, "step")
    content = bool(include_of(request, (wire.SEARCH_CONTENT,)))
    async with services_of(request).store.read() as session:
        await live_run(session, thread_id, run_id)
        mine = RunStep.run_id == run_id
        body = await read_page(
            session,
            RunStep,
            page,
            mine,
            show=lambda row: wire.run_step(row, search_content=content),
            kind="run step",
            within=mine,
        )
    return json_response(body)


@router.get("/{step_id}", **describe(query=[INCLUDE], answer=RunStepAnswer))
async def retrieve_step(request: Request, thread_id: str, run_id: str, step_id: str) -> Response:
    """Retrieve a step."""
    check_id(thread_id, "thread", "thread_id")
    check_id(run_id, "run", "run_id")
    check_id(step_id, "step", "step_id")
    content = bool(include_of(request, (wire.SEARCH_CONTENT,)))
    async with services_of(request).store.read() as session:
        await live_run(session, thread_id, run_id)
        row = await session.scalar(select(RunStep).where(RunStep.id == step_id, RunStep.run_id == run_id))
        if row is None:
            raise not_found("run step", step_id)
        return json_response(wire.run_step(row, search_content=content))

"""What this engine adds to the list of threads: search, tags, the bin, and deleting for good."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import AppError
from app.engine.api import shapes
from app.engine.api.http import describe, json_response, query_parameter, services_of
from app.engine.api.pagination import Page, list_body
from app.engine.errors import not_found
from app.engine.services import Services
from app.engine.store import thread_search, wire
from app.engine.store.tables import Thread, Tombstone
from app.engine.store.threads import active_run, first_texts

QUERY_CHARACTERS = 500
SNIPPETS = 3

PARAMETERS: list[Any] = [
    query_parameter("q", shapes.Text(), "Words that a message (or the title) of the thread holds."),
    query_parameter("tag", shapes.Text(), "A tag that the thread carries (metadata `tags`, with commas)."),
    query_parameter("deleted", shapes.Choice(("true", "false")), "List the bin instead.", "false"),
]
FOR_GOOD: Any = query_parameter(
    "permanently", shapes.Choice(("true", "false")), "Delete it for good, from the bin, too.", "false"
)

router = APIRouter(prefix="/v1/thread_tags", tags=["Threads"])


class Snippet(BaseModel):
    """A place that was found: the words around it, and where in them the matches lie (start, end)."""

    message_id: str
    text: str
    marks: list[list[int]]


@dataclass(frozen=True)
class Wanted:
    """What of the threads is to be listed."""

    query: str = ""
    tag: str = ""
    deleted: bool = False

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """Conditions on the threads."""
        there = Thread.deleted_at.is_not(None) if self.deleted else Thread.deleted_at.is_(None)
        return [there, *([thread_search.has_tag(self.tag)] if self.tag else [])]


def wanted_of(request: Request) -> Wanted:
    """Read the query.

    Raises:
        ApiError: 400 for a value that is none.
    """
    return Wanted(
        (request.query_params.get("q") or "").strip()[:QUERY_CHARACTERS],
        (request.query_params.get("tag") or "").strip(),
        _flag(request, "deleted"),
    )


def for_good(request: Request) -> bool:
    """Whether a deletion is to leave nothing in the bin."""
    return _flag(request, "permanently")


def _flag(request: Request, name: str) -> bool:
    value = request.query_params.get(name) or "false"
    if value not in {"true", "false"}:
        raise shapes.unsupported(value, ("true", "false"), name)
    return value == "true"


def shown(row: Thread) -> dict[str, Any]:
    """A thread as the list shows it."""
    body: dict[str, Any] = {**wire.thread(row), "updated_at": row.updated_at}
    if row.deleted_at is not None:
        body["deleted_at"] = row.deleted_at
    return body


async def found(session: AsyncSession, wanted: Wanted, page: Page) -> dict[str, Any]:
    """One page of what a search finds, the newest match first; ``before`` and ``order`` do not matter here."""
    hits = await thread_search.search(
        session, wanted.query, tag=wanted.tag, after=page.after, limit=page.limit
    )
    more, hits = len(hits) > page.limit, hits[: page.limit]
    ids = [hit.thread_id for hit in hits]
    rows = {row.id: row for row in await session.scalars(select(Thread).where(Thread.id.in_(ids)))}
    previews = await first_texts(session, ids)
    seqs = [seq for hit in hits for seq in hit.seqs[:SNIPPETS]]
    places = await thread_search.snippets(session, wanted.query, seqs)
    data = [
        {
            **shown(rows[hit.thread_id]),
            "preview": previews.get(hit.thread_id, ""),
            "snippets": [places[seq] for seq in hit.seqs[:SNIPPETS] if seq in places],
            "matches": len(hit.seqs),
        }
        for hit in hits
        if hit.thread_id in rows
    ]
    return list_body(data, has_more=more)


async def delete_for_good(services: Services, thread_id: str) -> None:
    """Delete a thread, in the bin or not, with everything in it.

    Raises:
        ApiError: 404.
    """
    async with services.store.read() as session:
        if await session.scalar(select(Thread.id).where(Thread.id == thread_id)) is None:
            raise not_found("thread", thread_id)
        running = await active_run(session, thread_id)
    if running is not None:
        await services.runs.stop_thread(thread_id)
    async with services.store.write() as session:
        await session.execute(delete(Thread).where(Thread.id == thread_id))
        await session.execute(delete(Tombstone).where(Tombstone.parent == thread_id))
    with contextlib.suppress(AppError):
        await services.interpreter.forget(thread_id)


@router.get("", **describe(answer=dict[str, Any]))
async def list_tags(request: Request) -> Response:
    """The tags of all threads, with the number of threads that carry each (an extension of this engine)."""
    async with services_of(request).store.read() as session:
        tags = await thread_search.all_tags(session)
    data = [{"object": "thread.tag", "tag": tag, "threads": count} for tag, count in tags.items()]
    return json_response({"object": "list", "data": data})

"""The tool ``file_search`` of runs: the model asks, the engine searches the assistant's and the thread's vector stores."""

from __future__ import annotations

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import AppError
from app.engine.errors import ApiError
from app.engine.knowledge import searching
from app.engine.knowledge.door import Knowledge
from app.engine.models.tool_calling import PromptedForm
from app.engine.runs.tools import ServerCall, ServerToolResult
from app.engine.services import Models
from app.engine.store.session import Store
from app.engine.store.tables import Assistant, Message, Run, RunSearch, Thread, VectorStore
from app.engine.store.threads import now
from app.engine.store.vector_stores import is_expired, stores_of
from app.engine.tools import file_search_text as words
from app.engine.tools.file_search_citations import cited
from app.engine.tools.file_search_record import candidates, with_citations

Json = dict[str, Any]

WAIT_SECONDS = 60.0
"""How long a run waits for files of the thread's own store that are still being read in, as the API documents."""

REMEMBERED_RUNS = 256
_QUESTION_LENGTH = 4_000


@dataclass
class _Session:
    """What one run knows of its searches. ``results`` are all results that the model was given, by number."""

    store_ids: list[str] = field(default_factory=list)
    results: list[Json] = field(default_factory=list)
    numbers: dict[tuple[str, str, int], int] = field(default_factory=dict)


class FileSearch:
    """Implements :class:`app.engine.runs.tools.ServerTool`.

    Args:
        store: the engine's database.
        knowledge: the door to the room that searches.
        models: tells how much a run's model can read.
    """

    name = words.NAME

    def __init__(self, *, store: Store, knowledge: Knowledge, models: Models) -> None:
        self._store = store
        self._knowledge = knowledge
        self._models = models
        self._sessions: OrderedDict[str, _Session] = OrderedDict()

    # -- how it is offered ---------------------------------------------------------------------------------------

    def definition(self, tool: Mapping[str, Any], run: Run) -> Json | None:  # noqa: ARG002
        """The function; None once it is known that the run has no files to search."""
        session = self._sessions.get(run.id)
        return None if session is not None and not session.store_ids else words.DEFINITION

    def instructions(self, tool: Mapping[str, Any], run: Run) -> str:
        """When to search and how to cite."""
        return words.PROMPT if self.definition(tool, run) is not None else ""

    def prompted(self, tool: Mapping[str, Any], run: Run) -> PromptedForm | None:  # noqa: ARG002
        """One query instead of several: that is what small models manage."""
        return words.FORM

    def opening(self, arguments: str) -> Json:  # noqa: ARG002 - nothing is shown of the queries, as in the hosted API
        """Nothing yet."""
        return {}

    def input_text(self, arguments: str) -> str | None:  # noqa: ARG002
        """It shows none."""
        return None

    def history(self, details: Mapping[str, Any]) -> tuple[str, str] | None:  # noqa: ARG002
        """Left out: results are long, the answer tells what mattered, and the model can search again."""
        return None

    # -- before the first model call -----------------------------------------------------------------------------

    async def prepare(self, run: Run) -> None:
        """Find the run's stores, and wait for files of the thread's own that are still being read in.

        Raises:
            AppError: one of the stores has expired.
        """
        assistant, thread, rows, past = await self._store.look(lambda session: _stores(session, run))
        moment = now()
        for row in rows:
            if is_expired(row, moment):
                raise AppError(
                    f"The vector store {row.id} has expired, so its files cannot be searched.",
                    advice="Make a new vector store from the same files and attach it.",
                )
        live = {row.id for row in rows}
        session = _Session([name for name in dict.fromkeys([*thread, *assistant]) if name in live])
        for search in past:
            _remember(session, search.body)
        self._keep(run.id, session)
        await self._knowledge.catch_up(session.store_ids)
        await self._wait_for([name for name in thread if name in live])

    async def _wait_for(self, store_ids: Sequence[str]) -> None:
        if not store_ids:
            return
        service = await self._knowledge.service()
        deadline = time.monotonic() + WAIT_SECONDS
        pause = 0.03
        while time.monotonic() < deadline:
            summaries = await service.listing.summaries(store_ids)
            if not any(summary.counts["in_progress"] for summary in summaries.values()):
                return
            await asyncio.sleep(pause)
            pause = min(0.5, pause * 1.5)

    async def ahead(self, run: Run) -> str | None:
        """For models that call no tools: the arguments to search with before they answer; None for nothing to search."""
        session = self._sessions.get(run.id)
        if session is None or not session.store_ids:
            return None
        question = await self._question(run)
        return json.dumps({"queries": [question]}, ensure_ascii=False) if question else None

    def retold(self, arguments: str, output: str) -> list[Json]:
        """The search made ahead, as turns of the conversation."""
        return words.ahead(next(iter(words.queries_in(arguments)), ""), output)

    async def _question(self, run: Run) -> str:
        async def work(session: AsyncSession) -> Sequence[Message]:
            query = select(Message).where(Message.thread_id == run.thread_id, Message.role == "user")
            return list(await session.scalars(query.order_by(Message.seq.desc()).limit(1)))

        for row in await self._store.look(work):
            texts = [part["text"]["value"] for part in row.content if part["type"] == "text"]
            return "\n".join(texts).strip()[:_QUESTION_LENGTH]
        return ""

    # -- a call --------------------------------------------------------------------------------------------------

    async def run(self, call: ServerCall) -> ServerToolResult:
        """Search.

        Raises:
            AppError: the stores cannot be searched.
        """
        run = call.run
        entry: Json = next((tool for tool in run.tools if tool["type"] == self.name), {})
        settings = entry.get("file_search") or {}
        ranking = dict(settings.get("ranking_options") or {})
        shown: Json = {
            "ranking_options": {
                "ranker": ranking.get("ranker") or "default_2024_08_21",
                "score_threshold": float(ranking.get("score_threshold") or 0.0),
            },
            "results": [],
        }
        session = self._sessions.get(run.id)
        if session is None:
            await self.prepare(run)
            session = self._sessions[run.id]
        queries = words.queries_in(call.arguments) or [await self._question(run)]
        queries = [query for query in queries if query]
        room = await self._budget(run)
        if not session.store_ids or not queries:
            reason = "a query is missing" if session.store_ids else "there are no files to search"
            return ServerToolResult(shown, f"Nothing was searched: {reason}.")
        service = await self._knowledge.service()
        try:
            found = await searching.search(
                service,
                session.store_ids,
                queries,
                limit=settings.get("max_num_results") or words.default_results(room),
                ranking=ranking,
                explain=True,
            )
        except ApiError as error:
            raise AppError(f"The files could not be searched: {error.message}") from error
        self._knowledge.used(session.store_ids)
        summaries = await service.listing.summaries(session.store_ids)
        waiting = sum(summary.counts["in_progress"] for summary in summaries.values())
        numbers = _numbered(session, found)
        given, left_out = words.fit(found.hits, room, numbers)
        body = {
            "call_id": call.id,
            "query": "; ".join(queries),
            "queries": queries,
            "candidates": candidates(found, given, left_out),
            "timings_ms": dict(found.timings),
            "notes": list(found.notes),
        }
        _remember(session, body)
        await self._store.transact(lambda db: _save(db, run.id, call.id, body))
        shown["results"] = [
            {
                "file_id": item.hit.file_id,
                "file_name": item.hit.filename,
                "score": min(1.0, max(0.0, round(item.hit.score, 6))),
                "content": [{"type": "text", "text": item.text}],
            }
            for item in given
        ]
        call.announce(shown)
        asked = ", ".join(f"“{query[:120]}”" for query in queries)
        told = f"Searched the files for {asked}: {len(given)} of {len(found.hits)} results were given to the model."
        output = words.output(given, in_progress=waiting, notes=found.notes)
        return ServerToolResult(shown, output, notes=[told, *found.notes])

    async def _budget(self, run: Run) -> int:
        try:
            context = (await self._models.resolve(run.model)).abilities.context
        except (ApiError, AppError):
            context = None
        return words.budget(context, run.max_prompt_tokens)

    # -- the answer ----------------------------------------------------------------------------------------------

    async def annotate(self, run: Run, text: str) -> Sequence[Json]:
        """Citations in the answer; what was cited is noted with the searches."""
        session = self._sessions.get(run.id)
        if session is None or not session.results:
            return []
        found = cited(text, session.results)
        numbers = {session.results[index]["number"] for _, index in found}
        if numbers:
            await self._store.transact(lambda db: _note_cited(db, run.id, numbers))
        return [annotation for annotation, _ in found]

    def _keep(self, run_id: str, session: _Session) -> None:
        self._sessions[run_id] = session
        self._sessions.move_to_end(run_id)
        while len(self._sessions) > REMEMBERED_RUNS:
            self._sessions.popitem(last=False)


def _numbered(session: _Session, found: searching.Found) -> dict[int, int]:
    """A number for each hit: the one it had in an earlier search of the run, else the next."""
    numbers = {}
    following = max(session.numbers.values(), default=0)
    for index, hit in enumerate(found.hits):
        known = session.numbers.get((hit.store_id, hit.file_id, hit.chunk))
        if known is None:
            following += 1
            known = following
        numbers[index] = known
    return numbers


def _remember(session: _Session, body: Mapping[str, Any]) -> None:
    for item in body["candidates"]:
        if item["kept"]:
            key = (item["vector_store_id"], item["file_id"], item["chunk"])
            if key not in session.numbers:
                session.numbers[key] = item["number"]
                session.results.append(item)


async def _stores(
    session: AsyncSession, run: Run
) -> tuple[list[str], list[str], list[VectorStore], list[RunSearch]]:
    assistant = await session.scalar(select(Assistant.tool_resources).where(Assistant.id == run.assistant_id))
    thread = await session.scalar(select(Thread.tool_resources).where(Thread.id == run.thread_id))
    of_assistant, of_thread = stores_of(assistant), stores_of(thread)
    rows = await session.scalars(select(VectorStore).where(VectorStore.id.in_([*of_assistant, *of_thread])))
    past = await session.scalars(select(RunSearch).where(RunSearch.run_id == run.id).order_by(RunSearch.seq))
    return of_assistant, of_thread, list(rows), list(past)


async def _save(session: AsyncSession, run_id: str, call_id: str, body: Json) -> None:
    session.add(RunSearch(run_id=run_id, call_id=call_id, body=body))


async def _note_cited(session: AsyncSession, run_id: str, numbers: set[int]) -> None:
    for row in await session.scalars(select(RunSearch).where(RunSearch.run_id == run_id)):
        row.body = with_citations(row.body, numbers)

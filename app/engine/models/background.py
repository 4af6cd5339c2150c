"""Responses that are made while nobody waits for them (``background``)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass

from app.core.paths import Paths
from app.engine.models import calls
from app.engine.models.failures import UpstreamFailed, explain
from app.engine.models.requests import Json, ModelRequest
from app.engine.models.responses_answers import ResponseAnswer, ResponseEvent
from app.engine.models.responses_store import save_response
from app.engine.models.route import Route
from app.engine.runs.owners import Owners
from app.engine.runs.records import uninterrupted
from app.engine.runs.stream import RunChannel
from app.engine.store.session import Store
from app.engine.store.tables import StoredResponse

log = logging.getLogger(__name__)

LOST = {
    "code": "server_error",
    "message": "The engine ended while the response was being made. Please ask again.",
}


@dataclass
class Plan:
    """What a response is made of.

    Attributes:
        route: where the model is.
        asked: the model call.
        response: the response, to be filled.
        own: the request's own input items.
        previous_id, conversation_id: what it continues.
    """

    route: Route
    asked: ModelRequest
    response: Json
    own: list[Json]
    previous_id: str | None
    conversation_id: str | None


class BackgroundResponses:
    """The background responses of one engine.

    Args:
        store: the engine's database.
        instance: this engine's name.
    """

    def __init__(self, store: Store, instance: str) -> None:
        self._store = store
        self._instance = instance
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def start(self, plan: Plan) -> RunChannel:
        """Begin to make a response that is kept already; gives its announcements."""
        channel = RunChannel()
        task = asyncio.get_running_loop().create_task(self._make(plan, channel))
        identifier = plan.response["id"]
        self._tasks[identifier] = task
        task.add_done_callback(lambda _: self._tasks.pop(identifier, None))
        return channel

    async def _make(self, plan: Plan, channel: RunChannel) -> None:
        answer = ResponseAnswer(plan.response)
        plan.response["status"] = "in_progress"
        pieces = calls.stream(plan.route, plan.asked)

        def announce(events: list[ResponseEvent]) -> None:
            for event in events:
                channel.publish(event.name, event.data)

        try:
            await uninterrupted(self._save(plan))
            announce(answer.opening())
            async for piece in pieces:
                events = answer.take(piece)
                if plan.response["status"] != "in_progress":
                    await uninterrupted(self._save(plan))
                announce(events)
        except asyncio.CancelledError:
            answer.cancel()
            with contextlib.suppress(
                Exception
            ):  # the engine may be closing; then the response counts as lost
                await self._save(plan)
        except Exception as error:  # noqa: BLE001 - every failure becomes the response's end
            failure = (
                error
                if isinstance(error, UpstreamFailed)
                else explain(error, service="The service", model="")
            )
            log.info("a background response failed: %s", failure.message)
            events = answer.fail(failure)
            await self._save(plan)
            announce(events)
        finally:
            await pieces.aclose()  # type: ignore[attr-defined]
            channel.close()

    async def _save(self, plan: Plan) -> None:
        async with self._store.write() as session:
            await save_response(
                session,
                dict(plan.response),
                plan.own,
                previous_id=plan.previous_id,
                conversation_id=plan.conversation_id,
                owner=self._instance,
            )

    def cancel(self, identifier: str) -> asyncio.Task[None] | None:
        """Break a response off, if it is being made here."""
        task = self._tasks.get(identifier)
        if task is not None:
            task.cancel()
        return task

    async def cancelled(self, identifier: str) -> None:
        """Break a response off and wait until that is kept."""
        task = self.cancel(identifier)
        if task is not None:
            await asyncio.wait({task})

    async def current(self, row: StoredResponse, paths: Paths) -> Json:
        """A response that is under way; it has failed if the engine that made it is gone."""
        response: Json = row.body["response"]
        owner = row.body.get("owner") or ""
        if row.id in self._tasks:
            return response
        if owner != self._instance:
            owners = Owners(paths.engine_instances, self._instance)
            if await asyncio.to_thread(owners.lives, owner):
                return response
        failed = {**response, "status": "failed", "error": LOST}
        async with self._store.write() as session:
            await save_response(
                session,
                failed,
                row.input_items,
                previous_id=row.previous_id,
                conversation_id=row.conversation_id,
            )
        return failed

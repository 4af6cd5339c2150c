"""The Responses API: passed on where the model's service has it, made over Chat Completions where not.

Whatever the service is like, ``previous_response_id`` and conversations work: the engine keeps both.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types.responses import Response as ResponseShape
from openai.types.responses import ResponseItemList

from app.engine.api.conversations import item_list
from app.engine.api.http import describe, json_bytes, json_response, services_of
from app.engine.api.pagination import page_of, page_parameters
from app.engine.api.relaying import read_object, route_of, sse, until_gone
from app.engine.api.responses_native import pass_through, refresh
from app.engine.errors import ApiError, invalid_value
from app.engine.models import calls
from app.engine.models.background import BackgroundResponses, Plan
from app.engine.models.calls import CallOptions
from app.engine.models.failures import UpstreamFailed
from app.engine.models.requests import Json, Piece
from app.engine.models.responses_answers import ResponseAnswer, ResponseEvent, new_response
from app.engine.models.responses_items import model_request, normalized_input
from app.engine.models.responses_store import (
    chain_items,
    conversation_id_of,
    conversation_items,
    delete_response,
    save_response,
    stored_conversation,
    stored_response,
)
from app.engine.services import Services

router = APIRouter(prefix="/v1/responses", tags=["Relay"])

_ONCE = CallOptions(attempts=1)


@router.post("", **describe(answer=ResponseShape, stream=True))
async def create_response(request: Request) -> Response:
    """Ask a model, with everything that was said before in the conversation or up to the previous response."""
    body = await read_object(request)
    services = services_of(request)
    conversation_id = conversation_id_of(body)
    own = normalized_input(body.get("input"))
    route = await until_gone(request, route_of(request, body["model"]))
    if route.abilities.api == "responses":
        return await pass_through(request, route, body, own, conversation_id)
    if body.get("prompt") is not None:
        raise invalid_value(
            "'prompt' is not available for this model: its service has Chat Completions only.", "prompt"
        )
    if body.get("background") and body.get("store") is False:
        raise invalid_value("A background response has to be stored.", "store")
    previous_id = body.get("previous_response_id")
    async with services.store.read() as session:
        before: list[Json] = []
        if conversation_id is not None:
            await stored_conversation(session, conversation_id)
            before = await conversation_items(session, conversation_id)
        elif previous_id is not None:
            before = await chain_items(session, str(previous_id))
    asked = model_request(body, [*before, *own])
    response = new_response(body, previous_id=previous_id, conversation_id=conversation_id)
    plan = Plan(route, asked, response, own, previous_id, conversation_id)
    if body.get("background"):
        return await _in_background(services, background_of(request), plan, stream=bool(body.get("stream")))
    return await _in_foreground(request, services, plan, stream=bool(body.get("stream")))


def background_of(request: Request) -> BackgroundResponses:
    """This engine's responses that are made in the background."""
    state = request.app.state
    if not hasattr(state, "background_responses"):
        state.background_responses = BackgroundResponses(
            services_of(request).store, services_of(request).instance
        )
    found: BackgroundResponses = state.background_responses
    return found


async def _in_background(
    services: Services, background: BackgroundResponses, plan: Plan, *, stream: bool
) -> Response:
    plan.response["status"] = "queued"
    async with services.store.write() as session:
        await save_response(
            session,
            plan.response,
            plan.own,
            previous_id=plan.previous_id,
            conversation_id=plan.conversation_id,
            owner=services.instance,
            finished=False,
        )
    shown = dict(plan.response)
    channel = background.start(plan)
    if stream:
        return sse(
            b"event: %b\ndata: %b\n\n" % (e.event.encode(), e.data)
            async for e in channel.read()
            if e.event != "done"
        )
    return json_response(shown)


async def _in_foreground(request: Request, services: Services, plan: Plan, *, stream: bool) -> Response:
    pieces = calls.stream(plan.route, plan.asked, _ONCE)
    answer = ResponseAnswer(plan.response)
    try:
        first = await until_gone(request, anext(pieces))
    except UpstreamFailed as failure:
        raise failure.api_error() from failure
    if stream:
        return sse(_lines(services, plan, answer, first, pieces))

    async def gather() -> None:
        answer.opening()
        answer.take(first)
        try:
            async for piece in pieces:
                answer.take(piece)
        except UpstreamFailed as failure:
            raise failure.api_error() from failure
        finally:
            await pieces.aclose()  # type: ignore[attr-defined]

    await until_gone(request, gather())
    await _keep(services, plan)
    return json_response(plan.response)


async def _lines(
    services: Services, plan: Plan, answer: ResponseAnswer, first: Piece, pieces: AsyncIterator[Piece]
) -> AsyncIterator[bytes]:
    try:
        for event in [*answer.opening(), *answer.take(first)]:
            yield _line(event)
        try:
            async for piece in pieces:
                events = answer.take(piece)
                if plan.response["status"] != "in_progress":
                    await _keep(services, plan)
                for event in events:
                    yield _line(event)
        except UpstreamFailed as failure:
            events = answer.fail(failure)
            await _keep(services, plan)
            for event in events:
                yield _line(event)
    finally:
        await pieces.aclose()  # type: ignore[attr-defined]


def _line(event: ResponseEvent) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (event.name.encode(), json_bytes(event.data))


async def _keep(services: Services, plan: Plan) -> None:
    """Keep a response that is over; what belongs to a conversation is kept there even if the response is not."""
    if not plan.response["store"] and plan.conversation_id is None:
        return
    async with services.store.write() as session:
        await save_response(
            session,
            plan.response,
            plan.own,
            previous_id=plan.previous_id,
            conversation_id=plan.conversation_id,
        )


@router.get("/{response_id}", **describe(answer=ResponseShape))
async def retrieve_response(request: Request, response_id: str) -> Response:
    """Retrieve a kept response."""
    services = services_of(request)
    async with services.store.read() as session:
        row = await stored_response(session, response_id)
    response: Json = row.body["response"]
    if response["status"] in {"queued", "in_progress"}:
        if row.body["service"]:
            response = await refresh(services, row)
        else:
            response = await background_of(request).current(row, services.paths)
    return json_response(response)


@router.delete("/{response_id}", **describe(answer=dict[str, Any]))
async def remove_response(request: Request, response_id: str) -> Response:
    """Forget a response."""
    background_of(request).cancel(response_id)
    async with services_of(request).store.write() as session:
        await stored_response(session, response_id)
        await delete_response(session, response_id)
    return json_response({"id": response_id, "object": "response", "deleted": True})


@router.post("/{response_id}/cancel", **describe(answer=ResponseShape))
async def cancel_response(request: Request, response_id: str) -> Response:
    """Stop a response that is made in the background."""
    services = services_of(request)
    async with services.store.read() as session:
        row = await stored_response(session, response_id)
    response: Json = row.body["response"]
    if not response.get("background"):
        raise ApiError("Cannot cancel a synchronous response.")
    if row.body["service"]:
        return json_response(await refresh(services, row, cancel=True))
    await background_of(request).cancelled(response_id)
    async with services.store.read() as session:
        return json_response((await stored_response(session, response_id)).body["response"])


@router.get(
    "/{response_id}/input_items", **describe(query=page_parameters(before=False), answer=ResponseItemList)
)
async def list_input_items(request: Request, response_id: str) -> Response:
    """List what a response was asked with."""
    page = page_of(request, "", before=False)
    async with services_of(request).store.read() as session:
        row = await stored_response(session, response_id)
    items: list[Json] = list(row.input_items)
    if page.descending:
        items.reverse()
    if page.after is not None:
        places = [index for index, item in enumerate(items) if item["id"] == page.after]
        if not places:
            raise invalid_value(f"Invalid 'after': no item with id '{page.after}' is in this list.", "after")
        items = items[places[0] + 1 :]
    return json_response(item_list(items[: page.limit], has_more=len(items) > page.limit))

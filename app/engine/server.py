"""The engine's web application: its routes behind its gate."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.routing import APIRoute

from app.engine.api import (
    assistants,
    chat,
    conversations,
    docs,
    errors,
    files,
    interpreter,
    interpreter_sessions,
    local_models,
    messages,
    responses,
    runs,
    steps,
    system,
    thread_search,
    threads,
    uploads,
    vector_stores,
    vector_stores_batches,
    vector_stores_files,
    vector_stores_search,
)
from app.engine.api.answers import ErrorAnswer
from app.engine.api.gate import Gate
from app.engine.services import Services

DESCRIPTION = """
The OpenAI Assistants API v2 over any model, spoken by a program on your own computer. Point an OpenAI SDK here with
`base_url` and the engine's token as `api_key`; the rest stays as it is.

Routes that the API does not have are marked as extensions of this engine.
"""

KNOWLEDGE = (vector_stores, vector_stores_files, vector_stores_batches, vector_stores_search)
"""Files that can be searched."""

INTERPRETER = (interpreter, interpreter_sessions)
"""Code that runs here, by hand and for conversations that are kept elsewhere."""

RELAY = (chat, responses, conversations)
"""What reaches the model through the same door, beside the Assistants API."""


def create_app(services: Services) -> FastAPI:
    """Build the application over ``services``, which the caller opens and closes."""
    app = FastAPI(
        title="Assistant Workbench engine",
        version=services.version,
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        responses={
            "4XX": {"model": ErrorAnswer, "description": "What was asked cannot be done."},
            "5XX": {"model": ErrorAnswer, "description": "The engine failed."},
        },
    )
    app.state.services = services
    errors.install(app)
    # Runs before threads: `threads/runs` is no thread called “runs”.
    for module in (
        docs,
        system,
        assistants,
        runs,
        threads,
        thread_search,
        messages,
        steps,
        files,
        uploads,
        *KNOWLEDGE,
        *INTERPRETER,
        local_models,
        *RELAY,
    ):
        app.include_router(module.router)
    app.add_middleware(Gate, token=lambda: services.token, local_only=not services.allow_remote)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name

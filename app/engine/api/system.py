"""The engine about itself: health, models, its own description."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from openai.types import Model as ModelAnswer

from app.engine.api.answers import Health, ModelList
from app.engine.api.http import describe, json_response, services_of
from app.engine.errors import ApiError

router = APIRouter(tags=["Engine"])


@router.get("/health", **describe(answer=Health))
async def health(request: Request) -> Response:
    """Tell that the engine lives; needs no token and tells nothing else."""
    return json_response({"status": "ok", "version": services_of(request).version})


@router.get("/v1/models", **describe(answer=ModelList))
async def list_models(request: Request) -> Response:
    """List every model that can be named: local ones and those of the connections."""
    models = list(await services_of(request).models.list_models())
    return json_response({"object": "list", "data": models})


@router.get("/v1/models/{model:path}", **describe(answer=ModelAnswer))
async def retrieve_model(request: Request, model: str) -> Response:
    """Retrieve one model."""
    for found in await services_of(request).models.list_models():
        if found["id"] == model:
            return json_response(found)
    raise ApiError(
        f"The model '{model}' does not exist or you do not have access to it.",
        status=404,
        param="model",
        code="model_not_found",
    )

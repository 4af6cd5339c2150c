"""Models that can embed: the built-in one, and those of the connections over ``/v1/embeddings``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.core.errors import AppError
from app.engine.errors import ApiError
from app.engine.models.failures import UpstreamFailed, explain
from app.engine.services import Models

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Embedder

Json = dict[str, Any]

EMBED_SECONDS = 60.0
_NAMES = re.compile(r"embed|minilm|mpnet|(^|[/_-])(bge|gte|e5|nomic|jina|arctic)([-_.:]|$)", re.IGNORECASE)
"""What embedding models are usually called; services do not tell it otherwise."""


def service_embedder(models: Models, name: str) -> Embedder:
    """Vectors by a connection's model; the connection and its key are looked up for each call, so they may change."""
    from app.knowledge.embedding.embedder import ServiceEmbedder

    async def call(texts: list[str]) -> Sequence[Sequence[float]]:
        try:
            route = await models.resolve(name)
        except ApiError as error:
            raise AppError(
                f"The embedding model “{name}” cannot be used: {error.message}",
                advice="Set up its connection again, or make a new store.",
            ) from error
        except UpstreamFailed as failure:
            raise failure.cause from failure
        if route.kind == "local":
            raise AppError(f"“{name}” is a chat model on this computer and does not embed texts.")
        try:
            answer = await route.client.embeddings.create(
                model=route.model, input=texts, encoding_format="float", timeout=EMBED_SECONDS
            )
            rows = sorted(answer.data, key=lambda item: item.index)
            return [row.embedding for row in rows]
        except UpstreamFailed as failure:
            raise failure.cause from failure
        except Exception as error:
            if not (isinstance(error, OSError | ValueError) or _is_of_client(error)):
                raise
            raise explain(error, service=route.service, model=route.model).cause from error

    return ServiceEmbedder(name, call)


def _is_of_client(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] in {"openai", "httpx", "httpx2", "httpcore", "httpcore2"}


async def list_embedding_models(models: Models, builtin: str, dimension: int) -> list[Json]:
    """Choices for a store, the built-in model first."""
    shown: list[Json] = [
        {
            "id": builtin,
            "object": "embedding_model",
            "name": "Built-in (this computer, English)",
            "dimension": dimension,
            "local": True,
            "default": True,
            "owned_by": "local",
        }
    ]
    shown += [
        {
            "id": model["id"],
            "object": "embedding_model",
            "name": model["id"],
            "dimension": None,
            "local": False,
            "default": False,
            "owned_by": model["owned_by"],
        }
        for model in await models.list_models()
        if model["owned_by"] != "local" and _NAMES.search(str(model["id"]))
    ]
    return shown

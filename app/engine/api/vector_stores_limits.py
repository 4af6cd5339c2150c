"""What requests about vector stores may hold, with the API's documented limits and this engine's additions."""

from __future__ import annotations

from typing import Any

from openai.types import vector_store_create_params, vector_store_search_params, vector_store_update_params
from openai.types.vector_stores import file_batch_create_params, file_create_params, file_update_params

from app.engine.api import shapes
from app.engine.api.limits import METADATA
from app.engine.api.sdk_shapes import from_params
from app.engine.api.shapes import (
    AnyObject,
    Choice,
    Decimal,
    Either,
    Flag,
    Identifier,
    Items,
    Limits,
    Nullable,
    Pairs,
    Record,
    Text,
    Whole,
)

STORE_FILES = 500
"""Files that can be named when a store is made."""

BATCH_FILES = 2000
MOST_RESULTS = 50
DEFAULT_RESULTS = 10
FILE_STATES = ("in_progress", "completed", "failed", "cancelled")
RANKERS = ("none", "auto", "default-2024-11-15", "default_2024_08_21")

ATTRIBUTES = Pairs(Either([Text(most=512), Flag(), Decimal()]), most=16, name_most=64)
RANKING = Record(
    {
        "ranker": Nullable(Choice(RANKERS)),
        "score_threshold": Nullable(Decimal(0.0, 1.0)),
        "hybrid_search": Nullable(
            Record({"embedding_weight": Decimal(0.0, 1e9), "text_weight": Decimal(0.0, 1e9)})
        ),
    }
)
_QUERY = Text(least=1, most=100_000)
_NAME = Text(most=512)


def _chunking(prefix: str = "") -> dict[str, Any]:
    return {
        f"{prefix}chunking_strategy.static.max_chunk_size_tokens": Whole(100, 4096),
        f"{prefix}chunking_strategy.static.chunk_overlap_tokens": Whole(0, 2048),
    }


_STORE: Limits = {"name": _NAME, "metadata": METADATA, "expires_after.days": Whole(1, 365)}

STORE_CREATE = from_params(
    vector_store_create_params.VectorStoreCreateParams,
    {
        **_STORE,
        **_chunking(),
        "description": Nullable(Text(most=4096)),
        "file_ids": Items(Identifier("file"), most=STORE_FILES),
    },
    more={"embedding_model": Nullable(Text(least=1, most=512))},
)
STORE_UPDATE = from_params(vector_store_update_params.VectorStoreUpdateParams, _STORE)
FILE_CREATE = from_params(
    file_create_params.FileCreateParams,
    {**_chunking(), "file_id": Identifier("file"), "attributes": ATTRIBUTES},
)
FILE_UPDATE = from_params(
    file_update_params.FileUpdateParams, {"attributes": ATTRIBUTES}, without=["vector_store_id"]
)
BATCH_CREATE = from_params(
    file_batch_create_params.FileBatchCreateParams,
    {
        **_chunking(),
        **_chunking("files[]."),
        "attributes": ATTRIBUTES,
        "file_ids": Items(Identifier("file"), least=1, most=BATCH_FILES),
        "files": {"least": 1, "most": BATCH_FILES},
        "files[].file_id": Identifier("file"),
        "files[].attributes": ATTRIBUTES,
    },
)
SEARCH = from_params(
    vector_store_search_params.VectorStoreSearchParams,
    {
        "query": Either([_QUERY, Items(_QUERY, least=1, most=32)]),
        "filters": Nullable(AnyObject()),
        "max_num_results": Nullable(Whole(1, MOST_RESULTS)),
        "ranking_options": Nullable(RANKING),
        "rewrite_query": Nullable(Flag()),
    },
    more={"explain": Nullable(Flag())},
)
FILE_SEARCH = Record(
    {
        "vector_store_ids": Items(Identifier("vs"), least=1, most=16),
        "queries": Items(_QUERY, least=1, most=32),
        "max_num_results": Nullable(Whole(1, MOST_RESULTS)),
        "ranking_options": Nullable(RANKING),
        "filters": Nullable(AnyObject()),
        "max_tokens": Nullable(Whole(100, 1_000_000)),
        "first": Nullable(Whole(1, 1_000_000)),
    },
    frozenset({"vector_store_ids", "queries"}),
)
ANNOTATE = Record(
    {"text": Text(most=4_000_000), "results": Items(AnyObject(), most=5000)}, frozenset({"text", "results"})
)


def file_state(value: str | None) -> str | None:
    """The query parameter ``filter`` of lists of files; empty counts as not given.

    Raises:
        ApiError: 400.
    """
    if not value:
        return None
    if value not in FILE_STATES:
        raise shapes.unsupported(value, FILE_STATES, "filter")
    return value

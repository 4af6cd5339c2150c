"""A search as the API asks for it: one query or several, ranking options, a query rewritten for search."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.engine.knowledge.door import in_api_words

if TYPE_CHECKING:
    from app.knowledge.service import Dropped, Hit, KnowledgeService

Json = dict[str, Any]

SHOWN_DROPPED = 50
"""Candidates beside the results that an explained search shows."""

_COURTESY = re.compile(
    r"^\W*(?:(?:hi|hello|hey|please|thanks|thank you|ok|okay|so|well)\b[\s,!.]*)*"
    r"(?:(?:can|could|would|will) (?:you|we|somebody|someone)(?: please| kindly)? "
    r"(?:tell|show|explain(?: to)?|give|find(?: out)?(?: for)?|help|let)(?: me| us)?(?: know)?(?: about| if| whether)?\b|"
    r"i(?:'d| would|’d)? (?:like|want|need) to (?:know|find out|understand|learn|see)(?: about| if| whether)?\b|"
    r"do you (?:know|have any idea)(?: about| if| whether)?\b|"
    r"(?:tell|show|explain to) (?:me|us)(?: about| if| whether)?\b|i(?:'m| am|’m) (?:looking for|interested in)\b|"
    r"i (?:was|am|'m) wondering(?: about| if| whether)?\b|please\b)?[\s,:]*",
    re.IGNORECASE,
)
_END = re.compile(
    r"[\s,]*(?:please|thanks|thank you|if (?:you|that is) (?:can|possible))?[\s?!.,]*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    """What the queries found together, best first; ``timings`` in milliseconds."""

    queries: Sequence[str]
    hits: Sequence[Hit]
    dropped: Sequence[Dropped] = ()
    notes: Sequence[str] = ()
    timings: Mapping[str, float] = field(default_factory=dict)


def rewritten(query: str) -> str:
    """The query without the courtesies around what is looked for; as it is when nothing else would be left."""
    bare = _END.sub("", _COURTESY.sub("", query, count=1), count=1).strip()
    return bare if len(bare) >= 3 else query


async def search(
    service: KnowledgeService,
    store_ids: Sequence[str],
    queries: Sequence[str],
    *,
    filters: Mapping[str, Any] | None = None,
    limit: int = 10,
    ranking: Mapping[str, Any] | None = None,
    explain: bool = False,
) -> Found:
    """Search stores for each query; a chunk that several queries find counts with its best score.

    Raises:
        ApiError: 400 naming the parameter, 404 for a store that is not there.
    """
    began = time.perf_counter()
    options = dict(ranking or {})
    weights = _weights(options.get("hybrid_search"))
    results = []
    for query in queries:
        work = service.search(
            store_ids,
            query,
            filter=filters or None,
            k=limit,
            weights=weights,
            threshold=float(options.get("score_threshold") or 0.0),
            ranker=str(options.get("ranker") or "auto"),
            show_dropped=SHOWN_DROPPED if explain else 0,
        )
        results.append(await in_api_words(work))
    if len(results) == 1:
        hits, dropped = list(results[0].hits), list(results[0].dropped)
    else:
        hits, dropped = await asyncio.to_thread(_merged, results, limit)
    timings = {
        name: round(1000 * sum(result.timings.get(name, 0.0) for result in results), 2)
        for name in ("embed", "index", "rerank")
    }
    timings["total"] = round(1000 * (time.perf_counter() - began), 2)
    notes = list(dict.fromkeys(note for result in results for note in result.notes))
    return Found(list(queries), hits, dropped, notes, timings)


def _merged(results: Sequence[Any], limit: int) -> tuple[list[Hit], list[Dropped]]:
    from app.knowledge.service import Dropped

    best: dict[tuple[str, str, int], Hit] = {}
    reasons: dict[tuple[str, str, int], Dropped] = {}
    for result in results:
        for hit in result.hits:
            key = (hit.store_id, hit.file_id, hit.chunk)
            if key not in best or hit.score > best[key].score:
                best[key] = hit
        for item in result.dropped:
            reasons.setdefault((item.hit.store_id, item.hit.file_id, item.hit.chunk), item)
    ranked = sorted(best.values(), key=lambda hit: -hit.score)
    dropped = [item for key, item in reasons.items() if key not in best]
    late = [Dropped(hit, f"{limit} better results were found.") for hit in ranked[limit:]]
    return ranked[:limit], [*late, *dropped]


def _weights(hybrid: Mapping[str, Any] | None) -> Any:
    if not hybrid:
        return None
    from app.core.errors import InvalidInput
    from app.engine.errors import invalid_value
    from app.knowledge.service import Weights

    defaults = Weights()
    embedding, text = hybrid.get("embedding_weight"), hybrid.get("text_weight")
    try:
        return Weights(
            defaults.embedding if embedding is None else float(embedding),
            defaults.text if text is None else float(text),
        )
    except InvalidInput as error:
        param = "ranking_options.hybrid_search"
        raise invalid_value(f"Invalid '{param}': {error.message}", param) from error

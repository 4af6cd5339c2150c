"""What is kept of a run's file search beyond its step: every candidate, whether it was given to the model, cited, or why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.engine.knowledge import wire
from app.engine.knowledge.searching import Found
from app.engine.tools.file_search_text import Given, marker

if TYPE_CHECKING:
    from app.knowledge.service import Hit

Json = dict[str, Any]

SHOWN_DROPPED = 20
_DROPPED_TEXT = 600  # characters of a dropped candidate's best passage that are kept


def candidates(found: Found, given: Sequence[Given], left_out: Sequence[tuple[Hit, str]]) -> list[Json]:
    """All candidates of a search, best first; ``text`` is what the model read, for dropped ones their best passage."""
    rank = 0
    shown: list[Json] = []
    kept = {id(item.hit): item for item in given}
    reasons = {id(hit): reason for hit, reason in left_out}
    for hit in found.hits:
        rank += 1
        item = kept.get(id(hit))
        if item is not None:
            shown.append(
                {
                    **_shown(hit, rank),
                    "text": item.text,
                    "given_start": item.start,
                    "given_end": item.end,
                    "number": item.number,
                    "marker": item.marker,
                    "kept": True,
                }
            )
        else:
            shown.append(_dropped(hit, rank, reasons.get(id(hit), "")))
    for dropped in found.dropped[:SHOWN_DROPPED]:
        rank += 1
        shown.append(_dropped(dropped.hit, rank, dropped.reason))
    return shown


def _shown(hit: Hit, rank: int) -> Json:
    return {
        "rank": rank,
        "file_id": hit.file_id,
        "filename": hit.filename,
        "vector_store_id": hit.store_id,
        "chunk": hit.chunk,
        "score": round(hit.score, 6),
        "keyword_score": round(hit.parts.words, 6),
        "vector_score": None if hit.parts.vector is None else round(hit.parts.vector, 6),
        **wire.place(hit),
        "kept": False,
        "cited": False,
        "why_dropped": None,
    }


def _dropped(hit: Hit, rank: int, reason: str) -> Json:
    text = hit.text
    if hit.passage is not None:
        text = text[hit.passage.start - hit.start : hit.passage.end - hit.start]
    return {**_shown(hit, rank), "text": text[:_DROPPED_TEXT], "why_dropped": reason}


def with_citations(body: Mapping[str, Any], numbers: set[int]) -> Json:
    """The same record with the results of these numbers marked as cited."""
    marked = [
        {**item, "cited": item["cited"] or item.get("number") in numbers} for item in body["candidates"]
    ]
    return {**body, "candidates": marked}


def tool_results(given: Sequence[Given]) -> list[Json]:
    """Results as a client's own tool loop gets them."""
    return [
        {
            "number": item.number,
            "marker": marker(item.number, item.hit.filename),
            "file_id": item.hit.file_id,
            "filename": item.hit.filename,
            "vector_store_id": item.hit.store_id,
            "chunk": item.hit.chunk,
            "score": round(min(1.0, max(0.0, item.hit.score)), 6),
            "text": item.text,
            "start": item.start,
            "end": item.end,
            "page": item.hit.spot.page,
            "line": item.hit.spot.line,
            "heading": item.hit.spot.heading,
        }
        for item in given
    ]

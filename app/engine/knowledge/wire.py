"""Vector stores, their files, batches and search results as the API shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.engine.store.tables import FileBatch, VectorStore
from app.engine.store.vector_stores import is_expired

if TYPE_CHECKING:
    from app.knowledge.service import Dropped, FileInfo, Hit, Span, StoredChunk, Summary

Wire = dict[str, Any]


def file_counts(counts: Mapping[Any, int]) -> Wire:
    """How many files are in which state, and all of them."""
    return {**counts, "total": sum(counts.values())}


def vector_store(row: VectorStore, summary: Summary, moment: int, *, embedding: str) -> Wire:
    """A vector store; ``embedding_model`` is this engine's own addition. An expired one has no files any more."""
    expired = is_expired(row, moment)
    counts = dict.fromkeys(summary.counts, 0) if expired else summary.counts
    shown: Wire = {
        "id": row.id,
        "object": "vector_store",
        "created_at": row.created_at,
        "name": row.name,
        "usage_bytes": 0 if expired else summary.usage_bytes,
        "file_counts": file_counts(counts),
        "status": "expired" if expired else "in_progress" if counts["in_progress"] else "completed",
        "expires_after": {"anchor": "last_active_at", "days": row.expires_after_days}
        if row.expires_after_days
        else None,
        "expires_at": row.expires_at,
        "last_active_at": row.last_active_at,
        "metadata": row.metadata_,
        "embedding_model": row.embedding_model or embedding,
    }
    if row.description is not None:
        shown["description"] = row.description
    return shown


def store_file(file: FileInfo) -> Wire:
    """A file of a vector store; ``filename``, ``progress``, ``stage``, ``notes`` and ``kind`` are this engine's own additions."""
    error = file.last_error
    return {
        "id": file.file_id,
        "object": "vector_store.file",
        "created_at": int(file.created_at),
        "usage_bytes": file.usage_bytes,
        "vector_store_id": file.store_id,
        "status": file.state,
        "last_error": None if error is None else {"code": error.code, "message": error.message},
        "chunking_strategy": {
            "type": "static",
            "static": {
                "max_chunk_size_tokens": file.chunking.max_tokens,
                "chunk_overlap_tokens": file.chunking.overlap,
            },
        },
        "attributes": dict(file.attributes),
        "filename": file.filename,
        "progress": file.progress,
        "stage": _stage(file),
        "kind": file.kind,
        "notes": list(file.notes),
        "chunks": file.chunks,
    }


def _stage(file: FileInfo) -> str:
    if file.state != "in_progress":
        return file.state
    return "embedding" if file.progress > 0 else "reading"


def file_batch(row: FileBatch, counts: Mapping[Any, int]) -> Wire:
    """A batch; it has failed when all of its files did."""
    total = sum(counts.values())
    if row.cancelled_at is not None:
        status = "cancelled"
    elif row.carried_out_at is None or counts["in_progress"]:
        status = "in_progress"
    else:
        status = "failed" if total and counts["failed"] == total else "completed"
    return {
        "id": row.id,
        "object": "vector_store.files_batch",
        "created_at": row.created_at,
        "vector_store_id": row.vector_store_id,
        "status": status,
        "file_counts": file_counts(counts),
    }


def chunk(stored: StoredChunk) -> Wire:
    """A chunk of a file, with its place in the file's text."""
    return {
        "index": stored.ordinal,
        "text": stored.text,
        "start": stored.start,
        "end": stored.end,
        "page": stored.begins.page,
        "last_page": stored.ends.page,
        "line": stored.begins.line,
        "last_line": stored.ends.line,
        "heading": stored.heading,
        "tokens": stored.tokens,
        "dropped": None,
    }


def search_result(hit: Hit, *, explain: Wire | None = None) -> Wire:
    """One result of a search."""
    shown: Wire = {
        "file_id": hit.file_id,
        "filename": hit.filename,
        "score": round(min(1.0, max(0.0, hit.score)), 6),
        "attributes": dict(hit.attributes),
        "content": [{"type": "text", "text": hit.text}],
    }
    if explain is not None:
        shown["explain"] = explain
    return shown


def explanation(hit: Hit, rank: int, dropped: str | None = None) -> Wire:
    """Where a result stands and what its score is made of."""
    return {
        "rank": rank,
        "keyword_score": round(hit.parts.words, 6),
        "vector_score": None if hit.parts.vector is None else round(hit.parts.vector, 6),
        "fused": round(hit.score, 6),
        "reranked": hit.parts.rerank,
        "repeats": hit.parts.repeats,
        "vector_store_id": hit.store_id,
        "chunk": hit.chunk,
        **place(hit),
        "dropped": dropped,
    }


def place(hit: Hit) -> Wire:
    """Where a result stands in its file.

    ``start`` and ``end`` are the whole result's characters in the file's text. ``page``, ``line`` and ``heading`` are
    where its best part stands: ``focus``, the sentence that shares most words with the question, else ``passage``,
    what matched best of it. ``first_…`` and ``last_…`` are where the whole result begins and ends.
    """
    spot = hit.spot
    return {
        "start": hit.start,
        "end": hit.end,
        "page": spot.page,
        "line": spot.line,
        "heading": spot.heading,
        "first_page": hit.page,
        "last_page": hit.last_page,
        "first_line": hit.line,
        "last_line": hit.last_line,
        "passage": _span(hit.passage),
        "focus": _span(hit.focus),
    }


def _span(span: Span | None) -> Wire | None:
    return (
        None if span is None else {"start": span.start, "end": span.end, "page": span.page, "line": span.line}
    )


def results_page(queries: Sequence[str], data: Sequence[Wire]) -> Wire:
    """The page of a search's results; there is only one."""
    return {
        "object": "vector_store.search_results.page",
        "search_query": list(queries),
        "data": list(data),
        "has_more": False,
        "next_page": None,
    }


def dropped_results(dropped: Sequence[Dropped], first: int) -> list[Wire]:
    """Candidates that were not taken, each with the reason."""
    return [
        search_result(item.hit, explain=explanation(item.hit, first + index, item.reason))
        for index, item in enumerate(dropped)
    ]

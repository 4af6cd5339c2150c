"""What the knowledge page works with, as plain frozen data: stores, files, chunks, what a search found.

Positions are characters of a file's parsed text, as Python counts them; pages and lines count from 1. Times are Unix
seconds, 0 where the service told none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.core.entities import Json

FileState = Literal["in_progress", "completed", "failed", "cancelled"]
Attribute = str | float | bool
CHUNKING = "assistant_workbench_chunking"
"""Metadata key of a store under which the chunking of files that are added later is kept: ``auto`` or ``800/400``."""

USUAL_TOKENS, USUAL_OVERLAP = 800, 400
FEWEST_TOKENS, MOST_TOKENS = 100, 4096
MOST_ATTRIBUTES = 16


@dataclass(frozen=True)
class Chunking:
    """How files are cut: ``tokens`` in a chunk, ``overlap`` of them shared with its neighbour; auto is 800/400."""

    auto: bool = True
    tokens: int = USUAL_TOKENS
    overlap: int = USUAL_OVERLAP

    @property
    def body(self) -> Json:
        """What the API calls ``chunking_strategy``."""
        if self.auto:
            return {"type": "auto"}
        static = {"max_chunk_size_tokens": self.tokens, "chunk_overlap_tokens": self.overlap}
        return {"type": "static", "static": static}

    @property
    def kept(self) -> str:
        """As it is kept in a store's metadata."""
        return "auto" if self.auto else f"{self.tokens}/{self.overlap}"

    @property
    def words(self) -> str:
        """In a few words."""
        return f"{self.tokens:,} tokens, {self.overlap:,} shared" if not self.auto else "Automatic"

    @property
    def problem(self) -> str:
        """Why the API would refuse it, "" if it would not."""
        if self.auto:
            return ""
        if not FEWEST_TOKENS <= self.tokens <= MOST_TOKENS:
            return f"A chunk has {FEWEST_TOKENS} to {MOST_TOKENS:,} tokens."
        if not 0 <= self.overlap <= self.tokens // 2:
            return f"Neighbours share at most half a chunk: {self.tokens // 2:,} tokens."
        return ""

    @classmethod
    def from_kept(cls, kept: str) -> Chunking:
        """Read what :attr:`kept` wrote; anything else is auto."""
        tokens, _, overlap = kept.partition("/")
        if tokens.isdecimal() and overlap.isdecimal():
            found = cls(False, int(tokens), int(overlap))
            return found if not found.problem else cls()
        return cls()


@dataclass(frozen=True)
class Counts:
    """How many files of a store are in which state."""

    in_progress: int = 0
    completed: int = 0
    failed: int = 0
    cancelled: int = 0
    total: int = 0


@dataclass(frozen=True)
class KnowledgeStore:
    """A vector store. ``expires_days`` is None where it never expires."""

    id: str
    name: str
    created_at: int
    usage_bytes: int = 0
    counts: Counts = Counts()
    status: str = "completed"
    expires_days: int | None = None
    expires_at: int = 0
    embedding_model: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    raw: Json = field(default_factory=dict, repr=False, compare=False)

    @property
    def chunking(self) -> Chunking:
        """How files that are added are cut."""
        return Chunking.from_kept(str(self.metadata.get(CHUNKING, "")))


@dataclass(frozen=True)
class StoreFile:
    """A file in a store. ``progress`` is 0 to 1; sizes are bytes, None while unknown."""

    id: str
    store_id: str
    filename: str
    state: FileState
    created_at: int
    progress: float = 0.0
    stage: str = ""
    reason: str = ""
    code: str = ""
    size: int | None = None
    chunks: int | None = None
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    chunking: str = ""
    raw: Json = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True)
class DocumentChunk:
    """One chunk of a file: ``start`` to ``end`` in its text. ``dropped`` says why it is never found, "" usually."""

    index: int
    text: str
    start: int
    end: int
    tokens: int = 0
    page: int | None = None
    line: int | None = None
    heading: str = ""
    dropped: str = ""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return place_words(self.page, self.heading, self.line)


@dataclass(frozen=True)
class PageSpan:
    """Where a page begins and ends in the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A file's parsed text with its pages and chunks; ``reason`` says why there is none, if the file failed."""

    store_id: str
    file_id: str
    filename: str
    text: str
    pages: tuple[PageSpan, ...] = ()
    chunks: tuple[DocumentChunk, ...] = ()
    reason: str = ""

    def page_at(self, position: int) -> int | None:
        """The page that a position is on, None where the file has none."""
        return next((p.number for p in reversed(self.pages) if p.start <= position), None)

    def find(self, quote: str) -> tuple[int, int] | None:
        """Where a quotation stands, white space aside; None if it does not."""
        words = quote.strip()
        if not words:
            return None
        at = self.text.find(words)
        return (at, at + len(words)) if at >= 0 else None


@dataclass(frozen=True)
class Hit:
    """A passage that a search gave (or dropped, with ``dropped`` as the reason). Parts of the score are None if unknown.

    ``page`` and ``line`` are where its best part stands, ``focus`` is that part's span in the file's text.
    """

    rank: int
    file_id: str
    filename: str
    score: float
    text: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    heading: str = ""
    chunk: int | None = None
    keyword: float | None = None
    vector: float | None = None
    fused: float | None = None
    reranked: float | None = None
    dropped: str = ""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    line: int | None = None
    focus: tuple[int, int] | None = None

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return place_words(self.page, self.heading, self.line)


@dataclass(frozen=True)
class SearchOptions:
    """How to search; ``text_weight`` is the share of words against meaning (0 to 1), None leaves it to the engine."""

    most: int = 10
    threshold: float = 0.0
    text_weight: float | None = None
    ranker: str = "auto"
    rewrite: bool = False
    filters: Json | None = None

    def body(self, query: str) -> Json:
        """The request's body."""
        ranking: Json = {"ranker": self.ranker}
        if self.threshold:
            ranking["score_threshold"] = self.threshold
        if self.text_weight is not None:
            ranking["hybrid_search"] = {
                "embedding_weight": round(1 - self.text_weight, 4),
                "text_weight": round(self.text_weight, 4),
            }
        body: Json = {"query": query, "max_num_results": self.most, "ranking_options": ranking}
        if self.filters:
            body["filters"] = self.filters
        if self.rewrite:
            body["rewrite_query"] = True
        return body


@dataclass(frozen=True)
class Found:
    """A search's answer; ``milliseconds`` is the round trip, ``timings`` the engine's own parts of it."""

    query: str
    hits: tuple[Hit, ...]
    dropped: tuple[Hit, ...] = ()
    milliseconds: float = 0.0
    timings: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A passage that a run's file search looked at; ``page``, ``line`` and ``focus`` are its best part's."""

    file_id: str
    filename: str
    score: float
    text: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    heading: str = ""
    kept: bool = True
    cited: bool = False
    why_dropped: str = ""
    store_id: str = ""
    number: int | None = None
    line: int | None = None
    focus: tuple[int, int] | None = None


@dataclass(frozen=True)
class RunSearch:
    """One question that a run put to its stores, and what became of the candidates."""

    call_id: str
    query: str
    candidates: tuple[Candidate, ...] = ()
    milliseconds: float | None = None


@dataclass(frozen=True)
class Citation:
    """A place of an answer that leads to a file.

    ``marker`` is the text that stands in the answer, from ``start`` to ``end`` (-1 where that is not known); ``claim`` the
    sentence that rests on it. ``is_path`` marks files that code made (``sandbox:/mnt/data/x.csv``); they are saved, not
    read. ``doc_start`` and ``doc_end`` are the passage in the file's text, where that is known, ``doc_focus`` is the part
    of it that counts; else the run (``thread_id``, ``run_id``) or the ``quote`` lead to it.
    """

    marker: str
    file_id: str
    filename: str = ""
    quote: str = ""
    page: int | None = None
    doc_start: int | None = None
    doc_end: int | None = None
    store_id: str = ""
    thread_id: str = ""
    run_id: str = ""
    is_path: bool = False
    start: int = -1
    end: int = -1
    claim: str = ""
    doc_focus: tuple[int, int] | None = None


@dataclass(frozen=True)
class EmbeddingModel:
    """A model that a store can be made with."""

    id: str
    name: str
    note: str = ""


def place_words(page: int | None, heading: str = "", line: int | None = None) -> str:
    """Say where a passage stands: ``page 3 · Costs``, ``line 120``; empty if nothing is known."""
    parts = [f"page {page}"] if page is not None else [f"line {line}"] if line is not None else []
    if heading:
        parts.append(heading)
    return " · ".join(parts)


def store_from(raw: Json) -> KnowledgeStore:
    """Make a store of the API's object."""
    counts = raw.get("file_counts") or {}
    expires = raw.get("expires_after") or {}
    return KnowledgeStore(
        id=str(raw.get("id", "")),
        name=raw.get("name") or "",
        created_at=int(raw.get("created_at") or 0),
        usage_bytes=int(raw.get("usage_bytes") or 0),
        counts=Counts(**{name: int(counts.get(name) or 0) for name in Counts.__dataclass_fields__}),
        status=raw.get("status") or "completed",
        expires_days=expires.get("days"),
        expires_at=int(raw.get("expires_at") or 0),
        embedding_model=str(raw.get("embedding_model") or ""),
        metadata=dict(raw.get("metadata") or {}),
        raw=raw,
    )


def file_from(raw: Json, *, filename: str = "", size: int | None = None) -> StoreFile:
    """Make a store's file of the API's object (with the engine's extensions, where they are there)."""
    error = raw.get("last_error") or {}
    state: FileState = raw.get("status") or "in_progress"
    static = (raw.get("chunking_strategy") or {}).get("static") or {}
    chunking = ""
    if static:
        chunking = f"{static.get('max_chunk_size_tokens', 0):,}/{static.get('chunk_overlap_tokens', 0):,}"
    chunks = raw.get("chunk_count", raw.get("chunks"))
    bytes_ = raw["bytes"] if raw.get("bytes") is not None else size
    return StoreFile(
        id=str(raw.get("id", "")),
        store_id=str(raw.get("vector_store_id") or ""),
        filename=raw.get("filename") or filename or str(raw.get("id", "")),
        state=state,
        created_at=int(raw.get("created_at") or 0),
        progress=float(raw.get("progress") or (1.0 if state == "completed" else 0.0)),
        stage=str(raw.get("stage") or ""),
        reason=str(error.get("message") or ""),
        code=str(error.get("code") or ""),
        size=int(bytes_) if isinstance(bytes_, int | float) else None,
        chunks=int(chunks) if isinstance(chunks, int) else None,
        attributes=dict(raw.get("attributes") or {}),
        chunking=chunking,
        raw=raw,
    )


def chunk_from(raw: Json) -> DocumentChunk:
    """Make a chunk of the engine's object."""
    return DocumentChunk(
        index=int(raw.get("index") or 0),
        text=str(raw.get("text") or ""),
        start=int(raw.get("start") or 0),
        end=int(raw.get("end") or 0),
        tokens=int(raw.get("tokens") or 0),
        page=raw.get("page"),
        line=raw.get("line"),
        heading=raw.get("heading") or "",
        dropped=raw.get("dropped") or "",
    )


def hit_from(raw: Json, rank: int) -> Hit:
    """Make a hit of a search result (with what the engine explains of it)."""
    told: Json = raw.get("explain") or {}
    content = raw.get("content") or []
    text = "\n".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return Hit(
        rank=int(told.get("rank") or rank),
        file_id=str(raw.get("file_id") or ""),
        filename=str(raw.get("filename") or raw.get("file_id") or ""),
        score=float(raw.get("score") or 0.0),
        text=text or str(raw.get("text") or ""),
        start=told.get("start"),
        end=told.get("end"),
        page=told.get("page"),
        heading=told.get("heading") or "",
        chunk=told.get("chunk", told.get("index")),
        keyword=told.get("keyword_score"),
        vector=told.get("vector_score"),
        fused=told.get("fused"),
        reranked=told.get("reranked"),
        dropped=str(told.get("dropped") or ""),
        attributes=dict(raw.get("attributes") or {}),
        line=told.get("line"),
        focus=_focus_in(told),
    )


def candidate_from(raw: Json) -> Candidate:
    """Make a candidate of what the engine kept of a run's search."""
    return Candidate(
        file_id=str(raw.get("file_id") or ""),
        filename=str(raw.get("filename") or raw.get("file_id") or ""),
        score=float(raw.get("score") or 0.0),
        text=str(raw.get("text") or ""),
        start=raw.get("given_start", raw.get("start")),
        end=raw.get("given_end", raw.get("end")),
        page=raw.get("page"),
        heading=raw.get("heading") or "",
        kept=bool(raw.get("kept", True)),
        cited=bool(raw.get("cited", False)),
        why_dropped=str(raw.get("why_dropped") or ""),
        store_id=str(raw.get("vector_store_id") or raw.get("store_id") or ""),
        number=raw.get("number") if isinstance(raw.get("number"), int) else None,
        line=raw.get("line"),
        focus=_focus_in(raw),
    )


def _focus_in(raw: Json) -> tuple[int, int] | None:
    """The span of a result's best part: the sentence that was asked for, else the passage that matched best."""
    span = raw.get("focus") or raw.get("passage")
    return (int(span["start"]), int(span["end"])) if isinstance(span, dict) else None


def run_search_from(raw: Json) -> RunSearch:
    """Make a search of what the engine kept of a run."""
    timings: Any = raw.get("timings_ms")
    total = timings.get("total") if isinstance(timings, dict) else timings
    if total is None and isinstance(timings, dict) and timings:
        total = sum(float(value) for value in timings.values())
    return RunSearch(
        call_id=str(raw.get("call_id") or ""),
        query=str(raw.get("query") or ""),
        candidates=tuple(candidate_from(c) for c in raw.get("candidates") or () if isinstance(c, dict)),
        milliseconds=float(total) if isinstance(total, int | float) else None,
    )

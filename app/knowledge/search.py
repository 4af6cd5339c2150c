"""From a question to passages: filter, candidates by words and by vector, one score, the best with their places."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.core.errors import AppError, InvalidInput
from app.knowledge.catalog import Catalog, FileInfo, StoreInfo
from app.knowledge.documents import Place
from app.knowledge.embedding.embedder import Embedder
from app.knowledge.filters import Value
from app.knowledge.fusion import Scored, Weights, fuse
from app.knowledge.index.backend import Candidates, IndexBackend, Passage, Query, StoredChunk
from app.knowledge.spots import best_sentence, page_at, stems_of

if TYPE_CHECKING:
    from app.knowledge.embedding.embedder import Vectors

log = logging.getLogger(__name__)

MOST_RESULTS = 50
_CANDIDATES = 100
_RERANKED = 40
_KEPT_QUERIES = 256  # questions whose vectors are kept: a person asks again with another filter

Reranker = Callable[[str, list[str]], Awaitable[Sequence[float]]]
"""Judges texts for a query: one number in 0 … 1 for each."""


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """What a score was made of, each in 0 … 1: words, vector (None without one), the reranker's judgement (None without one).

    ``repeats`` says that its best passage stands in a better hit already, which costs a quarter of the score.
    """

    words: float
    vector: float | None
    rerank: float | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the document's text, in characters, and where it stands (``page`` and ``line`` from 1)."""

    start: int
    end: int
    page: int | None
    line: int | None
    heading: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk that was found. ``text`` is the document's text from ``start`` to ``end``, word for word.

    ``passage`` is the part of it that matched best (None when only words matched), ``focus`` the sentence in it that
    shares most words with the question (None if none does). Pages and lines tell where the chunk begins and ends; None
    where the file has none.
    """

    text: str
    score: float
    parts: ScoreParts
    store_id: str
    file_id: str
    filename: str
    attributes: Mapping[str, Value]
    chunk: int
    start: int
    end: int
    tokens: int
    page: int | None
    last_page: int | None
    line: int | None
    last_line: int | None
    heading: str | None
    passage: Span | None
    focus: Span | None = None

    @property
    def spot(self) -> Span:
        """Where to look: at the sentence that was asked for, else the passage that matched best, else the chunk."""
        chunk = Span(self.start, self.end, self.page, self.line, self.heading)
        return self.focus or self.passage or chunk


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that is not among the hits, and why in words."""

    hit: Hit
    reason: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found; ``notes`` tell what could not be done (a service that embeds was away).

    ``timings`` are the seconds that its parts took: ``embed`` (the query), ``index`` (candidates, score, texts), ``rerank``.
    """

    hits: Sequence[Hit]
    dropped: Sequence[Dropped]
    notes: Sequence[str]
    seconds: float
    timings: Mapping[str, float] = field(default_factory=dict)


class Searcher:
    """Searches stores; ``embedder`` gives the model that a store is pinned to."""

    def __init__(self, catalog: Catalog, index: IndexBackend, embedder: Callable[[str], Embedder]) -> None:
        self._catalog = catalog
        self._index = index
        self._embedder = embedder
        self._asked: OrderedDict[tuple[str, str], Vectors] = OrderedDict()

    async def search(
        self,
        store_ids: Sequence[str],
        query: str | None,
        *,
        vector: Vectors | None,
        condition: Mapping[str, Any] | None,
        k: int,
        weights: Weights | None,
        threshold: float,
        ranker: str,
        rerank: Reranker | None,
        show_dropped: int,
    ) -> SearchResult:
        """See :meth:`app.knowledge.service.KnowledgeService.search`."""
        began = time.perf_counter()
        if not 1 <= k <= MOST_RESULTS:
            raise InvalidInput(
                f"max_num_results must be between 1 and {MOST_RESULTS}.", field="max_num_results"
            )
        if not 0 <= threshold <= 1:
            raise InvalidInput(
                "score_threshold must be between 0 and 1.", field="ranking_options.score_threshold"
            )
        weights = weights or Weights()
        query = (query or "").strip() or None
        stores = await asyncio.to_thread(self._stores, store_ids)
        notes: list[str] = []
        vectors = await self._query_vectors(stores, query, vector, weights, notes)
        embedded = time.perf_counter()
        asked = query if weights.text_share > 0 or not vectors else None
        wanted = max(k + show_dropped, _RERANKED if rerank and ranker != "none" else 0)

        def look() -> list[Hit]:
            found = self._candidates(stores, asked, vectors, condition, k)
            ranked = fuse(found, weights, has_vector=bool(vectors))
            return self._hits(ranked, wanted, bool(vectors), stems_of(query or ""))

        hits = await asyncio.to_thread(look)
        looked = time.perf_counter()
        if rerank is not None and ranker != "none" and query and hits:
            hits = await _reranked(query, hits, rerank, notes)
        kept, dropped = _select(hits, k, threshold)
        ended = time.perf_counter()
        timings = {"embed": embedded - began, "index": looked - embedded, "rerank": ended - looked}
        return SearchResult(kept, dropped[:show_dropped], notes, ended - began, timings)

    def _stores(self, ids: Sequence[str]) -> list[StoreInfo]:
        return [self._catalog.store(store_id) for store_id in dict.fromkeys(ids)]

    async def _query_vectors(
        self,
        stores: Sequence[StoreInfo],
        query: str | None,
        vector: Vectors | None,
        weights: Weights,
        notes: list[str],
    ) -> dict[str, Vectors]:
        """The query's vector for each model that the stores are pinned to."""
        if weights.text_share >= 1:
            return {}
        models = dict.fromkeys(store.embedding for store in stores)
        if vector is not None:
            return {model: _as_vector(vector) for model in models}
        if query is None:
            return {}
        vectors = {}
        for model in models:
            known = self._asked.pop((model, query), None)
            try:
                if known is None:
                    known = (await self._embedder(model).embed([query], urgent=True))[0]
                vectors[model] = self._asked[model, query] = known
                if len(self._asked) > _KEPT_QUERIES:
                    self._asked.popitem(last=False)
            except AppError as error:
                log.warning("searching by words alone: %s", error)
                notes.append(f"Searched by words alone: {error.message}")
        return vectors

    def _candidates(
        self,
        stores: Sequence[StoreInfo],
        query: str | None,
        vectors: Mapping[str, Vectors],
        condition: Mapping[str, Any] | None,
        k: int,
    ) -> list[tuple[int, Candidates]]:
        found = []
        for store in stores:
            files = self._catalog.matching(store.key, condition) if condition else None
            if files is not None and not files:
                continue
            asked = Query(query, vectors.get(store.embedding), files, max(_CANDIDATES, 2 * k))
            found.append((store.key, self._index.candidates(store.key, asked)))
        return found

    def _hits(
        self, ranked: Sequence[Scored], wanted: int, has_vector: bool, stems: frozenset[str]
    ) -> list[Hit]:
        """Texts, places and files of the best; what was removed or is not completed is left out."""
        hits: list[Hit] = []
        at = 0
        while at < len(ranked) and len(hits) < wanted:
            some = ranked[at : at + wanted]
            at += wanted
            files = self._catalog.completed(list({item.candidate.file for item in some}))
            some = [item for item in some if item.candidate.file in files]
            stored: dict[int, tuple[StoredChunk, Passage | None]] = {}
            for store in {item.store for item in some}:
                mine = [item.candidate for item in some if item.store == store]
                stored |= {chunk.key: (chunk, passage) for chunk, passage in self._index.fetch(store, mine)}
            hits += [
                _focused(
                    _hit(item, *stored[item.candidate.chunk], files[item.candidate.file], has_vector),
                    stems,
                    files[item.candidate.file].pages,
                )
                for item in some
                if item.candidate.chunk in stored
            ]
        return hits[:wanted]


def _as_vector(vector: Vectors) -> Vectors:
    import numpy as np

    flat: Vectors = np.asarray(vector, dtype=np.float32).ravel()
    length = float(np.linalg.norm(flat))
    if not np.isfinite(length) or length == 0:
        raise InvalidInput("The query's vector has no direction.", field="query")
    return flat / np.float32(length)


def _hit(item: Scored, chunk: StoredChunk, passage: Passage | None, file: FileInfo, has_vector: bool) -> Hit:
    span = None
    if passage is not None:
        place: Place = passage.place
        span = Span(passage.start, passage.end, place.page, place.line, passage.heading)
    parts = ScoreParts(item.words, item.vector if has_vector else None, None, item.repeats)
    return Hit(
        text=chunk.text,
        score=item.score,
        parts=parts,
        store_id=file.store_id,
        file_id=file.file_id,
        filename=file.filename,
        attributes=file.attributes,
        chunk=chunk.ordinal,
        start=chunk.start,
        end=chunk.end,
        tokens=chunk.tokens,
        page=chunk.begins.page,
        last_page=chunk.ends.page,
        line=chunk.begins.line,
        last_line=chunk.ends.line,
        heading=chunk.heading,
        passage=span,
    )


def _focused(hit: Hit, stems: frozenset[str], pages: Sequence[tuple[int, int]]) -> Hit:
    """The same hit with the sentence that shares most words with the question."""
    within = hit.passage or Span(hit.start, hit.end, hit.page, hit.line, hit.heading)
    text = hit.text[max(0, within.start - hit.start) : within.end - hit.start]
    sentence = best_sentence(text, stems) if stems else None
    if sentence is None:
        return hit
    begin = max(hit.start, within.start)
    start, end = begin + sentence[0], begin + sentence[1]
    line = None if within.line is None else within.line + text.count("\n", 0, sentence[0])
    page = page_at(pages, start) if pages else within.page
    return replace(hit, focus=Span(start, end, page, line, within.heading))


async def _reranked(query: str, hits: list[Hit], rerank: Reranker, notes: list[str]) -> list[Hit]:
    """The best hits in the reranker's order; without its judgement, as they were."""
    judged, rest = hits[:_RERANKED], hits[_RERANKED:]
    try:
        scores = [
            min(1.0, max(0.0, float(score))) for score in await rerank(query, [hit.text for hit in judged])
        ]
        if len(scores) != len(judged):
            raise AppError("The reranker did not judge every text.")
    except AppError as error:
        log.warning("not reranked: %s", error)
        notes.append(f"Not reranked: {error.message}")
        return hits
    again = [
        replace(hit, score=score, parts=replace(hit.parts, rerank=score))
        for hit, score in zip(judged, scores, strict=True)
    ]
    again.sort(key=lambda hit: -hit.score)
    lowest = again[-1].score
    return again + [replace(hit, score=min(hit.score, lowest)) for hit in rest]


def _select(hits: Sequence[Hit], k: int, threshold: float) -> tuple[list[Hit], list[Dropped]]:
    kept: list[Hit] = []
    dropped: list[Dropped] = []
    for hit in hits:
        if hit.score < threshold:
            dropped.append(Dropped(hit, f"Its score {hit.score:.2f} is below the threshold {threshold:.2f}."))
        elif len(kept) < k:
            kept.append(hit)
        elif hit.parts.repeats:
            dropped.append(Dropped(hit, "Its best passage stands in a better result already."))
        else:
            dropped.append(Dropped(hit, f"{k} better results were found."))
    return kept, dropped

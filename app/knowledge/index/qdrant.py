"""The index on a Qdrant server. Needs the extra ``qdrant``.

One collection a store: a point for every chunk with its words as a sparse vector (BM25's saturation inside, rarity by
the server's own ``idf``), and a point for every window with its vector. Qdrant writes points in batches that are not
one transaction: a file that was not finished is in the way of nobody, because the catalog hides files that are not
completed and a new attempt begins with a deletion. The client's local mode (``QdrantClient(path=…)``) is for tests.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from app.knowledge.documents import Place
from app.knowledge.index.backend import Candidate, Candidates, Passage, Query, StoredChunk
from app.knowledge.index.words import query_terms, searchable
from app.knowledge.prepared import Prepared, PreparedChunk

if TYPE_CHECKING:
    from qdrant_client import QdrantClient

    from app.knowledge.embedding.embedder import Vectors

_BATCH = 128
_PAGE = 1000
_K1, _B, _USUAL_LENGTH = 1.2, 0.75, 300.0
_WORD = re.compile(r"[^\W_]+")
# A point's number: the file's key, its place in the file, and whether it is a window.
_PLACES = 1 << 26


class QdrantIndex:
    """Implements :class:`app.knowledge.index.backend.IndexBackend` with a client of ``qdrant_client``.

    Collections are called ``prefix`` and the store's key: installations that share a server need a prefix each.
    """

    def __init__(self, client: QdrantClient, prefix: str = "knowledge") -> None:
        self._client = client
        self._prefix = prefix
        self._lock = threading.RLock()

    def upsert(self, store: int, file: int, content: Prepared, vectors: Vectors) -> int:
        """Put a file in, in place of what was there under its key."""
        from qdrant_client import models

        name = self._name(store)
        with self._lock:
            if not self._client.collection_exists(name):
                self._client.create_collection(
                    name,
                    vectors_config={
                        "window": models.VectorParams(
                            size=int(vectors.shape[1]),
                            distance=models.Distance.COSINE,
                            datatype=models.Datatype.FLOAT16,
                        )
                    },
                    sparse_vectors_config={"words": models.SparseVectorParams(modifier=models.Modifier.IDF)},
                )
                if not _is_local(self._client):
                    self._client.create_payload_index(name, "file", models.PayloadSchemaType.INTEGER)
            self.delete_file(store, file)
            starts = [chunk.start for chunk in content.chunks] + [len(content.text)]
            points = [
                models.PointStruct(
                    id=_point(file, number, window=False),
                    vector={"words": _sparse(content.text[chunk.start : chunk.end])},
                    payload=_chunk_payload(content, chunk, file, number, starts[number + 1]),
                )
                for number, chunk in enumerate(content.chunks)
            ]
            inside = _chunks_around(content)
            points += [
                models.PointStruct(
                    id=_point(file, number, window=True),
                    vector={"window": vector.tolist()},
                    payload={
                        "file": file,
                        "window": number,
                        "chunks": inside[number],
                        "span": row,
                        "heading": _heading(content, row[4]),
                    },
                )
                for number, (row, vector) in enumerate(zip(content.windows.tolist(), vectors, strict=True))
            ]
            for at in range(0, len(points), _BATCH):
                self._client.upsert(name, points[at : at + _BATCH], wait=True)
        return len(content.text.encode("utf-8")) + 2 * vectors.size

    def delete_file(self, store: int, file: int) -> None:
        """Take a file out."""
        from qdrant_client import models

        with self._lock:
            if self._client.collection_exists(self._name(store)):
                self._client.delete(
                    self._name(store), models.FilterSelector(filter=_of_files([file])), wait=True
                )

    def drop(self, store: int) -> None:
        """Take a store out with all its files."""
        with self._lock:
            if self._client.collection_exists(self._name(store)):
                self._client.delete_collection(self._name(store))

    def candidates(self, store: int, query: Query) -> Candidates:
        """The best chunks by words and by vector."""
        import numpy as np

        name = self._name(store)
        with self._lock:
            if not self._client.collection_exists(name):
                return Candidates([])
            chunks: dict[int, Any] = {}
            words: dict[int, float] = {}
            terms = query_terms(query.text) if query.text else []
            if terms:
                for point in self._nearest(store, _sparse_query(terms), "words", query):
                    chunks[point.id] = point.payload
                    words[point.id] = max(0.0, point.score)
            near: dict[int, tuple[float, int]] = {}
            if query.vector is not None:
                points = self._nearest(store, query.vector.tolist(), "window", query)
                for chunk, payload in self._chunks_of_windows(store, points):
                    chunks.setdefault(chunk, payload)
                ids = [
                    _point(payload["file"], number, window=True)
                    for payload in chunks.values()
                    for number in range(payload["first"], payload["last"])
                ]
                cosines = {
                    record.id: float(np.asarray(record.vector["window"], dtype=np.float32) @ query.vector)
                    for record in self._client.retrieve(
                        name, list(dict.fromkeys(ids)), with_vectors=["window"]
                    )
                    if isinstance(record.vector, dict)
                }
                for chunk, payload in chunks.items():
                    best = [
                        (cosines.get(_point(payload["file"], number, window=True), -1.0), number)
                        for number in range(payload["first"], payload["last"])
                    ]
                    if best:
                        near[chunk] = max(best)
        found = []
        for key, payload in chunks.items():
            cosine, window = near.get(key, (None, None))
            first, last = payload["first"], payload["last"]
            found.append(Candidate(key, payload["file"], words.get(key, 0.0), cosine, window, first, last))
        if not terms and len(found) > query.limit:
            found = sorted(found, key=lambda item: -(item.cosine or -1))[: query.limit]
        return Candidates(found)

    def fetch(self, store: int, wanted: Sequence[Candidate]) -> list[tuple[StoredChunk, Passage | None]]:
        """Texts and places of some candidates."""
        ids = [item.chunk for item in wanted]
        ids += [item.chunk + 2 for item in wanted]  # a chunk's text goes on in the next
        ids += [_point(item.file, item.window, window=True) for item in wanted if item.window is not None]
        payloads = self._payloads(store, ids)
        found = []
        for item in wanted:
            payload = payloads.get(item.chunk)
            if payload is None:
                continue
            passage = None
            span = None
            if item.window is not None:
                span = payloads.get(_point(item.file, item.window, window=True))
            if span is not None:
                start, end, page, line, _ = span["span"]
                place = Place(None if page < 0 else page, None if line < 0 else line, None)
                passage = Passage(start, end, place, span["heading"])
            following = payloads.get(item.chunk + 2, {}).get("head", "")
            found.append((_stored(item.chunk, payload, following), passage))
        return found

    def chunks(self, store: int, file: int) -> list[StoredChunk]:
        """All chunks of a file."""
        payloads = self._chunk_payloads(store, file)
        following = [payload["head"] for payload in payloads[1:]] + [""]
        return [
            _stored(_point(file, payload["chunk"], window=False), payload, after)
            for payload, after in zip(payloads, following, strict=False)
        ]

    def text(self, store: int, file: int) -> str:
        """A file's whole text."""
        return "".join(payload["head"] for payload in self._chunk_payloads(store, file))

    def warm(self, store: int) -> None:
        """The server keeps its own memory."""

    def count(self, store: int) -> int:
        """Chunks in a store."""
        from qdrant_client import models

        with self._lock:
            if not self._client.collection_exists(self._name(store)):
                return 0
            only_chunks = models.Filter(
                must_not=[models.IsEmptyCondition(is_empty=models.PayloadField(key="chunk"))]
            )
            return self._client.count(self._name(store), count_filter=only_chunks, exact=True).count

    def close(self) -> None:
        """Close the client."""
        self._client.close()

    def _name(self, store: int) -> str:
        return f"{self._prefix}_{store}"

    def _nearest(self, store: int, value: Any, using: str, query: Query) -> list[Any]:
        limit = query.limit if using == "words" else 3 * query.limit
        answer = self._client.query_points(
            self._name(store),
            query=value,
            using=using,
            query_filter=None if query.files is None else _of_files(query.files),
            limit=limit,
            with_payload=True,
        )
        return list(answer.points)

    def _chunks_of_windows(self, store: int, points: Iterable[Any]) -> list[tuple[int, dict[str, Any]]]:
        """The chunks that some windows lie in."""
        wanted = {
            _point(point.payload["file"], number, window=False)
            for point in points
            for number in point.payload["chunks"]
        }
        return list(self._payloads(store, wanted).items())

    def _payloads(self, store: int, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
        with self._lock:
            records = self._client.retrieve(self._name(store), list(dict.fromkeys(ids)), with_payload=True)
        return {int(record.id): dict(record.payload or {}) for record in records}

    def _chunk_payloads(self, store: int, file: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        with self._lock:
            if not self._client.collection_exists(self._name(store)):
                return []
            offset: Any = None
            while True:
                records, offset = self._client.scroll(
                    self._name(store),
                    scroll_filter=_of_files([file]),
                    limit=_PAGE,
                    offset=offset,
                    with_payload=True,
                )
                found += [
                    dict(record.payload) for record in records if record.payload and "chunk" in record.payload
                ]
                if offset is None:
                    break
        return sorted(found, key=lambda payload: payload["chunk"])


def _chunks_around(content: Prepared) -> list[list[int]]:
    """For each window the numbers of the chunks it lies in."""
    inside: list[list[int]] = [[] for _ in range(len(content.windows))]
    for number, chunk in enumerate(content.chunks):
        for window in range(chunk.first_window, chunk.last_window):
            inside[window].append(number)
    return inside


def _point(file: int, number: int, *, window: bool) -> int:
    return file * _PLACES + number * 2 + window


def _of_files(files: Iterable[int]) -> Any:
    from qdrant_client import models

    return models.Filter(must=[models.FieldCondition(key="file", match=models.MatchAny(any=list(files)))])


def _term_number(term: str) -> int:
    stem = term[:-1] if len(term) > 3 and term.endswith("s") and not term.endswith("ss") else term
    return int.from_bytes(hashlib.blake2b(stem.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def _sparse(text: str) -> Any:
    from qdrant_client import models

    counts = Counter(_term_number(word.lower()) for word in _WORD.findall(searchable(text)))
    length = sum(counts.values())
    weight = _K1 * (1 - _B + _B * length / _USUAL_LENGTH)
    return models.SparseVector(
        indices=list(counts), values=[count * (_K1 + 1) / (count + weight) for count in counts.values()]
    )


def _sparse_query(terms: Sequence[str]) -> Any:
    from qdrant_client import models

    numbers = list(dict.fromkeys(_term_number(term) for term in terms))
    return models.SparseVector(indices=numbers, values=[1.0] * len(numbers))


def _is_local(client: QdrantClient) -> bool:
    from qdrant_client.local.qdrant_local import QdrantLocal

    return isinstance(client._client, QdrantLocal)


def _heading(content: Prepared, index: int | None) -> str | None:
    return None if index is None or index < 0 else content.headings[index]


def _chunk_payload(
    content: Prepared, chunk: PreparedChunk, file: int, number: int, head_end: int
) -> dict[str, Any]:
    return {
        "file": file,
        "chunk": number,
        "first": chunk.first_window,
        "last": chunk.last_window,
        "span": [chunk.start, chunk.end, chunk.tokens],
        "begins": [chunk.begins.page, chunk.begins.line],
        "ends": [chunk.ends.page, chunk.ends.line],
        "heading": _heading(content, chunk.begins.heading),
        "head": content.text[chunk.start : head_end],
    }


def _stored(key: int, payload: dict[str, Any], following: str) -> StoredChunk:
    start, end, tokens = payload["span"]
    text = (payload["head"] + following)[: end - start]
    (page, line), (last_page, last_line) = payload["begins"], payload["ends"]
    begins, ends = Place(page, line, None), Place(last_page, last_line, None)
    return StoredChunk(
        key, payload["file"], payload["chunk"], start, end, tokens, text, begins, ends, payload["heading"]
    )

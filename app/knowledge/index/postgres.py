"""The index on PostgreSQL with pgvector, for more than one machine can hold. Needs the extra ``postgresql``.

Words are kept as stored ``tsvector``; their score is that of BM25 in shape: each word's rarity, counted in the store,
times ``ts_rank``, which saturates. Vectors are ``halfvec`` with one HNSW index for each length of vectors; filters by
file are followed through the index (``hnsw.iterative_scan``). Stores' and files' keys are those of the local catalog,
so installations that share a server need a schema each.
"""
# ruff: noqa: S608 - only names of tables and numbers are put into statements

from __future__ import annotations

import math
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.core.errors import StorageFailed
from app.knowledge.documents import Place
from app.knowledge.index.backend import Candidate, Candidates, Passage, Query, StoredChunk
from app.knowledge.index.words import query_terms, searchable
from app.knowledge.prepared import END, HEADING, LINE, PAGE, START, Prepared

if TYPE_CHECKING:
    import psycopg

    from app.knowledge.embedding.embedder import Vectors

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_RANK_OF_ONE = 0.0607927  # what ts_rank gives for one word that stands once
_NEAR_FACTOR = 3  # windows asked for, for each chunk that is wanted
_EF_SEARCH = 200
_CHUNK = "key, file, ordinal, start, stop, tokens, page, line, last_page, last_line, heading, head"


class PostgresIndex:
    """Implements :class:`app.knowledge.index.backend.IndexBackend`; ``dsn`` is a connection string."""

    def __init__(self, dsn: str, schema: str = "knowledge") -> None:
        if not _NAME.fullmatch(schema):
            raise ValueError("a schema's name has small letters, digits and underscores")
        self._dsn = dsn
        self._schema = schema
        self._local = threading.local()
        self._all: list[psycopg.Connection[Any]] = []
        self._guard = threading.Lock()
        self._indexed: set[int] = set()
        with self._transaction() as run:
            run.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (f"make {schema}",))
            for statement in _SCHEMA.split(";"):
                run.execute(statement.format(schema=schema))

    def upsert(self, store: int, file: int, content: Prepared, vectors: Vectors) -> int:
        """Put a file in whole, in one transaction."""
        dimension = int(vectors.shape[1])
        self._make_vector_index(dimension)
        with self._transaction() as run:
            self._delete(run, store, file)
            starts = [chunk.start for chunk in content.chunks] + [len(content.text)]
            heads = [content.text[start:end] for start, end in pairwise(starts)]
            run.executemany(
                "INSERT INTO chunks (store, file, ordinal, start, stop, tokens, first_window, last_window, page, line, "
                "last_page, last_line, heading, head, words) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, to_tsvector('english', %s))",
                [
                    (
                        *(store, file, number, chunk.start, chunk.end, chunk.tokens, chunk.first_window),
                        *(
                            chunk.last_window,
                            chunk.begins.page,
                            chunk.begins.line,
                            chunk.ends.page,
                            chunk.ends.line,
                        ),
                        *(_heading(content, chunk.begins.heading), _storable(head)),
                        _storable(searchable(content.text[chunk.start : chunk.end])),
                    )
                    for number, (chunk, head) in enumerate(zip(content.chunks, heads, strict=True))
                ],
            )
            with run.copy(
                "COPY windows (store, file, number, start, stop, page, line, heading, dimension, embedding) FROM STDIN"
            ) as copy:
                for number, (row, vector) in enumerate(zip(content.windows.tolist(), vectors, strict=True)):
                    copy.write_row(
                        (
                            *(
                                store,
                                file,
                                number,
                                row[START],
                                row[END],
                                _known(row[PAGE]),
                                _known(row[LINE]),
                            ),
                            *(_heading(content, _known(row[HEADING])), dimension, _literal(vector)),
                        )
                    )
        return len(content.text.encode("utf-8")) + 2 * vectors.size + 20 * len(vectors)

    def delete_file(self, store: int, file: int) -> None:
        """Take a file out."""
        with self._transaction() as run:
            self._delete(run, store, file)

    def drop(self, store: int) -> None:
        """Take a store out with all its files."""
        with self._transaction() as run:
            run.execute("DELETE FROM windows WHERE store = %s", (store,))
            run.execute("DELETE FROM chunks WHERE store = %s", (store,))

    def candidates(self, store: int, query: Query) -> Candidates:
        """The best chunks by words and by vector."""
        files = None if query.files is None else list(query.files)
        with self._transaction() as run:
            words, best_words = self._by_words(run, store, query.text, files, query.limit)
            near: dict[int, tuple[float, int]] = {}
            if query.vector is not None:
                near = self._by_vector(
                    run, store, query.vector, files=files, limit=query.limit, also=list(words)
                )
            keys = list({**words, **near})
            rows = run.execute(
                "SELECT key, file, first_window, last_window FROM chunks WHERE key = ANY(%s)", (keys,)
            ).fetchall()
        found = []
        for key, file, first, last in rows:
            cosine, window = near.get(key, (None, None))
            found.append(Candidate(key, file, words.get(key, 0.0), cosine, window, first, last))
        return Candidates(found, best_words)

    def fetch(self, store: int, wanted: Sequence[Candidate]) -> list[tuple[StoredChunk, Passage | None]]:
        """Texts and places of some candidates."""
        with self._transaction() as run:
            rows = {
                row[0]: row
                for row in run.execute(
                    f"SELECT {_CHUNK}, (SELECT n.head FROM chunks n WHERE n.file = c.file AND n.ordinal = c.ordinal + 1) "
                    "FROM chunks c WHERE store = %s AND key = ANY(%s)",
                    (store, [candidate.chunk for candidate in wanted]),
                ).fetchall()
            }
            files = [candidate.file for candidate in wanted if candidate.window is not None]
            numbers = [candidate.window for candidate in wanted if candidate.window is not None]
            windows = {
                (row[0], row[1]): row[2:]
                for row in run.execute(
                    "SELECT file, number, start, stop, page, line, heading FROM windows "
                    "WHERE store = %s AND (file, number) IN (SELECT * FROM unnest(%s::bigint[], %s::int[]))",
                    (store, files, numbers),
                ).fetchall()
            }
        found = []
        for candidate in wanted:
            row = rows.get(candidate.chunk)
            if row is None:
                continue
            span = windows.get((candidate.file, candidate.window))
            passage = None
            if span is not None:
                passage = Passage(span[0], span[1], Place(span[2], span[3], None), span[4])
            found.append((_stored(row, row[-1] or ""), passage))
        return found

    def chunks(self, store: int, file: int) -> list[StoredChunk]:
        """All chunks of a file."""
        with self._transaction() as run:
            rows = run.execute(
                f"SELECT {_CHUNK} FROM chunks WHERE store = %s AND file = %s ORDER BY ordinal", (store, file)
            ).fetchall()
        following = [row[11] for row in rows[1:]] + [""]
        return [_stored(row, after) for row, after in zip(rows, following, strict=False)]

    def text(self, store: int, file: int) -> str:
        """A file's whole text."""
        with self._transaction() as run:
            rows = run.execute(
                "SELECT head FROM chunks WHERE store = %s AND file = %s ORDER BY ordinal", (store, file)
            ).fetchall()
        return "".join(row[0] for row in rows)

    def warm(self, store: int) -> None:
        """The server keeps its own memory."""

    def count(self, store: int) -> int:
        """Chunks in a store."""
        with self._transaction() as run:
            row = run.execute("SELECT count(*) FROM chunks WHERE store = %s", (store,)).fetchone()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Close every thread's connection."""
        with self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    def _by_words(
        self, run: psycopg.Cursor[Any], store: int, text: str | None, files: list[int] | None, limit: int
    ) -> tuple[dict[int, float], float]:
        terms = query_terms(_storable(text)) if text else []
        stems = [
            row[0]
            for row in run.execute(
                "SELECT lexeme FROM unnest(to_tsvector('english', %s)) LIMIT 40", (" ".join(terms),)
            ).fetchall()
        ]
        if not stems:
            return {}, 0.0
        total = self._one(run, "SELECT count(*) FROM chunks WHERE store = %s", (store,))
        queries = ["'" + stem.replace("\\", "\\\\").replace("'", "''") + "'" for stem in stems]
        rarities = []
        for stem in queries:
            holders = self._one(
                run, "SELECT count(*) FROM chunks WHERE store = %s AND words @@ %s::tsquery", (store, stem)
            )
            rarities.append(max(1e-6, math.log((total - holders + 0.5) / (holders + 0.5))))
        score = " + ".join("%s::float8 * ts_rank(words, %s::tsquery)" for _ in queries)
        parts: list[Any] = [value for pair in zip(rarities, queries, strict=True) for value in pair]
        rows = run.execute(
            f"SELECT key, {score} AS score FROM chunks WHERE store = %s AND words @@ %s::tsquery "
            "AND (%s::bigint[] IS NULL OR file = ANY(%s)) ORDER BY score DESC LIMIT %s",
            (*parts, store, " | ".join(queries), files, files, limit),
        ).fetchall()
        best = sum(rarities) * 2.2
        return {key: float(found) / _RANK_OF_ONE for key, found in rows}, best

    @staticmethod
    def _by_vector(
        run: psycopg.Cursor[Any],
        store: int,
        vector: Vectors,
        *,
        files: list[int] | None,
        limit: int,
        also: list[int],
    ) -> dict[int, tuple[float, int]]:
        dimension = len(vector)
        wanted = _literal(vector)
        run.execute("SET LOCAL hnsw.iterative_scan = strict_order")
        run.execute(f"SET LOCAL hnsw.ef_search = {_EF_SEARCH}")
        rows = run.execute(
            f"WITH near AS MATERIALIZED (SELECT file, number, embedding::halfvec({dimension}) <=> %s::halfvec AS distance "
            f"FROM windows WHERE store = %s AND dimension = {dimension} AND (%s::bigint[] IS NULL OR file = ANY(%s)) "
            f"ORDER BY embedding::halfvec({dimension}) <=> %s::halfvec LIMIT %s) "
            "SELECT c.key, near.number, near.distance FROM near JOIN chunks c "
            "ON c.file = near.file AND near.number >= c.first_window AND near.number < c.last_window "
            "ORDER BY near.distance",
            (wanted, store, files, files, wanted, limit * _NEAR_FACTOR),
        ).fetchall()
        rows += run.execute(
            f"SELECT c.key, w.number, w.embedding::halfvec({dimension}) <=> %s::halfvec AS distance FROM chunks c "
            "JOIN windows w ON w.file = c.file AND w.number >= c.first_window AND w.number < c.last_window "
            f"WHERE c.key = ANY(%s) AND w.dimension = {dimension} ORDER BY distance",
            (wanted, also),
        ).fetchall()
        found: dict[int, tuple[float, int]] = {}
        for key, number, distance in rows:
            if len(found) < limit or key in found or key in also:
                found.setdefault(key, (1.0 - float(distance), number))
        return found

    def _make_vector_index(self, dimension: int) -> None:
        if dimension in self._indexed or not 0 < dimension <= 4000:
            return
        with self._transaction() as run:
            run.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (f"make {self._schema}",))
            run.execute(
                f"CREATE INDEX IF NOT EXISTS windows_near_{dimension} ON windows USING hnsw "
                f"((embedding::halfvec({dimension})) halfvec_cosine_ops) WHERE dimension = {dimension}"
            )
        self._indexed.add(dimension)

    @staticmethod
    def _delete(run: psycopg.Cursor[Any], store: int, file: int) -> None:
        run.execute("DELETE FROM windows WHERE store = %s AND file = %s", (store, file))
        run.execute("DELETE FROM chunks WHERE store = %s AND file = %s", (store, file))

    @staticmethod
    def _one(run: psycopg.Cursor[Any], statement: str, parameters: tuple[Any, ...]) -> int:
        row = run.execute(statement, parameters).fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def _transaction(self) -> Iterator[psycopg.Cursor[Any]]:
        import psycopg

        try:
            connection: psycopg.Connection[Any] | None = getattr(self._local, "connection", None)
            if connection is None or connection.closed:
                connection = psycopg.connect(
                    self._dsn,
                    autocommit=True,
                    options=f"-c search_path={self._schema},public",
                    prepare_threshold=None,
                )
                self._local.connection = connection
                with self._guard:
                    self._all.append(connection)
            with connection.transaction(), connection.cursor() as cursor:
                yield cursor
        except psycopg.Error as error:
            raise StorageFailed(
                "The knowledge server (PostgreSQL) cannot be used.", details=str(error)[:2000]
            ) from error


_SCHEMA = """
CREATE EXTENSION IF NOT EXISTS vector SCHEMA public;
CREATE SCHEMA IF NOT EXISTS {schema};
CREATE TABLE IF NOT EXISTS {schema}.chunks (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    store bigint NOT NULL, file bigint NOT NULL, ordinal int NOT NULL,
    start int NOT NULL, stop int NOT NULL, tokens int NOT NULL,
    first_window int NOT NULL, last_window int NOT NULL,
    page int, line int, last_page int, last_line int, heading text,
    head text NOT NULL, words tsvector NOT NULL,
    UNIQUE (file, ordinal)
);
CREATE INDEX IF NOT EXISTS chunks_store ON {schema}.chunks (store, file);
CREATE INDEX IF NOT EXISTS chunks_words ON {schema}.chunks USING gin (words);
CREATE TABLE IF NOT EXISTS {schema}.windows (
    store bigint NOT NULL, file bigint NOT NULL, number int NOT NULL,
    start int NOT NULL, stop int NOT NULL, page int, line int, heading text,
    dimension int NOT NULL, embedding halfvec NOT NULL,
    PRIMARY KEY (file, number)
);
CREATE INDEX IF NOT EXISTS windows_store ON {schema}.windows (store, file)
"""


def _stored(row: Sequence[Any], following: str) -> StoredChunk:
    key, file, ordinal, start, stop, tokens, page, line, last_page, last_line, heading, head = row[:12]
    text = (head + following)[: stop - start]
    return StoredChunk(
        *(key, file, ordinal, start, stop, tokens, text),
        *(Place(page, line, None), Place(last_page, last_line, None), heading),
    )


def _heading(content: Prepared, index: int | None) -> str | None:
    return None if index is None else content.headings[index]


def _known(value: int) -> int | None:
    return None if value < 0 else value


def _literal(vector: Vectors) -> str:
    return "[" + ",".join(f"{value:.6g}" for value in vector.tolist()) + "]"


def _storable(text: str) -> str:
    """PostgreSQL's text has no zero characters: U+FFFD stands in, one for one."""
    return text.replace("\0", "\ufffd")

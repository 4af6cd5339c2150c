"""Stores, jobs and search as the engine uses them: real files, real processes, a real database."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.core.errors import ConnectionFailed, InvalidInput, NotFound
from app.core.paths import own_environment
from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.embedding.embedder import EmbeddingFailed, ServiceEmbedder
from app.knowledge.read.pool import ReaderPool
from app.knowledge.service import Chunking, KnowledgeService, Weights
from tests.knowledge import samples
from tests.knowledge.conftest import PlayedService

LONG = "".join(
    f"Entry {n} of the log tells of ship {n * 7919 % 10007} and its cargo of goods.\n" for n in range(4000)
)


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


def test_a_failed_file_says_why_and_can_be_tried_again(with_service: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.4 nonsense")

    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "f", path, "report.pdf", attributes={"a": 1})
        file = await service.wait("vs", "f", 60)
        assert file.state == "failed"
        assert file.last_error is not None
        assert file.last_error.code == "invalid_file"
        assert "damaged" in file.last_error.message
        samples.pdf(path, ["Now it is whole."])
        await service.add_file("vs", "f", path, "report.pdf")
        file = await service.wait("vs", "f", 60)
        assert (file.state, file.attributes) == ("completed", {"a": 1})

    with_service(body)


def test_progress_is_told_and_ends_with_the_end(with_service: Any, write: Any) -> None:
    async def body(service: KnowledgeService) -> None:
        seen: list[tuple[str, float]] = []
        stop = service.on_change(lambda file: seen.append((file.state, file.progress)))
        await service.add_file("vs", "f", write("a.txt", LONG), "a.txt")
        await service.wait("vs", "f", 60)
        stop()
        assert seen[-1] == ("completed", 1.0)
        steps = [progress for state, progress in seen if state == "in_progress"]
        assert len(steps) > 3
        assert steps == sorted(steps)

    with_service(body)


def test_cancel_stops_and_leaves_nothing_behind(with_service: Any, write: Any, played: PlayedService) -> None:
    async def body(service: KnowledgeService) -> None:
        played.hold = asyncio.Event()
        await service.add_file("vs", "f", write("a.txt", LONG), "a.txt")
        await asyncio.sleep(0.5)
        file = await service.cancel("vs", "f")
        assert file.state == "cancelled"
        played.hold.set()
        assert not (await service.search(["vs"], "ship cargo")).hits
        assert (await service.cancel("vs", "f")).state == "cancelled"
        await service.add_file("vs", "f", write("a.txt", LONG), "a.txt")
        assert (await service.wait("vs", "f", 60)).state == "completed"

    with_service(body)


def test_the_same_content_is_not_embedded_twice(with_service: Any, write: Any, played: PlayedService) -> None:
    async def body(service: KnowledgeService) -> None:
        await service.create_store("other", embedding="played")
        await service.add_file("vs", "f", write("a.txt", LONG), "a.txt")
        await service.wait("vs", "f", 60)
        asked = len(played.texts)
        await service.add_file("vs", "g", write("b.txt", LONG), "b.txt")
        await service.add_file("other", "f", write("a.txt", LONG), "a.txt", chunking=Chunking(400, 0))
        assert (await service.wait("vs", "g", 60)).state == "completed"
        assert (await service.wait("other", "f", 60)).state == "completed"
        assert len(played.texts) == asked

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


def test_searches_go_on_while_files_come_and_go(with_service: Any, write: Any) -> None:
    async def body(service: KnowledgeService) -> None:
        await service.add_file("vs", "first", write("first", "The zephyrine barque."), "first.txt")
        await service.wait("vs", "first", 60)
        paths = {f"f{n}": write(f"f{n}", LONG[n * 9000 : (n + 1) * 9000]) for n in range(16)}
        stop = False

        async def seek() -> int:
            count = 0
            while not stop:
                found = await service.search(["vs"], "zephyrine barque", k=50)
                assert found.hits[0].file_id == "first"
                for hit in found.hits[1:]:
                    assert hit.text in LONG
                count += 1
            return count

        seeking = [asyncio.ensure_future(seek()) for _ in range(3)]
        for name, path in paths.items():
            await service.add_file("vs", name, path, f"{name}.txt")
        for number, name in enumerate(paths):
            assert (await service.wait("vs", name, 60)).state == "completed"
            if number % 3 == 0:
                await service.remove_file("vs", name)
        stop = True
        assert all(count > 3 for count in await asyncio.gather(*seeking))
        left = {file.file_id for file in await service.files("vs", "completed")}
        found = await service.search(["vs"], "Entry ship cargo goods", k=50)
        assert {hit.file_id for hit in found.hits} <= left
        assert len(left) == 11

    with_service(body)


def test_what_was_stopped_goes_on_at_the_next_start(
    with_service: Any, write: Any, played: PlayedService
) -> None:
    path = write("a.txt", LONG)

    async def begin(service: KnowledgeService) -> None:
        done = asyncio.Event()
        service.on_change(lambda file: done.set() if file.progress > 0.3 else None)
        await service.add_file("vs", "f", path, "a.txt")
        await done.wait()

    async def go_on(service: KnowledgeService) -> None:
        assert (await service.wait("vs", "f", 60)).state == "completed"

    with_service(begin)
    before = len(played.texts)
    with_service(go_on)
    assert len(set(played.texts)) == len(played.texts)
    assert before < len(played.texts)


CHILD = """
import asyncio, sys, time
from pathlib import Path
from app.knowledge.service import KnowledgeService, ServiceEmbedder
from tests.knowledge.conftest import bag_of_words

async def call(texts):
    await asyncio.sleep(0.05)
    return bag_of_words(texts)

async def main():
    folder, files = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    service = await KnowledgeService.open(folder, find_embedder=lambda name: ServiceEmbedder(name, call))
    await service.create_store("vs", embedding="played")
    service.on_change(lambda file: print(file.file_id, file.state, file.progress, flush=True))
    for path in files:
        await service.add_file("vs", path.name, path, path.name)
    await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process the POSIX way")
def test_killed_in_the_middle_nothing_is_lost_or_half(
    tmp_path: Path, with_service: Any, write: Any, played: PlayedService
) -> None:
    paths = [write(f"f{n}.txt", LONG[n * 40_000 : (n + 1) * 40_000 + 20_000]) for n in range(5)]
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path / "knowledge"), *map(str, paths)],
        stdout=subprocess.PIPE,
        text=True,
        env=own_environment(),
    )
    assert process.stdout is not None
    completed = 0
    for line in process.stdout:
        completed += "completed" in line
        if completed >= 1 and "in_progress" in line:
            break
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    async def body(service: KnowledgeService) -> None:
        assert len(await service.files("vs")) == 5
        for path in paths:
            assert (await service.wait("vs", path.name, 60)).state == "completed"
            assert await service.text("vs", path.name) == path.read_text()
        found = await service.search(["vs"], "Entry 1234 of the log", k=50)
        assert len({(hit.file_id, hit.chunk) for hit in found.hits}) == len(found.hits)

    with_service(body)
    deadline = time.monotonic() + 10
    while any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children):
        assert time.monotonic() < deadline, "a reading process outlived its parent"
        time.sleep(0.1)


def test_a_living_process_keeps_its_work(tmp_path: Path, write: Any, played: PlayedService) -> None:
    path = write("a.txt", LONG[:5000])

    def find(name: str) -> ServiceEmbedder:
        return ServiceEmbedder(name, played)

    async def main() -> None:
        played.hold = asyncio.Event()
        one = await KnowledgeService.open(tmp_path / "k", find_embedder=find)
        two = await KnowledgeService.open(tmp_path / "k", find_embedder=find)
        await one.create_store("vs", embedding="played")
        await one.add_file("vs", "f", path, "a.txt")
        assert await two.recover() == 0
        assert (await two.file("vs", "f")).state == "in_progress"
        played.hold.set()
        assert (await two.wait("vs", "f", 60)).state == "completed"
        assert (await two.search(["vs"], "ship cargo")).hits
        played.hold = asyncio.Event()
        await one.add_file("vs", "g", write("b.txt", LONG[5000:9000]), "b.txt")
        await one.close()
        assert await two.recover() == 1
        played.hold.set()
        assert (await two.wait("vs", "g", 60)).state == "completed"
        await two.close()

    asyncio.run(main())


def run_pool(tmp_path: Path, path: Path, name: str, **limits: Any) -> str:
    async def main() -> str:
        pool = ReaderPool(tmp_path / "spool", 1, **limits)
        try:
            await pool.prepare(path, name, Chunking(), ServiceEmbedder("m", PlayedService()).rule)
        except Exception as error:
            first = str(error)
        else:
            first = ""
        small = tmp_path / "small"
        small.write_text("still works")
        fresh = ReaderPool(tmp_path / "spool", 1)
        assert (
            await fresh.prepare(small, "s.txt", Chunking(), ServiceEmbedder("m", PlayedService()).rule)
        ).text
        await pool.close()
        await fresh.close()
        assert not list((tmp_path / "spool").iterdir())
        return first

    return asyncio.run(main())


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path, write: Any) -> None:
    path = samples.far_cell_xlsx(tmp_path / "far.xlsx")
    assert "longer than" in run_pool(tmp_path, path, "far.xlsx", cpu_seconds=0.3)


def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path: Path, write: Any) -> None:
    assert "memory" in run_pool(tmp_path, write("a.txt", LONG * 60), "a.txt", memory_bytes=30 * 1024**2)


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process the POSIX way")
def test_a_reader_that_crashes_fails_its_file_alone(tmp_path: Path, write: Any) -> None:
    path = write("a.txt", LONG * 60)

    async def main() -> None:
        pool = ReaderPool(tmp_path / "spool", 1)
        job = asyncio.ensure_future(
            pool.prepare(path, "a.txt", Chunking(), ServiceEmbedder("m", PlayedService()).rule)
        )
        me = psutil.Process()
        while not (readers := [c for c in me.children() if "document-reader" in " ".join(c.cmdline())]):
            await asyncio.sleep(0.02)
        while readers[0].cpu_times().user < 0.3:
            await asyncio.sleep(0.01)
        os.kill(readers[0].pid, signal.SIGSEGV)
        with pytest.raises(Exception, match="crash"):
            await job
        small = write("s.txt", "still works")
        assert (
            await pool.prepare(small, "s.txt", Chunking(), ServiceEmbedder("m", PlayedService()).rule)
        ).text
        await pool.close()

    asyncio.run(main())


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

"""Taking files in: progress, cancelling, being killed and going on, files that break their readers."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.core.paths import own_environment
from app.knowledge.embedding.embedder import ServiceEmbedder
from app.knowledge.read.pool import ReaderPool
from app.knowledge.service import Chunking, KnowledgeService
from tests.knowledge import samples
from tests.knowledge.conftest import PlayedService
from tests.knowledge.samples import LONG


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

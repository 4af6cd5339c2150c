"""How the pages bear much: ``python -m tests.benchmarks.window_pages [--json FILE]``.

Four lanes streaming 150 tokens a second each into answers of 50,000 characters; the page Threads over the real engine with
10,000 threads and with one of 5,000 messages; word differences of long answers. Each beside a small one in the same run:
the ratios are what counts, whatever the machine. The event loop's longest wait says whether a person would notice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.window_frames import TEXT, stream

SMALL_THREADS, MANY_THREADS = 100, 10_000
SHORT_THREAD, LONG_THREAD = 40, 5_000


def fill(database: Path, threads: int, messages: int) -> None:
    """Threads with two messages each, the newest with ``messages``, written straight into the engine's file."""
    connection = sqlite3.connect(database)
    with connection:
        connection.executemany(
            "INSERT INTO threads (id, created_at, updated_at, metadata) VALUES (?,?,?,?)",
            [(f"thread_{n}", n + 1, n + 1, json.dumps({"title": f"Thread {n}"})) for n in range(threads)],
        )

        def rows() -> Any:
            for n in range(threads):
                for m in range(messages if n == threads - 1 else 2):
                    part = {"type": "text", "text": {"value": TEXT * (m % 4 + 1), "annotations": []}}
                    role = "user" if m % 2 == 0 else "assistant"
                    yield f"msg_{n}_{m}", n + 1, f"thread_{n}", role, json.dumps([part])

        connection.executemany(
            "INSERT INTO messages (id, created_at, thread_id, role, status, content, attachments, metadata) "
            "VALUES (?,?,?,?,'completed',?,'[]','{}')",
            rows(),
        )
    connection.close()


class Gaps:
    """How long the event loop was kept from its work while something went on."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        """Note how late a 5 ms nap ends, until cancelled."""
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            self.longest = max(self.longest, (time.perf_counter() - began - 0.005) * 1000)


async def measured(work: Callable[[], Awaitable[None]]) -> tuple[float, float]:
    """Milliseconds that something took, and the event loop's longest wait meanwhile."""
    gaps = Gaps()
    watching = asyncio.ensure_future(gaps.watch())
    await asyncio.sleep(0.05)
    gaps.longest = 0.0
    began = time.perf_counter()
    await work()
    took = (time.perf_counter() - began) * 1000
    await asyncio.sleep(0.1)
    watching.cancel()
    return round(took, 1), round(gaps.longest, 1)


async def threads(folder: Path, count: int, messages: int) -> dict[str, Any]:
    """Open the page over the real engine, scroll the list to its end, read the long thread backwards, search."""
    from app.engine.store.migrations import migrate
    from app.ui.threads.page import ThreadsPage
    from tests.support.engine_process import EngineProcess
    from tests.support.qt_loop import until
    from tests.support.window import SharedEngine, make_services

    data = folder / f"engine-{count}"
    migrate(data / "engine.db", data / "backups")
    fill(data / "engine.db", count, messages)
    with EngineProcess(data) as engine:
        shared = SharedEngine(engine)
        services = make_services(shared, folder / f"window-{count}")
        await shared.ready_client()
        page = ThreadsPage(services)
        page.resize(1280, 800)
        model = page.viewmodel
        page.show()

        async def show() -> None:
            page.activated()
            await until(lambda: model.rows.rowCount() > 0 and model.detail_state == "ready")

        async def scroll() -> None:
            while model.rows.canFetchMore(model.rows.index(-1, -1)):
                before = model.rows.rowCount()
                model.load_more()
                await until(lambda before=before: model.rows.rowCount() > before)

        async def backwards() -> None:
            while model.older_available:
                before = len(model.transcript.items)
                model.load_older()
                await until(lambda before=before: len(model.transcript.items) > before)

        async def search() -> None:
            model.set_search("short waves")
            await until(lambda: model.rows.rowCount() > 0 and model.rows.rows[0].found != "")

        found: dict[str, Any] = {"threads": count, "messages": messages}
        for name, work in (
            ("open", show),
            ("list_to_its_end", scroll),
            ("thread_to_its_beginning", backwards),
            ("search", search),
        ):
            took, gap = await measured(work)
            found[f"{name}_ms"], found[f"{name}_longest_wait_ms"] = took, gap
        assert model.rows.rowCount() > 0
        await page.closing()
        page.close()
        page.deleteLater()
        await services.settings.close()
        await services.connections.close()
        await shared.close()
    return found


async def differences() -> dict[str, float]:
    """Word differences of answers of 50,000 characters, found beside the window's thread."""
    from app.workbench.playground.word_diff import compare

    lines = [f"{number}. {line}" for number, line in enumerate((TEXT * 200).splitlines())]
    one = "\n".join(lines)[:50_000]
    two = one.replace("Light comes", "Rays come").replace("blue", "azure", 50)

    async def work() -> None:
        await asyncio.to_thread(compare, one, two)

    took, gap = await measured(work)
    return {"took_ms": took, "longest_wait_ms": gap}


async def run() -> dict[str, Any]:
    """Everything."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        empty = await stream(4, 0, root / "a")
        full = await stream(4, 50_000, root / "b")
        await threads(root / "warm", SMALL_THREADS, SHORT_THREAD)
        small = await threads(root, SMALL_THREADS, SHORT_THREAD)
        large = await threads(root, MANY_THREADS, LONG_THREAD)
        return {
            "four_lanes_empty": empty,
            "four_lanes_50000_characters": full,
            "frame_ratio": round(full["frame_p50_ms"] / max(0.01, empty["frame_p50_ms"]), 2),
            "threads_small": small,
            "threads_large": large,
            "open_ratio": round(large["open_ms"] / max(1.0, small["open_ms"]), 2),
            "word_differences": await differences(),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui import theme
    from app.ui.application import make_application
    from app.viewmodels import event_loop

    application = make_application()
    theme.install("light")
    found = event_loop.run(run(), application)
    text = json.dumps(found, indent=2)
    print(text)
    if options.json:
        options.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

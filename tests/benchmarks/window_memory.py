"""What an hour of streaming leaves behind: ``python -m tests.benchmarks.window_memory [--tokens N] [--speed N] [--json FILE]``.

The real program (window, engine, journal) with two lanes over a scripted service: prompts and answers turn after turn, every
few turns another page, the inspector, a new conversation. By default as many tokens as an hour has at 30 a second and lane,
sent as fast as they can be drawn; ``--speed`` sends them at a speed. Memory is compared at the same point of the cycle, right
after a new conversation was begun; the slope for each 1,000 messages is reckoned after a warm-up of a fifth of the run.
What there is more of at the end than after the warm-up is named by its type.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]
HOUR, USUAL_SPEED, LANES = 3600, 30, 2
TOKENS_AN_ANSWER = 1500
TURNS_A_CONVERSATION = 4
SERVICE = """
import select, sys
from tests.support.scripted_upstream import ScriptedUpstream, Text
from tests.benchmarks.window_frames import TEXT, pieces
tokens, speed = int(sys.argv[1]), float(sys.argv[2])
feed = (pieces(TEXT) * (tokens // len(pieces(TEXT)) + 1))[:tokens]
with ScriptedUpstream() as upstream:
    upstream.default = Text("".join(feed), pieces=feed, delay=1 / speed if speed else 0.0)
    print(upstream.base_url, flush=True)
    while not select.select([sys.stdin], [], [], 5)[0]:
        del upstream.requests[:-4]
"""


def megabytes(process: psutil.Process) -> float:
    """Memory of a process that no other shares with it, 0 once it is gone."""
    try:
        return float(process.memory_full_info().uss / 1e6)
    except psutil.Error:
        return 0.0


def things() -> Counter[str]:
    """How many objects there are of each type; Qt objects that were deleted but are still held count as dead ones."""
    import shiboken6
    from PySide6.QtCore import QObject

    gc.collect()
    gc.unfreeze()
    found: Counter[str] = Counter()
    for thing in gc.get_objects():
        kind = type(thing)
        name = f"{kind.__module__}.{kind.__qualname__}"
        # By its type: asking a lazy import of some library for its class would load the library.
        if issubclass(kind, QObject) and not shiboken6.isValid(thing):
            name = f"dead {name}"
        found[name] += 1
    return found


def census(folder: Path) -> dict[str, float]:
    """What a leak would show in: tasks, open files, threads, Qt objects, files in the data folder."""
    from PySide6.QtCore import QCoreApplication, QObject
    from PySide6.QtWidgets import QApplication

    me = psutil.Process()
    windows = QApplication.topLevelWidgets()
    application = QCoreApplication.instance()
    inside = len(application.findChildren(QObject)) if application is not None else 0
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {
        "tasks": len(asyncio.all_tasks()),
        "task_names": Counter(task.get_name().rstrip("0123456789") for task in asyncio.all_tasks()),  # type: ignore[dict-item]
        "open_files": me.num_fds() if hasattr(me, "num_fds") else me.num_handles(),
        "connections": len(me.net_connections()),
        "threads": me.num_threads(),
        "top_level_widgets": len(windows),
        "qt_objects": inside + sum(len(window.findChildren(QObject)) + 1 for window in windows),
        "write_ahead_mb": round(sum(f.stat().st_size for f in files if f.name.endswith("-wal")) / 1e6, 1),
        "databases_mb": round(sum(f.stat().st_size for f in files if f.suffix == ".db") / 1e6, 1),
        "logs_mb": round(sum(f.stat().st_size for f in files if ".log" in f.name) / 1e6, 2),
    }


def slope(points: list[tuple[int, float]]) -> float:
    """Megabytes for each 1,000 messages, by least squares."""
    if len(points) < 3:
        return 0.0
    return round(statistics.linear_regression(*zip(*points, strict=True)).slope * 1000, 2)


async def run(folder: Path, url: str, tokens: int, *, trace: bool) -> dict[str, Any]:
    """Send turn after turn until so many tokens were drawn."""

    from tests.support.program import started
    from tests.support.qt_loop import until

    samples: list[dict[str, Any]] = []
    async with started(folder, service=url) as hands:
        model, window = hands.playground, hands.program.window
        assert window is not None
        before: Counter[str] = Counter()
        held: tracemalloc.Snapshot | None = None
        first_census: dict[str, float] = {}
        messages = turns = 0
        total = max(3 * TURNS_A_CONVERSATION, tokens // (TOKENS_AN_ANSWER * LANES))
        began = time.monotonic()
        while turns < total:
            for number in range(TURNS_A_CONVERSATION):
                model.send_when_ready(f"Why is the sky blue? ({turns})")
                await until(lambda: model.busy, timeout=30)
                if number == 1:
                    for name in ("assistants", "threads", "knowledge", "activity", "connections", "settings"):
                        window.show_page(name)
                        await asyncio.sleep(0.2)
                    window.show_page("playground")
                elif number == 2:
                    hands.page._want_steps(turns % 8 < 4)
                await until(lambda: not model.busy, timeout=3600)
                turns += 1
                messages += 2 * LANES
            largest = megabytes(psutil.Process())
            model.new_conversation()
            await until(lambda: model.is_empty and not model.busy, timeout=30)
            await asyncio.sleep(1.3)  # garbage is looked for once a second
            gc.collect()
            engines = hands.children()
            samples.append(
                {
                    "messages": messages,
                    "seconds": round(time.monotonic() - began),
                    "window_mb": round(megabytes(psutil.Process()), 1),
                    "window_before_new_mb": round(largest, 1),
                    "engine_mb": round(sum(megabytes(p) for p in engines if "engine" in p.cmdline()), 1),
                    "model_server_mb": round(
                        sum(megabytes(p) for p in engines if "model-server" in p.cmdline()), 1
                    ),
                }
            )
            print(samples[-1], flush=True)
            if not before and turns >= total // 5:
                before = things()
                await asyncio.sleep(0.5)
                first_census = census(folder)
                if trace:
                    tracemalloc.start(8)
                    held = tracemalloc.take_snapshot()
        more = things()
        more.subtract(before)
        await asyncio.sleep(0.5)  # streams that were collected just now are closed
        last_census = census(folder)
        if held is not None:
            for found in tracemalloc.take_snapshot().compare_to(held, "traceback")[:12]:
                print(found, *found.traceback.format(), sep="\n")
    settled = [sample for sample in samples if sample["messages"] >= total * 2 * LANES // 5]
    return {
        "tokens": turns * TOKENS_AN_ANSWER * LANES,
        "messages": messages,
        "first": samples[0],
        "last": samples[-1],
        "slope_mb_for_1000_messages": {
            name: slope([(sample["messages"], sample[name]) for sample in settled])
            for name in ("window_mb", "engine_mb", "model_server_mb")
        },
        "ratio_last_to_warm": round(settled[-1]["window_mb"] / settled[0]["window_mb"], 3),
        "census_warm": first_census,
        "census_end": last_census,
        "more_at_the_end": {name: count for name, count in more.most_common(25) if count > 20},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokens", type=int, default=HOUR * USUAL_SPEED * LANES)
    parser.add_argument(
        "--speed", type=float, default=0.0, help="tokens a second and lane; 0 as fast as can be"
    )
    parser.add_argument(
        "--trace", action="store_true", help="print where Python allocated what is there more of"
    )
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui.application import make_application
    from app.viewmodels import event_loop

    application = make_application()
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            [sys.executable, "-c", SERVICE, str(TOKENS_AN_ANSWER), str(options.speed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as service,
    ):
        assert service.stdin is not None
        assert service.stdout is not None
        url = service.stdout.readline().strip()
        found = event_loop.run(run(Path(folder), url, options.tokens, trace=options.trace), application)
        service.stdin.close()
    text = json.dumps(found, indent=2)
    print(text)
    if options.json:
        options.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""How smooth the window stays while answers stream: ``python -m tests.benchmarks.window_frames [--json FILE]``.

The real playground page with real widgets is fed run events at 150 tokens a second and lane, into answers that are long
already. CPU milliseconds a frame are what counts on a busy machine; the ratios to an empty answer say whether a long one
costs more. Also: opening a transcript of 5,000 messages, and a conversation of an hour's tokens.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

TOKENS_PER_SECOND = 150
SECONDS = 6.0
TEXT = """The sky is blue because air scatters **short waves** more than long ones, as *Rayleigh* found.

1. Light comes in
2. It is scattered by `N2` and `O2`

```python
def strength(wavelength: float) -> float:
    return (400 / wavelength) ** 4
```

| colour | nm |
|---|---|
| blue | 450 |

"""


def pieces(text: str) -> list[str]:
    """About a token each."""
    return [text[i : i + 4] for i in range(0, len(text), 4)]


class Meter:
    """CPU time of each frame, and how long the event loop was kept from its work."""

    def __init__(self, clock: Any) -> None:
        self.frames: list[float] = []
        self.gaps: list[float] = []
        self._tick: Callable[[], None] = clock._tick
        clock._timer.timeout.disconnect()
        clock._timer.timeout.connect(self._measured)

    def _measured(self) -> None:
        from PySide6.QtWidgets import QApplication

        began = time.process_time()
        self._tick()
        QApplication.sendPostedEvents()
        self.frames.append((time.process_time() - began) * 1000)

    async def watch(self) -> None:
        """Note how late a 5 ms nap ends."""
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            self.gaps.append((time.perf_counter() - began) * 1000 - 5)


async def stream(lanes: int, prefilled: int, folder: Path) -> dict[str, float]:
    """Stream into ``lanes`` answers of ``prefilled`` characters and measure."""
    from PySide6.QtWidgets import QApplication

    from app.core.run_events import Finished, Sent, TextDelta
    from app.ui.playground.page import PlaygroundPage
    from app.workbench.playground.comparison import Turn
    from tests.support.qt_loop import until
    from tests.support.window import SharedEngine, make_services

    class NoEngine(SharedEngine):
        async def ready_client(self, timeout: float = 60.0, /) -> Any:
            from app.core.errors import EngineUnavailable

            raise EngineUnavailable("There is none here.")

    services = make_services(NoEngine(None), folder)
    page = PlaygroundPage(services)
    page.resize(1280, 800)
    page.show()
    await until(lambda: page.viewmodel.ready)
    while len(page.viewmodel.lanes) < lanes:
        page.viewmodel.add_lane("chat")
    turns = []
    for lane in page.viewmodel.lanes:
        lane.begin(prompt="Why is the sky blue?")
        turn = Turn(id=f"t-{lane.id}", lane=lane.id, prompt="Why is the sky blue?", started=0)
        turns.append((lane, turn))
        give(lane, turn, Sent(lane=lane.id, endpoint="POST", request={}, messages=1))
        give(lane, turn, TextDelta(lane=lane.id, text=(TEXT * (prefilled // len(TEXT) + 1))[:prefilled]))
        lane.flush()
    QApplication.processEvents()
    await asyncio.sleep(0.5)
    meter = Meter(services.clock)
    watching = asyncio.ensure_future(meter.watch())
    feed = pieces(TEXT * 40)
    began, cpu = time.perf_counter(), time.process_time()
    sent = 0
    while time.perf_counter() - began < SECONDS:
        due = int((time.perf_counter() - began) * TOKENS_PER_SECOND)
        for token in range(sent, due):
            for lane, turn in turns:
                give(lane, turn, TextDelta(lane=lane.id, text=feed[token % len(feed)]))
        sent = due
        await asyncio.sleep(0.006)
    cpu_share = (time.process_time() - cpu) / (time.perf_counter() - began)
    watching.cancel()
    for lane, turn in turns:
        give(lane, turn, Finished(lane=lane.id, status="completed"))
        lane.end()
    await page.closing()
    page.close()
    page.deleteLater()
    await services.settings.close()
    await asyncio.sleep(0.1)
    frames, gaps = sorted(meter.frames), sorted(meter.gaps)
    return {
        "frame_p50_ms": round(statistics.median(frames), 2),
        "frame_p95_ms": round(frames[int(len(frames) * 0.95)], 2),
        "frames_per_second": round(len(frames) / SECONDS, 1),
        "cpu_share": round(cpu_share, 3),
        "gap_p95_ms": round(gaps[int(len(gaps) * 0.95)], 1),
        "gap_max_ms": round(gaps[-1], 1),
        "tokens": sent * lanes,
    }


def give(lane: Any, turn: Any, event: Any) -> None:
    """What the comparison does with an event."""
    turn.take(event)
    lane.take(turn, event)


def open_many(count: int) -> dict[str, float]:
    """Open a transcript of ``count`` messages, scroll it, jump in it."""
    from PySide6.QtWidgets import QApplication

    from app.ui.transcript.view import TranscriptView
    from app.viewmodels.transcript import Transcript, item

    transcript = Transcript()
    transcript.set_items(
        item(str(n), "user" if n % 2 == 0 else "assistant", (TEXT * 3)[: 200 + n * 37 % 1800], title="model")
        for n in range(count)
    )
    view = TranscriptView("transcript")
    view.resize(600, 800)
    view.show()
    QApplication.processEvents()
    memory = psutil.Process().memory_info().rss
    began = time.process_time()
    view.set_transcript(transcript)
    QApplication.processEvents()
    opened = (time.process_time() - began) * 1000
    bar = view.verticalScrollBar()
    scrolled, jumped = [], []
    for _ in range(120):
        began = time.process_time()
        bar.setValue(bar.value() - 100)
        QApplication.processEvents()
        scrolled.append((time.process_time() - began) * 1000)
    for share in (0.0, 0.7, 0.2, 0.9, 0.5):
        began = time.process_time()
        bar.setValue(int(bar.maximum() * share))
        QApplication.processEvents()
        jumped.append((time.process_time() - began) * 1000)
    grown = (psutil.Process().memory_info().rss - memory) / 1e6
    view.close()
    view.deleteLater()
    return {
        "open_ms": round(opened, 1),
        "scroll_p50_ms": round(statistics.median(scrolled), 2),
        "scroll_max_ms": round(max(scrolled), 1),
        "jump_ms": round(statistics.median(jumped), 1),
        "memory_mb": round(grown, 1),
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
    found: dict[str, Any] = {}
    for lanes, prefilled in ((2, 0), (2, 50_000), (4, 50_000)):
        with tempfile.TemporaryDirectory() as folder:
            name = f"{lanes} lanes, {prefilled // 1000} k"
            found[name] = event_loop.run(stream(lanes, prefilled, Path(folder)), application)
            gc.collect()
            print(name, found[name])
    for count in (50, 5000, 50_000):
        found[f"{count} messages"] = open_many(count)
        print(f"{count} messages", found[f"{count} messages"])
    empty, long = found["2 lanes, 0 k"], found["2 lanes, 50 k"]
    few, many = found["50 messages"], found["5000 messages"]
    found["ratios"] = {
        "frame: answer of 50 k to an empty one": round(long["frame_p50_ms"] / empty["frame_p50_ms"], 2),
        "opening: 5,000 messages to 50": round(many["open_ms"] / few["open_ms"], 2),
        "scrolling: 5,000 messages to 50": round(many["scroll_p50_ms"] / few["scroll_p50_ms"], 2),
    }
    print(json.dumps(found["ratios"], indent=2))
    if options.json:
        options.json.write_text(json.dumps(found, indent=2), "utf-8")


if __name__ == "__main__":
    main()

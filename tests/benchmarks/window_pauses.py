"""What keeps the window from its work: ``python -m tests.benchmarks.window_pauses [--only WORD] [--stacks] [--json FILE]``.

The real program over a large store (10,000 threads, one of them with 5,000 messages, 1,000 assistants, 500 files in a vector
store, 20,000 requests in the log, 200 models of a connection) is led through every page, and is given what is unusually
large. For each action: the longest time that Qt's event loop was away, in CPU milliseconds of the window's thread (what counts
on a busy machine) and by the clock. A second thread notes what was being run meanwhile; ``--stacks`` prints it.

The yardstick of the same run is the same action on something small: ``idle`` is the window left alone.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.window_frames import TEXT, give
from tests.benchmarks.window_pages import fill

TOO_LONG_MS = 16.0
THREADS, MESSAGES, ASSISTANTS, FILES, REQUESTS, MODELS = 10_000, 5_000, 1_000, 500, 20_000, 200
Action = Callable[[], Awaitable[None]]


class Watch:
    """Measures how long the event loop is away, by a timer that should tick every millisecond, and sees what runs meanwhile."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.reset()
        self._end = False
        self._main = threading.get_ident()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def reset(self) -> None:
        """Begin another action."""
        self.cpu = self.wall = 0.0
        self.too_long = 0
        self.stacks: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._last = (time.thread_time(), time.perf_counter())

    def _tick(self) -> None:
        cpu, now = time.thread_time(), time.perf_counter()
        cpu_ms, wall_ms = (cpu - self._last[0]) * 1000, (now - self._last[1]) * 1000
        self.wall = max(self.wall, wall_ms)
        if cpu_ms > TOO_LONG_MS:
            self.too_long += 1
        if cpu_ms > self.cpu:
            self.cpu = cpu_ms
            if cpu_ms > TOO_LONG_MS:
                self.stacks = self._seen
        self._seen = Counter()
        self._last = (time.thread_time(), time.perf_counter())

    def _look(self) -> None:
        while not self._end:
            time.sleep(0.003)
            if (time.perf_counter() - self._last[1]) * 1000 > 8:
                self._seen[" > ".join(_running(self._main))] += 1

    def stop(self) -> None:
        """Look no more."""
        self._end = True
        self._timer.stop()


def _running(thread: int) -> list[str]:
    """Which functions of the program a thread is in, the last five. Quick, and nothing is read from disk: a frame that is held
    while its thread goes on keeps its painters alive."""
    places = []
    frame = sys._current_frames().get(thread)
    while frame is not None and len(places) < 5:
        code, line = frame.f_code, frame.f_lineno
        if "/app/" in code.co_filename:
            places.append((code, line))
        frame = frame.f_back
    del frame
    return [
        f"{code.co_filename.rpartition('/app/')[2]}:{line} {code.co_name}" for code, line in reversed(places)
    ]


def seed(root: Path) -> None:
    """Write the large store into the files of the engine and of the window."""
    from app.core.paths import resolve
    from app.engine.store.migrations import migrate
    from app.knowledge.database import Database
    from app.workbench import journal_schema

    paths = resolve(root).create()
    migrate(paths.engine_database, paths.data / "backups")
    fill(paths.engine_database, THREADS, MESSAGES)
    with sqlite3.connect(paths.engine_database) as engine:
        engine.executemany(
            "INSERT INTO assistants (id, created_at, name, model, instructions, tools, metadata) VALUES (?,?,?,?,?,'[]','{}')",
            [
                (f"asst_{n:05}", n + 1, f"Assistant {n}", "acme/scripted-1", TEXT * 3)
                for n in range(ASSISTANTS)
            ],
        )
        engine.execute(
            "INSERT INTO vector_stores (id, created_at, name, metadata, embedding_model, last_active_at) "
            "VALUES ('vs_1', 1, 'Many files', '{}', '', 1)"
        )
        engine.executemany(
            "INSERT INTO files (id, created_at, filename, bytes, purpose, status, sha256) VALUES (?,1,?,100,'assistants',"
            "'processed','')",
            [(f"file-{n:05}", f"file {n}.txt") for n in range(FILES)],
        )
    engine.close()
    Database(paths.engine_knowledge / "knowledge.db").close()
    with sqlite3.connect(paths.engine_knowledge / "knowledge.db") as knowledge:
        knowledge.execute("INSERT INTO stores (id, embedding, created_at) VALUES ('vs_1', '', 1)")
        knowledge.executemany(
            "INSERT INTO files (store, id, filename, path, state, max_tokens, overlap, created_at, changed_at) "
            "VALUES (1, ?, ?, '', 'completed', 800, 400, 1, 1)",
            [(f"file-{n:05}", f"file {n}.txt") for n in range(FILES)],
        )
    knowledge.close()
    journal = journal_schema.connect(paths.journal_database, paths.data / "backups")
    journal.execute("BEGIN")
    journal.executemany(
        "INSERT INTO requests (at, service, method, path, status, seconds, model, prompt, completion, request, response, "
        "request_bytes, response_bytes) VALUES (?,'acme','POST','/v1/chat/completions',200,1.5,?,11,7,?,?,400000,400000)",
        [
            (time.time() - n, f"model-{n % MODELS}", json.dumps({"n": n}), json.dumps({"n": n}))
            for n in range(REQUESTS - 1)
        ]
        + [(time.time(), "large", json.dumps(["word"] * 40_000), json.dumps({"a": "word " * 80_000}))],
    )
    journal.executemany(
        "INSERT INTO usage (day, service, model, assistant, requests, prompt, completion, cost) VALUES (?,'acme',?,'',9,9,9,1)",
        [
            (time.strftime("%Y-%m-%d", time.localtime(time.time() - day * 86400)), f"model-{m}")
            for day in range(300)
            for m in range(20)
        ],
    )
    journal.execute("COMMIT")
    journal.close()


def image() -> bytes:
    """A picture of 1600 x 1200, as plots are."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    drawn = QImage(1600, 1200, QImage.Format.Format_RGB32)
    for row in range(0, 1200, 3):
        for column in range(0, 1600, 40):
            drawn.setPixel(column, row, row * column)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")
    return bytes(data.data())


class Tour:
    """The actions, in the order in which they are done."""

    def __init__(self, hands: Any) -> None:
        self.hands = hands
        self.window = hands.program.window
        self.model = hands.playground
        self._n = 0

    def actions(self) -> dict[str, Action]:
        """Everything, by name."""
        return {
            "idle": lambda: asyncio.sleep(1.5),
            **{
                f"page {name}, first time": lambda name=name: self.page(name)
                for name in ("threads", "assistants", "knowledge", "activity", "connections", "settings")
            },
            **{
                f"page {name}, again": lambda name=name: self.page(name)
                for name in (
                    "threads",
                    "assistants",
                    "knowledge",
                    "activity",
                    "connections",
                    "settings",
                    "playground",
                )
            },
            "threads: open 5,000 messages": self.open_long_thread,
            "threads: scroll back a while": self.scroll_back,
            "threads: list to its end": self.list_to_end,
            "threads: search": self.search_threads,
            "assistants: search": self.search_assistants,
            "assistants: open one": self.open_assistant,
            "knowledge: 500 files": self.open_store,
            "activity: search": self.search_activity,
            "activity: open a large request": self.open_request,
            "activity: a year of usage": self.usage,
            "playground: 200 models in the picker": self.picker,
            "playground: paste 1 MB": self.paste,
            "playground: type behind 1 MB": self.type_more,
            "playground: send 1 MB": self.send_paste,
            "playground: prompt and answer": self.ask,
            "transcript: answer of 300,000 characters at once": lambda: self.show(
                TEXT * (300_000 // len(TEXT))
            ),
            "transcript: code of 20,000 lines at once": lambda: self.show(
                "```python\n" + "x = [n for n in range(10)]\n" * 20_000 + "```\n"
            ),
            "transcript: code of 2,000 lines at once": lambda: self.show(
                "```python\n" + "x = [n for n in range(10)]\n" * 2_000 + "```\n"
            ),
            "transcript: code of 2,000 lines streamed": lambda: self.stream(
                "```python\n" + "x = [n for n in range(10)]\n" * 2_000 + "```\n", 4000
            ),
            "transcript: table of 2,000 rows at once": lambda: self.show(
                "| a | b | c |\n|---|---|---|\n" + "| one | two | three |\n" * 2_000
            ),
            "transcript: table of 300 rows streamed": lambda: self.stream(
                "| a | b | c |\n|---|---|---|\n" + "| one | two | three |\n" * 300, 200
            ),
            "transcript: one paragraph of 100,000 characters streamed": lambda: self.stream(
                "word " * 20_000, 2000
            ),
            "transcript: list of 1,000 items streamed": lambda: self.stream(
                "- an item of the list\n" * 1_000, 500
            ),
            "transcript: code that prints 1 MB": self.logs,
            "transcript: cell of 5,000 lines of code": self.cell,
            "transcript: 30 images": self.images,
            "inspector: 5,000 events": self.events,
            "resize with long answers": self.resize,
            "another theme": self.theme,
            "new conversation": self.new,
            "idle again": lambda: asyncio.sleep(1.5),
        }

    async def page(self, name: str) -> None:
        self.window.show_page(name)
        await asyncio.sleep(1.2)

    async def _until(self, condition: Callable[[], Any]) -> None:
        from tests.support.qt_loop import until

        await until(condition, timeout=60)

    async def open_long_thread(self) -> None:
        await self.page("threads")
        model = self.window.page("threads").viewmodel
        model.open("thread_5")
        await self._until(lambda: model.detail_state == "ready")
        model.open(f"thread_{THREADS - 1}")
        await self._until(lambda: model.detail_state == "ready" and len(model.transcript.items) > 5)
        await asyncio.sleep(0.5)

    async def scroll_back(self) -> None:
        bar = self.window.page("threads").transcript.verticalScrollBar()
        for _ in range(60):
            bar.setValue(bar.value() - 400)
            await asyncio.sleep(0.02)

    async def list_to_end(self) -> None:
        model = self.window.page("threads").viewmodel
        for _ in range(40):
            before = model.rows.rowCount()
            if not model.rows.canFetchMore(model.rows.index(-1, -1)):
                break
            model.load_more()
            await self._until(lambda before=before: model.rows.rowCount() > before)

    async def search_threads(self) -> None:
        model = self.window.page("threads").viewmodel
        model.set_search("short waves")
        await asyncio.sleep(3)
        model.set_search("")
        await asyncio.sleep(1)

    async def search_assistants(self) -> None:
        await self.page("assistants")
        pane = self.window.page("assistants").pane
        for text in ("9", "99", ""):
            pane.search.setText(text)
            await asyncio.sleep(0.6)

    async def open_assistant(self) -> None:
        pane = self.window.page("assistants").pane
        pane.view.setCurrentIndex(pane.view.model().index(10, 0))
        await asyncio.sleep(1)
        pane.view.setCurrentIndex(pane.view.model().index(11, 0))
        await asyncio.sleep(1)

    async def open_store(self) -> None:
        await self.page("knowledge")
        pane = self.window.page("knowledge").pane
        pane.view.setCurrentIndex(pane.view.model().index(0, 0))
        await asyncio.sleep(2)

    async def search_activity(self) -> None:
        await self.page("activity")
        model = self.window.page("activity").viewmodel
        for text in ("model-7", "chat", ""):
            model.set_search(text)
            await asyncio.sleep(0.8)

    async def open_request(self) -> None:
        await self.page("activity")
        model = self.window.page("activity").viewmodel
        await self._until(lambda: model.rows.rows)
        found = next(row.request for row in model.rows.rows if row.request.model == "large")
        model.open(found)
        await asyncio.sleep(1.5)

    async def usage(self) -> None:
        model = self.window.page("activity").viewmodel
        model.set_period(365)
        await asyncio.sleep(0.6)
        model.set_grouping("model")
        await asyncio.sleep(0.3)

    async def picker(self) -> None:
        await self.page("playground")
        picker = self.hands.page.lane_views[0].picker
        picker.open_popup()
        await asyncio.sleep(0.4)
        picker.search.setText("model-19")
        await asyncio.sleep(0.3)
        picker.popup.hide()
        await asyncio.sleep(0.2)

    async def paste(self) -> None:
        from PySide6.QtCore import QMimeData

        data = QMimeData()
        data.setText((TEXT * (1_000_000 // len(TEXT) + 1))[:1_000_000])
        self.hands.page.composer.edit.insertFromMimeData(data)
        await asyncio.sleep(1.5)

    async def type_more(self) -> None:
        from PySide6.QtTest import QTest

        for letter in "abcdef":
            QTest.keyClicks(self.hands.page.composer.edit, letter)
            await asyncio.sleep(0.15)
        await asyncio.sleep(1)

    async def send_paste(self) -> None:
        self.model.send()
        await asyncio.sleep(0.3)
        await self._until(lambda: not self.model.busy)
        await asyncio.sleep(1)

    async def ask(self) -> None:
        self.model.send_when_ready("Why is the sky blue?")
        await asyncio.sleep(0.3)
        await self._until(lambda: not self.model.busy)
        await asyncio.sleep(0.5)

    def begin(self) -> tuple[Any, Any]:
        from app.core.run_events import Sent
        from app.workbench.playground.comparison import Turn

        lane = self.model.lanes[0]
        lane.begin(prompt="Show it.")
        self._n += 1
        turn = Turn(id=f"tour-{self._n}", lane=lane.id, prompt="Show it.", started=0)
        give(lane, turn, Sent(lane=lane.id, endpoint="POST", request={}, messages=1))
        return lane, turn

    async def _finish(self, lane: Any, turn: Any) -> None:
        from app.core.run_events import Finished

        give(lane, turn, Finished(lane=lane.id, status="completed"))
        lane.end()
        await asyncio.sleep(1)

    async def show(self, text: str) -> None:
        """A stored answer comes into sight whole."""
        from app.viewmodels.transcript import item

        self._n += 1
        self.model.lanes[0].transcript.add(item(f"shown-{self._n}", "assistant", text, title="model"))
        await asyncio.sleep(1.5)

    async def stream(self, text: str, step: int) -> None:
        """An answer grows, piece by piece."""
        from app.core.run_events import TextDelta

        lane, turn = self.begin()
        for start in range(0, len(text), step):
            give(lane, turn, TextDelta(lane=lane.id, text=text[start : start + step]))
            await asyncio.sleep(0.03)
        await self._finish(lane, turn)

    async def logs(self) -> None:
        from app.core.run_events import CodeInput, CodeLogs, StepStarted

        lane, turn = self.begin()
        give(lane, turn, StepStarted(lane=lane.id, step_id="s", kind="code_interpreter", name=""))
        give(lane, turn, CodeInput(lane=lane.id, step_id="s", call_id="c", code="print(1)\n"))
        for n in range(100):
            logs = f"{n} a line that was printed by the code, with words in it\n" * 180
            give(lane, turn, CodeLogs(lane=lane.id, step_id="s", call_id="c", logs=logs))
            await asyncio.sleep(0.02)
        await self._finish(lane, turn)

    async def cell(self) -> None:
        from app.core.run_events import CodeInput, StepStarted

        lane, turn = self.begin()
        give(lane, turn, StepStarted(lane=lane.id, step_id="s", kind="code_interpreter", name=""))
        for _ in range(50):
            code = "x = [n for n in range(10)]\n" * 100
            give(lane, turn, CodeInput(lane=lane.id, step_id="s", call_id="d", code=code))
            await asyncio.sleep(0.03)
        await self._finish(lane, turn)

    async def images(self) -> None:
        from app.core.run_events import CodeImage, CodeInput, StepStarted

        lane, turn = self.begin()
        files, data = self.hands.page.made_files, image()
        give(lane, turn, StepStarted(lane=lane.id, step_id="s", kind="code_interpreter", name=""))
        give(lane, turn, CodeInput(lane=lane.id, step_id="s", call_id="e", code="plot()"))
        for n in range(30):
            files._keep(f"image-{n}", data)
            give(lane, turn, CodeImage(lane=lane.id, step_id="s", call_id="e", file_id=f"image-{n}"))
            await asyncio.sleep(0.05)
        await self._finish(lane, turn)

    async def events(self) -> None:
        from app.core.run_events import TextDelta

        lane, turn = self.begin()
        for _ in range(5000):
            give(
                lane,
                turn,
                TextDelta(lane=lane.id, text="word ", raw={"choices": [{"delta": {"content": "word "}}]}),
            )
        await self._finish(lane, turn)
        lane.inspect(lane.transcript.items[-1])
        await asyncio.sleep(0.5)

    async def resize(self) -> None:
        for width in (1200, 1100, 1280):
            self.window.resize(width, 800)
            await asyncio.sleep(0.5)

    async def theme(self) -> None:
        from app.ui.theme import theme

        for mode in ("dark", "light"):
            theme().set_look(mode, 1.0)
            await asyncio.sleep(1)

    async def new(self) -> None:
        self.model.new_conversation()
        await asyncio.sleep(1.5)


async def run(folder: Path, url: str, only: str, *, stacks: bool) -> dict[str, Any]:
    """Do all actions (or those with a word in their name) and measure each."""
    from app.connections.profile import Profile, save_profiles
    from app.core.paths import resolve
    from tests.support.program import MODEL, started

    found: dict[str, Any] = {}
    models = ("scripted-1", *(f"model-{n}" for n in range(MODELS - 1)))
    save_profiles(resolve(folder).create().profiles, [Profile("acme", "Acme", url, models=models)])
    async with started(folder) as hands:
        hands.playground.choose(hands.playground.lanes[0].id, MODEL)
        hands.playground.choose(hands.playground.lanes[1].id, MODEL)
        await asyncio.sleep(3)
        watch = Watch()
        for name, action in Tour(hands).actions().items():
            if only and not any(word in name for word in only.split("|")):
                continue
            watch.reset()
            await action()
            await asyncio.sleep(0.05)
            found[name] = {
                "longest_cpu_ms": round(watch.cpu, 1),
                "longest_wall_ms": round(watch.wall, 1),
                "over_16_ms": watch.too_long,
            }
            print(
                f"{name:58} {watch.cpu:8.1f} ms CPU {watch.wall:8.1f} ms wall, {watch.too_long} too long",
                flush=True,
            )
            if stacks:
                for words, count in watch.stacks.most_common(4):
                    print(f"      {count:3} x {words}", flush=True)
        watch.stop()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--only", default="", help="words, any of which an action's name must have, parted by |"
    )
    parser.add_argument("--stacks", action="store_true", help="print what was being run")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui import theme
    from app.ui.application import make_application
    from app.viewmodels import event_loop
    from tests.support.scripted_upstream import ScriptedUpstream, Text

    application = make_application()
    theme.install("light")
    with tempfile.TemporaryDirectory() as folder, ScriptedUpstream() as upstream:
        upstream.default = Text(TEXT * 4)
        seed(Path(folder))
        found = event_loop.run(
            run(Path(folder), upstream.base_url, options.only, stacks=options.stacks), application
        )
    idle = max(1.0, found.get("idle", {}).get("longest_cpu_ms", 1.0))
    worst = max(found.items(), key=lambda entry: entry[1]["longest_cpu_ms"])
    print(f"worst: {worst[0]}, {worst[1]['longest_cpu_ms'] / idle:.0f} times the idle window's longest")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Pictures of the whole program, to be looked at: every page and what its buttons open, with content as people have it.

    python -m tests.support.pictures FOLDER [--size 1280x800 --size 1024x700] [--theme light --theme dark]
        [--language de] [--font-points 14] [--pages playground,threads] [--walk]

``QT_SCALE_FACTOR=1.5`` in the environment draws it for a screen of 150 %. Pictures are named
``<page>[__<what>]_<width>x<height>_<theme>.png``. Needs a display (``xvfb-run -a -s "-screen 0 2560x1600x24"``).
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QTabBar, QWidget

from app.connections.profile import Profile, save_profiles
from app.core.entities import ModelRef
from app.core.paths import resolve, resource
from app.ui.page import PAGES
from app.viewmodels import event_loop
from app.workbench.playground.assistants_lane import AssistantRef
from tests.support.program import ProgramHands, started
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text
from tests.support.shown_texts import walk

DIALOGS = ("shortcuts", "commands", "guides", "which_api")
LONG_NAME = "Contract reviewer for the procurement department, careful with dates, sums and notice periods"
ANSWER = """Sales grew in **every month** of the quarter; March was twice as strong as January.

| Month | Units | Change |
|:------|------:|-------:|
| January | 120 | |
| February | 180 | +50 % |
| March | 240 | +33 % |

1. Keep the spring offer: it brought the step in February.
2. Order stock for **300 units** in April.

```python
def forecast(units: list[int], months: int = 1) -> list[float]:
    growth = (units[-1] / units[0]) ** (1 / (len(units) - 1))
    return [units[-1] * growth**month for month in range(1, months + 1)]  # compound growth, the same for every month
```

> A forecast from three months is a guess, and should be read as one."""
SHORT = "Sunlight is scattered by the air, and blue light is scattered the most, so the sky looks blue from every side."
QUESTIONS = (
    "How did the sales of the first quarter develop, and what should we order for April?",
    "Which notice period does the contract with the cleaning company have?",
    "Write a friendly reminder to a customer whose invoice is three weeks late",
    "Why is the sky blue?",
)
MODELS = ("gpt-4.1-mini", "gpt-4.1", "o4-mini")


async def fill(hands: ProgramHands, upstream: ScriptedUpstream, folder: Path) -> None:
    """Put in what a person has after some weeks: assistants with versions, threads, knowledge, requests and costs."""
    services, playground = hands.services, hands.playground
    hands.window.show_page("playground")
    for lane, model in zip(playground.lanes, MODELS, strict=False):
        playground.choose(lane.id, ModelRef("acme", model))
    upstream.default = Text(SHORT, prompt_tokens=212, completion_tokens=64)
    versions = services.versions
    for name, model, instructions in (
        (
            "Handbook helper",
            "gpt-4.1-mini",
            "You answer from the staff handbook. Say so when it is not in it.",
        ),
        (LONG_NAME, "gpt-4.1", "Read the contract with care. " * 120),
        (
            "Data analyst",
            "gpt-4.1",
            "Answer questions about tables with Python, and show a chart where it helps.",
        ),
        ("Translator", "o4-mini", "Translate into plain German and keep names as they are."),
    ):
        made = await services.assistants.create(
            {
                "name": name,
                "model": f"acme/{model}",
                "instructions": instructions,
                "tools": [{"type": "code_interpreter"}] if name == "Data analyst" else [],
            }
        )
        if versions is not None:
            for note, words in (("", instructions), ("", f"{instructions} Be brief.")):
                changed = await services.assistants.update(made.id, {"instructions": words})
                await versions.record(changed.raw, note=note)
        playground.choose("lane-2", AssistantRef(made.id, name, f"acme/{model}"))
    for question in QUESTIONS[1:]:
        await hands.ask(question)
        playground.new_conversation()
        await settle(0.2)
    upstream.reply(
        Error(429, "You exceeded your current quota."), Error(429, "You exceeded your current quota.")
    )
    await hands.ask("What is new in the travel rules?")
    playground.new_conversation()
    await settle(0.2)
    upstream.default = Text(ANSWER, prompt_tokens=1204, completion_tokens=312)
    await hands.ask(QUESTIONS[0])
    store = await services.knowledge.create("Staff handbook")
    await services.knowledge.create("Contracts 2026")
    files = [next(resource("samples", "handbook").glob("*.md"))]
    for name, content in (
        ("floor-plan.png", b"\x89PNG\r\n\x1a\n zzz"),
        ("travel.md", b"# Travel\n\n" + b"Trips are booked by the office. " * 400),
    ):
        (folder / name).write_bytes(content)
        files.append(folder / name)
    hands.window.show_page("knowledge")
    page: Any = hands.window.page("knowledge")
    page.viewmodel.open(store.id)
    await until(lambda: page.viewmodel.files.store is not None and page.viewmodel.files.store.id == store.id)
    page.viewmodel.files.add_paths(files)
    rows = page.viewmodel.files.rows
    for _ in range(40):  # what is still being read then is pictured so
        await settle(0.5)
        if len(rows.rows) == len(files) and not any(f.state == "in_progress" for f in rows.rows):
            break
    assert services.journal is not None
    now = time.time()

    def spent(c: Any) -> None:
        for day in range(1, 24):
            when = time.strftime("%Y-%m-%d", time.localtime(now - day * 86400))
            for number, model in enumerate(MODELS):
                amount = (day * 7 + number * 13) % 29
                values = (when, "acme", model, "", amount, amount * 1900, amount * 420, amount * 0.017, 0)
                c.execute("INSERT OR REPLACE INTO usage VALUES (?,?,?,?,?,?,?,?,?)", values)

    services.journal.write(spent)


async def take(arguments: argparse.Namespace, upstream: ScriptedUpstream, dead: str, folder: Path) -> None:
    """Start the program, fill it, and take all the pictures that were asked for."""
    from app.ui.theme import theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    data = folder / "data"
    paths = resolve(data).create()
    profiles = [
        Profile("acme", "Acme AI", upstream.base_url, models=MODELS),
        Profile("lab", "The lab's server in the basement", dead, models=("llama-3.3-70b-instruct",)),
    ]
    save_profiles(paths.profiles, profiles)
    async with started(data) as hands:
        window = hands.window
        sizes = [tuple(int(part) for part in size.split("x")) for size in arguments.size]

        def shoot(name: str) -> None:
            above = [
                w
                for w in QApplication.topLevelWidgets()
                if w.isVisible() and w is not window and not isinstance(w, QFileDialog)
            ]
            shown: QWidget = next((w for w in above if w.isActiveWindow()), above[-1] if above else window)
            size = f"{window.width()}x{window.height()}_{'dark' if theme().dark else 'light'}"
            arguments.folder.mkdir(parents=True, exist_ok=True)
            shown.grab().save(str(arguments.folder / f"{re.sub(r'[^a-z0-9_]+', '-', name)}_{size}.png"))

        async def pages(prefix: str) -> None:
            for look in arguments.theme:
                theme().set_look(look, arguments.scale)
                for size in sizes:
                    window.resize(*size)
                    for entry in PAGES:
                        if arguments.pages and entry.name not in arguments.pages:
                            continue
                        window.show_page(entry.name)
                        await until(lambda: not window.busy, timeout=60)
                        await settle(0.15)
                        shoot(f"{prefix}{entry.name}")
                        if not prefix:
                            await tabs(window.page(entry.name), lambda tab, n=entry.name: shoot(f"{n}_{tab}"))
                    for name in DIALOGS if not prefix and not arguments.pages else ():
                        action = window.findChild(QAction, f"action_{name}")
                        assert action is not None
                        action.trigger()
                        await settle(0.3)
                        shoot(name)
                        for above in QApplication.topLevelWidgets():
                            if above.isVisible() and above is not window:
                                above.close()
                        await settle(0.1)

        await pages("first_")
        await fill(hands, upstream, folder)
        await select(hands)
        await pages("")
        if arguments.walk:
            for entry in PAGES:
                if arguments.pages and entry.name not in arguments.pages:
                    continue
                window.show_page(entry.name)
                await settle(0.2)

                def back(name: str = entry.name) -> None:
                    window.show_page(name)

                def looked(button: str, name: str = entry.name) -> None:
                    shoot(f"{name}__{button}")

                await walk(window, back, looked=looked)


async def tabs(page: QWidget, shoot: Callable[[str], None]) -> None:
    """Take a picture of what stands behind each tab but the first."""
    for bar in page.findChildren(QTabBar):
        for number in range(1, bar.count() if bar.isVisible() else 0):
            bar.setCurrentIndex(number)
            await settle(0.3)
            shoot(f"{bar.objectName()}_{number}")
        if bar.isVisible():
            bar.setCurrentIndex(0)


async def select(hands: ProgramHands) -> None:
    """Open the first thing on pages that show one thing of a list."""
    for name, view in (("assistants", "assistants_list"), ("threads", "threads_list")):
        hands.window.show_page(name)
        await until(lambda: not hands.window.busy)
        found: Any = next((w for w in hands.window.findChildren(QWidget) if w.objectName() == view), None)
        if found is not None and found.model().rowCount():
            found.setCurrentIndex(found.model().index(0, 0))
            found.clicked.emit(found.model().index(0, 0))
        await settle(0.5)


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", action="append")
    parser.add_argument("--theme", action="append")
    parser.add_argument("--language", default="en")
    parser.add_argument("--font-points", type=float, default=0)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--pages", type=lambda words: words.split(","), default=[])
    parser.add_argument("--walk", action="store_true")
    arguments = parser.parse_args()
    arguments.size = arguments.size or ["1280x800", "1024x700"]
    arguments.theme = arguments.theme or ["light", "dark"]
    os.environ["ASSISTANT_WORKBENCH_LANGUAGE"] = arguments.language
    from app.ui.application import make_application

    application = make_application()
    if arguments.font_points:
        font = application.font()
        font.setPointSizeF(arguments.font_points)
        application.setFont(font)
    with ScriptedUpstream(models=MODELS) as upstream, tempfile.TemporaryDirectory() as folder:
        with ScriptedUpstream() as gone:
            dead = gone.base_url
        event_loop.run(take(arguments, upstream, dead, Path(folder)), application)


if __name__ == "__main__":
    main()

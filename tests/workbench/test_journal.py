from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from app.core import run_events as ev
from app.core.errors import StorageFailed
from app.workbench import journal_schema
from app.workbench.journal import Journal
from app.workbench.playground.comparison import Turn

EVENTS: list[ev.RunEvent] = [
    ev.Sent(lane="a", endpoint="POST /v1/x", request={"m": [1, "ü"]}, messages=2, tokens=None, already_held=1, raw={"k": 1}),
    ev.ObjectCreated(lane="a", kind="thread", id="thread_1"),
    ev.ObjectCreated(lane="a", kind="run", id="run_1"),
    ev.TextDelta(lane="a", text="Hä 👋", message_id="msg_1"),
    ev.TextDelta(lane="a", text="\ud83d lone \x00"),
    ev.StepStarted(lane="a", step_id="step_1", kind="function", name="f"),
    ev.ToolCallDelta(lane="a", step_id="step_1", call_id="c", name="f", arguments='{"a'),
    ev.ToolOutput(lane="a", step_id="step_1", call_id="c", output="out"),
    ev.CodeInput(lane="a", step_id="s", call_id="c", code="1+1"),
    ev.CodeLogs(lane="a", step_id="s", call_id="c", logs="2"),
    ev.CodeFinished(lane="a", step_id="s", call_id="c", status="failed", seconds=1.5, files=({"name": "x"},)),
    ev.CodeImage(lane="a", step_id="s", call_id="c", file_id="file-1"),
    ev.Citation(lane="a", marker="【1】", start=1, end=4, file_id="file-2", quote="q"),
    ev.StepFinished(lane="a", step_id="step_1", status="completed", details={"id": "step_1"}),
    ev.NeedsToolOutput(lane="a", calls=(ev.FunctionCall(call_id="c", name="f", arguments="{}"),)),
    ev.Notice(lane="a", text="wait", retry_after=1.5),
    ev.Usage(lane="a", prompt_tokens=1, completion_tokens=2, total_tokens=3),
    ev.Finished(lane="a", status="failed", error="e", advice="a", details="d"),
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "workbench.db"


def turn(number: int = 1, lane: str = "a", prompt: str = "Why?") -> Turn:
    return Turn(id=f"turn_{number}", lane=lane, prompt=prompt, started=1000.0 + number)


def test_every_kind_of_event_comes_back_as_it_was(path: Path) -> None:
    async def main() -> None:
        journal = Journal(path)
        journal.begin_turn("comparison_1", turn(prompt="Why \ud83d?"))
        for event in EVENTS:
            journal.add_event("turn_1", event)
        stored = await journal.load("comparison_1")
        assert stored is not None
        assert stored.title == "Why \ufffd?"
        (kept,) = stored.turns
        assert (kept.lane, kept.prompt, kept.started) == ("a", "Why \ufffd?", 1001.0)
        assert list(kept.events) == EVENTS
        assert kept.text == "Hä 👋\ud83d lone \x00"
        assert kept.made("thread") == "thread_1"
        assert kept.made("vote") == ""
        assert not kept.interrupted
        kinds = {type(event) for event in EVENTS}
        assert kinds == {
            k for k in vars(ev).values() if isinstance(k, type) and issubclass(k, ev.RunEvent)
        } - {ev.RunEvent}
        journal.close()

    asyncio.run(main())
    assert path.stat().st_mode & 0o077 == 0


def test_events_are_on_disk_within_a_second_without_waiting_for_it(path: Path) -> None:
    journal = Journal(path)
    journal.begin_turn("comparison_1", turn())
    begun = time.monotonic()
    for number in range(3000):
        journal.add_event("turn_1", ev.TextDelta(lane="a", text=f"{number} "))
    assert time.monotonic() - begun < 1
    deadline = time.monotonic() + 10
    other = sqlite3.connect(path)
    while other.execute("SELECT count(*) FROM events").fetchone()[0] < 3000:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    journal.add_event("turn_1", ev.TextDelta(lane="a", text="last"))
    time.sleep(0.9)
    assert other.execute("SELECT count(*) FROM events").fetchone()[0] == 3001
    other.close()
    journal.close()


_CRASH = """
import sys, time
from pathlib import Path
from app.core import run_events as ev
from app.workbench.journal import Journal
from app.workbench.playground.comparison import Turn
journal = Journal(Path(sys.argv[1]))
journal.put_comparison("comparison_1", title="Mine", setup={"lanes": ["a"]})
journal.begin_turn("comparison_1", Turn(id="turn_1", lane="a", prompt="Why?", started=1.0))
journal.save_draft("comparison_1", "half a thought")
for number in range(1000000):
    journal.add_event("turn_1", ev.TextDelta(lane="a", text=f"{number} "))
    print(number, flush=True)
    time.sleep(0.005)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_a_killed_window_loses_at_most_a_second_and_the_next_one_gets_its_screen(path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    window = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_CRASH), str(path)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout is not None
    lines: list[tuple[float, int]] = []
    while not lines or lines[-1][0] - lines[0][0] < 1.5:
        lines.append((time.monotonic(), int(window.stdout.readline())))
    living = Journal(path)
    assert asyncio.run(living.unfinished()) == ()  # it still lives
    window.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    window.wait()
    window.stdout.close()

    (found,) = asyncio.run(living.unfinished())
    assert (found.id, found.title, found.setup, found.crashed) == (
        "comparison_1",
        "Mine",
        {"lanes": ["a"]},
        True,
    )
    assert found.drafts == {"": "half a thought"}
    (kept,) = found.turns
    assert kept.interrupted
    last = int(kept.text.split()[-1])
    assert last >= max(number for at, number in lines if at < killed - 1.0)
    assert kept.text.split() == [str(number) for number in range(last + 1)]
    other = Journal(path)
    assert asyncio.run(other.unfinished()) == ()  # given once
    living.close()
    (again,) = asyncio.run(other.unfinished())  # closed with it on screen: the next window finds it
    assert not again.crashed
    other.close_comparison("comparison_1")
    other.close()
    third = Journal(path)
    assert asyncio.run(third.unfinished()) == ()
    assert [c.id for c in asyncio.run(third.recent())] == ["comparison_1"]
    third.close()
    assert list((path.parent / "windows").iterdir()) == []


def test_two_windows_write_one_file(path: Path) -> None:
    async def main() -> None:
        one, two = Journal(path), Journal(path)
        assert one.session != two.session
        for number in range(200):
            for journal, name in ((one, "one"), (two, "two")):
                if number == 0:
                    journal.begin_turn(
                        f"comparison_{name}", Turn(id=f"turn_{name}", lane="a", prompt="p", started=1)
                    )
                journal.add_event(f"turn_{name}", ev.TextDelta(lane="a", text=f"{number} "))
        await asyncio.gather(one.flush(), two.flush())
        for name in ("one", "two"):
            stored = await one.load(f"comparison_{name}")
            assert stored is not None
            assert stored.turns[0].text == "".join(f"{n} " for n in range(200))
        assert await one.unfinished() == ()
        one.close()
        two.close()

    asyncio.run(main())


def test_drafts_recent_and_forget(path: Path) -> None:
    async def main() -> None:
        journal = Journal(path)
        journal.save_draft("c1", "first")
        journal.save_draft("c1", "second \ud800")
        journal.save_draft("c1", "lane", lane="left")
        journal.begin_turn("c1", turn(1))
        journal.begin_turn("c2", turn(2, prompt="  Other \n prompt " * 20))
        stored = await journal.load("c1")
        assert stored is not None
        assert stored.drafts == {"": "second \ufffd", "left": "lane"}
        journal.save_draft("c1", "")
        assert [c.id for c in await journal.recent()] == ["c2", "c1"]
        assert len((await journal.recent(1))[0].title) <= 80
        journal.put_comparison("c1", title="Named", setup={"x": "ü"})
        journal.begin_turn("c1", turn(3))
        stored = await journal.load("c1")
        assert stored is not None
        assert (stored.title, stored.setup, stored.drafts) == ("Named", {"x": "ü"}, {"left": "lane"})
        assert [t.id for t in stored.turns] == ["turn_1", "turn_3"]
        await journal.forget("c1")
        assert await journal.load("c1") is None
        assert await journal.load("unknown") is None
        journal.close()
        journal.close()
        journal.save_draft("c1", "too late")
        with pytest.raises(StorageFailed):
            await journal.flush()

    asyncio.run(main())


def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database, and never was one" * 100)
    journal = Journal(path)
    journal.begin_turn("c", turn())
    asyncio.run(journal.flush())
    journal.close()
    (aside,) = path.parent.glob("workbench.db.damaged-*")
    assert aside.read_bytes().startswith(b"this is no database")
    assert "set aside" in caplog.text


def test_a_file_of_a_newer_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(StorageFailed) as refused:
        Journal(path)
    assert "newer version" in refused.value.message
    assert list((path.parent / "windows").iterdir()) == []


def test_a_step_of_the_schema_is_made_once_after_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(path)
    journal.begin_turn("c", turn())
    journal.close()
    steps = (
        *journal_schema.STEPS,
        ("ALTER TABLE comparisons ADD COLUMN added_here TEXT NOT NULL DEFAULT ''",),
    )
    monkeypatch.setattr(journal_schema, "STEPS", steps)
    for _ in range(2):
        journal = Journal(path)
        assert asyncio.run(journal.load("c")) is not None
        journal.close()
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name.startswith(f"workbench-v{len(steps) - 1}-")
    with sqlite3.connect(copy) as old:
        assert old.execute("SELECT id FROM turns").fetchall() == [("turn_1",)]
        assert "added_here" not in str(old.execute("SELECT sql FROM sqlite_master").fetchall())
    old.close()


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(path)
    journal.close()
    good = journal_schema.STEPS
    monkeypatch.setattr(journal_schema, "STEPS", (*good, ("CREATE TABLE extra (x)", "THIS IS NO SQL")))
    with pytest.raises(StorageFailed):
        Journal(path)
    monkeypatch.setattr(journal_schema, "STEPS", good)
    Journal(path).close()


def test_when_the_disk_fails_it_is_told_once_and_the_rest_goes_on(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[StorageFailed] = []

    async def main() -> None:
        journal = Journal(path, on_error=told.append)
        journal.begin_turn("c", turn())
        await journal.flush()
        other = sqlite3.connect(path)
        other.execute("ALTER TABLE events RENAME TO away")
        other.commit()
        for _ in range(3):
            journal.add_event("turn_1", ev.TextDelta(lane="a", text="x"))
            await asyncio.sleep(0.4)
        assert len(told) == 1
        assert "cannot be kept" in told[0].message
        other.execute("ALTER TABLE away RENAME TO events")
        other.commit()
        other.close()
        journal.add_event("turn_1", ev.TextDelta(lane="a", text="y"))
        stored = await journal.load("c")
        assert stored is not None
        assert stored.turns[0].text == "y"
        journal.close()

    asyncio.run(main())


def test_one_event_that_cannot_be_written_takes_no_other_with_it(path: Path) -> None:
    async def main() -> None:
        journal = Journal(path)
        journal.begin_turn("c", turn())
        journal.begin_turn("c", turn())  # the same id again: refused by the file
        journal.add_event("turn_1", ev.TextDelta(lane="a", text="x"))
        stored = await journal.load("c")
        assert stored is not None
        assert [t.text for t in stored.turns] == ["x"]
        journal.close()

    asyncio.run(main())


def test_events_of_newer_programs_are_passed_over(path: Path) -> None:
    async def main() -> None:
        journal = Journal(path)
        journal.begin_turn("c", turn())
        journal.add_event("turn_1", ev.TextDelta(lane="a", text="x"))
        await journal.flush()
        other = sqlite3.connect(path)
        for number, (kind, data) in enumerate(
            [
                ("Telepathy", {"lane": "a"}),
                ("TextDelta", {"lane": "a", "text": "y", "mood": "good"}),
                ("TextDelta", {}),
            ]
        ):
            other.execute(
                "INSERT INTO events VALUES ('turn_1', ?, ?, 0, ?)", (10 + number, kind, json.dumps(data))
            )
        other.commit()
        other.close()
        stored: Any = await journal.load("c")
        assert stored.turns[0].text == "xy"
        journal.close()

    asyncio.run(main())


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StorageFailed) as failed:
        Journal(tmp_path / "data" / "workbench.db")
    assert failed.value.advice


def test_old_closed_comparisons_are_cleared_when_that_is_wished(path: Path) -> None:
    async def main() -> None:
        journal = Journal(path)
        for name in ("old", "open", "new"):
            journal.begin_turn(name, Turn(id=f"turn_{name}", lane="a", prompt="Why?", started=1.0))
            journal.add_event(f"turn_{name}", EVENTS[0])
        for name in ("old", "new"):
            journal.close_comparison(name)
        month = 30 * 86400
        journal.write(
            lambda c: c.execute("UPDATE comparisons SET updated=updated-? WHERE id<>'new'", (month,))
        )
        assert await journal.clear_older(31) == 0
        assert await journal.clear_older(29) == 1
        assert [stored.id for stored in await journal.recent()] == ["new", "open"]
        assert await journal.ask(lambda c: c.execute("SELECT count(*) FROM events").fetchone()[0]) == 2
        await asyncio.to_thread(journal.close)

    asyncio.run(main())

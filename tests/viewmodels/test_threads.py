"""The page Threads as state, over the real engine."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from app.viewmodels.thread_rows import when_words
from app.viewmodels.threads import MESSAGES, ThreadsViewModel
from app.workbench.threads import Threads
from tests.support.qt_loop import EngineClients, until
from tests.support.scripted_upstream import Text


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    while True:
        page = client.get("/threads?limit=100", cast_to=object)
        if not page["data"]:
            return
        for thread in page["data"]:
            client.beta.threads.delete(thread["id"])


@asynccontextmanager
async def page(engine: Any, heard: Any) -> AsyncIterator[ThreadsViewModel]:
    clients = EngineClients(engine)
    view = ThreadsViewModel(Threads(clients), heard.bus)
    view.activate()
    await until(lambda: view.state in {"ready", "empty"})
    try:
        yield view
    finally:
        await view.close()
        await clients.close()


def make(client: Any, *texts: str, **rest: Any) -> str:
    messages = [
        {"role": "user" if i % 2 == 0 else "assistant", "content": text} for i, text in enumerate(texts)
    ]
    return str(client.beta.threads.create(messages=messages, **rest).id)


def titles(view: ThreadsViewModel) -> list[str]:
    return [row.title for row in view.rows.rows]


def texts(view: ThreadsViewModel) -> list[str]:
    return [item.text for item in view.transcript.items]


async def test_no_threads_is_a_state(engine: Any, heard: Any) -> None:
    async with page(engine, heard) as view:
        assert view.state == "empty"
        assert view.detail_state == "none"


async def test_titles_are_given_ones_or_first_messages_newest_activity_first(
    engine: Any, client: Any, heard: Any
) -> None:
    old = make(client, "What is  a\nmonad?", "A box.")
    make(client, "ignored", metadata={"title": "Given title"})
    make(client)
    time.sleep(1.1)
    client.beta.threads.messages.create(old, role="user", content="Go on")
    async with page(engine, heard) as view:
        assert titles(view) == ["What is a monad?", "Empty thread", "Given title"]
        view.set_search("GIVEN")
        await until(lambda: titles(view) == ["Given title"])
        view.set_search("monad")
        await until(lambda: titles(view) == ["What is a monad?"])
        view.set_search("nothing of this")
        await until(lambda: titles(view) == [])
        assert view.state == "ready"


async def test_a_thread_shows_its_messages_and_its_run_with_steps(
    engine: Any, client: Any, heard: Any, assistant: Any, upstream: Any
) -> None:
    upstream.default = Text("Hello **there**.")
    thread = make(client, "Hi")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=assistant.id)
    assert run.status == "completed"
    async with page(engine, heard) as view:
        view.open(thread)
        assert view.detail_state == "loading"
        await until(lambda: view.detail_state == "ready" and view.steps.steps.rowCount())
        assert texts(view) == ["Hi", "Hello **there**."]
        assert [item.kind for item in view.transcript.items] == ["user", "assistant"]
        assert view.title == "Hi"
        assert [row.status for row in view.runs] == ["completed"]
        assert view.run_id == run.id
        assert view.steps.steps.rows[0].text.startswith("Answer written, Done")
        assert view.steps.run["id"] == run.id


async def test_an_empty_thread_is_a_state(engine: Any, client: Any, heard: Any) -> None:
    thread = make(client)
    async with page(engine, heard) as view:
        view.open(thread)
        await until(lambda: view.detail_state == "empty")
        assert view.runs == ()


async def test_long_threads_are_read_backwards(engine: Any, client: Any, heard: Any) -> None:
    thread = make(client, *(f"message {number}" for number in range(100)))
    for start in range(100, 180, 20):
        for number in range(start, start + 20):
            client.beta.threads.messages.create(thread, role="user", content=f"message {number}")
    async with page(engine, heard) as view:
        view.open(thread)
        await until(lambda: view.detail_state == "ready")
        assert texts(view) == [f"message {n}" for n in range(180 - MESSAGES, 180)]
        inserted: list[tuple[int, int]] = []
        view.transcript.inserted.connect(lambda at, count: inserted.append((at, count)))
        while view.older_available:
            before = len(view.transcript.items)
            view.load_older()
            await until(lambda: len(view.transcript.items) > before)  # noqa: B023
        assert texts(view) == [f"message {n}" for n in range(180)]
        assert all(at == 0 for at, _count in inserted)
        client.beta.threads.messages.create(thread, role="user", content="newest")
        view.activate()
        await until(lambda: texts(view)[-1] == "newest")
        assert len(texts(view)) == 181


async def test_delete_and_undo_bring_the_messages_back(engine: Any, client: Any, heard: Any) -> None:
    first, second = make(client, "first", "answer"), make(client, "second")
    async with page(engine, heard) as view:
        view.open(second)
        await until(lambda: view.detail_state == "ready")
        view.delete()
        await until(lambda: heard.notes)
        assert titles(view) == ["first"]
        assert view.thread_id == first
        heard.press("Undo")
        await until(lambda: view.thread_id == second and view.detail_state == "ready")
        assert texts(view) == ["second"]
        assert set(titles(view)) == {"first", "second"}


async def test_deleted_elsewhere_is_said_and_can_be_undone_or_let_go(
    engine: Any, client: Any, heard: Any
) -> None:
    thread = make(client, "gone soon")
    async with page(engine, heard) as view:
        client.beta.threads.delete(thread)
        view.open(thread)
        await until(lambda: view.detail_state == "gone")
        view.restore(thread)
        await until(lambda: view.detail_state == "ready")
        assert texts(view) == ["gone soon"]
        client.beta.threads.delete(thread)
        view.activate()
        await until(lambda: view.detail_state == "gone")
        view.let_go()
        assert view.thread_id is None
        assert view.state == "empty"


async def test_a_run_that_goes_on_elsewhere_is_followed(
    engine: Any, client: Any, heard: Any, assistant: Any, upstream: Any
) -> None:
    upstream.default = Text("slow answer", delay=0.4)
    thread = make(client, "Hi")
    client.beta.threads.runs.create(thread_id=thread, assistant_id=assistant.id)
    async with page(engine, heard) as view:
        view.open(thread)
        await until(lambda: view.runs and view.runs[0].status in {"queued", "in_progress"})
        await until(lambda: view.runs[0].status == "completed")
        assert texts(view) == ["Hi", "slow answer"]


async def test_many_threads_are_fetched_page_by_page(engine: Any, client: Any, heard: Any) -> None:
    for number in range(130):
        client.beta.threads.create(metadata={"title": f"thread {number}"})
    async with page(engine, heard) as view:
        assert len(titles(view)) == 100
        assert view.rows.canFetchMore(view.rows.index(-1, -1))
        view.set_search('"thread 129"')
        await until(lambda: titles(view) == ["thread 129"])
        view.set_search("")
        await until(lambda: len(titles(view)) == 100)
        view.rows.fetchMore(view.rows.index(-1, -1))
        await until(lambda: len(titles(view)) == 130)
        assert not view.rows.canFetchMore(view.rows.index(-1, -1))
        view.activate()
        await until(lambda: not view.tasks.busy)
        assert len(titles(view)) == 130


def test_times_in_words() -> None:
    now = time.mktime((2026, 5, 15, 12, 0, 0, 0, 0, -1))
    assert when_words(0) == ""
    assert when_words(int(now) - 3600, now) == "11:00"
    assert when_words(int(now) - 86400, now) == "Yesterday"
    assert when_words(int(now) - 9 * 86400, now).startswith("6 ")
    assert when_words(int(now) - 400 * 86400, now) == "2025-04-10"
    assert when_words(10**17, now) == ""

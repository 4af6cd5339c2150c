"""The page Threads with real widgets over the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from app.ui.threads.page import ThreadsPage
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import Text
from tests.support.window import Hands, SharedEngine, make_services


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    while True:
        page = client.get("/threads?limit=100", cast_to=object)
        if not page["data"]:
            return
        for thread in page["data"]:
            client.beta.threads.delete(thread["id"])


@asynccontextmanager
async def opened(engine: Any, folder: Path, keyring: Any) -> AsyncIterator[Hands]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    hands = Hands(ThreadsPage(services))
    await until(lambda: hands.page.viewmodel.state in {"ready", "empty"})
    try:
        yield hands
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()
        await shared.close()


def make(client: Any, *texts: str) -> str:
    messages = [
        {"role": "user" if i % 2 == 0 else "assistant", "content": text} for i, text in enumerate(texts)
    ]
    return str(client.beta.threads.create(messages=messages).id)


async def test_no_threads_leads_to_the_playground(engine: Any, tmp_path: Path, keyring: Any) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        wishes: list[Any] = []
        hands.page.open_requested.connect(lambda page, wish: wishes.append(page))
        hands.click("threads_empty_action")
        assert wishes == ["playground"]
        assert hands.text("thread_state_title") == "Nothing to read yet"


async def test_list_transcript_run_and_steps(
    engine: Any, client: Any, tmp_path: Path, keyring: Any, assistant: Any, upstream: Any
) -> None:
    upstream.default = Text("Hello **there**.")
    other = make(client, "Another thread")
    thread = make(client, "Say hello")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=assistant.id)
    async with opened(engine, tmp_path, keyring) as hands:
        rows = hands.find("threads_list", QListView)
        assert [rows.model().index(i, 0).data().rpartition(",")[0] for i in range(2)] == [
            "Say hello",
            "Another thread",
        ]
        await until(lambda: hands.find("thread_transcript").isVisible())
        assert hands.text("thread_title") == "Say hello"
        view = hands.page.transcript
        await until(lambda: len(view.transcript.items) == 2)
        card = view.card(view.transcript.items[1])
        assert "Hello there." in card.text.toPlainText()
        await until(lambda: hands.find("thread_steps_steps").isVisible())
        assert hands.text("thread_run").startswith("Run 1 · Done")
        assert '"object": "thread.run.step"' in hands.text("thread_steps_steps_json_text")
        assert hands.find("thread_steps_status").text == "Done"
        assert run.id in hands.text("thread_steps_steps_json_text")
        rows.setFocus()
        hands.key(Qt.Key.Key_Down)
        await until(lambda: hands.text("thread_title") == "Another thread")
        await until(lambda: hands.find("thread_steps_empty").isVisible())
        assert hands.page.viewmodel.thread_id == other
        hands.click("thread_inspector_toggle")
        assert not hands.find("thread_inspector").isVisible()
        hands.click("thread_inspector_toggle")
        assert hands.nameless() == []


async def test_delete_with_undo_by_keyboard_and_button(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    make(client, "First question")
    second = make(client, "Second question")
    async with opened(engine, tmp_path, keyring) as hands:
        rows = hands.find("threads_list", QListView)
        await until(lambda: hands.text("thread_title") == "Second question")
        rows.setFocus()
        hands.key(Qt.Key.Key_Delete)
        await until(lambda: hands.messages == ["“Second question” was deleted."])
        assert rows.model().rowCount() == 1
        assert hands.text("thread_title") == "First question"
        hands.undo()
        await until(lambda: hands.text("thread_title") == "Second question")
        assert client.beta.threads.retrieve(second).id == second
        hands.click("thread_delete")
        await until(lambda: rows.model().rowCount() == 1)


async def test_deleted_by_another_program_can_be_brought_back(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    thread = make(client, "Gone soon")
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: hands.find("thread_transcript").isVisible())
        client.beta.threads.delete(thread)
        hands.page.activated()
        await until(lambda: hands.find("thread_state").isVisible())
        assert hands.text("thread_title") == "Gone soon"
        assert hands.text("thread_state_title") == "This thread was deleted"
        hands.click("thread_state_action")
        await until(lambda: hands.find("thread_transcript").isVisible())


async def test_an_empty_thread_says_so(engine: Any, client: Any, tmp_path: Path, keyring: Any) -> None:
    make(client)
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: hands.find("thread_state").isVisible())
        assert hands.text("thread_state_title") == "This thread is empty"
        assert hands.text("thread_title") == "Empty thread"


async def test_a_long_thread_opens_at_its_end_and_grows_backwards_as_one_scrolls(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    thread = make(client, *(f"message {number}" for number in range(100)))
    for number in range(100, 130):
        client.beta.threads.messages.create(thread, role="user", content=f"message {number}")
    async with opened(engine, tmp_path, keyring) as hands:
        view = hands.page.transcript
        await until(lambda: view.isVisible() and len(view.transcript.items) == 40)
        assert view.transcript.items[-1].text == "message 129"
        assert view.card(view.transcript.items[-1]) is not None
        anchor = view.transcript.items[0]
        view.verticalScrollBar().setValue(0)
        await until(lambda: len(view.transcript.items) == 130)
        await settle()
        assert view.card(anchor) is not None, "what was read stays in sight"
        assert view.card_count < 60


async def test_search_finds_words_of_all_messages_and_shows_where(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    for number in range(110):
        make(client, f"thread {number}", f"The answer holds needle{number} in its middle.")
    async with opened(engine, tmp_path, keyring) as hands:
        rows = hands.find("threads_list", QListView)
        hands.page.focus_search()
        hands.type("threads_search", "answer needle5")
        await until(lambda: rows.model().rowCount() == 11)
        assert "holds needle59 in" in str(rows.model().index(0, 0).data())
        hands.type("threads_search", "needle5 nowhere", replace=True)
        await until(lambda: hands.find("threads_nothing").isVisible())
        hands.find("threads_search", QLineEdit).clear()
        await until(lambda: rows.model().rowCount() == 100)

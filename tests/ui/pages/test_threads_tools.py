"""What can be done with threads, with real widgets over the real engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QListView, QMessageBox

from app.core.entities import Thread
from app.viewmodels.thread_rows import in_tree
from tests.support.qt_loop import until
from tests.support.scripted_upstream import Text
from tests.support.window import Hands
from tests.ui.pages.test_threads_page import _clean, make, opened  # noqa: F401 - a fixture, too


def rows(hands: Hands) -> list[Any]:
    return list(hands.page.viewmodel.rows.rows)


def select(hands: Hands, *places: int) -> None:
    view = hands.find("threads_list", QListView)
    view.selectionModel().clearSelection()
    for place in places:
        view.selectionModel().select(view.model().index(place, 0), QItemSelectionModel.SelectionFlag.Select)


async def test_rename_and_tags_are_typed_in_place_and_filter_the_list(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    make(client, "Other")
    thread = make(client, "Hello")
    async with opened(engine, tmp_path, keyring) as hands:
        model = hands.page.viewmodel
        await until(lambda: model.detail_state == "ready" and model.thread_id == thread)
        hands.click("thread_rename")
        hands.type("thread_title_edit", "A better title", replace=True)
        hands.key(Qt.Key.Key_Return, at="thread_title_edit")
        await until(lambda: rows(hands)[0].title == "A better title")
        assert hands.text("thread_title") == "A better title"
        hands.click("thread_rename")
        hands.type("thread_title_edit", "never", replace=True)
        hands.key(Qt.Key.Key_Escape, at="thread_title_edit")
        assert hands.text("thread_title") == "A better title"
        hands.click("thread_tag")
        hands.type("thread_tags_edit", " work, , to do,work ")
        hands.key(Qt.Key.Key_Return, at="thread_tags_edit")
        await until(lambda: rows(hands)[0].tags == ("work", "to do"))
        assert client.beta.threads.retrieve(thread).metadata == {
            "title": "A better title",
            "tags": "work,to do",
        }
        await until(lambda: "to do" in model.tags)
        hands.page._choose_view("tag:to do")
        await until(lambda: [row.id for row in rows(hands)] == [thread])
        hands.page._choose_view("")
        await until(lambda: len(rows(hands)) == 2)


async def test_a_branch_is_made_and_stands_below_its_thread(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    thread = make(client, "One", "1", "Two", "2")
    async with opened(engine, tmp_path, keyring) as hands:
        model = hands.page.viewmodel
        await until(lambda: len(model.transcript.items) == 4)
        hands.page._act("message_branch", model.transcript.items[1])
        await until(lambda: model.thread_id != thread and len(model.transcript.items) == 2)
        branch = model.thread_id
        metadata = client.beta.threads.retrieve(branch).metadata
        assert metadata["branch_of"] == thread
        await until(lambda: [(row.id, row.depth) for row in rows(hands)] == [(thread, 0), (branch, 1)])
        hands.undo()
        await until(lambda: [row.id for row in rows(hands)] == [thread])


async def test_a_prompt_is_asked_otherwise_in_a_branch_by_the_same_assistant(
    engine: Any, client: Any, tmp_path: Path, keyring: Any, assistant: Any, upstream: Any
) -> None:
    upstream.default = Text("First.")
    thread = make(client, "Before", "So", "Say hello")
    client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=assistant.id)
    upstream.default = Text("Better.")
    async with opened(engine, tmp_path, keyring) as hands:
        model = hands.page.viewmodel
        await until(lambda: len(model.transcript.items) == 4)
        hands.page._act("prompt_edit", model.transcript.items[2])
        assert hands.text("thread_editor_text") == "Say hello"
        hands.type("thread_editor_text", "Say it better", replace=True)
        hands.click("thread_editor_send")
        await until(
            lambda: [i.text for i in model.transcript.items] == ["Before", "So", "Say it better", "Better."]
        )
        assert model.thread_id != thread
        assert len(client.beta.threads.messages.list(thread).data) == 4
        assert not hands.find("thread_editor").isVisible()


async def test_many_are_deleted_and_brought_back_and_the_bin_is_emptied(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = [make(client, f"Thread {number}") for number in range(4)]
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: len(rows(hands)) == 4)
        select(hands, 0, 1, 2)
        assert hands.text("threads_selected") == "3 selected"
        hands.click("threads_delete")
        await until(lambda: [row.id for row in rows(hands)] == made[:1])
        hands.undo()
        await until(lambda: len(rows(hands)) == 4)
        select(hands, 0, 1)
        hands.click("threads_delete")
        await until(lambda: len(rows(hands)) == 2)
        hands.page._choose_view("bin")
        await until(lambda: {made[2], made[3]} <= {row.id for row in rows(hands)})
        here = [row.id for row in rows(hands)]
        select(hands, here.index(made[3]))
        hands.click("threads_restore")
        await until(lambda: made[3] not in {row.id for row in rows(hands)})
        select(hands, [row.id for row in rows(hands)].index(made[2]))
        hands.click("threads_delete")
        question = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
        )
        next(b for b in question.buttons() if b.objectName() == "threads_for_good_yes").click()
        await until(lambda: made[2] not in {row.id for row in rows(hands)})
        hands.page._choose_view("")
        await until(lambda: {row.id for row in rows(hands)} == {made[0], made[1], made[3]})
    with pytest.raises(Exception, match="404"):
        client.post(f"/threads/{made[2]}/restore", cast_to=object)


async def test_a_thread_is_written_to_files_and_goes_on_in_the_playground(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    thread = make(client, "# Not a heading of ours", "Answer with `code`")
    async with opened(engine, tmp_path / "data", keyring) as hands:
        model = hands.page.viewmodel
        await until(lambda: model.thread_id == thread and model.detail_state == "ready")
        for name in ("out.md", "out.json"):
            hands.page.actions_of.write(str(tmp_path / name))
            await until(lambda name=name: (tmp_path / name).exists())
        await until(lambda: not model.tasks.busy)
        written = (tmp_path / "out.md").read_text(encoding="utf-8")
        assert "Answer with `code`" in written
        data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        assert [m["role"] for m in data["messages"]] == ["user", "assistant"]
        assert data["thread"]["id"] == thread
        wishes: list[Any] = []
        hands.page.open_requested.connect(lambda page, wish: wishes.append((page, wish)))
        hands.click("thread_continue")
        assert wishes == [("playground", {"thread_id": thread})]
        assert hands.nameless() == []


def test_a_circle_of_branches_loses_no_thread() -> None:
    def thread(name: str, of: str = "") -> Thread:
        return Thread(name, name, 1, 1, {"branch_of": of} if of else {})

    listed = [
        thread("a"),
        thread("b", "a"),
        thread("c", "d"),
        thread("d", "c"),
        thread("e", "gone"),
        thread("f", "b"),
    ]
    found = [(row.id, row.depth) for row in in_tree(listed)]
    assert found[:3] == [("a", 0), ("b", 1), ("f", 2)]
    assert {name for name, _ in found} == set("abcdef")
    assert len(found) == 6


async def test_a_search_leads_to_the_message_deep_in_a_long_thread(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    make(client, "Another one")
    texts = [f"Message {number} of a long thread." for number in range(300)]
    texts[160] = "Here stands the hidden needleword, far from the end."
    thread = make(client, *texts)
    make(client, "The newest")
    async with opened(engine, tmp_path, keyring) as hands:
        hands.type("threads_search", "needleword")
        model = hands.page.viewmodel
        await until(lambda: [row.id for row in rows(hands)] == [thread])
        assert rows(hands)[0].found.startswith("…the hidden needleword")
        model.open(thread)
        view = hands.page.transcript
        await until(lambda: any(i.text == texts[160] and view.card(i) for i in model.transcript.items))
        assert len(model.transcript.items) < 300

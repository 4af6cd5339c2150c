"""Citations with real widgets over the real engine: numbered links, sources, the passage that a click opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.ui.threads.page import ThreadsPage
from app.ui.transcript.citations import LiveNumbers, with_tokens, without_tokens
from app.workbench.citations import best_sentence, claim_before, numbers_in
from app.workbench.knowledge_entities import Citation
from tests.support.qt_loop import until
from tests.support.scripted_upstream import Text, ToolCalls
from tests.support.window import Hands, SharedEngine, make_services

LIGHTS = """# Lights of the coast

## Cape Verlan

The lighthouse at Cape Verlan was built in 1874 by the engineer Maria Osterhagen.
Its lamp burns colza oil and is seen for nineteen nautical miles.

## Skerry Nord

Skerry Nord has stood since 1901. Nobody lives there.
"""


def test_markers_become_numbers_and_the_same_file_has_the_same_one() -> None:
    text = "Built in 1874 【1†lights.md】, seen far [2]. See other.pdf for more 【1†lights.md】."
    citations = (
        Citation("【1†lights.md】", "file-a"),
        Citation("[2]", "file-a"),
        Citation("other.pdf", "file-b"),
        Citation("【1†lights.md】", "file-a"),
    )
    assert (
        without_tokens(with_tokens(text, citations))
        == "Built in 1874[1], seen far[1]. See other.pdf[2] for more[1]."
    )
    two = (Citation("[1, 2]", "file-a", start=5, end=11), Citation("[1, 2]", "file-b", start=5, end=11))
    assert without_tokens(with_tokens("Both [1, 2].", two)) == "Both[1][2]."
    wrong_place = (Citation("【4:0†source】", "file-a", start=900, end=950),)
    assert without_tokens(with_tokens("🦔 found 【4:0†source】", wrong_place)) == "🦔 found[1]"


def test_markers_get_numbers_while_the_answer_is_still_written() -> None:
    live = LiveNumbers()
    assert (
        without_tokens(live.tokens("One 【1†a.md】 and 【2†a.md】 and 【3†b.md】"))
        == "One [1] and [1] and [2]"
    )
    assert live.tokens("unfinished 【4†c") == "unfinished 【4†c"
    assert without_tokens(live.tokens("later 【9†b.md】")) == "later [2]"


def test_the_sentence_that_counts_is_found() -> None:
    claim = claim_before("Hello. The lamp burns colza oil 【1†lights.md】.", 32)
    assert claim == "The lamp burns colza oil"
    place = best_sentence(LIGHTS, claim)
    assert place is not None
    assert LIGHTS[slice(*place)].startswith("Its lamp burns colza oil")
    assert best_sentence(LIGHTS, "zzz qqq") is None
    assert numbers_in("【2†a 7.pdf】") == [2]
    assert numbers_in("[1, 3]") == [1, 3]
    assert numbers_in("【4:0†source】") == [1]


@asynccontextmanager
async def threads_page(engine: Any, folder: Path, keyring: Any) -> AsyncIterator[Hands]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    hands = Hands(ThreadsPage(services))
    try:
        yield hands
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()
        await shared.close()


def click_link(hands: Hands, address: str) -> None:
    """Click a link of the answer that is in sight, where it stands."""
    view = hands.page.transcript
    card = next(card for item, card in view._cards.items() if item.kind == "assistant")
    text = card.text
    cursor = QTextCursor(text.document())
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if cursor.charFormat().anchorHref() == address:
            break
    else:
        raise AssertionError(f"no link {address} in {text.document().toPlainText()!r}")
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect(cursor).center())


def answer(hands: Hands) -> str:
    view = hands.page.transcript
    cards = [card for item, card in view._cards.items() if item.kind == "assistant"]
    return str(cards[-1].text.document().toPlainText()) if cards else ""


async def test_a_citation_opens_the_passage_highlighted(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    store = client.vector_stores.create(name="Lights")
    path = tmp_path / "lights.md"
    path.write_text(LIGHTS, "utf-8")
    client.vector_stores.files.upload_and_poll(vector_store_id=store.id, file=path)
    assistant = client.beta.assistants.create(
        model="scripted-1",
        tools=[{"type": "file_search"}],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    upstream.reply(
        ToolCalls([("file_search", '{"queries": ["lamp of the lighthouse"]}')]),
        Text("The lamp burns colza oil 【1†lights.md】 and was built in 1874 [1]."),
    )
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "What burns in the lamp?"}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "completed"
    async with threads_page(engine, tmp_path / "data", keyring) as hands:
        hands.page.receive(thread.id)
        await until(lambda: "Sources" in answer(hands) and "lights.md" in answer(hands))
        shown = " ".join(answer(hands).split())
        assert shown == "The lamp burns colza oil 1 and was built in 1874 1 . Sources 1 lights.md"
        click_link(hands, "cite:0")
        viewer = hands.page.citations.panel.viewer
        await until(lambda: viewer.isVisible() and viewer.text.marked_text)
        assert hands.text("passage_title") == "lights.md"
        assert "colza oil" in viewer.text.marked_text
        assert viewer.text.focused_text == "Its lamp burns colza oil and is seen for nineteen nautical miles."
        assert viewer.viewmodel.note == ""
        hands.window.activateWindow()
        viewer.text.setFocus()
        QTest.keyClick(viewer.text, Qt.Key.Key_Escape)
        assert not viewer.isVisible()
        client.vector_stores.delete(store.id)
        click_link(hands, "cite:0")
        await until(lambda: hands.find("passage_state").isVisible())
        assert "in no store any more" in hands.text("passage_state_title")


async def test_a_made_file_is_saved(engine: Any, client: Any, tmp_path: Path, keyring: Any) -> None:
    from app.viewmodels.transcript import item

    made = client.files.create(file=("table.csv", b"a,b\n1,2\n"), purpose="assistants")
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "Make a table"}])
    async with threads_page(engine, tmp_path / "data", keyring) as hands:
        hands.page.receive(thread.id)
        await until(lambda: hands.find("thread_transcript").isVisible())
        marker = "sandbox:/mnt/data/table.csv"
        said = item(
            "said",
            "assistant",
            f"Here it is: [Download]({marker})",
            citations=(Citation(marker, made.id, is_path=True),),
        )
        hands.page.transcript.transcript.add(said)
        await until(lambda: "table.csv" in answer(hands))
        assert said.citations[0].filename == "table.csv", "its name is looked up"
        click_link(hands, marker)
        dialog = hands.window.findChild(QFileDialog, "citation_save_dialog")
        assert dialog is not None
        goal = tmp_path / "saved.csv"
        dialog.fileSelected.emit(str(goal))
        dialog.reject()
        await until(lambda: hands.messages == ["“saved.csv” was saved."])
        assert goal.read_bytes() == b"a,b\n1,2\n"
        view = hands.page.transcript
        card = next(card for item, card in view._cards.items() if item.kind == "assistant")
        card.text.anchorClicked.emit(QUrl("sandbox:/mnt/data/nothing.csv"))
        await until(lambda: "This link leads to no file." in hands.messages)

"""The page Knowledge with real widgets over the real engine: files in, states, search, chunks, removing with Undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView

from tests.support.qt_loop import settle, until
from tests.support.window import Hands
from tests.ui.knowledge.conftest import opened

HANDBOOK = """# Handbook

## Holidays

Everybody has thirty days of holiday in a year. Ask your team before you book.

## Travel

Trains are booked in second class. A night in a hotel may cost 140 euros.
"""


def handbook(folder: Path, name: str = "handbook.md", text: str = HANDBOOK) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def drop(hands: Hands, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, actions = QPointF(200, 200), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(hands.page, QDragEnterEvent(place.toPoint(), actions, data, buttons, keys))
    assert hands.find("knowledge_drop_note").isVisible()
    QApplication.sendEvent(hands.page, QDropEvent(place, actions, data, buttons, keys))
    assert not hands.find("knowledge_drop_note").isVisible()


def files(hands: Hands) -> list[Any]:
    return list(hands.page.viewmodel.files.rows.rows)


def select(hands: Hands, *positions: int) -> None:
    view = hands.find("knowledge_files_list", QListView)
    view.setFocus()
    view.clearSelection()
    for position in positions:
        view.selectionModel().setCurrentIndex(
            view.model().index(position, 0), QItemSelectionModel.SelectionFlag.Select
        )


async def focus(hands: Hands, widget: Any) -> None:
    """Dialogs that were closed leave no active window where there is no window manager."""
    hands.window.activateWindow()
    widget.setFocus()
    await until(widget.hasFocus)


async def new_store(hands: Hands, name: str = "Policies") -> None:
    hands.page.start_new()
    await until(lambda: hands.window.findChild(QAbstractButton, "new_store_create") is not None)
    hands.type("new_store_name", name)
    hands.click("new_store_create")
    await until(lambda: hands.page.viewmodel.files.state == "empty")
    assert hands.text("store_title") == " ".join(name.split())


async def test_a_dropped_file_is_read_found_and_its_chunk_opens(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        assert hands.find("stores_empty").isVisible()
        await new_store(hands)
        assert hands.find("knowledge_files_empty").isVisible()
        drop(hands, handbook(tmp_path / "docs"))
        await until(lambda: [row.state for row in files(hands)] == ["completed"], timeout=60)
        row = files(hands)[0]
        assert row.name == "handbook.md"
        assert row.chunks == 1
        assert "1 chunk" in row.details
        hands.page.focus_search()
        hands.type("search_query", "How much may a hotel cost?")
        hands.click("search_go")
        results = hands.find("search_results", QListView)
        await until(lambda: results.isVisible() and results.model().rowCount() == 1)
        assert hands.text("search_summary").startswith("1 result")
        hit = hands.page.viewmodel.search.rows.rows[0]
        assert hit.hit.keyword is not None
        assert "140 euros" in hit.hit.text
        QTest.mouseClick(
            results.viewport(),
            Qt.MouseButton.LeftButton,
            pos=results.visualRect(results.model().index(0, 0)).center(),
        )
        await until(lambda: hands.find("document_text").isVisible() and hands.page.viewer.text.marked_text)
        assert "140 euros" in hands.page.viewer.text.marked_text
        assert "140 euros" in hands.page.viewer.text.focused_text
        assert len(hands.page.viewer.text.focused_text) < len(hands.page.viewer.text.marked_text)
        assert hands.text("document_title") == "handbook.md"
        assert "chunk 1 of 1" in hands.text("document_place")
        assert hands.nameless() == []
        await focus(hands, hands.page.viewer.text)
        QTest.keyClick(hands.page.viewer.text, Qt.Key.Key_Escape)
        assert not hands.page.viewer.isVisible()


async def test_a_drop_without_a_store_makes_one_of_the_folder(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    folder = tmp_path / "Team notes"
    handbook(folder / "a", "eins.md")
    handbook(folder / "b", "zwei.txt", "Zwei ist die Zahl nach der Eins.")
    handbook(folder / ".git", "config", "nothing for anybody")
    async with opened(engine, tmp_path / "data", keyring) as hands:
        drop(hands, folder)
        await until(lambda: hands.text("store_title") == "Team notes")
        await until(
            lambda: (
                sorted((row.name, row.state) for row in files(hands))
                == [("eins.md", "completed"), ("zwei.txt", "completed")]
            ),
            timeout=60,
        )
        await until(lambda: hands.text("store_summary").startswith("2 files"))


async def test_a_failed_file_says_why_and_can_be_tried_again(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\x00\xff" * 600)
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        drop(hands, path, empty)
        await until(lambda: sorted(row.state for row in files(hands)) == ["failed", "failed"], timeout=60)
        there = {row.name: row for row in files(hands)}
        assert there["empty.txt"].upload, "an empty file is not even sent"
        assert "empty" in there["empty.txt"].reason
        reason = there["broken.pdf"].reason
        assert reason
        assert reason in there["broken.pdf"].text
        select(hands, [row.name for row in files(hands)].index("broken.pdf"))
        assert hands.find("knowledge_retry").isVisible()
        assert not hands.find("knowledge_open").isVisible()
        seen: list[str] = []
        hands.page.viewmodel.files.rows.dataChanged.connect(
            lambda *_: seen.extend(row.state for row in files(hands) if row.name == "broken.pdf")
        )
        hands.click("knowledge_retry")
        await until(lambda: "in_progress" in seen and seen[-1] == "failed", timeout=60)
        empty.write_text("Not empty any more.", "utf-8")
        hands.page.viewmodel.files.retry([there["empty.txt"].key])
        await until(
            lambda: {row.name: row.state for row in files(hands)}.get("empty.txt") == "completed", timeout=60
        )


async def test_removing_files_and_deleting_a_store_can_be_undone(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        store = hands.page.viewmodel.store_id
        drop(hands, handbook(tmp_path, "one.md"), handbook(tmp_path, "two.md", "Two is a number."))
        await until(lambda: [row.state for row in files(hands)] == ["completed"] * 2, timeout=60)
        select(hands, 0, 1)
        assert hands.text("knowledge_selected") == "2 files selected"
        hands.key(Qt.Key.Key_Delete, at="knowledge_files_list")
        assert hands.messages == ["2 files were removed."]
        assert files(hands) == []
        hands.undo()
        assert len(files(hands)) == 2
        select(hands, 0)
        gone = files(hands)[0].key
        hands.click("knowledge_remove")
        hands.bars.bars[-1].close_bar()
        await until(lambda: [f.id for f in client.vector_stores.files.list(store)] == [files(hands)[0].key])
        assert gone not in [row.key for row in files(hands)]
        hands.click("store_delete")
        assert hands.messages == ["The store “Policies” was deleted."]
        assert hands.find("stores_empty").isVisible()
        hands.undo()
        await until(lambda: hands.text("store_title") == "Policies")
        assert client.vector_stores.retrieve(store).id == store
        hands.click("store_delete")
    stores = [found.id for found in client.vector_stores.list()]
    assert store not in stores, "what waits for Undo is deleted when the page ends"


async def test_pasted_text_and_long_unicode_names(engine: Any, tmp_path: Path, keyring: Any) -> None:
    name = "Ünïcødé 文件 🗂 " + "sehr " * 30 + "lang.txt"
    name = name.encode()[:240].decode("utf-8", "ignore").rstrip() + ".txt"
    async with opened(engine, tmp_path / "data", keyring, size=(928, 660)) as hands:
        await new_store(hands, "Ein Speicher mit einem wirklich sehr langen Namen 🗂 " * 4)
        QGuiApplication.clipboard().setText("🦔 Igel schlafen im Winter. 🦔\r\nSie wachen im Frühling auf.")
        hands.find("knowledge_files_list", QListView).setFocus()
        hands.page.files.paste()
        drop(hands, handbook(tmp_path, name))
        await until(lambda: [row.state for row in files(hands)] == ["completed"] * 2, timeout=60)
        assert {row.name for row in files(hands)} >= {name}
        pasted = next(row for row in files(hands) if row.name.startswith("Pasted text"))
        select(hands, hands.page.viewmodel.files.rows.position(pasted.key))
        hands.click("knowledge_open")
        viewer = hands.page.viewer
        await until(lambda: viewer.isVisible() and viewer.text.marked_text)
        document = hands.page.viewmodel.document.document
        assert document.chunks[0].text.startswith("🦔 Igel schlafen im Winter. 🦔")
        marked = viewer.text.marked_text.replace("\u2029", "\n")
        assert marked == document.chunks[0].text.replace("\r\n", " \n")
        hands.page.viewmodel.document.open(
            document.store_id, document.file_id, quote="Sie wachen im Frühling auf."
        )
        assert viewer.text.marked_text == "Sie wachen im Frühling auf."


async def test_chunks_are_walked_by_keyboard_and_chosen_by_a_click(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    text = "\n\n".join(
        f"Paragraph {n} tells of matter number {n} and of nothing else at all." for n in range(120)
    )
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        drop(hands, handbook(tmp_path, "long.txt", text))
        await until(lambda: [row.state for row in files(hands)] == ["completed"], timeout=60)
        select(hands, 0)
        hands.key(Qt.Key.Key_Return, at="knowledge_files_list")
        viewer, model = hands.page.viewer, hands.page.viewmodel.document
        await until(lambda: model.state == "ready" and viewer.text.marked_text)
        assert model.count >= 3
        assert not viewer.previous.isEnabled()
        hands.click("document_next")
        assert model.current == 1
        assert viewer.text.marked_text.replace("\u2029", "\n") == model.chunk.text
        await focus(hands, viewer.text)
        QTest.keyClick(viewer.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert model.current == 2
        bar = viewer.text._bar(2).center()
        assert viewer.text.chunk_at(bar) == 2
        model.select_at(model.document.chunks[0].start + 5)
        assert model.current == 0
        hands.click("document_copy")
        assert QGuiApplication.clipboard().text() == model.chunk.text
        await settle()


async def test_attributes_filter_the_search(engine: Any, tmp_path: Path, keyring: Any) -> None:
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        drop(
            hands,
            handbook(tmp_path, "old.txt", "The budget was ten euros."),
            handbook(tmp_path, "new.txt", "The budget is twenty euros."),
        )
        await until(lambda: [row.state for row in files(hands)] == ["completed"] * 2, timeout=60)
        for position, row in enumerate(files(hands)):
            select(hands, position)
            hands.click("knowledge_attributes")
            hands.click("attributes_add")
            hands.type("attributes_0_key", "year")
            hands.type("attributes_0_value", "2020" if row.name == "old.txt" else "2026")
            hands.click("attributes_save")
            await until(lambda at=position: files(hands)[at].attributes == 1)
            await settle(0.02)
        hands.page.focus_search()
        hands.click("search_options_toggle")
        hands.click("search_filter_add")
        hands.type("search_filter_0_key", "year")
        hands.find("search_filter_0_operator").setCurrentIndex(3)
        hands.type("search_filter_0_value", "2021")
        hands.type("search_query", "budget")
        hands.key(Qt.Key.Key_Return, at="search_query")
        model = hands.page.viewmodel.search
        await until(lambda: model.state == "ready")
        assert [row.hit.filename for row in model.rows.rows if not row.dropped] == ["new.txt"]
        hands.type("search_filter_0_value", "soon", replace=True)
        hands.click("search_go")
        await until(lambda: model.state == "error")
        assert "number" in hands.text("search_state_title")


async def test_settings_are_saved_and_used_for_new_files(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        hands.page.tabs.setCurrentIndex(2)
        assert not hands.find("store_save").isEnabled()
        hands.type("store_name", "Renamed", replace=True)
        hands.click("store_chunking_own")
        hands.find("store_tokens").setValue(100)
        assert not hands.find("store_save").isEnabled(), "neighbours share at most half a chunk"
        hands.find("store_overlap").setValue(20)
        hands.click("store_expires")
        hands.find("store_days").setValue(9)
        hands.click("store_save")
        await until(lambda: hands.text("store_title") == "Renamed")
        store = client.vector_stores.retrieve(hands.page.viewmodel.store_id)
        assert store.expires_after.days == 9
        await until(lambda: not hands.find("store_save").isEnabled())
        drop(hands, handbook(tmp_path, "long.txt", "word " * 600))
        await until(lambda: [row.state for row in files(hands)] == ["completed"], timeout=60)
        stored = client.vector_stores.files.list(store.id).data[0]
        assert stored.chunking_strategy.static.max_chunk_size_tokens == 100
        assert files(hands)[0].chunks > 5


async def test_cancelled_uploads_do_not_arrive(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        for number in range(12):
            handbook(tmp_path / "many", f"{number}.txt", f"Number {number}. " * 200)
        hands.page.viewmodel.files.add_paths([tmp_path / "many"])
        await until(lambda: hands.find("knowledge_uploading_cancel").isVisible())
        hands.click("knowledge_uploading_cancel")
        assert not hands.find("knowledge_uploading").isVisible()
        await settle(0.3)
        store = hands.page.viewmodel.store_id
        assert client.vector_stores.retrieve(store).file_counts.total < 12
        assert not [row for row in files(hands) if row.upload]


async def test_many_files_are_read_page_by_page(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    store = client.vector_stores.create(name="Many")
    made = [
        client.files.create(file=(f"note {n:03}.txt", f"Note {n}".encode()), purpose="assistants").id
        for n in range(130)
    ]
    client.vector_stores.file_batches.create_and_poll(store.id, file_ids=made)
    async with opened(engine, tmp_path / "data", keyring) as hands:
        view = hands.find("knowledge_files_list", QListView)
        await until(lambda: len(files(hands)) == 100)
        assert hands.page.tabs.tabText(0) == "Files · 130"
        view.scrollToBottom()
        await until(lambda: len(files(hands)) == 130)
        assert len({row.key for row in files(hands)}) == 130
        assert all(row.size for row in files(hands)), "sizes come with the list"
        view.selectAll()
        assert hands.text("knowledge_selected") == "130 files selected"


async def test_an_engine_that_is_away_is_told_and_tried_again(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    import openai

    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        shared = hands.page.services.engine
        right = shared._client
        shared._client = openai.AsyncOpenAI(base_url="http://127.0.0.1:9/v1", api_key="none", max_retries=0)
        hands.page.viewmodel.files.refresh()
        await until(lambda: hands.find("knowledge_files_failed").isVisible())
        assert hands.text("knowledge_files_failed_title")
        hands.type("search_query", "anything")
        hands.page.tabs.setCurrentIndex(1)
        hands.click("search_go")
        await until(lambda: hands.page.viewmodel.search.state == "error")
        assert hands.find("search_state_action").isVisible()
        await shared._client.close()
        shared._client = right
        hands.page.tabs.setCurrentIndex(0)
        hands.click("knowledge_files_failed_action")
        await until(lambda: hands.find("knowledge_files_empty").isVisible())


async def test_a_failed_file_that_is_opened_says_why(engine: Any, tmp_path: Path, keyring: Any) -> None:
    path = tmp_path / "picture.pdf"
    path.write_bytes(b"%PDF-1.4 nothing of a document follows")
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await new_store(hands)
        drop(hands, path)
        await until(lambda: [row.state for row in files(hands)] == ["failed"], timeout=60)
        select(hands, 0)
        hands.key(Qt.Key.Key_Return, at="knowledge_files_list")
        await until(lambda: hands.find("document_state").isVisible())
        assert hands.text("document_state_title") == "This file could not be read"
        assert hands.text("document_state_text") == files(hands)[0].reason

"""The page Assistants with real widgets over the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from app.ui.assistants.page import AssistantsPage
from tests.support.qt_loop import settle, until
from tests.support.window import Hands, SharedEngine, make_services


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    for assistant in client.beta.assistants.list(limit=100):
        client.beta.assistants.delete(assistant.id)


@asynccontextmanager
async def opened(engine: Any, folder: Path, keyring: Any, **options: Any) -> AsyncIterator[Hands]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    hands = Hands(AssistantsPage(services), **options)
    await until(lambda: hands.page.viewmodel.list.state in {"ready", "empty"})
    await settle()
    try:
        yield hands
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()
        await shared.close()


async def test_a_person_creates_edits_duplicates_deletes_and_undoes(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        assert hands.find("assistants_empty").isVisible()
        hands.click("assistants_empty_action")
        assert hands.find("template_blank").hasFocus()
        hands.key(Qt.Key.Key_Return)
        assert hands.find("assistant_name").hasFocus()
        hands.type("assistant_name", "Tutor")
        hands.key(Qt.Key.Key_Tab)
        assert hands.find("assistant_description").hasFocus()
        hands.type("assistant_description", "Explains")
        hands.type("assistant_instructions", "Be kind and brief.")
        await until(lambda: hands.text("assistant_instructions_count") == "5 tokens")
        hands.click("assistant_model")
        hands.type("assistant_model_search", "scripted-1")
        hands.key(Qt.Key.Key_Return, at="assistant_model_search")
        assert hands.text("assistant_model") == "scripted-1"
        hands.page.form.temperature.spin.setValue(0.4)
        assert hands.text("assistant_state").startswith("Not saved yet")
        hands.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: hands.text("assistant_state") == "All changes are saved.")
        made = client.beta.assistants.list().data[0]
        assert (made.name, made.description, made.instructions) == ("Tutor", "Explains", "Be kind and brief.")
        assert (made.model, made.temperature) == ("scripted-1", 0.4)

        hands.type("assistant_name", "Maths tutor", replace=True)
        assert hands.text("assistant_state") == "Unsaved changes, kept as a draft."
        hands.click("assistant_save")
        await until(lambda: hands.text("assistant_state") == "All changes are saved.")
        assert client.beta.assistants.retrieve(made.id).name == "Maths tutor"

        hands.click("assistant_duplicate")
        await until(lambda: hands.text("assistant_title") == "Maths tutor (copy)")
        rows = hands.find("assistants_list", QListView)
        assert rows.model().rowCount() == 2
        assert rows.currentIndex().data() == "Maths tutor (copy), scripted-1"

        rows.setFocus()
        hands.key(Qt.Key.Key_Delete)
        await until(lambda: hands.messages == ["“Maths tutor (copy)” was deleted."])
        assert len(client.beta.assistants.list().data) == 1
        assert hands.text("assistant_title") == "Maths tutor"
        hands.undo()
        await until(lambda: len(client.beta.assistants.list().data) == 2)
        await until(lambda: hands.text("assistant_title") == "Maths tutor (copy)")


async def test_problems_stand_at_their_field_and_keep_save_away(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        hands.page.start_new()
        hands.click("template_use")
        hands.type("assistant_name", "x" * 257)
        assert hands.text("assistant_name_note") == "At most 256 characters; these are 257."
        assert hands.find("assistant_name_note").isVisible()
        assert hands.find("assistant_name").accessibleDescription().startswith("At most 256")
        assert hands.text("assistant_state") == "One field needs attention."
        assert not hands.find("assistant_save").isEnabled()
        hands.find("assistant_description", QLineEdit).setFocus()
        hands.click("assistant_show_problem")
        assert hands.find("assistant_name").hasFocus()
        hands.type("assistant_name", "Fine", replace=True)
        assert hands.find("assistant_save").isEnabled()
        hands.click("assistant_advanced_fold")
        hands.find("assistant_answer_format").setCurrentIndex(3)
        hands.find("assistant_answer_format").activated.emit(3)
        hands.type("assistant_schema", "{broken")
        assert "no JSON yet" in hands.text("assistant_response_format_note")
        hands.type("assistant_schema", '{"type": "object"}', replace=True)
        assert hands.find("assistant_save").isEnabled()


async def test_what_was_typed_is_there_again_after_a_restart(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="Kept")
    async with opened(engine, tmp_path, keyring) as hands:
        assert hands.text("assistant_name") == "Kept"
        hands.type("assistant_instructions", "Half a thought")
        hands.click("assistants_new")
        hands.click("template_use")
        hands.type("assistant_name", "Brand new")
    async with opened(engine, tmp_path, keyring) as hands:
        rows = hands.find("assistants_list", QListView)
        words = [rows.model().index(i, 0).data() for i in range(rows.model().rowCount())]
        assert words == [
            "Brand new, smollm2-135m-instruct, not saved yet",
            "Kept, scripted-1, has unsaved changes",
        ]
        rows.setCurrentIndex(rows.model().index(1, 0))
        assert hands.text("assistant_instructions") == "Half a thought"
        hands.click("assistant_revert")
        assert hands.text("assistant_instructions") == ""
        hands.undo()
        assert hands.text("assistant_instructions") == "Half a thought"
        assert client.beta.assistants.retrieve(made.id).instructions is None


async def test_a_conflict_with_another_window_is_decided_in_place(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A", instructions="one")
    async with opened(engine, tmp_path, keyring) as hands:
        hands.type("assistant_instructions", "mine", replace=True)
        client.beta.assistants.update(made.id, instructions="theirs", name="B")
        hands.click("assistant_save")
        await until(lambda: hands.find("assistant_banner").isVisible())
        assert hands.text("assistant_banner_text") == "Changed in another window, too: Instructions."
        hands.click("assistant_banner_second")
        assert hands.text("assistant_instructions") == "theirs"
        assert hands.text("assistant_name") == "B"
        assert not hands.find("assistant_banner").isVisible()
        client.beta.assistants.delete(made.id)
        hands.page.activated()
        await until(lambda: hands.find("assistant_banner").isVisible())
        hands.click("assistant_banner_first")
        await until(lambda: client.beta.assistants.list().data)


async def test_changes_of_another_program_show_up_when_the_window_comes_to_the_front(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="Before")
    async with opened(engine, tmp_path, keyring) as hands:
        other = QWidget()
        other.show()
        other.activateWindow()
        await settle()
        client.beta.assistants.update(made.id, name="After")
        added = client.beta.assistants.create(model="scripted-1", name="Added")
        hands.window.activateWindow()
        await until(lambda: hands.text("assistant_name") == "After")
        assert hands.find("assistants_list", QListView).model().rowCount() == 2
        hands.page.receive(added.id)
        await until(lambda: hands.text("assistant_name") == "Added")
        other.close()


async def test_the_playground_is_reached_from_try_it_with_everything_saved(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A")
    async with opened(engine, tmp_path, keyring) as hands:
        wishes: list[Any] = []
        hands.page.open_requested.connect(lambda page, wish: wishes.append((page, wish)))
        hands.click("assistant_try")
        hands.click("assistant_trial_playground")
        assert wishes == [("playground", {"assistant_id": made.id})]
        hands.type("assistant_name", "New name", replace=True)
        hands.click("assistant_trial_playground")
        await until(lambda: len(wishes) == 2)
        assert client.beta.assistants.retrieve(made.id).name == "New name"


async def test_search_and_nothing_found(engine: Any, client: Any, tmp_path: Path, keyring: Any) -> None:
    client.beta.assistants.create(model="scripted-1", name="Alpha")
    client.beta.assistants.create(model="scripted-1", name="Beta")
    async with opened(engine, tmp_path, keyring) as hands:
        rows = hands.find("assistants_list", QListView)
        hands.page.focus_search()
        hands.type("assistants_search", "alph")
        await until(lambda: rows.model().rowCount() == 1)
        hands.type("assistants_search", "zzz")
        await until(lambda: hands.find("assistants_nothing").isVisible())


async def test_the_engine_gone_is_said_with_a_way_on(engine: Any, tmp_path: Path, keyring: Any) -> None:
    from app.core.errors import EngineUnavailable

    class Gone(SharedEngine):
        gone = True

        async def ready_client(self, timeout: float = 60.0, /) -> Any:
            if self.gone:
                raise EngineUnavailable(
                    "The engine is not running.", advice="Restart it.", details="exit code 1"
                )
            return await super().ready_client(timeout)

    shared = Gone(engine)
    services = make_services(shared, tmp_path, keyring=keyring)
    hands = Hands(AssistantsPage(services))
    await until(lambda: hands.find("assistants_failed").isVisible())
    assert hands.text("assistants_failed_title") == "The engine is not running."
    hands.click("assistants_failed_second")
    assert QGuiApplication.clipboard().text() == "The engine is not running.\nRestart it.\nexit code 1"
    shared.gone = False
    hands.click("assistants_failed_action")
    await until(lambda: hands.find("assistants_empty").isVisible())
    await hands.close()
    await services.settings.close()
    await shared.close()


async def test_long_names_are_cut_with_the_whole_in_the_tooltip(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    name = "A very long name " * 15
    client.beta.assistants.create(model="scripted-1", name=name)
    async with opened(engine, tmp_path, keyring, size=(1024, 700)) as hands:
        assert hands.find("assistant_title").toolTip() == name.strip()
        rows = hands.find("assistants_list", QListView)
        assert name.strip() in rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert hands.window.width() == 1024
        assert (
            hands.find("assistant_save")
            .mapTo(hands.window, hands.find("assistant_save").rect().bottomRight())
            .x()
            < 1024
        )


async def test_a_metadata_label_is_added_and_removed_by_hand(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A", metadata={"old": "1"})
    async with opened(engine, tmp_path, keyring) as hands:
        hands.click("assistant_advanced_fold")
        hands.click("assistant_metadata_add")
        hands.type("assistant_metadata_1_key", "team")
        hands.type("assistant_metadata_1_value", "blue")
        hands.click("assistant_metadata_0_remove")
        await settle()
        hands.click("assistant_save")
        await until(lambda: hands.text("assistant_state") == "All changes are saved.")
        assert client.beta.assistants.retrieve(made.id).metadata == {"team": "blue"}


async def test_every_control_has_a_name(engine: Any, client: Any, tmp_path: Path, keyring: Any) -> None:
    client.beta.assistants.create(model="scripted-1", name="A", metadata={"k": "v"})
    async with opened(engine, tmp_path, keyring) as hands:
        hands.click("assistant_advanced_fold")
        hands.find("assistant_answer_format").setCurrentIndex(3)
        hands.find("assistant_answer_format").activated.emit(3)
        assert hands.nameless() == []

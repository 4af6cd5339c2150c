"""The page Connections with real widgets: a scripted service, a keyring in memory or none at all."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from app.core.entities import ModelRef
from app.ui.connections.page import ConnectionsPage
from tests.inference.gguf_maker import make
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import ScriptedUpstream
from tests.support.window import Hands, SharedEngine, make_services

KEY = "sk-test-0123456789abcdef"


@pytest.fixture
def service() -> Iterator[ScriptedUpstream]:
    with ScriptedUpstream(models=["small", "large"], key=KEY) as upstream:
        yield upstream


@asynccontextmanager
async def opened(engine: Any, folder: Path, keyring: Any) -> AsyncIterator[Hands]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    hands = Hands(ConnectionsPage(services))
    await until(lambda: hands.page.viewmodel.place is not None and hands.page.local.loaded)
    try:
        yield hands
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()
        await shared.close()


def add(hands: Hands, preset: str) -> None:
    """Choose a kind of service from the menu of “Add a service”."""
    action = hands.page.findChild(QAction, f"connections_add_{preset}")
    assert action is not None
    action.trigger()


async def test_add_a_service_and_its_models_are_offered(
    engine: Any, tmp_path: Path, keyring: Any, service: ScriptedUpstream
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "other")
        assert hands.find("connection_name").hasFocus()
        assert not hands.find("connection_save").isEnabled()
        hands.type("connection_name", "Office")
        hands.key(Qt.Key.Key_Tab)
        hands.type("connection_base_url", service.base_url)
        hands.type("connection_key", KEY)
        assert hands.text("connection_key_row_note") == "It will be kept in the test keyring."
        assert hands.find("connection_key", QLineEdit).echoMode() == QLineEdit.EchoMode.Password
        hands.click("connection_save")
        await until(lambda: hands.find("connection_answer").isVisible())
        assert hands.text("connection_answer_text") == "Office works: 2 models found."
        models = hands.find("connection_models_list", QListView).model()
        assert [models.index(i, 0).data() for i in range(2)] == ["small", "large"]
        assert hands.text("connection_key") == ""
        assert hands.text("connection_state") == "Saved."
        offered = [choice.ref for choice in hands.page.services.models.known()]
        assert ModelRef("office", "large") in offered
        rows = hands.find("connections_list", QListView).model()
        assert [rows.index(i, 0).data() for i in range(2)] == ["This computer, 1 model", "Office, 2 models"]
        assert hands.nameless() == []
        hands.click("connection_advanced_fold")
        assert hands.nameless() == []


async def test_a_wrong_key_is_said_and_mended(
    engine: Any, tmp_path: Path, keyring: Any, service: ScriptedUpstream
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "other")
        hands.type("connection_name", "Office")
        hands.type("connection_base_url", service.base_url)
        hands.type("connection_key", "sk-wrong-0000000000")
        hands.click("connection_test")
        await until(lambda: hands.find("connection_answer").isVisible())
        assert "refuses the key" in hands.text("connection_answer_text")
        assert hands.text("connection_key_row_note") == "The service refuses this key."
        hands.click("connection_answer_first")
        assert "sk-wrong" not in QGuiApplication.clipboard().text()
        hands.type("connection_key", KEY, replace=True)
        assert not hands.find("connection_answer").isVisible()
        hands.click("connection_test")
        await until(lambda: hands.find("connection_answer").isVisible())
        assert hands.text("connection_answer_text") == "Office works: 2 models found."


async def test_a_missing_v1_is_mended_by_one_click(
    engine: Any, tmp_path: Path, keyring: Any, service: ScriptedUpstream
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "other")
        hands.type("connection_name", "Office")
        hands.type("connection_base_url", f"127.0.0.1:{service.port}")
        hands.type("connection_key", KEY)
        hands.click("connection_test")
        await until(lambda: hands.find("connection_answer").isVisible())
        assert hands.text("connection_answer_first") == f"Use {service.base_url}"
        hands.click("connection_answer_first")
        assert hands.text("connection_base_url") == service.base_url
        await until(lambda: hands.text("connection_answer_text") == "Office works: 2 models found.")


async def test_the_key_gets_nowhere_else(
    engine: Any, tmp_path: Path, keyring: Any, service: ScriptedUpstream, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "other")
        hands.type("connection_name", "Office")
        hands.type("connection_base_url", service.base_url)
        hands.type("connection_key", KEY)
        field = hands.find("connection_key", QLineEdit)
        QGuiApplication.clipboard().setText("before")
        field.selectAll()
        field.copy()
        field.cut()
        assert QGuiApplication.clipboard().text() == "before"
        hands.type("connection_key", KEY, replace=True)
        spoken = QAccessible.queryAccessibleInterface(field)
        for kind in (QAccessible.Text.Value, QAccessible.Text.Name, QAccessible.Text.Description):
            assert KEY not in spoken.text(kind)
        hands.click("connection_save")
        await until(lambda: hands.find("connection_answer").isVisible())
        for widget in hands.window.findChildren(object):
            for read in (
                "text",
                "toolTip",
                "placeholderText",
                "accessibleName",
                "accessibleDescription",
                "toPlainText",
            ):
                value = getattr(widget, read, None)
                assert not (callable(value) and KEY in str(value())), f"{widget.objectName()} {read}"
    assert list(keyring.entries.values()) == [KEY]
    assert KEY not in caplog.text
    assert not any(KEY in value for value in os.environ.values())
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()


async def test_without_a_keyring_the_session_is_said_plainly(
    engine: Any, tmp_path: Path, service: ScriptedUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(
        "keyring.core._keyring_backend", None
    )  # the library chooses once, when it is first asked
    async with opened(engine, tmp_path, None) as hands:
        add(hands, "other")
        hands.type("connection_name", "Office")
        hands.type("connection_base_url", service.base_url)
        hands.type("connection_key", KEY)
        await until(lambda: hands.find("connection_banner").isVisible())
        said = "The key is kept for this session only, because no keyring was found."
        assert hands.text("connection_banner_text") == said
        assert "never written to a file" in hands.text("connection_banner_advice")
        hands.click("connection_save")
        await until(lambda: hands.find("connection_answer").isVisible())
        assert hands.find("connection_banner").isVisible()


async def test_delete_and_undo(engine: Any, tmp_path: Path, keyring: Any, service: ScriptedUpstream) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "other")
        hands.type("connection_name", "Office")
        hands.type("connection_base_url", service.base_url)
        hands.type("connection_key", KEY)
        hands.click("connection_save")
        await until(lambda: hands.find("connection_answer").isVisible())
        hands.click("connection_delete")
        await until(lambda: hands.messages == ["“Office” was deleted."])
        assert hands.find("engine_panel").isVisible()
        assert keyring.entries
        hands.undo()
        await until(
            lambda: hands.text("connection_title") == "Office" and hands.find("connection_form").isVisible()
        )
        assert hands.page.services.connections.get("office").models == ("small", "large")


async def test_presets_fill_the_address_and_say_where_the_key_comes_from(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "openai")
        assert hands.text("connection_base_url") == "https://api.openai.com/v1"
        assert hands.find("connection_key").hasFocus()
        assert "platform.openai.com" in hands.text("connection_key_row_note")
        add(hands, "ollama")
        assert hands.text("connection_base_url") == "http://127.0.0.1:11434/v1"
        assert "needs no key" in hands.text("connection_key_row_note")
        add(hands, "azure")
        hands.click("connection_advanced_fold")
        assert hands.find("connection_api_version").isVisible()
        assert not hands.find("connection_organization").isVisible()
        assert "Azure does not list" in hands.text("connection_models_hint")
        hands.type("connection_model_name", "my-deployment")
        hands.click("connection_model_add")
        assert hands.page.viewmodel.editor.form.models == ("my-deployment",)


async def test_a_model_file_is_offered_by_drop_and_refused_in_words(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    good, bad = tmp_path / "own-model.gguf", tmp_path / "notes.txt"
    good.write_bytes(make())
    bad.write_text("no model")
    async with opened(engine, tmp_path / "data", keyring) as hands:
        await until(lambda: hands.page.local.loaded)
        panel = hands.find("engine_panel")
        for file in (bad, good):
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(file))])
            drop = QDropEvent(
                QPointF(50, 50),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            panel.dropEvent(drop)
            await settle()
            if file is bad:
                assert hands.messages == ["notes.txt is no model file (GGUF)."]
        await until(lambda: hands.messages == ["own-model.gguf is offered now."])
        card = await until(lambda: hands.page.findChild(QWidget, "local_model_own-model"))
        assert str(good) in card.accessibleName()
        hands.click("local_model_forget_own-model")
        await until(lambda: "not offered any more" in hands.messages[-1])
        await until(lambda: hands.page.findChild(QWidget, "local_model_own-model") is None)
        assert good.exists()
        hands.undo()
        await until(lambda: hands.page.findChild(QWidget, "local_model_own-model"))
        hands.click("local_model_forget_own-model")
        await until(lambda: "not offered any more" in hands.messages[-1])


async def test_the_engine_is_shown_and_starts_anew(tmp_path: Path, keyring: Any) -> None:
    from app.workbench.engine_process import EngineProcess

    services = make_services(None, tmp_path, keyring=keyring)
    engine = EngineProcess(keys=services.keys, connections=services.connections, data_dir=str(tmp_path))
    object.__setattr__(services, "engine", engine)
    hands = Hands(ConnectionsPage(services))
    try:
        assert hands.find("engine_state").text == "Stopped"
        engine.start()
        await until(lambda: hands.find("engine_state").text == "Running", timeout=60)
        starter = await until(lambda: hands.page.findChild(QWidget, "local_model_smollm2-135m-instruct"))
        assert "98 MB file" in starter.accessibleName()
        first = engine.pid
        hands.click("engine_restart")
        await until(lambda: engine.pid not in {first, None} and engine.status.state == "ready", timeout=60)
        assert hands.find("engine_state").text == "Running"
        assert not hands.find("engine_banner").isVisible()
    finally:
        await hands.close()
        await engine.stop()
        await services.settings.close()
        await services.connections.close()


async def test_the_recommended_model_is_one_click_away_and_the_rest_is_folded(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: hands.page.local.loaded)
        assert hands.text("local_model_download_qwen2.5-coder-1.5b-instruct") == "Download 1.1 GB"
        assert hands.page.findChild(QWidget, "local_model_qwen3.5-4b") is None
        hands.click("local_models_more")
        await until(lambda: hands.find("local_model_download_qwen3.5-4b").isVisible())
        assert "memory free" in hands.text("local_models_room")
        assert not hands.nameless()


async def test_a_model_is_loaded_and_unloaded_with_its_memory_shown(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    model = "smollm2-135m-instruct"
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: hands.page.local.loaded)
        if hands.page.findChild(QWidget, f"local_model_unload_{model}") is None:
            hands.click(f"local_model_load_{model}")
            await until(lambda: hands.page.findChild(QWidget, f"local_model_unload_{model}"), timeout=60)
        assert "of memory" in hands.find(f"local_model_state_{model}").text
        hands.click(f"local_model_unload_{model}")
        await until(lambda: hands.page.findChild(QWidget, f"local_model_load_{model}"))


async def test_a_server_on_this_computer_is_connected_with_one_click(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    with ScriptedUpstream(models=["llama"]) as here, ScriptedUpstream(key="k-1") as closed:
        async with opened(engine, tmp_path, keyring) as hands:
            await until(lambda: hands.page.found.looked)
            hands.page.found._ports = {here.port: "ollama", closed.port: "jan"}
            hands.click("found_again")
            await until(lambda: len(hands.page.found.rows) == 2)
            hands.click(f"found_connect_{here.port}")
            await until(lambda: len(hands.page.services.connections.list()) == 1)
            made = hands.page.services.connections.list()[0]
            assert (made.base_url, made.models) == (here.base_url, ("llama",))
            assert hands.text("connection_title") == made.name
            hands.page.viewmodel.select("engine")
            assert hands.page.found.rows[0].connected == made.name
            hands.click(f"found_connect_{closed.port}")
            assert hands.page.viewmodel.editor.form.base_url == closed.base_url
            assert hands.find("connection_key").hasFocus()


async def test_a_remote_jupyter_server_is_chosen_with_its_token_in_the_keyring(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        page = hands.page
        page.services.engine.secret = lambda *_: None
        await until(lambda: page.code.loaded)
        assert not hands.find("code_place_remote").isVisible()
        page.code.choose("remote")
        hands.type("code_place_url", "http://127.0.0.1:9")
        hands.type("code_place_token", "jupyter-token-123")
        hands.click("code_place_save")
        try:
            await until(lambda: page.code.saved.backend == "remote" and not page.code.unsaved)
            assert page.code.saved.remote_url == "http://127.0.0.1:9"
            assert "jupyter-token-123" in repr(vars(keyring))
            assert hands.text("code_place_token") == ""
        finally:
            page.code.choose("auto")
            await until(lambda: page.code.saved.backend == "auto")


async def test_what_was_typed_is_there_again_after_the_program_ended_but_never_a_key(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "other")
        hands.type("connection_name", "Office")
        hands.type("connection_base_url", "http://127.0.0.1:9/v1")
        hands.type("connection_key", KEY)
        hands.page.viewmodel.edit(headers=(("X-Api-Key", KEY), ("X-Team", "blue")))
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes(), file
    async with opened(engine, tmp_path, keyring) as hands:
        rows = hands.page.viewmodel.rows.rows
        assert [row.name for row in rows] == ["This computer", "Office"]
        hands.page.viewmodel.select(rows[1].key)
        form = hands.page.viewmodel.editor.form
        assert (form.name, form.base_url) == ("Office", "http://127.0.0.1:9/v1")
        assert form.headers == (("X-Api-Key", ""), ("X-Team", "blue"))
        assert hands.text("connection_key") == ""
        hands.click("connection_revert")
    async with opened(engine, tmp_path, keyring) as hands:
        assert len(hands.page.viewmodel.rows.rows) == 1


async def test_the_welcome_page_leads_to_the_servers_that_were_found(
    engine: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        add(hands, "openai")
        hands.page.receive("found")
        await until(lambda: hands.find("found_servers").isVisible())
        panel = hands.find("engine_panel")

        def in_view() -> bool:
            top = hands.find("found_servers").mapTo(panel.viewport(), QPoint(0, 0)).y()
            return 0 <= top < panel.viewport().height()

        await until(in_view)

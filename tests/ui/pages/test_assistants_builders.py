"""Templates, builders, versions, files and “Try it” of the page Assistants: real widgets over the real engine."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QListView, QListWidget, QTextEdit

from app.ui.assistants.page import AssistantsPage
from app.workbench.journal import Journal
from app.workbench.templates import template
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.versions import STAMP, Versions
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import Text, ToolCalls
from tests.support.window import Hands, SharedEngine, make_services

SHOP = """
openapi: 3.0.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}: {get: {operationId: getOrder, summary: Find one, parameters: [{name: id, in: path, schema: {type: string}}]}}
  /remote: {get: {operationId: remote, parameters: [{$ref: 'other.yaml#/x'}]}}
"""


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    for assistant in client.beta.assistants.list(limit=100):
        client.beta.assistants.delete(assistant.id)


@asynccontextmanager
async def opened(engine: Any, folder: Path, keyring: Any, **options: Any) -> AsyncIterator[Hands]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    journal = Journal(services.paths.journal_database)
    versions = Versions(journal)
    services.ad_hoc.run_fields = versions.run_fields
    servers = McpServers(services.keys)
    handlers = FunctionHandlers(HandlerStore(journal), services.clients, services.keys, servers)
    services = dataclasses.replace(services, journal=journal, versions=versions, handlers=handlers)
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
        journal.close()


def saved(hands: Hands) -> bool:
    return hands.text("assistant_state") == "All changes are saved."


async def test_from_a_template_to_a_tried_assistant_with_versions(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        hands.page.start_new()
        assert hands.find("template_gallery").isVisible()
        hands.find("template_translator").setFocus()
        hands.key(Qt.Key.Key_Space)
        assert hands.text("template_name") == "Translator and editor"
        assert "built-in model" in hands.text("template_remark")
        hands.page.sheets.gallery.model.set_value("scripted-1")
        hands.click("template_use")
        await until(lambda: hands.text("assistant_title") == "Translator and editor")
        assert saved(hands)
        stored = client.beta.assistants.list().data[0]

        assert hands.find("assistant_try_panel").isVisible()
        upstream.reply(Text("Guten Tag"), Text("Anders"), Text("Noch einmal"))
        hands.click("assistant_trial_example_1")
        await until(lambda: not hands.page.trial.lane.busy and hands.page.trial.lane.turn)
        assert hands.page.trial.lane.turn.text == "Guten Tag"
        threads = [e.id for e in hands.page.trial.lane.turn.events if getattr(e, "kind", "") == "thread"]
        run = client.beta.threads.runs.list(threads[0]).data[0]
        assert run.assistant_id == stored.id
        assert run.metadata[STAMP] == "1"

        hands.type("assistant_instructions", "Answer in rhymes.", replace=True)
        hands.type("assistant_trial_text", "And now?")
        hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not hands.page.trial.lane.busy and hands.page.trial.lane.turn.text == "Anders")
        asked = upstream.requests[-1].body["messages"]
        assert asked[0]["content"] == "Answer in rhymes."
        assert [m["role"] for m in asked[1:]] == ["user", "assistant", "user"]
        assert client.beta.assistants.retrieve(stored.id).instructions != "Answer in rhymes."
        assert len(hands.page.viewmodel.list.rows.rows) == 1  # the copy that is tried is in no list

        hands.click("assistant_save")
        await until(lambda: saved(hands))
        hands.click("assistant_versions")
        await until(lambda: hands.find("versions_list", QListView).model().rowCount() == 2)
        shown = hands.find("versions_text", QTextEdit).toPlainText()
        assert shown.startswith("Instructions\n")
        assert "rhymes" in shown
        assert not hands.find("versions_restore").isEnabled()
        rows = hands.find("versions_list", QListView)
        rows.setFocus()
        hands.key(Qt.Key.Key_Down)
        assert hands.text("versions_words") == "Version 1 is the first: everything in it is new"
        hands.click("versions_restore")
        await until(lambda: rows.model().rowCount() == 3)
        hands.key(Qt.Key.Key_Escape)
        await until(lambda: saved(hands))
        assert client.beta.assistants.retrieve(stored.id).instructions == stored.instructions
        assert hands.find("assistant_form").isVisible()


async def test_a_function_is_built_in_the_form_and_in_json_in_step(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A")
    async with opened(engine, tmp_path, keyring) as hands:
        hands.click("assistant_function_add")
        assert hands.find("function_name").hasFocus()
        hands.type("function_name", "open ticket", replace=True)
        assert "no spaces" in hands.text("function_name_note")
        hands.type("function_name", "open_ticket", replace=True)
        hands.type("function_description", "Opens one")
        hands.click("function_builder_fields_add")
        hands.type("function_builder_fields_0_name", "topic", replace=True)
        hands.key(Qt.Key.Key_Tab)
        await settle()
        hands.click("function_builder_fields_0_limit")
        await settle()
        hands.type("function_builder_fields_0_choices", "bill, other")
        hands.click("function_builder_fields_0_required")
        hands.click("function_builder_fields_add")
        await settle()
        kind = hands.find("function_builder_fields_1_kind", QComboBox)
        kind.setCurrentIndex(kind.findData("array"))
        kind.activated.emit(kind.currentIndex())
        await settle()
        typed = hands.text("function_builder_json")
        assert '"enum": [\n          "bill",\n          "other"\n        ]' in typed

        hands.type("function_builder_json", typed.replace('"topic"', '"subject"') + " x", replace=True)
        assert "no JSON yet" in hands.text("function_builder_problem")
        assert not hands.find("function_builder_fields_0_name").isEnabled()
        hands.type("function_builder_json", typed.replace('"topic"', '"subject"'), replace=True)
        await settle()
        assert hands.text("function_builder_fields_0_name") == "subject"
        hands.click("function_builder_strict")
        assert "every field must be required; missing: field" in hands.text("function_builder_remarks")
        hands.click("function_builder_mend")
        assert not hands.find("function_builder_remarks").isVisible()

        upstream.reply(ToolCalls([("open_ticket", '{"subject": "bill", "field": null}')]))
        upstream.reply(ToolCalls([("open_ticket", '{"subject": "weather", "field": null}')]))
        hands.type("function_trial_prompt", "I have a question about my bill")
        hands.click("function_trial_run")
        await until(lambda: hands.find("function_trial_verdict").isVisible())
        assert (
            hands.text("function_trial_verdict")
            == "The model called it, and the arguments follow the schema."
        )
        sent = upstream.requests[-1].body
        assert sent["tools"][0]["function"]["name"] == "open_ticket"
        hands.click("function_trial_run")
        await until(lambda: "do not follow" in hands.text("function_trial_verdict"))
        assert "subject: 'weather' is not one of" in hands.text("function_trial_problems")

        hands.click("function_done")
        await settle()
        assert hands.text("assistant_function_0") == "open_ticket"
        hands.click("assistant_save")
        await until(lambda: saved(hands))
        function = client.beta.assistants.retrieve(made.id).tools[0].function
        assert function.strict
        assert function.parameters["properties"]["subject"] == {"type": "string", "enum": ["bill", "other"]}
        assert function.parameters["properties"]["field"]["type"] == ["array", "null"]
        assert list(function.parameters["required"]) == ["subject", "field"]
        hands.click("assistant_function_0_remove")
        await settle()
        assert hands.messages == ["The function “open_ticket” was removed."]
        hands.undo()
        await settle()
        assert hands.text("assistant_function_0") == "open_ticket"


async def test_an_answer_format_is_built_and_tried(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A")
    async with opened(engine, tmp_path, keyring) as hands:
        kind = hands.find("assistant_answer_format", QComboBox)
        kind.setCurrentIndex(3)
        kind.activated.emit(3)
        hands.click("assistant_schema_build")
        hands.type("answer_name", "invoice", replace=True)
        hands.click("answer_builder_fields_add")
        await settle()
        hands.type("answer_builder_fields_0_name", "total", replace=True)
        hands.key(Qt.Key.Key_Return)
        upstream.reply(Text('{"total": 3}'))
        hands.type("answer_trial_prompt", "Three euros")
        hands.click("answer_trial_run")
        await until(lambda: hands.find("answer_trial_verdict").isVisible())
        assert hands.text("answer_trial_verdict") == "The answer does not follow the schema."
        field = hands.find("answer_builder_fields_0_kind", QComboBox)
        field.setCurrentIndex(field.findData("number"))
        field.activated.emit(field.currentIndex())
        upstream.reply(Text('{"total": 3}'))
        hands.click("answer_trial_run")
        await until(lambda: hands.text("answer_trial_verdict") == "The answer follows the schema.")
        assert upstream.requests[-1].body["response_format"]["json_schema"]["name"] == "invoice"
        hands.click("answer_done")
        hands.click("assistant_save")
        await until(lambda: saved(hands))
        stored = client.beta.assistants.retrieve(made.id).response_format.to_dict()
        assert stored["json_schema"]["schema"]["properties"] == {"total": {"type": "number"}}


async def test_operations_of_an_openapi_document_become_functions(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A")
    async with opened(engine, tmp_path, keyring) as hands:
        hands.click("assistant_function_import")
        hands.type("openapi_text", "openapi: 2", replace=True)
        await until(lambda: hands.find("openapi_problem").isVisible())
        hands.type("openapi_text", SHOP.strip(), replace=True)
        found = hands.find("openapi_operations", QListWidget)
        await until(lambda: found.count() == 2)
        assert "Not possible" in found.item(1).text()
        assert hands.text("openapi_take") == "Add one function"
        found.item(0).setCheckState(Qt.CheckState.Unchecked)
        assert not hands.find("openapi_take").isEnabled()
        found.item(0).setCheckState(Qt.CheckState.Checked)
        hands.click("openapi_take")
        await settle()
        assert hands.text("assistant_function_0") == "getOrder"
        await until(lambda: not hands.page.viewmodel.tasks.busy)
        hands.click("assistant_save")
        await until(lambda: saved(hands))
        assert client.beta.assistants.retrieve(made.id).tools[0].function.name == "getOrder"
        kept = await hands.page.transfer.mover.handlers.export(made.id)
        assert kept["getOrder"]["url"] == "https://shop.example/orders/{{id}}"


async def test_an_assistant_is_exported_and_dropped_in_again(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    data = tmp_path / "table.csv"
    data.write_text("a\n1\n")
    made = client.beta.assistants.create(
        model="scripted-1", name="Whole", tools=[{"type": "code_interpreter"}], metadata={"k": "v"}
    )
    async with opened(engine, tmp_path / "data", keyring) as hands:
        hands.page.files.upload([data])
        await until(lambda: hands.page.viewmodel.editor.form.code_files)
        assert hands.text("assistant_code_file_0_name") == "table.csv"
        hands.click("assistant_save")
        await until(lambda: saved(hands))
        target = tmp_path / "whole.assistant"
        hands.page.transfer.export_bundle(made.id, "Whole", target)
        await until(target.exists)
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(target))])
        actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        hands.page.dropEvent(QDropEvent(QPointF(5, 5), actions, dropped, button, none))
        await until(lambda: len(client.beta.assistants.list().data) == 2)
        await until(lambda: any("was taken from whole.assistant" in text for text in hands.messages))
        copy = client.beta.assistants.list().data[0].to_dict()
        assert copy["metadata"] == {"k": "v"}
        file_id = copy["tool_resources"]["code_interpreter"]["file_ids"][0]
        assert client.files.content(file_id).content == b"a\n1\n"
        hands.undo()
        await until(lambda: len(client.beta.assistants.list().data) == 1)
        hands.page.receive({"import_bundle": str(data)})
        await until(lambda: any("is no assistant file" in text for text in hands.messages))


async def test_a_call_without_an_answer_waits_in_try_it(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    tool = {
        "type": "function",
        "function": {"name": "look_up", "parameters": {"type": "object", "properties": {}}},
    }
    client.beta.assistants.create(model="scripted-1", name="A", tools=[tool])
    async with opened(engine, tmp_path, keyring) as hands:
        hands.click("assistant_try")
        upstream.reply(ToolCalls([("look_up", "{}")]), Text("It is blue."))
        hands.type("assistant_trial_text", "What colour?")
        hands.click("assistant_trial_send")
        trial = hands.page.trial
        await until(lambda: not trial.lane.busy and trial.lane.turn and trial.lane.turn.finished)
        assert trial.lane.turn.finished.status == "requires_action"
        call = next(e for e in trial.lane.turn.events if type(e).__name__ == "NeedsToolOutput").calls[0]
        trial.submit({call.call_id: "blue"})
        await until(lambda: not trial.lane.busy and trial.lane.turn.text == "It is blue.")


async def test_functions_of_a_template_are_answered_by_their_handlers(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    async with opened(engine, tmp_path, keyring) as hands:
        page = hands.page
        page.transfer.use_template(template("support-triage"), "scripted-1")
        await until(lambda: hands.text("assistant_title") == "Support triage")
        upstream.reply(ToolCalls([("look_up_order", '{"order_number": "HB-2041"}')]), Text("It is lost."))
        hands.click("assistant_trial_example_1")
        await until(
            lambda: not page.trial.lane.busy and page.trial.lane.turn and page.trial.lane.turn.finished
        )
        assert page.trial.lane.turn.text == "It is lost."
        sent = upstream.requests[-1].body["messages"][-1]
        assert sent["role"] == "tool"
        assert '"state": "lost"' in sent["content"]


async def test_a_thousand_assistants_are_listed_searched_and_changed_without_waiting(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    import time

    made = client.beta.assistants.create(model="scripted-1", name="Real one")
    async with opened(engine, tmp_path, keyring) as hands:
        view = hands.page.viewmodel
        raw = view.list.objects[made.id]
        many = {f"asst_{n:04d}": {**raw, "id": f"asst_{n:04d}", "name": f"Number {n}"} for n in range(999)}
        began = time.perf_counter()
        view.list.take({**many, made.id: raw})
        hands.page.grab()
        view.list.set_search("number 77")
        assert len(view.list.rows.rows) == 19
        view.list.set_search("")
        hands.find("assistants_list", QListView).scrollToBottom()
        hands.page.grab()
        assert time.perf_counter() - began < 2.0
        typed = time.perf_counter()
        for letter in "hello":
            hands.type("assistant_name", letter)
        assert time.perf_counter() - typed < 1.0


@pytest.mark.parametrize("size", [(1184, 760), (928, 640)])
async def test_every_control_of_every_sheet_has_a_name_and_fits(
    engine: Any, client: Any, tmp_path: Path, keyring: Any, size: tuple[int, int]
) -> None:
    tool = {
        "type": "function",
        "function": {
            "name": "look_up",
            "parameters": {
                "type": "object",
                "properties": {"a": {"type": "array", "items": {"type": "object", "properties": {"b": {}}}}},
            },
        },
    }
    client.beta.assistants.create(
        model="scripted-1",
        name="A long name " * 15,
        tools=[tool, {"type": "file_search"}, {"type": "code_interpreter"}],
    )
    async with opened(engine, tmp_path, keyring, size=size) as hands:
        sheets = hands.page.sheets
        hands.page.show_trial()
        await settle()
        assert hands.nameless() == []
        for open_sheet in (
            sheets.open_gallery,
            lambda: sheets.open_function(0),
            sheets.open_answer,
            sheets.open_openapi,
            sheets.open_versions,
        ):
            open_sheet()
            await settle()
            assert hands.nameless() == [], sheets.current.objectName()
            area = getattr(sheets.current, "area", None)
            if area is not None:
                assert area.widget().width() <= area.viewport().width()
            assert hands.window.width() == size[0]
        hands.key(Qt.Key.Key_Escape)
        assert sheets.current is None
        form = hands.page.form
        assert form.widget().width() <= form.viewport().width()

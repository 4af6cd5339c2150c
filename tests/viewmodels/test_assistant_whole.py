"""Versions, tools, files, templates and bundles of the page Assistants as state, over the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.core.entities import ENGINE, ModelRef
from app.viewmodels import assistant_tools
from app.viewmodels.assistant_abilities import tools_remark, withheld
from app.viewmodels.assistant_files import CodeFiles
from app.viewmodels.assistant_form import AssistantForm, problems
from app.viewmodels.assistant_transfer import AssistantTransfer, file_name
from app.viewmodels.assistant_versions import FORM, AssistantVersions
from app.viewmodels.assistants import AssistantsViewModel
from app.workbench import templates
from app.workbench.assistants import Assistants
from app.workbench.drafts import Drafts
from app.workbench.playground.model_choice import ModelChoice
from app.workbench.portability.moving import Mover
from app.workbench.versions import Versions
from tests.support.qt_loop import EngineClients, settle, until

FUNCTION = {
    "type": "function",
    "function": {
        "name": "look_up",
        "parameters": {"type": "object", "properties": {"x": {"type": "string"}}},
    },
}


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    for assistant in client.beta.assistants.list(limit=100):
        client.beta.assistants.delete(assistant.id)


class World:
    def __init__(self, view: AssistantsViewModel, clients: EngineClients, heard: Any) -> None:
        self.view, self.heard = view, heard
        self.mover = Mover(clients, view.versions)
        self.transfer = AssistantTransfer(self.mover, heard.bus, view.tasks)
        self.files = CodeFiles(clients, heard.bus, view.tasks, lambda ids: view.edit(code_files=ids))
        self.arrived: list[Any] = []
        self.transfer.arrived.connect(self.arrived.append)
        self.transfer.arrived.connect(view.take_in)


@asynccontextmanager
async def world(engine: Any, heard: Any, folder: Path) -> AsyncIterator[World]:
    clients = EngineClients(engine)
    versions = Versions(None)
    view = AssistantsViewModel(Assistants(clients), Drafts(folder / "drafts"), heard.bus, versions=versions)
    view.activate()
    await until(lambda: view.list.state in {"ready", "empty"})
    try:
        yield World(view, clients, heard)
    finally:
        await view.close()
        versions.close()
        await clients.close()


async def saved(view: AssistantsViewModel) -> None:
    view.save()
    await until(lambda: not view.saving and view.editor.base is not None and not view.editor.changed)


async def test_every_save_is_a_version_that_can_be_restored(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    made = client.beta.assistants.create(
        model="scripted-1", name="One", instructions="first", tools=[FUNCTION]
    )
    async with world(engine, heard, tmp_path) as here:
        view = here.view
        view.select(made.id)
        view.edit(instructions="second", tools=(), last_messages=5, sample_prompts=("Hi", " "))
        await saved(view)
        found = await view.versions.list(made.id)
        assert [v.number for v in found] == [2, 1]
        assert found[0].fields["workbench"] == {"last_messages": 5, "sample_prompts": ["Hi"]}
        assert client.beta.assistants.retrieve(made.id).tools == []

        timeline = AssistantVersions(view.versions, view.tasks, lambda: view.editor.form.as_api())  # noqa: PLW0108 - the editor changes
        timeline.load(made.id)
        await until(lambda: timeline.versions)
        assert [row.title for row in timeline.rows.rows] == ["Version 2", "Version 1"]
        assert timeline.is_newest
        assert {c.words for c in timeline.differences} == {
            "Instructions",
            "Function look_up",
            "Conversation length",
            "Sample prompts",
        }
        view.edit(name="Typed")
        timeline.compare_with(FORM)
        assert [c.words for c in timeline.differences] == ["Name"]
        view.edit(name="One")

        timeline.select(1)
        view.restore_version(timeline.selected)
        await until(lambda: client.beta.assistants.retrieve(made.id).instructions == "first")
        await until(lambda: not view.saving)
        stored = client.beta.assistants.retrieve(made.id)
        assert [tool.function.name for tool in stored.tools] == ["look_up"]
        newest = (await view.versions.list(made.id))[0]
        assert (newest.number, newest.note) == (3, "Restored from version 1")
        assert await view.versions.extras(made.id) == {}
        heard.press("Undo")
        await until(lambda: client.beta.assistants.retrieve(made.id).instructions == "second")
        await until(lambda: not view.saving)
        assert (await view.versions.list(made.id))[0].number == 4


async def test_a_change_of_another_program_is_a_version_of_its_own(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    async with world(engine, heard, tmp_path) as here:
        here.view.new(AssistantForm(name="A", model="scripted-1"))
        await saved(here.view)
        key = here.view.editor.key
        client.beta.assistants.update(key, description="by somebody")
        here.view.edit(instructions="mine")
        await saved(here.view)
        notes = [(v.number, v.note) for v in await here.view.versions.list(key)]
        assert notes == [(3, ""), (2, "Changed by another program"), (1, "")]


async def test_tools_and_files_are_saved_as_the_api_has_them(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    data = tmp_path / "tab le.csv"
    data.write_text("a,b\n1,2\n")
    async with world(engine, heard, tmp_path) as here:
        view = here.view
        view.new(AssistantForm(name="A", model="scripted-1"))
        tools = assistant_tools.switched((), "code_interpreter", True)
        tools = assistant_tools.switched(tools, "file_search", True)
        tools = assistant_tools.with_search_settings(tools, results=7, threshold=0.4)
        tools = assistant_tools.with_function(tools, None, FUNCTION)
        view.edit(tools=tools)
        here.files.show(view.editor.key, ())
        here.files.upload([data, tmp_path / "none"])
        await until(lambda: view.editor.form.code_files)
        await saved(view)
        stored = client.beta.assistants.retrieve(view.editor.key).to_dict()
        assert [tool["type"] for tool in stored["tools"]] == ["code_interpreter", "file_search", "function"]
        search = stored["tools"][1]["file_search"]
        assert search["max_num_results"] == 7
        assert search["ranking_options"]["score_threshold"] == 0.4
        ids = stored["tool_resources"]["code_interpreter"]["file_ids"]
        assert client.files.retrieve(ids[0]).filename == "tab le.csv"
        assert here.files.files[0].words == "1 kB"
        here.files.remove(ids[0])
        await saved(view)
        assert (
            not client.beta.assistants.retrieve(view.editor.key)
            .to_dict()["tool_resources"]
            .get("code_interpreter", {})
            .get("file_ids")
        )
        heard.press("Undo")
        assert view.editor.form.code_files == tuple(ids)


async def test_a_broken_function_is_kept_as_a_draft_and_named(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    async with world(engine, heard, tmp_path) as here:
        here.view.new(AssistantForm(name="A", model="scripted-1", tools=(FUNCTION,)))
        broken = assistant_tools.from_text(FUNCTION, '{"name": "look_up", ')
        here.view.edit(tools=(broken,))
        assert here.view.editor.problems["tools"].startswith("Function look_up: This is no JSON yet")
        assert not here.view.can_save
        here.view.flush()
        kept = next(iter(Drafts(tmp_path / "drafts").all().values()))
        form = AssistantForm.from_draft(kept["form"])
        assert assistant_tools.function_text(form.tools[0]) == '{"name": "look_up", '
        mended = assistant_tools.from_text(broken, '{"name": "look_up"}')
        here.view.edit(tools=(mended,))
        assert "tools" not in here.view.editor.problems


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "function", "function": {"name": "f", "strict": true, "parameters": {"type": "object"}}}',
        '{"type": "function", "name": "f", "strict": true, "parameters": {"type": "object"}}',
        '{"name": "f", "strict": true, "parameters": {"type": "object"}}',
    ],
)
def test_functions_pasted_from_any_api_are_understood(text: str) -> None:
    found = assistant_tools.from_text(FUNCTION, text)
    assert found == {
        "type": "function",
        "function": {"name": "f", "strict": True, "parameters": {"type": "object"}},
    }


def test_a_bare_schema_becomes_the_parameters_and_nonsense_stays_text() -> None:
    schema = assistant_tools.from_text(FUNCTION, '{"type": "object", "properties": {}}')
    assert schema["function"] == {"name": "look_up", "parameters": {"type": "object", "properties": {}}}
    for text in ("[]", "1", '{"name": 3}', '{"name": "f", "parameters": []}'):
        found = assistant_tools.from_text(FUNCTION, text)
        assert found["text"] == text
        assert assistant_tools.function_problem(found)


def test_problems_of_tools_are_told_in_words() -> None:
    form = AssistantForm(name="A", model="m")

    def told(*tools: Any) -> str:
        return problems(AssistantForm(name="A", model="m", tools=tools)).get("tools", "")

    assert problems(form) == {}
    assert "no spaces" in told({"type": "function", "function": {"name": "a b"}})
    assert "too" in told(FUNCTION, FUNCTION)
    assert "1,024" in told({"type": "function", "function": {"name": "a", "description": "x" * 1025}})
    assert "At most 128" in told(*({"type": "function", "function": {"name": f"f{n}"}} for n in range(129)))
    assert "between 1 and 50" in told({"type": "file_search", "file_search": {"max_num_results": 51}})
    assert problems(AssistantForm(model="m", code_files=tuple("abcdefghijklmnopqrstu")))["tool_resources"]
    assert problems(AssistantForm(model="m", last_messages=0))["workbench"]


def test_order_of_tools_is_kept_where_functions_change() -> None:
    tools = ({"type": "file_search"}, FUNCTION, {"type": "code_interpreter"})
    other = {"type": "function", "function": {"name": "b"}}
    more = assistant_tools.with_function(tools, None, other)
    assert [t["type"] for t in more] == ["file_search", "function", "code_interpreter", "function"]
    moved = assistant_tools.moved_function(more, 1, -1)
    assert assistant_tools.names(moved) == ("b", "look_up")
    assert assistant_tools.without_function(moved, 0) == tools
    assert assistant_tools.switched(tools, "file_search", True) == tools
    assert assistant_tools.names(assistant_tools.switched(more, "file_search", False)) == ("look_up", "b")


def test_what_the_form_reads_it_writes_again() -> None:
    raw = {
        "id": "asst_1",
        "model": "m",
        "name": "A",
        "tools": [
            FUNCTION,
            {
                "type": "file_search",
                "file_search": {"ranking_options": {"ranker": "auto", "score_threshold": 0}},
            },
        ],
        "tool_resources": {
            "file_search": {"vector_store_ids": ["vs_1"]},
            "code_interpreter": {"file_ids": ["file-1"]},
        },
        "reasoning_effort": "high",
        "metadata": {"k": "v"},
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "a", "description": "d", "schema": {"x": 1}},
        },
        "workbench": {"last_messages": 3, "template": "t"},
    }
    form = AssistantForm.from_api(raw)
    fields = form.api_fields()
    for name in ("tools", "tool_resources", "reasoning_effort", "metadata", "response_format"):
        assert fields[name] == raw[name]
    assert form.extras() == raw["workbench"]
    assert AssistantForm.from_draft(form.to_draft()) == form


def test_fields_that_a_model_refuses_are_withheld_with_the_reason() -> None:
    local = ModelChoice(ModelRef(ENGINE, "x"), "x", "This computer", "local")
    assert "reasoning_effort" in withheld("x", local)
    assert withheld("", None) == {}
    assert "too small" in tools_remark("smollm2-135m-instruct")
    assert tools_remark("unheard-of") == ""


async def test_a_template_becomes_an_assistant_and_goes_again_by_undo(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    async with world(engine, heard, tmp_path) as here:
        here.transfer.removal_requested.connect(here.view.delete)
        here.transfer.use_template(templates.template("data-analyst"), "scripted-1")
        await until(lambda: here.arrived)
        stored = client.beta.assistants.list().data[0]
        assert (stored.name, stored.model) == ("Data analyst", "scripted-1")
        file_id = stored.tool_resources.code_interpreter.file_ids[0]
        assert client.files.content(file_id).content.startswith(b"date,region,product")
        assert here.view.editor.key == stored.id
        assert len(here.view.editor.form.sample_prompts) == 3
        assert [v.note for v in await here.view.versions.list(stored.id)] == [
            "From the template “Data analyst”"
        ]
        heard.press("Undo")
        await until(lambda: not client.beta.assistants.list().data)


async def test_an_assistant_comes_back_from_its_file_as_it_was(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    async with world(engine, heard, tmp_path) as here:
        here.transfer.use_template(templates.template("data-analyst"), "scripted-1")
        await until(lambda: here.arrived)
        original = here.arrived[0]
        here.transfer.export_bundle(original["id"], "Data analyst", target)
        await until(lambda: "“Data analyst” was exported with one file to out.assistant." in heard.texts)
        here.transfer.models = ("other",)
        here.transfer.import_bundle(tmp_path / "out.assistant")
        await until(lambda: len(here.arrived) == 2)
        copy = here.arrived[1]
        ids = [raw["tool_resources"]["code_interpreter"]["file_ids"][0] for raw in here.arrived]
        assert client.files.content(ids[0]).content == client.files.content(ids[1]).content
        assert client.files.retrieve(ids[1]).filename == "sales_2025.csv"
        for name in set(original) - {"id", "created_at", "tool_resources"}:
            assert copy[name] == original[name], name
        assert any("is not offered here" in text for text in heard.texts)


async def test_a_file_that_is_none_leaves_nothing_behind(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.assistant"
    wrong.write_text("no")
    before = len(client.files.list().data)
    async with world(engine, heard, tmp_path) as here:
        here.transfer.import_bundle(wrong)
        await until(lambda: heard.texts)
        assert heard.texts == ["wrong.assistant is no assistant file."]
        refused = templates.template("data-analyst").package("")
        with pytest.raises(Exception, match="odel"):
            await here.mover.install(refused)
        await settle()
        assert here.arrived == []
        assert len(client.files.list().data) == before
        assert client.beta.assistants.list().data == []


def test_file_names_take_what_every_system_takes() -> None:
    assert file_name("A/B: “C”?") == "A B “C”.assistant"
    assert file_name("...") == "Assistant.assistant"
    assert len(file_name("x" * 500)) < 100

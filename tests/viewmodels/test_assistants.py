"""The page Assistants as state, over the real engine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.viewmodels.assistants import AssistantsViewModel
from app.workbench.assistants import Assistants
from app.workbench.drafts import Drafts
from tests.support.qt_loop import EngineClients, until


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    for assistant in client.beta.assistants.list(limit=100):
        client.beta.assistants.delete(assistant.id)


@asynccontextmanager
async def page(engine: Any, heard: Any, folder: Path) -> AsyncIterator[AssistantsViewModel]:
    clients = EngineClients(engine)
    view = AssistantsViewModel(Assistants(clients), Drafts(folder), heard.bus)
    view.activate()
    await until(lambda: view.list.state in {"ready", "empty"})
    try:
        yield view
    finally:
        await view.close()
        await clients.close()


def names(view: AssistantsViewModel) -> list[str]:
    return [row.name for row in view.list.rows.rows]


async def test_creates_an_assistant_with_all_fields_of_the_form(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    async with page(engine, heard, tmp_path) as view:
        assert view.list.state == "empty"
        view.new()
        view.edit(
            name="Tutor 🦉",
            description="Explains",
            instructions="Be kind.",
            model="scripted-1",
            temperature=0.3,
            top_p=0.9,
            answer_format="json_schema",
            schema_name="answer",
            schema='{"type": "object", "properties": {}}',
            schema_strict=True,
            metadata=(("team", "blue"),),
        )
        assert view.editor.problems == {}
        view.save()
        await until(lambda: view.editor.base is not None)
        stored = client.beta.assistants.retrieve(view.editor.key)
        assert (stored.name, stored.description, stored.instructions) == ("Tutor 🦉", "Explains", "Be kind.")
        assert (stored.model, stored.temperature, stored.top_p) == ("scripted-1", 0.3, 0.9)
        assert stored.metadata == {"team": "blue"}
        wanted = stored.response_format.to_dict()
        assert wanted["json_schema"]["name"] == "answer"
        assert wanted["json_schema"]["strict"] is True
        assert not view.editor.changed
        assert not view.can_save
        assert Drafts(tmp_path).all() == {}


async def test_saving_sends_only_what_changed_and_keeps_everything_else(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    tool = {
        "type": "function",
        "function": {"name": "look_up", "parameters": {"type": "object", "properties": {}}},
    }
    made = client.beta.assistants.create(
        model="scripted-1", name="Old", tools=[tool], metadata={"k": "v"}, reasoning_effort="low", top_p=0.5
    )
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(name="New")
        assert view.editor.changed == {"name"}
        view.save()
        await until(lambda: not view.editor.changed and not view.saving)
    now = client.beta.assistants.retrieve(made.id).to_dict()
    assert now == {**made.to_dict(), "name": "New"}


async def test_clearing_a_field_clears_it_in_the_engine(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A", description="d", temperature=0.2)
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(name="", description="", temperature=None)
        view.save()
        await until(lambda: not view.editor.changed and not view.saving)
    now = client.beta.assistants.retrieve(made.id)
    assert not now.name
    assert not now.description
    assert heard.texts == []


async def test_delete_and_undo_bring_it_back_with_its_draft(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    first = client.beta.assistants.create(model="scripted-1", name="First")
    second = client.beta.assistants.create(model="scripted-1", name="Second")
    async with page(engine, heard, tmp_path) as view:
        assert names(view) == ["Second", "First"]
        view.select(second.id)
        view.edit(instructions="half written")
        view.delete()
        await until(lambda: heard.notes)
        assert names(view) == ["First"]
        assert view.editor.key == first.id
        assert [a.id for a in client.beta.assistants.list()] == [first.id]
        heard.press("Undo")
        await until(lambda: view.editor is not None and view.editor.key == second.id)
        assert names(view) == ["Second", "First"]
        assert view.editor.form.instructions == "half written"
        assert client.beta.assistants.retrieve(second.id).name == "Second"


async def test_duplicate_copies_what_the_form_does_not_show(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
    made = client.beta.assistants.create(model="scripted-1", name="A", tools=[tool], metadata={"x": "y"})
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.duplicate()
        await until(lambda: view.editor.key != made.id)
        copy = client.beta.assistants.retrieve(view.editor.key).to_dict()
    original = made.to_dict()
    for name in ("id", "created_at", "name"):
        copy.pop(name), original.pop(name)
    assert copy == original


async def test_a_draft_survives_the_end_of_the_program(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="Kept")
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(instructions="never saved \ud83d", temperature=9.0, schema="{")
        view.new()
        view.edit(name="Brand new")
    async with page(engine, heard, tmp_path) as view:
        assert names(view) == ["Brand new", "Kept"]
        assert [row.draft for row in view.list.rows.rows] == [True, True]
        view.select(made.id)
        assert view.editor.form.instructions == "never saved \ufffd"
        assert view.editor.changed == {"instructions", "temperature"}
        assert set(view.editor.problems) == {"temperature"}
        assert not view.can_save
        assert client.beta.assistants.retrieve(made.id).instructions is None


async def test_a_draft_is_on_disk_soon_without_any_action(engine: Any, heard: Any, tmp_path: Path) -> None:
    async with page(engine, heard, tmp_path) as view:
        view.new()
        view.edit(name="About to crash")
        await until(
            lambda: any("About to crash" in f.read_text() for f in tmp_path.glob("*.json")), timeout=2
        )


async def test_an_untouched_new_assistant_leaves_nothing_behind(
    engine: Any, heard: Any, client: Any, tmp_path: Path
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A")
    async with page(engine, heard, tmp_path) as view:
        view.new()
        assert len(names(view)) == 2
        view.select(made.id)
        assert names(view) == ["A"]
    assert list(tmp_path.glob("*.json")) == []


async def test_changes_of_another_window_are_taken_over(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A", instructions="one")
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(description="mine")
        client.beta.assistants.update(made.id, instructions="two")
        view.activate()
        await until(lambda: view.editor.form.instructions == "two")
        assert view.editor.changed == {"description"}
        assert not view.editor.clash


@pytest.mark.parametrize("keep_mine", [True, False])
async def test_a_conflict_is_said_and_decided_by_a_person(
    engine: Any, client: Any, heard: Any, tmp_path: Path, keep_mine: bool
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A", instructions="one")
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(instructions="mine", description="also mine")
        client.beta.assistants.update(made.id, instructions="theirs", name="B")
        view.save()
        await until(lambda: view.editor.clash)
        assert view.editor.conflict_words == "Instructions"
        assert not view.can_save
        assert client.beta.assistants.retrieve(made.id).instructions == "theirs"
        view.resolve(keep_mine=keep_mine)
        view.save()
        await until(lambda: not view.editor.changed and not view.saving)
        now = client.beta.assistants.retrieve(made.id)
        assert now.instructions == ("mine" if keep_mine else "theirs")
        assert (now.name, now.description) == ("B", "also mine")


async def test_deleted_in_another_window_can_be_brought_back_or_let_go(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A")
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(name="Mine")
        client.beta.assistants.delete(made.id)
        view.save()
        await until(lambda: view.editor.gone)
        view.bring_back_deleted()
        await until(lambda: not view.editor.gone)
        assert view.editor.form.name == "Mine"
        client.beta.assistants.delete(made.id)
        view.activate()
        await until(lambda: view.editor.gone)
        view.let_go()
        assert view.editor is None
        assert view.list.state == "empty"


async def test_revert_can_be_undone(engine: Any, client: Any, heard: Any, tmp_path: Path) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="A", instructions="old")
    async with page(engine, heard, tmp_path) as view:
        view.select(made.id)
        view.edit(instructions="an hour of work")
        view.revert()
        assert view.editor.form.instructions == "old"
        heard.press("Undo")
        assert view.editor.form.instructions == "an hour of work"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": "x" * 257}, "name"),
        ({"description": "x" * 513}, "description"),
        ({"instructions": "x" * 256_001}, "instructions"),
        ({"model": " "}, "model"),
        ({"temperature": 2.1}, "temperature"),
        ({"top_p": -0.1}, "top_p"),
        ({"answer_format": "json_schema", "schema": "{oops"}, "response_format"),
        ({"answer_format": "json_schema", "schema": "[]"}, "response_format"),
        ({"answer_format": "json_schema", "schema": "{}", "schema_name": "no good"}, "response_format"),
        ({"metadata": (("", "x"),)}, "metadata"),
        ({"metadata": (("a", "1"), ("a", "2"))}, "metadata"),
        ({"metadata": (("k" * 65, "v"),)}, "metadata"),
        ({"metadata": (("k", "v" * 513),)}, "metadata"),
        ({"metadata": tuple((str(i), "v") for i in range(17))}, "metadata"),
    ],
)
async def test_limits_are_said_at_the_field_before_saving(
    engine: Any, heard: Any, tmp_path: Path, typed: dict[str, Any], field: str
) -> None:
    async with page(engine, heard, tmp_path) as view:
        view.new()
        view.edit(model="scripted-1", name="A")
        assert view.can_save
        view.edit(**typed)
        assert set(view.editor.problems) == {field}
        assert not view.can_save


async def test_what_the_engine_refuses_stands_at_its_field(engine: Any, heard: Any, tmp_path: Path) -> None:
    async with page(engine, heard, tmp_path) as view:
        view.new()
        view.edit(
            model="scripted-1",
            answer_format="json_schema",
            schema_name="ok",
            schema='{"type": "object"}',
            schema_rest={"description": 5},
        )
        view.save()
        await until(lambda: view.editor.refused)
        assert set(view.editor.refused) == {"response_format"}
        view.edit(answer_format="auto")
        assert view.can_save


async def test_tokens_of_the_instructions_are_counted(engine: Any, heard: Any, tmp_path: Path) -> None:
    async with page(engine, heard, tmp_path) as view:
        counted: list[int] = []
        view.tokens_counted.connect(counted.append)
        view.new()
        view.edit(instructions="hello world " * 1000)
        await until(lambda: counted and counted[-1] > 1500)


async def test_search_looks_into_names_descriptions_models_and_instructions(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    client.beta.assistants.create(model="scripted-1", name="Alpha", instructions="weather reports")
    client.beta.assistants.create(model="scripted-1", name="Beta", description="Sums up")
    async with page(engine, heard, tmp_path) as view:
        view.list.set_search("WEATHER alpha")
        assert names(view) == ["Alpha"]
        view.list.set_search("sums")
        assert names(view) == ["Beta"]
        view.list.set_search("nothing like it")
        assert names(view) == []
        assert view.list.state == "ready"


async def test_what_is_typed_while_it_is_saved_stays_typed(
    engine: Any, client: Any, heard: Any, tmp_path: Path
) -> None:
    async with page(engine, heard, tmp_path) as view:
        view.new()
        view.edit(model="scripted-1", name="First")
        view.save()
        await asyncio.sleep(0)
        view.edit(name="First and more")
        await until(lambda: view.editor.base is not None and not view.saving)
        assert view.editor.form.name == "First and more"
        assert view.editor.changed == {"name"}
        assert client.beta.assistants.retrieve(view.editor.key).name == "First"


async def test_an_unreachable_engine_is_a_state_of_the_list(heard: Any, tmp_path: Path, qapp: Any) -> None:
    from app.core.errors import EngineUnavailable

    class Nobody:
        async def ready_client(self, timeout: float = 1.0, /) -> Any:
            raise EngineUnavailable("The engine is not running.", advice="Restart it.")

    view = AssistantsViewModel(Assistants(Nobody()), Drafts(tmp_path), heard.bus)
    view.activate()
    await until(lambda: view.list.state == "error")
    assert view.list.error.message == "The engine is not running."
    await view.close()

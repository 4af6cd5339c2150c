"""Data folders as earlier programs left them open in this one, after a copy; nothing in them is lost, and one can go back.

The folders in ``fixtures`` were written by those programs themselves (an assistant, a thread with a run, a file, a
deleted thread, a comparison with a draft, a knowledge store with a document, settings and a connection); ``made.json``
tells the ids. Versions in between are made by stopping the migrations at each step. ``make_fixture.py`` makes the folder of
the newest version, once it is decided.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.connections.profile import load_profiles
from app.core import copies, settings
from app.core.errors import StorageFailed
from app.core.paths import Paths, resolve
from app.engine.store.migrations import HEAD, migrate
from app.engine.store.migrations.upgrade import REVISIONS
from app.knowledge import database as knowledge_database
from app.knowledge.service import KnowledgeService
from app.terminal import restore as restore_command
from app.terminal.doctor_data import data_versions, known_versions
from app.workbench import journal_schema
from app.workbench.journal import Journal
from tests.support.engine_process import EngineFailed, EngineProcess

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.zip"))
OLDEST = FIXTURES[0]


def unpack(fixture: Path, folder: Path) -> tuple[Paths, dict[str, str]]:
    with zipfile.ZipFile(fixture) as archive:
        archive.extractall(folder)
    return resolve(folder), json.loads((folder / "made.json").read_text("utf-8"))


def look_through_the_engine(folder: Path, made: dict[str, str]) -> None:
    with EngineProcess(folder) as engine:
        client = engine.client()
        assistant = client.beta.assistants.retrieve(made["assistant"])
        assert (assistant.name, assistant.metadata) == ("Lighthouse ü", {"k": "v"})
        assert assistant.tools[0].type == "function"
        assert client.beta.threads.retrieve(made["thread"]).metadata == {"title": "Lamp"}
        messages = client.beta.threads.messages.list(made["thread"], order="asc").data
        texts = [message.content[0].text.value for message in messages]  # type: ignore[union-attr]
        assert texts == ["Who kept the lamp?", "The keeper of the lamp was Jon Alder."]
        run = client.beta.threads.runs.retrieve(made["run"], thread_id=made["thread"])
        assert (run.status, run.usage is not None) == ("completed", True)
        assert len(client.beta.threads.runs.steps.list(made["run"], thread_id=made["thread"]).data) == 1
        assert b"Jon Alder" in client.files.content(made["file"]).read()
        back: Any = client.post(f"/threads/{made['deleted']}/restore", cast_to=object)
        assert back["id"] == made["deleted"]


async def look_through_window_and_knowledge(paths: Paths) -> None:
    journal = Journal(paths.journal_database)
    stored = await journal.load("comparison_1")
    await asyncio.to_thread(journal.close)
    assert stored is not None
    assert (stored.title, stored.setup) == ("Two lanes", {"lanes": [1, 2]})
    assert stored.drafts == {"a": "half a prompt"}
    assert len(stored.turns[0].events) == 17
    service = await KnowledgeService.open(paths.engine_knowledge)
    try:
        (hit,) = (await service.search(["vs_old"], "keeper of the lamp")).hits
        assert "Jon Alder" in hit.text
        assert hit.attributes == {"year": 1874}
    finally:
        await service.close()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_folder_of_an_earlier_program_opens_after_a_copy_was_made(fixture: Path, tmp_path: Path) -> None:
    paths, made = unpack(fixture, tmp_path / "data ☃")
    before = {kept.name: copies.version_of(kept.path) for kept in copies.databases(paths)}
    assert data_versions(paths)[0].verdict == "ok"
    asyncio.run(look_through_window_and_knowledge(paths))
    look_through_the_engine(
        paths.data, made
    )  # last: it tidies away knowledge that no vector store of its own has
    now = {name: versions[-1] for name, versions in known_versions().items()}
    assert {kept.name: copies.version_of(kept.path) for kept in copies.databases(paths)} == now
    outdated = {name: version for name, version in before.items() if version != now[name]}
    kept = {copy.database: copy for copy in copies.copies(paths)}
    assert {name: copies.version_of(copy.path) for name, copy in kept.items()} == outdated
    assert settings.load(paths.settings).theme == "dark"
    assert [profile.name for profile in load_profiles(paths.profiles)] == ["Acme"]


def test_a_copy_made_before_an_update_comes_back_with_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths, made = unpack(OLDEST, tmp_path / "data")
    with EngineProcess(paths.data) as engine:  # updated, and something is lost afterwards
        engine.client().beta.assistants.delete(made["assistant"])
        running = copies.copies(paths)[0]
        with pytest.raises(StorageFailed, match="is running"):
            restore_command.run(name=running.id, data_dir=str(paths.data))
    assert restore_command.run(name="latest", data_dir=str(paths.data)) == 0
    told = capsys.readouterr().out
    assert "Assistants, threads and runs" in told
    assert "kept as engine-" in told
    assert copies.version_of(paths.engine_database) == "0001"
    assert {found.database for found in copies.copies(paths) if found.why == "restore"} == {
        "engine",
        "knowledge",
    }
    look_through_the_engine(paths.data, made)


def test_data_of_a_newer_program_is_refused_in_words_until_a_copy_is_back(tmp_path: Path) -> None:
    paths, made = unpack(FIXTURES[-1], tmp_path / "data")
    (copy,) = (copy for copy in copies.copy_all(paths) if copy.database == "engine")
    connection = sqlite3.connect(paths.engine_database)
    with connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    with pytest.raises(EngineFailed) as refused:
        EngineProcess(paths.data).start()
    assert "newer version of the program" in str(refused.value.event)
    assert "restore" in str(refused.value.event)
    restore_command.run(name=copy.id, data_dir=str(paths.data))
    look_through_the_engine(paths.data, made)
    newer = next(found for found in copies.copies(paths) if found.version == "9999")
    with pytest.raises(
        StorageFailed, match="newer version"
    ):  # and that one is not brought back by this program
        restore_command.run(name=newer.id, data_dir=str(paths.data))


@pytest.mark.parametrize("step", range(1, len(REVISIONS)))
def test_the_engine_goes_on_from_every_version_in_between(step: int, tmp_path: Path) -> None:
    paths, _made = unpack(OLDEST, tmp_path)
    backups = copies.folder_of(paths)
    migrate(paths.engine_database, backups, revisions=REVISIONS[: step + 1])
    shutil.rmtree(backups, ignore_errors=True)
    migrate(paths.engine_database, backups)
    assert copies.version_of(paths.engine_database) == HEAD
    assert [copy.version for copy in copies.copies(paths)] == (
        [REVISIONS[step].revision] if step + 1 < len(REVISIONS) else []
    )
    assert count(paths.engine_database, "messages") == 3


@pytest.mark.parametrize("step", range(1, len(journal_schema.STEPS)))
def test_the_journal_goes_on_from_every_version_in_between(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, _made = unpack(OLDEST, tmp_path)
    whole = journal_schema.STEPS
    monkeypatch.setattr(journal_schema, "STEPS", whole[: step + 1])
    Journal(paths.journal_database).close()
    monkeypatch.setattr(journal_schema, "STEPS", whole)
    Journal(paths.journal_database).close()
    assert copies.version_of(paths.journal_database) == f"v{len(whole)}"
    assert count(paths.journal_database, "events") == 17


@pytest.mark.parametrize("step", range(1, knowledge_database.SCHEMA_VERSION))
def test_knowledge_goes_on_from_every_version_in_between(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, _made = unpack(OLDEST, tmp_path)
    whole = knowledge_database._STEPS
    file = paths.engine_knowledge / "knowledge.db"
    monkeypatch.setattr(knowledge_database, "_STEPS", whole[: step + 1])
    knowledge_database.Database(file).close()
    monkeypatch.setattr(knowledge_database, "_STEPS", whole)
    knowledge_database.Database(file).close()
    assert copies.version_of(file) == f"v{len(whole)}"
    assert count(file, "files") == 1


def count(database: Path, table: str) -> int:
    connection = sqlite3.connect(database)
    (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    connection.close()
    return int(number)

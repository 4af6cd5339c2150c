"""The page Connections as state: real HTTP to a scripted service, keys in a real keyring's protocol or in memory."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.entities import ENGINE
from app.viewmodels import connections as module
from app.viewmodels.connections import ConnectionsViewModel
from tests.support.memory_keyring import MemoryKeyring
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import ScriptedUpstream

KEY = "sk-test-0123456789abcdef"


@pytest.fixture
def service() -> Iterator[ScriptedUpstream]:
    with ScriptedUpstream(models=["small", "large"], key=KEY) as upstream:
        yield upstream


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@asynccontextmanager
async def page(folder: Path, heard: Any, keys: KeyStore) -> AsyncIterator[ConnectionsViewModel]:
    connections = Connections(folder / "connections.json", keys)
    view = ConnectionsViewModel(connections, heard.bus)
    view.activate()
    await until(lambda: view.place is not None)
    try:
        yield view
    finally:
        await view.close()
        await connections.close()


def names(view: ConnectionsViewModel) -> list[str]:
    return [row.name for row in view.rows.rows]


def nothing_holds_the_key(folder: Path) -> None:
    for file in folder.rglob("*"):
        assert not file.is_file() or KEY not in file.read_text(errors="replace"), file


async def test_add_test_and_offer_the_models(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring, service: ScriptedUpstream
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        changed: list[None] = []
        view.models_changed.connect(lambda: changed.append(None))
        view.new("other")
        assert not view.can_save
        view.edit(name="Office", base_url=service.base_url)
        view.set_key(KEY)
        assert view.key_words == "It will be kept in the test keyring."
        view.save()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        assert view.editor.result.message == "Office works: 2 models found."
        assert view.editor.form.models == ("small", "large")
        assert keyring.entries == {("assistant-workbench", "office"): KEY}
        assert [(row.name, row.detail, row.level) for row in view.rows.rows] == [
            ("This computer", "Engine and built-in model", "engine"),
            ("Office", "2 models", "ok"),
        ]
        assert changed
        assert not view.editor.key
        assert "A key is kept in the test keyring" in view.key_words
        assert not view.editor.changed
    kept = json.loads((tmp_path / "connections.json").read_text())["connections"]
    assert [(p["id"], p["models"]) for p in kept] == [("office", ["small", "large"])]
    nothing_holds_the_key(tmp_path)
    assert KEY not in repr(heard.notes)


async def test_a_wrong_key_is_said_at_the_key(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring, service: ScriptedUpstream
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="Office", base_url=service.base_url)
        view.set_key("sk-wrong-000000000000")
        view.test()
        await until(lambda: view.editor.result is not None)
        assert view.editor.result.key_refused
        assert not view.editor.result.ok
        view.set_key(KEY)
        assert view.editor.result is None
        view.test()
        await until(lambda: view.editor.result is not None)
        assert view.editor.result.ok


async def test_a_missing_v1_is_mended_by_one_click(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring, service: ScriptedUpstream
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="Office", base_url=f"http://127.0.0.1:{service.port}")
        view.set_key(KEY)
        view.save()
        await until(lambda: view.editor.result is not None)
        assert view.editor.result.suggested_base_url == service.base_url
        assert view.rows.rows[1].level == "problem"
        view.apply_fix()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        assert view.editor.base.base_url == service.base_url
        assert view.rows.rows[1].level == "ok"


async def test_without_a_keyring_the_session_is_said(
    tmp_path: Path, heard: Any, service: ScriptedUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(
        "keyring.core._keyring_backend", None
    )  # the library chooses once, when it is first asked
    async with page(tmp_path, heard, KeyStore()) as view:
        assert view.session_only
        view.new()
        view.edit(name="Office", base_url=service.base_url)
        assert "for this session only, because no keyring was found" in view.key_words
        view.set_key(KEY)
        view.save()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        assert view.editor.has_kept_key
        assert "known for this session" in view.key_words
    nothing_holds_the_key(tmp_path)
    async with page(tmp_path, heard, KeyStore()) as view:
        view.select("office")
        view.test()
        await until(lambda: view.editor.result is not None)
        assert view.editor.result.message == "The key of Office is not known any more."


async def test_delete_with_undo_keeps_the_key_until_the_time_is_over(
    tmp_path: Path,
    heard: Any,
    keyring: MemoryKeyring,
    service: ScriptedUpstream,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="Office", base_url=service.base_url)
        view.set_key(KEY)
        view.save()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        view.delete()
        await until(lambda: names(view) == ["This computer"])
        assert view.selected_key == ENGINE
        assert keyring.entries
        heard.press("Undo")
        await until(lambda: names(view) == ["This computer", "Office"])
        assert view.selected_key == "office"
        view.test()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        monkeypatch.setattr(module, "UNDO_SECONDS", 0.05)
        monkeypatch.setattr(module, "_GRACE_SECONDS", 0.05)
        view.delete()
        await until(lambda: not keyring.entries)
        assert names(view) == ["This computer"]


async def test_the_end_of_the_program_deletes_the_keys_of_deleted_connections(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring, service: ScriptedUpstream
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="Office", base_url=service.base_url)
        view.set_key(KEY)
        view.save()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        view.delete()
        await until(lambda: names(view) == ["This computer"])
        assert keyring.entries
    assert not keyring.entries


async def test_the_kept_key_can_be_replaced_and_removed(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring, service: ScriptedUpstream
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="Office", base_url=service.base_url)
        view.set_key("sk-old-0000000000000")
        view.save()
        await until(lambda: view.editor.result is not None)
        view.set_key(KEY)
        view.save()
        await until(lambda: view.editor.result is not None and view.editor.result.ok)
        assert list(keyring.entries.values()) == [KEY]
        view.forget_kept_key()
        assert view.key_words == "The kept key is deleted when you save."
        view.save()
        await until(lambda: not keyring.entries)
        assert not view.editor.has_kept_key


async def test_what_is_typed_stays_while_something_else_is_looked_at(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new("azure")
        key = view.selected_key
        view.edit(base_url="https://mine.openai.azure.com", api_version="2024-10-21")
        view.set_key(KEY)
        view.select(ENGINE)
        assert names(view) == ["This computer", "Azure OpenAI"]
        view.select(key)
        assert view.editor.form.api_version == "2024-10-21"
        assert view.editor.key.reveal() == KEY
        view.revert()
        assert names(view) == ["This computer"]


async def test_changes_of_another_window_show_up(tmp_path: Path, heard: Any, keyring: MemoryKeyring) -> None:
    keys = KeyStore(backend=keyring)
    other = Connections(tmp_path / "connections.json", keys)
    async with page(tmp_path, heard, keys) as view:
        from app.connections.profile import Profile

        made, _ = await other.add(Profile("", "Theirs", "http://127.0.0.1:1/v1"))
        view.activate()
        assert names(view) == ["This computer", "Theirs"]
        view.select(made.id)
        await other.delete(made.id)
        view.activate()
        await settle()
        assert view.editor.gone
        assert not view.can_save
    await other.close()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"base_url": ""}, "base_url"),
        ({"base_url": "ftp://example.com"}, "base_url"),
        ({"base_url": "https://user:secret@example.com/v1"}, "base_url"),
        ({"headers": (("", "x"),)}, "headers"),
        ({"headers": (("X-A", "1"), ("x-a", "2"))}, "headers"),
    ],
)
async def test_what_cannot_be_saved_is_said_at_its_field(
    tmp_path: Path, heard: Any, keyring: MemoryKeyring, typed: dict[str, Any], field: str
) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="A", base_url="https://example.com/v1")
        assert view.can_save
        view.edit(**typed)
        assert set(view.editor.problems) == {field}
        assert not view.can_save


async def test_an_unusable_key_is_said_at_the_key(tmp_path: Path, heard: Any, keyring: MemoryKeyring) -> None:
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        view.edit(name="A", base_url="http://127.0.0.1:9/v1")
        view.set_key("not a key\nat all")
        view.save()
        await until(lambda: view.editor.refused)
        assert set(view.editor.refused) == {"key"}
        assert names(view)[1:] == ["A"]


async def test_a_key_of_the_environment_is_used_and_never_kept(
    tmp_path: Path,
    heard: Any,
    keyring: MemoryKeyring,
    service: ScriptedUpstream,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    async with page(tmp_path, heard, KeyStore(backend=keyring)) as view:
        view.new()
        assert view.environment_entries == ["env:OPENAI_API_KEY"]
        view.edit(name="A", base_url=service.base_url, environment_entry="env:OPENAI_API_KEY")
        view.save()
        await until(lambda: view.editor.result is not None)
        assert view.editor.result.ok
    assert not keyring.entries
    nothing_holds_the_key(tmp_path)

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.connections.profile import Profile, load_profiles
from app.connections.registry import Connections
from app.connections.secrets import SERVICE, Key, KeyStore
from app.core.errors import AuthenticationFailed, InvalidInput, NotFound, StorageFailed
from tests.connections.test_secrets import MemoryKeyring
from tests.support.scripted_upstream import ScriptedUpstream

KEY = "sk-marked-0a1b2c3d4e5f"


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def draft(name: str = "Acme", base_url: str = "https://api.example.com/v1", **rest: Any) -> Profile:
    return Profile("", name, base_url, **rest)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "connections.json"


@pytest.fixture
def backend() -> MemoryKeyring:
    return MemoryKeyring()


def test_add_change_delete_with_the_key_in_the_keyring_only(path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        heard: list[int] = []
        stop = connections.observe(lambda: heard.append(len(connections.list())))
        added, place = await connections.add(draft(base_url="api.example.com/v1/chat/completions"), KEY)
        assert (added.id, added.keyring_entry, added.base_url) == (
            "acme",
            "acme",
            "https://api.example.com/v1",
        )
        assert place is not None
        assert place.durable
        assert backend.kept == {(SERVICE, "acme"): KEY}
        assert KEY not in path.read_text()
        assert path.stat().st_mode & 0o077 == 0
        assert await connections.key_of(added) == Key(KEY)

        second, _ = await connections.add(draft(name="ACME"))
        assert second.id == "acme-2"
        assert second.keyring_entry == ""
        assert await connections.key_of(second) is None

        changed, _ = await connections.update(replace(added, name="Acme Cloud"))
        assert changed.id == "acme"
        assert backend.kept == {(SERVICE, "acme"): KEY}
        await connections.update(changed, "sk-new")
        assert backend.kept == {(SERVICE, "acme"): "sk-new"}
        without, _ = await connections.update(changed, "")
        assert without.keyring_entry == ""
        assert backend.kept == {}

        await connections.update(changed, "sk-again")
        gone = await connections.delete("acme")
        assert backend.kept == {}
        assert gone.name == "Acme Cloud"
        with pytest.raises(NotFound):
            connections.get("acme")
        assert heard == [1, 2, 2, 2, 2, 2, 1]
        stop()
        again = await connections.restore("acme")
        assert again == gone
        assert backend.kept == {(SERVICE, "acme"): "sk-again"}
        with pytest.raises(NotFound):
            await connections.restore("acme")
        assert len(heard) == 7
        await connections.close()

    run(main())
    assert [p.id for p in Connections(path, KeyStore(backend=backend)).list()] == ["acme-2", "acme"]


@pytest.mark.parametrize(
    ("wrong", "key", "field"),
    [
        (draft(name="  "), "", "name"),
        (draft(name="x" * 81), "", "name"),
        (draft(base_url="nonsense://"), "", "base_url"),
        (draft(), "not a key", "key"),
        (draft(headers={"X-Api-Key": "sk-x"}), "", "headers"),
        (draft(proxy="http://user:word@proxy.example:3128"), "", "proxy"),
    ],
)
def test_what_cannot_be_saved_names_the_field_and_saves_nothing(
    path: Path, backend: MemoryKeyring, wrong: Profile, key: str, field: str
) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        with pytest.raises(InvalidInput) as refused:
            await connections.add(wrong, key)
        assert refused.value.field == field
        assert connections.list() == ()
        assert not path.exists()
        kept, _ = await connections.add(draft())
        with pytest.raises(InvalidInput):
            await connections.update(replace(wrong, id=kept.id), key)
        assert connections.get(kept.id) == kept

    run(main())


def test_names_of_the_engine_are_no_ids(path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        for name in ("Engine", "local", "!!!", "日本語"):
            added, _ = await connections.add(draft(name=name))
            assert added.id not in {"engine", "local", "builtin", ""}

    run(main())


def test_a_key_that_is_gone_and_a_key_from_the_environment(
    path: Path, backend: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        added, _ = await connections.add(draft(), KEY)
        backend.kept.clear()
        with pytest.raises(AuthenticationFailed) as lost:
            await connections.key_of(added)
        assert "Enter it again" in lost.value.advice
        env, place = await connections.add(draft(name="Env", keyring_entry="env:ACME_KEY"), "")
        assert place is None
        with pytest.raises(AuthenticationFailed) as unset:
            await connections.client(env.id)
        assert "ACME_KEY" in unset.value.message
        monkeypatch.setenv("ACME_KEY", KEY)
        client = await connections.client(env.id)
        assert client.api_key == KEY
        await connections.delete(env.id)
        assert os.environ["ACME_KEY"] == KEY
        await connections.close()

    run(main())


def test_clients_are_shared_until_something_changes(path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        added, _ = await connections.add(draft(), KEY)
        first = await connections.client(added.id)
        assert await connections.client(added.id) is first
        await connections.update(added, "sk-other")
        assert first.is_closed()
        second = await connections.client(added.id)
        assert second is not first
        assert second.api_key == "sk-other"
        await connections.delete(added.id)
        assert second.is_closed()
        with pytest.raises(NotFound):
            await connections.client(added.id)

    run(main())


def test_another_window_is_noticed_and_not_overwritten(path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        one = Connections(path, KeyStore(backend=backend))
        two = Connections(path, KeyStore(backend=backend))
        heard: list[str] = []
        two.observe(lambda: heard.append(" ".join(p.id for p in two.list())))
        watching = asyncio.ensure_future(two.watch(0.01))
        await one.add(draft(name="First"))
        for _ in range(200):
            if heard:
                break
            await asyncio.sleep(0.01)
        watching.cancel()
        assert heard == ["first"]
        assert not two.refresh()
        await one.add(draft(name="Second"))  # not seen by two yet
        await two.add(draft(name="Third"))
        assert [p.id for p in two.list()] == ["first", "second", "third"]
        assert one.refresh()
        assert [p.id for p in one.list()] == ["first", "second", "third"]
        await one.delete("first")
        with pytest.raises(NotFound):
            await two.update(replace(two.get("first"), name="Mine"))

    run(main())


def _add_many(path: str, name: str) -> None:
    async def main() -> None:
        connections = Connections(Path(path), KeyStore(session={}, backend=MemoryKeyring()))
        for number in range(10):
            await connections.add(draft(name=f"{name} {number}"))

    asyncio.run(main())


def test_two_processes_writing_at_once_lose_nothing(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_add_many, args=(str(path), name)) for name in ("a", "b")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    assert {p.name for p in load_profiles(path)} == {f"{n} {i}" for n in "ab" for i in range(10)}
    assert [p.name for p in path.parent.iterdir() if p.suffix == ".tmp"] == []


def test_a_damaged_file_is_said_and_left_alone(path: Path, backend: MemoryKeyring) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('{"connections": [{"id"')
    with pytest.raises(StorageFailed):
        Connections(path, KeyStore(backend=backend))
    assert path.read_text() == '{"connections": [{"id"'


def test_a_folder_that_cannot_be_written(tmp_path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        connections = Connections(tmp_path / "config" / "connections.json", KeyStore(backend=backend))
        (tmp_path / "config").write_text("a file, not a folder")
        with pytest.raises(StorageFailed) as failed:
            await connections.add(draft())
        assert failed.value.advice

    run(main())


def test_temporary_connections_are_written_nowhere(path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        added = connections.add_temporary(draft(name="Command line"), Key(KEY))
        assert connections.temporary == (added,)
        assert connections.get(added.id) == added
        assert (await connections.client(added.id)).api_key == KEY
        saved, _ = await connections.add(draft(name="Command line"))
        assert saved.id != added.id
        await connections.delete(added.id)
        assert connections.temporary == ()
        await connections.close()

    run(main())
    assert backend.kept == {}
    assert KEY not in path.read_text()


def test_a_test_of_a_saved_connection_keeps_its_models(path: Path, backend: MemoryKeyring) -> None:
    async def main() -> None:
        with ScriptedUpstream(models=("a", "b"), key=KEY) as service:
            connections = Connections(path, KeyStore(backend=backend))
            unsaved = draft(base_url=service.base_url)
            assert (await connections.check(unsaved, KEY)).ok
            assert (await connections.check(unsaved, "not a key")).ok is False
            assert connections.list() == ()
            saved, _ = await connections.add(unsaved, KEY)
            assert saved.models == ()
            result = await connections.check(saved)
            assert result.models == ("a", "b")
            assert connections.get(saved.id).models == ("a", "b")
            backend.kept.clear()
            result = await connections.check(saved)
            assert not result.ok
            assert "not known any more" in result.message

    run(main())
    assert json.loads(path.read_text())["connections"][0]["models"] == ["a", "b"]


def test_an_observer_that_fails_disturbs_nobody(
    path: Path, backend: MemoryKeyring, caplog: pytest.LogCaptureFixture
) -> None:
    async def main() -> None:
        connections = Connections(path, KeyStore(backend=backend))
        heard: list[int] = []
        connections.observe(lambda: 1 / 0)  # type: ignore[arg-type,return-value]
        connections.observe(lambda: heard.append(1))
        await connections.add(draft())
        assert heard == [1]

    run(main())
    assert "observer" in caplog.text


def test_what_was_found_out_of_models_stays_beside_what_the_service_says(path: Path) -> None:
    async def main() -> None:
        with ScriptedUpstream(models=("small", "large")) as service:
            connections = Connections(path, KeyStore(backend=MemoryKeyring()))
            facts = {
                "small": {"tools": "native", "shutdown_date": "2030-01-01"},
                "gone": {"vision": True},
            }
            added, _ = await connections.add(
                draft(base_url=service.base_url, models=("small", "gone"), facts=facts)
            )
            assert (await connections.check(added)).ok
            now = load_profiles(path)[0]
            assert now.models == ("small", "large")
            assert now.facts == {"small": {"tools": "native"}}
            await connections.close()

    run(main())

from __future__ import annotations

import asyncio
import copy
import json
import logging
import pickle
import threading
import time
from typing import Any

import pytest
from keyring import errors
from keyring.backend import KeyringBackend

from app.connections import keyring_backend
from app.connections.secrets import SERVICE, Key, KeyStore, clean_key, environment_keys
from app.core.errors import InvalidInput, KeyringUnavailable

MARKED = "sk-marked-1f2e3d4c5b"


class MemoryKeyring(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.forgetful = False
        self.calls = 0
        self.release = threading.Event()
        self.release.set()

    def _go(self) -> None:
        self.calls += 1
        assert self.release.wait(20)
        if self.error:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._go()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._go()
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._go()
        if (service, username) not in self.kept:
            raise errors.PasswordDeleteError("No such password!")
        del self.kept[service, username]


def test_a_key_never_shows_itself() -> None:
    key = Key(MARKED)
    for shown in (
        repr(key),
        str(key),
        f"{key}",
        f"{key!r:>40}",
        f"{[key]} { ({'k': key}) }",
        "%s" % key,  # noqa: UP031 - how logging formats
        str(vars(logging.makeLogRecord({"msg": "%s", "args": (key,)}))),
    ):
        assert MARKED not in shown
    for store in (pickle.dumps, copy.deepcopy, json.dumps):
        with pytest.raises(TypeError):
            store(key)  # type: ignore[operator]
    assert key == Key(MARKED)
    assert key != Key("other")
    assert hash(key) == hash(Key(MARKED))
    assert key
    assert not Key("")
    assert not hasattr(key, "__dict__")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sk-abc", "sk-abc"),
        ("  sk-abc\n", "sk-abc"),
        ('"sk-abc"', "sk-abc"),
        ("Bearer sk-abc", "sk-abc"),
        ("bearer  sk-abc ", "sk-abc"),
    ],
)
def test_what_a_person_pastes_becomes_a_key(typed: str, meant: str) -> None:
    assert clean_key(typed).reveal() == meant


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n", '""', "sk–abc", "sk abc", "sk-a\nb", "sk-\x00", "ключ", "Bearer "]
)
def test_what_no_header_can_carry_is_refused_with_the_field(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_key(typed)
    assert refused.value.field == "key"
    assert refused.value.advice
    if typed.strip():
        assert typed.strip() not in str(refused.value)


def test_set_get_delete_in_the_keyring_and_nowhere_else() -> None:
    async def main() -> None:
        backend = MemoryKeyring()
        keys = KeyStore(backend=backend)
        place = await keys.set("acme", f"  {MARKED} ")
        assert place.durable
        assert backend.kept == {(SERVICE, "acme"): MARKED}
        assert keys.session_keys() == {}
        assert (await KeyStore(backend=backend).get("acme")) == Key(MARKED)
        await keys.delete("acme")
        assert await keys.get("acme") is None
        await keys.delete("acme")
        await keys.delete("")
        assert await keys.get("") is None

    asyncio.run(main())


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.KeyringLocked("locked"), "is locked"),
        (errors.NoKeyringError("none"), "No keyring"),
        (errors.InitError("Prompt dismissed"), "Prompt dismissed"),
        (RuntimeError("dbus is gone"), "dbus is gone"),
        (OSError("pipe"), "pipe"),
        (KeyError("odd"), "odd"),
    ],
)
def test_a_keyring_that_fails_never_loses_the_key_and_says_why(error: Exception, words: str) -> None:
    async def main() -> None:
        backend = MemoryKeyring()
        backend.error = error
        keys = KeyStore(backend=backend)
        place = await keys.set("acme", MARKED)
        assert not place.durable
        assert words in place.name
        assert place.name.startswith("this session only (")
        assert await keys.get("acme") == Key(MARKED)
        with pytest.raises(KeyringUnavailable) as raised:
            await keys.get("other")
        assert words in raised.value.message
        assert MARKED not in f"{raised.value} {raised.value.details}"
        backend.error = None
        assert (await keys.set("acme", MARKED)).durable
        assert keys.session_keys() == {}

    asyncio.run(main())


def test_a_keyring_that_forgets_is_found_out() -> None:
    async def main() -> None:
        backend = MemoryKeyring()
        backend.forgetful = True
        keys = KeyStore(backend=backend)
        place = await keys.set("acme", MARKED)
        assert not place.durable
        assert "did not keep the key" in place.reason
        assert await keys.get("acme") == Key(MARKED)

    asyncio.run(main())


def test_a_keyring_that_waits_for_its_prompt_is_given_up_and_asked_only_once() -> None:
    async def main() -> None:
        backend = MemoryKeyring()
        backend.kept[SERVICE, "acme"] = MARKED
        backend.release.clear()
        keys = KeyStore(backend=backend, timeout=0.1)
        begun = time.monotonic()
        for _ in range(3):
            with pytest.raises(KeyringUnavailable) as raised:
                await keys.get("acme")
            assert "did not answer" in raised.value.message
            assert "Unlock" in raised.value.advice
        assert time.monotonic() - begun < 5
        assert backend.calls == 1  # no second prompt while the first is open
        backend.release.set()
        for _ in range(100):
            try:
                found = await keys.get("acme")
            except KeyringUnavailable:
                continue
            break
        assert found == Key(MARKED)

    asyncio.run(main())


def test_waiting_for_a_keyring_can_be_cancelled_and_does_not_keep_the_program_alive() -> None:
    async def main() -> None:
        backend = MemoryKeyring()
        backend.release.clear()
        keys = KeyStore(backend=backend, timeout=30)
        task = asyncio.ensure_future(keys.get("acme"))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        waiting = [t for t in threading.enumerate() if t.name == "keyring-get"]
        assert waiting
        assert all(t.daemon for t in waiting)
        backend.release.set()

    asyncio.run(main())


def test_environment_keys_are_read_and_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        keys = KeyStore(backend=MemoryKeyring())
        monkeypatch.setenv("ACME_KEY", f" {MARKED} ")
        assert await keys.get("env:ACME_KEY") == Key(MARKED)
        for change in (keys.set("env:ACME_KEY", "sk-x"), keys.delete("env:ACME_KEY")):
            with pytest.raises(InvalidInput) as refused:
                await change
            assert "ACME_KEY" in refused.value.message
        monkeypatch.delenv("ACME_KEY")
        assert await keys.get("env:ACME_KEY") is None

    asyncio.run(main())
    monkeypatch.setenv("OPENAI_API_KEY", MARKED)
    monkeypatch.delenv("AZURE_OPENAI_API_KEY", raising=False)
    assert environment_keys() == ["env:OPENAI_API_KEY"]


def test_session_keys_come_before_the_keyring_and_can_be_forgotten() -> None:
    async def main() -> None:
        backend = MemoryKeyring()
        backend.kept[SERVICE, "acme"] = "sk-old"
        keys = KeyStore(backend=backend, session={"acme": MARKED, "empty": ""})
        assert await keys.get("acme") == Key(MARKED)
        assert list(keys.session_keys()) == ["acme"]
        keys.remember("acme", None)
        assert await keys.get("acme") == Key("sk-old")
        assert backend.kept == {(SERVICE, "acme"): "sk-old"}

    asyncio.run(main())


class _Chosen:
    """Stands for what ``keyring.get_keyring()`` gives."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, backend: Any) -> None:
        monkeypatch.setattr("keyring.get_keyring", lambda: backend)


def test_only_the_systems_own_keyrings_are_taken_unasked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setattr("keyring.util.platform_.config_root", lambda: tmp_path)
    from keyring.backends import SecretService, fail, null

    for backend in (fail.Keyring(), null.Keyring(), MemoryKeyring()):
        _Chosen(monkeypatch, backend)
        found = keyring_backend.find()
        assert found.backend is None
        assert found.reason.startswith("no keyring found")
    real = SecretService.Keyring()
    _Chosen(monkeypatch, real)
    assert keyring_backend.find().backend is real
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.MemoryKeyring")
    own = MemoryKeyring()
    _Chosen(monkeypatch, own)
    assert keyring_backend.find().backend is own


def test_of_a_chain_only_a_safe_link_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import SecretService, chainer

    class PlaintextKeyring(MemoryKeyring):
        """Writes plain text."""

    unsafe, safe = PlaintextKeyring(), SecretService.Keyring()
    for links, expected in (([unsafe, safe], safe), ([unsafe], None), ([], None)):
        chain = chainer.ChainerBackend()
        monkeypatch.setattr(type(chain), "backends", links)
        _Chosen(monkeypatch, chain)
        assert keyring_backend.find().backend is expected


def test_the_place_has_the_name_people_know() -> None:
    for module, name in (
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.Windows", "Windows Credential Locker"),
        ("keyring.backends.kwallet", "KDE Wallet"),
    ):
        backend = type("Keyring", (MemoryKeyring,), {"__module__": module})()
        assert keyring_backend.name_of(backend) == name
        assert KeyStore(backend=backend).place() == name

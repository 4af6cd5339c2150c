"""Keys in a real keyring (gnome-keyring over D-Bus), and on a machine that has none."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from tests.support import secret_service

MARKED = "sk-marked-7f3b0c5d9e"
needs_keyring = pytest.mark.skipif(
    bool(secret_service.missing()), reason=secret_service.missing() or "nothing is missing"
)


def run(code: str, environment: dict[str, str], *arguments: str) -> Any:
    """Run a program of its own, which prints one JSON document."""
    preamble = "import asyncio, json, sys\nfrom app.connections.secrets import Key, KeyStore, Place\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", preamble + textwrap.dedent(code), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert MARKED not in done.stderr
    return json.loads(done.stdout)


@needs_keyring
def test_a_key_is_kept_in_gnome_keyring_and_found_by_another_process(tmp_path: Path) -> None:
    with secret_service.SecretService(tmp_path) as service:
        kept = run(
            f"""
            async def main():
                keys = KeyStore()
                before = await keys.get("acme")
                place = await keys.set("acme", "{MARKED}")
                return {{"before": before, "place": place.name, "durable": place.durable,
                        "memory": list(keys.session_keys()), "said": keys.place()}}
            print(json.dumps(asyncio.run(main())))
            """,
            service.environment,
        )
        assert kept == {
            "before": None,
            "place": "GNOME Keyring",
            "durable": True,
            "memory": [],
            "said": "GNOME Keyring",
        }
        found = run(
            """
            async def main():
                keys = KeyStore()
                key = await keys.get("acme")
                await keys.delete("acme")
                await keys.delete("acme")
                return [key.reveal(), await keys.get("acme")]
            print(json.dumps(asyncio.run(main())))
            """,
            service.environment,
        )
        assert found == [MARKED, None]
    on_disk = [p for p in tmp_path.rglob("*") if p.is_file() and MARKED.encode() in p.read_bytes()]
    assert on_disk == []  # gnome-keyring's own file is encrypted


@needs_keyring
def test_a_locked_keyring_keeps_nobody_waiting_and_the_key_stays_in_memory(tmp_path: Path) -> None:
    with secret_service.SecretService(tmp_path, locked=True) as service:
        said = run(
            f"""
            async def main():
                keys = KeyStore(timeout=10)
                place = await keys.set("acme", "{MARKED}")
                return [place.durable, place.name, (await keys.get("acme")).reveal()]
            print(json.dumps(asyncio.run(main())))
            """,
            service.environment,
        )
    assert said[0] is False
    assert said[1].startswith("this session only (GNOME Keyring ")
    assert said[2] == MARKED


def test_without_a_keyring_keys_live_in_memory_and_that_is_said(tmp_path: Path) -> None:
    environment = secret_service.clean_environment(tmp_path)
    said = run(
        f"""
        async def main():
            keys = KeyStore()
            place = await keys.set("acme", "{MARKED}")
            return [place.durable, place.name, keys.place(), (await keys.get("acme")).reveal()]
        print(json.dumps(asyncio.run(main())))
        """,
        environment,
    )
    assert said == [
        False,
        "this session only (no keyring found)",
        "this session only (no keyring found)",
        MARKED,
    ]
    again = run("print(json.dumps(asyncio.run(KeyStore().get('acme'))))", environment)
    assert again is None
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


@pytest.mark.parametrize(
    ("module", "name"),
    [("keyrings.alt.file", "PlaintextKeyring"), ("somebody.vault", "PlainTextVault")],
)
def test_a_keyring_that_writes_plain_text_counts_as_none(tmp_path: Path, module: str, name: str) -> None:
    """The back ends of keyrings.alt are imitated by name: a file of plain text, chosen by its variable."""
    parts = module.split(".")
    folder = tmp_path.joinpath("site", *parts[:-1])
    folder.mkdir(parents=True)
    (folder / f"{parts[-1]}.py").write_text(
        textwrap.dedent(f"""
            import pathlib
            from keyring.backend import KeyringBackend
            class {name}(KeyringBackend):
                priority = 9
                def get_password(self, service, username):
                    path = pathlib.Path("{tmp_path}/leak"); return path.read_text() if path.exists() else None
                def set_password(self, service, username, password):
                    pathlib.Path("{tmp_path}/leak").write_text(password)
                def delete_password(self, service, username): pass
        """)
    )
    environment = secret_service.clean_environment(tmp_path / "home")
    environment["PYTHONPATH"] += f":{tmp_path / 'site'}"
    environment["PYTHON_KEYRING_BACKEND"] = f"{module}.{name}"
    said = run(
        f"""
        async def main():
            keys = KeyStore()
            return [(await keys.set("acme", "{MARKED}")).durable, keys.place()]
        print(json.dumps(asyncio.run(main())))
        """,
        environment,
    )
    assert said == [False, f"this session only (no keyring found: {module} would keep keys in files)"]
    assert not (tmp_path / "leak").exists()


def test_a_wrong_name_for_a_keyring_is_no_crash(tmp_path: Path) -> None:
    environment = secret_service.clean_environment(tmp_path)
    environment["PYTHON_KEYRING_BACKEND"] = "no.such.Keyring"
    said = run("print(json.dumps(asyncio.run(KeyStore().find_place()).name))", environment)
    assert said.startswith("this session only (the keyring set up for Python cannot be loaded: ")

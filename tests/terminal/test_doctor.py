"""What ``doctor`` finds, and that its diagnostics file holds no key, wherever one was put."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.connections.secrets import Key, KeyStore
from app.core.paths import own_command, own_environment, resolve
from app.terminal import doctor_checks, doctor_data
from app.terminal.doctor_checks import Finding
from app.terminal.doctor_report import write
from tests.connections.test_secrets import MemoryKeyring

MARKED = {
    "keyring": "plainLookingKeyOfTheService77",
    "session": "anotherSessionOnlyKey88",
    "environment": "fromTheEnvironment99xyz",
    "header": "gateway+header/value==55",
    "proxy": "pr0xy-passw0rd",
    "address": "pass:w0rd-in-address",
    "query": "query-signature-123456",
    "shape": "sk-proj-A1b2C3d4E5f6G7h8",
    "bearer": "Zm9vYmFyYmF6cXV4MTIz",
    "text": "what a person wrote, in confidence",
    "system proxy": "syst3m-proxy-pw",
}


def test_the_diagnostics_file_holds_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A marked key in every field that can take one, also those that only an edited file can hold."""
    paths = resolve(tmp_path / "data").create()
    monkeypatch.setenv("ACME_CREDENTIAL", MARKED["environment"])
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:{MARKED['system proxy']}@proxy.example:3128")
    profiles: list[dict[str, Any]] = [
        {"id": "acme", "name": "Acme", "base_url": "https://api.example/v1", "keyring_entry": "acme"},
        {"id": "env", "name": "Env", "base_url": "https://b.example", "keyring_entry": "env:ACME_CREDENTIAL"},
        {
            "id": "edited",
            "name": f"Edited {MARKED['keyring']}",
            "base_url": f"https://me:{MARKED['address']}@c.example/v1?sig={MARKED['query']}",
            "keyring_entry": "session:edited",
            "headers": {"X-Gateway-Token": MARKED["header"], "X-Plain": MARKED["header"]},
            "proxy": f"http://user:{MARKED['proxy']}@proxy.example:3128",
            "organization": MARKED["shape"],
        },
    ]
    paths.profiles.write_text(json.dumps({"version": 1, "connections": profiles}))
    everything = " ".join(
        f"{name}={value}" for name, value in MARKED.items() if name not in {"text", "bearer"}
    )
    paths.settings.write_text(
        json.dumps({"theme": "dark", "model_file": everything, "language": MARKED["keyring"]})
    )
    (paths.logs / "window.log").write_text(
        f"2026 ERROR app: {everything}\nAuthorization: Bearer {MARKED['bearer']}\napi_key={MARKED['bearer']}\n"
    )
    (paths.logs / "crash.log").write_text(json.dumps({"headers": {"authorization": MARKED["header"]}}))
    (paths.data / MARKED["shape"]).write_text(MARKED["text"])
    with sqlite3.connect(paths.journal_database) as journal:
        journal.execute("CREATE TABLE drafts (text)")
        journal.execute("INSERT INTO drafts VALUES (?)", (MARKED["text"],))
    journal.close()
    keys = KeyStore(backend=MemoryKeyring())
    findings = [Finding("Engine", "failed", f"refused {MARKED['keyring']}", f"see {MARKED['session']}")]
    file = tmp_path / "report.json"
    file.write_text("an older one, readable by all")

    async def main() -> None:
        await keys.set("acme", MARKED["keyring"])
        keys.remember("session:edited", Key(MARKED["session"]))
        await write(file, paths, findings, keys=keys)

    asyncio.run(main())
    text = file.read_text("utf-8")
    assert [name for name, value in MARKED.items() if value in text or json.dumps(value)[1:-1] in text] == []
    document = json.loads(text)
    assert document["findings"][0]["message"] == "refused •••"
    assert document["settings"]["theme"] == "dark"
    assert [connection["key"] for connection in document["connections"]] == [
        "kept",
        "from an environment variable",
        "kept",
    ]
    assert document["connections"][0]["address"] == "https://api.example/v1"
    assert document["connections"][2]["headers"] == ["(a key)", "X-Plain"]
    assert any("ERROR app" in line for line in document["logs"]["window.log"])
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_whole_command_writes_one_too(tmp_path: Path) -> None:
    """As a program of its own, with a key in its environment: neither lines nor file nor data folder repeat it."""
    report = tmp_path / "out" / "diagnostics ☃.json"
    done = subprocess.run(
        own_command("doctor", "--data-dir", str(tmp_path / "data"), "--report", str(report)),
        env={
            **own_environment(),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "OPENAI_API_KEY": MARKED["shape"],
            "HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    document = json.loads(report.read_text("utf-8"))
    names = [finding["name"] for finding in document["findings"]]
    for name in (
        "Versions",
        "Qt libraries",
        "Display",
        "Disk",
        "Data",
        "Keys",
        "Ports",
        "Engine",
        "Built-in model",
    ):
        assert name in names
    assert all(f["advice"] for f in document["findings"] if f["verdict"] == "warning" and f["name"] != "Disk")
    assert "openai" in document["libraries"]
    assert document["places"]["data"] == "~/data"
    for file in [report, *(tmp_path / "data").rglob("*")]:
        if file.is_file():
            assert MARKED["shape"].encode() not in file.read_bytes(), file
    assert MARKED["shape"] not in done.stdout + done.stderr


def test_a_report_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    from app.core.errors import StorageFailed

    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageFailed, match="cannot be written"):
        asyncio.run(write(tmp_path / "file" / "r.json", resolve(tmp_path / "d").create(), []))


def test_data_of_a_newer_program_is_told_with_what_to_do(tmp_path: Path) -> None:
    paths = resolve(tmp_path).create()
    with sqlite3.connect(paths.journal_database) as journal:
        journal.execute("PRAGMA user_version=999")
    journal.close()
    (finding,) = doctor_data.data_versions(paths)
    assert finding.verdict == "failed"
    assert "workbench.db (v999)" in finding.message
    assert "assistant-workbench restore" in finding.advice
    paths.journal_database.write_bytes(b"no database at all" * 100)
    (finding,) = doctor_data.data_versions(paths)
    assert (finding.verdict, "cannot be read" in finding.message) == ("failed", True)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_checks, "LEAST_FREE", 1 << 60)
    finding = asyncio.run(doctor_checks.disk(resolve(tmp_path / "not yet there")))
    assert finding.verdict == "warning"
    assert "--data-dir" in finding.advice


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has system packages to miss")
def test_missing_system_packages_are_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.core import system_packages
    from app.core.system_packages import Requirement

    monkeypatch.setattr(
        system_packages, "missing", lambda sections: [Requirement("libnone1", "libnone.so.1", "x")]
    )
    window, model = asyncio.run(doctor_checks.system_packages())
    assert (window.name, model.name) == ("Qt libraries", "Model libraries")
    assert window.verdict == model.verdict == "warning"
    assert "libnone" in window.advice


def test_a_closed_loopback_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("socket.create_connection", refuse)
    finding = asyncio.run(doctor_checks.ports())
    assert finding.verdict == "failed"
    assert "firewall" in finding.advice

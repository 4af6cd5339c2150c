"""An assistant's file that is named on the command line or opened by the system becomes an assistant: the real program."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.core.paths import own_command, own_environment
from app.workbench.portability import bundle
from app.workbench.portability.package import Package, PackedFile, PackedStore

pytestmark = pytest.mark.timeout(180)

# The program itself, told of files as macOS tells it: the first before there is a window, the others while one is there.
# What it says to the person is printed.
_DRIVER = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from app.main import main
from app.ui.application import make_application
from app.viewmodels.message_bus import MessageBus

early, late, *arguments = sys.argv[1:]
application = make_application()
say = MessageBus.show_error

def told(self, error, **more):
    print(json.dumps({"message": error.message, "advice": error.advice}), flush=True)
    return say(self, error, **more)

MessageBus.show_error = told

def opened(paths):
    for path in paths:
        application.event(QFileOpenEvent(path))

opened(json.loads(early))
QTimer.singleShot(1500, lambda: opened(json.loads(late)))
sys.exit(main(arguments))
"""


def _bundle(folder: Path, name: str) -> Path:
    """An assistant with a file in a store, and one for code."""
    note = folder / "note.txt"
    note.write_text("The harbour opens at six.", "utf-8")
    package = Package(
        assistant={"name": name, "model": "smollm2-135m-instruct", "instructions": f"I am {name}."},
        stores=(PackedStore({"name": "Notes"}, (PackedFile("note.txt", note),)),),
        code_files=(),
        extras={"sample_prompts": ["When does the harbour open?"]},
        handlers={},
    )
    path = folder / f"{name}.assistant"
    bundle.write(package, path)
    return path


def _run(folder: Path, command: list[str]) -> str:
    environment = {**own_environment(), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    done = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _assistants(data: Path) -> dict[str, Any]:
    """The stored assistants by name, with what belongs to them."""
    with sqlite3.connect(data / "engine.db") as database:
        rows = database.execute(
            "SELECT name, instructions, tool_resources FROM assistants WHERE deleted_at IS NULL ORDER BY name"
        ).fetchall()
    database.close()
    return {name: (instructions, json.loads(resources or "{}")) for name, instructions, resources in rows}


def test_a_file_named_on_the_command_line_is_taken_in(tmp_path: Path) -> None:
    """By its own name in the folder one is in, as a shell and a desktop give it; with what belongs to the assistant."""
    _bundle(tmp_path, "Harbour ü")
    data = tmp_path / "data"
    _run(
        tmp_path,
        own_command(
            "Harbour ü.assistant", "--data-dir", str(data), "--screenshot", str(tmp_path / "shown.png")
        ),
    )
    instructions, resources = _assistants(data)["Harbour ü"]
    assert instructions == "I am Harbour ü."
    assert len(resources["file_search"]["vector_store_ids"]) == 1
    assert (tmp_path / "shown.png").stat().st_size > 10_000


def test_files_opened_by_the_system_are_taken_in_and_what_is_wrong_is_said(tmp_path: Path) -> None:
    """Before there is a window and while one is there, several at once; a bad one does not keep the others out."""
    first, second, third = (_bundle(tmp_path, name) for name in ("Amber", "Birch", "Cedar"))
    damaged = tmp_path / "Damaged.assistant"
    damaged.write_bytes(first.read_bytes()[:-200])
    foreign = tmp_path / "Foreign.assistant"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    text = tmp_path / "Text.assistant"
    text.write_text("no archive", "utf-8")
    folder = tmp_path / "Folder.assistant"
    folder.mkdir()
    gone = tmp_path / "Gone.assistant"
    late = [str(path) for path in (second, damaged, foreign, text, folder, gone, third)]
    data = tmp_path / "data"
    command = [sys.executable, "-P", "-c", _DRIVER, json.dumps([str(first)]), json.dumps(late)]
    printed = _run(
        tmp_path,
        [*command, "--data-dir", str(data), "--screenshot", str(tmp_path / "shown.png")],
    )
    assert list(_assistants(data)) == ["Amber", "Birch", "Cedar"]
    said = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    words = {error["message"].partition(".assistant")[0].rsplit(" ", 1)[-1]: error for error in said}
    assert set(words) == {"Damaged", "Foreign", "Text", "Folder", "Gone"}, said
    assert words["Gone"]["message"] == "There is no file Gone.assistant."
    assert all(error["message"].endswith(".") and os.sep not in error["message"] for error in said)
    assert all(words[name]["advice"] for name in ("Damaged", "Foreign", "Text"))

"""The entry: who is called for which arguments, and that nothing heavy is imported on the way."""

from __future__ import annotations

import re
import subprocess
import sys
import types

import pytest

import app
from app import main as program
from app.core.paths import own_command, own_environment


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """Record which part is started, in place of the parts."""
    seen: list[tuple[str, object]] = []

    def part(module: str, function: str, result: int) -> None:
        def called(*arguments: object) -> int:
            seen.append((module, arguments[0] if arguments else None))
            return result

        stand_in = types.ModuleType(module)
        setattr(stand_in, function, called)
        monkeypatch.setitem(sys.modules, module, stand_in)

    part("app.cli", "main", 3)
    part("app.engine.lifecycle", "run_child", 4)
    part("app.inference.llama_server", "run_child", 5)
    part("app.bootstrap", "run_window", 6)
    part("app.interpreter.entry", "run", 8)
    monkeypatch.setattr("app.core.display.obstacle", lambda: None)
    return seen


@pytest.mark.parametrize(
    ("arguments", "part", "given", "code"),
    [
        ([], "app.bootstrap", program.WindowOptions(), 6),
        (
            ["--model-file", "a b.gguf", "--data-dir=x"],
            "app.bootstrap",
            program.WindowOptions(data_dir="x", model_file="a b.gguf"),
            6,
        ),
        (["my ü.assistant"], "app.bootstrap", program.WindowOptions(bundle="my ü.assistant"), 6),
        (
            ["--data-dir", "x", "My.ASSISTANT"],
            "app.bootstrap",
            program.WindowOptions(data_dir="x", bundle="My.ASSISTANT"),
            6,
        ),
        (["--bundle", "a.assistant"], "app.bootstrap", program.WindowOptions(bundle="a.assistant"), 6),
        (["compare", "hi", "--json"], "app.cli", ["compare", "hi", "--json"], 3),
        (["serve"], "app.cli", ["serve"], 3),
        (["doctor"], "app.cli", ["doctor"], 3),
        (["nonsense"], "app.cli", ["nonsense"], 3),
        (["--help"], "app.cli", ["--help"], 3),
        (["engine"], "app.engine.lifecycle", None, 4),
        (["model-server"], "app.inference.llama_server", None, 5),
        (["interpreter-worker", "native"], "app.interpreter.entry", ["native"], 8),
    ],
)
def test_the_first_argument_names_the_part(arguments, part, given, code, calls) -> None:
    assert program.main(arguments) == code
    assert calls == [(part, given)]


def test_unknown_options_are_refused(calls, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        program.main(["--model-fil", "x"])
    assert stopped.value.code == 2
    assert "--model-fil" in capsys.readouterr().err
    assert calls == []


def test_the_version_is_printed_by_the_real_program() -> None:
    done = subprocess.run(
        own_command("--version"),
        env=own_environment(),
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout == f"assistant-workbench {app.__version__}\n"
    assert re.fullmatch(r"\d+\.\d+\.\d+", app.__version__)


def test_nothing_heavy_is_imported_before_the_part_is_known() -> None:
    code = (
        "import sys; from app.main import main; main(['--version']);"
        "heavy = {'openai', 'PySide6', 'fastapi', 'sqlalchemy', 'keyring', 'tiktoken', 'argparse', 'asyncio'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=own_environment(),
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_program_without_a_terminal_can_speak_into_the_void(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert program.main(["--version"]) == 0

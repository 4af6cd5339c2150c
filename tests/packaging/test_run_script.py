"""``packaging/run.py``: the two commands of the README, and a clear sentence for everything that can be in their way."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import app
from app.core import system_packages

from .support import ROOT, copy_tree, run_script


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script, working on a folder of this test."""
    module = run_script()
    for name, value in {
        "ROOT": tmp_path,
        "UV_FOLDER": tmp_path / ".uv",
        "VENV": tmp_path / ".venv",
        "PYTHON": tmp_path / ".venv" / "bin" / "python",
        "STAMP": tmp_path / ".venv" / ".set-up.json",
    }.items():
        monkeypatch.setattr(module, name, value)
    (tmp_path / "pyproject.toml").write_text("")
    return module


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project's files in a folder with a difficult name, nothing set up."""
    folder = copy_tree(tmp_path_factory.mktemp("a clone with spaces ☃"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)  # more than a gigabyte


def start(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "UV"}
    }
    return subprocess.Popen(
        [sys.executable, str(folder / "packaging" / "run.py"), *arguments],
        cwd=folder.parent,
        env={**environment, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def run(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    process = start(folder, *arguments, **variables)
    output, _ = process.communicate(timeout=280)
    return process.returncode, output


@pytest.mark.packaging
@pytest.mark.timeout(300)
def test_a_fresh_clone_is_set_up_once_by_two_starts_at_the_same_time(clone: Path) -> None:
    processes = [start(clone, "--version") for _ in range(2)]
    outputs = [process.communicate(timeout=280)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    assert all(output.endswith(f"assistant-workbench {app.__version__}\n") for output in outputs)
    assert sum("Setting up" in output for output in outputs) == 1
    assert sum("waiting for it" in output for output in outputs) == 1

    before = time.monotonic()
    assert run(clone, "--version") == (0, f"assistant-workbench {app.__version__}\n")
    assert time.monotonic() - before < 5

    code, output = run(clone)  # no display: not a failure
    assert code == 0 or sys.platform != "linux"
    if sys.platform == "linux":
        assert "packaging/run.py compare" in output

    code, output = run(clone, "test", "--version")  # everything else is added
    assert code == 0, output
    assert "Setting up" in output
    assert "pytest" in output.splitlines()[-1]
    stamp = json.loads((clone / ".venv" / ".set-up.json").read_text("utf-8"))
    assert stamp["everything"] is True
    assert run(clone, "--version")[1].count("\n") == 1, "running needs no less than testing"


def test_no_network_is_a_sentence(tmp_path: Path) -> None:
    folder = copy_tree(tmp_path / "clone")
    nowhere = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": "",
        "PIP_NO_CACHE_DIR": "1",
    }
    code, output = run(folder, "--version", **nowhere)
    assert code == 1
    assert "uv could not be installed. The package registry cannot be reached: check the network" in output
    assert "Traceback" not in output
    assert not (folder / ".venv").exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    folder = copy_tree(tmp_path / "clone")
    (folder / ".uv").write_text("")  # even root cannot make a folder here
    code, output = run(folder, "--version")
    assert code == 1
    assert f"{folder} cannot be written" in output
    assert "Traceback" not in output


def test_it_can_be_read_by_older_pythons() -> None:
    source = (ROOT / "packaging" / "run.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    imported = set(re.findall(r"(?m)^(?:import|from) (\w+)", source)) - {"__future__"}
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 9), (3, 14), (4, 0)])
def test_another_python_is_looked_for(script, version, tmp_path, monkeypatch, capsys) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(script.sys, "version_info", (*version, 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(script, "_replace_by", lambda command, _: became.append(command) or 7)
    assert script.main(["serve", "--port", "1"]) == 1
    said = capsys.readouterr().err
    assert f"This is Python {version[0]}.{version[1]}" in said
    assert "3.11, 3.12 or 3.13" in said

    broken = tmp_path / "python3.13"  # found, but does not work (a version manager's placeholder)
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    (tmp_path / "python3.12").symlink_to(sys.executable)
    with pytest.raises(SystemExit) as stopped:
        script.main(["serve", "--port", "1"])
    assert stopped.value.code == 7
    assert became[0][0] == str(tmp_path / "python3.12")
    assert became[0][2:] == ["serve", "--port", "1"]


def test_a_python_without_pip_is_a_sentence(script, monkeypatch) -> None:
    monkeypatch.setattr(script, "_answers", lambda command: "")
    monkeypatch.setattr(script.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    with pytest.raises(script.Problem, match=r"has no pip\. Install it"):
        script._pip()


def test_a_folder_that_is_no_environment_is_left_alone(script, tmp_path) -> None:
    (tmp_path / ".venv").mkdir()
    mine = tmp_path / ".venv" / "mine.txt"
    mine.write_text("precious")
    with pytest.raises(script.Problem, match="is no Python environment"):
        script._make_venv(Path("no-uv-is-called"))
    assert mine.read_text() == "precious"


def test_what_is_set_up_depends_on_lock_project_folder_and_python(script, tmp_path, monkeypatch) -> None:
    key = script._key()
    script.PYTHON.parent.mkdir(parents=True)
    script.PYTHON.touch()
    script.STAMP.write_text(json.dumps({"key": key, "everything": False}))
    assert script._is_set_up(key, everything=False)
    assert not script._is_set_up(key, everything=True)
    assert not script._is_set_up("another", everything=False)
    for damage in ("", "[]", "{}", "null"):
        script.STAMP.write_text(damage)
        assert not script._is_set_up(key, everything=False)
    (tmp_path / "pyproject.toml").write_text("changed")
    assert script._key() != key
    changed = script._key()
    monkeypatch.setattr(script, "ROOT", tmp_path.parent / "moved")
    shutil.copytree(tmp_path, tmp_path.parent / "moved")
    assert script._key() != changed


def test_running_takes_its_part_of_the_lock_with_sums(script, tmp_path, monkeypatch) -> None:
    lock = tmp_path / "requirements.lock"
    monkeypatch.setattr(script, "LOCK_FILE", lock)
    script.UV_FOLDER.mkdir()
    body = (
        "# made by\none==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "two==2 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\ntwo==3 \\\n    --hash=sha256:dd\n"
        "tests-only==3 \\\n    --hash=sha256:ee\n"
    )
    lock.write_text(f"{body}{script.NEEDED_TO_RUN}\n# one==1.0 ; sys_platform != 'linux'\n# two==3\n")
    assert script._to_run().read_text() == (
        "one==1.0 ; sys_platform != 'linux' \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "two==3 \\\n    --hash=sha256:dd\n"
    )
    lock.write_text(body)
    assert script._to_run() == lock, "a lock that does not tell is taken whole"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("error: failed to write: No space left on device (os error 28)", "The disk is full"),
        ("error: Hash mismatch for `one==1`", "not the one that was pinned"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that was pinned"),
        ("invalid peer certificate: UnknownIssuer", "SSL_CERT_FILE"),
        ("dns error: failed to lookup address", "registry cannot be reached"),
        ("Could not find a version that satisfies uv", "registry cannot be reached"),
        ("Permission denied (os error 13)", "cannot be written"),
        ("something new", "They failed"),
    ],
)
def test_failures_are_explained(script, output, sentence) -> None:
    said = script._explain("They failed", output)
    assert sentence in said
    assert said.endswith(output)


def test_missing_system_packages_give_the_one_command(script, monkeypatch, capsys) -> None:
    lacking = [system_packages.Requirement("libone1", "libone.so.1", "window")] * 2
    monkeypatch.setattr(system_packages, "missing", lambda sections: lacking)
    monkeypatch.setattr(system_packages, "has_apt", lambda: True)
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert script.main(["test"]) == 1
    assert "The tests need system packages" in (said := capsys.readouterr().err)
    assert "sudo apt-get install libone1\n" in said
    assert script.main([]) == 1
    assert "The window needs system packages" in capsys.readouterr().err
    monkeypatch.setattr(system_packages, "has_apt", lambda: False)
    assert script.main(["--data-dir", "x"]) == 1
    assert "libone.so.1, libone.so.1" in capsys.readouterr().err


def test_without_the_models_package_the_program_starts_all_the_same(script, monkeypatch, capsys) -> None:
    lacking = [system_packages.Requirement("libone1", "libone.so.1", "model")]
    asked: list[list[str]] = []
    monkeypatch.setattr(system_packages, "missing", lambda sections: asked.append(sections) or lacking)
    monkeypatch.setattr(system_packages, "has_apt", lambda: True)
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(script, "_set_up", lambda *, everything: Path("uv"))
    monkeypatch.setattr(script, "_replace_by", lambda command, _: 5)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert script.main(["compare", "hi"]) == 5
    assert "sudo apt-get install libone1\n" in capsys.readouterr().err
    assert script.main([]) == 5
    assert script.main(["--version"]) == 5
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert script.main([]) == 5
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.delenv("DISPLAY")
    assert script.main([]) == 5
    assert asked == [["model"], ["window", "display", "model"], ["window", "model"], ["model"]]


def test_as_root_on_debian_they_are_installed(script, monkeypatch, capsys) -> None:
    commands: list[list[str]] = []
    answers = iter([[system_packages.Requirement("libone1", "libone.so.1", "window")], []])
    monkeypatch.setattr(system_packages, "missing", lambda sections: next(answers))
    monkeypatch.setattr(system_packages, "has_apt", lambda: True)
    monkeypatch.setattr(system_packages, "is_root", lambda: True)

    def recorded(command, environment, *, quiet):
        commands.append(command)
        assert environment["DEBIAN_FRONTEND"] == "noninteractive"
        return 0, ""

    monkeypatch.setattr(script, "_tell_and_run", recorded)
    script._system_packages("window")
    assert [command[1] for command in commands] == ["update", "install"]
    assert commands[1][-1] == "libone1"
    answers = iter([[system_packages.Requirement("libone1", "libone.so.1", "window")]])
    monkeypatch.setattr(script, "_tell_and_run", lambda *_, **__: (100, "E: no route to host"))
    with pytest.raises(script.Problem, match=r"could not be installed; this command failed: apt-get update"):
        script._system_packages("window")


@pytest.mark.parametrize(
    ("arguments", "failing"),
    [
        ([], set()),
        ([], {"mypy"}),
        ([], {"ruff", "python"}),
        (["tests/core", "-x"], set()),
        (["tests"], {"python"}),
    ],
)
def test_the_test_command_runs_all_checks_and_says_which_failed(
    script, monkeypatch, arguments, failing
) -> None:
    calls: list[list[str]] = []

    def call(command, *, cwd, env):
        calls.append(command)
        return int(Path(command[0]).name in failing)

    monkeypatch.setattr(script.subprocess, "call", call)
    monkeypatch.setattr(script, "_system_packages", lambda *_: None)
    monkeypatch.setattr(script, "_set_up", lambda *, everything: Path("uv"))
    assert script.main(["test", *arguments]) == int(bool(failing))
    checks = [] if arguments else ["ruff", "ruff", "mypy", "lint-imports"]
    once_more = "python" in failing and not arguments
    tests = ["python", "python"] if once_more else ["python"]
    assert [Path(command[0]).name for command in calls] == [*checks, *tests]
    pytest_call = ["-m", "pytest", *arguments]
    at_once = [] if arguments else ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
    assert calls[len(checks)][1:] == [*pytest_call, *at_once]
    if once_more:
        assert calls[-1][1:] == [*pytest_call, "--last-failed", "--last-failed-no-failures=none"]


def test_ctrl_c_ends_it_quietly(script, monkeypatch) -> None:
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(script, "_suitable_python", interrupt)
    assert script.main([]) == 130

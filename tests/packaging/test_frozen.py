"""The frozen program: built by installer.spec, started where nothing of the checkout is seen, doing the main job.

The build takes about 75 s of processor time, the rest half a minute, so it is an ordinary part of the suite. It is kept
under ``.cache`` until something that it is made of changes. ``ASSISTANT_WORKBENCH_FROZEN`` may name a built folder to test
instead; ``ASSISTANT_WORKBENCH_BARE`` a Debian tree without Python, in which it is then started, too (as root).
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

import app
from app.core.child_process import ChildProcess
from tests.packaging.support import BARE, ROOT, in_bare_debian, packaging_module

BUILTIN = "smollm2-135m-instruct"
PROMPT = "Hi!"  # the small model answers it in a dozen words, where it may ramble on after others

pytestmark = [pytest.mark.packaging, pytest.mark.builtin_model, pytest.mark.timeout(600)]


@pytest.fixture
def program(folder: Path) -> Iterator[Path]:
    """The executable; when a test is over, none of its processes may be left."""
    executable = folder / ("assistant-workbench.exe" if sys.platform == "win32" else "assistant-workbench")
    yield executable
    left = _processes(executable)
    for process in left:
        process.kill()
    assert left == []


def _processes(executable: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["exe", "status"])
        if process.info["exe"] == str(executable) and process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def run(
    program: Path, environment: dict[str, str], *arguments: str, timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program), *arguments],
        cwd=environment["HOME"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def test_it_says_its_version(program: Path, environment: dict[str, str]) -> None:
    done = run(program, environment, "--version")
    assert (done.returncode, done.stdout) == (0, f"assistant-workbench {app.__version__}\n"), done.stderr


def test_it_holds_what_is_needed_and_no_more(folder: Path) -> None:
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    assert {
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        "o200k_base.tiktoken.gz",
        "catalogue.json",
        "system-packages.txt",
    } <= names
    assert not [name for name in names if "libQt6Qml" in name or "libqgtk3" in name or "libgtk-3" in name]
    assert not {"jedi", "grpc", "pytest", "mypy", "hypothesis"} & {
        path.name for path in (folder / "_internal").iterdir()
    }
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < 800e6
    print(f"{size / 1e6:.0f} MB")


def test_the_doctor_finds_everything_in_it(
    program: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Engine, model and interpreter start from the folder alone; the diagnostics file is written."""
    begun = time.monotonic()
    assert run(program, environment, "--version").returncode == 0
    print(f"starts in {time.monotonic() - begun:.2f} s")
    report = tmp_path / "diagnostics.json"
    done = run(
        program, environment, "doctor", "--json", "--data-dir", str(tmp_path / "d"), "--report", str(report)
    )
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    found = {finding["name"]: finding for finding in document["findings"]}
    assert document["ok"]
    for name in ("Versions", "Qt libraries", "Model libraries", "Ports", "Engine", "Built-in model"):
        assert found[name]["verdict"] == "ok", found[name]
    assert "openai" in found["Versions"]["message"]
    assert "installed program" in found["Versions"]["message"]
    lines = [f for f in document["findings"] if f["name"] == "Code interpreter"]
    if sys.platform == "linux":
        assert [line for line in lines if line["verdict"] != "ok"] == []
        assert "native" in lines[-1]["message"]
    assert json.loads(report.read_text("utf-8"))["system"]["frozen"] is True


@pytest.mark.skipif(
    shutil.which("dpkg-deb") is None, reason="only Debian and Ubuntu can make and install a .deb"
)
def test_the_debian_package_installs_starts_and_asks_before_it_deletes_data(
    folder: Path, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made, installed by dpkg into a root of its own, started there, removed and purged."""
    installers = packaging_module("installers")
    monkeypatch.setenv("DEB_COMPRESSION", "none")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "assistant-workbench").symlink_to(folder)
    package = installers.deb(tmp_path / "dist")
    root = tmp_path / "root"
    (root / "var/lib/dpkg/info").mkdir(parents=True)
    (root / "var/lib/dpkg/updates").mkdir()
    (root / "var/lib/dpkg/status").touch()
    homes = tmp_path / "homes" / "somebody"
    kept = homes / ".local/share/assistant-workbench"
    kept.mkdir(parents=True)

    def dpkg(*arguments: str) -> str:
        options = ["--force-depends", "--force-not-root", "--force-script-chrootless", "--force-bad-path"]
        command = ["dpkg", f"--root={root}", f"--log={tmp_path / 'dpkg.log'}", *options, *arguments]
        surroundings = {**os.environ, "ASSISTANT_WORKBENCH_HOMES": str(homes)}
        surroundings.pop("DEBIAN_FRONTEND", None)
        done = subprocess.run(
            command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    dpkg("--install", str(package))
    package.unlink()
    started = subprocess.run(
        [str(root / "usr/bin/assistant-workbench"), "--version"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.stdout == f"assistant-workbench {app.__version__}\n", started.stderr
    for file in (
        "usr/share/applications/assistant-workbench.desktop",
        "usr/share/mime/packages/assistant-workbench.xml",
        "usr/share/icons/hicolor/256x256/apps/assistant-workbench.png",
        "usr/share/doc/assistant-workbench/copyright",
    ):
        assert (root / file).is_file(), file
    dpkg("--remove", "assistant-workbench")
    assert not (root / "opt/assistant-workbench").exists()
    assert "They were kept." in dpkg("--purge", "assistant-workbench")
    assert kept.is_dir()
    script = ROOT / "packaging/linux/postrm"
    for answer, deleted in (("n\n", False), ("yes\n", True)):
        assert ("Deleted." in _answered([str(script), "purge"], answer, str(homes))) is deleted
        assert kept.is_dir() is not deleted


def _answered(command: list[str], answer: str, homes: str) -> str:
    """What a script says to somebody who answers in a terminal."""
    import pty

    outer, inner = pty.openpty()
    os.write(outer, answer.encode())
    kept = {name: value for name, value in os.environ.items() if name != "DEBIAN_FRONTEND"}
    done = subprocess.run(
        command,
        env={**kept, "ASSISTANT_WORKBENCH_HOMES": homes},
        stdin=inner,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    os.close(outer)
    os.close(inner)
    return done.stdout


@pytest.mark.skipif(not BARE, reason="ASSISTANT_WORKBENCH_BARE names no bare Debian tree")
def test_it_starts_in_a_bare_debian_without_python(folder: Path, display: str, tmp_path: Path) -> None:
    """With nothing but libGL and libEGL beside it, the window does the main job and is photographed."""
    for arguments in ("doctor", f"--data-dir /tmp/data --prompt '{PROMPT}' --screenshot /tmp/out/bare.png"):
        in_bare_debian(f"/mnt/program/assistant-workbench {arguments}", folder, tmp_path, display)
    assert (tmp_path / "bare.png").stat().st_size > 20_000
    shots = ROOT / "artefacts"
    shots.mkdir(exist_ok=True)
    shutil.copy(tmp_path / "bare.png", shots / "bare-window.png")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
def test_without_a_display_it_shows_the_terminal_command_on_linux(
    program: Path, environment: dict[str, str]
) -> None:
    done = run(program, environment)
    assert done.returncode == 0, done.stderr
    assert 'assistant-workbench compare "' in done.stdout


def test_its_engine_runs_an_assistant_on_its_own_model(
    program: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Engine and model server are the same executable with an argument, and find everything in the folder."""
    from openai import AsyncOpenAI

    async def work() -> tuple[str, str]:
        config: dict[str, Any] = {
            "token": "a-token-of-this-test",
            "data_dir": str(tmp_path / "data"),
            "secrets": {},
            "parent": "test",
            "model_file": None,
        }
        engine = await ChildProcess.start([str(program), "engine"], config, environment=environment)
        try:
            address = f"http://127.0.0.1:{engine.ready['port']}/v1"
            async with AsyncOpenAI(base_url=address, api_key="a-token-of-this-test") as client:
                assistant = await client.beta.assistants.create(model=BUILTIN, instructions="Be brief.")
                run_ = await client.beta.threads.create_and_run_poll(
                    assistant_id=assistant.id,
                    thread={"messages": [{"role": "user", "content": PROMPT}]},
                    max_completion_tokens=300,
                )
                messages = await client.beta.threads.messages.list(run_.thread_id)
                (part,) = messages.data[0].content
                assert part.type == "text"
                return run_.status, part.text.value
        finally:
            await engine.stop()

    status, text = asyncio.run(work())
    assert status == "completed"
    assert text.strip()


def test_compare_answers_in_both_lanes(program: Path, environment: dict[str, str], tmp_path: Path) -> None:
    done = run(program, environment, "compare", PROMPT, "--json", "--data-dir", str(tmp_path / "data ☃"))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert [lane["api"] for lane in answer["lanes"]] == ["chat", "assistants"]
    assert all(lane["text"].strip() and lane["status"] == "completed" for lane in answer["lanes"])


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs an X server without a screen (Linux)")
def test_the_window_does_the_main_job_where_there_is_xvfb(
    program: Path, environment: dict[str, str], display: str, tmp_path: Path
) -> None:
    """A prompt, typed for it on the command line, is answered in both lanes by its own model; a picture is taken."""
    picture, data = tmp_path / "picture ☃.png", tmp_path / "data"
    done = run(
        program,
        {**environment, "DISPLAY": display},
        *("--data-dir", str(data), "--prompt", PROMPT, "--screenshot", str(picture)),
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 20_000, "an empty window"
    with sqlite3.connect(data / "engine.db") as database:
        answers = [
            text for (text,) in database.execute("SELECT content FROM messages WHERE role = 'assistant'")
        ]
    database.close()
    assert len(answers) == 1
    shots = ROOT / "artefacts"
    shots.mkdir(exist_ok=True)
    shutil.copy(picture, shots / "frozen-window.png")

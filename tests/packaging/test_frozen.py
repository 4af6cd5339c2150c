"""The frozen program: built by installer.spec, started where nothing of the checkout is seen, doing the main job.

The build takes about 75 s of processor time, the rest half a minute, so it is an ordinary part of the suite.
``ASSISTANT_WORKBENCH_FROZEN`` may name a built folder to test instead.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

import app
from app.core.child_process import ChildProcess

ROOT = Path(__file__).resolve().parents[2]
BUILTIN = "smollm2-135m-instruct"
PROMPT = "Hi!"  # the small model answers it in a dozen words, where it may ramble on after others

pytestmark = [pytest.mark.packaging, pytest.mark.builtin_model, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The built program's folder."""
    given = os.environ.get("ASSISTANT_WORKBENCH_FROZEN")
    if given:
        yield Path(given)
        return
    place = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "installer.spec"]
    command += ["--workpath", str(place / "build"), "--distpath", str(place / "a folder ☃")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    yield place / "a folder ☃" / "assistant-workbench"
    shutil.rmtree(place, ignore_errors=True)  # more than a gigabyte


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


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """As on a machine that has nothing of ours."""
    kept = ("PATH", "LANG", "SYSTEMROOT", "TEMP")
    return {**{name: os.environ[name] for name in kept if name in os.environ}, "HOME": str(tmp_path)}


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
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < 800e6


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


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of this test's own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1500x950x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


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

"""The interpreter's life in an engine: nothing is started before it is wanted, everything ends with the engine."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import psutil
import pytest

from app.core.paths import resolve
from app.engine.store.files import FileContents
from app.engine.store.migrations import migrate
from app.engine.store.session import Store
from app.engine.tools.code_interpreter.service import UNUSED_SECONDS, InterpreterService
from app.interpreter import preferences
from app.interpreter.preferences import Preferences
from tests.engine.interpreter.support import (
    ask,
    calls_of,
    code,
    get,
    interpreter_assistant,
    logs_of,
    newest,
    post,
    told,
)
from tests.engine.runs.support import wait_for
from tests.interpreter.test_remote import server as jupyter_server
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import ScriptedUpstream, Text

pytestmark = pytest.mark.timeout(180)

jupyter = jupyter_server


@pytest.fixture
def own_engine(tmp_path: Path, upstream: ScriptedUpstream) -> Iterator[EngineProcess]:
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine:
        yield engine


def sandboxes(engine: EngineProcess) -> list[psutil.Process]:
    """Processes that the engine started for code."""
    found = []
    for child in psutil.Process(engine.pid).children(recursive=True):
        try:
            words = " ".join(child.cmdline())
        except psutil.Error:
            continue
        if "bwrap" in words or "interpreter-worker" in words or "worker.native" in words:
            found.append(child)
    return found


def test_nothing_is_started_before_it_is_wanted(
    own_engine: EngineProcess, upstream: ScriptedUpstream
) -> None:
    with own_engine.client() as client:
        plain = client.beta.assistants.create(model="scripted-1")
        thread_id = client.beta.threads.create().id
        assert ask(client, plain, thread_id).status == "completed"
        time.sleep(0.5)
        assert sandboxes(own_engine) == []
        assert not (own_engine.data_dir / "interpreter").exists()
        # A run that may need it has a session warmed while its model thinks.
        upstream.reply(Text("No code is needed. " * 5, delay=0.15))
        run = ask(client, interpreter_assistant(client), thread_id)
        assert run.status == "completed"
        assert wait_for(lambda: sandboxes(own_engine), bool)


def test_a_warm_session_answers_at_once(own_engine: EngineProcess) -> None:
    with own_engine.client() as client:
        post(client, "/interpreter/sessions/lane_1/run", {"code": "1"})
        wait_for(lambda: list((own_engine.data_dir / "interpreter" / "spares").glob("*")), bool)
        time.sleep(3)
        begun = time.monotonic()
        cell = post(
            client, "/interpreter/sessions/lane_2/run", {"code": "import pandas; pandas.Series([1]).sum()"}
        )
        assert cell["status"] == "completed"
        assert time.monotonic() - begun < 2


def test_sandboxes_end_with_the_engine_within_a_second(own_engine: EngineProcess) -> None:
    with own_engine.http() as http:
        for number in range(3):
            http.post(f"/v1/interpreter/sessions/lane_{number}/run", json={"code": "x = 1"})
        body = {
            "code": "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    while True: pass",
            "stream": True,
        }
        with http.stream("POST", "/v1/interpreter/sessions/lane_9/run", json=body):
            wait_for(
                lambda: http.get("/v1/interpreter/sessions/lane_9").json()["state"],
                lambda state: state == "running",
            )
            left = sandboxes(own_engine)
            assert len(left) >= 4
            assert own_engine.stop() < 3
    assert own_engine.returncode == 0
    assert [process for process in left if process.is_running() and process.status() != "zombie"] == []


def test_an_engine_that_is_killed_leaves_no_sandbox(own_engine: EngineProcess) -> None:
    with own_engine.http() as http:
        http.post("/v1/interpreter/sessions/lane_1/run", json={"code": "x = 1"})
    left = sandboxes(own_engine)
    assert left
    own_engine.kill()
    wait_for(
        lambda: [p for p in left if p.is_running() and p.status() != psutil.STATUS_ZOMBIE],
        lambda seen: not seen,
    )


def test_files_outlive_the_engine(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine, engine.client() as client:
        assistant = interpreter_assistant(client)
        thread_id = client.beta.threads.create().id
        upstream.reply(code("x = 1\nopen('kept.txt', 'w').write('still')"), Text("ok"))
        ask(client, assistant, thread_id)
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine, engine.client() as client:
        upstream.reply(
            code("print(open('kept.txt').read(), 'x' in globals())"), Text("sandbox:/mnt/data/kept.txt")
        )
        run = ask(client, assistant, thread_id)
        assert "started anew (the program was restarted)" in told(upstream)[-1]
        assert logs_of(calls_of(client, run)[0]).endswith("still False\n")
        [link] = newest(client, thread_id).content[0].text.annotations
        assert client.files.content(link.file_path.file_id).read() == b"still"


def test_switched_off_and_back(own_engine: EngineProcess, upstream: ScriptedUpstream) -> None:
    with own_engine.client() as client:
        settings = post(client, "/interpreter/settings", {"backend": "off", "cell_seconds": 5})
        assert (settings["backend"], settings["cell_seconds"], settings["remote"]) == ("off", 5, None)
        state = get(client, "/interpreter")
        assert (state["state"], state["reason"]) == ("off", "The code interpreter is switched off.")
        assert "Connections" in state["advice"]
        assistant = interpreter_assistant(client)
        thread_id = client.beta.threads.create().id
        assert ask(client, assistant, thread_id).status == "completed"
        assert not upstream.chats[-1].body.get("tools")
        with pytest.raises(openai.BadRequestError, match="switched off") as refused:
            post(client, "/interpreter/sessions/lane_1/run", {"code": "1"})
        assert refused.value.code == "interpreter_unavailable"
        assert post(client, "/interpreter/settings", {"backend": "auto"})["cell_seconds"] == 5
        upstream.reply(code("import time\ntime.sleep(30)"), Text("Too slow."))
        begun = time.monotonic()
        run = ask(client, assistant, thread_id)
        assert (run.status, run.last_error) == ("completed", None)
        assert time.monotonic() - begun < 25
        [cell] = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
        assert cell["status"] == "timed_out"
    kept = json.loads((own_engine.data_dir / "config" / "interpreter.json").read_text())
    assert kept["cell_seconds"] == 5


def test_a_run_fails_with_the_reason_where_no_place_is_safe(
    own_engine: EngineProcess, upstream: ScriptedUpstream
) -> None:
    with own_engine.client() as client:
        post(client, "/interpreter/settings", {"backend": "remote", "remote": {"url": "http://127.0.0.1:9"}})
        assistant = interpreter_assistant(client)
        upstream.reply(code("1 + 1"))
        run = ask(client, assistant, client.beta.threads.create().id)
        assert run.status == "failed"
        assert run.last_error.message.startswith("The code interpreter is off")
        assert "Jupyter server" in run.last_error.message
        state = get(client, "/interpreter")
        assert (state["state"], state["backend"]) == ("off", None)
        assert (
            ask(client, client.beta.assistants.create(model="scripted-1"), run.thread_id).status
            == "completed"
        )


def test_a_remote_jupyter_server(own_engine: EngineProcess, upstream: ScriptedUpstream, jupyter: Any) -> None:
    entry = f"interpreter-{secrets.token_hex(3)}"
    remote = {"url": jupyter.url + "/", "keyring_entry": entry}
    with own_engine.client() as client:
        settings = post(client, "/interpreter/settings", {"backend": "remote", "remote": remote})
        assert settings["remote"] == {
            "url": jupyter.url, "kernel": None, "keyring_entry": entry, "has_token": False,
        }  # fmt: skip
        assert wait_for(lambda: get(client, "/interpreter")["state"], lambda s: s != "preparing") == "off"
        own_engine.send({"op": "secret", "entry": entry, "value": jupyter.token})
        wait_for(lambda: get(client, "/interpreter/settings")["remote"]["has_token"], bool)
        state = wait_for(lambda: get(client, "/interpreter"), lambda seen: seen["state"] == "ready")
        assert (state["backend"], "leave this computer" in state["remarks"][0]) == ("remote", True)
        assistant = interpreter_assistant(client)
        made = client.files.create(file=("in.csv", b"a\n4\n"), purpose="assistants")
        thread_id = client.beta.threads.create(
            tool_resources={"code_interpreter": {"file_ids": [made.id]}}
        ).id
        upstream.reply(
            code(
                "print(open('/mnt/data/in.csv').read()[2:])\nopen('/mnt/data/out.txt', 'w').write('far')\n"
                "import matplotlib.pyplot as plt\n%matplotlib inline\nplt.plot([1, 2]); plt.show()\n6 * 7"
            ),
            Text("[out](sandbox:/mnt/data/out.txt)"),
        )
        run = ask(client, assistant, thread_id)
        assert run.status == "completed", run.last_error
        [call] = calls_of(client, run)
        assert [output.type for output in call.outputs] == ["logs", "image", "logs"]
        assert logs_of(call) == "4\n\n42\n"
        message = newest(client, thread_id)
        [link] = message.content[1].text.annotations
        assert client.files.content(link.file_path.file_id).read() == b"far"
    written = "".join(
        path.read_text(errors="replace")
        for path in (own_engine.data_dir / "config").rglob("*")
        if path.is_file()
    )
    assert jupyter.token not in written + own_engine.log


def test_what_belongs_to_nobody_is_removed(tmp_path: Path) -> None:
    paths = resolve(tmp_path).create()
    migrate(paths.engine_database, paths.data / "backups")

    async def nothing(_entry: str) -> str:
        return ""

    async def script() -> list[str]:
        store = Store(paths.engine_database)
        service = InterpreterService(
            paths=paths, store=store, contents=FileContents(paths.engine_files), token_of=nothing
        )
        for key in ("thread_gone", "lane_old", "lane_new"):
            await (await service.session(key)).add_file("a.txt", b"1")
        old = time.time() - UNUSED_SECONDS - 10
        home = paths.data / "interpreter" / "sessions" / "lane_old"
        for path in (home / "data", home):
            os.utime(path, (old, old))
        await service.tidy(time.time())
        await service.close()
        await store.close()
        return sorted(path.name for path in home.parent.iterdir())

    assert asyncio.run(script()) == ["lane_new"]


def test_preferences_survive_what_people_write_into_files(tmp_path: Path) -> None:
    path = tmp_path / "interpreter.json"
    assert preferences.load(path) == Preferences()
    for text in (
        "",
        "[]",
        "{",
        '{"backend": "x", "cell_seconds": "9", "memory_mb": true, "idle_minutes": -4}',
    ):
        path.write_text(text)
        assert preferences.load(path) in {Preferences(), Preferences(idle_minutes=1)}
    chosen = Preferences(backend="remote", remote_url="http://h:1", memory_mb=4096, folder_mb=100)
    preferences.save(path, chosen)
    assert preferences.load(path) == chosen
    settings = chosen.settings("secret")
    assert settings.remote is not None
    assert (settings.remote.token, "secret" in repr(settings)) == ("secret", False)
    assert settings.limits.file_bytes == 100 * 1024 * 1024

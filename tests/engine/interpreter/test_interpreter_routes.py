"""Sessions by hand: the interpreter's own routes, in a real sandbox."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import openai
import pytest

from app.engine.models.sse import Event
from tests.engine.interpreter.support import ask, code, get, interpreter_assistant, post
from tests.engine.runs.support import wait_for
from tests.support.scripted_upstream import ScriptedUpstream, Text

pytestmark = pytest.mark.timeout(120)

PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()"


def streamed(engine: Any, path: str, body: dict[str, Any]) -> list[tuple[str, Any]]:
    """The events of a stream: names, and data as JSON."""
    found: list[Event] = []
    with engine.http() as http, http.stream("POST", path, json=body) as response:
        assert response.status_code == 200, response.read()
        name = ""
        for line in response.iter_lines():
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                found.append(Event(name, line[6:]))
    return [(one.name, None if one.data == "[DONE]" else json.loads(one.data)) for one in found]


def test_the_state(client: Any) -> None:
    state = wait_for(
        lambda: get(client, "/interpreter"), lambda seen: seen["state"] != "preparing", timeout=60
    )
    assert (state["object"], state["state"], state["reason"]) == ("interpreter", "ready", None)
    assert state["backend"] in {"native", "wasi"}
    assert any(name.startswith("pandas") for name in state["libraries"])
    assert state["definition"]["name"] == "code_interpreter"
    assert "pandas" in state["definition"]["description"]
    assert "sandbox:/mnt/data" in state["prompt"]


def test_no_token_no_interpreter(engine: Any) -> None:
    with engine.http(headers={"authorization": "Bearer wrong"}) as http:
        for path in ("/v1/interpreter", "/v1/interpreter/settings", "/v1/interpreter/sessions/lane_1"):
            assert http.get(path).status_code == 401
        assert http.post("/v1/interpreter/sessions/lane_1/run", json={"code": "1"}).status_code == 401


def test_a_conversation_that_is_kept_elsewhere(client: Any) -> None:
    path = "/interpreter/sessions/lane_a1"
    assert get(client, path) == {
        "object": "interpreter.session", "key": "lane_a1", "state": "none", "started_at": None, "backend": None,
        "files": [], "note": None,
    }  # fmt: skip
    table = client.files.create(file=("t.csv", b"a\n1\n"), purpose="assistants")
    cell = post(
        client,
        f"{path}/run",
        {
            "code": f"x = open('t.csv').read()\nprint(len(x))\n{PLOT}\nopen('o.txt', 'w').write('out')",
            "file_ids": [table.id],
        },
    )
    assert (cell["object"], cell["status"], cell["exit_reason"]) == ("interpreter.cell", "completed", None)
    assert [output["type"] for output in cell["outputs"]] == ["logs", "image", "logs"]
    [made] = cell["files"]
    assert (made["name"], made["path"], made["bytes"]) == ("o.txt", "/mnt/data/o.txt", 3)
    assert client.files.content(made["file_id"]).read() == b"out"
    assert cell["result_text"].startswith("4\n[Picture 1")
    session = get(client, path)
    assert (session["state"], session["backend"] in {"native", "wasi"}) == ("idle", True)
    assert abs(session["started_at"] - time.time()) < 60
    ids = {item["name"]: item["file_id"] for item in session["files"]}
    assert ids == {"t.csv": table.id, "o.txt": made["file_id"]}
    content = client.get(
        f"{path}/files/o.txt/content", cast_to=openai._legacy_response.HttpxBinaryResponseContent
    )
    assert content.read() == b"out"
    assert post(client, f"{path}/run", {"code": "x"})["outputs"][0]["logs"] == "'a\\n1\\n'\n"


def test_a_streamed_cell(engine: Any) -> None:
    events = streamed(
        engine,
        "/v1/interpreter/sessions/snippet_s/run",
        {"code": f"print('one')\n{PLOT}\nopen('f.txt', 'w').close()\nprint('two')\n1 / 0", "stream": True},
    )
    names = [name for name, _ in events]
    assert names[-3:] == ["interpreter.file", "interpreter.done", "done"]
    assert "interpreter.image" in names
    logs = "".join(data["logs"] for name, data in events if name == "interpreter.logs")
    assert logs.startswith("one\ntwo\nTraceback")
    assert all(data["type"] == name for name, data in events[:-1])
    done = events[-2][1]
    assert (done["status"], done["exit_reason"]) == ("failed", "ZeroDivisionError: division by zero")
    image = next(data["file_id"] for name, data in events if name == "interpreter.image")
    assert done["outputs"][1] == {"type": "image", "image": {"file_id": image}}
    assert "".join(o.get("logs", "") for o in done["outputs"]) == logs


def test_a_caller_that_goes_away_cancels_its_cell(engine: Any, client: Any) -> None:
    path = "/interpreter/sessions/lane_gone"
    body = {"code": "print('x', flush=True)\nimport time\ntime.sleep(50)"}
    with (
        engine.http() as http,
        http.stream("POST", f"/v1{path}/run", json={**body, "stream": True}) as response,
    ):
        next(response.iter_lines())
    wait_for(lambda: get(client, path)["state"], lambda state: state != "running")
    with pytest.raises(openai.APITimeoutError):
        post(client, f"{path}/run", body, options={"timeout": 1.0})
    assert wait_for(lambda: get(client, path)["state"], lambda state: state != "running", timeout=8) == "idle"


def test_stop_reset_and_forget(client: Any) -> None:
    path = "/interpreter/sessions/lane_stop"
    results: list[Any] = []
    running = threading.Thread(
        target=lambda: results.append(
            post(client, f"{path}/run", {"code": "open('a.txt', 'w').close()\nimport time\ntime.sleep(50)"})
        )
    )
    running.start()
    wait_for(lambda: get(client, path), lambda seen: seen["state"] == "running" and seen["files"])
    begun = time.monotonic()
    stopped = post(client, f"{path}/stop")
    running.join(10)
    assert time.monotonic() - begun < 3
    assert (results[0]["status"], results[0]["exit_reason"] is not None) == ("lost", True)
    assert stopped["state"] == get(client, path)["state"] == "ended"
    cell = post(client, f"{path}/run", {"code": "x = 1"})
    assert cell["note"].startswith("The Python session started anew (it was stopped by hand)")
    session = post(client, f"{path}/reset")
    assert (session["state"], [item["name"] for item in session["files"]]) == ("ended", ["a.txt"])
    assert post(client, f"{path}/run", {"code": "'x' in globals()"})["outputs"][0]["logs"].endswith("False\n")
    assert post(client, f"{path}/reset", {"files": True})["files"] == []
    assert client.delete(path, cast_to=object) == {
        "object": "interpreter.session.deleted", "key": "lane_stop", "deleted": True,
    }  # fmt: skip
    assert get(client, path)["state"] == "none"


def test_limits_are_told_by_status(client: Any) -> None:
    path = "/interpreter/sessions/lane_limits/run"
    cell = post(client, path, {"code": "import os\nos._exit(1)"})
    assert (cell["status"], "exit code 1" in cell["exit_reason"]) == ("lost", True)
    cell = post(client, path, {"code": "b = bytearray(10**9); c = [bytearray(10**9) for _ in range(9)]"})
    assert cell["status"] in {"lost", "failed"}
    assert post(client, path, {"code": "print('alive')"})["status"] == "completed"


def test_a_threads_session_is_the_one_of_its_runs(client: Any, upstream: ScriptedUpstream) -> None:
    made = client.files.create(file=("in.txt", b"hello"), purpose="assistants")
    thread_id = client.beta.threads.create(tool_resources={"code_interpreter": {"file_ids": [made.id]}}).id
    path = f"/interpreter/sessions/{thread_id}"
    upstream.reply(code("y = 7"), Text("ok"))
    ask(client, interpreter_assistant(client), thread_id)
    assert (
        post(client, f"{path}/run", {"code": "print(y, open('in.txt').read())"})["outputs"][0]["logs"]
        == "7 hello\n"
    )
    client.beta.threads.delete(thread_id)
    assert get(client, path)["state"] == "ended"
    with pytest.raises(openai.NotFoundError):
        post(client, f"{path}/run", {"code": "1"})
    client.post(f"/threads/{thread_id}/restore", cast_to=object)
    assert post(client, f"{path}/run", {"code": "print(open('in.txt').read())"})["status"] == "completed"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/interpreter/sessions/lane_e/run", {}, 400),
        ("POST", "/interpreter/sessions/lane_e/run", {"code": 5}, 400),
        ("POST", "/interpreter/sessions/lane_e/run", {"code": "1", "file_ids": ["file-none"]}, 404),
        ("POST", "/interpreter/sessions/lane_e/run", {"code": "1", "unknown": 1}, 400),
        ("POST", "/interpreter/sessions/thread_none/run", {"code": "1"}, 404),
        ("GET", "/interpreter/sessions/asst_1", None, 400),
        ("GET", "/interpreter/sessions/lane_%2e%2e%2fx", None, 404),
        ("GET", "/interpreter/sessions/lane_e/files/none.txt/content", None, 404),
        ("GET", "/interpreter/sessions/lane_e/files/..%2F..%2Ffiles.json/content", None, 404),
        ("POST", "/interpreter/settings", {"backend": "elsewhere"}, 400),
        ("POST", "/interpreter/settings", {"cell_seconds": 0}, 400),
        ("POST", "/interpreter/settings", {"backend": "remote"}, 400),
        ("POST", "/interpreter/settings", {"remote": {"url": "ftp://x"}}, 400),
        ("POST", "/interpreter/settings", {"remote": {"url": "http://x", "keyring_entry": "openai"}}, 400),
        ("POST", "/interpreter/settings", {"remote": {"url": "http://x", "keyring_entry": "env:HOME"}}, 400),
        ("POST", "/interpreter/settings", {"remote": {"url": "http://x/?token=abc"}}, 400),
        ("POST", "/interpreter/settings", {"remote": {"url": "http://me:pw@x"}}, 400),
    ],
)
def test_what_is_refused(engine: Any, method: str, path: str, body: Any, status: int) -> None:
    with engine.http() as http:
        response = http.request(method, f"/v1{path}", json=body)
    assert response.status_code == status, response.text
    assert set(response.json()["error"]) == {"message", "type", "param", "code"}
    assert "abc" not in response.text
    assert "pw" not in response.text


def test_the_self_test_by_request(engine: Any, client: Any) -> None:
    events = streamed(engine, "/v1/interpreter/self_test", {"stream": True})
    lines = [data for name, data in events if name == "interpreter.self_test.line"]
    done = events[-2][1]
    assert (done["ok"], len(lines) > 15, done["lines"][0]["name"]) == (True, True, lines[0]["name"])
    assert {"name", "ok", "detail", "advice"} <= set(lines[0])


def test_the_routes_are_described(engine: Any) -> None:
    with engine.http() as http:
        paths = http.get("/openapi.json").json()["paths"]
    described = {path for path in paths if path.startswith("/v1/interpreter")}
    assert {
        "/v1/interpreter", "/v1/interpreter/self_test", "/v1/interpreter/settings", "/v1/interpreter/sessions/{key}",
        "/v1/interpreter/sessions/{key}/run", "/v1/interpreter/sessions/{key}/reset",
        "/v1/interpreter/sessions/{key}/stop", "/v1/interpreter/sessions/{key}/files/{name}/content",
    } <= described  # fmt: skip

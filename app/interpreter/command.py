"""``assistant-workbench interpreter``: run one file in a fresh sandbox, or test the sandbox, from a terminal.

::

    assistant-workbench interpreter run FILE.py [--files DIR] [--backend auto|native|wasi] [--timeout SECONDS]
    assistant-workbench interpreter test [--backend …]

``run`` does what a tool call does. Plain files directly in DIR lie under ``/mnt/data``; new and changed ones are written
back to DIR, where they replace only plain files. Without ``--files``, and for plots, a new folder ``<FILE>-files`` beside
where you are takes what was produced, so that nothing of yours is ever replaced.

Exit codes: the cell's own (0; 1 for an exception; what it gave to ``sys.exit``), 124 when it took too long, 125 when it
broke a limit, 130 when it was cancelled, 137 when its process ended otherwise, 69 when no sandbox is proven here, 2 for
arguments that are not understood.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import os
import secrets
import signal
import stat
import sys
import tempfile
import threading
import tokenize
from collections.abc import Sequence
from pathlib import Path

from app.core.errors import AppError
from app.core.paths import resolve
from app.interpreter import folder as folders
from app.interpreter.backends import Settings, self_test_lines
from app.interpreter.model import InterpreterUnavailable, Limits, Output
from app.interpreter.session import Interpreters, Session
from app.interpreter.spare import sweep

_UNAVAILABLE = 69


def main(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code."""
    parser = argparse.ArgumentParser(prog="assistant-workbench interpreter", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    runs = commands.add_parser("run", help="run one Python file in a fresh sandbox")
    runs.add_argument("file", type=Path, metavar="FILE.py", help="the Python file")
    runs.add_argument("--files", type=Path, metavar="DIR", help="files to give to it, and where its files go")
    runs.add_argument(
        "--timeout",
        type=float,
        default=Limits().cell_seconds,
        metavar="SECONDS",
        help="how long it may run (default: %(default)g)",
    )
    tests = commands.add_parser("test", help="test the sandbox, line by line")
    for one in (runs, tests):
        one.add_argument(
            "--backend", choices=["auto", "native", "wasi"], default="auto", help="which sandbox"
        )
        one.add_argument("--data-dir", metavar="DIR", help="where it works (default: the user's data folder)")
    options = parser.parse_args(list(arguments))
    if options.command == "test":
        return _test(options.backend)
    return _run(options)


def _test(backend: str) -> int:
    usable = False
    for line in self_test_lines(Settings(backend=backend)):
        _print(f"{line}\n")
        usable = line.ok
    return 0 if usable else 1


def _run(options: argparse.Namespace) -> int:
    try:
        with tokenize.open(
            options.file
        ) as file:  # UTF-8, a byte order mark, or the encoding that its first lines name
            code = file.read()
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        _print(f"{options.file} cannot be read: {error}\n", error=True)
        return 2
    if options.files is not None and not options.files.is_dir():
        _print(f"{options.files} is no folder.\n", error=True)
        return 2
    if not 0 < options.timeout <= 3600:
        _print("--timeout must be between 0 and 3600 seconds.\n", error=True)
        return 2
    limits = dataclasses.replace(Limits(), cell_seconds=options.timeout)
    try:
        root = _private_root(options.data_dir)
    except OSError as error:
        _print(
            f"There is no place to work in: {error.strerror or error}: {error.filename}. "
            "Name a folder that you may write to with --data-dir.\n",
            error=True,
        )
        return _UNAVAILABLE
    interpreters = Interpreters(root, Settings(backend=options.backend, limits=limits, spare=False))
    try:
        session = interpreters.session("file")
        if options.files is not None:
            _give(session, options.files, limits)
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        output = session.run_blocking(code, _Live().write, stop)
        return _deliver(session, output, options, limits)
    except InterpreterUnavailable as error:
        _print(f"{error}\n", error=True)
        return _UNAVAILABLE
    except AppError as error:
        _print(f"{error}\n{error.details}\n", error=True)
        return _UNAVAILABLE
    finally:
        interpreters.close_blocking()
        folders.remove_tree(root)


def _private_root(data_dir: str | None) -> Path:
    """A folder for this run alone, on the disk that the program's data lies on."""
    base = resolve(data_dir).data
    base.mkdir(parents=True, exist_ok=True, mode=0o700)
    runs = base / "interpreter-runs"
    runs.mkdir(exist_ok=True, mode=0o700)
    sweep(runs)  # what was left by one that was killed
    return Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=runs))


def _give(session: Session, source: Path, limits: Limits) -> None:
    """Put the plain files of ``source`` into the session; links and folders are left out."""
    total = 0
    for path in sorted(source.iterdir()):
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or folders.safe_name(path.name) != path.name:
            _print(
                f"{path.name!r} was not given to the code: it is no plain file or has no usable name.\n",
                error=True,
            )
            continue
        total += status.st_size
        if total > limits.folder_bytes:
            _print(f"{path.name!r} and what follows were not given to the code: too much.\n", error=True)
            return
        session.add_file_blocking(path.name, path)


class _Live:
    """Prints what the cell prints, at once."""

    def __init__(self) -> None:
        self.printed = ""

    def write(self, stream: str, text: str) -> None:
        _print(text, error=stream == "stderr")


def _deliver(session: Session, output: Output, options: argparse.Namespace, limits: Limits) -> int:
    """Print what was not printed live (the result, notes), write files and plots, give the exit code."""
    if output.result is not None:
        _print(output.result + "\n")
    if output.note:
        _print(f"[{output.note}]\n", error=True)
    wanted = list(output.files)
    target: Path | None = options.files
    own = _Own(options.file)
    for name in wanted:
        try:
            source, size = folders.open_file(session.folder, name)
        except AppError:
            _print(f"{name!r} was not written: it is no plain file any more.\n", error=True)
            continue
        with source:
            try:
                written = _write(
                    target if target is not None else own.folder(), name, source, min(size, limits.file_bytes)
                )
            except OSError as error:
                _print(f"{name!r} was not written: {error}\n", error=True)
                continue
        _print(f"wrote {written}\n", error=True)
    for number, image in enumerate(output.images, 1):
        path = (target if target is not None else own.folder()) / f"plot-{number}.png"
        path = _free(path)
        with path.open("xb") as file:
            file.write(image)
        _print(f"wrote {path}\n", error=True)
    return output.exit_code


class _Own:
    """A new folder beside where we are, made when it is needed."""

    def __init__(self, file: Path) -> None:
        self._name = f"{file.stem}-files"
        self._made: Path | None = None

    def folder(self) -> Path:
        if self._made is None:
            self._made = _free(Path.cwd() / self._name)
            self._made.mkdir()
        return self._made


def _free(path: Path) -> Path:
    number = 2
    candidate = path
    while os.path.lexists(candidate):
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return candidate


def _write(target: Path, name: str, source: object, size: int) -> Path:
    """Write one produced file below ``target``: whole or not at all, never through a link, never over anything but a plain file."""
    parts = name.split("/")
    folder = target
    for part in parts[:-1]:
        folder = folder / part
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise OSError(f"{folder} is in the way")
        folder.mkdir(exist_ok=True)
    path = folder / parts[-1]
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(f"{path} is no plain file")
    temporary = folder / f".{secrets.token_hex(8)}.part"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            folders.copy_limited(source, file, size)  # type: ignore[arg-type]
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def _print(text: str, *, error: bool = False) -> None:
    stream = sys.stderr if error else sys.stdout
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except (
        OSError
    ):  # nobody reads any more (a closed pipe, `| head`): the cell's files and exit code still count
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)

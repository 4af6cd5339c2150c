"""The program's one entry: its first argument says which part to be, and only that part is imported.

::

    assistant-workbench [--data-dir DIR] [--model-file FILE] …   the window
    assistant-workbench FILE.assistant                           the window, taking an assistant's file in
    assistant-workbench compare | serve | doctor | --help | …    app/cli.py
    assistant-workbench interpreter run FILE.py                  app/interpreter/command.py
    assistant-workbench engine | model-server | interpreter-worker    child processes of the program (hidden)

Exit codes of the window: 0 when it was closed, and when there is no display (it says so and shows what works
instead); 1 when system libraries are missing; 2 for arguments that are not understood.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from app import __version__

BUNDLE_SUFFIX = ".assistant"
"""How the names of files end that hold an assistant with its knowledge; the system opens them with this program."""


@dataclass(frozen=True)
class WindowOptions:
    """What the window can be told on the command line.

    ``data_dir`` holds everything instead of the system's usual places; ``model_file`` is a GGUF file to offer
    beside the built-in model; ``theme`` holds for this start only. ``page`` is shown first; each ``prompt`` is sent
    in the playground, one after the other. With ``screenshot`` a picture of the window is written when nothing is
    on its way any more, and the program ends. ``bundle`` is a file that holds an assistant, to be taken in.
    """

    data_dir: str | None = None
    model_file: str | None = None
    theme: str | None = None
    page: str | None = None
    prompt: tuple[str, ...] = ()
    screenshot: str | None = None
    bundle: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the part that ``argv`` (default: the process's arguments) names, and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    first = arguments[0] if arguments else ""
    if first == "engine":
        from app.engine.lifecycle import run_child as run_engine

        return run_engine()
    if first == "model-server":
        from app.inference.llama_server import run_child as run_model_server

        return run_model_server()
    if first == "document-reader":
        from app.knowledge.read.child import run_child as run_document_reader

        return run_document_reader()
    if first == "interpreter-worker":
        from app.interpreter.entry import run as run_interpreter_worker

        return run_interpreter_worker(arguments[1:])
    if first == "interpreter":
        from app.interpreter.command import main as run_interpreter

        return run_interpreter(arguments[1:])
    if first in {"--version", "-V"}:
        _say(f"assistant-workbench {__version__}")
        return 0
    if first.lower().endswith(BUNDLE_SUFFIX):
        return _window([*arguments[1:], "--bundle", first])
    if first in {"--help", "-h"} or (first and not first.startswith("-")):
        from app.cli import main as run_command

        return run_command(arguments)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    options = _window_options(arguments) if arguments else WindowOptions()
    from app.core import display

    obstacle = display.obstacle()
    if obstacle is not None:
        if obstacle.kind == "no display":
            _say(obstacle.text)
            return 0
        _say(obstacle.text, error=True)
        return 1
    from app.bootstrap import run_window

    return run_window(options)


def _window_options(arguments: list[str]) -> WindowOptions:
    import argparse

    from app.core.paths import shown_command

    parser = argparse.ArgumentParser(prog=shown_command(), add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", metavar="DIR")
    parser.add_argument("--model-file", metavar="FILE")
    parser.add_argument("--theme", choices=("system", "light", "dark"))
    parser.add_argument("--page", metavar="NAME")
    parser.add_argument("--prompt", metavar="TEXT", action="append", default=[])
    parser.add_argument("--screenshot", metavar="FILE")
    parser.add_argument("--bundle", metavar="FILE")
    if arguments and arguments[-1].lower().endswith(BUNDLE_SUFFIX) and arguments[-2:-1] != ["--bundle"]:
        arguments = [*arguments[:-1], "--bundle", arguments[-1]]  # named after options
    found = vars(parser.parse_args(arguments))
    return WindowOptions(**{**found, "prompt": tuple(found["prompt"])})


def _say(text: str, *, error: bool = False) -> None:
    """Print, where there is a terminal to print to (a program started by a double click has none)."""
    stream = sys.stderr if error else sys.stdout
    if stream is not None:
        encoding = stream.encoding or "utf-8"
        print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""The commands: ``compare``, ``serve``, ``doctor``, ``restore``. Light until one of them is chosen."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from typing import Any

from app import __version__
from app.core.errors import AppError
from app.core.paths import shown_command

USAGE_ERROR = 2

_EXAMPLES = """\
examples:
  {command}
      opens the window
  {command} compare "Why is the sky blue?"
      one prompt, both APIs, side by side, on the built-in model
  {command} serve --help
  {command} interpreter run FILE.py --files FOLDER
      runs a Python file as a tool call would; what it makes comes into FOLDER
  {command} doctor
"""
_COMPARE_EXAMPLES = """\
examples:
  {command} compare "Why is the sky blue?"
      Chat Completions and Assistants, side by side, on the built-in model
  {command} compare "Hello" --base-url http://localhost:11434/v1 --lane chat:llama3.2 --lane assistants:llama3.2
      a model of another service; the Assistants lane runs on this program's own engine over it
  {command} compare - --base-url https://api.openai.com/v1 --key-env OPENAI_API_KEY --lane chat:gpt-4.1 < prompt.txt
      the prompt from a file, the key from an environment variable
  {command} compare "Hello" --lane chat:my-connection/model-a --lane chat:my-connection/model-b --json
      two models of a connection that was made in the window, as one JSON document

Answers go to standard output, news and failures to standard error. The exit code is 0 when every lane answered,
1 when one failed, 2 for arguments that are not understood, 130 after Ctrl+C.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in ``argv`` (default: the process's arguments) and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # What goes wrong is told in words by the commands; the log's lines would only stand between them.
    logging.getLogger("app").addHandler(logging.NullHandler())
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = _parser()
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as end:
        return int(end.code) if isinstance(end.code, int) else USAGE_ERROR
    if chosen.command == "compare":
        return _compare(chosen)
    if chosen.command == "serve":
        return _serve(chosen)
    if chosen.command == "doctor":
        from app.terminal.doctor import run

        return run(
            data_dir=chosen.data_dir,
            model_file=chosen.model_file,
            as_json=chosen.json,
            report=chosen.report,
        )
    if chosen.command == "restore":
        from app.terminal import restore

        return _in_words(
            "restore",
            lambda: restore.run(
                name=chosen.name, data_dir=chosen.data_dir, copy_now=chosen.copy, as_json=chosen.json
            ),
        )
    parser.print_help()
    return 0


def _parser() -> argparse.ArgumentParser:
    command = shown_command()
    parser = argparse.ArgumentParser(
        prog=command,
        description="Build, test and compare AI assistants. Without a command, the window opens.",
        epilog=_EXAMPLES.format(command=command),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", "-V", action="version", version=f"assistant-workbench {__version__}")
    parser.add_argument("--data-dir", metavar="FOLDER", help="(window) keep everything in this folder")
    parser.add_argument("--model-file", metavar="FILE", help="(window) offer this GGUF model, too")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_compare(commands, command)
    serve = commands.add_parser(
        "serve", help="run the engine alone: the Assistants API for other programs", allow_abbrev=False
    )
    from app.engine.serve_options import add_arguments

    add_arguments(serve)
    doctor = commands.add_parser(
        "doctor",
        help="look whether everything that the program needs is there and works",
        description="Look at Python, versions, system libraries, display, disk, data, keyring, ports, engine, models and "
        "the code interpreter's sandbox, and say what to do about what is missing.",
        allow_abbrev=False,
    )
    _add_places(doctor)
    doctor.add_argument("--json", action="store_true", help="one JSON document instead of lines")
    doctor.add_argument(
        "--report", metavar="FILE", help="also write a diagnostics file, without keys and without your texts"
    )
    # Its own arguments are understood where it is run (app.main): here it only stands in the list.
    commands.add_parser("interpreter", help="run a Python file in a fresh sandbox, or test the sandbox")
    restore = commands.add_parser(
        "restore",
        help="list the copies that were made before updates, and bring one back",
        description="Without a name: list the copies. With a name: bring that copy back; what is there now is copied first.",
        allow_abbrev=False,
    )
    restore.add_argument(
        "name", nargs="?", default="", metavar="NAME", help="a copy as the list names it, or “latest”"
    )
    restore.add_argument("--copy", action="store_true", help="make a copy of everything now")
    restore.add_argument("--json", action="store_true", help="one JSON document instead of lines")
    restore.add_argument("--data-dir", metavar="FOLDER", help="whose copies (default: the user's folders)")
    return parser


def _add_compare(commands: Any, command: str) -> None:
    compare = commands.add_parser(
        "compare",
        help="send one prompt to both APIs and show the answers side by side",
        description="Send one prompt to several lanes at once, show the answers as they come, then their figures.",
        epilog=_COMPARE_EXAMPLES.format(command=command),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = compare.add_argument
    add("prompt", metavar="PROMPT", help="the prompt, or - to read it from standard input")
    add(
        "--lane",
        action="append",
        default=[],
        metavar="API:MODEL",
        help="chat:MODEL, responses:MODEL or assistants:MODEL (or assistants:asst_… for a stored assistant); repeat for more lanes. "
        "MODEL is a local model, CONNECTION/MODEL, or one of --base-url. Default: chat and assistants, built-in model",
    )
    add(
        "--base-url",
        metavar="URL",
        default="",
        help="an OpenAI-compatible service whose models the lanes use",
    )
    add(
        "--key-env",
        metavar="NAME",
        default="",
        help="environment variable with its key; otherwise the keyring's key of the connection with this address",
    )
    add("--system", metavar="TEXT", default="", help="system prompt (instructions) for all lanes")
    add("--temperature", type=float, metavar="NUMBER", help="creativity, 0 to 2 (default: the service's)")
    add("--max-tokens", type=int, metavar="NUMBER", help="at most so many tokens in an answer")
    add(
        "--timeout",
        type=_seconds,
        default=600.0,
        metavar="SECONDS",
        help="give up after so long (default: 600)",
    )
    add(
        "--json",
        action="store_true",
        help="one JSON document with texts, states, figures and steps of all lanes",
    )
    add("--events", action="store_true", help="with --json: every event of every lane, too")
    _add_places(compare)


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        metavar="FOLDER",
        help="where assistants, threads and connections are kept (default: the user's folders)",
    )
    parser.add_argument(
        "--model-file", metavar="FILE", help="a local model (GGUF) to offer beside the built-in one"
    )


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value < 1e6:
        raise ValueError(text)
    return value


def _compare(chosen: argparse.Namespace) -> int:
    from app.terminal import compare
    from app.workbench.playground.lane import LaneSettings, clean_prompt

    try:
        prompt = clean_prompt(_prompt(chosen.prompt))
        lanes = tuple(compare.parse_lane(lane) for lane in chosen.lane)
    except AppError as error:
        print(f"assistant-workbench compare: {error}", file=sys.stderr)
        return USAGE_ERROR
    except ValueError as error:
        print(f"assistant-workbench compare: {error}.", file=sys.stderr)
        return USAGE_ERROR
    options = compare.CompareOptions(
        prompt=prompt,
        lanes=lanes,
        base_url=chosen.base_url,
        key_env=chosen.key_env,
        data_dir=chosen.data_dir,
        model_file=chosen.model_file,
        seconds=chosen.timeout,
        settings=LaneSettings(
            instructions=chosen.system, temperature=chosen.temperature, max_tokens=chosen.max_tokens
        ),
        as_json=chosen.json or chosen.events,
        with_events=chosen.events,
    )
    return _in_words("compare", lambda: compare.run(options))


def _prompt(given: str) -> str:
    """The prompt as text: from standard input for “-”, and whatever bytes the shell passed on."""
    if given == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _serve(chosen: argparse.Namespace) -> int:
    from app.engine.lifecycle import serve
    from app.engine.serve_options import from_arguments

    return _in_words("serve", lambda: serve(from_arguments(chosen)))


def _in_words(command: str, work: Any) -> int:
    try:
        return int(work())
    except AppError as error:
        print(f"assistant-workbench {command}: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

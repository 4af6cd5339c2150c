"""The program's hidden argument ``interpreter-worker``: the processes that sessions run in."""

from __future__ import annotations

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Be the worker that the first argument names: ``native``, ``wasi``, or ``launch`` (with its plan)."""
    kind = arguments[0] if arguments else ""
    if kind == "native":
        from app.interpreter.worker.native import main

        return main()
    if kind == "wasi":
        from app.interpreter.sandbox.wasi_child import main as wasi

        return wasi()
    if kind == "launch" and len(arguments) == 2:
        from app.interpreter.sandbox.launch import main as launch

        return launch(arguments[1])
    return 2

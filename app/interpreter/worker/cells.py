"""Runs code the way a notebook does: names stay, the last expression is shown, plots are sent as pictures.

Used by the native worker and, as source text, inside the WebAssembly interpreter; so it needs nothing but Python.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import re
import sys
import traceback
import types
from collections.abc import Callable
from typing import Any

RESULT_LIMIT = 100_000
_NO_INPUT = "input() cannot be used here: nobody sits in front of it. Put the value into the code."
_MAGIC = re.compile(r"^(\s*)([%!]{1,2})(?=[\w%!./~-])(.*)$")
_SILENT_MAGICS = ("matplotlib", "config", "load_ext", "autoreload", "reload_ext", "pylab")


def _nowhere(_picture: bytes) -> None:
    """Drop a picture: nobody listens yet."""


def _untold(_text: str) -> None:
    """Tell nobody: the outcome has the result as well."""


listener: Callable[[bytes], None] = _nowhere
"""Who gets pictures now; ``plt.show()`` looks here (see :mod:`.plots`)."""


class Shell:
    """One session's names, and how a cell runs in them.

    ``picture`` gets the PNG bytes of each plot, in the order in which they are made; ``value`` gets the last expression
    as text as soon as it is known, before the plots that are open at the end.
    """

    def __init__(self, picture: Callable[[bytes], None], value: Callable[[str], None] = _untold) -> None:
        self._value = value
        global listener  # noqa: PLW0603 - matplotlib's backend is a module and knows no session
        listener = self._picture = picture
        self._count = 0
        self._runner: Any = None
        self.module = types.ModuleType("__main__")
        self.module.__dict__["display"] = self.display
        self.module.__dict__["__builtins__"] = builtins
        sys.modules["__main__"] = self.module
        builtins.input = _no_input

    def run(self, code: str) -> dict[str, Any]:
        """Run one cell.

        Returns:
            ``status`` (``ok`` or ``error``), ``result`` (the last expression as text, or None), ``error`` (the
            exception's name), ``exit`` (a number if the cell left by ``sys.exit``). Tracebacks go to ``sys.stderr``.
        """
        self._count += 1
        name = f"<cell {self._count}>"
        outcome: dict[str, Any] = {"status": "ok", "result": None, "error": None, "exit": None}
        try:
            tree, source = _parse(code, name)
            linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            if tree.body:
                self._execute(compile(tree, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True))
            if isinstance(last, ast.Expr):
                expression = ast.Expression(last.value)
                value = self._execute(
                    compile(expression, name, "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
                )
                if value is not None:
                    self.module.__dict__["_"] = value
                    if not _ends_quietly(source):
                        outcome["result"] = text = self._show(value)
                        if text is not None:
                            self._value(text)
        except SystemExit as error:
            if error.code not in {None, 0}:
                outcome.update(status="error", error="SystemExit")
                sys.stderr.write(f"SystemExit: {error.code}\n")
            outcome["exit"] = error.code if isinstance(error.code, int) else 0 if error.code is None else 1
        except BaseException as error:  # noqa: BLE001 - whatever a cell raises is its own result
            outcome.update(status="error", error=type(error).__name__)
            _print_traceback(error)
        try:
            self._flush_plots()
        except BaseException as error:  # noqa: BLE001 - a plot that cannot be drawn is the cell's own error
            outcome.update(status="error", error=type(error).__name__)
            _print_traceback(error)
        return outcome

    def display(self, *values: object) -> None:
        """Show values in the middle of a cell, as notebooks do: pictures as pictures, the rest as text."""
        for value in values:
            text = self._show(value)
            if text is not None:
                sys.stdout.write(text + "\n")

    def _execute(self, code: types.CodeType) -> Any:
        value = eval(code, self.module.__dict__)  # noqa: S307 - running what the cell says is what this is for
        if inspect.iscoroutine(value) and code.co_flags & inspect.CO_COROUTINE:
            import asyncio

            if self._runner is None:
                self._runner = asyncio.Runner()
            return self._runner.run(value)
        return value

    def _show(self, value: Any) -> str | None:
        picture = _as_png(value)
        if picture is None:
            text = repr(value)
            return text if len(text) <= RESULT_LIMIT else text[:RESULT_LIMIT] + " …"
        if type(value).__name__ == "Figure" and "matplotlib" in sys.modules:
            _close_figure(value)
        self._picture(picture)
        return None

    def _flush_plots(self) -> None:
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            show_figures(pyplot, self._picture)


def show_figures(pyplot: Any, picture: Callable[[bytes], None]) -> None:
    """Send every open figure, oldest first, and close it."""
    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        try:
            if figure.axes or figure.texts or figure.images or figure.lines or figure.patches:
                picture(_figure_png(figure))
        finally:
            pyplot.close(figure)


def _figure_png(figure: Any) -> bytes:
    import io

    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", bbox_inches="tight")
    return buffer.getvalue()


def _close_figure(figure: Any) -> None:
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close(figure)


def _as_png(value: Any) -> bytes | None:
    kind = type(value)
    if kind.__module__.startswith("matplotlib.") and kind.__name__ == "Figure":
        return _figure_png(value)
    if inspect.isclass(value):
        return None
    if kind.__module__.startswith("PIL.") and hasattr(value, "save"):
        import io

        buffer = io.BytesIO()
        image = value if value.mode in {"1", "L", "LA", "I", "P", "RGB", "RGBA"} else value.convert("RGB")
        image.save(buffer, format="PNG")
        return buffer.getvalue()
    method = getattr(kind, "_repr_png_", None)
    if callable(method):
        drawn = value._repr_png_()
        return drawn if isinstance(drawn, bytes) else None
    return None


def _parse(code: str, name: str) -> tuple[ast.Module, str]:
    """Parse a cell; only if that fails, take its ``%`` and ``!`` lines for notebook commands and parse again."""
    try:
        return _tree(code, name), code
    except SyntaxError:
        lines = code.splitlines()
        rewritten = [_command(line) for line in lines]
        if rewritten == lines:
            raise
        source = "\n".join(rewritten)
        return _tree(source, name), source


def _tree(source: str, name: str) -> ast.Module:
    tree = compile(
        source, name, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True
    )
    assert isinstance(tree, ast.Module)
    return tree


def _command(line: str) -> str:
    found = _MAGIC.match(line)
    if found is None:
        return line
    indent, mark, rest = found.groups()
    word = rest.split(None, 1)[0] if rest.split() else ""
    if mark == "%" and word in _SILENT_MAGICS:
        return f"{indent}pass"
    if mark == "%" and word in {"time", "timeit"} and " " in rest.strip():
        return indent + rest.strip().split(None, 1)[1]
    if mark == "%%" and word in {"time", "timeit", "capture"}:
        return f"{indent}pass"
    if "pip" in rest.split():
        note = "Nothing can be installed here; what is there can be imported at once."
    elif mark.startswith("!"):
        note = "There is no shell here; use Python."
    else:
        note = f"{mark}{word} is not known here."
    return f"{indent}print({note!r})"


def _ends_quietly(source: str) -> bool:
    """A semicolon at the end means: do not show the result."""
    return (
        source.split("#", 1)[0].rstrip().endswith(";") if "#" not in source else source.rstrip().endswith(";")
    )


def _no_input(_prompt: object = "", /) -> str:
    raise RuntimeError(_NO_INPUT)


def _print_traceback(error: BaseException) -> None:
    """Print the traceback from the cell's own code on, without the frames that run it."""
    frames = error.__traceback__
    while frames is not None and not frames.tb_frame.f_code.co_filename.startswith("<cell "):
        frames = frames.tb_next
    try:
        text = "".join(traceback.format_exception(type(error), error, frames))
    except Exception:  # noqa: BLE001 - an exception whose own text fails still has a name
        text = f"{type(error).__name__}\n"
    if len(text) > RESULT_LIMIT:
        text = text[: RESULT_LIMIT // 2] + "\n[…]\n" + text[-RESULT_LIMIT // 2 :]
    sys.stderr.write(text)

"""What models are told about the interpreter, and what they read of a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.engine.models.tool_calling import FreeText, PromptedForm
from app.interpreter.model import DATA

Json = dict[str, Any]

NAME = "code_interpreter"
_LISTED_FILES = 40

_GENERAL = "Python with numpy, pandas, matplotlib, pillow and openpyxl. No internet."
_PROMPT = f"""You can run Python with the tool {NAME}. Variables and imports stay between calls. Use it for calculations, \
for data in files and for charts instead of guessing; print what you need to know, and correct code that failed.
Files are in {DATA}. Plots are shown to the user by themselves; do not link to them. To give the user a file that you \
wrote, link to it in your answer: [name](sandbox:{DATA}/name)."""

_TASK = {
    "type": "object",
    "properties": {"task": {"type": "string", "description": "What is to be calculated, read or drawn."}},
    "required": ["task"],
}
_EXAMPLES = (
    ("What is 37 times 41, minus 18?", {"task": "calculate 37 * 41 - 18"}),
    ("What is the average price in prices.csv?", {"task": "calculate the average of price in prices.csv"}),
    ("Draw a line chart of wind.csv.", {"task": "draw a line chart of the speed by hour from wind.csv"}),
)
_DATA_WORDS = ("file", "data", "table", "csv", "column", "row", "sheet", "document", "chart", "plot", "graph")
_CHART_WORDS = ("chart", "plot", "graph", "diagram", "histogram", "draw")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DATES = frozenset({"date", "datetime", "timestamp", "datum", "fecha"})
_TEXTS = frozenset({"name", "region", "product", "category", "city", "country", "customer", "type", "status"})
_SPANS = {"month": "%Y-%m", "monat": "%Y-%m", "mes ": "%Y-%m", "week": "%G-W%V", "year": "%Y"}
_SHOWN_FILES = 8
_ERROR_CHARACTERS = 600
_FAILED = "[The code failed. Correct it and run it again.]"
_NOTHING = "[The code ran and printed nothing. Print what you need to know.]"


def definition(about: str) -> Json:
    """The function that models are offered; ``about`` is what is to be known of the place where code runs."""
    return {
        "name": NAME,
        "description": f"Runs Python code, like a cell of a notebook, and gives what it prints. {about or _GENERAL}",
        "parameters": {
            "type": "object",
            "properties": {
                "code": {
                    "type": "string",
                    "description": "The Python code to run, as plain text without fences.",
                }
            },
            "required": ["code"],
            "additionalProperties": False,
        },
    }


def instructions(files: Sequence[str] = ()) -> str:
    """What is added to the instructions; ``files`` are lines about the files that are there."""
    if not files:
        return _PROMPT
    shown = list(files[:_LISTED_FILES])
    if len(files) > _LISTED_FILES:
        shown.append(f"… and {len(files) - _LISTED_FILES} more")
    return f"{_PROMPT}\nFiles in {DATA} now:\n" + "\n".join(f"- {line}" for line in shown)


def prompted(beginnings: Mapping[str, str]) -> PromptedForm:
    """The tool for models that are prompted for calls: they say what to do, and write the code in a second step.

    ``beginnings`` are the files that are there, by name, with the first line of those that are text.
    """

    def prompt(given: Json) -> str:
        task = str(given.get("task") or "it")
        lines = [f"Write a short Python program that answers this and prints the result: {task}"]
        lines += _file_lines(task, beginnings)
        if any(word in task.lower() for word in _CHART_WORDS):
            lines.append("Draw the chart with matplotlib, and print the numbers that it shows.")
            lines.append("End with a line that prints their sum: print('Total:', …)")
        lines.append("Answer with the program alone.")
        return "\n".join(lines)

    def again(output: str) -> str:
        if output.rstrip().endswith(_FAILED):
            lines = [f"The program failed:\n{_own_failure(output.replace(_FAILED, '').strip())}"]
            lines.append("Write the corrected program. It must print the result.")
        elif output.strip() == _NOTHING:
            lines = ["The program printed nothing. Write it again so that it prints the result."]
        else:
            return ""
        lines += _file_lines("", beginnings)
        lines.append("Answer with the program alone.")
        return "\n".join(lines)

    return PromptedForm(
        "runs a short Python program: for calculations, dates, data in files, and charts",
        _TASK,
        _EXAMPLES,
        FreeText("code", prompt, again),
        result=("1499", "37 times 41, minus 18, is 1499."),
    )


def _own_failure(said: str) -> str:
    """The program's own lines of a traceback and what went wrong, without the libraries' insides."""
    lines = said.splitlines()
    at = next((i for i, line in enumerate(lines) if line.startswith("Traceback")), None)
    if at is None:
        return said[-_ERROR_CHARACTERS:]
    own = [i for i, line in enumerate(lines) if line.startswith('  File "<cell ')]
    places = [lines[i + 1].strip() for i in own if i + 1 < len(lines) and lines[i + 1].startswith("    ")]
    where = f"in the line: {places[-1]}\n" if places else ""
    return where + lines[-1][-_ERROR_CHARACTERS:]


def _file_lines(task: str, beginnings: Mapping[str, str]) -> list[str]:
    """The files that the task names, with their first lines; all of them if it names none but speaks of data.

    A file that is only there and not meant leads small models astray.
    """
    said = task.lower()
    named = [name for name in beginnings if name.lower() in said or name.rsplit(".", 1)[0].lower() in said]
    if not named:
        spoken = set(_WORD.findall(said))
        named = [name for name, beginning in beginnings.items() if spoken & _columns_of(beginning).keys()]
    if not named and (not said or any(word in said for word in _DATA_WORDS)):
        named = list(beginnings)
    return [_file_line(name, beginnings[name], said) for name in named[:_SHOWN_FILES]]


def _file_line(name: str, beginning: str, said: str) -> str:
    """Where a file lies and how it begins; of a table with dates, how small models get them right."""
    columns = _columns_of(beginning)
    dates = [column for word, column in columns.items() if word in _DATES]
    line = f"The file is {DATA}/{name}{f' (begins with: {beginning})' if beginning else ''}"
    if dates and name.lower().endswith((".csv", ".tsv")):
        line += f". Its dates are text until they are read with parse_dates={dates}"
        spans = [form for word, form in _SPANS.items() if word in said]
        amounts = [columns[word] for word in _WORD.findall(said) if word in columns.keys() - _DATES - _TEXTS]
        by = f"df[{dates[0]!r}].dt.strftime({spans[0]!r})" if spans else ""
        if by and amounts:
            line += f"; sums are df.groupby({by})[{amounts[0]!r}].sum()"
        elif by:
            line += f"; group them by {by}"
    return line


def _columns_of(beginning: str) -> dict[str, str]:
    """The columns that a table's first line names, by the lower-case words of their names."""
    columns = [column.strip().strip('"') for column in re.split(r"[,;\t]", beginning)]
    if len(columns) < 2:
        return {}
    return {word: column for column in columns for word in _WORD.findall(column.lower())}


def result_text(outputs: Sequence[Json], files: Sequence[Json], *, status: str = "completed") -> str:
    """What a model reads of a cell that ran.

    Args:
        outputs: as the step shows them, logs and images in their order.
        files: what it wrote, with ``path``.
        status: how it ended.
    """
    pieces: list[str] = []
    pictures = 0
    for output in outputs:
        if output["type"] == "logs":
            pieces.append(output["logs"].rstrip("\n"))
        else:
            pictures += 1
            pieces.append(f"[Picture {pictures} is shown to the user.]")
    if files:
        paths = ", ".join(item["path"] for item in files)
        pieces.append(
            f"[Written: {paths}. Link to a file as sandbox:{files[0]['path']} to give it to the user.]"
        )
    if status == "failed":
        pieces.append(_FAILED)
    text = "\n".join(piece for piece in pieces if piece)
    return text or _NOTHING

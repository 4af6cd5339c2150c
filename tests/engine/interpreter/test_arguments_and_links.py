"""Code out of what models write, and links out of their texts."""

from __future__ import annotations

import json
import unicodedata

import pytest

from app.engine.tools.code_interpreter.arguments import code_of, code_so_far
from app.engine.tools.code_interpreter.links import file_paths
from app.engine.tools.code_interpreter.words import result_text

CODE = "print(\"a\\n\", 'b')\n# ü 数 🎉 \\ \t end"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (json.dumps({"code": CODE}), CODE),
        (json.dumps({"code": CODE}, ensure_ascii=False), CODE),
        (json.dumps({"input": "1"}), "1"),
        (json.dumps({"anything": "1"}), "1"),
        (json.dumps("1 + 1"), "1 + 1"),
        ("print(1)", "print(1)"),
        ("```python\nprint(1)\n```", "print(1)"),
        (json.dumps({"code": "```py\nx = 1\nx\n```\n"}), "x = 1\nx"),
        ('{"code": "a = 1\nb = 2"}', "a = 1\nb = 2"),
        ('{"code": "print("hi")"}', 'print("hi")'),
        ('{"code": "print("hi\\n")\\nx"', 'print("hi\n")\nx'),
        ('{"code": "print(1', None),
        ('{"code": 5}', None),
        ('{"code": ""}', None),
        ('{"code": "  \\n"}', None),
        ("{}", None),
        ("[1]", None),
        ("", None),
        ('{"a": "1", "b": "2"}', None),
    ],
)
def test_the_code_of_a_finished_call(arguments: str, found: str | None) -> None:
    assert code_of(arguments) == found


@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_code_grows_while_it_is_written(ascii_only: bool) -> None:
    arguments = json.dumps({"code": CODE}, ensure_ascii=ascii_only)
    shown = ""
    for end in range(len(arguments) + 1):
        now = code_so_far(arguments[:end])
        assert now.startswith(shown)
        shown = now
    assert shown == CODE


def test_bare_code_is_shown_as_it_comes() -> None:
    assert code_so_far("print(1") == "print(1"
    assert code_so_far("") == code_so_far("{") == code_so_far('{"co') == ""


FILES = {
    "a.csv": "file-a",
    "große Umsätze (1).xlsx": "file-u",
    "out/notes.txt": "file-n",
    "a.csv.gz": "file-z",
}


def found_in(text: str) -> list[tuple[str, str]]:
    annotations = file_paths(text, FILES)
    for one in annotations:
        assert one["type"] == "file_path"
        assert text[one["start_index"] : one["end_index"]] == one["text"]
    return [(one["text"], one["file_path"]["file_id"]) for one in annotations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sandbox:/mnt/data/a.csv", [("sandbox:/mnt/data/a.csv", "file-a")]),
        ("🎉 ü [a](sandbox:/mnt/data/a.csv).", [("sandbox:/mnt/data/a.csv", "file-a")]),
        ("sandbox:/mnt/data/a.csv. Then", [("sandbox:/mnt/data/a.csv", "file-a")]),
        ("sandbox:/mnt/data/a.csv.gz", [("sandbox:/mnt/data/a.csv.gz", "file-z")]),
        ("sandbox:/mnt/data/a.csvx sandbox:/mnt/data/a.csv/b sandbox:/mnt/data/ba.csv", []),
        ("sandbox:/mnt/data/nothing.csv", []),
        (
            "[x](sandbox:/mnt/data/große Umsätze (1).xlsx)",
            [("sandbox:/mnt/data/große Umsätze (1).xlsx", "file-u")],
        ),
        (
            "[x](sandbox:/mnt/data/gro%C3%9Fe%20Ums%C3%A4tze%20(1).xlsx)",
            [("sandbox:/mnt/data/gro%C3%9Fe%20Ums%C3%A4tze%20(1).xlsx", "file-u")],
        ),
        (
            "<sandbox:/mnt/data/gro%c3%9fe%20Ums%c3%a4tze%20%281%29.xlsx>",
            [("sandbox:/mnt/data/gro%c3%9fe%20Ums%c3%a4tze%20%281%29.xlsx", "file-u")],
        ),
        (
            "`sandbox:/mnt/data/out/notes.txt`, **sandbox:/mnt/data/a.csv**",
            [("sandbox:/mnt/data/out/notes.txt", "file-n"), ("sandbox:/mnt/data/a.csv", "file-a")],
        ),
        ("[a](/mnt/data/a.csv) but not /mnt/data/a.csv", [("/mnt/data/a.csv", "file-a")]),
        ("sandbox:a.csv sandbox:/a.csv", [("sandbox:a.csv", "file-a"), ("sandbox:/a.csv", "file-a")]),
        ("nothing here", []),
    ],
)
def test_links_and_their_places(text: str, found: list[tuple[str, str]]) -> None:
    assert found_in(text) == found


def test_letters_that_are_put_together_are_found_too() -> None:
    text = unicodedata.normalize("NFD", "sandbox:/mnt/data/große Umsätze (1).xlsx")
    assert found_in(text) == [(text, "file-u")]


def test_what_a_model_reads_of_a_cell() -> None:
    outputs = [{"type": "logs", "logs": "a\n"}, {"type": "image", "image": {"file_id": "file-i"}}]
    assert result_text(outputs, []) == "a\n[Picture 1 is shown to the user.]"
    assert result_text([], [{"path": "/mnt/data/x"}]).startswith("[Written: /mnt/data/x.")
    assert "printed nothing" in result_text([], [])
    assert result_text([], [], status="failed") == "[The code failed. Correct it and run it again.]"

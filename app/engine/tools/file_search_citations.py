"""Citations in an answer: markers that the model wrote become ``file_citation`` annotations with their places.

Models are asked for 【1†report.pdf】. Small ones write what they are used to: ``[1]``, ``【1】``, ``[1, 2]``, the hosted
API's own ``【4:0†source】``, a file's name in brackets, or just the name. What leads to no result is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_BRACKETS = re.compile(r"【([^【】\n]{1,300})】|\[(\^?[^\[\]\n]{1,300})\](?!\()|\(([^()\n]{3,300})\)")
_PAIR = re.compile(r"\s*\^?(\d{1,4}):(\d{1,4})(?!\d)")
_NUMBERS = re.compile(
    r"\s*(?:\^|#|sources?|passages?|results?|refs?\.?|citations?|files?|documents?)?\s*:?\s*"
    r"(\d{1,4}(?:\s*(?:,|;|&|and)\s*\^?\d{1,4})*)\s*(?:†.*)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SOURCE = re.compile(r"^\s*(?:see|source|file|from|cf\.?|in)?\s*:?\s*", re.IGNORECASE)


def annotate(text: str, results: Sequence[Mapping[str, Any]]) -> list[Json]:
    """Annotations for a text, in its order.

    Args:
        text: what the model wrote; places are counted in it, in characters.
        results: what it was given: ``number`` (counted from 1 where it is missing), ``file_id`` and ``filename`` each.
    """
    return [annotation for annotation, _ in cited(text, results)]


def cited(text: str, results: Sequence[Mapping[str, Any]]) -> list[tuple[Json, int]]:
    """The same, each with the index of the result that it leads to."""
    if not results:
        return []
    by_number = {_number(result, index): index for index, result in reversed(list(enumerate(results)))}
    by_name: dict[str, int] = {}
    for index, result in enumerate(results):
        by_name.setdefault(str(result.get("filename") or "").strip().lower(), index)
    by_name.pop("", None)
    code = [match.span() for match in _CODE.finditer(text)]
    found: list[tuple[Json, int]] = []
    for match in _BRACKETS.finditer(text):
        if any(start <= match.start() < end for start, end in code):
            continue
        lenticular, square, round_ = match.groups()
        if round_ is not None:
            wanted = _names(round_, by_name)
        else:
            wanted = _wanted(lenticular or square, by_number, by_name, results)
        found += [(_annotation(match.span(), text, results[index]), index) for index in wanted]
    if not found:
        found = _bare_names(text, by_name, results, code)
    return found


def _number(result: Mapping[str, Any], index: int) -> int:
    number = result.get("number")
    if isinstance(number, int):
        return number
    mark = re.match(r"【(\d+)", str(result.get("marker") or ""))
    return int(mark[1]) if mark else index + 1


def _wanted(
    inside: str,
    by_number: Mapping[int, int],
    by_name: Mapping[str, int],
    results: Sequence[Mapping[str, Any]],
) -> list[int]:
    number_part, dagger, name = inside.partition("†")
    named = _names(name, by_name) if dagger else []
    pair = _PAIR.match(number_part)
    if pair:
        if named:
            return named
        index = int(pair[2])
        return [index] if index < len(results) else []
    numbers = _NUMBERS.fullmatch(inside)
    if numbers:
        known = [by_number[int(digits)] for digits in _DIGITS.findall(numbers[1]) if int(digits) in by_number]
        if known and named and len(known) == 1:
            # The number says which passage; a name that contradicts it is the surer one.
            right = str(results[known[0]].get("filename") or "").strip().lower()
            return known if name.strip().lower() in {right, "source"} else named
        return list(dict.fromkeys(known)) or named
    return named or _names(inside, by_name)


def _names(text: str, by_name: Mapping[str, int]) -> list[int]:
    """The file that a text names, and nothing but names (pages may follow the name)."""
    bare = _SOURCE.sub("", text, count=1).strip().strip("\"'“”‘’").lower()
    if bare in by_name:
        return [by_name[bare]]
    for name, index in by_name.items():
        if bare.startswith(name) and re.match(
            r"[\s,;:#]+(p\.?|pp\.?|page|pages|section|line|§|\d)", bare[len(name) :]
        ):
            return [index]
    return []


def _bare_names(
    text: str,
    by_name: Mapping[str, int],
    results: Sequence[Mapping[str, Any]],
    code: Sequence[tuple[int, int]],
) -> list[tuple[Json, int]]:
    """File names without any brackets; only names with an ending, other words may mean anything."""
    found: list[tuple[Json, int]] = []
    for name, index in by_name.items():
        if "." not in name.strip("."):
            continue
        found += [
            (_annotation(match.span(), text, results[index]), index)
            for match in re.finditer(rf"(?<![\w./\\-]){re.escape(name)}(?![\w/\\-])", text, re.IGNORECASE)
            if not any(start <= match.start() < end and text.startswith("```", start) for start, end in code)
        ]
    found.sort(key=lambda item: int(item[0]["start_index"]))
    return found


def _annotation(span: tuple[int, int], text: str, result: Mapping[str, Any]) -> Json:
    return {
        "type": "file_citation",
        "text": text[span[0] : span[1]],
        "start_index": span[0],
        "end_index": span[1],
        "file_citation": {"file_id": str(result.get("file_id") or "")},
    }

"""What differs between two versions of an assistant: field by field, long texts word by word."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass
from typing import Any, Literal

from app.core.entities import Json
from app.workbench.versions import EXTRAS, VERSIONED

Change = Literal["same", "removed", "added"]
_PIECES = re.compile(r"\s+|\d+(?:[.,]\d+)+|\w+|[^\w\s]")
MOST_PIECES = 20_000
"""Longer texts are compared line by line: word by word would take too long."""

WORDS = {
    "name": "Name",
    "description": "Description",
    "instructions": "Instructions",
    "model": "Model",
    "temperature": "Creativity",
    "top_p": "Word choice",
    "reasoning_effort": "Thinking",
    "tools": "Tools",
    "tool_resources": "Files and knowledge",
    "response_format": "Answer format",
    "metadata": "Labels",
    "last_messages": "Conversation length",
    "sample_prompts": "Sample prompts",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text that is in both, only in the older, or only in the newer version."""

    change: Change
    text: str


@dataclass(frozen=True)
class FieldChange:
    """One field (or one function) that differs; ``words`` names it for people."""

    field: str
    words: str
    pieces: tuple[Piece, ...]


def differences(older: Json, newer: Json) -> tuple[FieldChange, ...]:
    """Give the fields that differ, in the form's order; functions each on its own."""
    found: list[FieldChange] = []
    for name in VERSIONED:
        one, other = older.get(name), newer.get(name)
        if one == other:
            continue
        if name == "tools":
            found.extend(_tools(one or [], other or []))
        else:
            found.append(FieldChange(name, WORDS[name], text_pieces(shown(one), shown(other))))
    one, other = older.get(EXTRAS) or {}, newer.get(EXTRAS) or {}
    for name in sorted({*one, *other}):
        if one.get(name) != other.get(name):
            words = WORDS.get(name, name)
            found.append(FieldChange(name, words, text_pieces(shown(one.get(name)), shown(other.get(name)))))
    return tuple(found)


def summary(older: Json | None, newer: Json) -> str:
    """Name the fields that differ, in one line."""
    if older is None:
        return "First version"
    words = [change.words for change in differences(older, newer)]
    return ", ".join(words) if words else "Nothing changed"


def text_pieces(older: str, newer: str) -> tuple[Piece, ...]:
    """Compare two texts word by word; very long ones line by line."""
    first, second = _PIECES.findall(older), _PIECES.findall(newer)
    if max(len(first), len(second)) > MOST_PIECES:
        first, second = older.splitlines(keepends=True), newer.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=len(first) >= 4000)
    pieces: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(first[a:b])))
            continue
        if b > a:
            pieces.append(Piece("removed", "".join(first[a:b])))
        if d > c:
            pieces.append(Piece("added", "".join(second[c:d])))
    return _merged(pieces)


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Let a change swallow the bare spaces between its words, so that it reads as one."""
    joined: list[Piece] = []
    removed, added = "", ""
    for index, piece in enumerate(pieces):
        between = (
            piece.change == "same"
            and (removed or added)
            and piece.text.strip(" ") == ""
            and index + 1 < len(pieces)
        )
        if piece.change == "removed" or between:
            removed += piece.text
        if piece.change == "added" or between:
            added += piece.text
        if piece.change == "same" and not between:
            joined += [Piece("removed", removed)] * bool(removed) + [Piece("added", added)] * bool(added)
            removed, added = "", ""
            joined.append(piece)
    joined += [Piece("removed", removed)] * bool(removed) + [Piece("added", added)] * bool(added)
    return tuple(joined)


def shown(value: Any) -> str:
    """Write a field's value as a person compares it."""
    if value in (None, {}, []):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return json.dumps(value, ensure_ascii=False, indent=2)


def _tools(older: list[Json], newer: list[Json]) -> list[FieldChange]:
    one, other = {_tool_key(t): t for t in older}, {_tool_key(t): t for t in newer}
    found = [
        FieldChange("tools", _tool_words(key), text_pieces(shown(one.get(key)), shown(other.get(key))))
        for key in dict.fromkeys([*one, *other])
        if one.get(key) != other.get(key)
    ]
    if not found:
        found = [FieldChange("tools", "Order of the tools", text_pieces(shown(older), shown(newer)))]
    return found


def _tool_key(tool: Json) -> str:
    kind = str(tool.get("type"))
    return f"function {(tool.get('function') or {}).get('name', '')}" if kind == "function" else kind


def _tool_words(key: str) -> str:
    kind, _, name = key.partition(" ")
    named = {"code_interpreter": "Code interpreter", "file_search": "File search"}
    return f"Function {name}" if name else named.get(kind, kind)

"""Colours for code: closed fences only, in the language that the fence names; it is never guessed (that costs 34 ms)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

MAX_CHARACTERS = 20_000
"""Longer code stays uncoloured: 0.13 ms a line would hold the window up."""

PLAIN_LANGUAGES = frozenset({"", "text", "txt", "plain", "plaintext", "output", "none"})


@dataclass(frozen=True)
class CodeColours:
    """Colours of code on the theme's code background, as ``#rrggbb``."""

    keyword: str
    string: str
    number: str
    comment: str
    name: str
    builtin: str
    operator: str
    inserted: str
    deleted: str


LIGHT = CodeColours(
    "#8431a8", "#1f6f3c", "#9a4a00", "#626a78", "#1f4fb8", "#0b6a78", "#4a505c", "#16703c", "#b92525"
)
DARK = CodeColours(
    "#d7a3f5", "#8fd6a0", "#f0b06a", "#949ca9", "#9db8ff", "#7fd0dc", "#b9c0cc", "#5fca8c", "#ff8a8a"
)


def warm_up() -> None:
    """Load the library and the commonest languages; call it in a thread, it takes about 0.1 s."""
    for language in ("python", "javascript", "json", "bash"):
        _lexer(language)


def colour_runs(code: str, language: str, colours: CodeColours) -> list[list[tuple[int, int, str]]]:
    """Find what is coloured how: for each line ``(start, length, colour)``; empty if nothing is to be coloured.

    Places count in UTF-16 units, as Qt does. What a lexer gives that is not the code itself (it may mend line ends) is
    taken only as far as both agree.
    """
    lexer = _lexer(language) if len(code) <= MAX_CHARACTERS else None
    if lexer is None:
        return []
    lines: list[list[tuple[int, int, str]]] = [[]]
    place = 0
    taken = 0
    for kind, text in lexer.get_tokens(code):
        if not code.startswith(text, taken) and text.strip():
            break
        taken += len(text)
        colour = _colour(kind, colours)
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
                place = 0
            units = len(piece) if piece.isascii() else len(piece.encode("utf-16-le", "surrogatepass")) // 2
            if colour and piece.strip():
                last = lines[-1][-1] if lines[-1] else (0, -1, "")
                if last[2] == colour and last[0] + last[1] == place:
                    lines[-1][-1] = (last[0], last[1] + units, colour)
                else:
                    lines[-1].append((place, units, colour))
            place += units
    return lines[: code.count("\n") + 1]


@lru_cache(maxsize=128)
def _lexer(language: str) -> Any | None:
    if language in PLAIN_LANGUAGES:
        return None
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=True)
    except ClassNotFound:
        return None


@lru_cache(maxsize=2048)
def _colour(kind: Any, colours: CodeColours) -> str:
    from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String

    table = (
        (Comment, colours.comment), (Keyword.Constant, colours.number), (Keyword, colours.keyword),
        (Operator.Word, colours.keyword), (Operator, colours.operator), (String, colours.string), (Number, colours.number),
        (Name.Function, colours.name), (Name.Class, colours.name), (Name.Decorator, colours.name), (Name.Tag, colours.keyword),
        (Name.Attribute, colours.name), (Name.Builtin, colours.builtin), (Generic.Inserted, colours.inserted),
        (Generic.Deleted, colours.deleted), (Generic.Heading, colours.name), (Generic.Prompt, colours.comment),
    )  # fmt: skip
    for parent, colour in table:
        if kind in parent:
            return colour
    return ""

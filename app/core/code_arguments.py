"""The code in what a model wrote as the call's arguments: whole, in pieces, or not quite as it was asked for."""

from __future__ import annotations

import json
import re
from typing import Any

_KEYS = ("code", "input", "python", "python_code", "source", "script", "program")
_OPENING = re.compile(r'\s*\{\s*"(?:' + "|".join(_KEYS) + r')"\s*:\s*"')
_BROKEN_END = re.compile(r'"\s*\}?\s*$')
_UNFINISHED_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?$")
_FENCE = re.compile(r"\s*```[\w+-]*[ \t]*\r?\n(.*?)(?:\r?\n)?[ \t]*```\s*", re.DOTALL)
_LOOSE = json.JSONDecoder(strict=False)  # line breaks inside strings are common and harmless


def code_of(arguments: str) -> str | None:
    """The code of a finished call; None when there is none to be found.

    JSON with a ``code`` is what was asked for. Also taken: other names for it, line breaks that were not escaped, quotes
    that were not escaped, the bare code itself, and a fence around it.
    """
    try:
        value = _LOOSE.decode(arguments)
    except (ValueError, RecursionError):
        value = _mended(arguments)
    code = _found(value)
    if code is None or not code.strip():
        return None
    fenced = _FENCE.fullmatch(code)
    return fenced.group(1) if fenced is not None else code


def code_so_far(arguments: str) -> str:
    """The code in arguments that are still being written; grows with them, and never takes anything back."""
    opening = _OPENING.match(arguments)
    if opening is None:
        start = arguments.lstrip()
        return "" if not start or start[0] in '{"[`' else arguments
    text = _string_so_far(arguments, opening.end())
    # Half of a pair is no letter yet.
    return text[:-1] if text and "\ud800" <= text[-1] <= "\udbff" else text


def _string_so_far(arguments: str, start: int) -> str:
    end = start
    while (end := arguments.find('"', end)) >= 0:
        before = arguments[start:end]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            break
        end += 1
    body = arguments[start : end if end >= 0 else len(arguments)]
    unfinished = _UNFINISHED_ESCAPE.search(body)
    if end < 0 and unfinished is not None:
        slashes = body[: unfinished.start() + 1]
        if (len(slashes) - len(slashes.rstrip("\\"))) % 2 == 1:
            body = body[: unfinished.start()]
    try:
        decoded = _LOOSE.decode(f'"{body}"')
    except ValueError:  # an escape that JSON does not know
        return body
    assert isinstance(decoded, str)
    return decoded


def _mended(arguments: str) -> Any:
    opening = _OPENING.match(arguments)
    if opening is None:
        return None if arguments.lstrip()[:1] in {"{", "["} else arguments
    rest = arguments[opening.end() :]
    ending = _BROKEN_END.search(rest)
    if ending is None:
        return None  # it breaks off: half a program is not run
    body = rest[: ending.start()]
    try:
        return _LOOSE.decode('"' + re.sub(r'(?<!\\)"', r"\"", body) + '"')
    except ValueError:
        return body


def _found(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return None
    for key in _KEYS:
        if isinstance(value.get(key), str):
            found: str = value[key]
            return found
    texts = [item for item in value.values() if isinstance(item, str)]
    return texts[0] if len(texts) == 1 else None

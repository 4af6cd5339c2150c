"""Replies of prompted models, turned into text and calls while they stream; and calls that hide in a plain answer."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

from app.core.ids import new_id
from app.engine.models.requests import Json, Piece, TextPiece, ToolCallPiece
from app.engine.models.tool_calling import NONE

_NAME_KEYS = ("tool", "name", "tool_name", "function")
_ARGUMENT_KEYS = ("arguments", "parameters", "args", "input")
_REPLY_KEYS = ("reply", "answer", "response", "content", "text")
_CALL_TAGS = ("", "json", "tool_call", "tool_code")
_FENCE = re.compile(r"\s*```[\w-]*[ \t]*\r?\n?")


class StepDecoder:
    """Reads one step (``{"tool": …}``) from a stream.

    The reply's text and the arguments' JSON are given out piece by piece, before the object is complete. A reply that
    is no such object at all is plain text and given out as that.
    """

    def __init__(self, offered: Collection[str]) -> None:
        self._offered = offered
        self._raw = ""
        self._object: _ObjectReader | None = None
        self._plain = False
        self._call_open = False
        self._replied = False
        self._held = ""  # arguments that came before the tool's name
        self._name: str | None = None
        self.complete = False

    def feed(self, text: str) -> list[Piece]:
        """Take more of the reply. After ``complete`` is true nothing more is wanted: the call can be broken off."""
        if self.complete:
            return []
        if self._plain:
            return [TextPiece(text)] if text else []
        self._raw += text
        if self._object is None:
            start = self._start()
            if start is None:
                return []
            if start < 0:
                self._plain = True
                return [TextPiece(self._raw)]
            self._object = _ObjectReader()
            text = self._raw[start:]
        return self._take(self._object.feed(text))

    def end(self) -> list[Piece]:
        """The stream is over: give out what a broken or foreign object still holds."""
        if self.complete or self._plain or self._call_open or self._replied:
            return []
        calls = find_calls(self._raw, self._offered)
        if calls:
            return calls
        text = self._raw.strip()
        return [TextPiece(text)] if text else []

    def _start(self) -> int | None:
        """Where the object begins; None while that is open, -1 when the reply is plain text."""
        stripped = self._raw.lstrip()
        offset = len(self._raw) - len(stripped)
        if not stripped:
            return None
        if stripped[0] == "{":
            return offset
        if not stripped.startswith("`"):
            return -1
        fence = _FENCE.match(stripped)
        if fence is None:
            return None if "```".startswith(stripped) else -1
        inside = stripped[fence.end() :]
        if not inside.strip():
            return None
        return offset + fence.end() + len(inside) - len(inside.lstrip()) if inside.lstrip()[0] == "{" else -1

    def _take(self, found: list[tuple[str, str, str]]) -> list[Piece]:
        pieces: list[Piece] = []
        for kind, key, value in found:
            named_none = self._name == NONE or (self._name is None and key == "reply")
            if kind in {"string", "raw"} and key in _REPLY_KEYS and named_none:
                pieces += self._reply(value)
            elif kind in {"string", "raw"} and key in _ARGUMENT_KEYS:  # a string holds JSON as text
                pieces += self._arguments(value)
            elif kind == "name":
                self._name = value
                held, self._held = self._held, ""
                if held:
                    pieces += self._arguments(held)
            elif kind == "end":
                pieces += self._close()
        return pieces

    def _reply(self, text: str) -> list[Piece]:
        self._replied = True
        return [TextPiece(text)] if text else []

    def _arguments(self, text: str) -> list[Piece]:
        if self._name is None:
            self._held += text
            return []
        if self._name == NONE or self._name not in self._offered:
            return []
        if self._call_open:
            return [ToolCallPiece(0, "", "", text)] if text else []
        self._call_open = True
        return [ToolCallPiece(0, new_id("call"), self._name, text)]

    def _close(self) -> list[Piece]:
        pieces: list[Piece] = []
        if (
            self._name is not None
            and self._name != NONE
            and self._name in self._offered
            and not self._call_open
        ):
            pieces = self._arguments("{}")
        if self._call_open or self._replied:
            self.complete = True
        return pieces


class _ObjectReader:
    """Reads a JSON object character by character.

    Gives (kind, key, value): ``string`` pieces of a string value, decoded; ``raw`` pieces of any other value; ``name``
    when the tool's name is known; ``end`` when the object is.
    """

    def __init__(self) -> None:
        self.name: str | None = None
        self._depth = 0
        self._mode = "before"
        self._key = ""
        self._text = ""
        self._escape = ""
        self._high = ""
        self._in_string = False
        self._skip = False

    def feed(self, text: str) -> list[tuple[str, str, str]]:
        """Take more characters."""
        found: list[tuple[str, str, str]] = []
        pending: list[str] = []

        def flush(kind: str) -> None:
            if pending:
                found.append((kind, self._key, "".join(pending)))
                pending.clear()

        for character in text:
            if self._mode == "over":
                break
            if self._mode in {"key", "string"}:
                decoded = self._string(character)
                if decoded is None:  # the closing quote
                    if self._mode == "key":
                        self._key, self._text, self._mode = self._text, "", "colon"
                    else:
                        flush("string")
                        if not self._text:
                            found.append(("string", self._key, ""))
                        self._end_of_string(found)
                elif self._mode == "key":
                    self._text += decoded
                else:
                    self._text += decoded
                    pending.append(decoded)
            elif self._mode == "raw":
                if self._raw_character(character):
                    pending.append(character)
                else:
                    flush("raw")
                    self._mode = "over" if character == "}" else "before"
                    if character == "}":
                        found.append(("end", "", ""))
            else:
                self._structure(character, found, pending)
        flush("string" if self._mode == "string" else "raw")
        return found

    def _structure(self, character: str, found: list[tuple[str, str, str]], pending: list[str]) -> None:
        if self._mode == "colon":
            if character == ":":
                self._mode = "value"
        elif self._mode == "value":
            if character == '"':
                self._mode, self._text = "string", ""
            elif not character.isspace():
                self._mode, self._depth, self._in_string, self._skip = "raw", 0, False, False
                if self._raw_character(character):
                    pending.append(character)
        elif character == '"':
            self._mode, self._text = "key", ""
        elif character == "}":
            self._mode = "over"
            found.append(("end", "", ""))

    def _end_of_string(self, found: list[tuple[str, str, str]]) -> None:
        if self._key in _NAME_KEYS and self.name is None:
            self.name = self._text
            found.append(("name", self._key, self._text))
        self._mode = "before"

    def _raw_character(self, character: str) -> bool:
        """Whether the character belongs to the value that is being read."""
        if self._in_string:
            if self._skip:
                self._skip = False
            elif character == "\\":
                self._skip = True
            elif character == '"':
                self._in_string = False
            return True
        if character == '"':
            self._in_string = True
        elif character in "{[":
            self._depth += 1
        elif character in "}]":
            if self._depth == 0:
                return False
            self._depth -= 1
        elif character == "," and self._depth == 0:
            return False
        return True

    def _string(self, character: str) -> str | None:
        """Decode one character of a string: what it gives (perhaps nothing yet), None for the closing quote."""
        if self._escape:
            self._escape += character
            if self._escape[1] != "u":
                escaped, self._escape = self._escape[1], ""
                plain = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}.get(escaped, escaped)
                return self._joined(plain)
            if len(self._escape) < 6:
                return ""
            digits, self._escape = self._escape[2:], ""
            try:
                return self._joined(chr(int(digits, 16)))
            except ValueError:
                return self._joined("\N{REPLACEMENT CHARACTER}")
        if character == "\\":
            self._escape = "\\"
            return ""
        if character == '"':
            return None
        return self._joined(character)

    def _joined(self, character: str) -> str:
        """Join surrogate pairs; halves without a partner become replacement characters."""
        high, self._high = self._high, ""
        if "\ud800" <= character <= "\udbff":
            self._high = character
            return "\N{REPLACEMENT CHARACTER}" if high else ""
        if "\udc00" <= character <= "\udfff":
            if not high:
                return "\N{REPLACEMENT CHARACTER}"
            return (high + character).encode("utf-16", "surrogatepass").decode("utf-16")
        return ("\N{REPLACEMENT CHARACTER}" if high else "") + character


class HiddenCalls:
    """Holds back the beginning of a plain answer while it may be a tool call written as text.

    Some models and servers write ``{"name": …, "arguments": …}``, bare, fenced or in ``<tool_call>`` tags, instead of
    calling. Only an object that names an offered tool counts; anything else is let through as soon as that is clear.
    """

    def __init__(self, offered: Collection[str]) -> None:
        self._offered = offered
        self._held: str | None = ""

    def feed(self, text: str) -> str:
        """Take a piece of the answer; returns what may be shown now."""
        if self._held is None:
            return text
        self._held += text
        if self._may_be_call(self._held):
            return ""
        shown, self._held = self._held, None
        return shown

    def end(self) -> list[Piece]:
        """What was held back, as calls if it names an offered tool, else as text."""
        held, self._held = self._held, None
        if not held:
            return []
        return find_calls(held, self._offered) or [TextPiece(held)]

    def _may_be_call(self, text: str) -> bool:
        rest = text.lstrip()
        for opening in ("<tool_call>", "```"):
            if rest and len(rest) < len(opening) and opening.startswith(rest):
                return True
        if rest.startswith("```"):
            head, newline, rest = rest.partition("\n")
            tag = head[3:].strip().lower()
            if not newline:
                return any(known.startswith(tag) for known in _CALL_TAGS)
            if tag not in _CALL_TAGS:
                return False
        rest = rest.lstrip().removeprefix("<tool_call>").lstrip().removeprefix("[").lstrip()
        if not rest:
            return True
        if not rest.startswith("{"):
            return False
        key = re.match(r'\{\s*"([^"]*)"', rest)
        if key is None:
            return re.fullmatch(r'\{\s*("[^"]{0,20})?', rest) is not None
        if key[1] not in {*_NAME_KEYS, *_ARGUMENT_KEYS, "type", "id"}:
            return False
        name = re.match(r'\{\s*"(?:tool|name|tool_name)"\s*:\s*"([^"]*)"', rest)
        return name is None or name[1] in self._offered


def find_calls(text: str, offered: Collection[str]) -> list[Piece]:
    """Calls of offered tools that a text consists of; empty when it is anything else."""
    bodies = re.findall(r"<tool_call>\s*(.*?)\s*(?:</tool_call>|\Z)", text, re.DOTALL)
    if not bodies:
        stripped = text.strip()
        fenced = re.match(r"```[\w-]*\s*(.*?)\s*(?:```|\Z)", stripped, re.DOTALL)
        bodies = [fenced[1] if fenced else stripped]
    found: list[Json] = []
    decoder = json.JSONDecoder(strict=False)
    for body in bodies:
        position = 0
        while position < len(body):
            try:
                value, position = decoder.raw_decode(body, position)
            except ValueError:
                break
            found += value if isinstance(value, list) else [value]
            position += len(body[position:]) - len(body[position:].lstrip(" \t\r\n,;"))
    calls = [call for call in (_call_of(value, offered) for value in found) if call is not None]
    if not calls or len(calls) != len(found):
        return []
    return [
        ToolCallPiece(index, new_id("call"), name, arguments) for index, (name, arguments) in enumerate(calls)
    ]


def _call_of(value: Any, offered: Collection[str]) -> tuple[str, str] | None:
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("function"), dict):
        value = value["function"]
    name = next((value[key] for key in _NAME_KEYS if isinstance(value.get(key), str)), None)
    if name is None or name not in offered:
        return None
    arguments: Any = next((value[key] for key in _ARGUMENT_KEYS if key in value), {})
    return name, arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)

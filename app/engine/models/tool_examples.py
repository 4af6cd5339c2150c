"""Examples of tool calls for models that are prompted for them, made from the tools' own descriptions and schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.engine.models.requests import Json

MAX_FUNCTIONS = 8
"""More functions than this are shown without an example each: the prompt of a small model must stay short."""

_VALUES = {
    "city": "Paris", "location": "Paris", "place": "Paris", "town": "Paris", "country": "France", "name": "Anna",
    "user": "Anna", "email": "anna@example.org", "date": "2025-03-14", "day": "2025-03-14", "time": "14:30",
    "url": "https://example.org", "query": "blue bicycles", "text": "Good morning", "message": "Good morning",
    "title": "Shopping", "language": "French", "currency": "EUR", "symbol": "ACME", "ticker": "ACME",
    "id": "A-17", "expression": "12 * 7", "path": "notes.txt", "file": "notes.txt", "code": "print(2 + 3)",
}  # fmt: skip
_NAMED = frozenset({"city", "location", "place", "town", "country", "language", "currency", "file"})
_DEPTH = 4


@dataclass(frozen=True)
class Shot:
    """One example: what is asked, the tool that is chosen, perhaps its output, and the reply."""

    user: str
    tool: str
    arguments: Json = field(default_factory=dict)
    output: str = ""
    reply: str = ""


_PLAIN = (
    Shot("Hello!", "none", reply="Hello! How can I help you?"),
    Shot("Write one sentence about the sea.", "none", reply="The sea is wide, deep and never quite still."),
    Shot("Thanks, that helps.", "none", reply="You are welcome."),
)


class ExampleSource(NamedTuple):
    """A tool that examples are made for: what describes it, its own examples, an output and the reply resting on it."""

    name: str
    description: str
    parameters: Json
    own: Sequence[tuple[str, Json]] = ()
    result: tuple[str, str] | None = None


def examples_of(tools: Sequence[ExampleSource]) -> list[Shot]:
    """About ten examples for ``tools``.

    A tool's own examples are used as they are; for the others one is made from description and schema. The first of each
    tool that tells a result, and the first made one, show the whole way to an answer. Examples that call nothing stand in
    between, or everything becomes a call.
    """
    shots: list[Shot] = [_PLAIN[0]]
    made = 0
    for tool in tools:
        if tool.own:
            output, reply = tool.result or ("", "")
            for number, (user, arguments) in enumerate(tool.own):
                whole = number == 0 and bool(output)
                shots.append(
                    Shot(user, tool.name, arguments, output if whole else "", reply if whole else "")
                )
        elif made < MAX_FUNCTIONS:
            shots.append(_made(tool.name, tool.description, tool.parameters, whole=made == 0))
            made += 1
    shots.insert(len(shots) // 2 + 1, _PLAIN[1])
    shots.append(_PLAIN[2])
    return shots


def _made(name: str, description: str, parameters: Json, *, whole: bool) -> Shot:
    arguments = sample(parameters)
    if not isinstance(arguments, dict):
        arguments = {}
    wish = description.strip().split("\n")[0].rstrip(".") or name.replace("_", " ")
    details = ", ".join(f"{key}: {_said(value)}" for key, value in arguments.items())
    user = f"{wish[:1].upper()}{wish[1:160]}{f' ({details})' if details else ''}."
    if not whole:
        return Shot(user, name, arguments)
    return Shot(user, name, arguments, output='{"result": 42}', reply="The result is 42.")


def _said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def sample(schema: Json, name: str = "", depth: int = _DEPTH) -> Any:
    """A plausible value for a JSON schema: its own default, example or first choice, else one after its name and type."""
    if "const" in schema:
        return schema["const"]
    for given in (
        schema.get("default"),
        *(schema.get("examples") or ())[:1],
        *(schema.get("enum") or ())[:1],
    ):
        if given is not None:
            return given
    for ways in (schema.get("anyOf"), schema.get("oneOf")):
        if ways:
            return sample(next((w for w in ways if w.get("type") != "null"), ways[0]), name, depth)
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), "null")
    if kind == "object" or "properties" in schema:
        properties = schema.get("properties") or {}
        wanted = schema.get("required") or list(properties)[:2]
        if depth <= 0:
            return {}
        return {key: sample(properties.get(key) or {}, key, depth - 1) for key in wanted}
    if kind == "array":
        return (
            [sample(schema.get("items") or {"type": "string"}, name.rstrip("s"), depth - 1)]
            if depth > 0
            else []
        )
    if kind in {"integer", "number"}:
        least = schema.get("minimum", schema.get("exclusiveMinimum", 0))
        return max(3, least + 1) if isinstance(least, int | float) else 3
    if kind == "boolean":
        return True
    if kind == "null":
        return None
    words = name.lower().replace("-", "_").split("_")
    about = re.findall(r"[a-z]+", str(schema.get("description") or "").lower())
    if words[-1] == "name":  # of what, the description says
        words = [*words, *[word for word in about if word in _NAMED][:1]]
    return next((_VALUES[word] for word in reversed(words) if word in _VALUES), "example")

"""What is wrong with a function's or an answer's JSON Schema, in words, and how a strict one is made.

Strict mode (“Follow it exactly”) takes a part of JSON Schema only; the rules are those that OpenAI publishes for
Structured Outputs: every object closed and every property required, no combining of schemas but ``anyOf``, at most ten
levels, 5,000 properties and 1,000 choices.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.core.entities import Json

NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
MOST_LEVELS = 10
MOST_PROPERTIES = 5_000
MOST_CHOICES = 1_000
_REFUSED = ("allOf", "oneOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "patternProperties",
            "propertyNames", "unevaluatedProperties", "unevaluatedItems", "contains", "uniqueItems")  # fmt: skip
_MAPS = ("properties", "$defs", "definitions", "patternProperties", "dependentSchemas")
_LISTS = ("anyOf", "allOf", "oneOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong; ``place`` names the field (“address.street”), empty for the whole."""

    place: str
    text: str

    @property
    def sentence(self) -> str:
        """Place and reason in one sentence."""
        return f"{self.place}: {self.text}" if self.place else self.text


def name_problem(name: str, what: str = "name") -> str:
    """Say why a function or schema cannot be called so; empty if it can."""
    if not name:
        return f"Give it a {what}."
    if NAME.fullmatch(name):
        return ""
    if len(name) > 64:
        return f"A {what} takes at most 64 characters; this has {len(name)}."
    return f"A {what} takes only letters without accents, digits, hyphens and underscores, and no spaces."


def suggested_name(text: str) -> str:
    """Make a usable name of any text: ``Größe (cm)`` → ``Gr_e_cm``; empty if nothing is left."""
    return re.sub(r"_{2,}", "_", re.sub(r"[^A-Za-z0-9_-]+", "_", text)).strip("_")[:64]


def parse(text: str) -> tuple[Any, str]:
    """Read JSON; gives the value, or None and what is wrong in words with line and column."""
    try:
        return json.loads(text), ""
    except json.JSONDecodeError as error:
        return None, f"This is no JSON yet: {error.msg} (line {error.lineno}, column {error.colno})."
    except RecursionError:
        return None, "This is nested too deeply."
    except ValueError as error:
        return None, f"This is no JSON yet: {error}."


def check(schema: Any, *, strict: bool = False) -> tuple[Problem, ...]:
    """Say everything that is wrong with a schema whose values are objects; empty if nothing is."""
    if not isinstance(schema, dict):
        return (Problem("", "A JSON Schema is an object: { … }."),)
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        place = ".".join(str(part) for part in error.absolute_path if part != "properties")
        return (Problem(place, f"This is no JSON Schema: {error.message[:200]}."),)
    except RecursionError:
        return (Problem("", "This is nested too deeply."),)
    problems: list[Problem] = []
    if schema.get("type") not in {None, "object"} or (
        "type" not in schema and not schema.get("$ref") and schema
    ):
        problems.append(Problem("", 'The outermost level has to be an object: "type": "object".'))
    try:
        if strict:
            problems.extend(_strict(schema))
    except RecursionError:
        problems.append(Problem("", "This is nested too deeply."))
    return tuple(problems)


def violations(schema: Any, value: Any) -> tuple[str, ...]:
    """Say where a value does not follow a schema, at most five places; nothing is ever fetched from a network."""
    import jsonschema
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    try:
        validator = jsonschema.Draft202012Validator(schema, registry=Registry())
        errors = sorted(validator.iter_errors(value), key=lambda e: len(e.absolute_path))
    except (Unresolvable, RecursionError, jsonschema.SchemaError) as error:
        return (f"The schema cannot be used to check it: {str(error)[:200]}",)
    found = []
    for each in errors[:5]:
        place = each.json_path.removeprefix("$").lstrip(".")
        found.append(f"{place}: {each.message}"[:300] if place else each.message[:300])
    return tuple(found)


def made_strict(schema: Json) -> Json:
    """Make a schema fit for strict mode where that is possible: objects closed, every property required.

    A property that was optional may be null instead, so that a model can still leave it empty.
    """
    new = copy.deepcopy(schema)
    for _place, part in list(_parts(new)):
        if not _is_object(part):
            continue
        properties = part.setdefault("properties", {})
        part["additionalProperties"] = False
        given = part.get("required")
        required: list[Any] = given if isinstance(given, list) else []
        for name, held in properties.items():
            if name not in required and isinstance(held, dict):
                _allow_null(held)
        part["required"] = list(properties)
    return new


def _allow_null(held: Json) -> None:
    kind = held.get("type")
    if isinstance(kind, str) and kind != "null":
        held["type"] = [kind, "null"]
    elif isinstance(kind, list) and "null" not in kind:
        held["type"] = [*kind, "null"]
    elif isinstance(held.get("anyOf"), list) and {"type": "null"} not in held["anyOf"]:
        held["anyOf"] = [*held["anyOf"], {"type": "null"}]
    elif "$ref" in held:
        reference = dict(held)
        held.clear()
        held["anyOf"] = [reference, {"type": "null"}]
    if isinstance(held.get("enum"), list) and None not in held["enum"]:
        held["enum"] = [*held["enum"], None]


def _strict(schema: Json) -> Iterator[Problem]:
    if "anyOf" in schema:
        yield Problem("", "The outermost level may not be a choice (anyOf) when it is followed exactly.")
    properties = choices = 0
    for place, part in _parts(schema):
        for keyword in _REFUSED:
            if keyword in part:
                yield Problem(place, f"“{keyword}” is not understood when it is followed exactly.")
        if isinstance(part.get("enum"), list):
            choices += len(part["enum"])
        if not _is_object(part):
            continue
        held = part.get("properties")
        names = list(held) if isinstance(held, dict) else []
        properties += len(names)
        if part.get("additionalProperties") is not False:
            yield Problem(
                place,
                'When it is followed exactly, other fields must be ruled out: "additionalProperties": false.',
            )
        left = [name for name in names if name not in (part.get("required") or [])]
        if left:
            words = ", ".join(left[:5]) + (" …" if len(left) > 5 else "")
            yield Problem(
                place, f"When it is followed exactly, every field must be required; missing: {words}."
            )
    if properties > MOST_PROPERTIES:
        yield Problem("", f"At most {MOST_PROPERTIES:,} fields; these are {properties:,}.")
    if choices > MOST_CHOICES:
        yield Problem("", f"At most {MOST_CHOICES:,} choices in all; these are {choices:,}.")
    levels = _levels(schema)
    if levels > MOST_LEVELS:
        yield Problem("", f"At most {MOST_LEVELS} levels of objects; these are {levels}.")


def _is_object(part: Json) -> bool:
    kind = part.get("type")
    return kind == "object" or (isinstance(kind, list) and "object" in kind) or "properties" in part


def _parts(schema: Any, place: str = "") -> Iterator[tuple[str, Json]]:
    """Every schema inside a schema, with the name of its place."""
    if not isinstance(schema, dict):
        return
    yield place, schema
    for keyword in _MAPS:
        held = schema.get(keyword)
        if isinstance(held, dict):
            for name, part in held.items():
                yield from _parts(part, f"{place}.{name}".lstrip("."))
    for keyword in _LISTS:
        held = schema.get(keyword)
        if isinstance(held, list):
            for part in held:
                yield from _parts(part, place)
    for keyword in _SINGLE:
        held = schema.get(keyword)
        if isinstance(held, dict):
            yield from _parts(held, f"{place}[]" if keyword == "items" else place)


def _levels(schema: Any, depth: int = 0) -> int:
    if not isinstance(schema, dict):
        return depth
    here = depth + (1 if _is_object(schema) else 0)
    inside = [
        *(schema.get("properties") or {}).values(),
        *(schema.get("anyOf") or []),
        *([schema["items"]] if isinstance(schema.get("items"), dict) else []),
    ]
    return max([here, *(_levels(part, here) for part in inside)])

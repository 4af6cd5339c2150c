"""Filters on files' attributes, as the API writes them, made into SQL.

``{"type": "eq", "key": "lang", "value": "en"}`` compares one attribute (eq, ne, gt, gte, lt, lte, in, nin);
``{"type": "and", "filters": […]}`` and ``or`` join others. Values have types: the number 1 is neither ``"1"`` nor true.
``ne`` and ``nin`` are exactly the contrary of ``eq`` and ``in``, so a file without the attribute passes them; all
others need the attribute. Order is that of numbers among numbers and of characters among strings; booleans have none.
"""

# ruff: noqa: S608 - values go in as parameters

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from app.core.errors import InvalidInput

_DEPTH = 20
_NODES = 2000
_COMPARISONS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
_ONE = frozenset({"eq", "ne", *_COMPARISONS})
_MANY = frozenset({"in", "nin"})
_JOINS = {"and": " AND ", "or": " OR "}

Value = str | float | bool
Attributes = Mapping[str, Value]


def attribute_row(value: object, name: str) -> tuple[str, str | None, float | None]:
    """An attribute as it is stored: kind, text, number.

    Raises:
        InvalidInput: neither string nor (finite) number nor boolean, or a string longer than 512 characters.
    """
    if isinstance(value, bool):
        return "boolean", None, float(value)
    if isinstance(value, int | float) and _is_finite(value):
        return "number", None, float(value)
    if isinstance(value, str):
        if len(value) > 512:
            raise InvalidInput(
                f"The attribute “{name}” is longer than 512 characters.", field=f"attributes.{name}"
            )
        return "text", value, None
    raise InvalidInput(
        f"The attribute “{name}” is neither a string nor a number nor a boolean.", field=f"attributes.{name}"
    )


def check_attributes(attributes: Mapping[str, object]) -> None:
    """Hold attributes to the API's limits: 16, names of at most 64 characters.

    Raises:
        InvalidInput: which one is wrong and why.
    """
    if len(attributes) > 16:
        raise InvalidInput("A file can have at most 16 attributes.", field="attributes")
    for name, value in attributes.items():
        if not name or len(name) > 64:
            raise InvalidInput("An attribute's name has 1 to 64 characters.", field="attributes")
        attribute_row(value, name)


def to_sql(condition: Mapping[str, Any] | None) -> tuple[str, list[Any]]:
    """A condition on ``files.key`` and its parameters; nothing to filter gives ``1``.

    Raises:
        InvalidInput: ``field`` names the part of the filter that is wrong, as a path.
    """
    if not condition:
        return "1", []
    parameters: list[Any] = []
    counter = [0]
    return _node(condition, "filters", parameters, 0, counter), parameters


def _node(node: object, path: str, parameters: list[Any], depth: int, counter: list[int]) -> str:
    counter[0] += 1
    if depth > _DEPTH or counter[0] > _NODES:
        raise InvalidInput("The filter is nested too deeply or too long.", field=path)
    if not isinstance(node, Mapping):
        raise InvalidInput("A filter is an object with a type.", field=path)
    kind = node.get("type")
    if kind in _JOINS:
        parts = node.get("filters")
        if not isinstance(parts, Sequence) or isinstance(parts, str):
            raise InvalidInput(f"The filter “{kind}” needs a list of filters.", field=f"{path}.filters")
        inner = [
            _node(part, f"{path}.filters[{number}]", parameters, depth + 1, counter)
            for number, part in enumerate(parts)
        ]
        if not inner:
            return "1" if kind == "and" else "0"
        return f"({_JOINS[str(kind)].join(inner)})"
    if kind not in _ONE | _MANY:
        known = ", ".join(sorted({*_ONE, *_MANY, *_JOINS}))
        raise InvalidInput(f"A filter's type is one of {known}.", field=f"{path}.type")
    key = node.get("key")
    if not isinstance(key, str):
        raise InvalidInput("A filter's key is the name of an attribute.", field=f"{path}.key")
    if "value" not in node:
        raise InvalidInput("A filter needs a value.", field=f"{path}.value")
    return _comparison(str(kind), key, node["value"], f"{path}.value", parameters)


def _comparison(kind: str, key: str, value: object, path: str, parameters: list[Any]) -> str:
    if kind in _MANY:
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise InvalidInput(f"The filter “{kind}” needs a list of values.", field=path)
        values = list(value)
    else:
        values = [value]
    tests = []
    own: list[Any] = [key]
    for item in values:
        if isinstance(item, bool):
            if kind in _COMPARISONS:
                continue  # booleans have no order
            tests.append("(kind = 'boolean' AND number = ?)")
            own.append(float(item))
        elif isinstance(item, str):
            tests.append(f"(kind = 'text' AND text {_COMPARISONS.get(kind, '=')} ?)")
            own.append(item)
        elif isinstance(item, int | float) and _is_finite(item):
            tests.append(f"(kind = 'number' AND number {_COMPARISONS.get(kind, '=')} ?)")
            own.append(float(item))
        else:
            raise InvalidInput("A filter's value is a string, a number or a boolean.", field=path)
    negated = "NOT " if kind in {"ne", "nin"} else ""
    if not tests:
        return "1" if negated else "0"
    parameters += own
    return f"files.key {negated}IN (SELECT file FROM attributes WHERE name = ? AND ({' OR '.join(tests)}))"


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False

"""A JSON Schema as a form sees it: rows of fields that can be changed one by one, everything else kept as it is.

The form knows names, kinds, descriptions, whether a field is required, choices (``enum``), and fields inside objects and
lists. A field that says more (``$ref``, ``anyOf``, limits, formats …) keeps it: every change here touches the one keyword
that it is about, in place and in order, and nothing else.

A path leads to a field's schema: property names, and :data:`ITEM` for what a list holds.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from app.core.entities import Json

Kind = Literal["string", "number", "integer", "boolean", "object", "array", "other"]
Path = tuple[str, ...]

KINDS: tuple[Kind, ...] = ("string", "number", "integer", "boolean", "object", "array")
"""What a person can choose; ``other`` is what only the JSON can say."""
ITEM = "[]"
"""The step of a path that leads into a list's items."""
EMPTY: Json = {"type": "object", "properties": {}, "required": []}
MOST_DEPTH = 12
_OWN = {"string": (), "number": (), "integer": (), "boolean": (), "object": ("properties", "required", "additionalProperties"),
        "array": ("items",)}  # fmt: skip


@dataclass(frozen=True)
class FieldRow:
    """One field as the form shows it.

    Attributes:
        path: where its schema is.
        depth: how deep it stands, from 0.
        name: of the property; “each” for what a list holds.
        kind: of its values.
        nullable: whether it may be null besides.
        required: whether it must be given.
        description: what it is, for the model.
        choices: the only values allowed, as JSON or bare text; None where any is.
        more: keywords beside those above, which the JSON alone shows.
    """

    path: Path
    depth: int
    name: str
    kind: Kind
    nullable: bool
    required: bool
    description: str
    choices: tuple[str, ...] | None
    more: tuple[str, ...] = ()

    @property
    def is_item(self) -> bool:
        """Whether it is what a list holds, which has no name of its own."""
        return self.path[-1] == ITEM


def rows(schema: Json) -> list[FieldRow]:
    """Give the fields of an object's schema, each followed by those inside it."""
    return list(_rows(schema, (), 0))


def kind_of(schema: Any) -> tuple[Kind, bool]:
    """Give the kind of a schema's values, and whether null is allowed beside it."""
    given = schema.get("type") if isinstance(schema, dict) else None
    nullable = False
    if isinstance(given, list):
        rest = [name for name in given if name != "null"]
        nullable, given = len(rest) < len(given), rest[0] if len(rest) == 1 else None
    if isinstance(given, str) and given in KINDS:
        return given, nullable
    return "other", nullable


def set_kind(schema: Json, path: Path, kind: Kind) -> Json:
    """Give a field another kind; what only its old kind had goes, the rest stays."""
    new, at = _opened(schema, path)
    old, nullable = kind_of(at)
    if kind in {old, "other"}:
        return new
    for keyword in _OWN.get(old, ()):
        at.pop(keyword, None)
    if old == "other":
        for keyword in ("$ref", "anyOf", "oneOf", "allOf", "const"):
            at.pop(keyword, None)
    if kind in {"object", "array", "boolean"} or old != "other":
        at.pop("enum", None)
    _put_first(at, "type", [kind, "null"] if nullable else kind)
    if kind == "object":
        at["properties"] = {}
        at["required"] = []
        if schema.get("additionalProperties") is False:
            at["additionalProperties"] = False
    elif kind == "array":
        at["items"] = {"type": "string"}
    return new


def set_description(schema: Json, path: Path, text: str) -> Json:
    """Say what a field is; empty takes it away."""
    new, at = _opened(schema, path)
    if text:
        at["description"] = text
    else:
        at.pop("description", None)
    return new


def set_choices(schema: Json, path: Path, choices: tuple[str, ...] | None) -> Json:
    """Allow only these values; None allows any. A number field's choices become numbers."""
    new, at = _opened(schema, path)
    if choices is None:
        at.pop("enum", None)
        return new
    kind, nullable = kind_of(at)
    values = [_value(text, kind) for text in choices]
    if nullable:
        values.append(None)
    at["enum"] = values
    return new


def set_nullable(schema: Json, path: Path, nullable: bool) -> Json:
    """Allow null beside the field's kind, or not."""
    new, at = _opened(schema, path)
    kind, _ = kind_of(at)
    if kind != "other":
        at["type"] = [kind, "null"] if nullable else kind
        if isinstance(at.get("enum"), list):
            values = [v for v in at["enum"] if v is not None]
            at["enum"] = [*values, None] if nullable else values
    return new


def set_required(schema: Json, path: Path, required: bool) -> Json:
    """Say whether a property must be given."""
    new = copy.deepcopy(schema)
    parent, name = _at(new, path[:-1]), path[-1]
    names = (
        [n for n in parent.get("required", []) if n != name]
        if not required
        else [*parent.get("required", [])]
    )
    if required and name not in names:
        order = list(parent.get("properties", {}))
        names.append(name)
        if all(n in order for n in names):
            names.sort(key=order.index)
    parent["required"] = names
    return new


def rename(schema: Json, path: Path, name: str) -> Json:
    """Give a property another name at the same place; nothing happens for a name that is taken or empty."""
    new = copy.deepcopy(schema)
    parent, old = _at(new, path[:-1]), path[-1]
    if not name or name in parent["properties"]:
        return new
    parent["properties"] = {name if key == old else key: held for key, held in parent["properties"].items()}
    if isinstance(parent.get("required"), list):
        parent["required"] = [name if key == old else key for key in parent["required"]]
    return new


def add(schema: Json, path: Path = (), *, name: str = "") -> tuple[Json, Path]:
    """Add a text field to the object at ``path``; gives the new schema and the field's path."""
    new, at = _opened(schema, path)
    properties = at.setdefault("properties", {})
    wanted, number = name or "field", 1
    while wanted in properties:
        number += 1
        wanted = f"{name or 'field'}_{number}"
    properties[wanted] = {"type": "string"}
    if at.get("additionalProperties") is False:  # strict schemas require every field
        at["required"] = [*at.get("required", []), wanted]
    return new, (*path, wanted)


def remove(schema: Json, path: Path) -> Json:
    """Take a property away."""
    new = copy.deepcopy(schema)
    parent, name = _at(new, path[:-1]), path[-1]
    parent.get("properties", {}).pop(name, None)
    if isinstance(parent.get("required"), list):
        parent["required"] = [key for key in parent["required"] if key != name]
    return new


def move(schema: Json, path: Path, step: int) -> Json:
    """Move a property up (-1) or down (1) among its neighbours; models fill fields in this order."""
    new = copy.deepcopy(schema)
    parent, name = _at(new, path[:-1]), path[-1]
    names = list(parent["properties"])
    place = names.index(name)
    target = place + step
    if 0 <= target < len(names):
        names[place], names[target] = names[target], names[place]
        parent["properties"] = {key: parent["properties"][key] for key in names}
    return new


def can_be_shown(schema: Any) -> bool:
    """Whether the form can show a schema at all: an object with properties."""
    return (
        isinstance(schema, dict)
        and kind_of(schema)[0] in {"object", "other"}
        and isinstance(schema.get("properties", {}), dict)
        and ("properties" in schema or kind_of(schema)[0] == "object")
    )


def _rows(schema: Any, path: Path, depth: int) -> Iterator[FieldRow]:
    if not isinstance(schema, dict) or depth > MOST_DEPTH:
        return
    properties = schema.get("properties")
    if isinstance(properties, dict):
        given = schema.get("required")
        required = [name for name in given if isinstance(name, str)] if isinstance(given, list) else []
        for name, held in properties.items():
            yield from _row(held, (*path, name), depth, name=name, required=name in required)
    items = schema.get("items")
    if isinstance(items, dict):
        yield from _row(items, (*path, ITEM), depth, name="each", required=True)


def _row(held: Any, path: Path, depth: int, *, name: str, required: bool) -> Iterator[FieldRow]:
    kind, nullable = kind_of(held)
    data = held if isinstance(held, dict) else {}
    enum = data.get("enum")
    choices = (
        tuple(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in enum if v is not None)
        if isinstance(enum, list)
        else None
    )
    known = {"type", "description", "enum", *_OWN.get(kind, ())}
    description = data.get("description")
    yield FieldRow(
        path=path,
        depth=depth,
        name=name,
        kind=kind,
        nullable=nullable,
        required=required,
        description=description if isinstance(description, str) else "",
        choices=choices,
        more=tuple(key for key in data if key not in known),
    )
    if kind in {"object", "array"}:
        yield from _rows(data, path, depth + 1)


def _at(schema: Json, path: Path) -> Json:
    at: Any = schema
    for step in path:
        at = at["items"] if step == ITEM and "properties" not in at else at["properties"][step]
    return at  # type: ignore[no-any-return]


def _opened(schema: Json, path: Path) -> tuple[Json, Json]:
    new = copy.deepcopy(schema)
    at: Any = _at(new, path)
    if not isinstance(at, dict):  # ``true`` and ``false`` are schemas, too
        at = {}
        parent = _at(new, path[:-1])
        if path[-1] == ITEM and "properties" not in parent:
            parent["items"] = at
        else:
            parent["properties"][path[-1]] = at
    return new, at


def _put_first(at: Json, keyword: str, value: Any) -> None:
    if keyword in at:
        at[keyword] = value
        return
    rest = dict(at)
    at.clear()
    at[keyword] = value
    at.update(rest)


def _value(text: str, kind: Kind) -> Any:
    if kind in {"number", "integer", "boolean", "other"}:
        try:
            value = json.loads(text)
        except ValueError:
            return text
        if kind == "other" or isinstance(value, bool | int | float):
            return value
    return text

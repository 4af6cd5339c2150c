"""Shapes made from the SDK's parameter types."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints

from app.engine.api import shapes
from app.engine.api.shapes import Shape

_LISTS = (list, Iterable, Sequence)


def from_params(
    params: type,
    limits: shapes.Limits,
    *,
    without: Iterable[str] = (),
    more: Mapping[str, Shape] | None = None,
) -> shapes.Record:
    """The shape of a ``TypedDict`` of the SDK.

    ``limits`` replace or refine the shapes at their paths: names joined by dots, ``[]`` for the items of an array.
    ``without`` names fields that are not in the body (path parameters), ``more`` adds fields that the type does not have.

    Raises:
        KeyError: a limit's path leads nowhere, which would mean that the SDK renamed a parameter.
    """
    unused = set(limits)
    record = _record(params, "", limits, unused)
    for name in without:
        del record.fields[name]
    record.fields.update(more or {})
    record.required = record.required & record.fields.keys()
    if unused:
        raise KeyError(f"{params.__name__} has no {', '.join(sorted(unused))}")
    return record


def _record(params: type, path: str, limits: shapes.Limits, unused: set[str]) -> shapes.Record:
    fields: dict[str, Shape] = {}
    required = set()
    for name, hint in get_type_hints(params, include_extras=True).items():
        annotation = hint
        if get_origin(annotation) in {Required, NotRequired}:
            if get_origin(annotation) is Required:
                required.add(name)
            (annotation,) = get_args(annotation)
        fields[name] = _shape(annotation, f"{path}.{name}" if path else name, limits, unused)
    return shapes.Record(fields, frozenset(required))


def _shape(annotation: Any, path: str, limits: shapes.Limits, unused: set[str]) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0], path, limits, unused)
    members = list(get_args(annotation)) if origin in {Union, types.UnionType} else [annotation]
    nullable = types.NoneType in members
    members = [member for member in members if member is not types.NoneType]
    limit = limits.get(path)
    unused.discard(path)
    if isinstance(limit, Shape):
        shape = limit
    else:
        shape = _alternatives(members, path, limits, unused)
        if limit is not None:
            shape = dataclasses.replace(shape, **limit)  # type: ignore[type-var]
    return shapes.Nullable(shape) if nullable else shape


def _alternatives(members: list[Any], path: str, limits: shapes.Limits, unused: set[str]) -> Shape:
    """One shape for a union: its strings, its tagged objects, its array."""
    found: list[Shape] = []
    strings = tuple(
        value for member in members if get_origin(member) is Literal for value in get_args(member)
    )
    if strings and str not in members:
        found.append(shapes.Flag() if all(isinstance(v, bool) for v in strings) else shapes.Choice(strings))
    records = {}
    for member in members:
        origin = get_origin(member)
        if origin is Literal:
            continue
        if _is_typed_dict(member):
            record = _record(member, path, limits, unused)
            tags = _tags(record)
            if len(tags) == 1 and len(members) > 1:
                records.update(dict.fromkeys(tags, record))
            else:
                found.append(record)
        elif origin in _LISTS:
            (item,) = get_args(member)
            found.append(shapes.Items(_shape(item, f"{path}[]", limits, unused)))
        elif origin is dict:
            value = get_args(member)[1]
            found.append(
                shapes.AnyObject()
                if value in {object, Any}
                else shapes.Pairs(_shape(value, f"{path}.*", limits, unused))
            )
        else:
            found.append(_plain(member))
    if records:
        found.append(shapes.Tagged(records))
    return found[0] if len(found) == 1 else shapes.Either(found)


def _plain(member: Any) -> Shape:
    made: dict[Any, Callable[[], Shape]] = {
        str: shapes.Text,
        int: shapes.Whole,
        float: shapes.Decimal,
        bool: shapes.Flag,
    }
    if member in made:
        return made[member]()
    if member in {object, Any}:
        return shapes.Anything()
    raise TypeError(f"no shape for {member!r}")


def _is_typed_dict(member: Any) -> bool:
    return isinstance(member, type) and issubclass(member, dict) and hasattr(member, "__total__")


def _tags(record: shapes.Record) -> tuple[str, ...]:
    tag = record.fields.get("type")
    return tag.values if isinstance(tag, shapes.Choice) and "type" in record.required else ()

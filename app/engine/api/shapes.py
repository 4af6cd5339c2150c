"""What a request may hold: shapes, made from the SDK's own parameter types, that check values and describe themselves.

The SDK's ``TypedDict`` classes say which parameters exist, which are required, and of what type. They hold no limits;
those are given by path (``tools[].function.name``) when a shape is made. A shape then does two things with one
description: it checks a value, naming the parameter to blame and the reason in OpenAI's words and codes, and it gives the
JSON schema for the engine's OpenAPI document.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.engine.errors import ApiError, invalid_value, wrong_prefix

INTEGER_MAX = 2**31 - 1
"""The largest integer taken where the API names no limit of its own."""

JsonSchema = dict[str, Any]


def type_name(value: Any) -> str:
    """The JSON type of ``value`` with its article, as error messages say it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, str):
        return "a string"
    if isinstance(value, int):
        return "an integer"
    if isinstance(value, float):
        return "a decimal number"
    return "an array" if isinstance(value, list) else "an object"


def wrong_type(value: Any, expected: str, path: str) -> ApiError:
    """400 ``invalid_type`` for the parameter at ``path``."""
    got = type_name(value)
    instead = "an empty string" if value == "" else got
    return ApiError(
        f"Invalid type for '{path}': expected {expected}, but got {instead} instead.",
        param=path or None,
        code="invalid_type",
    )


class Shape:
    """Something a value must look like. ``expected`` is how messages call it."""

    expected = "a value"

    def check(self, value: Any, path: str) -> Any:
        """Return ``value`` as it is used from here on; raise ``ApiError`` naming ``path`` if it does not fit."""
        raise NotImplementedError

    def fits(self, value: Any) -> bool:
        """True when ``value`` is of this shape's JSON type (its limits aside): chooses among alternatives."""
        raise NotImplementedError

    def schema(self) -> JsonSchema:
        """JSON schema of this shape."""
        raise NotImplementedError


@dataclass
class Text(Shape):
    """A string of ``least`` to ``most`` characters."""

    least: int = 0
    most: int | None = None
    pattern: str | None = None
    expected = "a string"

    def fits(self, value: Any) -> bool:
        """True for strings."""
        return isinstance(value, str)

    def check(self, value: Any, path: str) -> Any:
        """Check type, length and pattern."""
        if not isinstance(value, str):
            raise wrong_type(value, self.expected, path)
        if self.most is not None and len(value) > self.most:
            raise ApiError(
                f"Invalid '{path}': string too long. Expected a string with maximum length {self.most}, "
                f"but got a string with length {len(value)} instead.",
                param=path,
                code="string_above_max_length",
            )
        if len(value) < self.least:
            got = f"a string with length {len(value)}" if value else "an empty string"
            raise ApiError(
                f"Invalid '{path}': {'string too short' if value else 'empty string'}. Expected a string with "
                f"minimum length {self.least}, but got {got} instead.",
                param=path,
                code="string_below_min_length" if value else "empty_string",
            )
        if self.pattern is not None and not re.fullmatch(self.pattern, value):
            raise invalid_value(
                f"Invalid '{path}': string does not match pattern. Expected a string that matches the pattern "
                f"'^{self.pattern}$'.",
                path,
            )
        return value

    def schema(self) -> JsonSchema:
        """A string with its limits."""
        schema: JsonSchema = {"type": "string"}
        if self.least:
            schema["minLength"] = self.least
        if self.most is not None:
            schema["maxLength"] = self.most
        if self.pattern is not None:
            schema["pattern"] = f"^{self.pattern}$"
        return schema


@dataclass
class Identifier(Shape):
    """The id of an object; another kind's id is refused by its prefix."""

    prefix: str
    expected = "a string"

    def fits(self, value: Any) -> bool:
        """True for strings."""
        return isinstance(value, str)

    def check(self, value: Any, path: str) -> Any:
        """Check type and prefix."""
        if not isinstance(value, str):
            raise wrong_type(value, self.expected, path)
        if not value.startswith(self.prefix):
            raise wrong_prefix(value, self.prefix, path)
        return value

    def schema(self) -> JsonSchema:
        """A string with the prefix as its pattern."""
        return {"type": "string", "pattern": f"^{self.prefix}"}


@dataclass
class Whole(Shape):
    """An integer from ``least`` to ``most``."""

    least: int = -INTEGER_MAX - 1
    most: int = INTEGER_MAX
    expected = "an integer"

    def fits(self, value: Any) -> bool:
        """True for integers, and for decimals without a fraction (JSON knows one kind of number)."""
        return (isinstance(value, int) and not isinstance(value, bool)) or (
            isinstance(value, float) and value.is_integer()
        )

    def check(self, value: Any, path: str) -> Any:
        """Check type and range."""
        if not self.fits(value):
            raise wrong_type(value, self.expected, path)
        return _in_range(int(value), self.least, self.most, "integer", path)

    def schema(self) -> JsonSchema:
        """An integer with its range."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass
class Decimal(Shape):
    """A number from ``least`` to ``most``; NaN and infinities are none."""

    least: float | None = None
    most: float | None = None
    expected = "a decimal"

    def fits(self, value: Any) -> bool:
        """True for finite numbers."""
        return isinstance(value, int | float) and not isinstance(value, bool)

    def check(self, value: Any, path: str) -> Any:
        """Check type and range."""
        if not self.fits(value) or (isinstance(value, float) and not math.isfinite(value)):
            raise wrong_type(value, self.expected, path)
        return float(_in_range(value, self.least, self.most, "decimal", path))

    def schema(self) -> JsonSchema:
        """A number with its range."""
        schema: JsonSchema = {"type": "number"}
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


def _in_range(value: Any, least: float | None, most: float | None, kind: str, path: str) -> Any:
    if most is not None and value > most:
        side, sign, limit, code = "above maximum", "<=", most, f"{kind}_above_max_value"
    elif least is not None and value < least:
        side, sign, limit, code = "below minimum", ">=", least, f"{kind}_below_min_value"
    else:
        return value
    shown = str(value) if abs(value) < 10**30 else "a number beyond every limit"
    raise ApiError(
        f"Invalid '{path}': {kind} {side} value. Expected a value {sign} {limit:g}, but got {shown} instead."
        if isinstance(limit, float)
        else f"Invalid '{path}': {kind} {side} value. Expected a value {sign} {limit}, but got {shown} instead.",
        param=path,
        code=code,
    )


@dataclass
class Flag(Shape):
    """True or false."""

    expected = "a boolean"

    def fits(self, value: Any) -> bool:
        """True for booleans."""
        return isinstance(value, bool)

    def check(self, value: Any, path: str) -> Any:
        """Check the type."""
        if not isinstance(value, bool):
            raise wrong_type(value, self.expected, path)
        return value

    def schema(self) -> JsonSchema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass
class Choice(Shape):
    """One of a few strings."""

    values: tuple[str, ...]

    @property
    def expected(self) -> str:  # type: ignore[override]
        """The values, quoted."""
        return "one of " + _listed(self.values, "or")

    def fits(self, value: Any) -> bool:
        """True for strings."""
        return isinstance(value, str)

    def check(self, value: Any, path: str) -> Any:
        """Check type and value."""
        if not isinstance(value, str):
            raise wrong_type(value, self.expected, path)
        if value not in self.values:
            raise unsupported(value, self.values, path)
        return value

    def schema(self) -> JsonSchema:
        """The values."""
        return {"type": "string", "enum": list(self.values)}


def unsupported(value: Any, values: Iterable[str], path: str) -> ApiError:
    """400 ``invalid_value`` for a value that is none of ``values``."""
    shown = str(value)
    shown = shown if len(shown) <= 120 else f"{shown[:120]}…"
    return invalid_value(f"Invalid value: '{shown}'. Supported values are: {_listed(values, 'and')}.", path)


def _listed(values: Iterable[str], word: str) -> str:
    quoted = [f"'{value}'" for value in values]
    if len(quoted) < 2:
        return "".join(quoted)
    comma = "," if len(quoted) > 2 else ""
    return f"{', '.join(quoted[:-1])}{comma} {word} {quoted[-1]}"


@dataclass
class Items(Shape):
    """An array of ``least`` to ``most`` items of one shape."""

    item: Shape
    least: int = 0
    most: int | None = None

    @property
    def expected(self) -> str:  # type: ignore[override]
        """An array, and of what."""
        plural = {"a string": "strings", "an object": "objects"}.get(self.item.expected, "objects")
        return f"an array of {plural}"

    def fits(self, value: Any) -> bool:
        """True for arrays."""
        return isinstance(value, list)

    def check(self, value: Any, path: str) -> Any:
        """Check the type, the length, and every item."""
        if not isinstance(value, list):
            raise wrong_type(value, self.expected, path)
        if self.most is not None and len(value) > self.most:
            raise ApiError(
                f"Invalid '{path}': array too long. Expected an array with maximum length {self.most}, "
                f"but got an array with length {len(value)} instead.",
                param=path,
                code="array_above_max_length",
            )
        if len(value) < self.least:
            raise ApiError(
                f"Invalid '{path}': empty array. Expected an array with minimum length {self.least}, "
                f"but got {'an empty array' if not value else f'an array with length {len(value)}'} instead.",
                param=path,
                code="empty_array" if not value else "array_below_min_length",
            )
        return [self.item.check(item, f"{path}[{index}]") for index, item in enumerate(value)]

    def schema(self) -> JsonSchema:
        """An array with its limits."""
        schema: JsonSchema = {"type": "array", "items": self.item.schema()}
        if self.least:
            schema["minItems"] = self.least
        if self.most is not None:
            schema["maxItems"] = self.most
        return schema


@dataclass
class Pairs(Shape):
    """An object with free names: ``most`` pairs, names of ``name_most`` characters, values of one shape."""

    value: Shape
    most: int | None = None
    name_most: int | None = None
    expected = "an object"

    def fits(self, value: Any) -> bool:
        """True for objects."""
        return isinstance(value, dict)

    def check(self, value: Any, path: str) -> Any:
        """Check the type, the number of pairs, and every name and value."""
        if not isinstance(value, dict):
            raise wrong_type(value, self.expected, path)
        if self.most is not None and len(value) > self.most:
            raise ApiError(
                f"Invalid '{path}': too many properties. Expected an object with at most {self.most} properties, "
                f"but got an object with {len(value)} properties instead.",
                param=path,
                code="object_above_max_properties",
            )
        for name in value:
            if self.name_most is not None and len(name) > self.name_most:
                raise ApiError(
                    f"Invalid property name in '{path}': '{name[: self.name_most]}…' is too long. Expected a property "
                    f"name with maximum length {self.name_most}, but got a property name with length {len(name)} "
                    "instead.",
                    param=path,
                    code="property_name_above_max_length",
                )
        return {name: self.value.check(item, f"{path}.{name}") for name, item in value.items()}

    def schema(self) -> JsonSchema:
        """An object with its limits."""
        schema: JsonSchema = {"type": "object", "additionalProperties": self.value.schema()}
        if self.most is not None:
            schema["maxProperties"] = self.most
        if self.name_most is not None:
            schema["propertyNames"] = {"maxLength": self.name_most}
        return schema


@dataclass
class AnyObject(Shape):
    """An object that is kept as it is (a JSON schema, for one)."""

    expected = "an object"

    def fits(self, value: Any) -> bool:
        """True for objects."""
        return isinstance(value, dict)

    def check(self, value: Any, path: str) -> Any:
        """Check the type."""
        if not isinstance(value, dict):
            raise wrong_type(value, self.expected, path)
        return value

    def schema(self) -> JsonSchema:
        """Any object."""
        return {"type": "object", "additionalProperties": True}


@dataclass
class Anything(Shape):
    """Any JSON value."""

    def fits(self, value: Any) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def check(self, value: Any, path: str) -> Any:  # noqa: ARG002
        """Nothing to check."""
        return value

    def schema(self) -> JsonSchema:
        """Anything."""
        return {}


@dataclass
class Nullable(Shape):
    """A shape, or null."""

    shape: Shape

    @property
    def expected(self) -> str:  # type: ignore[override]
        """As the shape inside."""
        return self.shape.expected

    def fits(self, value: Any) -> bool:
        """True for null and for what fits the shape inside."""
        return value is None or self.shape.fits(value)

    def check(self, value: Any, path: str) -> Any:
        """Let null pass."""
        return None if value is None else self.shape.check(value, path)

    def schema(self) -> JsonSchema:
        """The shape's schema or null."""
        return {"anyOf": [self.shape.schema(), {"type": "null"}]}


@dataclass
class Record(Shape):
    """An object with named fields; unknown ones are refused."""

    fields: dict[str, Shape]
    required: frozenset[str] = frozenset()
    expected = "an object"

    def fits(self, value: Any) -> bool:
        """True for objects."""
        return isinstance(value, dict)

    def check(self, value: Any, path: str) -> Any:
        """Check the type, that nothing is missing and nothing unknown, and every field."""
        if not isinstance(value, dict):
            raise wrong_type(value, self.expected, path)
        prefix = f"{path}." if path else ""
        for name in self.fields:
            if name in self.required and name not in value:
                raise missing(prefix + name)
        checked = {}
        for name, item in value.items():
            shape = self.fields.get(name)
            if shape is None:
                shown = name if len(name) <= 100 else f"{name[:100]}…"
                raise ApiError(
                    f"Unknown parameter: '{prefix}{shown}'.", param=prefix + shown, code="unknown_parameter"
                )
            if item is None and name in self.required and not isinstance(shape, Nullable):
                raise wrong_type(item, shape.expected, prefix + name)
            checked[name] = shape.check(item, prefix + name)
        return checked

    def schema(self) -> JsonSchema:
        """An object with exactly these properties."""
        schema: JsonSchema = {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in self.fields.items()},
            "additionalProperties": False,
        }
        if self.required:
            schema["required"] = sorted(self.required)
        return schema


def missing(path: str) -> ApiError:
    """400 for a parameter that has to be given."""
    return ApiError(
        f"Missing required parameter: '{path}'.", param=path, code="missing_required_parameter"
    )


@dataclass
class Tagged(Shape):
    """One of several records, told apart by their field ``type``."""

    records: dict[str, Record]
    expected = "an object"

    def fits(self, value: Any) -> bool:
        """True for objects."""
        return isinstance(value, dict)

    def check(self, value: Any, path: str) -> Any:
        """Choose the record by ``type`` and check by it."""
        if not isinstance(value, dict):
            raise wrong_type(value, self.expected, path)
        here = f"{path}.type" if path else "type"
        if "type" not in value:
            raise missing(here)
        tag = value["type"]
        if not isinstance(tag, str):
            raise wrong_type(tag, f"one of {_listed(self.records, 'or')}", here)
        record = self.records.get(tag)
        if record is None:
            raise unsupported(tag, self.records, here)
        return record.check(value, path)

    def schema(self) -> JsonSchema:
        """One of the records."""
        return {"oneOf": [record.schema() for record in self.records.values()]}


@dataclass
class Either(Shape):
    """One of several shapes of different JSON types, such as a string or an array."""

    shapes: Sequence[Shape] = field(default_factory=list)

    @property
    def expected(self) -> str:  # type: ignore[override]
        """All of them."""
        return "one of " + " or ".join(shape.expected.removeprefix("one of ") for shape in self.shapes)

    def fits(self, value: Any) -> bool:
        """True when one of them fits."""
        return any(shape.fits(value) for shape in self.shapes)

    def check(self, value: Any, path: str) -> Any:
        """Choose by JSON type and check by it."""
        for shape in self.shapes:
            if shape.fits(value):
                return shape.check(value, path)
        raise wrong_type(value, self.expected, path)

    def schema(self) -> JsonSchema:
        """Any of them."""
        return {"anyOf": [shape.schema() for shape in self.shapes]}


Limits = Mapping[str, "Shape | Mapping[str, Any]"]
"""By path: a shape to use instead, or settings (``{"most": 128}``) of the shape that the SDK's type gives."""

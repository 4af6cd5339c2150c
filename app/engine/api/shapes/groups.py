"""Values that hold values: arrays, objects, and alternatives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.engine.api.shapes.values import JsonSchema, Shape, listed, unsupported, wrong_type
from app.engine.errors import ApiError


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
    return ApiError(f"Missing required parameter: '{path}'.", param=path, code="missing_required_parameter")


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
            raise wrong_type(tag, f"one of {listed(self.records, 'or')}", here)
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

"""Single values: text, numbers, flags, choices, ids; and what the errors about them say."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.engine.errors import ApiError, invalid_value, wrong_prefix

INTEGER_MAX = 2**31 - 1
"""The largest integer taken where the API names no limit of its own."""

_LARGEST = 10**300  # longer integers do not fit into a decimal number

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
        if isinstance(value, int) and abs(value) > _LARGEST:
            value = _LARGEST if value > 0 else -_LARGEST
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
        return "one of " + listed(self.values, "or")

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
    return invalid_value(f"Invalid value: '{shown}'. Supported values are: {listed(values, 'and')}.", path)


def listed(values: Iterable[str], word: str) -> str:
    """Values in quotes, joined as a sentence does it."""
    quoted = [f"'{value}'" for value in values]
    if len(quoted) < 2:
        return "".join(quoted)
    comma = "," if len(quoted) > 2 else ""
    return f"{', '.join(quoted[:-1])}{comma} {word} {quoted[-1]}"

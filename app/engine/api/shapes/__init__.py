"""What a request may hold: shapes, made from the SDK's own parameter types, that check values and describe themselves.

The SDK's ``TypedDict`` classes say which parameters exist, which are required, and of what type. They hold no limits;
those are given by path (``tools[].function.name``) when a shape is made. A shape then does two things with one
description: it checks a value, naming the parameter to blame and the reason in OpenAI's words and codes, and it gives the
JSON schema for the engine's OpenAPI document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.engine.api.shapes.groups import (
    AnyObject,
    Anything,
    Either,
    Items,
    Nullable,
    Pairs,
    Record,
    Tagged,
    missing,
)
from app.engine.api.shapes.values import (
    INTEGER_MAX,
    Choice,
    Decimal,
    Flag,
    Identifier,
    JsonSchema,
    Shape,
    Text,
    Whole,
    type_name,
    unsupported,
    wrong_type,
)

__all__ = [
    "INTEGER_MAX",
    "AnyObject",
    "Anything",
    "Choice",
    "Decimal",
    "Either",
    "Flag",
    "Identifier",
    "Items",
    "JsonSchema",
    "Limits",
    "Nullable",
    "Pairs",
    "Record",
    "Shape",
    "Tagged",
    "Text",
    "Whole",
    "missing",
    "type_name",
    "unsupported",
    "wrong_type",
]

Limits = Mapping[str, "Shape | Mapping[str, Any]"]
"""By path: a shape to use instead, or settings (``{"most": 128}``) of the shape that the SDK's type gives."""

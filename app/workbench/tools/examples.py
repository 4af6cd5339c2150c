"""Example arguments after a function's JSON Schema, to begin “Try it” with."""

from __future__ import annotations

from typing import Any

MOST_DEPTH = 6


def example(schema: Any, depth: int = 0) -> Any:
    """A value that the schema describes: its own examples, defaults and choices first, else something plain."""
    if not isinstance(schema, dict) or depth > MOST_DEPTH:
        return None
    if "default" in schema:
        return schema["default"]
    for name in ("examples", "enum"):
        if isinstance(schema.get(name), list) and schema[name]:
            return schema[name][0]
    if "const" in schema:
        return schema["const"]
    for name in ("anyOf", "oneOf"):
        if isinstance(schema.get(name), list) and schema[name]:
            return example(schema[name][0], depth + 1)
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), None)
    if kind == "object" or "properties" in schema:
        properties = schema.get("properties")
        given = properties if isinstance(properties, dict) else {}
        return {name: example(part, depth + 1) for name, part in given.items()}
    if kind == "array":
        return [example(schema.get("items"), depth + 1)] if "items" in schema else []
    if kind == "integer":
        return int(schema.get("minimum", 1))
    if kind == "number":
        return float(schema.get("minimum", 1.0))
    return {"boolean": True, "string": "text", "null": None}.get(str(kind), "text")

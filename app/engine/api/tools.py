"""What the parameter types cannot say about tools and response formats: that their schemas are JSON schemas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.engine.api.shapes import missing
from app.engine.errors import ApiError

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


@lru_cache(maxsize=1)
def _schema_validator() -> type[Validator]:
    from jsonschema import Draft202012Validator

    return Draft202012Validator


def check_tools(tools: Sequence[Mapping[str, Any]] | None, path: str = "tools") -> None:
    """Check the functions' parameter schemas.

    Raises:
        ApiError: 400 naming the tool.
    """
    for index, tool in enumerate(tools or ()):
        if tool["type"] == "function" and (schema := tool["function"].get("parameters")):
            reason = schema_fault(schema)
            if reason is not None:
                raise ApiError(
                    f"Invalid schema for function '{tool['function']['name']}': {reason}",
                    param=f"{path}[{index}].function.parameters",
                    code="invalid_function_parameters",
                )


def check_response_format(response_format: Any, path: str = "response_format") -> None:
    """Check the schema of structured output.

    Raises:
        ApiError: 400.
    """
    if not isinstance(response_format, dict) or response_format.get("type") != "json_schema":
        return
    given = response_format["json_schema"]
    if "schema" not in given:
        raise missing(f"{path}.json_schema.schema")
    reason = schema_fault(given["schema"])
    if reason is not None:
        raise ApiError(
            f"Invalid schema for response_format '{given['name']}': {reason}",
            param=f"{path}.json_schema.schema",
            code="invalid_json_schema",
        )


def check_tool_choice(tool_choice: Any, path: str = "tool_choice") -> None:
    """A choice of a function has to name it.

    Raises:
        ApiError: 400.
    """
    if isinstance(tool_choice, dict) and tool_choice["type"] == "function" and "function" not in tool_choice:
        raise missing(f"{path}.function")


def schema_fault(schema: dict[str, Any]) -> str | None:
    """Why ``schema`` is no JSON schema, or None."""
    from jsonschema.exceptions import SchemaError

    try:
        _schema_validator().check_schema(schema)
    except SchemaError as error:
        place = "".join(f"[{part!r}]" for part in error.absolute_path)
        return f"{error.message[:300]}{f' at {place}' if place else ''}"
    except RecursionError:
        return "it is nested too deeply"
    return None

"""The Responses API's items and requests, in terms of Chat Completions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.core.ids import new_id
from app.engine.errors import ApiError, invalid_value
from app.engine.models.requests import Json, ModelRequest

_ROLES = frozenset({"user", "assistant", "system", "developer"})
_SKIPPED = frozenset({"reasoning", "compaction", "item_reference"})
_ID_PREFIXES = {
    "message": "msg",
    "function_call": "fc",
    "function_call_output": "fco",
    "reasoning": "rs",
}


def normalized_input(given: Any, path: str = "input") -> list[Json]:
    """A request's ``input`` as items with ids, as they are kept and listed.

    Raises:
        ApiError: 400.
    """
    if given is None:
        return []
    if isinstance(given, str):
        given = [{"role": "user", "content": given}]
    if not isinstance(given, list):
        raise ApiError(
            f"Invalid type for '{path}': expected a string or an array of items.",
            param=path,
            code="invalid_type",
        )
    return [_item(item, f"{path}[{index}]") for index, item in enumerate(given)]


def _item(item: Any, path: str) -> Json:
    if not isinstance(item, dict):
        raise ApiError(f"Invalid type for '{path}': expected an object.", param=path, code="invalid_type")
    kind = item.get("type") or ("message" if "role" in item else None)
    if not isinstance(kind, str):
        raise ApiError(
            f"Missing required parameter: '{path}.type'.",
            param=f"{path}.type",
            code="missing_required_parameter",
        )
    identifier = item.get("id") or new_id(_ID_PREFIXES.get(kind, "item"))
    if kind == "message":
        role = item.get("role")
        if role not in _ROLES:
            raise invalid_value(
                f"Invalid value for '{path}.role': expected one of {sorted(_ROLES)}.", f"{path}.role"
            )
        content = _content(item.get("content"), str(role), f"{path}.content")
        return {"id": identifier, "type": "message", "status": "completed", "role": role, "content": content}
    if kind == "function_call":
        for name in ("call_id", "name", "arguments"):
            _need_text(item, name, path)
        return {"status": "completed", **item, "id": identifier, "type": kind}
    if kind == "function_call_output":
        _need_text(item, "call_id", path)
        if not isinstance(item.get("output"), str | list):
            raise ApiError(
                f"Invalid type for '{path}.output': expected a string or an array.",
                param=f"{path}.output",
                code="invalid_type",
            )
        return {"status": "completed", **item, "id": identifier, "type": kind}
    return {**item, "id": identifier, "type": kind}


def _need_text(item: Json, name: str, path: str) -> None:
    if not isinstance(item.get(name), str):
        raise ApiError(
            f"Missing required parameter: '{path}.{name}'."
            if item.get(name) is None
            else f"Invalid type for '{path}.{name}': expected a string.",
            param=f"{path}.{name}",
            code="missing_required_parameter" if item.get(name) is None else "invalid_type",
        )


def _content(content: Any, role: str, path: str) -> list[Json]:
    if isinstance(content, str):
        if role == "assistant":
            return [{"type": "output_text", "text": content, "annotations": []}]
        return [{"type": "input_text", "text": content}]
    if not isinstance(content, list):
        raise ApiError(
            f"Invalid type for '{path}': expected a string or an array of parts.",
            param=path,
            code="invalid_type",
        )
    parts: list[Json] = []
    for index, part in enumerate(content):
        if not isinstance(part, dict) or not isinstance(part.get("type"), str):
            raise ApiError(
                f"Invalid type for '{path}[{index}]': expected a content part.",
                param=f"{path}[{index}]",
                code="invalid_type",
            )
        parts.append({"annotations": [], **part} if part["type"] == "output_text" else part)
    return parts


# -- to Chat Completions ---------------------------------------------------------------------------------------------


def chat_messages(instructions: Any, items: Iterable[Json]) -> list[Json]:
    """Items as chat messages; calls of one answer come together in one message.

    Raises:
        ApiError: 400 for items that Chat Completions cannot tell.
    """
    messages: list[Json] = []
    if isinstance(instructions, str) and instructions:
        messages.append({"role": "system", "content": instructions})
    elif isinstance(instructions, list):
        messages += chat_messages(None, normalized_input(instructions, "instructions"))
    for index, item in enumerate(items):
        kind = item["type"]
        if kind == "message":
            messages.append(_chat_message(item, index))
        elif kind == "function_call":
            call = {
                "id": item["call_id"],
                "type": "function",
                "function": {"name": item["name"], "arguments": item["arguments"]},
            }
            last = messages[-1] if messages else None
            if last is not None and last["role"] == "assistant":
                last.setdefault("tool_calls", []).append(call)
            else:
                messages.append({"role": "assistant", "content": None, "tool_calls": [call]})
        elif kind == "function_call_output":
            messages.append(
                {"role": "tool", "tool_call_id": item["call_id"], "content": _output_text(item["output"])}
            )
        elif kind not in _SKIPPED:
            raise invalid_value(
                f"Items of type '{kind}' cannot be told to this model: its service has Chat Completions only.",
                f"input[{index}].type",
            )
    return messages


def _chat_message(item: Json, index: int) -> Json:
    role = "system" if item["role"] == "developer" else item["role"]
    parts: list[Json] = []
    for place, part in enumerate(item["content"]):
        kind = part["type"]
        if kind in {"input_text", "output_text", "text"}:
            parts.append({"type": "text", "text": str(part.get("text") or "")})
        elif kind == "refusal":
            parts.append({"type": "text", "text": str(part.get("refusal") or "")})
        elif kind == "input_image" and isinstance(part.get("image_url"), str):
            image = {"url": part["image_url"], "detail": part.get("detail") or "auto"}
            parts.append({"type": "image_url", "image_url": image})
        else:
            raise invalid_value(
                f"Content of type '{kind}' cannot be told to this model: its service has Chat Completions only.",
                f"input[{index}].content[{place}]",
            )
    if all(part["type"] == "text" for part in parts):
        return {"role": role, "content": "\n".join(part["text"] for part in parts)}
    return {"role": role, "content": parts}


def _output_text(output: Any) -> str:
    if isinstance(output, str):
        return output
    return "\n".join(str(part.get("text") or json.dumps(part)) for part in output if isinstance(part, dict))


def model_request(body: Mapping[str, Any], items: Iterable[Json]) -> ModelRequest:
    """A Responses request as a model call over Chat Completions.

    Raises:
        ApiError: 400 for what Chat Completions cannot do.
    """
    tools = [_tool(tool, index) for index, tool in enumerate(body.get("tools") or ())]
    choice, allowed = _tool_choice(body.get("tool_choice"))
    if allowed is not None:
        tools = [tool for tool in tools if tool["function"]["name"] in allowed]
    text_format = (body.get("text") or {}).get("format") or {}
    reasoning = body.get("reasoning") or {}
    extra = {
        name: body[name] for name in ("user", "top_logprobs", "service_tier") if body.get(name) is not None
    }
    return ModelRequest(
        messages=chat_messages(body.get("instructions"), items),
        tools=tools,
        tool_choice=choice if tools else None,
        parallel_tool_calls=body.get("parallel_tool_calls"),
        response_format=_response_format(text_format),
        temperature=body.get("temperature"),
        top_p=body.get("top_p"),
        reasoning_effort=reasoning.get("effort"),
        max_tokens=body.get("max_output_tokens"),
        extra=extra,
    )


def _tool(tool: Any, index: int) -> Json:
    if not isinstance(tool, dict) or tool.get("type") != "function":
        kind = tool.get("type") if isinstance(tool, dict) else None
        raise invalid_value(
            f"The tool '{kind}' is not available for this model: its service has Chat Completions only, "
            "which knows function tools.",
            f"tools[{index}].type",
        )
    if not isinstance(tool.get("name"), str):
        raise ApiError(
            f"Missing required parameter: 'tools[{index}].name'.",
            param=f"tools[{index}].name",
            code="missing_required_parameter",
        )
    function = {
        name: tool[name]
        for name in ("name", "description", "parameters", "strict")
        if tool.get(name) is not None
    }
    return {"type": "function", "function": function}


def _tool_choice(choice: Any) -> tuple[Any, set[str] | None]:
    """The choice for Chat Completions, and the names that are allowed if not all are."""
    if not isinstance(choice, dict):
        return choice, None
    if choice.get("type") == "function":
        return {"type": "function", "function": {"name": choice.get("name")}}, None
    if choice.get("type") == "allowed_tools":
        names = {str(tool.get("name")) for tool in choice.get("tools") or () if isinstance(tool, dict)}
        return choice.get("mode") or "auto", names
    raise invalid_value(
        f"The tool choice '{choice.get('type')}' is not available for this model.", "tool_choice.type"
    )


def _response_format(text_format: Mapping[str, Any]) -> Json | None:
    kind = text_format.get("type")
    if kind == "json_schema":
        inner = {name: value for name, value in text_format.items() if name != "type" and value is not None}
        return {"type": "json_schema", "json_schema": inner}
    return {"type": "json_object"} if kind == "json_object" else None

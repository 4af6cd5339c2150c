"""The tools of an assistant in the form: which are on, their settings, and its functions one by one.

A function whose JSON is not complete yet keeps what was typed as ``text`` beside the last function that was: the draft
loses nothing, and the form says what is missing.
"""

from __future__ import annotations

import functools
import json
from typing import Any, Literal

from app.viewmodels.words import t
from app.workbench import schema_rules
from app.workbench.schema_edit import EMPTY

Json = dict[str, Any]
Tools = tuple[Json, ...]
Hosted = Literal["code_interpreter", "file_search"]

MOST_TOOLS = 128
MOST_DESCRIPTION = 1024
TEXT = "text"


def has(tools: Tools, kind: Hosted) -> bool:
    """Whether a tool of the service is on."""
    return any(tool.get("type") == kind for tool in tools)


def switched(tools: Tools, kind: Hosted, on: bool) -> Tools:
    """Switch a tool of the service on or off; the others keep their order."""
    if on == has(tools, kind):
        return tools
    if not on:
        return tuple(tool for tool in tools if tool.get("type") != kind)
    hosted = [tool for tool in tools if tool.get("type") != "function"]
    return (*hosted, {"type": kind}, *functions(tools))


def search_settings(tools: Tools) -> Json:
    """Settings of file search: ``max_num_results``, ``score_threshold``, ``ranker``; what is not set is missing."""
    held = next((tool.get("file_search") or {} for tool in tools if tool.get("type") == "file_search"), {})
    ranking = held.get("ranking_options") or {}
    found = {name: ranking.get(name) for name in ("score_threshold", "ranker")}
    found["max_num_results"] = held.get("max_num_results")
    return {name: value for name, value in found.items() if value is not None}


def with_search_settings(tools: Tools, *, results: int | None, threshold: float | None) -> Tools:
    """Set how many pieces file search gives at most and how well they have to fit; None leaves it to the engine."""

    def changed(tool: Json) -> Json:
        held = dict(tool.get("file_search") or {})
        ranking = dict(held.get("ranking_options") or {})
        _put(held, "max_num_results", results)
        _put(ranking, "score_threshold", threshold)
        if threshold is None and set(ranking) <= {"ranker"} and ranking.get("ranker", "auto") == "auto":
            ranking = {}
        _put(held, "ranking_options", ranking or None)
        new = {name: value for name, value in tool.items() if name != "file_search"}
        return {**new, "file_search": held} if held else new

    return tuple(changed(tool) if tool.get("type") == "file_search" else tool for tool in tools)


# -- functions -----------------------------------------------------------------------------------------------------


def functions(tools: Tools) -> Tools:
    """The functions alone, in their order."""
    return tuple(tool for tool in tools if tool.get("type") == "function")


def names(tools: Tools) -> tuple[str, ...]:
    """The functions' names."""
    return tuple(str((tool.get("function") or {}).get("name") or "") for tool in functions(tools))


def new_function(tools: Tools, name: str = "new_function") -> Json:
    """A function to begin with, with a name that is free."""
    taken, wanted, number = set(names(tools)), name, 1
    while wanted in taken:
        number += 1
        wanted = f"{name[:60]}_{number}"
    return {
        "type": "function",
        "function": {"name": wanted, "description": "", "parameters": json.loads(json.dumps(EMPTY))},
    }


def with_function(tools: Tools, position: int | None, tool: Json) -> Tools:
    """Put a function in place of the one at ``position`` among the functions, or behind all for None."""
    kept = list(functions(tools))
    if position is None:
        kept.append(tool)
    else:
        kept[position] = tool
    return _joined(tools, kept)


def without_function(tools: Tools, position: int) -> Tools:
    """Take the function at ``position`` away."""
    kept = list(functions(tools))
    del kept[position]
    return _joined(tools, kept)


def moved_function(tools: Tools, position: int, step: int) -> Tools:
    """Move a function up (-1) or down (1)."""
    kept = list(functions(tools))
    target = position + step
    if 0 <= target < len(kept):
        kept[position], kept[target] = kept[target], kept[position]
    return _joined(tools, kept)


def function_text(tool: Json) -> str:
    """A function as JSON text, as it was typed if that is not complete yet."""
    if isinstance(tool.get(TEXT), str):
        return str(tool[TEXT])
    return json.dumps(tool.get("function") or {}, ensure_ascii=False, indent=2)


def from_text(tool: Json, text: str) -> Json:
    """Take what was typed as a function's JSON.

    Pasted wrappings are understood: ``{"type": "function", "function": {…}}`` of the Chat Completions and Assistants APIs,
    the flat form of the Responses API, and a bare JSON Schema, which becomes the parameters.
    """
    value, problem = schema_rules.parse(text)
    if problem or not isinstance(value, dict):
        return {**tool, TEXT: text}
    if isinstance(value.get("function"), dict):
        value = value["function"]
    elif value.get("type") == "function" and "name" in value:
        value = {name: held for name, held in value.items() if name != "type"}
    elif "name" not in value and ("properties" in value or value.get("type") == "object"):
        value = {**(tool.get("function") or {}), "parameters": value}
    if not isinstance(value.get("name", ""), str) or not isinstance(value.get("parameters", {}), dict | None):
        return {**tool, TEXT: text}
    return {"type": "function", "function": value}


def function_problem(tool: Json, others: tuple[str, ...] = ()) -> str:
    """Say what is wrong with a function; empty if nothing is. ``others`` are the names of the other functions."""
    if isinstance(tool.get(TEXT), str):
        value, problem = schema_rules.parse(tool[TEXT])
        return problem or (
            t('A function is an object with a name: { "name": … }.')
            if not isinstance(value, dict)
            else t("“name” has to be a text and “parameters” an object.")
        )
    function = tool.get("function") or {}
    name = function.get("name") or ""
    problem = schema_rules.name_problem(name)
    if problem:
        return problem
    if name in others:
        return t("Another function is called “{0}”, too.").format(name)
    if len(function.get("description") or "") > MOST_DESCRIPTION:
        return t("The description takes at most {0:,} characters.").format(MOST_DESCRIPTION)
    parameters = function.get("parameters")
    if parameters is None:
        return ""
    found = _problems(json.dumps(parameters), strict=False)
    return found[0] if found else ""


def problem(tools: Tools) -> str:
    """Say what keeps the tools from being saved; the first problem, with the function's name."""
    if len(tools) > MOST_TOOLS:
        return t("At most {0} tools; these are {1}.").format(MOST_TOOLS, len(tools))
    all_names = names(tools)
    for position, tool in enumerate(functions(tools)):
        found = function_problem(tool, all_names[:position])
        if found:
            return t("Function {0}: {1}").format(all_names[position] or position + 1, found)
    settings = search_settings(tools)
    results, threshold = settings.get("max_num_results"), settings.get("score_threshold")
    if results is not None and not 1 <= results <= 50:
        return t("File search gives between 1 and 50 pieces.")
    if threshold is not None and not 0 <= threshold <= 1:
        return t("How well pieces have to fit is between 0 and 1.")
    return ""


def strict_remarks(schema: Any) -> tuple[str, ...]:
    """Say what keeps services from following a schema exactly; it can be saved all the same."""
    if not isinstance(schema, dict):
        return ()
    text = json.dumps(schema)
    plain = _problems(text, strict=False)
    return tuple(words for words in _problems(text, strict=True) if words not in plain)


@functools.lru_cache(maxsize=256)
def _problems(schema: str, *, strict: bool) -> tuple[str, ...]:
    return tuple(found.sentence for found in schema_rules.check(json.loads(schema), strict=strict))


def _joined(tools: Tools, kept: list[Json]) -> Tools:
    """The hosted tools where they were, the functions in their new order in the places of the old ones."""
    waiting = list(kept)
    joined: list[Json] = []
    for tool in tools:
        if tool.get("type") != "function":
            joined.append(tool)
        elif waiting:
            joined.append(waiting.pop(0))
    return (*joined, *waiting)


def _put(target: Json, name: str, value: Any) -> None:
    if value is None:
        target.pop(name, None)
    else:
        target[name] = value

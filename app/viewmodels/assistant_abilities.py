"""Which fields of the form a model does not take, as data: what the facts about models say, nothing by a name's look."""

from __future__ import annotations

import functools
import json
from typing import Any

from app.core.paths import resource
from app.workbench import model_facts
from app.workbench.playground.model_choice import ModelChoice

SETTINGS = ("temperature", "top_p", "reasoning_effort")
"""Fields that a model may refuse."""


def withheld(wire_name: str, choice: ModelChoice | None) -> dict[str, str]:
    """Give the fields that are not offered for a model, each with the reason in words."""
    if not wire_name:
        return {}
    facts = _facts(wire_name)
    refused = {str(name) for name in facts.get("refused") or ()}
    name = wire_name.rsplit("/", 1)[-1]
    found = {
        field: f"Not offered: {name} decides this itself."
        for field in SETTINGS
        if field in refused or (field != "reasoning_effort" and facts.get(field) is False)
    }
    local = choice is not None and choice.kind != "connection"
    if local and "reasoning_effort" not in (facts.get("parameters") or ()) and not facts.get("reasoning"):
        found["reasoning_effort"] = "Not offered: models of this computer think as they do."
    if facts.get("reasoning") is False:
        found["reasoning_effort"] = f"Not offered: {name} does not think before it answers."
    return found


def tools_remark(wire_name: str) -> str:
    """What a person should know before giving a model tools; empty if there is nothing."""
    facts = _facts(wire_name)
    if facts.get("tools") == "none":
        return "This model is too small to use tools well. Take the recommended model, or connect a stronger one."
    if facts.get("tools") == "prompted":
        return "This model has no tool calling of its own: the engine asks it for calls in words."
    return ""


def _facts(wire_name: str) -> dict[str, Any]:
    """Everything that is known of a model by its name on the wire; empty if nothing is."""
    finder = getattr(model_facts, "abilities", None)
    if finder is not None:
        found = finder(wire_name)
        if found is not None:
            return dict(found) if isinstance(found, dict) else dict(vars(found))
    local = model_facts.facts(wire_name)
    if local is not None:
        return {"tools": local.tools}
    bare = wire_name.rsplit("/", 1)[-1].lower()
    listed = _services()
    names = [name for name in listed if bare == name or bare.startswith((f"{name}-", f"{name}:"))]
    return listed[max(names, key=len)] if names else {}


@functools.cache
def _services() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(resource("models", "services.json").read_text("utf-8"))[
        "models"
    ]
    return found

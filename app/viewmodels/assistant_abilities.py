"""Which fields of the form a model does not take, as data: what the facts about models say, nothing by a name's look."""

from __future__ import annotations

from app.viewmodels.words import t
from app.workbench import model_facts
from app.workbench.playground.model_choice import ModelChoice

SETTINGS = ("temperature", "top_p", "reasoning_effort")
"""Fields that a model may refuse."""


def withheld(wire_name: str, choice: ModelChoice | None) -> dict[str, str]:
    """Give the fields that are not offered for a model, each with the reason in words."""
    known = model_facts.abilities(wire_name) if wire_name else None
    refused = known.refused if known is not None else frozenset()
    name = wire_name.rsplit("/", 1)[-1]
    found = {
        field: t("Not offered: {0} decides this itself.").format(name)
        for field in SETTINGS
        if field in refused
    }
    if known is not None and known.reasoning is False:
        found["reasoning_effort"] = t("Not offered: {0} does not think before it answers.").format(name)
    elif choice is not None and choice.kind != "connection" and not (known is not None and known.reasoning):
        found["reasoning_effort"] = t("Not offered: models of this computer think as they do.")
    return found


def too_small(wire_name: str) -> bool:
    """Whether a model is known not to use tools sensibly."""
    known = model_facts.abilities(wire_name)
    return known is not None and known.tools == "none"


def tools_remark(wire_name: str) -> str:
    """What a person should know before giving a model tools; empty if there is nothing."""
    known = model_facts.abilities(wire_name) if wire_name else None
    tools = known.tools if known is not None else None
    if tools == "none":
        return t(
            "This model is too small to use tools well. Take the recommended model, or connect a stronger one."
        )
    if tools == "prompted":
        return t("This model has no tool calling of its own: the engine asks it for calls in words.")
    return ""

"""What models can do, as data: what their service says of them, and what is listed for well-known ones.

The facts about a model come, the later the stronger, from the list of known services' models
(``resources/models/services.json``), from the catalogue of local models (``resources/models/catalogue.json``), and from
what its service itself told when it listed it (kept in the connection's profile). Nothing is guessed by a name's look, and
a fact that nobody stated is None: not known.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.connections.profile import Profile
from app.core.paths import resource

Facts = dict[str, Any]
ToolUse = Literal["native", "prompted", "none"]

PARAMETERS = ("temperature", "top_p", "reasoning_effort", "max_completion_tokens", "response_format", "tools")
"""Fields of a request that some models do not take."""


@dataclass(frozen=True)
class ModelAbilities:
    """What is known of one model; None means not known.

    Attributes:
        tools: how it calls tools: by the service's own tool calling, by a prompted JSON step, or not sensibly at all.
        json_schema: whether answers are held to a JSON schema.
        vision: whether it sees images.
        reasoning: whether it thinks before it answers.
        context: how many tokens fit into it.
        refused: names of request fields that it does not take.
        shutdown_date: when its service switches it off, as the service says (YYYY-MM-DD); empty if it says nothing.
        loaded: whether its server has it in memory now.
    """

    tools: ToolUse | None = None
    json_schema: bool | None = None
    vision: bool | None = None
    reasoning: bool | None = None
    context: int | None = None
    refused: frozenset[str] = field(default_factory=frozenset)
    shutdown_date: str = ""
    loaded: bool | None = None

    @property
    def words(self) -> str:
        """The facts in one line, for people."""
        parts = [
            "calls tools"
            if self.tools == "native"
            else "tools by prompt"
            if self.tools == "prompted"
            else "",
            "sees images" if self.vision else "",
            "thinks first" if self.reasoning else "",
            f"{self.context:,} tokens" if self.context else "",
        ]
        return " · ".join(part for part in parts if part)


def of_listed(item: Mapping[str, Any]) -> Facts:
    """The facts in one entry of a service's list of models, whichever of the usual words it uses.

    Read are OpenAI's ``shutdown_date``, the context lengths of vLLM, LM Studio, llama.cpp and routers, LM Studio's and
    Ollama's ``capabilities``, Mistral's object of the same name, and ``supported_parameters`` and ``architecture`` of
    routers.
    """
    found: Facts = {}
    if date := _date(item.get("shutdown_date")):
        found["shutdown_date"] = date
    meta = item.get("meta")
    for value in (
        item.get("max_model_len"),
        item.get("loaded_context_length"),
        item.get("max_context_length"),
        item.get("context_length"),
        item.get("context_window"),
        meta.get("n_ctx_train") if isinstance(meta, dict) else None,
    ):
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            found["context"] = value
            break
    capabilities = item.get("capabilities")
    if isinstance(capabilities, list):
        _take_words({str(word).lower() for word in capabilities}, found)
    elif isinstance(capabilities, dict):
        if isinstance(calls := capabilities.get("function_calling"), bool):
            found["tools"] = "native" if calls else "prompted"
        for name in ("vision", "reasoning"):
            if isinstance(capabilities.get(name), bool):
                found[name] = capabilities[name]
    if item.get("type") == "vlm":
        found["vision"] = True
    if item.get("state") in {"loaded", "not-loaded"}:
        found["loaded"] = item["state"] == "loaded"
    _take_router(item, found)
    return found


def _take_words(words: set[str], found: Facts) -> None:
    if words & {"tools", "tool_use", "completion", "function_calling"}:
        found["tools"] = "native" if words & {"tools", "tool_use", "function_calling"} else "prompted"
    if words & {"vision", "image", "multimodal"}:
        found["vision"] = True
    if words & {"thinking", "reasoning"}:
        found["reasoning"] = True


def _take_router(item: Mapping[str, Any], found: Facts) -> None:
    parameters = item.get("supported_parameters")
    if isinstance(parameters, list) and parameters:
        names = {str(name) for name in parameters}
        found["tools"] = "native" if "tools" in names else "prompted"
        found["reasoning"] = bool(names & {"reasoning", "reasoning_effort", "include_reasoning"})
        found["json_schema"] = bool(names & {"structured_outputs", "response_format"})
        found["refused"] = sorted({"temperature", "top_p"} - names)
    architecture = item.get("architecture")
    if isinstance(architecture, dict) and isinstance(architecture.get("input_modalities"), list):
        found["vision"] = "image" in architecture["input_modalities"]


def _date(value: Any) -> str:
    """A date as services write it (ISO text or Unix seconds) as YYYY-MM-DD; empty for anything else."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return dt.datetime.fromtimestamp(value, dt.UTC).date().isoformat()
        if isinstance(value, str):
            return dt.date.fromisoformat(value.strip()[:10]).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
    return ""


def retirement(date: str, today: dt.date | None = None) -> str:
    """What to tell of a model that its service switches off: a few words; empty for none."""
    if not date:
        return ""
    try:
        day = dt.date.fromisoformat(date)
    except ValueError:
        return ""
    now = today or dt.datetime.now(dt.UTC).date()
    shown = f"{day.day} {day:%B %Y}"
    return f"was switched off on {shown}" if day <= now else f"retires on {shown}"


def of_connection(profile: Profile, model: str) -> ModelAbilities:
    """What is known of a connection's model."""
    listed: Facts = dict(_service_entry(model))
    if profile.kind == "compatible":
        # Other services offer models of OpenAI's names over servers of their own.
        listed.pop("api", None)
        listed.pop("refused", None)
    elif "tools" not in listed:
        listed["tools"] = "native"
    return _made({**listed, **profile.facts.get(model, {})})


def of_local(model_id: str) -> ModelAbilities | None:
    """What the catalogue says of a model of this computer; None for one that it does not have."""
    facts = _local_models().get(model_id)
    return _made(facts) if facts is not None else None


def by_wire_name(name: str, profiles: Iterable[Profile]) -> ModelAbilities | None:
    """What is known of a model by its name on the engine's wire; None if nothing is."""
    local = of_local(name)
    if local is not None:
        return local
    prefix, slash, model = name.partition("/")
    owners = list(profiles)
    for profile in owners:
        if slash and profile.id == prefix:
            return of_connection(profile, model)
    bare = [profile for profile in owners if name in profile.models]
    if len(bare) == 1:
        return of_connection(bare[0], name)
    listed = _service_entry(name)
    return _made(listed) if listed else None


def _made(facts: Mapping[str, Any]) -> ModelAbilities:
    names = {item.name for item in dataclasses.fields(ModelAbilities)}
    known = {name: value for name, value in facts.items() if name in names and value is not None}
    known["refused"] = frozenset(str(name) for name in known.get("refused", ()))
    if known.get("reasoning") is False:
        known["refused"] |= {"reasoning_effort"}
    return ModelAbilities(**known)


def _service_entry(model: str) -> Facts:
    bare = model.rsplit("/", 1)[-1].lower()
    listed = _service_models()
    beginnings = [name for name in listed if bare == name or bare.startswith((f"{name}-", f"{name}:"))]
    return listed[max(beginnings, key=len)] if beginnings else {}


@functools.cache
def _service_models() -> dict[str, Facts]:
    found: dict[str, Facts] = json.loads(resource("models", "services.json").read_text("utf-8"))["models"]
    return found


@functools.cache
def _local_models() -> dict[str, Facts]:
    data: dict[str, Any] = json.loads(resource("models", "catalogue.json").read_text("utf-8"))
    return {item["id"]: item for item in data["models"]}

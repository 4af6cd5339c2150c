"""What a model can do, as data: nothing here guesses by a model's name.

The facts come, the later the stronger, from

1. the list of known services' models (``resources/models/services.json``),
2. the catalogue of local models (``resources/models/catalogue.json``),
3. what a running local server says of itself (``/props``),
4. what was found out by trying (:class:`Learned`): a probe of tool calling, or a service's own refusal
   (“does not support tools”, “maximum context length is 8192 tokens”, “Unsupported parameter”).
"""

from __future__ import annotations

import dataclasses
import functools
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.core.paths import resource
from app.core.settings import write_json

log = logging.getLogger(__name__)

ToolMode = Literal["native", "prompted"]
Api = Literal["chat", "responses"]


@dataclass(frozen=True)
class Abilities:
    """What is known of one model; None means not known.

    Attributes:
        tools: how it calls tools: ``native`` (the service's own tool calling) or ``prompted`` (by a JSON step that we
            ask for and hold by a grammar).
        vision: whether it sees images.
        json_schema: whether the service holds answers to a JSON schema.
        context: how many tokens fit into it, prompt and answer together.
        max_tokens: the name of the request's field that limits the answer.
        api: which of the service's APIs has the model.
        refused: names of optional request fields that the service does not take for this model.
        probe: whether native tool calling still wants to be tried before it is relied on.
        weak: whether the model is too small to choose tools by itself: it is offered them, but what helps an answer is
            looked up before it is asked.
        reasoning: whether it thinks before it answers, and takes an effort for that.
    """

    tools: ToolMode | None = None
    vision: bool | None = None
    json_schema: bool | None = None
    context: int | None = None
    max_tokens: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    api: Api = "chat"
    refused: frozenset[str] = frozenset()
    probe: bool = False
    weak: bool = False
    reasoning: bool | None = None

    def updated(self, facts: dict[str, Any]) -> Abilities:
        """The same with ``facts`` laid over it; unknown names and nulls are left out."""
        names = {field.name for field in dataclasses.fields(self)}
        known = {name: value for name, value in facts.items() if name in names and value is not None}
        if "refused" in known:
            known["refused"] = self.refused | frozenset(known["refused"])
        return dataclasses.replace(self, **known)


@functools.cache
def _service_models() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = json.loads(resource("models", "services.json").read_text("utf-8"))[
        "models"
    ]
    return data


def of_service_model(model: str) -> dict[str, Any]:
    """Facts that are listed for a service's model; empty when it is not listed."""
    bare = model.rsplit("/", 1)[-1].lower()
    listed = _service_models()
    beginnings = [name for name in listed if bare == name or bare.startswith((f"{name}-", f"{name}:"))]
    return listed[max(beginnings, key=len)] if beginnings else {}


def of_catalogue(file: str) -> dict[str, Any]:
    """Facts that the catalogue lists for a local model's file; empty when it is not listed."""
    from app.inference.catalogue import catalogue

    known = catalogue().by_file(file)
    if known is None:
        return {}
    tools: ToolMode = "native" if known.tools == "native" else "prompted"
    return {
        "tools": tools,
        "vision": known.vision,
        "json_schema": known.json_schema,
        "weak": known.tools == "none",
    }


def of_props(props: dict[str, Any]) -> dict[str, Any]:
    """Facts that a llama.cpp server's ``/props`` tells. A template with tools is a promise that a probe must confirm."""
    facts: dict[str, Any] = {"json_schema": True}
    caps = props.get("chat_template_caps")
    if isinstance(caps, dict) and "supports_tools" in caps:
        facts["tools"] = "native" if caps["supports_tools"] else "prompted"
        facts["probe"] = bool(caps["supports_tools"])
    settings = props.get("default_generation_settings")
    context = props.get("n_ctx", settings.get("n_ctx") if isinstance(settings, dict) else None)
    if isinstance(context, int) and context > 0:
        facts["context"] = context
    modalities = props.get("modalities")
    if isinstance(modalities, dict):
        facts["vision"] = bool(modalities.get("vision"))
    return facts


class Learned:
    """What was found out by trying, kept in a file of the cache; losing it costs a few failed tries.

    Several engines may use one file: each reads it once and writes whole states, the last one wins.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._facts: dict[str, dict[str, Any]] | None = None

    def of(self, key: str) -> dict[str, Any]:
        """Facts learned about the model ``key``."""
        return self._all().get(key, {})

    def add(self, key: str, **facts: Any) -> None:
        """Keep facts about the model ``key``; ``refused`` names are joined to those already there."""
        known = self._all()
        entry = dict(known.get(key, {}))
        for name, value in facts.items():
            entry[name] = sorted({*entry.get(name, ()), *value}) if name == "refused" else value
        if entry == known.get(key):
            return
        known[key] = entry
        log.info("learned about %s: %s", key, facts)
        try:
            write_json(self._path, {"version": 1, "models": known})
        except OSError as error:
            log.warning("what was learned about a model cannot be kept: %s", error)

    def _all(self) -> dict[str, dict[str, Any]]:
        if self._facts is None:
            try:
                data = json.loads(self._path.read_text("utf-8"))
                self._facts = {str(key): dict(facts) for key, facts in data["models"].items()}
            except FileNotFoundError:
                self._facts = {}
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
                log.warning("what was learned about models cannot be read: %s", error)
                self._facts = {}
        return self._facts

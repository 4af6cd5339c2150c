"""Trying a function or an answer format once: the model is asked with the draft, and what it gives is checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from app.core.entities import ENGINE, Json
from app.viewmodels.words import t
from app.workbench import schema_rules
from app.workbench.api import in_words, plain
from app.workbench.clients import ClientSource

SECONDS = 180.0


class Trial(Protocol):
    """Something that can be tried (both kinds below)."""

    async def ask(self, clients: ClientSource, prompt: str) -> TrialResult:
        """Ask once."""


@dataclass(frozen=True)
class TrialResult:
    """What the model gave.

    Attributes:
        text: arguments or answer, as they came.
        good: whether it follows the schema.
        verdict: that in a sentence.
        problems: where it does not.
    """

    text: str
    good: bool
    verdict: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class FunctionTrial:
    """Tries whether a model calls a function, and with which arguments."""

    model: str
    function: Json
    instructions: str = ""

    async def ask(self, clients: ClientSource, prompt: str) -> TrialResult:
        """Ask once; the model has to call the function.

        Raises:
            AppError: the model cannot be asked.
        """
        tool = {"type": "function", "function": self.function}
        choice = {"type": "function", "function": {"name": self.function.get("name")}}
        answer = await _ask(clients, self.model, self.instructions, prompt, tools=[tool], tool_choice=choice)
        calls = [call for call in answer.get("tool_calls") or [] if call.get("type") == "function"]
        if not calls:
            text = str(answer.get("content") or "")
            return TrialResult(
                text, good=False, verdict=t("The model answered without calling the function.")
            )
        function = calls[0].get("function") or {}
        arguments = str(function.get("arguments") or "{}")
        value, problem = schema_rules.parse(arguments)
        if problem:
            return TrialResult(
                arguments,
                good=False,
                verdict=t("The model called it with arguments that are no JSON."),
                problems=(problem,),
            )
        found = schema_rules.violations(self.function.get("parameters") or {}, value)
        pretty = json.dumps(value, ensure_ascii=False, indent=2)
        if found:
            return TrialResult(
                pretty, good=False, verdict=t("The arguments do not follow the schema."), problems=found
            )
        return TrialResult(
            pretty, good=True, verdict=t("The model called it, and the arguments follow the schema.")
        )


@dataclass(frozen=True)
class AnswerTrial:
    """Tries whether a model's answer follows an answer format."""

    model: str
    response_format: Json
    instructions: str = ""

    async def ask(self, clients: ClientSource, prompt: str) -> TrialResult:
        """Ask once.

        Raises:
            AppError: the model cannot be asked.
        """
        answer = await _ask(
            clients, self.model, self.instructions, prompt, response_format=self.response_format
        )
        if answer.get("refusal"):
            return TrialResult(str(answer["refusal"]), good=False, verdict=t("The model refuses to answer."))
        text = str(answer.get("content") or "")
        value, problem = schema_rules.parse(text)
        if problem:
            return TrialResult(text, good=False, verdict=t("The answer is no JSON."), problems=(problem,))
        schema = (self.response_format.get("json_schema") or {}).get("schema")
        found = schema_rules.violations(schema, value) if isinstance(schema, dict) else ()
        pretty = json.dumps(value, ensure_ascii=False, indent=2)
        if found:
            return TrialResult(
                pretty, good=False, verdict=t("The answer does not follow the schema."), problems=found
            )
        return TrialResult(pretty, good=True, verdict=t("The answer follows the schema."))


async def _ask(clients: ClientSource, model: str, instructions: str, prompt: str, **options: Any) -> Json:
    client = await clients.client(ENGINE)
    messages: list[Any] = [{"role": "system", "content": instructions}] if instructions.strip() else []
    messages.append({"role": "user", "content": prompt})
    async with in_words(model=model):
        made = await client.chat.completions.create(
            model=model, messages=messages, timeout=SECONDS, **options
        )
    raw = plain(made)
    choices = raw.get("choices") or [{}]
    message: Json = choices[0].get("message") or {}
    return message

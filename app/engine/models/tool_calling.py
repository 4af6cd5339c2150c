"""Tool calling for models that have none of their own: a prompted JSON step, held by a grammar where the server can.

The model is told the tools, shown examples made from their schemas (they matter more than the grammar), and answers
with one JSON object: ``{"tool": NAME, "arguments": {…}}`` or ``{"tool": "none", "reply": "…"}``. Outputs come back as
plain user messages; from the first one on the examples are left out (but for one that shows how to cite), because small
models mistake them for results and answer with what stands in them. :mod:`app.engine.models.tool_replies` turns the reply
back into text and calls while it streams.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.engine.models.requests import Json, ModelRequest
from app.engine.models.tool_examples import ExampleSource, Shot, examples_of

NONE = "none"
MAX_RETRIES = 2
"""How often a free-text argument is written again in a row."""

_REFERENCE_DEPTH = 12
_LAST_CHARACTERS = 300
_GIVE_UP = "Do not use it again. Tell the user in one sentence of your own that it did not work, and why."
_GO_ON = "If this is all that the answer needs, answer with it. If not, use the next tool."


@dataclass(frozen=True)
class FreeText:
    """A second, free-text call that writes a tool's one argument: code inside JSON defeats small models.

    Attributes:
        argument: the argument that the text becomes.
        prompt: makes the call's user message from the arguments of the first step.
        again: makes the user message for another attempt from the last one's output; empty when it needs none.
    """

    argument: str
    prompt: Callable[[Json], str]
    again: Callable[[str], str] | None = None


@dataclass(frozen=True)
class Retry:
    """A free-text argument that has to be written again, because what came of it is no result.

    Attributes:
        name: the tool.
        free: how its argument is written.
        messages: the question, what was written, and what is to be changed.
    """

    name: str
    free: FreeText
    messages: list[Json]


@dataclass(frozen=True)
class PromptedForm:
    """How a server tool looks to a model that is prompted for calls, where that differs from its definition.

    Attributes:
        description: what it is for, in one sentence.
        parameters: JSON schema of what the model is to say in the first step.
        examples: user messages with the arguments that answer them.
        free_text: the second step, if there is one.
        result: an output of the first example and the reply that rests on it, to show the whole way.
        retold: makes the message that the model reads from an output and the user's question; None for the usual words.
    """

    description: str
    parameters: Json
    examples: tuple[tuple[str, Json], ...] = ()
    free_text: FreeText | None = None
    result: tuple[str, str] | None = None
    retold: Callable[[str, str], str] | None = None


@dataclass(frozen=True)
class PromptedTool:
    """One tool as it is described to the model."""

    name: str
    description: str
    parameters: Json = field(default_factory=dict)
    examples: tuple[tuple[str, Json], ...] = ()
    result: tuple[str, str] | None = None


def prompted_tools(request: ModelRequest, forms: Mapping[str, PromptedForm]) -> list[PromptedTool]:
    """The request's tools as they are described, after ``tool_choice`` named one of them."""
    named = (
        request.tool_choice.get("function", {}).get("name") if isinstance(request.tool_choice, dict) else None
    )
    tools = []
    for tool in request.tools:
        function = tool["function"]
        name = function["name"]
        if named is not None and name != named:
            continue
        form = forms.get(name)
        if form is not None:
            tools.append(PromptedTool(name, form.description, form.parameters, form.examples, form.result))
        else:
            parameters = plain_schema(function.get("parameters") or {})
            tools.append(PromptedTool(name, str(function.get("description") or ""), parameters))
    return tools


def prompted_request(
    request: ModelRequest, forms: Mapping[str, PromptedForm], *, grammar: bool
) -> tuple[ModelRequest, list[PromptedTool]]:
    """The same request without tools: they are described in the prompt instead.

    ``tool_choice`` ``none`` (or no tools) leaves only the history's calls to be written as text. Returns the tools that
    the model may now choose; none are left in the first case.
    """
    bare = dataclasses.replace(request, tools=[], tool_choice=None, parallel_tool_calls=None)
    tools = [] if request.tool_choice == "none" else prompted_tools(request, forms)
    history = list(_history(request.messages, forms, as_steps=bool(tools)))
    if not tools:
        return dataclasses.replace(bare, messages=history), []
    must = request.tool_choice == "required" or isinstance(request.tool_choice, dict)
    reply_schema = _reply_schema(request.response_format)
    system = "\n\n".join(
        [*(str(m["content"]) for m in history if m["role"] == "system"), _rules(tools, must=must)]
    )
    turns = [m for m in history if m["role"] != "system"]
    if (failed := _attempt(request, forms, given_up=True)) is not None:
        said = _plain(request.messages[-1].get("content")).strip()[-_LAST_CHARACTERS:]
        turns[-1] = {"role": "user", "content": f"{failed.name} failed again:\n{said}\n\n{_GIVE_UP}"}
    shots = _shots(tools, forms, given=_given(request.messages))
    messages = [{"role": "system", "content": system}, *shots, *turns]
    response_format = (
        {
            "type": "json_schema",
            "json_schema": {
                "name": "step",
                "strict": True,
                "schema": step_schema(tools, must=must, reply=reply_schema),
            },
        }
        if grammar
        else None
    )
    return dataclasses.replace(bare, messages=messages, response_format=response_format), tools


def retry_of(request: ModelRequest, forms: Mapping[str, PromptedForm]) -> Retry | None:
    """The attempt that the last tool output asks for; None if it is a result, or was tried often enough."""
    return _attempt(request, forms, given_up=False)


def _attempt(request: ModelRequest, forms: Mapping[str, PromptedForm], *, given_up: bool) -> Retry | None:
    """The attempt that the last output asks for, if it may be made, or (``given_up``) if it was tried often enough."""
    messages = request.messages
    if request.tool_choice == "none" or not messages or messages[-1]["role"] != "tool":
        return None
    since = next((i for i in range(len(messages) - 1, -1, -1) if messages[i]["role"] == "user"), None)
    if since is None:
        return None
    calls = [call for message in messages[since:] for call in message.get("tool_calls") or ()]
    last = next((call for call in calls if call["id"] == messages[-1]["tool_call_id"]), None)
    name = last["function"]["name"] if last is not None else ""
    form = forms.get(name)
    offered = any(tool["function"]["name"] == name for tool in request.tools)
    if last is None or form is None or not offered or form.free_text is None or form.free_text.again is None:
        return None
    wish = form.free_text.again(_plain(messages[-1].get("content")))
    tries = sum(call["function"]["name"] == name for call in calls)
    if not wish or (tries > MAX_RETRIES) is not given_up:
        return None
    given = _parsed(last["function"]["arguments"])
    written = given.get(form.free_text.argument, "") if isinstance(given, dict) else given
    question = {"role": "user", "content": messages[since].get("content")}
    shown = {"role": "assistant", "content": f"```python\n{written}\n```"}
    return Retry(name, form.free_text, [question, shown, {"role": "user", "content": wish}])


def step_schema(tools: list[PromptedTool], *, must: bool, reply: Json) -> Json:
    """JSON schema of one step; ``must`` leaves out the way to call nothing."""
    ways: list[Json] = [
        _object({"tool": {"const": tool.name}, "arguments": tool.parameters or {"type": "object"}})
        for tool in tools
    ]
    if not must:
        ways.append(_object({"tool": {"const": NONE}, "reply": reply}))
    return {"anyOf": ways}


def call_text(name: str, arguments: Any) -> str:
    """A call as the model is to write it."""
    return json.dumps({"tool": name, "arguments": arguments}, ensure_ascii=False)


def reply_text(text: str) -> str:
    """A reply without a call as the model is to write it."""
    return json.dumps({"tool": NONE, "reply": text}, ensure_ascii=False)


def output_text(name: str, output: str) -> str:
    """A tool's output as the model reads it."""
    return f"Result of {name}:\n{output}\n\n{_GO_ON}"


def plain_schema(schema: Json) -> Json:
    """A schema without references, so that it can stand inside another; what refers to itself becomes any object."""
    definitions = {**(schema.get("definitions") or {}), **(schema.get("$defs") or {})}

    def resolve(value: Any, depth: int) -> Any:
        if isinstance(value, list):
            return [resolve(item, depth) for item in value]
        if not isinstance(value, dict):
            return value
        reference = value.get("$ref")
        if isinstance(reference, str):
            target = definitions.get(reference.rsplit("/", 1)[-1])
            return {"type": "object"} if target is None or depth <= 0 else resolve(target, depth - 1)
        return {
            name: resolve(item, depth)
            for name, item in value.items()
            if name not in {"$defs", "definitions", "$schema"}
        }

    resolved: Json = resolve(schema, _REFERENCE_DEPTH)
    return resolved if resolved.get("type") == "object" else {"type": "object", "properties": {}, **resolved}


def _object(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _reply_schema(response_format: Json | None) -> Json:
    if response_format is not None and response_format.get("type") == "json_schema":
        return plain_schema(response_format.get("json_schema", {}).get("schema") or {})
    if response_format is not None and response_format.get("type") == "json_object":
        return {"type": "object"}
    return {"type": "string"}


def _rules(tools: list[PromptedTool], *, must: bool) -> str:
    lines = [
        "You have tools. Choose one tool, or none, and answer with one JSON object and nothing else."
        if not must
        else "You have tools. Choose one tool and answer with one JSON object and nothing else.",
        "",
        "Tools:",
    ]
    for tool in tools:
        described = tool.description.strip().rstrip(".") or "no description"
        schema = json.dumps(tool.parameters.get("properties") or {}, ensure_ascii=False)
        lines.append(f"- {tool.name}: {described}. Arguments: {schema}")
    if not must:
        lines.append(
            "- none: no tool can help, or its result is there already. Write the answer for the user as “reply”."
        )
    lines += ["", 'To use a tool: {"tool": "NAME", "arguments": {…}}']
    if not must:
        lines.append('To answer: {"tool": "none", "reply": "…"}')
    return "\n".join(lines)


def _given(messages: list[Json]) -> set[str]:
    """The tools that have given something since the user's last message."""
    roles = [message["role"] for message in messages]
    asked = len(roles) - roles[::-1].index("user") if "user" in roles else 0
    outputs = {message["tool_call_id"] for message in messages[asked:] if message["role"] == "tool"}
    calls = [call for message in messages for call in message.get("tool_calls") or ()]
    names = {str(call["function"]["name"]) for call in calls if call["id"] in outputs}
    return names or {""} if outputs else set()


def _shots(tools: list[PromptedTool], forms: Mapping[str, PromptedForm], *, given: set[str]) -> list[Json]:
    """The examples: all of them before the first output, then those alone that show how to cite what was ``given``."""
    sources = [
        ExampleSource(tool.name, tool.description, tool.parameters, tool.examples, tool.result)
        for tool in tools
    ]
    shots = examples_of(sources)
    if given:
        cites = {name for name in given if name in forms and forms[name].retold is not None}
        shots = [shot for shot in shots if shot.tool in cites and shot.output]
    return [message for shot in shots for message in _shown(shot, forms)]


def _shown(shot: Shot, forms: Mapping[str, PromptedForm]) -> Iterator[Json]:
    yield {"role": "user", "content": shot.user}
    answer = reply_text(shot.reply) if shot.tool == NONE else call_text(shot.tool, shot.arguments)
    yield {"role": "assistant", "content": answer}
    if shot.output:
        yield {"role": "user", "content": _output(forms, shot.tool, shot.output, shot.user)}
        yield {"role": "assistant", "content": reply_text(shot.reply)}


def _output(forms: Mapping[str, PromptedForm], name: str, output: str, question: str) -> str:
    form = forms.get(name)
    retold = form.retold if form is not None else None
    return retold(output, question) if retold is not None else output_text(name, output)


def _history(messages: list[Json], forms: Mapping[str, PromptedForm], *, as_steps: bool) -> Iterator[Json]:
    """The conversation without tool messages; with ``as_steps`` in the form that the model is to keep to."""
    names: dict[str, str] = {}
    outputs = {m["tool_call_id"]: m.get("content") for m in messages if m["role"] == "tool"}
    question = ""
    for message in messages:
        role = message["role"]
        if role == "user":
            question = _plain(message.get("content"))
        if role == "tool":
            if (
                message["tool_call_id"] not in names
            ):  # its call was left out: the output is still worth reading
                yield {"role": "user", "content": output_text("a tool", _plain(message.get("content")))}
            continue
        text = message.get("content")
        if role != "assistant":
            yield {"role": "system" if role == "developer" else role, "content": text}
            continue
        if text:
            yield {"role": "assistant", "content": reply_text(_plain(text)) if as_steps else text}
        for call in message.get("tool_calls") or ():
            name = call["function"]["name"]
            names[call["id"]] = name
            yield {"role": "assistant", "content": call_text(name, _parsed(call["function"]["arguments"]))}
            if call["id"] in outputs:
                output = _plain(outputs[call["id"]])
                yield {"role": "user", "content": _output(forms, name, output, question)}


def _parsed(arguments: str) -> Any:
    try:
        return json.loads(arguments)
    except ValueError:
        return arguments


def _plain(content: Any) -> str:
    if isinstance(content, list):
        return "\n".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return content or ""

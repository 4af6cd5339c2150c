"""The assistant form's contents: what is typed, whether it can be saved, and what a save would change.

Everything is kept as it was typed, also what cannot be saved yet, so that a draft loses nothing. What the API has beyond
the form is never sent with a save and therefore stays as it is.

Limits are those of the Assistants API v2: 256, 512 and 256,000 characters; 16 metadata pairs of 64 and 512 characters.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.viewmodels import assistant_tools
from app.viewmodels.words import mark, t
from app.workbench import schema_rules
from app.workbench.versions import EXTRAS

MAX_NAME = 256
MAX_DESCRIPTION = 512
MAX_INSTRUCTIONS = 256_000
MAX_METADATA = 16
MAX_METADATA_KEY = 64
MAX_METADATA_VALUE = 512
MAX_CODE_FILES = 20
MAX_LAST_MESSAGES = 2**31 - 1
EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh")

AnswerFormat = Literal["auto", "text", "json_object", "json_schema"]
Json = dict[str, Any]

FIELDS = (
    "name",
    "description",
    "instructions",
    "model",
    "temperature",
    "top_p",
    "reasoning_effort",
    "tools",
    "tool_resources",
    "response_format",
    "metadata",
    EXTRAS,
)
"""The API's fields that the form holds, in the form's order; the last is what this program keeps beside them."""

FIELD_WORDS = {
    "name": "Name",
    "description": mark("Description"),
    "instructions": mark("Instructions"),
    "model": mark("Model"),
    "temperature": mark("Creativity"),
    "top_p": mark("Word choice"),
    "reasoning_effort": mark("Thinking"),
    "tools": mark("Tools"),
    "tool_resources": mark("Knowledge and files"),
    "response_format": mark("Answer format"),
    "metadata": mark("Labels"),
    EXTRAS: mark("Conversation length and sample prompts"),
}


_GROUPS: Mapping[str, set[str]] = {
    "response_format": {"answer_format", "schema_name", "schema", "schema_strict", "schema_rest"},
    "tool_resources": {"code_files", "stores", "resources_rest"},
    "metadata": {"metadata"},
    EXTRAS: {"last_messages", "sample_prompts", "extras_rest"},
}
"""Fields of the API that are several of the form, or are compared in another way than they are kept."""


@dataclass(frozen=True)
class AssistantForm:
    """What stands in the form.

    ``schema`` is JSON text, ``schema_rest`` what the answer format has beyond it. ``tools`` are the API's objects; a
    function whose JSON is not complete yet carries it as ``text`` beside. ``resources_rest`` is what the tools' resources
    have beyond files and stores, ``extras_rest`` what the program keeps beside the fields shown here.
    """

    name: str = ""
    description: str = ""
    instructions: str = ""
    model: str = ""
    temperature: float | None = None
    top_p: float | None = None
    reasoning_effort: str = ""
    tools: tuple[Json, ...] = ()
    code_files: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    resources_rest: Json = field(default_factory=dict)
    answer_format: AnswerFormat = "auto"
    schema_name: str = "answer"
    schema: str = ""
    schema_strict: bool = False
    schema_rest: Json = field(default_factory=dict)
    metadata: tuple[tuple[str, str], ...] = ()
    last_messages: int | None = None
    sample_prompts: tuple[str, ...] = ()
    extras_rest: Json = field(default_factory=dict)

    @classmethod
    def from_api(cls, assistant: Json) -> AssistantForm:
        """Fill the form from an assistant as the API gives it."""
        response_format = assistant.get("response_format")
        kind: AnswerFormat = "auto"
        wrapper: Json = {}
        if isinstance(response_format, dict):
            given = response_format.get("type")
            if given in {"text", "json_object", "json_schema"}:
                kind = given
            wrapper = dict(response_format.get("json_schema") or {})
        schema = wrapper.pop("schema", None)
        resources = {k: dict(v) for k, v in (assistant.get("tool_resources") or {}).items() if v}
        code_files = (resources.get("code_interpreter") or {}).pop("file_ids", None) or ()
        stores = (resources.get("file_search") or {}).pop("vector_store_ids", None) or ()
        extras = dict(assistant.get(EXTRAS) or {})
        last = extras.pop("last_messages", None)
        return cls(
            name=assistant.get("name") or "",
            description=assistant.get("description") or "",
            instructions=assistant.get("instructions") or "",
            model=assistant.get("model") or "",
            temperature=assistant.get("temperature"),
            top_p=assistant.get("top_p"),
            reasoning_effort=assistant.get("reasoning_effort") or "",
            tools=tuple(assistant.get("tools") or ()),
            code_files=tuple(code_files),
            stores=tuple(stores),
            resources_rest={k: v for k, v in resources.items() if v},
            answer_format=kind,
            schema_name=str(wrapper.pop("name", "answer")),
            schema_strict=bool(wrapper.pop("strict", False)),
            schema="" if schema is None else json.dumps(schema, ensure_ascii=False, indent=2),
            schema_rest=wrapper,
            metadata=tuple((str(k), str(v)) for k, v in (assistant.get("metadata") or {}).items()),
            last_messages=last if isinstance(last, int) else None,
            sample_prompts=tuple(str(text) for text in extras.pop("sample_prompts", None) or ()),
            extras_rest=extras,
        )

    @classmethod
    def from_draft(cls, data: Json) -> AssistantForm:
        """Fill the form from a kept draft; what an older or newer program wrote differently takes its default."""
        known = {f.name for f in dataclasses.fields(cls)}
        values = {k: v for k, v in data.items() if k in known}
        try:
            values["metadata"] = tuple((str(k), str(v)) for k, v in values.get("metadata") or ())
        except (TypeError, ValueError):
            values["metadata"] = ()
        for name in ("tools", "code_files", "stores", "sample_prompts"):
            held = values.get(name)
            values[name] = tuple(held) if isinstance(held, list | tuple) else ()
        return cls(**values)

    def to_draft(self) -> Json:
        """Write the form as JSON data, as it was typed."""
        return dataclasses.asdict(self)

    def api_fields(self) -> Json:
        """Write the form as the API's fields; call it only when :func:`problems` finds none."""
        return {
            "name": self.name or None,
            "description": self.description or None,
            "instructions": self.instructions or None,
            "model": self.model,
            "temperature": self.temperature,
            "top_p": self.top_p,
            "reasoning_effort": self.reasoning_effort or None,
            "tools": [dict(tool) for tool in self.tools],
            "tool_resources": {tool: held for tool, held in self.resources().items() if any(held.values())}
            or None,
            "response_format": self._response_format(),
            "metadata": dict(self.metadata),
        }

    def extras(self) -> Json:
        """Write what this program keeps beside the API's fields."""
        given: Json = {**self.extras_rest}
        if self.last_messages is not None:
            given["last_messages"] = self.last_messages
        prompts = [text for text in self.sample_prompts if text.strip()]
        if prompts:
            given["sample_prompts"] = prompts
        return given

    def as_api(self) -> Json:
        """Write the form as the engine would give it back, the program's own part under ``workbench``."""
        return {**self.api_fields(), EXTRAS: self.extras()}

    def resources(self) -> Json:
        """Write what the tools have to work with, also of those that have nothing."""
        rest = self.resources_rest
        return {
            **rest,
            "code_interpreter": {**rest.get("code_interpreter", {}), "file_ids": list(self.code_files)},
            "file_search": {**rest.get("file_search", {}), "vector_store_ids": list(self.stores)},
        }

    def _response_format(self) -> Any:
        if self.answer_format == "auto":
            return "auto"
        if self.answer_format != "json_schema":
            return {"type": self.answer_format}
        wrapper: Json = {**self.schema_rest, "name": self.schema_name, "schema": json.loads(self.schema)}
        if self.schema_strict:
            wrapper["strict"] = True
        return {"type": "json_schema", "json_schema": wrapper}

    def parts(self) -> Json:
        """What stands in each of :data:`FIELDS`, to compare two forms; works for contents that cannot be saved, too."""
        values: Json = {name: getattr(self, name) for name in FIELDS if name not in _GROUPS}
        values["tool_resources"] = [self.code_files, self.stores, self.resources_rest]
        values["metadata"] = ()
        values[EXTRAS] = self.extras()
        if self.answer_format == "json_schema":
            schema: Any = self.schema
            with contextlib.suppress(ValueError, RecursionError):
                schema = json.loads(self.schema)
            values["response_format"] = [
                "json_schema",
                self.schema_name,
                self.schema_strict,
                schema,
                self.schema_rest,
            ]
        else:
            values["response_format"] = [self.answer_format]
        values["metadata"] = (
            dict(self.metadata) if len(dict(self.metadata)) == len(self.metadata) else self.metadata
        )
        return values

    def take_from(self, other: AssistantForm, fields: set[str]) -> AssistantForm:
        """Take these of :data:`FIELDS` from another form."""
        own: set[str] = set()
        for name in fields:
            own |= _GROUPS.get(name, {name})
        return dataclasses.replace(self, **{name: getattr(other, name) for name in own})


def differing(one: AssistantForm, other: AssistantForm) -> set[str]:
    """Name the fields in which two forms differ."""
    first, second = one.parts(), other.parts()
    return {name for name in FIELDS if first[name] != second[name]}


def changes(base: AssistantForm, form: AssistantForm) -> Json:
    """Give the API's fields that a save has to send: those that differ from what was loaded."""
    fields = form.api_fields()
    fields["tool_resources"] = form.resources()  # a modification clears only what it names
    return {name: fields[name] for name in differing(base, form) if name in fields}


def problems(form: AssistantForm) -> dict[str, str]:
    """Say what keeps the form from being saved: field → sentence; empty if nothing does."""
    found: dict[str, str] = {}
    for name, text, limit in (
        ("name", form.name, MAX_NAME),
        ("description", form.description, MAX_DESCRIPTION),
        ("instructions", form.instructions, MAX_INSTRUCTIONS),
    ):
        if len(text) > limit:
            found[name] = t("At most {0:,} characters; these are {1:,}.").format(limit, len(text))
    if not form.model.strip():
        found["model"] = t("Choose a model.")
    if form.temperature is not None and not 0 <= form.temperature <= 2:
        found["temperature"] = t("Between 0 and 2.")
    if form.top_p is not None and not 0 <= form.top_p <= 1:
        found["top_p"] = t("Between 0 and 1.")
    if form.answer_format == "json_schema":
        problem = schema_problem(form.schema_name, form.schema)
        if problem:
            found["response_format"] = problem
    problem = assistant_tools.problem(form.tools)
    if problem:
        found["tools"] = problem
    if len(form.code_files) > MAX_CODE_FILES:
        found["tool_resources"] = t("At most {0} files; these are {1}.").format(
            MAX_CODE_FILES, len(form.code_files)
        )
    if form.last_messages is not None and not 1 <= form.last_messages <= MAX_LAST_MESSAGES:
        found[EXTRAS] = t("At least one message has to be sent.")
    problem = metadata_problem(form.metadata)
    if problem:
        found["metadata"] = problem
    return found


def schema_problem(name: str, schema: str) -> str:
    """Say what is wrong with an answer's schema, empty if nothing is."""
    problem = schema_rules.name_problem(name, "schema's name") if name else t("Give the schema a name.")
    if problem:
        return problem
    if not schema.strip():
        return t("Write the JSON Schema that answers have to follow.")
    value, problem = schema_rules.parse(schema)
    if problem:
        return problem
    found = schema_rules.check(value)
    return found[0].sentence if found else ""


def metadata_problem(pairs: tuple[tuple[str, str], ...]) -> str:
    """Say what is wrong with the metadata, empty if nothing is."""
    if len(pairs) > MAX_METADATA:
        return t("At most {0} labels; these are {1}.").format(MAX_METADATA, len(pairs))
    seen: set[str] = set()
    for key, value in pairs:
        if not key:
            return t("Every label needs a name.")
        if key in seen:
            return t("The label “{0}” is there twice.").format(key[:40])
        seen.add(key)
        if len(key) > MAX_METADATA_KEY:
            return t("A label's name takes at most {0} characters: “{1}…” has {2}.").format(
                MAX_METADATA_KEY, key[:20], len(key)
            )
        if len(value) > MAX_METADATA_VALUE:
            return t("A label's value takes at most {0} characters: that of “{1}” has {2}.").format(
                MAX_METADATA_VALUE, key[:40], len(value)
            )
    return ""

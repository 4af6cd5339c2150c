"""The assistant form's contents: what is typed, whether it can be saved, and what a save would change.

Everything is kept as it was typed, also what cannot be saved yet, so that a draft loses nothing. What the API has beyond
the form (tools, resources, reasoning effort, …) is never sent with a save and therefore stays as it is.

Limits are those of the Assistants API v2: 256, 512 and 256,000 characters; 16 metadata pairs of 64 and 512 characters.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal

MAX_NAME = 256
MAX_DESCRIPTION = 512
MAX_INSTRUCTIONS = 256_000
MAX_METADATA = 16
MAX_METADATA_KEY = 64
MAX_METADATA_VALUE = 512
_SCHEMA_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")

AnswerFormat = Literal["auto", "text", "json_object", "json_schema"]
Json = dict[str, Any]

FIELDS = (
    "name",
    "description",
    "instructions",
    "model",
    "temperature",
    "top_p",
    "response_format",
    "metadata",
)
"""The API's fields that the form holds, in the form's order."""

FIELD_WORDS = {
    "name": "Name",
    "description": "Description",
    "instructions": "Instructions",
    "model": "Model",
    "temperature": "Creativity",
    "top_p": "Word choice",
    "response_format": "Answer format",
    "metadata": "Labels",
}


@dataclass(frozen=True)
class AssistantForm:
    """What stands in the form. ``schema`` is JSON text, ``schema_rest`` what the answer format has beyond it."""

    name: str = ""
    description: str = ""
    instructions: str = ""
    model: str = ""
    temperature: float | None = None
    top_p: float | None = None
    answer_format: AnswerFormat = "auto"
    schema_name: str = "answer"
    schema: str = ""
    schema_strict: bool = False
    schema_rest: Json = field(default_factory=dict)
    metadata: tuple[tuple[str, str], ...] = ()

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
        return cls(
            name=assistant.get("name") or "",
            description=assistant.get("description") or "",
            instructions=assistant.get("instructions") or "",
            model=assistant.get("model") or "",
            temperature=assistant.get("temperature"),
            top_p=assistant.get("top_p"),
            answer_format=kind,
            schema_name=str(wrapper.pop("name", "answer")),
            schema_strict=bool(wrapper.pop("strict", False)),
            schema="" if schema is None else json.dumps(schema, ensure_ascii=False, indent=2),
            schema_rest=wrapper,
            metadata=tuple((str(k), str(v)) for k, v in (assistant.get("metadata") or {}).items()),
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
            "response_format": self._response_format(),
            "metadata": dict(self.metadata),
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
        values: Json = {
            name: getattr(self, name) for name in FIELDS if name not in {"response_format", "metadata"}
        }
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
            if name == "response_format":
                own |= {"answer_format", "schema_name", "schema", "schema_strict", "schema_rest"}
            else:
                own.add(name)
        return dataclasses.replace(self, **{name: getattr(other, name) for name in own})


def differing(one: AssistantForm, other: AssistantForm) -> set[str]:
    """Name the fields in which two forms differ."""
    first, second = one.parts(), other.parts()
    return {name for name in FIELDS if first[name] != second[name]}


def changes(base: AssistantForm, form: AssistantForm) -> Json:
    """Give the API's fields that a save has to send: those that differ from what was loaded."""
    fields = form.api_fields()
    return {name: fields[name] for name in differing(base, form)}


def problems(form: AssistantForm) -> dict[str, str]:
    """Say what keeps the form from being saved: field → sentence; empty if nothing does."""
    found: dict[str, str] = {}
    for name, text, limit in (
        ("name", form.name, MAX_NAME),
        ("description", form.description, MAX_DESCRIPTION),
        ("instructions", form.instructions, MAX_INSTRUCTIONS),
    ):
        if len(text) > limit:
            found[name] = f"At most {limit:,} characters; these are {len(text):,}."
    if not form.model.strip():
        found["model"] = "Choose a model."
    if form.temperature is not None and not 0 <= form.temperature <= 2:
        found["temperature"] = "Between 0 and 2."
    if form.top_p is not None and not 0 <= form.top_p <= 1:
        found["top_p"] = "Between 0 and 1."
    if form.answer_format == "json_schema":
        problem = schema_problem(form.schema_name, form.schema)
        if problem:
            found["response_format"] = problem
    problem = metadata_problem(form.metadata)
    if problem:
        found["metadata"] = problem
    return found


def schema_problem(name: str, schema: str) -> str:
    """Say what is wrong with an answer's schema, empty if nothing is."""
    if not _SCHEMA_NAME.fullmatch(name):
        return "The schema's name takes 1 to 64 letters, digits, hyphens and underscores."
    if not schema.strip():
        return "Write the JSON Schema that answers have to follow."
    try:
        value = json.loads(schema)
    except ValueError as error:
        place = (
            f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        )
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return f"This is no JSON yet: {reason}{place}."
    except RecursionError:
        return "This schema is nested too deeply."
    return "" if isinstance(value, dict) else "A JSON Schema is an object: { … }."


def metadata_problem(pairs: tuple[tuple[str, str], ...]) -> str:
    """Say what is wrong with the metadata, empty if nothing is."""
    if len(pairs) > MAX_METADATA:
        return f"At most {MAX_METADATA} labels; these are {len(pairs)}."
    seen: set[str] = set()
    for key, value in pairs:
        if not key:
            return "Every label needs a name."
        if key in seen:
            return f"The label “{key[:40]}” is there twice."
        seen.add(key)
        if len(key) > MAX_METADATA_KEY:
            return (
                f"A label's name takes at most {MAX_METADATA_KEY} characters: “{key[:20]}…” has {len(key)}."
            )
        if len(value) > MAX_METADATA_VALUE:
            return f"A label's value takes at most {MAX_METADATA_VALUE} characters: that of “{key[:40]}” has {len(value)}."
    return ""

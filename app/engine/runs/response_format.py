"""What a run's ``response_format`` asks of the model, and whether the model kept to it."""

from __future__ import annotations

import functools
import json
import re
from typing import Any

Json = dict[str, Any]

MAX_REASON = 300
_FENCED = re.compile(r"```\w*\s*\n(.*?)\n?\s*```", re.DOTALL)


class AnswerCheck:
    """Checks answers against a ``response_format``.

    A ``json_schema`` is checked unless its ``strict`` is false, ``json_object`` for being a JSON object. ``held`` says
    whether an answer has to be checked before it can be shown.
    """

    def __init__(self, response_format: Any) -> None:
        self._format = response_format if isinstance(response_format, dict) else {}
        kind = self._format.get("type")
        schema = self._format.get("json_schema") or {}
        self._schema: Any = schema.get("schema") if kind == "json_schema" else None
        self.held = kind == "json_object" or (kind == "json_schema" and schema.get("strict") is not False)

    @property
    def upstream(self) -> Json | None:
        """The format for the model call; None for plain text."""
        return self._format if self._format.get("type") in {"json_object", "json_schema"} else None

    @property
    def demand(self) -> str:
        """The format in words, for models whose service does not hold them to it."""
        if self._schema is not None:
            return f"Answer with one JSON value that fits this JSON schema, and nothing else:\n{json.dumps(self._schema, ensure_ascii=False)}"
        return "Answer with one JSON object and nothing else."

    def problem(self, text: str) -> str | None:
        """Why an answer does not fit, in words; None when it fits."""
        if not self.held:
            return None
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            return f"it is no JSON ({error})"[:MAX_REASON]
        if self._format["type"] == "json_object":
            return None if isinstance(value, dict) else "it is no JSON object"
        return _violation(json.dumps(self._schema or {}, sort_keys=True), value)

    def unwrapped(self, text: str) -> str:
        """The answer without a code fence around it, if it fits then; else as it is."""
        fenced = _FENCED.fullmatch(text.strip())
        return fenced[1] if fenced and self.problem(fenced[1]) is None else text


@functools.lru_cache(maxsize=64)
def _validator(schema: str) -> Any:
    import jsonschema
    from referencing import Registry

    parsed = json.loads(schema)
    kind = jsonschema.validators.validator_for(parsed, default=jsonschema.Draft202012Validator)
    # A registry of our own: references to other documents must never be fetched from the network.
    return kind(parsed, registry=Registry())


def _violation(schema: str, value: Any) -> str | None:
    import jsonschema
    from referencing.exceptions import Unresolvable

    try:
        error = jsonschema.exceptions.best_match(_validator(schema).iter_errors(value))
    except (Unresolvable, RecursionError):  # such a schema holds nobody to anything
        return None
    if error is None:
        return None
    place = error.json_path.removeprefix("$").lstrip(".") or "the answer"
    return f"{place}: {error.message}"[:MAX_REASON]

"""An OpenAPI document (3.0 or 3.1, JSON or YAML) becomes functions, each with the HTTP request that answers it.

Only what stands in the document itself is read: a reference to another file or address is never followed, an operation
that needs one says so and cannot be chosen.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from app.core.entities import Json
from app.core.errors import InvalidInput
from app.workbench.schema_rules import suggested_name

METHODS = ("get", "post", "put", "patch", "delete")
MOST_CHARACTERS = 20_000_000
MOST_NODES = 300_000
MOST_DESCRIPTION = 1024
MOST_DEPTH = 40
_DROPPED = {
    "xml",
    "externalDocs",
    "discriminator",
    "example",
    "deprecated",
    "writeOnly",
    "readOnly",
    "nullable",
}
_OWN_HEADERS = {"accept", "content-type", "authorization"}
_YAML_FIRST = re.compile(r"^\s*[{\[]")


@dataclass(frozen=True)
class Operation:
    """One operation of the document.

    Attributes:
        function: the function that a model is offered (the API's ``function`` object).
        handler: the HTTP request that answers it, as :class:`app.workbench.tools.specs.HandlerSpec` is written: ``kind``,
            ``method``, ``url``, ``headers``, ``body``, with ``{{parameter}}`` where an argument goes and
            ``{{secret:NAME}}`` for keys.
        method: GET, POST …
        path: as in the document.
        summary: what it does, in a line.
        secrets: names of keys that it needs, each with the header or query parameter that carries it.
        problem: why it cannot be taken; empty if it can.
    """

    function: Json
    handler: Json
    method: str
    path: str
    summary: str
    secrets: tuple[str, ...] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """The function's name."""
        return str(self.function["name"])


@dataclass(frozen=True)
class Document:
    """What was found in a document. ``server`` is the beginning of every address."""

    title: str
    version: str
    server: str
    operations: tuple[Operation, ...]
    remarks: tuple[str, ...] = ()


def read(text: str, *, server: str = "") -> Document:
    """Read a document.

    Args:
        text: JSON or YAML.
        server: the address to use in place of the document's own.

    Raises:
        InvalidInput: it cannot be read or is no OpenAPI 3 document; the message says why.
    """
    data = _parsed(text)
    if not isinstance(data, dict):
        raise _refused("This is no OpenAPI document: it is not an object with “openapi” and “paths”.")
    version = str(data.get("openapi") or "")
    if not version.startswith("3."):
        if data.get("swagger"):
            raise _refused(
                f"This is a Swagger {data['swagger']} document; only OpenAPI 3.0 and 3.1 are read.",
                "Most services offer a newer one; converters for old ones exist, too.",
            )
        raise _refused("This is no OpenAPI 3 document: “openapi: 3…” is missing.")
    paths = data.get("paths")
    if not isinstance(paths, dict) or not paths:
        raise _refused("This document describes no operations: its “paths” are empty.")
    remarks: list[str] = []
    address = server.strip().rstrip("/") or _server(data, remarks)
    reader = _Reader(data)
    taken: set[str] = set()
    operations: list[Operation] = []
    for path, item in paths.items():
        try:
            resolved = reader.deref(item)
        except NotTaken as error:
            remarks.append(f"{str(path)[:100]} is left out: {error}.")
            continue
        if not isinstance(resolved, dict):
            continue
        operations.extend(
            _operation(reader, str(path), resolved, method, server=address, taken=taken)
            for method in resolved
            if method in METHODS and isinstance(resolved[method], dict)
        )
    if not operations:
        raise _refused("This document describes no operations.")
    given = data.get("info")
    info: Json = given if isinstance(given, dict) else {}
    return Document(str(info.get("title") or "Untitled"), version, address, tuple(operations), tuple(remarks))


class NotTaken(Exception):
    """An operation cannot be taken; the reason in words."""


class _Reader:
    """Resolves references within one document, within a budget, so that no document can grow without end."""

    def __init__(self, document: Json) -> None:
        self.document = document
        self._nodes = 0

    def deref(self, value: Any, seen: tuple[str, ...] = ()) -> Any:
        """Follow a reference to its end."""
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            reference = value["$ref"]
            if reference in seen:
                return {}
            seen = (*seen, reference)
            value = self._find(reference)
        return value

    def schema(self, value: Any, seen: tuple[str, ...] = (), depth: int = 0) -> Any:
        """A schema with everything that it refers to, in today's JSON Schema; a circle ends in “any object”."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise NotTaken("it is too large when its references are written out")
        if isinstance(value, bool):
            return value
        if not isinstance(value, dict):
            return {}
        reference = value.get("$ref")
        if isinstance(reference, str):
            if reference in seen or depth > MOST_DEPTH:
                name = reference.rsplit("/", 1)[-1]
                return {"type": "object", "description": f"Another {name}"}
            found = self.schema(self._find(reference), (*seen, reference), depth + 1)
            beside = {k: v for k, v in value.items() if k in {"description", "title", "default"}}
            return {**found, **beside} if isinstance(found, dict) else found
        new: Json = {}
        for key, held in value.items():
            if not isinstance(key, str) or key in _DROPPED or key.startswith("x-"):
                continue
            if key in {"properties", "$defs", "patternProperties"} and isinstance(held, dict):
                new[key] = {
                    str(name): self.schema(part, seen, depth + 1)
                    for name, part in held.items()
                    if not (isinstance(part, dict) and part.get("readOnly"))
                }
            elif key in {"items", "additionalProperties", "not", "contains", "if", "then", "else"}:
                new[key] = self.schema(held, seen, depth + 1) if isinstance(held, dict) else held
            elif key in {"anyOf", "oneOf", "allOf", "prefixItems"} and isinstance(held, list):
                new[key] = [self.schema(part, seen, depth + 1) for part in held]
            else:
                new[key] = held
        if isinstance(new.get("required"), list):
            held = new.get("properties")
            names = held if isinstance(held, dict) else {}
            new["required"] = [
                name
                for name in new["required"]
                if isinstance(name, str) and (name in names or "properties" not in new)
            ]
        if value.get("nullable") is True:
            _make_nullable(new)
        for side, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if isinstance(new.get(side), bool):  # as OpenAPI 3.0 wrote it
                exclusive = new.pop(side)
                if exclusive and limit in new:
                    new[side] = new.pop(limit)
        return new

    def _find(self, reference: str) -> Any:
        if not reference.startswith("#"):
            raise NotTaken(f"it refers to another document ({reference[:100]})")
        at: Any = self.document
        for step in reference[1:].split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            at = at.get(key) if isinstance(at, dict) else None
            if at is None:
                raise NotTaken(f"{reference[:100]} is not in the document")
        return at


def _operation(
    reader: _Reader,
    path: str,
    item: Json,
    method: str,
    *,
    server: str,
    taken: set[str],
) -> Operation:
    given: Json = item[method]
    wanted = suggested_name(str(given.get("operationId") or "")) or suggested_name(f"{method}_{path}")
    name, number = wanted or method, 1
    while name in taken:
        number += 1
        name = f"{wanted[:60]}_{number}"
    taken.add(name)
    summary = " ".join(
        str(given.get("summary") or given.get("description") or f"{method.upper()} {path}").split()
    )
    words = "\n".join(
        dict.fromkeys(str(given[k]).strip() for k in ("summary", "description") if given.get(k))
    )
    function: Json = {
        "name": name,
        "description": (words or summary)[:MOST_DESCRIPTION],
        "parameters": {"type": "object", "properties": {}, "required": []},
    }
    handler: Json = {
        "kind": "http",
        "method": method.upper(),
        "url": server + path,
        "headers": [],
        "body": "",
    }
    secrets: tuple[str, ...] = ()
    problem = ""
    try:
        _take_parameters(
            reader, [*_list(item.get("parameters")), *_list(given.get("parameters"))], function, handler
        )
        problem = _take_body(reader, given.get("requestBody"), function, handler)
        secrets = _take_security(reader, given, handler)
    except NotTaken as error:
        problem = f"Not possible: {error}."
    except RecursionError:
        problem = "Not possible: it is nested too deeply."
    if not server.startswith(("http://", "https://")):
        problem = problem or "The document names no server: type its address above."
    if not function["parameters"]["required"]:
        function["parameters"].pop("required")
    return Operation(function, handler, method.upper(), path, summary[:200], secrets, problem)


def _take_parameters(reader: _Reader, given: list[Any], function: Json, handler: Json) -> None:
    found: dict[tuple[str, str], Json] = {}
    for raw in given:
        parameter = reader.deref(raw)
        if isinstance(parameter, dict) and isinstance(parameter.get("name"), str):
            found[(str(parameter.get("in")), parameter["name"])] = parameter  # the operation's own win
    schema = function["parameters"]
    for (place, name), parameter in found.items():
        if place == "cookie" or (place == "header" and name.lower() in _OWN_HEADERS):
            continue
        content = parameter.get("content")
        inner = parameter.get("schema")
        if inner is None and isinstance(content, dict) and content:
            media = next(iter(content.values()))
            inner = media.get("schema") if isinstance(media, dict) else None
        held = reader.schema(inner) if inner is not None else {"type": "string"}
        if isinstance(held, dict) and parameter.get("description"):
            held = {**held, "description": str(parameter["description"])}
        argument = _free(name, schema["properties"])
        schema["properties"][argument] = held
        if parameter.get("required") or place == "path":
            schema["required"].append(argument)
        if place == "path":
            handler["url"] = handler["url"].replace(f"{{{name}}}", f"{{{{{argument}}}}}")
        elif place == "header":
            handler["headers"].append([name, f"{{{{{argument}}}}}"])
        else:
            sign = "&" if "?" in handler["url"] else "?"
            handler["url"] += f"{sign}{quote(name, safe='')}={{{{{argument}}}}}"


def _take_body(reader: _Reader, given: Any, function: Json, handler: Json) -> str:
    body = reader.deref(given) if given is not None else None
    if not isinstance(body, dict):
        return ""
    content = body.get("content")
    kinds = list(content) if isinstance(content, dict) else []
    kind = next(
        (k for k in kinds if "json" in k), next((k for k in kinds if k.startswith(("text/", "*"))), "")
    )
    if not kind:
        return f"Not possible: its body is {kinds[0]}, and only JSON or text can be sent." if kinds else ""
    media = content.get(kind) if isinstance(content, dict) else None
    media = media if isinstance(media, dict) else {}
    held = reader.schema(media.get("schema") or {})
    sent = "application/json" if "json" in kind or kind.startswith("*") else kind
    handler["headers"].append(["Content-Type", sent])
    schema = function["parameters"]
    properties = held.get("properties") if isinstance(held, dict) else None
    plain = isinstance(properties, dict) and not ({"allOf", "anyOf", "oneOf"} & held.keys())
    if plain and properties and not schema["properties"] and sent == "application/json":
        schema["properties"].update(properties)  # all arguments together are the body
        if body.get("required"):
            schema["required"].extend(held.get("required") or [])
        return ""
    argument = _free("body", schema["properties"])
    schema["properties"][argument] = held if held else {"type": "string"}
    if body.get("required"):
        schema["required"].append(argument)
    handler["body"] = f"{{{{{argument}}}}}"
    return ""


def _take_security(reader: _Reader, given: Json, handler: Json) -> tuple[str, ...]:
    wanted = given.get("security", reader.document.get("security"))
    first = next((entry for entry in _list(wanted) if isinstance(entry, dict)), None)
    components = reader.document.get("components")
    known = components.get("securitySchemes") if isinstance(components, dict) else None
    secrets = []
    for name in first or {}:
        scheme = reader.deref(known.get(name)) if isinstance(known, dict) else None
        if not isinstance(scheme, dict):
            continue
        kind = str(scheme.get("type"))
        secret = suggested_name(str(name)) or "key"
        if kind == "apiKey" and scheme.get("in") == "header":
            handler["headers"].append([str(scheme.get("name") or "X-API-Key"), f"{{{{secret:{secret}}}}}"])
        elif kind == "apiKey" and scheme.get("in") == "query":
            raise NotTaken("its key belongs into the address, and keys are sent in headers only")
        elif kind in {"oauth2", "openIdConnect"} or (
            kind == "http" and str(scheme.get("scheme")).lower() == "bearer"
        ):
            handler["headers"].append(["Authorization", f"Bearer {{{{secret:{secret}}}}}"])
        elif kind == "http":
            handler["headers"].append(["Authorization", f"Basic {{{{secret:{secret}}}}}"])
        else:
            continue
        secrets.append(secret)
    return tuple(secrets)


def _server(data: Json, remarks: list[str]) -> str:
    for entry in _list(data.get("servers")):
        if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
            continue
        url = entry["url"]
        variables = entry.get("variables")
        for name, held in variables.items() if isinstance(variables, dict) else ():
            given = held.get("default", "") if isinstance(held, dict) else ""
            url = url.replace(f"{{{name}}}", quote(str(given), safe=":/.-_~"))
        if url.startswith(("http://", "https://")):
            return str(url).rstrip("/")
        remarks.append(
            f"The document's server “{url[:100]}” has no address of its own: type where the service is."
        )
        return ""
    remarks.append("The document names no server: type where the service is.")
    return ""


def _parsed(text: str) -> Any:
    if len(text) > MOST_CHARACTERS:
        raise _refused("This document has more than 20 million characters.")
    if not text.strip():
        raise _refused("There is nothing in this document.")
    if _YAML_FIRST.match(text):
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            problem = str(error)
            if text.lstrip()[0] == "{" and '"openapi"' in text:
                raise _refused("This JSON document is not complete.", details=problem) from None
    import yaml

    try:
        return _without_dates(yaml, text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark is not None else ""
        raise _refused(f"This is neither JSON nor YAML{place}.", details=str(error)[:500]) from None
    except (RecursionError, ValueError, TypeError) as error:
        raise _refused("This YAML document cannot be read.", details=str(error)[:500]) from None


def _without_dates(yaml: Any, text: str) -> Any:
    """Read YAML of plain data; what looks like a date stays the text that it is."""

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=Loader)


def _make_nullable(schema: Json) -> None:
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
        if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
    elif isinstance(schema.get("anyOf"), list):
        schema["anyOf"] = [*schema["anyOf"], {"type": "null"}]


def _free(name: str, properties: Json) -> str:
    wanted = suggested_name(name) or "value"
    argument, number = wanted, 1
    while argument in properties:
        number += 1
        argument = f"{wanted}_{number}"
    return argument


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _refused(message: str, advice: str = "", *, details: str = "") -> InvalidInput:
    return InvalidInput(message, field="document", advice=advice, details=details)

"""The engine's own description: the OpenAPI document, and a page made of it that loads nothing from anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, Response

from app.engine.api.http import json_response

router = APIRouter(include_in_schema=False)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #2a6fdb; }
@media (prefers-color-scheme: dark) { :root { --accent: #7fb0ff; } }
body { font: 15px/1.55 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 6rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
nav a { margin-right: 1rem; } a { color: var(--accent); }
details { border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; }
summary { cursor: pointer; padding: .5rem .75rem; } summary:hover { background: var(--soft); }
details > div { padding: 0 .9rem .8rem; border-top: 1px solid var(--line); }
code, pre { font: 13px/1.5 ui-monospace, monospace; } pre { background: var(--soft); padding: .7rem; overflow: auto; border-radius: 6px; }
.method { display: inline-block; min-width: 4.2rem; font-weight: 600; color: var(--accent); }
.note { opacity: .75; margin-left: .75rem; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; }
"""


def describe_api(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of ``app``, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        document.setdefault("components", {})["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer", "description": "The engine's token, as API key."}
        }
        document["security"] = [{"token": []}]
        document["paths"]["/health"]["get"]["security"] = []
        app.openapi_schema = document
    return app.openapi_schema


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    return json_response(describe_api(request.app))


@router.get("/docs")
async def docs(request: Request) -> Response:
    """The page for people."""
    return HTMLResponse(
        page(describe_api(request.app), str(request.base_url)), headers={"content-security-policy": _POLICY}
    )


def page(document: dict[str, Any], base_url: str) -> str:
    """The whole page: routes by group, each with its parameters, body and answer."""
    groups: dict[str, list[str]] = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            groups.setdefault(operation.get("tags", ["Other"])[0], []).append(
                _operation(method.upper(), path, operation, document)
            )
    links = " ".join(f'<a href="#{_anchor(name)}">{escape(name)}</a>' for name in groups)
    body = "".join(
        f'<section id="{_anchor(name)}"><h2>{escape(name)}</h2>{"".join(routes)}</section>'
        for name, routes in groups.items()
    )
    about = "".join(
        f"<p>{escape(p.strip())}</p>" for p in document["info"]["description"].strip().split("\n\n")
    )
    example = escape(f'client = openai.OpenAI(base_url="{base_url}v1", api_key="<the engine\'s token>")')
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(document["info"]["title"])}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<h1>{escape(document['info']['title'])} {escape(document['info']['version'])}</h1>{about}"
        f'<pre>{example}</pre><nav>{links} <a href="/openapi.json">OpenAPI document</a></nav>{body}</body></html>'
    )


def _anchor(name: str) -> str:
    return escape(name.lower().replace(" ", "-"))


def _operation(method: str, path: str, operation: dict[str, Any], document: dict[str, Any]) -> str:
    parts = []
    if parameters := operation.get("parameters"):
        rows = ((p["name"], p["in"], _short(p["schema"]), p.get("description", "")) for p in parameters)
        parts.append("<h4>Parameters</h4>" + _table(rows))
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        schema = content["schema"]
        required = set(schema.get("required", ()))
        rows = (
            (name, "required" if name in required else "", _short(inner), "")
            for name, inner in schema.get("properties", {}).items()
        )
        parts.append(f"<h4>Body <small>{escape(media)}</small></h4>" + _table(rows))
    for media, content in operation["responses"].get("200", {}).get("content", {}).items():
        shown = _resolved(content.get("schema", {}), document)
        text = json.dumps(
            {name: _short(inner) for name, inner in shown.get("properties", {}).items()}, indent=2
        )
        parts.append(f"<h4>Answer <small>{escape(media)}</small></h4>")
        if shown.get("properties"):
            parts.append(f"<pre>{escape(text)}</pre>")
    note = escape((operation.get("description") or operation.get("summary", "")).split("\n")[0])
    return (
        f'<details><summary><span class="method">{method}</span><code>{escape(path)}</code>'
        f'<span class="note">{note}</span></summary><div>{"".join(parts)}</div></details>'
    )


def _table(rows: Iterable[tuple[str, str, str, str]]) -> str:
    cells = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(place)}</td><td>{escape(kind)}</td>"
        f"<td>{escape(about)}</td></tr>"
        for name, place, kind, about in rows
    )
    return f"<table>{cells}</table>"


def _resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = document["components"]["schemas"].get(name, schema) if name else schema
    return found


def _short(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for word in ("anyOf", "oneOf", "allOf"):
        if word in schema:
            return " or ".join(dict.fromkeys(_short(inner) for inner in schema[word]))
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    if "const" in schema:
        return json.dumps(schema["const"])
    kind = str(schema.get("type", "any"))
    if kind == "array":
        return f"array of {_short(schema.get('items', {}))}"
    limits = [
        f"{sign} {schema[name]}"
        for name, sign in (
            ("minimum", "≥"), ("maximum", "≤"), ("minLength", "≥"), ("maxLength", "≤"), ("maxProperties", "≤"),
        )
        if name in schema
    ]  # fmt: skip
    return f"{kind} ({', '.join(limits)})" if limits else kind

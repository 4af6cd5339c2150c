"""OpenAPI documents become functions with the request that answers them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import InvalidInput
from app.workbench import openapi, schema_rules
from app.workbench.tools.placeholders import fill_url
from app.workbench.tools.specs import HandlerSpec, problem

SHOP = """
openapi: 3.0.3
info: {title: Shop, version: 2024-01-01}
servers: [{url: "https://{place}.example.com/v1/", variables: {place: {default: eu}}}]
security: [{token: []}]
paths:
  /orders/{order-id}:
    parameters:
      - {name: order-id, in: path, required: true, schema: {type: string}, description: The number}
    get:
      operationId: getOrder
      summary: Find one order
      description: Longer words.
      parameters: [{$ref: '#/components/parameters/Verbose'}]
    delete: {operationId: getOrder, security: []}
  /orders:
    post:
      operationId: "place order!"
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: session, in: cookie, schema: {type: string}}
  /upload:
    post: {operationId: upload, requestBody: {content: {image/png: {schema: {type: string}}}}}
  /tree:
    put: {operationId: tree, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}
  /remote:
    get: {operationId: remote, parameters: [{$ref: 'https://example.com/p.yaml#/x'}]}
components:
  parameters:
    Verbose: {name: verbose, in: query, schema: {type: boolean, default: false}}
  schemas:
    Order:
      type: object
      required: [item, id]
      properties:
        id: {type: integer, readOnly: true}
        item: {type: string, example: lock}
        note: {type: string, nullable: true}
        lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
    Line: {type: object, properties: {text: {type: string}}}
    Node: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
  securitySchemes:
    token: {type: http, scheme: bearer}
"""


def by_name(document: openapi.Document) -> dict[str, openapi.Operation]:
    return {op.name: op for op in document.operations}


def test_a_document_becomes_functions_and_requests() -> None:
    document = openapi.read(SHOP)
    assert (document.title, document.version, document.server) == (
        "Shop",
        "3.0.3",
        "https://eu.example.com/v1",
    )
    found = by_name(document)
    assert list(found) == ["getOrder", "getOrder_2", "place_order", "get_orders", "upload", "tree", "remote"]
    one = found["getOrder"]
    assert one.function["description"] == "Find one order\nLonger words."
    assert one.function["parameters"] == {
        "type": "object",
        "properties": {
            "order-id": {"type": "string", "description": "The number"},
            "verbose": {"type": "boolean", "default": False},
        },
        "required": ["order-id"],
    }
    assert one.handler["url"] == "https://eu.example.com/v1/orders/{{order-id}}?verbose={{verbose}}"
    assert one.handler["headers"] == [["Authorization", "Bearer {{secret:token}}"]]
    for operation in document.operations:
        assert problem(HandlerSpec.from_json(operation.handler)) == ""
    assert one.secrets == ("token",)
    assert found["getOrder_2"].secrets == ()
    assert all(schema_rules.check(op.function["parameters"]) == () for op in document.operations)


def test_bodies_are_arguments_and_old_words_become_todays_json_schema() -> None:
    found = by_name(openapi.read(SHOP))
    order = found["place_order"]
    assert order.method == "POST"
    assert order.function["parameters"]["properties"] == {
        "item": {"type": "string"},
        "note": {"type": ["string", "null"]},
        "lines": {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}}}},
    }
    assert order.function["parameters"]["required"] == ["item"]
    assert order.handler["body"] == ""  # all arguments together
    listed = found["get_orders"]
    assert listed.function["parameters"]["properties"]["limit"] == {"type": "integer", "exclusiveMinimum": 0}
    assert ["X-Trace", "{{X-Trace}}"] in listed.handler["headers"]
    assert fill_url(listed.handler["url"], {}) == "https://eu.example.com/v1/orders"
    assert fill_url(listed.handler["url"], {"limit": 3}).endswith("/orders?limit=3")
    assert "session" not in listed.function["parameters"]["properties"]
    tree = found["tree"].function["parameters"]["properties"]["children"]
    assert tree["items"] == {"type": "object", "description": "Another Node"}


def test_what_cannot_be_taken_says_why() -> None:
    found = by_name(openapi.read(SHOP))
    assert "refers to another document" in found["remote"].problem
    assert "image/png" in found["upload"].problem
    nowhere = openapi.read('{"openapi": "3.1.0", "paths": {"/a": {"get": {}}}}')
    assert nowhere.remarks
    assert "names no server" in nowhere.operations[0].problem
    given = openapi.read(
        '{"openapi": "3.1.0", "paths": {"/a": {"get": {}}}}', server="http://localhost:8080/"
    )
    assert given.operations[0].problem == ""
    assert given.operations[0].handler["url"] == "http://localhost:8080/a"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing in this document"),
        ("hello", "not an object"),
        ("{", "JSON nor YAML"),
        ('{"openapi": "3.0.0", "paths": {', "not complete"),
        ("a: [", "line 1"),
        ("swagger: '2.0'\npaths: {}", "Swagger 2.0"),
        ("openapi: 3.0.0\npaths: {}", "no operations"),
        ("paths: {/a: {get: {}}}", "“openapi: 3…” is missing"),
        ("openapi: 3.0.0\npaths: {/a: {x-own: 1}}", "no operations"),
        ("!!python/object/apply:os.system ['true']", "JSON nor YAML"),
    ],
)
def test_documents_that_cannot_be_read_are_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        openapi.read(text)


def test_documents_that_grow_without_end_are_stopped() -> None:
    schemas: dict[str, Any] = {"s0": {"type": "string"}}
    for n in range(1, 40):
        schemas[f"s{n}"] = {
            "type": "object",
            "properties": {k: {"$ref": f"#/components/schemas/s{n - 1}"} for k in "ab"},
        }
    document = {
        "openapi": "3.1.0",
        "servers": [{"url": "http://x.example"}],
        "paths": {
            "/a": {
                "post": {
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/s39"}}}
                    }
                }
            }
        },
        "components": {"schemas": schemas},
    }
    found = openapi.read(json.dumps(document)).operations[0]
    assert "too large" in found.problem


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["get", "post", "parameters", "schema", "$ref", "requestBody", "content", "name", "in", "type", "security",
             "application/json", "properties", "required", "items", "servers", "components", "url"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from(["/a", "/b/{c}"]), _JSON, min_size=1), _JSON, _JSON)
def test_no_document_brings_it_down(paths: Any, components: Any, servers: Any) -> None:
    document = {"openapi": "3.1.0", "paths": paths, "components": components, "servers": servers}
    try:
        found = openapi.read(json.dumps(document))
    except InvalidInput:
        return
    for operation in found.operations:
        assert schema_rules.name_problem(operation.name) == ""
        json.dumps(operation.function)


ODD = (
    None,
    1,
    -1.5,
    True,
    "x",
    [],
    [1],
    ["x"],
    {},
    {"x": 1},
    {"$ref": "other.yaml#/x"},
    {"$ref": "#/nope"},
    {"$ref": "#/paths"},
    {"type": ["a"], "required": [{}], "properties": []},
)


def test_whatever_stands_in_a_place_of_the_document_it_is_read_or_refused_in_words() -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop"},
        "servers": [{"url": "https://{host}/a", "variables": {"host": {"default": "shop.example"}}}],
        "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "schemas": {"A": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}}}},
        },
        "paths": {
            "/p/{id}": {
                "parameters": [{"name": "id", "in": "path", "schema": {"type": "string"}}],
                "get": {
                    "operationId": "look",
                    "security": [{"key": []}],
                    "parameters": [
                        {
                            "name": "q",
                            "in": "query",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
                        }
                    ],
                },
                "post": {
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
                    }
                },
            }
        },
    }
    tried = 0
    for place in list(_places(document)):
        for value in ODD:
            odd = json.loads(json.dumps(document))
            at = odd
            for step in place[:-1]:
                at = at[step]
            at[place[-1]] = value
            with contextlib.suppress(InvalidInput):  # anything else that it raises fails here
                found = openapi.read(json.dumps(odd))
                json.dumps([(operation.function, operation.handler) for operation in found.operations])
            tried += 1
    assert tried > 400


def test_a_path_that_is_described_elsewhere_is_named_and_the_others_are_read() -> None:
    found = openapi.read(
        "openapi: 3.1.0\nservers: [{url: 'https://shop.example'}]\n"
        "paths:\n  /a: {$ref: 'a.yaml'}\n  /b:\n    get: {parameters: [{name: q, in: query, schema: {1: 2}}]}\n"
    )
    assert [operation.path for operation in found.operations] == ["/b"]
    assert found.remarks == ("/a is left out: it refers to another document (a.yaml).",)


def _places(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, held in steps:
        yield (*before, step)
        yield from _places(held, (*before, step))

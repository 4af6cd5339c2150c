"""JSON Schemas as a form sees them: every change touches what it is about and nothing else."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.workbench import schema_edit as edit
from app.workbench import schema_rules as rules

ADDRESS: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "title": "kept",
    "properties": {
        "name": {"type": "string", "minLength": 2, "description": "Who"},
        "kind": {"type": ["string", "null"], "enum": ["a", "b", None]},
        "tags": {
            "type": "array",
            "items": {"type": "object", "properties": {"x": {"type": "integer"}}},
            "maxItems": 3,
        },
        "other": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/n"}]},
    },
    "required": ["name"],
    "$defs": {"n": {"type": "number"}},
}


def test_rows_show_what_the_form_knows_and_name_what_it_does_not() -> None:
    rows = edit.rows(ADDRESS)
    assert [(r.path, r.depth, r.kind, r.required) for r in rows] == [
        (("name",), 0, "string", True),
        (("kind",), 0, "string", False),
        (("tags",), 0, "array", False),
        (("tags", "[]"), 1, "object", True),
        (("tags", "[]", "x"), 2, "integer", False),
        (("other",), 0, "other", False),
    ]
    assert rows[0].more == ("minLength",)
    assert rows[1].choices == ("a", "b")
    assert rows[1].nullable
    assert rows[5].more == ("anyOf",)


def test_changes_keep_everything_else_in_its_order() -> None:
    renamed = edit.rename(ADDRESS, ("name",), "full_name")
    assert list(renamed["properties"]) == ["full_name", "kind", "tags", "other"]
    assert renamed["required"] == ["full_name"]
    assert renamed["properties"]["full_name"] == ADDRESS["properties"]["name"]
    assert list(renamed) == list(ADDRESS)
    deep = edit.set_description(ADDRESS, ("tags", "[]", "x"), "Ex")
    assert deep["properties"]["tags"]["items"]["properties"]["x"] == {"type": "integer", "description": "Ex"}
    assert deep["properties"]["tags"]["maxItems"] == 3
    optional = edit.set_required(ADDRESS, ("name",), False)
    assert optional["required"] == []
    assert edit.set_required(ADDRESS, ("kind",), True)["required"] == ["name", "kind"]
    assert edit.rename(ADDRESS, ("name",), "kind") == ADDRESS
    moved = edit.move(ADDRESS, ("kind",), -1)
    assert list(moved["properties"])[:2] == ["kind", "name"]
    assert edit.move(moved, ("kind",), -1) == moved


def test_another_kind_takes_away_only_what_belongs_to_the_old_one() -> None:
    text = edit.set_kind(ADDRESS, ("tags",), "string")["properties"]["tags"]
    assert text == {"type": "string", "maxItems": 3}
    listed = edit.set_kind(ADDRESS, ("name",), "array")["properties"]["name"]
    assert listed["items"] == {"type": "string"}
    assert listed["minLength"] == 2
    from_other = edit.set_kind(ADDRESS, ("other",), "integer")["properties"]["other"]
    assert from_other == {"type": "integer"}
    assert edit.set_kind(ADDRESS, ("kind",), "integer")["properties"]["kind"] == {"type": ["integer", "null"]}


def test_choices_of_numbers_are_numbers_and_null_stays_allowed() -> None:
    schema = {"type": "object", "properties": {"n": {"type": ["integer", "null"]}, "s": {"type": "string"}}}
    assert edit.set_choices(schema, ("n",), ("1", "2"))["properties"]["n"]["enum"] == [1, 2, None]
    assert edit.set_choices(schema, ("s",), ("1", "true"))["properties"]["s"]["enum"] == ["1", "true"]
    assert (
        "enum"
        not in edit.set_choices(edit.set_choices(schema, ("s",), ("x",)), ("s",), None)["properties"]["s"]
    )


def test_fields_are_added_with_free_names_and_removed_with_their_requirement() -> None:
    schema, path = edit.add(ADDRESS)
    schema, second = edit.add(schema)
    assert (path, second) == (("field",), ("field_2",))
    closed = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
    assert edit.add(closed)[0]["required"] == ["field"]
    inner, _ = edit.add(ADDRESS, ("tags", "[]"))
    assert list(inner["properties"]["tags"]["items"]["properties"]) == ["x", "field"]
    gone = edit.remove(ADDRESS, ("name",))
    assert "name" not in gone["properties"]
    assert gone["required"] == []


_NAMES = st.text("abc[]_", min_size=1, max_size=4)
_SCHEMAS = st.recursive(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["string", "number", "integer", "boolean"])},
        optional={"description": st.text(max_size=5), "minimum": st.integers(), "x-own": st.none()},
    ),
    lambda inner: st.one_of(
        st.builds(
            lambda properties, closed: {
                "type": "object",
                "properties": properties,
                "required": list(properties)[:1],
                **({"additionalProperties": False} if closed else {}),
            },
            st.dictionaries(_NAMES, inner, max_size=3),
            st.booleans(),
        ),
        st.builds(lambda items: {"type": "array", "items": items, "minItems": 1}, inner),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_NAMES, _SCHEMAS, max_size=4), st.data())
def test_no_change_of_the_form_loses_anything_elsewhere(properties: dict[str, Any], data: Any) -> None:
    schema = {"type": "object", "properties": properties, "required": [], "x-more": [1]}
    before = copy.deepcopy(schema)
    rows = edit.rows(schema)
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    changed = edit.set_description(schema, row.path, "new words")
    assert schema == before
    assert [r.path for r in edit.rows(changed)] == [r.path for r in rows]
    back = edit.set_description(changed, row.path, row.description)
    if row.description:
        assert back == before
    kinds = edit.set_kind(schema, row.path, data.draw(st.sampled_from(edit.KINDS)))
    outside = [r for r in edit.rows(kinds) if r.path[: len(row.path)] != row.path]
    assert outside == [r for r in rows if r.path[: len(row.path)] != row.path]
    assert kinds["x-more"] == [1]


def test_strict_rules_are_told_in_words_and_mended() -> None:
    found = [p.sentence for p in rules.check(ADDRESS, strict=True)]
    assert any("additionalProperties" in words for words in found)
    assert any("every field must be required; missing: kind, tags, other" in words for words in found)
    mended = rules.made_strict(ADDRESS)
    assert rules.check(mended, strict=True) == ()
    assert mended["properties"]["tags"]["type"] == ["array", "null"]
    assert mended["properties"]["name"]["type"] == "string"
    assert {"type": "null"} in mended["properties"]["other"]["anyOf"]
    assert mended["properties"]["tags"]["items"]["additionalProperties"] is False
    refused = {
        "type": "object",
        "properties": {"a": {"allOf": [{"type": "string"}]}},
        "required": ["a"],
        "additionalProperties": False,
    }
    assert [p.sentence for p in rules.check(refused, strict=True)] == [
        "a: “allOf” is not understood when it is followed exactly."
    ]


def test_what_is_no_schema_says_where() -> None:
    assert rules.check([])[0].text == "A JSON Schema is an object: { … }."
    assert rules.check({"type": "object", "properties": {"a": {"type": "text"}}})[0].place.startswith("a")
    assert "outermost" in rules.check({"type": "array", "items": {}})[0].text
    assert rules.check({}) == ()
    deep: dict[str, Any] = {"type": "string"}
    for _ in range(12):
        deep = {"type": "object", "properties": {"d": deep}, "required": ["d"], "additionalProperties": False}
    assert [p.text for p in rules.check(deep, strict=True)] == ["At most 10 levels of objects; these are 12."]


def test_values_are_checked_without_any_network() -> None:
    assert rules.violations(ADDRESS, {"name": "Jo", "tags": [{"x": 1}]}) == ()
    assert rules.violations(ADDRESS, {"name": "J"}) == ("name: 'J' is too short",)
    remote = {"$ref": "https://example.invalid/x.json"}
    assert "cannot be used" in rules.violations(remote, {})[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Give it"),
        ("look_up-1", ""),
        ("Größe", "without accents"),
        ("a b", "no spaces"),
        ("x" * 65, "has 65"),
    ],
)
def test_names(name: str, words: str) -> None:
    assert words in rules.name_problem(name) if words else rules.name_problem(name) == ""
    assert rules.name_problem(rules.suggested_name(name) or "x") == ""


def test_broken_json_is_told_with_its_place() -> None:
    assert rules.parse('{"a": }')[1] == "This is no JSON yet: Expecting value (line 1, column 7)."
    assert rules.parse("[" * 100_000)[1] == "This is nested too deeply."
    assert rules.parse(json.dumps(ADDRESS)) == (ADDRESS, "")

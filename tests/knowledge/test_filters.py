"""Filters select exactly the files that a plain reading of them selects."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import InvalidInput
from app.knowledge.catalog import Catalog
from app.knowledge.chunks import Chunking
from app.knowledge.database import Database

KEYS = ["lang", "year", "draft", "a'b\"c.$[0]"]
values = (
    st.sampled_from(["en", "de", "EN", "", "10", "é", "日本", "a\0b", "1.0", "true"])
    | st.integers(-3, 12)
    | st.sampled_from([0.5, -1.5, 2.0, 1e300, 2**53, 1999])
    | st.booleans()
)
attributes = st.dictionaries(st.sampled_from(KEYS), values, max_size=4)
compare = st.builds(
    lambda kind, key, value: {"type": kind, "key": key, "value": value},
    st.sampled_from(["eq", "ne", "gt", "gte", "lt", "lte"]),
    st.sampled_from([*KEYS, "absent"]),
    values,
)
member = st.builds(
    lambda kind, key, value: {"type": kind, "key": key, "value": value},
    st.sampled_from(["in", "nin"]),
    st.sampled_from([*KEYS, "absent"]),
    st.lists(values, max_size=3),
)
filters = st.recursive(
    compare | member,
    lambda inner: st.builds(
        lambda kind, parts: {"type": kind, "filters": parts},
        st.sampled_from(["and", "or"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


def kind_of(value: object) -> str:
    return "boolean" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"


def equal(one: object, other: object) -> bool:
    return kind_of(one) == kind_of(other) and one == other


def passes(file: dict[str, Any], node: dict[str, Any]) -> bool:
    """What a filter means, in plain words."""
    kind = node["type"]
    if kind == "and":
        return all(passes(file, part) for part in node["filters"])
    if kind == "or":
        return any(passes(file, part) for part in node["filters"])
    there, mine, value = node["key"] in file, file.get(node["key"]), node["value"]
    if kind in {"in", "nin"}:
        return (there and any(equal(mine, item) for item in value)) == (kind == "in")
    if kind in {"eq", "ne"}:
        return (there and equal(mine, value)) == (kind == "eq")
    if not there or kind_of(mine) != kind_of(value) or kind_of(value) == "boolean":
        return False
    return {"gt": mine > value, "gte": mine >= value, "lt": mine < value, "lte": mine <= value}[kind]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Any:
    database = Database(tmp_path_factory.mktemp("filters") / "knowledge.db")
    yield Catalog(database)
    database.close()


numbers = itertools.count()


def add(catalog: Catalog, store: str, file: str, attributes: dict[str, Any]) -> int:
    added = catalog.add_file(
        store, file, path="p", filename="f", chunking=Chunking(), attributes=attributes, owner="me"
    )
    catalog.complete(added.key, kind="text", notes=[], characters=1, chunks=1, usage_bytes=1)
    return added.key


@settings(max_examples=250, deadline=None)
@given(st.lists(attributes, min_size=1, max_size=6), filters)
def test_a_filter_selects_what_its_plain_reading_selects(
    catalog: Catalog, files: list[dict[str, Any]], node: dict[str, Any]
) -> None:
    store = catalog.create_store(f"vs_{next(numbers)}", "model", 1)
    keys = [add(catalog, store.id, str(number), file) for number, file in enumerate(files)]
    expected = [key for key, file in zip(keys, files, strict=True) if passes(file, node)]
    assert sorted(catalog.matching(store.key, node)) == expected


@settings(max_examples=100, deadline=None)
@given(attributes)
def test_attributes_come_back_as_they_were(catalog: Catalog, given: dict[str, Any]) -> None:
    store = catalog.create_store(f"vs_{next(numbers)}", "model", 1)
    add(catalog, store.id, "f", {"old": 1})
    back = catalog.set_attributes(store.id, "f", given).attributes
    assert back == given
    assert {name: kind_of(value) for name, value in back.items()} == {n: kind_of(v) for n, v in given.items()}


@pytest.mark.parametrize(
    ("node", "field"),
    [
        ({"type": "like", "key": "a", "value": 1}, "filters.type"),
        ({"type": "eq", "value": 1}, "filters.key"),
        ({"type": "eq", "key": "a"}, "filters.value"),
        ({"type": "eq", "key": "a", "value": [1]}, "filters.value"),
        ({"type": "eq", "key": "a", "value": None}, "filters.value"),
        ({"type": "gt", "key": "a", "value": float("nan")}, "filters.value"),
        ({"type": "in", "key": "a", "value": "text"}, "filters.value"),
        ({"type": "and", "filters": {"type": "eq"}}, "filters.filters"),
        ({"type": "or", "filters": [{"type": "eq", "key": "a", "value": 1}, 7]}, "filters.filters[1]"),
        ({"key": "a", "value": 1}, "filters.type"),
    ],
)
def test_a_wrong_filter_names_its_wrong_part(catalog: Catalog, node: dict[str, Any], field: str) -> None:
    store = catalog.create_store("vs_wrong", "model", 1)
    with pytest.raises(InvalidInput) as caught:
        catalog.matching(store.key, node)
    assert caught.value.field == field


def test_a_filter_nested_without_end_is_refused(catalog: Catalog) -> None:
    node: dict[str, Any] = {"type": "eq", "key": "a", "value": 1}
    for _ in range(40):
        node = {"type": "and", "filters": [node]}
    store = catalog.create_store("vs_deep", "model", 1)
    with pytest.raises(InvalidInput, match="nested"):
        catalog.matching(store.key, node)


@pytest.mark.parametrize(
    "wrong",
    [
        {str(n): 1 for n in range(17)},
        {"k" * 65: 1},
        {"": 1},
        {"k": "v" * 513},
        {"k": None},
        {"k": [1]},
        {"k": float("inf")},
    ],
)
def test_attributes_outside_the_limits_are_refused(catalog: Catalog, wrong: dict[str, Any]) -> None:
    catalog.create_store("vs_limits", "model", 1)
    with pytest.raises(InvalidInput):
        add(catalog, "vs_limits", "f", wrong)


def test_files_that_are_not_completed_pass_no_filter(catalog: Catalog, tmp_path: Path) -> None:
    store = catalog.create_store("vs_states", "model", 1)
    catalog.add_file(
        "vs_states", "f", path="p", filename="f", chunking=Chunking(), attributes={"a": 1}, owner="me"
    )
    assert catalog.matching(store.key, {"type": "eq", "key": "a", "value": 1}) == []

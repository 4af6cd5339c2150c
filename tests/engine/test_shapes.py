"""Shapes from the SDK's types: every request type of the Assistants API gives one, and it takes what the SDK's own type takes."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.api import limits, shapes
from app.engine.api.sdk_shapes import from_params
from app.engine.errors import ApiError

SHAPES = {name: value for name, value in vars(limits).items() if isinstance(value, shapes.Record)}

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def test_all_requests_have_a_shape() -> None:
    assert len(SHAPES) >= 12


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_describes_itself_in_valid_json_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SHAPES[name].schema())


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_value_is_taken_or_refused_with_a_path(name: str, data: st.DataObject) -> None:
    shape = SHAPES[name]
    names = st.sampled_from(sorted(shape.fields)) | st.text(max_size=8)
    value = data.draw(st.dictionaries(names, anything, max_size=5))
    try:
        checked = shape.check(value, "")
    except ApiError as error:
        refusal = error
    else:
        refusal = None
    if refusal is not None:
        assert refusal.status == 400
        assert refusal.param is not None
        assert refusal.code
        assert refusal.message
        return
    assert checked.keys() == value.keys()
    # What is taken also fits the published schema (ids' patterns and numbers without a fraction included).
    jsonschema.validate(value, shape.schema())


def test_a_limit_for_a_parameter_that_is_not_there_is_noticed() -> None:
    class Params(TypedDict, total=False):
        name: str

    with pytest.raises(KeyError, match="colour"):
        from_params(Params, {"colour": shapes.Text(most=3)})


def test_unions_of_every_kind() -> None:
    class A(TypedDict, total=False):
        type: Literal["a"]

    class Params(TypedDict, total=False):
        flag: bool | None
        word: Literal["x", "y"] | str
        many: list[int]
        free: dict[str, object]
        either: str | list[str]

    record = from_params(Params, {})
    assert record.check(
        {"flag": None, "word": "z", "many": [1, 2.0], "free": {"a": [1]}, "either": ["s"]}, ""
    )["many"] == [1, 2]
    for value, param in [
        ({"flag": 1}, "flag"),
        ({"many": ["1"]}, "many[0]"),
        ({"many": [True]}, "many[0]"),
        ({"many": [1.5]}, "many[0]"),
        ({"many": [2**31]}, "many[0]"),
        ({"free": []}, "free"),
        ({"either": [1]}, "either[0]"),
        ({"either": 1}, "either"),
    ]:
        with pytest.raises(ApiError) as caught:
            record.check(value, "")
        assert caught.value.param == param


@pytest.mark.parametrize(
    ("shape", "value", "message"),
    [
        (
            shapes.Text(most=3),
            "four",
            "string too long. Expected a string with maximum length 3, but got a string with length 4",
        ),
        (
            shapes.Text(least=1),
            "",
            "empty string. Expected a string with minimum length 1, but got an empty string",
        ),
        (shapes.Whole(1, 100), 101, "integer above maximum value. Expected a value <= 100, but got 101"),
        (shapes.Whole(1, 100), 10**400, "but got a number beyond every limit"),
        (shapes.Decimal(0.0, 2.0), 2.5, "decimal above maximum value. Expected a value <= 2, but got 2.5"),
        (shapes.Decimal(0.0, 2.0), "hot", "expected a decimal, but got a string"),
        (shapes.Decimal(), float("inf"), "expected a decimal, but got a decimal number"),
        (shapes.Choice(("a",)), "b", "Invalid value: 'b'. Supported values are: 'a'."),
        (shapes.Choice(("a", "b", "c")), "d", "Supported values are: 'a', 'b', and 'c'."),
        (
            shapes.Items(shapes.Text(), most=1),
            ["a", "b"],
            "array too long. Expected an array with maximum length 1",
        ),
        (shapes.Items(shapes.Text(), least=1), [], "empty array. Expected an array with minimum length 1"),
        (shapes.Flag(), None, "expected a boolean, but got null"),
        (
            shapes.Pairs(shapes.Text(), most=1),
            {"a": "", "b": ""},
            "at most 1 properties, but got an object with 2",
        ),
    ],
)
def test_messages_are_the_hosted_apis(shape: shapes.Shape, value: Any, message: str) -> None:
    with pytest.raises(ApiError) as caught:
        shape.check(value, "p")
    assert message in caught.value.message
    assert caught.value.param == "p"

"""What is typed into the search's options becomes the API's filter."""

from __future__ import annotations

import pytest

from app.core.errors import InvalidInput
from app.viewmodels.knowledge_rows import size_words
from app.viewmodels.knowledge_search import Condition, filter_of, milliseconds, value_of


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2026", 2026),
        ("1.5", 1.5),
        ("2.0", 2.0),
        ("true", True),
        ("False", False),
        ('"2026"', "2026"),
        ("sales", "sales"),
        (" nan ", "nan"),
        ("inf", "inf"),
        ("", ""),
    ],
)
def test_values_are_understood(typed: str, value: object) -> None:
    made = value_of(typed)
    assert made == value
    assert type(made) is type(value)


def test_filters() -> None:
    assert filter_of((Condition("", "eq", "x"),)) is None
    assert filter_of((Condition("year", "gte", "2020"),)) == {"type": "gte", "key": "year", "value": 2020}
    both = (Condition("year", "lt", "2020"), Condition("team", "in", "sales, support"))
    assert filter_of(both, every=False) == {
        "type": "or",
        "filters": [
            {"type": "lt", "key": "year", "value": 2020},
            {"type": "in", "key": "team", "value": ["sales", "support"]},
        ],
    }
    with pytest.raises(InvalidInput, match="with a number"):
        filter_of((Condition("year", "gt", "soon"),))


def test_words() -> None:
    assert [size_words(n) for n in (None, 1, 999, 1000, 12_345, 3_400_000)] == [
        "", "1 byte", "999 bytes", "1.0 KB", "12 KB", "3.4 MB",
    ]  # fmt: skip
    assert [milliseconds(n) for n in (0.84, 23.4, 1200)] == ["0.8 ms", "23 ms", "1.2 s"]

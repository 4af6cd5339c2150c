"""Server-sent events, however the bytes come."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator

from hypothesis import given
from hypothesis import strategies as st

from app.engine.models import sse


def decode(content: bytes, cuts: list[int]) -> list[tuple[str, str]]:
    async def chunks() -> AsyncIterator[bytes]:
        places = sorted({0, len(content), *(cut % (len(content) + 1) for cut in cuts)})
        for start, end in itertools.pairwise(places):
            yield content[start:end]

    async def drive() -> list[tuple[str, str]]:
        return [(event.name, event.data) async for event in sse.decode(chunks())]

    return asyncio.run(drive())


LINE = st.text(st.characters(exclude_characters="\r\n\x00", exclude_categories=["Cs"]), max_size=12)


@given(
    events=st.lists(
        st.tuples(st.sampled_from(["", "thing", "error"]), st.lists(LINE, min_size=1, max_size=3)), max_size=5
    ),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    cuts=st.lists(st.integers(0, 400), max_size=20),
)
def test_any_cuts_and_any_line_ends(events: list[tuple[str, list[str]]], end: str, cuts: list[int]) -> None:
    lines = []
    for name, data in events:
        lines += [
            ": a comment",
            *([f"event: {name}"] if name else []),
            *(f"data: {line}" for line in data),
            "",
        ]
    content = "".join(f"{line}{end}" for line in lines).encode()
    assert decode(content, cuts) == [(name, "\n".join(data)) for name, data in events]


def test_a_stream_that_ends_without_a_blank_line() -> None:
    assert decode(b"data: one\n\ndata: two", [3, 9]) == [("", "one"), ("", "two")]
    assert decode(b"", []) == []
    assert decode("data: zwölf\n\n".encode("latin-1"), []) == [("", "zw\ufffdlf")]

"""Replies of prompted models become text and calls, however they are cut into pieces."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.models.requests import Piece, TextPiece, ToolCallPiece
from app.engine.models.tool_replies import HiddenCalls, StepDecoder, find_calls

OFFERED = {"get_weather", "add"}


def joined(pieces: list[Piece]) -> tuple[str, list[tuple[str, str]]]:
    text = "".join(p.text for p in pieces if isinstance(p, TextPiece))
    calls: dict[int, list[str]] = {}
    for piece in pieces:
        if isinstance(piece, ToolCallPiece):
            call = calls.setdefault(piece.index, [piece.name, ""])
            call[1] += piece.arguments
    return text, [(name, arguments) for name, arguments in calls.values()]


def decode(reply: str, cuts: list[int]) -> tuple[str, list[tuple[str, str]]]:
    decoder = StepDecoder(OFFERED)
    pieces: list[Piece] = []
    places = sorted({0, len(reply), *(cut % (len(reply) + 1) for cut in cuts)})
    for start, end in itertools.pairwise(places):
        pieces += decoder.feed(reply[start:end])
    pieces += decoder.end()
    first = [p for p in pieces if isinstance(p, ToolCallPiece)][:1]
    assert all(p.id and p.name for p in first)
    return joined(pieces)


CUTS = st.lists(st.integers(0, 500), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(text=st.text(), cuts=CUTS, ascii_only=st.booleans(), indent=st.sampled_from([None, 2]))
def test_a_reply_of_any_text(text: str, cuts: list[int], ascii_only: bool, indent: int | None) -> None:
    reply = json.dumps({"tool": "none", "reply": text}, ensure_ascii=ascii_only, indent=indent)
    assert decode(reply, cuts) == (text, [])


@given(
    arguments=st.dictionaries(st.text(), JSON, max_size=4),
    cuts=CUTS,
    swapped=st.booleans(),
    fenced=st.booleans(),
)
def test_a_call_with_any_arguments(arguments: Any, cuts: list[int], swapped: bool, fenced: bool) -> None:
    step = {"arguments": arguments, "tool": "add"} if swapped else {"tool": "add", "arguments": arguments}
    reply = json.dumps(step)
    if fenced:
        reply = f"```json\n{reply}\n```"
    text, [(name, written)] = decode(reply, cuts)
    assert (text, name) == ("", "add")
    assert json.loads(written) == arguments


@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(
        lambda t: t.strip()[:1] not in {"{", "`", ""}
    ),
    cuts=CUTS,
)
def test_plain_text_is_plain_text(text: str, cuts: list[int]) -> None:
    assert decode(text, cuts) == (text, [])


@pytest.mark.parametrize(
    ("reply", "text", "calls"),
    [
        ('{"tool": "fly", "arguments": {}}', '{"tool": "fly", "arguments": {}}', []),
        ('{"name": "add", "parameters": {"a": 1}}', "", [("add", '{"a": 1}')]),
        ('{"tool": "add"}', "", [("add", "{}")]),
        ('{"tool": "add", "arguments": "{\\"a\\": 1}"}', "", [("add", '{"a": 1}')]),
        ('{"tool": "none", "reply": {"a": 1}}', '{"a": 1}', []),
        ('{"tool": "none", "reply": "cut o', "cut o", []),
        ('{"tool": "add", "arguments": {"a": 1', "", [("add", '{"a": 1')]),
        ('{"city": "Paris"}', '{"city": "Paris"}', []),
        ('{"tool": "none", "reply": "x"} and more', "x", []),
        ("```python\nprint(1)\n```", "```python\nprint(1)\n```", []),
        ("", "", []),
        ('{"reply": "early", "tool": "none"}', "early", []),
        ('{"tool": "none", "reply": "\\ud83d\\ude00 \\ud83d x"}', "😀 \ufffd x", []),
    ],
)
@pytest.mark.parametrize("step", [1, 3, 1000])
def test_odd_steps(reply: str, text: str, calls: list[tuple[str, str]], step: int) -> None:
    assert decode(reply, list(range(0, len(reply), step))) == (text, calls)


def test_the_text_streams() -> None:
    decoder = StepDecoder(OFFERED)
    assert decoder.feed('{"tool": "none", "re') == []
    assert decoder.feed('ply": "Hel') == [TextPiece("Hel")]
    assert decoder.feed('lo"}') == [TextPiece("lo")]
    assert decoder.complete
    assert decoder.feed("\n\n\n\n") == []


@pytest.mark.parametrize(
    "answer",
    [
        '{"name": "get_weather", "arguments": {"city": "Paris"}}',
        '```json\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n```',
        '<tool_call>\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n</tool_call>',
        '[{"name": "get_weather", "arguments": {"city": "Paris"}}]',
        '{"function": {"name": "get_weather", "arguments": {"city": "Paris"}}}',
        '{"type": "function", "function": {"name": "get_weather", "arguments": "{\\"city\\": \\"Paris\\"}"}}',
    ],
)
@pytest.mark.parametrize("step", [1, 7, 1000])
def test_calls_that_hide_in_an_answer(answer: str, step: int) -> None:
    hidden = HiddenCalls(OFFERED)
    shown = "".join(hidden.feed(answer[i : i + step]) for i in range(0, len(answer), step))
    assert shown == ""
    text, [(name, arguments)] = joined(hidden.end())
    assert (text, name, json.loads(arguments)) == ("", "get_weather", {"city": "Paris"})


@pytest.mark.parametrize(
    ("answer", "held"),
    [
        ("Hello", 0),
        ("  The weather is fine", 2),
        ('{"city": "Paris", "degrees": 3}', 8),
        ('{"name": "Anna", "age": 3}', 15),
        ("```python\nprint()\n```", 10),
        ("<b>bold</b>", 1),
        ("[1, 2]", 1),
    ],
)
def test_answers_that_hide_nothing_are_let_through_soon(answer: str, held: int) -> None:
    hidden = HiddenCalls(OFFERED)
    shown = ""
    for place, character in enumerate(answer):
        shown += hidden.feed(character)
        if place > held:
            assert shown, f"still held back after {answer[: place + 1]!r}"
    shown += joined(hidden.end())[0]
    assert shown == answer


def test_two_calls_and_mixtures() -> None:
    both = '<tool_call>{"name": "add", "arguments": {}}</tool_call><tool_call>{"name": "get_weather", "arguments": {}}</tool_call>'
    assert [p.name for p in find_calls(both, OFFERED) if isinstance(p, ToolCallPiece)] == [
        "add",
        "get_weather",
    ]
    assert find_calls('[{"name": "add", "arguments": {}}, {"x": 1}]', OFFERED) == []
    assert find_calls("nothing", OFFERED) == []

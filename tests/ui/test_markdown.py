"""Markdown as it streams in: blocks that never change again, HTML that can do nothing."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ui.transcript import highlight
from app.ui.transcript.blocks import BlockSplitter, split
from app.ui.transcript.markdown_html import is_safe_link, to_html

PIECES = st.lists(
    st.sampled_from(["# Head\n", "- a\n", "  - b\n", "1. x\n", "\n", "```python\n", "```\n", "~~~\n", "word ", "| a | b |\n|---|---|\n", "> q\n", "    four\n", "**b", "`", "ü🎉\n", "\r\n"]),
    max_size=40,
)  # fmt: skip


@given(PIECES, st.integers(1, 9))
def test_pieces_of_any_size_give_the_same_blocks(parts: list[str], size: int) -> None:
    text = "".join(parts)
    splitter = BlockSplitter()
    streamed = [block for i in range(0, len(text), size) for block in splitter.feed(text[i : i + size])]
    assert streamed + splitter.finish() == split(text)


@given(PIECES)
def test_a_finished_block_never_changes(parts: list[str]) -> None:
    splitter, before = BlockSplitter(), []
    for part in parts:
        before += splitter.feed(part)
        assert split("".join(parts))[: len(before)] == before


@given(PIECES)
def test_no_word_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    assert sum(b.text.count("ü🎉") for b in split(text)) >= text.count("ü🎉") - text.count(
        "```"
    ) - text.count("~~~")
    for character in "ab":
        lines = [line for line in text.splitlines() if not line.lstrip().startswith(("```", "~~~"))]
        assert sum(b.text.count(character) for b in split(text)) == sum(
            line.count(character) for line in lines
        )


def test_an_open_fence_is_shown_as_code_that_is_not_closed() -> None:
    splitter = BlockSplitter()
    assert splitter.feed("Look:\n```py\nx = 1\ny") == [split("Look:")[0]]
    (tail,) = splitter.tail
    assert (tail.kind, tail.text, tail.language, tail.closed) == ("code", "x = 1\ny", "py", False)


def test_code_inside_a_list_stands_alone_and_the_numbers_go_on() -> None:
    blocks = split("1. one\n   ```python\n   x = 1\n     y\n   ```\n2. two")
    assert [(b.kind, b.text) for b in blocks] == [
        ("text", "1. one"),
        ("code", "x = 1\n  y"),
        ("text", "2. two"),
    ]
    assert 'start="2"' in to_html(blocks[2].text)


def test_a_longer_fence_keeps_shorter_ones_inside() -> None:
    (block,) = split("````md\n```py\nx\n```\n````")
    assert block.text == "```py\nx\n```"


def test_what_is_very_long_is_written_in_parts_of_its_kind() -> None:
    rows = "".join(f"| {n} | b |\n" for n in range(1000))
    tables = split(f"| a | b |\n|---|---|\n{rows}")
    assert len(tables) > 5
    assert all(to_html(block.text).count("<th>") == 2 for block in tables)
    assert sum(to_html(block.text).count("<tr>") - 1 for block in tables) == 1000
    numbered = split("".join(f"{n}. item\n   - nested\n" for n in range(1, 501)))
    assert len(numbered) > 5
    starts = [re.search(r'<ol start="(\d+)"', to_html(block.text)) for block in numbered[1:]]
    assert all(starts)
    assert sum(to_html(block.text).count("item") for block in numbered) == 500
    lines = split("".join(f"line {n}\n" for n in range(1000)))
    assert len(lines) > 5
    assert sum(block.text.count("line") for block in lines) == 1000


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]


ALLOWED = {"p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "s", "code", "pre", "a", "span",
           "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip


def check(source: str) -> Seen:
    seen = Seen()
    seen.feed(to_html(source))
    assert seen.tags <= ALLOWED, seen.tags - ALLOWED
    for tag, name, value in seen.attributes:
        assert (tag, name) in {
            ("a", "href"),
            ("a", "title"),
            ("ol", "start"),
            ("p", "style"),
            ("th", "align"),
            ("td", "align"),
        } or tag == "table", (tag, name)
        if name == "href":
            assert is_safe_link(value or "")
    return seen


NASTY = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "![x](file:///etc/passwd)",
    "![x](http://tracker.example/a.png)", "[x](file:///etc/passwd)", "<a href='javascript:1'>x</a>", "<b onclick=x>b</b>", "[x](data:text/html,hi)",
    "&lt;script&gt;", "<!-- x --><style>*{}</style>", '[x](https://a.example "t\\" onclick=1")', "\x02klzzwxh:0001\x03", "<javascript:alert(1)>", "[a]: javascript:x\n\n[a]",
    "![a][b]\n\n[b]: file:///x", "\ud800 lone", "\x00null",
]  # fmt: skip


@pytest.mark.parametrize("source", NASTY)
def test_nothing_in_an_answer_can_run_load_or_lead_astray(source: str) -> None:
    check(source)


@settings(max_examples=200)
@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from([*NASTY, "**", "_", "`", "[", "](", ")", "\n", "- ", "> ", "|", "a "]), max_size=12
    ).map("".join)
)
def test_any_text_becomes_harmless_html(source: str) -> None:
    check(source)


@pytest.mark.parametrize(
    "source",
    [
        "[" * 20000,
        "![](" * 5000,
        ">" * 20000,
        "*" * 20000,
        "_a" * 20000,
        "`" * 20001,
        "<" * 20000,
        "- " * 5000,
        "a" * 300_000,
    ],
)
def test_senseless_repetition_does_not_hold_the_window_up(source: str) -> None:
    began = time.process_time()
    assert to_html(source)
    assert time.process_time() - began < 2


def test_words_a_person_expects() -> None:
    assert to_html("a **b** ~~c~~ `d<e`") == "<p>a <strong>b</strong> <s>c</s> <code>d&lt;e</code></p>"
    assert 'href="https://a.example/b_(c)"' in to_html("see https://a.example/b_(c).")
    assert to_html("one\ntwo").count("<br") == 1
    assert to_html("- a\n  - b\n    - c").count("<ul>") == 3
    assert to_html("1. a\n   - b\n2. c").count("<ol>") == 1
    assert re.search(r'<td align="right">1</td>', to_html("| x |\n|--:|\n| 1 |"))


@given(st.text(max_size=200), st.sampled_from(["python", "json", "text", "nonsense", "", "c++"]))
@settings(deadline=None)
def test_colours_lie_within_the_code(code: str, language: str) -> None:
    lines = code.split("\n")
    runs = highlight.colour_runs(code, language, highlight.LIGHT)
    for number, found in enumerate(runs):
        end = 0
        for start, length, _colour in found:
            assert start >= end
            assert length > 0
            end = start + length
        if found:
            assert end <= len(lines[number].encode("utf-16-le", "surrogatepass")) // 2


def test_code_of_known_languages_is_coloured_in_the_right_places() -> None:
    assert highlight.colour_runs("😀 = 'x'\ndef f(): pass", "python", highlight.LIGHT) == [
        [(3, 1, highlight.LIGHT.operator), (5, 3, highlight.LIGHT.string)],
        [(0, 3, highlight.LIGHT.keyword), (4, 1, highlight.LIGHT.name), (9, 4, highlight.LIGHT.keyword)],
    ]
    assert highlight.colour_runs("def f(): pass", "", highlight.LIGHT) == []
    assert highlight.colour_runs("def f(): pass", "nonsense", highlight.LIGHT) == []

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.terminal.columns import Screen, Wrapped, cells, column_width, fit, fits, harmless, table, wrap
from tests.terminal.fake_terminal import Terminal

TEXTS = st.text(alphabet=st.sampled_from("ab 漢字é\u0301👩\u200d👧👍🏽🇩🇪\tß\n\r-"), max_size=120)


def unwrapped(lines: list[str]) -> str:
    return "".join(lines).replace(" ", "")


@given(TEXTS, st.integers(4, 30), st.integers(0, 2**32))
def test_wrapping_loses_nothing_and_fits_however_the_text_arrives(text: str, width: int, seed: int) -> None:
    whole = wrap(text, width)
    assert all(cells(line) <= width for line in whole)
    assert unwrapped(whole) == harmless(text).replace("\n", "").replace(" ", "") or text.endswith("\r")
    chance = random.Random(seed)
    pieces = Wrapped(width)
    seen: list[str] = []
    position = 0
    while position < len(text):
        step = chance.randint(1, 7)
        pieces.add(text[position : position + step])
        position += step
        assert pieces.lines[: len(seen)] == seen, "a final line changed"
        seen = pieces.lines[: pieces.final]
        assert all(cells(line) <= width for line in pieces.lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("a\n\nb\n", 8, ["a", "", "b", ""]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("日本語日本語", 5, ["日本", "語日", "本語"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
        ("a\r\nb", 5, ["a", "b"]),
        ("\tx", 8, ["    x"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_a_model_cannot_steer_the_terminal() -> None:
    evil = "\x1b]0;title\x07\x1b[2Jred\x1b[31m\u202eback\u2066\x9b1m\x7f\ud83d"
    shown = harmless(evil)
    assert "\x1b" not in shown
    assert not set("\x07\u202e\u2066\x9b\x7f\ud83d") & set(shown)
    assert "red" in shown
    assert harmless("a\tb\nc") == "a    b\nc"


def test_fitting() -> None:
    assert fit("abc", 5) == "abc  "
    assert fit("abcdef", 5) == "abcd…"
    assert fit("日本語", 5) == "日本…"
    assert fit("日本語", 4) == "日… "
    assert fits(80, 2)
    assert not fits(80, 4)
    assert not fits(40, 2)


def test_a_megabyte_without_a_break_is_quick() -> None:
    begun = time.perf_counter()
    assert len(wrap("x" * 300_000, 40)) == 7500
    assert time.perf_counter() - begun < 20


def test_two_columns_grow_side_by_side_and_everything_is_there_in_the_end() -> None:
    terminal = Terminal(61, 12)
    screen = Screen(["Left", "Right"], terminal, size=(61, 12))
    left = " ".join(f"l{number}" for number in range(300))
    right = "日本語 " * 40 + "\n\n" + "\n".join(f"line {number}" for number in range(30))
    chance = random.Random(1)
    at = [0, 0]
    texts = [left, right]
    while any(at[c] < len(texts[c]) for c in (0, 1)):
        column = 0 if chance.random() < 0.5 or at[1] >= len(right) else 1
        step = chance.randint(1, 15)
        screen.add(column, texts[column][at[column] : at[column] + step])
        at[column] += step
        screen.note(column, f"note {at[column]}")
        if at[column] >= len(texts[column]):
            screen.end(column)
        screen.draw()
    screen.close()
    rows = terminal.text.split("\n")
    assert rows[0].split() == ["Left", "│", "Right"]
    width = column_width(61, 2)
    halves = [(row.partition("│")[0], row.partition("│")[2]) for row in rows[2:]]
    assert [a.rstrip() for a, _ in halves if a.strip()] == [
        line.rstrip() for line in wrap(left, width) if line.strip()
    ]
    assert [b.strip() for _, b in halves if b.strip()] == [
        line.strip() for line in wrap(right, width) if line.strip()
    ]
    assert "note" not in terminal.text


def test_a_lane_that_lags_far_behind_loses_nothing() -> None:
    terminal = Terminal(61, 10)
    screen = Screen(["A", "B"], terminal, size=(61, 10), colours=False)
    screen.add(1, "late")
    for number in range(100):
        screen.add(0, f"{number}\n")
        screen.draw()
        assert len(terminal.lines) <= 12
    screen.end(0)
    screen.add(1, " answer")
    screen.close()
    rows = [row for row in terminal.text.split("\n")[2:] if row.strip()]
    assert [row.partition("│")[0].strip() for row in rows if row.partition("│")[0].strip()] == [
        str(n) for n in range(100)
    ]
    assert rows[0].endswith("late answer")


def test_a_table_keeps_its_width() -> None:
    lines = table(
        [("Time", ["0.34 s", "1.2 s"]), ("Tokens", ["12", "–"])], ["chat:a-very-long-model-name", "b"], 40
    )
    assert all(cells(line) <= 40 for line in lines)
    assert lines[1].split() == ["Time", "0.34", "s", "1.2", "s"]
    assert len(lines) == 3

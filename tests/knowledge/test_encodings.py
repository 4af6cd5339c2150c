"""Bytes in any usual encoding become the text that was meant, or no text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.knowledge.read.encodings import decode

GERMAN = "Größe und Maß: naïve Façade kostet 30 € – „sehr“ viel für einen Überblick über das Meer."
CASES = {
    "utf-8": (GERMAN, "utf-8"),
    "utf-8 with mark": (GERMAN, "utf-8-sig"),
    "utf-16 with mark": (GERMAN, "utf-16"),
    "utf-16 little": (GERMAN, "utf-16-le"),
    "utf-16 big": (GERMAN, "utf-16-be"),
    "utf-32 with mark": (GERMAN, "utf-32"),
    "western": (GERMAN, "cp1252"),
    "french": ("L’été, la forêt était pleine de fées naïves où l’œuvre naît à Noël.", "cp1252"),
    "russian": ("Маяк на мысе был построен в тысяча восемьсот семьдесят четвёртом году инженером.", "cp1251"),
    "japanese": ("灯台は千八百七十四年に建てられました。その光は十九海里先から見えます。", "shift_jis"),
}


@pytest.mark.parametrize(("text", "encoding"), CASES.values(), ids=CASES.keys())
def test_usual_encodings_are_found(text: str, encoding: str) -> None:
    assert decode((text * 4).encode(encoding)) == text * 4


def test_a_scar_in_utf_8_is_no_other_encoding() -> None:
    data = (GERMAN * 100).encode()
    text = decode(data[:2000] + b"\xff" + data[2000:])
    assert text is not None
    assert text.count("\ufffd") == 1
    assert "Größe" in text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\0" * 500, b"ab\0cd" * 200, b"\x01\x02\x03" * 100]
)
def test_no_text_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_any_utf_8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")

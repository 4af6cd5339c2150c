"""Bytes to text, when nothing says which encoding they are in."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 256 * 1024
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
# One broken byte in two thousand: a text with a scar, not another encoding.
_SCAR_SHARE = 0.0005
_WESTERN_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ]")
# Signs that stand inside a word only when Central European or other letters are misread as Western ones.
_MISREAD = re.compile(r"[A-Za-zÀ-ÿ][¡-¦¨-¬®-¶¸-¿×÷][A-Za-zÀ-ÿ]")


def decode(data: bytes) -> str | None:
    """The text of ``data``, or None when it is no text.

    A byte-order mark decides; then UTF-8 (a few broken bytes become U+FFFD); UTF-16 without a mark by its zero bytes;
    Western Windows text when that gives Western words; and what charset-normalizer thinks. Line ends stay as they are.
    """
    text = _decode(data)
    if text is None:
        return None
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(2, _CONTROL_SHARE * len(sample)):
        return None
    return text


def _decode(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:_SAMPLE]:
        return _utf16_without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    scarred = data.decode("utf-8", "replace")
    broken = scarred.count("\ufffd")
    if broken <= max(1, _SCAR_SHARE * len(data)) and any(
        ord(character) > 0x7F and character != "\ufffd" for character in scarred
    ):
        return scarred
    western = _western(data)
    if western is not None:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return None if best is None else data.decode(best.encoding, "replace")


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.3 * half and even < 0.05 * half:
        return data.decode("utf-16-le", "replace")
    if even > 0.3 * half and odd < 0.05 * half:
        return data.decode("utf-16-be", "replace")
    if odd + even <= max(1, len(sample) // 10_000):  # a stray zero byte in a text
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return None
    return None


def _western(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    letters = len(_WESTERN_LETTERS.findall(sample))
    foreign = sum(1 for character in sample if ord(character) > 0x7F)
    if letters < 0.4 * len(sample) or foreign > 0.35 * letters or _MISREAD.search(sample):
        return None
    return text

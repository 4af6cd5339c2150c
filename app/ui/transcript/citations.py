"""Citations in an answer's text: small numbered links, and the list of sources beneath.

Markers become tokens of private-use characters before the text is read as Markdown, so that neither Markdown nor the text
itself can touch them; the converter turns the tokens into links ``cite:N``, N being the citation's place among the item's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

from app.ui.theme import theme
from app.ui.words import t
from app.workbench.citations import live_markers, name_in, placed
from app.workbench.knowledge_entities import Citation

CITE = "cite:"
SANDBOX = "sandbox:"
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
TOKEN = re.compile(f"{OPEN}(\\d*){MIDDLE}(\\d+){CLOSE}")
_PRIVATE = re.compile(f"[{OPEN}-{CLOSE}]")
_PAD = "\u202f"
MOST_NAME = 60


def cleaned(text: str) -> str:
    """A model's text without the characters that tokens are made of."""
    return _PRIVATE.sub("\ufffd", text) if _PRIVATE.search(text) else text


class LiveNumbers:
    """Numbers for markers while an answer is being written; the same source keeps its number. They lead nowhere yet."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def tokens(self, text: str) -> str:
        """The text with a token for each marker in it."""
        if "†" not in text:
            return text
        parts: list[str] = []
        at = 0
        for start, end, source in live_markers(text):
            number = self._numbers.setdefault(source, len(self._numbers) + 1)
            parts += [text[at:start], token(None, number)]
            at = end
        return "".join([*parts, text[at:]])


def token(index: int | None, number: int) -> str:
    """The token of a citation; without an index it is no link."""
    return f"{OPEN}{'' if index is None else index}{MIDDLE}{number}{CLOSE}"


def with_tokens(text: str, citations: Sequence[Citation]) -> str:
    """A finished answer with a token for each of its citations; the index is the citation's place in ``citations``.

    A marker in brackets is replaced; a bare file name stays, and the number follows it. Made files are links already.
    """
    parts: list[str] = []
    at, last = 0, (-1, -1)
    for place in placed(text, citations):
        span = (place.start, place.end)
        if place.number == 0 or (place.start < at and span != last):
            continue
        if span != last:
            parts.append(text[at : place.start].removesuffix(" "))
            marker = text[place.start : place.end]
            if marker[:1] not in "【[(":
                parts[-1] = text[at : place.end]
        parts.append(token(place.index, place.number))
        at, last = place.end, span
    return "".join([*parts, text[at:]])


def sources_html(text: str, citations: Sequence[Citation]) -> str:
    """The list of sources beneath an answer, as Qt's rich text: numbers with names, then the files that were made.

    A source is named once; its link leads to the first passage that was cited, the pages are those of all of them.
    """
    rows: dict[int, tuple[int, str, list[int]]] = {}
    made: dict[str, tuple[int, str]] = {}
    for place in placed(text, citations):
        cited = citations[place.index]
        name = " ".join((cited.filename or name_in(cited.marker) or cited.file_id).split())
        if place.number == 0:
            made.setdefault(cited.file_id, (place.index, name))
            continue
        _, _, pages = rows.setdefault(place.number, (place.index, name, []))
        if cited.page is not None and cited.page not in pages:
            pages.append(cited.page)
    look = theme()
    small = f"font-size: {look.px('small')}px; margin: 0 0 4px 0;"
    muted = f"color: {look.tokens.text_muted};"
    lines = []
    if rows:
        lines.append(f'<p style="{small} {muted} font-weight: 600; margin-top: 8px;">{t("Sources")}</p>')
    for number, (index, name, pages) in sorted(rows.items()):
        where = (
            f' <span style="{muted}">· {t("page {0}").format(", ".join(map(str, sorted(pages))))}</span>'
            if pages
            else ""
        )
        lines.append(f'<p style="{small}">{link(index, number)}&nbsp;&nbsp;{_named(index, name)}{where}</p>')
    if made:
        lines.append(f'<p style="{small} {muted} font-weight: 600; margin-top: 8px;">{t("Files")}</p>')
    lines += [f'<p style="{small}">{_named(index, name)}</p>' for index, name in made.values()]
    return "".join(lines)


def link(index: int | None, number: int) -> str:
    """A number as Qt's rich text; a link where it leads somewhere."""
    words = f"{_PAD}{number}{_PAD}"
    if index is None:
        return f'<span class="cite">{words}</span>'
    return f'<a class="cite" href="{CITE}{index}">{words}</a>'


def _named(index: int, name: str) -> str:
    shown = name if len(name) <= MOST_NAME else f"{name[: MOST_NAME // 2]}…{name[-MOST_NAME // 2 + 1 :]}"
    return f'<a href="{CITE}{index}">{html.escape(shown)}</a>'


def without_tokens(text: str) -> str:
    """Tokens as plain numbers, where no links can be made."""
    return TOKEN.sub(lambda match: f"[{match[2]}]", text)


def cited_of(address: str, citations: Sequence[Citation]) -> Citation | None:
    """What a link of an answer means: ``cite:3``, or ``sandbox:/mnt/data/x.csv``."""
    if address.startswith(CITE):
        number = address.removeprefix(CITE)
        index = int(number) if number.isdecimal() else -1
        return citations[index] if 0 <= index < len(citations) else None
    from urllib.parse import unquote

    wanted = unquote(address)
    made = [c for c in citations if c.is_path]
    exact = [c for c in made if c.marker in {address, wanted}]
    named = [c for c in made if c.filename == wanted.rpartition("/")[2]]
    return next(iter(exact or named), None)


def inline_processor() -> Any:
    """What turns tokens into links while Markdown is read; the ``markdown`` library is loaded here."""
    from xml.etree.ElementTree import Element

    from markdown.inlinepatterns import InlineProcessor

    class CitationToken(InlineProcessor):
        """A token as a numbered link."""

        def handleMatch(self, m: re.Match[str], _data: str) -> tuple[Element, int, int]:  # type: ignore[override]
            made = Element("a" if m[1] else "span", {"class": "cite"})
            if m[1]:
                made.set("href", f"{CITE}{m[1]}")
            made.text = f"{_PAD}{m[2]}{_PAD}"
            return made, m.start(0), m.end(0)

    return CitationToken(TOKEN.pattern)


def sandbox_processor() -> Any:
    """What turns written-out ``sandbox:`` addresses into links."""
    from xml.etree.ElementTree import Element

    from markdown.inlinepatterns import InlineProcessor

    class SandboxLink(InlineProcessor):
        """The address of a made file, as its name."""

        def handleMatch(self, m: re.Match[str], _data: str) -> tuple[Element, int, int]:  # type: ignore[override]
            address = m.group(0).rstrip(".,;:!?'\"*_")
            made = Element("a", {"href": address})
            made.text = address.rpartition("/")[2]
            return made, m.start(0), m.start(0) + len(address)

    return SandboxLink(r"sandbox:/[^\s<>()\x02\x03`\"]+[^\s<>()\x02\x03`\"]")

"""Turns a Markdown block into the HTML that Qt's rich text knows; nothing in it can load, run or pretend anything.

Models write the text, so it is untrusted: raw HTML is shown as it is written, links lead to ``http``, ``https`` and
``mailto`` only, images are never loaded but named with their address as a link.
"""

from __future__ import annotations

import html
import re
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.ui.transcript.citations import inline_processor, sandbox_processor, without_tokens

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})

MAX_BRACKETS = 300
"""More opening brackets than this in one block cost the parser seconds; such text is shown as it is written."""

OWN_SCHEMES = ("cite:", "sandbox:")
"""Links within the program: to a cited passage, to a file that code made. They open nothing by themselves."""

_ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\x02\x03]")
_local = threading.local()


def to_html(text: str) -> str:
    """Render one text block (no fenced code: see :mod:`app.ui.transcript.highlight`)."""
    clean = _CONTROL.sub("\ufffd", text.expandtabs(4))
    if _ITEM.match(clean):
        clean = _even_indents(clean)
    elif clean.startswith(" "):
        clean = _dedent(clean)
    if (
        clean.count("[") > MAX_BRACKETS
        or clean.count(">") > 2000
        or _deepest_quote(clean) > 20
        or len(clean) > 200_000
    ):
        return plain(text)  # nested without sense: the parser would take seconds
    try:
        return _converter().reset().convert(clean)
    except RecursionError:
        return plain(text)


def plain(text: str) -> str:
    """Render text as it is written, with its line breaks and spaces."""
    clean = _CONTROL.sub("\ufffd", without_tokens(text))
    return f'<p style="white-space: pre-wrap;">{html.escape(clean)}</p>'


def is_safe_link(address: str) -> bool:
    """Whether an address may be opened when a person clicks it."""
    try:
        return urlsplit(address.strip()).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def _deepest_quote(text: str) -> int:
    return max((len(line) - len(line.lstrip("> ")) for line in text.split("\n")), default=0)


def _dedent(text: str) -> str:
    """Take the indentation of what followed a code block inside a list away: alone it would count as code."""
    lines = text.split("\n")
    width = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join(line[width:] for line in lines)


def _even_indents(text: str) -> str:
    """Write nested lists with four spaces a level, as the parser wants them; models use two or three."""
    out: list[str] = []
    levels: list[int] = []
    for line in text.split("\n"):
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item:
            while levels and indent < levels[-1]:
                levels.pop()
            if not levels or indent > levels[-1] + 1:
                levels.append(indent)
            out.append("    " * (len(levels) - 1) + line.lstrip(" "))
        elif line.strip() and levels:
            depth = sum(1 for level in levels if indent > level)
            out.append("    " * depth + line.lstrip(" "))
        else:
            out.append(line)
    return "\n".join(out)


def _converter() -> Markdown:
    """One converter a thread: it keeps state while it converts."""
    found: Markdown | None = getattr(_local, "converter", None)
    if found is None:
        found = _local.converter = _make_converter()
    return found


def _make_converter() -> Markdown:
    import markdown
    from markdown.inlinepatterns import SimpleTagInlineProcessor
    from markdown.treeprocessors import Treeprocessor

    class Harmless(Treeprocessor):
        """Takes away what could load or lead somewhere else, and gives tables the lines that Qt draws."""

        def run(self, root: Element) -> None:
            for parent in list(root.iter()):
                for child in list(parent):
                    if child.tag == "img":
                        _name_image(child)
            for element in root.iter():
                address = str(element.get("href", ""))
                if element.tag == "a" and not (is_safe_link(address) or address.startswith(OWN_SCHEMES)):
                    element.tag = "span"
                    element.attrib.clear()
                elif element.tag == "table":
                    element.attrib.update(
                        {
                            "cellpadding": "6",
                            "cellspacing": "0",
                            "border": "1",
                            "style": "border-collapse: collapse;",
                        }
                    )
                elif element.tag in {"th", "td"}:
                    align = re.search(r"text-align: (left|right|center)", str(element.get("style", "")))
                    element.attrib.clear()
                    if align:
                        element.set("align", align[1])

    converter = markdown.Markdown(
        extensions=["tables", "sane_lists", "nl2br"], tab_length=4, output_format="html"
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("entity", strict=False)
    for name in ("reference", "image_reference", "short_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(name, strict=False)
    converter.parser.blockprocessors.deregister("reference", strict=False)
    converter.inlinePatterns.register(
        SimpleTagInlineProcessor(r"()~~(?!\s)(.+?)(?<!\s)~~", "s"), "strike", 55
    )
    converter.inlinePatterns.register(_bare_link(), "bare_link", 115)
    converter.inlinePatterns.register(sandbox_processor(), "sandbox_link", 116)
    converter.inlinePatterns.register(inline_processor(), "citation", 185)
    converter.treeprocessors.register(Harmless(converter), "harmless", -10)
    return converter


def _name_image(image: Any) -> None:
    words = str(image.get("alt") or "").strip() or "image"
    address = str(image.get("src") or "")
    tail = image.tail
    image.clear()
    image.tail = tail
    image.text = f"[image: {words}]"
    if is_safe_link(address):
        image.tag = "a"
        image.set("href", address)
    else:
        image.tag = "span"


def _bare_link() -> Any:
    from xml.etree.ElementTree import Element as NewElement

    from markdown.inlinepatterns import InlineProcessor

    class BareLink(InlineProcessor):
        """Makes written-out web addresses links."""

        def handleMatch(self, m: re.Match[str], _data: str) -> tuple[Element, int, int]:  # type: ignore[override]
            address = m.group(0)
            while address and address[-1] in ".,;:!?)'\"*_":
                if address[-1] == ")" and address.count("(") >= address.count(")"):
                    break
                address = address[:-1]
            link = NewElement("a", {"href": address})
            link.text = address
            return link, m.start(0), m.start(0) + len(address)

    return BareLink(r"(?<![\w/])https?://[^\s<>\x02\x03`\"]+[^\s<>\x02\x03`\"]")

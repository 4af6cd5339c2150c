"""HTML pages: the text that a person sees, block by block, under its headings."""

from __future__ import annotations

import re
from typing import Any

from app.knowledge.documents import Document, Writer, invalid

_DEPTH_LIMIT = 20_000
_HIDDEN = {
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "svg",
    "math",
    "iframe",
    "object",
    "canvas",
    "select",
}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul", "option", "textarea", "button",
}  # fmt: skip
_CELLS = {"td", "th"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\n\r\f]+")


class _Page:
    """Puts text together: white space as a browser would, a new line for every block, a tab between cells."""

    def __init__(self) -> None:
        self.writer = Writer("html")
        self._line: list[str] = []
        self._heading: int | None = None

    def text(self, text: str, *, preformatted: bool) -> None:
        if preformatted:
            self._line.append(text)
            return
        text = _SPACE.sub(" ", text)
        if text.startswith(" ") and (not self._line or self._line[-1][-1:] in {" ", "\n", "\t", ""}):
            text = text[1:]
        if text:
            self._line.append(text)

    def break_line(self) -> None:
        self._line.append("\n")

    def cell(self) -> None:
        if "".join(self._line).strip():
            self._line = ["".join(self._line).rstrip(), "\t"]

    def begin(self, heading: int | None) -> None:
        self.flush()
        self._heading = heading

    def flush(self) -> None:
        text = "".join(self._line).strip("\n").rstrip()
        self._line = []
        level, self._heading = self._heading, None
        if text.strip():
            if level is not None:
                self.writer.heading(level, text)
            self.writer.add(text)


def read_html(text: str) -> Document:
    """Read a page; scripts, styles and what is marked hidden are left out, the title stands first.

    Raises:
        Unreadable: elements are nested too deeply.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    page = _Page()
    title = tree.css_first("head title")
    if title is not None:
        page.text(title.text(), preformatted=False)
        page.flush()
    if tree.body is not None:
        _walk(tree.body, page)
    page.flush()
    return page.writer.finish()


def _walk(root: Any, page: _Page) -> None:
    # (node, whether it is being left, whether it is preformatted)
    stack: list[tuple[Any, bool, bool]] = [(root, False, False)]
    while stack:
        if len(stack) > _DEPTH_LIMIT * 4:
            raise invalid("The page's elements are nested too deeply.")
        node, leaving, preformatted = stack.pop()
        tag = node.tag or ""
        if leaving:
            if tag in _CELLS:
                page.cell()
            else:
                page.flush()
            continue
        if tag == "-text":
            page.text(node.text_content or "", preformatted=preformatted)
            continue
        if tag in _HIDDEN or tag.startswith(("-", "_", "!")):
            continue
        attributes = node.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            continue
        if tag == "br":
            page.break_line()
            continue
        if tag in _BLOCKS:
            page.begin(_HEADINGS.get(tag))
            stack.append((node, True, preformatted))
        elif tag in _CELLS:
            stack.append((node, True, preformatted))
        preformatted = preformatted or tag in {"pre", "textarea"}
        children = []
        child = node.child
        while child is not None:
            children.append((child, False, preformatted))
            child = child.next
        stack.extend(reversed(children))

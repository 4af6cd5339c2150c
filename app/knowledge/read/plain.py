"""Text files: as they are, word for word, with their lines; Markdown with its headings; HTML through its own reader."""

from __future__ import annotations

import re
from pathlib import Path

from app.knowledge.documents import Document, Writer, invalid, unsupported
from app.knowledge.read.encodings import decode

# Five million tokens, the most that is taken, are far less than this in any language.
SIZE_LIMIT = 160 * 1024 * 1024
_MARKDOWN = {".md", ".markdown", ".mdown", ".mkd", ".rst", ".qmd", ".rmd"}
_HTML = {".html", ".htm", ".xhtml"}
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_HTML_TAG = re.compile(r"<(?:html|head|body|div|p|h[1-6]|table|ul|ol|span|article|section|br|a)\b", re.I)
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def read_text(path: Path, filename: str) -> Document:
    """Read a text file.

    Raises:
        Unreadable: it is no text, or too much.
    """
    if path.stat().st_size > SIZE_LIMIT:
        raise invalid(f"The text is larger than {SIZE_LIMIT // 1024 // 1024} MB.")
    text = decode(path.read_bytes())
    if text is None:
        raise unsupported("The file is neither a document of a known type nor text.")
    text = clean_surrogates(text)
    extension = Path(filename).suffix.lower()
    if _HTML_START.match(text[:4096]) or (extension in _HTML and _HTML_TAG.search(text[:65536])):
        from app.knowledge.read.web import read_html

        return read_html(text)
    if extension in _MARKDOWN:
        return _markdown(text)
    writer = Writer("text" if extension in {"", ".txt"} else extension.removeprefix("."))
    writer.add(text, line=1, end="")
    return writer.finish()


def clean_surrogates(text: str) -> str:
    """Lone surrogates, which no encoding writes, become U+FFFD, one for one."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _markdown(text: str) -> Document:
    """The text word for word; every heading begins a new block that includes the heading's own line."""
    writer = Writer("md")
    lines = text.splitlines(keepends=True)
    fence: str | None = None
    start, counted = 0, 1
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark:
            if fence is None:
                fence = mark.group(1)
            elif mark.group(1).startswith(fence):
                fence = None
        if fence is not None:
            continue
        found: tuple[int, str] | None = None
        heading = _HEADING.match(line)
        if heading:
            found = len(heading.group(1)), heading.group(2)
        elif line.strip() and index + 1 < len(lines) and _is_underline(lines, index):
            found = (1 if "=" in lines[index + 1] else 2), line.strip()
        if found:
            counted = _flush(writer, lines, start, index, counted)
            writer.heading(*found)
            start = index
    _flush(writer, lines, start, len(lines), counted)
    return writer.finish()


def _is_underline(lines: list[str], index: int) -> bool:
    mark = _UNDERLINE.match(lines[index + 1])
    first = lines[index].lstrip()[:1]
    return bool(mark and len(mark.group(1)) >= 3 and first not in {"-", "*", "+", ">", "|", "=", "#"})


def _flush(writer: Writer, lines: list[str], start: int, stop: int, line: int) -> int:
    part = "".join(lines[start:stop])
    writer.add(part, line=line, end="")
    return line + part.count("\n")

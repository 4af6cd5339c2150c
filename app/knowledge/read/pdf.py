"""PDF documents, page by page, through PDFium."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from app.knowledge.documents import Document, Writer, invalid, unsupported
from app.knowledge.read.plain import clean_surrogates

_HYPHEN = re.compile("[\x02\ufffe]\r?\n?")  # PDFium's mark for a word broken at a line's end
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_PAGE_LIMIT = 20_000
_HEADING_DEPTH = 6


def read_pdf(path: Path) -> Document:
    """Read the text layer of a PDF.

    Raises:
        Unreadable: needs a password, is damaged, or has no text (scanned pages).
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        if "password" in reason or "security" in reason:
            raise invalid("The PDF needs a password; save it without one.") from error
        raise invalid("The PDF is damaged and cannot be opened.") from error
    try:
        return _pages(pdf, pypdfium2.PdfiumError)
    finally:
        pdf.close()


def _pages(pdf: Any, failure: type[Exception]) -> Document:
    count = len(pdf)
    if count == 0:
        raise invalid("The PDF has no pages.")
    if count > _PAGE_LIMIT:
        raise invalid(f"The PDF has more than {_PAGE_LIMIT:,} pages.")
    outline = _outline(pdf)
    writer = Writer("pdf")
    empty, broken = [], []
    for index in range(count):
        try:
            text = _page_text(pdf, index)
        except failure:
            broken.append(index + 1)
            continue
        if not text.strip():
            empty.append(index + 1)
        _write_page(writer, text, index + 1, outline.get(index, []))
    if len(broken) == count:
        raise invalid("The PDF is damaged: none of its pages can be read.")
    if len(empty) + len(broken) == count:
        raise unsupported(
            "The PDF has no text layer: its pages are pictures (a scan). Run text recognition (OCR) on it first."
        )
    if broken:
        writer.note(f"{len(broken)} of {count} pages are damaged and were left out.")
    if empty:
        writer.note(f"{len(empty)} of {count} pages have no text.")
    return writer.finish()


def _page_text(pdf: Any, index: int) -> str:
    page = pdf[index]
    try:
        layer = page.get_textpage()
        try:
            text = layer.get_text_range() if layer.count_chars() else ""
        finally:
            layer.close()
    finally:
        page.close()
    text = _HYPHEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return clean_surrogates(_CONTROL.sub("", text))


def _outline(pdf: Any) -> dict[int, list[tuple[int, str]]]:
    """Bookmarks by page index: their levels and titles."""
    found: dict[int, list[tuple[int, str]]] = {}
    try:
        for item in pdf.get_toc(max_depth=_HEADING_DEPTH):
            target = item.get_dest()
            page = target.get_index() if target is not None else None
            if page is not None:
                found.setdefault(page, []).append((item.level + 1, item.get_title() or ""))
    except Exception:  # noqa: BLE001 - a broken outline is no reason to refuse the text
        return found
    return found


def _write_page(writer: Writer, text: str, number: int, bookmarks: list[tuple[int, str]]) -> None:
    """Write a page; a bookmark whose title is found in the text takes effect there, else at the page's start."""
    at = 0
    for level, title in bookmarks:
        words = title.split()
        place = None
        if words:
            pattern = r"\s+".join(re.escape(word) for word in words)
            place = re.compile(pattern, re.IGNORECASE).search(text, at)
        if place is not None and place.start() > at:
            writer.add(text[at : place.start()], page=number, end="")
            at = place.start()
        writer.heading(level, title)
    writer.add(text[at:], page=number)

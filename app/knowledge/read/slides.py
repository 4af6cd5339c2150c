"""PowerPoint presentations (.pptx): every text on every slide, with the speaker's notes.

A walk over the slides' own XML finds the text of any shape, also of those that no library knows by name (diagrams,
graphics of newer versions).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.knowledge.documents import Document, Writer, invalid
from app.knowledge.read.ooxml import Package, attribute, local, text_lines

_TITLES = {"title", "ctrTitle"}
_PLACEHOLDERS = {"sldNum", "dt", "ftr", "hdr"}  # slide number, date, footer: the same on every slide
_TEXT_PARTS = ("diagramData", "chart", "comments")


def read_pptx(path: Path) -> Document:
    """Read a presentation; a slide's number is its page, its title its heading.

    Raises:
        Unreadable: it is damaged or has no slides.
    """
    writer = Writer("pptx")
    with Package(path) as package:
        slides = _slides(package)
        if not slides:
            raise invalid("The presentation has no slides.")
        for number, part in enumerate(slides, start=1):
            _slide(package, part, number, writer)
    return writer.finish()


def _slides(package: Package) -> list[str]:
    """The slides' parts in the order of showing."""
    main = package.main_part("ppt/presentation.xml")
    relations = package.relations(main)
    ordered = []
    for element in package.tree(main).iter():
        if local(element) == "sldId":
            for key, value in element.attrib.items():
                relation = relations.get(str(value)) if key.endswith("}id") else None
                if relation is not None and package.has(relation.target):
                    ordered.append(relation.target)
    return ordered


def _slide(package: Package, part: str, number: int, writer: Writer) -> None:
    root = package.tree(part)
    shapes: list[tuple[str, bool]] = []
    for shape in _shapes(root):
        kind = _placeholder(shape)
        if kind not in _PLACEHOLDERS:
            text = "\n".join(text_lines(shape))
            if text.strip():
                shapes.append((text, kind in _TITLES))
    title = next((text for text, is_title in shapes if is_title), None)
    writer.no_heading()
    if title is not None:
        writer.heading(1, title)
        shapes.sort(key=lambda shape: not shape[1])
    for text, _ in shapes:
        writer.add(text, page=number)
    for relation in package.relations(part).values():
        if relation.kind in _TEXT_PARTS and package.has(relation.target):
            text = "\n".join(text_lines(package.tree(relation.target)))
            if text.strip():
                writer.add(text, page=number)
        elif relation.kind == "notesSlide" and package.has(relation.target):
            for shape in _shapes(package.tree(relation.target)):
                if _placeholder(shape) == "body":
                    text = "\n".join(text_lines(shape))
                    if text.strip():
                        writer.add(text, page=number)


def _shapes(element: Any) -> list[Any]:
    """Everything with text of its own, in the file's order; of alternatives only the first."""
    found = []
    for child in element:
        name = local(child)
        if name == "Fallback":
            continue
        if name in {"sp", "graphicFrame", "cxnSp", "pic"}:
            found.append(child)
        elif name:
            found += _shapes(child)
    return found


def _placeholder(shape: Any) -> str | None:
    for element in shape.iter():
        if local(element) == "ph":
            return attribute(element, "type") or ""
        if local(element) == "txBody":
            return None
    return None

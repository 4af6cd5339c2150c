"""Word documents (.docx): paragraphs, tables, text boxes, notes, headers and footers, in the order of reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.knowledge.documents import Document, Writer
from app.knowledge.read.ooxml import Package, attribute, local, text_lines

# Deleted or moved text, field instructions, and formatting, none of which is shown.
_SKIPPED = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "rPr",
    "pPr",
    "sectPr",
    "tblPr",
    "trPr",
    "tcPr",
    "Fallback",
}
_TITLE_STYLES = {"title": 0}
_BODY_LEVEL = 9


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.writer = Writer("docx")
        self.page = 1
        self.paged = False
        self.levels: dict[str, int] = {}

    def read(self) -> Document:
        main = self.package.main_part("word/document.xml")
        relations = self.package.relations(main).values()
        for relation in relations:
            if relation.kind == "styles" and self.package.has(relation.target):
                self.levels = _heading_levels(self.package.tree(relation.target))
        for element in self.package.elements(main, "body"):
            self.block(element)
        self.writer.no_heading()
        for kind, parent in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
            for relation in relations:
                if relation.kind == kind and self.package.has(relation.target):
                    for element in self.package.elements(relation.target, parent):
                        self.block(element, shown_page=False)
        for relation in relations:
            if relation.kind in {"chart", "diagramData"} and self.package.has(relation.target):
                self.writer.add("\n".join(text_lines(self.package.tree(relation.target))))
        self.repeated({relation.target for relation in relations if relation.kind in {"header", "footer"}})
        return self.writer.finish()

    def repeated(self, parts: set[str]) -> None:
        """Headers and footers: each text once."""
        seen: set[str] = set()
        for part in sorted(parts):
            if not self.package.has(part):
                continue
            root = self.package.tree(part)
            lines = [text for text in (self.inline(element).strip() for element in root) if text]
            text = "\n".join(lines)
            if text and text not in seen:
                seen.add(text)
                self.writer.add(text)

    def block(self, element: Any, *, shown_page: bool = True) -> None:
        """A child of the body: a paragraph, a table, or something that holds such."""
        name = local(element)
        if name in _SKIPPED:
            return
        page = self.page
        if name == "p":
            level = self.level(element)
            text = self.inline(element).strip("\n")
            if level is not None and text.strip():
                self.writer.heading(level, text)
        elif name == "tbl":
            text = self.table(element)
        else:
            for child in element:
                self.block(child, shown_page=shown_page)
            return
        if text.strip():
            self.writer.add(text, page=page if shown_page else None)

    def table(self, element: Any) -> str:
        rows = []
        for row in _descend(element, "tr"):
            cells = []
            for cell in _descend(row, "tc"):
                parts = [self.inline(child).strip() for child in cell]
                cells.append(" ".join(" ".join(parts).split()))
            if any(cells):
                rows.append("\t".join(cells).rstrip("\t"))
        return "\n".join(rows)

    def inline(self, element: Any) -> str:
        """All shown text below an element; paragraphs inside it (text boxes, nested tables) stand on lines of their own."""
        parts: list[str] = []
        for child in element:
            name = local(child)
            if name in _SKIPPED or not name:
                continue
            if name == "t":
                parts.append(child.text or "")
            elif name in {"tab", "ptab"}:
                parts.append("\t")
            elif name in {"br", "cr"}:
                if attribute(child, "type") == "page":
                    self.page += 1
                    self.paged = True
                parts.append("\n")
            elif name == "lastRenderedPageBreak":
                self.page += 1
                self.paged = True
            elif name == "noBreakHyphen":
                parts.append("-")
            elif name in {"p", "tr"}:
                parts.append("\n" + self.inline(child))
            elif name == "tc":
                parts.append(self.inline(child).strip() + "\t")
            else:
                parts.append(self.inline(child))
        return "".join(parts)

    def level(self, paragraph: Any) -> int | None:
        """The level of a heading (1 …), None for other paragraphs."""
        for properties in paragraph:
            if local(properties) != "pPr":
                continue
            style = None
            for item in properties:
                if local(item) == "outlineLvl":
                    return _level(attribute(item, "val"))
                if local(item) == "pStyle":
                    style = attribute(item, "val")
            return self.levels.get(style or "")
        return None


def _level(value: str | None) -> int | None:
    number = int(value) + 1 if value and value.isdigit() else _BODY_LEVEL + 1
    return number if number <= _BODY_LEVEL else None


def _descend(element: Any, wanted: str) -> list[Any]:
    """Children of that name, also inside content controls and inserted parts, but not inside nested tables."""
    found = []
    for child in element:
        name = local(child)
        if name == wanted:
            found.append(child)
        elif name in {"sdt", "sdtContent", "ins", "customXml", "smartTag"}:
            found += _descend(child, wanted)
    return found


def _heading_levels(styles: Any) -> dict[str, int]:
    """Levels of the styles that make headings, own or inherited."""
    own: dict[str, int | None] = {}
    parents: dict[str, str] = {}
    for style in styles:
        if local(style) != "style":
            continue
        key = attribute(style, "styleId") or ""
        for item in style:
            name = local(item)
            if name == "name":
                title = (attribute(item, "val") or "").lower()
                if title.startswith("heading ") and title[8:].isdigit():
                    own[key] = _level(str(int(title[8:]) - 1))
                elif title in _TITLE_STYLES:
                    own[key] = _TITLE_STYLES[title]
            elif name == "basedOn":
                parents[key] = attribute(item, "val") or ""
            elif name == "pPr":
                for detail in item:
                    if local(detail) == "outlineLvl":
                        own[key] = _level(attribute(detail, "val"))
    found = {}
    for key in set(own) | set(parents):
        current, steps = key, 0
        while current not in own and current in parents and steps < 20:
            current, steps = parents[current], steps + 1
        level = own.get(current)
        if level is not None:
            found[key] = level
    return found


def read_docx(path: Path) -> Document:
    """Read a .docx document; pages are those that Word counted when it saved the file.

    Raises:
        Unreadable: it is damaged.
    """
    with Package(path) as package:
        reader = _Reader(package)
        document = reader.read()
    if reader.paged:
        return document
    # Nothing in the file tells where pages end.
    return Document(
        document.text,
        document.kind,
        tuple(type(block)(block.start, None, block.line, block.heading) for block in document.blocks),
        document.headings,
        document.notes,
    )

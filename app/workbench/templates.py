"""Templates: assistants to begin with, each with sample files and prompts (``resources/templates``, ``resources/samples``).

A template is a JSON file: ``id``, ``order``, ``name``, ``icon``, ``summary``, ``shows`` (what one can learn from it),
``remark`` (what it needs, honestly), ``needs`` (abilities of the model), ``assistant`` (fields of the API without a model),
``knowledge`` and ``code_files`` (sample files), ``handlers`` (what answers its functions), ``sample_prompts``. A folder
beside them, named like a language (``de``), holds what a template says in it: the same fields, of ``assistant`` those that
differ. What is not there is English.
"""

from __future__ import annotations

import functools
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path

from app.core.entities import Json
from app.core.paths import resource
from app.workbench.portability.package import Package, PackedFile, PackedStore

log = logging.getLogger(__name__)

FIRST = "handbook"
"""The template that a first start begins with."""


@dataclass(frozen=True)
class Template:
    """One template; ``package`` makes an assistant of it."""

    id: str
    name: str
    icon: str
    summary: str
    shows: tuple[str, ...] = ()
    remark: str = ""
    needs: tuple[str, ...] = ()
    assistant: Json = field(default_factory=dict)
    knowledge: tuple[tuple[str, tuple[Path, ...]], ...] = ()
    code_files: tuple[Path, ...] = ()
    handlers: Json = field(default_factory=dict)
    sample_prompts: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All of its sample files."""
        return (*(file for _, files in self.knowledge for file in files), *self.code_files)

    def package(self, model: str) -> Package:
        """The assistant of this template on ``model``."""
        return Package(
            assistant={"name": self.name, **self.assistant, "model": model},
            stores=tuple(
                PackedStore({"name": name}, tuple(PackedFile(file.name, file) for file in files))
                for name, files in self.knowledge
            ),
            code_files=tuple(PackedFile(file.name, file) for file in self.code_files),
            extras={"sample_prompts": list(self.sample_prompts), "template": self.id},
            handlers=self.handlers,
        )


@functools.cache
def templates(language: str = "en") -> tuple[Template, ...]:
    """All templates in a language, in the gallery's order. One that cannot be read is left out."""
    found: list[tuple[int, Template]] = []
    for file in sorted(resource("templates").glob("*.json")):
        try:
            data = json.loads(file.read_text("utf-8"))
            if (own := file.parent / language / file.name).is_file():
                said = json.loads(own.read_text("utf-8"))
                data = {**data, **said, "assistant": {**data["assistant"], **said.get("assistant", {})}}
            found.append((int(data["order"]), _template(data)))
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("the template %s cannot be read: %s", file.name, error)
    return tuple(template for _, template in sorted(found, key=lambda pair: pair[0]))


def template(template_id: str, language: str = "en") -> Template:
    """One template. Raises ``KeyError``."""
    return {found.id: found for found in templates(language)}[template_id]


def _template(data: Json) -> Template:
    return Template(
        id=data["id"],
        name=data["name"],
        icon=data["icon"],
        summary=data["summary"],
        shows=tuple(data.get("shows", ())),
        remark=data.get("remark", ""),
        needs=tuple(data.get("needs", ())),
        assistant=data["assistant"],
        knowledge=tuple(
            (store["name"], tuple(_sample(name) for name in store["files"]))
            for store in data.get("knowledge", ())
        ),
        code_files=tuple(_sample(name) for name in data.get("code_files", ())),
        handlers=data.get("handlers", {}),
        sample_prompts=tuple(data.get("sample_prompts", ())),
    )


def _sample(name: str) -> Path:
    return resource("samples", *name.split("/"))

"""A whole assistant outside of any engine: its fields, its knowledge, its files, what answers its functions.

Templates, bundle files and exports all are packages; :class:`app.workbench.portability.moving.Mover` puts them into an
engine and takes them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.entities import Json

FIELDS = (
    "name",
    "description",
    "instructions",
    "model",
    "temperature",
    "top_p",
    "reasoning_effort",
    "tools",
    "response_format",
    "metadata",
)
"""The assistant's fields that a package carries as they are; its files are carried themselves."""


@dataclass(frozen=True)
class PackedFile:
    """A file with what an engine has to know of it.

    Attributes:
        filename: its name in the engine.
        path: where its bytes are on this computer.
        purpose: the API's purpose of it.
        attributes: for knowledge: the file's labels, by which a search can be narrowed.
        chunking_strategy: for knowledge: how it is cut into pieces; None is the engine's own way.
    """

    filename: str
    path: Path
    purpose: str = "assistants"
    attributes: Json | None = None
    chunking_strategy: Json | None = None


@dataclass(frozen=True)
class PackedStore:
    """A collection of knowledge (a vector store): its own fields, and its files in order."""

    fields: Json = field(default_factory=dict)
    files: tuple[PackedFile, ...] = ()


@dataclass(frozen=True)
class Package:
    """An assistant with everything that belongs to it.

    Attributes:
        assistant: its fields (:data:`FIELDS`).
        stores: its knowledge.
        code_files: files that its code interpreter finds.
        extras: what this program keeps beside the API's fields (sample prompts …).
        handlers: what answers its functions, by function name, without any secret.
    """

    assistant: Json
    stores: tuple[PackedStore, ...] = ()
    code_files: tuple[PackedFile, ...] = ()
    extras: Json = field(default_factory=dict)
    handlers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def files(self) -> tuple[PackedFile, ...]:
        """All files."""
        return (*(file for store in self.stores for file in store.files), *self.code_files)

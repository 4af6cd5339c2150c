"""What the window says about models of this computer: size, limits, licence; and whether a file is a model at all.

The facts come from the same catalogue that the engine reads (``resources/models/catalogue.json``).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.connections import catalog
from app.connections.catalog import ModelAbilities
from app.connections.profile import Profile
from app.core.errors import InvalidInput
from app.core.paths import resource

_GGUF_MAGIC = b"GGUF"


@dataclass(frozen=True)
class ModelFacts:
    """A known local model. ``bytes`` is its file's size (None if not known), ``memory`` what it takes when loaded."""

    id: str
    name: str
    bytes: int | None
    memory: int
    context: int
    licence: str
    tools: Literal["none", "prompted", "native"]
    remark: str


_profiles: Callable[[], Iterable[Profile]] = tuple


def use_connections(profiles: Callable[[], Iterable[Profile]]) -> None:
    """Say where the connections are, whose services tell what their models can do; once, when the program starts."""
    global _profiles  # noqa: PLW0603 - the facts are read in many places that know no connections
    _profiles = profiles


def abilities(wire_name: str) -> ModelAbilities | None:
    """What is known of a model by its name on the engine's wire (``model`` or ``connection/model``), None if nothing is."""
    return catalog.by_wire_name(wire_name, _profiles())


def retirement(wire_name: str) -> str:
    """When a model's service switches it off, in words (“retires on 4 May 2027”); empty if it says nothing of that."""
    known = abilities(wire_name)
    return catalog.retirement(known.shutdown_date) if known is not None else ""


@functools.cache
def _catalogue() -> tuple[str, dict[str, ModelFacts]]:
    data: dict[str, Any] = json.loads(resource("models", "catalogue.json").read_text("utf-8"))
    names = tuple(ModelFacts.__dataclass_fields__)
    return str(data["builtin"]), {
        item["id"]: ModelFacts(**{name: item[name] for name in names}) for item in data["models"]
    }


def builtin() -> ModelFacts:
    """The model that comes with the program."""
    chosen, models = _catalogue()
    return models[chosen]


def facts(model_id: str) -> ModelFacts | None:
    """What is known about a local model, None for one that is in no catalogue."""
    return _catalogue()[1].get(model_id)


def check_model_file(path: str) -> Path:
    """Check that a file can be offered as a model.

    Raises:
        InvalidInput: it does not exist, cannot be read, or is no GGUF file.
    """
    file = Path(path).expanduser()
    advice = "Model files for this program end in .gguf."
    try:
        with file.open("rb") as opened:
            head = opened.read(len(_GGUF_MAGIC))
    except OSError as error:
        raise InvalidInput(
            f"The file {file.name} cannot be read.", field="model_file", advice=advice, details=str(error)
        ) from None
    if head != _GGUF_MAGIC:
        raise InvalidInput(f"{file.name} is no model file (GGUF).", field="model_file", advice=advice)
    return file.absolute()


def model_id_of(path: str | Path) -> str:
    """The id under which the engine offers a model file: its name without the ending."""
    return Path(path).stem


def size_words(size: int | None) -> str:
    """Write a size in bytes as people read it: ``98 MB``, ``1.1 GB``; empty if unknown."""
    if size is None:
        return ""
    if size >= 1_000_000_000:
        return f"{size / 1e9:.1f} GB"
    return f"{max(1, round(size / 1e6))} MB" if size >= 100_000 else f"{max(1, round(size / 1e3))} kB"

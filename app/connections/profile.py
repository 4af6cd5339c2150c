"""Connections: where a model service is, without its key.

Profiles are kept as JSON in the user's config folder and read by two programs: the window (which edits them) and the
engine (which routes models by them). A profile names a keyring entry; the key itself is never in the file.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from app.core.errors import StorageFailed
from app.core.settings import write_json

log = logging.getLogger(__name__)

ServiceKind = Literal["openai", "azure", "compatible"]


@dataclass(frozen=True)
class Profile:
    """One service. ``id`` is a slug; the engine offers its models as ``<id>/<model>``.

    ``models`` is what the service listed at the last test (or what a person typed where it lists nothing).
    ``facts`` is what it said of them then, by model: context length, tool calling, when it is switched off
    (:mod:`app.connections.catalog`). ``keyring_entry`` is the name of the key in the keyring; empty means that the service needs none.
    """

    id: str
    name: str
    base_url: str
    kind: ServiceKind = "compatible"
    keyring_entry: str = ""
    models: tuple[str, ...] = ()
    organization: str = ""
    project: str = ""
    api_version: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    proxy: str = ""
    ca_file: str = ""
    timeout: float = 600.0
    api: Literal["chat", "responses"] = "chat"
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)


def slug(name: str, taken: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    """Make an id from a name: lower-case letters, digits and hyphens, unique among ``taken``."""
    base = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "service"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def profile_from(data: dict[str, Any]) -> Profile:
    """Make a profile of its JSON form; what newer programs have added is left out.

    Raises:
        TypeError: a field that every profile has is missing.
    """
    names = {f.name for f in dataclasses.fields(Profile)}
    known = {name: value for name, value in data.items() if name in names}
    return Profile(**{**known, "models": tuple(data.get("models", ()))})


def load_profiles(path: Path) -> list[Profile]:
    """Read all profiles; a missing file is an empty list.

    Raises:
        StorageFailed: the file is damaged (it is left as it is).
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        return [profile_from(item) for item in data["connections"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StorageFailed(
            "The list of connections cannot be read.",
            advice=f"Mend or move the file {path.name} in the settings folder.",
            details=str(error),
        ) from error


def save_profiles(path: Path, profiles: list[Profile]) -> None:
    """Write all profiles, whole or not at all."""
    data: list[dict[str, Any]] = [dataclasses.asdict(profile) for profile in profiles]
    write_json(path, {"version": 1, "connections": data})

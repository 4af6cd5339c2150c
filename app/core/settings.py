"""Settings of the window: a frozen dataclass, kept as JSON. Secrets never."""

from __future__ import annotations

import dataclasses
import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What a person has chosen; every field has a sensible default, unknown fields of newer programs are kept."""

    theme: Literal["system", "light", "dark"] = "system"
    font_scale: float = 1.0
    window_geometry: str = ""
    window_state: str = ""
    last_page: str = "playground"
    language: str = "system"
    model_file: str = ""
    journal_days: int = 0
    """After how many days closed comparisons are removed; 0 keeps them for ever."""
    extra: dict[str, Any] = dataclasses.field(default_factory=dict)


def load(path: Path) -> Settings:
    """Read settings; a missing file gives the defaults, a damaged one is set aside (``.damaged``) and the defaults are used."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if not isinstance(data, dict):
            raise TypeError("not an object")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError) as error:
        log.warning("settings cannot be read, defaults are used: %s", error)
        aside = path.with_suffix(".damaged")
        if path.exists():
            os.replace(path, aside)
        return Settings()
    defaults = Settings()
    known: dict[str, Any] = {}
    extra: dict[str, Any] = dict(data.pop("extra", {})) if isinstance(data.get("extra"), dict) else {}
    for name, value in data.items():
        default = getattr(defaults, name, None)
        if default is None:
            extra[name] = value
        elif isinstance(value, type(default)) or (isinstance(default, float) and isinstance(value, int)):
            known[name] = value
    if known.get("theme") not in {"system", "light", "dark"}:
        known.pop("theme", None)
    return Settings(**known, extra=extra)


def save(path: Path, settings: Settings) -> None:
    """Write settings whole or not at all (temporary file, then rename)."""
    write_json(path, dataclasses.asdict(settings))


def write_json(path: Path, data: Any) -> None:
    """Write ``data`` as JSON so that a crash leaves either the old or the new file, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)

"""Drafts: what was typed and not saved yet, kept on disk so that no close and no crash loses it.

One small JSON file a draft, in the data folder, private to the user. Two windows may keep drafts side by side: each draft
has its own file, written whole or not at all.
"""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

from app.core.settings import write_json

log = logging.getLogger(__name__)
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


class Drafts:
    """Drafts of one kind, in one folder; ``key`` is the id of the thing that is edited, or a made-up one for a new thing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, key: str) -> Path:
        return self._folder / f"{_UNSAFE.sub('_', key)[:100]}.json"

    def keep(self, key: str, content: dict[str, Any]) -> None:
        """Write a draft, in place of the one before.

        Raises:
            OSError: the folder cannot be written.
        """
        write_json(self._path(key), {"key": key, "content": content})

    def discard(self, key: str) -> None:
        """Forget a draft; nothing happens if there is none."""
        self._path(key).unlink(missing_ok=True)

    def load(self, key: str) -> dict[str, Any] | None:
        """Read a draft, None if there is none (a damaged file is one that is not there)."""
        return self._read(self._path(key))[1]

    def all(self) -> dict[str, dict[str, Any]]:
        """Read all drafts, oldest first."""
        try:
            files = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        except OSError:
            return {}
        found = (self._read(path) for path in files)
        return {key: content for key, content in found if content is not None}

    def _read(self, path: Path) -> tuple[str, dict[str, Any] | None]:
        try:
            data = json.loads(path.read_text("utf-8"))
            return str(data["key"]), dict(data["content"])
        except FileNotFoundError:
            return "", None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("a draft cannot be read: %s", error)
            return "", None

"""Drafts: what was typed and not saved yet, kept on disk so that no close and no crash loses it.

One small JSON file a draft, in the data folder, private to the user. Two windows may keep drafts side by side: each draft
has its own file, written whole or not at all. Writing happens in one background thread, in order, so that typing never
waits for a disk; reading is answered from memory.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from app.core.settings import write_json

log = logging.getLogger(__name__)
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


class Drafts:
    """Drafts of one kind, in one folder; ``key`` is the id of the thing that is edited, or a made-up one for a new thing.

    Args:
        folder: where the files are; made when the first draft is kept.
        on_error: told (from the writing thread) when a draft cannot be written.
    """

    def __init__(self, folder: Path, on_error: Callable[[OSError], None] | None = None) -> None:
        self._folder = folder
        self._on_error = on_error
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._last: Future[None] | None = None
        self._closed = False
        self._kept = self._read_all()

    def keep(self, key: str, content: dict[str, Any]) -> None:
        """Keep a draft in place of the one before; on disk within milliseconds, see :meth:`flush`."""
        self._kept[key] = content
        path = self._path(key)
        self._submit(lambda: write_json(path, {"key": key, "content": content}))

    def discard(self, key: str) -> None:
        """Forget a draft; nothing happens if there is none."""
        if self._kept.pop(key, None) is not None:
            path = self._path(key)
            self._submit(lambda: path.unlink(missing_ok=True))

    def load(self, key: str) -> dict[str, Any] | None:
        """Give a draft, None if there is none."""
        return self._kept.get(key)

    def all(self) -> dict[str, dict[str, Any]]:
        """Give all drafts, oldest first."""
        return dict(self._kept)

    def flush(self) -> None:
        """Wait until everything kept so far is on disk."""
        if self._last is not None:
            self._last.result()

    def close(self) -> None:
        """Write what is left and end the thread; a draft that still comes is written at once."""
        self._closed = True
        self._writer.shutdown(wait=True)

    def _submit(self, action: Callable[[], None]) -> None:
        if self._closed:
            self._write(action)
        else:
            self._last = self._writer.submit(self._write, action)

    def _write(self, action: Callable[[], None]) -> None:
        try:
            action()
        except OSError as error:
            log.warning("a draft cannot be written: %s", error)
            if self._on_error is not None:
                self._on_error(error)

    def _path(self, key: str) -> Path:
        return self._folder / f"{_UNSAFE.sub('_', key)[:100]}.json"

    def _read_all(self) -> dict[str, dict[str, Any]]:
        try:
            files = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        except OSError:
            return {}
        found: dict[str, dict[str, Any]] = {}
        for file in files:
            try:
                data = json.loads(file.read_text("utf-8"))
                found[str(data["key"])] = dict(data["content"])
            except (OSError, ValueError, KeyError, TypeError) as error:
                log.warning("a draft cannot be read: %s", error)
        return found

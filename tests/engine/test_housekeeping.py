"""What goes by itself, at moments of our choosing, on a real store."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app.core.ids import new_id
from app.engine.store.files import FileContents
from app.engine.store.housekeeping import BIN_SECONDS, tidy
from app.engine.store.migrations import migrate
from app.engine.store.session import Store
from app.engine.store.tables import Assistant, File, Message, Thread, Tombstone, Upload, UploadPart
from app.engine.store.threads import insert_thread

NOW = int(time.time())


def run(tmp_path: Path, scenario: Callable[[Store, FileContents], Awaitable[None]]) -> None:
    async def main() -> None:
        migrate(tmp_path / "engine.db", tmp_path / "backups")
        store = Store(tmp_path / "engine.db")
        try:
            await scenario(store, FileContents(tmp_path / "files"))
        finally:
            await store.close()

    asyncio.run(main())


async def count(store: Store, table: Any) -> int:
    async with store.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


def assistant(**values: Any) -> Assistant:
    return Assistant(id=new_id("asst"), created_at=NOW, model="m", tools=[], metadata_={}, **values)


def test_the_bin_is_emptied_after_thirty_days(tmp_path: Path) -> None:
    async def scenario(store: Store, files: FileContents) -> None:
        async with store.write() as session:
            for deleted_at in [NOW - BIN_SECONDS - 1] * 45 + [NOW - BIN_SECONDS + 60, None]:
                thread = await insert_thread(
                    session,
                    {"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}]},
                )
                thread.deleted_at = deleted_at
                session.add(assistant(deleted_at=deleted_at))
            session.add(Tombstone(id="msg_old", parent="t", seq=1, deleted_at=NOW - BIN_SECONDS - 1))
            session.add(Tombstone(id="msg_new", parent="t", seq=2, deleted_at=NOW))
        await tidy(store, files, NOW)
        assert await count(store, Thread) == 2
        assert await count(store, Message) == 4
        assert await count(store, Assistant) == 2
        assert await count(store, Tombstone) == 1
        await tidy(store, files, NOW + 120)
        assert await count(store, Thread) == 1

    run(tmp_path, scenario)


def test_expired_files_go_with_their_content_and_every_mention(tmp_path: Path) -> None:
    async def scenario(store: Store, files: FileContents) -> None:
        rows = []
        for expires_at in (NOW - 1, NOW + 100, None):
            row = await files.add(b"content", filename="a.txt", purpose="assistants")
            row.expires_at = expires_at
            rows.append(row)
        ids = [row.id for row in rows]
        async with store.write() as session:
            session.add_all(rows)
            session.add(assistant(tool_resources={"code_interpreter": {"file_ids": ids}}))
        await tidy(store, files, NOW)
        async with store.read() as session:
            assert list(await session.scalars(select(File.id).order_by(File.seq))) == ids[1:]
            (kept,) = await session.scalars(select(Assistant))
            assert kept.tool_resources == {"code_interpreter": {"file_ids": ids[1:]}}
        assert not files.path(ids[0]).exists()
        assert await files.read(ids[1]) == b"content"

    run(tmp_path, scenario)


def test_late_uploads_expire_and_their_parts_go(tmp_path: Path) -> None:
    def upload(status: str, expires_at: int, created_at: int = NOW) -> Upload:
        return Upload(
            id=new_id("upload"), created_at=created_at, filename="f", bytes=1, mime_type="t", purpose="assistants",
            status=status, expires_at=expires_at,
        )  # fmt: skip

    async def scenario(store: Store, files: FileContents) -> None:
        late, early = upload("pending", NOW - 1), upload("pending", NOW + 100)
        old = upload("completed", NOW, NOW - BIN_SECONDS - 1)
        parts = []
        for owner in (late, early):
            with files.receive() as incoming:
                incoming.write(b"x")
                identifier = new_id("part")
                await incoming.keep_as(identifier)
            parts.append(UploadPart(id=identifier, created_at=NOW, upload_id=owner.id, bytes=1))
        async with store.write() as session:
            session.add_all([late, early, old])
            await session.flush()
            session.add_all(parts)
        await tidy(store, files, NOW)
        async with store.read() as session:
            assert dict((await session.execute(select(Upload.id, Upload.status))).all()) == {
                late.id: "expired",
                early.id: "pending",
            }
        assert [files.path(part.id).exists() for part in parts] == [False, True]

    run(tmp_path, scenario)


def test_contents_that_no_row_names_are_swept_after_a_day(tmp_path: Path) -> None:
    async def scenario(store: Store, files: FileContents) -> None:
        kept = await files.add(b"kept", filename="a", purpose="assistants")
        async with store.write() as session:
            session.add(kept)
        orphan, fresh = files.path("file-orphan"), files.path("file-fresh")
        half = files.incoming / "half"
        for path in (orphan, fresh, half):
            path.write_bytes(b"x")
        for path in (orphan, half, files.path(kept.id)):
            os.utime(path, (NOW - 2 * 86_400,) * 2)
        await tidy(store, files, NOW)
        assert [p.exists() for p in (orphan, half, fresh, files.path(kept.id))] == [False, False, True, True]

    run(tmp_path, scenario)

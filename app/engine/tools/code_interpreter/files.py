"""A session's files and the API's: which file of the API lies where in ``/mnt/data``, and which was made there.

What is known is kept beside the session's folder, outside what a sandbox sees, so that it outlives the engine and can
be read by another one on the same data.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.core.errors import AppError, NotFound
from app.core.settings import write_json
from app.engine.store.files import FileContents
from app.engine.store.session import Store
from app.engine.store.tables import File
from app.interpreter import folder as folders
from app.interpreter.model import DATA, MIB, Limits

if TYPE_CHECKING:
    from app.interpreter.session import Session

log = logging.getLogger(__name__)

Json = dict[str, Any]

PURPOSE = "assistants_output"
_PIECE = 1024 * 1024


@dataclass(frozen=True)
class Given:
    """A file of the API that a session is to have; ``origin`` says whose it is (``thread``, ``assistant``, ``call``)."""

    file_id: str
    filename: str
    size: int
    origin: str = "thread"


class _Ledger:
    """What is known of one session's files; read and written as a whole."""

    def __init__(self, session: Session) -> None:
        self._path = session.home / "files.json"
        self.given: dict[str, Json] = {}
        self.made: dict[str, Json] = {}
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
            data = json.loads(self._path.read_text("utf-8"))
            self.given = dict(data.get("given", {}))
            self.made = dict(data.get("made", {}))

    def save(self) -> None:
        write_json(self._path, {"given": self.given, "made": self.made})

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)

    def id_of(self, name: str, mark: Sequence[int] | None) -> str | None:
        """The file of the API that holds what lies under ``name`` now (``mark``), if there is one."""
        made = self.made.get(name)
        if made is not None and (mark is None or made["mark"] == list(mark)):
            return str(made["file_id"])
        for file_id, entry in self.given.items():
            if entry["name"] == name and (mark is None or entry["mark"] == list(mark)):
                return file_id
        return None


class SessionFiles:
    """Brings files into sessions and out of them."""

    def __init__(self, store: Store, contents: FileContents) -> None:
        self._store = store
        self._contents = contents

    # -- in ------------------------------------------------------------------------------------------------------

    async def find(self, wanted: Iterable[tuple[str, str]]) -> list[Given]:
        """Those of ``wanted`` (file id, origin) that exist, in that order."""
        origins = dict(wanted)
        if not origins:
            return []
        rows = await self._store.look(
            lambda session: _rows(session, select(File).where(File.id.in_(list(origins))))
        )
        by_id = {row.id: row for row in rows}
        return [
            Given(file_id, by_id[file_id].filename, by_id[file_id].bytes, origin)
            for file_id, origin in origins.items()
            if file_id in by_id
        ]

    async def names(self, session: Session, wanted: Sequence[Given]) -> dict[str, str]:
        """The name that each file has, or will get, below ``/mnt/data``; by file id."""
        return await asyncio.to_thread(_names, session, _Ledger(session), wanted)

    async def give(self, session: Session, wanted: Sequence[Given], limits: Limits) -> list[str]:
        """Put those files into the session that it did not get before; gives notes about what was left out."""
        if not wanted:
            return []
        return await asyncio.to_thread(self._give, session, wanted, limits)

    def _give(self, session: Session, wanted: Sequence[Given], limits: Limits) -> list[str]:
        ledger = _Ledger(session)
        names = _names(session, ledger, wanted)
        notes: list[str] = []
        missing = [one for one in wanted if one.file_id not in ledger.given]
        used = folders.usage(session.folder, limits.folder_files)[0] if missing else 0
        for one in missing:
            if used + one.size > limits.folder_bytes:
                notes.append(
                    f"“{one.filename}” is not in {DATA}: there is no room for {_size(one.size)} more."
                )
                continue
            try:
                name = session.add_file_blocking(names[one.file_id], self._contents.path(one.file_id))
                mark = _mark(session.folder, name)
            except (AppError, OSError) as error:
                log.info("a file could not be given to a session: %s", error)
                reason = error.message if isinstance(error, AppError) else "its content cannot be read"
                notes.append(f"“{one.filename}” is not in {DATA}: {reason.rstrip('.')}.")
                continue
            used += one.size
            ledger.given[one.file_id] = {"name": name, "mark": list(mark)}
            ledger.made.pop(name, None)
        if missing:
            ledger.save()
        return notes

    async def first_line(self, file_id: str, most: int) -> str:
        """The first line of a file's text, at most ``most`` characters of it; empty where it is no text."""

        def read() -> str:
            with contextlib.suppress(OSError), self._contents.path(file_id).open("rb") as file:
                lines = file.read(4 * most).decode("utf-8-sig", "ignore").splitlines()
                line = lines[0].strip()[:most] if lines else ""
                return line if line.isprintable() else ""
            return ""

        return await asyncio.to_thread(read)

    # -- out -----------------------------------------------------------------------------------------------------

    async def keep_image(self, png: bytes, number: int) -> str:
        """Make a picture a file of the API and give its id.

        Raises:
            StorageFailed: it cannot be stored.
        """
        row = await self._contents.add(png, filename=f"plot-{number}.png", purpose=PURPOSE)
        file_id = row.id
        await self._insert([row])
        return file_id

    async def collect(self, session: Session, names: Sequence[str]) -> list[Json]:
        """Make files of a session files of the API; gives ``{"file_id", "name", "path", "bytes"}`` for each.

        Raises:
            StorageFailed: one cannot be stored.
        """
        rows: list[File] = []
        found: list[Json] = []
        marks: dict[str, Json] = {}
        for name in names:
            try:
                source, _size_now = await session.open_file(name)
            except NotFound:  # a thread of the code may have removed it since
                continue
            with source, self._contents.receive() as incoming:
                mark = _mark_of(os.fstat(source.fileno()))

                def copy() -> None:
                    while piece := source.read(_PIECE):  # noqa: B023 - called at once
                        incoming.write(piece)

                await asyncio.to_thread(copy)
                row = await incoming.keep(filename=PurePosixPath(name).name, purpose=PURPOSE)
            rows.append(row)
            found.append({"file_id": row.id, "name": name, "path": f"{DATA}/{name}", "bytes": row.bytes})
            marks[name] = {"file_id": row.id, "mark": list(mark)}
        if rows:
            await self._insert(rows)

            def note() -> None:
                ledger = _Ledger(session)
                ledger.made.update(marks)
                ledger.save()

            await asyncio.to_thread(note)
        return found

    async def _insert(self, rows: Sequence[File]) -> None:
        ids = [row.id for row in rows]
        try:
            async with self._store.write() as session:
                session.add_all(rows)
        except BaseException:
            for file_id in ids:
                await self._contents.delete(file_id)
            raise

    # -- looking -------------------------------------------------------------------------------------------------

    async def listing(self, session: Session) -> list[Json]:
        """The session's files: ``{"name", "path", "bytes", "modified_at", "file_id"}``, the newest first."""

        def look() -> list[Json]:
            ledger = _Ledger(session)
            found = []
            for info in session.files_blocking():
                with contextlib.suppress(AppError, OSError):
                    found.append(
                        {
                            "name": info.name,
                            "path": f"{DATA}/{info.name}",
                            "bytes": info.size,
                            "modified_at": int(info.modified),
                            "file_id": ledger.id_of(info.name, _mark(session.folder, info.name)),
                        }
                    )
            return sorted(found, key=lambda item: (-int(str(item["modified_at"])), item["name"]))

        found = await asyncio.to_thread(look)
        living = await self._living([item["file_id"] for item in found if item["file_id"]])
        for item in found:
            if item["file_id"] not in living:
                item["file_id"] = None
        return found

    async def linkable(self, session: Session) -> dict[str, str]:
        """Ids of the files that a message can link to, by name: what was made last under a name, else what was given."""

        def look() -> dict[str, str]:
            ledger = _Ledger(session)
            found = {entry["name"]: file_id for file_id, entry in ledger.given.items()}
            found.update({name: entry["file_id"] for name, entry in ledger.made.items()})
            return found

        known = await asyncio.to_thread(look)
        living = await self._living(known.values())
        return {name: file_id for name, file_id in known.items() if file_id in living}

    async def unkept(self, session: Session) -> list[str]:
        """Names of the session's files that never became files of the API: a cell hands over only so many."""

        def look() -> list[str]:
            ledger = _Ledger(session)
            return [i.name for i in session.files_blocking() if ledger.id_of(i.name, None) is None]

        return await asyncio.to_thread(look)

    async def _living(self, file_ids: Iterable[str]) -> Collection[str]:
        ids = list(set(file_ids))
        if not ids:
            return ()
        return set(
            await self._store.look(lambda session: _rows(session, select(File.id).where(File.id.in_(ids))))
        )

    async def forget(self, session: Session) -> None:
        """Know nothing any more: the session's folder was emptied."""
        await asyncio.to_thread(_Ledger(session).forget)


async def _rows(session: Any, query: Any) -> list[Any]:
    return list(await session.scalars(query))


def _names(session: Session, ledger: _Ledger, wanted: Sequence[Given]) -> dict[str, str]:
    """A name for each file: its own made harmless; where two would have the same, the later ones get a number."""
    taken = {_folded(entry["name"]) for entry in ledger.given.values()}
    taken |= {
        _folded(name) for name in (folders.top_level(session.folder) if session.folder.is_dir() else ())
    }
    found: dict[str, str] = {}
    for one in wanted:
        known = ledger.given.get(one.file_id)
        if known is not None:
            found[one.file_id] = known["name"]
            continue
        name = free = folders.safe_name(one.filename)
        stem, dot, suffix = name.rpartition(".")
        number = 2
        while _folded(free) in taken:
            free = f"{stem}-{number}{dot}{suffix}" if dot and stem else f"{name}-{number}"
            number += 1
        taken.add(_folded(free))
        found[one.file_id] = free
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _mark(root: Path, name: str) -> tuple[int, int, int]:
    file, _ = folders.open_file(root, name)
    with file:
        return _mark_of(os.fstat(file.fileno()))


def _mark_of(status: os.stat_result) -> tuple[int, int, int]:
    return (status.st_ino, status.st_mtime_ns, status.st_size)


def _size(size: int) -> str:
    return f"{size / MIB:.1f} MB" if size >= MIB // 10 else f"{size} bytes"

"""Copies of the program's databases: made before every change of their schema, listed, and brought back.

Three files hold what a person made: the engine's (assistants, threads, runs), the window's journal (comparisons,
versions, drafts) and the knowledge index. Each copy is a whole SQLite file in the data folder's ``backups`` (knowledge keeps its own), named
``<database>-<version>-<time in UTC>[-<why>].db``. Uploaded files' contents are not in databases and are not copied.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from app.core.errors import InvalidInput, NotFound, StorageFailed
from app.core.paths import Paths

Why = Literal["update", "restore", "wish"]
KEPT = 5
"""How many copies of one database, and of one reason, are kept; older ones go when a new one is made."""
_NAME = re.compile(
    r"(?P<stem>[a-z_]+)-(?P<version>v?\d+)-(?P<time>\d{8}-\d{6})(?:-(?P<why>restore|wish))?(?:-\d+)?\.db"
)
_STAMP = "%Y%m%d-%H%M%S"
_BUSY_SECONDS = 30.0
WISH = "restore-at-start"
"""The file in the data folder that tells the next start to bring a copy back first."""


@dataclass(frozen=True)
class Kept:
    """One database of the program: its file, and what it holds in words."""

    name: str
    title: str
    path: Path
    counted: tuple[tuple[str, str], ...] = ()
    """Tables to count for a description, with the word for their rows."""


@dataclass(frozen=True)
class Copy:
    """A copy. ``made`` is in UTC; ``version`` is the schema's, as the database itself tells it; ``bytes`` its size."""

    path: Path
    database: str
    title: str
    version: str
    made: datetime
    why: Why
    bytes: int

    @property
    def id(self) -> str:
        """What it is called on the command line: the file's name."""
        return self.path.name

    @property
    def why_words(self) -> str:
        """Why it was made, in words."""
        return {
            "update": "before an update of the program",
            "restore": "before another copy was brought back",
            "wish": "made by hand",
        }[self.why]


def databases(paths: Paths) -> tuple[Kept, ...]:
    """The databases of an installation, whether they are there yet or not."""
    return (
        Kept(
            "engine",
            "Assistants, threads and runs",
            paths.engine_database,
            (("assistants", "assistants"), ("threads", "threads"), ("messages", "messages")),
        ),
        Kept(
            "workbench",
            "Comparisons, versions and drafts",
            paths.journal_database,
            (("comparisons", "comparisons"), ("turns", "answers")),
        ),
        Kept(
            "knowledge",
            "Knowledge: what was read of documents",
            paths.engine_knowledge / "knowledge.db",
            (("stores", "stores"), ("files", "files")),
        ),
    )


def folder_of(paths: Paths, database: str = "engine") -> Path:
    """Where copies of a database lie: knowledge, which can be used alone, keeps its own beside it."""
    return (paths.engine_knowledge if database == "knowledge" else paths.data) / "backups"


def version_of(database: Path) -> str | None:
    """The schema's version as the file tells it: Alembic's revision, else ``v`` and SQLite's user version.

    None where there is no database, or one that cannot be read.
    """
    if not database.is_file() or database.stat().st_size == 0:
        return None
    try:
        with contextlib.closing(_reading(database)) as connection:
            try:
                found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                if found is not None:
                    return str(found[0])
            except sqlite3.OperationalError as error:
                if "no such table" not in str(error):
                    return None
            return f"v{connection.execute('PRAGMA user_version').fetchone()[0]}"
    except sqlite3.Error:
        return None


def make_copy(database: Path, folder: Path, version: str, *, why: Why = "update") -> Path:
    """Copy a database as it was last committed, with what is still in its write-ahead log, private to the user.

    Raises:
        OSError: the folder cannot be written.
        sqlite3.Error: the database cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = datetime.now(UTC).strftime(_STAMP)
    suffix = "" if why == "update" else f"-{why}"
    target = folder / f"{database.stem}-{version}-{stamp}{suffix}.db"
    number = 2
    while target.exists():
        target = folder / f"{database.stem}-{version}-{stamp}{suffix}-{number}.db"
        number += 1
    partial = target.with_suffix(f".{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(database, timeout=_BUSY_SECONDS)) as source:
            os.close(os.open(partial, os.O_WRONLY | os.O_CREAT, 0o600))
            with contextlib.closing(sqlite3.connect(partial)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, whatever is copied where
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    for old in _of(folder, database.stem, why)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def copies(paths: Paths) -> list[Copy]:
    """All copies, newest first."""
    found: list[Copy] = []
    known = {kept.path.stem: kept for kept in databases(paths)}
    places = {folder_of(paths, name) for name in ("engine", "knowledge")}
    for file in (file for place in places for file in place.glob("*.db")):
        match = _NAME.fullmatch(file.name)
        kept = known.get(match["stem"]) if match else None
        if match is None or kept is None:
            continue
        why: Why = "restore" if match["why"] == "restore" else "wish" if match["why"] == "wish" else "update"
        made = datetime.strptime(match["time"], _STAMP).replace(tzinfo=UTC)
        found.append(Copy(file, kept.name, kept.title, match["version"], made, why, file.stat().st_size))
    return sorted(found, key=lambda copy: (copy.made, copy.id), reverse=True)


def find(paths: Paths, name: str) -> Copy:
    """A copy by its file's name.

    Raises:
        NotFound: there is none of that name.
    """
    for copy in copies(paths):
        if name in {copy.id, str(copy.path)}:
            return copy
    raise NotFound(f"There is no copy “{name}”.", advice="List the copies to see their names.")


def describe(copy: Copy, paths: Paths) -> str:
    """What is in a copy: “3 assistants, 12 threads, 80 messages”; empty where that cannot be read."""
    kept = next((kept for kept in databases(paths) if kept.name == copy.database), None)
    parts = []
    try:
        with contextlib.closing(_reading(copy.path)) as connection:
            for table, word in kept.counted if kept is not None else ():
                with contextlib.suppress(sqlite3.OperationalError):
                    count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
                    parts.append(f"{count:,} {word if count != 1 else word.removesuffix('s')}")
    except sqlite3.Error:
        return ""
    return ", ".join(parts)


def copy_all(paths: Paths) -> list[Copy]:
    """Copy every database that is there, now.

    Raises:
        StorageFailed: one cannot be copied.
    """
    made = []
    for kept in databases(paths):
        version = version_of(kept.path)
        if version is None:
            continue
        try:
            made.append(make_copy(kept.path, folder_of(paths, kept.name), version, why="wish"))
        except (OSError, sqlite3.Error) as error:
            raise StorageFailed(
                f"No copy could be made of: {kept.title.lower()}.",
                advice="Check the data folder's free space and permissions.",
                details=str(error),
            ) from error
    names = {path.name for path in made}
    return [copy for copy in copies(paths) if copy.id in names]


def in_use(paths: Paths) -> bool:
    """Whether a window or an engine works with this data folder now, told by the locks that each holds while it lives."""
    import filelock

    for folder in (paths.engine_instances, paths.data / "windows"):
        for file in folder.glob("*.lock"):
            lock = filelock.FileLock(file, thread_local=False)
            try:
                lock.acquire(timeout=0)
            except (filelock.Timeout, OSError):
                return True
            lock.release()
    return False


def restore(paths: Paths, copy: Copy) -> Path | None:
    """Bring a copy back. What is there now is copied first; the path of that copy is returned (None: there was nothing).

    With the engine's database the knowledge index is copied, too: an engine tidies away what belongs to stores that its
    database does not have, so that going forward again needs both. A database that is damaged so that it cannot be copied is set aside as it is, beside the copies.

    Raises:
        InvalidInput: the copy is damaged.
        StorageFailed: the program is running on this data folder, or a file cannot be written.
    """
    if in_use(paths):
        raise StorageFailed(
            "The program is running on this data folder.",
            advice="Close its windows, and “serve” if it runs, then bring the copy back.",
        )
    _check(copy)
    goal = next(kept.path for kept in databases(paths) if kept.name == copy.database)
    # Taken before what is there now is copied: a new copy may push out the very one that is wanted.
    fresh = goal.with_name(f".{goal.name}.{os.getpid()}.new")
    try:
        goal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(copy.path, fresh)
        fresh.chmod(0o600)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        before = _keep_current(goal, folder_of(paths, copy.database))
        if copy.database == "engine":  # it removes what was read for stores that it does not know
            _keep_current(paths.engine_knowledge / "knowledge.db", folder_of(paths, "knowledge"))
        for suffix in ("-wal", "-shm"):
            goal.with_name(goal.name + suffix).unlink(missing_ok=True)
        fresh.replace(goal)
    except OSError as error:
        raise StorageFailed(
            "The copy could not be brought back.",
            advice="Check the data folder's free space and permissions. What was there is as it was.",
            details=str(error),
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return before


def wish(paths: Paths, copy: Copy) -> None:
    """Have the next start of the program bring ``copy`` back before it opens anything.

    Raises:
        InvalidInput: the copy is damaged.
        StorageFailed: the wish cannot be written.
    """
    _check(copy)
    try:
        (paths.data / WISH).write_text(copy.id, "utf-8")
    except OSError as error:
        raise StorageFailed("The data folder cannot be written.", details=str(error)) from error


def fulfil_wish(paths: Paths) -> Copy | None:
    """Bring back the copy that was wished for, if one was, and give it.

    Raises:
        AppError: it could not be brought back; the wish is over in any case.
    """
    file = paths.data / WISH
    try:
        name = file.read_text("utf-8").strip()
        file.unlink(missing_ok=True)
    except OSError:
        return None
    copy = find(paths, name)
    restore(paths, copy)
    return copy


def _keep_current(goal: Path, folder: Path) -> Path | None:
    if not goal.exists():
        return None
    version = version_of(goal)
    if version is not None:
        with contextlib.suppress(sqlite3.Error):
            return make_copy(goal, folder, version, why="restore")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = folder / f"{goal.stem}.damaged-{time.strftime(_STAMP, time.gmtime())}"
    for suffix in ("", "-wal", "-shm"):
        part = goal.with_name(goal.name + suffix)
        if part.exists():
            shutil.copyfile(part, aside.with_name(aside.name + suffix))
    return aside


def _check(copy: Copy) -> None:
    try:
        with contextlib.closing(_reading(copy.path)) as connection:
            answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.Error as error:
        answer = str(error)
    if answer != "ok":
        raise InvalidInput(f"The copy {copy.id} is damaged.", advice="Choose another one.", details=answer)


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=1)


def _of(folder: Path, stem: str, why: Why) -> list[Path]:
    found = []
    for file in folder.glob(f"{stem}-*.db"):
        match = _NAME.fullmatch(file.name)
        if match is not None and match["stem"] == stem and (match["why"] or "update") == why:
            found.append((match["time"], file.name, file))
    return [file for _time, _name, file in sorted(found, reverse=True)]

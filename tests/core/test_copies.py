"""Copies of the databases: made, listed, brought back; the current state is never lost by it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from filelock import FileLock

from app.core import copies
from app.core.errors import InvalidInput, NotFound, StorageFailed
from app.core.paths import Paths, resolve


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return resolve(tmp_path / "da ta ü").create()


def put(database: Path, text: str, version: int = 1) -> None:
    database.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE IF NOT EXISTS comparisons (text)")
    connection.execute("DELETE FROM comparisons")
    connection.execute("INSERT INTO comparisons VALUES (?)", (text,))
    connection.execute(f"PRAGMA user_version={version}")
    connection.commit()
    connection.close()


def read(database: Path) -> str:
    connection = sqlite3.connect(database)
    (text,) = connection.execute("SELECT text FROM comparisons").fetchone()
    connection.close()
    return str(text)


def test_a_copy_comes_back_and_what_was_there_is_kept(paths: Paths) -> None:
    put(paths.journal_database, "old")
    put(paths.engine_knowledge / "knowledge.db", "known")
    made = copies.copy_all(paths)
    assert {copy.database for copy in made} == {"workbench", "knowledge"}
    put(paths.journal_database, "new")
    (copy,) = (copy for copy in copies.copies(paths) if copy.database == "workbench")
    assert (copy.version, copy.why_words, copies.describe(copy, paths)) == (
        "v1",
        "made by hand",
        "1 comparison",
    )
    before = copies.restore(paths, copy)
    assert read(paths.journal_database) == "old"
    assert before is not None
    assert read(before) == "new"
    newest = copies.find(paths, before.name)
    assert newest.why == "restore"
    copies.restore(paths, newest)  # and back again
    assert read(paths.journal_database) == "new"


def test_what_is_still_in_the_write_ahead_log_is_copied_and_not_left_behind(paths: Paths) -> None:
    put(paths.journal_database, "first")
    (copy,) = copies.copy_all(paths)
    holding = sqlite3.connect(paths.journal_database)
    holding.execute("UPDATE comparisons SET text='only in the log'")
    holding.commit()
    assert paths.journal_database.with_name("workbench.db-wal").stat().st_size
    before = copies.restore(paths, copy)
    holding.close()
    assert before is not None
    assert read(before) == "only in the log"
    assert read(paths.journal_database) == "first"


def test_a_running_program_is_not_disturbed(paths: Paths) -> None:
    put(paths.journal_database, "old")
    (copy,) = copies.copy_all(paths)
    put(paths.journal_database, "new")
    (paths.data / "windows").mkdir()
    with (
        FileLock(paths.data / "windows" / "session_1.lock"),
        pytest.raises(StorageFailed, match="is running"),
    ):
        copies.restore(paths, copy)
    assert read(paths.journal_database) == "new"
    copies.restore(paths, copy)


def test_a_damaged_copy_is_refused_and_a_damaged_database_is_set_aside(paths: Paths) -> None:
    put(paths.journal_database, "old")
    (copy,) = copies.copy_all(paths)
    paths.journal_database.write_bytes(b"rubbish" * 1000)
    aside = copies.restore(paths, copy)
    assert aside is not None
    assert aside.read_bytes() == b"rubbish" * 1000
    assert read(paths.journal_database) == "old"
    copy.path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(InvalidInput, match="damaged"):
        copies.restore(paths, copy)
    assert read(paths.journal_database) == "old"


def test_a_wish_is_fulfilled_once_at_the_next_start(paths: Paths) -> None:
    assert copies.fulfil_wish(paths) is None
    put(paths.journal_database, "old")
    (copy,) = copies.copy_all(paths)
    put(paths.journal_database, "new")
    copies.wish(paths, copy)
    assert read(paths.journal_database) == "new"
    assert copies.fulfil_wish(paths) == copy
    assert read(paths.journal_database) == "old"
    assert copies.fulfil_wish(paths) is None
    copies.wish(paths, copy)
    copy.path.unlink()
    with pytest.raises(NotFound):
        copies.fulfil_wish(paths)
    assert copies.fulfil_wish(paths) is None


def test_only_the_newest_of_each_kind_are_kept(paths: Paths) -> None:
    put(paths.journal_database, "x")
    for _ in range(copies.KEPT + 2):
        copies.make_copy(paths.journal_database, copies.folder_of(paths), "v1")
    copies.copy_all(paths)
    kinds = [copy.why for copy in copies.copies(paths)]
    assert (kinds.count("update"), kinds.count("wish")) == (copies.KEPT, 1)

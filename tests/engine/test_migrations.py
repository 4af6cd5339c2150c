"""The database's schema: made, updated with a copy, refused when it is newer, left alone when an update fails."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.core.copies import KEPT
from app.core.errors import StorageFailed
from app.engine.store.migrations import HEAD, migrate
from app.engine.store.migrations.upgrade import REVISIONS
from app.engine.store.tables import Base
from tests.support.engine_process import EngineFailed, EngineProcess


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "da ta #1?x=%40 ü" / "engine.db"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "da ta #1?x=%40 ü" / "backups"


def revision(name: str, upgrade: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    module.revision = name  # type: ignore[attr-defined]
    module.upgrade = upgrade  # type: ignore[attr-defined]
    return module


def rows(database: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def fill(database: Path) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(
            "INSERT INTO threads (id, created_at, updated_at, metadata) VALUES ('thread_1', 1, 1, '{}')"
        )
    connection.close()


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Whether a table is described by the tables: the search's index is SQLite's own and no model."""
    return not (kind == "table" and str(name).startswith("message_search"))


def test_the_migrations_make_exactly_the_tables(database: Path, backups: Path) -> None:
    assert migrate(database, backups) == [module.revision for module in REVISIONS]
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(database)))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _is_ours}
        )
        assert compare_metadata(context, Base.metadata) == []
        # Partial indexes are not compared by Alembic: look at them by name and condition.
        made = {
            row[0]: row[1]
            for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='index'")
        }
    engine.dispose()
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            condition = index.dialect_options["sqlite"]["where"]
            assert (condition is None) == (" WHERE " not in made[index.name]), index.name
            if condition is not None:
                assert str(condition) in made[index.name]
    assert not backups.exists()
    assert migrate(database, backups) == []
    assert REVISIONS[-1].revision == HEAD


def test_an_older_file_is_copied_and_updated(database: Path, backups: Path) -> None:
    migrate(database, backups)
    fill(database)
    newer = revision("0098", lambda: op.add_column("threads", sa.Column("colour", sa.String)))
    assert migrate(database, backups, revisions=[*REVISIONS, newer]) == ["0098"]
    assert rows(database, "SELECT id, colour FROM threads") == [("thread_1", None)]
    assert rows(database, "SELECT version_num FROM alembic_version") == [("0098",)]
    (copy,) = backups.iterdir()
    assert rows(copy, "SELECT id FROM threads") == [("thread_1",)]
    assert rows(copy, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_a_table_can_be_rebuilt_without_losing_what_points_to_it(database: Path, backups: Path) -> None:
    migrate(database, backups)
    fill(database)
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(
            "INSERT INTO messages (id, created_at, thread_id, role, status, content, attachments, metadata) "
            "VALUES ('msg_1', 1, 'thread_1', 'user', 'completed', '[]', '[]', '{}')"
        )
    connection.close()

    def rebuild() -> None:
        with op.batch_alter_table("threads", recreate="always") as batch:
            batch.add_column(sa.Column("colour", sa.String))

    migrate(database, backups, revisions=[*REVISIONS, revision("0098", rebuild)])
    assert rows(database, "SELECT id, thread_id FROM messages") == [("msg_1", "thread_1")]


def test_only_the_last_copies_are_kept(database: Path, backups: Path) -> None:
    migrate(database, backups)
    backups.mkdir()
    for number in range(KEPT + 3):
        (backups / f"engine-0000-20200101-00000{number}.db").write_bytes(b"")
    migrate(database, backups, revisions=[*REVISIONS, revision("0098", lambda: None)])
    kept = list(backups.iterdir())
    assert len(kept) == KEPT
    assert any(f"engine-{HEAD}-" in path.name for path in kept)


def test_a_newer_file_is_refused_in_words_and_left_alone(database: Path, backups: Path) -> None:
    migrate(database, backups, revisions=[*REVISIONS, revision("0099", lambda: None)])
    before = database.read_bytes()
    with pytest.raises(StorageFailed, match="newer version of the program") as caught:
        migrate(database, backups)
    assert "0099" in caught.value.details
    assert database.read_bytes() == before


def test_a_failing_update_changes_nothing(database: Path, backups: Path) -> None:
    migrate(database, backups)
    fill(database)

    def fail() -> None:
        op.drop_table("messages")
        op.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(StorageFailed):
        migrate(database, backups, revisions=[*REVISIONS, revision("0098", fail)])
    assert rows(database, "SELECT count(*) FROM messages") == [(0,)]
    assert rows(database, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_references_that_lead_nowhere_stop_an_update(database: Path, backups: Path) -> None:
    migrate(database, backups)

    def orphan() -> None:
        op.execute(
            "INSERT INTO messages (id, created_at, thread_id, role, status, content, attachments, metadata) "
            "VALUES ('msg_1', 1, 'thread_none', 'user', 'completed', '[]', '[]', '{}')"
        )

    with pytest.raises(StorageFailed, match="left as it was"):
        migrate(database, backups, revisions=[*REVISIONS, revision("0098", orphan)])
    assert rows(database, "SELECT count(*) FROM messages") == [(0,)]


@pytest.mark.parametrize(
    "content", [b"this is no database, just text " * 200, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_damaged_file_is_told_in_words(database: Path, backups: Path, content: bytes) -> None:
    database.parent.mkdir(parents=True)
    database.write_bytes(content)
    with pytest.raises(StorageFailed, match="cannot be used") as caught:
        migrate(database, backups)
    assert caught.value.details
    assert database.read_bytes() == content


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailed, match="cannot be written"):
        migrate(tmp_path / "file" / "engine.db", tmp_path / "backups")


def test_many_programs_at_once(database: Path, backups: Path) -> None:
    """Three processes start on one empty folder: one makes the schema, the others find it."""
    program = (
        "import sys; from pathlib import Path; from app.engine.store.migrations import migrate; "
        f"print(migrate(Path({str(database)!r}), Path({str(backups)!r})))"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    said = [child.communicate(timeout=60) for child in children]
    assert [child.returncode for child in children] == [0] * 3, said
    assert sorted(out.strip() for out, _ in said) == [
        str([module.revision for module in REVISIONS]), "[]", "[]",
    ]  # fmt: skip


def test_the_engine_refuses_newer_data_in_words(tmp_path: Path) -> None:
    data = tmp_path / "data"
    migrate(data / "engine.db", data / "backups", revisions=[*REVISIONS, revision("0099", lambda: None)])
    with pytest.raises(EngineFailed) as caught:
        EngineProcess(data).start()
    assert caught.value.event["event"] == "failed"
    assert "newer version" in caught.value.event["message"]
    assert "Update this program" in caught.value.event["advice"]

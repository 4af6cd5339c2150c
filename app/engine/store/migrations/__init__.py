"""Numbered changes of the database's schema, and how a file is brought up to date.

Nearly every start finds a file of today's schema: that is seen without importing what upgrades it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

HEAD = "0003"
"""The newest revision: what this program's tables describe."""


def migrate(database: Path, backups: Path, *, revisions: Sequence[ModuleType] | None = None) -> list[str]:
    """Bring ``database`` to the newest revision, or create it; returns the revisions that were applied.

    The whole upgrade is one transaction: after a crash the file is as it was. Before the first change an existing file is
    copied to ``backups`` (the last few copies are kept). Several programs may do this at once: one does it, the others
    wait. ``revisions`` are the program's own unless given, oldest first.

    Raises:
        StorageFailed: the file belongs to a newer program, is no database, is locked, or cannot be written.
    """
    if revisions is None:
        if current_revision(database) == HEAD:
            return []
        from app.engine.store.migrations.upgrade import upgrade

        return upgrade(database, backups)
    from app.engine.store.migrations.upgrade import upgrade

    return upgrade(database, backups, revisions)


def current_revision(database: Path) -> str | None:
    """The revision that a file has, None when that cannot be told (no file, no database, locked)."""
    if not database.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=1)
    except sqlite3.Error:
        return None
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return str(found[0][0]) if len(found) == 1 else None

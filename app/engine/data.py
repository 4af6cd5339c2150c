"""The data folder before an engine opens it: made, private, its database of today's schema. Light on purpose."""

from __future__ import annotations

import logging

from app.core.errors import InvalidInput
from app.core.paths import Paths
from app.engine.store.migrations import migrate

log = logging.getLogger(__name__)


def prepare(paths: Paths) -> None:
    """Make the folders and bring the database up to date; does nothing when all is there.

    Raises:
        InvalidInput: the folder cannot be used.
        StorageFailed: the database cannot be used, or belongs to a newer program.
    """
    try:
        paths.create()
    except OSError as error:
        raise InvalidInput(
            f"The data folder {paths.data} cannot be used.",
            advice="Check its permissions or choose another one.",
            details=str(error),
        ) from error
    applied = migrate(paths.engine_database, paths.data / "backups")
    if applied:
        log.info("database updated to revision %s", applied[-1])

"""Whether this program can open the data that is there: written by it, by an older one, or by a newer one."""

from __future__ import annotations

from app.core import copies
from app.core.paths import Paths
from app.terminal.doctor_checks import Finding


def known_versions() -> dict[str, list[str]]:
    """The schema versions that this program opens, oldest first, for each database by its name in ``copies``."""
    from app.engine.store.migrations.upgrade import REVISIONS
    from app.knowledge.database import SCHEMA_VERSION
    from app.workbench.journal_schema import STEPS

    return {
        "engine": [module.revision for module in REVISIONS],
        "workbench": [f"v{number}" for number in range(1, len(STEPS) + 1)],
        "knowledge": [f"v{number}" for number in range(1, SCHEMA_VERSION + 1)],
    }


def data_versions(paths: Paths) -> list[Finding]:
    """Look at each database; data of an older program is no fault: it is copied and updated at the next start."""
    known = known_versions()
    newer, unreadable, told = [], [], []
    for kept in copies.databases(paths):
        if not kept.path.is_file():
            continue
        version = copies.version_of(kept.path)
        if version is None or version == "v0":
            if kept.path.stat().st_size:
                unreadable.append(kept.path)
            continue
        if version not in known[kept.name]:
            newer.append(f"{kept.path.name} ({version})")
        told.append(
            f"{kept.path.name} {version}"
            + ("" if version in (known[kept.name][-1], *newer) else ", updated at the next start")
        )
    made = copies.copies(paths)
    count = f"; {len(made)} {'copy' if len(made) == 1 else 'copies'} to go back to" if made else ""
    if newer:
        return [
            Finding(
                "Data",
                "failed",
                f"written by a newer version of the program: {', '.join(newer)}",
                "Update this program, choose another --data-dir, or bring back a copy made before the update: "
                "“assistant-workbench restore” lists them.",
            )
        ]
    if unreadable:
        return [
            Finding(
                "Data",
                "failed",
                f"cannot be read: {', '.join(str(path) for path in unreadable)}",
                "Bring back a copy: “assistant-workbench restore” lists them.",
            )
        ]
    return [Finding("Data", "ok", (", ".join(told) or "nothing is kept yet") + count)]

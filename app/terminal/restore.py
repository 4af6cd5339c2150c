"""``restore``: list the copies that were made before updates, make one, and bring one back."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from app.core import copies
from app.core.copies import Copy
from app.core.errors import StorageFailed
from app.core.paths import Paths, resolve, shown_command


def run(
    *,
    name: str = "",
    data_dir: str | None = None,
    copy_now: bool = False,
    as_json: bool = False,
    out: TextIO | None = None,
) -> int:
    """List the copies, or with ``name`` bring that one back; the exit code is 0.

    Args:
        name: the copy's file name as the list shows it; ``latest`` is the newest one.
        data_dir: the folder that holds everything, None for the system's usual places.
        copy_now: copy every database now instead.
        as_json: one JSON document instead of lines.
        out: where to write instead of standard output.

    Raises:
        AppError: there is no such copy, it is damaged or of a newer program, or the program is running.
    """
    stream = out or sys.stdout
    paths = resolve(data_dir)
    if copy_now:
        _show(copies.copy_all(paths), paths, stream, as_json=as_json, nothing="There is nothing to copy yet.")
        return 0
    if not name:
        nothing = "There are no copies yet: one is made before each update of the data."
        _show(copies.copies(paths), paths, stream, as_json=as_json, nothing=nothing)
        return 0
    listed = copies.copies(paths)
    copy = listed[0] if name == "latest" and listed else copies.find(paths, name)
    refuse_newer(copy)
    before = copies.restore(paths, copy)
    if as_json:
        stream.write(
            f"{json.dumps({'restored': copy.id, 'kept': before.name if before else None}, indent=2)}\n"
        )
        return 0
    stream.write(f"{copy.title}: the copy of {_when(copy)} is back.\n")
    if before is not None:
        stream.write(f"What was there before is kept as {before.name}.\n")
    return 0


def refuse_newer(copy: Copy) -> None:
    """Leave a copy alone that this program could not open.

    Raises:
        StorageFailed: it was made by a newer program.
    """
    from app.terminal.doctor_data import known_versions

    version = copies.version_of(copy.path)
    if version is not None and version not in known_versions()[copy.database]:
        raise StorageFailed(
            f"The copy {copy.id} belongs to a newer version of the program.",
            advice="Update this program first, or choose an older copy.",
        )


def _show(listed: list[Copy], paths: Paths, stream: TextIO, *, as_json: bool, nothing: str) -> None:
    if as_json:
        document = [
            {
                "name": copy.id,
                "database": copy.database,
                "title": copy.title,
                "made": copy.made.isoformat(),
                "why": copy.why_words,
                "version": copy.version,
                "bytes": copy.bytes,
                "holds": copies.describe(copy, paths),
            }
            for copy in listed
        ]
        stream.write(f"{json.dumps({'copies': document}, ensure_ascii=False, indent=2)}\n")
        return
    if not listed:
        stream.write(f"{nothing}\n")
        return
    for copy in listed:
        holds = copies.describe(copy, paths)
        stream.write(f"{copy.id}\n  {copy.title}, {_when(copy)}, {copy.why_words}")
        stream.write(f"\n  {holds}\n" if holds else "\n")
    stream.write(f"\nBring one back (what is there now is copied first):\n  {shown_command()} restore NAME\n")


def _when(copy: Copy) -> str:
    return copy.made.astimezone().strftime("%d %B %Y, %H:%M")

"""Files that a person asks for: written whole or not at all, and never broken by a character that is none."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from app.core.errors import StorageFailed


async def write_export(file: Path, make: Callable[[], str]) -> None:
    """Write what ``make`` gives, as UTF-8; both happen in a thread. What stood in the file before goes only when all is there.

    Half a surrogate pair, which a model can send in JSON, becomes a question mark.

    Raises:
        StorageFailed: the file cannot be written; one that was there is as it was.
    """
    try:
        await asyncio.to_thread(lambda: _replace(file, make()))
    except OSError as error:
        raise StorageFailed(
            f"“{file.name}” cannot be written.",
            advice="Choose another folder, or free some space.",
            details=str(error),
        ) from error


def _replace(file: Path, text: str) -> None:
    if file.exists() and not file.is_file():  # a device or a pipe: there is nothing to keep
        file.write_text(text, encoding="utf-8", errors="replace")
        return
    target = Path(os.path.realpath(file))  # a link stays a link
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

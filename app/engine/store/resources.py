"""Which assistants and threads use a file, and letting go of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String, cast, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.store.tables import Assistant, Thread


async def release_file(session: AsyncSession, file_id: str) -> None:
    """Take a deleted file out of every assistant's and thread's code interpreter list."""
    for table in (Assistant, Thread):
        rows: Any = await session.scalars(
            select(table).where(
                table.tool_resources.is_not(None), cast(table.tool_resources, String).contains(file_id)
            )
        )
        for row in rows:
            row.tool_resources = without_file(row.tool_resources, file_id)


def without_file(resources: dict[str, Any], file_id: str) -> dict[str, Any]:
    """The same resources without one file."""
    interpreter = resources.get("code_interpreter")
    if not interpreter or file_id not in interpreter.get("file_ids", ()):
        return resources
    file_ids = [known for known in interpreter["file_ids"] if known != file_id]
    return {**resources, "code_interpreter": {**interpreter, "file_ids": file_ids}}

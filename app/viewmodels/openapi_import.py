"""Functions from an OpenAPI document: what it offers, what is chosen, and what comes of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError, InvalidInput
from app.viewmodels.task_scope import TaskScope
from app.workbench import openapi
from app.workbench.openapi import Document, Operation

Json = dict[str, Any]
PAUSE_SECONDS = 0.15


class OpenApiImport(QObject):
    """State of the import's sheet.

    Signals:
        changed: document, choice or problem are different.
    """

    changed = Signal()

    def __init__(self, tasks: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.text = ""
        self.server = ""
        self.document: Document | None = None
        self.problem = ""
        self.chosen: set[str] = set()
        self.reading = False

    def reset(self) -> None:
        """Begin anew."""
        self.text, self.server, self.document, self.problem = "", "", None, ""
        self.chosen = set()
        self.changed.emit()

    def read_file(self, path: Path) -> None:
        """Read a document from a file."""
        self._tasks.start("openapi", self._read_file(path), failed=self._failed)

    def read_text(self, text: str) -> None:
        """Read a document that is pasted or typed, when no more comes for a moment."""
        self.text = text
        self._tasks.start("openapi", self._read(PAUSE_SECONDS), failed=self._failed)

    def set_server(self, server: str) -> None:
        """Use another address than the document's own; empty goes back to it."""
        self.server = server.strip()
        if self.text:
            self._tasks.start("openapi", self._read(), failed=self._failed)

    async def _read_file(self, path: Path) -> None:
        try:
            if path.stat().st_size > openapi.MOST_CHARACTERS:
                raise InvalidInput(f"{path.name} is too large to be an OpenAPI document.")
            data = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise InvalidInput(f"{path.name} cannot be read.", details=str(error)) from None
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise InvalidInput(f"{path.name} is no text in UTF-8.") from None
        await self._read()

    async def _read(self, pause: float = 0.0) -> None:
        await asyncio.sleep(pause)
        self.reading = True
        self.changed.emit()
        try:
            document = await asyncio.to_thread(openapi.read, self.text, server=self.server)
        finally:
            self.reading = False
        before = {op.name for op in self.document.operations} if self.document is not None else set()
        self.document, self.problem = document, ""
        usable = {op.name for op in document.operations if not op.problem}
        few = len(usable) <= 20
        self.chosen = self.chosen & usable if before == {op.name for op in document.operations} else set()
        if not self.chosen and few:
            self.chosen = usable
        self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self.document, self.chosen = None, set()
        self.problem = str(error)
        self.changed.emit()

    def choose(self, name: str, chosen: bool) -> None:
        """Take an operation, or leave it."""
        if chosen:
            self.chosen.add(name)
        else:
            self.chosen.discard(name)
        self.changed.emit()

    def choose_all(self, chosen: bool) -> None:
        """Take all operations that can be taken, or none."""
        found = self.document.operations if self.document is not None else ()
        self.chosen = {op.name for op in found if not op.problem} if chosen else set()
        self.changed.emit()

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What was chosen, in the document's order."""
        found = self.document.operations if self.document is not None else ()
        return tuple(op for op in found if op.name in self.chosen and not op.problem)

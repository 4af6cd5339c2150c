"""Files and images that code made: fetched once, shown, saved, opened."""

from __future__ import annotations

import asyncio
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError, StorageFailed
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.sentences import said
from app.viewmodels.task_scope import TaskScope
from app.workbench.api import EngineAccess
from app.workbench.tools.interpreter import Interpreter, MadeFile

KEPT_BYTES = 64_000_000
OPENABLE = frozenset(
    [
        "txt",
        "csv",
        "tsv",
        "json",
        "jsonl",
        "md",
        "log",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "bmp",
        "pdf",
        "xlsx",
        "ods",
        "docx",
        "odt",
        "pptx",
        "odp",
        "xml",
        "yaml",
        "yml",
    ]
)
"""Kinds of files that the system's programs show without running them; all others are saved only."""


class MadeFiles(QObject):
    """Contents by file id.

    Signals:
        loaded: a file's content is here, or cannot be had; carries its id.
        fetched: a file to be opened lies at this path.
    """

    loaded = Signal(str)
    fetched = Signal(str)

    def __init__(self, engine: EngineAccess, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interpreter = Interpreter(engine)
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self.failed: dict[str, str] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def content(self, file_id: str) -> bytes | None:
        """A file's content; None while it is being fetched (``loaded`` tells) or cannot be had (``failed``)."""
        if file_id in self._contents:
            self._contents.move_to_end(file_id)
            return self._contents[file_id]
        key = f"load {file_id}"
        if file_id not in self.failed and not self.tasks.running(key):
            self.tasks.start(key, self._load(file_id))
        return None

    async def _load(self, file_id: str) -> None:
        try:
            data = await self._interpreter.content(file_id)
        except AppError as error:
            self.failed[file_id] = said(error.message)
        else:
            self._keep(file_id, data)
        self.loaded.emit(file_id)

    def _keep(self, file_id: str, data: bytes) -> None:
        self._contents[file_id] = data
        while sum(map(len, self._contents.values())) > KEPT_BYTES and len(self._contents) > 1:
            self._contents.popitem(last=False)

    async def bytes_of(self, file: MadeFile, session: str = "") -> bytes:
        """A file's content, of the API or as it lies in a session.

        Raises:
            AppError: it cannot be had.
        """
        if file.file_id:
            return self._contents.get(file.file_id) or await self._interpreter.content(file.file_id)
        return await self._interpreter.session_content(session, file.name)

    def save(self, file: MadeFile, path: str, session: str = "") -> None:
        """Save a file where a person wants it."""
        self.tasks.start("", self._save(file, Path(path), session))

    async def _save(self, file: MadeFile, path: Path, session: str) -> None:
        data = await self.bytes_of(file, session)
        try:
            await asyncio.to_thread(path.write_bytes, data)
        except OSError as error:
            raise StorageFailed(f"“{path.name}” cannot be saved.", details=str(error)) from None
        self._bus.show_success(f"“{path.name}” is saved.")

    def open(self, file: MadeFile, session: str = "") -> None:
        """Fetch a file so that the system's program can show a copy of it."""
        self.tasks.start("", self._open(file, session))

    async def _open(self, file: MadeFile, session: str) -> None:
        data = await self.bytes_of(file, session)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="assistant-workbench-")
        folder = Path(self._folder.name) / (file.file_id or "session")
        path = folder / safe_name(file.name)

        def write() -> None:
            folder.mkdir(exist_ok=True)
            path.write_bytes(data)

        try:
            await asyncio.to_thread(write)
        except OSError as error:
            raise StorageFailed(f"“{file.name}” cannot be opened.", details=str(error)) from None
        self.fetched.emit(str(path))

    async def close(self) -> None:
        """Stop fetching and remove what was opened."""
        await self.tasks.close()
        if self._folder is not None:
            await asyncio.to_thread(self._folder.cleanup)
            self._folder = None


def can_open(name: str) -> bool:
    """Whether the system may be asked to show a file of this name."""
    return name.rpartition(".")[2].lower() in OPENABLE


def safe_name(name: str) -> str:
    """A file's name without anything that leads elsewhere."""
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(letter if letter.isprintable() and letter not in '<>:"|?*' else "_" for letter in last)
    return clean.strip(". ")[:120] or "file"


Loaded = Callable[[str], object]

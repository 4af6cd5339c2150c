"""The files that an assistant's code interpreter finds: their names and sizes, uploading and taking out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError, InvalidInput, NotFound, StorageFailed
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.api import EngineAccess, in_words, plain
from app.workbench.model_facts import size_words

MOST_BYTES = 512 * 1024**2


@dataclass(frozen=True)
class CodeFile:
    """One file. ``size`` is in bytes, None while it is not known; ``gone``: the engine does not have it any more."""

    id: str
    name: str
    size: int | None = None
    gone: bool = False

    @property
    def words(self) -> str:
        """Its size, or what is the matter."""
        return "deleted" if self.gone else size_words(self.size)


class CodeFiles(QObject):
    """Knows the files of the selected assistant by their ids.

    Args:
        engine: where they are.
        bus: for failures and Undo.
        tasks: the page's tasks.
        keep: told the ids when a person changed them.

    Signals:
        changed: files, names or what is being uploaded.
    """

    changed = Signal()

    def __init__(
        self,
        engine: EngineAccess,
        bus: MessageBus,
        tasks: TaskScope,
        keep: Callable[[tuple[str, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._bus, self._tasks, self._keep = engine, bus, tasks, keep
        self._known: dict[str, CodeFile] = {}
        self._owner = ""
        self.ids: tuple[str, ...] = ()
        self.uploading: list[str] = []

    @property
    def files(self) -> tuple[CodeFile, ...]:
        """The files in their order."""
        return tuple(self._known.get(file_id, CodeFile(file_id, file_id)) for file_id in self.ids)

    def show(self, owner: str, ids: tuple[str, ...]) -> None:
        """Show these files of an assistant (its id or draft key)."""
        if owner == self._owner and ids == self.ids:
            return
        self._owner, self.ids = owner, ids
        self.changed.emit()
        if any(file_id not in self._known for file_id in ids):
            self._tasks.start("code files", self._look_up(), failed=lambda _error: None)

    async def _look_up(self) -> None:
        client = await self._engine.ready_client()
        for file_id in [file_id for file_id in self.ids if file_id not in self._known]:
            try:
                async with in_words():
                    about = plain(await client.files.retrieve(file_id))
            except NotFound:
                self._known[file_id] = CodeFile(file_id, file_id, gone=True)
            else:
                self._known[file_id] = CodeFile(file_id, str(about.get("filename")), about.get("bytes"))
            self.changed.emit()

    def upload(self, paths: Sequence[Path]) -> None:
        """Upload files and add them; folders are left out, each failure is told."""
        found = [path for path in paths if path.is_file()]
        if found:
            self._tasks.start("", self._upload(found, self._owner))
        elif paths:
            self._bus.show_warning("Only files can be added here, no folders.")

    async def _upload(self, paths: Sequence[Path], owner: str) -> None:
        client = await self._engine.ready_client()
        self.uploading += [path.name for path in paths]
        self.changed.emit()
        try:
            for path in paths:
                try:
                    await self._upload_one(client, path, owner)
                except AppError as error:
                    self._bus.show_error(error)
                finally:
                    self.uploading.remove(path.name)
                    self.changed.emit()
        finally:
            for path in paths:
                if path.name in self.uploading:
                    self.uploading.remove(path.name)

    async def _upload_one(self, client: object, path: Path, owner: str) -> None:
        try:
            size = path.stat().st_size
            if size > MOST_BYTES:
                raise InvalidInput(f"{path.name} has more than 512 MB.", advice="Take a part of it.")
            data = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise StorageFailed(f"{path.name} cannot be read.", details=str(error)) from None
        async with in_words():
            made = plain(await client.files.create(file=(path.name, data), purpose="assistants"))  # type: ignore[attr-defined]
        file = CodeFile(str(made["id"]), str(made.get("filename")), made.get("bytes"))
        self._known[file.id] = file
        if owner == self._owner:
            self.ids = (*self.ids, file.id)
            self._keep(self.ids)

    def remove(self, file_id: str) -> None:
        """Take a file out of the assistant; it stays in the engine, so that older versions still have it."""
        before, owner = self.ids, self._owner
        file = self._known.get(file_id, CodeFile(file_id, file_id))
        self.ids = tuple(other for other in before if other != file_id)
        self._keep(self.ids)
        self.changed.emit()

        def undo() -> None:
            if self._owner == owner:
                self.ids = before
                self._keep(before)
                self.changed.emit()

        self._bus.show_info(f"{file.name} was taken out.", actions=[Action(t("Undo"), undo)], key="code-file")

"""What is typed for one lane or for all: a text and the files beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError, InvalidInput
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.workbench.playground.attachments import MOST_FILES, read_attachment
from app.workbench.playground.lane import Attachment


class ComposerViewModel(QObject):
    """State of a composer.

    Args:
        key: the lane that it belongs to, "" for the common one.
        bus: told what cannot be attached.

    Signals:
        text_set: the program put another text there (restored, or taken by sending).
        edited: text or files are others now, whoever changed them.
        files_changed: other files are attached.
    """

    text_set = Signal(str)
    edited = Signal()
    files_changed = Signal()

    def __init__(self, key: str, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.text = ""
        self.files: tuple[Attachment, ...] = ()
        self._bus = bus
        self._pasted = 0
        self.tasks = TaskScope(self, bus)

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.text.strip()

    def set_text(self, text: str) -> None:
        """A person typed this."""
        if text != self.text:
            self.text = text
            self.edited.emit()

    def put(self, text: str, files: Sequence[Attachment] = ()) -> None:
        """Show a text and files that were not typed just now."""
        self._set_files(files)
        if text != self.text:
            self.text = text
            self.text_set.emit(text)
            self.edited.emit()

    def take(self) -> tuple[str, tuple[Attachment, ...]]:
        """Give what is there and begin anew."""
        taken = (self.text, self.files)
        self.put("")
        return taken

    # -- files ---------------------------------------------------------------------------------------------------

    def add_paths(self, paths: Iterable[str]) -> None:
        """Attach files of the disk, read beside the event loop."""
        self.tasks.start("", self._read([Path(path) for path in paths]))

    async def _read(self, paths: list[Path]) -> None:
        for path in paths:
            try:
                self.add(await asyncio.to_thread(read_attachment, path))
            except AppError as error:
                self._bus.show_error(error)

    def add_image(self, data: bytes) -> None:
        """Attach a pasted image (PNG)."""
        self._pasted += 1
        try:
            self.add(Attachment(f"pasted-{self._pasted}.png", "image/png", data))
        except InvalidInput as error:
            self._bus.show_error(error)

    def add(self, file: Attachment) -> None:
        """Attach a file.

        Raises:
            InvalidInput: there are too many.
        """
        if len(self.files) >= MOST_FILES:
            raise InvalidInput(f"A prompt takes at most {MOST_FILES} files.")
        self._set_files((*self.files, file))

    def remove(self, position: int) -> None:
        """Take a file away."""
        if 0 <= position < len(self.files):
            self._set_files(self.files[:position] + self.files[position + 1 :])

    def _set_files(self, files: Sequence[Attachment]) -> None:
        if tuple(files) != self.files:
            self.files = tuple(files)
            self.files_changed.emit()
            self.edited.emit()

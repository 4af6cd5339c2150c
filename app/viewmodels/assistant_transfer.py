"""Assistants that come and go as a whole: from templates, from bundle files, into bundle files."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.entities import Assistant
from app.core.errors import AppError, InvalidInput
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.portability import bundle
from app.workbench.portability.moving import Mover
from app.workbench.templates import Template

Json = dict[str, Any]
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class AssistantTransfer(QObject):
    """Carries assistants in and out.

    Args:
        mover: does it.
        bus: for news and failures.
        tasks: the page's tasks.

    Signals:
        arrived: an assistant was made (the API's object).
        progressed: what is being done now; empty when nothing is.
        removal_requested: what arrived is not wanted after all: its id.
    """

    arrived = Signal(object)
    progressed = Signal(str)
    removal_requested = Signal(str)

    def __init__(
        self, mover: Mover, bus: MessageBus, tasks: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.mover = mover
        self._bus = bus
        self._tasks = tasks
        self.models: tuple[str, ...] = ()
        self.words = ""
        self._to_import: list[Path] = []

    # -- templates -----------------------------------------------------------------------------------------------

    def use_template(self, template: Template, model: str) -> None:
        """Make an assistant of a template on ``model``."""
        self._tasks.start("transfer", self._use(template, model), failed=self._failed)

    async def _use(self, template: Template, model: str) -> None:
        self._say(t("Making “{0}”…").format(template.name))
        made = await self.mover.install(
            template.package(model),
            note=t("From the template “{0}”").format(template.name),
            progress=self._progress,
        )
        self._done(made, t("“{0}” was made from its template.").format(made.name))

    # -- bundles -------------------------------------------------------------------------------------------------

    def import_bundle(self, path: str | Path) -> None:
        """Make an assistant of a bundle file (:mod:`app.workbench.portability.bundle`), after those that came before."""
        self._to_import.append(Path(path))
        if len(self._to_import) == 1 or not self._tasks.running("import"):
            self._tasks.start("import", self._import_all(), failed=self._failed)

    async def _import_all(self) -> None:
        try:
            while self._to_import:
                try:
                    await self._import(self._to_import[0])
                except AppError as error:
                    self._failed(error)
                self._to_import.pop(0)
        finally:
            self._to_import.clear()

    async def _import(self, path: Path) -> None:
        self._say(t("Opening {0}…").format(path.name))
        contents = await asyncio.to_thread(bundle.read, path)
        try:
            made = await self.mover.install(
                contents.package, note=t("From the file {0}").format(path.name), progress=self._progress
            )
        finally:
            await asyncio.to_thread(contents.close)
        self._done(made, t("“{0}” was taken from {1}.").format(made.name or path.stem, path.name))
        remarks = [*contents.remarks]
        if self.models and made.model not in self.models:
            remarks.append(
                t("Its model {0} is not offered here: choose another one for it.").format(made.model)
            )
        if remarks:
            self._bus.show_warning(" ".join(remarks))

    def export_bundle(self, assistant_id: str, name: str, path: str | Path) -> None:
        """Write an assistant with everything that belongs to it into a file."""
        self._tasks.start("transfer", self._export(assistant_id, name, Path(path)), failed=self._failed)

    async def _export(self, assistant_id: str, name: str, path: Path) -> None:
        if path.suffix != bundle.SUFFIX:
            path = path.with_name(path.name + bundle.SUFFIX)
        if not path.parent.is_dir():
            raise InvalidInput(f"There is no folder {path.parent.name}.", advice="Choose another place.")
        self._say(t("Exporting “{0}”…").format(name))
        async with self.mover.exported(assistant_id, progress=self._progress) as package:
            await asyncio.to_thread(bundle.write, package, path)
        self._say("")
        files = len(package.files)
        with_files = t(" with {0} files").format(files) if files > 1 else t(" with one file") if files else ""
        self._bus.show_success(f"“{name}” was exported{with_files} to {path.name}.")

    # -- news ----------------------------------------------------------------------------------------------------

    def _progress(self, done: int, total: int, words: str) -> None:
        if words:
            self._say(t("{0} of {1}: {2}").format(done + 1, total, words))

    def _done(self, made: Assistant, words: str) -> None:
        self._say("")
        self.arrived.emit(made.raw)
        remove = Action(t("Undo"), lambda: self.removal_requested.emit(made.id))
        self._bus.show_info(words, actions=[remove], key="assistant-arrived")

    def _failed(self, error: AppError) -> None:
        self._say("")
        self._bus.show_error(error)

    def _say(self, words: str) -> None:
        self.words = words
        self.progressed.emit(words)


def file_name(name: str) -> str:
    """A file name for an assistant: what no file system takes is left out."""
    clean = _NOT_IN_NAMES.sub(" ", name).strip(" .")
    return f"{' '.join(clean.split())[:80] or 'Assistant'}{bundle.SUFFIX}"

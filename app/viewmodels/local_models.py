"""Models of this computer on the page: rows with what can be done, downloads with progress, loading, own files by drop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import AppError, InvalidInput
from app.viewmodels.background import BackgroundWork, Work
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.sentences import said
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import counted, mark, t
from app.workbench import model_facts
from app.workbench.local_models import Download, LocalModel, LocalModels, Shelf

LOOK_MS = 700
"""How often is looked again while something goes on."""
UNDO_SECONDS = 10.0

_STATES = {
    "stopped": (mark("Ready to load"), ""),
    "starting": (mark("Starting"), "info"),
    "loading": (mark("Loading"), "info"),
    "ready": (mark("Loaded"), "success"),
    "failed": (mark("Does not start"), "error"),
}
_TOOLS = {
    "native": mark("Calls tools by itself"),
    "prompted": mark("Calls tools by prompt"),
    "none": mark("Too small for tools"),
}


@dataclass(frozen=True)
class ModelRow:
    """A model in the list.

    ``badge`` stands beside the name, ``state`` with its colour ``level`` at the right. ``actions`` are what can be done,
    the most likely first: ``download``, ``resume``, ``load``, ``unload``, ``delete``, ``discard``, ``forget``, ``cancel``.
    ``progress`` is a fraction, -1 while it is not known, None when nothing is under way.
    """

    id: str
    name: str
    badge: str
    state: str
    level: str
    remark: str
    facts: str
    message: str
    details: str
    actions: tuple[str, ...]
    progress: float | None
    progress_words: str
    download_words: str

    @property
    def text(self) -> str:
        """All in one line, as a screen reader reads it."""
        parts = (
            self.name,
            self.badge,
            self.state,
            self.progress_words,
            self.facts,
            self.remark,
            self.message,
        )
        return ", ".join(part for part in parts if part)


class LocalModelsViewModel(QObject):
    """State of “Models on this computer”.

    Args:
        models: the engine's routes.
        bus: where news go.
        parent: the owner.
        let_go: takes back a file that was named when the engine was started; true if the path is that file.
        background: where downloads are shown on every page.

    Signals:
        changed: the rows or the room that there is are different.
        models_changed: another model can be used now, or one cannot any more.
    """

    changed = Signal()
    models_changed = Signal()

    def __init__(
        self,
        models: LocalModels,
        bus: MessageBus,
        parent: QObject | None = None,
        *,
        let_go: Callable[[str], bool] = lambda _path: False,
        background: BackgroundWork | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._let_go = let_go
        self._models = models
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self.shelf = Shelf()
        self.loaded = False
        self.problem = ""
        self._watched: set[str] = set()
        self._deleting: dict[str, QTimer] = {}
        self._loading: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)

    # -- showing -------------------------------------------------------------------------------------------------

    @property
    def here(self) -> tuple[ModelRow, ...]:
        """The models that can be used."""
        return tuple(
            _row(model, self.shelf, loading=model.id in self._loading)
            for model in self.shelf.models
            if model.installed and model.id not in self._deleting
        )

    @property
    def to_get(self) -> tuple[ModelRow, ...]:
        """The models that can be downloaded, the recommended one first."""
        missing = [m for m in self.shelf.models if not m.installed or m.id in self._deleting]
        missing = [m for m in missing if m.kind != "added"]
        missing.sort(key=lambda model: not model.recommended)
        return tuple(_row(model, self.shelf) for model in missing)

    @property
    def room_words(self) -> str:
        """Memory, disk and threads in a line."""
        shelf = self.shelf
        if not self.loaded:
            return ""
        words = [
            t("{0} of {1} memory free").format(size_words(shelf.free_memory), size_words(shelf.total_memory)),
            t("{0} free disk").format(size_words(shelf.free_disk)) if shelf.free_disk is not None else "",
            counted(
                t("1 thread for models, one core stays for the window"),
                t("{0} threads for models, one core stays for the window"),
                shelf.threads,
            ),
        ]
        return " · ".join(word for word in words if word)

    # -- looking -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask the engine what there is."""
        self.tasks.start("look", self._look(), failed=self._not_seen)

    def _not_seen(self, error: AppError) -> None:
        self.problem = error.message
        self.changed.emit()

    async def _look(self) -> None:
        shelf = await self._models.shelf()
        before = {model.id for model in self.shelf.models if model.installed}
        was_loaded = self.loaded
        self.shelf, self.loaded, self.problem = shelf, True, ""
        for model in shelf.models:
            self._tell_background(model)
            if model.download is not None and model.download.running:
                self._watched.add(model.id)
            elif model.id in self._watched:
                self._watched.discard(model.id)
                self._tell_end(model)
        self.changed.emit()
        if was_loaded and before != {model.id for model in shelf.models if model.installed}:
            self.models_changed.emit()
        if shelf.restless:
            self._timer.start()

    def _tell_background(self, model: LocalModel) -> None:
        if self._background is None:
            return
        key, download = f"download {model.id}", model.download
        if download is None or not download.running:
            self._background.end(key)
            return
        fraction = _fraction(download)
        words = t("Downloading {0}: {1}").format(model.name, _progress_words(download))
        self._background.show(
            Work(key, words, None if fraction < 0 else fraction, lambda: self.act("cancel", model.id))
        )

    def _tell_end(self, model: LocalModel) -> None:
        if model.installed:
            self._bus.show_info(
                t("{0} is here now and can be chosen.").format(model.name), key=f"model-{model.id}"
            )
        elif model.download is not None and model.download.state == "failed":
            failure = AppError(
                model.download.message, advice=model.download.advice, details=model.download.details
            )
            self._bus.show_error(failure, key=f"model-{model.id}")

    # -- doing ---------------------------------------------------------------------------------------------------

    def act(self, action: str, model_id: str) -> None:
        """Do one of a row's actions."""
        if action in {"delete", "forget"}:
            self.delete(model_id)
        elif action == "discard":
            self.tasks.start(f"discard {model_id}", self._discard(model_id))
        elif action in {"download", "resume"}:
            self._watched.add(model_id)
            self.tasks.start(f"download {model_id}", self._after(self._models.download(model_id)))
        elif action == "cancel":
            self._watched.discard(model_id)
            self.tasks.start(f"cancel {model_id}", self._after(self._models.cancel(model_id)))
        elif action == "load":
            self.tasks.start(f"load {model_id}", self._load(model_id))
        elif action == "unload":
            self.tasks.start(f"load {model_id}", self._after(self._models.unload(model_id)))

    async def _after(self, call: Awaitable[LocalModel]) -> None:
        try:
            await call
        finally:
            self.refresh()

    async def _load(self, model_id: str) -> None:
        self._loading.add(model_id)
        self.changed.emit()
        try:
            await self._models.load(model_id)
        finally:
            self._loading.discard(model_id)
            self.refresh()

    async def _discard(self, model_id: str) -> None:
        await self._models.delete(model_id)
        self.refresh()

    def add_file(self, path: str) -> None:
        """Offer a GGUF file of one's own."""
        try:
            file = model_facts.check_model_file(path)
        except InvalidInput as error:
            self._bus.show_error(error, key="model-file")
            return
        self.tasks.start("add", self._add(str(file)))

    async def _add(self, path: str) -> None:
        added = await self._models.add(path)
        self._bus.show_info(
            t("{0} is offered now.").format(Path(path).name),
            actions=[Action(t("Undo"), lambda: self.act("forget", added.id))],
            key="model-file",
        )
        await self._look()
        self.models_changed.emit()

    def delete(self, model_id: str) -> None:
        """Delete a model's file when the time for Undo is over; of a file of one's own only the entry goes."""
        model = next((one for one in self.shelf.models if one.id == model_id), None)
        if model is None:
            return
        if model.kind == "added":
            self.tasks.start(f"delete {model_id}", self._forget(model))
            return
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(int(UNDO_SECONDS * 1000))
        timer.timeout.connect(lambda: self.tasks.start(f"delete {model_id}", self._delete(model_id)))
        self._deleting[model_id] = timer
        timer.start()
        self._bus.show_info(
            t("{0} is being deleted; {1} become free.").format(model.name, size_words(model.bytes)),
            actions=[Action(t("Undo"), lambda: self.undo_delete(model_id))],
            seconds=UNDO_SECONDS,
            key=f"model-{model_id}",
        )
        self.changed.emit()

    def undo_delete(self, model_id: str) -> None:
        """Keep the file after all."""
        timer = self._deleting.pop(model_id, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
        self.changed.emit()

    async def _delete(self, model_id: str) -> None:
        if model_id not in self._deleting:
            return
        try:
            await self._models.delete(model_id)
        finally:
            self.undo_delete(model_id)
            await self._look()

    async def _forget(self, model: LocalModel) -> None:
        if not self._let_go(model.path):
            await self._models.delete(model.id)
        self._bus.show_info(
            t("{0} is not offered any more. The file itself is untouched.").format(model.file),
            actions=[Action(t("Undo"), lambda: self.add_file(model.path))],
            key="model-file",
        )
        await self._look()
        self.models_changed.emit()

    async def close(self) -> None:
        """End looking; a deletion whose time for Undo was not over does not happen."""
        self._timer.stop()
        for model_id in tuple(self._deleting):
            self.undo_delete(model_id)
        for model in self.shelf.models:
            if self._background is not None:
                self._background.end(f"download {model.id}")
        await self.tasks.close()


def _row(model: LocalModel, shelf: Shelf, *, loading: bool = False) -> ModelRow:
    state, level = _state(model, loading=loading)
    download = model.download
    message, details = model.message if model.state == "failed" else "", ""
    if not model.installed and download is not None and download.state == "failed":
        message = f"{download.message} {download.advice}".strip()
        details = download.details
    return ModelRow(
        id=model.id,
        name=model.name,
        badge=t("Recommended") if model.recommended else t("Built in") if model.kind == "builtin" else "",
        state=state,
        level=level,
        remark=said(f"{model.remark[:1].upper()}{model.remark[1:]}.") if model.remark else "",
        facts=_facts(model, shelf),
        message=message,
        details=details,
        actions=_actions(model, loading=loading),
        progress=_fraction(download) if download is not None and download.running else None,
        progress_words=_progress_words(download) if download is not None and download.running else "",
        download_words=_download_words(model),
    )


def _state(model: LocalModel, *, loading: bool) -> tuple[str, str]:
    if not model.installed:
        download = model.download
        if download is not None and download.running:
            return (t("Checking"), "info") if download.state == "checking" else (t("Downloading"), "info")
        if download is not None and download.state == "failed":
            return t("Not downloaded"), "error"
        return (t("Begun"), "warning") if model.unfinished else ("", "")
    if loading and model.state in {"stopped", "failed"}:
        return t(_STATES["starting"][0]), _STATES["starting"][1]
    word, level = _STATES.get(model.state, ("", ""))
    words = t(word) if word else ""
    if model.state == "ready" and model.memory_used:
        words = t("Loaded · {0} of memory").format(size_words(model.memory_used))
    return words, level


def _facts(model: LocalModel, shelf: Shelf) -> str:
    memory = ""
    if model.memory:
        memory = t("needs about {0} of memory").format(size_words(model.memory))
        if shelf.total_memory and model.memory > shelf.total_memory:
            memory += t(", this computer has {0}").format(size_words(shelf.total_memory))
        elif shelf.free_memory and model.memory > shelf.free_memory and model.memory_used is None:
            memory += t(", {0} are free now").format(size_words(shelf.free_memory))
    context = model.served_context or model.context
    parts = [
        t("{0} file").format(size_words(model.bytes)) if model.bytes else "",
        memory,
        t("{0:,} tokens of context").format(context) if context else "",
        t(_TOOLS[model.tools]) if model.tools in _TOOLS else "",
        t("Sees images") if model.vision else "",
        model.licence,
        model.path if model.kind == "added" else "",
    ]
    return " · ".join(part for part in parts if part)


def _actions(model: LocalModel, *, loading: bool) -> tuple[str, ...]:
    if not model.installed:
        if model.download is not None and model.download.running:
            return ("cancel",)
        return ("resume", "discard") if model.unfinished else ("download",)
    last = () if not model.removable else ("forget",) if model.kind == "added" else ("delete",)
    if model.state in {"starting", "loading"} or loading:
        return ()
    return ("unload" if model.state == "ready" else "load", *last)


def _fraction(download: Download) -> float:
    return download.done / download.total if download.total else -1.0


def _progress_words(download: Download) -> str:
    if download.state == "checking":
        return t("Checking that it is the published file…")
    arrived = size_words(download.done) if download.done else t("0 MB")
    words = [t("{0} of {1}").format(arrived, size_words(download.total)) if download.total else arrived]
    if download.speed > 0:
        words.append(t("{0} a second").format(size_words(int(download.speed))))
        if download.total and download.total > download.done:
            words.append(_left((download.total - download.done) / download.speed))
    if download.source:
        words.append(t("from {0}").format(download.source))
    return " · ".join(words)


def _left(seconds: float) -> str:
    if seconds < 90:
        return t("{0} seconds left").format(max(1, round(seconds)))
    minutes = round(seconds / 60)
    return (
        t("{0} minutes left").format(minutes)
        if minutes < 90
        else t("{0:.1f} hours left").format(seconds / 3600)
    )


def _download_words(model: LocalModel) -> str:
    if model.unfinished:
        return t("Go on ({0} are here)").format(size_words(model.unfinished))
    return t("Download {0}").format(size_words(model.bytes)) if model.bytes else t("Download")


def size_words(size: int | None) -> str:
    """Bytes as people read them, in the window's language: “98 MB”, “1,1 GB”."""
    return said(model_facts.size_words(size))

"""The files of the chosen store: read page by page, looked at again while they are taken in, acted on by selection."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import AppError, NotFound
from app.viewmodels.knowledge_removals import Removals
from app.viewmodels.knowledge_rows import FileRow, file_row
from app.viewmodels.knowledge_uploads import UPLOAD, Uploads
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Attribute, KnowledgeStore, StoreFile
from app.workbench.knowledge_upload import Source, pasted

State = Literal["none", "loading", "ready", "empty", "error"]
PAGE = 100
POLL_MS = 700
WINDOWS = 3
"""So many pages with unfinished files are read again at a time."""
RETRIES_AT_ONCE = 4


class FilesViewModel(QObject):
    """Files of one store.

    Args:
        knowledge: where they are.
        bus: for what fails.
        uploads: what is on its way; shown above the files.

    Signals:
        changed: another store, state or filter; rows tell their own changes.
        store_changed: the store's counts or size are different; carries the :class:`KnowledgeStore`.
    """

    changed = Signal()
    store_changed = Signal(object)

    def __init__(
        self, knowledge: Knowledge, bus: MessageBus, uploads: Uploads, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self._bus = bus
        self.uploads = uploads
        self.tasks = TaskScope(self, bus)
        self.removals = Removals(self.tasks, bus)
        self.rows: RowsModel[FileRow] = RowsModel(
            lambda r: r.text, lambda r: r.key, self, tip=lambda r: r.tip
        )
        self.rows.fetch_more = self.load_more
        self.store: KnowledgeStore | None = None
        self.state: State = "none"
        self.error: AppError | None = None
        self.filter = ""
        self._files: dict[str, StoreFile] = {}
        self._made: dict[str, tuple[StoreFile, FileRow]] = {}
        self._next_after: str | None = None
        self._fetching_more = False
        self._window = 0
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look_again)
        uploads.changed.connect(self._show)
        uploads.arrived.connect(self._arrived)

    # -- which ---------------------------------------------------------------------------------------------------

    def open(self, store: KnowledgeStore | None) -> None:
        """Show another store's files; the same store only takes its new facts."""
        if store is not None and self.store is not None and store.id == self.store.id:
            self.store = store
            self._mind_poll()
            return
        self._poll.stop()
        for key in ("files", "more", "again"):
            self.tasks.cancel(key)
        self.store = store
        self._files, self._next_after, self._fetching_more = {}, None, False
        self._made = {}
        self.filter = ""
        self.error = None
        self.state = "none" if store is None else "loading"
        self.rows.set_rows(())
        self.rows.more = False
        self.changed.emit()
        if store is not None:
            self.tasks.start("files", self._load())

    def set_filter(self, state: str) -> None:
        """Show only files in one state of the API; "" shows all."""
        if state != self.filter and self.store is not None:
            self.filter = state
            self.refresh()

    def refresh(self) -> None:
        """Read the files anew."""
        if self.store is not None:
            self.tasks.start("files", self._load())

    def pause(self) -> None:
        """The page is left: nothing is followed."""
        self._poll.stop()

    async def _load(self) -> None:
        store = self.store
        if store is None:
            return
        if self.state != "ready":
            self.state = "loading"
            self.changed.emit()
        try:
            page = await self._knowledge.files(store.id, limit=PAGE, state=self.filter)
        except AppError as error:
            self.error, self.state = error, "error"
            self.changed.emit()
            return
        self.error, self.state = None, "ready"
        self._files = {file.id: file for file in page.files}
        self._next_after = page.next_after
        self._show()
        self._mind_poll()

    def load_more(self) -> None:
        """Fetch the next page."""
        if self._next_after is not None and not self._fetching_more:
            self.tasks.start("more", self._load_more())

    async def _load_more(self) -> None:
        store = self.store
        if store is None:
            return
        self._fetching_more = True
        try:
            page = await self._knowledge.files(
                store.id, after=self._next_after, limit=PAGE, state=self.filter
            )
        finally:
            self._fetching_more = False
        if store is self.store or (self.store is not None and self.store.id == store.id):
            known = len(self._files)
            self._files.update((file.id, file) for file in page.files)
            self._next_after = page.next_after
            self._show(appended=list(self._files.values())[known:])

    # -- showing -------------------------------------------------------------------------------------------------

    def _show(self, *, appended: Sequence[StoreFile] | None = None) -> None:
        store = self.store
        if store is None or self.state in {"none", "loading", "error"}:
            return
        hidden = self.removals.keys
        if appended is not None:
            self.rows.more = self._next_after is not None
            self.rows.append([self._row(f) for f in appended if self._key(f.id) not in hidden])
        else:
            uploads = [upload.row for upload in self.uploads.of_store(store.id)] if not self.filter else []
            files = [self._row(f) for f in self._files.values() if self._key(f.id) not in hidden]
            self.rows.more = self._next_after is not None
            self.rows.set_rows([*uploads, *files])
        self.state = "ready" if self.rows.rowCount() or self._next_after else "empty"
        self.changed.emit()

    def _row(self, file: StoreFile) -> FileRow:
        """A file's row; ten thousand are not made anew because one has moved on."""
        made = self._made.get(file.id)
        if made is None or made[0] is not file:
            made = self._made[file.id] = (file, file_row(file))
        return made[1]

    def _key(self, file_id: str) -> str:
        return f"{self.store.id if self.store else ''}/{file_id}"

    def _arrived(self, file: StoreFile) -> None:
        if self.store is None or file.store_id != self.store.id or self.state == "loading":
            return
        if not self.filter or self.filter == file.state:
            rest = {key: old for key, old in self._files.items() if key != file.id}
            self._files = {file.id: file, **rest}
        self._poll.start()

    # -- looking again -------------------------------------------------------------------------------------------

    def _mind_poll(self) -> None:
        busy = any(file.state == "in_progress" for file in self._files.values())
        if self.store is not None and (busy or self.store.counts.in_progress):
            if not self._poll.isActive():
                self._poll.start()
        else:
            self._poll.stop()

    def _look_again(self) -> None:
        if self.store is not None and not self.tasks.running("again"):
            self.tasks.start("again", self._read_again(self.store.id), failed=self._not_read)

    def _not_read(self, error: AppError) -> None:
        if isinstance(error, NotFound):
            self._poll.stop()

    async def _read_again(self, store_id: str) -> None:
        """Read the store's counts and the pages with unfinished files."""
        store = await self._knowledge.store(store_id)
        order = list(self._files)
        busy = [i for i, key in enumerate(order) if self._files[key].state == "in_progress"]
        starts: list[int] = []
        for position in busy:
            if not starts or position >= starts[-1] + PAGE:
                starts.append(position)
        if len(starts) > WINDOWS:  # the many are read in turn
            self._window = (self._window + WINDOWS) % len(starts)
            starts = [*starts[self._window :], *starts[: self._window]][:WINDOWS]
        if not self.filter:
            fresh: dict[str, StoreFile] = {}
            for start in starts:
                after = order[start - 1] if start else None
                page = await self._knowledge.files(store_id, after=after, limit=PAGE)
                fresh.update((file.id, file) for file in page.files)
            if self.store is None or self.store.id != store_id:
                return
            changed = False
            for key, file in fresh.items():
                if key in self._files and self._files[key] != file:
                    self._files[key] = file
                    changed = True
            new = [file for key, file in fresh.items() if key not in self._files] if 0 in starts else []
            if new:
                self._files = {**{file.id: file for file in new}, **self._files}
            if changed or new:
                self._show()
        elif store.counts != (self.store.counts if self.store else None):
            await self._load()
        if self.store is not None and self.store.id == store_id:
            self.store = store
            self.store_changed.emit(store)
            self._mind_poll()

    # -- acting --------------------------------------------------------------------------------------------------

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Upload files and folders into the store."""
        if self.store is not None:
            self.uploads.add_paths(self.store.id, paths, self.store.chunking)

    def add_text(self, text: str) -> None:
        """Upload pasted text as a file."""
        if self.store is not None and text.strip():
            self.uploads.add_sources(self.store.id, [pasted(text)], self.store.chunking)

    def add_sources(self, sources: Iterable[Source]) -> None:
        """Upload these."""
        if self.store is not None:
            self.uploads.add_sources(self.store.id, sources, self.store.chunking)

    def file(self, key: str) -> StoreFile | None:
        """The loaded file of a row."""
        return self._files.get(key)

    @property
    def failed_keys(self) -> tuple[str, ...]:
        """The rows that failed, as far as they are loaded."""
        return tuple(row.key for row in self.rows.rows if row.state in {"failed", "cancelled"})

    def retry(self, keys: Iterable[str]) -> None:
        """Try these again: uploads are sent anew, files taken in anew."""
        if self.store is None:
            return
        files = []
        for key in keys:
            if key.startswith(UPLOAD):
                self.uploads.retry(key)
            elif (file := self._files.get(key)) is not None and file.state in {"failed", "cancelled"}:
                files.append(key)
        if files:
            self.tasks.start("", self._retry(self.store.id, files))

    async def _retry(self, store_id: str, keys: Sequence[str]) -> None:
        limit = asyncio.Semaphore(RETRIES_AT_ONCE)

        async def one(key: str) -> None:
            async with limit:
                self._take(store_id, await self._knowledge.retry(store_id, key))

        await asyncio.gather(*(one(key) for key in keys))

    def cancel(self, keys: Iterable[str]) -> None:
        """Stop these: uploads are not sent, files not taken in any further."""
        store = self.store
        if store is None:
            return
        wanted = list(keys)
        self.uploads.cancel([key for key in wanted if key.startswith(UPLOAD)])
        files = [key for key in wanted if key in self._files and self._files[key].state == "in_progress"]

        async def work() -> None:
            for key in files:
                self._take(store.id, await self._knowledge.cancel(store.id, key))

        if files:
            self.tasks.start("", work())

    def remove(self, keys: Iterable[str]) -> None:
        """Take these out of the store and offer Undo; uploads are cancelled."""
        store = self.store
        if store is None:
            return
        wanted = list(keys)
        uploads = [key for key in wanted if key.startswith(UPLOAD)]
        if uploads:
            self.uploads.cancel(uploads)
        files = [key for key in wanted if key in self._files]
        if not files:
            return
        name = self._files[files[0]].filename
        shown = name if len(name) <= 48 else f"{name[:47]}…"
        text = (
            t("“{0}” was removed.").format(shown)
            if len(files) == 1
            else t("{0:,} files were removed.").format(len(files))
        )
        hidden = frozenset(f"{store.id}/{key}" for key in files)

        async def carry_out() -> None:
            limit = asyncio.Semaphore(RETRIES_AT_ONCE)

            async def one(key: str) -> None:
                async with limit:
                    await self._knowledge.remove(store.id, key)
                if self.store is not None and self.store.id == store.id:
                    self._files.pop(key, None)

            await asyncio.gather(*(one(key) for key in files))
            if self.store is not None and self.store.id == store.id:
                self.store = await self._knowledge.store(store.id)
                self.store_changed.emit(self.store)

        self.removals.offer(hidden, text, run=carry_out, undo=lambda: self._undone(store.id))
        self._show()

    def _undone(self, store_id: str) -> None:
        if self.store is not None and self.store.id == store_id:
            self._show()

    def set_attributes(self, keys: Iterable[str], attributes: Mapping[str, Attribute]) -> None:
        """Put these attributes in place of the old ones of the files."""
        store = self.store
        if store is not None:
            files = [key for key in keys if key in self._files]
            self.tasks.start("", self._set_attributes(store.id, files, attributes))

    async def _set_attributes(
        self, store_id: str, keys: Sequence[str], attributes: Mapping[str, Attribute]
    ) -> None:
        for key in keys:
            self._take(store_id, await self._knowledge.set_attributes(store_id, key, attributes))

    def _take(self, store_id: str, file: StoreFile) -> None:
        if self.store is None or self.store.id != store_id or file.id not in self._files:
            return
        old = self._files[file.id]
        self._files[file.id] = dataclasses.replace(
            file, filename=file.filename if file.filename != file.id else old.filename
        )
        self._show()
        self._mind_poll()

    async def close(self) -> None:
        """End; what was removed is removed now."""
        self._poll.stop()
        await self.removals.flush()
        await self.tasks.close()

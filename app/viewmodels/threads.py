"""The page “Threads”: the list, one thread's messages read backwards as far as a person looks, and its runs."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.entities import Message, Run, Thread
from app.core.errors import AppError, NotFound
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.steps import StepsViewModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.thread_rows import (
    UNTITLED,
    RunRow,
    ThreadRow,
    in_tree,
    thread_row,
    transcript_item,
    when_words,
)
from app.viewmodels.thread_tools import SAID, ThreadTools
from app.viewmodels.transcript import Transcript
from app.viewmodels.words import t
from app.workbench.branching import BRANCH_OF
from app.workbench.threads import ThreadPage, Threads
from app.workbench.versions import stamped_version

State = Literal["loading", "ready", "empty", "error"]
DetailState = Literal["none", "loading", "ready", "empty", "error", "gone"]
PAGE = 100
MESSAGES = 40
MOST_PAGES_BACK = 100
ACTIVE = frozenset({"queued", "in_progress", "cancelling"})
POLL_MS = 1000


class ThreadsViewModel(QObject):
    """State of the page.

    Signals:
        list_changed: the list's state, rows or search are different.
        tags_changed: other tags are in use.
        place_found: the message in which the search found something is loaded: its item.
        opened: another thread is shown (or none); its messages may follow later.
        runs_changed: the open thread's runs, or the selected one, are different.
    """

    list_changed = Signal()
    opened = Signal()
    runs_changed = Signal()
    tags_changed = Signal()
    place_found = Signal(object)

    def __init__(self, threads: Threads, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = threads
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self.rows: RowsModel[ThreadRow] = RowsModel(lambda r: r.text, lambda r: r.id, self)
        self.rows.fetch_more = self.load_more
        self.state: State = "loading"
        self.error: AppError | None = None
        self.search = ""
        self.tag = ""
        self.in_bin = False
        self.tags: dict[str, int] = {}
        self._waiting: set[str] = set()  # threads that some listed one is a branch of
        self._run_of: dict[str, str] = {}
        self._run_objects: tuple[Run, ...] = ()
        self._all: dict[str, Thread] = {}
        self._next_after: str | None = None
        self._loaded = False
        self._loading = self._fetching_more = self._fetching_older = False
        self.thread_id: str | None = None
        self._title = t(UNTITLED)
        self.detail_state: DetailState = "none"
        self.detail_error: AppError | None = None
        self.transcript = Transcript(self)
        self._tools = ThreadTools(threads, self.transcript)
        self.older_available = False
        self.runs: tuple[RunRow, ...] = ()
        self.run_id: str | None = None
        self.steps = StepsViewModel(self)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look_again)

    # -- list ----------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page is shown, or the window came to the front: look what is there now."""
        self.tasks.start("list", self._refresh())
        self.tasks.start(t("all tags"), self.load_tags())
        if self.thread_id is not None and not self.in_bin:
            self.tasks.start("open", self._load(self.thread_id, again=True))

    def deactivate(self) -> None:
        """The page is left."""
        self._poll.stop()

    async def _refresh(self) -> None:
        if not self._loaded:
            self.state = "loading"
            self.list_changed.emit()
        try:
            page = await self._page(None)
        except AppError as error:
            if self._loaded:
                self._bus.show_error(error, key="threads-list")
                return
            self.error = error
            self.state = "error"
            self.list_changed.emit()
            return
        self._bus.close_key("threads-list")
        fresh = {thread.id: thread for thread in page.threads}
        if (
            self._loaded
            and not self.search
            and page.next_after is not None
            and fresh.keys() & self._all.keys()
        ):
            rest = {key: thread for key, thread in self._all.items() if key not in fresh}
            self._all = {**fresh, **(rest if len(self._all) > len(fresh) else {})}
            if len(self._all) == len(fresh):
                self._next_after = page.next_after
        else:
            self._all, self._next_after = fresh, page.next_after
        self.error = None
        self._loaded = True
        self._show()

    def load_more(self) -> None:
        """Fetch the next page of the list."""
        if self._next_after is not None and not self._fetching_more:
            self.tasks.start("more", self._fetch_more())

    async def _fetch_more(self) -> None:
        self._fetching_more = True
        try:
            page = await self._page(self._next_after)
        finally:
            self._fetching_more = False
        fresh = [thread for thread in page.threads if thread.id not in self._all]
        parents = {thread.metadata.get(BRANCH_OF, "") for thread in page.threads}
        alone = len(fresh) == len(page.threads) and not parents & (self._all.keys() | {t.id for t in fresh})
        self._all.update((thread.id, thread) for thread in page.threads)
        self._next_after = page.next_after
        if alone and not self._waiting & {thread.id for thread in fresh}:
            self.rows.more = self._next_after is not None
            self.rows.append([thread_row(thread) for thread in fresh])
            self._waiting |= parents - {""}
            self.list_changed.emit()
        else:
            self._show()

    async def _page(self, after: str | None) -> ThreadPage:
        query = "" if self.in_bin else self.search.strip()
        tag = "" if self.in_bin else self.tag
        return await self._threads.list(after=after, limit=PAGE, query=query, tag=tag, deleted=self.in_bin)

    def set_search(self, text: str) -> None:
        """Show only threads in which all words of ``text`` stand, in one message or in the title."""
        if text.strip() != self.search.strip():
            self.search = text
            self._begin_list()

    def set_view(self, *, tag: str = "", in_bin: bool = False) -> None:
        """Show the threads that carry a tag, all of them, or the bin."""
        if (tag, in_bin) != (self.tag, self.in_bin):
            self.tag, self.in_bin = tag, in_bin
            self.open(None)
            self._begin_list()

    def _begin_list(self) -> None:
        self._all, self._next_after = {}, None
        self._loaded = bool(self.search.strip())  # what is shown stays until something is found
        self.tasks.cancel("more")
        self.tasks.start("list", self._refresh())

    async def reload(self) -> None:
        """Read the list anew."""
        self._all, self._next_after = {}, None
        await self._refresh()

    async def load_tags(self) -> None:
        """Read which tags are in use; without the engine those that are known stay."""
        try:
            self.tags = await self._threads.tags()
        except AppError:
            return  # the list says what is wrong
        self.tags_changed.emit()

    def _show(self) -> None:
        self.rows.more = self._next_after is not None
        self.rows.set_rows(in_tree(self._all.values(), tree=not (self.search.strip() or self.in_bin)))
        self._waiting = {thread.metadata.get(BRANCH_OF, "") for thread in self._all.values()} - {""}
        self.state = "ready" if self._all or self.search.strip() else "empty"
        self.list_changed.emit()

    def replace(self, thread: Thread) -> None:
        """A thread is another now (its title, its tags)."""
        before = self._all.get(thread.id)
        if before is not None:
            raw = {**before.raw, "metadata": thread.raw.get("metadata") or {}}
            title = thread.title or before.title
            self._all[thread.id] = dataclasses.replace(before, title=title, metadata=thread.metadata, raw=raw)
            self._show()
        if thread.id == self.thread_id:
            self.opened.emit()

    def forget(self, thread_ids: Sequence[str]) -> None:
        """Threads are no longer in this list."""
        gone = set(thread_ids)
        neighbour = None
        if self.thread_id in gone:
            neighbour = next((row.id for row in self.rows.rows if row.id not in gone), None)
        for thread_id in gone:
            self._all.pop(thread_id, None)
        self._show()
        if self.thread_id in gone:
            self.open(neighbour)

    async def show_new(self, thread: Thread) -> None:
        """A thread was made: list it first and open it."""
        self._all = {thread.id: thread, **self._all}
        self._show()
        self.open(thread.id)

    @property
    def open_thread(self) -> Thread | None:
        """The open thread, as the list has it."""
        return self._all.get(self.thread_id or "")

    @property
    def run_object(self) -> Run | None:
        """The selected run."""
        return next((run for run in self._run_objects if run.id == self.run_id), None)

    def run_of(self, message_id: str) -> str:
        """The run that wrote a message, "" if none did."""
        return self._run_of.get(message_id, "")

    def assistant_after(self, message_id: str) -> str:
        """The assistant that answered a prompt, else the one that ran last; "" if none did."""
        place = next((i for i, item in enumerate(self.transcript.items) if item.key == message_id), -1)
        runs = {run.id: run.assistant_id for run in self._run_objects}
        for item in self.transcript.items[place + 1 :] if place >= 0 else ():
            if self.run_of(item.key) in runs:
                return runs[self.run_of(item.key)]
        return self._run_objects[0].assistant_id if self._run_objects else ""

    # -- one thread ----------------------------------------------------------------------------------------------

    def open(self, thread_id: str | None) -> None:
        """Show a thread; None shows none."""
        if thread_id == self.thread_id:
            return
        self._poll.stop()
        self.thread_id = thread_id
        self._title = t(UNTITLED)
        self.transcript.clear()
        self._tools.reset()
        self._run_of.clear()
        self._run_objects = ()
        self.older_available = False
        self.runs, self.run_id = (), None
        self.steps.reset()
        self.detail_error = None
        self.detail_state = "none" if thread_id is None else "gone" if self.in_bin else "loading"
        self.tasks.cancel("open")
        self.tasks.cancel("older")
        self.tasks.cancel("tools")
        self.tasks.cancel("place")
        self.tasks.cancel("steps")
        self.opened.emit()
        self.runs_changed.emit()
        if thread_id is not None and not self.in_bin:
            self.tasks.start("open", self._load(thread_id))

    @property
    def title(self) -> str:
        """The open thread's title."""
        thread = self._all.get(self.thread_id or "")
        if thread is not None:
            self._title = " ".join(thread.title.split()) or t(UNTITLED)
        return self._title

    async def _load(self, thread_id: str, *, again: bool = False) -> None:
        self._loading = True
        try:
            # In this order: what a run wrote is read after its state, or the end of an answer would be missed.
            runs = await self._threads.newest_runs(thread_id)
            messages, older = await self._threads.newest(thread_id, limit=MESSAGES)
        except NotFound:
            self._gone()
            return
        except AppError as error:
            self.detail_error = error
            self.detail_state = "error"
            self.opened.emit()
            return
        finally:
            self._loading = False
        if not again:
            self.older_available = older
            self.tasks.start("place", self._go_to_place(thread_id))
        self._take_messages(messages, older)
        state: DetailState = "ready" if self.transcript.items else "empty"
        if state != self.detail_state:
            self.detail_state = state
            self.opened.emit()
        self._take_runs(runs)
        self._load_tools(thread_id)

    def _take_messages(self, messages: Sequence[Message], older: bool) -> None:
        """Show the newest messages; what is shown already stays where it is."""
        self._run_of.update({message.id: message.run_id for message in messages if message.run_id})
        fresh = [transcript_item(message) for message in messages]
        items = [shown for shown in self.transcript.items if shown.kind in SAID]
        start = next((i for i, old in enumerate(items) if fresh and old.key == fresh[0].key), -1)
        old_keys = [old.key for old in items[start:]] if start >= 0 else []
        if start < 0 or old_keys != [new.key for new in fresh[: len(old_keys)]]:
            self.older_available = older
            self._tools.reset()
            self.transcript.set_items(fresh)
            self._tools.take_messages(messages)
            return
        for old, new in zip(items[start:], fresh, strict=False):
            if (old.text, old.state) != (new.text, new.state):
                old.text, old.state, old.level = new.text, new.state, new.level
                old.citations = new.citations
                self.transcript.touch(old)
        self.transcript.add(*fresh[len(old_keys) :])
        self._tools.take_messages(messages)

    def _load_tools(self, thread_id: str) -> None:
        """Show what the runs did between the messages, as it comes."""
        work = self._tools.load(thread_id, self._run_objects, to_begin=not self.older_available)
        self.tasks.start("tools", work)

    async def _go_to_place(self, thread_id: str) -> None:
        """Read back to the message in which the search found something, and tell where it is."""
        thread = self._all.get(thread_id)
        snippets = (thread.raw.get("snippets") or []) if thread is not None else []
        wanted = str(snippets[0].get("message_id") or "") if snippets else ""
        for _ in range(MOST_PAGES_BACK if wanted else 0):
            found = next((item for item in self.transcript.items if item.key == wanted), None)
            if found is not None:
                self.place_found.emit(found)
                return
            if not self.older_available or self._fetching_older or thread_id != self.thread_id:
                return
            await self._fetch_older(thread_id)

    def _gone(self) -> None:
        self._poll.stop()
        self.tasks.cancel("steps")
        self.runs, self.run_id = (), None
        self.steps.reset()
        self.detail_state = "gone"
        self.opened.emit()
        self.runs_changed.emit()

    def _look_again(self) -> None:
        if self.thread_id is not None and not self._loading:
            self.tasks.start("open", self._load(self.thread_id, again=True))

    def load_older(self) -> None:
        """Fetch the messages before the oldest one shown."""
        if self.thread_id is not None and self.older_available and not self._fetching_older:
            self.tasks.start("older", self._fetch_older(self.thread_id))

    async def _fetch_older(self, thread_id: str) -> None:
        before = next((shown.key for shown in self.transcript.items if shown.kind in SAID), None)
        self._fetching_older = True
        try:
            messages, older = await self._threads.newest(thread_id, before=before, limit=PAGE)
        finally:
            self._fetching_older = False
        if thread_id == self.thread_id:
            self.older_available = older
            self._run_of.update({message.id: message.run_id for message in messages if message.run_id})
            self.transcript.insert(0, [transcript_item(message) for message in messages])
            self._tools.take_messages(messages)
            self._load_tools(thread_id)

    # -- runs ----------------------------------------------------------------------------------------------------

    def _take_runs(self, runs: Sequence[Run]) -> None:
        self._run_objects = tuple(runs)
        rows = tuple(
            RunRow(
                run.id,
                len(runs) - i,
                run.status,
                when_words(run.created_at),
                run.model,
                stamped_version(run.raw),
            )
            for i, run in enumerate(runs)
        )
        active = bool(runs) and runs[0].status in ACTIVE
        if active:
            self._poll.start()
        else:
            self._poll.stop()
        if rows == self.runs:
            return
        self.runs = rows
        known = {row.id for row in rows}
        if self.run_id not in known:
            self.run_id = rows[0].id if rows else None
        self.runs_changed.emit()
        if self.run_id is not None:
            self.tasks.start("steps", self._load_steps(self.run_id))

    def select_run(self, run_id: str) -> None:
        """Show the steps of a run, by its id (a message knows the run that wrote it)."""
        if run_id and run_id != self.run_id:
            self.run_id = run_id
            self.runs_changed.emit()
            self.tasks.start("steps", self._load_steps(run_id))

    async def _load_steps(self, run_id: str) -> None:
        thread_id = self.thread_id
        if thread_id is None:
            return
        if self.steps.run.get("id") != run_id:
            self.steps.show_loading()
        try:
            run, steps = await asyncio.gather(
                self._threads.run(thread_id, run_id), self._threads.steps(thread_id, run_id)
            )
        except AppError as error:
            self.steps.show_error(str(error))
            return
        self.steps.load_stored(run.raw, [step.raw for step in steps])

    # -- deleting ------------------------------------------------------------------------------------------------

    def delete(self, thread_id: str | None = None, *, tell: bool = True) -> None:
        """Delete a thread (the open one) and offer Undo, unless it is not to be told."""
        thread_id = thread_id or self.thread_id
        if thread_id is not None:
            self.tasks.start(f"delete {thread_id}", self._delete(thread_id, tell=tell))

    async def _delete(self, thread_id: str, *, tell: bool) -> None:
        thread = self._all.get(thread_id)
        title = thread_row(thread).title if thread else t(UNTITLED)
        neighbour = self._neighbour(thread_id)
        with contextlib.suppress(NotFound):
            await self._threads.delete(thread_id)
        self._all.pop(thread_id, None)
        self.rows.remove(thread_id)
        self.state = "ready" if self._all else "empty"
        if self.thread_id == thread_id:
            self.open(neighbour)
        self.list_changed.emit()
        if not tell:
            return
        shown = title if len(title) <= 48 else f"{title[:47]}…"
        self._bus.show_info(
            f"“{shown}” was deleted.", actions=[Action(t("Undo"), lambda: self.restore(thread_id))]
        )

    def let_go(self) -> None:
        """Close a thread that was deleted elsewhere."""
        if self.thread_id is not None:
            self._all.pop(self.thread_id, None)
            self.rows.remove(self.thread_id)
            self.state = "ready" if self._all else "empty"
            self.open(None)
            self.list_changed.emit()

    def restore(self, thread_id: str) -> None:
        """Take a deleted thread back out of the bin, with its messages and runs, and open it."""
        self.tasks.start(f"restore {thread_id}", self._restore(thread_id))

    async def _restore(self, thread_id: str) -> None:
        await self._threads.restore(thread_id)
        if self.thread_id == thread_id:
            self.thread_id = None
        await self._refresh()
        if thread_id not in self._all:
            self._all[thread_id] = await self._threads.get(thread_id)
            self._show()
        self.open(thread_id)

    def _neighbour(self, thread_id: str) -> str | None:
        position = self.rows.position(thread_id)
        rows = self.rows.rows
        if position < 0 or len(rows) < 2:
            return None
        return rows[position + 1 if position + 1 < len(rows) else position - 1].id

    async def close(self) -> None:
        """End; before the window's services stop."""
        self._poll.stop()
        self.steps.stop()
        await self.tasks.close()

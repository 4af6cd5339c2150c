"""What can be done with threads: rename, tag, branch, ask otherwise, delete many, empty the bin, write to a file."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from app.core.entities import Thread
from app.core.errors import AppError, NotFound
from app.core.export_file import write_export
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.threads import ThreadsViewModel
from app.viewmodels.words import counted, t
from app.workbench import thread_export
from app.workbench.threads import Threads

AT_ONCE = 8


class ThreadActions:
    """Works on the threads of a :class:`ThreadsViewModel`, in its tasks."""

    def __init__(self, viewmodel: ThreadsViewModel, threads: Threads, bus: MessageBus) -> None:
        self._model = viewmodel
        self._threads = threads
        self._bus = bus

    # -- one thread ----------------------------------------------------------------------------------------------

    def rename(self, title: str) -> None:
        """Give the open thread a title."""
        thread_id = self._model.thread_id
        if thread_id and " ".join(title.split()) != self._model.title:
            self._model.tasks.start("rename", self._change(self._threads.rename(thread_id, title)))

    def set_tags(self, tags: Sequence[str]) -> None:
        """Give the open thread these tags."""
        if self._model.thread_id:
            work = self._threads.set_tags(self._model.thread_id, tags)
            self._model.tasks.start("tags", self._change(work, tags=True))

    async def _change(self, work: Awaitable[Thread], *, tags: bool = False) -> None:
        self._model.replace(await work)
        if tags:
            await self._model.load_tags()

    def branch(self, message_id: str) -> None:
        """Make a new thread of what was said up to a message, and open it."""
        if self._model.thread_id:
            self._model.tasks.start("branch", self._branch(self._model.thread_id, message_id))

    async def _branch(self, thread_id: str, message_id: str) -> None:
        made = await self._threads.branch(thread_id, message_id)
        await self._model.show_new(made)
        undo = Action(t("Undo"), lambda: self._model.delete(made.id, tell=False))
        self._bus.show_info("A branch was made: it goes on from here by itself.", actions=[undo])

    def ask_otherwise(self, message_id: str, text: str) -> None:
        """Ask a prompt of the open thread otherwise: in a branch, which is opened."""
        thread_id, assistant_id = self._model.thread_id, self._model.assistant_after(message_id)
        if not thread_id or not text.strip():
            return
        if not assistant_id:
            self._bus.show_warning(
                "No assistant has run on this thread yet.",
                advice="Continue the thread in the playground and ask there.",
            )
            return
        work = self._ask(thread_id, message_id, text, assistant_id)
        self._model.tasks.start("branch", work)

    async def _ask(self, thread_id: str, message_id: str, text: str, assistant_id: str) -> None:
        await self._model.show_new(
            await self._threads.ask_otherwise(thread_id, message_id, text, assistant_id)
        )

    def write(self, file: str) -> None:
        """Write the open thread to a file: JSON if it is called so, else Markdown."""
        if self._model.thread_id:
            self._model.tasks.start("write", self._write(self._model.thread_id, Path(file)))

    async def _write(self, thread_id: str, file: Path) -> None:
        thread, messages, runs = await asyncio.gather(
            self._threads.get(thread_id), self._threads.transcript(thread_id), self._threads.runs(thread_id)
        )

        def text() -> str:
            if file.suffix.lower() == ".json":
                return thread_export.to_json(thread, messages, runs)
            return thread_export.to_markdown(thread, messages)

        await write_export(file, text)
        self._bus.show_success(f"The thread is in {file.name}.")

    # -- many threads --------------------------------------------------------------------------------------------

    def delete_many(self, thread_ids: Sequence[str]) -> None:
        """Delete threads and offer Undo for all of them together."""
        if len(thread_ids) == 1:
            self._model.delete(thread_ids[0])
        elif thread_ids:
            self._model.tasks.start("delete many", self._delete(tuple(thread_ids)))

    async def _delete(self, thread_ids: tuple[str, ...]) -> None:
        done = await self._each(thread_ids, self._threads.delete)
        self._model.forget(done)
        undo = Action(t("Undo"), lambda: self.restore_many(done))
        self._bus.show_info(f"{len(done):,} threads were deleted.", actions=[undo])

    def restore_many(self, thread_ids: Sequence[str]) -> None:
        """Take threads back out of the bin."""
        self._model.tasks.start("restore many", self._restore(tuple(thread_ids)))

    async def _restore(self, thread_ids: tuple[str, ...]) -> None:
        async def restore(thread_id: str) -> None:
            await self._threads.restore(thread_id)

        done = await self._each(thread_ids, restore)
        if self._model.in_bin:
            self._model.forget(done)
        else:
            await self._model.reload()
        self._bus.show_info(counted(t("1 thread is back."), t("{0:,} threads are back."), len(done)))

    def delete_for_good(self, thread_ids: Sequence[str]) -> None:
        """Delete threads of the bin with everything in them; nothing brings them back."""
        self._model.tasks.start("for good", self._for_good(tuple(thread_ids)))

    async def _for_good(self, thread_ids: tuple[str, ...]) -> None:
        self._model.forget(await self._each(thread_ids, self._threads.delete_for_good))

    async def _each(
        self, thread_ids: Sequence[str], work: Callable[[str], Awaitable[None]]
    ) -> tuple[str, ...]:
        """Do something with each thread, a few at a time; gives those with which it was done (or that were gone)."""
        room = asyncio.Semaphore(AT_ONCE)
        done: list[str] = []
        failed: list[AppError] = []

        async def one(thread_id: str) -> None:
            async with room:
                try:
                    with contextlib.suppress(NotFound):
                        await work(thread_id)
                    done.append(thread_id)
                except AppError as error:
                    failed.append(error)

        await asyncio.gather(*(one(thread_id) for thread_id in thread_ids))
        if failed:
            self._bus.show_error(failed[0])
        return tuple(done)

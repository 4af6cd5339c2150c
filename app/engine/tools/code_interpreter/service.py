"""The interpreter of one engine: its sessions, what was chosen for them, and what is told about them.

Nothing is started with the engine. The first who asks for the interpreter (a run whose assistant has the tool, somebody
who looks at its state) lets it prove itself in the background; a run also has a session warmed while its model thinks.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.core.errors import AppError
from app.core.paths import Paths
from app.engine.store.files import FileContents
from app.engine.store.session import Store
from app.engine.store.tables import Thread
from app.engine.tools.code_interpreter import words
from app.engine.tools.code_interpreter.cells import Cell, Watch, run_cell
from app.engine.tools.code_interpreter.files import Given, SessionFiles
from app.interpreter import preferences
from app.interpreter.backends import Chosen
from app.interpreter.preferences import Preferences

if TYPE_CHECKING:  # what runs code is imported when it is wanted: the engine's start does not wait for it
    from app.interpreter.selftest import Line
    from app.interpreter.session import Interpreters, Session

log = logging.getLogger(__name__)

Json = dict[str, Any]
TokenOf = Callable[[str], Awaitable[str]]
"""Reads a secret by its keyring entry; empty when there is none. Raises AppError when it cannot be read."""

STATE_SECONDS = 2.0
"""How long somebody who asks for the state is kept waiting for a proof that is on its way."""
STOP_SECONDS = 2.0
"""How long stopping a session waits until its cell has ended."""
UNUSED_SECONDS = 30 * 86_400
"""Sessions that nobody used for so long are removed with their files."""
HOUSE_SECONDS = 3600.0
HOUSE_START_SECONDS = 90.0


class InterpreterService:
    """Keeps the sessions; see the module's description.

    Args:
        paths: the installation's folders.
        store: the engine's database.
        contents: contents of files.
        token_of: reads the remote server's token.
    """

    def __init__(self, *, paths: Paths, store: Store, contents: FileContents, token_of: TokenOf) -> None:
        self._data = paths.data
        self._settings_file: Path = paths.interpreter_settings
        self._store = store
        self._token_of = token_of
        self.files = SessionFiles(store, contents)
        self._preferences: Preferences | None = None
        self._changed_at = -1
        self._interpreters: Interpreters | None = None
        self._made_for: Preferences | None = None
        self._changing = asyncio.Lock()
        self._turns: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()
        self._preparing: asyncio.Task[None] | None = None
        self._retiring: set[asyncio.Task[None]] = set()
        self._problem: AppError | None = None
        self._closed = False

    # -- what was chosen -----------------------------------------------------------------------------------------

    @property
    def preferences(self) -> Preferences:
        """What was chosen; read anew when the file has changed (another program may have done it)."""
        changed_at = preferences.changed_at(self._settings_file)
        if self._preferences is None or changed_at != self._changed_at:
            self._preferences, self._changed_at = preferences.load(self._settings_file), changed_at
        return self._preferences

    async def choose(self, chosen: Preferences) -> None:
        """Keep another choice; sessions that run end.

        Raises:
            OSError: it cannot be written.
        """
        await asyncio.to_thread(preferences.save, self._settings_file, chosen)

    def secret_changed(self, entry: str) -> None:
        """Use another token from now on, if ``entry`` is the one that is used."""
        chosen = self.preferences
        if chosen.backend == "remote" and chosen.remote_entry == entry:
            self._retire()

    @property
    def switched_off(self) -> bool:
        """Whether a person wants no interpreter."""
        return self.preferences.backend == "off"

    async def has_token(self) -> bool:
        """Whether a token is known for the remote server."""
        entry = self.preferences.remote_entry
        try:
            return bool(entry and await self._token_of(entry))
        except AppError:
            return False

    async def _current(self) -> Interpreters:
        """The sessions under what is chosen now.

        Raises:
            AppError: the token cannot be read, or the engine is being stopped.
        """
        async with self._changing:
            chosen = self.preferences
            if self._closed:
                raise AppError("The engine is being stopped.")
            if self._interpreters is not None and self._made_for != chosen:
                self._retire()
            if self._interpreters is None:
                from app.interpreter.session import Interpreters

                token = ""
                if chosen.backend == "remote" and chosen.remote_entry:
                    token = await self._token_of(chosen.remote_entry)
                self._interpreters = Interpreters(self._data, chosen.settings(token))
                self._made_for = chosen
            return self._interpreters

    def _retire(self) -> None:
        """End the sessions under an earlier choice."""
        old, self._interpreters = self._interpreters, None
        self._preparing = None
        if old is not None:
            task = asyncio.get_running_loop().create_task(old.close())
            self._retiring.add(task)
            task.add_done_callback(self._retiring.discard)

    # -- state ---------------------------------------------------------------------------------------------------

    def want(self, *, spare: bool = False) -> asyncio.Task[None]:
        """Let a backend prove itself in the background, and with ``spare`` a session be warmed; returns at once."""
        chosen = self._interpreters.chosen if self._interpreters is not None else None
        working = self._preparing
        if working is not None and (not working.done() or (chosen is not None and not spare)):
            return working
        self._preparing = asyncio.get_running_loop().create_task(self._prepare(spare=spare))
        return self._preparing

    async def _prepare(self, *, spare: bool) -> None:
        self._problem = None
        try:
            await (await self._current()).prepare(spare=spare)
        except AppError as error:
            self._problem = error
        except RuntimeError:  # the loop's threads are gone: the engine is closing
            log.debug("the interpreter was not prepared", exc_info=True)
        except Exception:
            log.exception("the interpreter could not be prepared")
            self._problem = AppError(
                "The code interpreter could not be prepared.", advice="The engine's log has the details."
            )

    async def ready(self) -> Chosen:
        """Wait until it is known which backend there is, or why there is none.

        Raises:
            AppError: the token cannot be read.
        """
        try:
            interpreters = await self._current()
        except AppError as error:
            self._problem = error
            raise
        if interpreters.chosen is None:
            await asyncio.shield(self.want())
            if self._problem is not None:
                raise self._problem
        self._problem = None
        return (await self._current()).chosen or Chosen(None, "The code interpreter could not be prepared.")

    async def state(self) -> Json:
        """As ``GET /v1/interpreter`` gives it; waits a little for a proof that is on its way."""
        with contextlib.suppress(TimeoutError, AppError):
            await asyncio.wait_for(self.ready(), STATE_SECONDS)
        chosen = self._interpreters.chosen if self._interpreters is not None else None
        if chosen is None and self._problem is not None:
            chosen = Chosen(None, self._problem.message, self._problem.advice)
        backend = chosen.backend if chosen is not None else None
        state = "preparing" if chosen is None else "off" if backend is None else "ready"
        reason = chosen.reason if chosen is not None and backend is None else None
        advice = chosen.advice or None if chosen is not None and backend is None else None
        return {
            "object": "interpreter",
            "state": state,
            "backend": backend.name if backend is not None else None,
            "title": backend.title if backend is not None else None,
            "reason": reason,
            "advice": advice,
            "remarks": list(chosen.remarks) if chosen is not None else [],
            "libraries": list(getattr(backend, "libraries", ())),
            "definition": self.definition(),
            "prompt": words.instructions(),
        }

    def definition(self) -> Json:
        """The function that models are offered."""
        chosen = self._interpreters.chosen if self._interpreters is not None else None
        backend = chosen.backend if chosen is not None else None
        return words.definition(backend.describe() if backend is not None else "")

    async def self_test(self) -> AsyncIterator[Line]:
        """Test the backends in question anew, line by line. If there was none and now there is one, it is used."""
        interpreters = await self._current()
        lines: asyncio.Queue[Line | None] = asyncio.Queue()

        async def work() -> None:
            try:
                await interpreters.self_test(lines.put_nowait)
            finally:
                lines.put_nowait(None)

        working = asyncio.get_running_loop().create_task(work())
        proven = False
        while (line := await lines.get()) is not None:
            proven = line.ok
            yield line
        await working
        if proven:
            interpreters.reconsider()

    # -- sessions ------------------------------------------------------------------------------------------------

    def _turn(self, key: str) -> asyncio.Lock:
        lock = self._turns.get(key)
        if lock is None:
            lock = self._turns[key] = asyncio.Lock()
        return lock

    async def session(self, key: str) -> Session:
        """The session of this key, known or not; cheap."""
        return (await self._current()).session(key)

    async def run(
        self,
        key: str,
        code: str,
        *,
        given: Sequence[Given] = (),
        watch: Watch | None = None,
        outputs: list[Json] | None = None,
    ) -> Cell:
        """Run one cell in a session; others that wait for the same session come after it.

        When the awaiting task is cancelled, so is the cell.

        Raises:
            InterpreterUnavailable: there is no backend; message and advice are fit for a person.
            AppError: what was made cannot be stored, or the engine is being stopped.
        """
        async with self._turn(key):
            interpreters = await self._current()
            return await run_cell(
                interpreters.session(key),
                self.files,
                code,
                given=given,
                limits=interpreters.settings.limits,
                watch=watch or Watch(),
                outputs=outputs,
            )

    async def describe(self, key: str) -> Json:
        """A session as the routes show it."""
        interpreters = await self._current()
        session = interpreters.known(key)
        state = session.state if session is not None else "new"
        shown = {"ready": "idle", "new": "none"}.get(state, state)
        if session is not None and session.starting:
            shown = "starting"
        return {
            "object": "interpreter.session",
            "key": key,
            "state": shown,
            "started_at": session.started_at if session is not None else None,
            "backend": interpreters.backend_name
            if session is not None and shown in {"idle", "running"}
            else None,
            "files": await self.files.listing(session) if session is not None else [],
            "note": (session.ended_because or None) if session is not None else None,
        }

    async def reset(self, key: str, *, files: bool = False) -> None:
        """Forget a session's variables, and with ``files`` empty its folder."""
        session = (await self._current()).known(key)
        if session is not None:
            await session.reset(files=files)
            if files:
                await self.files.forget(session)

    async def stop(self, key: str) -> None:
        """End a session now, with the cell that runs in it."""
        session = (await self._current()).known(key)
        if session is not None:
            await session.stop()
            with contextlib.suppress(
                TimeoutError
            ):  # whoever waits for the cell hears of its end before this returns
                async with asyncio.timeout(STOP_SECONDS), self._turn(key):
                    pass

    async def end(self, key: str) -> None:
        """End a session if it runs; nothing is started for that. Its thread was deleted."""
        if self._interpreters is not None and (session := self._interpreters.known(key)) is not None:
            await session.stop()

    async def forget(self, key: str) -> None:
        """End a session and remove its files."""
        await (await self._current()).forget(key)

    # -- life ----------------------------------------------------------------------------------------------------

    async def keep_house(self) -> None:
        """Remove what belongs to nobody any more, soon after the start and then every hour, until cancelled."""
        await asyncio.sleep(HOUSE_START_SECONDS)
        while True:
            try:
                await self.tidy(time.time())
            except Exception:
                log.exception("old interpreter sessions could not be removed")
            await asyncio.sleep(HOUSE_SECONDS)

    async def tidy(self, moment: float) -> None:
        """Remove sessions whose thread is gone, and those that nobody used for thirty days."""
        interpreters = await self._current()
        left = await asyncio.to_thread(interpreters.left_behind)
        threads = [key for key, _ in left if key.startswith("thread_")]
        async with self._store.read() as session:
            living = set(await session.scalars(select(Thread.id).where(Thread.id.in_(threads))))
        for key, changed in left:
            gone = key.startswith("thread_") and key not in living
            if gone or changed < moment - UNUSED_SECONDS:
                await interpreters.forget(key)

    async def close(self) -> None:
        """End every session within a second."""
        self._closed = True
        self._retire()
        if self._retiring:
            await asyncio.wait(set(self._retiring), timeout=1.0)

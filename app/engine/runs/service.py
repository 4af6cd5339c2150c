"""Runs from the outside: what the routes call. The loop itself is in ``loop.py``, its parts beside it.

Made once for each engine process::

    runs = RunService(store=store, models=models, files=files, paths=paths, options=options, instance=instance)
    await runs.recover()     # takes this instance's lock file, then looks after the runs of dead engines
    ...
    await runs.close()
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.core.paths import Paths
from app.engine.services import EngineOptions, ServerEvent
from app.engine.store.session import Store
from app.engine.store.tables import Run, Thread

if TYPE_CHECKING:
    from app.engine.models.router import ModelRouter
    from app.engine.store.files import FileContents


class RunService:
    """Creates, continues, cancels and recovers runs; see :class:`app.engine.services.Runs` for the contract.

    Args:
        store: the engine's database.
        models: where model names lead.
        files: contents of uploaded files, for images in messages.
        paths: the installation's folders; ``paths.engine_instances`` holds one lock file for each living engine.
        options: how the engine was started (``run_expiry``).
        instance: this engine's name among those on the same data folder.
    """

    def __init__(
        self,
        *,
        store: Store,
        models: ModelRouter,
        files: FileContents,
        paths: Paths,
        options: EngineOptions,
        instance: str,
    ) -> None:
        self._store = store
        self._models = models
        self._files = files
        self._paths = paths
        self._options = options
        self._instance = instance

    async def create_run(
        self, thread_id: str, params: Mapping[str, Any], *, new_thread: Thread | None = None
    ) -> Run:
        """Commit a queued run with its ``additional_messages``, start it in the background, return its row."""
        raise NotImplementedError

    def events(self, run_id: str) -> AsyncIterator[ServerEvent]:
        """Everything the run announces from its first event (or from its continuation), up to ``done``.

        The run does not wait for the reader and does not end with it.
        """
        raise NotImplementedError

    async def submit_tool_outputs(
        self, thread_id: str, run_id: str, outputs: Sequence[Mapping[str, Any]]
    ) -> Run:
        """Take the outputs of all pending calls and go on in the background."""
        raise NotImplementedError

    async def cancel(self, thread_id: str, run_id: str) -> Run:
        """Ask a run to stop; returns it as ``cancelling``."""
        raise NotImplementedError

    async def context(self, thread_id: str, run_id: str) -> dict[str, Any]:
        """Which messages each model call of the run saw or left out, and its tokens by origin."""
        raise NotImplementedError

    async def stop_thread(self, thread_id: str) -> None:
        """Cancel what works on a thread that is being deleted."""
        raise NotImplementedError

    async def recover(self) -> None:
        """Take this instance's lock; fail the runs whose engine died; expire what is over time."""
        raise NotImplementedError

    async def close(self) -> None:
        """Stop everything within a second; runs that were in flight are failed with a clear ``last_error``."""
        raise NotImplementedError

"""What the engine's routes work with, in one container, and what they ask of the run service and the model router."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from app.connections.profile import Profile
from app.core.paths import Paths
from app.engine.serve_options import RUN_EXPIRY_SECONDS
from app.engine.store.session import Store
from app.engine.store.tables import Run, Thread

if TYPE_CHECKING:
    from app.engine.knowledge.door import Knowledge
    from app.engine.models.route import Route
    from app.engine.store.files import FileContents
    from app.engine.tools.code_interpreter.service import InterpreterService


@dataclass(frozen=True)
class EngineOptions:
    """How this engine was started.

    ``run_expiry`` is the life of a run in seconds. ``upstream`` is the base URL of the OpenAI-compatible service that
    gets every model name no connection claims, ``upstream_key`` its key. ``model_file`` is a local model (GGUF) to offer.
    ``secrets`` are keys for this session alone, by keyring entry; it is changed while the engine runs. ``profiles`` are
    connections for this session alone, beside those of the file.
    """

    run_expiry: int = RUN_EXPIRY_SECONDS
    upstream: str | None = None
    upstream_key: str | None = field(default=None, repr=False)
    model_file: Path | None = None
    secrets: dict[str, str] = field(default_factory=dict, repr=False)
    profiles: tuple[Profile, ...] = ()


class ServerEvent(NamedTuple):
    """One event of a run's stream: its name and its data, already JSON (``[DONE]`` for the event ``done``)."""

    event: str
    data: bytes


class Runs(Protocol):
    """What the routes ask of the run service (``app.engine.runs.service.RunService``).

    ``params`` are validated request bodies in the API's own shape. All methods raise ``ApiError``.
    """

    async def create_run(
        self, thread_id: str, params: Mapping[str, Any], *, new_thread: Thread | None = None
    ) -> Run:
        """Commit a queued run (with its ``additional_messages``), start it in the background, return its row.

        ``new_thread`` is the thread that create_and_run just made: its stream begins with ``thread.created``.
        """

    def events(self, run_id: str, *, search_content: bool = False) -> AsyncIterator[ServerEvent]:
        """Everything the run announces from its first event (or from its continuation), up to ``done``.

        ``search_content`` shows the texts that file searches found.
        """

    async def submit_tool_outputs(
        self, thread_id: str, run_id: str, outputs: Sequence[Mapping[str, Any]]
    ) -> Run:
        """Take the outputs of all pending calls and go on in the background."""

    async def cancel(self, thread_id: str, run_id: str) -> Run:
        """Ask a run to stop; returns it as ``cancelling`` (or ``cancelled``)."""

    async def context(self, thread_id: str, run_id: str) -> dict[str, Any]:
        """Which messages each model call of the run saw or left out, and its tokens by origin."""

    async def stop_thread(self, thread_id: str) -> None:
        """Cancel what works on a thread that is being deleted."""

    async def recover(self) -> None:
        """Fail the runs whose engine died, and free their threads."""

    async def close(self) -> None:
        """Stop everything within a second; runs that were in flight are failed with a clear ``last_error``."""


class Models(Protocol):
    """What the routes ask of the model router (``app.engine.models.router.ModelRouter``)."""

    async def list_models(self) -> Sequence[Mapping[str, Any]]:
        """Every model that can be named, as ``{"id", "object": "model", "created", "owned_by"}``."""

    async def resolve(self, name: str) -> Route:
        """Find the way to a model; a local model's server is started and waited for.

        Raises:
            ApiError: 404 ``model_not_found``.
            UpstreamFailed: the connection cannot be used, or the local model does not start.
        """

    def profiles_changed(self) -> None:
        """Forget what was read of the connections and keys."""

    async def close(self) -> None:
        """Close clients and local models."""


@dataclass
class Services:
    """Everything that one running engine consists of. ``instance`` names it among engines on the same data folder."""

    paths: Paths
    options: EngineOptions
    store: Store
    files: FileContents
    models: Models
    runs: Runs
    knowledge: Knowledge
    interpreter: InterpreterService
    token: str = field(repr=False)
    instance: str
    version: str
    allow_remote: bool = False

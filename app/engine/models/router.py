"""Where a model name leads: a local model, a connection's service, or the engine's ``--upstream``.

Made once for each engine process::

    models = ModelRouter(paths=paths, options=options, on_model_state=announce)
    ...
    await models.close()
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.paths import Paths
from app.engine.services import EngineOptions


class ModelRouter:
    """Lists and resolves model names.

    Args:
        paths: the installation's folders (connections, model files, cache).
        options: upstream, model file and session keys.
        on_model_state: called as ``on_model_state(state, model_id, message)`` when a local model's state changes.
    """

    def __init__(
        self,
        *,
        paths: Paths,
        options: EngineOptions,
        on_model_state: Callable[[str, str, str], None] | None = None,
    ) -> None:
        self._paths = paths
        self._options = options
        self._on_model_state = on_model_state

    async def list_models(self) -> Sequence[Mapping[str, Any]]:
        """Every model that can be named, as ``{"id", "object": "model", "created", "owned_by"}``."""
        raise NotImplementedError

    async def resolve(self, name: str) -> Any:
        """Find the way to a model.

        Raises:
            ApiError: 404 ``model_not_found``.
        """
        raise NotImplementedError

    def profiles_changed(self) -> None:
        """Forget what was read of the connections and keys; the next use reads them again."""
        raise NotImplementedError

    async def close(self) -> None:
        """Close clients and local models."""
        raise NotImplementedError

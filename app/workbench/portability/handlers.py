"""What answers an assistant's functions, as bundles, copies and imports carry it: everything but secrets."""

from __future__ import annotations

from typing import Any

from app.core.entities import Json
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.specs import HandlerSpec
from app.workbench.tools.typed_secrets import is_private, named


class PortableHandlers:
    """Carries handlers of one store in and out.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: HandlerStore) -> None:
        self._store = store

    async def export(self, owner: str) -> Json:
        """Everything of one assistant, by function name.

        Secrets are in the keyring and only named; a key that somebody typed into a header is replaced by such a name.
        """
        return {name: _without_secrets(spec) for name, spec in (await self._store.of_owner(owner)).items()}

    async def put(self, owner: str, handlers: Json) -> None:
        """Keep these for an assistant; what is not understood is left to a person."""
        for name, data in handlers.items():
            await self._store.put(owner, name, HandlerSpec.from_json(data))

    async def copy(self, source: str, target: str) -> None:
        """Keep for ``target`` what is kept for ``source``."""
        await self._store.copy(source, target)


def _without_secrets(spec: HandlerSpec) -> Json:
    data = spec.to_json()
    data["headers"] = [
        [name, named(name, value)[0] if is_private(name, value) else value] for name, value in spec.headers
    ]
    return data


def handler_store(services: Any) -> PortableHandlers:
    """The handlers of this program's window."""
    shared = getattr(services, "handlers", None)
    store = getattr(shared, "store", None)
    return PortableHandlers(
        store if isinstance(store, HandlerStore) else HandlerStore(services.journal, services.keys)
    )

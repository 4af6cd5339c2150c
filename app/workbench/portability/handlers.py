"""What answers an assistant's functions, as bundles, copies and imports carry it: everything but secrets."""

from __future__ import annotations

import re
from typing import Any

from app.core.entities import Json
from app.workbench.schema_rules import suggested_name
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.specs import HandlerSpec

_PRIVATE = re.compile(r"authorization|api-?key|token|secret|cookie|password", re.IGNORECASE)
_PLACE = "{{secret:"


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
        [
            name,
            value
            if _PLACE in value or not _PRIVATE.search(name) or not value.strip()
            else _named(name, value),
        ]
        for name, value in spec.headers
    ]
    return data


def _named(header: str, value: str) -> str:
    scheme, space, rest = value.strip().partition(" ")
    place = f"{_PLACE}{suggested_name(header) or 'key'}}}}}"
    return f"{scheme} {place}" if space and rest and scheme.lower() in {"bearer", "basic", "token"} else place


def handler_store(services: Any) -> PortableHandlers:
    """The handlers of this program's window."""
    shared = getattr(services, "handlers", None)
    store = getattr(shared, "store", None)
    return PortableHandlers(store if isinstance(store, HandlerStore) else HandlerStore(services.journal))

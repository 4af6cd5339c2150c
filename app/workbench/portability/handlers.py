"""How bundles, copies and imports reach what answers an assistant's functions, where that part of the program is there."""

from __future__ import annotations

import importlib
from typing import Any, Protocol

from app.core.entities import Json


class Handlers(Protocol):
    """What is needed of it; secrets never leave it."""

    async def export(self, owner: str) -> Json:
        """Everything of one assistant, by function name, without secrets."""

    async def put(self, owner: str, handlers: Json) -> None:
        """Keep these for an assistant."""

    async def copy(self, source: str, target: str) -> None:
        """Keep for ``target`` what is kept for ``source``."""


def handler_store(services: Any) -> Handlers | None:
    """The store of this program, None where there is none."""
    try:
        module = importlib.import_module("app.workbench.tools.portable")
    except ImportError:
        return None
    made: Handlers | None = module.handlers_of(services)
    return made

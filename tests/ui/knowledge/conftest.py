"""Tests of the knowledge page run in Qt's event loop, with the program's look, over the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.ui.knowledge.page import KnowledgePage
from tests.support.memory_keyring import MemoryKeyring
from tests.support.qt_loop import until
from tests.support.window import Hands, SharedEngine, make_services


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture(autouse=True)
def _clean(client: Any) -> None:
    for store in list(client.vector_stores.list(limit=100)):
        client.vector_stores.delete(store.id)


@asynccontextmanager
async def opened(
    engine: Any, folder: Path, keyring: Any, size: tuple[int, int] = (1280, 800)
) -> AsyncIterator[Hands]:
    """The page on the screen, its list read."""
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=keyring)
    hands = Hands(KnowledgePage(services), size)
    await until(lambda: hands.page.viewmodel.state in {"ready", "empty", "error"})
    try:
        yield hands
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()
        await shared.close()

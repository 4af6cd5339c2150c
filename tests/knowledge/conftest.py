"""Fixtures of this room: the real built-in model, a quick one for tests that need none, and stores in a folder."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.core.errors import AppError
from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.embedding.embedder import ServiceEmbedder
from app.knowledge.service import KnowledgeService

DIMENSION = 64


def bag_of_words(texts: Sequence[str], dimension: int = DIMENSION) -> list[list[float]]:
    """Vectors of which words a text has, hashed: near for texts that share words, the same on every machine."""
    rows = []
    for text in texts:
        row = np.zeros(dimension, dtype=np.float32)
        for word in text.lower().split():
            row[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % dimension] += 1
        row[0] += 1e-3
        rows.append(row.tolist())
    return rows


class PlayedService:
    """A service's embeddings, counted; ``failures`` are raised first, ``hold`` keeps it from answering."""

    def __init__(self, dimension: int = DIMENSION) -> None:
        self.dimension = dimension
        self.texts: list[str] = []
        self.failures: list[AppError] = []
        self.hold: asyncio.Event | None = None

    async def __call__(self, texts: list[str]) -> list[list[float]]:
        if self.hold is not None:
            await self.hold.wait()
        if self.failures:
            raise self.failures.pop(0)
        self.texts += texts
        return bag_of_words(texts, self.dimension)


@pytest.fixture(scope="session")
def model() -> Iterator[BuiltinEmbedder]:
    """The real built-in model, loaded once."""
    embedder = BuiltinEmbedder()
    yield embedder
    asyncio.run(embedder.close())


@pytest.fixture
def played() -> PlayedService:
    return PlayedService()


Body = Callable[[KnowledgeService], Awaitable[Any]]


@pytest.fixture
def with_service(tmp_path: Path, played: PlayedService) -> Callable[..., Any]:
    """Runs a coroutine with a service on a folder of its own; the store ``vs`` is there, embedded by the played service."""

    def run(body: Body, **options: Any) -> Any:
        async def main() -> Any:
            options.setdefault(
                "find_embedder", lambda name: ServiceEmbedder(name, played) if name == "played" else None
            )
            service = await KnowledgeService.open(tmp_path / "knowledge", **options)
            try:
                await service.create_store("vs", embedding="played")
                return await body(service)
            finally:
                await service.close()

        return asyncio.run(main())

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a file and gives its path."""

    def to(name: str, text: str) -> Path:
        path = tmp_path / "contents" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return to

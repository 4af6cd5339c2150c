"""What every embedding model offers, and vectors by a service."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from app.core.errors import AppError, ConnectionFailed
from app.knowledge.embedding.windows import WindowRule

if TYPE_CHECKING:
    import numpy as np

    Vectors = np.ndarray[Any, np.dtype[np.float32]]


class EmbeddingFailed(AppError):
    """Texts could not be embedded: the model's file is missing, or the service fails."""


class Embedder(Protocol):
    """An embedding model. ``id`` is what a store is pinned to: another id means vectors that cannot be compared.

    Vectors have length 1, one row a text. ``dimension`` is None until a service has answered once.
    """

    @property
    def id(self) -> str:
        """Name of the model, with its version."""

    @property
    def dimension(self) -> int | None:
        """Length of the vectors."""

    @property
    def rule(self) -> WindowRule:
        """How texts are cut for it."""

    async def embed(self, texts: Sequence[str], *, urgent: bool = False) -> Vectors:
        """Vectors of some texts; ``urgent`` ones (a person waits for the search) go before all others.

        Raises:
            EmbeddingFailed: with the reason.
        """

    async def close(self) -> None:
        """Free what it holds."""


@dataclass
class ServiceEmbedder:
    """Vectors by a service's ``/v1/embeddings``.

    ``call`` sends a list of texts and returns one list of numbers for each; it raises :class:`AppError` when the
    service fails. ``dimension`` is pinned by the first answer, and any other length is an error from then on.
    """

    id: str
    call: Callable[[list[str]], Awaitable[Sequence[Sequence[float]]]]
    dimension: int | None = None
    batch: int = 64
    rule: WindowRule = field(default_factory=lambda: WindowRule(400, 500))

    async def embed(self, texts: Sequence[str], *, urgent: bool = False) -> Vectors:  # noqa: ARG002 - services queue by themselves
        """Ask the service, ``batch`` texts at a time.

        Raises:
            EmbeddingFailed: it answered something else than so many vectors of one length.
            ConnectionFailed: from ``call``.
        """
        import numpy as np

        parts = []
        for at in range(0, len(texts), self.batch):
            some = list(texts[at : at + self.batch])
            answer = await self.call(some)
            try:
                vectors = np.asarray(answer, dtype=np.float32)
            except (TypeError, ValueError) as error:
                raise EmbeddingFailed(f"“{self.id}” answered vectors of different lengths.") from error
            if vectors.ndim != 2 or len(vectors) != len(some) or not np.isfinite(vectors).all():
                raise EmbeddingFailed(f"“{self.id}” did not answer one vector for each text.")
            if self.dimension is None:
                self.dimension = int(vectors.shape[1])
            if vectors.shape[1] != self.dimension:
                raise EmbeddingFailed(
                    f"“{self.id}” answered vectors of {vectors.shape[1]} numbers instead of {self.dimension}.",
                    advice="The service has changed the model under this name: make a new store.",
                )
            parts.append(normalized(vectors))
        return np.concatenate(parts) if parts else np.zeros((0, self.dimension or 0), dtype=np.float32)

    async def close(self) -> None:
        """Nothing is held here; who made ``call`` closes its client."""


def normalized(vectors: Vectors) -> Vectors:
    """The vectors brought to length 1; a zero vector stays."""
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    result: Vectors = (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return result


async def embed_with_patience(
    embedder: Embedder, texts: Sequence[str], *, attempts: int = 5, delay: float = 1.0
) -> Vectors:
    """Embed, and try again when a service is away for a moment; the delay doubles each time, a service's own wish counts."""
    for attempt in range(attempts):
        try:
            return await embedder.embed(texts)
        except ConnectionFailed as error:
            if attempt == attempts - 1 or not _may_pass(error):
                raise
            await asyncio.sleep(min(60.0, getattr(error, "retry_after", None) or delay * 2**attempt))
    raise AssertionError("unreachable")


def _may_pass(error: ConnectionFailed) -> bool:
    from app.core.errors import AuthenticationFailed

    return not isinstance(error, AuthenticationFailed)

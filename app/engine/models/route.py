"""Where one model name leads, ready to be called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from app.engine.models.abilities import Abilities, Learned

if TYPE_CHECKING:
    from openai import AsyncOpenAI

IDLE_SECONDS = 240.0
"""How long a service may send nothing before it counts as hung; reasoning models are silent for minutes."""

LOCAL_IDLE_SECONDS = 1800.0
"""The same for a model on this computer, which reads a long prompt without a word."""


@dataclass
class Route:
    """A model at a service.

    Attributes:
        name: the model as the engine's callers name it.
        model: the model as the service names it.
        service: the service as people name it; begins sentences.
        client: the SDK's client for the service.
        kind: what sort of service it is; ``local`` is a model server of our own.
        abilities: what the model can do, as far as is known.
        idle: seconds that the service may be silent.
        learned, key: where what is found out about the model is kept, and under which name.
        reopen: gives the route anew, when a local model's server may have been started again meanwhile.
    """

    name: str
    model: str
    service: str
    client: AsyncOpenAI
    kind: Literal["openai", "azure", "compatible", "local"]
    abilities: Abilities
    idle: float = IDLE_SECONDS
    learned: Learned | None = None
    key: str = ""
    reopen: Callable[[], Awaitable[Route]] | None = field(default=None, repr=False)

    def learn(self, **facts: Any) -> None:
        """Take facts that were found out by trying, and keep them for the next time."""
        if "tools" in facts:
            facts["probe"] = False
        self.abilities = self.abilities.updated(facts)
        if self.learned is not None:
            self.learned.add(self.key, **facts)

    def timeout(self) -> Any:
        """The HTTP library's time limits for one call."""
        import httpx2

        return httpx2.Timeout(self.idle, connect=10.0, write=120.0, pool=120.0)

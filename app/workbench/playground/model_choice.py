"""What a lane can be pointed at: the engine's own models first, then those of each connection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from app.connections import catalog
from app.connections.catalog import ModelAbilities
from app.connections.profile import Profile
from app.connections.registry import Connections
from app.core.entities import BUILT_IN_MODEL, ENGINE, ModelRef
from app.core.errors import InvalidInput
from app.workbench.api import in_words, plain
from app.workbench.engine_process import EngineProcess

BUILT_IN_NOTE = (
    "Small: for trying things out. For tools take the recommended model or connect a stronger one."
)


@dataclass(frozen=True)
class ModelChoice:
    """One model to choose. ``group`` is the heading that it stands under, ``note`` its limits in a sentence."""

    ref: ModelRef
    label: str
    group: str
    kind: Literal["built-in", "local", "connection"]
    note: str = ""


class ModelChoices:
    """Knows the models of the engine and of the connections."""

    def __init__(self, engine: EngineProcess, connections: Connections) -> None:
        self._engine = engine
        self._connections = connections
        self._local: tuple[str, ...] = ()

    def known(self) -> tuple[ModelChoice, ...]:
        """What can be chosen as far as is known now; asks nobody and does not wait."""
        choices = [
            _local_choice(name) for name in sorted(self._local, key=lambda n: (n != BUILT_IN_MODEL, n))
        ]
        for profile in self._connections.list():
            choices.extend(
                ModelChoice(
                    ModelRef(profile.id, model), model, profile.name, "connection", _note(profile, model)
                )
                for model in profile.models
            )
        return tuple(choices)

    async def load(self) -> tuple[ModelChoice, ...]:
        """Ask the engine for its local models, then as :meth:`known`.

        Raises:
            EngineUnavailable: the engine does not come up; :meth:`known` still gives the connections' models.
        """
        client = await self._engine.ready_client()
        async with in_words():
            models: list[Any] = [plain(model) for model in (await client.models.list()).data]
        prefixes = tuple(f"{profile.id}/" for profile in self._connections.list())
        self._local = tuple(
            str(model["id"])
            for model in models
            if not (prefixes and str(model.get("id", "")).startswith(prefixes))
        )
        return self.known()

    def default(self) -> ModelRef:
        """What a new lane begins with: the built-in model where it is there, else the first that is."""
        choices = self.known()
        if any(choice.ref == ModelRef(ENGINE, BUILT_IN_MODEL) for choice in choices) or not choices:
            return ModelRef(ENGINE, BUILT_IN_MODEL)
        return choices[0].ref

    def find(self, name: str) -> ModelRef:
        """The model that a typed name means: a local one, ``<connection>/<model>``, or one that exactly one connection has.

        Raises:
            InvalidInput: several connections have it (field ``model``).
        """
        if name in self._local or name == BUILT_IN_MODEL:
            return ModelRef(ENGINE, name)
        connection, slash, model = name.partition("/")
        profiles = self._connections.list()
        if slash and any(profile.id == connection for profile in profiles):
            return ModelRef(connection, model)
        owners = [profile.id for profile in profiles if name in profile.models]
        if len(owners) > 1:
            raise InvalidInput(
                f"Several connections have a model “{name}”.",
                field="model",
                advice=f"Write one of: {', '.join(f'{owner}/{name}' for owner in owners)}",
            )
        return ModelRef(owners[0], name) if owners else ModelRef(ENGINE, name)


def _local_choice(name: str) -> ModelChoice:
    if name == BUILT_IN_MODEL:
        return ModelChoice(
            ModelRef(ENGINE, name), f"{name} (built in)", "This computer", "built-in", BUILT_IN_NOTE
        )
    known = catalog.of_local(name)
    return ModelChoice(
        ModelRef(ENGINE, name), name, "This computer", "local", tool_words(known) if known is not None else ""
    )


def tool_words(abilities: ModelAbilities) -> str:
    """How a model calls tools, in words; empty where its own tool calling is used or nothing is known."""
    if abilities.tools == "prompted":
        return "Tools by prompt: it has no tool calling of its own."
    return "Too small for tools." if abilities.tools == "none" else ""


def _note(profile: Profile, model: str) -> str:
    """What is to be known of a service's model before it is chosen: that it ends, and how it calls tools."""
    abilities = catalog.of_connection(profile, model)
    ending = catalog.retirement(abilities.shutdown_date)
    ends = f"{ending[:1].upper()}{ending[1:]}." if ending else ""
    return " ".join(words for words in (ends, tool_words(abilities)) if words)

"""What a lane can be pointed at: models of this computer and of each connection, and for Assistants lanes the assistants."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.core.entities import BUILT_IN_MODEL, ENGINE, Assistant, ModelRef
from app.core.errors import AppError
from app.viewmodels.lane import Target
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import mark, t
from app.workbench import model_facts
from app.workbench.assistants import Assistants
from app.workbench.engine_process import EngineProcess
from app.workbench.playground.assistants_lane import AssistantRef
from app.workbench.playground.model_choice import BUILT_IN_NOTE, ModelChoices, tool_words

ASSISTANTS_GROUP = mark("Your assistants")
BUILT_IN = ModelRef(ENGINE, BUILT_IN_MODEL)
UNNAMED = mark("Unnamed assistant")


@dataclass(frozen=True)
class TargetChoice:
    """One thing to choose. ``value`` tells it apart, ``group`` is its heading, ``note`` its limits in a few words."""

    value: str
    label: str
    group: str
    note: str
    target: Target


class LaneChoices(QObject):
    """Keeps what can be chosen up to date.

    Signals:
        changed: other things can be chosen.
    """

    changed = Signal()

    def __init__(
        self,
        models: ModelChoices,
        assistants: Assistants,
        engine: EngineProcess,
        bus: MessageBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._assistants = assistants
        self._engine = engine
        self._found: tuple[Assistant, ...] = ()
        self.tasks = TaskScope(self, bus)

    @property
    def for_chat(self) -> tuple[TargetChoice, ...]:
        """The choices of a Chat Completions lane; the built-in model is among them before the engine was asked."""
        known = [TargetChoice(c.ref.wire_name, c.label, c.group, c.note, c.ref) for c in self._models.known()]
        if not any(choice.target == BUILT_IN for choice in known):
            label = t("{0} (built in)").format(BUILT_IN.model)
            known.insert(
                0, TargetChoice(BUILT_IN.wire_name, label, t("This computer"), BUILT_IN_NOTE, BUILT_IN)
            )
        return tuple(known)

    @property
    def for_assistants(self) -> tuple[TargetChoice, ...]:
        """The choices of an Assistants lane: stored assistants, then plain models."""
        return (*(_assistant_choice(a) for a in self._found), *self.for_chat)

    def default(self) -> ModelRef:
        """What a new lane asks: the model file that was named, else the built-in model."""
        file = self._engine.model_file
        return ModelRef(ENGINE, model_facts.model_id_of(file)) if file else self._models.default()

    def assistant(self, assistant_id: str) -> AssistantRef | None:
        """A stored assistant by its id, None if it is not known."""
        found = next((a for a in self._found if a.id == assistant_id), None)
        return AssistantRef(found.id, found.name or t(UNNAMED), found.model) if found is not None else None

    def refresh(self) -> None:
        """Ask the engine again; waits until it is ready."""
        self.tasks.start("refresh", self.load())

    async def load(self) -> None:
        """Ask the engine what there is; when it does not come up, what was known stays."""
        self.changed.emit()
        try:
            self._found = await self._assistants.list()
            await self._models.load()
        except AppError:
            return  # the status line and the lanes say it
        self.changed.emit()


def value_of(target: Target) -> str:
    """What tells a target apart."""
    return target.wire_name if isinstance(target, ModelRef) else target.id


def label_of(target: Target) -> str:
    """A target's name, when it is in no list."""
    return target.model if isinstance(target, ModelRef) else target.name


def _assistant_choice(assistant: Assistant) -> TargetChoice:
    name = assistant.name or t(UNNAMED)
    ref = AssistantRef(assistant.id, name, assistant.model)
    known = model_facts.abilities(assistant.model) if assistant.raw.get("tools") else None
    words = tool_words(known) if known is not None else ""
    return TargetChoice(
        assistant.id,
        name,
        t(ASSISTANTS_GROUP),
        f"{assistant.model} · {words}" if words else assistant.model,
        ref,
    )

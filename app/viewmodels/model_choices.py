"""Which models can be chosen, grouped by where they run: this computer first, then each connection."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.connections.registry import Connections
from app.core.entities import ENGINE, ModelRef
from app.workbench import model_facts
from app.workbench.engine_process import EngineProcess, LocalModelStatus


@dataclass(frozen=True)
class ModelChoice:
    """One model. ``ref`` says where it runs, ``name`` is shown, ``note`` says its limits in a few words."""

    ref: ModelRef
    name: str
    note: str = ""

    @property
    def wire_name(self) -> str:
        """The name by which the engine knows it."""
        return self.ref.wire_name


@dataclass(frozen=True)
class ModelGroup:
    """The models of one place. ``note`` says why there are none."""

    connection: str
    name: str
    models: tuple[ModelChoice, ...]
    note: str = ""


class ModelChoices(QObject):
    """All models that can be chosen now.

    Signals:
        changed: other models can be chosen.
    """

    changed = Signal()

    def __init__(
        self, engine: EngineProcess, connections: Connections, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._connections = connections
        self._groups = self._find()
        self._stops = (
            engine.on_model_state(self._local_changed),
            engine.on_state(lambda _status: self.refresh()),
            connections.observe(self.refresh),
        )

    @property
    def groups(self) -> tuple[ModelGroup, ...]:
        """The models by place: this computer's first, the built-in one at its head."""
        return self._groups

    def find(self, wire_name: str) -> ModelChoice | None:
        """Find a model by the name that the engine knows it by."""
        models = (model for group in self._groups for model in group.models)
        return next((model for model in models if model.wire_name == wire_name), None)

    def refresh(self) -> None:
        """Look again what can be chosen."""
        groups = self._find()
        if groups != self._groups:
            self._groups = groups
            self.changed.emit()

    def _local_changed(self, _status: LocalModelStatus) -> None:
        self.refresh()

    def _find(self) -> tuple[ModelGroup, ...]:
        builtin = model_facts.builtin()
        local = [builtin.id, *self._engine.models]
        if self._engine.model_file:
            local.append(model_facts.model_id_of(self._engine.model_file))
        groups = [ModelGroup(ENGINE, "This computer", tuple(_local(name) for name in dict.fromkeys(local)))]
        for profile in self._connections.list():
            models = tuple(ModelChoice(ModelRef(profile.id, name), name) for name in profile.models)
            note = "" if models else "No models yet: test this connection."
            groups.append(ModelGroup(profile.id, profile.name, models, note))
        return tuple(groups)

    def close(self) -> None:
        """End listening."""
        for stop in self._stops:
            stop()


def _local(model_id: str) -> ModelChoice:
    facts = model_facts.facts(model_id)
    if facts is None:
        return ModelChoice(ModelRef(ENGINE, model_id), model_id, "A model file of yours")
    note = (
        "Built in · small: for trying things out; it cannot use tools"
        if facts.tools == "none"
        else facts.remark
    )
    return ModelChoice(ModelRef(ENGINE, model_id), facts.name, note)

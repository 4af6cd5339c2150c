"""This computer as a place for models: the engine's state, and that of its models in a few words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.viewmodels.words import mark, t
from app.workbench import model_facts
from app.workbench.engine_process import EngineProcess, EngineStatus, LocalModelStatus

_ENGINE_WORDS = {
    "stopped": (mark("Stopped"), ""),
    "starting": (mark("Starting"), "info"),
    "ready": (mark("Running"), "success"),
    "restarting": (mark("Starting again"), "warning"),
    "failed": (mark("Does not start"), "error"),
}


class ThisComputerViewModel(QObject):
    """State of the engine on the page Connections.

    Signals:
        changed: the engine or a model is in another state.
    """

    changed = Signal()

    def __init__(self, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._stops = (
            engine.on_state(self._engine_changed),
            engine.on_model_state(self._model_changed),
        )

    def _engine_changed(self, _status: EngineStatus) -> None:
        self.changed.emit()

    def _model_changed(self, _status: LocalModelStatus) -> None:
        self.changed.emit()

    @property
    def status(self) -> EngineStatus:
        """What the engine is doing."""
        return self._engine.status

    @property
    def state_words(self) -> str:
        """The engine's state in words."""
        return t(_ENGINE_WORDS[self.status.state][0])

    @property
    def level(self) -> str:
        """The colour of the engine's state: success, info, warning, error or none."""
        return _ENGINE_WORDS[self.status.state][1]

    @property
    def problem(self) -> str:
        """What keeps models of this computer from being used, in a few words; empty while nothing does."""
        if self.status.state != "ready":
            return t("Engine: {0}").format(self.state_words.lower())
        for model_id, model in self._engine.models.items():
            if model.state == "failed":
                facts = model_facts.facts(model_id)
                return t("{0} does not start").format(facts.name if facts is not None else model_id)
        return ""

    def restart(self) -> None:
        """Start the engine anew; what it had stored stays."""
        self._engine.restart()
        self.changed.emit()

    def close(self) -> None:
        """End listening to the engine."""
        for stop in self._stops:
            stop()

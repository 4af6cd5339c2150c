"""The status line: what the engine, the built-in model and the work in the background are doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.core.entities import BUILT_IN_MODEL
from app.core.errors import AppError, EngineUnavailable
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.words import mark, t
from app.workbench import model_facts
from app.workbench.engine_process import EngineProcess, EngineStatus, LocalModelStatus

Level = Literal["neutral", "ok", "busy", "warning", "danger"]

_ENGINE: dict[str, tuple[str, Level]] = {
    "stopped": (mark("Engine stopped"), "neutral"),
    "starting": (mark("Engine starting…"), "busy"),
    "ready": (mark("Engine ready"), "ok"),
    "restarting": (mark("Engine restarting…"), "warning"),
    "failed": (mark("Engine does not start"), "danger"),
}
_MODEL: dict[str, tuple[str, Level]] = {
    "stopped": (mark("asleep, loads when asked"), "neutral"),
    "starting": (mark("starting…"), "busy"),
    "loading": (mark("loading…"), "busy"),
    "ready": (mark("ready"), "ok"),
    "failed": (mark("does not start"), "danger"),
}
_FAILED_KEY = "engine-failed"


@dataclass(frozen=True)
class Shown:
    """One state: a few words, a colour, the whole sentence."""

    words: str
    level: Level
    sentence: str = ""


class StatusViewModel(QObject):
    """Follows the engine; says on the bus when it is given up, and offers to try again.

    Signals:
        changed: one of the states is different.
    """

    changed = Signal()

    def __init__(self, engine: EngineProcess, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bus = bus
        self._stops = (engine.on_state(self._engine_changed), engine.on_model_state(self._model_changed))

    @property
    def engine(self) -> Shown:
        """What the engine is doing."""
        status = self._engine.status
        word, level = _ENGINE[status.state]
        words = t(word)
        return Shown(words, level, f"{status.message} {status.advice}".strip() or words)

    @property
    def model(self) -> Shown:
        """What the built-in model is doing, or another local one that is busy or has failed."""
        models = self._engine.models
        chosen = models.get(BUILT_IN_MODEL)
        for status in models.values():
            if status.state in {"starting", "loading", "failed"}:
                chosen = status
        if chosen is None:
            chosen = LocalModelStatus("stopped", BUILT_IN_MODEL)
        name = t("Built-in model") if chosen.model == BUILT_IN_MODEL else chosen.model
        word, level = _MODEL[chosen.state]
        words = t(word)
        return Shown(f"{name} {words}", level, chosen.message or f"{model_name(chosen.model)} {words}")

    def close(self) -> None:
        """End listening."""
        for stop in self._stops:
            stop()

    def _engine_changed(self, status: EngineStatus) -> None:
        if status.state == "failed":
            self._bus.show_error(
                EngineUnavailable(status.message, advice=status.advice, details=status.details),
                actions=[Action(t("Start it again"), self._engine.restart)],
                key=_FAILED_KEY,
            )
        else:
            self._bus.close_key(_FAILED_KEY)
        self.changed.emit()

    def _model_changed(self, status: LocalModelStatus) -> None:
        key = f"model-failed-{status.model}"
        if status.state == "failed":
            name = model_name(status.model)
            self._bus.show_error(
                AppError(
                    t("{0} could not be started.").format(name),
                    advice=t("Choose another model, or try again."),
                    details=status.message,
                ),
                key=key,
            )
        else:
            self._bus.close_key(key)
        self.changed.emit()


def model_name(model_id: str) -> str:
    """A local model's name for people."""
    facts = model_facts.facts(model_id)
    return facts.name if facts is not None else model_id

"""This computer as a place for models: the engine, the built-in model, and a model file of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.errors import InvalidInput
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.settings import SettingsViewModel
from app.workbench import model_facts
from app.workbench.engine_process import EngineProcess, EngineStatus, LocalModelStatus

_ENGINE_WORDS = {
    "stopped": ("Stopped", ""),
    "starting": ("Starting", "info"),
    "ready": ("Running", "success"),
    "restarting": ("Starting again", "warning"),
    "failed": ("Does not start", "error"),
}
_MODEL_WORDS = {
    "stopped": ("Starts when it is used", ""),
    "starting": ("Starting", "info"),
    "loading": ("Loading", "info"),
    "ready": ("Ready", "success"),
    "failed": ("Does not start", "error"),
}


@dataclass(frozen=True)
class LocalModelRow:
    """A model of this computer. ``level`` colours its state; ``facts`` is what is known about it, in one line."""

    id: str
    name: str
    state: str
    level: str
    message: str
    facts: str
    remark: str
    removable: bool

    @property
    def text(self) -> str:
        """All in one line, as a screen reader reads it."""
        return ", ".join(
            part for part in (self.name, self.state, self.facts, self.remark, self.message) if part
        )


class ThisComputerViewModel(QObject):
    """State of “This computer” on the page Connections.

    Signals:
        changed: the engine or a model is in another state, or the model file is another.
    """

    changed = Signal()

    def __init__(
        self,
        engine: EngineProcess,
        settings: SettingsViewModel,
        bus: MessageBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._settings = settings
        self._bus = bus
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
        return _ENGINE_WORDS[self.status.state][0]

    @property
    def level(self) -> str:
        """The colour of the engine's state: success, info, warning, error or none."""
        return _ENGINE_WORDS[self.status.state][1]

    @property
    def line(self) -> str:
        """Engine and models in a few words, for the list."""
        failed = next((m for m in self.models if m.level == "error"), None)
        if self.status.state != "ready":
            return f"Engine: {self.state_words.lower()}"
        if failed is not None:
            return f"{failed.name} does not start"
        number = len(self.models)
        return "1 model" if number == 1 else f"{number} models"

    @property
    def models(self) -> tuple[LocalModelRow, ...]:
        """The built-in model, the chosen file, and whatever else the engine reported."""
        known = self._engine.models
        builtin = model_facts.builtin()
        rows = [self._row(builtin.id, known.get(builtin.id), "")]
        chosen = self.model_file
        own = model_facts.model_id_of(chosen) if chosen else ""
        if chosen:
            rows.append(self._row(own, known.get(own), chosen))
        rows += [self._row(i, status, "") for i, status in known.items() if i not in {builtin.id, own}]
        return tuple(rows)

    @property
    def model_file(self) -> str:
        """The model file that is offered beside the built-in model; empty for none."""
        return self._engine.model_file or ""

    def _row(self, model_id: str, status: LocalModelStatus | None, file: str) -> LocalModelRow:
        words, level = _MODEL_WORDS[status.state if status is not None else "stopped"]
        facts = model_facts.facts(model_id)
        parts: list[str] = []
        if facts is not None:
            parts = [
                f"{model_facts.size_words(facts.bytes)} file" if facts.bytes else "",
                f"about {model_facts.size_words(facts.memory)} of memory when loaded",
                f"{facts.context:,} tokens of context",
                facts.licence,
            ]
        elif file:
            try:
                parts = [f"{model_facts.size_words(Path(file).stat().st_size)} file", file]
            except OSError:
                words, level, parts = "File is missing", "error", [file]
        remark = ""
        if facts is not None and facts.remark:
            remark = f"{facts.remark[:1].upper()}{facts.remark[1:]}."
        return LocalModelRow(
            id=model_id,
            name=facts.name if facts is not None else model_id,
            state=words,
            level=level,
            message=status.message if status is not None and status.state == "failed" else "",
            facts=" · ".join(part for part in parts if part),
            remark=remark,
            removable=bool(file),
        )

    def restart(self) -> None:
        """Start the engine anew; what it had stored stays."""
        self._engine.restart()
        self.changed.emit()

    def choose_model_file(self, path: str) -> None:
        """Offer a model file (GGUF) beside the built-in model, from now on and after the next start."""
        try:
            file = model_facts.check_model_file(path)
        except InvalidInput as error:
            self._bus.show_error(error, key="model-file")
            return
        before = self.model_file
        self._use(str(file))
        self._bus.show_info(
            f"{file.name} is offered now. The engine starts anew for it.",
            actions=[Action("Undo", lambda: self._use(before))],
            key="model-file",
        )

    def remove_model_file(self) -> None:
        """Offer only the built-in model again; the file itself stays where it is."""
        before = self.model_file
        if before:
            self._use("")
            self._bus.show_info(
                f"{Path(before).name} is not offered any more. The file itself is untouched.",
                actions=[Action("Undo", lambda: self._use(before))],
                key="model-file",
            )

    def _use(self, path: str) -> None:
        self._settings.update(model_file=path)
        self._engine.use_model_file(path or None)
        self.changed.emit()

    def close(self) -> None:
        """End listening to the engine."""
        for stop in self._stops:
            stop()

"""The playground's setups: kept under a name, opened again, copied, deleted with Undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.playground import PlaygroundViewModel
from app.viewmodels.rows import RowsModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.thread_rows import when_words
from app.viewmodels.words import t
from app.workbench.playground.setups import Setup, Setups


class SetupsViewModel(QObject):
    """State of the list.

    Signals:
        changed: other setups are there.
    """

    changed = Signal()

    def __init__(
        self, setups: Setups, playground: PlaygroundViewModel, bus: MessageBus, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._setups = setups
        self._playground = playground
        self._bus = bus
        # Its tasks end with the playground's.
        self.tasks: TaskScope = playground.tasks
        self.rows: RowsModel[Setup] = RowsModel(_text, lambda setup: setup.id, self)

    def refresh(self) -> None:
        """Look what is there."""
        self.tasks.start("setups", self._refresh())

    async def _refresh(self) -> None:
        self.rows.set_rows(await self._setups.list())
        self.changed.emit()

    def save(self, name: str, *, over: Setup | None = None) -> None:
        """Keep what stands in the playground under a name; one of the same name is replaced."""
        name = " ".join(name.split())
        same = over or next((setup for setup in self.rows.rows if setup.name == name), None)
        self.tasks.start("save setup", self._save(name, same.id if same is not None else ""))

    async def _save(self, name: str, setup_id: str) -> None:
        made = await self._setups.save(name, self._playground.as_setup(), setup_id=setup_id)
        await self._refresh()
        self._bus.show_info(f"The setup “{made.name}” is kept.", key="setup")

    def open(self, setup: Setup) -> None:
        """Put a setup in place of what stands in the playground."""
        self._playground.open_setup(setup.data, setup.name)

    def duplicate(self, setup: Setup) -> None:
        """Make a copy."""
        self.tasks.start("duplicate setup", self._duplicate(setup.id))

    async def _duplicate(self, setup_id: str) -> None:
        await self._setups.duplicate(setup_id)
        await self._refresh()

    def delete(self, setup: Setup) -> None:
        """Delete a setup and offer Undo."""
        self.tasks.start(f"delete {setup.id}", self._delete(setup))

    async def _delete(self, setup: Setup) -> None:
        await self._setups.delete(setup.id)
        await self._refresh()
        undo = Action(t("Undo"), lambda: self.tasks.start("restore setup", self._restore(setup.id)))
        self._bus.show_info(f"The setup “{setup.name}” was deleted.", actions=[undo])

    async def _restore(self, setup_id: str) -> None:
        await self._setups.restore(setup_id)
        await self._refresh()


def describe(setup: Setup) -> str:
    """A setup's second line."""
    lanes = t("{0} lane").format(setup.lanes) if setup.lanes == 1 else t("{0} lanes").format(setup.lanes)
    return f"{lanes} · {when_words(int(setup.updated))}"


def _text(setup: Setup) -> str:
    return f"{setup.name}, {describe(setup)}"

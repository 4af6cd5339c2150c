"""The first start: what the welcome offers, and the sample assistant that it makes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError
from app.viewmodels.services import Services
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import spoken, t
from app.workbench import templates
from app.workbench.portability.moving import Mover
from app.workbench.versions import Versions

DISMISSED = "welcome_dismissed"


class WelcomeViewModel(QObject):
    """Knows whether the welcome is still wanted, and makes the sample assistant.

    Signals:
        changed: :attr:`wanted`, :attr:`working` or :attr:`said` is another.
        sample_ready: the sample assistant is there: its id and a prompt to try it with.
    """

    changed = Signal()
    sample_ready = Signal(str, str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.wanted: bool = not services.settings.settings.extra.get(DISMISSED)
        self.said = ""
        self.tasks = TaskScope(self, services.bus)

    @property
    def working(self) -> bool:
        """Whether the sample is being made."""
        return self.tasks.running("sample")

    def dismiss(self) -> None:
        """Do not show it again, until somebody asks for it."""
        self._keep(wanted=False)

    def bring_back(self) -> None:
        """Show it again."""
        self._keep(wanted=True)

    def make_sample(self) -> None:
        """Make the sample assistant with its sample files, or find the one that was made before."""
        if not self.working:
            self.said = t("Preparing the sample: an assistant that answers from a handbook …")
            self.tasks.start("sample", self._make_sample(), failed=self._failed)
            self.changed.emit()

    async def _make_sample(self) -> None:
        services = self._services
        template = templates.template(templates.FIRST, spoken())
        known = services.settings.settings.extra.get("sample_assistant")
        there = {assistant.id for assistant in await services.assistants.list()}
        if known not in there:
            choices = await services.models.load()
            model = next((c for c in choices if c.kind in {"built-in", "local"}), None)
            name = model.ref.model if model is not None else ""
            mover = Mover(services.engine, services.versions or Versions(None))
            made = await mover.install(
                template.package(name), note=t("From the welcome"), progress=self._progress
            )
            known = made.id
            self._remember("sample_assistant", known)
        self.said = ""
        self.sample_ready.emit(str(known), template.sample_prompts[0])
        self._keep(wanted=False)

    def _progress(self, done: int, total: int, name: str) -> None:
        if name:
            self.said = t("Taking in “{0}” ({1} of {2}) …").format(name, done + 1, total)
            self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self._services.bus.show_error(error, key="sample")
        self.said = ""
        self.changed.emit()

    def _keep(self, *, wanted: bool) -> None:
        self.wanted = wanted
        self._remember(DISMISSED, not wanted)
        self.changed.emit()

    def _remember(self, name: str, value: object) -> None:
        settings = self._services.settings
        settings.update(extra={**settings.settings.extra, name: value})

    async def close(self) -> None:
        """End what is under way."""
        await self.tasks.close()

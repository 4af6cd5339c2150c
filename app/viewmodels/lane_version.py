"""Which saved version of its assistant a lane answers with: of the last answer, or of the next while there is none."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.core import run_events as ev
from app.core.errors import AppError
from app.viewmodels.lane import LaneViewModel
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.playground.assistants_lane import AssistantRef
from app.workbench.versions import Versions, stamped_version


class LaneVersion(QObject):
    """The version to show in a lane's head.

    The last run's own version stays shown when its assistant is saved anew: it is the one that wrote the answer.

    Args:
        lane: the lane.
        versions: where versions are kept; None where nothing is kept.
        tasks: reads them; its owner ends what runs.

    Signals:
        changed: another version is shown.
    """

    changed = Signal()

    def __init__(self, lane: LaneViewModel, versions: Versions | None, tasks: TaskScope) -> None:
        super().__init__(lane)
        self._lane = lane
        self._versions = versions
        self._tasks = tasks
        self._asked_for = ""
        self._newest: int | None = None
        self._shown: tuple[str, str] = ("", "")
        lane.changed.connect(self._lane_changed)
        lane.inspected.connect(self._tell)
        self.refresh()

    @property
    def words(self) -> str:
        """The version in short, as “v3”; empty where there is none."""
        return self._shown[0]

    @property
    def tip(self) -> str:
        """What that version is."""
        return self._shown[1]

    def refresh(self) -> None:
        """Look which version is the newest: the assistant may have been saved since."""
        target = self._lane.target
        wanted = target.id if isinstance(target, AssistantRef) else ""
        if wanted != self._asked_for:
            self._asked_for, self._newest = wanted, None
        self._tell()
        if wanted and self._versions is not None:
            self._tasks.start(f"version of {self._lane.id}", self._read(self._versions, wanted))

    async def _read(self, versions: Versions, assistant: str) -> None:
        try:
            newest = await versions.newest_number(assistant)
        except AppError:  # the lane works without: no badge is shown
            newest = None
        if isValid(self) and assistant == self._asked_for:  # the lane may be gone by now
            self._newest = newest
            self._tell()

    def _lane_changed(self) -> None:
        target = self._lane.target
        if (target.id if isinstance(target, AssistantRef) else "") != self._asked_for:
            self.refresh()
        else:
            self._tell()

    def _used(self) -> int | None:
        """The version of the run that wrote the last answer, None if there is none, or it is another assistant's."""
        turn = self._lane.turn
        if turn is None or not self._asked_for:
            return None
        runs = [e.raw for e in turn.events if isinstance(e, ev.ObjectCreated) and e.kind == "run"]
        if not runs or not isinstance(runs[-1], dict) or runs[-1].get("assistant_id") != self._asked_for:
            return None
        return stamped_version(runs[-1])

    def _tell(self) -> None:
        used = self._used()
        number = used or self._newest
        words = f"v{number}" if number else ""
        if not number:
            tip = ""
        elif used and self._newest and self._newest > used:
            tip = t("The answer is of version {0}. Version {1} was saved since and answers the next prompt.")
            tip = tip.format(used, self._newest)
        elif used:
            tip = t("The answer is of version {0} of this assistant.").format(used)
        else:
            tip = t("Version {0} of this assistant answers the next prompt.").format(number)
        if (words, tip) != self._shown:
            self._shown = (words, tip)
            self.changed.emit()

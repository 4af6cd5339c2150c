"""The versions of the selected assistant: a timeline, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.core.entities import Json
from app.viewmodels.rows import RowsModel
from app.viewmodels.sentences import said
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import date_words, t
from app.workbench.version_diff import FieldChange, differences, summary
from app.workbench.versions import Version, Versions, versioned

BEFORE = 0
"""Compare with the version before."""
FORM = -1
"""Compare with what stands in the form."""


@dataclass(frozen=True)
class VersionRow:
    """One line of the timeline."""

    number: int
    title: str
    when: str
    words: str

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        return f"{self.title}, {self.when}: {self.words}"


class AssistantVersions(QObject):
    """State of the versions' sheet.

    Args:
        versions: where they are kept.
        tasks: the page's tasks.
        form: gives what stands in the form now, as the API's object.

    Signals:
        changed: the timeline is different.
        compared: the differences shown are different.
    """

    changed = Signal()
    compared = Signal()

    def __init__(
        self,
        versions: Versions,
        tasks: TaskScope,
        form: Callable[[], Json],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._versions, self._tasks, self._form = versions, tasks, form
        self.rows: RowsModel[VersionRow] = RowsModel(lambda r: r.text, lambda r: str(r.number), self)
        self.versions: tuple[Version, ...] = ()
        self.selected: Version | None = None
        self.other = BEFORE
        self.differences: tuple[FieldChange, ...] = ()
        self._assistant = ""

    def load(self, assistant: str) -> None:
        """Read the timeline of an assistant; the newest version is selected."""
        if assistant != self._assistant:
            self._assistant, self.versions, self.selected, self.differences = assistant, (), None, ()
            self.other = BEFORE
            self.rows.set_rows(())
            self.changed.emit()
        self._tasks.start("versions", self._load(assistant))

    async def _load(self, assistant: str) -> None:
        found = await self._versions.list(assistant)
        if assistant != self._assistant:
            return
        self.versions = found
        older = {v.number: found[i + 1].fields if i + 1 < len(found) else None for i, v in enumerate(found)}
        self.rows.set_rows(
            VersionRow(
                v.number,
                t("Version {0}").format(v.number),
                when_words(v.created),
                said(v.note or summary(older[v.number], v.fields)),
            )
            for v in found
        )
        chosen = self.selected.number if self.selected is not None else 0
        self.selected = next((v for v in found if v.number == chosen), found[0] if found else None)
        self.changed.emit()
        self._compare()

    def select(self, number: int) -> None:
        """Look at this version."""
        self.selected = next((v for v in self.versions if v.number == number), None)
        self._compare()

    def compare_with(self, other: int) -> None:
        """Compare it with another: a number, :data:`BEFORE` or :data:`FORM`."""
        self.other = other
        self._compare()

    @property
    def is_newest(self) -> bool:
        """Whether the selected version is what is saved now."""
        return bool(self.versions) and self.selected == self.versions[0]

    @property
    def words(self) -> str:
        """What is compared, in a sentence."""
        if self.selected is None:
            return t("No version yet: Save makes the first.")
        number = self.selected.number
        if self.other == FORM:
            return t("From version {0} to what stands in the form").format(number)
        base = self._base()
        if base is None:
            return t("Version {0} is the first: everything in it is new").format(number)
        if base.number == number:
            return t("Version {0} with itself").format(number)
        first, second = sorted((base.number, number))
        return t("From version {0} to version {1}").format(first, second)

    def _base(self) -> Version | None:
        assert self.selected is not None
        number = self.other if self.other > 0 else self.selected.number - 1
        return next((v for v in self.versions if v.number == number), None)

    def _compare(self) -> None:
        self.differences = ()
        if self.selected is not None:
            if self.other == FORM:
                self.differences = differences(self.selected.fields, versioned(self._form()))
            else:
                base = self._base()
                older, newer = (base.fields if base else versioned({})), self.selected.fields
                if base is not None and base.number > self.selected.number:
                    older, newer = newer, older
                self.differences = differences(older, newer)
        self.compared.emit()


def when_words(moment: float) -> str:
    """Write a time of day for people."""
    made = datetime.fromtimestamp(moment).astimezone()
    today = datetime.now().astimezone().date()
    day = t("today") if made.date() == today else date_words(moment, t("yyyy-MM-dd"))
    return f"{day} {made:%H:%M}"

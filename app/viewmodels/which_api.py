"""The guide “Which API fits?”: the answers so far, what follows from them, and the lanes that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.run_events import RunEvent
from app.workbench.which_api import (
    API_TITLES,
    QUESTIONS,
    ApiName,
    Evidence,
    Question,
    Standing,
    evidence,
    recommend,
)


class WhichApiViewModel(QObject):
    """Holds the answers.

    Args:
        conversations: the events of each answer in each lane of the playground, as ``(api, [events, …])``: the evidence.

    Signals:
        changed: an answer was given; the recommendation may be another.
    """

    changed = Signal()

    def __init__(
        self,
        conversations: Sequence[tuple[ApiName, Sequence[Sequence[RunEvent]]]] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.questions: tuple[Question, ...] = QUESTIONS
        self.titles: Mapping[ApiName, str] = API_TITLES
        self.answers: dict[str, str] = {}
        self.evidence: tuple[Evidence, ...] = tuple(
            found for api, turns in conversations if (found := evidence(api, turns)).requests
        )

    def answer(self, question: str, option: str) -> None:
        """Take an answer."""
        if self.answers.get(question) != option:
            self.answers[question] = option
            self.changed.emit()

    @property
    def complete(self) -> bool:
        """Whether all questions are answered."""
        return len(self.answers) == len(self.questions)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All APIs, the best fitting first; empty before the first answer."""
        return recommend(self.answers) if self.answers else ()

    def setup(self) -> dict[str, Any]:
        """A playground setup with the best two side by side, best first."""
        best = [standing.api for standing in self.standings[:2]]
        return {"lanes": [{"id": f"lane-{number}", "api": api} for number, api in enumerate(best, 1)]}

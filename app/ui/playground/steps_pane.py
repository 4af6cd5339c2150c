"""The pane at the right: everything about the chosen lane's answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.inspector.panels import InspectorPanels
from app.ui.inspector.steps_view import StepsView
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Label, Line
from app.ui.words import t
from app.viewmodels.inspected import Inspected
from app.viewmodels.lane import LaneViewModel

if TYPE_CHECKING:
    from app.viewmodels.services import Services

HEAD_AROUND = 80  # margins, spaces and the button of the head, pixels


class StepsPane(QFrame):
    """A :class:`StepsView` for each lane, one of them in sight.

    Signals:
        close_requested: the pane is to be hidden.
    """

    close_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps_pane")
        self.setAccessibleName(t("Run steps"))
        self.setProperty("surface", "surface")
        self.setMinimumWidth(260)
        self._lanes: tuple[LaneViewModel, ...] = ()
        self._views: dict[str, StepsView] = {}
        self.lane = QComboBox()
        self.lane.setObjectName("steps_pane_lane")
        self.lane.setAccessibleName(t("Lane whose steps are shown"))
        self.lane.setAccessibleDescription(self.lane.accessibleName())
        self.lane.setProperty("kind", "ghost")
        self.lane.currentIndexChanged.connect(self._choose)
        close = IconButton("steps_pane_close", "panel-right-close", t("Hide the run's steps (Ctrl+Shift+I)"))
        close.clicked.connect(self.close_requested)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 6)
        head.setSpacing(8)
        self.title = Label(t("Inspect"), "strong", name="steps_pane_title")
        head.addWidget(self.title)
        head.addWidget(self.lane)
        head.addStretch(1)
        head.addWidget(close)
        self.stack = QStackedWidget()
        self.panels = InspectorPanels(services, "inspector", self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.panels, 1)

    def set_lanes(self, lanes: Sequence[LaneViewModel]) -> None:
        """Offer these lanes; the Assistants lane is chosen first."""
        before = self._lanes[self.lane.currentIndex()].id if self._lanes else ""
        for lane in self._lanes:
            lane.inspected.disconnect(self._inspect)
        self._lanes = tuple(lanes)
        for lane in lanes:
            lane.inspected.connect(self._inspect)
        for lane_id in tuple(self._views):
            if not any(lane.id == lane_id and lane.steps is self._views[lane_id].viewmodel for lane in lanes):
                gone = self._views.pop(lane_id)
                self.stack.removeWidget(gone)
                gone.deleteLater()
        twice = len({lane.api_words for lane in lanes}) < len(lanes)
        self.lane.blockSignals(True)
        self.lane.clear()
        for number, lane in enumerate(lanes, 1):
            self.lane.addItem(f"{lane.api_words} {number}" if twice else lane.api_words)
        wanted = next((i for i, lane in enumerate(lanes) if lane.lane.api == "assistants"), 0)
        kept = next((i for i, lane in enumerate(lanes) if lane.id == before), wanted)
        self.lane.setCurrentIndex(kept)
        self.lane.blockSignals(False)
        self._choose(kept)

    def choose(self, lane: LaneViewModel) -> None:
        """Show a lane's steps."""
        if lane in self._lanes:
            self.lane.setCurrentIndex(self._lanes.index(lane))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the lane's name has the room: it says enough."""
        super().resizeEvent(event)
        needed = self.title.sizeHint().width() + self.lane.sizeHint().width() + HEAD_AROUND
        self.title.setVisible(self.width() >= needed)

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen for the first time is made now."""
        self._choose(self.lane.currentIndex())
        super().showEvent(event)

    def _choose(self, position: int) -> None:
        if self.isHidden() or not 0 <= position < len(self._lanes):
            return
        lane = self._lanes[position]
        if lane.id not in self._views:
            self._views[lane.id] = view = StepsView(lane.steps, f"{lane.id.replace('-', '_')}_steps")
            self.stack.addWidget(view)
        self.stack.setCurrentWidget(self._views[lane.id])
        self._inspect()

    def _inspect(self) -> None:
        place = self.lane.currentIndex()
        if not self.isHidden() and 0 <= place < len(self._lanes):
            self.panels.inspect(Inspected.of_lane(self._lanes[place]))
            self.panels.refresh()

    async def closing(self) -> None:
        """End what runs."""
        await self.panels.closing()

"""The page “Activity”: every request, usage and cost, prices and the budget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.connections.traffic import Traffic
from app.ui.activity.money_view import MoneyView
from app.ui.activity.requests_view import RequestsView
from app.ui.activity.usage_view import UsageView
from app.ui.page import Page
from app.ui.widgets.labels import Label, Line
from app.ui.words import t
from app.viewmodels.activity import ActivityViewModel
from app.workbench.activity import Activity

if TYPE_CHECKING:
    from app.viewmodels.services import Services

TABS = ("requests", "usage", "prices")


class ActivityPage(Page):
    """Three views under one heading."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        log = services.activity or Activity(Traffic(), None, services.paths.config)
        self.viewmodel = ActivityViewModel(
            log, services.connections, services.bus, self, assistants=services.assistants
        )
        self.requests = RequestsView(self.viewmodel)
        self.requests.export_requested.connect(lambda: self._export("requests"))
        self.usage = UsageView(self.viewmodel)
        self.usage.export_requested.connect(lambda: self._export("usage"))
        self.money = MoneyView(self.viewmodel)
        self.tabs = QTabBar()
        self.tabs.setObjectName("activity_tabs")
        self.tabs.setAccessibleName(t("What to show of the activity"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for word in (t("Requests"), t("Usage"), t("Prices and budget")):
            self.tabs.addTab(word)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 4)
        head.setSpacing(24)
        head.addWidget(Label(t("Activity"), "title", name="activity_title"))
        head.addWidget(self.tabs)
        head.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.setObjectName("activity_views")
        for view in (self.requests, self.usage, self.money):
            self.stack.addWidget(view)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.stack, 1)

    def activated(self) -> None:
        """Look what there is now."""
        self.viewmodel.activate()

    def receive(self, wish: Any) -> None:
        """Show one of the views by its name (``requests``, ``usage``, ``prices``)."""
        if wish in TABS:
            self.tabs.setCurrentIndex(TABS.index(wish))

    def focus_search(self) -> None:
        """Put the cursor into the search field of the log."""
        self.tabs.setCurrentIndex(0)
        self.requests.pane.search.setFocus()
        self.requests.pane.search.selectAll()

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self.viewmodel.tasks.busy

    async def closing(self) -> None:
        """End tasks."""
        await self.viewmodel.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is followed while the page is not seen."""
        self.viewmodel.deactivate()
        super().hideEvent(event)

    def _export(self, what: Literal["requests", "usage"]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, t("Save as CSV"), folder, t("Tables (*.csv)"))
        dialog.setObjectName("activity_export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"assistant-workbench-{what}.csv")
        dialog.fileSelected.connect(lambda file: self.viewmodel.export(Path(file), what))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

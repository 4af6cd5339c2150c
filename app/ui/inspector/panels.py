"""The inspector's panels beside the steps: context, retrieval, the interpreter's session, code.

Two of them belong to other rooms and are taken when they are there:

- ``app.ui.inspector.retrieval_view.RetrievalView(services, parent)`` with ``show_run(thread_id, run_id)`` and
  ``show_events(events)`` for answers without a run;
- ``app.ui.inspector.session_panel.SessionPanel(services, parent)`` with ``show_session(key)``.

Both may have a coroutine ``closing()``, awaited when the page ends.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.ui.inspector.code_view import CodeView
from app.ui.inspector.context_view import ContextView
from app.ui.words import mark, t
from app.viewmodels.inspected import Inspected, InspectedViewModel

if TYPE_CHECKING:
    from app.viewmodels.services import Services

_OTHER_ROOMS = (
    ("retrieval", mark("Sources"), "app.ui.inspector.retrieval_view", "RetrievalView"),
    ("session", mark("Session"), "app.ui.inspector.session_panel", "SessionPanel"),
)
SETTLE_MS = 120


class InspectorPanels(QWidget):
    """Tabs: the steps (given by the owner), and the panels, of which only the one in sight fetches anything.

    Args:
        services: what the program can do.
        name: object names begin with it.
        steps: shows the steps.
    """

    def __init__(self, services: Services, name: str, steps: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.viewmodel = InspectedViewModel(services.threads, services.clients, services.bus, self)
        self.tabs = QTabBar()
        self.tabs.setObjectName(f"{name}_tabs")
        self.tabs.setAccessibleName(t("What to inspect"))
        self.tabs.setProperty("kind", "dense")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget()
        self._refresh: list[Callable[[], object]] = []
        self._closing: list[Any] = []
        self.context = ContextView(self.viewmodel, f"{name}_context")
        self.code = CodeView(self.viewmodel, f"{name}_code")
        self._add(t("Run"), steps, lambda: None)
        self._add(t("Context"), self.context, self.context.refresh)
        for key, title, module, kind in _OTHER_ROOMS:
            if importlib.util.find_spec(module) is not None:
                panel = getattr(importlib.import_module(module), kind)(services, self)
                self._closing.append(panel)
                self._add(t(title), panel, functools.partial(self._show_other, key, panel))
        self._add(t("Code"), self.code, self.code.refresh)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(16, 0, 4, 0)
        bar.addWidget(self.tabs)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._chosen)
        self.viewmodel.changed.connect(self._settle.start)

    def _add(self, title: str, panel: QWidget, refresh: Callable[[], object]) -> None:
        self.tabs.addTab(title)
        self.stack.addWidget(panel)
        self._refresh.append(refresh)

    def _chosen(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What is in sight is fetched now."""
        super().showEvent(event)
        self._settle.start()

    def inspect(self, what: Inspected) -> None:
        """Show this answer."""
        self.viewmodel.show(what)

    def refresh(self) -> None:
        """Bring the panel in sight up to date."""
        if self.isVisible():
            self._refresh[self.tabs.currentIndex()]()

    def _show_other(self, key: str, panel: Any) -> None:
        what = self.viewmodel.what
        if key == "retrieval" and what.run_id:
            panel.show_run(what.thread_id, what.run_id)
        elif key == "retrieval":
            panel.show_events(what.events)
        else:
            panel.show_session(what.session)

    async def closing(self) -> None:
        """End what runs."""
        self._settle.stop()
        await self.viewmodel.tasks.close()
        for panel in self._closing:
            if hasattr(panel, "closing"):
                await panel.closing()

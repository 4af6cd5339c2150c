"""The window: the rail, the pages, messages above them, the status line below. What a page does is the page's business."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.core.paths import resource
from app.ui.menus import Menus
from app.ui.navigation import NavigationRail
from app.ui.page import PAGES, Page, PageEntry
from app.ui.status_line import StatusLine
from app.ui.theme import theme
from app.ui.welcome.panel import WelcomePanel
from app.ui.widgets.message_bar import MessageBars
from app.ui.words import t
from app.viewmodels.services import Services
from app.viewmodels.status import StatusViewModel
from app.viewmodels.welcome import WelcomeViewModel

FIRST_SIZE = (1280, 800)
SMALLEST_SIZE = (880, 560)


class MainWindow(QMainWindow):
    """The program's one window.

    Signals:
        close_requested: a person wants to end the program; whoever owns it does so and hides the window at once.
    """

    close_requested = Signal()

    def __init__(self, services: Services, pages: Sequence[PageEntry] = PAGES) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Assistant Workbench")
        self.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
        self.setMinimumSize(*SMALLEST_SIZE)
        self.services = services
        self._entries = {entry.name: entry for entry in pages}
        self._pages: dict[str, Page] = {}
        self.current = ""
        self.status = StatusViewModel(services.engine, services.bus, self)
        self._rail = NavigationRail(pages)
        self._rail.page_requested.connect(self.show_page)
        self._stack = QStackedWidget()
        self._stack.setObjectName("page_stack")
        body = QWidget()
        body.setProperty("surface", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(MessageBars(services.bus))
        self._welcome = WelcomeViewModel(services, self)
        self._welcome.changed.connect(self._show_welcome)
        self._welcome_panel = WelcomePanel(self._welcome)
        self._welcome_panel.open_requested.connect(self._open)
        self._welcome_panel.guide_requested.connect(self.show_guide)
        column.addWidget(self._welcome_panel)
        column.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(body, 1)
        central = QWidget()
        outer = QVBoxLayout(central)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addWidget(StatusLine(self.status, services.background))
        self.setCentralWidget(central)
        self._menus = Menus(self)
        self._place()
        chosen = services.settings.settings
        self._look = (chosen.theme, chosen.font_scale)
        services.settings.changed.connect(self._settings_changed)

    # -- pages ---------------------------------------------------------------------------------------------------

    def page(self, name: str) -> Page:
        """The page of this name, made if it was not shown before."""
        if name not in self._pages:
            page = self._entries[name].make(self.services)
            page.open_requested.connect(self._open)
            page.used.connect(self._welcome.dismiss)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Go to a page; an unknown name goes to the first."""
        name = name if name in self._entries else next(iter(self._entries))
        page = self.page(name)
        changed = name != self.current
        self.current = name
        self._stack.setCurrentWidget(page)
        self._rail.show_current(name)
        page.activated()
        self._show_welcome()
        if changed:
            self.services.settings.update(last_page=name)

    @property
    def busy(self) -> bool:
        """Whether a page still has something to show that is on its way."""
        return any(page.busy for page in self._pages.values())

    async def close_pages(self) -> None:
        """Keep what is typed in all pages and end their tasks; the first step of the program's end."""
        self.services.settings.update(
            window_geometry=base64.b64encode(self.saveGeometry().data()).decode("ascii")
        )
        self.status.close()
        await asyncio.gather(self._welcome.close(), *(page.closing() for page in self._pages.values()))

    def _open(self, name: str, wish: object) -> None:
        if name in self._entries:
            self.show_page(name)
            self.page(name).receive(wish)

    def page_titles(self) -> Sequence[tuple[str, str]]:
        """Names and titles of all pages, in the rail's order."""
        return [(entry.name, t(entry.title)) for entry in self._entries.values()]

    # -- first steps ---------------------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """Show the welcome, also to those who closed it."""
        self.show_page("playground")
        self._welcome.bring_back()

    def show_guide(self) -> None:
        """Ask four questions and recommend an API; what the playground shows is the evidence."""
        from app.ui.welcome.which_api_dialog import WhichApiDialog
        from app.viewmodels.which_api import WhichApiViewModel

        conversations = self.page("playground").conversations() if "playground" in self._pages else ()
        dialog = WhichApiDialog(WhichApiViewModel(conversations), self)
        dialog.setup_requested.connect(lambda setup: self._open("playground", {"setup": setup}))
        dialog.open()

    def _show_welcome(self) -> None:
        self._welcome_panel.setVisible(self._welcome.wanted and self.current == "playground")

    # -- frame ---------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the end to the owner, who ends everything in order."""
        event.ignore()
        self.close_requested.emit()

    def _place(self) -> None:
        self.resize(*FIRST_SIZE)
        kept = self.services.settings.settings.window_geometry
        if kept:
            try:
                self.restoreGeometry(QByteArray(base64.b64decode(kept, validate=True)))
            except binascii.Error:
                return

    def _settings_changed(self) -> None:
        chosen = self.services.settings.settings
        look = (chosen.theme, chosen.font_scale)
        if look != self._look:  # the command line's choice holds until a person makes another
            self._look = look
            theme().set_look(*look)


def screen_name() -> str:
    """The Qt platform in use, such as ``xcb`` or ``offscreen``."""
    return QGuiApplication.platformName()

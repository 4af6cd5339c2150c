"""The window: the rail, the pages, messages above them, the status line below. What a page does is the page's business."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.core.paths import resource
from app.ui.navigation import NavigationRail
from app.ui.page import PAGES, Page, PageEntry
from app.ui.shortcuts import ShortcutsDialog
from app.ui.status_line import StatusLine
from app.ui.theme import theme
from app.ui.widgets.message_bar import MessageBars
from app.viewmodels.services import Services
from app.viewmodels.settings import FONT_SCALES
from app.viewmodels.status import StatusViewModel

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
        outer.addWidget(StatusLine(self.status))
        self.setCentralWidget(central)
        self._make_menus()
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
        await asyncio.gather(*(page.closing() for page in self._pages.values()))

    def _open(self, name: str, wish: object) -> None:
        if name in self._entries:
            self.show_page(name)
            self.page(name).receive(wish)

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

    def _make_menus(self) -> None:
        program = self.menuBar().addMenu("&Program")
        self._add(program, "new", "New", "Ctrl+N", lambda: self.page(self.current).start_new())
        self._add(program, "search", "Search", "Ctrl+F", lambda: self.page(self.current).focus_search())
        program.addSeparator()
        self._add(program, "quit", "Quit", "Ctrl+Q", self.close)
        go = self.menuBar().addMenu("&Go")
        for number, entry in enumerate(self._entries.values(), 1):
            self._add(go, entry.name, entry.title, f"Ctrl+{number}", lambda n=entry.name: self.show_page(n))
        view = self.menuBar().addMenu("&View")
        group = QActionGroup(self)
        for mode, words in (("system", "As the system"), ("light", "Light"), ("dark", "Dark")):
            action = self._add(
                view, f"theme_{mode}", words, "", lambda m=mode: self.services.settings.update(theme=m)
            )
            action.setCheckable(True)
            action.setChecked(theme().mode == mode)
            group.addAction(action)
        view.addSeparator()
        self._add(view, "text_larger", "Larger text", "Ctrl++", lambda: self._scale_text(1))
        self._add(view, "text_smaller", "Smaller text", "Ctrl+-", lambda: self._scale_text(-1))
        self._add(view, "text_usual", "Usual text size", "Ctrl+0", lambda: self._scale_text(0))
        help_menu = self.menuBar().addMenu("&Help")
        self._add(help_menu, "shortcuts", "Keyboard shortcuts", "F1", lambda: ShortcutsDialog(self).open())

    def _add(self, menu: object, name: str, text: str, keys: str, run: object) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action_{name}")
        if keys == "Ctrl++":
            action.setShortcuts([QKeySequence(keys), QKeySequence("Ctrl+=")])
        elif keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        menu.addAction(action)  # type: ignore[attr-defined]
        return action

    def _scale_text(self, step: int) -> None:
        settings = self.services.settings
        nearest = min(
            range(len(FONT_SCALES)), key=lambda i: abs(FONT_SCALES[i] - settings.settings.font_scale)
        )
        chosen = min(len(FONT_SCALES) - 1, max(0, nearest + step)) if step else FONT_SCALES.index(1.0)
        settings.update(font_scale=FONT_SCALES[chosen])

    def _settings_changed(self) -> None:
        chosen = self.services.settings.settings
        look = (chosen.theme, chosen.font_scale)
        if look != self._look:  # the command line's choice holds until a person makes another
            self._look = look
            theme().set_look(*look)
        action = self.findChild(QAction, f"action_theme_{chosen.theme}")
        if action is not None:
            action.setChecked(True)


def screen_name() -> str:
    """The Qt platform in use, such as ``xcb`` or ``offscreen``."""
    return QGuiApplication.platformName()

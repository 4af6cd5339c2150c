"""The menu bar: what can be done from everywhere, each with its key; the command palette offers the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from app.ui.command_palette import Command, CommandPalette
from app.ui.shortcuts import ShortcutsDialog
from app.ui.theme import theme
from app.ui.words import t
from app.viewmodels.settings import FONT_SCALES

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Menus:
    """Makes the menus of ``window`` once, and lists what is in them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._menus: list[QMenu] = []
        self._themes: dict[str, QAction] = {}
        self._program()
        self._go()
        self._view()
        self._help()
        window.services.settings.changed.connect(self._show_theme)

    def commands(self) -> Iterator[Command]:
        """All of it, for the palette."""
        for menu in self._menus:
            where = menu.title().replace("&", "")
            for action in menu.actions():
                if action.isEnabled() and action.text() and action.objectName() != "action_commands":
                    keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
                    yield Command(action.text(), action.trigger, where, keys)

    def _program(self) -> None:
        window, menu = self._window, self._menu(t("&Program"))
        self._add(menu, "new", t("New"), "Ctrl+N", lambda: window.page(window.current).start_new())
        self._add(menu, "search", t("Search"), "Ctrl+F", lambda: window.page(window.current).focus_search())
        self._add(menu, "commands", t("Commands…"), "Ctrl+K", self._show_palette)
        menu.addSeparator()
        self._add(menu, "quit", t("Quit"), "Ctrl+Q", window.close)

    def _go(self) -> None:
        menu = self._menu(t("&Go"))
        for number, (name, title) in enumerate(self._window.page_titles(), 1):
            self._add(menu, name, title, f"Ctrl+{number}", partial(self._window.show_page, name))

    def _view(self) -> None:
        settings, menu = self._window.services.settings, self._menu(t("&View"))
        group = QActionGroup(self._window)
        for mode, words in (("system", t("As the system")), ("light", t("Light")), ("dark", t("Dark"))):
            action = self._add(menu, f"theme_{mode}", words, "", partial(settings.update, theme=mode))
            action.setCheckable(True)
            action.setChecked(theme().mode == mode)
            group.addAction(action)
            self._themes[mode] = action
        menu.addSeparator()
        self._add(menu, "text_larger", t("Larger text"), "Ctrl++", lambda: self._scale_text(1))
        self._add(menu, "text_smaller", t("Smaller text"), "Ctrl+-", lambda: self._scale_text(-1))
        self._add(menu, "text_usual", t("Usual text size"), "Ctrl+0", lambda: self._scale_text(0))

    def _help(self) -> None:
        window, menu = self._window, self._menu(t("&Help"))
        self._add(menu, "welcome", t("Welcome"), "", window.show_welcome)
        self._add(menu, "which_api", t("Which API fits?"), "", window.show_guide)
        self._add(menu, "guides", t("Guides"), "", self._show_guides)
        self._add(menu, "shortcuts", t("Keyboard shortcuts"), "F1", lambda: ShortcutsDialog(window).open())

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        self._menus.append(menu)
        return menu

    def _add(self, menu: QMenu, name: str, text: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"action_{name}")
        if keys == "Ctrl++":
            action.setShortcuts([QKeySequence(keys), QKeySequence("Ctrl+=")])
        elif keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: run())
        menu.addAction(action)
        return action

    def _show_palette(self) -> None:
        own = self._window.page(self._window.current).commands()
        CommandPalette([*own, *self.commands()], self._window).show()

    def _show_guides(self) -> None:
        from app.ui.welcome.guides_dialog import GuidesDialog

        GuidesDialog(self._window).open()

    def _scale_text(self, step: int) -> None:
        settings = self._window.services.settings
        nearest = min(
            range(len(FONT_SCALES)), key=lambda i: abs(FONT_SCALES[i] - settings.settings.font_scale)
        )
        chosen = min(len(FONT_SCALES) - 1, max(0, nearest + step)) if step else FONT_SCALES.index(1.0)
        settings.update(font_scale=FONT_SCALES[chosen])

    def _show_theme(self) -> None:
        self._themes[self._window.services.settings.settings.theme].setChecked(True)

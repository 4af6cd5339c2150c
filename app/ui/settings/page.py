"""The page “Settings”: the look, where things are kept, and what the program is made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import StorageFailed
from app.ui.page import Page
from app.ui.settings.copies_section import CopiesSection
from app.ui.widgets.banner import Banner, BannerKind
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.message_bar import copy_text
from app.ui.words import LANGUAGES, language_of, mark, spoken, t
from app.viewmodels.copies import CopiesViewModel
from app.viewmodels.settings import FONT_SCALES, SettingsViewModel

if TYPE_CHECKING:
    from app.viewmodels.services import Services

WIDEST = 760
_THEMES = (("system", mark("As the system has it")), ("light", mark("Light")), ("dark", mark("Dark")))


class _Place(QWidget):
    """A folder with its path, Open and Copy."""

    def __init__(self, name: str, folder: Path, page: SettingsPage) -> None:
        super().__init__()
        self.setObjectName(name)
        path = ElidedLabel(str(folder), "mono", name=f"{name}_path")
        open_button = Button(
            f"{name}_open", t("Open"), icon="folder-open", accessible=t("Open {0}").format(folder)
        )
        open_button.clicked.connect(lambda _checked: page.open_folder(folder))
        copy = IconButton(f"{name}_copy", "copy", t("Copy the path"))
        copy.clicked.connect(lambda _checked: copy_text(str(folder)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(path, 1)
        row.addWidget(copy)
        row.addWidget(open_button)


class SettingsPage(Page):
    """All settings on one page; every change holds at once."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.viewmodel: SettingsViewModel = services.settings
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 12, 24, 32)
        column.setSpacing(20)
        column.addWidget(Label(t("Settings"), "title", name="settings_title"))
        for section in (self._look(), self._places(), self._copies(), self._keys(), self._about()):
            column.addWidget(section)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)
        scroll = QScrollArea()
        scroll.setObjectName("settings_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.viewmodel.changed.connect(self._show)
        self.viewmodel.place_found.connect(self._show_place)
        self.viewmodel.parts_found.connect(self._show_parts)
        self._show()
        self._show_place()

    # -- building ------------------------------------------------------------------------------------------------

    def _look(self) -> Section:
        section = Section("settings_look", t("Look"))
        choices = QWidget()
        choices.setObjectName("settings_theme")
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self._modes = QButtonGroup(self)
        for mode, words in _THEMES:
            button = QRadioButton(t(words))
            button.setObjectName(f"settings_theme_{mode}")
            button.setAccessibleName(t(words))
            button.clicked.connect(lambda _checked, chosen=mode: self.viewmodel.update(theme=chosen))
            self._modes.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        section.add(FormField(choices, t("Colours")))
        self.scale = QComboBox()
        self.scale.setObjectName("settings_font_scale")
        self.scale.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for factor in FONT_SCALES:
            self.scale.addItem(t("100 % (usual)") if factor == 1 else f"{factor * 100:.0f} %", factor)
        self.scale.activated.connect(
            lambda _index: self.viewmodel.update(font_scale=float(self.scale.currentData()))
        )
        section.add(
            FormField(
                self.scale,
                t("Text size"),
                help_text=t("On top of the system's own. Also Ctrl++ and Ctrl+− anywhere."),
            )
        )
        self.language = QComboBox()
        self.language.setObjectName("settings_language")
        self.language.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.language.addItem(t("As the system has it"), "system")
        for code, own_name in LANGUAGES.items():
            self.language.addItem(own_name, code)
        self.language.activated.connect(
            lambda _index: self.viewmodel.update(language=str(self.language.currentData()))
        )
        section.add(FormField(self.language, t("Language")))
        self.language_hint = Banner("settings_language_hint")
        section.add(self.language_hint)
        return section

    def _places(self) -> Section:
        section = Section("settings_places", t("Where things are kept"))
        paths = self.viewmodel.paths
        for name, folder, label, words in (
            (
                "settings_data_folder",
                paths.data,
                t("Data"),
                t("Assistants, threads, files, models, drafts. Copy it for a backup."),
            ),
            (
                "settings_config_folder",
                paths.config,
                t("Settings and connections"),
                t("Without keys: those are never in a file."),
            ),
            (
                "settings_log_folder",
                paths.logs,
                t("Logs"),
                t("What the program did, for reports. Without keys and without your texts."),
            ),
        ):
            section.add(FormField(_Place(name, folder, self), label, help_text=words))
        return section

    def _copies(self) -> Section:
        self.copies = CopiesViewModel(self.viewmodel.paths, self.services.bus, self)
        self.copies.restart_wanted.connect(self.viewmodel.restart_requested)
        return CopiesSection(self.copies, self.viewmodel)

    def _keys(self) -> Section:
        section = Section("settings_keys", t("Keys"))
        self.place = Banner("settings_keyring")
        section.add(self.place)
        return section

    def _about(self) -> Section:
        section = Section("settings_about", t("About"))
        version = Label(f"Assistant Workbench {self.viewmodel.version}", "strong", name="settings_version")
        system = ElidedLabel(f"Apache-2.0 · {self.viewmodel.system}", "small", name="settings_system")
        copy = IconButton("settings_version_copy", "copy", t("Copy version and system, for a report"))
        copy.clicked.connect(lambda _checked: copy_text(f"{version.text()}\n{system.text()}"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(version)
        words.addWidget(system)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(copy)
        section.content.addLayout(row)
        self.parts = Section(
            "settings_parts",
            t("Made with"),
            t("Libraries that come with the program, with their licences."),
            foldable=True,
            open_=False,
        )
        self._parts_grid = QGridLayout()
        self._parts_grid.setHorizontalSpacing(24)
        self._parts_grid.setVerticalSpacing(4)
        self._parts_grid.setColumnStretch(2, 1)
        self.parts.content.addLayout(self._parts_grid)
        section.add(self.parts)
        return section

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """Find out what is shown."""
        self.viewmodel.activate()
        self.copies.load()

    async def closing(self) -> None:
        """End tasks."""
        await self.copies.close()

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's file manager."""
        folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.services.bus.show_error(
                StorageFailed(
                    t("This system has no program that shows folders."),
                    advice=t("The folder is {0}").format(folder),
                ),
                key="open-folder",
            )

    # -- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        settings = self.viewmodel.settings
        for button in self._modes.buttons():
            button.setChecked(button.objectName() == f"settings_theme_{settings.theme}")
        nearest = min(range(len(FONT_SCALES)), key=lambda i: abs(FONT_SCALES[i] - settings.font_scale))
        self.scale.setCurrentIndex(nearest)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        if language_of(settings.language) == spoken():
            self.language_hint.hide()
        else:
            self.language_hint.show_message(
                t("The program speaks the new language when it has started again."),
                kind="info",
                first=(t("Restart"), self.viewmodel.restart_requested.emit),
            )

    def _show_place(self) -> None:
        place = self.viewmodel.place
        kind: BannerKind = "info" if place is None else "success" if place.durable else "warning"
        self.place.show_message(self.viewmodel.place_words, kind=kind)

    def _show_parts(self) -> None:
        for row, part in enumerate(self.viewmodel.parts):
            for column, text in enumerate((part.name, part.version, part.licence)):
                self._parts_grid.addWidget(Label(text, "small" if column else "body"), row, column)

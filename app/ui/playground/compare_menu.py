"""What compares the lanes: a menu, the window of differences, the bar in which one votes, the score."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from app.ui.page import Page
from app.ui.playground.diff_dialog import DiffDialog
from app.ui.playground.score_dialog import ScoreDialog
from app.ui.playground.vote_bar import VoteBar
from app.ui.words import mark, t
from app.viewmodels.comparing import ComparingViewModel
from app.viewmodels.playground import PlaygroundViewModel
from app.workbench.tools.interpreter import Interpreter

_FILES = {"html": mark("Web page (*.html)"), "md": mark("Markdown (*.md)"), "json": mark("JSON (*.json)")}


class CompareMenu(QObject):
    """Belongs to the page's button “Compare”.

    Args:
        button: opens the menu.
        page: the page, whose services are used.
        playground: the lanes.
    """

    def __init__(self, button: QPushButton, page: Page, playground: PlaygroundViewModel) -> None:
        super().__init__(page)
        self._page = page
        self._button = button
        self.viewmodel = ComparingViewModel(
            playground,
            page.services.bus,
            page.services.journal,
            self,
            contents=Interpreter(page.services.engine).content,
        )
        self.bar = VoteBar(self.viewmodel)
        self.menu = QMenu(button)
        self.menu.setObjectName("playground_compare_menu")
        self._differences = self._add("compare_words", t("Word differences…"), self.open_differences)
        self.menu.addSeparator()
        self._blind = self._add("compare_blind", t("Blind vote: hide the names"), self._toggle_blind)
        self._blind.setCheckable(True)
        self._add("compare_score", t("Score of the votes…"), self.open_score)
        self.menu.addSeparator()
        self._exports = [
            self._add(
                f"compare_export_{kind}", t("Export as {0}…").format(words), lambda k=kind: self._export(k)
            )
            for kind, words in (("html", t("one HTML file")), ("md", "Markdown"), ("json", "JSON"))
        ]
        button.clicked.connect(self.open)
        self.viewmodel.changed.connect(self.show_state)

    def _add(self, name: str, words: str, run: object) -> QAction:
        action = QAction(words, self.menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        self.menu.addAction(action)
        return action

    def open(self) -> None:
        """Open the menu below its button."""
        self.show_state()
        self.menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def show_state(self) -> None:
        """Show what can be done now."""
        some = not self.viewmodel.playground.is_empty
        for action in (self._differences, *self._exports):
            action.setEnabled(some)
        self._blind.setChecked(self.viewmodel.state != "off")

    def open_differences(self) -> None:
        """Open the window with two answers side by side."""
        DiffDialog(self.viewmodel, self._page).show()

    def open_score(self) -> None:
        """Open the score."""
        self.viewmodel.load_score()
        ScoreDialog(self.viewmodel, self._page).show()

    def _toggle_blind(self) -> None:
        self.viewmodel.set_blind(self.viewmodel.state == "off")

    def _export(self, kind: str) -> None:
        dialog = QFileDialog(self._page, t("Export the comparison"), f"comparison.{kind}", t(_FILES[kind]))
        dialog.setObjectName("compare_export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.fileSelected.connect(lambda file: self.viewmodel.write(file, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def close(self) -> None:
        """End tasks."""
        await self.viewmodel.tasks.close()

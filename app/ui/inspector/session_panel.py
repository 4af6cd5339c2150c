"""The interpreter's session: where code runs, its files, a cell by hand, Reset and Stop, the self-test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.transcript.code_card import STOP, CodeCard
from app.ui.transcript.made_files import FileActions, FileRow
from app.ui.widgets.buttons import Button
from app.ui.widgets.code_edit import CodeEdit
from app.ui.widgets.labels import Label, Line
from app.ui.words import said, t
from app.viewmodels.interpreter_session import SessionViewModel
from app.viewmodels.made_files import MadeFiles

if TYPE_CHECKING:
    from app.viewmodels.services import Services

SELF_TEST_MARKS = {True: "✓", False: "✗"}


class SessionPanel(QWidget):
    """Shows a :class:`SessionViewModel`.

    Args:
        services: what the program can do.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("session_panel")
        self.setAccessibleName(t("Session of the code interpreter"))
        self.viewmodel = model = SessionViewModel(services.engine, services.bus, self)
        self.made_files = MadeFiles(services.engine, services.bus, self)
        self._actions = FileActions(self.made_files, self)
        self.state = Label("", "strong", name="session_state", wrap=True)
        self.place = Label("", "small", name="session_place", wrap=True, selectable=True)
        self.problem = Label("", "error", name="session_problem", wrap=True, selectable=True)
        self.reset = Button("session_reset", t("Reset"), icon="rotate-ccw")
        self.reset.setToolTip(t("Forget the variables; files stay"))
        self.reset.clicked.connect(model.reset)
        self.stop = Button("session_stop", t("Stop"), icon="square")
        self.stop.setToolTip(t("End the session with what runs in it; files stay"))
        self.stop.clicked.connect(model.stop)
        self.files_title = Label(t("Files in /mnt/data"), "strong", name="session_files_title")
        self.files = FileRow("session_files")
        self.files.actions_ = self._actions
        self.no_files = Label(t("No files yet."), "small", name="session_no_files")
        self.code = CodeEdit("session_code", t("Code to run in this session"))
        self.code.setPlaceholderText(t("print(x)    # variables of the conversation are there"))
        self.code.setFixedHeight(96)
        self.code.run_requested.connect(self._run)
        self.code.edited.connect(lambda _text: self._show())
        self.run = Button("session_run", t("Run", "to do it"), kind="primary", icon="play")
        self.run.setToolTip(t("Run this cell (Ctrl+Enter)"))
        self.run.clicked.connect(self._run)
        self.cell = CodeCard(self, "session_cell")
        self.cell.files = self._actions
        self.cell.action_requested.connect(lambda name: model.stop() if name == STOP else None)
        self.cell.hide()
        self.test = Button("session_self_test", t("Self-test"), kind="ghost", icon="shield-check")
        self.test.setToolTip(t("Try what code must not be able to do"))
        self.test.clicked.connect(model.test)
        self.lines = Label("", "small", name="session_test_lines", wrap=True, selectable=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.state)
        column.addWidget(self.place)
        column.addWidget(self.problem)
        column.addLayout(_row(self.reset, self.stop))
        column.addWidget(Line())
        column.addWidget(self.files_title)
        column.addWidget(self.files)
        column.addWidget(self.no_files)
        column.addWidget(Line())
        column.addWidget(Label(t("Run a cell by hand"), "strong", name="session_by_hand"))
        column.addWidget(self.code)
        column.addLayout(_row(self.run))
        column.addWidget(self.cell)
        column.addWidget(Line())
        column.addLayout(_row(self.test))
        column.addWidget(self.lines)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("session_area")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        model.changed.connect(self._show)
        model.cell_changed.connect(self._show_cell)
        self.made_files.loaded.connect(lambda _id: self._show_cell())
        self._show()

    def show_session(self, key: str) -> None:
        """Show the session of a thread or lane."""
        self.viewmodel.show(key)

    async def closing(self) -> None:
        """End what is under way; awaited when the page ends."""
        self.viewmodel.watch(False)
        await self.viewmodel.tasks.close()
        await self.made_files.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again and again while it is in sight."""
        super().showEvent(event)
        self.viewmodel.watch(True)
        self.viewmodel.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self.viewmodel.watch(False)
        super().hideEvent(event)

    def _run(self) -> None:
        self.viewmodel.run(self.code.toPlainText())

    def _show(self) -> None:
        model, session, about = self.viewmodel, self.viewmodel.session, self.viewmodel.about
        self.state.setText(model.state_words)
        off = about.state == "off"
        words = (
            t("The code interpreter is off. {0} {1}").format(
                said(about.reason or ""), said(about.advice or "")
            )
            if off
            else about.title
        )
        parts = [said(words), *map(said, about.remarks), said(session.note or "")]
        self.place.setText("\n".join(part.strip() for part in parts if part.strip()))
        self.problem.setText(model.error)
        self.problem.setVisible(bool(model.error))
        usable = bool(model.key) and not off
        there = session.state in {"idle", "running", "starting"}
        self.reset.setEnabled(usable and there)
        self.stop.setEnabled(usable and there)
        self.files.show_files(session.files, model.key)
        self.no_files.setVisible(not session.files)
        self.run.setEnabled(usable and not model.running and bool(self.code.toPlainText().strip()))
        self.test.setEnabled(not model.testing)
        shown = [
            f"{SELF_TEST_MARKS[line.ok]} {said(line.name)}{f': {said(line.detail)}' if line.detail else ''}"
            f"{f' ({said(line.advice)})' if line.advice and not line.ok else ''}"
            for line in model.lines
        ]
        self.lines.setText(
            "\n".join([*shown, said(model.verdict) or (t("Testing…") if model.testing else "")])
        )

    def _show_cell(self) -> None:
        cell = self.viewmodel.cell
        self.cell.setVisible(cell is not None)
        if cell is not None:
            self.cell.show_item(cell, None)


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row

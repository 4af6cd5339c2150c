"""Versions: the timeline at the left, what differs at the right, Restore."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import follow_selection
from app.ui.assistants.sheet import Sheet
from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.list_pane import RowDelegate, RowText
from app.ui.words import t
from app.viewmodels.assistant_versions import BEFORE, FORM, AssistantVersions, VersionRow
from app.viewmodels.rows import ROW
from app.workbench.version_diff import FieldChange, Piece

MOST_SHOWN = 60_000
CONTEXT = 160
"""Characters of unchanged text that are shown around a change in a long text."""


class VersionsSheet(Sheet):
    """Shows an :class:`AssistantVersions`.

    Signals:
        restore_requested: this version is wanted back.
    """

    restore_requested = Signal(object)

    def __init__(self, versions: AssistantVersions, parent: QWidget | None = None) -> None:
        super().__init__("versions_sheet", t("Versions"), scrolls=False, parent=parent)
        self._versions = versions
        self.list = QListView()
        self.list.setObjectName("versions_list")
        self.list.setAccessibleName(t("Versions, newest first"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RowDelegate(_look, parent=self.list))
        self.list.setModel(versions.rows)
        self.list.setFixedWidth(232)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._chosen(now.data(ROW)))
        follow_selection(self.list)
        self.words = Label("", "strong", name="versions_words", wrap=True)
        self.other = QComboBox()
        self.other.setObjectName("versions_other")
        self.other.setAccessibleName(t("Compare with"))
        self.other.setAccessibleDescription(t("Compare with"))
        self.other.activated.connect(lambda _i: versions.compare_with(int(self.other.currentData())))
        self.restore = Button(
            "versions_restore", t("Restore"), icon="rotate-ccw", tip=t("Save it again as the newest version")
        )
        self.restore.clicked.connect(self._restore)
        self.text = QTextEdit()
        self.text.setObjectName("versions_text")
        self.text.setAccessibleName(t("Differences"))
        self.text.setProperty("kind", "code")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(t("Compare with"), "small"))
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.restore)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(row)
        right.addWidget(self.words)
        right.addWidget(self.text, 1)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(self.list)
        sides.addLayout(right, 1)
        self.body.addLayout(sides, 1)
        versions.changed.connect(self._show)
        versions.compared.connect(self._show_differences)
        theme().changed.connect(self._show_differences)
        self._show()
        self._show_differences()

    def begin(self) -> None:
        """Begin in the timeline."""
        self.list.setFocus()

    def _chosen(self, row: object) -> None:
        if isinstance(row, VersionRow):
            self._versions.select(row.number)

    def _show(self) -> None:
        versions = self._versions
        self.other.clear()
        self.other.addItem(t("the one before"), BEFORE)
        self.other.addItem(t("what stands in the form"), FORM)
        for version in versions.versions:
            self.other.addItem(t("version {0}").format(version.number), version.number)
        self.other.setCurrentIndex(max(0, self.other.findData(versions.other)))
        if versions.selected is not None:
            position = versions.rows.position(str(versions.selected.number))
            self.list.setCurrentIndex(versions.rows.index(position, 0))
        self._show_differences()

    def _show_differences(self) -> None:
        versions = self._versions
        self.words.setText(versions.words)
        self.restore.setEnabled(versions.selected is not None and not versions.is_newest)
        self.text.clear()
        cursor = self.text.textCursor()
        cursor.beginEditBlock()
        for number, change in enumerate(versions.differences):
            self._write(cursor, change, first=number == 0)
        if not versions.differences and versions.selected is not None:
            cursor.insertText(t("Nothing differs."), _format("text_muted"))
        cursor.endEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.text.setTextCursor(cursor)

    def _write(self, cursor: QTextCursor, change: FieldChange, *, first: bool) -> None:
        if not first:
            cursor.insertBlock()
        block = QTextBlockFormat()
        block.setTopMargin(0 if first else 12)
        block.setBottomMargin(4)
        cursor.setBlockFormat(block)
        head = _format("text")
        head.setFontWeight(700)
        cursor.insertText(change.words, head)
        cursor.insertBlock(QTextBlockFormat(), _format("text"))
        written = 0
        for piece in change.pieces:
            text = _shortened(piece) if written < MOST_SHOWN else ""
            written += len(text)
            cursor.insertText(text, _piece_format(piece))

    def _restore(self) -> None:
        if self._versions.selected is not None:
            self.restore_requested.emit(self._versions.selected)


def _look(row: VersionRow) -> RowText:
    return RowText(row.title, row.words, note=row.when, icon="history")


def _shortened(piece: Piece) -> str:
    """Long stretches that are the same are cut in their middle."""
    if piece.change != "same" or len(piece.text) <= 3 * CONTEXT:
        return piece.text
    first, last = piece.text[:CONTEXT], piece.text[-CONTEXT:]
    return f"{first.rsplit(' ', 1)[0]} …\n… {last.split(' ', 1)[-1]}"


def _piece_format(piece: Piece) -> QTextCharFormat:
    if piece.change == "same":
        return _format("text_muted")
    style = _format("success" if piece.change == "added" else "danger")
    style.setBackground(theme().color("success_soft" if piece.change == "added" else "danger_soft"))
    style.setFontStrikeOut(piece.change == "removed")
    style.setFontUnderline(piece.change == "added")
    return style


def _format(token: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(theme().color(token))
    return style

"""Two answers side by side, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Label
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import t
from app.viewmodels.comparing import ComparingViewModel
from app.workbench.playground.word_diff import Piece, WordDiff


class DiffDialog(QDialog):
    """Chooses two of the answers and shows their differences, found beside the window's thread."""

    def __init__(self, viewmodel: ComparingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diff_dialog")
        self.setWindowTitle(t("Word differences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.viewmodel = viewmodel
        found = viewmodel.answers()
        self._texts = {key: text for key, _, text in found}
        choices = [Choice(key, words) for key, words, _ in found]
        self.pickers = [Picker(f"diff_{side}", t("Answer")) for side in ("left", "right")]
        self.views = [QTextBrowser() for _ in self.pickers]
        row = QHBoxLayout()
        row.setSpacing(8)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("diff_splitter")
        self.splitter.setChildrenCollapsible(False)
        for side, picker, view in zip(("left", "right"), self.pickers, self.views, strict=True):
            picker.set_choices(choices)
            picker.picked.connect(lambda value, p=picker: self._picked(p, value))
            row.addWidget(picker, 1)
            view.setObjectName(f"diff_{side}_text")
            view.setAccessibleName(t("The left answer") if side == "left" else t("The right answer"))
            view.setOpenLinks(False)
            view.setProperty("kind", "code")
            self.splitter.addWidget(view)
        swap = IconButton("diff_swap", "refresh-cw", t("Change sides"))
        swap.clicked.connect(self._swap)
        row.insertWidget(1, swap)
        self.summary = Label(t("Comparing…"), "small", name="diff_summary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.summary)
        self.resize(960, 600)
        for picker, (key, _, _) in zip(self.pickers, _first_two(found), strict=False):
            picker.set_value(key)
        self._diff: WordDiff | None = None
        viewmodel.compared.connect(self._show)
        theme().changed.connect(self._paint)
        self._compare()

    def _picked(self, picker: Picker, value: str) -> None:
        picker.set_value(value)
        self._compare()

    def _swap(self) -> None:
        one, two = (picker.value for picker in self.pickers)
        self.pickers[0].set_value(two)
        self.pickers[1].set_value(one)
        self._compare()

    def _compare(self) -> None:
        self.summary.setText(t("Comparing…"))
        self.viewmodel.compare(*(self._texts.get(picker.value, "") for picker in self.pickers))

    def _show(self, found: WordDiff) -> None:
        self._diff = found
        self._paint()

    def _paint(self) -> None:
        if self._diff is None:
            return
        for view, pieces in zip(self.views, (self._diff.left, self._diff.right), strict=True):
            _write(view, pieces)
        places = self._diff.differences
        self.summary.setText(
            t("The answers are the same.")
            if not places
            else (
                t("{0:,} place differs; {1:.0%} of the words are the same.")
                if places == 1
                else t("{0:,} places differ; {1:.0%} of the words are the same.")
            ).format(places, self._diff.similarity)
        )


def _first_two(found: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The newest answer, and the newest one of another lane (else the one before)."""
    if len(found) < 2:
        return list(found) * 2
    lane = found[0][0].partition("/")[0]
    other = next((one for one in found[1:] if one[0].partition("/")[0] != lane), found[1])
    return [found[0], other]


def _write(view: QTextBrowser, pieces: Sequence[Piece]) -> None:
    document = QTextDocument(view)
    document.setDefaultFont(theme().font("body"))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    plain = QTextCharFormat()
    plain.setForeground(theme().color("text"))
    changed, only = QTextCharFormat(plain), QTextCharFormat(plain)
    changed.setBackground(theme().color("warning_soft"))
    changed.setFontUnderline(True)
    only.setBackground(theme().color("accent_soft"))
    only.setFontUnderline(True)
    styles = {"same": plain, "changed": changed, "only": only}
    for piece in pieces:
        cursor.insertText(piece.text, styles[piece.kind])
    cursor.endEditBlock()
    view.setDocument(document)

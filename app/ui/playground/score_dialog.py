"""The score of the blind votes, as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.words import localized, mark, t
from app.viewmodels.comparing import ComparingViewModel

_HEADS = (
    mark("Who"),
    mark("Won"),
    mark("Lost"),
    mark("Tie"),
    mark("Bad"),
    mark("Share"),
    mark("95 % interval"),
)


class ScoreDialog(QDialog):
    """Who won how often, with the interval in which the true share lies."""

    def __init__(self, viewmodel: ComparingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_dialog")
        self.setWindowTitle(t("Score of the blind votes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.viewmodel = viewmodel
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setObjectName("score_table")
        self.table.setAccessibleName(t("Score"))
        self.table.setHorizontalHeaderLabels([t(word) for word in _HEADS])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.note = Label(
            t(
                "A tie counts as half a win. With few votes the interval is wide: then nothing is decided yet."
            ),
            "small",
            name="score_note",
            wrap=True,
        )
        clear = Button("score_clear", t("Begin anew"), kind="danger", tip=t("Forget all votes"))
        clear.clicked.connect(viewmodel.clear_score)
        close = Button("score_close", t("Close"))
        close.clicked.connect(self.close)
        low = QHBoxLayout()
        low.addWidget(clear)
        low.addStretch(1)
        low.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        column.addLayout(low)
        self.resize(720, 360)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        scores = self.viewmodel.scores
        self.table.setRowCount(len(scores))
        for row, one in enumerate(scores):
            low, high = one.interval
            cells = (
                one.name,
                str(one.wins),
                str(one.losses),
                str(one.ties),
                str(one.bad),
                "–" if one.share is None else localized("{0:.0%}").format(one.share),
                "–" if one.share is None else t("{0:.0%} to {1:.0%}").format(low, high),
            )
            for column, words in enumerate(cells):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.table.setItem(row, column, cell)

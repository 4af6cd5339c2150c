"""The bar in which one votes on answers whose names are hidden, and is told whose they were."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Label
from app.ui.words import t
from app.viewmodels.comparing import ComparingViewModel
from app.workbench.playground.votes import NONE, TIE


class VoteBar(QFrame):
    """Shows the blind vote of a :class:`ComparingViewModel`; hidden while there is none."""

    def __init__(self, viewmodel: ComparingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vote_bar")
        self.setAccessibleName(t("Blind vote"))
        self.setProperty("surface", "raised")
        self.viewmodel = viewmodel
        self.words = Label("", "body", name="vote_words", wrap=True)
        self.score = Label("", "small", name="vote_score", wrap=True)
        self.buttons = QWidget()
        self._row = FlowLayout(self.buttons)
        self._shown: tuple[str, ...] = ()
        end = Button("vote_end", t("Show the names"), kind="ghost", tip=t("End the blind vote"))
        end.clicked.connect(lambda: viewmodel.set_blind(False))
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.buttons)
        column.addWidget(self.score)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self.viewmodel
        self.setVisible(model.state != "off")
        self.words.setText(
            {
                "asking": t(
                    "Names are hidden and the order is shuffled. Ask something, then choose the better answer."
                ),
                "voting": t("Which answer is better?"),
                "told": model.said,
            }.get(model.state, "")
        )
        self._make_buttons(tuple(model.order) if model.state == "voting" else ())
        best = [
            t("{0}: {1:.0%} of {2}, between {3:.0%} and {4:.0%}").format(
                one.name, one.share, one.decided, one.interval[0], one.interval[1]
            )
            for one in model.scores[:4]
            if one.share is not None
        ]
        self.score.setText("   ".join(best))
        self.score.setVisible(model.state == "told" and bool(best))

    def _make_buttons(self, order: tuple[str, ...]) -> None:
        if order == self._shown:
            return
        self._shown = order
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        both = t("Both bad") if len(order) == 2 else t("All bad")
        choices = [(lane_id, self.viewmodel.name_of(lane_id)) for lane_id in order]
        choices += [(TIE, t("Tie")), (NONE, both)] if order else []
        for number, (winner, words) in enumerate(choices, 1):
            button = Button(f"vote_{number}", words)
            button.clicked.connect(lambda _checked=False, w=winner: self.viewmodel.vote(w))
            self._row.addWidget(button)
            button.show()
        self.buttons.setVisible(bool(order))

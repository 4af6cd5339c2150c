"""What the model saw: messages kept and cut, and tokens by origin, for each call of the model."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.busy import Busy
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.list_pane import RowDelegate, RowText
from app.ui.words import localized, number_words, said, t
from app.viewmodels.inspected import ContextMessage, InspectedViewModel, Origin
from app.viewmodels.rows import RowsModel

_COLORS = ("accent", "warning", "success", "text_muted")


class OriginsBar(QWidget):
    """Tokens by origin as one bar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._origins: tuple[Origin, ...] = ()

    def show_origins(self, origins: tuple[Origin, ...]) -> None:
        """Show these."""
        self._origins = origins
        self.setAccessibleName(
            ", ".join(t("{0}: {1:,} tokens").format(one.words, one.tokens) for one in origins)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A bar, and a line for each origin."""
        return QSize(200, round(14 + len(self._origins) * theme().px("small") * 1.6))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        total = sum(one.tokens for one in self._origins)
        if not total:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for one, colour in zip(self._origins, _COLORS, strict=False):
            width = max(2.0, self.width() * one.tokens / total)
            painter.setBrush(look.color(colour))
            painter.drawRect(QRectF(left, 0, width - 1, 8))
            left += width
        line = look.px("small") * 1.6
        painter.setFont(look.font("small"))
        for row, (one, colour) in enumerate(zip(self._origins, _COLORS, strict=False)):
            top = 12 + row * line
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(colour))
            painter.drawEllipse(QRectF(0, top + line / 2 - 4, 8, 8))
            painter.setPen(look.color("text"))
            box = QRectF(16, top, self.width() - 16, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), one.words)
            words = localized("{0:,} · {1:.0%}").format(one.tokens, one.tokens / total)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box, int(align), words)


class ContextView(QWidget):
    """Shows the context of what an :class:`InspectedViewModel` inspects."""

    def __init__(self, viewmodel: InspectedViewModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.viewmodel = viewmodel
        self.call = QComboBox()
        self.call.setObjectName(f"{name}_call")
        self.call.setAccessibleName(t("Call of the model"))
        self.call.setAccessibleDescription(self.call.accessibleName())
        self.call.currentIndexChanged.connect(lambda _index: self._show_call())
        self.summary = Label("", "strong", name=f"{name}_summary", wrap=True)
        self.notes = Label("", "small", name=f"{name}_notes", wrap=True, selectable=True)
        self.bar = OriginsBar(f"{name}_origins")
        self.rows: RowsModel[ContextMessage] = RowsModel(_words, lambda row: row.id or row.text, self)
        self.list = QListView()
        self.list.setObjectName(f"{name}_messages")
        self.list.setAccessibleName(t("Messages that the model saw, and those that were cut"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RowDelegate(_look, parent=self.list))
        self.list.setModel(self.rows)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for part in (self.call, self.summary, self.bar, self.notes):
            column.addWidget(part)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(inside)
        outer.addWidget(self.list, 1)
        self.empty = EmptyState(
            f"{name}_empty", "layers", t("Nothing was asked yet"), t("What the model reads is shown here.")
        )
        wait = QWidget()
        self.busy = Busy(f"{name}_busy", t("Looking what the model saw…"))
        waiting = QVBoxLayout(wait)
        waiting.setContentsMargins(16, 16, 16, 16)
        waiting.addWidget(self.busy)
        waiting.addStretch(1)
        self.stack = QStackedWidget()
        for state in (self.empty, page, wait):
            self.stack.addWidget(state)
        self._page, self._wait = page, wait
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        viewmodel.context_changed.connect(self._show)

    def refresh(self) -> None:
        """The panel is in sight: show what is inspected now."""
        if not self.viewmodel.what.requests and not self.viewmodel.what.run_id:
            self.empty.set_content(
                "layers", t("Nothing was asked yet"), t("What the model reads is shown here.")
            )
            self.stack.setCurrentWidget(self.empty)
            return
        if not self.viewmodel.context.calls:
            self.stack.setCurrentWidget(self._wait)
        self.viewmodel.load_context()

    def _show(self) -> None:
        state = self.viewmodel.context
        if state.error or not state.calls:
            words = said(state.error) or t("No call of the model is recorded for this answer.")
            self.empty.set_content("layers", t("The context is not known"), words)
            self.stack.setCurrentWidget(self.empty)
            return
        before = self.call.currentIndex()
        self.call.blockSignals(True)
        self.call.clear()
        self.call.addItems([t("Call {0} of the model").format(one.number) for one in state.calls])
        self.call.setCurrentIndex(before if 0 <= before < len(state.calls) else len(state.calls) - 1)
        self.call.blockSignals(False)
        self.call.setVisible(len(state.calls) > 1)
        self.notes.setText("\n".join(map(said, state.notes)))
        self.notes.setVisible(bool(state.notes))
        self.stack.setCurrentWidget(self._page)
        self._show_call()

    def _show_call(self) -> None:
        calls = self.viewmodel.context.calls
        place = self.call.currentIndex()
        if 0 <= place < len(calls):
            self.summary.setText(calls[place].summary)
            self.bar.show_origins(calls[place].origins)
            self.rows.set_rows(calls[place].messages)


def _look(row: ContextMessage) -> RowText:
    note = t("cut") if not row.kept else number_words(row.tokens) if row.tokens is not None else ""
    return RowText(
        " ".join(row.text[:300].split()) or t("(no text)"),
        row.role,
        note=note,
        icon="message-square" if row.kept else "minus",
        faint=not row.kept,
    )


def _words(row: ContextMessage) -> str:
    return f"{'' if row.kept else t('Cut: ')}{row.role}: {row.text[:500]}"

"""Choosing one of many: a button that shows the choice, and a popup with groups that is searched by typing.

Used for models and assistants, of which there may be hundreds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import announce
from app.ui.theme import icon, theme
from app.ui.widgets.labels import Label
from app.ui.words import inner, said, t
from app.viewmodels.rows import ROW

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WIDTH, _HEIGHT = 360, 400
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True)
class Choice:
    """One thing to choose. ``note`` is a second line; ``group`` the heading that it stands under."""

    value: str
    label: str
    group: str = ""
    note: str = ""


@dataclass(frozen=True)
class _Heading:
    text: str


class _Choices(QAbstractListModel):
    """Headings and what a search leaves under them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Choice | _Heading] = []

    def show(self, choices: Sequence[Choice]) -> None:
        rows: list[Choice | _Heading] = []
        group = ""
        for choice in choices:
            if choice.group != group:
                group = choice.group
                rows.append(_Heading(group))
            rows.append(choice)
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return row.text if isinstance(row, _Heading) else f"{row.label}. {row.note}".rstrip(". ")
        if role == int(Qt.ItemDataRole.ToolTipRole) and isinstance(row, Choice):
            return "\n".join(part for part in (row.label, row.value, row.note) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], _Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def next_choice(self, start: int, step: int) -> int:
        """The next row from ``start`` that can be chosen, or -1."""
        row = start
        while 0 <= row < len(self.rows):
            if isinstance(self.rows[row], Choice):
                return row
            row += step
        return -1


class _ChoiceDelegate(QStyledItemDelegate):
    def __init__(self, picker: Picker) -> None:
        super().__init__(picker)
        self._picker = picker

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW)
        small, body = theme().px("small") * 1.5, theme().px("body") * 1.5
        if isinstance(row, _Heading):
            return QSize(100, round(small) + 12)
        return QSize(100, round(body + (small if row.note else 0)) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        look = theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(4, 1, -4, -1)
        painter.setFont(look.font("small"))
        if isinstance(row, _Heading):
            painter.setPen(look.color("text_muted"))
            painter.drawText(box.adjusted(8, 4, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), row.text)
            painter.restore()
            return
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(look.color("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(box, 4, 4)
        line = look.px("body") * 1.5
        left, right = box.left() + 8, box.right() - 28
        if row.value == self._picker.value:
            mark = QRect(int(box.right()) - 24, int(box.top() + 5 + line / 2) - 8, 16, 16)
            icon("check", "accent").paint(painter, mark)
        for text, size, colour, top, height in (
            (row.label, "body", "text", box.top() + 4, line),
            (row.note, "small", "text_muted", box.top() + 4 + line, look.px("small") * 1.5),
        ):
            painter.setFont(look.font("body" if size == "body" else "small"))
            painter.setPen(look.color(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(right - left))
            place = QRectF(left, top, right - left, height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class Picker(QPushButton):
    """Shows what is chosen; opens the popup by click, Space, Enter or Down.

    Args:
        name: the object name; the popup's parts are ``<name>_search`` and ``<name>_choices``.
        what: what is chosen, in a word (“Model”).
        free: whether a text that is in no list can be chosen too.
        nothing: what to say when there is nothing to choose.

    Signals:
        picked: a person chose this value.
    """

    picked = Signal(str)

    def __init__(
        self,
        name: str,
        what: str,
        *,
        free: bool = False,
        nothing: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "picker")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.value = ""
        self._what = what
        self._free = free
        self._nothing_words = nothing or t("Nothing to choose yet.")
        self._placeholder = placeholder or t("Choose a {0}").format(inner(what))
        self._choices: tuple[Choice, ...] = ()
        self._model = _Choices(self)
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setObjectName(f"{name}_popup")
        self.popup.setProperty("surface", "raised")
        self.popup.setAccessibleName(t("Choose a {0}").format(inner(what)))
        self.search = QLineEdit()
        self.search.setObjectName(f"{name}_search")
        self.search.setAccessibleName(t("Search {0}s").format(inner(what)))
        self.search.setPlaceholderText(t("Search or type a name") if free else t("Search"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setObjectName(f"{name}_choices")
        self.list.setAccessibleName(what)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ChoiceDelegate(self))
        self.list.clicked.connect(lambda index: self._pick(index.row()))
        self.nothing = Label("", "muted", name=f"{name}_nothing", wrap=True)
        self.nothing.setContentsMargins(12, 8, 12, 12)
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(4, 8, 4, 4)
        column.setSpacing(6)
        field = QVBoxLayout()
        field.setContentsMargins(4, 0, 4, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        self.clicked.connect(self.open_popup)
        self._say()

    # -- for the owner -------------------------------------------------------------------------------------------

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, in this order; those of one group follow each other."""
        self._choices = tuple(
            replace(each, label=said(each.label), group=said(each.group), note=said(each.note))
            for each in choices
        )
        self._say()
        if self.popup.isVisible():
            self._filter()

    def set_value(self, value: str) -> None:
        """Show this as chosen; it may be something that is not offered (any more)."""
        self.value = value
        self._say()

    @property
    def is_offered(self) -> bool:
        """Whether what is chosen is among the choices."""
        return any(choice.value == self.value for choice in self._choices)

    @property
    def shown(self) -> str:
        """The words on the button."""
        found = next((choice for choice in self._choices if choice.value == self.value), None)
        return found.label if found is not None else self.value or self._placeholder

    def _say(self) -> None:
        self.setText(self.shown)
        self.setAccessibleName(f"{self._what}: {self.shown}")
        self.setToolTip(self.value if self.value != self.shown else self.shown)
        self.update()

    # -- popup ---------------------------------------------------------------------------------------------------

    def open_popup(self) -> None:
        """Open it below (or above) the button, with the search field focused."""
        self.search.clear()
        self._filter()
        width = max(self.width(), round(_WIDTH * theme().scale))
        heights = (self.list.sizeHintForRow(i) for i in range(min(len(self._model.rows), 40)))
        wanted = sum(heights) + self.search.sizeHint().height() + 26
        height = min(round(_HEIGHT * theme().scale), max(wanted, 96))
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        screen = QGuiApplication.screenAt(below) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        top = below.y()
        if top + height > area.bottom():
            top = max(area.top(), self.mapToGlobal(QPoint(0, 0)).y() - height - 4)
        left = max(area.left(), min(below.x(), area.right() - width))
        self.popup.setGeometry(left, top, width, height)
        self.popup.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        found = [c for c in self._choices if _matches(c, words)]
        typed = self.search.text().strip()
        if self._free and typed and not any(typed in {c.value, c.label} for c in found):
            found.append(Choice(typed, t("Use “{0}”").format(typed), t("Not in the list")))
        self._model.show(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(t("Nothing found.") if self._choices else self._nothing_words)
        current = next(
            (i for i, r in enumerate(self._model.rows) if getattr(r, "value", None) == self.value), -1
        )
        if words or current < 0:
            current = self._model.next_choice(0, 1)
        if current >= 0:
            self.list.setCurrentIndex(self._model.index(current, 0))
            self.list.scrollTo(self._model.index(current, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def _pick(self, position: int) -> None:
        if not 0 <= position < len(self._model.rows):
            return
        row = self._model.rows[position]
        if isinstance(row, Choice):
            self.popup.hide()
            self.setFocus()
            if row.value != self.value:
                self.set_value(row.value)
                self.picked.emit(row.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field, arrows move in the list, Enter chooses, Escape closes."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pick(self.list.currentIndex().row())
                return True
            if key == Qt.Key.Key_Escape:
                self.popup.hide()
                self.setFocus()
                return True
            if key in _MOVES:
                self._move(Qt.Key(key))
                return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        far = 8 if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
        step = 1 if key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -1
        last = len(self._model.rows) - 1
        wanted = max(0, min(last, self.list.currentIndex().row() + step * far))
        position = self._model.next_choice(wanted, step)
        if position < 0:
            position = self._model.next_choice(wanted, -step)
        if position >= 0:
            self.list.setCurrentIndex(self._model.index(position, 0))
            announce(self.search, str(self.list.currentIndex().data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter open the popup, too."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_popup()
        else:
            super().keyPressEvent(event)

    # -- drawing -------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as its words and the arrow, within reason."""
        hint = super().sizeHint()
        return QSize(min(hint.width() + 28, 320), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: long names are cut."""
        return QSize(96, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button with its words at the left, cut where space ends, and an arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = self.rect().adjusted(10, 0, -28, 0)
        faint = not self.value or not self.isEnabled()
        painter.setPen(theme().color("text_faint" if faint else "text"))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        arrow = QRect(self.width() - 24, self.height() // 2 - 8, 16, 16)
        icon("chevron-down", "muted" if self.isEnabled() else "faint").paint(painter, arrow)


def _matches(choice: Choice, words: list[str]) -> bool:
    text = f"{choice.label}\n{choice.value}\n{choice.group}".casefold()
    return all(word in text for word in words)

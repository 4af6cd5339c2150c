"""Messages as bars that stack at the top of the page: what happened, what to do, Copy details."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import Tone, set_icon
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Label
from app.ui.words import said, t
from app.viewmodels.message_bus import Action, MessageBus, Notification

MOST_SHOWN = 4
_LOOK: dict[str, tuple[str, Tone, str]] = {
    "info": ("info", "accent", "accent"),
    "success": ("circle-check", "success", "success"),
    "warning": ("triangle-alert", "warning", "warning"),
    "error": ("circle-alert", "danger", "danger"),
}


def copy_text(text: str) -> None:
    """Put text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


class MessageBar(QFrame):
    """One message.

    Signals:
        closed: it was closed, by a person or because its time was over. Carries the notification's id.
    """

    closed = Signal(int)

    def __init__(self, note: Notification, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        self._acted = False
        self.setObjectName(f"message_{note.level}")
        icon_name, tone, surface = _LOOK[note.level]
        self.setProperty("surface", surface)
        what, advice = said(note.text), said(note.advice)
        words = f"{what} {advice}".strip()
        self.setAccessibleName(words)
        mark = QLabel()
        set_icon(mark, icon_name, tone, 16)
        text = Label(what, "strong" if advice else "body", name="message_text", wrap=True, selectable=True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text)
        if advice:
            column.addWidget(Label(advice, name="message_advice", wrap=True, selectable=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addLayout(column, 1)
        for number, action in enumerate(note.actions):
            button = Button(f"message_action_{number}", action.label, kind="ghost")
            button.clicked.connect(lambda _checked=False, chosen=action: self._act(chosen))
            row.addWidget(button)
        if note.details:
            copy = Button("message_copy_details", t("Copy details"), kind="ghost", icon="copy")
            copy.clicked.connect(self._copy)
            row.addWidget(copy)
        close = IconButton("message_close", "x", t("Close this message"))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_bar)
        if note.seconds is not None:
            self._timer.start(int(note.seconds * 1000))

    def close_bar(self) -> None:
        """Go away; actions that were not taken have expired."""
        self._timer.stop()
        if not self._acted:
            self._acted = True
            for action in self.note.actions:
                if action.expired is not None:
                    action.expired()
        self.closed.emit(self.note.id)

    def _act(self, action: Action) -> None:
        if not self._acted:
            self._acted = True
            action.run()
        self.close_bar()

    def _copy(self) -> None:
        note = self.note
        copy_text("\n".join(part for part in (note.text, note.advice, note.details) if part))


class MessageBars(QWidget):
    """All messages of a bus, newest at the top; takes no space when there is none."""

    def __init__(self, bus: MessageBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bars")
        self.setAccessibleName(t("Messages"))
        self._bars: dict[int, MessageBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 0)
        self._column.setSpacing(4)
        self._bus = bus
        bus.shown.connect(self._show)
        bus.closed.connect(self._remove)
        self.hide()

    @property
    def bars(self) -> tuple[MessageBar, ...]:
        """The bars that are shown, oldest first."""
        return tuple(self._bars.values())

    def _show(self, note: Notification) -> None:
        for bar in self.bars:
            same = (bar.note.level, bar.note.text, bar.note.advice) == (note.level, note.text, note.advice)
            if same and not note.actions and not bar.note.actions:
                bar.close_bar()
        while len(self._bars) >= MOST_SHOWN:
            self.bars[0].close_bar()
        bar = MessageBar(note, self)
        bar.closed.connect(self._bus.close)
        self._bars[note.id] = bar
        self._column.insertWidget(0, bar)
        self.show()

    def _remove(self, number: int) -> None:
        bar = self._bars.pop(number, None)
        if bar is not None:
            bar.close_bar()
            bar.hide()
            bar.deleteLater()
        if not self._bars:
            self.hide()

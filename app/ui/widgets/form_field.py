"""Forms: a label in plain words with the API's term in small type, the control, help, and the reason why it is refused."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_property
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Label
from app.ui.words import said, t


class FormField(QWidget):
    """One field. The control's accessible name is the label, its description the help or the error.

    Args:
        control: what is edited; give it its own object name.
        label: what it does, in plain words.
        term: the API's name of it.
        help_text: a sentence below.
        trailing: a small widget at the label's right (a counter, a switch).
    """

    def __init__(
        self,
        control: QWidget,
        label: str,
        term: str = "",
        *,
        help_text: str = "",
        trailing: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        name = control.objectName() or "field"
        self.setObjectName(f"{name}_field")
        control.setAccessibleName(f"{label} ({term})" if term else label)
        self.label = Label(label, "strong", name=f"{name}_label")
        self.label.setBuddy(control)
        self._help_text = help_text
        self._note = Label(help_text, "small", name=f"{name}_note", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.label)
        if term:
            head.addWidget(Label(term, "term", name=f"{name}_term"))
        head.addStretch(1)
        if trailing is not None:
            head.addWidget(trailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(control)
        column.addWidget(self._note)
        self.error = ""
        self._show_note()

    def set_error(self, text: str) -> None:
        """Say why the value is refused; empty takes it back."""
        if text == self.error:
            return
        self.error = text
        set_property(self.control, "invalid", "true" if text else "false")
        self._show_note()

    def set_help(self, text: str) -> None:
        """Change the sentence below."""
        self._help_text = text
        self._show_note()

    def _show_note(self) -> None:
        words = said(self.error or self._help_text)
        self._note.set_role("error" if self.error else "small")
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.control.setAccessibleDescription(words)


class Section(QFrame):
    """A titled part of a form; can be folded.

    Signals:
        toggled: it was opened or folded.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        name: str,
        title: str,
        help_text: str = "",
        *,
        foldable: bool = False,
        open_: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        self.is_open: bool = True
        self._fold = IconButton(f"{name}_fold", "chevron-down", t("Fold {0}").format(title), checkable=False)
        if not foldable:
            self._fold.hide()
        self._fold.clicked.connect(lambda: self.set_open(not self.is_open))
        head.addWidget(self._fold)
        head.addWidget(Label(title, "heading", name=f"{name}_title"))
        head.addStretch(1)
        self.head = head
        self.body = QWidget()
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(16)
        if help_text:
            self.content.addWidget(Label(help_text, "muted", name=f"{name}_help", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.body)
        self._title = title
        self.set_open(open_ or not foldable)

    def add(self, widget: QWidget) -> QWidget:
        """Add a field below the others."""
        self.content.addWidget(widget)
        return widget

    def set_open(self, open_: bool) -> None:
        """Open or fold it."""
        self.is_open = open_
        self.body.setVisible(open_)
        self._fold.set_icon("chevron-down" if open_ else "chevron-right")
        self._fold.set_words((t("Fold {0}") if open_ else t("Open {0}")).format(self._title))
        self.toggled.emit(open_)


def note(
    text: str, icon: str = "info", *, name: str = "", surface: str = "sunken", tone: str = "muted"
) -> QFrame:
    """A quiet box with an icon and a sentence."""
    from app.ui.theme import set_icon

    frame = QFrame()
    frame.setProperty("surface", surface)
    if name:
        frame.setObjectName(name)
    mark = QLabel()
    set_icon(mark, icon, tone)
    row = QHBoxLayout(frame)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    row.addWidget(mark)
    row.addWidget(Label(text, "small", name=f"{name}_text" if name else "", wrap=True, selectable=True), 1)
    frame.setAccessibleName(text)
    return frame

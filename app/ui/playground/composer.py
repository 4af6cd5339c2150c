"""Where a prompt is typed, for all lanes or for one: the text, its variables as fields, the files beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.playground.prompt_edit import PromptEdit, accept, give
from app.ui.theme import set_property
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import Label
from app.ui.words import mark, t
from app.viewmodels.knowledge_rows import size_words
from app.workbench.playground.lane import Attachment

EXAMPLES = (
    mark("Why is the sky blue?"),
    mark("Write a short poem about the sea."),
    mark("Show me a Python function that reverses a text."),
)


class Composer(QWidget):
    """A field that grows, Send and Stop; a few examples while nothing was asked yet.

    Args:
        name: object names begin with it (``<name>_text``, ``<name>_send`` …).
        examples: prompts to begin with.
        compact: for one lane: smaller, without words where an icon says it.

    Signals:
        edited: a person changed the text.
        send_requested: Send, or Ctrl+Enter.
        stop_requested: Stop.
        example_chosen: one of the examples.
        files_given: paths of files to attach.
        image_given: a pasted image (PNG).
        file_removed: the file at this place is not to be attached.
        value_edited: a variable has this value: name, value.
        cancel_requested: editing a prompt is given up.
    """

    edited = Signal(str)
    send_requested = Signal()
    stop_requested = Signal()
    example_chosen = Signal(str)
    files_given = Signal(list)
    image_given = Signal(bytes)
    file_removed = Signal(int)
    value_edited = Signal(str, str)
    cancel_requested = Signal()

    def __init__(
        self,
        name: str = "composer",
        examples: Sequence[str] = EXAMPLES,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self.name = name
        self._compact = compact
        self._names: tuple[str, ...] = ()
        self._fields: dict[str, GrowingEdit] = {}
        self._shown_files: tuple[Attachment, ...] = ()
        self.edit = PromptEdit(f"{name}_text", least=1, most=6 if compact else 9)
        self.edit.setProperty("kind", "bare")
        self.edit.setAccessibleName(t("Prompt for this lane") if compact else t("Prompt"))
        self.edit.setPlaceholderText(
            t("Ask this lane.") if compact else t("Ask something. Every lane answers.")
        )
        self.edit.edited.connect(self.edited)
        self.edit.files_given.connect(self.files_given)
        self.edit.image_given.connect(self.image_given)
        self.edit.installEventFilter(self)
        self.attach = IconButton(
            f"{name}_attach", "paperclip", t("Attach files or images (or drop them here)")
        )
        self.attach.clicked.connect(self._choose_files)
        self.hint = Label("", "small", name=f"{name}_hint", wrap=compact)
        self.send = Button(f"{name}_send", t("Send"), kind="primary", icon="send")
        self.send.clicked.connect(self.send_requested)
        self.stop = Button(f"{name}_stop", t("Stop all"), icon="square", tip=t("Stop every lane (Esc)"))
        self.stop.clicked.connect(self.stop_requested)
        self.cancel = Button(f"{name}_cancel", t("Cancel"), tip=t("Leave the prompt as it is"))
        self.cancel.clicked.connect(self.cancel_requested)
        self.cancel.hide()
        self.low = QHBoxLayout()
        self.low.setSpacing(8)
        self.low.addWidget(self.attach)
        self.low.addWidget(self.hint, 1)
        for button in (self.cancel, self.stop, self.send):
            self.low.addWidget(button)
        self.variables = QWidget()
        self._grid = QGridLayout(self.variables)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setSpacing(8)
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self.box = QFrame()
        self.box.setObjectName(f"{name}_box")
        self.box.setProperty("box", "composer")
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 8, 8, 8)
        inside.setSpacing(4)
        for part in (self.variables, self.chips, self.edit):
            inside.addWidget(part)
        inside.addLayout(self.low)
        self.examples = QWidget()
        self._make_examples(examples)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((8, 4, 8, 8) if compact else (16, 8, 16, 12)))
        column.setSpacing(8)
        column.addWidget(self.examples)
        column.addWidget(self.box)
        self.setFocusProxy(self.edit)
        for hidden in (self.stop, self.variables, self.chips):
            hidden.hide()

    def _make_examples(self, examples: Sequence[str]) -> None:
        row = QHBoxLayout(self.examples)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(t("Try"), "small"))
        for number, words in enumerate(map(t, examples), 1):
            chip = Button(f"{self.name}_example_{number}", words)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _checked=False, text=words: self.example_chosen.emit(text))
            row.addWidget(chip)
        row.addStretch(1)
        self.examples.setVisible(bool(examples))

    # -- showing -------------------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Show a text, cursor at its end."""
        if text != self.edit.toPlainText():
            self.edit.set_text(text)
            cursor = self.edit.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.edit.setTextCursor(cursor)

    def show_state(
        self, *, can_send: bool, answering: bool, hint: str, examples: bool = False, editing: bool = False
    ) -> None:
        """Show what can be done, and why not; ``editing`` while a prompt that was sent is asked otherwise."""
        where = t("this lane") if self._compact else t("every lane")
        tip = t("Send to {0} (Ctrl+Enter)").format(where) if can_send else hint
        self.send.setText(t("Ask again") if editing else t("Send"))
        self.send.setAccessibleName(self.send.text())
        self.send.setEnabled(can_send)
        self.send.setToolTip(tip)
        self.send.setAccessibleDescription("" if can_send else hint)
        self.stop.setVisible(answering and not self._compact)
        self.send.setVisible(not answering or self._compact)
        self.cancel.setVisible(editing)
        self.attach.setVisible(not editing)
        if hint != self.hint.text():
            self.hint.setText(hint)
        self.examples.setVisible(examples)

    def show_variables(self, names: Sequence[str], values: dict[str, str]) -> None:
        """Show a field for each variable."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            for field in self._fields.values():
                self._grid.removeWidget(field)
                field.deleteLater()
            while self._grid.count():
                item = self._grid.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.deleteLater()
            self._fields = {name: self._make_field(number, name) for number, name in enumerate(names)}
            self.variables.setVisible(bool(names))
        for name, field in self._fields.items():
            field.set_text(values.get(name, ""))

    def _make_field(self, number: int, name: str) -> GrowingEdit:
        field = GrowingEdit(f"{self.name}_variable_{number + 1}", least=1, most=3)
        field.setAccessibleName(t("Value of {0}").format(name))
        field.setPlaceholderText(f"{{{{{name}}}}}")
        field.edited.connect(lambda text, name=name: self.value_edited.emit(name, text))
        columns = 1 if self._compact else 3
        label = Label(name, "small")
        label.setBuddy(field)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        holder = QWidget()
        holder.setLayout(cell)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.addWidget(label)
        cell.addWidget(field)
        cell.addStretch(1)
        self._grid.addWidget(holder, number // columns, number % columns)
        return field

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show a chip for each file, with a way to take it off."""
        if tuple(files) == self._shown_files:
            return
        self._shown_files = tuple(files)
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, file in enumerate(files):
            words = f"{_short(file.name)} · {size_words(len(file.data))}  ✕"
            chip = Button(f"{self.name}_file_{number + 1}", words, icon="image" if file.is_image else "file")
            chip.setProperty("kind", "chip")
            chip.setToolTip(t("{0}: press to take it off").format(file.name))
            chip.setAccessibleName(t("Take {0} off").format(file.name))
            chip.clicked.connect(lambda _checked=False, place=number: self.file_removed.emit(place))
            self._flow.addWidget(chip)
            chip.show()
        self.chips.setVisible(bool(files))
        self.chips.updateGeometry()

    # -- what a person does --------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, t("Attach files"))
        dialog.setObjectName(f"{self.name}_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.files_given.emit(list(paths)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere here."""
        accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        if give(event.mimeData(), self.edit):
            event.acceptProposedAction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends; the box shows the field's focus."""
        if watched is self.edit:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
                if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.send_requested.emit()
                    return True
            elif event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                set_property(self.box, "focused", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:16]}…{name[-10:]}"

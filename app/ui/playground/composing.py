"""Ties a composer on the screen to what is typed, and to a prompt that is being edited."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.ui.playground.composer import Composer
from app.ui.words import t
from app.viewmodels.playground import PlaygroundViewModel
from app.viewmodels.transcript import Item


class Composing(QObject):
    """One composer of the page.

    Args:
        widget: shows it.
        model: the playground.
        key: the lane that it belongs to, "" for the common one.

    Signals:
        ended: editing a prompt is over.
    """

    ended = Signal()

    def __init__(self, widget: Composer, model: PlaygroundViewModel, key: str) -> None:
        super().__init__(widget)
        self.widget = widget
        self.key = key
        self._model = model
        self._typed = model.composer_of(key)
        self.editing: Item | None = None
        self._text = ""
        widget.edited.connect(self._edited)
        widget.send_requested.connect(self._send)
        widget.cancel_requested.connect(self.stop_editing)
        widget.files_given.connect(self._typed.add_paths)
        widget.image_given.connect(self._typed.add_image)
        widget.file_removed.connect(self._typed.remove)
        widget.value_edited.connect(model.set_value)
        self._typed.text_set.connect(self._show_text)
        self._typed.files_changed.connect(self.show)
        self._show_text(self._typed.text)

    def edit(self, item: Item) -> None:
        """Show a prompt of the transcript to be asked otherwise; what was typed here comes back afterwards."""
        self.editing, self._text = item, item.text
        self.widget.set_text(item.text)
        self.show()
        self.widget.edit.setFocus()

    def stop_editing(self) -> None:
        """Leave the prompt as it is."""
        if self.editing is not None:
            self.editing = None
            self.widget.set_text(self._typed.text)
            self.show()
            self.ended.emit()

    def show(self) -> None:
        """Show what can be done now."""
        model, key = self._model, self.key
        if self.editing is not None:
            can = bool(self._text.strip()) and not model.lane(key).busy
            hint = t("Later prompts of this lane are replaced.") if can else t("Type a prompt")
            self.widget.show_state(can_send=can, answering=False, hint=hint, editing=True)
            self.widget.show_variables((), {})
            self.widget.show_files(())
            return
        lanes = [lane for lane in model.lanes if key in {"", lane.id}]
        self.widget.show_state(
            can_send=model.can_send_from(key),
            answering=any(lane.busy for lane in lanes),
            hint=model.hint_for(key),
            examples=not key and model.is_empty and self._typed.empty,
        )
        self.widget.show_variables(model.variables(key), model.values)
        self.widget.show_files(self._typed.files)

    def _show_text(self, text: str) -> None:
        if self.editing is None:
            self.widget.set_text(text)

    def _edited(self, text: str) -> None:
        if self.editing is not None:
            self._text = text
            self.show()
        else:
            self._typed.set_text(text)

    def _send(self) -> None:
        if self.editing is None:
            self._model.send(self.key)
        elif self._text.strip() and not self._model.lane(self.key).busy:
            item, text = self.editing, self._text
            self.stop_editing()
            self._model.edit(self.key, item, text)

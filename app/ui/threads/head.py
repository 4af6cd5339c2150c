"""The head of an open thread: its title and tags, both to be changed in place, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import ElidedLabel
from app.ui.words import t


class ThreadHead(QWidget):
    """Shows a title; Enter in a field keeps what was typed there, Escape leaves it.

    Signals:
        renamed: the title is to be this.
        tagged: the tags are to be these (as they were typed, with commas).
    """

    renamed = Signal(str)
    tagged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thread_head")
        self.title = ElidedLabel("", "heading", name="thread_title")
        self.tags = ElidedLabel("", "small", name="thread_tags")
        self.title_edit = self._field("thread_title_edit", t("Title of the thread"), 512)
        self.tags_edit = self._field("thread_tags_edit", t("Tags, with commas between them"), 512)
        self.title_edit.returnPressed.connect(self._rename)
        self.tags_edit.returnPressed.connect(self._tag)
        self.rename = IconButton("thread_rename", "pencil", t("Rename this thread"))
        self.rename.clicked.connect(lambda: self._edit(self.title_edit, self.title))
        self.tag = IconButton("thread_tag", "tag", t("Tag this thread"))
        self.tag.clicked.connect(lambda: self._edit(self.tags_edit, self.tags))
        self.go_on = IconButton("thread_continue", "messages-square", t("Continue in the playground"))
        self.export = IconButton("thread_export", "download", t("Export this thread"))
        self.copy_id = IconButton("thread_copy_id", "copy", t("Copy the thread's id"))
        self.delete_button = IconButton("thread_delete", "trash-2", t("Delete this thread"))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(2)
        for button in (self.rename, self.tag, self.go_on, self.export, self.copy_id, self.delete_button):
            self.buttons.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.title, 1)
        row.addWidget(self.title_edit, 1)
        row.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 8)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.tags)
        column.addWidget(self.tags_edit)
        self.tags.hide()

    def _field(self, name: str, words: str, most: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setPlaceholderText(words)
        field.setMaxLength(most)
        field.installEventFilter(self)
        field.hide()
        return field

    def show_thread(self, title: str, tags: tuple[str, ...], *, there: bool) -> None:
        """Show this one; ``there`` says whether something can be done with it."""
        self.title.setText(title)
        self._tags = ", ".join(tags)
        self.tags.setText("  ".join(f"#{tag}" for tag in tags))
        self.tags.setVisible(bool(tags) and self.tags_edit.isHidden())
        if not there:
            self._end(self.title_edit)
            self._end(self.tags_edit)
        for button in (self.rename, self.tag, self.go_on, self.export, self.copy_id, self.delete_button):
            button.setEnabled(there)

    def _edit(self, field: QLineEdit, label: QWidget) -> None:
        field.setText(self.title.text() if field is self.title_edit else self._tags)
        label.hide()
        field.show()
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, field: QLineEdit) -> None:
        field.hide()
        self.title.setVisible(self.title_edit.isHidden())
        self.tags.setVisible(bool(self.tags.text()) and self.tags_edit.isHidden())

    def _rename(self) -> None:
        words = " ".join(self.title_edit.text().split())
        self._end(self.title_edit)
        if words and words != self.title.text():
            self.renamed.emit(words)

    def _tag(self) -> None:
        words = self.tags_edit.text()
        self._end(self.tags_edit)
        if words != self._tags:
            self.tagged.emit(words)

    _tags = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves a field as it was; going elsewhere keeps what was typed."""
        if isinstance(watched, QLineEdit) and not watched.isHidden():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self._end(watched)
                    return True
            elif event.type() == QEvent.Type.FocusOut:
                (self._rename if watched is self.title_edit else self._tag)()
        return super().eventFilter(watched, event)

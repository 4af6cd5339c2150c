"""Reads a document: its text, the chunks it was cut into, and the passage that someone was sent to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.knowledge.document_text import DocumentText
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import t
from app.viewmodels.knowledge_document import DocumentViewModel
from app.workbench.knowledge_entities import DocumentChunk

MOST_CHOICES = 2000


class DocumentViewer(QFrame):
    """Shows a :class:`DocumentViewModel`.

    Args:
        viewmodel: what is open.
        name: object names begin with it: ``<name>_title``, ``<name>_text``, ``<name>_next`` …

    Signals:
        close_requested: the viewer is to go.
    """

    close_requested = Signal()

    def __init__(
        self, viewmodel: DocumentViewModel, name: str = "document", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.viewmodel = viewmodel
        self.setObjectName(name)
        self.setAccessibleName(t("Document"))
        self.setProperty("surface", "surface")
        self._name = name
        self._shown: object = None
        self.text = DocumentText(f"{name}_text")
        self.text.chunk_clicked.connect(viewmodel.select)
        self.text.place_clicked.connect(viewmodel.select_at)
        self.state = EmptyState(f"{name}_state", "file-text", "")
        self.state.action_requested.connect(self._first_action)
        self.state.second_requested.connect(self._copy_failure)
        wait = QWidget()
        inner = QVBoxLayout(wait)
        inner.setContentsMargins(16, 16, 16, 16)
        self.loading = Busy(f"{name}_loading", t("Reading the document…"))
        inner.addWidget(self.loading)
        inner.addStretch(1)
        self._wait = wait
        self.stack = QStackedWidget()
        for widget in (self.text, self.state, wait):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(Line())
        column.addWidget(self.stack, 1)
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1), ("]", 1), ("[", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=step: viewmodel.step(by))
        viewmodel.changed.connect(self._show)
        viewmodel.moved.connect(self._show_place)
        self._show()

    def _make_head(self) -> QWidget:
        name = self._name
        head = QWidget()
        self.title = ElidedLabel("", "heading", name=f"{name}_title")
        self.copy = IconButton(f"{name}_copy", "copy", t("Copy what is marked"))
        self.copy.clicked.connect(self._copy)
        self.close_button = IconButton(f"{name}_close", "x", t("Close the document (Esc)"))
        self.close_button.clicked.connect(self.close_requested)
        upper = QHBoxLayout()
        upper.setSpacing(4)
        upper.addWidget(self.title, 1)
        upper.addWidget(self.copy)
        upper.addWidget(self.close_button)
        self.picker = Picker(
            f"{name}_chunk",
            t("Chunk"),
            nothing=t("This document has no chunks."),
            placeholder=t("Go to a chunk"),
        )
        self.picker.picked.connect(lambda value: self.viewmodel.select(int(value)))
        self.previous = IconButton(f"{name}_previous", "chevron-up", t("The chunk before (Alt+Up)"))
        self.previous.clicked.connect(lambda: self.viewmodel.step(-1))
        self.next = IconButton(f"{name}_next", "chevron-down", t("The next chunk (Alt+Down)"))
        self.next.clicked.connect(lambda: self.viewmodel.step(1))
        self._chunks = QWidget()
        lower = QHBoxLayout(self._chunks)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(4)
        lower.addWidget(self.picker, 1)
        lower.addWidget(self.previous)
        lower.addWidget(self.next)
        self.place = Label("", "small", name=f"{name}_place", wrap=True, selectable=True)
        self.note = Label("", "warning", name=f"{name}_note", wrap=True)
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 10, 8, 10)
        column.setSpacing(6)
        column.addLayout(upper)
        column.addWidget(self._chunks)
        column.addWidget(self.place)
        column.addWidget(self.note)
        return head

    # -- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        model = self.viewmodel
        self.title.setText(model.filename or t("Document"))
        self._chunks.setVisible(model.state == "ready" and model.count > 0)
        document = model.document
        if model.state == "ready" and document is not None:
            if document is not self._shown:
                self._shown = document
                self.text.show_document(document.text, document.chunks)
                self._offer(document.chunks)
            self.stack.setCurrentWidget(self.text)
        elif model.state == "loading":
            self.stack.setCurrentWidget(self._wait)
        elif model.state == "error" and model.error is not None:
            error = model.error
            self.state.set_content(
                "circle-alert",
                error.message,
                error.advice,
                action=t("Try again"),
                second=t("Copy details") if error.details else "",
                tone="danger",
            )
            self.stack.setCurrentWidget(self.state)
        elif model.state == "empty":
            reason = document.reason if document is not None else ""
            self.state.set_content(
                "circle-alert" if reason else "file-text",
                t("This file could not be read") if reason else t("Nothing to read yet"),
                reason or t("The text of a file can be read as soon as the file is ready."),
                action=t("Look again"),
                tone="danger" if reason else "faint",
            )
            self.stack.setCurrentWidget(self.state)
        else:
            self._shown = None
            self.text.show_document("", ())
        self._show_place()

    def _offer(self, chunks: tuple[DocumentChunk, ...]) -> None:
        """Let one go to any chunk; of very many only to some."""
        step = max(1, -(-len(chunks) // MOST_CHOICES))
        self.picker.set_choices(
            [
                Choice(str(i), _label(chunks[i]), note=" ".join(chunks[i].text[:120].split()))
                for i in range(0, len(chunks), step)
            ]
        )

    def _show_place(self) -> None:
        model = self.viewmodel
        chunk, document = model.chunk, model.document
        ready = model.state == "ready" and document is not None
        parts: list[str] = []
        if ready and document is not None:
            if model.passage is not None:
                self.text.mark(model.current, *model.passage, model.focus)
                page = document.page_at((model.focus or model.passage)[0]) if document.pages else None
                parts = [t("The passage is marked"), t("page {0}").format(page) if page is not None else ""]
            elif chunk is not None:
                self.text.mark(model.current, chunk.start, chunk.end)
            if chunk is not None:
                parts += [
                    t("chunk {0} of {1:,}").format(chunk.index + 1, model.count),
                    t("{0:,} tokens").format(chunk.tokens) if chunk.tokens else "",
                    chunk.heading if model.passage is not None else chunk.place,
                    chunk.dropped,
                ]
            parts.append(self.text.part_words)
        words = " · ".join(part for part in parts if part)
        self.place.setText(words[:1].upper() + words[1:])
        self.place.setVisible(bool(words))
        self.note.setText(model.note)
        self.note.setVisible(bool(model.note) and ready)
        self.picker.set_value(str(model.current) if chunk is not None else "")
        if chunk is not None and not self.picker.is_offered:
            self.picker.setText(_label(chunk))
        self.previous.setEnabled(model.current > 0)
        self.next.setEnabled(model.current < model.count - 1)
        self.copy.setEnabled(bool(ready and self.text.marked_text))

    def _first_action(self) -> None:
        self.viewmodel.again()

    def _copy(self) -> None:
        model = self.viewmodel
        if model.document is None:
            return
        if model.passage is not None:
            copy_text(model.document.text[slice(*model.passage)])
        elif model.chunk is not None:
            copy_text(model.chunk.text)

    def _copy_failure(self) -> None:
        error = self.viewmodel.error
        if error is not None:
            copy_text("\n".join(part for part in (error.message, error.advice, error.details) if part))


def _label(chunk: DocumentChunk) -> str:
    place = chunk.place
    return (
        t("Chunk {0} · {1}").format(chunk.index + 1, place)
        if place
        else t("Chunk {0}").format(chunk.index + 1)
    )

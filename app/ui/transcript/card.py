"""Cards of the two commonest kinds: a person's prompt and a model's answer. Both are recycled by the transcript."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.theme import set_icon, theme
from app.ui.transcript.blocks import Block
from app.ui.transcript.citations import cleaned, sources_html, with_tokens
from app.ui.transcript.document import MessageDocument, html_piece, write_piece
from app.ui.transcript.document_links import Links
from app.ui.transcript.markdown_html import plain
from app.ui.transcript.message_text import MessageText
from app.ui.transcript.stream_writer import StreamWriter
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.status_pill import PillKind, StatusPill
from app.ui.words import t
from app.viewmodels.transcript import Item
from app.workbench.knowledge_entities import Citation

FOLDED_CHARACTERS = 4000
"""A prompt's text beyond this is shown on demand: a pasted megabyte is not laid out for nothing."""
MOST_CHARACTERS = 300_000
"""More of one message is never laid out; Copy takes all of it."""
SLICE = 1500
"""So many characters of an answer are written in one go, about 10 ms."""
BUBBLE_SHARE = 0.8
BUBBLE_PAD = 12
BUBBLE_RADIUS = 12
PARAGRAPH_GAP = 8
HEAD = 28
FOOT = 28
WAITING = 44
COPIED_MS = 1500


class Rendered:
    """An item's document, kept up to date with the item's text."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.expanded = False
        self._start()

    def _start(self) -> None:
        self.document = MessageDocument()
        self._writer = StreamWriter(self.document)
        self._pieces = self.item.pieces
        self._consumed = 0
        self._written = 0
        self._waiting = ""
        self._cited: tuple[Citation, ...] = ()
        self._shown: tuple[int, bool] | None = None

    def update(self, until: float = 0.0) -> bool:
        """Write what is new, the rest with the next call when ``until`` (of ``time.perf_counter``) is over; true when the
        document is another one."""
        item = self.item
        fresh = False
        if self._pieces is not item.pieces or self._consumed > len(item.pieces):
            self._start()
            fresh = True
        if item.kind == "user":
            self._write_prompt()
            return fresh
        cited = () if item.streaming else item.citations
        if cited != self._cited:  # its citations are known now: written anew, with links
            self._start()
            self._cited = cited
            self._consumed, self._written = len(item.pieces), len(item.text)
            self._waiting = with_tokens(cleaned(item.text[:MOST_CHARACTERS]), cited)
            fresh = True
        elif not cited:
            new = cleaned("".join(item.pieces[self._consumed :]))
            self._consumed = len(item.pieces)
            room = MOST_CHARACTERS - self._written
            self._written += len(new)
            self._waiting += new[: max(0, room)]
        self._write(until)
        return fresh

    @property
    def unfinished(self) -> bool:
        """Whether there is more to be written: a long answer is written bit by bit, so that the window goes on."""
        return bool(self._waiting)

    def _write(self, until: float) -> None:
        """Write what waits, as much as there is time for; what comes in one go at the least."""
        place = 0
        while place < len(self._waiting):
            stop = self._waiting.rfind("\n", place, place + SLICE) + 1
            stop = stop if stop > place else place + SLICE
            self._writer.feed(self._waiting[place:stop])
            place = stop
            if time.perf_counter() > until:
                break
        self._waiting = self._waiting[place:]
        if not self._waiting and not self.item.streaming and not self._writer.finished:
            self._finish()

    def _finish(self) -> None:
        if self._written > MOST_CHARACTERS:
            self._writer.feed(
                t("\n\n… {0:,} more characters; Copy takes all.").format(self._written - MOST_CHARACTERS)
            )
        self._writer.finish()
        if not self._cited:
            return
        sources = sources_html(cleaned(self.item.text[:MOST_CHARACTERS]), self._cited)
        if sources:
            cursor = QTextCursor(self.document)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            write_piece(cursor, html_piece(Block("text", ""), sources), self.document)

    def _write_prompt(self) -> None:
        text = self.item.text
        limit = MOST_CHARACTERS if self.expanded else FOLDED_CHARACTERS
        state = (len(text), self.expanded)
        if state != self._shown:
            self._shown = state
            shown = text if len(text) <= limit else f"{text[:limit].rstrip()} …"
            self.document.setHtml(plain(shown))

    @property
    def folded(self) -> bool:
        """Whether there is more of a prompt than is shown."""
        return self.item.kind == "user" and len(self.item.text) > FOLDED_CHARACTERS


@dataclass(frozen=True)
class CardAction:
    """What can be done with a message: a button on its card. ``name`` is its object name and what is told."""

    name: str
    icon: str
    words: str


class Card(QFrame):
    """What all cards have. A card shows one item at a time and is given another when it is recycled.

    Signals:
        action_requested: one of its actions, by name.
        resized: the card needs another height; the transcript asks for it again.
        retry_requested: try again what failed.
        answered: outputs of the calls that waited, by call id.
        link_requested: a link within the program was followed (a citation, a made file).
    """

    resized = Signal()
    retry_requested = Signal()
    answered = Signal(dict)
    action_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.item: Item | None = None

    def set_actions(self, actions: Sequence[CardAction]) -> None:
        """Offer these; cards that have no place for them offer none."""

    def _action_buttons(self, actions: Sequence[CardAction], parent: QWidget) -> list[IconButton]:
        made = [IconButton(action.name, action.icon, action.words, parent=parent) for action in actions]
        for button, action in zip(made, actions, strict=True):
            button.clicked.connect(lambda _checked=False, name=action.name: self.action_requested.emit(name))
        return made

    def show_item(self, item: Item, rendered: Rendered | None) -> None:
        """Show an item, or what is new of it."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """The height that it needs at this width."""
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        layout.activate()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()


class CopyButton(IconButton):
    """Copies a text and says for a moment that it did."""

    def __init__(self, name: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "copy", t("Copy {0}").format(what), parent=parent)
        self._words = t("Copy {0}").format(what)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COPIED_MS)
        self._timer.timeout.connect(self._calm)

    def copy(self, text: str) -> None:
        """Copy."""
        copy_text(text)
        self.confirm()

    def confirm(self) -> None:
        """Show that something was copied."""
        self.set_icon("check", "success")
        self.set_words(t("Copied"))
        self._timer.start()

    def _calm(self) -> None:
        self.set_icon("copy")
        self.set_words(self._words)


class PromptCard(Card):
    """A prompt: a quiet bubble at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("prompt_card", parent)
        self.setAccessibleName(t("Prompt"))
        self.text = MessageText("prompt_text", self)
        self._more = Button("prompt_more", t("Show all"), kind="link", parent=self)
        self._more.clicked.connect(self._expand)
        self._more.hide()
        self._files = ElidedLabel(role="small", name="prompt_files", parent=self)
        self._files.hide()
        self._buttons: list[IconButton] = []
        self._rendered: Rendered | None = None
        self._bubble = QRectF()

    def set_actions(self, actions: Sequence[CardAction]) -> None:
        """See :class:`Card`: they stand left of the bubble."""
        self._buttons = self._action_buttons(actions, self)

    def show_item(self, item: Item, rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        self.item, self._rendered = item, rendered
        assert rendered is not None
        self.text.setAccessibleName(t("Prompt"))
        if self._files.text() != item.hint:
            self._files.setText(item.hint)
            self._files.setAccessibleName(t("Attached: {0}").format(item.hint))
        self._files.setVisible(bool(item.hint))
        self._more.setVisible(rendered.folded)
        if rendered.folded:
            words = (
                t("Show less") if rendered.expanded else t("Show all {0:,} characters").format(len(item.text))
            )
            self._more.setText(words)
            self._more.setAccessibleName(words)

    def height_for(self, width: int) -> int:
        """See :class:`Card`."""
        if self._rendered is None:
            return 0
        widest = int(width * BUBBLE_SHARE) - 2 * BUBBLE_PAD
        document = self._rendered.document
        document.setTextWidth(-1 if document.characterCount() < 400 else widest)
        natural = int(document.idealWidth()) + 2
        inner = max(24, min(widest, natural))
        height = self.text.show_message(document, inner) - PARAGRAPH_GAP
        more = self._more.sizeHint().height() if self._rendered.folded else 0
        self._inner = (inner, height, more)
        files = self._files.sizeHint().height() + 4 if self.item is not None and self.item.hint else 0
        return height + more + 2 * BUBBLE_PAD + files

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the bubble at the right."""
        inner, height, more = self._inner
        left = self.width() - inner - 2 * BUBBLE_PAD
        self._bubble = QRectF(left, 0, inner + 2 * BUBBLE_PAD, height + more + 2 * BUBBLE_PAD)
        self.text.setGeometry(left + BUBBLE_PAD, BUBBLE_PAD, inner, height + PARAGRAPH_GAP)
        self._more.setGeometry(
            left + BUBBLE_PAD - 4, BUBBLE_PAD + height - 4, self._more.sizeHint().width(), more
        )
        wide = min(self._files.sizeHint().width(), self.width() - 4)
        self._files.setGeometry(
            self.width() - wide - 4,
            round(self._bubble.height()) + 4,
            wide,
            self._files.sizeHint().height(),
        )
        for number, button in enumerate(self._buttons):
            side = button.sizeHint().width()
            place = left - 4 - side * (len(self._buttons) - number)
            button.setGeometry(max(0, place), 4, side, button.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubble."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hover"))
        painter.drawRoundedRect(self._bubble, BUBBLE_RADIUS, BUBBLE_RADIUS)

    def _expand(self) -> None:
        if self._rendered is not None:
            self._rendered.expanded = not self._rendered.expanded
            self._rendered.update()
            self.show_item(self._rendered.item, self._rendered)
            self.resized.emit()


_PILLS: dict[str, PillKind] = {
    "": "neutral",
    "busy": "busy",
    "ok": "ok",
    "warning": "warning",
    "danger": "danger",
}


class AnswerCard(Card):
    """An answer: who says it and how it stands, the text, and Copy below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("answer_card", parent)
        self._head = QWidget(self)
        mark = QLabel()
        set_icon(mark, "sparkles", "accent")
        self._title = ElidedLabel(role="strong", name="answer_title")
        self._pill = StatusPill("answer_state")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self._title, 1)
        row.addWidget(self._pill)
        self.text = MessageText("answer_text", self)
        self._wait = Busy("answer_waiting", parent=self)
        self._foot = QWidget(self)
        self._copy = CopyButton("answer_copy", t("this answer"))
        self._copy.clicked.connect(self._copy_answer)
        self.text.code_copied.connect(self._copy.confirm)
        self.text.link_requested.connect(self.link_requested)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._copy)
        foot.addStretch(1)
        self._foot_row = foot
        self._rendered: Rendered | None = None
        self._text_height = 0
        self._links = Links(self.text, self._follow)
        self._wait.hide()

    def set_actions(self, actions: Sequence[CardAction]) -> None:
        """See :class:`Card`: they stand beside Copy."""
        for number, button in enumerate(self._action_buttons(actions, self._foot), 1):
            self._foot_row.insertWidget(number, button)

    def show_item(self, item: Item, rendered: Rendered | None) -> None:
        """See :class:`Card`."""
        self.item, self._rendered = item, rendered
        if self._title.text() != item.title:
            self._title.setText(item.title)
            for part in (self, self.text):
                part.setAccessibleName(t("Answer of {0}").format(item.title))
        if (self._pill.text, self._pill.kind) != (item.state, _PILLS[item.level]):
            self._pill.set_state(item.state, _PILLS[item.level])
        waiting = item.streaming and item.empty
        self._wait.setVisible(waiting)
        if waiting and self._wait.label.text() != item.hint:
            self._wait.set_text(item.hint)
        self._foot.setVisible(not item.empty and not item.streaming)
        self.text.setVisible(not item.empty)
        done = rendered is not None and not item.streaming and not item.empty
        self._links.show(rendered.document if done and rendered is not None else None)

    def height_for(self, width: int) -> int:
        """See :class:`Card`."""
        if self._rendered is None or self.item is None:
            return 0
        self._text_height = 0
        if self.item.empty:
            return HEAD + (self._wait_height(width) if self.item.streaming else 0)
        self._text_height = self.text.show_message(self._rendered.document, width)
        return HEAD + self._text_height + FOOT

    def _wait_height(self, width: int) -> int:
        return max(WAITING, self._wait.heightForWidth(width) + 8)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Stack head, text and foot."""
        width = self.width()
        self._head.setGeometry(0, 0, width, HEAD - 4)
        self.text.setGeometry(0, HEAD, width, self._text_height)
        self._wait.setGeometry(0, HEAD, width, self._wait_height(width) - 8)
        self._foot.setGeometry(-5, HEAD + self._text_height, width, FOOT)

    def _follow(self, address: str) -> None:
        self.text.anchorClicked.emit(QUrl(address))

    def _copy_answer(self) -> None:
        if self.item is not None:
            self._copy.copy(self.item.text)

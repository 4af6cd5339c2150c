"""The transcript: thousands of messages, of which only those in sight are real cards.

Heights of the others are estimated, and corrected when they come into sight without what is being read moving. While one
stands at the end, the end is followed as it grows; who has scrolled up stays where he is.
"""

from __future__ import annotations

import bisect
import time
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from app.ui.accessibility import announce
from app.ui.theme import theme
from app.ui.transcript.card import AnswerCard, Card, CardAction, PromptCard, Rendered
from app.ui.transcript.code_card import CodeCard
from app.ui.transcript.made_files import FileActions
from app.ui.transcript.small_cards import ErrorCard, NoticeCard, QuestionCard, ToolCard
from app.ui.widgets.buttons import IconButton
from app.ui.words import said, t
from app.viewmodels.transcript import Item, Transcript

MARGIN = 16
GAP = 16
WIDEST = 860
AT_END = 4
WRITING_SECONDS = 0.008
"""So long answers are written before the window has its turn again."""
KEPT_CHARACTERS = 3_000_000
"""So much text stays laid out when it is out of sight."""
_CARDS: dict[str, Callable[[QWidget], Card]] = {
    "user": PromptCard,
    "assistant": AnswerCard,
    "tool": ToolCard,
    "code": CodeCard,
    "notice": NoticeCard,
    "error": ErrorCard,
    "question": QuestionCard,
}


class TranscriptView(QAbstractScrollArea):
    """Shows a :class:`Transcript`.

    Args:
        name: the object name.

    Signals:
        retry_requested: on a failure's card.
        answered: outputs for the calls that waited, by call id.
        older_wanted: one has scrolled near the beginning.
        action_requested: something is to be done with a message: the action's name, the item.
        link_requested: a link within the program was followed (a citation, a made file): its address, the item.
    """

    retry_requested = Signal()
    answered = Signal(dict)
    older_wanted = Signal()
    action_requested = Signal(str, object)
    link_requested = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(t("Conversation"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.viewport().setObjectName(f"{name}_viewport")
        self._transcript = Transcript(self)
        self._actions: dict[str, tuple[CardAction, ...]] = {}
        self._files: FileActions | None = None
        self._heights: list[float] = []
        self._known: list[bool] = []
        self._ends: list[float] | None = None
        self._cards: dict[Item, Card] = {}
        self._free: dict[str, list[Card]] = {}
        self._rendered: dict[Item, Rendered] = {}
        self._follow = True
        self._placing = False
        self._ring = False
        self._awaited: set[Item] = set()
        self._width = 0
        self._write_until = 0.0
        self._write_on = QTimer(self)
        self._write_on.setSingleShot(True)
        self._write_on.setInterval(0)
        self._write_on.timeout.connect(self._write_more)
        self._to_end = IconButton("to_end", "arrow-down-to-line", t("To the end"), parent=self.viewport())
        self._to_end.setProperty("kind", "floating")
        self._to_end.clicked.connect(self.scroll_to_end)
        self._to_end.hide()
        self.viewport().installEventFilter(self)
        theme().changed.connect(self._dress)
        self._listen(self._transcript)

    # -- for the owner -------------------------------------------------------------------------------------------

    @property
    def transcript(self) -> Transcript:
        """What is shown."""
        return self._transcript

    def set_transcript(self, transcript: Transcript) -> None:
        """Show another transcript, from its end."""
        self._leave(self._transcript)
        self._transcript = transcript
        self._listen(transcript)
        self._reset()

    def set_actions(self, kind: str, *actions: CardAction) -> None:
        """Offer actions on the cards of a kind (``user``, ``assistant``); before the first one is shown."""
        self._actions[kind] = actions

    def set_files(self, files: FileActions) -> None:
        """Say where images and files that code made come from; before the first one is shown."""
        self._files = files
        files.files.loaded.connect(self._file_loaded)

    def _file_loaded(self, file_id: str) -> None:
        for item in tuple(self._cards):
            if ("image", file_id) in item.outputs:
                position = self._transcript.index(item)
                if position >= 0:
                    self._changed(position)

    def scroll_to_end(self) -> None:
        """Go to the end and follow it."""
        self._follow = True
        self._place()

    def scroll_to(self, item: Item) -> None:
        """Bring an item to the top of the view."""
        position = self._transcript.index(item)
        if position >= 0:
            self._follow = False
            for _ in range(3):  # what comes into sight is measured and may move the goal
                self.verticalScrollBar().setValue(round(self._top(position)) - MARGIN)
                self._place()

    def card(self, item: Item) -> Card | None:
        """The card of an item, if it is in sight."""
        return self._cards.get(item)

    @property
    def following(self) -> bool:
        """Whether the end is followed."""
        return self._follow

    @property
    def card_count(self) -> int:
        """How many cards there are, in sight or kept for reuse."""
        return len(self._cards) + sum(len(cards) for cards in self._free.values())

    # -- what becomes of the items -------------------------------------------------------------------------------

    def _listen(self, transcript: Transcript) -> None:
        transcript.reset.connect(self._reset)
        transcript.inserted.connect(self._inserted)
        transcript.removed.connect(self._removed)
        transcript.changed.connect(self._changed)

    def _leave(self, transcript: Transcript) -> None:
        transcript.reset.disconnect(self._reset)
        transcript.inserted.disconnect(self._inserted)
        transcript.removed.disconnect(self._removed)
        transcript.changed.disconnect(self._changed)

    def _reset(self) -> None:
        for item in tuple(self._cards):
            self._recycle(item)
        self._rendered.clear()
        self._awaited = {item for item in self._transcript.items if item.streaming}
        self._heights = [self._guess(item) for item in self._transcript.items]
        self._known = [False] * len(self._heights)
        self._follow = True
        self._place()

    def _inserted(self, first: int, count: int) -> None:
        anchor = self._anchor()
        self._heights[first:first] = [self._guess(i) for i in self._transcript.items[first : first + count]]
        self._known[first:first] = [False] * count
        self._place(None if self._follow else anchor)
        for item in self._transcript.items[first : first + count]:
            self._tell(item)
            if item.kind == "error":
                announce(self, t("Error: {0} {1}").format(said(item.text), said(item.hint)))

    def _removed(self, first: int, count: int) -> None:
        anchor = self._anchor()
        del self._heights[first : first + count]
        del self._known[first : first + count]
        there = set(self._transcript.items)
        self._awaited &= there
        for item in tuple(self._cards):
            if item not in there:
                self._recycle(item)
        for item in tuple(self._rendered):
            if item not in there:
                del self._rendered[item]
        self._place(None if self._follow else anchor)

    def _changed(self, position: int) -> None:
        item = self._transcript.items[position]
        card = self._cards.get(item)
        if card is None:
            self._known[position] = False
            if self._follow:
                self._place()
            self._tell(item)
            return
        self._write_until = time.perf_counter() + WRITING_SECONDS
        height = self._fill(card, item)
        if height != self._heights[position]:
            anchor = self._anchor()
            self._heights[position] = height
            self._place(None if self._follow else anchor)
        else:
            card.update()
        self._tell(item)

    def _tell(self, item: Item) -> None:
        """Have a screen reader say an answer when it has ended."""
        if item.streaming:
            self._awaited.add(item)
            return
        awaited = item in self._awaited
        self._awaited.discard(item)
        if item.kind == "assistant" and awaited and not item.empty:
            rendered = self._rendered.get(item)
            words = rendered.document.toPlainText() if rendered is not None else item.text
            announce(self, f"{t('Answer of {0}').format(item.title)}: {words}")

    def _dress(self) -> None:
        for item in tuple(self._cards):
            self._recycle(item)
        self._rendered.clear()
        self._known = [False] * len(self._known)
        self._place(None if self._follow else self._anchor())

    # -- places --------------------------------------------------------------------------------------------------

    @property
    def content_width(self) -> int:
        """The width of a message."""
        return max(80, min(WIDEST, self.viewport().width() - 2 * MARGIN))

    def _guess(self, item: Item) -> float:
        line = theme().px("body") * 1.45
        if item.kind in {"user", "assistant"}:
            letters = max(8.0, self.content_width / (theme().px("body") * 0.52))
            length = sum(map(len, item.pieces))
            return 40 + line * (1 + min(length, 300_000) / letters)
        return 40.0

    def _top(self, position: int) -> float:
        if self._ends is None:
            self._ends = list(accumulate(height + GAP for height in self._heights))
        return MARGIN + (self._ends[position - 1] if position else 0.0)

    def _total(self) -> int:
        count = len(self._heights)
        return round(self._top(count) + MARGIN - GAP) if count else 0

    def _at(self, y: float) -> int:
        self._top(0)
        assert self._ends is not None
        return min(bisect.bisect_right(self._ends, y - MARGIN), max(0, len(self._heights) - 1))

    def _anchor(self) -> tuple[Item, float] | None:
        """The first item in sight and how far its top is from the view's."""
        items = self._transcript.items
        value = self.verticalScrollBar().value()
        for item, card in sorted(self._cards.items(), key=lambda pair: pair[1].y()):
            if card.y() + card.height() > 0:
                return item, float(card.y())
        if not items or not self._heights or len(items) != len(self._heights):
            return None
        position = self._at(value)
        return items[position], self._top(position) - value

    def _place(self, anchor: tuple[Item, float] | None = None) -> None:
        """Lay out what is in sight; measured heights move everything but ``anchor`` (or the end, if it is followed)."""
        if self._placing:
            return
        self._placing = True
        self._write_until = max(self._write_until, time.perf_counter() + WRITING_SECONDS)
        try:
            for _ in range(8):
                self._ends = None
                self._set_range(anchor)
                if not self._measure():
                    break
        finally:
            self._placing = False
        self._put_cards()
        self._forget_far()
        bar = self.verticalScrollBar()
        self._to_end.setVisible(
            not self._follow and bar.maximum() - bar.value() > self.viewport().height() // 2
        )

    def _set_range(self, anchor: tuple[Item, float] | None) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._total() - height))
        if self._follow:
            bar.setValue(bar.maximum())
        elif anchor is not None:
            position = self._transcript.index(anchor[0])
            if position >= 0:
                bar.setValue(round(self._top(position) - anchor[1]))

    def _in_sight(self) -> range:
        if not self._heights:
            return range(0)
        value = self.verticalScrollBar().value()
        margin = self.viewport().height() // 4
        first = self._at(max(0, value - margin))
        last = self._at(value + self.viewport().height() + margin)
        return range(first, last + 1)

    def _measure(self) -> bool:
        """Fill cards for what is in sight; whether a height was other than thought."""
        moved = False
        for position in self._in_sight():
            item = self._transcript.items[position]
            card = self._cards.get(item)
            if card is None:
                card = self._cards[item] = self._take_card(item)
            elif self._known[position]:
                continue
            height = self._fill(card, item)
            self._known[position] = True
            if height != self._heights[position]:
                self._heights[position] = height
                moved = True
        return moved

    def _fill(self, card: Card, item: Item) -> int:
        rendered = None
        if item.kind in {"user", "assistant"}:
            rendered = self._rendered.get(item)
            if rendered is None:
                rendered = self._rendered[item] = Rendered(item)
            rendered.update(self._write_until)
            if rendered.unfinished:
                self._write_on.start()
        card.show_item(item, rendered)
        return card.height_for(self.content_width)

    def _write_more(self) -> None:
        """Go on with a long answer that is in sight, one at a time."""
        waiting = [item for item in self._cards if item in self._rendered and self._rendered[item].unfinished]
        for item in waiting[:1]:
            position = self._transcript.index(item)
            if position >= 0:
                self._changed(position)
        if len(waiting) > 1:
            self._write_on.start()

    def _put_cards(self) -> None:
        value = self.verticalScrollBar().value()
        sight = self._in_sight()
        items = self._transcript.items
        wanted = {items[position] for position in sight}
        focused = QApplication.focusWidget()
        for item in tuple(self._cards):
            if item not in wanted:
                card = self._cards[item]
                if focused is not None and card.isAncestorOf(focused):
                    card.move(card.x(), -card.height() - 10_000)  # who types in it goes on typing
                else:
                    self._recycle(item)
        left = (self.viewport().width() - self.content_width) // 2
        for position in sight:
            card = self._cards[items[position]]
            height = int(self._heights[position])
            top = round(self._top(position)) - value
            if card.width() == self.content_width and card.height() == height:
                card.move(left, top)
            else:
                card.setGeometry(left, top, self.content_width, height)
            if not card.isVisible():
                card.show()
        self._to_end.move(self.viewport().width() - 48, self.viewport().height() - 48)
        self._to_end.raise_()

    # -- cards ---------------------------------------------------------------------------------------------------

    def _take_card(self, item: Item) -> Card:
        free = self._free.setdefault(item.kind, [])
        if free:
            return free.pop()
        card = _CARDS[item.kind](self.viewport())
        if isinstance(card, CodeCard):
            card.files = self._files
        card.set_actions(self._actions.get(item.kind, ()))
        card.action_requested.connect(lambda name, c=card: self.action_requested.emit(name, c.item))
        card.link_requested.connect(lambda address, c=card: self.link_requested.emit(address, c.item))
        card.resized.connect(lambda c=card: self._card_resized(c))
        card.retry_requested.connect(self.retry_requested)
        card.answered.connect(self.answered)
        return card

    def _recycle(self, item: Item) -> None:
        card = self._cards.pop(item)
        card.hide()
        if isinstance(card, PromptCard | AnswerCard):
            card.text.setTextCursor(QTextCursor())
        self._free.setdefault(item.kind, []).append(card)

    def _card_resized(self, card: Card) -> None:
        if card.item is None:
            return
        position = self._transcript.index(card.item)
        if position >= 0:
            anchor = (card.item, float(card.y()))
            self._heights[position] = card.height_for(self.content_width)
            self._follow = False
            self._place(anchor)

    def _forget_far(self) -> None:
        """Let go of documents far away when there are many."""
        kept = sum(r.document.characterCount() for r in self._rendered.values())
        for item in tuple(self._rendered):
            if kept <= KEPT_CHARACTERS:
                break
            if item not in self._cards and not item.streaming:
                kept -= self._rendered.pop(item).document.characterCount()

    # -- Qt's side -----------------------------------------------------------------------------------------------

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """A person (or a key, or the wheel) scrolls."""
        if self._placing:
            return
        bar = self.verticalScrollBar()
        self._follow = bar.value() >= bar.maximum() - AT_END
        self._place(None if self._follow else self._scroll_anchor())
        if bar.value() < self.viewport().height():
            self.older_wanted.emit()

    def _scroll_anchor(self) -> tuple[Item, float] | None:
        items = self._transcript.items
        if not items:
            return None
        value = self.verticalScrollBar().value()
        position = self._at(value)
        return items[position], self._top(position) - value

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means other heights."""
        super().resizeEvent(event)
        if self.content_width != self._width:
            anchor = self._anchor()
            self._width = self.content_width
            self._known = [False] * len(self._known)
            shown = {id(i) for i in self._cards}
            for position, item in enumerate(self._transcript.items):
                if id(item) not in shown:
                    self._heights[position] = self._guess(item)
            self._place(None if self._follow else anchor)
        else:
            self._place(None if self._follow else self._anchor())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to who came by keyboard."""
        self._ring = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring = False
        self.viewport().update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the beginning and the end."""
        if event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the focus ring on the viewport."""
        if watched is self.viewport() and event.type() == QEvent.Type.Paint and self._ring:
            assert isinstance(event, QPaintEvent)
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()
        return super().eventFilter(watched, event)

"""The links of a message's document, as assistive technology is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.ui.accessibility import Link
from app.ui.transcript.citations import CITE
from app.ui.transcript.document import COPY, MessageDocument
from app.ui.words import t

MOST_LINKS = 200


class Links:
    """The links of the text that a widget shows, kept up to date; made only while assistive technology runs.

    Args:
        text: the widget; the links become its neighbours' children, so that they follow it.
        follow: called with the address of a link that is followed.
    """

    def __init__(self, text: QWidget, follow: Callable[[str], None]) -> None:
        self._text, self._follow = text, follow
        self._links: list[Link] = []
        self._seen: tuple[int, int] | None = None

    def show(self, document: MessageDocument | None) -> None:
        """Tell of the first :data:`MOST_LINKS` links of a document, in the order of the text; of none for None."""
        if not QAccessible.isActive() and not self._links:
            return
        seen = (id(document), document.revision()) if document is not None else None
        if seen == self._seen:
            return
        self._seen = seen
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [
            self._make(address, words)
            for address, words in dict.fromkeys(_anchors(document) if document is not None else ())
        ]

    def _make(self, address: str, words: str) -> Link:
        link = Link(self._text.parentWidget() or self._text, _called(address, words))
        link.clicked.connect(lambda _checked: self._follow(address))
        link.setGeometry(0, 0, 1, 1)
        link.show()
        return link


def _anchors(document: MessageDocument) -> Iterator[tuple[str, str]]:
    """Addresses and words; pieces of one link are put together."""
    found = 0
    address, words = "", ""
    block = document.begin()
    while block.isValid() and found < MOST_LINKS:
        for piece in block:  # type: ignore[attr-defined]
            fragment = piece.fragment()
            here = fragment.charFormat().anchorHref() if fragment.charFormat().isAnchor() else ""
            if address and here != address:
                yield address, words
                found += 1
                address, words = "", ""
            if here:
                address, words = here, words + fragment.text()
        if address:
            yield address, words
            found += 1
            address, words = "", ""
        block = block.next()


def _called(address: str, words: str) -> str:
    words = " ".join(words.split())
    if address.startswith(COPY):
        return t("Copy code {0}").format(int(address.removeprefix(COPY)) + 1)
    if address.startswith(CITE) and words.isdecimal():
        return t("Citation {0}").format(words)
    return words or address

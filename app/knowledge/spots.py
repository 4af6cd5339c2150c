"""Where in a passage the sentence stands that a question asks for: with its page and line, to be pointed at.

A chunk holds several pages at times, and the window that matched best begins before the words that were meant. Of its
sentences the one that shares most words with the question is taken; words are compared by their beginnings, so that
endings do not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from app.core.sentences import sentences
from app.knowledge.index.words import query_terms, searchable

_WORD = re.compile(r"[^\W_]+")
_STEM = 5  # characters by which words are compared
_LONGEST = 20_000  # characters that are looked through


def stems_of(query: str) -> frozenset[str]:
    """The beginnings of a question's telling words."""
    return frozenset(term[:_STEM] for term in query_terms(query))


def best_sentence(text: str, wanted: frozenset[str]) -> tuple[int, int] | None:
    """The first of the sentences in ``text`` that share most words with a question; None where none shares any."""
    best, most = None, 0
    for start, end in sentences(text[:_LONGEST]):
        sentence = text[start:end]
        words = _WORD.findall((sentence if sentence.isascii() else searchable(sentence)).lower())
        shared = len(wanted.intersection(word[:_STEM] for word in words))
        if shared > most:
            best, most = (start, end), shared
    return best


def page_at(pages: Sequence[tuple[int, int]], position: int) -> int | None:
    """The page that a place of the text is on; ``pages`` are numbers and where each begins. None where there are none."""
    index = bisect_right(pages, position, key=lambda page: page[1]) - 1
    return pages[index][0] if index >= 0 else None

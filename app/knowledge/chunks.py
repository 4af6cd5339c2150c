"""Cutting a text into chunks of so many tokens, and the chunks into windows that an embedding model can see whole.

A chunk is what search returns: ``max_tokens`` tokens of the vocabulary ``cl100k_base`` (800 by default), each
beginning ``max_tokens - overlap`` tokens after the one before. Its text is a slice of the document's text, word for
word. Windows are cut between the places where any chunk begins or ends, so that overlapping chunks share them: a
chunk's vectors are those of all windows inside it, and overlap costs no embedding at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.core import tokens
from app.core.errors import InvalidInput
from app.knowledge.documents import invalid

if TYPE_CHECKING:
    import numpy as np

TOKEN_LIMIT = 5_000_000
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]]*\s|\n")

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Chunking:
    """How a file is cut: ``max_tokens`` 100 … 4096, ``overlap`` at most half of it. The API's ``auto`` is the default."""

    max_tokens: int = 800
    overlap: int = 400

    def __post_init__(self) -> None:
        if not 100 <= self.max_tokens <= 4096:
            raise InvalidInput(
                "max_chunk_size_tokens must be between 100 and 4096.", field="max_chunk_size_tokens"
            )
        if not 0 <= self.overlap <= self.max_tokens // 2:
            raise InvalidInput(
                "chunk_overlap_tokens must not be negative nor exceed half of max_chunk_size_tokens.",
                field="chunk_overlap_tokens",
            )


@dataclass(frozen=True)
class Layout:
    """Chunks and windows of a text, as spans of characters. ``chunk_tokens`` are the chunks' sizes; ``chunk_windows`` the first window of each and the one after its last."""

    chunks: Spans
    chunk_tokens: list[int]
    chunk_windows: Spans
    windows: Spans


WindowCutter = Callable[[Sequence[str]], list[Spans]]
"""Cuts each of some texts into spans that the embedding model can see whole."""


def lay_out(text: str, chunking: Chunking, cut: WindowCutter) -> Layout:
    """Cut ``text`` into chunks and windows.

    Raises:
        Unreadable: it has more than five million tokens.
    """
    starts = tokens.starts(text)
    count = len(starts)
    if count > TOKEN_LIMIT:
        raise invalid(f"The text has {count:,} tokens; at most {TOKEN_LIMIT:,} are taken.")
    bounds = _token_bounds(count, chunking)

    def place(token: int) -> int:
        return len(text) if token >= count else int(starts[token])

    chunks: Spans = []
    sizes: list[int] = []
    for first, last in bounds:
        start, end = place(first), place(last)
        if (
            start < end
        ):  # the last few tokens may all belong to one character, which the chunk before has whole
            chunks.append((start, end))
            sizes.append(last - first)
    windows, chunk_windows = _windows(text, chunks, cut)
    return Layout(chunks, sizes, chunk_windows, windows)


def _token_bounds(count: int, chunking: Chunking) -> Spans:
    """Spans of tokens; the last chunk ends with the text, and none lies wholly inside another."""
    if count == 0:
        return []
    stride = chunking.max_tokens - chunking.overlap
    bounds = [(first, min(first + chunking.max_tokens, count)) for first in range(0, count, stride)]
    while len(bounds) > 1 and bounds[-2][1] >= count:
        bounds.pop()
    return bounds


def _windows(text: str, chunks: Spans, cut: WindowCutter) -> tuple[Spans, Spans]:
    whole = cut([text[start:end] for start, end in chunks[:64]])
    if all(len(spans) <= 1 for spans in whole):
        # Chunks so small that the model sees them whole: their own vectors tell more than those of their parts.
        for at in range(64, len(chunks), 256):
            whole += cut([text[start:end] for start, end in chunks[at : at + 256]])
        if all(len(spans) <= 1 for spans in whole):
            return list(chunks), [(index, index + 1) for index in range(len(chunks))]
    edges = sorted({edge for chunk in chunks for edge in chunk})
    segments = list(pairwise(edges))
    windows: Spans = []
    first_window: dict[int, int] = {}
    for at in range(0, len(segments), 256):
        part = segments[at : at + 256]
        for (start, _), spans in zip(part, cut([text[start:end] for start, end in part]), strict=True):
            first_window[start] = len(windows)
            windows += [(start + begin, start + stop) for begin, stop in spans]
    first_window[edges[-1]] = len(windows)
    return windows, [(first_window[start], first_window[end]) for start, end in chunks]


def split_evenly(text: str, begins: Sequence[int] | np.ndarray, size: int, limit: int) -> Spans:
    """Cut ``text``, whose tokens begin at ``begins``, into spans of about ``size`` tokens and at most ``limit``; at a sentence's end where one is near."""
    count = len(begins)
    if count <= limit:
        return [(0, len(text))] if text.strip() else []
    parts = max(-(-count // limit), round(count / size))
    slack = max(0, min(size // 6, limit - -(-count // parts)))
    edges = [0]
    for number in range(1, parts):
        ideal = round(number * count / parts)
        low, high = int(begins[max(0, ideal - slack)]), int(begins[min(count - 1, ideal + slack)])
        middle = int(begins[ideal])
        ends = [match.end() for match in _SENTENCE_END.finditer(text, low, high)]
        edges.append(min(ends, key=lambda end: abs(end - middle)) if ends else middle)
    edges.append(len(text))
    return [(start, end) for start, end in pairwise(edges) if text[start:end].strip()]

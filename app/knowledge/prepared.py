"""A file read, cut and located: what the reading process hands over, as one file of arrays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.knowledge.chunks import Chunking, lay_out
from app.knowledge.documents import Document, Place
from app.knowledge.embedding.windows import WindowRule
from app.knowledge.read import read

if TYPE_CHECKING:
    import numpy as np

    Integers = np.ndarray[Any, np.dtype[np.int32]]

# Columns of ``windows``; -1 stands for “none”.
START, END, PAGE, LINE, HEADING = range(5)


@dataclass(frozen=True)
class PreparedChunk:
    """One chunk: its span of characters, its size in tokens, its windows (first, one after last), where it begins and ends."""

    start: int
    end: int
    tokens: int
    first_window: int
    last_window: int
    begins: Place
    ends: Place


@dataclass(frozen=True)
class Prepared:
    """Everything about a file that the index needs, but the vectors.

    ``windows`` has a row a window: start, end, page, line, heading (see the column names of this module). ``pages`` are
    the pages' numbers and where each begins.
    """

    text: str
    kind: str
    chunks: tuple[PreparedChunk, ...]
    windows: Integers
    headings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()

    def window_texts(self) -> list[str]:
        """The windows' texts."""
        return [self.text[start:end] for start, end in self.windows[:, :2].tolist()]

    def save(self, path: Path) -> None:
        """Write everything to one file."""
        import numpy as np

        rows = [
            (c.start, c.end, c.tokens, c.first_window, c.last_window, *_row(c.begins), *_row(c.ends))
            for c in self.chunks
        ]
        about = {
            "kind": self.kind,
            "headings": self.headings,
            "notes": self.notes,
            "pages": self.pages,
        }
        np.savez(
            path,
            text=np.frombuffer(self.text.encode("utf-8"), dtype=np.uint8),
            chunks=np.array(rows, dtype=np.int32).reshape(-1, 11),
            windows=self.windows,
            about=np.frombuffer(json.dumps(about).encode("utf-8"), dtype=np.uint8),
        )

    @classmethod
    def load(cls, path: Path) -> Prepared:
        """Read what :meth:`save` wrote."""
        import numpy as np

        with np.load(path, allow_pickle=False) as arrays:
            about = json.loads(arrays["about"].tobytes())
            chunks = tuple(
                PreparedChunk(row[0], row[1], row[2], row[3], row[4], _place(row[5:8]), _place(row[8:11]))
                for row in arrays["chunks"].tolist()
            )
            return cls(
                arrays["text"].tobytes().decode("utf-8"),
                about["kind"],
                chunks,
                arrays["windows"],
                tuple(about["headings"]),
                tuple(about["notes"]),
                tuple((number, start) for number, start in about["pages"]),
            )


def prepare(path: Path, filename: str, chunking: Chunking, rule: WindowRule) -> Prepared:
    """Read a file and cut it.

    Raises:
        Unreadable: with the reason in words.
    """
    return cut(read(path, filename), chunking, rule)


def cut(document: Document, chunking: Chunking, rule: WindowRule) -> Prepared:
    """Cut a document that was read into chunks and windows that know where they stand."""
    import numpy as np

    text = document.text
    layout = lay_out(text, chunking, rule.cutter())
    # Where the first and last visible characters stand, not the white space around them.
    begins = document.places([_first_visible(text, start, end) for start, end in layout.chunks])
    ends = document.places([_last_visible(text, start, end) for start, end in layout.chunks])
    chunks = tuple(
        PreparedChunk(start, end, size, *windows, first, last)
        for (start, end), size, windows, first, last in zip(
            layout.chunks, layout.chunk_tokens, layout.chunk_windows, begins, ends, strict=True
        )
    )
    places = document.places([_first_visible(text, start, end) for start, end in layout.windows])
    windows = np.array(
        [(*span, *_row(place)) for span, place in zip(layout.windows, places, strict=True)], dtype=np.int32
    ).reshape(-1, 5)
    return Prepared(
        text, document.kind, chunks, windows, document.headings, document.notes, document.page_starts()
    )


def _first_visible(text: str, start: int, end: int) -> int:
    while start < end - 1 and text[start].isspace():
        start += 1
    return start


def _last_visible(text: str, start: int, end: int) -> int:
    end -= 1
    while end > start and text[end].isspace():
        end -= 1
    return max(start, end)


def _row(place: Place) -> tuple[int, int, int]:
    page, line, heading = (
        -1 if value is None else value for value in (place.page, place.line, place.heading)
    )
    return page, line, heading


def _place(row: list[int]) -> Place:
    page, line, heading = (None if value < 0 else value for value in row)
    return Place(page, line, heading)

"""The document's text: places are right whatever characters it has, and however long it is."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from app.ui.knowledge.document_text import MOST_SHOWN, DocumentText, Positions, shown_text
from app.workbench.knowledge_entities import DocumentChunk


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aä文🗂𝄞 \n\r\u2028\u2029\u0000"), max_size=60))
def test_places_in_characters_and_in_qts_units(text: str) -> None:
    shown = shown_text(text)
    assert len(shown) == len(text), "every character keeps its place"
    positions = Positions(shown)
    for place in range(len(shown) + 1):
        qt = positions.to_qt(place)
        assert qt == len(shown[:place].encode("utf-16-le")) // 2
        assert positions.from_qt(qt) == place


def test_a_mark_covers_exactly_its_characters(qtbot: Any) -> None:
    view = DocumentText("text")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    text = "🗂 Eins\r\nzwei 𝄞 drei\u2029vier\r\n" * 50
    chunks = tuple(DocumentChunk(i, "", i * 20, i * 20 + 30) for i in range(len(text) // 20 - 1))
    view.show_document(text, chunks)
    for start, end in ((0, 1), (2, 6), (300, 345), (len(text) - 5, len(text))):
        view.mark(-1, start, end)
        assert view.marked_text.replace("\u2029", "\n") == shown_text(text)[start:end]
    view.mark(3, 60, 90, (62, 70))
    assert view.focused_text.replace("\u2029", "\n") == shown_text(text)[62:70]
    place = view._bar(3).center()
    assert view.chunk_at(place) == 3
    assert view.chunk_at(QPointF(place.x() + 200, place.y())) == -1
    assert "Chunk 4" in view.tip(3)


def test_a_very_long_document_is_shown_in_parts(qtbot: Any) -> None:
    view = DocumentText("text")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    line = "The lamp burns colza oil 🗂 and is seen from afar.\n"
    text = line * (3 * MOST_SHOWN // len(line))
    chunks = tuple(DocumentChunk(i, "", at, at + 400) for i, at in enumerate(range(0, len(text) - 400, 200)))
    view.show_document(text, chunks)
    assert view.part_words.startswith("Characters 1 to")
    for position in (len(chunks) - 1, len(chunks) // 2, 0):
        chunk = chunks[position]
        view.mark(position, chunk.start, chunk.end)
        assert view.marked_text.replace("\u2029", "\n") == text[chunk.start : chunk.end]
        assert len(view.toPlainText()) <= MOST_SHOWN
        assert position in view._in_sight()

"""Chunks are exact slices of so many tokens; windows fill them and stay inside."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.core import tokens
from app.core.errors import InvalidInput
from app.knowledge import chunks, prepared
from app.knowledge.chunks import Chunking
from app.knowledge.documents import Block, Document, Unreadable
from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.embedding.windows import WindowRule

PROSE = "".join(
    f"Sentence number {n} tells of the {n % 7}th harbour, its light and its keeper. " for n in range(900)
)
RULE = WindowRule(200, 254)

texts = st.text(alphabet=st.sampled_from("ab e.\n日本👩‍👧é"), max_size=600) | st.text(max_size=200)
chunkings = st.integers(100, 300).flatmap(
    lambda size: st.integers(0, size // 2).map(lambda over: Chunking(size, over))
)


def prepare(text: str, chunking: Chunking, rule: WindowRule = RULE) -> prepared.Prepared:
    return prepared.cut(Document(text, "text", (Block(0, None, 1, None),)), chunking, rule)


def test_the_default_is_800_tokens_with_400_of_overlap() -> None:
    found = prepare(PROSE, Chunking())
    starts = tokens.starts(PROSE)
    assert [(c.start, c.tokens) for c in found.chunks] == [
        (starts[first], min(800, len(starts) - first)) for first in range(0, len(starts) - 400, 400)
    ]
    assert found.chunks[-1].end == len(PROSE)
    assert tokens.count(PROSE[found.chunks[0].start : found.chunks[0].end], "gpt-4") == 800


@settings(max_examples=60, deadline=None)
@given(texts, chunkings, st.integers(1, 6))
@example("0:\U00010000\U00010000", Chunking(100, 1), 1)  # its last tokens all lie in one character
def test_chunks_cover_any_text_and_none_lies_in_another(text: str, chunking: Chunking, times: int) -> None:
    text = (text * times * 20).encode("utf-8", "replace").decode()
    found = prepare(text, chunking)
    assert bool(found.chunks) == bool(text)
    if not text:
        return
    assert found.chunks[0].start == 0
    assert found.chunks[-1].end == len(text)
    for before, after in zip(found.chunks, found.chunks[1:], strict=False):
        assert before.start < after.start <= before.end < after.end or before.end <= after.end
        assert after.start <= before.end
    assert all(1 <= chunk.tokens <= chunking.max_tokens for chunk in found.chunks)
    for chunk in found.chunks:
        windows = found.windows[chunk.first_window : chunk.last_window].tolist()
        assert all(chunk.start <= start < end <= chunk.end for start, end, *_ in windows)
        seen = "".join(text[start:end] for start, end, *_ in windows)
        assert "".join(seen.split()) == "".join(text[chunk.start : chunk.end].split())


def test_overlapping_chunks_share_their_windows() -> None:
    overlapping, plain = prepare(PROSE, Chunking(800, 400)), prepare(PROSE, Chunking(400, 0))
    assert overlapping.windows.tolist() == plain.windows.tolist()
    assert len(overlapping.chunks) == len(plain.chunks) - 1


def test_chunks_that_the_model_sees_whole_are_their_own_windows() -> None:
    found = prepare(PROSE, Chunking(200, 100))
    assert [(c.start, c.end) for c in found.chunks] == [tuple(row[:2]) for row in found.windows.tolist()]


def test_windows_fit_the_models_own_tokens(model: BuiltinEmbedder) -> None:
    from tokenizers import Tokenizer

    found = prepare(PROSE, Chunking(4096, 2048), model.rule)
    tokenizer = Tokenizer.from_file(model.rule.tokenizer or "")
    tokenizer.no_truncation()
    sizes = [len(tokenizer.encode(text, add_special_tokens=False).ids) for text in found.window_texts()]
    assert max(sizes) <= model.rule.limit
    assert sum(sizes) / len(sizes) > 150


def test_windows_end_at_sentences_where_one_is_near() -> None:
    found = prepare(PROSE, Chunking(800, 0))
    chunk_ends = {chunk.end for chunk in found.chunks}
    inner = [PROSE[start:end] for start, end, *_ in found.windows.tolist() if end not in chunk_ends]
    assert len(inner) > 40
    assert all(text.rstrip().endswith(".") for text in inner)


def test_chunks_and_windows_know_their_lines() -> None:
    text = "".join(f"line {n} of the log, with some words to fill it\n" for n in range(1, 501))
    found = prepare(text, Chunking(200, 50))
    for chunk in found.chunks:
        assert chunk.begins.line == text.count("\n", 0, chunk.start) + 1
        assert chunk.ends.line == text.count("\n", 0, chunk.end - 1) + (text[chunk.end - 1] != "\n" or 1)
    for start, _, page, line, heading in found.windows.tolist():
        assert (page, line, heading) == (-1, text.count("\n", 0, start) + 1, -1)


def test_a_text_of_too_many_tokens_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "TOKEN_LIMIT", 1000)
    with pytest.raises(Unreadable, match="at most 1,000"):
        prepare(PROSE, Chunking())


@pytest.mark.parametrize(("size", "overlap"), [(99, 0), (4097, 0), (800, 401), (800, -1)])
def test_settings_outside_the_limits_are_refused(size: int, overlap: int) -> None:
    with pytest.raises(InvalidInput):
        Chunking(size, overlap)


def test_what_was_prepared_survives_its_file(tmp_path) -> None:
    found = prepare(PROSE + "日本", Chunking())
    found.save(tmp_path / "x.npz")
    again = prepared.Prepared.load(tmp_path / "x.npz")
    assert again.text == found.text
    assert again.chunks == found.chunks
    assert (again.windows == found.windows).all()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_starts_of_tokens_are_those_of_the_vocabulary(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    encoding = tokens._encoding("cl100k_base")
    assert encoding is not None
    values = [encoding.decode_single_token_bytes(token) for token in encoding.encode_ordinary(text)]
    expected, position = [], 0
    for value in values:
        expected.append(
            len(text.encode()[:position].decode("utf-8", "ignore")) + _inside(text.encode(), position)
        )
        position += len(value)
    assert tokens.starts(text).tolist() == expected


def _inside(data: bytes, position: int) -> int:
    """1 when a position is in the middle of a character, which then counts as before it."""
    return int(position < len(data) and (data[position] & 0xC0) == 0x80)

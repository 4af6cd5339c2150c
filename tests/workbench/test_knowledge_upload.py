"""What is uploaded: folders with all in them, progress, and what cannot be sent; over the real engine."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import InvalidInput, NotFound
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Chunking, Citation, SearchOptions
from app.workbench.knowledge_upload import Source, expand, opened, pasted
from tests.support.qt_loop import EngineClients


def test_folders_are_taken_with_all_that_is_in_them_but_hidden_files(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "sub/b.md",
        "sub/deep/c.pdf",
        ".git/config",
        "sub/.hidden",
        "~$lock.docx",
        "Thumbs.db",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    if sys.platform != "win32":
        (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = expand([tmp_path, tmp_path / "a.txt"])
    assert [source.name for source in found] == ["a.txt", "b.md", "c.pdf"]
    empty = tmp_path / "nothing"
    empty.mkdir()
    with pytest.raises(InvalidInput, match="no file in “nothing”"):
        expand([empty])


def test_what_cannot_be_sent_is_said_before(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"), opened(Source("x", tmp_path / "gone.txt")):
        pass
    with pytest.raises(InvalidInput, match="is empty"), opened(Source("x", data=b"")):
        pass
    assert pasted("Hallo 🗂", now=0).data.decode() == "Hallo 🗂"


def test_progress_counts_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.bin"
    path.write_bytes(b"x" * 300_000)
    shares: list[float] = []
    with opened(Source("big.bin", path), shares.append) as content:
        while content.read(65_536):
            pass
        content.seek(0)
        assert len(content.read(10)) == 10
    assert shares[0] == pytest.approx(65_536 / 300_000)
    assert max(shares) == 1.0


def test_sizes_of_chunks_are_kept_and_checked() -> None:
    assert Chunking.from_kept(Chunking(False, 400, 200).kept) == Chunking(False, 400, 200)
    assert (
        Chunking.from_kept("auto")
        == Chunking.from_kept("nonsense")
        == Chunking.from_kept("9/9")
        == Chunking()
    )
    assert "at most half" in Chunking(False, 400, 201).problem
    assert "100 to 4,096" in Chunking(False, 99, 0).problem
    assert Chunking().body == {"type": "auto"}


def test_a_store_from_beginning_to_end(engine: Any) -> None:
    async def run() -> None:
        clients = EngineClients(engine)
        knowledge = Knowledge(clients)
        try:
            store = await knowledge.create("Rules", chunking=Chunking(False, 200, 50), expires_days=3)
            assert (store.chunking.tokens, store.expires_days) == (200, 3)
            sent: list[float] = []
            text = "A hotel may cost 140 euros.\n" * 300
            file = await knowledge.upload(
                store.id,
                Source("rules ü 🗂.md", data=text.encode()),
                chunking=store.chunking,
                attributes={"year": 2026, "team": "sales", "open": True},
                progress=sent.append,
            )
            assert sent[-1] == 1.0
            assert file.filename == "rules ü 🗂.md"
            while file.state == "in_progress":
                await asyncio.sleep(0.05)
                file = await knowledge.file(store.id, file.id)
            assert file.state == "completed"
            assert file.attributes == {"year": 2026, "team": "sales", "open": True}
            page = await knowledge.files(store.id)
            assert [(f.filename, f.size) for f in page.files] == [(file.filename, len(text.encode()))]
            document = await knowledge.document(store.id, file.id)
            assert document.text == text
            assert len(document.chunks) > 3
            assert all(document.text[c.start : c.end] == c.text for c in document.chunks)
            found = await knowledge.search(store.id, "price of a hotel", SearchOptions(most=2))
            assert [hit.rank for hit in found.hits] == [1, 2]
            assert found.dropped
            assert all(hit.dropped for hit in found.dropped)
            assert document.text[found.hits[0].start : found.hits[0].end] == found.hits[0].text
            options = SearchOptions(filters={"type": "eq", "key": "team", "value": "support"})
            assert not (await knowledge.search(store.id, "hotel", options)).hits
            where = await knowledge.locate(Citation("", file.id))
            assert where.store_id == store.id
            updated = await knowledge.update(store, name="Renamed", expires_days=None)
            assert (updated.name, updated.expires_days, updated.chunking.tokens) == ("Renamed", None, 200)
            await knowledge.remove(store.id, file.id)
            await knowledge.remove(store.id, file.id)
            with pytest.raises(NotFound, match="in no store any more"):
                await knowledge.locate(Citation("", file.id, filename="rules"))
            assert await knowledge.content(file.id) == text.encode(), "the original file is kept"
            await knowledge.delete(store.id)
            await knowledge.delete(store.id)
            models = await knowledge.embedding_models()
            assert models
            assert models[0].id
        finally:
            await clients.close()

    asyncio.run(run())

"""Files of vector stores over HTTP: states, bad files, attributes, batches, and the engine's own views of them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import openai
import pytest

from tests.engine.knowledge.support import MANUAL, bag_of_words, get, post, store_of
from tests.knowledge import samples
from tests.support.scripted_upstream import ScriptedUpstream


def test_upload_and_poll_one_file(client: Any) -> None:
    store = client.vector_stores.create()
    file = client.vector_stores.files.upload_and_poll(
        vector_store_id=store.id,
        file=("manual.md", MANUAL.encode()),
        attributes={"lang": "en", "year": 2026, "old": False, "weight": 1.5},
    )
    assert (file.status, file.last_error) == ("completed", None)
    assert file.attributes == {"lang": "en", "year": 2026, "old": False, "weight": 1.5}
    assert (file.progress, file.filename, file.stage) == (1.0, "manual.md", "completed")
    page = client.vector_stores.files.content(file.id, vector_store_id=store.id)
    assert (page.object, page.data[0].text) == ("vector_store.file_content.page", MANUAL)
    changed = client.vector_stores.files.update(file.id, vector_store_id=store.id, attributes={"lang": "de"})
    assert changed.attributes == {"lang": "de"}
    gone = client.vector_stores.files.delete(file.id, vector_store_id=store.id)
    assert (gone.deleted, gone.object) == (True, "vector_store.file.deleted")
    with pytest.raises(openai.NotFoundError):
        client.vector_stores.files.retrieve(file.id, vector_store_id=store.id)
    assert client.files.retrieve(file.id).filename == "manual.md"


def test_every_kind_of_file_and_every_bad_one(client: Any, tmp_path: Path) -> None:
    """All types are told by their content; bad ones end in failed, in words."""
    good = {
        "a.pdf": samples.pdf(tmp_path / "a.pdf", ["The first page.", "The second page."]).read_bytes(),
        "misnamed.txt": samples.docx(tmp_path / "b.docx").read_bytes(),
        "c.pptx": samples.pptx(tmp_path / "c.pptx").read_bytes(),
        "d.xlsx": samples.xlsx(tmp_path / "d.xlsx").read_bytes(),
        "e.csv": b"name,age\nAda,36\n",
        "f.html": b"<html><body><h1>Title</h1><p>A paragraph.</p></body></html>",
        "g.json": b'{"answer": 42}',
        "h.py": b"def answer():\n    return 42\n",
        "i.txt": "Grüße aus Köln".encode("cp1252"),
        "j.txt": "Grüße".encode("utf-16"),
    }
    bad = {
        "empty.txt": (b"", "empty"),
        "broken.pdf": (b"%PDF-1.7 nothing more", "damaged"),
        "scanned.pdf": (samples.scanned_pdf(tmp_path / "s.pdf").read_bytes(), "no text"),
        "bomb.docx": (samples.many_parts_docx(tmp_path / "z.docx").read_bytes(), "parts"),
        "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, ""),
    }
    store, ids = store_of(client, {**good, **{name: content for name, (content, _) in bad.items()}})
    assert store.file_counts.to_dict() == {
        "completed": len(good), "failed": len(bad), "total": len(good) + len(bad), "in_progress": 0, "cancelled": 0,
    }  # fmt: skip
    files = {file.id: file for file in client.vector_stores.files.list(store.id, limit=100)}
    for name, (_, words) in bad.items():
        error = files[ids[name]].last_error
        assert error.code in {"invalid_file", "unsupported_file"}, name
        assert len(error.message) > 10
        assert error.message.endswith((".", "?"))
        assert words in error.message, (name, error.message)
    for name in good:
        text = get(client, f"/vector_stores/{store.id}/files/{ids[name]}/text")["text"]
        chunks = get(client, f"/vector_stores/{store.id}/files/{ids[name]}/chunks")["data"]
        assert chunks, name
        for chunk in chunks:
            assert chunk["text"] == text[chunk["start"] : chunk["end"]]
    pages = get(client, f"/vector_stores/{store.id}/files/{ids['a.pdf']}/text")
    assert [page["number"] for page in pages["pages"]] == [1, 2]
    parts = [pages["text"][page["start"] : page["end"]] for page in pages["pages"]]
    assert ["first" in parts[0], "second" in parts[1], "".join(parts)] == [True, True, pages["text"]]
    failed = client.vector_stores.files.list(store.id, filter="failed")
    assert {file.id for file in failed} == {ids[name] for name in bad}
    with pytest.raises(openai.BadRequestError, match="Supported values"):
        client.vector_stores.files.list(store.id, filter="lost")
    assert client.vector_stores.files.content(ids["empty.txt"], vector_store_id=store.id).data == []


def test_files_are_listed_page_by_page_even_over_removed_ones(client: Any) -> None:
    store, ids = store_of(client, {f"{i}.txt": f"text {i}" for i in range(7)})
    wanted = list(ids.values())
    assert [file.id for file in client.vector_stores.files.list(store.id, limit=3, order="asc")] == wanted
    assert [file.id for file in client.vector_stores.files.list(store.id, limit=2)] == wanted[::-1]
    page = client.vector_stores.files.list(store.id, limit=2, order="asc", before=wanted[4])
    assert [file.id for file in page.data] == wanted[2:4]
    assert page.has_more
    seen = []
    for file in client.vector_stores.files.list(store.id, limit=2, order="asc"):
        seen.append(file.id)
        client.vector_stores.files.delete(file.id, vector_store_id=store.id)
    assert seen == wanted
    with pytest.raises(openai.BadRequestError) as caught:
        client.vector_stores.files.list(store.id, after="file-never")
    assert caught.value.param == "after"


def test_a_batch_with_settings_for_each_file(client: Any) -> None:
    store, ids = store_of(client, {})
    names = {n: client.files.create(file=(n, b"some words"), purpose="assistants").id for n in ("a", "b")}
    batch = client.vector_stores.file_batches.create(
        store.id,
        files=[
            {"file_id": names["a"], "attributes": {"n": 1}},
            {
                "file_id": names["b"],
                "chunking_strategy": {
                    "type": "static",
                    "static": {"max_chunk_size_tokens": 200, "chunk_overlap_tokens": 0},
                },
            },
        ],
    )
    assert batch.id.startswith("vsfb_")
    assert batch.file_counts.total == 2
    done = client.vector_stores.file_batches.poll(batch.id, vector_store_id=store.id)
    assert (done.status, done.file_counts.completed) == ("completed", 2)
    first, second = client.vector_stores.file_batches.list_files(
        batch.id, vector_store_id=store.id, order="asc"
    )
    assert (first.attributes, second.attributes) == ({"n": 1}, {})
    assert second.chunking_strategy.static.max_chunk_size_tokens == 200
    assert ids == {}
    again = client.vector_stores.file_batches.create_and_poll(
        store.id, file_ids=list(names.values()), attributes={"all": True}
    )
    assert again.file_counts.completed == 2
    assert client.vector_stores.files.retrieve(names["b"], vector_store_id=store.id).attributes == {
        "all": True
    }
    with pytest.raises(openai.BadRequestError, match="Cannot cancel file batch with status 'completed'"):
        client.vector_stores.file_batches.cancel(batch.id, vector_store_id=store.id)
    helped = client.vector_stores.file_batches.upload_and_poll(
        store.id, files=[("c.txt", b"third")], file_ids=[names["a"]]
    )
    assert helped.file_counts.completed == 2


def test_progress_cancel_and_retry(client: Any, upstream: ScriptedUpstream) -> None:
    """A slow embedding service: the file is in progress, is cancelled, and read in when asked again."""
    slow = [True]

    def embed(texts: list[str]) -> Any:
        if slow[0] and texts != ["test"]:
            time.sleep(0.3)
        return bag_of_words(texts)

    upstream.embed = embed
    upstream.models = ["scripted-1", "text-embedding-played"]
    store = client.vector_stores.create(extra_body={"embedding_model": "text-embedding-played"})
    text = "\n\n".join(f"Paragraph {i} tells of thing {i}. " * 40 for i in range(150))
    file = client.files.create(file=("long.txt", text.encode()), purpose="assistants")
    batch = client.vector_stores.file_batches.create(store.id, file_ids=[file.id])
    assert batch.status == "in_progress"
    assert client.vector_stores.retrieve(store.id).status == "in_progress"
    deadline = time.monotonic() + 20
    while (
        not 0 < (shown := client.vector_stores.files.retrieve(file.id, vector_store_id=store.id)).progress < 1
    ):
        assert time.monotonic() < deadline, shown
        time.sleep(0.02)
    assert (shown.status, shown.stage) == ("in_progress", "embedding")
    cancelled = client.vector_stores.file_batches.cancel(batch.id, vector_store_id=store.id)
    assert (cancelled.status, cancelled.file_counts.cancelled) == ("cancelled", 1)
    assert client.vector_stores.files.retrieve(file.id, vector_store_id=store.id).status == "cancelled"
    assert client.vector_stores.search(store.id, query="thing").data == []
    slow[0] = False
    again = post(client, f"/vector_stores/{store.id}/files/{file.id}/retry")
    assert again["status"] == "in_progress"
    assert client.vector_stores.files.poll(file.id, vector_store_id=store.id).status == "completed"
    assert client.vector_stores.search(store.id, query="thing").data

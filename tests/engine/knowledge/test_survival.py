"""Vector stores under a killed engine, under work from several sides, and with several embedding models."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest

from tests.engine.knowledge.support import bag_of_words, post, store_of
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import Error, ScriptedUpstream


@pytest.fixture
def service() -> Iterator[ScriptedUpstream]:
    """A service that embeds, at a pace that ``pause`` sets."""
    with ScriptedUpstream(models=["embedding-32", "embedding-8"]) as made:
        yield made


def test_files_survive_a_kill_and_are_read_in_by_the_next_engine(
    tmp_path: Path, service: ScriptedUpstream
) -> None:
    begun = threading.Event()
    hold = threading.Event()

    def embed(texts: list[str]) -> Any:
        if texts != ["test"]:
            begun.set()
            hold.wait(20)
        return bag_of_words(texts)

    service.embed = embed
    with EngineProcess(tmp_path / "data", upstream=service.base_url) as engine:
        client = engine.client()
        store = client.vector_stores.create(extra_body={"embedding_model": "embedding-32"})
        done = client.vector_stores.create()
        client.vector_stores.files.upload_and_poll(vector_store_id=done.id, file=("d.txt", b"safe already"))
        ids = [
            client.files.create(
                file=(f"{i}.txt", f"word{i} and more about topic {i}".encode()), purpose="assistants"
            ).id
            for i in range(6)
        ]
        batch = client.vector_stores.file_batches.create(store.id, file_ids=ids, attributes={"a": 1})
        assert begun.wait(20)
        engine.kill()
    hold.set()
    with EngineProcess(tmp_path / "data", upstream=service.base_url) as engine:
        client = engine.client()
        finished = client.vector_stores.file_batches.poll(batch.id, vector_store_id=store.id)
        assert finished.file_counts.to_dict() == {
            "completed": 6, "total": 6, "in_progress": 0, "failed": 0, "cancelled": 0,
        }  # fmt: skip
        for number, name in enumerate(ids):
            assert client.vector_stores.search(store.id, query=f"word{number}").data[0].file_id == name
        assert client.vector_stores.search(done.id, query="safe").data[0].filename == "d.txt"
        found = client.vector_stores.files.retrieve(ids[0], vector_store_id=store.id)
        assert found.attributes == {"a": 1}


def test_the_next_engine_goes_on_by_itself(tmp_path: Path, service: ScriptedUpstream) -> None:
    """Nobody has to ask: what was unfinished is taken up soon after the start."""
    hold = threading.Event()

    def embed(texts: list[str]) -> Any:
        if texts != ["test"]:
            hold.wait(20)
        return bag_of_words(texts)

    service.embed = embed
    with EngineProcess(tmp_path / "data", upstream=service.base_url) as engine:
        client = engine.client()
        store = client.vector_stores.create(extra_body={"embedding_model": "embedding-32"})
        file = client.files.create(file=("a.txt", b"amber"), purpose="assistants")
        client.vector_stores.files.create(store.id, file_id=file.id)
        engine.kill()
    before = len([r for r in service.requests if r.path.endswith("/embeddings")])
    hold.set()
    with EngineProcess(tmp_path / "data", upstream=service.base_url) as engine:
        deadline = time.monotonic() + 20
        while len([r for r in service.requests if r.path.endswith("/embeddings")]) == before:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        client = engine.client()
        assert client.vector_stores.files.poll(file.id, vector_store_id=store.id).status == "completed"


def test_reading_in_and_searching_at_once(client: Any) -> None:
    """Searches from two sides while files come in: each answer is whole, and sees at least what was there before."""
    store, ids = store_of(client, {f"old{i}.txt": f"old story number {i}" for i in range(3)})
    names = [
        client.files.create(file=(f"new{i}.txt", f"new story number {i}".encode()), purpose="assistants").id
        for i in range(25)
    ]
    problems: list[str] = []
    stop = threading.Event()
    rounds = [0]

    def search() -> None:
        most = 0
        while not stop.is_set():
            page = client.vector_stores.search(store.id, query="old story", max_num_results=50)
            found = {hit.file_id for hit in page.data}
            if not set(ids.values()) <= found or len(found) < most:
                problems.append(f"{len(found)} after {most}")
            most = len(found)
            rounds[0] += 1

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    batches = [
        client.vector_stores.file_batches.create(store.id, file_ids=names[at : at + 5])
        for at in range(0, 25, 5)
    ]
    for batch in batches:
        done = client.vector_stores.file_batches.poll(batch.id, vector_store_id=store.id)
        assert done.file_counts.completed == 5
    stop.set()
    for thread in threads:
        thread.join(20)
    assert not problems
    assert rounds[0] > 4
    page = client.vector_stores.search(store.id, query="story", max_num_results=50)
    assert len({hit.file_id for hit in page.data}) == 28


def test_two_stores_with_different_models(client: Any, upstream: ScriptedUpstream) -> None:
    """Each store is searched with the model that it was made with; one search over both ranks both."""
    asked: list[tuple[int, list[str]]] = []

    def embed(texts: list[str]) -> Any:
        asked.append((32, texts))
        return bag_of_words(texts)

    upstream.embed = embed
    upstream.models = ["scripted-1", "embedding-32"]
    served = client.vector_stores.create(extra_body={"embedding_model": "embedding-32"})
    assert served.embedding_model == "embedding-32"
    builtin = client.vector_stores.create()
    texts = {"cat.txt": b"The kitten purrs.", "tax.txt": b"The tax return is due in July."}
    for store in (served, builtin):
        batch = client.vector_stores.file_batches.upload_and_poll(store.id, files=list(texts.items()))
        assert batch.file_counts.completed == 2
    assert client.vector_stores.search(served.id, query="kitten purrs.").data[0].filename == "cat.txt"
    assert any(texts == ["kitten purrs."] for _, texts in asked)
    asked.clear()
    assert client.vector_stores.search(builtin.id, query="young cat").data[0].filename == "cat.txt"
    assert asked == []
    both = post(
        client,
        "/file_search",
        {"vector_store_ids": [served.id, builtin.id], "queries": ["tax return"], "max_num_results": 2},
    )
    assert {item["vector_store_id"] for item in both["results"]} == {served.id, builtin.id}
    assert {item["filename"] for item in both["results"]} == {"tax.txt"}

    def away(_: list[str]) -> Any:
        return Error(401, "Incorrect API key provided")

    upstream.embed = away
    page = post(client, f"/vector_stores/{served.id}/search", {"query": "return July", "explain": True})
    assert page["data"][0]["filename"] == "tax.txt"
    assert "by words alone" in page["notes"][0]
    file = client.vector_stores.files.upload_and_poll(
        vector_store_id=served.id, file=("new.txt", b"Something that was never embedded.")
    )
    assert (file.status, file.last_error.code) == ("failed", "server_error")
    assert "key" in file.last_error.message
    with pytest.raises(openai.BadRequestError) as caught:
        client.vector_stores.create(extra_body={"embedding_model": "embedding-32"})
    assert caught.value.param == "embedding_model"

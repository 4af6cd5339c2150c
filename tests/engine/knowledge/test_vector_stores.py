"""Vector stores over HTTP: their life, lists, limits and expiry."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

import openai
import pytest

from tests.engine.knowledge.support import MANUAL, get, store_of


def test_a_store_from_its_making_to_its_end(client: Any) -> None:
    file = client.files.create(file=("manual.md", MANUAL.encode()), purpose="assistants")
    store = client.vector_stores.create(
        name="Manuals",
        description="What comes with machines",
        file_ids=[file.id],
        metadata={"team": "works"},
        expires_after={"anchor": "last_active_at", "days": 3},
        chunking_strategy={
            "type": "static",
            "static": {"max_chunk_size_tokens": 100, "chunk_overlap_tokens": 50},
        },
    )
    assert store.id.startswith("vs_")
    assert store.expires_at == store.last_active_at + 3 * 86_400
    done = client.vector_stores.files.poll(file.id, vector_store_id=store.id)
    assert done.status == "completed"
    assert done.chunking_strategy.static.max_chunk_size_tokens == 100
    store = client.vector_stores.retrieve(store.id)
    assert store.status == "completed"
    assert store.file_counts.to_dict() == {
        "completed": 1, "total": 1, "in_progress": 0, "failed": 0, "cancelled": 0,
    }  # fmt: skip
    assert store.usage_bytes == done.usage_bytes > 0

    store = client.vector_stores.update(store.id, name="Books", metadata={"a": "b"}, expires_after=None)
    assert (store.name, store.metadata, store.expires_after, store.expires_at) == (
        "Books", {"a": "b"}, None, None,
    )  # fmt: skip
    assistant = client.beta.assistants.create(
        model="m", tool_resources={"file_search": {"vector_store_ids": [store.id]}}
    )
    assert client.vector_stores.delete(store.id).deleted
    with pytest.raises(openai.NotFoundError, match="No vector store found"):
        client.vector_stores.retrieve(store.id)
    with pytest.raises(openai.NotFoundError):
        client.vector_stores.search(store.id, query="oil")
    left = client.beta.assistants.retrieve(assistant.id)
    assert left.tool_resources.file_search.vector_store_ids == []
    assert client.files.retrieve(file.id).id == file.id


def test_lists_go_page_by_page_even_over_deleted_stores(client: Any) -> None:
    made = [client.vector_stores.create(name=f"list {i}").id for i in range(5)]
    seen = []
    for store in client.vector_stores.list(limit=2, order="asc", after=made[0]):
        seen.append(store.id)
        client.vector_stores.delete(store.id)
        if store.id == made[-1]:
            break
    assert seen == made[1:]
    assert client.vector_stores.list(limit=1).data[0].id == made[0]
    with pytest.raises(openai.BadRequestError) as caught:
        client.vector_stores.list(after="vs_never")
    assert caught.value.param == "after"


def test_a_deleted_file_leaves_every_store(client: Any) -> None:
    one, ids = store_of(client, {"a.txt": "apples are red", "b.txt": "pears are green"})
    two = client.vector_stores.create()
    client.vector_stores.files.create_and_poll(ids["a.txt"], vector_store_id=two.id)
    client.files.delete(ids["a.txt"])
    assert [file.id for file in client.vector_stores.files.list(one.id)] == [ids["b.txt"]]
    assert client.vector_stores.retrieve(two.id).file_counts.total == 0
    assert [hit.filename for hit in client.vector_stores.search(one.id, query="apples red")] == ["b.txt"]


def test_an_expired_store_refuses_in_words(client: Any, engine: Any) -> None:
    store, ids = store_of(client, {"a.txt": "apples"}, expires_after={"anchor": "last_active_at", "days": 1})
    database = sqlite3.connect(engine.data_dir / "engine.db", timeout=30)
    with database:
        database.execute(
            "UPDATE vector_stores SET last_active_at = ?, expires_at = ? WHERE id = ?",
            (int(time.time()) - 90_000, int(time.time()) - 10, store.id),
        )
    database.close()
    shown = client.vector_stores.retrieve(store.id)
    assert (shown.status, shown.file_counts.total, shown.usage_bytes) == ("expired", 0, 0)
    for refused in (
        lambda: client.vector_stores.search(store.id, query="apples"),
        lambda: client.vector_stores.files.create(store.id, file_id=ids["a.txt"]),
        lambda: client.vector_stores.file_batches.create(store.id, file_ids=[ids["a.txt"]]),
        lambda: client.vector_stores.update(store.id, name="x"),
    ):
        with pytest.raises(openai.BadRequestError, match="is expired") as caught:
            refused()
        assert caught.value.code == "vector_store_expired"
    assert client.vector_stores.delete(store.id).deleted


def test_being_used_prolongs_a_store(client: Any, engine: Any) -> None:
    store, _ = store_of(client, {"a.txt": "apples"}, expires_after={"anchor": "last_active_at", "days": 1})
    past = int(time.time()) - 5_000
    database = sqlite3.connect(engine.data_dir / "engine.db", timeout=30)
    with database:
        database.execute(
            "UPDATE vector_stores SET last_active_at = ?, expires_at = ? WHERE id = ?",
            (past, past + 86_400, store.id),
        )
    database.close()
    client.vector_stores.search(store.id, query="apples")
    deadline = time.monotonic() + 10
    while client.vector_stores.retrieve(store.id).last_active_at == past:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    shown = client.vector_stores.retrieve(store.id)
    assert shown.expires_at == shown.last_active_at + 86_400


STATIC = {"type": "static", "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400}}


def static(size: int, overlap: int) -> dict[str, Any]:
    return {
        "type": "static",
        "static": {"max_chunk_size_tokens": size, "chunk_overlap_tokens": overlap},
    }


@pytest.mark.parametrize(
    ("path", "body", "param", "code"),
    [
        ("", {"expires_after": {"anchor": "created_at", "days": 1}}, "expires_after.anchor", "invalid_value"),
        ("", {"expires_after": {"anchor": "last_active_at", "days": 0}}, "expires_after.days",
         "integer_below_min_value"),
        ("", {"expires_after": {"anchor": "last_active_at", "days": 366}}, "expires_after.days",
         "integer_above_max_value"),
        ("", {"file_ids": "file-1"}, "file_ids", "invalid_type"),
        ("", {"file_ids": ["vs_1"]}, "file_ids[0]", "invalid_value"),
        ("", {"file_ids": ["file-1"] * 501}, "file_ids", "array_above_max_length"),
        ("", {"metadata": {"k": "v" * 513}}, "metadata.k", "string_above_max_length"),
        ("", {"colour": "red"}, "colour", "unknown_parameter"),
        ("", {"chunking_strategy": static(99, 0)},
         "chunking_strategy.static.max_chunk_size_tokens", "integer_below_min_value"),
        ("", {"chunking_strategy": static(4097, 0)},
         "chunking_strategy.static.max_chunk_size_tokens", "integer_above_max_value"),
        ("", {"chunking_strategy": static(800, 401)},
         "chunking_strategy.static.chunk_overlap_tokens", "invalid_value"),
        ("", {"chunking_strategy": {"type": "other"}}, "chunking_strategy.type", "invalid_value"),
        ("/{id}/files", {}, "file_id", "missing_required_parameter"),
        ("/{id}/files", {"file_id": "file-1", "attributes": {f"k{i}": 1 for i in range(17)}}, "attributes",
         "object_above_max_properties"),
        ("/{id}/files", {"file_id": "file-1", "attributes": {"k" * 65: 1}}, "attributes",
         "property_name_above_max_length"),
        ("/{id}/files", {"file_id": "file-1", "attributes": {"k": "v" * 513}}, "attributes.k",
         "string_above_max_length"),
        ("/{id}/files", {"file_id": "file-1", "attributes": {"k": [1]}}, "attributes.k", "invalid_type"),
        ("/{id}/file_batches", {}, "file_ids", "missing_required_parameter"),
        ("/{id}/file_batches", {"file_ids": []}, "file_ids", "empty_array"),
        ("/{id}/file_batches", {"file_ids": ["file-1"] * 2001}, "file_ids", "array_above_max_length"),
        ("/{id}/file_batches", {"file_ids": ["file-1"], "files": [{"file_id": "file-1"}]}, "files",
         "mutually_exclusive_parameters"),
        ("/{id}/file_batches", {"files": [{"attributes": {}}]}, "files[0].file_id", "missing_required_parameter"),
        ("/{id}/search", {}, "query", "missing_required_parameter"),
        ("/{id}/search", {"query": ""}, "query", "empty_string"),
        ("/{id}/search", {"query": []}, "query", "empty_array"),
        ("/{id}/search", {"query": 5}, "query", "invalid_type"),
        ("/{id}/search", {"query": "a", "max_num_results": 0}, "max_num_results", "integer_below_min_value"),
        ("/{id}/search", {"query": "a", "max_num_results": 51}, "max_num_results", "integer_above_max_value"),
        ("/{id}/search", {"query": "a", "ranking_options": {"ranker": "best"}}, "ranking_options.ranker",
         "invalid_value"),
        ("/{id}/search", {"query": "a", "ranking_options": {"score_threshold": 1.5}},
         "ranking_options.score_threshold", "decimal_above_max_value"),
        ("/{id}/search", {"query": "a", "filters": {"type": "like", "key": "k", "value": "v"}}, "filters.type",
         "invalid_value"),
        ("/{id}/search", {"query": "a", "filters": {"type": "and", "filters": [{"type": "eq", "key": "k"}]}},
         "filters.filters[0].value", "invalid_value"),
        ("/{id}/search", {"query": "a", "ranking_options": {"hybrid_search": {"embedding_weight": 0, "text_weight": 0}}},
         "ranking_options.hybrid_search", "invalid_value"),
    ],
)  # fmt: skip
def test_limits_are_told_with_the_parameter(
    client: Any, engine: Any, path: str, body: Any, param: str, code: str
) -> None:
    store = "vs_none" if "search" not in path else client.vector_stores.create().id
    with engine.http() as http:
        answer = http.post(f"/v1/vector_stores{path.format(id=store)}", json=body)
    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert (error["param"], error["code"]) == (param, code), error
    assert error["type"] == "invalid_request_error"


def test_missing_things_are_404(client: Any) -> None:
    store = client.vector_stores.create()
    for missing in (
        lambda: client.vector_stores.create(file_ids=["file-none"]),
        lambda: client.vector_stores.files.create(store.id, file_id="file-none"),
        lambda: client.vector_stores.files.retrieve("file-none", vector_store_id=store.id),
        lambda: client.vector_stores.files.delete("file-none", vector_store_id=store.id),
        lambda: client.vector_stores.files.update("file-none", vector_store_id=store.id, attributes={}),
        lambda: client.vector_stores.file_batches.retrieve("vsfb_none", vector_store_id=store.id),
        lambda: client.vector_stores.file_batches.create(store.id, file_ids=["file-none"]),
        lambda: client.vector_stores.delete("vs_none"),
    ):
        with pytest.raises(openai.NotFoundError):
            missing()
    with pytest.raises(openai.BadRequestError, match="begins with 'vs'"):
        client.vector_stores.retrieve("store_1")


def test_the_models_to_choose_from(client: Any) -> None:
    (first, *_) = get(client, "/embedding_models")["data"]
    assert (first["default"], first["local"], first["dimension"]) == (True, True, 384)
    assert client.vector_stores.create().embedding_model == first["id"]

"""Search over HTTP: filters against an oracle, ranking, several queries, explanations, verbatim texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.knowledge.support import MANUAL, get, post, store_of
from tests.knowledge.samples import pdf

VALUES: list[Any] = ["a", "b", "ä", "10", "", 0, 1, 2.5, -3, 10, True, False]
KEYS = ["k", "l"]
FILES: list[dict[str, Any]] = [
    *({"k": value} for value in VALUES),
    *({"l": value, "k": VALUES[-index - 1]} for index, value in enumerate(VALUES)),
    {},
    {"l": "a"},
]


@pytest.fixture(scope="module")
def filtered(client: Any) -> Any:
    """A store whose files differ in their attributes alone; their ids."""
    store = client.vector_stores.create()
    ids = [
        client.files.create(file=(f"{index}.txt", f"same words {index}".encode()), purpose="assistants").id
        for index in range(len(FILES))
    ]
    client.vector_stores.file_batches.create_and_poll(
        store.id,
        files=[{"file_id": name, "attributes": FILES[index]} for index, name in enumerate(ids)],
    )
    return store.id, ids


def passes(attributes: Mapping[str, Any], condition: Any) -> bool:
    """What the filter means, in plain Python."""
    kind = condition["type"]
    if kind in {"and", "or"}:
        inner = [passes(attributes, part) for part in condition["filters"]]
        return all(inner) if kind == "and" else any(inner)
    key, value = condition["key"], condition["value"]
    if kind in {"in", "nin"}:
        found = key in attributes and any(same(attributes[key], item) for item in value)
        return found == (kind == "in")
    if kind in {"eq", "ne"}:
        return (key in attributes and same(attributes[key], value)) == (kind == "eq")
    if key not in attributes:
        return False
    own = attributes[key]
    if isinstance(own, bool) or isinstance(value, bool) or isinstance(own, str) != isinstance(value, str):
        return False
    return {"gt": own > value, "gte": own >= value, "lt": own < value, "lte": own <= value}[kind]


def same(one: Any, other: Any) -> bool:
    return type_of(one) == type_of(other) and one == other


def type_of(value: Any) -> str:
    return "bool" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"


one = st.sampled_from(VALUES)
leaves = st.one_of(
    st.builds(
        lambda t, k, v: {"type": t, "key": k, "value": v},
        st.sampled_from(["eq", "ne", "gt", "gte", "lt", "lte"]),
        st.sampled_from([*KEYS, "none"]),
        one,
    ),
    st.builds(
        lambda t, k, v: {"type": t, "key": k, "value": v},
        st.sampled_from(["in", "nin"]),
        st.sampled_from(KEYS),
        st.lists(one, max_size=4),
    ),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda t, f: {"type": t, "filters": f}, st.sampled_from(["and", "or"]), st.lists(inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=conditions)
def test_filters_mean_what_an_oracle_says(client: Any, filtered: Any, condition: Any) -> None:
    store, ids = filtered
    found = client.vector_stores.search(store, query="same words", filters=condition, max_num_results=50)
    assert {hit.file_id for hit in found.data} == {
        ids[index] for index, attributes in enumerate(FILES) if passes(attributes, condition)
    }


@pytest.fixture(scope="module")
def manuals(client: Any) -> Any:
    texts = {
        "pumps.md": MANUAL,
        "cats.txt": "Cats sleep for most of the day. A kitten purrs when it is content.",
        "tax.txt": "The tax return is due on the last day of July. Late filing costs a fee.",
    }
    store, ids = store_of(client, texts)
    return store.id, ids, texts


def test_the_right_file_comes_first_and_texts_are_verbatim(client: Any, manuals: Any) -> None:
    store, ids, texts = manuals
    for query, name in (
        ("when must I file taxes?", "tax.txt"),
        ("young cat", "cats.txt"),
        ("P-7", "pumps.md"),
    ):
        page = client.vector_stores.search(store, query=query)
        assert (page.object, page.search_query, page.has_more) == (
            "vector_store.search_results.page", [query], False,
        )  # fmt: skip
        assert page.data[0].file_id == ids[name]
        scores = [hit.score for hit in page.data]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        for hit in page.data:
            assert hit.content[0].text in texts[hit.filename]


def test_ranking_options_count(client: Any, manuals: Any) -> None:
    store, ids, _ = manuals
    every = client.vector_stores.search(store, query="kitten").data
    best = every[0].score
    few = client.vector_stores.search(
        store, query="kitten", ranking_options={"score_threshold": best - 1e-6, "ranker": "none"}
    ).data
    assert [hit.file_id for hit in few] == [ids["cats.txt"]]
    assert len(client.vector_stores.search(store, query="kitten", max_num_results=1).data) == 1

    def weighted(embedding: float, text: float) -> Any:
        hybrid = {"embedding_weight": embedding, "text_weight": text}
        body = {"query": "feline", "ranking_options": {"hybrid_search": hybrid}, "explain": True}
        return post(client, f"/vector_stores/{store}/search", body)

    assert weighted(0, 1)["data"] == []
    assert weighted(1, 0)["data"][0]["filename"] == "cats.txt"


def test_several_queries_and_a_rewritten_one(client: Any, manuals: Any) -> None:
    store, _, _ = manuals
    page = client.vector_stores.search(store, query=["kitten purrs", "tax return due"], max_num_results=2)
    assert {hit.filename for hit in page.data} == {"cats.txt", "tax.txt"}
    page = client.vector_stores.search(
        store, query="Hello, could you please tell me when the tax return is due?", rewrite_query=True
    )
    assert page.search_query == ["when the tax return is due"]
    assert page.data[0].filename == "tax.txt"


def test_an_explained_search_tells_everything(client: Any, manuals: Any) -> None:
    store, ids, texts = manuals
    body = {"query": "change the oil", "explain": True, "max_num_results": 1}
    page = post(client, f"/vector_stores/{store}/search", body)
    (hit,) = page["data"]
    told = hit["explain"]
    text = get(client, f"/vector_stores/{store}/files/{hit['file_id']}/text")["text"]
    assert hit["content"][0]["text"] == text[told["start"] : told["end"]]
    assert (told["rank"], told["heading"], told["dropped"]) == (1, "Pumps", None)
    assert 0 < told["keyword_score"] <= 1
    assert 0 < told["vector_score"] <= 1
    assert told["fused"] == pytest.approx(hit["score"], abs=1e-5)
    assert page["timings_ms"]["total"] > 0
    assert {item["file_id"] for item in page["candidates"]} <= {*ids.values()}
    assert all("better results" in item["explain"]["dropped"] for item in page["candidates"])
    assert texts["pumps.md"] == text


def test_the_page_is_where_the_answer_stands_not_where_its_chunk_begins(client: Any, tmp_path: Path) -> None:
    pages = [
        "The harbour is open all year round. Ships moor at the northern pier.",
        "The lighthouse was painted white. It is visited on Sundays.",
        "Bread is baked on board. The cook counts the barrels. The anchor weighs nine tons and was forged in Verlan.",
    ]
    lines = "\n".join([*(f"Barrel {n} holds salt." for n in range(1, 30)), "The compass points to Verlan."])
    store, _ = store_of(
        client,
        {"ship.pdf": pdf(tmp_path / "ship.pdf", pages).read_bytes(), "log.txt": lines},
    )

    def found(query: str, **options: Any) -> Any:
        body = {"query": query, "explain": True, "max_num_results": 1, **options}
        (hit,) = post(client, f"/vector_stores/{store.id}/search", body)["data"]
        text = get(client, f"/vector_stores/{store.id}/files/{hit['file_id']}/text")["text"]
        told = hit["explain"]
        return told, text[told["focus"]["start"] : told["focus"]["end"]]

    words = {"hybrid_search": {"embedding_weight": 0, "text_weight": 1}}
    for options in ({}, {"ranking_options": words}):
        told, sentence = found("how heavy is the anchor, in tons?", **options)
        assert (told["first_page"], told["page"], told["last_page"]) == (1, 3, 3)
        assert sentence.startswith("The anchor weighs nine tons")
        told, sentence = found("where does the compass point?", **options)
        assert (told["first_line"], told["line"], told["page"]) == (1, 30, None)
        assert sentence == "The compass points to Verlan."
    answer = post(
        client, "/file_search", {"vector_store_ids": [store.id], "queries": ["how heavy is the anchor?"]}
    )
    assert next(item["page"] for item in answer["results"] if item["filename"] == "ship.pdf") == 3
    assert "【1†ship.pdf】 (page 3)" in answer["output"]


def test_file_search_for_other_tool_loops(client: Any, manuals: Any) -> None:
    store, ids, texts = manuals
    offered = get(client, "/file_search")
    assert offered["definition"]["name"] == "file_search"
    assert "queries" in offered["definition"]["parameters"]["properties"]
    assert "【1†" in offered["prompt"]
    found = post(
        client,
        "/file_search",
        {"vector_store_ids": [store], "queries": ["oil of P-7", "kitten"], "max_num_results": 2, "first": 4},
    )
    assert [item["number"] for item in found["results"]] == [4, 5]
    for item in found["results"]:
        assert item["marker"] == f"【{item['number']}†{item['filename']}】"
        assert item["marker"] in found["output"]
        assert item["text"] == texts[item["filename"]][item["start"] : item["end"]]
    text = f"Cats purr{found['results'][0]['marker']}, oil lasts [5]."
    made = post(client, "/file_search/annotate", {"text": text, "results": found["results"]})
    assert [note["file_citation"]["file_id"] for note in made["annotations"]] == [
        item["file_id"] for item in found["results"]
    ]
    for note in made["annotations"]:
        assert text[note["start_index"] : note["end_index"]] == note["text"]
    assert set(ids.values()) > {item["file_id"] for item in found["results"]}

"""Searching threads: words of messages and titles, tags, the bin, deleting for good; fast with many messages."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.engine.store.migrations import migrate
from app.engine.store.thread_search import match_expression, snippet, words_of
from tests.support.engine_process import EngineProcess


@pytest.fixture
def http(engine: Any) -> Any:
    with engine.http() as client:
        yield client


def make(http: Any, *texts: str, **metadata: str) -> str:
    messages = [{"role": "user" if i % 2 == 0 else "assistant", "content": t} for i, t in enumerate(texts)]
    made = http.post("/v1/threads", json={"messages": messages, "metadata": metadata})
    assert made.status_code == 200, made.text
    return str(made.json()["id"])


def find(http: Any, query: str, **more: Any) -> list[dict[str, Any]]:
    answer = http.get("/v1/threads", params={"q": query, **more})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["data"])


def ids(threads: list[dict[str, Any]]) -> list[str]:
    return [thread["id"] for thread in threads]


def test_words_of_any_message_are_found_with_the_place(http: Any) -> None:
    mark = f"zq{uuid4().hex[:8]}"
    one = make(http, "Hello", f"The {mark} fox jumps over the café. " + "x " * 200)
    two = make(http, f"Another {mark.upper()} text", "with foxes")
    three = make(http, "Nothing here", title=f"About {mark}s")
    assert ids(find(http, mark)) == [three, two, one]
    assert ids(find(http, f"{mark} fox")) == [one]
    assert ids(find(http, f"{mark} cafe")) == [one]
    assert ids(find(http, mark[:6])) != []
    assert ids(find(http, f'"{mark} fox jumps"')) == [one]
    assert ids(find(http, f'"fox {mark}"')) == []
    (place,) = find(http, f"{mark} fox")[0]["snippets"]
    assert place["text"].startswith("The ")
    assert [place["text"][a:b] for a, b in place["marks"]] == [mark, "fox"]
    assert place["message_id"].startswith("msg_")
    first = http.get("/v1/threads", params={"q": mark, "limit": 1}).json()
    assert first["has_more"]
    rest = http.get("/v1/threads", params={"q": mark, "limit": 5, "after": first["last_id"]}).json()
    assert (ids(rest["data"]), rest["has_more"]) == ([two, one], False)


@pytest.mark.parametrize(
    "query", ['"', "*", "a AND", "NEAR(", "-x", "col:", "'; drop", "\\", "()", "\x00 a", "^", "—"]
)
def test_every_query_is_words_and_nothing_else(http: Any, query: str) -> None:
    assert isinstance(find(http, query), list)


def test_scripts_without_spaces_are_found_inside_of_a_sentence(http: Any) -> None:
    thread = make(http, f"昨日は東京で{uuid4().hex[:6]}寿司を食べました")
    assert thread in ids(find(http, "寿司"))
    assert thread not in ids(find(http, "大阪"))


def test_the_index_follows_what_becomes_of_messages(http: Any, client: Any) -> None:
    mark = f"zr{uuid4().hex[:8]}"
    thread = make(http, f"first {mark}", f"second {mark}")
    assert find(http, mark)[0]["matches"] == 2
    message = client.beta.threads.messages.list(thread).data[0]
    client.beta.threads.messages.delete(message.id, thread_id=thread)
    assert find(http, mark)[0]["matches"] == 1
    client.beta.threads.delete(thread)
    assert find(http, mark) == []
    http.post(f"/v1/threads/{thread}/restore")
    assert ids(find(http, mark)) == [thread]


def test_what_runs_write_is_found_once_it_is_whole(
    http: Any, client: Any, assistant: Any, upstream: Any
) -> None:
    mark = f"zs{uuid4().hex[:8]}"
    from tests.support.scripted_upstream import Text

    upstream.default = Text(f"The answer is {mark} indeed.")
    thread = make(http, "Ask")
    client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=assistant.id)
    assert ids(find(http, mark)) == [thread]


def test_tags_filter_the_list_and_the_search(http: Any) -> None:
    tag, mark = f"t-{uuid4().hex[:6]}", f"zt{uuid4().hex[:8]}"
    one = make(http, mark, tags=f"work,{tag}")
    make(http, mark, tags=f"{tag}er")
    assert ids(http.get("/v1/threads", params={"tag": tag}).json()["data"]) == [one]
    assert ids(find(http, mark, tag=tag)) == [one]
    assert ids(find(http, mark, tag="%")) == []
    counted = {t["tag"]: t["threads"] for t in http.get("/v1/thread_tags").json()["data"]}
    assert counted[tag] == 1


def test_the_bin_is_listed_and_emptied_for_good(http: Any) -> None:
    mark = f"zu{uuid4().hex[:8]}"
    one, two = make(http, mark), make(http, mark)
    for thread in (one, two):
        http.delete(f"/v1/threads/{thread}")
    deleted = http.get("/v1/threads", params={"deleted": "true", "limit": 2}).json()["data"]
    assert set(ids(deleted)) == {one, two}
    assert all(thread["deleted_at"] for thread in deleted)
    assert http.delete(f"/v1/threads/{one}", params={"permanently": "true"}).status_code == 200
    assert http.post(f"/v1/threads/{one}/restore").status_code == 404
    assert http.post(f"/v1/threads/{two}/restore").status_code == 200
    assert ids(find(http, mark)) == [two]
    assert http.delete(f"/v1/threads/{one}", params={"permanently": "true"}).status_code == 404
    assert http.get("/v1/threads", params={"deleted": "maybe"}).status_code == 400


def test_a_hundred_thousand_messages_are_searched_in_time(tmp_path: Path) -> None:
    database = tmp_path / "engine.db"
    migrate(database, tmp_path / "backups")
    fill(database, threads=500, messages=200)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1.0
    slowness = max(1.0, load / (os.cpu_count() or 1))  # the limit is meant for an idle machine
    with EngineProcess(tmp_path) as engine, engine.http() as http:
        for query in ("rare42", "common", "common word4", "nowhere"):
            best = min(_seconds(http, query) for _ in range(7))
            assert best < 0.05 * slowness, (query, best)
        assert len(find(http, "common")) == 20
        assert len(find(http, '"rare42"')) == 1


def _seconds(http: Any, query: str) -> float:
    began = time.perf_counter()
    find(http, query)
    return time.perf_counter() - began


def fill(database: Path, *, threads: int, messages: int) -> None:
    """Threads with messages, written straight into the file: a hundred thousand through HTTP would take minutes."""
    connection = sqlite3.connect(database)
    with connection:
        connection.executemany(
            "INSERT INTO threads (id, created_at, updated_at, metadata) VALUES (?,?,?,'{}')",
            [(f"thread_{n}", n, n) for n in range(threads)],
        )
        connection.executemany(
            "INSERT INTO messages (id, created_at, thread_id, role, status, content, attachments, metadata) "
            "VALUES (?,?,?,'user','completed',?,'[]','{}')",
            [
                (f"msg_{n}_{m}", n, f"thread_{n}", json.dumps([_text(n, m)]))
                for n in range(threads)
                for m in range(messages)
            ],
        )
    connection.close()


def _text(thread: int, message: int) -> dict[str, Any]:
    rare = f" rare{thread}" if message == 7 else ""
    words = " ".join(f"word{(thread * message + k) % 997}" for k in range(20))
    return {"type": "text", "text": {"value": f"A common sentence{rare}. {words}", "annotations": []}}


def test_queries_and_places() -> None:
    assert match_expression('a "b c" -  d"e') == '"a" "b c" "d""e"*'
    assert words_of('-- "x y" z') == ["x y", "z"]
    shown, marks = snippet("word " * 100 + "needle " + "word " * 100, ["needle"])
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert [shown[a:b] for a, b in marks] == ["needle"]

"""Lists against a plain list: any mix of limit, order, after, before and filters, with deleted cursors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

COUNT = 30


@dataclass
class Listed:
    """A list as it should be: every id ever made, oldest first, and which still live."""

    path: str
    ids: list[str]
    live: set[str]

    def page(self, limit: int, order: str, after: str | None, before: str | None) -> tuple[list[str], bool]:
        ordered = self.ids if order == "asc" else self.ids[::-1]
        start = ordered.index(after) + 1 if after else 0
        end = ordered.index(before) if before else len(ordered)
        window = [item for item in ordered[start:end] if item in self.live]
        page = window[-limit:] if before and not after else window[:limit]
        return page, len(window) > limit


@pytest.fixture(scope="module")
def lists(engine: Any) -> dict[str, Listed]:
    with engine.client() as client, engine.http() as http:
        thread = client.beta.threads.create().id
        messages = [
            client.beta.threads.messages.create(thread, role="user", content=str(number)).id
            for number in range(COUNT)
        ]
        gone = set(messages[::4])
        for message in gone:
            client.beta.threads.messages.delete(message, thread_id=thread)
        # Other threads' messages between ours must never show.
        client.beta.threads.create(messages=[{"role": "user", "content": "other"}] * 5)
        for file in client.files.list(purpose="fine-tune"):
            client.files.delete(file.id)
        files = [
            client.files.create(file=(f"{n}.jsonl", b"{}"), purpose="fine-tune").id for n in range(COUNT // 2)
        ]
        gone_files = set(files[1::3])
        for file_id in gone_files:
            client.files.delete(file_id)
        threads = [client.beta.threads.create().id for _ in range(COUNT // 2)]
        assert http.get("/v1/threads?limit=1").json()["first_id"] == threads[-1]
    return {
        "messages": Listed(f"/v1/threads/{thread}/messages", messages, set(messages) - gone),
        "files": Listed("/v1/files?purpose=fine-tune", files, set(files) - gone_files),
    }


@pytest.fixture(scope="module")
def http(engine: Any) -> Any:
    with engine.http() as http:
        yield http


@pytest.mark.parametrize("kind", ["messages", "files"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_page_is_the_oracles(http: Any, lists: dict[str, Listed], kind: str, data: st.DataObject) -> None:
    listed = lists[kind]
    cursor = st.none() | st.sampled_from(listed.ids)
    limit = data.draw(st.integers(1, COUNT + 5), "limit")
    order = data.draw(st.sampled_from(["asc", "desc"]), "order")
    after = data.draw(cursor, "after")
    before = data.draw(cursor, "before") if kind == "messages" else None
    params = {"limit": limit, "order": order, "after": after, "before": before}
    if kind == "files":
        params["purpose"] = "fine-tune"
    answer = http.get(
        listed.path.partition("?")[0], params={name: value for name, value in params.items() if value}
    )
    assert answer.status_code == 200, answer.text
    body = answer.json()
    expected, has_more = listed.page(limit, order, after, before)
    assert [item["id"] for item in body["data"]] == expected
    assert body["has_more"] is has_more
    assert body["object"] == "list"
    assert body["first_id"] == (expected[0] if expected else None)
    assert body["last_id"] == (expected[-1] if expected else None)


@settings(max_examples=25, deadline=None)
@given(limit=st.integers(1, 12), order=st.sampled_from(["asc", "desc"]))
def test_walking_by_after_shows_everything_once(
    http: Any, lists: dict[str, Listed], limit: int, order: str
) -> None:
    listed = lists["messages"]
    seen: list[str] = []
    params: dict[str, Any] = {"limit": limit, "order": order}
    while True:
        body = http.get(listed.path, params=params).json()
        seen += [item["id"] for item in body["data"]]
        if not body["has_more"]:
            break
        params["after"] = body["last_id"]
    expected = [item for item in listed.ids if item in listed.live]
    assert seen == (expected if order == "asc" else expected[::-1])


@settings(max_examples=25, deadline=None)
@given(limit=st.integers(1, 12), order=st.sampled_from(["asc", "desc"]))
def test_walking_back_by_before_shows_everything_once(
    http: Any, lists: dict[str, Listed], limit: int, order: str
) -> None:
    listed = lists["messages"]
    ordered = [item for item in listed.ids if item in listed.live]
    if order == "desc":
        ordered.reverse()
    seen: list[str] = [ordered[-1]]
    while True:
        body = http.get(listed.path, params={"limit": limit, "order": order, "before": seen[0]}).json()
        seen = [item["id"] for item in body["data"]] + seen
        if not body["has_more"]:
            break
    assert seen == ordered


def test_defaults(http: Any, lists: dict[str, Listed]) -> None:
    body = http.get(lists["messages"].path).json()
    assert len(body["data"]) == 20
    assert body["has_more"] is True
    assert [item["id"] for item in body["data"]] == lists["messages"].page(20, "desc", None, None)[0]


@pytest.mark.parametrize(
    "path",
    ["/v1/assistants", "/v1/threads", "messages", "runs", "/v1/files", "steps"],
)
@pytest.mark.parametrize(
    ("query", "param", "code"),
    [
        ("limit=0", "limit", "integer_below_min_value"),
        ("limit=-5", "limit", "integer_below_min_value"),
        ("limit=10001", "limit", "integer_above_max_value"),
        ("limit=99999999999999999999999", "limit", "integer_above_max_value"),
        ("limit=ten", "limit", "invalid_type"),
        ("limit=1.5", "limit", "invalid_type"),
        ("limit=%F0%9D%9F%8F", "limit", "invalid_type"),
        ("order=up", "order", "invalid_value"),
        ("after=nonsense", "after", "invalid_value"),
        ("after=PREFIX_none", "after", "invalid_value"),
    ],
)
def test_what_cannot_be_a_page(
    http: Any, lists: dict[str, Listed], a_run: tuple[str, str], path: str, query: str, param: str, code: str
) -> None:
    thread, run = a_run
    urls = {
        "messages": (lists["messages"].path, "msg"),
        "runs": (f"/v1/threads/{thread}/runs", "run"),
        "steps": (f"/v1/threads/{thread}/runs/{run}/steps", "step"),
        "/v1/assistants": ("/v1/assistants", "asst"),
        "/v1/threads": ("/v1/threads", "thread"),
        "/v1/files": ("/v1/files", "file"),
    }
    url, prefix = urls[path]
    answer = http.get(f"{url}?{query.replace('PREFIX', prefix)}")
    assert answer.status_code == 400, answer.text
    assert (answer.json()["error"]["param"], answer.json()["error"]["code"]) == (param, code)


@pytest.fixture(scope="module")
def a_run(engine: Any) -> tuple[str, str]:
    with engine.client() as client:
        assistant = client.beta.assistants.create(model="scripted-1")
        thread = client.beta.threads.create(messages=[{"role": "user", "content": "hi"}])
        run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
        return thread.id, run.id


def test_empty_values_count_as_not_given(http: Any, lists: dict[str, Listed]) -> None:
    plain = http.get(lists["messages"].path).json()
    assert http.get(f"{lists['messages'].path}?after=&before=&limit=&order=&run_id=").json() == plain

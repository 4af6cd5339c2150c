"""File search in runs: attachments, the model's calls, steps, citations, models that call no tools, what is kept of it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import openai
import pytest

from app.engine.knowledge.door import Knowledge
from app.engine.store.threads import insert_thread
from app.engine.tools.file_search import FileSearch
from app.engine.tools.file_search_citations import annotate
from tests.engine.knowledge.support import CONTENT, MANUAL, bag_of_words, get, store_of
from tests.engine.runs.in_process import bench
from tests.engine.runs.support import WEATHER, sent
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text, ToolCalls

SEARCH = {"type": "file_search"}


def asking(*queries: str) -> ToolCalls:
    return ToolCalls([("file_search", json.dumps({"queries": queries}))])


def ask(client: Any, assistant: Any, text: str, **message: Any) -> Any:
    thread = client.beta.threads.create(messages=[{"role": "user", "content": text, **message}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "completed", run.last_error
    return run


def answer(client: Any, run: Any) -> Any:
    return client.beta.threads.messages.list(run.thread_id, limit=1).data[0].content[0].text


def helped(client: Any, store_id: str, *tools: Any, **search: Any) -> Any:
    entry = {**SEARCH, "file_search": search} if search else SEARCH
    return client.beta.assistants.create(
        model="scripted-1",
        tools=[entry, *tools],
        tool_resources={"file_search": {"vector_store_ids": [store_id]}},
    )


def test_from_question_to_citation(client: Any, upstream: ScriptedUpstream) -> None:
    """The assistant's store and the thread's own are searched together; markers become annotations."""
    store, ids = store_of(client, {"pumps.md": MANUAL})
    note = client.files.create(file=("note.txt", b"The garage code is 4711."), purpose="assistants")
    assistant = helped(client, store.id, max_num_results=5, ranking_options={"score_threshold": 0.05})
    text = "Every 500 hours【2†pumps.md】. The code is 4711 [1]. Unknown【9†x】."
    upstream.reply(asking("garage code", "oil of P-7"), Text(text))
    attachment = {"file_id": note.id, "tools": [SEARCH]}
    run = ask(client, assistant, "Oil and code?", attachments=[attachment])

    first, second = sent(upstream)
    assert [tool["function"]["name"] for tool in first["tools"]] == ["file_search"]
    assert "file_search finds passages" in first["messages"][0]["content"]
    output = second["messages"][-1]["content"]
    assert "【1†note.txt】\nThe garage code is 4711." in output
    assert "【2†pumps.md】 (section “Pumps”)\n# Pumps" in output

    steps = client.beta.threads.runs.steps
    (step,) = [s for s in steps.list(run.id, thread_id=run.thread_id) if s.type == "tool_calls"]
    (call,) = step.step_details.tool_calls
    assert call.file_search.ranking_options.score_threshold == 0.05
    assert [result.file_name for result in call.file_search.results][:2] == ["note.txt", "pumps.md"]
    assert call.file_search.results[0].content is None
    shown = steps.retrieve(step.id, run_id=run.id, thread_id=run.thread_id, include=[CONTENT])
    texts = [result.content[0].text for result in shown.step_details.tool_calls[0].file_search.results]
    assert texts[0] == "The garage code is 4711."
    assert all(part in MANUAL or part == texts[0] for part in texts)

    said = answer(client, run)
    assert said.value == text
    assert [(note.text, note.file_citation.file_id) for note in said.annotations] == [
        ("【2†pumps.md】", ids["pumps.md"]), ("[1]", note.id),
    ]  # fmt: skip
    for citation in said.annotations:
        assert text[citation.start_index : citation.end_index] == citation.text

    kept = get(client, f"/threads/{run.thread_id}/runs/{run.id}/retrieval")
    (search,) = kept["searches"]
    assert (search["call_id"], search["queries"]) == (call.id, ["garage code", "oil of P-7"])
    given = {item["filename"]: item for item in search["candidates"] if item["kept"]}
    assert given["note.txt"]["cited"]
    assert given["pumps.md"]["cited"]
    assert given["pumps.md"]["marker"] == "【2†pumps.md】"
    assert MANUAL[given["pumps.md"]["start"] : given["pumps.md"]["end"]] == given["pumps.md"]["text"]
    notes = get(client, f"/threads/{run.thread_id}/runs/{run.id}/context")["notes"]
    assert any("Searched the files for “garage code”, “oil of P-7”" in line for line in notes)


def test_results_stay_within_the_limits_and_tell_what_was_dropped(
    client: Any, upstream: ScriptedUpstream
) -> None:
    files = {f"{i}.txt": f"The oil of machine {i} is number {i}." for i in range(6)}
    store, _ = store_of(client, files)
    assistant = helped(client, store.id, max_num_results=2)
    upstream.reply(asking("oil of machine 3"), asking("oil of machine 3"), Text("3 [1]."))
    run = ask(client, assistant, "Which oil?")
    first, second = get(client, f"/threads/{run.thread_id}/runs/{run.id}/retrieval")["searches"]
    assert sum(item["kept"] for item in first["candidates"]) == 2
    dropped = [item for item in first["candidates"] if not item["kept"]]
    assert len(dropped) == 4
    assert all("better results" in item["why_dropped"] for item in dropped)
    numbers = [
        [item["number"] for item in search["candidates"] if item["kept"]] for search in (first, second)
    ]
    assert numbers == [[1, 2], [1, 2]]
    said = answer(client, run)
    assert said.annotations[0].file_citation.file_id == first["candidates"][0]["file_id"]


@pytest.mark.parametrize(
    "arguments", ['{"query": "oil"}', '{"queries": "oil"}', '["oil"]', "oil of pumps", "{}", ""]
)
def test_calls_are_read_leniently(client: Any, upstream: ScriptedUpstream, arguments: str) -> None:
    store, _ = store_of(client, {"pumps.md": MANUAL})
    upstream.reply(ToolCalls([("file_search", arguments)]), Text("Done."))
    ask(client, helped(client, store.id), "What about oil?")
    assert "【1†pumps.md】" in sent(upstream)[1]["messages"][-1]["content"]


def test_a_model_without_tool_calls_is_prompted(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.models = ["scripted-1", "plain-1"]
    store, ids = store_of(client, {"pumps.md": MANUAL})
    assistant = client.beta.assistants.create(
        model="plain-1",
        tools=[SEARCH, WEATHER],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    step = json.dumps({"tool": "file_search", "arguments": {"query": "oil"}})
    reply = json.dumps({"tool": "none", "reply": "Every 500 hours [1]."})
    upstream.reply(Error(400, "plain-1 does not support tools"), Text(step), Text(reply))
    run = ask(client, assistant, "How often is the oil changed?")
    assert "finds passages in the user's files" in sent(upstream)[1]["messages"][0]["content"]
    assert answer(client, run).annotations[0].file_citation.file_id == ids["pumps.md"]


def test_a_streamed_run_tells_the_found_texts_to_who_asks_for_them(
    client: Any, upstream: ScriptedUpstream
) -> None:
    store, _ = store_of(client, {"pumps.md": MANUAL})
    assistant = helped(client, store.id)

    def told(**options: Any) -> list[Any]:
        upstream.reply(asking("oil"), Text("Every 500 hours."))
        thread = client.beta.threads.create(messages=[{"role": "user", "content": "When?"}])
        stream = client.beta.threads.runs.create(thread.id, assistant_id=assistant.id, stream=True, **options)
        calls = []
        for event in stream:
            if event.event == "thread.run.step.completed":
                calls += getattr(event.data.step_details, "tool_calls", [])
            elif event.event == "thread.run.step.delta":
                calls += getattr(event.data.delta.step_details, "tool_calls", [])
        searches = [call.to_dict()["file_search"] for call in calls]
        return [result for search in searches for result in search.get("results") or ()]

    brief, full = told(), told(include=[CONTENT])
    assert len(brief) == len(full) >= 2  # in the step's delta and in the step
    assert all("content" not in result for result in brief)
    assert all(result["content"][0]["text"] in MANUAL for result in full)


def test_a_weak_model_gets_passages_before_it_answers(tmp_path: Path) -> None:
    """The engine searches for the question by itself, and the step shows it."""

    async def script() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                knowledge = Knowledge(
                    paths=made.paths, store=made.store, files=made.files, models=made.models
                )
                made.runs.tools.register(
                    FileSearch(store=made.store, knowledge=knowledge, models=made.models)
                )
                (await made.models.resolve("scripted-1")).learn(tools="prompted", weak=True, context=4096)
                file = await made.files.add(MANUAL.encode(), filename="pumps.md", purpose="assistants")
                async with made.store.write() as session:
                    session.add(file)
                    thread = await insert_thread(
                        session,
                        {
                            "messages": [{"role": "user", "content": "How often is the oil changed?"}],
                            "tool_resources": {"file_search": {"vector_stores": [{"file_ids": [file.id]}]}},
                        },
                    )
                assistant_id = await made.assistant(tools=[SEARCH])
                upstream.reply(Text("After 500 hours, says pumps.md."))
                run = await made.run(thread.id, assistant_id)
                assert run.status == "completed", run.last_error
                (request,) = sent(upstream)
                last = request["messages"][-1]
                assert last["role"] == "user"
                assert "[1] pumps.md" in last["content"]
                assert "Question: How often is the oil changed?" in last["content"]
                assert "file_search" not in json.dumps(request)
                step, _ = await made.steps(run.id)
                (call,) = step.step_details["tool_calls"]
                assert call["file_search"]["results"][0]["file_name"] == "pumps.md"
                (_, message) = await made.messages(thread.id)
                (note,) = message.content[0]["text"]["annotations"]
                assert (note["text"], note["file_citation"]["file_id"]) == ("pumps.md", file.id)
                assert any("calls no tools by itself" in line for line in run.context["notes"])
                await knowledge.close()

    asyncio.run(script())


def test_a_streamed_run_shows_the_search(client: Any, upstream: ScriptedUpstream) -> None:
    store, ids = store_of(client, {"pumps.md": MANUAL})
    assistant = helped(client, store.id)
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "Oil?"}])
    upstream.reply(asking("oil"), Text("500 hours【1†pumps.md】."))
    with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
        names = [event.event for event in stream]
        steps, message = stream.get_final_run_steps(), stream.get_final_messages()[0]
    assert names.index("thread.run.step.completed") < names.index("thread.message.created")
    assert steps[0].step_details.tool_calls[0].file_search.results[0].file_id == ids["pumps.md"]
    (citation,) = message.content[0].text.annotations
    assert (citation.start_index, citation.end_index) == (9, 21)


def test_attachments_make_the_threads_own_store(client: Any) -> None:
    files = [client.files.create(file=(f"{i}.txt", b"words"), purpose="assistants").id for i in range(3)]

    def attached(file: str, tool: str = "file_search") -> Any:
        return [{"file_id": file, "tools": [{"type": tool}]}]

    thread = client.beta.threads.create(
        messages=[{"role": "user", "content": "a", "attachments": attached(files[0])}]
    )
    (store_id,) = thread.tool_resources.file_search.vector_store_ids
    store = client.vector_stores.retrieve(store_id)
    assert (store.expires_after.anchor, store.expires_after.days) == ("last_active_at", 7)
    client.beta.threads.messages.create(thread.id, role="user", content="b", attachments=attached(files[1]))
    client.beta.threads.messages.create(
        thread.id, role="user", content="c", attachments=attached(files[2], "code_interpreter")
    )
    shown = client.beta.threads.retrieve(thread.id).tool_resources
    assert shown.file_search.vector_store_ids == [store_id]
    assert shown.code_interpreter.file_ids == [files[2]]
    assert {file.id for file in client.vector_stores.files.list(store_id)} == set(files[:2])


def test_stores_made_along_with_threads_and_assistants(client: Any) -> None:
    file = client.files.create(file=("a.txt", b"words"), purpose="assistants").id
    helper = {"file_ids": [file], "metadata": {"k": "v"}, "chunking_strategy": {"type": "auto"}}
    resources = {"file_search": {"vector_stores": [helper]}}
    thread = client.beta.threads.create(tool_resources=resources)
    assistant = client.beta.assistants.create(model="m", tools=[SEARCH], tool_resources=resources)
    for owner, days in ((thread, 7), (assistant, None)):
        (store_id,) = owner.tool_resources.file_search.vector_store_ids
        store = client.vector_stores.retrieve(store_id)
        assert store.metadata == {"k": "v"}
        assert (store.expires_after.days if store.expires_after else None) == days
        assert client.vector_stores.files.poll(file, vector_store_id=store_id).status == "completed"
    with pytest.raises(openai.BadRequestError, match="only one vector store"):
        client.beta.threads.create(
            tool_resources={"file_search": {"vector_stores": [helper], "vector_store_ids": [store_id]}}
        )


def test_a_run_waits_for_the_threads_own_files(client: Any, upstream: ScriptedUpstream) -> None:
    def embed(texts: list[str]) -> Any:
        if texts != ["test"]:
            time.sleep(0.5)
        return bag_of_words(texts)

    upstream.embed = embed
    upstream.models = ["scripted-1", "slow-embedding"]
    store = client.vector_stores.create(extra_body={"embedding_model": "slow-embedding"})
    file = client.files.create(
        file=("late.txt", b"The late file holds the word amber."), purpose="assistants"
    )
    client.vector_stores.files.create(store.id, file_id=file.id)
    thread = client.beta.threads.create(
        messages=[{"role": "user", "content": "amber?"}],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    assistant = client.beta.assistants.create(model="scripted-1", tools=[SEARCH])
    upstream.reply(asking("amber"), Text("Yes【1†late.txt】."))
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "completed"
    assert answer(client, run).annotations[0].file_citation.file_id == file.id


def test_an_expired_store_fails_the_run_in_words(client: Any, engine: Any) -> None:
    store, _ = store_of(client, {"a.txt": "words"}, expires_after={"anchor": "last_active_at", "days": 1})
    database = sqlite3.connect(engine.data_dir / "engine.db", timeout=30)
    with database:
        database.execute("UPDATE vector_stores SET expires_at = 1 WHERE id = ?", (store.id,))
    database.close()
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "?"}])
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=helped(client, store.id).id
    )
    assert run.status == "failed"
    assert "has expired" in run.last_error.message
    assert store.id in run.last_error.message


def test_without_files_the_tool_is_not_offered(client: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(model="scripted-1", tools=[SEARCH])
    run = ask(client, assistant, "Hi")
    assert "tools" not in sent(upstream)[0]
    notes = get(client, f"/threads/{run.thread_id}/runs/{run.id}/context")["notes"]
    assert any("file_search has nothing to work with" in line for line in notes)


RESULTS = [
    {"number": 1, "file_id": "file-1", "filename": "report.pdf"},
    {"number": 2, "file_id": "file-2", "filename": "My notes.md"},
    {"number": 3, "file_id": "file-1", "filename": "report.pdf"},
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A【1†report.pdf】.", [("【1†report.pdf】", "file-1")]),
        ("A【2†source】B", [("【2†source】", "file-2")]),
        ("A【4:1†source】", [("【4:1†source】", "file-2")]),
        ("A【4:0†My notes.md】", [("【4:0†My notes.md】", "file-2")]),
        ("A【1†My notes.md】", [("【1†My notes.md】", "file-2")]),
        ("A [1], B[2]. ¹", [("[1]", "file-1"), ("[2]", "file-2")]),
        ("A [1, 2]", [("[1, 2]", "file-1"), ("[1, 2]", "file-2")]),
        (
            "A [^2] and 【2】 and [Source 2]",
            [("[^2]", "file-2"), ("【2】", "file-2"), ("[Source 2]", "file-2")],
        ),
        (
            "A [my notes.md] (report.pdf, p. 3)",
            [("[my notes.md]", "file-2"), ("(report.pdf, p. 3)", "file-1")],
        ),
        ("As REPORT.pdf says, yes.", [("REPORT.pdf", "file-1")]),
        ("Grüße 🐈 [2]", [("[2]", "file-2")]),
        ("Nothing [7] 【8†x】 [see above] (2) list[0]", []),
        ("`items[1]` and ```\nx[2]\n```", []),
        ("[1](https://example.com)", []),
        ("", []),
    ],
)
def test_markers_of_all_kinds(text: str, wanted: Any) -> None:
    found = annotate(text, RESULTS)
    assert [(note["text"], note["file_citation"]["file_id"]) for note in found] == wanted
    for note in found:
        assert text[note["start_index"] : note["end_index"]] == note["text"]
    assert annotate(text, []) == []

"""What the routes of runs and steps check, list and change; how runs work is tested under ``runs/``."""

from __future__ import annotations

import time
from typing import Any

import openai
import pytest

from tests.support.scripted_upstream import Text, ToolCalls

SEARCH_CONTENT = "step_details.tool_calls[*].file_search.results[*].content"
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}


@pytest.fixture
def thread_id(client: Any) -> str:
    return client.beta.threads.create(messages=[{"role": "user", "content": "hi"}]).id


def test_lists_retrieves_and_modifies(client: Any, assistant: Any, upstream: Any, thread_id: str) -> None:
    runs = client.beta.threads.runs
    made = [
        runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id, metadata={"n": str(n)})
        for n in range(3)
    ]
    assert [run.status for run in made] == ["completed"] * 3
    assert [run.metadata["n"] for run in runs.list(thread_id).data] == ["2", "1", "0"]
    assert [run.metadata["n"] for run in runs.list(thread_id, order="asc", limit=2).data] == ["0", "1"]
    assert runs.list(thread_id, after=made[1].id).data == [made[0]]
    assert runs.retrieve(made[0].id, thread_id=thread_id) == made[0]
    changed = runs.update(made[0].id, thread_id=thread_id, metadata={"x": "y"})
    assert changed.metadata == {"x": "y"}
    assert runs.update(made[0].id, thread_id=thread_id).metadata == {"x": "y"}
    other = client.beta.threads.create().id
    for call in (
        lambda: runs.retrieve(made[0].id, thread_id=other),
        lambda: runs.update(made[0].id, thread_id=other, metadata={}),
        lambda: runs.cancel(made[0].id, thread_id=other),
        lambda: runs.steps.list(made[0].id, thread_id=other),
        lambda: runs.submit_tool_outputs(made[0].id, thread_id=other, tool_outputs=[]),
    ):
        with pytest.raises(openai.NotFoundError, match=f"No run found with id '{made[0].id}'"):
            call()


def test_steps(client: Any, assistant: Any, upstream: Any, thread_id: str) -> None:
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    steps = client.beta.threads.runs.steps
    (step,) = steps.list(run.id, thread_id=thread_id, include=[SEARCH_CONTENT]).data
    assert (step.object, step.type, step.status, step.run_id, step.thread_id, step.assistant_id) == (
        "thread.run.step",
        "message_creation",
        "completed",
        run.id,
        thread_id,
        assistant.id,
    )
    assert steps.retrieve(step.id, thread_id=thread_id, run_id=run.id) == step
    assert steps.retrieve(step.id, thread_id=thread_id, run_id=run.id, include=[SEARCH_CONTENT]) == step
    with pytest.raises(openai.NotFoundError, match="No run step found"):
        steps.retrieve("step_none", thread_id=thread_id, run_id=run.id)
    for include in (["everything"], [SEARCH_CONTENT, "x"]):
        with pytest.raises(openai.BadRequestError, match="Supported values"):
            steps.list(run.id, thread_id=thread_id, include=include)
        with pytest.raises(openai.BadRequestError, match="Supported values"):
            client.beta.threads.runs.create(thread_id, assistant_id=assistant.id, include=include)


def test_an_active_run_locks_its_thread(client: Any, assistant: Any, upstream: Any, thread_id: str) -> None:
    upstream.reply(ToolCalls([("weather", '{"city":"Oslo"}')]), Text("Cold."))
    runs, messages = client.beta.threads.runs, client.beta.threads.messages
    run = runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id, tools=[WEATHER])
    assert run.status == "requires_action", run.last_error
    with pytest.raises(openai.BadRequestError) as caught:
        messages.create(thread_id, role="user", content="more")
    assert caught.value.body == {
        "message": f"Can't add messages to {thread_id} while a run {run.id} is active.",
        "type": "invalid_request_error",
        "param": None,
        "code": None,
    }
    with pytest.raises(
        openai.BadRequestError, match=f"Thread {thread_id} already has an active run {run.id}."
    ):
        runs.create(thread_id, assistant_id=assistant.id)
    # Reading and changing what is there goes on.
    first = messages.list(thread_id).data[0]
    messages.update(first.id, thread_id=thread_id, metadata={"read": "yes"})
    client.beta.threads.update(thread_id, metadata={"busy": "yes"})
    runs.update(run.id, thread_id=thread_id, metadata={"waiting": "yes"})
    done = runs.submit_tool_outputs_and_poll(
        run_id=run.id,
        thread_id=thread_id,
        tool_outputs=[
            {"tool_call_id": call.id, "output": "-5"}
            for call in run.required_action.submit_tool_outputs.tool_calls
        ],
    )
    assert done.status == "completed"
    assert done.metadata == {"waiting": "yes"}
    messages.create(thread_id, role="user", content="more")


def test_polling_is_quick_and_told_how_quick(
    client: Any, assistant: Any, upstream: Any, thread_id: str
) -> None:
    upstream.reply(Text("slow answer", delay=0.15))
    begun = time.monotonic()
    raw = client.beta.threads.runs.with_raw_response.create(thread_id, assistant_id=assistant.id)
    assert 0 < int(raw.headers["openai-poll-after-ms"]) <= 100
    run = client.beta.threads.runs.poll(raw.parse().id, thread_id=thread_id)
    assert run.status == "completed"
    assert time.monotonic() - begun < 1.0
    over = client.beta.threads.runs.with_raw_response.retrieve(run.id, thread_id=thread_id)
    assert "openai-poll-after-ms" not in over.headers


def test_create_and_run_makes_thread_messages_and_resources(
    client: Any, assistant: Any, upstream: Any
) -> None:
    file_id = client.files.create(file=("a.txt", b"x"), purpose="assistants").id
    run = client.beta.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": "hello"}], "metadata": {"from": "run"}},
        tool_resources={"code_interpreter": {"file_ids": [file_id]}},
        instructions="Only this.",
        temperature=0.5,
    )
    assert run.status == "completed"
    assert (run.instructions, run.temperature) == ("Only this.", 0.5)
    thread = client.beta.threads.retrieve(run.thread_id)
    assert thread.metadata == {"from": "run"}
    assert thread.tool_resources.code_interpreter.file_ids == [file_id]
    bare = client.beta.threads.create_and_run_poll(assistant_id=assistant.id)
    assert bare.status in {"completed", "failed"}


def test_create_and_run_that_is_refused_leaves_no_thread(client: Any, engine: Any, assistant: Any) -> None:
    with engine.http() as http:
        before = http.get("/v1/threads", params={"limit": 1}).json()["first_id"]
        for body, status in [
            ({"assistant_id": "asst_none", "thread": {"messages": [{"role": "user", "content": "x"}]}}, 404),
            ({"assistant_id": assistant.id, "thread": {"messages": [{"role": "user", "content": ""}]}}, 400),
            (
                {
                    "assistant_id": assistant.id,
                    "thread": {"tool_resources": {"code_interpreter": {"file_ids": ["file-n"]}}},
                },
                404,
            ),
        ]:
            assert http.post("/v1/threads/runs", json=body).status_code == status
        assert http.get("/v1/threads", params={"limit": 1}).json()["first_id"] == before


@pytest.mark.parametrize(
    ("params", "param", "code"),
    [
        ({"assistant_id": None}, "assistant_id", "invalid_type"),
        ({"assistant_id": "thread_1"}, "assistant_id", "invalid_value"),
        ({"max_prompt_tokens": 255}, "max_prompt_tokens", "integer_below_min_value"),
        ({"max_completion_tokens": 0}, "max_completion_tokens", "integer_below_min_value"),
        ({"max_completion_tokens": 256.5}, "max_completion_tokens", "invalid_type"),
        ({"truncation_strategy": {}}, "truncation_strategy.type", "missing_required_parameter"),
        ({"truncation_strategy": {"type": "first"}}, "truncation_strategy.type", "invalid_value"),
        (
            {"truncation_strategy": {"type": "last_messages", "last_messages": 0}},
            "truncation_strategy.last_messages",
            "integer_below_min_value",
        ),
        (
            {"truncation_strategy": {"type": "last_messages"}},
            "truncation_strategy.last_messages",
            "missing_required_parameter",
        ),
        ({"tool_choice": "sometimes"}, "tool_choice", "invalid_value"),
        ({"tool_choice": {"type": "browser"}}, "tool_choice.type", "invalid_value"),
        ({"tool_choice": {"type": "function"}}, "tool_choice.function", "missing_required_parameter"),
        (
            {"tool_choice": {"type": "function", "function": {}}},
            "tool_choice.function.name",
            "missing_required_parameter",
        ),
        ({"tool_choice": 1}, "tool_choice", "invalid_type"),
        ({"parallel_tool_calls": "yes"}, "parallel_tool_calls", "invalid_type"),
        ({"stream": "yes"}, "stream", "invalid_type"),
        ({"temperature": 3}, "temperature", "decimal_above_max_value"),
        ({"additional_instructions": 1}, "additional_instructions", "invalid_type"),
        (
            {"additional_messages": [{"role": "user"}]},
            "additional_messages[0].content",
            "missing_required_parameter",
        ),
        (
            {"additional_messages": [{"role": "user", "content": ""}]},
            "additional_messages[0].content",
            "invalid_value",
        ),
        ({"tools": [{"type": "x"}]}, "tools[0].type", "invalid_value"),
        ({"metadata": {"a": 1}}, "metadata.a", "invalid_type"),
        (
            {"response_format": {"type": "json_schema", "json_schema": {"name": "a"}}},
            "response_format.json_schema.schema",
            "missing_required_parameter",
        ),
        ({"model": ""}, "model", "empty_string"),
        ({"seed": 1}, "seed", "unknown_parameter"),
    ],
)
def test_what_cannot_be_run(
    client: Any, assistant: Any, thread_id: str, params: dict[str, Any], param: str, code: str
) -> None:
    for path in (f"/threads/{thread_id}/runs", "/threads/runs"):
        if path == "/threads/runs" and any(name.startswith("additional") for name in params):
            continue
        with pytest.raises(openai.BadRequestError) as caught:
            client.post(path, body={"assistant_id": assistant.id, **params}, cast_to=object)
        assert (caught.value.param, caught.value.code) == (param, code)
    assert client.beta.threads.runs.list(thread_id).data == []


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "tool_outputs", "missing_required_parameter"),
        ({"tool_outputs": {}}, "tool_outputs", "invalid_type"),
        ({"tool_outputs": [1]}, "tool_outputs[0]", "invalid_type"),
        ({"tool_outputs": [{"tool_call_id": 1}]}, "tool_outputs[0].tool_call_id", "invalid_type"),
        ({"tool_outputs": [{"output": {"a": 1}}]}, "tool_outputs[0].output", "invalid_type"),
        ({"tool_outputs": [{"error": "x"}]}, "tool_outputs[0].error", "unknown_parameter"),
    ],
)
def test_what_cannot_be_tool_outputs(
    client: Any, assistant: Any, upstream: Any, thread_id: str, body: dict[str, Any], param: str, code: str
) -> None:
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    with pytest.raises(openai.BadRequestError) as caught:
        client.post(f"/threads/{thread_id}/runs/{run.id}/submit_tool_outputs", body=body, cast_to=object)
    assert (caught.value.param, caught.value.code) == (param, code)


def test_deleting_a_thread_stops_its_run(client: Any, assistant: Any, upstream: Any, thread_id: str) -> None:
    upstream.reply(Text("a b c d e f g h i j k l m n o p", delay=0.5))
    client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    begun = time.monotonic()
    client.beta.threads.delete(thread_id)
    assert time.monotonic() - begun < 2


def test_old_runs_of_a_deleted_assistant_stay_readable(client: Any, upstream: Any, thread_id: str) -> None:
    assistant = client.beta.assistants.create(model="scripted-1")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    client.beta.assistants.delete(assistant.id)
    assert client.beta.threads.runs.retrieve(run.id, thread_id=thread_id) == run
    with pytest.raises(openai.NotFoundError, match="No assistant found"):
        client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)


def test_models(client: Any, upstream: Any) -> None:
    listed = client.models.list().data
    assert "scripted-1" in [model.id for model in listed]
    for model in listed[:3]:
        assert client.models.retrieve(model.id) == model
    with pytest.raises(openai.NotFoundError) as caught:
        client.models.retrieve("no-such-model")
    assert caught.value.code == "model_not_found"

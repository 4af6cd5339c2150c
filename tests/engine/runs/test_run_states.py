"""A run's life: states, time stamps, the thread's lock, cancelling, expiry."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest

from tests.engine.runs.support import (
    WEATHER,
    answer_of,
    new_thread,
    outputs_for,
    wait_for,
    wait_status,
)
from tests.support.scripted_upstream import Error, Hang, ScriptedUpstream, Text, ToolCalls


def test_a_run_from_queued_to_completed(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("Hello there", delay=0.05, prompt_tokens=21, completion_tokens=4))
    thread_id = new_thread(client)
    before = int(time.time())
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id, metadata={"a": "1"})
    assert run.id.startswith("run_")
    assert (run.object, run.status, run.thread_id, run.assistant_id) == (
        "thread.run",
        "queued",
        thread_id,
        assistant.id,
    )
    assert run.usage is None
    assert run.expires_at == run.created_at + 600
    assert (run.started_at, run.completed_at, run.failed_at, run.cancelled_at) == (None, None, None, None)
    assert (run.required_action, run.last_error, run.incomplete_details) == (None, None, None)
    assert (run.model, run.instructions, run.tools) == ("scripted-1", "Be brief.", [])
    assert run.truncation_strategy.type == "auto"
    assert (run.tool_choice, run.parallel_tool_calls, run.response_format) == ("auto", True, "auto")
    assert run.metadata == {"a": "1"}
    done = wait_status(client, run, "completed")
    assert before <= done.created_at <= done.started_at <= done.completed_at <= time.time()
    assert done.expires_at is None
    assert done.usage.model_dump() == {"prompt_tokens": 21, "completion_tokens": 4, "total_tokens": 25}
    message = client.beta.threads.messages.list(thread_id).data[0]
    assert (message.role, message.status, message.run_id, message.assistant_id) == (
        "assistant", "completed", run.id, assistant.id,
    )  # fmt: skip
    assert message.completed_at is not None
    [step] = client.beta.threads.runs.steps.list(run.id, thread_id=thread_id).data
    assert (step.type, step.status) == ("message_creation", "completed")
    assert step.step_details.message_creation.message_id == message.id
    assert step.completed_at is not None
    assert step.usage.model_dump() == {"prompt_tokens": 21, "completion_tokens": 4, "total_tokens": 25}
    assert client.beta.threads.messages.list(thread_id, run_id=run.id).data == [message]


def test_polling_takes_no_second(client: Any, assistant: Any, upstream: ScriptedUpstream) -> None:
    thread_id = new_thread(client)
    client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    begun = time.monotonic()
    for _ in range(3):
        run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
        assert run.status == "completed"
    assert time.monotonic() - begun < 1.5


def test_an_active_run_locks_its_thread(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("one two three four five six", delay=0.1))
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    assert refused.value.body == {
        "message": f"Thread {thread_id} already has an active run {run.id}.",
        "type": "invalid_request_error",
        "param": None,
        "code": None,
    }
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.messages.create(thread_id, role="user", content="more")
    assert (
        refused.value.body["message"] == f"Can't add messages to {thread_id} while a run {run.id} is active."
    )
    assert client.beta.threads.messages.list(thread_id).data
    wait_status(client, run, "completed")
    client.beta.threads.messages.create(thread_id, role="user", content="more")
    assert (
        client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id).status
        == "completed"
    )


@pytest.mark.parametrize("missing", ["thread", "assistant"])
def test_a_run_needs_thread_and_assistant(client: Any, assistant: Any, missing: str) -> None:
    thread_id = "thread_none" if missing == "thread" else new_thread(client)
    assistant_id = "asst_none" if missing == "assistant" else assistant.id
    with pytest.raises(openai.NotFoundError) as refused:
        client.beta.threads.runs.create(thread_id, assistant_id=assistant_id)
    assert (
        refused.value.body["message"]
        == f"No {missing} found with id '{missing if missing == 'thread' else 'asst'}_none'."
    )


def test_a_deleted_assistant_runs_no_more_but_its_runs_stay(client: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(model="scripted-1")
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    client.beta.assistants.delete(assistant.id)
    assert client.beta.threads.runs.retrieve(run.id, thread_id=thread_id).status == "completed"
    with pytest.raises(openai.NotFoundError):
        client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)


# -- cancelling ------------------------------------------------------------------------------------------------------


def test_cancel_while_it_writes(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("alpha beta gamma delta", hang_after=2))
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)

    def steps() -> Any:
        return client.beta.threads.runs.steps.list(run.id, thread_id=thread_id).data

    wait_for(steps, bool)
    time.sleep(0.1)
    cancelling = client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    assert cancelling.status == "cancelling"
    done = wait_status(client, run, "cancelled")
    assert done.cancelled_at is not None
    assert done.expires_at is None
    assert done.completed_at is None
    assert done.usage is not None
    [step] = steps()
    assert step.status == "cancelled"
    assert step.cancelled_at is not None
    message = client.beta.threads.messages.list(thread_id).data[0]
    assert message.status == "incomplete"
    assert message.incomplete_details.reason == "run_cancelled"
    assert message.incomplete_at is not None
    assert message.content[0].text.value == "alpha beta"
    # The thread is free, and the model reads what had arrived.
    upstream.reply(Text("again"))
    client.beta.threads.messages.create(thread_id, role="user", content="go on")
    assert (
        client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id).status
        == "completed"
    )
    assert [m["content"] for m in upstream.chats[-1].body["messages"]] == [
        "Be brief.",
        "Hi",
        "alpha beta",
        "go on",
    ]


def test_cancel_before_the_model_answers(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Hang())
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    wait_status(client, run, "cancelled")
    assert [m.role for m in client.beta.threads.messages.list(thread_id).data] == ["user"]
    assert client.beta.threads.runs.steps.list(run.id, thread_id=thread_id).data == []


def test_cancel_while_it_waits_for_outputs(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(ToolCalls([("get_weather", '{"city": "Paris"}')]))
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, tools=[WEATHER]
    )
    assert run.status == "requires_action"
    cancelling = client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    assert cancelling.status == "cancelling"
    assert cancelling.required_action is None
    done = wait_status(client, run, "cancelled")
    assert done.required_action is None
    [step] = client.beta.threads.runs.steps.list(run.id, thread_id=thread_id).data
    assert step.status == "cancelled"
    assert step.step_details.tool_calls[0].function.output is None
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.submit_tool_outputs(
            run.id, thread_id=thread_id, tool_outputs=outputs_for(run)
        )
    assert refused.value.body["message"] == 'Runs in status "cancelled" do not accept tool outputs.'


@pytest.mark.parametrize("end", ["completed", "failed", "cancelled"])
def test_a_run_that_is_over_cannot_be_cancelled(
    client: Any, upstream: ScriptedUpstream, assistant: Any, end: str
) -> None:
    if end == "failed":
        upstream.reply(Error(400, "no"))
    elif end == "cancelled":
        upstream.reply(Hang())
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    if end == "cancelled":
        client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    wait_status(client, run, end)
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    assert refused.value.body["message"] == f"Cannot cancel run with status '{end}'."


def test_deleting_a_thread_stops_its_run(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("a b c d", hang_after=1))
    thread_id = new_thread(client)
    with client.beta.threads.runs.create(thread_id, assistant_id=assistant.id, stream=True) as stream:
        seen = []
        for event in stream:
            seen.append(event.event)
            if event.event == "thread.message.delta":
                client.beta.threads.delete(thread_id)
    assert seen[-1] == "thread.run.cancelled"


# -- expiry ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A client of an engine whose runs live two seconds, and its scripted service."""
    from tests.support.engine_process import EngineProcess, without_proxies

    without_proxies()
    folder: Path = tmp_path_factory.mktemp("short") / "data"
    with (
        ScriptedUpstream() as upstream,
        EngineProcess(folder, upstream=upstream.base_url, run_expiry=2) as engine,
        engine.client() as client,
    ):
        yield client, upstream


def test_a_run_expires_while_it_writes(short: Any) -> None:
    client, upstream = short
    upstream.reply(Text("one two three", hang_after=2))
    assistant = client.beta.assistants.create(model="scripted-1")
    thread_id = new_thread(client)
    events = list(client.beta.threads.runs.create(thread_id, assistant_id=assistant.id, stream=True))
    assert [e.event for e in events][-3:] == [
        "thread.message.incomplete", "thread.run.step.expired", "thread.run.expired",
    ]  # fmt: skip
    run = events[-1].data
    assert run.status == "expired"
    assert run.expires_at is None
    assert run.last_error is None
    assert events[-2].data.expired_at is not None
    message = client.beta.threads.messages.list(thread_id).data[0]
    assert (message.status, message.incomplete_details.reason) == ("incomplete", "run_expired")
    assert message.content[0].text.value == "one two"
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    assert refused.value.body["message"] == "Cannot cancel run with status 'expired'."
    assert (
        client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id).status
        == "completed"
    )


def test_a_run_expires_while_it_waits_for_outputs(short: Any) -> None:
    client, upstream = short
    upstream.reply(ToolCalls([("get_weather", "{}")]))
    assistant = client.beta.assistants.create(model="scripted-1", tools=[WEATHER])
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    assert run.status == "requires_action"
    done = wait_status(client, run, "expired", timeout=6)
    assert done.required_action is None
    assert done.expires_at is None
    [step] = client.beta.threads.runs.steps.list(run.id, thread_id=thread_id).data
    assert step.status == "expired"
    assert step.expired_at is not None
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.submit_tool_outputs(
            run.id, thread_id=thread_id, tool_outputs=outputs_for(run)
        )
    assert refused.value.body["message"] == 'Runs in status "expired" do not accept tool outputs.'


def test_a_run_expires_before_the_model_answers(short: Any) -> None:
    client, upstream = short
    upstream.reply(Hang())
    assistant = client.beta.assistants.create(model="scripted-1")
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    assert wait_status(client, run, "expired", timeout=6).usage is not None
    assert answer_of(client, thread_id) == "Hi"


def test_outputs_do_not_renew_the_life_of_a_run(short: Any) -> None:
    client, upstream = short
    upstream.reply(ToolCalls([("get_weather", "{}")]), Hang())
    assistant = client.beta.assistants.create(model="scripted-1", tools=[WEATHER])
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    time.sleep(1.0)
    again = client.beta.threads.runs.submit_tool_outputs(
        run.id, thread_id=thread_id, tool_outputs=outputs_for(run)
    )
    assert again.expires_at == run.expires_at
    begun = time.monotonic()
    wait_status(client, run, "expired", timeout=5)
    assert time.monotonic() - begun < 2.0

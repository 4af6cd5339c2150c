"""The built-in model behind the engine: a real answer, a real grammar, real tokens."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import psutil
import pytest

from tests.engine.runs.support import WEATHER, new_thread, outputs_for

MODEL = "smollm2-135m-instruct"

pytestmark = [pytest.mark.builtin_model, pytest.mark.timeout(300)]

SCHEMA = {
    "type": "object",
    "properties": {
        "colour": {"type": "string", "enum": ["red", "green", "blue"]},
        "number": {"type": "integer", "enum": [1, 2]},
    },
    "required": ["colour", "number"],
    "additionalProperties": False,
}


@pytest.fixture
def slow(engine: Any) -> Any:
    """A client that waits as long as a model of a busy machine needs."""
    with engine.client(timeout=200.0) as client:
        yield client


def test_a_streamed_run(slow: Any, engine: Any) -> None:
    assistant = slow.beta.assistants.create(model=MODEL, instructions="Answer with one word.", temperature=0)
    with slow.beta.threads.runs.stream(
        thread_id=new_thread(slow, "Say hello."), assistant_id=assistant.id, max_completion_tokens=256
    ) as stream:
        text = "".join(stream.text_deltas)
        run = stream.get_final_run()
    assert run.status in {"completed", "incomplete"}
    assert text
    assert run.usage.completion_tokens > 0
    assert 5 < run.usage.prompt_tokens < 200
    with engine.http() as http:
        [call] = http.get(f"/v1/threads/{run.thread_id}/runs/{run.id}/context").json()["model_calls"]
    assert call["tool_calling"] == "prompted"
    assert call["context_length"] >= 2048
    assert any(e["event"] == "model" and e["state"] == "ready" and e["model"] == MODEL for e in engine.events)


def test_the_grammar_holds_an_answer_to_its_schema(slow: Any) -> None:
    assistant = slow.beta.assistants.create(
        model=MODEL,
        temperature=0,
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "pick", "strict": True, "schema": SCHEMA},
        },
    )
    run = slow.beta.threads.runs.create_and_poll(
        thread_id=new_thread(slow, "Pick a colour and a number."),
        assistant_id=assistant.id,
        max_completion_tokens=256,
    )
    assert run.status == "completed", run.last_error
    answer = slow.beta.threads.messages.list(run.thread_id, limit=1).data[0].content[0].text.value
    jsonschema.validate(json.loads(answer), SCHEMA)


def test_a_forced_call_by_prompt_and_grammar(slow: Any) -> None:
    tool = json.loads(json.dumps(WEATHER))
    tool["function"]["parameters"]["properties"]["city"] = {"type": "string", "enum": ["Paris", "Rome"]}
    assistant = slow.beta.assistants.create(model=MODEL, temperature=0, tools=[tool])
    run = slow.beta.threads.runs.create_and_poll(
        thread_id=new_thread(slow, "What is the weather in Rome?"),
        assistant_id=assistant.id,
        tool_choice="required",
        max_completion_tokens=300,
    )
    assert run.status == "requires_action", run.last_error
    [call] = run.required_action.submit_tool_outputs.tool_calls
    assert call.function.name == "get_weather"
    jsonschema.validate(json.loads(call.function.arguments), tool["function"]["parameters"])
    cancelled = slow.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
    assert cancelled.status == "cancelling"
    assert outputs_for(run)


def test_the_relay(slow: Any) -> None:
    chunks = list(
        slow.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": "Say hello."}], max_tokens=8, temperature=0, stream=True,
            stream_options={"include_usage": True},
        )
    )  # fmt: skip
    assert any(c.choices and c.choices[0].delta.content for c in chunks)
    assert chunks[-1].usage.completion_tokens <= 8
    response = slow.responses.create(model=MODEL, input="Say hello.", max_output_tokens=16, temperature=0)
    assert response.output_text
    completion = slow.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": "Weather in Rome?"}], tools=[WEATHER], tool_choice="required",
        max_tokens=64, temperature=0,
    )  # fmt: skip
    assert completion.choices[0].message.tool_calls[0].function.name == "get_weather"


def test_the_model_s_server_dies_and_comes_back(slow: Any, engine: Any) -> None:
    assistant = slow.beta.assistants.create(model=MODEL, temperature=0)
    thread_id = new_thread(slow, "Count from one to five hundred, slowly, in words.")
    events = []
    for event in slow.beta.threads.runs.create(thread_id, assistant_id=assistant.id, stream=True):
        events.append(event)
        if event.event == "thread.message.delta" and len(events) == 9:
            [server] = [p for p in psutil.Process(engine.pid).children() if "model-server" in p.cmdline()]
            server.kill()
    assert events[-1].event == "thread.run.failed"
    assert "broke" in events[-1].data.last_error.message
    kept = slow.beta.threads.messages.list(thread_id, limit=1).data[0]
    text = "".join(e.data.delta.content[0].text.value for e in events if e.event == "thread.message.delta")
    assert kept.content[0].text.value == text != ""
    again = slow.beta.threads.runs.create_and_poll(
        thread_id=new_thread(slow, "Say hello."), assistant_id=assistant.id, max_completion_tokens=256
    )
    assert again.status in {"completed", "incomplete"}

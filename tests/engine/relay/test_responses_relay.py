"""The Responses API through the engine: over services that have it, and over those that have not."""

from __future__ import annotations

import json
import time
from typing import Any

import openai
import pytest

from tests.engine.runs.support import sent, wait_for
from tests.support.engine_process import EngineProcess, without_proxies
from tests.support.scripted_upstream import Error, Hang, ScriptedUpstream, Text, ToolCalls

WEATHER = {
    "type": "function",
    "name": "get_weather",
    "description": "Get the weather.",
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
    "strict": True,
}
TEXT_EVENTS = [
    "response.created",
    "response.in_progress",
    "response.output_item.added",
    "response.content_part.added",
    "response.output_text.delta",
    "response.output_text.done",
    "response.content_part.done",
    "response.output_item.done",
    "response.completed",
]


def kinds(events: list[Any]) -> list[str]:
    found: list[str] = []
    for event in events:
        if not (event.type.endswith(".delta") and found and found[-1] == event.type):
            found.append(event.type)
    return found


# -- over Chat Completions -------------------------------------------------------------------------------------------


def test_a_response(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("Four.", prompt_tokens=9, completion_tokens=2))
    response = client.responses.create(
        model="scripted-1", input="2+2?", instructions="Be brief.", temperature=0.1, max_output_tokens=50, metadata={"a": "b"},
        reasoning={"effort": "low"},
    )  # fmt: skip
    assert response.id.startswith("resp_")
    assert (response.status, response.output_text, response.model) == ("completed", "Four.", "scripted-1")
    assert (response.usage.input_tokens, response.usage.output_tokens, response.usage.total_tokens) == (
        9,
        2,
        11,
    )
    assert (response.instructions, response.temperature, response.max_output_tokens) == ("Be brief.", 0.1, 50)
    assert response.metadata == {"a": "b"}
    assert response.error is None
    body = sent(upstream)[0]
    assert body["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "2+2?"},
    ]
    assert (body["temperature"], body["max_tokens"], body["reasoning_effort"]) == (0.1, 50, "low")
    assert client.responses.retrieve(response.id) == response
    items = client.responses.input_items.list(response.id).data
    assert [(i.type, i.role, i.content[0].text) for i in items] == [("message", "user", "2+2?")]


def test_events_in_their_order_with_numbers(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("Hello there"))
    events = list(client.responses.create(model="scripted-1", input="Hi", stream=True))
    assert kinds(events) == TEXT_EVENTS
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert events[0].response.status == "in_progress"
    assert events[0].response.output == []
    assert "".join(e.delta for e in events if e.type == "response.output_text.delta") == "Hello there"
    done = events[-1].response
    assert done.output[0].id == events[2].item.id
    assert client.responses.retrieve(done.id).output_text == "Hello there"


def test_parallel_calls_and_their_outputs(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(
        ToolCalls(
            [("get_weather", '{"city": "Rome"}'), ("get_weather", '{"city": "Oslo"}')],
            ids=["call_1", "call_2"],
            text="Looking.",
        ),
        Text("Sunny and cold."),
    )
    with client.responses.stream(
        model="scripted-1", input="Weather?", tools=[WEATHER], tool_choice="required"
    ) as stream:
        events = list(stream)
        response = stream.get_final_response()
    assert [item.type for item in response.output] == ["message", "function_call", "function_call"]
    assert [(c.call_id, c.name, c.arguments) for c in response.output[1:]] == [
        ("call_1", "get_weather", '{"city": "Rome"}'),
        ("call_2", "get_weather", '{"city": "Oslo"}'),
    ]
    names = kinds(events)
    assert names.index("response.output_text.done") < names.index("response.function_call_arguments.delta")
    assert names.count("response.function_call_arguments.done") == 2
    body = sent(upstream)[0]
    assert body["tools"][0]["function"]["name"] == "get_weather"
    assert body["tool_choice"] == "required"
    answer = client.responses.create(
        model="scripted-1",
        previous_response_id=response.id,
        input=[
            {"type": "function_call_output", "call_id": "call_1", "output": "sunny"},
            {"type": "function_call_output", "call_id": "call_2", "output": "cold"},
        ],
        tools=[WEATHER],
    )
    assert answer.output_text == "Sunny and cold."
    assert answer.previous_response_id == response.id
    assert [m["role"] for m in sent(upstream)[1]["messages"]] == ["user", "assistant", "tool", "tool"]
    assert [c["id"] for c in sent(upstream)[1]["messages"][1]["tool_calls"]] == ["call_1", "call_2"]


def test_a_chain_of_responses(client: Any, upstream: ScriptedUpstream) -> None:
    first = client.responses.create(model="scripted-1", input="one", instructions="Only once.")
    second = client.responses.create(model="scripted-1", input="two", previous_response_id=first.id)
    client.responses.create(model="scripted-1", input="three", previous_response_id=second.id)
    hello = "Hello from the scripted model."
    assert [m["content"] for m in sent(upstream)[2]["messages"]] == ["one", hello, "two", hello, "three"]
    client.responses.delete(first.id)
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(first.id)
    with pytest.raises(openai.BadRequestError) as refused:
        client.responses.create(model="scripted-1", input="four", previous_response_id=second.id)
    assert refused.value.body["code"] == "previous_response_not_found"


def test_what_is_not_stored_is_not_there(client: Any, upstream: ScriptedUpstream) -> None:
    response = client.responses.create(model="scripted-1", input="one", store=False)
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(response.id)


def test_structured_text(client: Any, upstream: ScriptedUpstream) -> None:
    schema = {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    upstream.reply(Text('{"a": 1}'))
    client.responses.create(
        model="scripted-1",
        input="x",
        text={"format": {"type": "json_schema", "name": "thing", "schema": schema, "strict": True}},
    )
    assert sent(upstream)[0]["response_format"] == {
        "type": "json_schema", "json_schema": {"name": "thing", "schema": schema, "strict": True},
    }  # fmt: skip


def test_images_and_roles(client: Any, upstream: ScriptedUpstream) -> None:
    client.responses.create(
        model="scripted-1",
        input=[
            {"role": "developer", "content": "Rule."},
            {"role": "user", "content": [
                {"type": "input_text", "text": "What?"},
                {"type": "input_image", "image_url": "data:image/png;base64,AA==", "detail": "low"},
            ]},
            {"role": "assistant", "content": "That."},
            {"type": "reasoning", "summary": []},
            {"role": "user", "content": "Sure?"},
        ],
    )  # fmt: skip
    assert sent(upstream)[0]["messages"] == [
        {"role": "system", "content": "Rule."},
        {"role": "user", "content": [
            {"type": "text", "text": "What?"},
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA==", "detail": "low"}},
        ]},
        {"role": "assistant", "content": "That."},
        {"role": "user", "content": "Sure?"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("finish", "reason"), [("length", "max_output_tokens"), ("content_filter", "content_filter")]
)
def test_incomplete_responses(client: Any, upstream: ScriptedUpstream, finish: str, reason: str) -> None:
    upstream.default = Text("half", finish_reason=finish)
    response = client.responses.create(model="scripted-1", input="x")
    assert (response.status, response.incomplete_details.reason) == ("incomplete", reason)
    assert response.output[0].status == "incomplete"
    events = list(client.responses.create(model="scripted-1", input="x", stream=True))
    assert events[-1].type == "response.incomplete"


def test_a_refusal(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("", refusal="No."))
    events = list(client.responses.create(model="scripted-1", input="x", stream=True))
    assert "response.refusal.done" in kinds(events)
    assert events[-1].response.output[0].content[0].refusal == "No."


@pytest.mark.parametrize("stream", [False, True])
def test_refused_requests_are_errors(client: Any, upstream: ScriptedUpstream, stream: bool) -> None:
    upstream.reply(Error(401, "Incorrect API key provided.", code="invalid_api_key"))
    with pytest.raises(openai.AuthenticationError):
        client.responses.create(model="scripted-1", input="x", stream=stream)


def test_a_stream_that_breaks_off_fails_the_response(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("one two three", drop_after=2))
    events = list(client.responses.create(model="scripted-1", input="x", stream=True))
    assert events[-1].type == "response.failed"
    assert events[-1].response.error.code == "server_error"
    assert events[-1].response.output[0].content[0].text == "one two"
    assert client.responses.retrieve(events[-1].response.id).status == "failed"


@pytest.mark.parametrize(
    ("params", "param"),
    [
        ({"input": 5}, "input"),
        ({"input": [{"role": "wizard", "content": "x"}]}, "input[0].role"),
        ({"input": [{"type": "function_call", "call_id": "c", "arguments": "{}"}]}, "input[0].name"),
        (
            {"input": [{"role": "user", "content": [{"type": "input_file", "file_id": "file-x"}]}]},
            "input[0].content[0]",
        ),
        ({"input": "x", "tools": [{"type": "web_search"}]}, "tools[0].type"),
        ({"input": "x", "conversation": "conv_x", "previous_response_id": "resp_x"}, "conversation"),
        ({"input": "x", "previous_response_id": "resp_none"}, "previous_response_id"),
        ({"input": "x", "prompt": {"id": "p"}}, "prompt"),
        ({"input": "x", "background": True, "store": False}, "store"),
    ],
)
def test_what_cannot_be_asked(
    client: Any, upstream: ScriptedUpstream, params: dict[str, Any], param: str
) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        client.responses.create(model="scripted-1", **params)
    assert refused.value.body["param"] == param
    assert upstream.chats == []


# -- background ------------------------------------------------------------------------------------------------------


def test_a_response_in_the_background(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("Done in peace.", delay=0.1))
    response = client.responses.create(model="scripted-1", input="x", background=True)
    assert (response.status, response.background) == ("queued", True)
    done = wait_for(
        lambda: client.responses.retrieve(response.id), lambda r: r.status not in {"queued", "in_progress"}
    )
    assert (done.status, done.output_text) == ("completed", "Done in peace.")


def test_a_background_response_is_cancelled(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Hang())
    response = client.responses.create(model="scripted-1", input="x", background=True)
    wait_for(lambda: len(upstream.chats), bool)
    assert client.responses.cancel(response.id).status == "cancelled"
    assert client.responses.retrieve(response.id).status == "cancelled"
    plain = client.responses.create(model="scripted-1", input="x")
    with pytest.raises(openai.BadRequestError):
        client.responses.cancel(plain.id)


def test_a_background_response_is_streamed(client: Any, upstream: ScriptedUpstream) -> None:
    events = list(client.responses.create(model="scripted-1", input="x", background=True, stream=True))
    assert kinds(events) == TEXT_EVENTS


def test_a_background_response_of_a_dead_engine(tmp_path: Any) -> None:
    without_proxies()
    with ScriptedUpstream() as upstream:
        upstream.reply(Hang())
        engine = EngineProcess(tmp_path / "data", upstream=upstream.base_url).start()
        client = engine.client()
        response = client.responses.create(model="scripted-1", input="x", background=True)
        wait_for(lambda: len(upstream.chats), bool)
        engine.kill()
        client.close()
        with (
            EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine,
            engine.client() as client,
        ):
            found = client.responses.retrieve(response.id)
            assert found.status == "failed"
            assert "engine ended" in found.error.message


# -- conversations ---------------------------------------------------------------------------------------------------


def test_a_conversation_grows_with_its_responses(client: Any, upstream: ScriptedUpstream) -> None:
    conversation = client.conversations.create(
        metadata={"topic": "sums"}, items=[{"type": "message", "role": "user", "content": "Call me Ann."}]
    )
    assert conversation.id.startswith("conv_")
    upstream.reply(Text("Hello Ann."), Text("Ann."))
    response = client.responses.create(model="scripted-1", input="Hi", conversation=conversation.id)
    assert response.conversation.id == conversation.id
    list(
        client.responses.create(
            model="scripted-1", input="My name?", conversation={"id": conversation.id}, stream=True
        )
    )
    assert [m["content"] for m in sent(upstream)[1]["messages"]] == [
        "Call me Ann.",
        "Hi",
        "Hello Ann.",
        "My name?",
    ]
    items = client.conversations.items.list(conversation.id, order="asc").data
    assert [(i.role, i.content[0].text) for i in items] == [
        ("user", "Call me Ann."), ("user", "Hi"), ("assistant", "Hello Ann."), ("user", "My name?"), ("assistant", "Ann."),
    ]  # fmt: skip
    with pytest.raises(openai.NotFoundError):
        client.responses.create(model="scripted-1", input="x", conversation="conv_none")


def test_conversations_are_kept(client: Any) -> None:
    made = client.conversations.create(metadata={"a": "1"})
    assert client.conversations.retrieve(made.id) == made
    assert client.conversations.update(made.id, metadata={"b": "2"}).metadata == {"b": "2"}
    added = client.conversations.items.create(
        made.id, items=[{"type": "message", "role": "user", "content": f"item {n}"} for n in range(5)]
    )
    assert [item.content[0].text for item in added.data] == [f"item {n}" for n in range(5)]
    assert [i.id for i in client.conversations.items.list(made.id, limit=2)] == [
        i.id for i in reversed(added.data)
    ]
    one = added.data[2]
    assert client.conversations.items.retrieve(one.id, conversation_id=made.id) == one
    assert client.conversations.items.delete(one.id, conversation_id=made.id).id == made.id
    with pytest.raises(openai.NotFoundError):
        client.conversations.items.retrieve(one.id, conversation_id=made.id)
    assert client.conversations.delete(made.id).model_dump() == {
        "id": made.id,
        "object": "conversation.deleted",
        "deleted": True,
    }
    with pytest.raises(openai.NotFoundError):
        client.conversations.retrieve(made.id)
    assert client.conversations.items.list(client.conversations.create().id).data == []


@pytest.mark.parametrize(
    ("params", "param"),
    [
        ({"metadata": {"k" * 65: "v"}}, "metadata"),
        ({"metadata": {"k": "v" * 513}}, "metadata.k"),
        ({"metadata": {str(n): "v" for n in range(17)}}, "metadata"),
        ({"items": [{"role": "user", "content": "x"}] * 21}, "items"),
        ({"items": [{"type": "message", "role": "user"}]}, "items[0].content"),
    ],
)
def test_limits_of_conversations(client: Any, params: dict[str, Any], param: str) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        client.conversations.create(**params)
    assert refused.value.body["param"] == param


# -- services that have the API --------------------------------------------------------------------------------------


def test_what_a_service_has_goes_through(services: Any) -> None:
    client, thinking = services.client, services.thinking
    response = client.responses.create(
        model="t/thinker", input="Hi", include=["reasoning.encrypted_content"], tools=[{"type": "web_search"}]
    )
    assert response.output_text == "Hello from the scripted model."
    [request] = thinking.requests
    assert request.path == "/v1/responses"
    assert request.body == {
        "model": "thinker", "input": "Hi", "include": ["reasoning.encrypted_content"], "tools": [{"type": "web_search"}],
    }  # fmt: skip
    assert client.responses.retrieve(response.id).output_text == response.output_text
    client.responses.create(model="t/thinker", input="More", previous_response_id=response.id)
    assert thinking.requests[-1].body["previous_response_id"] == response.id
    thinking.reply(Text("one two three", delay=0.1))
    begun, times = time.monotonic(), []
    events = []
    for event in client.responses.create(model="t/thinker", input="Hi", stream=True):
        events.append(event)
        times.append(time.monotonic() - begun)
    assert kinds(events) == TEXT_EVENTS
    assert times[-1] - times[0] > 0.15
    assert client.responses.retrieve(events[-1].response.id).output_text == "one two three"


def test_our_conversations_over_a_service_that_does_not_know_them(services: Any) -> None:
    client, thinking = services.client, services.thinking
    conversation = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": "Call me Ann."}]
    )
    thinking.reply(Text("Hello Ann."), Text("Ann."))
    response = client.responses.create(model="t/thinker", input="Hi", conversation=conversation.id)
    assert response.conversation.id == conversation.id
    list(
        client.responses.create(
            model="t/thinker", input="My name?", conversation=conversation.id, stream=True
        )
    )
    body = thinking.requests[-1].body
    assert "conversation" not in body
    texts = [item["content"][0]["text"] for item in body["input"]]
    assert texts == ["Call me Ann.", "Hi", "Hello Ann.", "My name?"]
    assert len(client.conversations.items.list(conversation.id).data) == 5


def test_a_talk_moves_from_one_service_to_another(services: Any) -> None:
    client, thinking, plain = services.client, services.thinking, services.rest
    plain.reply(Text("I am plain."))
    first = client.responses.create(model="scripted-1", input="Who are you?")
    client.responses.create(model="t/thinker", input="And you?", previous_response_id=first.id)
    body = thinking.requests[-1].body
    assert "previous_response_id" not in body
    assert [item["content"][0]["text"] for item in body["input"]] == [
        "Who are you?",
        "I am plain.",
        "And you?",
    ]
    second = client.responses.create(model="t/thinker", input="Hm")
    client.responses.create(model="scripted-1", input="So?", previous_response_id=second.id)
    assert [m["content"] for m in plain.chats[-1].body["messages"]] == [
        "Hm",
        "Hello from the scripted model.",
        "So?",
    ]


def test_errors_of_a_service_that_has_the_api(services: Any) -> None:
    client, thinking = services.client, services.thinking
    thinking.reply(Error(400, "Unknown tool", code="odd"))
    with pytest.raises(openai.BadRequestError) as refused:
        client.responses.create(model="t/thinker", input="Hi", stream=True)
    assert refused.value.body["code"] == "odd"
    assert json.dumps(refused.value.body)

"""Chat Completions through the engine."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx2
import openai
import pytest

from tests.engine.runs.support import WEATHER, sent, wait_for
from tests.support.scripted_upstream import Drop, Error, Hang, Raw, ScriptedUpstream, Text, ToolCalls

HI = [{"role": "user", "content": "Hi"}]


def test_everything_goes_through(client: Any, upstream: ScriptedUpstream) -> None:
    completion = client.chat.completions.create(
        model="scripted-1", messages=HI, temperature=0.2, seed=7, logprobs=True, n=1, user="me",
        extra_body={"grammar": "root ::= 'x'", "anything": {"deep": [1, None]}}, extra_headers={"x-special": "yes"},
    )  # fmt: skip
    assert completion.choices[0].message.content == "Hello from the scripted model."
    assert completion.id == "chatcmpl-scripted"
    [request] = upstream.chats
    assert request.body == {
        "model": "scripted-1", "messages": HI, "temperature": 0.2, "seed": 7, "logprobs": True, "n": 1, "user": "me",
        "grammar": "root ::= 'x'", "anything": {"deep": [1, None]},
    }  # fmt: skip
    assert request.headers["x-special"] == "yes"


def test_the_engine_s_token_stays_here(client: Any, engine: Any, upstream: ScriptedUpstream) -> None:
    client.chat.completions.create(model="scripted-1", messages=HI)
    assert engine.token not in json.dumps(upstream.chats[0].headers)


def test_streams_come_chunk_by_chunk(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("one two three four", delay=0.1))
    times, texts = [], []
    begun = time.monotonic()
    for chunk in client.chat.completions.create(
        model="scripted-1", messages=HI, stream=True, stream_options={"include_usage": True}
    ):
        times.append(time.monotonic() - begun)
        texts.append(chunk.choices[0].delta.content if chunk.choices else chunk.usage.total_tokens)
    assert texts == ["", "one", " two", " three", " four", None, 15]
    assert times[0] < 0.35
    assert times[4] - times[0] > 0.25


def test_the_bytes_are_the_service_s_own(engine: Any, upstream: ScriptedUpstream) -> None:
    odd = b': comment\r\ndata: {"choices":[],"odd":1}\r\n\r\nevent: x\ndata: y\n\ndata: [DONE]\n\n'
    upstream.reply(Raw(odd, content_type="text/event-stream"))
    with engine.http() as http:
        response = http.post(
            "/v1/chat/completions", json={"model": "scripted-1", "messages": HI, "stream": True}
        )
    assert response.content == odd


def test_function_calls_come_back(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(ToolCalls([("get_weather", '{"city": "Rome"}')]))
    message = (
        client.chat.completions.create(model="scripted-1", messages=HI, tools=[WEATHER]).choices[0].message
    )
    assert message.tool_calls[0].function.arguments == '{"city": "Rome"}'
    assert sent(upstream)[0]["tools"] == [WEATHER]


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("reply", "status", "code"),
    [
        (Error(401, "Incorrect API key provided.", code="invalid_api_key"), 401, "invalid_api_key"),
        (
            Error(429, "slow", code="rate_limit_exceeded", headers={"retry-after": "7"}),
            429,
            "rate_limit_exceeded",
        ),
        (Error(400, "bad thing", code="odd"), 400, "odd"),
        (Error(500, "broken"), 500, None),
        (Error(404, "The model does not exist", code="model_not_found"), 404, "model_not_found"),
        (Error(404, body=b"<html>no</html>"), 404, None),
        (Error(503, body=b"<html>down</html>"), 503, None),
        (Drop(), 502, None),
    ],
)
def test_errors_keep_status_and_words(
    engine: Any, upstream: ScriptedUpstream, reply: Any, status: int, code: str | None, stream: bool
) -> None:
    upstream.reply(reply)
    with engine.http() as http:
        response = http.post(
            "/v1/chat/completions", json={"model": "scripted-1", "messages": HI, "stream": stream}
        )
    assert response.status_code == status
    error = response.json()["error"]
    assert error.keys() == {"message", "type", "param", "code"}
    assert error["code"] == code
    if isinstance(reply, Error) and reply.body is None:
        assert error["message"] == reply.message
    if status == 429:
        assert response.headers["retry-after"] == "7"
    assert len(upstream.chats) == 1  # trying again is the caller's business


def test_a_web_page_is_no_answer(engine: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Raw(b"<!doctype html><html></html>", content_type="text/html"))
    with engine.http() as http:
        response = http.post("/v1/chat/completions", json={"model": "scripted-1", "messages": HI})
    assert response.status_code == 502
    assert "/v1" in response.json()["error"]["message"]


def test_an_answer_that_breaks_off(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("one two three four", drop_after=2, delay=0.05))
    seen: list[str | None] = []
    stream = client.chat.completions.create(model="scripted-1", messages=HI, stream=True)
    with pytest.raises(openai.APIError) as broken:
        seen.extend(chunk.choices[0].delta.content for chunk in stream)
    assert seen == ["", "one", " two"]
    assert "broke" in str(broken.value)


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "model", "missing_required_parameter"),
        ({"model": 5, "messages": HI}, "model", "invalid_type"),
        ({"model": "scripted-1"}, "messages", "missing_required_parameter"),
        ({"model": "scripted-1", "messages": "Hi"}, "messages", "invalid_type"),
        ([], None, "invalid_type"),
    ],
)
def test_what_cannot_be_passed_on(
    engine: Any, upstream: ScriptedUpstream, body: Any, param: str | None, code: str
) -> None:
    with engine.http() as http:
        response = http.post("/v1/chat/completions", json=body)
    assert response.status_code == 400
    assert (response.json()["error"]["param"], response.json()["error"]["code"]) == (param, code)
    assert upstream.requests == []


@pytest.mark.parametrize("stream", [True, False])
def test_a_caller_that_leaves_ends_the_call(engine: Any, upstream: ScriptedUpstream, stream: bool) -> None:
    gone = []

    def reply(request: Any) -> Any:
        gone.append(request)
        return Text(" ".join(["word"] * 400), delay=0.05) if stream else Hang()

    upstream.reply(reply)
    body = {"model": "scripted-1", "messages": HI, "stream": stream}
    with httpx2.Client(
        base_url=engine.origin, headers={"authorization": f"Bearer {engine.token}"}, timeout=0.5
    ) as http:
        if stream:
            with http.stream("POST", "/v1/chat/completions", json=body) as response:
                next(response.iter_bytes())
        else:
            with pytest.raises(httpx2.TimeoutException):
                http.post("/v1/chat/completions", json=body)
    wait_for(lambda: connections(engine.pid, upstream.port), lambda number: number == 0, timeout=10)


def connections(pid: int, port: int) -> int:
    import psutil

    found = psutil.Process(pid).net_connections(kind="tcp")
    # Idle connections that are kept for the next request are closed by the service's side or reused: count busy ones.
    return sum(1 for c in found if c.raddr and c.raddr.port == port and c.status == "ESTABLISHED")


# -- answers that are made here --------------------------------------------------------------------------------------


@pytest.mark.parametrize("stream", [False, True])
def test_chat_over_the_responses_api(services: Any, stream: bool) -> None:
    client, thinking = services.client, services.thinking
    thinking.reply(Text("Well, yes."), ToolCalls([("get_weather", '{"city": "Rome"}')], ids=["call_1"]))
    if stream:
        chunks = list(
            client.chat.completions.create(
                model="thinker", messages=HI, stream=True, stream_options={"include_usage": True}
            )
        )
        assert "".join(c.choices[0].delta.content or "" for c in chunks if c.choices) == "Well, yes."
        assert chunks[-2].choices[0].finish_reason == "stop"
        assert chunks[-1].usage.total_tokens == 13
        with client.chat.completions.stream(model="thinker", messages=HI, tools=[WEATHER]) as events:
            for _ in events:
                pass
            completion = events.get_final_completion()
    else:
        completion = client.chat.completions.create(model="thinker", messages=HI)
        assert (completion.choices[0].message.content, completion.usage.total_tokens) == ("Well, yes.", 13)
        assert completion.model == "thinker"
        completion = client.chat.completions.create(
            model="thinker", messages=HI, tools=[WEATHER], max_completion_tokens=99
        )
        assert thinking.requests[-1].body["max_output_tokens"] == 99
    [call] = completion.choices[0].message.tool_calls
    assert (call.id, call.function.name, call.function.arguments) == (
        "call_1",
        "get_weather",
        '{"city": "Rome"}',
    )
    assert completion.choices[0].finish_reason == "tool_calls"


@pytest.mark.parametrize("stream", [False, True])
def test_prompted_calls_over_chat(services: Any, stream: bool) -> None:
    client, plain = services.client, services.plain
    plain.reply(
        Text('{"tool": "get_weather", "arguments": {"city": "Rome"}}'),
        Text('{"tool": "none", "reply": "Hi there"}'),
    )
    arguments: dict[str, Any] = {"model": "p/plain", "tools": [WEATHER]}

    def ask(messages: Any) -> Any:
        if not stream:
            return client.chat.completions.create(messages=messages, **arguments)
        with client.chat.completions.stream(messages=messages, **arguments) as events:
            for _ in events:
                pass
            return events.get_final_completion()

    [call] = ask(HI).choices[0].message.tool_calls
    assert json.loads(call.function.arguments) == {"city": "Rome"}
    history = [
        *HI,
        {
            "role": "assistant",
            "tool_calls": [
                {"id": call.id, "type": "function", "function": {"name": "get_weather", "arguments": "{}"}}
            ],
        },
        {"role": "tool", "tool_call_id": call.id, "content": "sunny"},
    ]
    message = ask(history).choices[0].message
    assert (message.content, message.tool_calls) == ("Hi there", None)
    assert "tools" not in sent(plain)[-1]
    # Without tools nothing is changed on the way.
    client.chat.completions.create(model="p/plain", messages=HI)
    assert sent(plain)[-1] == {"model": "plain", "messages": HI}


@pytest.mark.parametrize(
    "message",
    [
        5,
        {"role": "wizard", "content": "x"},
        {"role": "tool", "content": "x"},
        {"role": "assistant", "tool_calls": [{}]},
    ],
)
def test_messages_that_cannot_be_translated(services: Any, message: Any) -> None:
    client = services.client
    with pytest.raises(openai.BadRequestError) as refused:
        client.chat.completions.create(model="thinker", messages=[message])
    assert refused.value.body["param"] == "messages[0]"


@pytest.mark.parametrize("stream", [False, True])
def test_translated_errors_keep_status_and_words(services: Any, stream: bool) -> None:
    client, thinking = services.client, services.thinking
    thinking.reply(Error(429, "slow down", code="rate_limit_exceeded"))
    with pytest.raises(openai.RateLimitError) as refused:
        client.chat.completions.create(model="thinker", messages=HI, stream=stream)
    assert refused.value.body["message"] == "slow down"

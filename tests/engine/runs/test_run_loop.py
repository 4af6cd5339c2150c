"""What a run asks of its model, and what it makes of the answers: tools, overrides, formats, budgets."""

from __future__ import annotations

import json
from typing import Any

import openai
import pytest

from tests.engine.runs.support import (
    TIME,
    WEATHER,
    answer_of,
    new_thread,
    outputs_for,
    sent,
    wait_status,
)
from tests.support.scripted_upstream import Raw, ScriptedUpstream, Text, ToolCalls

SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "degrees": {"type": "number"}},
    "required": ["city", "degrees"],
    "additionalProperties": False,
}
JSON_SCHEMA = {"type": "json_schema", "json_schema": {"name": "weather", "strict": True, "schema": SCHEMA}}


def run_on(client: Any, assistant: Any, text: str = "Hi", **params: Any) -> Any:
    return client.beta.threads.runs.create_and_poll(
        thread_id=new_thread(client, text), assistant_id=assistant.id, **params
    )


# -- tools -----------------------------------------------------------------------------------------------------------


def test_parallel_calls_and_several_rounds(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(
        ToolCalls(
            [("get_weather", '{"city": "Paris"}'), ("get_time", '{"city": "Rome"}')], ids=["call_a", "call_b"]
        ),
        ToolCalls([("get_weather", '{"city": "Oslo"}')], ids=["call_c"], text="Let me look."),
        Text("It is fine."),
    )
    run = run_on(client, assistant, "Weather?", tools=[WEATHER, TIME])
    assert run.status == "requires_action"
    assert run.usage is None
    assert run.expires_at is not None
    calls = run.required_action.submit_tool_outputs.tool_calls
    assert [(c.id, c.type, c.function.name, c.function.arguments) for c in calls] == [
        ("call_a", "function", "get_weather", '{"city": "Paris"}'),
        ("call_b", "function", "get_time", '{"city": "Rome"}'),
    ]
    [step] = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id).data
    assert (step.type, step.status, step.completed_at) == ("tool_calls", "in_progress", None)
    assert [c.function.output for c in step.step_details.tool_calls] == [None, None]

    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id,
        thread_id=run.thread_id,
        tool_outputs=[
            {"tool_call_id": "call_b", "output": "noon"},
            {"tool_call_id": "call_a", "output": "sunny"},
        ],
    )
    assert run.status == "requires_action"
    assert [c.id for c in run.required_action.submit_tool_outputs.tool_calls] == ["call_c"]
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run, "cold")
    )
    assert run.status == "completed"
    assert run.usage.total_tokens == (11 + 7) + (11 + 7) + (11 + 3)
    assert answer_of(client, run.thread_id) == "It is fine."
    steps = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data
    assert [s.type for s in steps] == ["tool_calls", "message_creation", "tool_calls", "message_creation"]
    assert all(s.status == "completed" and s.usage is not None for s in steps)
    assert [c.function.output for c in steps[0].step_details.tool_calls] == ["sunny", "noon"]
    assert sum(s.usage.total_tokens for s in steps) == run.usage.total_tokens
    texts = [
        m.content[0].text.value for m in client.beta.threads.messages.list(run.thread_id, order="asc").data
    ]
    assert texts == ["Weather?", "Let me look.", "It is fine."]

    assert sent(upstream)[2]["messages"][1:] == [
        {"role": "user", "content": "Weather?"},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "call_a",
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": '{"city": "Paris"}'},
                },
                {
                    "id": "call_b",
                    "type": "function",
                    "function": {"name": "get_time", "arguments": '{"city": "Rome"}'},
                },
            ],
        },
        {"role": "tool", "tool_call_id": "call_a", "content": "sunny"},
        {"role": "tool", "tool_call_id": "call_b", "content": "noon"},
        {
            "role": "assistant",
            "content": "Let me look.",
            "tool_calls": [
                {
                    "id": "call_c",
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": '{"city": "Oslo"}'},
                }
            ],
        },
        {"role": "tool", "tool_call_id": "call_c", "content": "cold"},
    ]
    # A later run reads the same, with the calls beside the texts they led to.
    client.beta.threads.messages.create(run.thread_id, role="user", content="Thanks")
    client.beta.threads.runs.create_and_poll(thread_id=run.thread_id, assistant_id=assistant.id)
    assert sent(upstream)[3]["messages"] == [
        *sent(upstream)[2]["messages"],
        {"role": "assistant", "content": "It is fine."},
        {"role": "user", "content": "Thanks"},
    ]


def test_broken_arguments_and_unknown_functions_are_passed_on(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(ToolCalls([("launch_rocket", '{"city": "Par'), ("get_weather", "")]))
    run = run_on(client, assistant, tools=[WEATHER])
    calls = run.required_action.submit_tool_outputs.tool_calls
    assert [(c.function.name, c.function.arguments) for c in calls] == [
        ("launch_rocket", '{"city": "Par'),
        ("get_weather", ""),
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([], "[]"),
        ([("call_a", "1")], "['call_a']"),
        ([("call_a", "1"), ("call_a", "2")], "['call_a', 'call_a']"),
        ([("call_a", "1"), ("call_b", "2"), ("call_c", "3")], "['call_a', 'call_b', 'call_c']"),
        ([("call_a", "1"), ("call_x", "2")], "['call_a', 'call_x']"),
    ],
)
def test_outputs_for_all_calls_or_none(
    client: Any, upstream: ScriptedUpstream, assistant: Any, given: list[tuple[str, str]], shown: str
) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}"), ("get_weather", "{}")], ids=["call_a", "call_b"]))
    run = run_on(client, assistant, tools=[WEATHER])
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.submit_tool_outputs(
            run.id,
            thread_id=run.thread_id,
            tool_outputs=[{"tool_call_id": call_id, "output": output} for call_id, output in given],
        )
    assert (
        refused.value.body["message"]
        == f"Expected tool outputs for call_ids ['call_a', 'call_b'], got {shown}"
    )
    again = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
    assert again.status == "requires_action"
    assert (
        client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run)
        ).status
        == "completed"
    )


def test_outputs_come_once(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}")]), Text("done"))
    run = run_on(client, assistant, tools=[WEATHER])
    outputs = outputs_for(run)
    client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs
    )
    with pytest.raises(openai.BadRequestError) as refused:
        client.beta.threads.runs.submit_tool_outputs(run.id, thread_id=run.thread_id, tool_outputs=outputs)
    assert refused.value.body["message"] == 'Runs in status "completed" do not accept tool outputs.'


@pytest.mark.parametrize(
    ("choice", "first", "then"),
    [
        ("auto", None, None),
        ("none", "none", "none"),
        ("required", "required", None),
        (
            {"type": "function", "function": {"name": "get_weather"}},
            {"type": "function", "function": {"name": "get_weather"}},
            None,
        ),
    ],
)
def test_a_forced_tool_is_forced_once(
    client: Any, upstream: ScriptedUpstream, assistant: Any, choice: Any, first: Any, then: Any
) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}")]), Text("done"))
    run = run_on(client, assistant, tools=[WEATHER], tool_choice=choice)
    client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run)
    )
    assert [body.get("tool_choice") for body in sent(upstream)] == [first, then]
    assert all(body["tools"] == [WEATHER] for body in sent(upstream))


def test_no_parallel_calls_when_they_are_not_wanted(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(
        ToolCalls([("get_weather", '{"city": "A"}'), ("get_weather", '{"city": "B"}')]), Text("done")
    )
    run = run_on(client, assistant, tools=[WEATHER], parallel_tool_calls=False)
    assert sent(upstream)[0]["parallel_tool_calls"] is False
    [call] = run.required_action.submit_tool_outputs.tool_calls
    assert call.function.arguments == '{"city": "A"}'


def test_tools_that_the_engine_lacks_are_not_offered(
    client: Any, engine: Any, upstream: ScriptedUpstream
) -> None:
    assistant = client.beta.assistants.create(
        model="scripted-1", instructions="Be exact.", tools=[{"type": "code_interpreter"}, WEATHER]
    )
    run = run_on(client, assistant)
    offered = {tool["function"]["name"] for tool in sent(upstream)[0]["tools"]}
    with engine.http() as http:
        context = http.get(f"/v1/threads/{run.thread_id}/runs/{run.id}/context").json()
    if "code_interpreter" in offered:  # this engine has it
        assert context["notes"] == []
    else:
        assert offered == {"get_weather"}
        assert sent(upstream)[0]["messages"][0]["content"] == "Be exact."
        assert "code_interpreter is not available" in context["notes"][0]


# -- overrides -------------------------------------------------------------------------------------------------------


def test_a_run_overrides_its_assistant(client: Any, upstream: ScriptedUpstream) -> None:
    assistant = client.beta.assistants.create(
        model="scripted-1", instructions="Own.", tools=[WEATHER], temperature=0.3, top_p=0.4,
        response_format={"type": "text"}, reasoning_effort="low",
    )  # fmt: skip
    plain = run_on(client, assistant)
    assert (plain.instructions, plain.temperature, plain.top_p, len(plain.tools)) == ("Own.", 0.3, 0.4, 1)
    body = sent(upstream)[0]
    assert (body["temperature"], body["top_p"], body["reasoning_effort"]) == (0.3, 0.4, "low")
    assert "response_format" not in body
    run = run_on(
        client, assistant, instructions="Other.", additional_instructions="And more.", tools=[TIME], temperature=1.5,
        top_p=0.9, max_completion_tokens=300, max_prompt_tokens=5000, reasoning_effort="high",
        additional_messages=[
            {"role": "user", "content": "First", "metadata": {"k": "v"}},
            {"role": "assistant", "content": [{"type": "text", "text": "Second"}]},
        ],
    )  # fmt: skip
    assert run.instructions == "Other.\n\nAnd more."
    assert [tool.function.name for tool in run.tools] == ["get_time"]
    body = sent(upstream)[1]
    assert [(m["role"], m["content"]) for m in body["messages"]] == [
        ("system", "Other.\n\nAnd more."), ("user", "Hi"), ("user", "First"), ("assistant", "Second"),
    ]  # fmt: skip
    assert (body["temperature"], body["top_p"], body["reasoning_effort"]) == (1.5, 0.9, "high")
    assert body["max_tokens"] == 300
    kept = client.beta.threads.messages.list(run.thread_id, order="asc").data
    assert [m.content[0].text.value for m in kept][:3] == ["Hi", "First", "Second"]
    assert kept[1].metadata == {"k": "v"}
    assert kept[1].run_id is None


def test_additional_messages_are_kept_only_with_their_run(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}")]))
    run = run_on(client, assistant, tools=[WEATHER])
    with pytest.raises(openai.BadRequestError):
        client.beta.threads.runs.create(
            run.thread_id, assistant_id=assistant.id, additional_messages=[{"role": "user", "content": "x"}]
        )
    assert len(client.beta.threads.messages.list(run.thread_id).data) == 1


def test_any_unicode_comes_through(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    text = "Ünïcödé 日本語 العربية 🏳️‍🌈 \u0000 \u2028 \ufeff ẞ"
    upstream.reply(Text(text, pieces=list(text)))
    run = run_on(client, assistant, text)
    assert run.status == "completed"
    assert answer_of(client, run.thread_id) == text
    assert sent(upstream)[0]["messages"][-1]["content"] == text


def test_a_megabyte_of_prompt(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    thread = client.beta.threads.create(
        messages=[{"role": "user", "content": "word " * 50_000} for _ in range(4)]
    )
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "completed"
    assert len(sent(upstream)[0]["messages"]) < 5  # cut to what any model may read


# -- response formats ------------------------------------------------------------------------------------------------


def test_json_schema_is_sent_and_checked(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    answer = json.dumps({"city": "Paris", "degrees": 21})
    upstream.reply(Text(answer, pieces=[answer[:10], answer[10:]]))
    run = run_on(client, assistant, response_format=JSON_SCHEMA)
    assert run.status == "completed"
    assert sent(upstream)[0]["response_format"] == JSON_SCHEMA
    assert answer_of(client, run.thread_id) == answer


def test_an_answer_that_does_not_fit_gets_a_second_try(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Text('{"city": "Paris"}'), Text('{"city": "Paris", "degrees": 3}'))
    with client.beta.threads.runs.stream(
        thread_id=new_thread(client), assistant_id=assistant.id, response_format=JSON_SCHEMA
    ) as stream:
        text = "".join(stream.text_deltas)
        run = stream.get_final_run()
        [message] = stream.get_final_messages()
    assert run.status == "completed"
    assert text == message.content[0].text.value == '{"city": "Paris", "degrees": 3}'
    assert run.usage.completion_tokens == sum(
        len(r) for r in (['{"city":', ' "Paris"}'], ["a", "b", "c", "d"])
    )
    told = sent(upstream)[1]["messages"]
    assert told[-2] == {"role": "assistant", "content": '{"city": "Paris"}'}
    assert "'degrees' is a required property" in told[-1]["content"]
    assert len(client.beta.threads.messages.list(run.thread_id).data) == 2


@pytest.mark.parametrize(
    "answer", ["no json", '{"city": 5, "degrees": 1}', "[1]", "", '{"city": "x", "degrees": 1, "z": 2}']
)
def test_an_answer_that_never_fits_fails_the_run(
    client: Any, upstream: ScriptedUpstream, assistant: Any, answer: str
) -> None:
    upstream.default = Text(answer)
    run = run_on(client, assistant, response_format=JSON_SCHEMA)
    assert run.status == "failed"
    assert run.last_error.code == "server_error"
    assert "does not fit the response format" in run.last_error.message
    assert len(sent(upstream)) == 2


def test_a_fenced_answer_is_taken_out_of_its_fence(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Text('```json\n{"city": "Paris", "degrees": 3}\n```'))
    run = run_on(client, assistant, response_format=JSON_SCHEMA)
    assert run.status == "completed"
    assert json.loads(answer_of(client, run.thread_id)) == {"city": "Paris", "degrees": 3}


def test_a_schema_that_is_not_strict_is_not_checked(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Text("free text"))
    loose = {"type": "json_schema", "json_schema": {"name": "weather", "strict": False, "schema": SCHEMA}}
    run = run_on(client, assistant, response_format=loose)
    assert run.status == "completed"
    assert answer_of(client, run.thread_id) == "free text"


def test_json_object(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text('{"a": 1}'))
    run = run_on(client, assistant, response_format={"type": "json_object"})
    assert run.status == "completed"
    assert sent(upstream)[0]["response_format"] == {"type": "json_object"}
    upstream.reply(Text("one"), Text("[1]"))
    assert run_on(client, assistant, response_format={"type": "json_object"}).status == "failed"


def test_calls_come_before_the_format(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}")], text="Looking."), Text('{"city": "P", "degrees": 1}'))
    run = run_on(client, assistant, tools=[WEATHER], response_format=JSON_SCHEMA)
    assert run.status == "requires_action"
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run)
    )
    assert run.status == "completed"


# -- limits and odd ends ---------------------------------------------------------------------------------------------


def test_a_cut_off_answer_is_incomplete(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("half an", finish_reason="length"))
    run = run_on(client, assistant)
    assert (run.status, run.incomplete_details.reason) == ("incomplete", "max_completion_tokens")
    assert run.completed_at is None
    assert run.usage.total_tokens == 13
    message = client.beta.threads.messages.list(run.thread_id).data[0]
    assert (message.status, message.incomplete_details.reason) == ("incomplete", "max_tokens")
    assert message.content[0].text.value == "half an"


@pytest.mark.parametrize(
    ("counted", "reason"),
    [({"completion_tokens": 257}, "max_completion_tokens"), ({"prompt_tokens": 257}, "max_prompt_tokens")],
)
def test_budgets_hold_over_a_whole_answer(
    client: Any, upstream: ScriptedUpstream, assistant: Any, counted: dict[str, int], reason: str
) -> None:
    upstream.reply(Text("done", **counted))
    run = run_on(client, assistant, max_completion_tokens=256, max_prompt_tokens=256)
    assert (run.status, run.incomplete_details.reason) == ("incomplete", reason)
    assert client.beta.threads.messages.list(run.thread_id).data[0].status == "completed"


def test_budgets_hold_over_all_calls_of_a_run(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(ToolCalls([("get_weather", "{}")], completion_tokens=200), Text("done"))
    run = run_on(client, assistant, tools=[WEATHER], max_completion_tokens=256)
    assert sent(upstream)[0]["max_tokens"] == 256
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run)
    )
    assert run.status == "completed"
    assert sent(upstream)[1]["max_tokens"] == 56

    upstream.reply(ToolCalls([("get_weather", "{}")], completion_tokens=256))
    run = run_on(client, assistant, tools=[WEATHER], max_completion_tokens=256)
    assert run.status == "requires_action"
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs_for(run)
    )
    assert (run.status, run.incomplete_details.reason) == ("incomplete", "max_completion_tokens")
    assert len(sent(upstream)) == 3

    upstream.reply(ToolCalls([("get_weather", "{}")], completion_tokens=300))
    run = run_on(client, assistant, tools=[WEATHER], max_completion_tokens=256)
    assert (run.status, run.incomplete_details.reason) == ("incomplete", "max_completion_tokens")


def test_a_question_over_the_prompt_budget(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    run = run_on(client, assistant, "word " * 400, max_prompt_tokens=256)
    assert (run.status, run.incomplete_details.reason) == ("incomplete", "max_prompt_tokens")
    assert sent(upstream) == []


def test_a_filtered_answer(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("I will", finish_reason="content_filter"))
    run = run_on(client, assistant)
    assert run.status == "incomplete"
    assert "content filter" in run.last_error.message
    message = client.beta.threads.messages.list(run.thread_id).data[0]
    assert (message.status, message.incomplete_details.reason) == ("incomplete", "content_filter")


def test_a_refusal_is_a_part_of_its_own(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text("", refusal="I cannot help with that."))
    with client.beta.threads.runs.stream(
        thread_id=new_thread(client), assistant_id=assistant.id, response_format=JSON_SCHEMA
    ) as stream:
        deltas = [
            e.data.delta.content[0].model_dump(exclude_none=True)
            for e in stream
            if e.event == "thread.message.delta"
        ]
        run, [message] = stream.get_final_run(), stream.get_final_messages()
    assert run.status == "completed"
    assert deltas == [{"index": 0, "type": "refusal", "refusal": "I cannot help with that."}]
    assert message.content[0].model_dump() == {"type": "refusal", "refusal": "I cannot help with that."}


def test_an_empty_answer(client: Any, upstream: ScriptedUpstream, assistant: Any) -> None:
    upstream.reply(Text(""))
    run = run_on(client, assistant)
    assert run.status == "completed"
    assert answer_of(client, run.thread_id) == ""


def test_tokens_are_estimated_where_nobody_counts(
    client: Any, engine: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    chunks = [
        {
            "choices": [
                {"index": 0, "delta": {"role": "assistant", "content": "Hello you"}, "finish_reason": None}
            ]
        },
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
    ]
    body = b"".join(b"data: %b\n\n" % json.dumps(chunk).encode() for chunk in chunks)
    upstream.reply(Raw(body, content_type="text/event-stream"))
    run = run_on(client, assistant)
    assert run.status == "completed"
    assert run.usage.completion_tokens == 2
    assert run.usage.prompt_tokens > 5
    with engine.http() as http:
        notes = http.get(f"/v1/threads/{run.thread_id}/runs/{run.id}/context").json()["notes"]
    assert notes == ["The service counted no tokens; they are estimated."]


def test_metadata_that_changes_meanwhile_is_kept(
    client: Any, upstream: ScriptedUpstream, assistant: Any
) -> None:
    upstream.reply(Text("one two three four", delay=0.1))
    thread_id = new_thread(client)
    run = client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
    client.beta.threads.runs.update(run.id, thread_id=thread_id, metadata={"mark": "yes"})
    assert wait_status(client, run, "completed").metadata == {"mark": "yes"}

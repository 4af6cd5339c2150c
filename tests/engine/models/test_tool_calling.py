"""Prompted tool calling: what the model is told, what the grammar holds it to, and the whole way through a run."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app.engine.models import calls
from app.engine.models.calls import CallOptions
from app.engine.models.requests import Finish, ModelRequest, Piece, TextPiece, ToolCallPiece
from app.engine.models.route import Route
from app.engine.models.tool_calling import plain_schema, prompted_request, retry_of
from app.engine.models.tool_examples import sample
from app.engine.tools import file_search_text
from app.engine.tools.code_interpreter import words
from tests.engine.runs.in_process import bench
from tests.engine.runs.support import TIME, WEATHER, sent
from tests.support.scripted_upstream import Error, Raw, ScriptedUpstream, Text, ToolCalls

ASK = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Weather in Rome?"}]


def test_tools_are_described_with_examples_and_a_schema() -> None:
    request = ModelRequest(messages=ASK, tools=[WEATHER, TIME])
    asked, tools = prompted_request(request, {}, grammar=True)
    assert [tool.name for tool in tools] == ["get_weather", "get_time"]
    assert asked.tools == []
    system, *turns, last = asked.messages
    assert system["content"].startswith("Be brief.\n\nYou have tools.")
    assert "- get_weather: Get the current weather in a city" in system["content"]
    assert last == {"role": "user", "content": "Weather in Rome?"}
    answers = [json.loads(turn["content"]) for turn in turns if turn["role"] == "assistant"]
    assert {answer["tool"] for answer in answers} == {"none", "get_weather", "get_time"}
    assert any(turn["content"].startswith("Result of get_weather") for turn in turns)
    assert asked.response_format is not None
    schema = asked.response_format["json_schema"]["schema"]
    for answer in answers:
        jsonschema.validate(answer, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"tool": "fly", "arguments": {}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"tool": "get_weather", "arguments": {}}, schema)


def test_examples_go_when_a_tool_has_given_something() -> None:
    """Small models answer with what stands in an example when a result stands beside it; a new question has them again."""
    ran = {
        "id": "c1",
        "type": "function",
        "function": {"name": "code_interpreter", "arguments": '{"code": "1"}'},
    }
    messages = [
        *ASK,
        {"role": "assistant", "content": None, "tool_calls": [ran]},
        {"role": "tool", "tool_call_id": "c1", "content": "21"},
    ]
    tools = [{"type": "function", "function": words.definition("")}, WEATHER]
    forms = {"code_interpreter": words.prompted({"prices.csv": "name,price"})}

    def told(history: list[Any]) -> str:
        asked, _ = prompted_request(ModelRequest(messages=history, tools=tools), forms, grammar=True)
        return json.dumps(asked.messages)

    assert "average price" in told(ASK)
    given = told(messages)
    assert "average price" not in given
    assert "37 times 41" not in given
    assert "If not, use the next tool." in given
    assert "get_weather" in given
    again = [*messages, {"role": "assistant", "content": "21"}, {"role": "user", "content": "And now?"}]
    assert "average price" in told(again)
    lost = [*ASK, {"role": "tool", "tool_call_id": "gone", "content": "5"}]
    assert "average price" not in told(lost)


@pytest.mark.parametrize(
    ("choice", "named"),
    [
        ("required", {"get_weather", "get_time"}),
        ({"type": "function", "function": {"name": "get_time"}}, {"get_time"}),
        ("auto", {"get_weather", "get_time", "none"}),
    ],
)
def test_choices_shape_the_schema(choice: Any, named: set[str]) -> None:
    asked, _ = prompted_request(
        ModelRequest(messages=ASK, tools=[WEATHER, TIME], tool_choice=choice), {}, grammar=True
    )
    assert asked.response_format is not None
    ways = asked.response_format["json_schema"]["schema"]["anyOf"]
    assert {way["properties"]["tool"]["const"] for way in ways} == named


def test_no_choice_leaves_the_history_alone() -> None:
    call = {"id": "c", "type": "function", "function": {"name": "get_weather", "arguments": "{}"}}
    history = [
        *ASK,
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "c", "content": "sunny"},
    ]
    asked, tools = prompted_request(
        ModelRequest(messages=history, tools=[WEATHER], tool_choice="none"), {}, grammar=True
    )
    assert tools == []
    assert asked.response_format is None
    assert [m["role"] for m in asked.messages] == ["system", "user", "assistant", "user"]
    assert "sunny" in asked.messages[-1]["content"]


def test_an_own_format_is_the_reply_s() -> None:
    wanted = {
        "type": "json_schema",
        "json_schema": {"name": "x", "schema": {"type": "object", "properties": {"a": {"type": "integer"}}}},
    }
    asked, _ = prompted_request(
        ModelRequest(messages=ASK, tools=[WEATHER], response_format=wanted), {}, grammar=True
    )
    assert asked.response_format is not None
    way = asked.response_format["json_schema"]["schema"]["anyOf"][-1]
    assert way["properties"]["reply"]["properties"] == {"a": {"type": "integer"}}


def test_references_are_resolved() -> None:
    schema = {
        "$defs": {
            "place": {"type": "string"},
            "tree": {"type": "object", "properties": {"child": {"$ref": "#/$defs/tree"}}},
        },
        "type": "object",
        "properties": {
            "where": {"$ref": "#/$defs/place"},
            "tree": {"$ref": "#/$defs/tree"},
            "lost": {"$ref": "#/$defs/none"},
        },
    }
    plain = plain_schema(schema)
    assert "$ref" not in json.dumps(plain)
    assert plain["properties"]["where"] == {"type": "string"}
    assert plain["properties"]["lost"] == {"type": "object"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "description": "Name of the town, without the country"}, "Paris"),
        ({"type": "string", "description": "Name of the person"}, "Anna"),
        ({"type": "string"}, "Anna"),
    ],
)
def test_a_name_is_an_example_of_what_it_names(schema: Any, expected: str) -> None:
    whole = {"type": "object", "properties": {"name": schema}, "required": ["name"]}
    assert sample(whole) == {"name": expected}


@pytest.mark.parametrize(
    "schema",
    [
        {
            "type": "object",
            "properties": {"city": {"type": "string"}, "unit": {"enum": ["c", "f"]}},
            "required": ["city", "unit"],
        },
        {"type": "object", "properties": {"n": {"type": "integer", "minimum": 10}}, "required": ["n"]},
        {
            "type": "object",
            "properties": {"xs": {"type": "array", "items": {"type": "number"}}},
            "required": ["xs"],
        },
        {
            "type": "object",
            "properties": {
                "o": {"type": "object", "properties": {"b": {"type": "boolean"}}, "required": ["b"]}
            },
            "required": ["o"],
        },
        {
            "type": "object",
            "properties": {"a": {"anyOf": [{"type": "null"}, {"type": "string"}]}},
            "required": ["a"],
        },
        {
            "type": "object",
            "properties": {"d": {"type": "string", "default": "here"}, "t": {"type": ["string", "null"]}},
            "required": ["d", "t"],
        },
        {"type": "object"},
        {},
    ],
)
def test_examples_fit_their_schemas(schema: Any) -> None:
    value = sample(schema or {"type": "object"})
    jsonschema.validate(value, schema)


# -- calls -----------------------------------------------------------------------------------------------------------


def ask(
    upstream: ScriptedUpstream, folder: Path, request: ModelRequest, *, prompted: bool = True, **options: Any
) -> tuple[list[Piece], Route]:
    async def drive() -> tuple[list[Piece], Route]:
        async with bench(folder / "data", upstream=upstream.base_url) as made:
            route = await made.models.resolve("scripted-1")
            if prompted:
                route.learn(tools="prompted")
            return [piece async for piece in calls.stream(route, request, CallOptions(**options))], route

    return asyncio.run(drive())


def test_a_prompted_call_and_a_prompted_answer(tmp_path: Path) -> None:
    with ScriptedUpstream() as upstream:
        upstream.reply(Text('{"tool": "get_weather", "arguments": {"city": "Rome"}}'))
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER]))
        assert next(p.name for p in pieces if isinstance(p, ToolCallPiece)) == "get_weather"
        assert "".join(p.arguments for p in pieces if isinstance(p, ToolCallPiece)) == '{"city": "Rome"}'
        assert isinstance(pieces[-1], Finish)
        assert pieces[-1].reason == "tool_calls"
        assert "tools" not in sent(upstream)[0]
        upstream.reply(Text('{"tool": "none", "reply": "It is sunny."}'))
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER]))
        assert "".join(p.text for p in pieces if isinstance(p, TextPiece)) == "It is sunny."
        assert len([p for p in pieces if isinstance(p, TextPiece)]) > 1  # it streamed


def test_a_server_without_grammars_is_asked_without(tmp_path: Path) -> None:
    with ScriptedUpstream() as upstream:
        upstream.reply(
            Error(400, "response_format json_schema is not supported"),
            Text('{"tool": "none", "reply": "ok"}'),
        )
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER]))
        assert "".join(p.text for p in pieces if isinstance(p, TextPiece)) == "ok"
        assert "response_format" not in sent(upstream)[1]


def test_a_service_that_has_no_tools_is_prompted_from_then_on(tmp_path: Path) -> None:
    with ScriptedUpstream() as upstream:
        notes: list[str] = []
        upstream.reply(
            Error(400, "registry.example/tiny does not support tools"),
            Text('{"tool": "none", "reply": "ok"}'),
        )
        _, route = ask(
            upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER]), prompted=False, note=notes.append
        )
        assert route.abilities.tools == "prompted"
        assert notes == ["scripted-1 has no tool calling of its own; tools are asked for in the prompt."]
        upstream.reply(Text('{"tool": "none", "reply": "ok"}'))
        ask(upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER]), prompted=False)
        assert "tools" not in sent(upstream)[2]  # another router has read what the first had learned


def test_a_model_that_repeats_its_call_has_to_answer(tmp_path: Path) -> None:
    call = {"type": "function", "function": {"name": "get_weather", "arguments": "{}"}}
    history = [*ASK]
    for number in ("a", "b"):
        history += [
            {"role": "assistant", "content": None, "tool_calls": [{**call, "id": number}]},
            {"role": "tool", "tool_call_id": number, "content": "sunny"},
        ]
    with ScriptedUpstream() as upstream:
        upstream.reply(Text("Sunny."))
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=history, tools=[WEATHER]))
        assert "".join(p.text for p in pieces if isinstance(p, TextPiece)) == "Sunny."
        assert "response_format" not in sent(upstream)[0]


def test_a_native_model_that_writes_its_call_as_text(tmp_path: Path) -> None:
    with ScriptedUpstream() as upstream:
        upstream.reply(Text('```json\n{"name": "get_weather", "arguments": {"city": "Rome"}}\n```'))
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER]), prompted=False)
        [call, finish] = pieces
        assert isinstance(call, ToolCallPiece)
        assert (call.name, json.loads(call.arguments)) == ("get_weather", {"city": "Rome"})
        assert isinstance(finish, Finish)
        assert finish.reason == "tool_calls"


def test_tool_call_chunks_of_odd_services(tmp_path: Path) -> None:
    """No indexes, no ids, arguments as objects, a finish reason that is wrong: all seen in the wild."""

    def chunk(delta: Any, reason: str | None = None) -> bytes:
        return (
            b"data: %b\n\n"
            % json.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}).encode()
        )

    body = (
        chunk({"role": "assistant", "content": None})
        + chunk({"tool_calls": [{"function": {"name": "get_weather", "arguments": {"city": "Rome"}}}]})
        + chunk({"tool_calls": [{"id": "x", "function": {"name": "get_time", "arguments": '{"ci'}}]})
        + chunk({"tool_calls": [{"id": "x", "function": {"arguments": 'ty": "Oslo"}'}}]})
        + chunk({}, "stop")
    )
    with ScriptedUpstream() as upstream:
        upstream.reply(Raw(body, content_type="text/event-stream"))
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=ASK, tools=[WEATHER, TIME]), prompted=False)
        written: dict[int, list[str]] = {}
        for piece in pieces:
            if isinstance(piece, ToolCallPiece):
                written.setdefault(piece.index, []).append(piece.name + piece.arguments)
                assert piece.id or len(written[piece.index]) > 1
        assert ["".join(parts) for parts in written.values()] == [
            'get_weather{"city": "Rome"}',
            'get_time{"city": "Oslo"}',
        ]
        assert isinstance(pieces[-1], Finish)
        assert pieces[-1].reason == "tool_calls"


def test_an_answer_that_is_not_streamed(tmp_path: Path) -> None:
    whole = {
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": "All at once."}, "finish_reason": "stop"}
        ],
        "usage": {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7},
    }
    with ScriptedUpstream() as upstream:
        upstream.reply(Raw(json.dumps(whole).encode()))
        pieces, _ = ask(upstream, tmp_path, ModelRequest(messages=ASK), prompted=False)
        assert pieces[0] == TextPiece("All at once.")
        assert isinstance(pieces[-1], Finish)
        assert pieces[-1].usage is not None
        assert pieces[-1].usage.completion == 4


@pytest.mark.parametrize("prompted", [True, False])
def test_calls_through_a_whole_run(tmp_path: Path, prompted: bool) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                if prompted:
                    (await made.models.resolve("scripted-1")).learn(tools="prompted")
                    upstream.reply(
                        Text('{"tool": "get_weather", "arguments": {"city": "Rome"}}'),
                        Text('{"tool": "none", "reply": "Sunny in Rome."}'),
                    )
                else:
                    upstream.reply(ToolCalls([("get_weather", '{"city": "Rome"}')]), Text("Sunny in Rome."))
                assistant_id = await made.assistant(tools=[WEATHER])
                run = await made.run(await made.thread("Weather?"), assistant_id)
                [call] = run.required_action["submit_tool_outputs"]["tool_calls"]
                assert (call["function"]["name"], json.loads(call["function"]["arguments"])) == (
                    "get_weather",
                    {"city": "Rome"},
                )
                await made.runs.submit_tool_outputs(
                    run.thread_id, run.id, [{"tool_call_id": call["id"], "output": "sunny"}]
                )
                await made.events(run)
                assert (await made.row(run.id)).status == "completed"
                message = (await made.messages(run.thread_id))[-1]
                assert message.content[0]["text"]["value"] == "Sunny in Rome."

    asyncio.run(drive())


def _coded(output: str, *, calls_made: int = 1) -> ModelRequest:
    """A conversation whose last word is a tool's output."""
    history: list[Any] = [{"role": "user", "content": "How many days?"}]
    for number in range(calls_made):
        call = {
            "type": "function",
            "function": {"name": "code_interpreter", "arguments": '{"code": "print(x)"}'},
        }
        history.append({"role": "assistant", "content": None, "tool_calls": [{"id": f"c{number}", **call}]})
        history.append({"role": "tool", "tool_call_id": f"c{number}", "content": output})
    tool = {"type": "function", "function": {"name": "code_interpreter", "parameters": {"type": "object"}}}
    return ModelRequest(messages=history, tools=[tool])


FAILED = "NameError: name 'x' is not defined\n[The code failed. Correct it and run it again.]"
FORMS = {"code_interpreter": words.prompted({"sales.csv": "region,amount"})}


def test_code_that_failed_is_written_again_at_once(tmp_path: Path) -> None:
    notes: list[str] = []
    with ScriptedUpstream() as upstream:
        upstream.reply(Text("```python\nprint(34)\n```"))
        pieces, _ = ask(upstream, tmp_path, _coded(FAILED), forms=FORMS, note=notes.append)
        asked = sent(upstream)[0]["messages"]
    written = "".join(piece.arguments for piece in pieces if isinstance(piece, ToolCallPiece))
    assert json.loads(written) == {"code": "print(34)\n"}
    assert [message["role"] for message in asked] == ["user", "assistant", "user"]
    assert asked[0]["content"] == "How many days?"
    assert "print(x)" in asked[1]["content"]
    assert "NameError" in asked[2]["content"]
    assert isinstance(pieces[-1], Finish)
    assert pieces[-1].reason == "tool_calls"
    assert notes == ["The output of code_interpreter was no result yet: the model was asked to correct it."]


def test_a_result_is_answered_and_failures_do_not_go_on_for_ever() -> None:
    nothing = "[The code ran and printed nothing. Print what you need to know.]"
    assert retry_of(_coded("34"), FORMS) is None
    assert retry_of(_coded("[Picture 1 is shown to the user.]"), FORMS) is None
    assert retry_of(_coded(FAILED), {}) is None
    assert retry_of(dataclasses.replace(_coded(FAILED), tools=[]), FORMS) is None
    assert retry_of(dataclasses.replace(_coded(FAILED), tool_choice="none"), FORMS) is None
    again = retry_of(_coded(nothing), FORMS)
    assert again is not None
    assert "printed nothing" in again.messages[-1]["content"]
    assert retry_of(_coded(FAILED, calls_made=2), FORMS) is not None
    assert retry_of(_coded(FAILED, calls_made=3), FORMS) is None
    given_up, _ = prompted_request(_coded(FAILED, calls_made=3), FORMS, grammar=True)
    assert "Do not use it again" in given_up.messages[-1]["content"]
    tried, _ = prompted_request(_coded(FAILED, calls_made=2), FORMS, grammar=True)
    assert "Do not use it again" not in tried.messages[-1]["content"]


@pytest.mark.parametrize(
    ("task", "shown"),
    [
        ("multiply 4739 by 8216", False),
        ("sum the amounts in sales.csv", True),
        ("sum the sales", True),
        ("what is the average in the table", True),
        ("draw a chart of the amounts", True),
    ],
)
def test_only_files_that_are_meant_are_named_to_the_writer_of_code(task: str, shown: bool) -> None:
    free = FORMS["code_interpreter"].free_text
    assert free is not None
    prompt = free.prompt({"task": task})
    assert ("/mnt/data/sales.csv (begins with: region,amount)" in prompt) is shown
    assert ("matplotlib" in prompt) is ("chart" in task)


def test_passages_are_given_with_plain_numbers_and_the_question() -> None:
    call = {"type": "function", "function": {"name": "file_search", "arguments": '{"query": "films"}'}}
    history = [
        {"role": "user", "content": "For how long are films lent?"},
        {"role": "assistant", "content": None, "tool_calls": [{"id": "c1", **call}]},
        {"role": "tool", "tool_call_id": "c1", "content": "【1†handbook.txt】\nFilms are lent for 7 days."},
    ]
    tool = {"type": "function", "function": {"name": "file_search", "parameters": {"type": "object"}}}
    asked, _ = prompted_request(
        ModelRequest(messages=history, tools=[tool]), {"file_search": file_search_text.FORM}, grammar=True
    )
    last = asked.messages[-1]["content"]
    assert last.startswith("[1] handbook.txt\nFilms are lent for 7 days.")
    assert "Question: For how long are films lent?" in last
    shown = [m["content"] for m in asked.messages if m["role"] == "assistant" and "[1]" in m["content"]]
    assert len(shown) == 1  # an example shows how to cite


def test_a_table_with_dates_is_told_with_how_to_read_them() -> None:
    beginning = "date,region,unit_price"
    form = words.prompted({"sales.csv": beginning, "notes.txt": "Read me, please"})
    assert form.free_text is not None
    by_column = form.free_text.prompt({"task": "the region that earned most each month"})
    assert f"/mnt/data/sales.csv (begins with: {beginning}). Its dates are text until" in by_column
    assert "parse_dates=['date']; group them by df['date'].dt.strftime('%Y-%m')" in by_column
    assert "notes.txt" not in by_column
    by_amount = form.free_text.prompt({"task": "draw the price of each region by month"})
    assert "; sums are df.groupby(df['date'].dt.strftime('%Y-%m'))['unit_price'].sum()" in by_amount
    assert "strftime" not in form.free_text.prompt({"task": "sum unit_price in sales.csv"})
    assert "/mnt/data" not in form.free_text.prompt({"task": "calculate 3 * 4"})


def test_a_failed_program_is_told_its_own_line_and_the_reason_alone() -> None:
    form = words.prompted({})
    assert form.free_text is not None
    assert form.free_text.again is not None
    trace = (
        'Traceback (most recent call last):\n  File "<cell 1>", line 3, in <module>\n    plt.plot(df.x)\n'
        '  File "/opt/site/lines.py", line 700, in inside\n    deep()\nTypeError: no Period\n'
    )
    wish = form.free_text.again(trace + words._FAILED)
    assert wish.startswith("The program failed:\nin the line: plt.plot(df.x)\nTypeError: no Period\n")
    assert "deep()" not in wish
    assert "no trace" in form.free_text.again("no trace\n" + words._FAILED)

"""Assistants over the wire, through the official SDK with strict validation."""

from __future__ import annotations

import asyncio
from typing import Any

import openai
import pytest

FUNCTION = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Weather of a city",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        "strict": False,
    },
}


def test_create_with_everything_gives_everything_back(client: Any) -> None:
    tools = [
        {"type": "code_interpreter"},
        {
            "type": "file_search",
            "file_search": {
                "max_num_results": 7,
                "ranking_options": {"score_threshold": 0.5, "ranker": "auto"},
            },
        },
        FUNCTION,
    ]
    schema = {"name": "answer", "schema": {"type": "object", "properties": {}}, "strict": True}
    made = client.beta.assistants.create(
        model="scripted-1",
        name="Ada",
        description="Counts",
        instructions="You count.",
        tools=tools,
        metadata={"team": "α", "empty": ""},
        temperature=0.25,
        top_p=0.5,
        response_format={"type": "json_schema", "json_schema": schema},
        reasoning_effort="low",
    )
    assert made.id.startswith("asst_")
    assert made.object == "assistant"
    assert (made.name, made.description, made.instructions) == ("Ada", "Counts", "You count.")
    assert (made.temperature, made.top_p) == (0.25, 0.5)
    assert made.metadata == {"team": "α", "empty": ""}
    assert [tool.model_dump(exclude_unset=True) for tool in made.tools] == tools
    assert made.response_format.json_schema.schema_ == schema["schema"]
    assert made.model_dump()["reasoning_effort"] == "low"
    assert client.beta.assistants.retrieve(made.id) == made


def test_defaults(client: Any) -> None:
    made = client.beta.assistants.create(model="scripted-1")
    assert made.name is None
    assert made.description is None
    assert made.instructions is None
    assert made.tools == []
    assert made.metadata == {}
    assert (made.temperature, made.top_p, made.response_format) == (1.0, 1.0, "auto")
    assert made.tool_resources.model_dump(exclude_unset=True) == {}


def test_modify_replaces_what_is_given_and_keeps_the_rest(client: Any) -> None:
    made = client.beta.assistants.create(
        model="scripted-1", name="Old", instructions="Old.", metadata={"a": "1", "b": "2"}, tools=[FUNCTION]
    )
    changed = client.beta.assistants.update(made.id, name="New", metadata={"c": "3"})
    assert (changed.name, changed.instructions) == ("New", "Old.")
    assert changed.metadata == {"c": "3"}
    assert len(changed.tools) == 1
    assert changed.created_at == made.created_at
    cleared = client.beta.assistants.update(
        made.id, instructions=None, tools=[], metadata=None, temperature=0
    )
    assert cleared.instructions is None
    assert cleared.tools == []
    assert cleared.metadata == {}
    assert cleared.temperature == 0
    assert client.beta.assistants.retrieve(made.id) == cleared


def test_deleted_is_gone_and_can_be_restored(client: Any, engine: Any) -> None:
    made = client.beta.assistants.create(model="scripted-1", name="Phoenix")
    deleted = client.beta.assistants.delete(made.id)
    assert deleted.model_dump() == {"id": made.id, "object": "assistant.deleted", "deleted": True}
    for call in (
        lambda: client.beta.assistants.retrieve(made.id),
        lambda: client.beta.assistants.update(made.id, name="x"),
        lambda: client.beta.assistants.delete(made.id),
    ):
        with pytest.raises(openai.NotFoundError, match=f"No assistant found with id '{made.id}'"):
            call()
    assert made.id not in [a.id for a in client.beta.assistants.list(limit=100)]
    with engine.http() as http:
        assert http.post(f"/v1/assistants/{made.id}/restore").json()["name"] == "Phoenix"
    assert client.beta.assistants.retrieve(made.id) == made


def test_listing_while_deleting_goes_through_everything(client: Any) -> None:
    made = {client.beta.assistants.create(model="scripted-1", name="bulk").id for _ in range(7)}
    seen = set()
    for item in client.beta.assistants.list(limit=2):  # the cursor of each next page was just deleted
        if item.id in made:
            client.beta.assistants.delete(item.id)
            seen.add(item.id)
    assert seen == made


def test_async_client(engine: Any) -> None:
    async def scenario() -> None:
        async with engine.async_client() as client:
            made = await client.beta.assistants.create(model="scripted-1", name="async")
            assert (await client.beta.assistants.retrieve(made.id)).name == "async"
            assert made.id in [a.id async for a in client.beta.assistants.list(limit=1)]
            await client.beta.assistants.delete(made.id)

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("params", "param", "code"),
    [
        ({}, "model", "missing_required_parameter"),
        ({"model": None}, "model", "invalid_type"),
        ({"model": ""}, "model", "empty_string"),
        ({"model": 5}, "model", "invalid_type"),
        ({"name": "x" * 257}, "name", "string_above_max_length"),
        ({"description": "x" * 513}, "description", "string_above_max_length"),
        ({"instructions": "x" * 256_001}, "instructions", "string_above_max_length"),
        ({"temperature": 2.1}, "temperature", "decimal_above_max_value"),
        ({"temperature": -1}, "temperature", "decimal_below_min_value"),
        ({"temperature": "hot"}, "temperature", "invalid_type"),
        ({"top_p": 1.01}, "top_p", "decimal_above_max_value"),
        ({"top_p": True}, "top_p", "invalid_type"),
        ({"metadata": {f"k{i}": "v" for i in range(17)}}, "metadata", "object_above_max_properties"),
        ({"metadata": {"k" * 65: "v"}}, "metadata", "property_name_above_max_length"),
        ({"metadata": {"k": "v" * 513}}, "metadata.k", "string_above_max_length"),
        ({"metadata": {"k": 1}}, "metadata.k", "invalid_type"),
        ({"metadata": {"k": None}}, "metadata.k", "invalid_type"),
        ({"metadata": "k"}, "metadata", "invalid_type"),
        ({"tools": "code_interpreter"}, "tools", "invalid_type"),
        ({"tools": [{"type": "code_interpreter"}] * 129}, "tools", "array_above_max_length"),
        ({"tools": ["code_interpreter"]}, "tools[0]", "invalid_type"),
        ({"tools": [{}]}, "tools[0].type", "missing_required_parameter"),
        ({"tools": [{"type": "retrieval"}]}, "tools[0].type", "invalid_value"),
        ({"tools": [{"type": "function"}]}, "tools[0].function", "missing_required_parameter"),
        (
            {"tools": [{"type": "function", "function": {}}]},
            "tools[0].function.name",
            "missing_required_parameter",
        ),
        (
            {"tools": [{"type": "function", "function": {"name": "a b"}}]},
            "tools[0].function.name",
            "invalid_value",
        ),
        (
            {"tools": [{"type": "function", "function": {"name": "a" * 65}}]},
            "tools[0].function.name",
            "string_above_max_length",
        ),
        (
            {"tools": [{"type": "function", "function": {"name": "a", "parameters": {"type": "thing"}}}]},
            "tools[0].function.parameters",
            "invalid_function_parameters",
        ),
        (
            {"tools": [{"type": "file_search", "file_search": {"max_num_results": 51}}]},
            "tools[0].file_search.max_num_results",
            "integer_above_max_value",
        ),
        (
            {"tools": [{"type": "file_search", "file_search": {"max_num_results": 1.5}}]},
            "tools[0].file_search.max_num_results",
            "invalid_type",
        ),
        (
            {
                "tools": [
                    {"type": "file_search", "file_search": {"ranking_options": {"score_threshold": 1.5}}}
                ]
            },
            "tools[0].file_search.ranking_options.score_threshold",
            "decimal_above_max_value",
        ),
        ({"response_format": "json"}, "response_format", "invalid_value"),
        ({"response_format": {"type": "xml"}}, "response_format.type", "invalid_value"),
        (
            {"response_format": {"type": "json_schema"}},
            "response_format.json_schema",
            "missing_required_parameter",
        ),
        (
            {"response_format": {"type": "json_schema", "json_schema": {"name": "a", "schema": {"type": 3}}}},
            "response_format.json_schema.schema",
            "invalid_json_schema",
        ),
        (
            {"tool_resources": {"code_interpreter": {"file_ids": [f"file-{i}" for i in range(21)]}}},
            "tool_resources.code_interpreter.file_ids",
            "array_above_max_length",
        ),
        (
            {"tool_resources": {"file_search": {"vector_store_ids": ["vs_1", "vs_2"]}}},
            "tool_resources.file_search.vector_store_ids",
            "array_above_max_length",
        ),
        ({"file_ids": []}, "file_ids", "unknown_parameter"),
        ({"reasoning_effort": "huge"}, "reasoning_effort", "invalid_value"),
    ],
)
def test_what_cannot_be_an_assistant_is_refused_by_name(
    client: Any, params: dict[str, Any], param: str, code: str
) -> None:
    body = params if params in ({}, {"model": None}) else {"model": "scripted-1", **params}
    with pytest.raises(openai.BadRequestError) as caught:
        client.post("/assistants", body=body, cast_to=object)
    assert (caught.value.param, caught.value.code) == (param, code)
    assert caught.value.type == "invalid_request_error"
    assert caught.value.body.keys() == {"message", "type", "param", "code"}


def test_limits_themselves_are_allowed(client: Any) -> None:
    made = client.beta.assistants.create(
        model="scripted-1",
        name="x" * 256,
        description="y" * 512,
        instructions="z" * 256_000,
        metadata={f"{i:064}": "v" * 512 for i in range(16)},
        tools=[{"type": "function", "function": {"name": f"f{i}"}} for i in range(128)],
        temperature=2,
        top_p=0,
    )
    assert len(made.tools) == 128
    assert len(made.metadata) == 16


def test_missing_files_and_stores_are_named(client: Any) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        client.beta.assistants.create(
            model="m", tool_resources={"code_interpreter": {"file_ids": ["file-none"]}}
        )
    assert caught.value.param == "tool_resources.code_interpreter.file_ids[0]"
    with pytest.raises(openai.NotFoundError, match="vs_none"):
        client.beta.assistants.create(
            model="m", tool_resources={"file_search": {"vector_store_ids": ["vs_none"]}}
        )
    with pytest.raises(openai.NotFoundError) as caught:
        client.beta.assistants.create(
            model="m", tool_resources={"file_search": {"vector_stores": [{"file_ids": ["file-none"]}]}}
        )
    assert caught.value.param == "tool_resources.file_search.vector_stores[0].file_ids[0]"

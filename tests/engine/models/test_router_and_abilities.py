"""Where names lead, over which API, and what is known of a model."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from app.connections.profile import Profile, save_profiles
from app.engine.models.abilities import Abilities, Learned, of_catalogue, of_props, of_service_model
from app.engine.models.failures import UpstreamFailed
from tests.engine.runs.in_process import bench
from tests.engine.runs.support import WEATHER
from tests.support.scripted_upstream import Error, Raw, ScriptedUpstream, Text, ToolCalls


def test_listed_models_of_services() -> None:
    assert of_service_model("gpt-4o-2024-11-20") == {"context": 128000, "vision": True, "reasoning": False}
    assert of_service_model("o4-mini-2025-04-16")["refused"] == ["temperature", "top_p"]
    assert of_service_model("gpt-4")["context"] == 8192
    assert of_service_model("openai/gpt-4.1-mini")["context"] == 1047576
    assert of_service_model("o3-pro-2025-06-10")["api"] == "responses"
    assert of_service_model("gpt-40") == {}
    assert of_service_model("my-gpt-4o") == {}


def test_listed_local_models() -> None:
    assert of_catalogue("qwen2.5-coder-1.5b-instruct-q4_k_m.gguf") == {
        "tools": "prompted", "vision": False, "json_schema": True, "weak": False,
    }  # fmt: skip
    assert of_catalogue("unknown.gguf") == {}


def test_what_a_local_server_tells() -> None:
    props = {"n_ctx": 4096, "chat_template_caps": {"supports_tools": True}, "modalities": {"vision": True}}
    assert of_props(props) == {
        "json_schema": True,
        "tools": "native",
        "probe": True,
        "context": 4096,
        "vision": True,
    }
    assert of_props({"default_generation_settings": {"n_ctx": 2048}}) == {
        "json_schema": True,
        "context": 2048,
    }
    assert of_props({"chat_template_caps": {"supports_tools": False}})["tools"] == "prompted"


def test_what_was_learned_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "abilities.json"
    learned = Learned(path)
    learned.add("a", tools="prompted", context=100)
    learned.add("a", refused=["top_p"])
    learned.add("a", refused=["temperature"])
    again = Learned(path).of("a")
    assert again == {"tools": "prompted", "context": 100, "refused": ["temperature", "top_p"]}
    abilities = Abilities(tools="native").updated(again)
    assert abilities == Abilities(tools="prompted", context=100, refused=frozenset({"top_p", "temperature"}))
    path.write_text("{broken")
    assert Learned(path).of("a") == {}


def profiles(folder: Path, *made: Profile) -> None:
    from app.core.paths import resolve

    save_profiles(resolve(folder).create().profiles, list(made))


def test_a_model_that_only_the_responses_api_has(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream(models=["thinker"]) as upstream:
            profiles(
                tmp_path / "data",
                Profile(id="r", name="R", base_url=upstream.base_url, api="responses", models=("thinker",)),
            )
            async with bench(tmp_path / "data") as made:
                assistant_id = await made.assistant(
                    model="r/thinker", instructions="Be brief.", tools=[WEATHER], temperature=0.5, reasoning_effort="low",
                    response_format={"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "object"}, "strict": False}},
                )  # fmt: skip
                thread_id = await made.thread("Weather?")
                upstream.reply(
                    ToolCalls(
                        [("get_weather", '{"city": "Rome"}'), ("get_weather", '{"city": "Oslo"}')],
                        ids=["call_1", "call_2"],
                    ),
                    Text("Sunny there.", prompt_tokens=30),
                )
                run = await made.run(thread_id, assistant_id, max_completion_tokens=500)
                assert run.status == "requires_action"
                calls = run.required_action["submit_tool_outputs"]["tool_calls"]
                assert [(c["id"], c["function"]["arguments"]) for c in calls] == [
                    ("call_1", '{"city": "Rome"}'), ("call_2", '{"city": "Oslo"}'),
                ]  # fmt: skip
                await made.runs.submit_tool_outputs(
                    thread_id, run.id, [{"tool_call_id": c["id"], "output": "sunny"} for c in calls]
                )
                await made.events(run)
                done = await made.row(run.id)
                assert done.status == "completed"
                assert done.usage == {"prompt_tokens": 41, "completion_tokens": 9, "total_tokens": 50}
                first, second = upstream.requests
                assert first.path == "/v1/responses"
                body = first.body
                assert (body["instructions"], body["store"], body["stream"]) == ("Be brief.", False, True)
                assert (body["temperature"], body["reasoning"], body["max_output_tokens"]) == (
                    0.5,
                    {"effort": "low"},
                    500,
                )
                assert body["text"]["format"] == {
                    "type": "json_schema",
                    "name": "x",
                    "schema": {"type": "object"},
                    "strict": False,
                }
                assert body["tools"][0]["name"] == "get_weather"
                assert [item["type"] for item in second.body["input"]] == [
                    "message", "function_call", "function_call", "function_call_output", "function_call_output",
                ]  # fmt: skip
                assert (await made.messages(thread_id))[-1].content[0]["text"]["value"] == "Sunny there."

    asyncio.run(drive())


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Text("one two three", drop_after=1), "broke"),
        (Error(401, "Incorrect API key"), "key"),
        (Raw(b'data: {"type": "error", "message": "overloaded", "code": "server_error"}\n\n', content_type="text/event-stream"), "overloaded"),
        (
            Raw(
                b"data: %b\n\n" % json.dumps({"type": "response.failed", "response": {"status": "failed", "error": {"code": "server_error", "message": "no luck"}}}).encode(),
                content_type="text/event-stream",
            ),
            "no luck",
        ),
        (Raw(b"<!doctype html><html></html>", content_type="text/html"), "web page"),
    ],
)  # fmt: skip
def test_the_responses_api_fails_in_words_too(tmp_path: Path, reply: Any, words: str) -> None:
    async def drive() -> None:
        with ScriptedUpstream(models=["thinker"]) as upstream:
            upstream.default = reply
            profiles(
                tmp_path / "data",
                Profile(id="r", name="R", base_url=upstream.base_url, api="responses", models=("thinker",)),
            )
            async with bench(tmp_path / "data") as made:
                run = await made.run(await made.thread("Hi"), await made.assistant(model="thinker"))
                assert run.status == "failed"
                assert words in run.last_error["message"]

    asyncio.run(drive())


def test_azure(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream(
            models=["gpt-x"], prefix="/openai/deployments/gpt-x", key="azure-key"
        ) as upstream:
            origin = upstream.base_url.partition("/openai")[0]
            profiles(
                tmp_path / "data",
                Profile(
                    id="az",
                    name="Azure",
                    base_url=origin,
                    kind="azure",
                    api_version="2025-01-01",
                    models=("gpt-x",),
                    keyring_entry="az",
                ),
            )
            async with bench(tmp_path / "data") as made:
                made.options.secrets["az"] = "azure-key"
                run = await made.run(
                    await made.thread("Hi"), await made.assistant(model="az/gpt-x"), max_completion_tokens=300
                )
                assert (run.status, run.last_error) == ("completed", None)
                [request] = upstream.chats
                assert request.headers["api-key"] == "azure-key"
                assert "authorization" not in request.headers
                assert request.body["max_completion_tokens"] == 300

    asyncio.run(drive())


def test_a_keyring_that_is_locked_is_said(tmp_path: Path) -> None:
    async def drive() -> None:
        profiles(
            tmp_path / "data",
            Profile(
                id="env",
                name="Env",
                base_url="http://127.0.0.1:9/v1",
                keyring_entry="env:NO_SUCH_VARIABLE_HERE",
            ),
        )
        async with bench(tmp_path / "data") as made:
            route = await made.models.resolve("env/any")  # no key: the service may need none
            assert route.kind == "compatible"
            broken = Profile(id="bad", name="Bad", base_url="http://127.0.0.1:9/v1", proxy="socks5://x")
            profiles(tmp_path / "data", broken)
            with pytest.raises(UpstreamFailed, match="proxy"):
                await made.models.resolve("bad/any")

    asyncio.run(drive())


def test_a_damaged_list_of_connections_harms_nobody_else(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                made.paths.profiles.write_text("{broken")
                assert (await made.run(await made.thread("Hi"), await made.assistant())).status == "completed"
                assert {m["id"] for m in await made.models.list_models()} >= {"scripted-1"}

    asyncio.run(drive())

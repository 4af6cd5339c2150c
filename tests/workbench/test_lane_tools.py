"""The tool loop of lanes whose service runs no tools: real engine, real sandbox, real stores; only the model is played."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from app.connections.secrets import KeyStore
from app.core.entities import ENGINE, ModelRef
from app.core.run_events import (
    Citation,
    CodeFinished,
    CodeImage,
    CodeInput,
    CodeLogs,
    NeedsToolOutput,
    Notice,
    RunEvent,
    StepStarted,
    ToolOutput,
)
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.lane import Attachment, BaseLane, LaneSettings
from app.workbench.playground.responses_lane import ResponsesLane
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.lane_tools import LaneTools
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.tools.specs import LANES, HandlerSpec
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls
from tests.workbench.lanes import FixedClients, end, gather, of, text

MODEL = ModelRef(ENGINE, "scripted-1")
WEATHER = {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
KINDS: dict[str, Any] = {"chat": ChatLane, "responses": ResponsesLane}
Scenario = Callable[[Any, FunctionHandlers], Awaitable[None]]


def with_lane(engine: Any, kind: Any, settings: LaneSettings, work: Scenario) -> None:
    async def run() -> None:
        clients = FixedClients({ENGINE: (engine.base_url, engine.token)})
        keys = KeyStore(session={})
        servers = McpServers(keys)
        handlers = FunctionHandlers(HandlerStore(None), clients, keys, servers)
        lane: BaseLane = kind("lane-1", MODEL, clients=clients, settings=settings)
        lane.toolbox = LaneTools(handlers, clients)
        try:
            await work(lane, handlers)
            await lane.reset()
        finally:
            await servers.close()
            await clients.close()

    asyncio.run(run())


def code(text: str) -> ToolCalls:
    return ToolCalls([("code_interpreter", json.dumps({"code": text}))])


def notices(events: list[RunEvent]) -> str:
    return " ".join(event.text for event in of(Notice, events))


@pytest.mark.parametrize("api", ["chat", "responses"])
def test_a_model_reads_the_ends_of_a_long_output_and_each_reason_once(
    engine: Any, upstream: ScriptedUpstream, api: str
) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(
            code("print('first' + 'x' * 300_000 + 'last')"), code("import os; os._exit(3)"), Text("Done.")
        )
        await gather(lane.send("Print much, then crash."))
        asked = json.dumps(upstream.requests[-1].body, ensure_ascii=False)
        assert len(asked) < 100_000
        assert "firstxxx" in asked
        assert "xxxlast" in asked
        assert "characters left out" in asked
        assert asked.count("its process ended itself with exit code 3") == 1

    with_lane(engine, KINDS[api], LaneSettings(code_interpreter=True), scenario)


@pytest.mark.parametrize("api", ["chat", "responses"])
def test_code_runs_in_one_session_and_its_output_comes_live(
    engine: Any, upstream: ScriptedUpstream, api: str
) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        draw = "import matplotlib.pyplot as plt\nx = 41\nprint('first')\nplt.plot([1, 2])\nplt.show()\n"
        draw += "open('/mnt/data/out.csv', 'w').write('a,b')\nprint('last')"
        upstream.reply(code(draw), code("x + 1"), Text("It is 42: [out](sandbox:/mnt/data/out.csv)."))
        events = await gather(lane.send("Calculate"))
        assert end(events).status == "completed"
        assert [e.kind for e in of(StepStarted, events)] == ["code_interpreter", "code_interpreter"]
        first = of(StepStarted, events)[0].step_id
        assert "".join(e.code for e in of(CodeInput, events) if e.call_id == first) == draw
        assert len([e for e in of(CodeImage, events) if e.file_id]) == 1
        shown = [
            type(e).__name__ for e in events if isinstance(e, CodeLogs | CodeImage) and e.call_id == first
        ]
        # One print may come in two pieces when the computer is busy; the order of text and images is what counts.
        assert [name for name, _ in groupby(shown)] == ["CodeLogs", "CodeImage", "CodeLogs"]
        printed = "".join(e.logs for e in of(CodeLogs, events) if e.call_id == first)
        assert printed.split() == ["first", "last"]
        ended = of(CodeFinished, events)
        assert [e.status for e in ended] == ["completed", "completed"]
        assert [one["name"] for one in ended[0].files] == ["out.csv"]
        assert "42" in "".join(e.logs for e in of(CodeLogs, events) if e.call_id != first)
        (cited,) = of(Citation, events)
        assert text(events)[cited.start : cited.end] == cited.marker == "sandbox:/mnt/data/out.csv"
        assert cited.file_id == ended[0].files[0]["file_id"]
        asked = json.dumps(upstream.requests[-1].body)
        assert "first" in asked
        assert "out.csv" in asked
        assert not of(
            ToolOutput, events
        )  # the card shows the cell's own output, not once more what the model reads

    with_lane(engine, KINDS[api], LaneSettings(code_interpreter=True), scenario)


def test_files_of_a_prompt_lie_in_the_session(engine: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(code("print(sum(open('/mnt/data/données.bin', 'rb').read()))"), Text("256"))
        events = await gather(
            lane.send("Sum", [Attachment("données.bin", "application/octet-stream", b"\xff\x00\x01")])
        )
        assert end(events).status == "completed"
        assert of(CodeLogs, events)[0].logs.strip() == "256"
        assert "/mnt/data/données.bin" in upstream.chats[0].body["messages"][-1]["content"]

    with_lane(engine, ChatLane, LaneSettings(code_interpreter=True), scenario)


def test_code_that_fails_and_calls_that_are_wrong_become_words(
    engine: Any, upstream: ScriptedUpstream
) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(
            code("1 / 0"),
            ToolCalls([("code_interpreter", "{}")]),
            ToolCalls([("imaginary", "{}")]),
            Text("Sorry"),
        )
        events = await gather(lane.send("Calculate"))
        assert end(events).status == "completed"
        assert [e.status for e in of(CodeFinished, events)] == ["failed", "failed"]
        told = [m["content"] for m in upstream.chats[-1].body["messages"] if m["role"] == "tool"]
        assert "ZeroDivisionError" in told[0]
        assert "hold no code" in told[1]
        assert "there is no tool “imaginary”. Tools: code_interpreter." in told[2]
        assert "imaginary" in notices(events)

    with_lane(engine, ChatLane, LaneSettings(code_interpreter=True), scenario)


def test_stop_ends_the_cell_and_the_session_goes_on(engine: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(code("import time\nprint('on', flush=True)\ntime.sleep(60)"))
        events: list[RunEvent] = []
        async for event in lane.send("Wait"):
            events.append(event)
            if isinstance(event, CodeLogs):
                began = time.monotonic()
                asyncio.get_running_loop().create_task(lane.cancel())
        assert end(events).status == "cancelled"
        assert time.monotonic() - began < 10
        assert of(CodeFinished, events)[-1].status == "cancelled"
        upstream.reply(code("print('again')"), Text("done"))
        after = await gather(lane.send("And now?"))
        assert end(after).status == "completed"
        assert of(CodeLogs, after)[0].logs.strip() == "again"

    with_lane(engine, ChatLane, LaneSettings(code_interpreter=True), scenario)


def test_file_search_finds_and_cites(engine: Any, client: Any, upstream: ScriptedUpstream) -> None:
    store = client.vector_stores.create(name="Notes")
    client.vector_stores.files.upload_and_poll(
        vector_store_id=store.id, file=("notes.txt", b"The cellar key hangs behind the blue clock.")
    )

    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(
            ToolCalls([("file_search", '{"queries": ["cellar key"]}')]),
            Text("Behind the blue clock 【1†notes.txt】."),
        )
        events = await gather(lane.send("Where is the key?"))
        assert end(events).status == "completed"
        assert of(StepStarted, events)[0].kind == "file_search"
        told = next(m["content"] for m in upstream.chats[-1].body["messages"] if m["role"] == "tool")
        assert "behind the blue clock" in told
        (cited,) = of(Citation, events)
        assert text(events)[cited.start : cited.end] == "【1†notes.txt】"

    settings = LaneSettings(file_search=True, vector_store_ids=(store.id,))
    with_lane(engine, ChatLane, settings, scenario)


def test_a_store_that_is_gone_is_words(engine: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(ToolCalls([("file_search", '{"queries": ["x"]}')]), Text("Sorry"))
        events = await gather(lane.send("Where?"))
        assert end(events).status == "completed"
        assert "were not searched" in notices(events)

    settings = LaneSettings(file_search=True, vector_store_ids=("vs_gone",))
    with_lane(engine, ChatLane, settings, scenario)


@pytest.mark.parametrize("kind", [ChatLane, ResponsesLane, AssistantsLane])
def test_functions_are_answered_alike_and_a_person_answers_the_rest(
    engine: Any, upstream: ScriptedUpstream, kind: Any
) -> None:
    async def scenario(lane: Any, handlers: FunctionHandlers) -> None:
        await handlers.store.put(LANES, "weather", HandlerSpec("canned", text="18 °C in {{city}}"))
        calls = ToolCalls([("weather", '{"city": "Bonn"}'), ("ask", "{}")])
        upstream.reply(calls, Text("18 degrees"))
        events = await gather(lane.send("Weather?"))
        assert end(events).status == "requires_action"
        (waiting,) = of(NeedsToolOutput, events)[-1].calls
        assert waiting.name == "ask"
        after = await gather(lane.submit({waiting.call_id: "typed"}))
        assert end(after).status == "completed"
        sent = json.dumps(upstream.requests[-1].body, ensure_ascii=False)
        assert "18 °C in Bonn" in sent
        assert "typed" in sent

    with_lane(engine, kind, LaneSettings(functions=(WEATHER, {"name": "ask"})), scenario)


def test_an_assistants_lane_has_the_tools_that_are_on(engine: Any, upstream: ScriptedUpstream) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(code("print(6 * 7)\nopen('/mnt/data/a.txt', 'w').write('x')"), Text("42"))
        events = await gather(lane.send("Calculate"))
        assert end(events).status == "completed"
        assert "".join(e.code for e in of(CodeInput, events)).startswith("print(6 * 7)")
        assert "".join(e.logs for e in of(CodeLogs, events)).split()[0] == "42"
        (ended,) = of(CodeFinished, events)
        assert ended.status == "completed"
        assert ended.seconds > 0
        assert [one["name"] for one in ended.files] == ["a.txt"]

    with_lane(engine, AssistantsLane, LaneSettings(code_interpreter=True), scenario)


def test_an_engine_that_is_lost_in_a_cell_is_words_and_the_answer_goes_on(
    upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine:

        async def run() -> None:
            clients = FixedClients(
                {ENGINE: (engine.base_url, engine.token), "acme": (upstream.base_url, "sk-test")}
            )
            keys = KeyStore(session={})
            servers = McpServers(keys)
            settings = LaneSettings(code_interpreter=True)
            lane = ChatLane("lane-1", ModelRef("acme", "scripted-1"), clients=clients, settings=settings)
            lane.toolbox = LaneTools(FunctionHandlers(HandlerStore(None), clients, keys, servers), clients)
            upstream.reply(code("import time\nprint('on', flush=True)\ntime.sleep(60)"), Text("Sorry"))
            events: list[RunEvent] = []
            async for event in lane.send("Wait"):
                events.append(event)
                if isinstance(event, CodeLogs):
                    engine.kill()
            assert end(events).status == "completed"
            assert text(events) == "Sorry"
            assert of(CodeFinished, events)[0].status == "lost"
            assert "did not run to its end" in notices(events)
            told = [m["content"] for m in upstream.chats[-1].body["messages"] if m["role"] == "tool"]
            assert told[0].startswith("Error:")
            await clients.close()

        asyncio.run(run())


def test_files_of_an_assistants_lane_lie_where_code_finds_them(
    engine: Any, upstream: ScriptedUpstream
) -> None:
    async def scenario(lane: Any, _handlers: FunctionHandlers) -> None:
        upstream.reply(code("print(open('/mnt/data/prices.csv').read())"), Text("Read"))
        events = await gather(lane.send("Read", [Attachment("prices.csv", "text/csv", b"a,b\n1,2")]))
        assert end(events).status == "completed"
        assert "1,2" in "".join(e.logs for e in of(CodeLogs, events))

    with_lane(engine, AssistantsLane, LaneSettings(code_interpreter=True), scenario)

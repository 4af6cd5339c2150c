"""Tools that the engine runs itself, through the registry that the code interpreter and file search use."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.core.errors import AppError
from app.engine.models.tool_calling import FreeText, PromptedForm
from app.engine.runs.tools import (
    ANSWER_LIMIT,
    LEAST_ANSWER,
    ServerCall,
    ServerToolResult,
    output_limit,
    shortened,
)
from app.engine.store.tables import Run
from tests.engine.runs.in_process import Bench, bench
from tests.engine.runs.support import WEATHER, sent
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls

Json = dict[str, Any]


class Adder:
    """A code interpreter that can only add: its input is ``1+2``."""

    name = "code_interpreter"

    def __init__(self) -> None:
        self.prepared: list[str] = []
        self.fail = False
        self.started = asyncio.Event()
        self.hang = False

    def definition(self, tool: Mapping[str, Any], run: Run) -> Json | None:
        return {
            "name": self.name,
            "description": "Adds.",
            "parameters": {
                "type": "object",
                "properties": {"code": {"type": "string"}},
                "required": ["code"],
            },
        }

    def instructions(self, tool: Mapping[str, Any], run: Run) -> str:
        return "You can add."

    def prompted(self, tool: Mapping[str, Any], run: Run) -> PromptedForm | None:
        task = {"type": "object", "properties": {"task": {"type": "string"}}, "required": ["task"]}
        return PromptedForm(
            "adds",
            task,
            (("2 and 2?", {"task": "2 and 2"}),),
            FreeText("code", lambda given: f"Write code for {given['task']}"),
        )

    def opening(self, arguments: str) -> Json:
        return {"input": self.input_text(arguments) or "", "outputs": []}

    def input_text(self, arguments: str) -> str | None:
        _, _, code = arguments.partition('"code": "')
        return code.rstrip('"}')

    async def run(self, call: ServerCall) -> ServerToolResult:
        self.started.set()
        if self.hang:
            await asyncio.sleep(60)
        if self.fail:
            raise AppError("The adder is out of order.", advice="Try again tomorrow.")
        code = json.loads(call.arguments)["code"]
        total = str(sum(int(number) for number in code.split("+")))
        outputs = [{"index": 0, "type": "logs", "logs": total}]
        call.announce({"outputs": outputs})
        return ServerToolResult(
            {"input": code, "outputs": [{"type": "logs", "logs": total}]},
            total,
            message_parts=[{"type": "image_file", "image_file": {"file_id": "file-1"}}],
            notes=["It added."],
        )

    def history(self, details: Mapping[str, Any]) -> tuple[str, str] | None:
        return json.dumps({"code": details["input"]}), details["outputs"][0]["logs"]

    async def annotate(self, run: Run, text: str) -> Sequence[Json]:
        start = text.find("3")
        if start < 0:
            return []
        return [
            {
                "type": "file_citation", "text": "3", "start_index": start, "end_index": start + 1,
                "file_citation": {"file_id": "file-1"},
            }
        ]  # fmt: skip

    async def prepare(self, run: Run) -> None:
        self.prepared.append(run.id)


ADDING = ToolCalls([("code_interpreter", '{"code": "1+2"}')], ids=["call_add"])


def drive(folder: Path, script: Any) -> None:
    async def run() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(folder / "data", upstream=upstream.base_url) as made:
                adder = Adder()
                made.runs.tools.register(adder)
                await script(made, upstream, adder)

    asyncio.run(run())


def test_a_server_tool_from_call_to_citation(tmp_path: Path) -> None:
    async def script(made: Bench, upstream: ScriptedUpstream, adder: Adder) -> None:
        upstream.reply(ADDING, Text("That makes 3."))
        assistant_id = await made.assistant(
            tools=[{"type": "code_interpreter"}, WEATHER], instructions="Count."
        )
        thread_id = await made.thread("1 and 2?")
        run = await made.runs.create_run(thread_id, {"assistant_id": assistant_id})
        events = [(e.event, e.data) for e in await made.events(run)]
        row = await made.row(run.id)
        assert row.status == "completed"
        assert adder.prepared == [run.id]
        assert row.context["notes"] == ["It added."]
        first, second = sent(upstream)
        assert first["messages"][0]["content"] == "Count.\n\nYou can add."
        assert [tool["function"]["name"] for tool in first["tools"]] == ["get_weather", "code_interpreter"]
        assert second["messages"][-1] == {"role": "tool", "tool_call_id": "call_add", "content": "3"}

        deltas = [
            json.loads(data)["delta"]["step_details"]["tool_calls"][0]
            for name, data in events
            if name == "thread.run.step.delta"
        ]
        assert deltas[0] == {
            "index": 0, "id": "call_add", "type": "code_interpreter", "code_interpreter": {"input": "", "outputs": []},
        }  # fmt: skip
        assert "".join(d["code_interpreter"].get("input", "") for d in deltas) == "1+2"
        assert deltas[-1]["code_interpreter"] == {"outputs": [{"index": 0, "type": "logs", "logs": "3"}]}
        tool_step, message_step = await made.steps(run.id)
        assert tool_step.step_details["tool_calls"] == [
            {
                "id": "call_add", "type": "code_interpreter",
                "code_interpreter": {"input": "1+2", "outputs": [{"type": "logs", "logs": "3"}]},
            }
        ]  # fmt: skip
        assert (tool_step.status, message_step.status) == ("completed", "completed")
        message = (await made.messages(thread_id))[-1]
        assert [part["type"] for part in message.content] == ["image_file", "text"]
        assert message.content[1]["text"]["value"] == "That makes 3."
        assert message.content[1]["text"]["annotations"][0]["start_index"] == 11
        parts = [
            json.loads(data)["delta"]["content"][0] for name, data in events if name == "thread.message.delta"
        ]
        assert parts[0] == {"index": 0, "type": "image_file", "image_file": {"file_id": "file-1"}}
        assert parts[-1]["text"]["annotations"][0]["index"] == 0
        assert {part["index"] for part in parts[1:]} == {1}
        # The next run is told of the call.
        upstream.reply(Text("ok"))
        await made.run(thread_id, assistant_id)
        roles = [m["role"] for m in sent(upstream)[-1]["messages"]]
        assert roles == ["system", "user", "assistant", "tool", "assistant"]

    drive(tmp_path, script)


def test_server_tools_and_functions_in_one_answer(tmp_path: Path) -> None:
    async def script(made: Bench, upstream: ScriptedUpstream, adder: Adder) -> None:
        upstream.reply(
            ToolCalls(
                [("code_interpreter", '{"code": "1+2"}'), ("get_weather", "{}")], ids=["call_add", "call_sky"]
            ),
            Text("Done."),
        )
        assistant_id = await made.assistant(tools=[{"type": "code_interpreter"}, WEATHER])
        run = await made.run(await made.thread("Both"), assistant_id)
        assert run.status == "requires_action"
        assert [c["id"] for c in run.required_action["submit_tool_outputs"]["tool_calls"]] == ["call_sky"]
        [step] = await made.steps(run.id)
        assert [c["type"] for c in step.step_details["tool_calls"]] == ["code_interpreter", "function"]
        await made.runs.submit_tool_outputs(
            run.thread_id, run.id, [{"tool_call_id": "call_sky", "output": "blue"}]
        )
        await made.events(run)
        assert (await made.row(run.id)).status == "completed"
        outputs = [m for m in sent(upstream)[-1]["messages"] if m["role"] == "tool"]
        assert [(m["tool_call_id"], m["content"]) for m in outputs] == [
            ("call_add", "3"),
            ("call_sky", "blue"),
        ]
        message = (await made.messages(run.thread_id))[-1]
        assert [part["type"] for part in message.content] == ["image_file", "text"]

    drive(tmp_path, script)


def test_a_server_tool_that_fails_or_is_cancelled(tmp_path: Path) -> None:
    async def script(made: Bench, upstream: ScriptedUpstream, adder: Adder) -> None:
        assistant_id = await made.assistant(tools=[{"type": "code_interpreter"}])
        upstream.reply(ADDING)
        adder.fail = True
        run = await made.run(await made.thread("Add"), assistant_id)
        assert (run.status, run.last_error["message"]) == (
            "failed",
            "The adder is out of order. Try again tomorrow.",
        )
        assert [step.status for step in await made.steps(run.id)] == ["failed"]
        adder.fail, adder.hang = False, True
        adder.started.clear()
        upstream.reply(ADDING)
        run = await made.runs.create_run(await made.thread("Add"), {"assistant_id": assistant_id})
        await asyncio.wait_for(adder.started.wait(), 10)
        await made.runs.cancel(run.thread_id, run.id)
        assert (await made.events(run))[-2].event == "thread.run.cancelled"
        [step] = await made.steps(run.id)
        assert step.status == "cancelled"
        assert step.step_details["tool_calls"][0]["code_interpreter"]["input"] == "1+2"

    drive(tmp_path, script)


def test_a_model_that_never_stops_calling_is_stopped(tmp_path: Path) -> None:
    async def script(made: Bench, upstream: ScriptedUpstream, adder: Adder) -> None:
        upstream.default = ADDING
        assistant_id = await made.assistant(tools=[{"type": "code_interpreter"}])
        run = await made.run(await made.thread("Add"), assistant_id)
        assert run.status == "failed"
        assert "100 times" in run.last_error["message"]
        assert len(sent(upstream)) == 100

    drive(tmp_path, script)


def test_a_prompted_model_writes_code_in_a_second_step(tmp_path: Path) -> None:
    async def script(made: Bench, upstream: ScriptedUpstream, adder: Adder) -> None:
        route = await made.models.resolve("scripted-1")
        route.learn(tools="prompted")
        upstream.reply(
            Text('{"tool": "code_interpreter", "arguments": {"task": "1 and 2"}}'),
            Text("Here you are:\n```python\n1+2\n```\nThat is all."),
            Text('{"tool": "none", "reply": "It is 3."}'),
        )
        assistant_id = await made.assistant(tools=[{"type": "code_interpreter"}])
        run = await made.run(await made.thread("1 and 2?"), assistant_id)
        assert (run.status, run.last_error) == ("completed", None)
        assert run.context["model_calls"][0]["tool_calling"] == "prompted"
        choose, write, answer = sent(upstream)
        assert choose["response_format"]["json_schema"]["schema"]["anyOf"][0]["properties"]["arguments"][
            "properties"
        ].keys() == {"task"}
        assert "response_format" not in write
        assert write["messages"][-1]["content"] == "Write code for 1 and 2"
        assert "Result of code_interpreter:\n3" in answer["messages"][-1]["content"]
        step, _ = await made.steps(run.id)
        assert step.step_details["tool_calls"][0]["code_interpreter"]["input"].strip() == "1+2"
        assert (await made.messages(run.thread_id))[-1].content[1]["text"]["value"] == "It is 3."
        assert run.usage["prompt_tokens"] == 33

    drive(tmp_path, script)


def test_long_outputs_are_cut_in_the_middle() -> None:
    assert shortened("short") == "short"
    cut = shortened("a" * ANSWER_LIMIT + "b" * ANSWER_LIMIT)
    assert len(cut) < ANSWER_LIMIT + 100
    assert cut.startswith("aaa")
    assert cut.endswith("bbb")
    assert "characters left out" in cut


def test_a_model_that_reads_little_is_given_less() -> None:
    assert output_limit(None) == output_limit(10**6) == ANSWER_LIMIT
    assert output_limit(4096) == 8192
    assert output_limit(16) == LEAST_ANSWER
    assert len(shortened("a" * 9000, output_limit(4096))) < 8300

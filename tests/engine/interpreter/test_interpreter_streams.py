"""How code in runs is announced: the SDK's stream helpers, deltas and their order, cancelled cells."""

from __future__ import annotations

import ast
import json
import time
from typing import Any

import pytest
from openai import AssistantEventHandler

from tests.engine.interpreter.support import (
    calls_of,
    code,
    get,
    interpreter_assistant,
    logs_of,
    newest,
)
from tests.engine.runs.support import names, wait_for, wait_status
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls

pytestmark = pytest.mark.timeout(120)

PLOT = "import matplotlib.pyplot as plt\nplt.figure(figsize=(2, 1)); plt.plot([1, 3, 2]); plt.show()"


@pytest.fixture
def coder(client: Any) -> Any:
    return interpreter_assistant(client)


@pytest.fixture
def thread_id(client: Any) -> str:
    found: str = client.beta.threads.create(messages=[{"role": "user", "content": "Go"}]).id
    return found


class Listener(AssistantEventHandler):
    """What the SDK's handler tells, as programs for the hosted API used it."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.code = ""
        self.images: list[str] = []
        self.text = ""

    def on_tool_call_created(self, tool_call: Any) -> None:
        self.told.append(f"{tool_call.type} created")

    def on_tool_call_delta(self, delta: Any, snapshot: Any) -> None:
        if delta.type == "code_interpreter":
            if delta.code_interpreter.input:
                self.code += delta.code_interpreter.input
            for output in delta.code_interpreter.outputs or ():
                self._output(output)

    def _output(self, output: Any) -> None:
        """Note an output; pieces of the same logs become one."""
        if output.type == "image":
            self.told.append("image")
        elif self.told[-1].startswith("logs "):
            self.told[-1] = f"logs {ast.literal_eval(self.told[-1][5:]) + output.logs!r}"
        else:
            self.told.append(f"logs {output.logs!r}")

    def on_tool_call_done(self, tool_call: Any) -> None:
        self.told.append(f"done {tool_call.code_interpreter.input == self.code}")
        self.call = tool_call

    def on_image_file_done(self, image_file: Any) -> None:
        self.images.append(image_file.file_id)

    def on_text_delta(self, delta: Any, snapshot: Any) -> None:
        self.text += delta.value or ""

    def on_text_done(self, text: Any) -> None:
        self.done = text


def test_the_sdks_handler_is_told_everything(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    script = f"print('é \"one\"')\n{PLOT}\nopen('/mnt/data/a b.csv', 'w').write('1')\n6 * 7"
    upstream.reply(code(script), Text("Done: [file](sandbox:/mnt/data/a b.csv)"))
    listener = Listener()
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=coder.id, event_handler=listener
    ) as stream:
        stream.until_done()
    assert listener.code == script
    assert listener.told[0] == "code_interpreter created"
    assert listener.told[1:5] == ["logs 'é \"one\"\\n'", "image", "logs '42\\n'", "done True"]
    outputs = listener.call.code_interpreter.outputs
    assert [output.type for output in outputs] == ["logs", "image", "logs"]
    assert listener.images == [outputs[1].image.file_id]
    assert listener.text == listener.done.value
    [link] = listener.done.annotations
    assert listener.done.value[link.start_index : link.end_index] == "sandbox:/mnt/data/a b.csv"
    stored = newest(client, thread_id).content[1].text.annotations
    assert [a.model_dump() for a in stored] == [link.model_dump(exclude={"index"})]


def test_the_order_of_events_and_their_shapes(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(code("print('a')", "print('b')", ids=["call_1", "call_2"]), Text("ok"))
    with client.beta.threads.runs.create(thread_id=thread_id, assistant_id=coder.id, stream=True) as stream:
        events = list(stream)
    assert names(events) == [
        "thread.run.created",
        "thread.run.queued",
        "thread.run.in_progress",
        "thread.run.step.created",
        "thread.run.step.in_progress",
        "thread.run.step.delta",
        "thread.run.step.completed",
        "thread.run.step.created",
        "thread.run.step.in_progress",
        "thread.message.created",
        "thread.message.in_progress",
        "thread.message.delta",
        "thread.message.completed",
        "thread.run.step.completed",
        "thread.run.completed",
    ]
    deltas = [e.data.delta.step_details.tool_calls[0] for e in events if e.event == "thread.run.step.delta"]
    opened = [delta for delta in deltas if delta.id is not None]
    assert [(d.index, d.id, d.type) for d in opened] == [
        (0, "call_1", "code_interpreter"),
        (1, "call_2", "code_interpreter"),
    ]
    for index, letter in enumerate("ab"):
        mine = [delta.code_interpreter for delta in deltas if delta.index == index]
        assert "".join(part.input or "" for part in mine) == f"print('{letter}')"
        outputs = [output for part in mine for output in part.outputs or ()]
        assert [output.index for output in outputs] == [0] * len(outputs)
        assert "".join(output.logs for output in outputs) == f"{letter}\n"
    [completed] = [e.data for e in events if e.event == "thread.run.step.completed"][:1]
    assert set(completed.step_details.tool_calls[0].code_interpreter.model_dump()) == {"input", "outputs"}


def test_the_code_streams_while_it_is_written(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    lines = "\n".join(f"x{number} = {number}" for number in range(60))
    arguments = json.dumps({"code": lines})
    upstream.reply(ToolCalls([("code_interpreter", arguments)], delay=0.02), Text("ok"))
    with client.beta.threads.runs.create(thread_id=thread_id, assistant_id=coder.id, stream=True) as stream:
        deltas = [
            event.data.delta.step_details.tool_calls[0].code_interpreter
            for event in stream
            if event.event == "thread.run.step.delta"
        ]
    pieces = [delta.input for delta in deltas if delta.input]
    assert "".join(pieces) == lines


def test_output_comes_while_the_cell_runs(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code("import time\nfor n in range(4):\n    print(n, flush=True)\n    time.sleep(0.3)"), Text("ok")
    )
    times: list[float] = []
    with client.beta.threads.runs.create(thread_id=thread_id, assistant_id=coder.id, stream=True) as stream:
        for event in stream:
            if event.event == "thread.run.step.delta":
                call = event.data.delta.step_details.tool_calls[0].code_interpreter
                times += [time.monotonic() for output in call.outputs or () if output.logs]
    assert len(times) >= 3
    assert times[-1] - times[0] > 0.5


def test_cancelling_a_run_cancels_its_cell(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code("x = 5\nopen('started', 'w').close()\nprint('begun', flush=True)\nimport time\ntime.sleep(60)")
    )
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=coder.id)
    wait_for(
        lambda: get(client, f"/interpreter/sessions/{thread_id}"),
        lambda seen: seen["state"] == "running" and seen["files"],
    )
    begun = time.monotonic()
    client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    ended = wait_status(client, run, "cancelled", "failed", "completed")
    assert ended.status == "cancelled"
    assert time.monotonic() - begun < 4
    [call] = calls_of(client, run)
    assert logs_of(call).startswith("begun\n")  # what was shown stays
    # The session goes on with its variables.
    upstream.reply(code("x"), Text("ok"))
    client.beta.threads.messages.create(thread_id, role="user", content="Go on")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=coder.id)
    assert logs_of(calls_of(client, run)[0]) == "5\n"


def test_text_before_code_keeps_its_own_links(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code("open('a.txt', 'w').write('1')"),
        ToolCalls([("code_interpreter", '{"code": "2"}')], text="First sandbox:/mnt/data/a.txt, then:"),
        Text("Again: sandbox:/mnt/data/a.txt"),
    )
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=coder.id)
    assert run.status == "completed"
    messages = client.beta.threads.messages.list(thread_id, order="asc").data[1:]
    places = [[(a.start_index, a.end_index) for a in m.content[0].text.annotations] for m in messages]
    assert places == [[(6, 29)], [(7, 30)]]

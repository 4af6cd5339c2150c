"""What the tests of the engine's interpreter share."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tests.support.scripted_upstream import ToolCalls

TOOL = {"type": "code_interpreter"}


def code(*cells: str, ids: Sequence[str] | None = None) -> ToolCalls:
    """A model's answer that runs cells."""
    return ToolCalls(
        [("code_interpreter", json.dumps({"code": cell}, ensure_ascii=False)) for cell in cells], ids=ids
    )


def interpreter_assistant(client: Any, **values: Any) -> Any:
    return client.beta.assistants.create(model="scripted-1", tools=[TOOL], **values)


def ask(client: Any, assistant: Any, thread_id: str, text: str = "Do it", **message: Any) -> Any:
    """One question to the end."""
    client.beta.threads.messages.create(thread_id, role="user", content=text, **message)
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, timeout=60
    )


def calls_of(client: Any, run: Any) -> list[Any]:
    """The run's calls of the interpreter, in order."""
    steps = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data
    return [
        call.code_interpreter
        for step in steps
        if step.type == "tool_calls"
        for call in step.step_details.tool_calls
    ]


def logs_of(call: Any) -> str:
    return "".join(output.logs for output in call.outputs if output.type == "logs")


def newest(client: Any, thread_id: str) -> Any:
    return client.beta.threads.messages.list(thread_id, limit=1).data[0]


def told(upstream: Any) -> list[str]:
    """What the model read of its calls in the newest request."""
    return [m["content"] for m in upstream.chats[-1].body["messages"] if m["role"] == "tool"]


def get(client: Any, path: str, **options: Any) -> Any:
    return client.get(path, cast_to=object, **options)


def post(client: Any, path: str, body: Mapping[str, Any] | None = None, **options: Any) -> Any:
    return client.post(path, cast_to=object, body=dict(body or {}), **options)

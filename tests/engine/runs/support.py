"""What the tests of runs share: scripts of tools, names of events, waiting for a state."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get the current weather in a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}
TIME = {
    "type": "function",
    "function": {
        "name": "get_time",
        "description": "Get the time in a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}

TEXT_EVENTS = [
    "thread.run.step.created",
    "thread.run.step.in_progress",
    "thread.message.created",
    "thread.message.in_progress",
    "thread.message.delta",
    "thread.message.completed",
    "thread.run.step.completed",
    "thread.run.completed",
]
BEGIN_EVENTS = ["thread.run.created", "thread.run.queued", "thread.run.in_progress"]
CALL_EVENTS = [
    "thread.run.step.created",
    "thread.run.step.in_progress",
    "thread.run.step.delta",
    "thread.run.requires_action",
]
GO_ON_EVENTS = ["thread.run.step.completed", "thread.run.queued", "thread.run.in_progress"]


def names(events: Sequence[Any]) -> list[str]:
    """Names of events; a row of deltas of one kind counts once."""
    found: list[str] = []
    for event in events:
        name = event.event
        if not (name.endswith(".delta") and found and found[-1] == name):
            found.append(name)
    return found


def wait_for(look: Callable[[], Any], wanted: Callable[[Any], bool], *, timeout: float = 15.0) -> Any:
    """Look again and again until what is seen is wanted."""
    deadline = time.monotonic() + timeout
    while True:
        seen = look()
        if wanted(seen):
            return seen
        assert time.monotonic() < deadline, f"still {seen!r}"
        time.sleep(0.02)


def wait_status(client: Any, run: Any, *statuses: str, timeout: float = 15.0) -> Any:
    """Wait until a run has one of ``statuses``."""
    return wait_for(
        lambda: client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id),
        lambda seen: seen.status in statuses,
        timeout=timeout,
    )


def new_thread(client: Any, text: str = "Hi") -> str:
    """A thread with one message of the user."""
    thread_id: str = client.beta.threads.create(messages=[{"role": "user", "content": text}]).id
    return thread_id


def answer_of(client: Any, thread_id: str) -> str:
    """The text of a thread's newest message."""
    text: str = client.beta.threads.messages.list(thread_id, limit=1).data[0].content[0].text.value
    return text


def outputs_for(run: Any, output: str = "ok") -> list[dict[str, str]]:
    """The same output for all pending calls."""
    return [
        {"tool_call_id": call.id, "output": output}
        for call in run.required_action.submit_tool_outputs.tool_calls
    ]


def sent(upstream: Any) -> list[Any]:
    """Bodies of the chat requests that the service got."""
    return [request.body for request in upstream.chats]

"""“Which API fits?”: four questions, a recommendation with its reasons, and what a comparison of one's own shows.

The reasons are facts of the three APIs (who keeps the conversation, who runs the tools, what exists where), each with a
weight; a recommendation is their sum. No model is asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.core.run_events import NeedsToolOutput, RunEvent, Sent, StepFinished

ApiName = Literal["chat", "assistants", "responses"]
API_TITLES: dict[ApiName, str] = {
    "chat": "Chat Completions",
    "assistants": "Assistants",
    "responses": "Responses",
}


@dataclass(frozen=True)
class Option:
    """One answer: what it says for or against an API (points, and the reason in words)."""

    id: str
    text: str
    points: Mapping[ApiName, tuple[int, str]]


@dataclass(frozen=True)
class Question:
    """One question with its possible answers; ``explains`` says why it matters."""

    id: str
    text: str
    explains: str
    options: tuple[Option, ...]


QUESTIONS: tuple[Question, ...] = (
    Question(
        "memory",
        "Do you need the conversation kept for you?",
        "Chat Completions forgets everything after each answer; what is to be remembered is sent again.",
        (
            Option(
                "service",
                "Yes, the service should remember it",
                {
                    "assistants": (3, "It keeps the thread: you send only the new message."),
                    "responses": (
                        2,
                        "It can go on from its last response, where the service stores responses.",
                    ),
                    "chat": (-2, "You would have to keep and send the whole conversation yourself."),
                },
            ),
            Option(
                "own",
                "No, my program has it already",
                {
                    "chat": (3, "You decide word by word what the model sees, and store nothing elsewhere."),
                    "responses": (1, "It works without stored responses, too."),
                    "assistants": (-1, "Its threads would be a second copy of your conversation."),
                },
            ),
            Option(
                "none",
                "There are only single questions",
                {
                    "chat": (3, "One request, one answer, nothing to tidy up."),
                    "responses": (2, "One request, one answer; add tools later without a change of API."),
                    "assistants": (-2, "A thread and a run for each question is more than you need."),
                },
            ),
        ),
    ),
    Question(
        "length",
        "How many exchanges are there, and how complex are they?",
        "Long conversations outgrow what a model can read at once; somebody must shorten them.",
        (
            Option(
                "short",
                "A few short ones",
                {
                    "chat": (2, "Sending a short conversation again costs little."),
                    "responses": (1, "Short conversations work as well here."),
                },
            ),
            Option(
                "long",
                "Many, over days",
                {
                    "assistants": (
                        3,
                        "It shortens long threads by itself and keeps them for as long as you like.",
                    ),
                    "responses": (1, "Conversations go on, but shortening them is your choice to make."),
                    "chat": (
                        -2,
                        "Each answer sends everything again: time and tokens grow with every exchange.",
                    ),
                },
            ),
            Option(
                "steps",
                "Few, but each needs several steps of work",
                {
                    "assistants": (
                        2,
                        "A run works through its steps by itself, and every step can be looked at.",
                    ),
                    "responses": (2, "One request can use several tools in a row."),
                    "chat": (-1, "Every step is one more request that your program makes."),
                },
            ),
        ),
    ),
    Question(
        "tools",
        "Which tools and data does it need?",
        "With Chat Completions your program runs every tool; the others bring some along.",
        (
            Option("none", "None", {"chat": (2, "Plain text needs nothing more.")}),
            Option(
                "functions",
                "Functions of my own",
                {
                    "chat": (1, "It calls functions; your program answers in the same loop."),
                    "assistants": (1, "A run waits while your program answers its function calls."),
                    "responses": (1, "It calls functions; your program answers with the next request."),
                },
            ),
            Option(
                "files",
                "Documents, calculations, charts",
                {
                    "assistants": (
                        3,
                        "File search and code interpreter are built in, with citations and files.",
                    ),
                    "responses": (1, "Some services have both tools built in, others not."),
                    "chat": (-2, "You would have to search documents and run code yourself."),
                },
            ),
        ),
    ),
    Question(
        "effort",
        "How much do you want to build yourself?",
        "What one API does for you, another leaves to you.",
        (
            Option(
                "little",
                "As little as possible",
                {
                    "assistants": (3, "Memory, tools and files are configured in a form, not programmed."),
                    "responses": (1, "Fewer parts to manage than with threads and runs."),
                    "chat": (-1, "History, tools and files are all yours to build."),
                },
            ),
            Option(
                "control",
                "I want to control every detail",
                {
                    "chat": (3, "Nothing happens that your program did not send."),
                    "responses": (1, "Items of the conversation can be sent one by one."),
                    "assistants": (-1, "The service decides what is shortened and when tools run."),
                },
            ),
            Option(
                "portable",
                "It must run with any provider",
                {
                    "chat": (3, "Nearly every provider and local server speaks it."),
                    "assistants": (
                        1,
                        "This program's own engine speaks it over any model, also as a server.",
                    ),
                    "responses": (0, "A growing number of providers speak it; look at yours first."),
                },
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Standing:
    """How well one API fits. ``reasons`` speak for it, ``against`` do not; strongest first."""

    api: ApiName
    points: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def recommend(answers: Mapping[str, str]) -> tuple[Standing, ...]:
    """All APIs, the best fitting first.

    Args:
        answers: option ids by question id; questions may be left out.

    Raises:
        KeyError: an id that is not among :data:`QUESTIONS`.
    """
    found: dict[ApiName, list[tuple[int, str]]] = {api: [] for api in API_TITLES}
    for question_id, option_id in answers.items():
        question = {q.id: q for q in QUESTIONS}[question_id]
        option = {o.id: o for o in question.options}[option_id]
        for api, (points, reason) in option.points.items():
            found[api].append((points, reason))
    standings = [
        Standing(
            api,
            sum(points for points, _ in parts),
            tuple(reason for points, reason in sorted(parts, key=lambda p: -p[0]) if points > 0),
            tuple(reason for points, reason in sorted(parts, key=lambda p: p[0]) if points < 0),
        )
        for api, parts in found.items()
    ]
    return tuple(sorted(standings, key=lambda s: -s.points))


@dataclass(frozen=True)
class Evidence:
    """What a lane's last conversation took.

    Attributes:
        api: of the lane.
        requests: requests that left.
        sent_bytes: size of their bodies.
        sent_messages: messages in them, counted each time.
        repeated_messages: of these, how many had been sent before.
        held_messages: messages that the service held before the last request.
        own_tool_rounds: times that function calls waited for the program.
        service_steps: tool steps that the service ran by itself.
    """

    api: ApiName
    requests: int = 0
    sent_bytes: int = 0
    sent_messages: int = 0
    repeated_messages: int = 0
    held_messages: int = 0
    own_tool_rounds: int = 0
    service_steps: int = 0


def evidence(api: ApiName, turns: Sequence[Iterable[RunEvent]]) -> Evidence:
    """Count a lane's conversation; ``turns`` are the events of each of its answers, in order."""
    requests = sent_bytes = messages = repeated = held = rounds = steps = seen = 0
    for events in turns:
        for event in events:
            match event:
                case Sent():
                    requests += 1
                    sent_bytes += len(json.dumps(event.request, ensure_ascii=False, default=str).encode())
                    messages += event.messages
                    held = event.already_held
                    # Whoever sends a conversation sends all of it: what was in the last request is in this one, too.
                    again = min(seen, event.messages) if api == "chat" else 0
                    repeated += again
                    seen = max(seen, event.messages)
                case NeedsToolOutput():
                    rounds += 1
                case StepFinished() if _is_built_in(event):
                    steps += api != "chat"  # there the window runs these tools itself
                    rounds += api == "chat"
                case _:
                    pass
    return Evidence(api, requests, sent_bytes, messages, repeated, held, rounds, steps)


def _is_built_in(event: StepFinished) -> bool:
    details = event.details.get("step_details")
    calls = details.get("tool_calls") if isinstance(details, dict) else None
    return any(call.get("type") in {"code_interpreter", "file_search"} for call in calls or [])

"""Tool calling of a local model, through the whole engine: which tool it takes, with which arguments, to which answer.

    python -m tests.benchmarks.tool_calling MODEL.gguf [--only functions|code|search|none] [--case TEXT] [--least N]

Every case is a run of an assistant that is offered five functions, the code interpreter and file search at once. “Chosen”
counts the right tool (or none), “right” the right arguments, output or citation too. Temperature 0; one try each.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.engine_process import EngineProcess, without_proxies

Json = dict[str, Any]

SECONDS = 420.0
CSV = "region,month,amount\nNorth,1,120\nSouth,1,80\nNorth,2,150\nSouth,2,95\nWest,2,55\n"
HANDBOOK = """Handbook of the Hillside Library

Loans. Books are lent for 28 days. Films are lent for 7 days and cannot be renewed.

Fees. A lost card costs 4 euros to replace. Late books cost 20 cents a day, at most 6 euros.

Opening hours. The library opens at 10 in the morning and closes at 7 in the evening. On Sundays it is closed.

Rooms. The reading room holds 42 seats. The music room must be booked two days ahead at the desk.
"""


def _function(name: str, description: str, required: Sequence[str] = (), **properties: Json) -> Json:
    parameters = {
        "type": "object",
        "properties": properties,
        "required": list(required or properties),
        "additionalProperties": False,
    }
    return {
        "type": "function",
        "function": {"name": name, "description": description, "parameters": parameters},
    }


_TEXT: Json = {"type": "string"}
FUNCTIONS = (
    _function(
        "get_weather",
        "Get the current weather or the forecast for a city.",
        ("city",),
        city={"type": "string", "description": "Name of the city"},
        unit={"type": "string", "enum": ["celsius", "fahrenheit"]},
    ),
    _function(
        "convert_currency",
        "Convert an amount of money from one currency to another at today's rate.",
        amount={"type": "number"},
        source={"type": "string", "description": "Three-letter code, such as USD"},
        target={"type": "string", "description": "Three-letter code, such as EUR"},
    ),
    _function(
        "create_event",
        "Put an event into the user's calendar.",
        title=_TEXT,
        date={"type": "string", "description": "YYYY-MM-DD"},
        time={"type": "string", "description": "HH:MM"},
    ),
    _function(
        "send_email",
        "Send an e-mail.",
        to=_TEXT,
        subject=_TEXT,
        body={"type": "string", "description": "The text"},
    ),
    _function(
        "search_products",
        "Search the shop's catalogue for products to buy.",
        ("query",),
        query=_TEXT,
        max_price={"type": "number"},
    ),
)


@dataclass(frozen=True)
class Case:
    """A question, the tool it wants (``none`` for none), and what else must be so.

    ``arguments`` looks at the call's arguments; ``answer`` holds texts of which the final answer must contain one;
    ``output`` is what a function gives back (without it the run ends at the call).
    """

    group: str
    question: str
    tool: str
    arguments: Callable[[Json], bool] = lambda _arguments: True
    answer: Sequence[str] = ()
    output: str = ""
    picture: bool = False


@dataclass
class Outcome:
    """What became of a case."""

    called: list[str] = field(default_factory=list)
    arguments: Json = field(default_factory=dict)
    answer: str = ""
    images: int = 0
    citations: int = 0
    status: str = ""
    details: str = ""
    seconds: float = 0.0

    def chosen(self, case: Case) -> bool:
        """Whether the right tool was called first, or none."""
        return (self.called[:1] or ["none"])[0] == case.tool

    def right(self, case: Case) -> bool:
        """Whether everything else is right, too."""
        answer = self.answer.replace(",", "").lower()
        return (
            self.chosen(case)
            and self.status in {"completed", "called"}
            and case.arguments(self.arguments)
            and (not case.answer or any(text.lower() in answer for text in case.answer))
            and (not case.picture or self.images > 0)
            and (case.tool != "file_search" or self.citations > 0)
        )


def _has(**wanted: Any) -> Callable[[Json], bool]:
    def check(arguments: Json) -> bool:
        return all(
            str(value).lower() in str(arguments.get(name, "")).lower().replace(".0", "")
            for name, value in wanted.items()
        )

    return check


CASES = (
    Case("functions", "What's the weather like in Oslo?", "get_weather", _has(city="Oslo"),
         ("-3", "minus 3", "snow"), '{"temperature_celsius": -3, "sky": "light snow"}'),
    Case("functions", "Do I need an umbrella in London today?", "get_weather", _has(city="London")),
    Case("functions", "How hot is it in Cairo right now, in fahrenheit?", "get_weather",
         _has(city="Cairo", unit="fahrenheit")),
    Case("functions", "How much is 250 US dollars in euros?", "convert_currency",
         _has(amount="250", source="USD", target="EUR"), ("231.5",), '{"amount": 231.50, "currency": "EUR"}'),
    Case("functions", "Convert 5000 Japanese yen to Swiss francs.", "convert_currency",
         _has(amount="5000", source="JPY", target="CHF")),
    Case("functions", "Put a dentist appointment into my calendar for 2026-03-12 at 15:30.", "create_event",
         _has(date="2026-03-12", time="15:30", title="dentist"), ("dentist", "calendar", "appointment"),
         '{"ok": true}'),
    Case("functions", "Schedule “Team lunch” on 2026-05-04 at noon.", "create_event",
         _has(date="2026-05-04", time="12:00", title="lunch")),
    Case("functions", "Write to anna@example.org that the meeting is moved to Friday.", "send_email",
         _has(to="anna@example.org", body="friday")),
    Case("functions", "Find me running shoes under 80 euros.", "search_products", _has(query="shoes", max_price="80")),
    Case("functions", "I would like to buy a red kettle. What do you have?", "search_products", _has(query="kettle")),
    Case("code", "What is 4739 times 8216?", "code_interpreter", answer=("38935624",)),
    Case("code", "What is the total amount in sales.csv?", "code_interpreter", answer=("500",)),
    Case("code", "Which region has the highest total amount in sales.csv?", "code_interpreter", answer=("north",)),
    Case("code", "Draw a bar chart of the amount by region from sales.csv.", "code_interpreter", picture=True),
    Case("code", "How many days are there between 2024-02-10 and 2024-03-15?", "code_interpreter", answer=("34",)),
    Case("code", "What is the 20th Fibonacci number, if the first two are 1 and 1?", "code_interpreter",
         answer=("6765",)),
    Case("code", "Sum the amounts in sales.csv and plot them by month.", "code_interpreter", answer=("500",),
         picture=True),
    Case("code", "What is the standard deviation of 4, 8, 15, 16, 23 and 42?", "code_interpreter",
         answer=("12.3", "13.4", "13.5")),
    Case("search", "According to the handbook, for how long are films lent?", "file_search", answer=("7", "seven")),
    Case("search", "What does a lost card cost, says the handbook?", "file_search", answer=("4 euro", "four", "€4")),
    Case("search", "How many seats does the library's reading room have?", "file_search", answer=("42",)),
    Case("search", "Look into the handbook: when does the library close in the evening?", "file_search",
         answer=("7", "seven", "19")),
    Case("search", "What must I do to use the music room of the library?", "file_search", answer=("book",)),
    Case("none", "Hi there!", "none"),
    Case("none", "Write a two-line poem about rain.", "none"),
    Case("none", "Thank you, that was helpful.", "none"),
    Case("none", "What is the capital of France?", "none", answer=("paris",)),
    Case("none", "Translate “good night” into Spanish.", "none", answer=("buenas noches",)),
)  # fmt: skip


class Bench:
    """One engine with the model, one assistant with every tool."""

    def __init__(self, client: Any, model: str) -> None:
        self._client = client
        files = client.files
        table = files.create(file=("sales.csv", CSV.encode()), purpose="assistants")
        book = files.create(file=("handbook.txt", HANDBOOK.encode()), purpose="assistants")
        store = client.vector_stores.create(name="Library", file_ids=[book.id])
        deadline = time.monotonic() + 120
        while client.vector_stores.retrieve(store.id).file_counts.in_progress and time.monotonic() < deadline:
            time.sleep(0.1)
        self._assistant = client.beta.assistants.create(
            model=model,
            name="Bench",
            instructions="You are a helpful assistant. Be brief.",
            tools=[*FUNCTIONS, {"type": "code_interpreter"}, {"type": "file_search"}],
            tool_resources={
                "code_interpreter": {"file_ids": [table.id]},
                "file_search": {"vector_store_ids": [store.id]},
            },
            temperature=0.0,
        )

    def run(self, case: Case) -> Outcome:
        """Run one case to its end, at most for :data:`SECONDS`."""
        client, outcome, started = self._client, Outcome(), time.monotonic()
        thread = client.beta.threads.create(messages=[{"role": "user", "content": case.question}])
        run = client.beta.threads.runs.create(
            thread_id=thread.id, assistant_id=self._assistant.id, max_completion_tokens=1500
        )
        while True:
            run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
            if run.status == "requires_action":
                calls = run.required_action.submit_tool_outputs.tool_calls
                outcome.called += [call.function.name for call in calls]
                outcome.arguments = outcome.arguments or _parsed(calls[0].function.arguments)
                if not case.output or len(outcome.called) > 3:
                    client.beta.threads.runs.cancel(run.id, thread_id=thread.id)
                    outcome.status = "called"
                    break
                run = client.beta.threads.runs.submit_tool_outputs(
                    run.id,
                    thread_id=thread.id,
                    tool_outputs=[{"tool_call_id": call.id, "output": case.output} for call in calls],
                )
            elif run.status in {"completed", "failed", "incomplete", "cancelled", "expired"}:
                outcome.status = run.status
                outcome.details = run.last_error.message if run.last_error else ""
                break
            elif time.monotonic() - started > SECONDS:
                client.beta.threads.runs.cancel(run.id, thread_id=thread.id)
                outcome.status = "too slow"
                break
            time.sleep(0.1)
        self._look(outcome, thread.id, run.id)
        outcome.seconds = time.monotonic() - started
        return outcome

    def _look(self, outcome: Outcome, thread_id: str, run_id: str) -> None:
        steps = self._client.beta.threads.runs.steps.list(run_id, thread_id=thread_id, order="asc").data
        own: list[str] = []
        for step in steps:
            if step.type != "tool_calls":
                continue
            for call in step.step_details.tool_calls:
                own.append(call.function.name if call.type == "function" else call.type)
                if call.type == "code_interpreter":
                    outputs = call.code_interpreter.outputs
                    outcome.images += sum(output.type == "image" for output in outputs)
                    outcome.details += f"\n    code: {call.code_interpreter.input!r}\n    gave: " + " ".join(
                        repr(output.logs) if output.type == "logs" else "[image]" for output in outputs
                    )
        outcome.called = own or outcome.called
        for message in self._client.beta.threads.messages.list(thread_id, order="asc").data:
            if message.role != "assistant":
                continue
            for part in message.content:
                if part.type == "text":
                    outcome.answer += part.text.value
                    outcome.citations += sum(note.type == "file_citation" for note in part.text.annotations)


def _parsed(text: str) -> Json:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def measure(
    model_file: Path, cases: Sequence[Case] = CASES, *, say: Callable[[str], None] = print
) -> Mapping[str, tuple[int, int, int]]:
    """Run the cases; returns group → (cases, right tool, all right), with ``all`` as the sum."""
    without_proxies()
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    counts: dict[str, tuple[int, int, int]] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        EngineProcess(Path(folder) / "data", model_file=str(model_file)) as engine,
        engine.client() as client,
    ):
        file_id = next(m.id for m in client.models.list() if m.id.lower() in model_file.stem.lower())
        bench = Bench(client, file_id)
        for case in cases:
            outcome = bench.run(case)
            chosen, right = outcome.chosen(case), outcome.right(case)
            for group in (case.group, "all"):
                n, tools, whole = counts.get(group, (0, 0, 0))
                counts[group] = (n + 1, tools + chosen, whole + right)
            mark = "right " if right else "chosen" if chosen else "WRONG "
            say(
                f"{mark} {outcome.seconds:6.1f} s  {case.group:9} {case.question}\n"
                f"    {outcome.status}: {' → '.join(outcome.called) or 'none'} "
                f"{json.dumps(outcome.arguments, ensure_ascii=False) if outcome.arguments else ''}\n"
                f"    {outcome.answer!r} ({outcome.citations} citations, {outcome.images} pictures)"
                + (f"\n    {outcome.details.strip()}" if outcome.details else "")
            )
    for group, (n, tools, whole) in counts.items():
        say(f"{group:10} {n:3} cases  tool {tools:3}  all right {whole:3}")
    return counts


def main() -> int:
    """Print what happened; 1 when fewer cases than ``--least`` were all right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--case", default="")
    parser.add_argument("--least", type=int, default=0)
    given = parser.parse_args()
    cases = [c for c in CASES if given.only in {"", c.group} and given.case.lower() in c.question.lower()]
    counts = measure(given.model, cases, say=lambda text: print(text, flush=True))
    return 0 if counts["all"][2] >= given.least else 1


if __name__ == "__main__":
    sys.exit(main())

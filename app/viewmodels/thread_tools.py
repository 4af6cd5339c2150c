"""What the runs of a stored thread did between its messages: their tool calls and images as a transcript's items."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.entities import Message, Run, Step
from app.core.errors import AppError
from app.viewmodels.transcript import Item, Level, Transcript, item
from app.viewmodels.turn_items import CODE_ENDS, MOST_LOGS, TOOL_ENDS, TOOLS
from app.viewmodels.words import mark, t
from app.workbench.playground.run_outcome import outcome
from app.workbench.threads import Threads
from app.workbench.tools.interpreter import MadeFile

Json = dict[str, Any]
AT_ONCE = 4
"""So many runs are asked for at the same time."""
ENDED = frozenset({"completed", "failed", "cancelled", "expired", "incomplete"})
SAID = frozenset({"user", "assistant"})


@dataclass
class RunParts:
    """A run's tool calls and images: those before each of its messages, by message id, and those after the last."""

    before: dict[str, list[Item]] = field(default_factory=dict)
    after: list[Item] = field(default_factory=list)


def images_of(message: Message) -> tuple[str, ...]:
    """Ids of the files that a message shows as pictures."""
    return tuple(image for image in message.images if "://" not in image and not image.startswith("data:"))


def image_item(message_id: str, images: Iterable[str]) -> Item:
    """Images of a message, as the transcript of a lane shows them."""
    outputs = tuple(("image", image) for image in images)
    return item(
        f"images-{message_id}", "code", title=t("Image"), state=t("Done"), level="ok", outputs=outputs
    )


def run_parts(steps: Sequence[Step], cells: Sequence[Json], messages: Collection[Message]) -> RunParts:
    """Make the items of a run.

    Args:
        steps: its steps, oldest first.
        cells: what the engine tells of its code beside the steps.
        messages: its messages, as far as they are loaded.
    """
    told = {str(cell.get("call_id")): cell for cell in cells}
    known = {message.id: message for message in messages}
    parts, waiting, shown = RunParts(), list[Item](), set[str]()
    for step in steps:
        details = step.raw.get("step_details") or {}
        if step.kind == "message":
            message_id = str((details.get("message_creation") or {}).get("message_id") or "")
            message = known.pop(message_id, None)
            images = [i for i in images_of(message) if i not in shown] if message is not None else []
            shown.update(images)
            parts.before[message_id] = waiting + ([image_item(message_id, images)] if images else [])
            waiting = []
            continue
        for number, call in enumerate(details.get("tool_calls") or ()):
            if isinstance(call, dict):
                made = call_item(step, call, number, told.get(str(call.get("id"))))
                shown.update(value for kind, value in made.outputs if kind == "image")
                waiting.append(made)
    for message in known.values():  # no step tells of them
        if images_of(message):
            parts.before[message.id] = [image_item(message.id, images_of(message))]
    parts.after = waiting
    return parts


def call_item(step: Step, call: Json, number: int, cell: Json | None) -> Item:
    """Make the item of one tool call."""
    kind = str(call.get("type") or "other")
    title, language = TOOLS.get(kind, TOOLS["other"])
    own = call.get(kind)
    own = own if isinstance(own, dict) else {}
    state: str
    level: Level
    state, level = TOOL_ENDS.get(
        step.status, (mark("Running") if step.status == "in_progress" else step.status, "")
    )
    title, state = t(title), t(state)
    call_id = str(call.get("id") or f"{step.id}-{number}")
    lasted = max(0, step.completed_at - step.created_at) if step.completed_at else 0
    made = item(
        f"{step.id}-{number}",
        "code" if kind == "code_interpreter" else "tool",
        title=title,
        language=language,
        state=state,
        level=level,
        key_of_object=call_id,
        when=float(step.created_at),
    )
    if kind == "code_interpreter":
        made.details = str(own.get("input") or "")
        made.outputs = _outputs(own.get("outputs") or ())
        made.text = "".join(v if k == "logs" else f"[image {v}]\n" for k, v in made.outputs)
        if cell is not None:
            made.state, made.level = CODE_ENDS.get(str(cell.get("status") or "completed"), (state, level))
            made.state = t(made.state)
            made.seconds = float(cell.get("duration") or 0.0)
            made.files = tuple(MadeFile.read(one) for one in cell.get("files") or () if isinstance(one, dict))
            made.hint = " ".join(str(cell[name]) for name in ("exit_reason", "note") if cell.get(name))
        return made
    made.seconds = float(lasted)
    if kind == "function":
        made.title = str(own.get("name") or title)
        made.details = str(own.get("arguments") or "")
        made.text = str(own.get("output") or "")
        if step.status == "in_progress" and own.get("output") is None:
            made.state, made.level = t("Waits for its output"), "warning"
    elif own.get("results"):
        made.text = json.dumps(own["results"], ensure_ascii=False)
    return made


def end_item(run: Run, *, has_text: bool) -> Item | None:
    """Say how a run ended; None if it is completed, or goes on."""
    key, when = f"end-{run.id}", float(run.created_at)
    if run.status == "cancelled":
        made = item(key, "notice", when=when)
        made.text = "This run was stopped."
        return made
    if run.status not in ENDED or run.status == "completed":
        return None
    status, error = outcome(run.raw, has_text=has_text)
    if error is None:
        return None
    failed = status in {"failed", "expired"}
    made = item(key, "error" if failed else "notice", when=when)
    made.text = error.message if failed else str(error)
    if failed:
        made.hint, made.details = error.advice, error.details
    return made


def _outputs(outputs: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for output in outputs:
        if output.get("type") == "logs":
            found.append(("logs", str(output.get("logs") or "")[-MOST_LOGS:]))
        elif output.get("type") == "image":
            found.append(("image", str((output.get("image") or {}).get("file_id") or "")))
    return tuple(found)


class ThreadTools:
    """Puts tool calls and images between the messages of a transcript, run by run, while the messages can be read.

    Only runs whose messages are loaded (or that ended between them without one) are asked for, the newest first.
    """

    def __init__(self, threads: Threads, transcript: Transcript) -> None:
        self._threads = threads
        self._transcript = transcript
        self._messages: dict[str, Message] = {}
        self._done: set[str] = set()

    def reset(self) -> None:
        """Another thread is shown."""
        self._messages.clear()
        self._done.clear()

    def take_messages(self, messages: Iterable[Message]) -> None:
        """Messages were loaded; the images of those that no run wrote are shown at once."""
        for message in messages:
            fresh = message.id not in self._messages
            before = self._messages.get(message.id)
            self._messages[message.id] = message
            if before is None or before.images != message.images:
                self._done.discard(message.run_id)
            if fresh and not message.run_id and images_of(message):
                place = self._place(message.id)
                if place >= 0:
                    after = place + (message.role == "user")
                    self._transcript.insert(after, [image_item(message.id, images_of(message))])

    def rewritten(self) -> None:
        """All messages are shown anew: everything else is to be put between them again."""
        self.reset()

    async def load(self, thread_id: str, runs: Sequence[Run], *, to_begin: bool) -> None:
        """Fetch what is missing and show it.

        Args:
            thread_id: the thread that is shown.
            runs: its newest runs, as far as they are known, newest first.
            to_begin: whether the oldest message of the thread is loaded.
        """
        known = {run.id: run for run in runs}
        times = [item.when for item in self._transcript.items if item.kind in SAID]
        oldest = min(times, default=0.0)
        wanted: dict[str, None] = {}
        for message in sorted(self._messages.values(), key=lambda one: one.created_at, reverse=True):
            if message.run_id and message.run_id not in self._done:
                wanted[message.run_id] = None
        for run in runs:
            if run.id not in self._done and (to_begin or run.created_at >= oldest):
                wanted[run.id] = None
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(run_id: str) -> None:
            async with gate:
                await self._load_run(thread_id, run_id, known.get(run_id))

        await asyncio.gather(*(one(run_id) for run_id in wanted))

    async def _load_run(self, thread_id: str, run_id: str, run: Run | None) -> None:
        messages = [message for message in self._messages.values() if message.run_id == run_id]
        steps: tuple[Step, ...] = ()
        cells: Sequence[Json] = ()
        ended = run is None or run.status in ENDED
        if run is None or run.raw.get("tools") or any(message.images for message in messages):
            try:
                steps = await self._threads.steps(thread_id, run_id)
                if any(step.kind == "code_interpreter" or _has_code(step) for step in steps):
                    cells = await self._threads.cells(thread_id, run_id)
            except AppError:
                if not steps:
                    return  # what was said can be read all the same; looked for again with the next load
                ended = False
        if ended:
            self._done.add(run_id)
        parts = run_parts(steps, cells, messages)
        if run is not None and (end := end_item(run, has_text=bool(messages))) is not None:
            parts.after.append(end)
        self._show(parts, messages, run.created_at if run is not None else 0)

    def _show(self, parts: RunParts, messages: Sequence[Message], began: int) -> None:
        for message_id, items in parts.before.items():
            place = self._place(message_id)
            if place >= 0:
                self._put(place, items)
        if not parts.after:
            return
        places = [place for place in (self._place(message.id) for message in messages) if place >= 0]
        if places:
            self._put(max(places) + 1, parts.after)
        elif began and self._messages.keys() & {shown.key for shown in self._transcript.items}:
            said = self._transcript.items
            later = (i for i, shown in enumerate(said) if shown.kind in SAID and shown.when > began)
            self._put(next(later, len(said)), parts.after)

    def _put(self, place: int, items: Sequence[Item]) -> None:
        """Insert items at a place; those that are shown already are brought up to date where they stand."""
        shown = {old.key: old for old in self._transcript.items if old.kind not in SAID}
        fresh: list[Item] = []
        for new in items:
            old = shown.get(new.key)
            if old is None:
                fresh.append(new)
            elif _looks(old) != _looks(new):
                old.text, old.details, old.outputs, old.files = new.text, new.details, new.outputs, new.files
                old.state, old.level, old.hint, old.seconds = new.state, new.level, new.hint, new.seconds
                self._transcript.touch(old)
        if len(fresh) < len(items) and fresh and fresh[-1].key == items[-1].key:
            at = [i for i, old in enumerate(self._transcript.items) if old.key in {new.key for new in items}]
            place = max(at) + 1
        self._transcript.insert(place, fresh)

    def _place(self, message_id: str) -> int:
        items = self._transcript.items
        return next((i for i in range(len(items) - 1, -1, -1) if items[i].key == message_id), -1)


def _has_code(step: Step) -> bool:
    calls = (step.raw.get("step_details") or {}).get("tool_calls") or ()
    return any(isinstance(call, dict) and call.get("type") == "code_interpreter" for call in calls)


def _looks(shown: Item) -> tuple[Any, ...]:
    return (shown.text, shown.details, shown.outputs, shown.files, shown.state, shown.hint, shown.seconds)

"""Turns what happens in a lane into what stands in its transcript; nothing else is a source of what is shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from app.core import run_events as ev
from app.viewmodels.transcript import Asked, Item, Level, Transcript
from app.viewmodels.turn_citations import TurnCitations
from app.viewmodels.words import mark, t
from app.workbench.tools.interpreter import MadeFile

SENDING = mark("Sending…")
IMAGES = "images-of-the-message"
MOST_LOGS = 400_000
"""So much of what one piece of code prints in one go is kept for the transcript."""
WAITING = mark("Waiting for the first word…")

TOOLS = {
    "code_interpreter": (mark("Code interpreter"), "python"),
    "file_search": (mark("File search"), "search"),
    "function": (mark("Function"), "json"),
    "other": (mark("Tool"), "json"),
}
_ENDS: dict[str, tuple[str, Level]] = {
    "completed": ("", ""),
    "cancelled": (mark("Stopped"), ""),
    "incomplete": (mark("Cut short"), "warning"),
    "failed": (mark("Broke off"), "danger"),
    "expired": (mark("Timed out"), "danger"),
    "requires_action": (mark("Waits for you"), "warning"),
}
CODE_ENDS: dict[str, tuple[str, Level]] = {
    "completed": (mark("Done"), "ok"),
    "failed": (mark("Failed"), "danger"),
    "cancelled": (mark("Stopped"), "warning"),
    "timed_out": (mark("Took too long"), "danger"),
    "lost": (mark("Lost"), "danger"),
}
TOOL_ENDS: dict[str, tuple[str, Level]] = {
    "completed": (mark("Done"), "ok"),
    "failed": (mark("Failed"), "danger"),
    "cancelled": (mark("Stopped"), ""),
    "expired": (mark("Timed out"), "danger"),
}


class TurnItems:
    """The items of one turn, kept up to date event by event.

    Args:
        transcript: where the items stand.
        key: their keys begin with it.
        title: who answers.
        prompt: what was asked; None when the prompt stands there already (a retry, or going on after outputs).
        files: names of what is attached to the prompt.
    """

    def __init__(
        self,
        transcript: Transcript,
        key: str,
        title: str,
        prompt: str | None,
        files: Sequence[str] = (),
    ) -> None:
        self._transcript = transcript
        self._id = key
        self._title = title
        self._serial = 0
        self._tools: dict[str, Item] = {}
        self._dirty: dict[Item, None] = {}
        self._calls: tuple[ev.FunctionCall, ...] = ()
        self._notice: Item | None = None
        self._message = ""
        self._citations = TurnCitations(transcript.found)
        items = []
        if prompt is not None:
            asked = Item(f"{key}-prompt", "user", title=t("You"), hint=", ".join(files))
            asked.text = prompt
            items.append(asked)
        self._answer: Item = self._new_answer()
        transcript.add(*items, self._answer)

    def take(self, event: ev.RunEvent) -> None:
        """Take one event; views hear of it with :meth:`flush`."""
        self._citations.note(event)
        match event:
            case ev.TextDelta():
                self._text(event)
            case ev.Sent():
                self._hint(t(WAITING))
            case ev.Notice():
                self._take_notice(event)
            case ev.StepStarted() if event.kind != "message":
                self._tool(event.step_id, "", event.kind, event.name).began = event.at
            case ev.ToolCallDelta():
                tool = self._tool(event.step_id, event.call_id, "function", event.name)
                tool.details += event.arguments
                self._dirty[tool] = None
            case ev.CodeInput():
                tool = self._tool(event.step_id, event.call_id, "code_interpreter", "")
                tool.details += event.code
                self._dirty[tool] = None
            case ev.CodeLogs():
                self._code_output(event.step_id, event.call_id, "logs", event.logs)
            case ev.CodeImage():
                self._code_output(event.step_id, event.call_id, "image", event.file_id)
            case ev.CodeFinished():
                self._code_finished(event)
            case ev.ToolOutput():
                tool = self._output(event.step_id, event.call_id, event.output)
                self._end_tool(tool, "completed", event.at)
            case ev.StepFinished():
                self._step_finished(event)
            case ev.Citation():
                self._cite(event)
            case ev.NeedsToolOutput():
                self._calls = event.calls
            case ev.Finished():
                self._finish(event)
            case _:
                pass

    def flush(self) -> None:
        """Tell the transcript's views what changed since the last time."""
        dirty, self._dirty = self._dirty, {}
        for changed in dirty:
            self._transcript.touch(changed)

    # -- text ----------------------------------------------------------------------------------------------------

    def _new_answer(self) -> Item:
        self._serial += 1
        return Item(
            f"{self._id}-answer-{self._serial}",
            "assistant",
            title=self._title,
            streaming=True,
            hint=t(SENDING),
        )

    def _text(self, event: ev.TextDelta) -> None:
        answer = self._answer
        another = bool(event.message_id and self._message and event.message_id != self._message)
        place = self._transcript.index(answer)
        after_tool = any(later.kind in {"tool", "code"} for later in self._transcript.items[place + 1 :])
        if (another or after_tool) and not answer.empty:
            self._close_answer("", "")
            answer = self._answer = self._new_answer()
            self._transcript.add(answer)
        self._message = event.message_id or self._message
        if answer.empty:
            answer.state, answer.level = t("Writing"), "busy"
            answer.key_of_object = event.message_id
            self._drop_notice()
        answer.append(event.text)
        self._dirty[answer] = None

    def _cite(self, event: ev.Citation) -> None:
        made = self._citations.citation(event, self._answer.text)
        if made is not None:
            self._answer.citations = (*self._answer.citations, made)
            self._dirty[self._answer] = None

    def _hint(self, words: str, until: float = 0.0) -> None:
        if self._answer.empty and self._answer.streaming:
            self._answer.hint, self._answer.until = words, until
            self._dirty[self._answer] = None

    def _close_answer(self, state: str, level: Level) -> None:
        answer = self._answer
        answer.streaming = False
        answer.state, answer.level = state, level
        self._dirty[answer] = None

    # -- notices -------------------------------------------------------------------------------------------------

    def _take_notice(self, event: ev.Notice) -> None:
        if event.retry_after is None and self._answer.empty:
            self._drop_notice()
            self._hint(event.text)
            return
        until = event.at + event.retry_after if event.retry_after is not None else 0.0
        if self._notice is None:
            self._serial += 1
            self._notice = Item(f"{self._id}-notice-{self._serial}", "notice")
            place = self._transcript.index(self._answer) + (0 if self._answer.empty else 1)
            self._transcript.insert(place, [self._notice])
        self._notice.text, self._notice.until = event.text, until
        self._dirty[self._notice] = None
        if until:
            self._hint(t("Waiting to try again…"))

    def _drop_notice(self) -> None:
        if self._notice is not None:
            self._transcript.remove(self._notice)
            self._dirty.pop(self._notice, None)
            self._notice = None

    # -- tools ---------------------------------------------------------------------------------------------------

    def _tool(self, step_id: str, call_id: str, kind: str, name: str) -> Item:
        key = call_id or step_id
        found = self._tools.get(key)
        if found is None and call_id and step_id in self._tools and not self._tools[step_id].key_of_object:
            found = self._tools[key] = self._tools.pop(step_id)  # the step's first call
            found.key_of_object = call_id
        if found is None:
            title, language = TOOLS.get(kind, TOOLS["other"])
            self._serial += 1
            found = Item(
                f"{self._id}-tool-{self._serial}",
                "code" if kind == "code_interpreter" else "tool",
                title=name or t(title),
                language=language,
                state=t("Running"),
                level="busy",
                key_of_object=call_id,
            )
            self._tools[key] = found
            place = self._transcript.index(self._answer) + (0 if self._answer.empty else 1)
            self._transcript.insert(place, [found])
        elif name and found.title != name and not call_id.endswith(found.title):
            found.title = name
        self._hint(t("Working…"))
        return found

    def _output(self, step_id: str, call_id: str, text: str) -> Item:
        tool = self._tool(step_id, call_id, "other", "")
        tool.append(text)
        self._dirty[tool] = None
        return tool

    def _code_output(self, step_id: str, call_id: str, kind: str, value: str) -> None:
        tool = self._tool(step_id, call_id or step_id or IMAGES, "code_interpreter", "")
        if not call_id and not step_id:
            tool.title = t("Image")
            self._end_tool(tool, "completed")
        if kind == "logs" and tool.outputs and tool.outputs[-1][0] == "logs":
            tool.outputs = (*tool.outputs[:-1], ("logs", (tool.outputs[-1][1] + value)[-MOST_LOGS:]))
        else:
            tool.outputs = (*tool.outputs, (kind, value))
        tool.append(value if kind == "logs" else f"[image {value}]\n")
        self._dirty[tool] = None

    def _code_finished(self, event: ev.CodeFinished) -> None:
        tool = self._tool(event.step_id, event.call_id, "code_interpreter", "")
        tool.seconds = event.seconds
        tool.files = tuple(MadeFile.read(one) for one in event.files)
        tool.hint = " ".join(part for part in (event.exit_reason, event.note) if part)
        tool.state, tool.level = CODE_ENDS.get(event.status, (event.status, ""))
        tool.state = t(tool.state)
        self._dirty[tool] = None

    def _end_tool(self, tool: Item, status: str, at: float = 0.0) -> None:
        if tool.kind == "code" and tool.level not in {"busy", "ok"}:
            return  # how the code ended says more than how its step did
        tool.state, tool.level = TOOL_ENDS.get(status, (status, ""))
        tool.state = t(tool.state)
        if at and tool.began and not tool.seconds:
            tool.seconds = max(0.0, at - tool.began)
        self._dirty[tool] = None

    def _step_finished(self, event: ev.StepFinished) -> None:
        calls = (event.details.get("step_details") or {}).get("tool_calls") or []
        keys = [event.step_id, *(str(call.get("id", "")) for call in calls if isinstance(call, dict))]
        for key in keys:
            tool = self._tools.get(key)
            if tool is None:
                continue
            self._end_tool(tool, event.status, event.at)
            call: dict[str, Any] = next((c for c in calls if isinstance(c, dict) and c.get("id") == key), {})
            if not call and len(calls) == 1 and isinstance(calls[0], dict):
                call = calls[0]
            if tool.empty and call.get("type") == "file_search":
                results = (call.get("file_search") or {}).get("results")
                if results:
                    tool.text = json.dumps(results, ensure_ascii=False)

    # -- end -----------------------------------------------------------------------------------------------------

    def _finish(self, event: ev.Finished) -> None:
        self._drop_notice()
        for tool in self._tools.values():
            if tool.level == "busy":
                self._end_tool(tool, event.status if event.status != "requires_action" else "waits")
                if event.status == "requires_action":
                    tool.state, tool.level = t("Waits for you"), "warning"
        state, level = _ENDS.get(event.status, ("", ""))
        empty = self._answer.empty
        self._close_answer(t(state), level)
        if event.status in {"failed", "expired"}:
            if empty:
                self._transcript.remove(self._answer)
            self._serial += 1
            failure = Item(
                f"{self._id}-error-{self._serial}",
                "error",
                hint=event.advice,
                details=event.details,
                retry=True,
            )
            failure.text = event.error or t("The answer failed.")
            self._transcript.add(failure)
        elif event.status == "requires_action" and self._calls:
            if empty:
                self._transcript.remove(self._answer)
            self._serial += 1
            asked = tuple(Asked(c.call_id, c.name, c.arguments) for c in self._calls)
            self._transcript.add(Item(f"{self._id}-question-{self._serial}", "question", asked=asked))
        elif event.error or (empty and event.status == "completed"):
            self._serial += 1
            said = Item(f"{self._id}-note-{self._serial}", "notice")
            said.text = f"{event.error} {event.advice}".strip() or t("The model gave an empty answer.")
            self._transcript.add(said)
        self.flush()

"""Tools that the engine runs by itself: the code interpreter and file search put themselves into this registry.

A run offers its model only tools that are registered; the others are left out, which the run's context record says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from app.engine.models.tool_calling import PromptedForm
from app.engine.store.tables import Run

Json = dict[str, Any]
ANSWER_LIMIT = 64 * 1024
"""The longest output of a server tool that the model is given, in characters; the rest is cut off and that is said."""


LEAST_ANSWER = 1500
"""What even a model with a very small context is given of an output, in characters."""


@dataclass(frozen=True)
class ServerCall:
    """One call that a model made of a server tool.

    Attributes:
        id: the call's id, as it is shown in the step.
        arguments: what the model wrote, usually JSON.
        run: the run's row.
        step_id: the step that shows the call.
        announce: announces more of the call's details while it works: a dict in the shape of the tool's own part of
            a step delta, such as ``{"outputs": [{"index": 0, "type": "logs", "logs": "…"}]}``. Ids and ``input`` have
            been announced already.
        announce_logs: announces more of what a cell prints: the number of the output, a piece of its text.
        details: the call's details as they stand in the step. A tool that works for long may fill them in as it goes:
            they are kept if the run is stopped.
    """

    id: str
    arguments: str
    run: Run
    step_id: str
    announce: Callable[[Json], None]
    announce_logs: Callable[[int, str], None] = lambda _output, _text: None
    details: Json = field(default_factory=dict)


@dataclass(frozen=True)
class ServerToolResult:
    """What a server tool gives back.

    Attributes:
        details: the tool's own part of the step's details (``{"input": …, "outputs": […]}`` for the code interpreter).
        output: what the model reads.
        message_parts: content parts for the beginning of the run's next message (images that code made).
        notes: sentences for the run's context record.
        files: ids of files that it made, for the attachments of the run's next message.
    """

    details: Json
    output: str
    message_parts: Sequence[Json] = ()
    notes: Sequence[str] = ()
    files: Sequence[str] = ()


class ServerTool(Protocol):
    """A tool that the engine runs by itself. ``name`` is its type in the API (``code_interpreter``, ``file_search``)."""

    name: str

    def definition(self, tool: Mapping[str, Any], run: Run) -> Json | None:
        """The function that the model is offered, as in ``tools[].function``; None when it makes no sense in this run.

        Args:
            tool: the entry in the run's ``tools``.
            run: the run.
        """

    def instructions(self, tool: Mapping[str, Any], run: Run) -> str:
        """What is added to the instructions while the tool is offered; empty for nothing."""

    def prompted(self, tool: Mapping[str, Any], run: Run) -> PromptedForm | None:
        """How it is described to a model that is prompted for calls; None for the definition as it is."""

    def opening(self, arguments: str) -> Json:
        """The tool's own part of the step's details while the model still writes ``arguments``."""

    def input_text(self, arguments: str) -> str | None:
        """The code interpreter's input so far, out of incomplete arguments; None for tools that show none."""

    async def run(self, call: ServerCall) -> ServerToolResult:
        """Do it. May be cancelled at any moment. A failure of the *model's* making is a result, not an exception.

        Raises:
            AppError: it cannot work at all; the run fails with its words.
        """

    def history(self, details: Mapping[str, Any]) -> tuple[str, str] | None:
        """A finished call's arguments and output, out of its details, for later model calls; None to leave it out."""

    async def annotate(self, run: Run, text: str) -> Sequence[Json]:
        """Annotations for a finished message's text (citations, links to files), in the API's shape.

        The text has been streamed already, so it stays as it is: places are counted in it, in characters.
        """

    async def prepare(self, run: Run) -> None:
        """Wait for what must be there before the first model call (files that are being read in)."""


@runtime_checkable
class WorksAhead(Protocol):
    """A server tool that is called before the first model call where the model calls no tools by itself."""

    async def ahead(self, run: Run) -> str | None:
        """The arguments to call it with; None when there is nothing to do."""

    def retold(self, arguments: str, output: str) -> list[Json]:
        """The call and its output as chat messages, for a model that knows no tools."""


class ServerTools:
    """The registry; one for each engine."""

    def __init__(self) -> None:
        self._tools: dict[str, ServerTool] = {}

    def register(self, tool: ServerTool) -> None:
        """Add a tool; a later one of the same name takes its place."""
        self._tools[tool.name] = tool

    def get(self, name: str) -> ServerTool | None:
        """The tool of this type, if it is there."""
        return self._tools.get(name)

    def offered(self, run: Run) -> tuple[dict[str, tuple[ServerTool, Json]], list[str]]:
        """Server tools of a run that are there, by name, with their entry in the run; and the names of missing ones."""
        found: dict[str, tuple[ServerTool, Json]] = {}
        missing: list[str] = []
        for entry in run.tools:
            kind = entry["type"]
            if kind == "function":
                continue
            tool = self._tools.get(kind)
            if tool is None or tool.definition(entry, run) is None:
                missing.append(kind)
            else:
                found[kind] = (tool, entry)
        return found, missing


def output_limit(context: int | None) -> int:
    """How many characters of an output a model with ``context`` tokens is given: about half of what it can read."""
    return ANSWER_LIMIT if context is None else max(LEAST_ANSWER, min(ANSWER_LIMIT, 2 * context))


def shortened(output: str, limit: int = ANSWER_LIMIT) -> str:
    """An output as the model reads it: cut in the middle when it is too long."""
    if len(output) <= limit:
        return output
    half = limit // 2
    left_out = len(output) - 2 * half
    return f"{output[:half]}\n… ({left_out} characters left out) …\n{output[-half:]}"

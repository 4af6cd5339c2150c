"""One model call of a run, as it comes in: its pieces become messages, steps and deltas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.ids import new_id
from app.engine.models.requests import Finish, Piece, RefusalPiece, TextPiece, TokenUsage, ToolCallPiece
from app.engine.runs.records import RunRecords, uninterrupted
from app.engine.runs.rows import OpenMessage
from app.engine.runs.stream import (
    Coalescer,
    CodeInputDelta,
    Delta,
    FunctionArgumentsDelta,
    MessageRefusalDelta,
    MessageTextDelta,
    message_delta,
    step_delta,
)
from app.engine.runs.tools import ServerTool

Json = dict[str, Any]


@dataclass
class Call:
    """One call that the model makes, while it is written and after."""

    index: int
    id: str
    name: str = ""
    arguments: str = ""
    tool: ServerTool | None = None
    opened: bool = False
    output: str | None = None
    details: Json = field(default_factory=dict)
    shown_input: int = 0
    delta: Delta | None = None

    @property
    def kind(self) -> str:
        """The call's type in the API."""
        return self.tool.name if self.tool is not None else "function"

    def wire(self) -> Json:
        """As the step shows it."""
        if self.tool is not None:
            return {"id": self.id, "type": self.kind, self.kind: self.details}
        function = {"name": self.name, "arguments": self.arguments, "output": self.output}
        return {"id": self.id, "type": "function", "function": function}

    def chat(self) -> Json:
        """As Chat Completions has it."""
        return {
            "id": self.id,
            "type": "function",
            "function": {"name": self.name, "arguments": self.arguments},
        }


class Turn:
    """Takes the pieces of one model call.

    Args:
        records: the run's rows.
        coalescer: gathers deltas.
        server_tools: tools that the engine runs, by the name under which the model calls them.
        annotators: tools that look for something to annotate in a message before it is whole.
        held: whether text is kept back until it is checked.
        parallel: whether more than one call counts.
        parts: content parts for the beginning of the message.
        run_values: columns of the run to be written with the next step (its context record).
    """

    def __init__(
        self,
        records: RunRecords,
        coalescer: Coalescer,
        *,
        server_tools: Mapping[str, ServerTool],
        annotators: Sequence[ServerTool] = (),
        held: bool,
        parallel: bool,
        parts: list[Json],
        run_values: Json,
    ) -> None:
        self._records = records
        self._coalescer = coalescer
        self._server_tools = server_tools
        self._annotators = annotators
        self._held = held
        self._parallel = parallel
        self._parts = parts
        self._run_values = run_values
        self._by_index: dict[int, Call] = {}
        self._texts: dict[int, MessageTextDelta] = {}
        self._refusals: dict[int, MessageRefusalDelta] = {}
        self._withheld = False
        self.calls: list[Call] = []
        self.step_id: str | None = None
        self.finish: Finish | None = None
        self.text = ""
        self.refusal = ""

    @property
    def records(self) -> RunRecords:
        """The run's rows."""
        return self._records

    async def take(self, piece: Piece) -> None:
        """Take the next piece."""
        if isinstance(piece, TextPiece):
            await self._text(piece.text)
        elif isinstance(piece, ToolCallPiece):
            await self._call(piece)
        elif isinstance(piece, RefusalPiece):
            await self._refusal(piece.text)
        else:
            self.finish = piece
            for call in self.calls:  # a call without a name is passed on as it is
                await self._open(call)

    # -- the message ---------------------------------------------------------------------------------------------

    async def message(self) -> OpenMessage:
        """The message that is being written, begun if need be."""
        opened = self._records.message
        if opened is not None:
            return opened
        self._coalescer.flush()
        parts, self._parts[:] = list(self._parts), []
        opened = await uninterrupted(self._records.open_message(parts, **self._run_values))
        for index, part in enumerate(parts):
            self._records.channel.publish(
                "thread.message.delta", message_delta(opened.id, {"index": index, **part})
            )
        return opened

    async def _text(self, text: str) -> None:
        if not text:
            return
        self.text += text
        opened = await self.message()
        index = opened.text_part()
        opened.content[index]["text"]["value"] += text
        opened.dirty = True
        if self._held:
            self._withheld = True
            return
        delta = self._texts.get(index)
        if delta is None:
            delta = self._texts[index] = MessageTextDelta(opened.id, index)
        self._coalescer.add(delta, text)

    async def _refusal(self, text: str) -> None:
        if not text:
            return
        self.refusal += text
        opened = await self.message()
        index = opened.refusal_part()
        opened.content[index]["refusal"] += text
        opened.dirty = True
        delta = self._refusals.get(index)
        if delta is None:
            delta = self._refusals[index] = MessageRefusalDelta(opened.id, index)
        self._coalescer.add(delta, text)

    def replace_text(self, text: str) -> None:
        """Put another text in the place of one that was held back."""
        opened = self._records.message
        self.text = text
        if opened is not None:
            opened.content[opened.text_part()]["text"]["value"] = text
            opened.dirty = True

    def release(self) -> None:
        """Announce what was held back."""
        opened = self._records.message
        if self._withheld and opened is not None:
            self._withheld = False
            index = opened.text_part()
            delta = self._texts.setdefault(index, MessageTextDelta(opened.id, index))
            if value := opened.content[index]["text"]["value"]:
                self._records.channel.publish_delta(delta, value)

    async def annotate(self) -> None:
        """Add what the tools find in the text of the open message (citations, links to files), and announce it."""
        opened = self._records.message
        if opened is None:
            return
        text = "".join(part["text"]["value"] for part in opened.content if part["type"] == "text")
        annotations: list[Json] = []
        for tool in self._annotators if text else ():
            annotations += await tool.annotate(self._records.run, text)
        if not annotations:
            return
        opened.files += [one["file_path"]["file_id"] for one in annotations if one["type"] == "file_path"]
        annotations.sort(key=lambda one: (one["start_index"], one["end_index"]))
        self._coalescer.flush()
        index = opened.text_part()
        opened.content[index]["text"]["annotations"] = annotations
        numbered = [{"index": number, **annotation} for number, annotation in enumerate(annotations)]
        part = {"index": index, "type": "text", "text": {"annotations": numbered}}
        self._records.channel.publish("thread.message.delta", message_delta(opened.id, part))

    # -- calls ---------------------------------------------------------------------------------------------------

    async def _call(self, piece: ToolCallPiece) -> None:
        call = self._by_index.get(piece.index)
        if call is None:
            if self.calls and not self._parallel:
                return
            call = Call(len(self.calls), piece.id or new_id("call"))
            self._by_index[piece.index] = call
            self.calls.append(call)
        if not call.opened:
            call.name += piece.name
            call.arguments += piece.arguments
            if call.name:
                await self._open(call)
            return
        call.arguments += piece.arguments
        self._more_arguments(call, piece.arguments)

    async def _open(self, call: Call) -> None:
        if call.opened:
            return
        call.opened = True
        self._coalescer.flush()
        if self._records.message is not None:
            self.release()
            await self.annotate()
            # The call's tokens are all shown on the step of the calls; here they are not known yet.
            await uninterrupted(self._records.complete_message(TokenUsage(0, 0).wire()))
        if self.step_id is None:
            self.step_id = await uninterrupted(self._records.open_tools(**self._run_values))
        call.tool = self._server_tools.get(call.name)
        if call.tool is None:
            own: Json = {"name": call.name, "arguments": "", "output": None}
            call.delta = FunctionArgumentsDelta(self.step_id, call.index)
        else:
            own = call.tool.opening("")
            call.details = own
            call.delta = CodeInputDelta(self.step_id, call.index)
        opening = {"index": call.index, "id": call.id, "type": call.kind, call.kind: own}
        self._records.channel.publish("thread.run.step.delta", step_delta(self.step_id, opening))
        self._more_arguments(call, call.arguments)

    def _more_arguments(self, call: Call, text: str) -> None:
        assert call.delta is not None
        if call.tool is None:
            if text:
                self._coalescer.add(call.delta, text)
            return
        shown = call.tool.input_text(call.arguments)
        if shown is not None and len(shown) > call.shown_input:
            self._coalescer.add(call.delta, shown[call.shown_input :])
            call.shown_input = len(shown)

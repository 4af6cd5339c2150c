"""The run loop: context → model → tools → …, until an answer, a question to the caller, or an end by limits."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from app.core.ids import new_id
from app.engine.models.requests import TokenUsage
from app.engine.models.route import Route
from app.engine.runs.asking import Asking
from app.engine.runs.context import PromptTooLong, Window
from app.engine.runs.history import count
from app.engine.runs.records import RunRecords, uninterrupted
from app.engine.runs.response_format import AnswerCheck
from app.engine.runs.rows import now
from app.engine.runs.state import ContextRecord, RunFailed, RunState
from app.engine.runs.stream import Coalescer, CodeLogsDelta, step_delta
from app.engine.runs.tools import ServerCall, ServerTool, ServerTools, WorksAhead, output_limit, shortened
from app.engine.runs.turn import Call, Turn
from app.engine.store import wire

if TYPE_CHECKING:
    from app.engine.models.router import ModelRouter
    from app.engine.store.files import FileContents
    from app.engine.store.session import Store

Json = dict[str, Any]

MAX_MODEL_CALLS = 100
"""Model calls of one run at most: a model that calls tools for ever is stopped."""


class RunLoop:
    """Executes one run from ``queued`` until it ends or waits for tool outputs.

    Args:
        store: the engine's database.
        models: where model names lead.
        files: contents of image files.
        tools: tools that the engine runs itself.
        records: the run's rows and announcements.
        state: where the run stands.
        deadline: ``time.monotonic()`` at which the run expires.
    """

    def __init__(
        self,
        *,
        store: Store,
        models: ModelRouter,
        files: FileContents,
        tools: ServerTools,
        records: RunRecords,
        state: RunState,
        deadline: float,
    ) -> None:
        self._models = models
        self._tools = tools
        self._records = records
        self.state = state
        records.made_files = state.made_files
        self._coalescer = Coalescer(records.channel)
        self._check = AnswerCheck(records.run.response_format)
        self._context: int | None = None
        self._used: dict[str, tuple[ServerTool, Json]] = {}
        self._record = ContextRecord(records.run.id, records.run.context)
        self._asking = Asking(
            store=store,
            files=files,
            tools=tools,
            records=records,
            coalescer=self._coalescer,
            state=state,
            record=self._record,
            check=self._check,
            deadline=deadline,
        )

    @property
    def record(self) -> Json:
        """The run's context record as it is now."""
        return self._record.snapshot()

    def settle(self) -> None:
        """Announce whatever text is still gathered or held back; called before the run is ended from outside."""
        self._coalescer.flush()
        if self._asking.turn is not None:
            self._asking.turn.release()

    # -- the loop ------------------------------------------------------------------------------------------------

    async def execute(self) -> None:
        """Go on until the run ends or waits for outputs.

        Raises:
            Superseded: somebody else changed the run's state.
            UpstreamFailed, AppError, ApiError: it failed; the caller ends it with these words.
        """
        run = self._records.run
        await uninterrupted(
            self._records.change(
                "queued", "thread.run.in_progress", status="in_progress", started_at=run.started_at or now()
            )
        )
        self._asking.server_tools, missing = self._tools.offered(run)
        for name in missing:
            self._record.note(
                f"The tool {name} is not available in this engine and was not offered to the model."
            )
        route = await self._models.resolve(run.model)
        self._context = route.abilities.context
        self._used = dict(self._asking.server_tools)
        self._asking.annotators = [tool for tool, _ in self._used.values()]
        for name, (tool, entry) in self._used.items():
            await tool.prepare(run)
            if tool.definition(entry, run) is None:
                self._record.note(
                    f"The tool {name} has nothing to work with in this run and was not offered."
                )
        if route.abilities.tools == "prompted" and route.abilities.weak and run.tool_choice != "none":
            await self._work_ahead()
        while self.state.model_calls < MAX_MODEL_CALLS:
            if await self._step(route):
                return
        raise RunFailed(
            f"The model called tools {MAX_MODEL_CALLS} times without coming to an answer.",
            advice="Make the instructions or the tools' descriptions clearer, or choose another model.",
        )

    async def _step(self, route: Route) -> bool:
        """One model call and what follows from it; true when the run ended or waits."""
        over = self._over_budget(before=True)
        if over is not None:
            await self._finish_incomplete(over)
            return True
        try:
            turn, window = await self._asking.ask(route)
        except PromptTooLong:
            await self._finish_incomplete("max_prompt_tokens")
            return True
        finish = turn.finish
        assert finish is not None
        usage = finish.usage or await self._estimated_usage(turn, window, route)
        self.state.usage += usage
        self._record.end_call(usage)
        if finish.reason == "content_filter":
            await self._finish_filtered(turn, usage, route)
            return True
        if finish.reason == "length":
            await self._finish_cut_off(turn, usage)
            return True
        if turn.calls:
            return await self._run_tools(turn, usage)
        await self._answer(turn, usage, route)
        return True

    def _over_budget(self, *, before: bool = False) -> str | None:
        """Which of the run's budgets is used up (``before`` a call: whether nothing is left)."""
        run, used = self._records.run, self.state.usage
        spare = 1 if before else 0
        if run.max_completion_tokens is not None and used.completion + spare > run.max_completion_tokens:
            return "max_completion_tokens"
        if run.max_prompt_tokens is not None and used.prompt + spare > run.max_prompt_tokens:
            return "max_prompt_tokens"
        return None

    async def _estimated_usage(self, turn: Turn, window: Window, route: Route) -> TokenUsage:
        written = turn.text + turn.refusal + "".join(call.name + call.arguments for call in turn.calls)
        self._record.note("The service counted no tokens; they are estimated.")
        return TokenUsage(window.tokens, await count(written, route.model))

    # -- ends ----------------------------------------------------------------------------------------------------

    def _totals(self) -> Json:
        return {"usage": self.state.usage.wire(), "context": self.record}

    async def _finish_incomplete(self, reason: str, *, step_usage: Json | None = None) -> None:
        """End for a used-up budget; what has been written is whole."""
        await uninterrupted(
            self._records.finish(
                "incomplete",
                incomplete_details={"reason": reason},
                message_status="completed",
                step_usage=step_usage,
                **self._totals(),
            )
        )

    async def _finish_cut_off(self, turn: Turn, usage: TokenUsage) -> None:
        if not turn.calls:
            await turn.message()
        turn.release()
        await turn.annotate()
        over = self._over_budget()
        await uninterrupted(
            self._records.finish(
                "incomplete",
                incomplete_details={"reason": over or "max_completion_tokens"},
                message_status="incomplete",
                reason="max_tokens",
                step_usage=usage.wire(),
                **self._totals(),
            )
        )

    async def _finish_filtered(self, turn: Turn, usage: TokenUsage, route: Route) -> None:
        await turn.message()
        turn.release()
        await uninterrupted(
            self._records.finish(
                "incomplete",
                incomplete_details={"reason": None},
                message_status="incomplete",
                reason="content_filter",
                last_error={
                    "code": "server_error",
                    "message": f"The content filter of {route.service} stopped the answer.",
                },
                step_usage=usage.wire(),
                **self._totals(),
            )
        )

    async def _answer(self, turn: Turn, usage: TokenUsage, route: Route) -> None:
        """End with the model's message, if it is what was asked for."""
        if self._check.held and not turn.refusal:
            turn, usage = await self._checked(turn, usage, route)
        await turn.message()
        turn.release()
        await turn.annotate()
        over = self._over_budget()
        if over is not None:
            await self._finish_incomplete(over, step_usage=usage.wire())
            return
        await uninterrupted(self._records.finish("completed", step_usage=usage.wire(), **self._totals()))

    async def _checked(self, turn: Turn, usage: TokenUsage, route: Route) -> tuple[Turn, TokenUsage]:
        """An answer that fits the response format: this one, or the one of a second try.

        Raises:
            RunFailed: both do not fit.
        """
        turn.replace_text(self._check.unwrapped(turn.text))
        problem = self._check.problem(turn.text)
        if problem is None:
            return turn, usage
        self._record.note(
            f"The answer did not fit the response format ({problem}); the model was asked again."
        )
        extra = [
            {"role": "assistant", "content": turn.text or "(nothing)"},
            {
                "role": "user",
                "content": f"This answer cannot be used: {problem}. {self._check.demand}",
            },
        ]
        turn.replace_text("")
        try:
            second, window = await self._asking.ask(route, extra)
        except PromptTooLong:
            raise RunFailed(f"The model's answer does not fit the response format: {problem}.") from None
        assert second.finish is not None
        more = second.finish.usage or await self._estimated_usage(second, window, route)
        self.state.usage += more
        self._record.end_call(more)
        second.replace_text(self._check.unwrapped(second.text))
        problem = self._check.problem(second.text)
        if problem is not None and not second.refusal:
            cut = " It was cut off by the token limit." if second.finish.reason == "length" else ""
            raise RunFailed(
                f"The model's answer does not fit the response format, even when asked again: {problem}.{cut}",
                advice="Choose a model that keeps to JSON schemas, or a simpler schema.",
            )
        return second, usage + more

    # -- tools ---------------------------------------------------------------------------------------------------

    async def _run_tools(self, turn: Turn, usage: TokenUsage) -> bool:
        """Run the server's own tools; ask the caller for the rest. True when the run ended or waits."""
        step_id = turn.step_id
        assert step_id is not None
        if self._records.message is not None:  # text that came after the calls
            turn.release()
            await turn.annotate()
            await uninterrupted(self._records.complete_message(TokenUsage(0, 0).wire()))
        for call in turn.calls:
            call.details = call.tool.opening(call.arguments) if call.tool is not None else {}
        await uninterrupted(
            self._records.save_tools(step_id, [call.wire() for call in turn.calls], context=self.record)
        )
        for call in turn.calls:
            if call.tool is not None:
                try:
                    await self._run_server_tool(call, step_id)
                except asyncio.CancelledError:
                    self._coalescer.flush()
                    await uninterrupted(self._records.keep_tools(step_id, [c.wire() for c in turn.calls]))
                    raise
                await uninterrupted(self._records.save_tools(step_id, [c.wire() for c in turn.calls]))
        outputs = [_output(call.id, call.output or "") for call in turn.calls if call.tool is not None]
        asked = {
            "role": "assistant",
            "content": turn.text or None,
            "tool_calls": [call.chat() for call in turn.calls],
        }
        self.state.rounds.append([asked, *outputs])
        details = [call.wire() for call in turn.calls]
        over = self._over_budget()
        if over is not None:
            await self._finish_incomplete(over)
            return True
        pending = [call.chat() for call in turn.calls if call.tool is None]
        if not pending:
            await uninterrupted(
                self._records.complete_tools(step_id, details, usage.wire(), context=self.record)
            )
            return False
        self.state.step_id = step_id
        self.state.step_usage = usage.wire()
        await uninterrupted(
            self._records.require_action(
                step_id, details, pending, state=self.state.to_json(), context=self.record
            )
        )
        return True

    async def _work_ahead(self) -> None:
        """Call the tools that help a model which calls none by itself, before it answers; it is not offered those."""
        for name, (tool, _) in self._used.items():
            if not isinstance(tool, WorksAhead):
                continue
            arguments = None if self.state.rounds else await tool.ahead(self._records.run)
            self._asking.server_tools = {k: v for k, v in self._asking.server_tools.items() if k != name}
            if arguments is None:
                continue
            step_id = await uninterrupted(self._records.open_tools(context=self.record))
            call = Call(
                0, new_id("call"), name, arguments, tool, opened=True, details=tool.opening(arguments)
            )
            opening = {"index": 0, "id": call.id, "type": name, name: call.details}
            self._records.channel.publish("thread.run.step.delta", step_delta(step_id, opening))
            await uninterrupted(self._records.save_tools(step_id, [call.wire()]))
            await self._run_server_tool(call, step_id)
            self.state.rounds.append(tool.retold(arguments, call.output or ""))
            self._record.note(
                f"The model calls no tools by itself: {name} was called for it before it answered."
            )
            await uninterrupted(
                self._records.complete_tools(
                    step_id, [call.wire()], TokenUsage(0, 0).wire(), context=self.record
                )
            )

    async def _run_server_tool(self, call: Call, step_id: str) -> None:
        assert call.tool is not None
        kind, index = call.kind, call.index

        def announce(details: Json) -> None:
            self._coalescer.flush()
            shown = {"index": index, "type": kind, kind: details}
            (brief,) = wire.without_search_content({"tool_calls": [shown]})["tool_calls"]
            self._records.channel.publish(
                "thread.run.step.delta", step_delta(step_id, brief), full=step_delta(step_id, shown)
            )

        logs: dict[int, CodeLogsDelta] = {}

        def announce_logs(output: int, text: str) -> None:
            self._coalescer.add(logs.setdefault(output, CodeLogsDelta(step_id, index, output)), text)

        result = await call.tool.run(
            ServerCall(
                call.id, call.arguments, self._records.run, step_id, announce, announce_logs, call.details
            )
        )
        self._coalescer.flush()
        call.details = result.details
        call.output = shortened(result.output, output_limit(self._context))
        self.state.message_parts += list(result.message_parts)
        self.state.made_files += list(result.files)
        for note in result.notes:
            self._record.note(note)


def _output(call_id: str, output: str) -> Json:
    return {"role": "tool", "tool_call_id": call_id, "content": output}

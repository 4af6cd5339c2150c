"""The run loop: context → model → tools → …, until an answer, a question to the caller, or an end by limits."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.core.errors import AppError
from app.engine.models import calls
from app.engine.models.calls import CallOptions
from app.engine.models.failures import UpstreamFailed
from app.engine.models.requests import ModelRequest, TokenUsage
from app.engine.models.route import Route
from app.engine.runs import context
from app.engine.runs.context import Limits, PromptTooLong, Window
from app.engine.runs.history import CannotSee, History, count
from app.engine.runs.records import RunRecords, uninterrupted
from app.engine.runs.response_format import AnswerCheck
from app.engine.runs.rows import now
from app.engine.runs.stream import Coalescer, step_delta
from app.engine.runs.tools import ServerCall, ServerTool, ServerTools, shortened
from app.engine.runs.turn import Call, Turn

if TYPE_CHECKING:
    from app.engine.models.router import ModelRouter
    from app.engine.store.files import FileContents
    from app.engine.store.session import Store

log = logging.getLogger(__name__)

Json = dict[str, Any]

MAX_MODEL_CALLS = 100
"""Model calls of one run at most: a model that calls tools for ever is stopped."""

MAX_WINDOW_TRIES = 5
ANSWER_RESERVE = 4096
"""Tokens kept free for the answer when the run sets no limit (at most a quarter of the context)."""


class RunFailed(AppError):
    """The run cannot go on; ``code`` as in ``last_error``."""

    def __init__(self, message: str, *, code: str = "server_error", advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.code = code


@dataclass
class RunState:
    """What the loop needs to go on after tool outputs, kept in the run's row meanwhile."""

    rounds: list[list[Json]] = field(default_factory=list)
    usage: TokenUsage = field(default_factory=lambda: TokenUsage(0, 0))
    model_calls: int = 0
    step_id: str | None = None
    step_usage: Json | None = None
    message_parts: list[Json] = field(default_factory=list)

    def to_json(self) -> Json:
        """For the run's row."""
        return {**dataclasses.asdict(self), "usage": [self.usage.prompt, self.usage.completion]}

    @classmethod
    def from_json(cls, data: Json | None) -> RunState:
        """Out of the run's row; a run that has not begun has none."""
        if not data:
            return cls()
        return cls(**{**data, "usage": TokenUsage(*data["usage"])})


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
        self._store = store
        self._models = models
        self._files = files
        self._tools = tools
        self._records = records
        self.state = state
        self._deadline = deadline
        self._coalescer = Coalescer(records.channel)
        self._check = AnswerCheck(records.run.response_format)
        recorded = records.run.context or {}
        self._record: Json = {
            "model_calls": list(recorded.get("model_calls") or ()),
            "notes": list(recorded.get("notes") or ()),
        }
        self._server_tools: dict[str, tuple[ServerTool, Json]] = {}
        self._history: History | None = None
        self._turn: Turn | None = None
        self._shrink = 1.0

    @property
    def record(self) -> Json:
        """The run's context record as it is now."""
        return {
            "model_calls": [dict(call) for call in self._record["model_calls"]],
            "notes": list(self._record["notes"]),
        }

    def note(self, text: str) -> None:
        """Add a sentence to the run's record, and to the log."""
        log.info("%s: %s", self._records.run.id, text)
        if text not in self._record["notes"]:
            self._record["notes"].append(text)

    def settle(self) -> None:
        """Announce whatever text is still gathered or held back; called before the run is ended from outside."""
        self._coalescer.flush()
        if self._turn is not None:
            self._turn.release()

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
        self._server_tools, missing = self._tools.offered(run)
        for name in missing:
            self.note(f"The tool {name} is not available in this engine and was not offered to the model.")
        route = await self._models.resolve(run.model)
        for tool, _ in self._server_tools.values():
            await tool.prepare(run)
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
            turn, window = await self._call_model(route)
        except PromptTooLong:
            await self._finish_incomplete("max_prompt_tokens")
            return True
        finish = turn.finish
        assert finish is not None
        usage = finish.usage or await self._estimated_usage(turn, window, route)
        self.state.usage += usage
        self._record["model_calls"][-1]["usage"] = usage.wire()
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

    # -- asking the model ----------------------------------------------------------------------------------------

    async def _call_model(self, route: Route, extra: Sequence[Json] = ()) -> tuple[Turn, Window]:
        """Ask once, with a smaller window if the service says that this one is too long."""
        tries = 0
        while True:
            tries += 1
            window = await self._window(route, extra)
            turn = self._new_turn(window, route, retry=bool(extra), again=tries > 1)
            request = self._request(route, window, retry=bool(extra))
            options = CallOptions(
                forms=self._forms(),
                deadline=self._deadline,
                note=self.note,
                lenient=self._check.upstream is None,  # an answer in JSON is no call in disguise
            )
            pieces = calls.stream(route, request, options)
            try:
                async for piece in pieces:
                    await turn.take(piece)
                self._coalescer.flush()
                return turn, window
            except UpstreamFailed as failure:
                if (
                    failure.started
                    or tries >= MAX_WINDOW_TRIES
                    or not self._adapt_window(route, window, failure)
                ):
                    raise
            finally:
                await pieces.aclose()  # type: ignore[attr-defined]

    def _new_turn(self, window: Window, route: Route, *, retry: bool, again: bool) -> Turn:
        if not retry and not again:
            self.state.model_calls += 1
        entry = {
            "number": len(self._record["model_calls"]) + 1,
            "at": now(),
            **window.record,
            "model": route.name,
        }
        entry["tool_calling"] = route.abilities.tools or "native"
        if again:
            entry["number"] -= 1
            self._record["model_calls"][-1] = entry
        else:
            self._record["model_calls"].append(entry)
        for note in self._history.notes if self._history is not None else ():
            self.note(note)
        run = self._records.run
        self._turn = Turn(
            self._records,
            self._coalescer,
            server_tools={name: tool for name, (tool, _) in self._server_tools.items()},
            held=self._check.held,
            parallel=run.parallel_tool_calls,
            parts=self.state.message_parts,
            run_values={"context": self.record},
        )
        return self._turn

    def _adapt_window(self, route: Route, window: Window, failure: UpstreamFailed) -> bool:
        if failure.is_context_overflow:
            told = failure.context_limit
            can_shrink = window.record["messages_seen_count"] + len(self.state.rounds) > 1
            if not can_shrink:
                return False
            if told is not None and told != route.abilities.context:
                route.learn(context=told)
                self.note(f"{route.name} can read {told} tokens; older messages are left out.")
            else:
                self._shrink /= 2
                self.note("The conversation is too long for the model; more of it is left out.")
            return True
        if failure.says_no_images and route.abilities.vision is not False and _has_images(window.messages):
            route.learn(vision=False)
            self._history = None
            return True
        return False

    async def _window(self, route: Route, extra: Sequence[Json]) -> Window:
        run = self._records.run
        if self._history is None:
            self._history = History(
                self._store, self._files, self._tools, run, model=route.model, vision=route.abilities.vision
            )
        strategy = run.truncation_strategy or {}
        wanted = strategy.get("last_messages") if strategy.get("type") == "last_messages" else None
        left = self._left(run.max_completion_tokens, self.state.usage.completion)
        context_length = route.abilities.context
        reserve = min(left or ANSWER_RESERVE, (context_length or context.DEFAULT_CONTEXT) // 4)
        limits = Limits(
            context=context_length,
            reserve=reserve,
            budget=self._left(run.max_prompt_tokens, self.state.usage.prompt),
            shrink=self._shrink,
            last_messages=wanted,
        )
        rounds = [*self.state.rounds, list(extra)] if extra else self.state.rounds
        try:
            return await context.build(
                self._history,
                model=route.model,
                instructions=self._instructions(route),
                tools=self._definitions(),
                rounds=rounds,
                limits=limits,
            )
        except CannotSee:
            raise RunFailed(
                f"The model {route.name} cannot see images.",
                code="invalid_prompt",
                advice="Choose a model that can, or send the message without the image.",
            ) from None

    def _instructions(self, route: Route) -> str:
        run = self._records.run
        parts = [run.instructions or ""]
        parts += [tool.instructions(entry, run) for tool, entry in self._server_tools.values()]
        if self._check.upstream is not None and route.abilities.json_schema is False:
            parts.append(self._check.demand)
        return "\n\n".join(part for part in parts if part)

    def _definitions(self) -> list[Json]:
        run = self._records.run
        tools: list[Json] = [tool for tool in run.tools if tool["type"] == "function"]
        for tool, entry in self._server_tools.values():
            definition = tool.definition(entry, run)
            if definition is not None:
                tools.append({"type": "function", "function": definition})
        return tools

    def _forms(self) -> Json:
        run = self._records.run
        found = {name: tool.prompted(entry, run) for name, (tool, entry) in self._server_tools.items()}
        return {name: form for name, form in found.items() if form is not None}

    def _request(self, route: Route, window: Window, *, retry: bool) -> ModelRequest:
        run = self._records.run
        tools = self._definitions()
        return ModelRequest(
            messages=window.messages,
            tools=tools,
            tool_choice=self._tool_choice(retry=retry) if tools else None,
            parallel_tool_calls=run.parallel_tool_calls,
            response_format=self._check.upstream if route.abilities.json_schema is not False else None,
            temperature=run.temperature,
            top_p=run.top_p,
            reasoning_effort=run.reasoning_effort,
            max_tokens=self._left(run.max_completion_tokens, self.state.usage.completion),
        )

    def _tool_choice(self, *, retry: bool) -> Any:
        """What the run asks for; forcing a tool counts for the first call alone, or the run would never end."""
        choice = self._records.run.tool_choice
        if retry or choice == "none":
            return "none"
        if self.state.model_calls > 1 or choice in (None, "auto"):
            return None
        if isinstance(choice, dict):
            if choice.get("type") == "function":
                return {"type": "function", "function": {"name": choice["function"]["name"]}}
            name = choice.get("type")
            return {"type": "function", "function": {"name": name}} if name in self._server_tools else None
        return choice

    @staticmethod
    def _left(limit: int | None, used: int) -> int | None:
        return None if limit is None else max(0, limit - used)

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
        self.note("The service counted no tokens; they are estimated.")
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
        for tool, _ in self._server_tools.values():
            turn.annotate(list(await tool.annotate(self._records.run, turn.text)))
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
        self.note(f"The answer did not fit the response format ({problem}); the model was asked again.")
        extra = [
            {"role": "assistant", "content": turn.text or "(nothing)"},
            {
                "role": "user",
                "content": f"This answer cannot be used: {problem}. {self._check.demand}",
            },
        ]
        turn.replace_text("")
        try:
            second, window = await self._call_model(route, extra)
        except PromptTooLong:
            raise RunFailed(f"The model's answer does not fit the response format: {problem}.") from None
        assert second.finish is not None
        more = second.finish.usage or await self._estimated_usage(second, window, route)
        self.state.usage += more
        self._record["model_calls"][-1]["usage"] = more.wire()
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
            await uninterrupted(self._records.complete_message(TokenUsage(0, 0).wire()))
        for call in turn.calls:
            call.details = call.tool.opening(call.arguments) if call.tool is not None else {}
        await uninterrupted(
            self._records.save_tools(step_id, [call.wire() for call in turn.calls], context=self.record)
        )
        for call in turn.calls:
            if call.tool is not None:
                await self._run_server_tool(call, step_id)
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

    async def _run_server_tool(self, call: Call, step_id: str) -> None:
        assert call.tool is not None
        kind, index = call.kind, call.index

        def announce(details: Json) -> None:
            self._coalescer.flush()
            shown = {"index": index, "type": kind, kind: details}
            self._records.channel.publish("thread.run.step.delta", step_delta(step_id, shown))

        result = await call.tool.run(
            ServerCall(call.id, call.arguments, self._records.run, step_id, announce)
        )
        call.details = result.details
        call.output = shortened(result.output)
        self.state.message_parts += list(result.message_parts)
        for note in result.notes:
            self.note(note)


def _output(call_id: str, output: str) -> Json:
    return {"role": "tool", "tool_call_id": call_id, "content": output}


def _has_images(messages: Sequence[Json]) -> bool:
    return any(
        part.get("type") == "image_url"
        for message in messages
        if isinstance(message.get("content"), list)
        for part in message["content"]
    )

"""Asking the model: what it is sent, and a smaller window when the service finds it too long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.engine.models import calls
from app.engine.models.calls import CallOptions
from app.engine.models.failures import UpstreamFailed
from app.engine.models.requests import ModelRequest
from app.engine.models.route import Route
from app.engine.runs import context
from app.engine.runs.context import Limits, Window
from app.engine.runs.history import CannotSee, History
from app.engine.runs.records import RunRecords
from app.engine.runs.response_format import AnswerCheck
from app.engine.runs.state import ContextRecord, RunFailed, RunState
from app.engine.runs.stream import Coalescer
from app.engine.runs.tools import ServerTool, ServerTools
from app.engine.runs.turn import Turn
from app.engine.store.files import FileContents
from app.engine.store.session import Store

Json = dict[str, Any]

MAX_WINDOW_TRIES = 5
ANSWER_RESERVE = 4096
"""Tokens kept free for the answer when the run sets no limit (at most a quarter of the context)."""


class Asking:
    """Makes the model calls of one run.

    Args:
        store: the engine's database.
        files: contents of image files.
        tools: the registry of the engine's own tools.
        records: the run's rows.
        coalescer: gathers deltas.
        state: where the run stands.
        record: what the calls read.
        check: what the run wants answers to look like.
        deadline: ``time.monotonic()`` at which the run expires.
    """

    def __init__(
        self,
        *,
        store: Store,
        files: FileContents,
        tools: ServerTools,
        records: RunRecords,
        coalescer: Coalescer,
        state: RunState,
        record: ContextRecord,
        check: AnswerCheck,
        deadline: float,
    ) -> None:
        self._store = store
        self._files = files
        self._tools = tools
        self._records = records
        self._coalescer = coalescer
        self._state = state
        self._record = record
        self._check = check
        self._deadline = deadline
        self._history: History | None = None
        self._shrink = 1.0
        self.server_tools: Mapping[str, tuple[ServerTool, Json]] = {}
        self.annotators: Sequence[ServerTool] = ()
        self.turn: Turn | None = None

    async def ask(self, route: Route, extra: Sequence[Json] = ()) -> tuple[Turn, Window]:
        """Ask once; ``extra`` are messages for a second try, which are not kept.

        Raises:
            PromptTooLong: the run's prompt budget does not hold the least that makes sense.
            RunFailed, UpstreamFailed: there is no answer.
        """
        tries = 0
        while True:
            tries += 1
            window = await self._window(route, extra)
            turn = self._begin(window, route, retry=bool(extra), again=tries > 1)
            options = CallOptions(
                forms=self._forms(),
                deadline=self._deadline,
                note=self._record.note,
                lenient=self._check.upstream is None,  # an answer in JSON is no call in disguise
            )
            pieces = calls.stream(route, self._request(route, window, retry=bool(extra)), options)
            try:
                async for piece in pieces:
                    await turn.take(piece)
                self._coalescer.flush()
                return turn, window
            except UpstreamFailed as failure:
                if failure.started or tries >= MAX_WINDOW_TRIES or not self._adapt(route, window, failure):
                    raise
            finally:
                await pieces.aclose()  # type: ignore[attr-defined]

    def _begin(self, window: Window, route: Route, *, retry: bool, again: bool) -> Turn:
        if not retry and not again:
            self._state.model_calls += 1
        details = {**window.record, "model": route.name, "tool_calling": route.abilities.tools or "native"}
        self._record.begin_call(details, self._history.notes if self._history else (), again=again)
        self.turn = Turn(
            self._records,
            self._coalescer,
            server_tools={name: tool for name, (tool, _) in self.server_tools.items()},
            annotators=self.annotators,
            held=self._check.held,
            parallel=self._records.run.parallel_tool_calls,
            parts=self._state.message_parts,
            run_values={"context": self._record.snapshot()},
        )
        return self.turn

    def _adapt(self, route: Route, window: Window, failure: UpstreamFailed) -> bool:
        """Learn from a refusal; true when another try will look different."""
        if failure.is_context_overflow:
            if window.record["messages_seen_count"] + len(self._state.rounds) <= 1:
                return False  # nothing is left to leave out
            told = failure.context_limit
            if told is not None and told != route.abilities.context:
                route.learn(context=told)
                self._record.note(f"{route.name} can read {told} tokens; older messages are left out.")
            else:
                self._shrink /= 2
                self._record.note("The conversation is too long for the model; more of it is left out.")
            return True
        if failure.says_no_images and route.abilities.vision is not False and _has_images(window.messages):
            route.learn(vision=False)
            self._history = None
            return True
        return False

    async def _window(self, route: Route, extra: Sequence[Json]) -> Window:
        run, state = self._records.run, self._state
        if self._history is None:
            self._history = History(
                self._store,
                self._files,
                self._tools,
                run,
                model=route.model,
                vision=route.abilities.vision,
                context=route.abilities.context,
            )
        strategy = run.truncation_strategy or {}
        context_length = route.abilities.context
        reserve = left(run.max_completion_tokens, state.usage.completion) or ANSWER_RESERVE
        limits = Limits(
            context=context_length,
            reserve=min(reserve, (context_length or context.DEFAULT_CONTEXT) // 4),
            budget=left(run.max_prompt_tokens, state.usage.prompt),
            shrink=self._shrink,
            last_messages=strategy.get("last_messages") if strategy.get("type") == "last_messages" else None,
        )
        try:
            return await context.build(
                self._history,
                model=route.model,
                instructions=self._instructions(route),
                tools=self._definitions(),
                rounds=[*state.rounds, list(extra)] if extra else state.rounds,
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
        parts += [tool.instructions(entry, run) for tool, entry in self.server_tools.values()]
        if self._check.upstream is not None and route.abilities.json_schema is False:
            parts.append(self._check.demand)
        return "\n\n".join(part for part in parts if part)

    def _definitions(self) -> list[Json]:
        run = self._records.run
        tools: list[Json] = [tool for tool in run.tools if tool["type"] == "function"]
        for tool, entry in self.server_tools.values():
            definition = tool.definition(entry, run)
            if definition is not None:
                tools.append({"type": "function", "function": definition})
        return tools

    def _forms(self) -> Json:
        run = self._records.run
        found = {name: tool.prompted(entry, run) for name, (tool, entry) in self.server_tools.items()}
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
            max_tokens=left(run.max_completion_tokens, self._state.usage.completion),
        )

    def _tool_choice(self, *, retry: bool) -> Any:
        """What the run asks for; forcing a tool counts for the first call alone, or the run would never end."""
        choice = self._records.run.tool_choice
        if retry or choice == "none":
            return "none"
        if self._state.model_calls > 1 or choice in (None, "auto"):
            return None
        if isinstance(choice, dict):
            if choice.get("type") == "function":
                return {"type": "function", "function": {"name": choice["function"]["name"]}}
            name = choice.get("type")
            return {"type": "function", "function": {"name": name}} if name in self.server_tools else None
        return choice


def left(limit: int | None, used: int) -> int | None:
    """What is left of a limit; None without one."""
    return None if limit is None else max(0, limit - used)


def _has_images(messages: Sequence[Json]) -> bool:
    return any(
        part.get("type") == "image_url"
        for message in messages
        if isinstance(message.get("content"), list)
        for part in message["content"]
    )
